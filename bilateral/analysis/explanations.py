"""Why a record lies where it does, and why one comes before another: the chain that implies it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum, unique

from attrs import field, frozen

from bilateral.analysis.chronology import Chronology, Clash, Edge, Net, of_one_day, path
from bilateral.analysis.network import Cycle, Step, contradiction, landing
from bilateral.analysis.titles import Told, related
from bilateral.dates import Certainty, Day
from bilateral.records.sources import Relative
from bilateral.vocabulary import Basis


@unique
class Grounds(StrEnum):
    """Who says a link of a chain."""

    STATED = "stated"
    INFERRED = "inferred"
    DERIVED = "derived"


@frozen(kw_only=True)
class Link:
    """One link of a chain: a date, what is said relative to another record, or what follows.

    Attributes:
        record: The record that says it, or that it follows for.
        relative: What it says relative to another record; None for its date, and for what follows.
        grounds: `stated` by the source; `inferred` by the coder, where the record's `inferred`
            names the field; `derived` where it follows from what a record is.
        basis: On what basis the coder inferred it.
        text: What it says.
    """

    record: Told = field(repr=lambda record: record.id)
    relative: Relative | None = None
    grounds: Grounds
    basis: Basis | None = None
    text: str

    def __str__(self) -> str:
        how = f"{self.grounds}: {self.basis}" if self.basis else str(self.grounds)
        return f"{self.text} ({how})"


@frozen
class Limit:
    """The first or last day that a start or an end can be, and the chain that implies it.

    Attributes:
        day: None without limit.
        chain: From the date that it begins with; empty without limit.
    """

    day: Day | None
    chain: tuple[Link, ...]


@frozen(kw_only=True)
class Explanation:
    """Between which days a record starts and ends, and why.

    Attributes:
        record: Which.
        starts: From when to when its start can be.
        ends: From when to when its end can be.
        disputed: Whether its `relative` is left aside, since it takes part in a contradiction.
    """

    record: Told = field(repr=lambda record: record.id)
    starts: tuple[Limit, Limit]
    ends: tuple[Limit, Limit]
    disputed: bool

    def __str__(self) -> str:
        name = self.record.local_id
        lines = []
        if self.disputed:
            lines.append(f"{name}: what is said relative to it contradicts; its date alone counts")
        for verb, (first, last) in (("starts", self.starts), ("ends", self.ends)):
            if first.day is not None and first.day == last.day:
                chain = first.chain if first.chain == last.chain else (*first.chain, *last.chain)
                lines.append(f"{name} {verb} on {first.day}{_because(chain)}")
                continue
            for words, limit in (("no earlier than", first), ("no later than", last)):
                if limit.day is not None:
                    lines.append(f"{name} {verb} {words} {limit.day}{_because(limit.chain)}")
        return "\n".join(lines) or f"nothing is known of when {name} was"


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
        one, other = _names([self.first, self.second])
        if self.relation is not Precedence.UNORDERED:
            return f"{one} is certainly {self.relation} {other}{_because(self.chain)}"
        possible = [
            word
            for word, answer in (("before", self.before), ("after", self.after))
            if answer is not Certainty.NO
        ]
        if not possible:
            return f"{one} is neither wholly before nor wholly after {other}: {self._reach}"
        return f"{one} may be {' or '.join(possible)} {other}: {self._reach}"


def explain(known: Chronology, place: int) -> Explanation:
    """Between which days a record starts and ends, and why.

    Args:
        known: What is known of the time of all records.
        place: The record's place among them.
    """
    start_from, start_to, end_from, end_to = known.bounds[place]
    return Explanation(
        record=known.records[place],
        starts=(
            _limit(known, place, start_from, end=False, up=True),
            _limit(known, place, start_to, end=False, up=False),
        ),
        ends=(
            _limit(known, place, end_from, end=True, up=True),
            _limit(known, place, end_to, end=True, up=False),
        ),
        disputed=place in known.disputed,
    )


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
    return Ordering(
        first=records[0],
        second=records[1],
        before=before,
        after=after,
        chain=links,
        reach="; ".join(
            f"{name} {_reach(known, place)}"
            for name, place in zip(_names(records), (first, second), strict=True)
        ),
    )


def links_of(known: Chronology, clash: Clash) -> tuple[Link, ...]:
    """What contradicts, link by link.

    Args:
        known: What is known of the time of all records.
        clash: One of its clashes.
    """
    dates = [place for place in (clash.first, clash.last) if place is not None]
    wanted: list[int | Edge] = [*dates[:1], *clash.edges, *dates[1:]]
    return _linked(known, [(item, None) for item in wanted])


def _limit(known: Chronology, place: int, day: float, *, end: bool, up: bool) -> Limit:
    if math.isinf(day):
        return Limit(None, ())
    shown = Day.from_ordinal(int(day))
    if place not in known.net.nodes:
        return Limit(shown, _linked(known, [(place, None)]))
    node = known.net.nodes[place][end]
    return Limit(shown, _linked(known, _chain(known, node, up=up)))


_Item = tuple[int | Edge | None, int | None]
"""A record's date, an edge, or a step within a record; with the record that the step is in."""


