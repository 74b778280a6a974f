"""Bounds as python-edtf has them, save where it is known to err."""

import csv
import io
import re
from contextlib import redirect_stdout

import edtf
import pytest

from bilateral.dates import Day, Edtf, EdtfError
from tests.dates.generated import generated
from tests.dates.test_reading import TABLE

Ends = tuple[Day | None, Day | None]

# What python-edtf 5.0 refuses or fails on, though it is EDTF.
FAILS_ON = {
    "digits missing from a month or day, not both": r"-?[0-9X]{4}(-[0-9X]{2})?-([0-9]X|X[0-9]).*",
    "doubt about several parts": r"(?=(.*[?~%]){2})[?~%]?[0-9]{4}[?~%]?-[^/,]*",
    "a set of one member": r"[\[{][^,.]*[\]}]",
    "a range of years to a month, and the like": (
        r"[\[{](.*,)?(?!([0-9]{4})\.\.[0-9]{4}[],}]|([0-9]{4}-[0-9]{2})\.\.[0-9]{4}-[0-9]{2}[],}]"
        r"|([0-9-]{10})\.\.[0-9-]{10}[],}])[0-9-]+\.\.[0-9-]+[],}].*"
    ),
    "a range without an end before another member": r"[\[{].*\.\.,.*",
}
# The last day that it has for the seasons that reach into the next year.
LATE = re.compile("[0-9]{4}-(24|28|30)").fullmatch
# Of the table: what it fails on, and what it reads though there is no such date.
FAILED = ["1984-1X"]
WRONGLY_READ = ["2015-02-29", "2024-05-17/2024-05-16", "156X-09-31", "2024-05-16 "]


def theirs(text: str) -> Ends | None:
    """The bounds that python-edtf has; None where it has none."""
    try:
        with redirect_stdout(io.StringIO()):  # it prints what it fails on
            read = edtf.parse_edtf(text)
            ends = [read.lower_strict(), read.upper_strict()]
    except Exception:  # noqa: BLE001 # it raises whatever goes wrong in it
        return None
    first, last = (None if isinstance(end, float) else Day(*end[:3]) for end in ends)
    return first, last


def corrected(text: str, ends: Ends) -> Ends:
    """Our bounds with the errors that python-edtf makes, which its documentation tells of."""
    first, last = ends
    # It takes an unknown end for ten years.
    if text.endswith("/") and first:
        return first, first._replace(year=first.year + 10)
    if text.startswith("/") and last:
        return last._replace(year=last.year - 10), last
    if LATE(text) and first:
        return first, Day(first.year, 12, 31)
    return ends


def test_bounds_are_those_of_python_edtf() -> None:
    """Dates of all forms have the bounds of python-edtf, or one of its known errors."""
    for text in generated(400, seed=2):
        read = Edtf(text)
        bounds = theirs(text)
        if bounds is None:
            assert any(re.fullmatch(form, text) for form in FAILS_ON.values()), text
        else:
            assert corrected(text, (read.earliest, read.latest)) == bounds, text


@pytest.mark.skipif(not TABLE.exists(), reason="shared/reference/edtf.tsv is not here")
def test_the_table_as_python_edtf_has_it() -> None:
    """Of the table, python-edtf differs in its known errors, and reads what does not exist."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    differing, wrongly_read = [], []
    for row in rows:
        text = row["text"].strip("'")
        bounds = theirs(text)
        try:
            read = Edtf(text)
        except EdtfError:
            wrongly_read += [text] if bounds and row["level"] == "invalid" else []
            continue
        if bounds != corrected(text, (read.earliest, read.latest)):
            differing.append(text)

    assert FAILED == differing
    assert WRONGLY_READ == wrongly_read
