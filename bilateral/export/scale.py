"""Where days stand on a line: the long stretches in which nothing starts or ends are shortened."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from bilateral.analysis.moments import Moment
from bilateral.dates import Day

MARGIN = 0.04
"""How much of the line, at each of its ends, is for what has no limit there."""
_MOST = 200
"""So many years or months of one roundness are tried as labels."""


class Tick(NamedTuple):
    """A labelled day on the line.

    Attributes:
        at: Where it stands, from 0 to 1.
        middle: Where the middle of the label does: beside it only where the line ends.
        label: What it is called.
    """

    at: float
    middle: float
    label: str


class Stretch(NamedTuple):
    """A part of the line, from 0 to 1.

    Attributes:
        start: Where it begins.
        end: Where it ends.
        open_start: It has no limit there.
        open_end: It has no limit there.
    """

    start: float
    end: float
    open_start: bool
    open_end: bool


class Scale:
    """A line from 0 to 1 on which the days of some moments stand, in order.

    Between two neighbouring days on which something can start or end lies a piece of the line that
    grows with the logarithm of the days between them, so that hours of a summit stay apart beside
    years of a war; within a piece, all days are alike.

    Args:
        moments: Whose days must have room.
    """

    def __init__(self, moments: Iterable[Moment]) -> None:
        moments = list(moments)
        self._starts = sorted({day for moment in moments for day in _starts(moment)})
        behind = {day for moment in moments for day in _behind(moment)}
        self._days = sorted(behind.union(self._starts))
        places = [0.0]
        for earlier, later in zip(self._days, self._days[1:], strict=False):
            places.append(places[-1] + math.log2(1 + later - earlier))
        whole = places[-1] or 1.0
        room = 1 - 2 * MARGIN
        self._places = [MARGIN + room * place / whole for place in places]

    def at(self, day: float) -> float:
        """Where the first moment of a day stands; before the first day and behind the last, 0 or 1.

        Args:
            day: The ordinal of the day.
        """
        number = bisect_right(self._days, day) - 1
        if number < 0:
            return 0.0
        here = self._places[number]
        if day == self._days[number]:
            return here
        if number == len(self._days) - 1:
            return 1.0
        share = (day - self._days[number]) / (self._days[number + 1] - self._days[number])
        return here + share * (self._places[number + 1] - here)

    def extent(self, moment: Moment) -> Stretch:
        """The days on which a moment can have been going on."""
        return self._stretch(moment.earliest, moment.latest)

    def core(self, moment: Moment) -> Stretch | None:
        """The days on which it certainly was; None where there is no such day."""
        return moment.core and self._stretch(*moment.core)

    def _stretch(self, first: Day | None, last: Day | None) -> Stretch:
        return Stretch(
            0.0 if first is None else self.at(first.ordinal),
            1.0 if last is None else self.at(last.ordinal + 1),
            first is None,
            last is None,
        )

    def ticks(self, room: Callable[[str], float]) -> list[Tick]:
        """Labelled years, months and days that stand clear of each other, the roundest first.

        Args:
            room: How much of the line a label takes.
        """
        taken: list[tuple[float, float]] = []
        found: list[Tick] = []
        for ordinal, label in self._candidates():
            at, half = self.at(ordinal), room(label) / 2
            middle = min(max(at, half), 1 - half)
            start, end = middle - half, middle + half
            if half > 0.5 or any(a < end and start < b for a, b in taken):
                continue
            taken.append((start, end))
            found.append(Tick(at, middle, label))
        return sorted(found)

    def _candidates(self) -> Iterator[tuple[int, str]]:
        """Days that a label would help, with the labels, in the order of their roundness."""
        if not self._days:
            return
        first, last = (Day.from_ordinal(self._days[end]) for end in (0, -1))
        seen: set[int] = set()
        years = [
            year
            for step in _steps(last.year - first.year)
            for year in range(-(-first.year // step) * step, last.year + 1, step)
        ]
        months = [
            Day(year, month, 1)
            for month in (1, 7, 4, 10, *range(2, 13))
            for year in dict.fromkeys(years)
            if month == 1 or last.year - first.year <= _MOST
        ]
        for start in months:
            ordinal = start.ordinal
            if ordinal not in seen and self._days[0] <= ordinal <= self._days[-1]:
                seen.add(ordinal)
                year, month, _ = str(start).rsplit("-", 2)
                yield ordinal, year if start.month == 1 else f"{year}-{month}"
        for day in self._starts:
            if day not in seen:
                yield day, str(Day.from_ordinal(day))


def _steps(years: int) -> list[int]:
    """How far round years stand apart, from far to near, while they are not too many."""
    steps = [part * 10**zeros for zeros in range(len(str(years)), -1, -1) for part in (5, 2, 1)]
    return [step for step in steps if years <= step * _MOST]


def _starts(moment: Moment) -> Iterator[int]:
    """The first of the days on which it can, and certainly did, go on."""
    for day in (moment.earliest, moment.core and moment.core[0]):
        if day is not None:
            yield day.ordinal


def _behind(moment: Moment) -> Iterator[int]:
    """The days behind the last ones."""
    for day in (moment.latest, moment.core and moment.core[1]):
        if day is not None:
            yield day.ordinal + 1