def _chain(known: Chronology, node: int, *, up: bool) -> list[_Item]:
    """What leads to a node's floor, or its ceiling, from a date on."""
    net = known.net
    came = net.solution.risen if up else net.solution.sunk
    met = {node}
    items: list[_Item] = []
    while True:
        step = came[node]
        # A date that the coder derived rests on what it was derived from, where that is here.
        weak = "date" in known.records[net.owners[node]].inferred
        if step is None and weak:
            step = _tight(net, node, met, up=up)
        if step is None:
            break
        items.append((step.link, None if step.link else net.owners[node]))
        node = step.origin if up else step.target
        if node in met:
            break
        met.add(node)
    if all(inside is not None for _, inside in items):
        items = []
    return [(net.owners[node], None), *reversed(items)]


def _tight(net: Net, node: int, met: set[int], *, up: bool) -> Step[Edge | None] | None:
    """A step from elsewhere that leads to the very same limit."""
    values = net.solution.floors if up else net.solution.ceilings
    # A step within the record last: what is said of it tells more.
    for step in sorted(net.touching[node], key=lambda step: step.link is None):
        here, there = (step.target, step.origin) if up else (step.origin, step.target)
        reached = landing(values[there], step, up=up)
        if here == node and there not in met and reached == values[node]:
            return step
    return None


def _precedes(known: Chronology, first: int, second: int) -> tuple[Certainty, tuple[Link, ...]]:
    """Whether one record ended before another started; the chain where that is certain."""
    told = path(known.edges, first, second)
    if told is not None:
        return Certainty.CERTAIN, _linked(known, [(edge, None) for edge in told])
    if path(known.edges, second, first) is not None:
        return Certainty.NO, ()
    one, other = known.bounds[first], known.bounds[second]
    if one.end_to < other.start_from:
        until = _limit(known, first, one.end_to, end=True, up=False).chain
        since = _limit(known, second, other.start_from, end=False, up=True).chain
        return Certainty.CERTAIN, (*reversed(until), *since)
    if one.end_from > other.start_to:
        return Certainty.NO, ()
    nodes = known.net.nodes
    if first in nodes and second in nodes:
        (_, end), (start, _) = nodes[first], nodes[second]
        contrary = _assumed(known.net, start, end)
        if contrary:
            return Certainty.CERTAIN, _linked(known, _without_assumption(contrary, known.net))
        if _assumed(known.net, end, start):
            return Certainty.NO, ()
    return Certainty.POSSIBLE, ()


