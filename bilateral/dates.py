"""Dates as sources give them: EDTF, with all its doubt, and questions answered by a `Certainty`.

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

So a date is a doubt among stretches of days, and is held as a sorted tuple of alternatives, each
with the range of its first day and of its last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from enum import Enum
from functools import cache
from typing import NamedTuple, Self

from attrs import field, frozen

from bilateral.errors import BilateralError

LONGEST = 256
"""The most characters that a date may have; a year after `Y` has at most 15 digits."""

# Bounds that are no days: without limit, and at whatever finite distance. All fit 64 bits.
_FOREVER = 2**63 - 1
_FAR = 2**62


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
        advice = f"; did you mean {self.suggestion!r}?" if self.suggestion else ""
        return f"{shown} is no EDTF date: {self.reason}{advice}"


class Certainty(Enum):
    """An answer: yes, or no, whatever the dates in doubt turn out to be; or it depends on that."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        raise TypeError(
            "a Certainty is neither true nor false: compare it, as in "
            "`answer is Certainty.CERTAIN` or `answer is not Certainty.NO`"
        )


class Day(NamedTuple):
    """A day of the proleptic Gregorian calendar, of any year; days compare in order of time.

    >>> print(Day(2024, 5, 16), Day(-1985, 1, 1), Day(170000002, 1, 1))
    2024-05-16 -1985-01-01 Y170000002-01-01
    """

    year: int
    month: int
    day: int

    @classmethod
    def from_ordinal(cls, ordinal: int) -> Self:
        """The day with this number, where 1 is 0001-01-01."""
        cycles, rest = divmod(ordinal - 1, 146_097)
        near = date.fromordinal(rest + 1)
        return cls(near.year + 400 * cycles, near.month, near.day)

    @property
    def ordinal(self) -> int:
        """The day's number, as `datetime.date.toordinal` has it; 0 and less before the year 1."""
        return _ordinal(*self)

    def date(self) -> date:
        """The same day as a `datetime.date`.

        Raises:
            ValueError: The year is not one of 1 to 9999.
        """
        if not 1 <= self.year <= 9999:
            raise ValueError(f"{self} is no datetime.date, which has the years 1 to 9999 only")
        return date(self.year, self.month, self.day)

    def __str__(self) -> str:
        far = abs(self.year) > 9999
        year = f"Y{self.year}" if far else f"{self.year:0{4 + (self.year < 0)}}"
        return f"{year}-{self.month:02}-{self.day:02}"


@frozen
class Bound:
    """One end of a date: the days between which it lies, as far as the other end allows.

    The far side of a one-sided set such as `[2030..]` has no limit, and is neither open nor
    unknown: it is some day, at whatever distance.

    Attributes:
        earliest: The first day that it can be; None where there is no limit.
        latest: The last day that it can be; None where there is no limit.
        open: It is `..`, so the date extends without limit, and both days are None.
        unknown: It is blank, so nothing is known but what the other end implies.
    """

    earliest: Day | None
    latest: Day | None
    open: bool = False
    unknown: bool = False


class _Span(NamedTuple):
    """One alternative: a stretch that starts on a day of one range and ends on one of another.

    The start is never after the end, and the ranges are as narrow as that makes them. In `[a..b]`
    the first `shared` of the start's and the end's year, month and day are the same.
    """

    start_from: int
    start_to: int
    end_from: int
    end_to: int
    shared: int = 0


