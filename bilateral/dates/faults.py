"""What is wrong with a text that is no date; nothing here needs to be quick."""

from __future__ import annotations

import re

from bilateral.dates.calendar import MONTHS, fitting, longest
from bilateral.dates.seasons import SEASONS
from bilateral.errors import BilateralError

UNSUPPORTED = "it is valid EDTF, not supported: a year with an exponent or significant digits"


class EdtfError(BilateralError, ValueError):
    """A text that is no EDTF date, or none that is supported.

    Attributes:
        text: The text as it was given.
        reason: What is wrong with it.
        suggestion: The date that was surely meant, in its right form; None where nobody can tell.
    """

    def __init__(self, text: str, reason: str, suggestion: str | None = None) -> None:
        super().__init__(text, reason, suggestion)
        self.text, self.reason, self.suggestion = text, reason, suggestion

    def __str__(self) -> str:
        shown = repr(self.text) if len(self.text) <= 80 else f"{self.text[:40]!r}..."
        if self.reason == UNSUPPORTED:
            return f"{shown} {UNSUPPORTED.removeprefix('it ')}"
        advice = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return f"{shown} is no EDTF date: {self.reason}{advice}"


class Fault(Exception):
    """Why a text is no date."""


class Unsupported(Fault):
    """It is one, of a form that is not supported."""

    def __init__(self) -> None:
        super().__init__(UNSUPPORTED)


_MASKED = r"Q(-?[0-9X]{4})Q(?:-Q([0-9X]{2})Q(?:-Q([0-9X]{2})Q)?)?".replace("Q", "[?~%]?")
_SCALED = (
    r"(Y-?[1-9][0-9]*E[1-9][0-9]*(S[1-9][0-9]*)?|(-?[0-9]{4}|Y-?[1-9][0-9]{4,})S[1-9][0-9]*)[?~%]?"
)

_YEAR, _MONTH, _DAY = r"(?P<year>[0-9]{4})", r"(?P<month>0?[1-9]|1[0-2])", r"(?P<day>[0-9]{1,2})"
# A month has no such number, so it is a day wherever it stands.
_LATE_DAY = r"(?P<day>1[3-9]|2[0-9]|3[01])"
_NAMED = rf"(?P<month>(?i:{'|'.join(f'{n[:3]}(?:{n[3:]})?' for n in MONTHS)}|Sept))\.?"
_DIGITS = "month and day have two digits each"
_ORDER = "year, month and day stand in this order, joined by hyphens"
_SEASON = "a season or a quarter is written as a number, such as 2024-21 or 2024-33"
_NUMBER = "a month is written as a number"
_SLIPS = {
    r"": "it is empty",
    r"\s.*|.*\s": "there is white space around it",
    rf"{_YEAR}-{_MONTH}(-{_DAY})?": _DIGITS,
    rf"{_YEAR}[/.]{_MONTH}[/.]{_DAY}": _ORDER,
    rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>[0-2][0-9]|3[01])": _ORDER,
    rf"{_LATE_DAY}[-/.]{_MONTH}[-/.]{_YEAR}": _ORDER,
    rf"{_MONTH}[-/.]{_LATE_DAY}[-/.]{_YEAR}": _ORDER,
    rf"{_MONTH}[-/.](?P<day>(?P=month))[-/.]{_YEAR}": _ORDER,
    r"((0?[1-9]|1[0-2])[-/.]){2}[0-9]{4}": "day and month cannot be told apart",
    r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}": _ORDER,
    rf"({_DAY}(st|nd|rd|th)? )?{_NAMED} {_YEAR}(?P<sign>[?~%]?)": _NUMBER,
    rf"{_NAMED} {_DAY}(st|nd|rd|th)?(, ?| ){_YEAR}": _NUMBER,
    rf"(?P<part>(?i:spring|summer|autumn|fall|winter|Q[1-4])) (of )?{_YEAR}": _SEASON,
    rf"{_YEAR}[- ]?(?P<part>(?i:Q[1-4]))": _SEASON,
    r"Y(?P<year>-?[0-9]{4})": "a year of four digits has no Y",
    r"Y-?[0-9].*": "a year after Y has 5 to 15 digits, the first not 0, and no month follows it",
    r"-?[1-9][0-9]{4,14}": "a year has four digits; write Y{} for a longer one",
    r"[0-9]{4}-[0-9]{4}": "an interval is written with '/'",
    r"-?[0-9]{4}(-[0-9]+){1,2}": _DIGITS,
    r"-?[0-9]+(-[0-9]+){0,2}": "a year has four digits",
    r"[0-9-]+T.*": "a time of day does not stand in an interval or a set",
    r".*/.*/.*": "an interval has one '/'",
    r"[-0-9X]*x[-0-9xX]*|[0-9]{3}\?|[0-9]{4}-\?\?": "an unspecified digit is written X",
    r"(?i:ca?\.?|circa|about|around|approx\.?)\s*[0-9A-Za-z].*": "about is a ~ behind the date",
    r"(?i:before|by|until)\s.+": "some time up to a date is written like [..1976]",
    r"(?i:after|since|from)\s.+": "some time from a date on is written like [1978..]",
    r".+\s(?i:or)\s.+": "one of several dates is written like [1977,1978]",
    r"(?i:between)\s.+": "some time between two dates is written like [1977..1979]",
    r"[-0-9X]+(\?~|~\?)": "a date that is both uncertain and approximate ends in %",
    r"[0-9]{3}0s": "a decade is written like 199X",
    r".+\s(to|until|-|\u2013)\s.+": "an interval is written with '/'",
    r".*": "a date is written like 2024-05-16, 2024-05 or 2024",
}


def slip(text: str) -> tuple[re.Match[str], str]:
    """The first slip that the text fits, with its year, month and day, and the reason."""
    matches = ((re.fullmatch(form, text, re.DOTALL), reason) for form, reason in _SLIPS.items())
    return next((found, reason) for found, reason in matches if found)


def refused(text: str) -> Fault:
    """Why a text is not a date by itself."""
    if found := re.fullmatch(_MASKED, text):
        return _misdated(*found.groups(""))
    if re.fullmatch(_SCALED, text):
        return Unsupported()
    _, reason = slip(text)
    return Fault(reason.format(text))


def _misdated(year: str, month: str, day: str) -> Fault:
    """Why a date of digits and `X` is none."""
    if year == "-0000":
        return Fault("the year 0 is written 0000")
    if day and month in SEASONS:
        return Fault("a season has no days")
    months = fitting(month, 12)
    if not months:
        return Fault(f"month {month} does not exist")
    if len(months) > 1 or day == "00":
        return Fault(f"day {day} does not exist")
    return Fault(f"{MONTHS[months[0] - 1]} {year} has {longest(year, months[0])} days")
