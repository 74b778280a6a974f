"""Reading: from the text of a date to the stretches of days that it may mean.

EDTF is read at levels 0 to 2, as ISO 8601-2:2019 and the Library of Congress's Extended Date/Time
Format have it, save years with an exponent or with significant digits, which are recognised and
refused. The conventions:

- Days are proleptic Gregorian; years are astronomical, so 0000 is there and -0001 comes before it.
- A time of day is checked and kept, and counts as its civil date, whatever its offset.
- `2024-05` is some time within May, one day or several; so too a year, a decade `202X`, a season.
- Digits left open at the end are some time within all that they can be: `2024-05-XX` is as
  `2024-05`, and `1984-1X` is some time from October to December. Digits left open before others
  make alternatives: `156X-12-25` is one of ten days.
- Seasons are those of meteorology, and 24, which is December to February, ends in the next year.
  21 to 28 are the northern hemisphere's, and 29 to 32 the southern one's (29, spring, is September
  to November). 33 to 36 are quarters, 37 to 39 rows of four months, 40 and 41 halves of a year.
- `2024-05-16/2024-05-17` lasts, and covers both its days.
- An end `..` is open: it extends without limit. A blank end is unknown: anything from the other
  end on. One end must be a date, so `../..` and the like are refused: they state nothing.
- `[a,b]` is one of its members, nobody knows which; `[a..b]` is one day, month or year from a to
  b, by the coarser of the two; `[a..]` and `[..b]` one at whatever distance.
- `{a,b}` is all of its members; in it `a..b` lasts from a to b as `a/b` does, and `..b` as `../b`.
- `?`, `~` and `%`, for a date or for parts of it, are kept, and change no bound and no answer.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import suppress

from bilateral.dates.calendar import length, months, ordinal
from bilateral.dates.faults import Fault, Unsupported, refused
from bilateral.dates.masks import Masked
from bilateral.dates.seasons import SEASONS
from bilateral.dates.stretches import (
    FAR,
    FOREVER,
    AllOf,
    Dated,
    Lasting,
    OneOf,
    Span,
    Spans,
    hull,
    lasting,
)

LONGEST = 256
"""The most characters that a date may have; a year after `Y` has at most 15 digits."""

_DATE = re.compile(
    r"""(?: (?!-0000) (-?[0-9]{4})
            (?: - (?: XX (?:-XX)? | (2[1-9]|3[0-9]|4[01])
                    | (0[1-9]|1[0-2]) (?: - (?: XX | (0[1-9]|[12][0-9]|3[01]) ) )? ) )?
          | (-? (?: [0-9]{3}X | [0-9]{2}XX | [0-9]XXX | XXXX )) (?:-XX){0,2}
          | Y (-?[1-9][0-9]{4,14}) ) [?~%]?""",
    re.VERBOSE,
).fullmatch
_DAY = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}").fullmatch
# Each part may be doubtful by itself, before it, or along with all before it, after it.
_PARTS = re.compile(
    r"""Q (?!-0000) (-?[0-9X]{4} | Y-?[1-9][0-9]{4,14}(?=Q$)) Q
        (?: -Q (2[1-9]|3[0-9]|4[01] | 0[1-9X]|1[0-2X]|X[0-9X]) Q
        (?: -Q (0[1-9X]|[12][0-9X]|3[01X]|X[0-9X]) Q )? )?""".replace("Q", "[?~%]?"),
    re.VERBOSE,
).fullmatch
# The days that not every month has.
_LATE = {"29", "30", "31", "3X"}
_TIMED = re.compile(r"([0-9-]+)T(.*)", re.DOTALL).fullmatch
_TIME = r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?"


def read(text: str) -> Dated:
    """The alternatives among which the text leaves the choice, sorted.

    Raises:
        Fault: The text is no date, or of a form that is not supported.
    """
    plain = _plain(text)
    if plain is not None:
        return plain
    if len(text) > LONGEST:
        raise Fault(f"it has {len(text)} characters, and a date has {LONGEST} at most")
    if not text.isascii():
        raise Fault(f"{next(c for c in text if not c.isascii())!r} is not an ASCII character")
    if text.startswith(("[", "{")):
        return _set(text)
    if "/" in text:
        return _interval(text)
    if found := _TIMED(text):
        return _moment(*found.groups())
    return _in_parts(text)


def _plain(text: str) -> Spans | None:
    """A date without more: as most are, and quick for it."""
    if len(text) == 10 and _DAY(text):  # the standard library reads it soonest
        try:
            day = dt.date.fromisoformat(text).toordinal()
        except ValueError:
            pass  # there is no such day, or it is one of the year 0
        else:
            return (Span(day, day, day, day, 3),)
    found = _DATE(text)
    return (_dated(found),) if found else None


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
        _, start, count = SEASONS[season]
        first, last = months(int(year), start, count)
    elif masked:
        low, high = int(masked.replace("X", "0")), int(masked.replace("X", "9"))
        if masked[0] == "-":
            low, high = high, min(low, -1)  # the year 0 is written 0000
        first, last = months(low, 1, 12 * (high - low + 1))
    else:
        first, last = months(int(year or far), 1, 12)
        shared = 1
    return Span(first, last, first, last, shared)


def _date(text: str) -> Spans:
    """A date by itself."""
    plain = _plain(text)
    return _in_parts(text) if plain is None else plain


def _in_parts(text: str) -> Spans:
    """A date with unspecified digits, or doubt about parts of it."""
    found = _PARTS(text)
    if not found:
        raise refused(text)
    parts = [part for part in found.groups() if part]
    plain = "-".join(parts)
    if (without := _plain(plain)) is not None:
        return without
    seasonal = len(parts) == 3 and parts[1] in SEASONS
    while parts[-1] == "XX":
        parts.pop()
    year, month, day = [*parts, "", ""][:3]
    masked = Masked(year, month, day)
    if seasonal or (day in _LATE and not masked.exists()):
        raise refused(plain)
    return masked


def _dates(texts: list[str]) -> Iterator[Spans]:
    """Several dates; one that is wrong is reported before one that is not supported."""
    try:
        return iter([_date(text) for text in texts])
    except Unsupported:
        for text in texts:
            with suppress(Unsupported):
                _date(text)
        raise


# Where an end is not given: the span in which it lies.
_NO_START = {
    "..": Span(-FOREVER, -FOREVER, -FOREVER, -FOREVER),
    "": Span(-FOREVER, FAR, -FOREVER, FAR),
}
_NO_END = {"..": Span(FOREVER, FOREVER, FOREVER, FOREVER), "": Span(-FAR, FOREVER, -FAR, FOREVER)}


def _interval(text: str) -> Spans:
    start, _, end = text.partition("/")
    if "/" in end:
        raise refused(text)
    if start in _NO_START and end in _NO_END:
        raise Fault("an interval needs a date at one end")
    return _lasting(start, end, _dates([part for part in (start, end) if part not in _NO_END]))


def _lasting(start: str, end: str, dates: Iterator[Spans]) -> Spans:
    """What lasts from the one date to the other; a text that is none is no limit."""
    first: Spans = (_NO_START[start],) if start in _NO_START else next(dates)
    last: Spans = (_NO_END[end],) if end in _NO_END else next(dates)
    from_, to = hull(first), hull(last)
    if to.end_to < from_.start_from:
        raise Fault(f"the end {end} is before the start {start}")
    if isinstance(first, tuple) and isinstance(last, tuple):
        return (lasting(from_, to),)
    return Lasting(first, last)


def _set(text: str) -> Dated:
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing:
        raise Fault(f"a set that opens with {text[0]} closes with {closing}")
    members = [member.split("..") for member in text[1:-1].split(",")]
    if not all(any(member) and len(member) <= 2 for member in members):
        raise Fault("each member of a set is a date, or a range such as 1670..1672 or 1672..")
    dates = _dates([part for member in members for part in member if part])
    if closing == "}":
        read = [_every(member, dates) for member in members]
        return AllOf(tuple(read)) if len(read) > 1 else read[0]
    read = [_any(member, dates) for member in members]
    kept = [span for member in read if isinstance(member, tuple) for span in member]
    return tuple(sorted(kept)) if len(kept) == len(read) else OneOf(tuple(read))


def _any(member: list[str], dates: Iterator[Spans]) -> Spans:
    """A member of a one-of set: a date, or one from the first to the last."""
    if len(member) == 1:
        return next(dates)
    start, end = member
    named = [hull(next(dates)) for part in member if part]
    first = named[0].start_from if start else -FAR
    last = named[-1].end_to if end else FAR
    if last < first:
        raise Fault(f"the end {end} is before the start {start}")
    return (Span(first, last, first, last, min(date.shared for date in named)),)


def _every(member: list[str], dates: Iterator[Spans]) -> Spans:
    """A member of an all-of set: a date, or all from the first to the last."""
    if len(member) == 1:
        return next(dates)
    start, end = (part or ".." for part in member)
    return _lasting(start, end, dates)


def _moment(day: str, time: str) -> Spans:
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
