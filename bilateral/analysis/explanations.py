"""Why a record lies where it does, and why one comes before another: the chain that implies it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from enum import StrEnum, unique
from typing import NamedTuple

from attrs import field, frozen

from bilateral.analysis.chronology import Chronology, Net, is_reported, of_one_day
from bilateral.analysis.edges import Clash, Edge
from bilateral.analysis.network import Step, landing
from bilateral.analysis.titles import Told, related
from bilateral.dates import Day
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

    @property
    def grounds(self) -> Grounds | None:
        """Who says it: the one link that it has, else it is derived; None without limit."""
        if len(self.chain) == 1:
            return self.chain[0].grounds
        return Grounds.DERIVED if self.chain else None


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
                chain = tuple(dict.fromkeys((*first.chain, *last.chain)))
                lines.append(f"{name} {verb} on {first.day}{because(chain)}")
                continue
            for words, limit in (("no earlier than", first), ("no later than", last)):
                if limit.day is not None:
                    lines.append(f"{name} {verb} {words} {limit.day}{because(limit.chain)}")
        return "\n".join(lines) or f"nothing is known of when {name} was"


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


def links_of(known: Chronology, clash: Clash) -> tuple[Link, ...]:
    """What contradicts, link by link.

    Args:
        known: What is known of the time of all records.
        clash: One of its clashes.
    """
    dates = [place for place in (clash.first, clash.last) if place is not None]
    return linked(known, [*dates[:1], *clash.edges, *dates[1:]])


def _limit(known: Chronology, place: int, day: float, *, end: bool, up: bool) -> Limit:
    if math.isinf(day):
        return Limit(None, ())
    shown = Day.from_ordinal(int(day))
    if place not in known.net.nodes:
        return Limit(shown, linked(known, [place]))
    node = known.net.nodes[place][end]
    return Limit(shown, linked(known, _chain(known, node, up=up)))


class Within(NamedTuple):
    """A step from one end of a record to the other.

    Attributes:
        record: The record's place.
    """

    record: int


Item = int | Edge | Within
"""What a link stands for: the date of the record in this place, an edge, a step in a record."""


def _chain(known: Chronology, node: int, *, up: bool) -> list[Item]:
    """What leads to a node's floor, or its ceiling, from a date on."""
    net = known.net
    came = net.solution.risen if up else net.solution.sunk
    met = {node}
    items: list[Item] = []
    while True:
        step = came[node]
        # A date that the coder derived rests on what it was derived from, where that is here.
        weak = "date" in known.records[net.owners[node]].inferred
        if step is None and weak:
            step = _tight(net, node, met, up=up)
        if step is None:
            break
        items.append(step.link or Within(net.owners[node]))
        node = step.origin if up else step.target
        if node in met:
            break
        met.add(node)
    if all(isinstance(item, Within) for item in items):
        items = []
    return [net.owners[node], *reversed(items)]


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


def linked(known: Chronology, items: Sequence[Item]) -> tuple[Link, ...]:
    """The links that items stand for, each once.

    Args:
        known: What is known of the time of all records.
        items: In the order of the chain.
    """
    records = known.records
    told = [
        records[place]
        for item in items
        for place in ((item,) if isinstance(item, int) else item[:2])
    ]
    names = dict(zip((record.id for record in told), names_of(told), strict=True))
    links: dict[Link, None] = {}
    for item in items:
        if isinstance(item, Edge):
            record = records[item.teller]
            text = f"{names[record.id]} is {related(item.relative, names[item.relative.anchor])}"
            links[_link(record, "relative", text, item.relative)] = None
        elif isinstance(item, int):
            record = records[item]
            how = "was reported on" if is_reported(record) else "is dated"
            text = f"{names[record.id]} {how} {record.date}"
            links[_link(record, "date", text)] = None
        else:
            record = records[item.record]
            one_day = of_one_day(record)
            said = "takes one day" if one_day else "ends no earlier than it starts"
            text = f"{names[record.id]} {said}"
            links[Link(record=record, grounds=Grounds.DERIVED, text=text)] = None
    return tuple(links)


def _link(record: Told, name: str, text: str, relative: Relative | None = None) -> Link:
    basis = record.inferred.get(name)
    grounds = Grounds.INFERRED if basis else Grounds.STATED
    return Link(record=record, relative=relative, grounds=grounds, basis=basis, text=text)


def names_of(records: Iterable[Told]) -> list[str]:
    """What records are called: by their own file's ids, where all are of one file.

    Args:
        records: All that one sentence speaks of.
    """
    told = list(records)
    files = {record.id.partition(":")[0] for record in told}
    return [record.id if len(files) > 1 else record.local_id for record in told]


def because(chain: Iterable[Link]) -> str:
    """The end of a sentence that gives a chain as its reason; nothing where there is none.

    Args:
        chain: The links.
    """
    reasons = ", and ".join(map(str, chain))
    return f": {reasons}" if reasons else ""