@frozen(repr=False)
class Edtf:
    """A date in EDTF, as it was written; equal and hashed by its text.

    There is no `<`: which of two dates comes first can be in doubt. Ask, or sort by `sort_key`.
    The questions take a date or its text, and hold the doubts of the two for independent.

    >>> april = Edtf.parse("2024-04")
    >>> april.before("2024-05-16"), april.overlaps("2024-04-26")
    (<Certainty.CERTAIN: 'certain'>, <Certainty.POSSIBLE: 'possible'>)

    Attributes:
        text: The date as it was written.
    """

    text: str
    _spans: tuple[_Span, ...] = field(init=False, eq=False)

    @_spans.default
    def _read_text(self) -> tuple[_Span, ...]:
        try:
            return _read(self.text)
        except _Fault as fault:
            raise EdtfError(self.text, str(fault), _meant(self.text)) from None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that the text writes.

        Raises:
            EdtfError: The text is no EDTF date, or of a level that is not supported.
        """
        return cls(text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        # By its text, so that a pickle outlives a change of the representation.
        return type(self), (self.text,)

    @property
    def start(self) -> Bound:
        """Where the first day lies."""
        first, last, *_ = _hull(self._spans)
        return Bound(_day(first), _day(last), last == -_FOREVER, first == -_FOREVER < last)

    @property
    def end(self) -> Bound:
        """Where the last day lies.

        >>> Edtf.parse("2024-05-16/2024-06").end.latest
        Day(year=2024, month=6, day=30)
        """
        _, _, first, last, _ = _hull(self._spans)
        return Bound(_day(first), _day(last), first == _FOREVER, first < _FOREVER == last)

    @property
    def earliest(self) -> Day | None:
        """The first day that the date can reach back to; None where there is no limit."""
        return self.start.earliest

    @property
    def latest(self) -> Day | None:
        """The last day that the date can reach; None where there is no limit."""
        return self.end.latest

    @property
    def uncertain(self) -> bool:
        """Whether the source is doubtful: `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether it is an estimate: `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def sort_key(self) -> tuple[int, int]:
        """The ordinals of the earliest start and the latest end, for an order of display.

        Without a limit, a start sorts before all days and an end after them. Both fit 64 bits.

        >>> sorted([Edtf("2024"), Edtf("2024-01"), Edtf("../2024")], key=lambda date: date.sort_key)
        [Edtf('../2024'), Edtf('2024-01'), Edtf('2024')]
        """
        hull = _hull(self._spans)
        return hull.start_from, hull.end_to

    def before(self, other: Edtf | str) -> Certainty:
        """Whether this date ends before the other starts."""
        return _before(self._spans, _spans(other))

    def after(self, other: Edtf | str) -> Certainty:
        """Whether this date starts after the other ends."""
        return _before(_spans(other), self._spans)

    def overlaps(self, other: Edtf | str) -> Certainty:
        """Whether the two share a day.

        >>> print(Edtf.parse("[2024-05-01,2024-05-31]").overlaps("2024-05-15"))
        no
        """
        theirs = _spans(other)
        a, b = _hull(self._spans), _hull(theirs)
        if b.start_to <= a.end_from and a.start_to <= b.end_from:
            return Certainty.CERTAIN
        return _possible(True for _ in _meeting(self._spans, theirs))

    def within(self, other: Edtf | str) -> Certainty:
        """Whether all days of this date are days of the other."""
        theirs = _spans(other)
        a, b = _hull(self._spans), _hull(theirs)
        if b.start_to <= a.start_from and a.end_to <= b.end_from:
            return Certainty.CERTAIN
        return _possible(_fits(a, b) for a, b in _meeting(self._spans, theirs))

    def same_day(self, other: Edtf | str) -> Certainty:
        """Whether each is a single day, and both the same one."""
        theirs = _spans(other)
        a, b = _hull(self._spans), _hull(theirs)
        if a.start_from == a.end_to == b.start_from == b.end_to:
            return Certainty.CERTAIN
        pairs = _meeting(self._spans, theirs)
        return _possible(
            max(a.end_from, b.end_from) <= min(a.start_to, b.start_to) for a, b in pairs
        )


_Spans = tuple[_Span, ...]


def _spans(dated: Edtf | str) -> _Spans:
    return (Edtf(dated) if isinstance(dated, str) else dated)._spans  # noqa: SLF001 # its own module


def _hull(spans: _Spans) -> _Span:
    """The ranges of all alternatives together, which show whatever is certain."""
    if len(spans) == 1:
        return spans[0]
    start_from, start_to, end_from, end_to, _ = zip(*spans, strict=True)
    return _Span(min(start_from), max(start_to), min(end_from), max(end_to))


def _before(ours: _Spans, theirs: _Spans) -> Certainty:
    a, b = _hull(ours), _hull(theirs)
    if a.end_to < b.start_from:
        return Certainty.CERTAIN
    return _possible([a.end_from < b.start_to])


def _possible(cases: Iterable[bool]) -> Certainty:
    return Certainty.POSSIBLE if any(cases) else Certainty.NO


def _meeting(ours: _Spans, theirs: _Spans) -> Iterator[tuple[_Span, _Span]]:
    """The pairs of alternatives that can share a day: one sweep, as both are sorted."""
    passed = 0
    for a in ours:
        while passed < len(theirs) and theirs[passed].end_to < a.start_from:
            passed += 1
        for index in range(passed, len(theirs)):
            b = theirs[index]
            if a.end_to < b.start_from:
                break
            if a.start_from <= b.end_to:
                yield a, b


