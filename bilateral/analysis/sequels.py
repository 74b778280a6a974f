"""What became of what was planned or pledged, what was the first since, and when nothing was."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from attrs import field, frozen

from bilateral.analysis.chronology import Chronology
from bilateral.analysis.precedence import order
from bilateral.analysis.titles import Told, status_of
from bilateral.dates import Certainty, Day
from bilateral.records.actors import side
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import JointDeclaration, Statement
from bilateral.vocabulary import Status


@frozen(kw_only=True)
class Sequel:
    """What was planned, pledged or told, and the records that tell what became of it.

    Attributes:
        record: What was planned or pledged.
        became: The records that fulfil it, or tell of the same thing, in the order of the dossier.
    """

    record: Told = field(repr=lambda record: record.id)
    became: tuple[Told, ...] = field(repr=lambda records: str([each.id for each in records]))

    def __str__(self) -> str:
        later = [f"{each.local_id} ({status_of(each) or 'said'})" for each in self.became]
        return (
            f"{self.record.local_id}: {', '.join(later) or 'nothing is told of what became of it'}"
        )


@frozen(kw_only=True)
class First:
    """A visit that its source calls the first since something, and what speaks against that.

    Attributes:
        visit: The visit.
        since: Since what; None where that has no place in time here.
        between: Visits abroad of the same guests that were held, and certainly after the one and
            before the other.
        possible: Those that may have been.
    """

    visit: Visit = field(repr=lambda record: record.id)
    since: Told | None = field(repr=lambda record: str(record and record.id))
    between: tuple[Visit, ...] = ()
    possible: tuple[Visit, ...] = ()

    def __str__(self) -> str:
        since = self.since.local_id if self.since else self.visit.first_since
        told = f"{self.visit.local_id} is the first since {since}"
        for words, visits in (("not before", self.between), ("perhaps not before", self.possible)):
            if visits:
                told += f"; {words} {', '.join(visit.local_id for visit in visits)}"
        return told


@frozen
class Lull:
    """Days on which nothing of a timeline can have started, between two days on which it can.

    Attributes:
        first: The first such day.
        last: The last.
    """

    first: Day = field(repr=str)
    last: Day = field(repr=str)

    @property
    def days(self) -> int:
        """How many days."""
        return self.last.ordinal - self.first.ordinal + 1


def sequels(known: Chronology, among: Iterable[int]) -> tuple[Sequel, ...]:
    """What became of what is planned, or named by `fulfils` or `same_as` of another record.

    Args:
        known: What is known of the time of all records.
        among: The places of those that are asked about.
    """
    places = {record.id: place for place, record in enumerate(known.records)}
    became: dict[int, dict[int, None]] = {}
    for place, record in enumerate(known.records):
        for id in _fulfilled(record):
            if id in places:
                became.setdefault(places[id], {})[place] = None
        for id in record.same_as:
            if id in places and status_of(known.records[places[id]]) is Status.PLANNED:
                became.setdefault(places[id], {})[place] = None
            # Either record may name the other; what became of a plan is the one not planned.
            elif id in places and status_of(record) is Status.PLANNED:
                became.setdefault(place, {})[places[id]] = None
    return tuple(
        Sequel(
            record=known.records[place],
            became=tuple(known.records[other] for other in sorted(became.get(place, ()))),
        )
        for place in among
        if place in became or status_of(known.records[place]) is Status.PLANNED
    )


def _fulfilled(record: Told) -> Iterable[str]:
    match record:
        case Visit() | Meeting() | Statement():
            return record.fulfils
        case JointDeclaration():
            return [id for clause in record.clauses for id in clause.fulfils]
    return ()


def firsts(known: Chronology, among: Iterable[int]) -> tuple[First, ...]:
    """The visits with `first_since`, each with those of its guests that came in between.

    Args:
        known: What is known of the time of all records.
        among: The places of those that are asked about.
    """
    places = {record.id: place for place, record in enumerate(known.records)}
    found = []
    for place in among:
        visit = known.records[place]
        if not isinstance(visit, Visit) or visit.first_since is None:
            continue
        since = places.get(visit.first_since)
        if since is None:
            found.append(First(visit=visit, since=None))
            continue
        between: list[Visit] = []
        possible: list[Visit] = []
        for other, it in _alike(known, visit, since):
            answers = {order(known, since, other).before, order(known, other, place).before}
            if answers == {Certainty.CERTAIN}:
                between.append(it)
            elif Certainty.NO not in answers:
                possible.append(it)
        told = known.records[since]
        found.append(
            First(visit=visit, since=told, between=tuple(between), possible=tuple(possible))
        )
    return tuple(found)


def _alike(known: Chronology, visit: Visit, since: int) -> Iterator[tuple[int, Visit]]:
    """The other visits that took place, of any of the same guests."""
    guests = {guest.id for guest in visit.guests}
    for place, other in enumerate(known.records):
        if (
            isinstance(other, Visit)
            and place != since
            and other.id != visit.id
            and other.status in {Status.HELD, Status.ONGOING}
            and other.id not in visit.same_as
            and visit.id not in other.same_as
            and not guests.isdisjoint(guest.id for guest in other.guests)
            # At home they do not visit.
            and any(other.country.id not in side(guest) for guest in other.guests)
        ):
            yield place, other


def lulls(known: Chronology, among: Iterable[int]) -> tuple[Lull, ...]:
    """The days on which nothing can have started, between those on which something can have.

    What can have started on any day before or after some other one is left aside.

    Args:
        known: What is known of the time of all records.
        among: The places of those that are asked about.
    """
    ranges: Sequence[tuple[float, float]] = sorted(
        known.bounds[place][:2]
        for place in among
        if not any(map(math.isinf, known.bounds[place][:2]))
    )
    found = []
    reached = math.inf
    for first, last in ranges:
        if first > reached + 1:
            found.append(Lull(Day.from_ordinal(int(reached) + 1), Day.from_ordinal(int(first) - 1)))
        reached = last if math.isinf(reached) else max(reached, last)
    return tuple(found)
