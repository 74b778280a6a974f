"""The dossier: all that one or several files tell, and what falls within one dyad."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain
from typing import Any

from attrs import field, frozen

from bilateral.display import html, text
from bilateral.errors import AmbiguousIdError, RecordError, UnknownIdError
from bilateral.records.actors import Actor, Country, Leader, Organization, Topic, side
from bilateral.records.collection import Records
from bilateral.records.events import Event, Reading
from bilateral.records.places import NoPlaces, Places
from bilateral.records.record import Record, Variable, by_id, kind_name
from bilateral.records.sources import Article, Source
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import Clause, JointDeclaration, Statement

GLOBAL_SECTIONS: dict[str, type[Any]] = {
    "countries": Country,
    "organizations": Organization,
    "topics": Topic,
    "variables": Variable,
    "leaders": Leader,
}
"""The sections whose ids hold for the whole archive, each after those that it refers to."""

LOCAL_SECTIONS: dict[str, type[Any]] = {
    "sources": Source,
    "visits": Visit,
    "meetings": Meeting,
    "statements": Statement,
    "declarations": JointDeclaration,
    "events": Event,
    "readings": Reading,
}
"""The sections whose ids hold for one file, each after those that it refers to."""


def _records(kind: type[Record]) -> Any:
    """A field that takes any iterable of records of one kind, and holds them as `Records`."""

    def gathered(records: Iterable[Any]) -> Records[Any]:
        return records if isinstance(records, Records) else Records(kind, records)

    return field(default=(), converter=gathered)


@frozen(kw_only=True, repr=False)
class Dossier:
    """What one or several files tell, as records that refer to each other.

    Attributes:
        articles: The article files.
        countries, organizations, topics, variables, leaders: Shared by all of them.
        sources, visits, meetings, statements, declarations, events, readings: What they tell.
        places: Where each record stands in its file; nowhere where they were made in Python.
    """

    articles: Records[Article] = _records(Article)
    countries: Records[Country] = _records(Country)
    organizations: Records[Organization] = _records(Organization)
    topics: Records[Topic] = _records(Topic)
    variables: Records[Variable] = _records(Variable)
    leaders: Records[Leader] = _records(Leader)
    sources: Records[Source] = _records(Source)
    visits: Records[Visit] = _records(Visit)
    meetings: Records[Meeting] = _records(Meeting)
    statements: Records[Statement] = _records(Statement)
    declarations: Records[JointDeclaration] = _records(JointDeclaration)
    events: Records[Event] = _records(Event)
    readings: Records[Reading] = _records(Reading)
    places: Places = field(factory=NoPlaces, eq=False)

    @cached_property
    def clauses(self) -> Records[Clause]:
        """The clauses of all declarations."""
        return Records(
            Clause, chain.from_iterable(declared.clauses for declared in self.declarations)
        )

    def section(self, name: str) -> Records[Any]:
        """The records of one section, by the section's name in a file."""
        return getattr(self, name)  # type: ignore[no-any-return]

    @property
    def _collections(self) -> list[Records[Any]]:
        names = ["articles", *GLOBAL_SECTIONS, *LOCAL_SECTIONS]
        return [*map(self.section, names), self.clauses]

    def __iter__(self) -> Iterator[Record]:
        """All records: articles, section by section, clauses last."""
        return chain.from_iterable(self._collections)

    def __getitem__(self, id: str) -> Any:
        """The record of any kind with this id, full, or short while that is unambiguous.

        Raises:
            UnknownIdError: There is none.
            AmbiguousIdError: The id stands for several: the short form of one, or that of an
                article which an actor or topic has as well.
        """
        found = [records[full] for records in self._collections for full in records.ids_of(id)]
        exact = [record for record in found if record.id == id]
        if len(exact) > 1:
            kinds = [f"{kind_name(type(record).__name__)} {id}" for record in exact]
            raise AmbiguousIdError("record", id, kinds)
        if exact or len(found) == 1:
            return (exact or found)[0]
        if found:
            raise AmbiguousIdError("record", id, [record.id for record in found])
        raise UnknownIdError("record", id, chain.from_iterable((r.local_id, r.id) for r in self))

    def relation(self, one: str | Country, other: str | Country) -> Relation:
        """The dyad of two countries, given as such or by id.

        Raises:
            UnknownIdError: There is no such country.
            RecordError: The two are the same.
        """
        countries = [
            country if isinstance(country, Country) else self.countries[country]
            for country in (one, other)
        ]
        if countries[0].id == countries[1].id:
            raise RecordError(f"a dyad has two countries; {countries[0].id!r} was given twice")
        return Relation(dossier=self, countries=(countries[0], countries[1]))

    def _counts(self) -> list[list[str]]:
        names = ["articles", *GLOBAL_SECTIONS, *LOCAL_SECTIONS]
        sizes = [(name, len(self.section(name))) for name in names]
        return [[name, str(size)] for name, size in sizes if size]

    def __repr__(self) -> str:
        return f"Dossier({', '.join(f'{size} {name}' for name, size in self._counts())})"

    def __str__(self) -> str:
        return text.table(["section", "records"], self._counts())

    def _repr_html_(self) -> str:
        return html.table(["section", "records"], self._counts())


