"""Which records a timeline shows: by dyad, actor, kind, topic, voice and status."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TypeVar

from bilateral.analysis.moments import KINDS, MomentKind
from bilateral.analysis.titles import Told, status_of
from bilateral.errors import AmbiguousIdError, RecordError, UnknownIdError, nearest
from bilateral.records.actors import Actor, Topic, side
from bilateral.records.dossier import Dossier, Relation
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import JointDeclaration, Statement
from bilateral.vocabulary import Status, Voice

W = TypeVar("W", bound=StrEnum)
Dyad = Relation | Sequence[str]
"""Two countries: their relation, or their ids."""


def wanted(
    of: Dossier | Relation,
    records: Sequence[Told],
    *,
    dyad: Dyad | None,
    actor: Actor | str | None,
    kind: MomentKind | str | None,
    topic: Topic | str | None,
    voice: Voice | str | None,
    status: Status | str | None,
) -> Iterable[int]:
    """The places of the records that pass all filters that are given.

    Args:
        of: What a timeline is made of.
        records: Those that have a place in time.
        dyad: As for `timeline`, and so are the others.
        actor: Who takes part.
        kind: What sort of record.
        topic: What it is about.
        voice: How near its words are to the speakers' own.
        status: What had become of it.

    Raises:
        RecordError: A word is of no vocabulary, or a dyad has not two countries.
        UnknownIdError: No actor, topic or country has such an id.
    """
    dossier = of.dossier if isinstance(of, Relation) else of
    tests = [
        _of_dyad(relation)
        for relation in (of, _relation(dossier, dyad))
        if isinstance(relation, Relation)
    ]
    if kind is not None:
        sort = _word(MomentKind, kind)
        tests.append(lambda record: KINDS[type(record)] is sort)
    if status is not None:
        state = _word(Status, status)
        tests.append(lambda record: status_of(record) is state)
    if voice is not None:
        tone = _word(Voice, voice)
        tests.append(lambda record: isinstance(record, Statement) and record.voice is tone)
    if actor is not None:
        tests.append(_of_actor(dossier, actor))
    if topic is not None:
        tests.append(_of_topic(dossier, topic))
    if not tests:
        return range(len(records))
    return [place for place, record in enumerate(records) if all(test(record) for test in tests)]


def _word(vocabulary: type[W], word: str) -> W:
    try:
        return vocabulary(word)
    except ValueError:
        near = nearest(word, map(str, vocabulary))
        hint = f"did you mean {near!r}?" if near else f"it is one of {', '.join(vocabulary)}"
        name = vocabulary.__name__.removeprefix("Moment").lower()
        raise RecordError(f"no {name} {word!r}; {hint}") from None


def _relation(dossier: Dossier, dyad: Dyad | None) -> Relation | None:
    if dyad is None or isinstance(dyad, Relation):
        return dyad
    if isinstance(dyad, str) or len(dyad) != 2:
        raise RecordError(f"a dyad is two countries, such as ('CHN', 'RUS'), not {dyad!r}")
    return dossier.relation(*dyad)


def _of_dyad(relation: Relation) -> Callable[[Told], bool]:
    sections: tuple[Iterable[Told], ...] = (
        relation.visits,
        relation.meetings,
        relation.statements,
        relation.declarations,
        relation.events,
    )
    ids = {record.id for section in sections for record in section}
    return lambda record: record.id in ids


def _of_actor(dossier: Dossier, actor: Actor | str) -> Callable[[Told], bool]:
    id = dossier[actor].id if isinstance(actor, str) else actor.id
    return lambda record: any(id in side(each) for each in actors_of(record))


def actors_of(record: Told) -> Sequence[Actor]:
    """Who takes part in it, acts or speaks, or is acted on or spoken to."""
    match record:
        case Visit():
            companions = [each.leader for each in record.delegation if each.leader]
            return (*record.guests, *record.hosts, record.country, *companions)
        case Meeting():
            companions = [each.leader for each in record.delegation if each.leader]
            return (*record.participants, *companions)
        case Statement():
            return (*record.speakers, *record.to, *record.targets)
        case JointDeclaration():
            aims = (target for clause in record.clauses for target in clause.targets)
            return (*record.parties, *record.signatories, *aims)
    return (*record.actors, *record.targets, *record.beneficiaries)


def _of_topic(dossier: Dossier, topic: Topic | str) -> Callable[[Told], bool]:
    id = dossier.topics[topic].id if isinstance(topic, str) else topic.id
    covered = {id}
    # A topic covers those that name it as the broader one, and theirs.
    while more := {t.id for t in dossier.topics if t.broader in covered} - covered:
        covered |= more
    return lambda record: any(each.id in covered for each in _topics(record))


def _topics(record: Told) -> Iterable[Topic]:
    match record:
        case Visit():
            return (*record.agenda, *(topic for each in record.purpose for topic in each.topics))
        case Meeting() | Statement():
            return record.topics
        case JointDeclaration():
            return [topic for clause in record.clauses for topic in clause.topics]
    return ()


def one_of(records: Sequence[Told], record: Told | str) -> int:
    """The place of a record, or of the one that an id stands for, among those that have one.

    Args:
        records: Those that have a place in time.
        record: The record, its full id, or its short one while that is unambiguous.

    Raises:
        UnknownIdError: None of them has this id.
        AmbiguousIdError: The short form stands for several.
    """
    id = record if isinstance(record, str) else record.id
    full = {each.id: place for place, each in enumerate(records)}
    if id in full:
        return full[id]
    short = [each.id for each in records if each.local_id == id]
    if len(short) > 1:
        raise AmbiguousIdError("record", id, short)
    if not short:
        raise UnknownIdError("record", id, (each.local_id for each in records))
    return full[short[0]]
