"""Who acts: countries, organizations and leaders; and what about: topics."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from bilateral.dates import Edtf
from bilateral.records.record import NOTHING_MAPPED, Prose, Record, TopicId, by_id, written
from bilateral.vocabulary import Basis, CountryKind, OrganizationKind, Role


@frozen(kw_only=True, repr=False, eq=False)
class Country(Record):
    """A state or territory. Its id is the ISO 3166 alpha-3 code where there is one.

    Attributes:
        name: As the archive calls it.
        aliases: Other names.
        kind: State, former state or territory.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: CountryKind = CountryKind.STATE


@frozen(kw_only=True)
class Membership:
    """A country's membership of an organization.

    Attributes:
        country: The member.
        start: When it joined; None where not coded.
        end: When it left; None where not coded or still a member.
        inferred: The fields that the source does not state, with the basis of each.
    """

    country: Country = field(eq=by_id)
    start: Edtf | None = None
    end: Edtf | None = None
    inferred: Mapping[str, Basis] = NOTHING_MAPPED

    __repr__ = written


@frozen(kw_only=True, repr=False, eq=False)
class Organization(Record):
    """A bloc, international body, ministry, company, or a group that the source names as one.

    Attributes:
        name: As the archive calls it.
        aliases: Other names.
        kind: What sort of organization.
        country: The country whose organ or firm it is, where it is one country's.
        members: Its member countries, with dates.
    """

    name: str
    aliases: tuple[str, ...] = ()
    kind: OrganizationKind | None = None
    country: Country | None = field(default=None, eq=by_id)
    members: tuple[Membership, ...] = ()


Party = Country | Organization


@frozen(kw_only=True, repr=False, eq=False)
class Topic(Record):
    """What words are about.

    Attributes:
        name: A heading.
        definition: What belongs under it, for the codebook.
        broader: The id of the topic that this one is part of.
        proposition: A sentence that one can be for or against.
    """

    name: str
    definition: Prose | None = None
    broader: TopicId | None = None
    proposition: Prose | None = None


@frozen(kw_only=True)
class Office:
    """An office that a leader holds or held.

    Attributes:
        role: What the office is.
        title: What it is called.
        of: The country or organization that it is an office of.
        start: When the tenure began.
        end: When it ended, or the bounds that are known of its end.
        term: The legal mandate, whatever became of it.
        as_of: A day on which it was held, where only that is known.
        acting: Held in place of somebody.
        inferred: The fields that the source does not state, with the basis of each.
    """

    role: Role
    title: Prose
    of: Party | None = field(default=None, eq=by_id)
    start: Edtf | None = None
    end: Edtf | None = None
    term: Edtf | None = None
    as_of: Edtf | None = None
    acting: bool = False
    inferred: Mapping[str, Basis] = NOTHING_MAPPED

    __repr__ = written


@frozen(kw_only=True, repr=False, eq=False)
class Leader(Record):
    """A person who speaks or acts for a country or organization.

    Attributes:
        name: As the archive calls them.
        country: The country they act for; None for an organization's official.
        aliases: Other names.
        offices: Held now or once, in the order of the file.
    """

    name: str
    country: Country | None = field(default=None, eq=by_id)
    aliases: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


Actor = Leader | Country | Organization


def side(actor: Actor) -> frozenset[str]:
    """The ids that an actor stands for: its own, and that of its country.

    >>> side(Country(id="FRD", name="Freedonia"))
    frozenset({'FRD'})
    """
    country = None if isinstance(actor, Country) else actor.country
    return frozenset({actor.id} if country is None else {actor.id, country.id})
