"""The date that a wrong text surely means."""

from __future__ import annotations

import re
import unicodedata

from bilateral.dates.calendar import MONTHS
from bilateral.dates.faults import Fault, slip
from bilateral.dates.reading import LONGEST, read

_PARTS = {"spring": "21", "summer": "22", "autumn": "23", "fall": "23"} | {
    f"q{number}": str(32 + number) for number in range(1, 5)
}
# No month: whoever writes winter may mean the January of the year, or the December.
_PARTS["winter"] = "00"


def meant(text: str) -> str | None:
    """The date that a wrong text surely means, in its right form; None where nobody can tell."""
    if len(text) > LONGEST:
        return None
    mended = _mended(text)
    try:
        read(mended)
    except Fault:
        return None
    return mended


def _mended(text: str) -> str:
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    ends = re.split(r"\s+(?:to|until|-|\u2013)\s+|\s*/\s*", text.strip())
    if len(ends) == 2:
        return "/".join(_mended(end) for end in ends)
    text = re.sub("[\u2010\u2013\u2212]", "-", text)
    text = re.sub(r"T([0-9]:)", r"T0\1", text)
    text = re.sub(r"\s*(,|\.\.|[][{}])\s*", r"\1", text.strip())
    text = re.sub(r"^([0-9]{2}[1-9])0s$", r"\1X", text).replace("x", "X")
    text = text.replace("?~", "%").replace("~?", "%")
    found, _ = slip(text)
    parts = {"year": text} | {name: part for name, part in found.groupdict().items() if part}
    if parts.get("month", "").isalpha():
        abbreviated = [name[:3] for name in MONTHS]
        parts["month"] = str(abbreviated.index(parts["month"][:3].title()) + 1)
    if part := parts.get("part"):
        parts["month"] = _PARTS[part.lower()]
    return "-".join(f"{parts[name]:0>2}" for name in ("year", "month", "day") if name in parts)
