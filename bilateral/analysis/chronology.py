"""When things started and ended, as far as it follows from their dates and from `relative`.

Each record has four bounds, the ordinals of days: its start lies between two of them, its end
between two others. The date as written gives the first ones, and each `relative` narrows them:
with `earlier` and `later` for what it says came first and second,

    end of earlier + gap <= start of later

where the gap is 0 days if none is given, the least that a vague one can mean (`VAGUE_GAPS`), or an
exact number of days, weeks, calendar months or years; then the two sides are equal. A month after
the last day of a month may be the last day of the next one. An end `..` limits nothing.

Records whose `relative` contradict each other or their dates are `disputed` and keep the bounds of
their dates: those on a circle (each after the other), and all that a contradiction reaches.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from attrs import frozen

from bilateral.analysis.titles import Told
from bilateral.dates import Day, Edtf
from bilateral.records.dossier import Dossier
from bilateral.records.gaps import Gap

VAGUE_GAPS: Mapping[str, int] = {"day": 2, "week": 7, "month": 28, "year": 365}
"""The least that `days`, `weeks`, `months` and `years` can mean, in days."""

SWEEPS = 50
"""How often all relatives are gone through: two or three times do, unless they contradict."""

ROUNDS = 8
"""How often disputed records are set apart before all that have a `relative` are."""

_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


class Bounds(NamedTuple):
    """The days, as ordinals, between which a start and an end lie; infinite without limit."""

    start_from: float
    start_to: float
    end_from: float
    end_to: float

    @property
    def impossible(self) -> bool:
        """Whether no start and end can lie between them."""
        return self.start_from > self.start_to or self.end_from > self.end_to

    def narrowed(
        self,
        start_from: float = -math.inf,
        start_to: float = math.inf,
        end_from: float = -math.inf,
        end_to: float = math.inf,
    ) -> Bounds:
        """Within these too, and with no start after the end."""
        first, last = max(self.start_from, start_from), min(self.end_to, end_to)
        return Bounds(
            first,
            min(self.start_to, start_to, last),
            max(self.end_from, end_from, first),
            last,
        )


UNBOUNDED = Bounds(-math.inf, math.inf, -math.inf, math.inf)


class Edge(NamedTuple):
    """That one record ended before another started; both by their place among the records."""

    earlier: int
    later: int
    by: Gap | None


@frozen
class Chronology:
    """The records that have a place in time, and what is known of it.

    Attributes:
        records: In the order of the dossier: visits, meetings, statements, declarations, events.
        bounds: For each of them.
        edges: What `relative` says and nothing contradicts.
        disputed: The places of the records that contradictory relatives concern.
    """

    records: Sequence[Told]
    bounds: Sequence[Bounds]
    edges: Sequence[Edge]
    disputed: Collection[int]


def chronology(dossier: Dossier) -> Chronology:
    """What is known of the time of a dossier's visits, meetings, statements, declarations, events.

    A `relative` to a record that has no place in time, or that the dossier does not hold, says
    nothing.
    """
    records: list[Told] = [
        *dossier.visits,
        *dossier.meetings,
        *dossier.statements,
        *dossier.declarations,
        *dossier.events,
    ]
    written = [_written(record.date) for record in records]
    edges = _edges(records)
    disputed = _circling(edges)
    edges = _sorted([edge for edge in edges if not disputed.issuperset(edge[:2])])
    for _ in range(ROUNDS):
        bounds = list(written)
        contradicted = _narrow(bounds, edges, disputed)
        if not contradicted:
            break
        disputed |= contradicted
        edges = [edge for edge in edges if not disputed.issuperset(edge[:2])]
    else:
        bounds, disputed = written, disputed.union(*(edge[:2] for edge in edges))
    sure = [edge for edge in edges if disputed.isdisjoint(edge[:2])]
    return Chronology(records, bounds, sure, disputed)


def _written(date: Edtf | None) -> Bounds:
    if date is None:
        return UNBOUNDED
    start, end = date.start, date.end
    return UNBOUNDED.narrowed(
        _ordinal(start.earliest, -math.inf),
        # What has no beginning began before all else.
        -math.inf if start.open else _ordinal(start.latest, math.inf),
        _ordinal(end.earliest, -math.inf),
        _ordinal(end.latest, math.inf),
    )


def _ordinal(day: Day | None, otherwise: float) -> float:
    return otherwise if day is None else day.ordinal


def _edges(records: Sequence[Told]) -> list[Edge]:
    places = {record.id: place for place, record in enumerate(records)}
    edges = {}
    for place, record in enumerate(records):
        for relative in record.relative:
            anchor = places.get(relative.anchor)
            if anchor is not None:
                edge = Edge(*((place, anchor) if relative.before else (anchor, place)), relative.by)
                edges[records[edge.earlier].id, records[edge.later].id, str(edge.by)] = edge
    # In the order of their ids: how far a contradiction reaches must not hang on the dossier's.
    return [edges[key] for key in sorted(edges)]


def _circling(edges: Collection[Edge]) -> set[int]:
    """The records that are on a circle of edges, or between two circles."""
    places = {place for edge in edges for place in edge[:2]}
    reversed_edges = [Edge(edge.later, edge.earlier, edge.by) for edge in edges]
    return places.difference(_in_turn(edges), _in_turn(reversed_edges))


def _in_turn(edges: Iterable[Edge]) -> list[int]:
    """The records that edges join, each after those before it, as far as no circle bars the way."""
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for edge in edges:
        sorter.add(edge.later, edge.earlier)
    with suppress(CycleError):
        sorter.prepare()
    turn: list[int] = []
    while ready := sorter.get_ready():
        turn.extend(ready)
        sorter.done(*ready)
    return turn


def _sorted(edges: Collection[Edge]) -> list[Edge]:
    turns = {place: turn for turn, place in enumerate(_in_turn(edges))}
    return sorted(edges, key=lambda edge: turns[edge.earlier])


def _narrow(bounds: list[Bounds], edges: Sequence[Edge], fixed: Collection[int]) -> set[int]:
    """Narrow the bounds in place along the edges; return the records that are contradicted.

    Those of `fixed` narrow others and are not narrowed.
    """
    moved: set[int] = set()
    for _ in range(SWEEPS):
        moved = set()
        # Forward and back, as each edge narrows the later record and the earlier one.
        for edge in (*edges, *reversed(edges)):
            ends = _joined(bounds[edge.earlier], bounds[edge.later], edge.by)
            for place, narrowed in zip(edge[:2], ends, strict=True):
                if place not in fixed and narrowed != bounds[place]:
                    bounds[place] = narrowed
                    moved.add(place)
        impossible = {place for place in moved if bounds[place].impossible}
        if impossible or not moved:
            return impossible
    # Bounds that drift on and on have no limit to run into, and do contradict each other.
    return moved


def _joined(earlier: Bounds, later: Bounds, by: Gap | None) -> tuple[Bounds, Bounds]:
    """Both as narrowed by the gap between the end of the one and the start of the other."""
    if by is None or by.count is None:
        least = VAGUE_GAPS[by.unit] if by else 0
        return (
            earlier.narrowed(end_to=later.start_to - least),
            later.narrowed(start_from=earlier.end_from + least),
        )
    count, unit = by.count, by.unit
    return (
        earlier.narrowed(
            end_from=shifted(later.start_from, -count, unit),
            end_to=shifted(later.start_to, -count, unit, last=True),
        ),
        later.narrowed(
            start_from=shifted(earlier.end_from, count, unit),
            start_to=shifted(earlier.end_to, count, unit, last=True),
        ),
    )


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
    if unit in _DAYS:
        return day + count * _DAYS[unit]
    start = Day.from_ordinal(int(day))
    year, month = divmod(12 * start.year + start.month - 1 + count * _MONTHS[unit], 12)
    first = Day(year, month + 1, 1).ordinal
    year, month = divmod(12 * year + month + 1, 12)
    final = Day(year, month + 1, 1).ordinal - 1
    if last and Day.from_ordinal(int(day) + 1).day == 1:
        return final
    return min(first + start.day - 1, final)
