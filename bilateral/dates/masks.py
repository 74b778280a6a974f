"""Unspecified digits: `156X-12-25` is one of ten days, `XXXX-05` one of ten thousand Mays."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from attrs import frozen

from bilateral.dates.calendar import Day, length, months, ordinal
from bilateral.dates.seasons import SEASONS
from bilateral.dates.stretches import FAR, Span, hull


@frozen
class Masked:
    """A date with an `X` in place of digits; it makes its alternatives as they are asked for.

    Digits that are missing at the end leave one alternative, some time within all that they can
    be; those before a digit leave one for each that they can be.

    Attributes:
        year: Four digits or `X`, perhaps after a minus.
        month: Two digits or `X`, or the number of a season; empty where there is none.
        day: Two digits or `X`; empty where there is none.
    """

    year: str
    month: str
    day: str

    @cached_property
    def hull(self) -> Span:
        """The ranges of all alternatives together."""
        first = next(span for year in self._years(-FAR, FAR) for span in self._within(*year))
        back = self._years(-FAR, FAR, backwards=True)
        last = next(span for year in back for span in [*self._within(*year)][::-1])
        return hull((first, last))

    def touching(self, first: int, last: int) -> Iterator[Span]:
        """The alternatives of the years that these days are in, and of the year before."""
        for year in self._years(first, last):
            yield from self._within(*year)

    def exists(self) -> bool:
        """Whether there is such a day at all, as 30 February is not."""
        # One digit in place of every X is enough to meet a leap year if there is one.
        years = (int(self.year.replace("X", digit)) for digit in "0123456789")
        return any(True for year in years for _ in self._within(year, year))

    def _years(
        self, first: int, last: int, *, backwards: bool = False
    ) -> Iterator[tuple[int, int]]:
        """The years that the digits may mean, or the decades and so on, each by its ends."""
        sign = -1 if self.year[0] == "-" else 1
        digits = self.year.lstrip("-")
        kept = digits if self.month else digits.rstrip("X")
        unit = 10 ** (4 - len(kept))
        low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
        # Most questions are about a few years, and all others need not be made; but a season can
        # reach into the next. What is no day is farther away than any year of four digits.
        years = Day.from_ordinal(first).year - 1, Day.from_ordinal(last).year
        ends = sorted(sign * year for year in years)
        low, high = max(low, ends[0] - ends[0] % unit), min(high, ends[1])
        # Where only the last digits are missing, all years in the range fit.
        gaps = "X" in digits.rstrip("X")
        fits = re.compile(kept.replace("X", ".") + "." * (4 - len(kept))).fullmatch
        numbers = range(low, high + 1, unit)
        for number in reversed(numbers) if backwards is (sign > 0) else numbers:
            if gaps and not fits(f"{number:04}"):
                continue
            if sign > 0:
                yield number, number + unit - 1
            elif number + unit > 1:  # the year 0 is written 0000, so this is not it
                yield 1 - number - unit, -max(number, 1)

    def _within(self, year: int, last_year: int) -> Iterator[Span]:
        """The alternatives of a year, or of a decade and so on."""
        if not self.month:
            yield _within(*months(year, 1, 12 * (last_year - year + 1)))
        elif self.month in SEASONS:
            _, month, count = SEASONS[self.month]
            yield _within(*months(year, month, count))
        elif not self.day:
            for first, last in _numbers(self.month, 12):
                yield _within(*months(year, first, last - first + 1))
        else:
            for first_month, last_month in _numbers(self.month, 12):
                for month in range(first_month, last_month + 1):
                    for first, last in _numbers(self.day, length(year, month)):
                        start = ordinal(year, month, first)
                        yield _within(start, start + last - first)


def _within(first: int, last: int) -> Span:
    # A year, a month or a day is told by its ends, so what is shared need not be told.
    return Span(first, last, first, last)


def _numbers(mask: str, limit: int) -> Iterable[tuple[int, int]]:
    """The numbers from 1 to a limit that two digits may mean, those in a row together."""
    if mask[0] == "X" != mask[1]:
        tens = range(int(mask[1]) or 10, limit + 1, 10)
        return [(number, number) for number in tens]
    low = max(int(mask.replace("X", "0")), 1)
    high = min(int(mask.replace("X", "9")), limit)
    return [(low, high)] if low <= high else []