def _fits(inner: _Span, outer: _Span) -> bool:
    """Whether some stretch of the one lies within some stretch of the other."""
    if inner.start_to < outer.start_from or outer.end_to < inner.end_from:
        return False
    if inner.end_from <= inner.start_to or not outer.shared:
        return True
    # The inner lasts several days at the least: one day, month or year must hold them all.
    first, last = Day.from_ordinal(inner.start_to), Day.from_ordinal(inner.end_from)
    return first[: outer.shared] == last[: outer.shared]


# Reading. A date by itself becomes its first and last day and its precision: how many of year,
# month and day it names, 0 for a decade, a century or a season.
_Range = tuple[int, int, int]

_DATE = re.compile(
    r"""(?: (?!-0000) (-?[0-9]{4})
            (?: - (?: XX (?:-XX)? | (2[1-4])
                    | (0[1-9]|1[0-2]) (?: - (?: XX | (0[1-9]|[12][0-9]|3[01]) ) )? ) )?
          | (-?[0-9]{2} (?: [0-9]X | XX )) | Y (-?[1-9][0-9]{4,14}) ) [?~%]?""",
    re.VERBOSE,
).fullmatch
_ANY_YEAR = re.compile(r"XXXX-(0[1-9]|1[0-2])[?~%]?").fullmatch
_TIMED = re.compile(r"([0-9-]+)T(.*)", re.DOTALL).fullmatch
_TIME = r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:Z|[+-]([0-9]{2})(?::([0-9]{2}))?)?"


class _Fault(Exception):
    """Why a text is no date."""


class _LevelTwo(_Fault):
    """It would be one at level 2."""


def _read(text: str) -> tuple[_Span, ...]:
    """The alternatives among which the text leaves the choice."""
    if found := _DATE(text):
        first, last, _ = _range(found)
        return (_Span(first, last, first, last),)
    if len(text) > LONGEST:
        raise _Fault(f"it has {len(text)} characters, and a date has {LONGEST} at most")
    for character in text:
        if not character.isascii():
            raise _Fault(f"{character!r} is not an ASCII character")
    if text.startswith(("[", "{")):
        return _set(text)
    if "/" in text:
        return (_interval(text),)
    if found := _TIMED(text):
        return (_moment(*found.groups()),)
    if found := _ANY_YEAR(text):
        return _any_year(int(found[1]))
    raise _refused(text)


def _range(found: re.Match[str]) -> _Range:
    year, season, month, day, masked, far = found.groups()
    if day:
        if day > "28" and int(day) > _length(int(year), int(month)):
            raise _refused(found[0])
        ordinal = _ordinal(int(year), int(month), int(day))
        return ordinal, ordinal, 3
    if month:
        return *_months(int(year), int(month), 1), 2
    if season:
        return *_months(int(year), 3 * (int(season) - 20), 3), 0
    if masked:
        low, high = sorted(int(masked.replace("X", digit)) for digit in "09")
        return *_months(low, 1, 12 * (high - low + 1)), 0
    return *_months(int(year or far), 1, 12), 1


def _ranges(texts: Iterable[str]) -> list[_Range]:
    """The ranges of several dates; one that is wrong is reported before one of level 2."""
    ranges, level_two = [], None
    for text in texts:
        try:
            found = _DATE(text)
            if not found:
                raise _refused(text)
            ranges.append(_range(found))
        except _LevelTwo as fault:
            level_two = fault
    if level_two:
        raise level_two
    return ranges


_NO_START = {"..": (-_FOREVER, -_FOREVER), "": (-_FOREVER, _FAR)}
_NO_END = {"..": (_FOREVER, _FOREVER), "": (-_FAR, _FOREVER)}


def _interval(text: str) -> _Span:
    start, _, end = text.partition("/")
    if "/" in end:
        raise _refused(text)
    if start in _NO_START and end in _NO_END:
        raise _Fault("an interval needs a date at one end")
    dates = iter(_ranges(part for part in (start, end) if part not in _NO_END))
    start_from, start_to = _NO_START.get(start) or next(dates)[:2]
    end_from, end_to = _NO_END.get(end) or next(dates)[:2]
    if end_to < start_from:
        raise _Fault(f"the end {end} is before the start {start}")
    return _Span(start_from, min(start_to, end_to), max(start_from, end_from), end_to)


