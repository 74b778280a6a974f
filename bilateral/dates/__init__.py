"""Dates as sources give them: EDTF, with all its doubt, and questions answered by a `Certainty`.

What each form of a date means is told in `bilateral.dates.reading`.
"""

from bilateral.dates.calendar import Day
from bilateral.dates.certainty import Certainty
from bilateral.dates.edtf import Bound, Edtf
from bilateral.dates.faults import EdtfError
from bilateral.dates.reading import LONGEST

__all__ = ["LONGEST", "Bound", "Certainty", "Day", "Edtf", "EdtfError"]
