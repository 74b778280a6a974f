"""Plans and pledges of which the latest source should know what became of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilateral.analysis.consistency.times import Times
from bilateral.analysis.objections import Objection
from bilateral.dates import Edtf
from bilateral.errors import Severity
from bilateral.records.dossier import Dossier
from bilateral.records.events import Event
from bilateral.records.record import kind_name
from bilateral.records.sources import SourcedRecord
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import JointDeclaration, Words
from bilateral.vocabulary import Outcome, Status


def outcomes(dossier: Dossier, times: Times) -> Iterator[Objection]:
    """Plans and pledges whose day had certainly passed when the latest source was published.

    What some record fulfils is left aside, and so is what another tells of without calling it
    planned or pending (`same_as`, of the one or the other, or by way of further ones).

    Args:
        dossier: Whose plans and pledges.
        times: When they were to be.
    """
    latest = _latest(dossier)
    if latest is None or latest.earliest is None:
        return
    today = latest.earliest.ordinal
    settled = _settled(dossier)
    plans: Iterable[Visit | Meeting | JointDeclaration | Event] = (
        *dossier.visits,
        *dossier.meetings,
        *dossier.declarations,
        *dossier.events,
    )
    for plan in plans:
        if (
            plan.status is Status.PLANNED
            and plan.id not in settled
            and times.bounds(plan.id).end_to < today
        ):
            told = "was planned "
            told += f"and {times.told(plan.id)}" if plan.date is None else f"for {_day(plan.date)}"
            what = f"the {kind_name(type(plan).__name__)}"
            yield _unknown(plan, "status", what, told, latest, "planned")
    words: Iterable[Words] = (*dossier.statements, *dossier.clauses)
    for said in words:
        due = said.due
        if (
            said.outcome is Outcome.PENDING
            and said.id not in settled
            and due is not None
            and due.latest is not None
            and due.latest.ordinal < today
        ):
            yield _unknown(
                said, "outcome", f"the {said.act}", f"was due {_day(due)}", latest, "pending"
            )


def _unknown(
    record: SourcedRecord, field: str, what: str, told: str, latest: Edtf, found: str
) -> Objection:
    return Objection(
        record,
        (field,),
        "outcome-missing",
        f"{what} {record.local_id!r} {told}, and the latest source is of {latest}:"
        " what became of it?",
        Severity.WARNING,
        found=found,
        expected=f"another {field!r}, or a record that fulfils it",
    )


def _latest(dossier: Dossier) -> Edtf | None:
    """The date of the source that was certainly published last."""
    dates = [source.published for source in dossier.sources if source.published is not None]
    return max(dates, key=lambda date: date.sort_key, default=None)


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
