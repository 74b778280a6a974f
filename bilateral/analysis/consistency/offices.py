"""Offices that somebody is said to hold, beside those that the leaders' own records give them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from bilateral.analysis.chronology import Bounds, bounds_of
from bilateral.analysis.consistency.times import Times, elsewhen
from bilateral.analysis.consistency.titles import (
    AT_ANOTHER_TIME,
    Found,
    Held,
    Home,
    Own,
    Titles,
    Words,
    homes,
    without_article,
    words_of,
)
from bilateral.analysis.objections import Objection, Path, shown
from bilateral.analysis.titles import when
from bilateral.dates import Certainty
from bilateral.errors import Severity, nearest
from bilateral.records.actors import Leader, Office, Organization
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record
from bilateral.records.sources import Source
from bilateral.records.visits import Meeting, Visit
from bilateral.vocabulary import Role, VisitKind

_SINGULAR = frozenset(
    {
        Role.HEAD_OF_STATE,
        Role.HEAD_OF_GOVERNMENT,
        Role.FOREIGN_MINISTER,
        Role.DEFENCE_MINISTER,
        Role.SECURITY_SECRETARY,
    }
)
"""Roles of which a country or organization has one at a time; see `_is_singular`."""
_MOST = 50
"""So many others' offices of one title are looked through, and so many own ones are told."""


def offices(dossier: Dossier, times: Times) -> Iterator[Objection]:
    """Offices that were not held then, or are somebody else's, and state visits of others.

    Args:
        dossier: Whose delegations, sources and visits.
        times: When they were.
    """
    titles = Titles(dossier.leaders)
    events: Iterable[Visit | Meeting] = (*dossier.visits, *dossier.meetings)
    for event in events:
        if elsewhen(event):
            continue
        for number, delegate in enumerate(event.delegation):
            if delegate.leader is not None and delegate.office is not None:
                case = _Case(
                    titles,
                    event,
                    ("delegation", number, "office"),
                    delegate.leader,
                    times.bounds(event.id),
                    f"at the time of {event.local_id!r} ({when(event)})",
                )
                yield from case.delegate(delegate.office, event.source)
    for source in dossier.sources:
        if source.published is None:
            continue
        for words, actor in source.mentions.items():
            if isinstance(actor, Leader):
                case = _Case(
                    titles,
                    source,
                    ("mentions", words),
                    actor,
                    bounds_of(source.published),
                    f"when the source was published, {source.published}",
                )
                yield from case.mention(words)
    for visit in dossier.visits:
        if visit.kind is VisitKind.STATE and not elsewhen(visit):
            yield from _state_visit(visit, times)


