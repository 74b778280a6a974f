"""Who went where, and who met: visits and meetings."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from bilateral.dates import Edtf
from bilateral.errors import RecordError
from bilateral.records.actors import Actor, Country, Leader, Organization, Topic
from bilateral.records.record import NOTHING_MAPPED, Prose, RecordId, by_id, written
from bilateral.records.sources import Evidence, SourcedRecord, require_date
from bilateral.vocabulary import Act, Basis, MeetingFormat, MeetingKind, Status, VisitKind


@frozen(kw_only=True)
class Purpose:
    """What a visitor came to say or do.

    Attributes:
        act: What they came to do in words.
        targets: Whom it addresses, praises or blames.
        concerning: Whom it is about.
        topics: What it is about.
        text: The purpose in the coder's words.
        distanced: The source keeps the words at arm's length.
        evidence: The source's own words for it.
        inferred: The fields that the source does not state, with the basis of each.
    """

    act: Act
    targets: tuple[Actor, ...] = field(default=(), eq=by_id)
    concerning: tuple[Actor, ...] = field(default=(), eq=by_id)
    topics: tuple[Topic, ...] = field(default=(), eq=by_id)
    text: Prose | None = None
    distanced: bool = False
    evidence: tuple[Evidence, ...] = ()
    inferred: Mapping[str, Basis] = NOTHING_MAPPED

    __repr__ = written


@frozen(kw_only=True)
class Delegate:
    """A `leader`, or an unnamed `group`, who comes along or takes part beside the principals.

    Attributes:
        leader: Who, where the source names them.
        group: Who, in the source's terms, where it does not.
        of: Whose side an unnamed group is on.
        office: Their office as the source gives it.
        status: Whether they have come or are to come.
        note: The coder's remark.
        evidence: The source's own words for it.
        inferred: The fields that the source does not state, with the basis of each.
    """

    leader: Leader | None = field(default=None, eq=by_id)
    group: str | None = None
    of: tuple[Country | Organization, ...] = field(default=(), eq=by_id)
    office: str | None = None
    status: Status = Status.HELD
    note: Prose | None = None
    evidence: tuple[Evidence, ...] = ()
    inferred: Mapping[str, Basis] = NOTHING_MAPPED

    __repr__ = written

    def __attrs_post_init__(self) -> None:
        if (self.leader is None) == (self.group is None):
            raise RecordError("a delegation's member has either 'leader' or 'group'")


@frozen(kw_only=True, repr=False, eq=False)
class Visit(SourcedRecord):
    """A journey of leaders to a country.

    Attributes:
        guests: Who travelled.
        country: The country visited.
        date: When; None where only `relative` is known.
        hosts: Who received them.
        place: The city or building.
        kind: What sort of visit.
        status: Planned, ongoing, held, postponed or cancelled, as of the source's date.
        agenda: What it was to be about.
        purpose: What the guests came to say or do.
        delegation: Who came along.
        first_since: The id of the event since which it is the guests' first such journey.
        fulfils: Ids of the pledges or plans that it carries out.
    """

    guests: tuple[Actor, ...] = field(eq=by_id)
    country: Country = field(eq=by_id)
    date: Edtf | None = None
    hosts: tuple[Actor, ...] = field(default=(), eq=by_id)
    place: str | None = None
    kind: VisitKind | None = None
    status: Status = Status.HELD
    agenda: tuple[Topic, ...] = field(default=(), eq=by_id)
    purpose: tuple[Purpose, ...] = ()
    delegation: tuple[Delegate, ...] = ()
    first_since: RecordId | None = None
    fulfils: tuple[RecordId, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_date(self, self.date)


@frozen(kw_only=True, repr=False, eq=False)
class Meeting(SourcedRecord):
    """Talks, a ceremony, a dinner, a call: with or without a visit around it.

    Attributes:
        participants: Who met.
        kind: What for.
        format: In person, remote, or on the sidelines of something else.
        date: When; None where only `relative` is known.
        place: The city or building.
        topics: What it was about.
        status: Planned, ongoing, held, postponed or cancelled, as of the source's date.
        visit: The visit that it was part of.
        delegation: Who took part beside the principals.
        fulfils: Ids of the pledges or plans that it carries out.
    """

    participants: tuple[Actor, ...] = field(eq=by_id)
    kind: MeetingKind
    format: MeetingFormat = MeetingFormat.IN_PERSON
    date: Edtf | None = None
    place: str | None = None
    topics: tuple[Topic, ...] = field(default=(), eq=by_id)
    status: Status = Status.HELD
    visit: Visit | None = field(default=None, eq=by_id)
    delegation: tuple[Delegate, ...] = ()
    fulfils: tuple[RecordId, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_date(self, self.date)