def _assumed(net: Net, origin: int, target: int) -> Cycle[Edge | None] | None:
    """What contradicts that one node lies no earlier than another one."""
    assumption: Step[Edge | None] = Step(origin, target, 0, "day", None)
    near = {origin: 0}
    ahead = [origin]
    while ahead:
        for step in net.touching[ahead.pop()]:
            for node in (step.origin, step.target):
                if node not in near:
                    near[node] = len(near)
                    ahead.append(node)
    if target not in near:
        return None
    back = list(near)
    steps = {step: None for node in near for step in net.touching[node]}
    numbered = [
        step._replace(origin=near[step.origin], target=near[step.target])
        for step in (*steps, assumption)
    ]
    found = contradiction(
        [net.floors[node] for node in back], [net.ceilings[node] for node in back], numbered
    )
    if found is None:
        return None
    renamed = (
        step._replace(origin=back[step.origin], target=back[step.target]) for step in found.steps
    )
    return Cycle(tuple(renamed), found.dated)


def _without_assumption(cycle: Cycle[Edge | None], net: Net) -> list[_Item]:
    """What a contradiction is made of, from the earlier record to the later one."""
    # The one step without an edge that leads from one record to another.
    at = next(
        turn
        for turn, step in enumerate(cycle.steps)
        if step.link is None and net.owners[step.origin] != net.owners[step.target]
    )
    before, after = (
        [(step.link, None if step.link else net.owners[step.target]) for step in steps]
        for steps in (cycle.steps[:at], cycle.steps[at + 1 :])
    )
    if not cycle.dated:
        return [*after, *before]
    first, last = cycle.steps[0].origin, cycle.steps[-1].target
    return [*after, (net.owners[last], None), (net.owners[first], None), *before]


def _linked(known: Chronology, items: Sequence[_Item]) -> tuple[Link, ...]:
    """The links that items stand for, each once."""
    records = known.records
    told = [
        records[place]
        for item, inside in items
        for place in (item[:2] if isinstance(item, Edge) else (item, inside))
        if place is not None
    ]
    names = dict(zip((record.id for record in told), _names(told), strict=True))
    links: dict[Link, None] = {}
    for item, inside in items:
        if isinstance(item, Edge):
            record = records[item.teller]
            text = f"{names[record.id]} is {related(item.relative, names[item.relative.anchor])}"
            links[_link(record, "relative", text, item.relative)] = None
        elif item is not None:
            record = records[item]
            text = f"{names[record.id]} is dated {record.date}"
            links[_link(record, "date", text)] = None
        elif inside is not None:
            record = records[inside]
            one_day = of_one_day(record)
            said = "takes one day" if one_day else "ends no earlier than it starts"
            text = f"{names[record.id]} {said}"
            links[Link(record=record, grounds=Grounds.DERIVED, text=text)] = None
    return tuple(links)


def _link(record: Told, name: str, text: str, relative: Relative | None = None) -> Link:
    basis = record.inferred.get(name)
    grounds = Grounds.INFERRED if basis else Grounds.STATED
    return Link(record=record, relative=relative, grounds=grounds, basis=basis, text=text)


def _names(records: Iterable[Told]) -> list[str]:
    """What records are called: by their own file's ids, where all are of one file."""
    told = list(records)
    files = {record.id.partition(":")[0] for record in told}
    return [record.id if len(files) > 1 else record.local_id for record in told]


def _because(chain: Iterable[Link]) -> str:
    reasons = ", and ".join(map(str, chain))
    return f": {reasons}" if reasons else ""


def _reach(known: Chronology, place: int) -> str:
    bounds = known.bounds[place]
    first, last = (
        None if math.isinf(day) else Day.from_ordinal(int(day))
        for day in (bounds.start_from, bounds.end_to)
    )
    if first == last:
        return "has no known place in time" if first is None else f"lies on {first}"
    if first is None:
        return f"lies no later than {last}"
    return f"lies no earlier than {first}" if last is None else f"lies between {first} and {last}"
