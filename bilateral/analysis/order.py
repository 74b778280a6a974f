"""In what order things started, and where that is certain."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from bilateral.analysis.chronology import Bounds, Chronology, Net
from bilateral.analysis.edges import Edge
from bilateral.analysis.network import solve
from bilateral.analysis.remembering import remembered

LONGEST_WALK = 256
"""How many records are looked at to find out whether chains of `relative` settle one's place."""


class Position(NamedTuple):
    """Where a record stands in the order.

    Attributes:
        day: The ordinal of a day; infinite where it can have started on any.
        turn: Among those without any day, how many days after the first of them.
    """

    day: float
    turn: float = 0.0


@remembered
def order(known: Chronology) -> Sequence[int]:
    """The places of the records in order of time: a total order, the same for the same dossier.

    First by the earliest day on which a record can have started, or, where there is no earliest, by
    the latest one that leaves room for what certainly came later; then by the latest, then by the
    earliest; then a record before those that are said to come after it; then as they stand in the
    dossier, whose kinds come in the order visits, meetings, statements, declarations, events. What
    can have started on any day comes last, unless something that has a place came after it.
    """
    positions = _positions(known)
    if not known.edges:
        starts = [
            (at, own[1], own[0]) for (at, _), own in zip(positions, known.bounds, strict=True)
        ]
        return sorted(range(len(starts)), key=starts.__getitem__)
    later = _neighbours(known.edges, forward=True)
    waiting = Counter(edge.later for edge in known.edges)

    def key(place: int) -> tuple[float, float, float, float, int]:
        own, (day, turn) = known.bounds[place], positions[place]
        return day, own.start_to, own.start_from, turn, place

    ready = [key(place) for place in range(len(known.records)) if not waiting[place]]
    heapq.heapify(ready)
    turn = []
    # Along an edge none of the three days gets earlier, so the heap gives them out sorted.
    while ready:
        *_, place = heapq.heappop(ready)
        turn.append(place)
        for follower in later.get(place, ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                heapq.heappush(ready, key(follower))
    return turn


@remembered
def _positions(known: Chronology) -> Sequence[Position]:
    """Where each record stands: on the earliest day, or on the latest one that leaves room.

    Taken together, the days are one of the ways in which all can have started: so what certainly
    came before something else never stands behind it.
    """
    positions = [
        Position(own.start_to if math.isinf(own.start_from) else own.start_from)
        for own in known.bounds
    ]
    net = known.net
    floors = net.solution.floors
    if -math.inf in floors:
        latest = _latest(net)
        turns = _turns(net, latest)
        for place, (start, _) in net.nodes.items():
            if floors[start] == -math.inf:
                positions[place] = Position(latest[start], turns.get(start, 0.0))
    return positions


def _latest(net: Net) -> Sequence[float]:
    """The latest day of each node, while those that have an earliest one stand on it."""
    floors, ceilings = net.solution.floors, net.solution.ceilings
    fixed = [
        ceiling if math.isinf(floor) else floor
        for floor, ceiling in zip(floors, ceilings, strict=True)
    ]
    found = solve(floors, fixed, net.steps)
    # The lengths of months may leave no room for the earliest days of all at once.
    return ceilings if found.cycles else found.ceilings


def _turns(net: Net, latest: Sequence[float]) -> Mapping[int, float]:
    """For nodes that have no day at all, how many days after the first of them they can be."""
    nodes = [
        node
        for node, floor in enumerate(net.solution.floors)
        if floor == -math.inf and latest[node] == math.inf
    ]
    number = {node: turn for turn, node in enumerate(nodes)}
    steps = [
        step._replace(origin=number[step.origin], target=number[step.target])
        for step in net.steps
        if step.origin in number and step.target in number
    ]
    found = solve([0.0] * len(nodes), [math.inf] * len(nodes), steps)
    return dict(zip(nodes, found.floors, strict=True))


def certain(known: Chronology, among: Collection[int]) -> set[int]:
    """The places of those that could not stand elsewhere in the order of all that are `among`.

    It may be in doubt which of two started first: the days on which they can have started overlap,
    no chain of `relative` says it, and they did not start on the same known day. Where the days of
    the one lie within those of the other, the doubt is the other's, which can stand on either side
    (`2022-02` of `2022-02-24`); else both are in doubt (`2022-02` and `2022-02`). So those that are
    certain stand in a certain order among themselves.

    Never certain are the disputed, those without any place in time, and one for which
    `LONGEST_WALK` records do not suffice to find the chains.
    """
    positions = _positions(known)
    starts = {place: known.bounds[place] for place in among}
    froms = sorted(own.start_from for own in starts.values())
    tos = sorted(own.start_to for own in starts.values())
    ranges = Counter(own[:2] for own in starts.values())
    neighbours = [_neighbours(known.edges, forward=forward) for forward in (True, False)]

    counted: dict[tuple[float, float], Counter[str]] = {}
    settled = set()
    for place, own in starts.items():
        if place in known.disputed or positions[place].day == math.inf:
            continue
        # How many others can start within these days first, or last, or on just the same ones.
        doubts = counted.get(own[:2])
        if doubts is None:
            doubts = counted[own[:2]] = Counter(
                first_within=bisect_right(froms, own[1]) - bisect_right(froms, own[0]),
                last_within=bisect_left(tos, own[1]) - bisect_left(tos, own[0]),
                same=0 if _of_known_day(own) else ranges[own[:2]] - 1,
            )
        if known.edges and 0 < max(doubts.values()) < LONGEST_WALK:
            doubts = doubts.copy()
            for other in chain(*(_walk(place, edges, known.bounds) for edges in neighbours)):
                if other in starts:
                    doubts.subtract(_doubts(own, starts[other]))
        if not any(doubts.values()):
            settled.add(place)
    return settled


def _neighbours(edges: Sequence[Edge], *, forward: bool) -> Mapping[int, Sequence[int]]:
    neighbours: defaultdict[int, list[int]] = defaultdict(list)
    for edge in edges:
        origin, target = edge[:2] if forward else edge[1::-1]
        neighbours[origin].append(target)
    return neighbours


def _walk(
    place: int, neighbours: Mapping[int, Sequence[int]], bounds: Sequence[Bounds]
) -> set[int]:
    """The records on chains from one, as far as their starts may fall together with its start.

    On a chain neither bound of the start gets earlier, so whatever follows one that cannot fall
    together with the first cannot either.
    """
    met: set[int] = set()
    ahead = [place]
    while ahead and len(met) < LONGEST_WALK:
        for other in neighbours.get(ahead.pop(), ()):
            if other not in met and _overlap(bounds[place], bounds[other]):
                met.add(other)
                ahead.append(other)
    return met


def _overlap(one: Bounds, other: Bounds) -> bool:
    return one.start_from <= other.start_to and other.start_from <= one.start_to


def _of_known_day(bounds: Bounds) -> bool:
    return bounds.start_from == bounds.start_to > -math.inf


def _doubts(own: Bounds, other: Bounds) -> dict[str, bool]:
    """In which ways another record's bounds put one's own place in doubt."""
    return {
        "first_within": own.start_from < other.start_from <= own.start_to,
        "last_within": own.start_from <= other.start_to < own.start_to,
        "same": own[:2] == other[:2] and not _of_known_day(own),
    }
