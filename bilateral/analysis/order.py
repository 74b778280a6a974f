"""In what order things started, and where that is certain."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from itertools import chain

from bilateral.analysis.chronology import Bounds, Chronology
from bilateral.analysis.edges import Edge
from bilateral.analysis.remembering import remembered

LONGEST_WALK = 256
"""How many records are looked at to find out whether chains of `relative` settle one's place."""


@remembered
def order(known: Chronology) -> Sequence[int]:
    """The places of the records in order of time: a total order, the same for the same dossier.

    First by the earliest day on which a record can have started, or by the latest one where there
    is no earliest; then by the latest, then by the earliest; then a record before those that are
    said to come after it; then as they stand in the dossier, whose kinds come in the order visits,
    meetings, statements, declarations, events. What can have started on any day comes last, unless
    something that has a place came after it.
    """
    positions = _positions(known)
    if not known.edges:
        starts = [(at, own[1], own[0]) for at, own in zip(positions, known.bounds, strict=True)]
        return sorted(range(len(starts)), key=starts.__getitem__)
    later = _neighbours(known.edges, forward=True)
    waiting = Counter(edge.later for edge in known.edges)

    def key(place: int) -> tuple[float, float, float, int]:
        own = known.bounds[place]
        return positions[place], own.start_to, own.start_from, place

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
def _positions(known: Chronology) -> Sequence[float]:
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
        if place in known.disputed or positions[place] == math.inf:
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
