"""Whether one record comes before another, and the chain of records that implies it."""

from __future__ import annotations

import math
from enum import StrEnum, unique

from attrs import field, frozen

from bilateral.analysis.chronology import Chronology, Net, among
from bilateral.analysis.edges import Edge, path
from bilateral.analysis.explanations import Item, Link, Within, because, explain, linked, names_of
from bilateral.analysis.network import Cycle, Step
from bilateral.analysis.titles import Told
from bilateral.dates import Certainty, Day


@unique
class Precedence(StrEnum):
    """How one record lies to another in time."""

    BEFORE = "before"
    AFTER = "after"
    UNORDERED = "unordered"


@frozen(kw_only=True)
class Ordering:
    """Whether one record ended before another started, or the other way round, and why.

    Attributes:
        first: The one.
        second: The other.
        before: Whether the one ended before the other started.
        after: Whether it started after the other ended.
        chain: What implies that one is certainly before the other, from the earlier record to the
            later; empty where they are unordered.
    """

    first: Told = field(repr=lambda record: record.id)
    second: Told = field(repr=lambda record: record.id)
    before: Certainty
    after: Certainty
    chain: tuple[Link, ...] = ()
    _reach: str = field(default="", repr=False, eq=False)

    @property
    def relation(self) -> Precedence:
        """What is certain: before, after, or neither."""
        if self.before is Certainty.CERTAIN:
            return Precedence.BEFORE
        return Precedence.AFTER if self.after is Certainty.CERTAIN else Precedence.UNORDERED

    def __str__(self) -> str:
        one, other = names_of([self.first, self.second])
        if self.relation is not Precedence.UNORDERED:
            return f"{one} is certainly {self.relation} {other}{because(self.chain)}"
        possible = [
            word
            for word, answer in (("before", self.before), ("after", self.after))
            if answer is not Certainty.NO
        ]
        if not possible:
            return f"{one} is neither wholly before nor wholly after {other}: {self._reach}"
        return f"{one} may be {' or '.join(possible)} {other}: {self._reach}"


def order(known: Chronology, first: int, second: int) -> Ordering:
    """Whether one record is before another, after it, or unordered, and why.

    Before means that it ended before the other started: on an earlier day, or by the word of a
    `relative`, or of several that lead from one to the other, on whatever day. That is certain
    where the contrary would contradict what is known, and possible where it would not itself.

    Args:
        known: What is known of the time of all records.
        first: The one record's place among them.
        second: The other's.
    """
    records = known.records[first], known.records[second]
    if first == second:
        before = after = Certainty.NO
        links: tuple[Link, ...] = ()
    else:
        before, links = _precedes(known, first, second)
        after, back = _precedes(known, second, first)
        links = links or back
        # Which of the dates that contradict is right, nobody knows.
        disputed = {known.records[place].id for place in known.disputed}
        if disputed & {records[0].id, records[1].id, *(link.record.id for link in links)}:
            before, after, links = Certainty.POSSIBLE, Certainty.POSSIBLE, ()
    return Ordering(
        first=records[0],
        second=records[1],
        before=before,
        after=after,
        chain=links,
        reach="; ".join(
            f"{name} {_reach(known, place)}"
            for name, place in zip(names_of(records), (first, second), strict=True)
        ),
    )


def _precedes(known: Chronology, first: int, second: int) -> tuple[Certainty, tuple[Link, ...]]:
    """Whether one record ended before another started; the chain where that is certain."""
    told = path(known.edges, first, second)
    if told is not None:
        return Certainty.CERTAIN, linked(known, told)
    if path(known.edges, second, first) is not None:
        return Certainty.NO, ()
    one, other = known.bounds[first], known.bounds[second]
    if one.end_to < other.start_from:
        until = explain(known, first).ends[1].chain
        since = explain(known, second).starts[0].chain
        return Certainty.CERTAIN, (*reversed(until), *since)
    if one.end_from > other.start_to:
        return Certainty.NO, ()
    nodes = known.net.nodes
    if first in nodes and second in nodes:
        (_, end), (start, _) = nodes[first], nodes[second]
        contrary = _assumed(known.net, start, end)
        if contrary:
            return Certainty.CERTAIN, linked(known, _without_assumption(contrary, known.net))
        if _assumed(known.net, end, start):
            return Certainty.NO, ()
    return Certainty.POSSIBLE, ()


def _assumed(net: Net, origin: int, target: int) -> Cycle[Edge | None] | None:
    """What contradicts that one node lies no earlier than another one."""
    assumption: Step[Edge | None] = Step(origin, target, 0, "day", None)
    near = {origin}
    ahead = [origin]
    while ahead:
        for step in net.touching[ahead.pop()]:
            for node in (step.origin, step.target):
                if node not in near:
                    near.add(node)
                    ahead.append(node)
    if target not in near:
        return None
    steps = {step: None for node in near for step in net.touching[node]}
    return among(net, (*steps, assumption))


def _without_assumption(cycle: Cycle[Edge | None], net: Net) -> list[Item]:
    """What a contradiction is made of, from the earlier record to the later one."""
    # The one step without an edge that leads from one record to another.
    at = next(
        turn
        for turn, step in enumerate(cycle.steps)
        if step.link is None and net.owners[step.origin] != net.owners[step.target]
    )
    steps = (*cycle.steps[at + 1 :], *cycle.steps[:at])
    # Where months go round, how long they are hangs on dates as well.
    dates = [net.owners[node] for node in (cycle.floor, cycle.ceiling) if node is not None]
    return [*dates, *(step.link or Within(net.owners[step.target]) for step in steps)]


def _reach(known: Chronology, place: int) -> str:
    """When a record went on, and whether that is contradicted."""
    disputed = place in known.disputed
    return f"{span(known, place)}{', which something contradicts' if disputed else ''}"


def span(known: Chronology, place: int) -> str:
    """When a record went on, in words that keep a time it lasted from a time it lies within.

    Args:
        known: What is known of the time of all records.
        place: The record's place among them.
    """
    starts, ends = known.bounds[place][:2], known.bounds[place][2:]
    first, last = _day(starts[0]), _day(ends[1])
    if starts[0] == ends[1]:
        return "has no known place in time" if first is None else f"lies on {first}"
    if first is not None and starts[0] == starts[1]:
        if ends[0] == ends[1]:
            return f"lasts from {first} to {last}"
        until = f"no later than {last}" if last else "nobody knows when"
        return f"starts on {first} and ends {until}"
    if last is not None and ends[0] == ends[1]:
        since = f"no earlier than {first}" if first else "nobody knows when"
        return f"starts {since} and ends on {last}"
    if first is None:
        return f"lies no later than {last}" if last else "has no known place in time"
    return f"lies no earlier than {first}" if last is None else f"lies between {first} and {last}"


def _day(ordinal: float) -> Day | None:
    return None if math.isinf(ordinal) else Day.from_ordinal(int(ordinal))
