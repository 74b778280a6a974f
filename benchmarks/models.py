"""The fields of this library's records that the made-up files have, as plain dataclasses.

The peers' models: references are ids, and a date has any type, for YAML makes a date, a number or
text of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bilateral.vocabulary import (
    Act,
    Basis,
    CodingStatus,
    EventKind,
    Interpreter,
    MeetingKind,
    OrganizationKind,
    Outcome,
    Position,
    Role,
    SourceKind,
    Status,
    Voice,
)

Written = Any

Ids = list[str]
Bases = dict[str, Basis]


def optional() -> Any:
    """A field that may be missing."""
    return field(default=None)


def listed() -> Any:
    """A list that may be missing."""
    return field(default_factory=list)


def mapped() -> Any:
    """A mapping that may be missing."""
    return field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Country:
    name: str
    aliases: list[str] = listed()


@dataclass(slots=True, kw_only=True)
class Organization:
    name: str
    kind: OrganizationKind | None = optional()
    country: str | None = optional()


@dataclass(slots=True, kw_only=True)
class Topic:
    name: str
    definition: str | None = optional()
    broader: str | None = optional()
    proposition: str | None = optional()


@dataclass(slots=True, kw_only=True)
class Office:
    role: Role
    title: str
    of: str | None = optional()
    start: Written = optional()
    end: Written = optional()
    as_of: Written = optional()
    inferred: Bases = mapped()


@dataclass(slots=True, kw_only=True)
class Leader:
    name: str
    country: str | None = optional()
    offices: list[Office] = listed()


@dataclass(slots=True, kw_only=True)
class Coding:
    date: Written = optional()
    status: CodingStatus = CodingStatus.DONE


@dataclass(slots=True, kw_only=True)
class Source:
    title: str
    kind: SourceKind | None = optional()
    published: Written = optional()
    language: str | None = optional()
    mentions: dict[str, str] = mapped()
    sha256: str | None = optional()
    inferred: Bases = mapped()


@dataclass(slots=True, kw_only=True)
class Relative:
    before: str | None = optional()
    after: str | None = optional()
    by: str | None = optional()


@dataclass(slots=True, kw_only=True)
class Sourced:
    note: str | None = optional()
    inferred: Bases = mapped()
    evidence: list[str] = listed()
    relative: list[Relative] = listed()


@dataclass(slots=True, kw_only=True)
class Purpose:
    act: Act
    targets: Ids = listed()
    topics: Ids = listed()
    text: str | None = optional()
    evidence: list[str] = listed()


@dataclass(slots=True, kw_only=True)
class Delegate:
    leader: str | None = optional()
    group: str | None = optional()
    office: str | None = optional()
    status: Status = Status.HELD


@dataclass(slots=True, kw_only=True)
class Visit(Sourced):
    guests: Ids
    country: str
    date: Written = optional()
    hosts: Ids = listed()
    place: str | None = optional()
    status: Status = Status.HELD
    agenda: Ids = listed()
    purpose: list[Purpose] = listed()
    delegation: list[Delegate] = listed()


@dataclass(slots=True, kw_only=True)
class Meeting(Sourced):
    participants: Ids
    kind: MeetingKind
    date: Written = optional()
    place: str | None = optional()
    topics: Ids = listed()
    status: Status = Status.HELD
    visit: str | None = optional()


@dataclass(slots=True, kw_only=True)
class Words(Sourced):
    act: Act
    text: str
    position: Position | None = optional()
    targets: Ids = listed()
    concerning: Ids = listed()
    topics: Ids = listed()
    topics_open: bool = False
    about: Ids = listed()
    quoted: list[str] = listed()
    distanced: bool = False
    due: Written = optional()
    outcome: Outcome | None = optional()


@dataclass(slots=True, kw_only=True)
class Statement(Words):
    speakers: Ids
    voice: Voice
    date: Written = optional()
    to: Ids = listed()
    visit: str | None = optional()
    claims_for: Ids = listed()


@dataclass(slots=True, kw_only=True)
class Declaration(Sourced):
    title: str
    parties: Ids
    date: Written = optional()
    visit: str | None = optional()
    clauses: dict[str, Words] = mapped()


@dataclass(slots=True, kw_only=True)
class Event(Sourced):
    title: str
    kind: EventKind
    actors: Ids = listed()
    targets: Ids = listed()
    date: Written = optional()
    status: Status = Status.HELD
    quantity: str | None = optional()
    presupposed: bool = False
    caused_by: Ids = listed()


@dataclass(slots=True, kw_only=True)
class Reading(Sourced):
    about: Ids
    text: str
    implied_targets: Ids = listed()
    hedged: bool = False
    by: Interpreter = Interpreter.SOURCE


@dataclass(slots=True, kw_only=True)
class File:
    bilateral: int
    id: str | None = optional()
    title: str | None = optional()
    coding: Coding | None = optional()
    countries: dict[str, Country] = mapped()
    organizations: dict[str, Organization] = mapped()
    topics: dict[str, Topic] = mapped()
    leaders: dict[str, Leader] = mapped()
    sources: dict[str, Source] = mapped()
    defaults: dict[str, dict[str, Written]] = mapped()
    visits: dict[str, Visit] = mapped()
    meetings: dict[str, Meeting] = mapped()
    statements: dict[str, Statement] = mapped()
    declarations: dict[str, Declaration] = mapped()
    events: dict[str, Event] = mapped()
    readings: dict[str, Reading] = mapped()
