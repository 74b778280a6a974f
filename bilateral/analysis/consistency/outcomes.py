"""Plans and pledges of which the latest source should know what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations

from bilateral.analysis.consistency.times import Times
from bilateral.analysis.objections import Objection
from bilateral.analysis.selecting import actors_of
from bilateral.analysis.titles import Told
from bilateral.dates import Day, Edtf
from bilateral.errors import Severity
from bilateral.records.actors import Actor, side
from bilateral.records.dossier import Dossier
from bilateral.records.events import Event
from bilateral.records.record import Record, kind_name
from bilateral.records.sources import SourcedRecord
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import Clause, JointDeclaration, Words
from bilateral.vocabulary import Outcome, Status

_MOST_SIDES = 12
"""Of a record with more sides, as of a great conference, no more are looked at."""


def outcomes(dossier: Dossier, times: Times) -> Iterator[Objection]:
    """Plans and pledges whose day had certainly passed when a source last told of their sides.

    What some record fulfils is left aside, and so is what another tells of without calling it
    planned or pending (`same_as`, of the one or the other, or by way of further ones).

    Args:
        dossier: Whose plans and pledges.
        times: When they were to be.
    """
    news = _News(dossier)
    settled = _settled(dossier)
    plans: Iterable[Visit | Meeting | JointDeclaration | Event] = (
        *dossier.visits,
        *dossier.meetings,
        *dossier.declarations,
        *dossier.events,
    )
    for plan in plans:
        if plan.status is not Status.PLANNED or plan.id in settled:
            continue
        latest = news.of(plan)
        if latest is not None and times.bounds(plan.id).end_to < latest[0].ordinal:
            told = "was planned "
            told += f"and {times.told(plan.id)}" if plan.date is None else f"for {_day(plan.date)}"
            what = f"the {kind_name(type(plan).__name__)}"
            yield _unknown(plan, "status", what, told, latest[1], "planned")
    words: Iterable[Words] = (*dossier.statements, *dossier.clauses)
    for said in words:
        due = said.due
        if said.outcome is not Outcome.PENDING or said.id in settled or due is None:
            continue
        latest = news.of(said)
        if latest is not None and due.latest is not None and due.latest < latest[0]:
            yield _unknown(
                said, "outcome", f"the {said.act}", f"was due {_day(due)}", latest[1], "pending"
            )


def _unknown(
    record: SourcedRecord, field: str, what: str, told: str, latest: Edtf, found: str
) -> Objection:
    return Objection(
        record,
        (field,),
        "outcome-missing",
        f"{what} {record.local_id!r} {told}, and the latest source on them is of {latest}:"
        " what became of it?",
        Severity.WARNING,
        found=found,
        expected=f"another {field!r}, or a record that fulfils it",
    )


class _News:
    """When a source last told of two sides together, or of one; and the last of each file.

    Those of one file tell one story, even if no record rests on the latest of them.
    """

    def __init__(self, dossier: Dossier) -> None:
        self.latest: dict[frozenset[str], tuple[Day, Edtf]] = {}
        self.of_file: dict[str, tuple[Day, Edtf]] = {}
        for each in dossier.sources:
            if each.published is not None and each.published.earliest is not None:
                file = each.id.partition(":")[0]
                told = each.published.earliest, each.published
                self.of_file[file] = max(told, self.of_file.get(file, told), key=_first)
        for record in dossier:
            source = record.source if isinstance(record, SourcedRecord) else None
            published = source.published if source else None
            if published is not None and published.earliest is not None:
                told = published.earliest, published
                for sides in _sides(record):
                    self.latest[sides] = max(told, self.latest.get(sides, told), key=_first)

    def of(self, record: Record) -> tuple[Day, Edtf] | None:
        """When the latest source that tells of a record's sides was published.

        The day by which it certainly was, and the date.
        """
        told = [self.latest[sides] for sides in _sides(record) if sides in self.latest]
        file = record.id.partition(":")[0]
        if file in self.of_file:
            told.append(self.of_file[file])
        return max(told, key=_first, default=None)


def _first(told: tuple[Day, Edtf]) -> tuple[Day, str]:
    # By the text as well, so that of two dates of one day the same is told in any order.
    return told[0], told[1].text


def _sides(record: Record) -> Iterable[frozenset[str]]:
    """The sides of a record, two by two; the one where it has one alone.

    A leader or organization is on its country's side.
    """
    actors: Iterable[Actor] = ()
    if isinstance(record, Clause):
        actors = (*record.parties, *record.targets)
    elif isinstance(record, Told):
        actors = actors_of(record)
    ids = {min(side(actor) - {actor.id}, default=actor.id) for actor in actors}
    some = sorted(ids)[:_MOST_SIDES]
    # What nobody takes part in has no side, and no news of others is news of it.
    return map(frozenset, combinations(some, 2) if len(some) != 1 else [some])


def _settled(dossier: Dossier) -> set[str]:
    """The ids of what is fulfilled, or told of by a record of what happened."""
    settled: set[str] = set()
    same: dict[str, list[str]] = {}
    for record in dossier:
        for id in getattr(record, "fulfils", ()):
            if id != record.id:
                settled.add(id)
        for id in getattr(record, "same_as", ()):
            same.setdefault(id, []).append(record.id)
            same.setdefault(record.id, []).append(id)
    records = {record.id: record for record in dossier if record.id in same}
    settled |= {id for id, record in records.items() if not _open(record)}
    ahead = [id for id in settled if id in same]
    while ahead:
        for id in same[ahead.pop()]:
            if id not in settled:
                settled.add(id)
                ahead.append(id)
    return settled


def _open(record: object) -> bool:
    """Whether a record leaves open what became of what it tells."""
    if isinstance(record, Words):
        return record.outcome in {None, Outcome.PENDING}
    return getattr(record, "status", None) is Status.PLANNED


def _day(date: Edtf) -> str:
    return date.describe()
