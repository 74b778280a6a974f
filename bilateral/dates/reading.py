"""Reading: from the text of a date to the stretches of days that it may mean.

EDTF (ISO 8601-2, the Library of Congress's Extended Date/Time Format) is read at levels 0 and 1,
with the one-of sets of level 2 (`[1667,1668,1670..1672]`) and `XXXX-05`, the May of some year. The
rest of level 2 is recognised and refused. The conventions:

- Days are proleptic Gregorian; years are astronomical, so 0000 is there and -0001 comes before it.
- A time of day is checked and kept, and counts as its civil date, whatever its offset.
- Seasons are those of the northern hemisphere's meteorology: 21 is March to May, 22 June to
  August, 23 September to November, and 24 December to the end of February of the next year.
- `2024-05` is some time within May, one day or several; so too a year, a decade `202X`, a season,
  and `2024-05-XX`. `2024-05-16/2024-05-17` lasts, and covers both its days.
- An end `..` is open: it extends without limit. A blank end is unknown: anything from the other
  end on. One end must be a date, so `../..` and the like are refused: they state nothing.
- `[a,b]` is one of its members, nobody knows which; `[a..b]` is one day, month or year from a to
  b, by the coarser of the two; `[a..]` and `[..b]` one at whatever distance.
- `?`, `~` and `%` are kept, and change no bound and no answer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache

from bilateral.dates.calendar import length, months, ordinal
from bilateral.dates.faults import Fault, LevelTwo, refused
from bilateral.dates.stretches import FAR, FOREVER, Span, Spans

LONGEST = 256
"""The most characters that a date may have; a year after `Y` has at most 15 digits."""

_DATE = re.compile(
    r"""(?: (?!-0000) (-?[0-9]{4})
            (?: - (?: XX (?:-XX)? | (2[1-4])
                    | (0[1-9]|1[0-2]) (?: - (?: XX | (0[1-9]|[12][0-9]|3[01]) ) )? ) )?
          | (-?[0-9]{2} (?: [0-9]X | XX )) | Y (-?[1-9][0-9]{4,14}) ) [?~%]?""",
    re.VERBOSE,
).fullmatch
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
_ANY_YEAR = re.compile(r"XXXX-(0[1-9]|1[0-2])[?~%]?").fullmatch
_TIMED = re.compile(r"([0-9-]+)T(.*)", re.DOTALL).fullmatch
_TIME = r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?"


def read(text: str) -> Spans:
    """The alternatives among which the text leaves the choice, sorted.

    Raises:
        Fault: The text is no date, or of a level that is not supported.
    """
    if _DAY(text):  # as most dates are: the standard library reads them soonest
        try:
            day = dt.date.fromisoformat(text).toordinal()
        except ValueError:
            pass  # there is no such day, or it is one of the year 0
        else:
            return (Span(day, day, day, day, 3),)
    if found := _DATE(text):
        return (_dated(found),)
    if len(text) > LONGEST:
        raise Fault(f"it has {len(text)} characters, and a date has {LONGEST} at most")
    for character in text:
        if not character.isascii():
            raise Fault(f"{character!r} is not an ASCII character")
    if text.startswith(("[", "{")):
        return _set(text)
    if "/" in text:
        return (_interval(text),)
    if found := _TIMED(text):
        return (_moment(*found.groups()),)
    if found := _ANY_YEAR(text):
        return _any_year(int(found[1]))
    raise refused(text)


def _dated(found: re.Match[str]) -> Span:
    year, season, month, day, masked, far = found.groups()
    shared = 0  # how many of year, month and day it names: a decade, century or season none
    if day:
        if day > "28" and int(day) > length(int(year), int(month)):
            raise refused(found[0])
        first = last = ordinal(int(year), int(month), int(day))
        shared = 3
    elif month:
        first, last = months(int(year), int(month), 1)
        shared = 2
    elif season:
        first, last = months(int(year), 3 * (int(season) - 20), 3)
    elif masked:
        low, high = sorted(int(masked.replace("X", digit)) for digit in "09")
        first, last = months(low, 1, 12 * (high - low + 1))
    else:
        first, last = months(int(year or far), 1, 12)
        shared = 1
    return Span(first, last, first, last, shared)


def _date(text: str) -> Span:
    """A date by itself."""
    found = _DATE(text)
    if not found:
        raise refused(text)
    return _dated(found)


def _dates(texts: Iterable[str]) -> list[Span]:
    """Several dates; one that is wrong is reported before one of level 2."""
    dates, level_two = [], None
    for text in texts:
        try:
            dates.append(_date(text))
        except LevelTwo as fault:
            level_two = fault
    if level_two:
        raise level_two
    return dates


_NO_START = {"..": (-FOREVER, -FOREVER), "": (-FOREVER, FAR)}
_NO_END = {"..": (FOREVER, FOREVER), "": (-FAR, FOREVER)}


def _interval(text: str) -> Span:
    start, _, end = text.partition("/")
    if "/" in end:
        raise refused(text)
    if start in _NO_START and end in _NO_END:
        raise Fault("an interval needs a date at one end")
    dates = iter(_dates(part for part in (start, end) if part not in _NO_END))
    start_from, start_to = _NO_START.get(start) or next(dates)[:2]
    end_from, end_to = _NO_END.get(end) or next(dates)[:2]
    if end_to < start_from:
        raise Fault(f"the end {end} is before the start {start}")
    return Span(start_from, min(start_to, end_to), max(start_from, end_from), end_to)


def _set(text: str) -> Spans:
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing:
        raise Fault(f"a set that opens with {text[0]} closes with {closing}")
    members = [member.split("..") for member in text[1:-1].split(",")]
    if not all(any(member) and len(member) <= 2 for member in members):
        raise Fault("each member of a set is a date, or a range such as 1670..1672 or 1672..")
    dates = iter(_dates(part for member in members for part in member if part))
    spans = []
    for start, *ends in members:
        named = [next(dates) for part in (start, *ends) if part]
        first = named[0].start_from if start else -FAR
        last = named[-1].end_to if all(ends) else FAR
        if last < first:
            raise Fault(f"the end {ends[0]} is before the start {start}")
        spans.append(Span(first, last, first, last, min(date.shared for date in named)))
    if closing == "}":
        raise LevelTwo
    return tuple(sorted(spans))


def _moment(day: str, time: str) -> Span:
    if day.count("-", 1) != 2:
        raise Fault("only a full date such as 2024-05-16 has a time of day")
    date = _date(day)
    found = re.fullmatch(_TIME, time)
    if not found:
        raise Fault("a time is written T23:20:30, and may end in Z or an offset such as +01:00")
    limits = {"hour": 24, "minute": 60, "second": 60, "offset hour": 24, "offset minute": 60}
    for (name, limit), part in zip(limits.items(), found.groups("00"), strict=True):
        if int(part) >= limit:
            raise Fault(f"{name} {part} does not exist")
    return date


@cache
def _any_year(month: int) -> Spans:
    """The month in each year of four digits; some 10 ms, so kept: there are twelve of them."""
    ranges = (months(year, month, 1) for year in range(10_000))
    return tuple(Span(first, last, first, last, 2) for first, last in ranges)