def _set(text: str) -> tuple[_Span, ...]:
    closing = {"[": "]", "{": "}"}[text[0]]
    if text[-1] != closing:
        raise _Fault(f"a set that opens with {text[0]} closes with {closing}")
    members = [member.split("..") for member in text[1:-1].split(",")]
    if not all(any(member) and len(member) <= 2 for member in members):
        raise _Fault("each member of a set is a date, or a range such as 1670..1672 or 1672..")
    dates = iter(_ranges(part for member in members for part in member if part))
    spans = []
    for start, *ends in members:
        ranges = [next(dates) for part in (start, *ends) if part]
        first = ranges[0][0] if start else -_FAR
        last = ranges[-1][1] if all(ends) else _FAR
        if last < first:
            raise _Fault(f"the end {ends[0]} is before the start {start}")
        shared = min(precision for _, _, precision in ranges) if ends else 0
        spans.append(_Span(first, last, first, last, shared))
    if closing == "}":
        raise _LevelTwo(_LEVEL_TWO)
    return tuple(sorted(spans))


def _moment(day: str, time: str) -> _Span:
    if day.count("-", 1) != 2:
        raise _Fault("only a full date such as 2024-05-16 has a time of day")
    [(first, last, _)] = _ranges([day])
    found = re.fullmatch(_TIME, time)
    if not found:
        raise _Fault("a time is written T23:20:30, and may end in Z or an offset such as +01:00")
    limits = {"hour": 24, "minute": 60, "second": 60, "offset hour": 24, "offset minute": 60}
    for (name, limit), part in zip(limits.items(), found.groups("00"), strict=True):
        if int(part) >= limit:
            raise _Fault(f"{name} {part} does not exist")
    return _Span(first, last, first, last)


@cache
def _any_year(month: int) -> tuple[_Span, ...]:
    """The month in each year of four digits; some 10 ms, so kept: there are twelve of them."""
    ranges = (_months(year, month, 1) for year in range(10_000))
    return tuple(_Span(first, last, first, last) for first, last in ranges)


def _ordinal(year: int, month: int, day: int) -> int:
    # The calendar repeats every 400 years, so datetime's quick one serves for all of them.
    cycles = (year - 1) // 400
    return date(year - 400 * cycles, month, day).toordinal() + 146_097 * cycles


def _day(ordinal: int) -> Day | None:
    return Day.from_ordinal(ordinal) if abs(ordinal) < _FAR else None


def _months(year: int, month: int, count: int) -> tuple[int, int]:
    """The first and the last day of some whole months."""
    next_year, next_month = divmod(12 * year + month - 1 + count, 12)
    return _ordinal(year, month, 1), _ordinal(next_year, next_month + 1, 1) - 1


def _length(year: int, month: int) -> int:
    first, last = _months(year, month, 1)
    return last - first + 1


# Explaining. Only a text that is no date comes here, so nothing below needs to be quick.
_LEVEL_TWO = "it is valid EDTF level 2, which is not supported yet"
_MASKED = r"Q(-?[0-9X]{4})Q(?:-Q([0-9X]{2})Q(?:-Q([0-9X]{2})Q)?)?".replace("Q", "[?~%]?")
_SCALED = r"Y-?[1-9][0-9]*E[1-9][0-9]*(S[1-9][0-9]*)?|(-?[0-9]{4}|Y-?[1-9][0-9]{4,})S[1-9][0-9]*"
# Month names in English whatever the locale is, which is why `calendar` does not serve.
_NAMES = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_NAMED = rf"(?P<month>(?i:{'|'.join(f'{n[:3]}(?:{n[3:]})?' for n in _NAMES)}|Sept))\.?"
_YEAR, _MONTH, _DAY = r"(?P<year>[0-9]{4})", r"(?P<month>0?[1-9]|1[0-2])", r"(?P<day>[0-9]{1,2})"
_ORDER = "year, month and day stand in this order, joined by hyphens"
_SLIPS = {
    r"": "it is empty",
    r"\s.*|.*\s": "there is white space around it",
    rf"{_YEAR}-{_MONTH}(-{_DAY})?": "month and day have two digits each",
    rf"{_YEAR}[/.]{_MONTH}[/.]{_DAY}": _ORDER,
    r"(?P<year>[0-9]{4})(?P<month>0[1-9]|1[0-2])(?P<day>[0-2][0-9]|3[01])": _ORDER,
    rf"(?P<day>1[3-9]|2[0-9]|3[01])[-/.]{_MONTH}[-/.]{_YEAR}": _ORDER,
    rf"{_MONTH}[-/.](?P<day>1[3-9]|2[0-9]|3[01]|(?P=month))[-/.]{_YEAR}": _ORDER,
    r"((0?[1-9]|1[0-2])[-/.]){2}[0-9]{4}": "day and month cannot be told apart",
    r"[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}": _ORDER,
    rf"({_DAY}(st|nd|rd|th)? )?{_NAMED} {_YEAR}": "a month is written as a number",
    rf"{_NAMED} {_DAY}(st|nd|rd|th)?(, ?| ){_YEAR}": "a month is written as a number",
    r"Y(?P<year>-?[0-9]{4})": "a year of four digits has no Y",
    r"Y-?[0-9].*": "a year after Y has 5 to 15 digits, the first not 0, and nothing follows it",
    r"-?[1-9][0-9]{4,14}": "a year has four digits; write Y{} for a longer one",
    r"-?[0-9]{4}(-[0-9]+){1,2}": "month and day have two digits each",
    r"-?[0-9]+(-[0-9]+){0,2}": "a year has four digits",
    r"[0-9-]+T.*": "a time of day does not stand in an interval or a set",
    r".*/.*/.*": "an interval has one '/'",
    r"[-0-9X]*x[-0-9xX]*": "an unspecified digit is written X",
    r"[-0-9X]+\?~": "a date that is both uncertain and approximate ends in %",
    r"[0-9]{3}0s": "a decade is written like 199X",
    r".+\s(to|until|-|\u2013)\s.+": "an interval is written with '/'",
    r".*": "a date is written like 2024-05-16, 2024-05 or 2024",
}


