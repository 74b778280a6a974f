"""Words and meetings outside what they were part of, and sequels before what they follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bilateral.analysis.consistency.times import Times, elsewhen, intended
from bilateral.analysis.consistency.titles import homes
from bilateral.analysis.objections import Objection, Path
from bilateral.errors import Severity
from bilateral.records.actors import Actor, Leader, side
from bilateral.records.dossier import Dossier
from bilateral.records.events import Event
from bilateral.records.record import Record, kind_name
from bilateral.records.sources import SourcedRecord
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import Clause, JointDeclaration, Statement, Words
from bilateral.vocabulary import Act, DateBasis, Status

_OWN_DEEDS = frozenset({Act.PLEDGE, Act.OFFER})
"""Acts by which somebody says what they will do themselves, which cannot be overdue."""


def sequence(dossier: Dossier, times: Times) -> Iterator[Objection]:
    """What cannot have been when it is said to, beside what it refers to.

    A clause has the date of its declaration, which hands it down, so that the two cannot differ.

    Args:
        dossier: Whose records.
        times: When they were.
    """
    told: Iterable[SourcedRecord] = (
        *dossier.visits,
        *dossier.meetings,
        *dossier.statements,
        *dossier.declarations,
        *dossier.clauses,
        *dossier.events,
        *dossier.readings,
    )
    for record in told:
        yield from _itself(record)
        match record:
            case Meeting() | JointDeclaration():
                yield from _outside(record, "visit", record.visit, times)
            case Statement() if record.date_basis is DateBasis.EVENT:
                yield from _outside(record, "visit", record.visit, times)
                yield from _outside(record, "meeting", record.meeting, times)
        if isinstance(record, Words):
            yield from _due(record, times)
        yield from _sequels(record, times)
    yield from _claims(dossier)


def _itself(record: SourcedRecord) -> Iterator[Objection]:
    """References to the record that they stand in, which a file cannot have."""
    for name in ("fulfils", "caused_by", "confirmed_by", "same_as", "continues", "first_since"):
        value = getattr(record, name, None) or ()
        for number, id in enumerate([value] if isinstance(value, str) else value):
            if id == record.id:
                yield Objection(
                    record,
                    (name,) if isinstance(value, str) else (name, number),
                    "cycle",
                    f"{record.local_id!r} is this {_kind(record)} itself",
                    found=record.local_id,
                    expected="another record",
                )


def _outside(
    record: Meeting | Statement | JointDeclaration,
    name: str,
    around: Visit | Meeting | None,
    times: Times,
) -> Iterator[Objection]:
    """A record that certainly was not while that was going on which it was part of."""
    if around is None or intended(record) or intended(around) or around.id not in times.places:
        return
    # Of what goes on when its source is written, the end may be told too early.
    ongoing = around.status is Status.ONGOING
    if (times.before if ongoing else times.apart)(record.id, around.id):
        own, whole = _names(record, around.id)
        yield Objection(
            record,
            (name,) if record.date is None else ("date",),
            f"outside-{name}",
            f"the {_kind(record)} {own!r} {times.told(record.id)}, outside its {name}:"
            f" {whole!r} {times.told(around.id)}",
            found=None if record.date is None else str(record.date),
            expected=None if around.date is None else f"a date within {around.date}",
        )


def _due(words: Words, times: Times) -> Iterator[Objection]:
    """What was to be done before it was promised or called for."""
    said = times.record(words.id)
    if said is None or words.due is None or words.due.latest is None:
        return
    if words.due.latest.ordinal < times.bounds(words.id).start_from:
        yield Objection(
            words,
            ("due",),
            "due-before",
            f"{words.local_id!r} is due {words.due}, before it was said: {said.local_id!r}"
            f" {times.told(said.id)}",
            Severity.ERROR if words.act in _OWN_DEEDS else Severity.WARNING,
            found=str(words.due),
            expected=None if said.date is None else f"no earlier than {said.date}",
        )


def _sequels(record: SourcedRecord, times: Times) -> Iterator[Objection]:
    """Records that name what certainly came later as what they fulfil, continue or result from."""
    own = times.record(record.id)
    if own is None or elsewhen(own):
        return
    for number, id in enumerate(getattr(record, "fulfils", ())):
        # A plan may be carried out sooner than planned, but not before it was made.
        yield from _later(record, ("fulfils", number), id, "fulfils", times)
    if isinstance(record, Event):
        for number, id in enumerate(record.caused_by):
            # What is still to come can be a cause by being expected.
            yield from _later(record, ("caused_by", number), id, "is caused by", times)
    if isinstance(record, Clause) and record.continues is not None:
        yield from _continued(record, record.continues, times)


def _later(
    record: SourcedRecord, path: Path, id: str, verb: str, times: Times
) -> Iterator[Objection]:
    other = times.record(id)
    if other is not None and not intended(other) and times.before(record.id, id):
        one, later = _names(record, id)
        yield Objection(
            record,
            path,
            "later",
            f"{one!r} {verb} {later!r}, which came later: {one!r} {times.told(record.id)},"
            f" {later!r} {times.told(id)}",
            found=later,
            expected="an earlier record",
        )


def _continued(clause: Clause, id: str, times: Times) -> Iterator[Objection]:
    """A clause that takes up one of its own declaration, or of a later one."""
    if id != clause.id and id.partition("/")[0] == clause.id.partition("/")[0]:
        yield Objection(
            clause,
            ("continues",),
            "later",
            f"{id.rpartition(':')[2]!r} is a clause of the same declaration",
            found=id.rpartition(":")[2],
            expected="a clause of an earlier declaration",
        )
    else:
        yield from _later(clause, ("continues",), id, "continues", times)


def _claims(dossier: Dossier) -> Iterator[Objection]:
    """Claims for others that nobody confirms but who made them."""
    said: dict[str, Sequence[Actor]] = {}
    for words in dossier.statements:
        said[words.id] = words.speakers
    for declaration in dossier.declarations:
        said[declaration.id] = declaration.parties
    for clause in dossier.clauses:
        said[clause.id] = clause.parties
    for words in dossier.statements:
        claimants = _ids(words.speakers)
        claimed = _sides(words.claims_for)
        for number, id in enumerate(words.confirmed_by):
            actors = said.get(id, ())
            by = _ids(actors)
            if (
                id != words.id
                and claimed
                and by
                and by <= claimants
                and _sides(actors).isdisjoint(claimed)
            ):
                yield Objection(
                    words,
                    ("confirmed_by", number),
                    "confirmed-by-claimant",
                    f"{id.rpartition(':')[2]!r} is said by {_list(by)} alone, who made the claim",
                    found=id.rpartition(":")[2],
                    expected=f"words of {_list(_ids(words.claims_for))}",
                )


def _ids(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset(actor.id for actor in actors)


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    """The ids of all for whom somebody of these can speak."""
    found: set[str] = set()
    for actor in actors:
        found |= side(actor)
        if isinstance(actor, Leader):
            found.update(homes(actor))
    return frozenset(found)


def _names(record: Record, id: str) -> tuple[str, str]:
    """What a record and another are called: by their own file's ids, where they are of one."""
    if record.id.partition(":")[0] == id.partition(":")[0]:
        return record.local_id, id.rpartition(":")[2]
    return record.id, id


def _kind(record: Record) -> str:
    return kind_name(type(record).__name__)


def _list(ids: Iterable[str]) -> str:
    return " and ".join(map(repr, sorted(ids)))
