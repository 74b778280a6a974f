"""The proleptic Gregorian calendar, for any year; 0000 is there, and -0001 comes before it."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple, Self

# In English whatever the locale is, which is why the standard library's names do not serve.
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
# By month, in a year without a leap day.
_DAYS_BEFORE = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
# The calendar repeats every 400 years, so datetime's quick one serves for all of them.
_CYCLE_YEARS, _CYCLE_DAYS = 400, 146_097


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
        cycles, rest = divmod(ordinal - 1, _CYCLE_DAYS)
        near = date.fromordinal(rest + 1)
        return cls(near.year + _CYCLE_YEARS * cycles, near.month, near.day)

    @property
    def ordinal(self) -> int:
        """The day's number, as `datetime.date.toordinal` has it; 0 and less before the year 1."""
        return ordinal(*self)

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


def ordinal(year: int, month: int, day: int) -> int:
    """The number of a day, where 1 is 0001-01-01."""
    cycles = (year - 1) // _CYCLE_YEARS
    return date(year - _CYCLE_YEARS * cycles, month, day).toordinal() + _CYCLE_DAYS * cycles


def months(year: int, month: int, count: int) -> tuple[int, int]:
    """The numbers of the first and the last day of some whole months."""
    next_year, next_month = divmod(12 * year + month - 1 + count, 12)
    return _start(year, month), _start(next_year, next_month + 1) - 1


def _start(year: int, month: int) -> int:
    """The number of the first day of a month, in numbers alone, which is soonest."""
    past = year - 1
    leaps = past // 4 - past // 100 + past // 400
    leap = month > 2 and (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return 365 * past + leaps + _DAYS_BEFORE[month] + leap + 1


def length(year: int, month: int) -> int:
    """How many days a month has."""
    first, last = months(year, month, 1)
    return last - first + 1


def longest(year: str, month: int) -> int:
    """How many days a month has at the most, where `X` stands for any digit of the year."""
    # One digit in place of every X is enough to meet a leap year if there is one.
    return max(length(int(year.replace("X", digit)), month) for digit in "0123456789")


def fitting(mask: str, most: int) -> list[int]:
    """The numbers from 1 on that two digits may be, where `X` stands for any."""
    fits = re.compile(mask.replace("X", ".")).fullmatch
    return [number for number in range(1, most + 1) if fits(f"{number:02}")]
