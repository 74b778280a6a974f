"""When things started and ended, as far as it follows from their dates and from `relative`.

Each record has four bounds, the ordinals of days: its start lies between two of them, its end
between two others. The date as written gives the first ones, and each `relative` narrows them:
with `earlier` and `later` for what it says came first and second,

    end of earlier + gap <= start of later

where the gap is 0 days if none is given, the least that a vague one can mean (`VAGUE_GAPS`), or an
exact number of days, weeks, calendar months or years; then the two sides are equal. A month after
the last day of a month may be the last day of the next one. An end `..` limits nothing, nor does a
beginning. Nothing ends before it starts; what has the date of a single day takes one day, and so
does what is said or issued, a statement or a declaration, unless its date is an interval or a set
of which all hold. The day of a report is the last on which the words can have been said. Of a date
of several days, the first and the last count. All of this is solved together, in `network`.

Records whose `relative` contradict each other or their dates are `disputed` and keep the bounds of
their dates. These are the records on the cycle of each contradiction, and no others; where each of
several is said to come after the other, that is a cycle though all might lie on one day. Then what
two disputed records say of each other is left aside, and the rest is solved anew.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from bilateral.analysis.edges import Clash, Edge, circles, edges_of, in_turn
from bilateral.analysis.network import Cycle, Solution, Step, contradiction, solve
from bilateral.analysis.remembering import remembered
from bilateral.analysis.titles import Told
from bilateral.dates import Day, Edtf
from bilateral.records.dossier import Dossier
from bilateral.records.words import JointDeclaration, Statement
from bilateral.vocabulary import DateBasis

VAGUE_GAPS: Mapping[str, int] = {"day": 2, "week": 7, "month": 28, "year": 365}
"""The least that `days`, `weeks`, `months` and `years` can mean, in days."""

_MOST_STEPS = 64
"""Of so many steps that go round it is tried which are not needed for a contradiction."""


class Bounds(NamedTuple):
    """The days, as ordinals, between which a start and an end lie; infinite without limit."""

    start_from: float
    start_to: float
    end_from: float
    end_to: float

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


@frozen
class Net:
    """The records that a `relative` concerns, as a network; each has a node for start and end.

    A disputed record stands apart for each edge, with nothing but its date.

    Attributes:
        owners: By node, the place of the record.
        nodes: By the place of a record, the nodes of its start and its end.
        floors, ceilings: By node, the days of the record's date.
        steps: With the edge that each comes from; None between start and end of one record.
        solution: Their tightest limits.
    """

    owners: Sequence[int]
    nodes: Mapping[int, tuple[int, int]]
    floors: Sequence[float]
    ceilings: Sequence[float]
    steps: Sequence[Step[Edge | None]]
    solution: Solution[Edge | None]

    @cached_property
    def touching(self) -> Sequence[Sequence[Step[Edge | None]]]:
        """By node, the steps to it and from it."""
        steps: list[list[Step[Edge | None]]] = [[] for _ in self.owners]
        for step in self.steps:
            steps[step.origin].append(step)
            steps[step.target].append(step)
        return steps


@frozen
class Chronology:
    """The records that have a place in time, and what is known of it.

    Attributes:
        records: In the order of the dossier: visits, meetings, statements, declarations, events.
        bounds: For each of them.
        edges: What `relative` says and nothing contradicts, sorted by the earlier record.
        disputed: The places of the records that contradictory relatives concern.
        clashes: What contradicts, in the order of the records' ids.
        net: Whence the bounds come.
    """

    records: Sequence[Told]
    bounds: Sequence[Bounds]
    edges: Sequence[Edge]
    disputed: Collection[int]
    clashes: Sequence[Clash]
    net: Net


@remembered
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
    # Many records share few dates.
    meant = {date: bounds_of(date) for date in {record.date for record in records}}
    written = [
        # The words of a report were said on its day or before.
        UNBOUNDED.narrowed(end_to=meant[record.date].end_to)
        if is_reported(record)
        else meant[record.date]
        for record in records
    ]
    edges = edges_of(records)
    clashes = circles(edges)
    disputed: set[int] = set().union(*(clash.places for clash in clashes))
    while True:
        edges = [edge for edge in edges if not disputed.issuperset(edge[:2])]
        net = _net(records, written, edges, disputed)
        found = [_clash(cycle, net) for cycle in net.solution.cycles]
        if not found:
            break
        clashes += found
        disputed = disputed.union(*(clash.places for clash in found))
    bounds = list(written)
    floors, ceilings = net.solution.floors, net.solution.ceilings
    for place, (start, end) in net.nodes.items():
        bounds[place] = Bounds(floors[start], ceilings[start], floors[end], ceilings[end])
    sure = [edge for edge in edges if disputed.isdisjoint(edge[:2])]
    clashes.sort(key=lambda clash: sorted(records[place].id for place in clash.places))
    return Chronology(records, bounds, in_turn(sure), disputed, clashes, net)


def bounds_of(date: Edtf | None) -> Bounds:
    """The bounds that a date gives by itself; none without a date.

    Args:
        date: As written.
    """
    if date is None:
        return UNBOUNDED
    start, end = date.start, date.end
    return UNBOUNDED.narrowed(
        _ordinal(start.earliest, -math.inf),
        # An open start limits nothing, no more than an open end does.
        math.inf if start.open else _ordinal(start.latest, math.inf),
        _ordinal(end.earliest, -math.inf),
        _ordinal(end.latest, math.inf),
    )


def _ordinal(day: Day | None, otherwise: float) -> float:
    return otherwise if day is None else day.ordinal


def _net(
    records: Sequence[Told],
    written: Sequence[Bounds],
    edges: Sequence[Edge],
    disputed: Collection[int],
) -> Net:
    owners: list[int] = []
    floors: list[float] = []
    ceilings: list[float] = []
    nodes: dict[int, tuple[int, int]] = {}
    steps: list[Step[Edge | None]] = []

    def node(place: int, floor: float, ceiling: float) -> int:
        owners.append(place)
        floors.append(floor)
        ceilings.append(ceiling)
        return len(owners) - 1

    def of(place: int) -> tuple[int, int]:
        own = written[place]
        if place in disputed:
            return node(place, *own[:2]), node(place, *own[2:])
        if place not in nodes:
            start, end = nodes[place] = node(place, *own[:2]), node(place, *own[2:])
            steps.append(Step(start, end, 0, "day", None))
            if of_one_day(records[place]):
                steps.append(Step(end, start, 0, "day", None))
        return nodes[place]

    for edge in edges:
        (_, end), (start, _) = of(edge.earlier), of(edge.later)
        by = edge.by
        if by is None or by.count is None:
            steps.append(Step(end, start, VAGUE_GAPS[by.unit] if by else 0, "day", edge))
        else:
            steps.append(Step(end, start, by.count, by.unit, edge))
            steps.append(Step(start, end, -by.count, by.unit, edge))
    return Net(owners, nodes, floors, ceilings, steps, solve(floors, ceilings, steps))


def of_one_day(record: Told) -> bool:
    """Whether it takes one day: its date is one, or it is said or issued, and no more is said.

    Args:
        record: Any that has a place in time.
    """
    if record.date is not None and record.date.of_one_day:
        return True
    if not isinstance(record, Statement | JointDeclaration):
        return False
    return record.date is None or not (record.date.text.startswith("{") or "/" in record.date.text)


def is_reported(record: Told) -> bool:
    """Whether its date is that of a report, and no more than the last day on which it was said.

    Args:
        record: Any that has a place in time.
    """
    return isinstance(record, Statement) and record.date_basis is DateBasis.REPORTED


def _clash(cycle: Cycle[Edge | None], net: Net) -> Clash:
    cycle = _smallest(cycle, net)
    edges = tuple(dict.fromkeys(step.link for step in cycle.steps if step.link))
    first, last = (
        None if node is None else net.owners[node] for node in (cycle.floor, cycle.ceiling)
    )
    return Clash(edges, first, last)


def _smallest(cycle: Cycle[Edge | None], net: Net) -> Cycle[Edge | None]:
    """A contradiction without the steps that it can do without, where not too many go round."""
    if not cycle.unordered or len(cycle.steps) > _MOST_STEPS:
        return cycle
    steps = list(cycle.steps)
    for step in cycle.steps:
        rest = [other for other in steps if other is not step]
        found = among(net, rest)
        if found is not None:
            cycle, steps = found, rest
    return cycle


def among(net: Net, steps: Sequence[Step[Edge | None]]) -> Cycle[Edge | None] | None:
    """What contradicts among some steps of a network alone; None where nothing does.

    Args:
        net: Whose nodes the steps are between.
        steps: Those to go by.
    """
    back = list(dict.fromkeys(node for step in steps for node in (step.origin, step.target)))
    number = {node: turn for turn, node in enumerate(back)}
    found = contradiction(
        [net.floors[node] for node in back],
        [net.ceilings[node] for node in back],
        [step._replace(origin=number[step.origin], target=number[step.target]) for step in steps],
    )
    if found is None:
        return None
    return found._replace(
        steps=tuple(
            step._replace(origin=back[step.origin], target=back[step.target])
            for step in found.steps
        ),
        floor=None if found.floor is None else back[found.floor],
        ceiling=None if found.ceiling is None else back[found.ceiling],
    )
