"""Dates in English words; whatever the words leave open, the date leaves open too."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bilateral.dates.calendar import MONTHS, Day, fitting, longest, months, ordinal
from bilateral.dates.seasons import SEASONS

_PARTS = re.compile(
    r"""(Q) (-?[0-9X]{4} | Y-?[0-9]+) (Q)
        (?: - (Q) ([0-9X]{2}) (Q) (?: - (Q) ([0-9X]{2}) (Q) )? )?""".replace("Q", "[?~%]?"),
    re.VERBOSE,
).fullmatch
# What can be told along with a date of the same month or year.
_SURE = re.compile("([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?").fullmatch

_DOUBTS = (("~%", "about {}", "approximate"), ("?%", "{}, uncertain", "uncertain"))


def described(text: str) -> str:
    """A date in words; the text is one that was read."""
    if text[0] in "[{":
        return _set(text[1:-1].split(","), all_of=text[0] == "{")
    if "/" in text:
        start, _, end = text.partition("/")
        return _interval(start, end)
    date, _, time = text.partition("T")
    return f"{_date(date)}, {time}" if time else _date(date)


def _set(members: Sequence[str], *, all_of: bool) -> str:
    word = "and" if all_of else "or"
    days = [_SURE(member) for member in members]
    if all(days) and len({member[:7] for member in members}) == 1 and len(members[0]) == 10:
        listed = _listed([_number(member[8:]) for member in members], word)
        return f"{listed} {_date(members[0][:7])}"
    return _listed([_member(member, all_of=all_of) for member in members], word)


def _member(text: str, *, all_of: bool) -> str:
    start, dots, end = text.partition("..")
    if not dots:
        return _date(text)
    if all_of:
        return _interval(start or "..", end or "..")
    if not start:
        following = _following(end)
        return f"some time before {following}" if following else f"some time up to {_date(end)}"
    return f"some time from {_date(start)} {f'to {_date(end)}' if end else 'on'}"


def _following(text: str) -> str | None:
    """The day, month or year after; None where the date is in doubt, or the last of its kind."""
    found = _SURE(text)
    if not found or text.startswith("9999"):
        return None
    year, month, day = (int(part or 0) for part in found.groups())
    last = ordinal(year, month, day) if day else months(year, month or 1, 1 if month else 12)[1]
    return _date(str(Day.from_ordinal(last + 1))[: len(text)])


def _interval(start: str, end: str) -> str:
    if start in ("", ".."):
        return f"up to {_date(end)}" if start else f"from an unknown start to {_date(end)}"
    if end in ("", ".."):
        return f"from {_date(start)} {'on' if end else 'to an unknown end'}"
    if start == end and len(start) == 10 and _SURE(start):
        return _date(start)
    if len(start) == len(end) > 4 and _SURE(start) and _SURE(end) and start[:4] == end[:4]:
        if len(start) == 10 and start[:7] == end[:7]:
            return f"{_number(start[8:])}-{_date(end)}"
        return f"{_date(start).removesuffix(f' {start[:4]}')} to {_date(end)}"
    return f"{_date(start)} to {_date(end)}"


def _date(text: str) -> str:
    """A date by itself, with its doubt."""
    found = _PARTS(text)
    marks = [part or "" for part in found.groups()] if found else []
    parts = [part for part in marks[1::3] if part]
    words, asides = _words(*parts), []
    for signs, whole, word in _DOUBTS:
        doubtful = [
            name
            for place, name in enumerate(("year", "month", "day")[: len(parts)])
            # A sign before a part is of that part, one after it also of all before.
            if {*marks[3 * place], *"".join(marks[3 * place + 2 :: 3])} & {*signs}
        ]
        if len(doubtful) == len(parts):
            words = whole.format(words)
        elif doubtful:
            asides.append(f"{_listed(doubtful, 'and')} {word}")
    return f"{words} ({', '.join(asides)})" if asides else words


def _words(year: str, month: str = "XX", day: str = "XX") -> str:
    """A date without its doubt."""
    if month == day == "XX":
        return _year(year, alone=True)
    if month in SEASONS:
        season = SEASONS[month][0]
        joint = " of " if "X" in year and not season.endswith(" of") else " "
        return f"{season}{joint}{_year(year)}"
    when = f"{' of' if 'X' in year else ''} {_year(year)}"
    numbers = fitting(month, 12)
    if day == "XX":
        return f"{_months(numbers)}{when}"
    days = fitting(day, max(longest(year, number) for number in numbers))
    if "X" in month:
        long = [number for number in numbers if days[-1] <= longest(year, number)]
        names = "an unknown month" if month == "XX" else _months(long)
        return f"day {_some(days)} of {names} of {_year(year)}"
    return f"{_some(days, alone=True)} {_months(numbers)}{when}"


def _year(year: str, *, alone: bool = False) -> str:
    digits = year.removeprefix("-")
    if "X" not in year:
        return year.removeprefix("Y")
    if digits == "XXXX":
        return "an unknown year" if digits == year else "an unknown year before 0000"
    known = digits.rstrip("X")
    if "X" in known:
        return f"a year like {year}"
    if len(known) == 3 and digits == year:
        return f"the {known}0s" if alone else f"a year in the {known}0s"
    ends = [year.replace("X", "0"), year.replace("X", "9")]
    # Before the year 0 the digits count backwards, and 0 itself has no sign.
    first, last = ends if digits == year else (ends[1], max(ends[0], "-0001"))
    return f"{'some time' if alone else 'a year'} from {first} to {last}"


def _months(numbers: Sequence[int]) -> str:
    names = [MONTHS[number - 1] for number in numbers]
    if len(names) > 3:
        return f"a month from {names[0]} to {names[-1]}"
    return _listed(names, "or")


def _some(days: Sequence[int], *, alone: bool = False) -> str:
    """One of some days; a doubt, which must not be read as all of them."""
    if len(days) > 3 and days[-1] - days[0] == len(days) - 1:
        return f"{'some time ' if alone else ''}from {days[0]} to {days[-1]}"
    return _listed([str(day) for day in days], "or")


def _number(digits: str) -> str:
    return str(int(digits))


def _listed(words: Sequence[str], word: str) -> str:
    return f" {word} ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
