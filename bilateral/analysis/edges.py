"""What records say relative to each other: edges from the earlier to the later one."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Sequence
from graphlib import TopologicalSorter
from typing import NamedTuple

from bilateral.analysis.components import components
from bilateral.analysis.titles import Told
from bilateral.records.gaps import Gap
from bilateral.records.sources import Relative


class Edge(NamedTuple):
    """That one record ended before another started; both by their place among the records.

    Attributes:
        earlier, later: Which records.
        by: The gap between them.
        teller: The record that has it in its `relative`.
        relative: There.
    """

    earlier: int
    later: int
    by: Gap | None
    teller: int
    relative: Relative


class Clash(NamedTuple):
    """Relatives that cannot all hold.

    Attributes:
        edges: In the order in which one leads to the next.
        first: The record whose date the chain begins with; None where the chain is a circle.
        last: The record whose date it contradicts; None where it is a circle.
    """

    edges: tuple[Edge, ...]
    first: int | None = None
    last: int | None = None

    @property
    def places(self) -> set[int]:
        """The records that it concerns."""
        dated = {place for place in (self.first, self.last) if place is not None}
        return dated.union(*(edge[:2] for edge in self.edges))


def edges_of(records: Sequence[Told]) -> list[Edge]:
    """What records say relative to each other, each thing once, in the order of the ids.

    Args:
        records: Those that have a place in time.
    """
    places: dict[str, int] | None = None
    edges: dict[tuple[str, str, str], Edge] = {}
    for place, record in enumerate(records):
        for relative in record.relative:
            if places is None:
                places = {record.id: place for place, record in enumerate(records)}
            anchor = places.get(relative.anchor)
            if anchor is not None:
                pair = (place, anchor) if relative.before else (anchor, place)
                edge = Edge(*pair, relative.by, place, relative)
                key = records[edge.earlier].id, records[edge.later].id, str(edge.by)
                # Of two records that say the same, the one whose source says it.
                if key not in edges or "relative" in records[edges[key].teller].inferred:
                    edges[key] = edge
    # In the order of their ids: what a contradiction is made of must not hang on the dossier's.
    return [edges[key] for key in sorted(edges)]


def circles(edges: Collection[Edge]) -> list[Clash]:
    """Records that are each said to come after the next one, all round; no two share a record.

    Args:
        edges: Those to go by.
    """
    found = []
    places = list(dict.fromkeys(place for edge in edges for place in edge[:2]))
    turn = {place: node for node, place in enumerate(places)}
    leaving: list[list[int]] = [[] for _ in places]
    for edge in edges:
        leaving[turn[edge.earlier]].append(turn[edge.later])
    part_of: dict[int, int] = {}
    for number, part in enumerate(components(leaving)):
        part_of |= dict.fromkeys((places[node] for node in part), number)
    inside: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if part_of[edge.earlier] == part_of[edge.later]:
            inside[part_of[edge.earlier]].append(edge)
    for around in inside.values():
        # Until no circle is left: those of one component need not share a record.
        left = around
        while left:
            start = left[0].earlier
            circle = path(left, start, start)
            if circle is None:
                left = [edge for edge in left if edge.earlier != start]
                continue
            found.append(Clash(tuple(circle)))
            gone = found[-1].places
            left = [edge for edge in left if gone.isdisjoint(edge[:2])]
    return found


def path(edges: Iterable[Edge], start: int, end: int) -> list[Edge] | None:
    """The fewest edges that lead from one record to another; None where none do.

    Args:
        edges: Those to go by.
        start: The record that came first, by its place.
        end: The one that came last; where it is the same, the edges go round.
    """
    leaving = defaultdict(list)
    for edge in edges:
        leaving[edge.earlier].append(edge)
    came: dict[int, Edge] = {}
    queue = deque([start])
    while queue:
        for edge in leaving.get(queue.popleft(), ()):
            if edge.later in came:
                continue
            came[edge.later] = edge
            if edge.later == end:
                back = [edge]
                while back[-1].earlier != start:
                    back.append(came[back[-1].earlier])
                return back[::-1]
            queue.append(edge.later)
    return None


def in_turn(edges: Collection[Edge]) -> list[Edge]:
    """The edges by their earlier record, each record after all that came before it.

    Args:
        edges: Those to sort, of which none go round.
    """
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for edge in edges:
        sorter.add(edge.later, edge.earlier)
    turns = {place: turn for turn, place in enumerate(sorter.static_order())}
    return sorted(edges, key=lambda edge: turns[edge.earlier])