def _sides(actors: Iterable[Actor]) -> frozenset[str]:
    return frozenset().union(*map(side, actors))


def _unordered(countries: tuple[Country, Country]) -> frozenset[str]:
    return frozenset(by_id(countries))


@frozen(kw_only=True, repr=False)
class Relation:
    """A dyad: an unordered pair of countries, and what a dossier holds between them.

    Attributes:
        dossier: Where it is looked up.
        countries: The two.
    """

    dossier: Dossier
    countries: tuple[Country, Country] = field(eq=_unordered)

    def _covers(self, ones: Iterable[Actor], others: Iterable[Actor]) -> bool:
        """Whether one country stands among `ones` and the other among `others`."""
        left, right = _sides(ones), _sides(others)
        first, second = (country.id for country in self.countries)
        return (first in left and second in right) or (second in left and first in right)

    @property
    def visits(self) -> Records[Visit]:
        """Visits of one country's people to the other, or received by it elsewhere."""
        return Records(
            Visit,
            [
                visit
                for visit in self.dossier.visits
                if self._covers(visit.guests, (visit.country, *visit.hosts))
            ],
        )

    @property
    def meetings(self) -> Records[Meeting]:
        """Meetings at which both took part."""
        return Records(
            Meeting,
            [
                meeting
                for meeting in self.dossier.meetings
                if self._covers(meeting.participants, meeting.participants)
            ],
        )

    @property
    def declarations(self) -> Records[JointDeclaration]:
        """Declarations that both are parties to."""
        return Records(
            JointDeclaration,
            [
                declaration
                for declaration in self.dossier.declarations
                if self._covers(declaration.parties, declaration.parties)
            ],
        )

    @property
    def statements(self) -> Records[Statement]:
        """Statements by one side to, about, together with or in the name of the other."""
        return Records(
            Statement,
            [
                said
                for said in self.dossier.statements
                if self._covers(
                    said.speakers,
                    (
                        *said.speakers,
                        *said.to,
                        *said.targets,
                        *said.concerning,
                        *said.claims_for,
                    ),
                )
            ],
        )

    @property
    def events(self) -> Records[Event]:
        """Events in which one acts with, against or for the other."""
        return Records(
            Event,
            [
                event
                for event in self.dossier.events
                if self._covers(event.actors, (*event.actors, *event.targets, *event.beneficiaries))
            ],
        )

    def _counts(self) -> list[list[str]]:
        names = ["visits", "meetings", "statements", "declarations", "events"]
        return [[name, str(len(getattr(self, name)))] for name in names]

    def __repr__(self) -> str:
        counts = ", ".join(f"{size} {name}" for name, size in self._counts())
        return f"Relation({self.countries[0].id}-{self.countries[1].id}: {counts})"

    @property
    def name(self) -> str:
        """What it is called: the names of the two countries."""
        return " - ".join(country.name for country in self.countries)

    def __str__(self) -> str:
        return text.table([self.name, "records"], self._counts())

    def _repr_html_(self) -> str:
        return html.table([self.name, "records"], self._counts())
