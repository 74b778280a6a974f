"""In what order things started, and where that is certain."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from bilateral.analysis.chronology import Bounds, Chronology, Edge

LONGEST_WALK = 256
"""How many records are looked at to find out whether chains of `relative` settle one's place."""


def order(known: Chronology) -> list[int]:
    """The places of the records in order of time: a total order, the same for the same dossier.

    First by the earliest day on which a record can have started, or by the latest one where there
    is no earliest; then by the latest; then a record before those that are said to come after it;
    then as they stand in the dossier, whose kinds come in the order visits, meetings, statements,
    declarations, events. What can have started on any day comes last, unless something that has
    a place came after it.
    """
    positions = _positions(known)
    later = _neighbours(known.edges, forward=True)
    waiting = Counter(edge.later for edge in known.edges)

    def key(place: int) -> tuple[float, float, int]:
        return positions[place], known.bounds[place].start_to, place

    ready = [key(place) for place in range(len(known.records)) if not waiting[place]]
    heapq.heapify(ready)
    turn = []
    # Along an edge neither of the two days gets earlier, so the heap gives them out sorted.
    while ready:
        *_, place = heapq.heappop(ready)
        turn.append(place)
        for follower in later.get(place, ()):
            waiting[follower] -= 1
            if not waiting[follower]:
                heapq.heappush(ready, key(follower))
    return turn


def _positions(known: Chronology) -> list[float]:
    """The day, as an ordinal, at which each record stands in the order; infinite for none."""
    positions = [
        bounds.start_to if math.isinf(bounds.start_from) else bounds.start_from
        for bounds in known.bounds
    ]
    # The edges are sorted by their earlier end: from the last one back, all later ends are done.
    for edge in reversed(known.edges):
        if math.isinf(known.bounds[edge.earlier].start_from):
            positions[edge.earlier] = min(positions[edge.earlier], positions[edge.later])
    return positions


def certain(known: Chronology, among: Collection[int]) -> set[int]:
    """The places of those whose place in the order of all that are `among` is certain.

    Against each other one it is certain which of the two started first, by the bounds of their
    starts or along a chain of `relative`, or else both started on the same known day. Not certain
    are the disputed, those without any place in time (against which the others are not held), and
    one on whose side `LONGEST_WALK` records do not suffice to find the chains.
    """
    positions = _positions(known)
    starts = {place: known.bounds[place] for place in among if positions[place] < math.inf}
    froms = sorted(bounds.start_from for bounds in starts.values())
    tos = sorted(bounds.start_to for bounds in starts.values())
    on_day = Counter(bounds.start_from for bounds in starts.values() if _of_known_day(bounds))
    neighbours = [_neighbours(known.edges, forward=forward) for forward in (True, False)]

    settled = set()
    for place, bounds in starts.items():
        if place in known.disputed:
            continue
        overlapping = bisect_right(froms, bounds.start_to) - bisect_left(tos, bounds.start_from)
        doubtful = overlapping - (on_day[bounds.start_from] if _of_known_day(bounds) else 1)
        if 0 < doubtful < LONGEST_WALK:
            met = chain.from_iterable(_walk(place, edges, known.bounds) for edges in neighbours)
            doubtful -= sum(_doubtful(bounds, starts[other]) for other in met if other in starts)
        if not doubtful:
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


def _doubtful(one: Bounds, other: Bounds) -> bool:
    """Whether the bounds alone leave open which of two started first."""
    same_day = _of_known_day(one) and one[:2] == other[:2]
    return _overlap(one, other) and not same_day