class _Case:
    """Somebody who is said to hold an office on some day.

    Args:
        titles: Of all offices.
        record: Where it is said.
        path: There.
        leader: Who.
        days: When.
        then: The same in words.
    """

    def __init__(
        self,
        titles: Titles,
        record: Record,
        path: Path,
        leader: Leader,
        days: Bounds,
        then: str,
    ) -> None:
        self.titles, self.record, self.path = titles, record, path
        self.leader, self.days, self.then = leader, days, then
        self.homes = homes(leader)
        self.names = frozenset().union(*map(titles.names, self.homes.values()))
        self.home = Home(self.names)

    def delegate(self, office: str, source: Source | None) -> Iterator[Objection]:
        """What is wrong with an office in a delegation, in the words of a source."""
        if not self.leader.offices or not AT_ANOTHER_TIME.isdisjoint(words_of(office)):
            return
        wanted = list(dict.fromkeys(self.titles.forms(office, self.homes.values())))
        own = self._own()
        exactly, nearly = own.exactly(wanted), own.nearly(office, wanted)
        if exactly:
            # A source may call somebody what they are as it is written, not what they were then.
            published = bounds_of(source.published if source else None)
            known = source is not None and source.published is not None
            later = known and any(held(each, published) is not Certainty.NO for each in exactly)
            yield from self._not_held(office, exactly, nearly, likely=later)
        elif nearly:
            return
        elif others := list(self._others(wanted)):
            yield self._of_another(office, others, likely=False)
        else:
            titles = [each.title for each in islice(self.leader.offices, _MOST)]
            near = nearest(office, titles)
            hint = f"did you mean {near!r}?" if near else "add it to the leader's 'offices'"
            yield Objection(
                self.record,
                self.path,
                "office-unknown",
                f"no office of {self.leader.id!r} is called {shown(office)}; {hint}",
                Severity.WARNING,
                found=office,
                expected=" or ".join(map(shown, titles[:5])),
                suggestion=near,
            )

    def mention(self, words: str) -> Iterator[Objection]:
        """What is wrong with an office that stands in a source's words for somebody."""
        found = self.titles.longest_in(words) if self.leader.offices else None
        if found is None or not self._is_theirs(found):
            return
        # A source may call people what they were or will be, so that nothing is certain here.
        own, wanted, title = self._own(), [found.title], " ".join(found.title)
        exactly, nearly = own.exactly(wanted), own.nearly(title, wanted)
        if exactly:
            yield from self._not_held(exactly[0].title, exactly, nearly, likely=True)
        elif not nearly and (others := list(self._others(wanted))):
            yield self._of_another(others[0].office.title, others, likely=True)

    def _is_theirs(self, found: Found) -> bool:
        """Whether only names stand beside a title: not "former", "aide to the", "Deputy"."""
        called = {"the"}.union(*map(words_of, (self.leader.name, *self.leader.aliases)))
        before = all(
            word.removesuffix("'s") in called or self.home.has(word) for word in found.before
        )
        first, *rest = found.behind or ("",)
        if first == "of":
            whose = without_article(tuple(rest))
            return before and any(whose[:end] in self.names for end in range(1, len(whose) + 1))
        return before and first not in {"for", "elect", "designate"}

    def _own(self) -> Own:
        """The leader's own offices."""
        return self.titles.own(self.leader, self.home)

    def _others(self, wanted: Iterable[Words]) -> Iterator[Held]:
        """Other leaders' offices of a title on the same side that may have been held then."""
        for words in wanted:
            for home in self.homes:
                for other in islice(self.titles.holders(home, words), _MOST):
                    if (
                        other.leader.id != self.leader.id
                        and held(other.office, self.days) is not Certainty.NO
                    ):
                        yield other

    def _not_held(
        self, title: str, own: list[Office], nearly: list[Office], *, likely: bool
    ) -> Iterator[Objection]:
        if all(held(office, self.days) is Certainty.NO for office in (*own, *nearly)):
            told = ", and ".join(dict.fromkeys(map(tenure, islice(own, _MOST))))
            yield Objection(
                self.record,
                self.path,
                "office-not-held",
                f"{self.leader.id!r} was not {shown(title)} {self.then}: by 'leaders', {told}",
                Severity.WARNING if likely else Severity.ERROR,
                found=title,
                expected=told,
            )

    def _of_another(self, title: str, others: list[Held], *, likely: bool) -> Objection:
        sure = [
            other
            for other in others
            if _is_singular(other.office) and held(other.office, self.days) is Certainty.CERTAIN
        ]
        other = (sure or others)[0]
        theirs = list(dict.fromkeys(each.title for each in self.leader.offices))[:5]
        return Objection(
            self.record,
            self.path,
            "office-of-another",
            f"{shown(title)} is the office of {other.leader.id!r}, {tenure(other.office)};"
            f" {self.leader.id!r} is {' and '.join(map(shown, theirs))}",
            Severity.ERROR if sure and not likely else Severity.WARNING,
            found=title,
            expected=" or ".join(map(shown, theirs)),
            suggestion=other.leader.id,
        )


def _is_singular(office: Office) -> bool:
    """Whether there is one at a time; a country has many organizations, each with its head."""
    if office.role is Role.HEAD_OF_ORGANIZATION:
        return isinstance(office.of, Organization)
    return office.role in _SINGULAR


def held(office: Office, days: Bounds) -> Certainty:
    """Whether an office was held while something went on, by its actual tenure and `as_of`.

    Args:
        office: Any.
        days: Those between which that started and ended.
    """
    start, end = bounds_of(office.start), bounds_of(office.end)
    if days.end_to < start.start_from or end.end_to < days.start_from:
        return Certainty.NO
    day = bounds_of(office.as_of)
    on_the_day = days.start_to <= day.start_from and day.end_to <= days.end_from
    throughout = start.end_to <= days.start_from and (
        office.end is None or days.end_to <= end.start_from
    )
    return Certainty.CERTAIN if on_the_day or throughout else Certainty.POSSIBLE


def tenure(office: Office) -> str:
    """When an office was held, in words.

    Args:
        office: Any.
    """
    if office.start and office.end:
        return f"from {office.start} to {office.end}"
    if office.start:
        return f"since {office.start}"
    if office.end:
        return f"until {office.end}"
    return f"as of {office.as_of}" if office.as_of else "at a time that is not coded"


def _state_visit(visit: Visit, times: Times) -> Iterator[Objection]:
    """A state visit by guests of whom none can have been head of state."""
    days = times.bounds(visit.id)
    leaders = [guest for guest in visit.guests if isinstance(guest, Leader) and guest.offices]
    if len(leaders) == len(visit.guests) and not any(
        office.role is Role.HEAD_OF_STATE and held(office, days) is not Certainty.NO
        for leader in leaders
        for office in leader.offices
    ):
        guests = " and ".join(repr(leader.id) for leader in leaders)
        yield Objection(
            visit,
            ("kind",),
            "state-visit",
            f"a state visit is made by a head of state, which {guests} was not at the time of"
            f" {visit.local_id!r} ({when(visit)})",
            Severity.WARNING,
            found=str(visit.kind),
            expected="another 'kind', or an office with the role 'head-of-state'",
        )
