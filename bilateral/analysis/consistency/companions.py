"""Members of a delegation who are on none of the sides that took part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bilateral.analysis.objections import Objection, short, shown
from bilateral.analysis.titles import names
from bilateral.display.characters import one_line
from bilateral.errors import Severity
from bilateral.records.actors import Actor, Leader, Organization, side
from bilateral.records.dossier import Dossier
from bilateral.records.visits import Delegate, Meeting, Visit
from bilateral.vocabulary import Role


def companions(dossier: Dossier) -> Iterator[Objection]:
    """The delegates who are on none of the sides of their visit or meeting.

    Nothing is told where a side is not known: that of a leader without a country, or of an
    organization without members. Nor is it of organizations' leaders, who come along with anybody.

    Args:
        dossier: Whose visits and meetings.
    """
    known: dict[str, frozenset[str]] = {}

    def sides(actors: Iterable[Actor]) -> list[frozenset[str]]:
        for actor in actors:
            if actor.id not in known:
                known[actor.id] = _sides(actor)
        return [known[actor.id] for actor in actors]

    events: Iterable[Visit | Meeting] = (*dossier.visits, *dossier.meetings)
    for event in events:
        principals, part = (
            (event.guests, "guest")
            if isinstance(event, Visit)
            else (event.participants, "participant")
        )
        present = sides(principals)
        for number, delegate in enumerate(event.delegation):
            own: Sequence[Actor] = delegate.of if delegate.leader is None else [delegate.leader]
            theirs = sides(own)
            if (
                own
                and not _is_of_organization(delegate.leader)
                and all((*present, *theirs))
                and all(one.isdisjoint(other) for one in theirs for other in present)
            ):
                yield Objection(
                    event,
                    ("delegation", number, "of" if delegate.leader is None else "leader"),
                    "delegation-side",
                    f"{_told(delegate)}, and no {part} is: {_called(principals)}",
                    Severity.WARNING,
                    found=", ".join(actor.id for actor in own),
                )


def _is_of_organization(leader: Leader | None) -> bool:
    """Whether somebody holds or held an office of an organization, or the office of its head."""
    return leader is not None and any(
        office.role is Role.HEAD_OF_ORGANIZATION or isinstance(office.of, Organization)
        for office in leader.offices
    )


def _sides(actor: Actor) -> frozenset[str]:
    """The ids of all that an actor may be a delegate of; empty where that is not known."""
    parties = [actor]
    if isinstance(actor, Leader):
        parties = [actor, *(office.of for office in actor.offices if office.of is not None)]
    found = frozenset().union(*map(side, parties))
    members = {
        membership.country.id
        for party in parties
        if isinstance(party, Organization)
        for membership in party.members
    }
    alone = found == {actor.id} and not members
    return frozenset() if alone and isinstance(actor, Leader | Organization) else found | members


def _told(delegate: Delegate) -> str:
    """Who somebody is, and of what side."""
    if delegate.leader is None:
        return f"the group {shown(delegate.group or '')} is of {_called(delegate.of)}"
    country = delegate.leader.country
    of = [country] if country else [each.of for each in delegate.leader.offices if each.of]
    return f"{delegate.leader.id!r} is of {_called(of)}"


def _called(actors: Iterable[Actor]) -> str:
    return short(one_line(names(actors)))