def _slip(text: str) -> tuple[re.Match[str], str]:
    matches = ((re.fullmatch(slip, text, re.DOTALL), reason) for slip, reason in _SLIPS.items())
    return next((found, reason) for found, reason in matches if found)


def _refused(text: str) -> _Fault:
    """Why a text is not a date by itself."""
    if found := re.fullmatch(_MASKED, text):
        return _misdated(*found.groups())
    if re.fullmatch(_SCALED, text):
        return _LevelTwo(_LEVEL_TWO)
    _, reason = _slip(text)
    return _Fault(reason.format(text))


def _misdated(year: str, month: str | None, day: str | None) -> _Fault:
    """Why a date of digits and `X` is none, or only one of level 2."""
    months = _fitting(month or "XX", [*range(1, 13), *range(21, 42)])
    dated = [number for number in months if number <= 12]
    # One digit in place of every X is enough to meet a leap year if there is one.
    years = [int(year.replace("X", digit)) for digit in "0123456789"]
    longest = max((_length(a_year, a_month) for a_year in years for a_month in dated), default=31)
    if year == "-0000":
        return _Fault("the year 0 is written 0000")
    if not months:
        return _Fault(f"month {month} does not exist")
    if day and not dated:
        return _Fault("a season has no days")
    if not day or _fitting(day, range(1, longest + 1)):
        return _LevelTwo(_LEVEL_TWO)
    if len(dated) > 1 or day == "00":
        return _Fault(f"day {day} does not exist")
    return _Fault(f"{_NAMES[dated[0] - 1]} {year} has {longest} days")


def _fitting(mask: str, numbers: Iterable[int]) -> list[int]:
    return [number for number in numbers if re.fullmatch(mask.replace("X", "."), f"{number:02}")]


def _meant(text: str) -> str | None:
    """The date that a wrong text surely means, if that is one."""
    if len(text) > LONGEST:
        return None
    mended = _mended(text)
    try:
        _read(mended)
    except _Fault:
        return None
    return mended


def _mended(text: str) -> str:
    ends = re.split(r"\s+(?:to|until|-|\u2013)\s+|\s*/\s*", text.strip())
    if len(ends) == 2:
        return "/".join(_mended(end) for end in ends)
    text = re.sub(r"\s*(,|\.\.|[][])\s*", r"\1", text.strip())
    text = re.sub(r"^([0-9]{2}[1-9])0s$", r"\1X", text).replace("x", "X").replace("?~", "%")
    found, _ = _slip(text)
    parts = {"year": text} | {name: part for name, part in found.groupdict().items() if part}
    if parts.get("month", "").isalpha():
        abbreviated = [name[:3] for name in _NAMES]
        parts["month"] = str(abbreviated.index(parts["month"][:3].title()) + 1)
    return "-".join(f"{parts[name]:0>2}" for name in ("year", "month", "day") if name in parts)
