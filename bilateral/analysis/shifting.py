"""Days moved by calendar units, and what is the least that a move can add.

A calendar month is no number of days, so nothing here turns one into days. What makes the moves fit
for solving is that they are monotone and have partners:

    shifted(x, n) <= y   exactly where   x <= shifted(y, -n, last=True)
"""

from __future__ import annotations

import math
from functools import cache

from bilateral.dates import Day

CYCLE = 146_097
"""After so many days, 400 years, the calendar repeats."""

DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def shifted(day: float, count: int, unit: str, *, last: bool = False) -> float:
    """The day so many calendar units later, or earlier where `count` is negative.

    A day that the month does not have is its last one.

    >>> print(Day.from_ordinal(int(shifted(Day(2024, 1, 31).ordinal, 1, "month"))))
    2024-02-29

    Args:
        day: Its ordinal.
        count: How many units.
        unit: `day`, `week`, `month` or `year`.
        last: The last day of a month becomes the last day of a month.
    """
    if math.isinf(day):
        return day
    if unit in DAYS:
        return day + count * DAYS[unit]
    start = Day.from_ordinal(int(day))
    year, month = divmod(12 * start.year + start.month - 1 + count * _MONTHS[unit], 12)
    first = Day(year, month + 1, 1).ordinal
    year, month = divmod(12 * year + month + 1, 12)
    final = Day(year, month + 1, 1).ordinal - 1
    if last and Day.from_ordinal(int(day) + 1).day == 1:
        return final
    return min(first + start.day - 1, final)


@cache
def least(count: int, unit: str) -> int:
    """The fewest days that such a move adds, wherever it starts; negative where it goes back.

    >>> least(1, "month"), least(-1, "month"), least(1, "year")
    (28, -31, 365)

    Args:
        count: How many units.
        unit: `day`, `week`, `month` or `year`.
    """
    if unit in DAYS:
        return count * DAYS[unit]
    # Within a month both move alike until the shorter one ends: its first and last days do.
    days = (Day(year, month, 1).ordinal for year in range(2000, 2400) for month in range(1, 13))
    return min(int(shifted(x, count, unit)) - x for first in days for x in (first - 1, first))


def most(count: int, unit: str) -> int:
    """How many days such a move spans at the most, forward or back."""
    return max(abs(least(count, unit)), abs(least(-count, unit)))
