"""The closed vocabularies: the words that a field may hold.

Each is a `StrEnum`, so a member equals its written form: `Voice.DIRECT == "direct"`.
"""

from __future__ import annotations

from enum import StrEnum, unique


@unique
class Scale(StrEnum):
    """What an act does to its target: blames it, backs it, or neither."""

    CRITICISM = "criticism"
    SUPPORT = "support"
    NONE = "none"


@unique
class Plover(StrEnum):
    """The event types of PLOVER, the Political Language Ontology for Verifiable Event Records.

    Source: Open Event Data Alliance, PLOVER codebook; the sixteen types that POLECAT uses.
    """

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"


@unique
class Act(StrEnum):
    """What the words of a statement or clause do.

    >>> Act.CONDEMN.scale, Act.CONDEMN.plover
    (<Scale.CRITICISM: 'criticism'>, <Plover.ACCUSE: 'ACCUSE'>)
    >>> Act.CONCERN.strength < Act.OPPOSE.strength < Act.CONDEMN.strength
    True
    """

    AFFIRM = "affirm"
    AGREE = "agree"
    ANNOUNCE = "announce"
    APOLOGISE = "apologise"
    CALL_FOR = "call-for"
    CONCERN = "concern"
    CONDEMN = "condemn"
    CONGRATULATE = "congratulate"
    DENY = "deny"
    NOTE = "note"
    OFFER = "offer"
    OPPOSE = "oppose"
    PLEDGE = "pledge"
    PRAISE = "praise"
    PROPOSE = "propose"
    REJECT = "reject"
    SUPPORT = "support"
    THANK = "thank"
    THREATEN = "threaten"
    WARN = "warn"
    WELCOME = "welcome"

    @property
    def scale(self) -> Scale:
        """Whether the act criticises, supports, or does neither."""
        return _MEANING[self][0]

    @property
    def strength(self) -> int:
        """How strong the act is within its scale, from 1; 0 outside both scales."""
        return _MEANING[self][1]

    @property
    def plover(self) -> Plover | None:
        """The PLOVER event type of the act, or None: PLOVER has no type for a plain remark."""
        return _MEANING[self][2]


_MEANING: dict[Act, tuple[Scale, int, Plover | None]] = {
    Act.CONCERN: (Scale.CRITICISM, 1, Plover.ACCUSE),
    Act.OPPOSE: (Scale.CRITICISM, 2, Plover.ACCUSE),
    Act.REJECT: (Scale.CRITICISM, 2, Plover.REJECT),
    Act.CONDEMN: (Scale.CRITICISM, 3, Plover.ACCUSE),
    Act.THANK: (Scale.SUPPORT, 1, Plover.SUPPORT),
    Act.CONGRATULATE: (Scale.SUPPORT, 1, Plover.SUPPORT),
    Act.WELCOME: (Scale.SUPPORT, 1, Plover.SUPPORT),
    Act.PRAISE: (Scale.SUPPORT, 2, Plover.SUPPORT),
    Act.SUPPORT: (Scale.SUPPORT, 3, Plover.SUPPORT),
    Act.AFFIRM: (Scale.NONE, 0, None),
    Act.AGREE: (Scale.NONE, 0, Plover.AGREE),
    Act.ANNOUNCE: (Scale.NONE, 0, None),
    Act.APOLOGISE: (Scale.NONE, 0, Plover.CONCEDE),
    Act.CALL_FOR: (Scale.NONE, 0, Plover.REQUEST),
    Act.DENY: (Scale.NONE, 0, Plover.REJECT),
    Act.NOTE: (Scale.NONE, 0, None),
    Act.OFFER: (Scale.NONE, 0, Plover.AGREE),
    Act.PLEDGE: (Scale.NONE, 0, Plover.AGREE),
    Act.PROPOSE: (Scale.NONE, 0, Plover.AGREE),
    Act.THREATEN: (Scale.NONE, 0, Plover.THREATEN),
    Act.WARN: (Scale.NONE, 0, Plover.THREATEN),
}


@unique
class Voice(StrEnum):
    """How near the words are to the speaker's own.

    Direct words stand verbatim between quotation marks in the source; mixed ones are a paraphrase
    with quoted fragments; reported ones a paraphrase; narrated is the source's own narration.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"
    NARRATED = "narrated"


@unique
class Position(StrEnum):
    """Where words stand on their topic's proposition."""

    FOR = "for"
    AGAINST = "against"
    NEITHER = "neither"


@unique
class Status(StrEnum):
    """What had become of a visit, meeting or event by the date of its source."""

    PLANNED = "planned"
    ONGOING = "ongoing"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


@unique
class Outcome(StrEnum):
    """What became of a pledge or a call, as far as the coder knows."""

    KEPT = "kept"
    PARTLY_KEPT = "partly-kept"
    BROKEN = "broken"
    PENDING = "pending"


@unique
class Basis(StrEnum):
    """Where a value comes from that the source itself does not state."""

    DERIVED = "derived"
    WORLD_KNOWLEDGE = "world-knowledge"
    OTHER_SOURCE = "other-source"
    CODER = "coder"


@unique
class Confidence(StrEnum):
    """How sure the coder is of a record."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@unique
class CodingStatus(StrEnum):
    """How far the coding of an article is."""

    DRAFT = "draft"
    DONE = "done"
    ADJUDICATED = "adjudicated"


@unique
class DateBasis(StrEnum):
    """Whether a statement's date is that of the words or that of their report."""

    EVENT = "event"
    REPORTED = "reported"


@unique
class Interpreter(StrEnum):
    """Whose interpretation a reading is."""

    SOURCE = "source"
    CODER = "coder"
    UNNAMED = "unnamed"


@unique
class Role(StrEnum):
    """What an office is, whatever its title."""

    HEAD_OF_STATE = "head-of-state"
    HEAD_OF_GOVERNMENT = "head-of-government"
    FOREIGN_MINISTER = "foreign-minister"
    DEFENCE_MINISTER = "defence-minister"
    MINISTER = "minister"
    SECURITY_SECRETARY = "security-secretary"
    ADVISER = "adviser"
    AMBASSADOR = "ambassador"
    ENVOY = "envoy"
    SPOKESPERSON = "spokesperson"
    PARTY_LEADER = "party-leader"
    LEGISLATOR = "legislator"
    MILITARY_COMMANDER = "military-commander"
    HEAD_OF_ORGANIZATION = "head-of-organization"
    OFFICIAL = "official"


@unique
class CountryKind(StrEnum):
    """What sort of country: `former-state` for one that is no more, such as DDR."""

    STATE = "state"
    FORMER_STATE = "former-state"
    TERRITORY = "territory"


@unique
class OrganizationKind(StrEnum):
    """What sort of organization or group."""

    BLOC = "bloc"
    ALLIANCE = "alliance"
    INTERNATIONAL_BODY = "international-body"
    GOVERNMENT_BODY = "government-body"
    COMPANY = "company"
    GROUP = "group"
    MEDIA = "media"


@unique
class SourceKind(StrEnum):
    """What sort of text the source is."""

    NEWS = "news"
    COMMUNIQUE = "communique"
    TREATY = "treaty"
    TRANSCRIPT = "transcript"
    PRESS_RELEASE = "press-release"
    IMAGE = "image"
    BOOK = "book"
    DATASET = "dataset"
    WEB_PAGE = "web-page"


@unique
class Translation(StrEnum):
    """Who translated the source's quotations into its language."""

    OFFICIAL = "official"
    AGENCY = "agency"
    MACHINE = "machine"
    REPORTER = "reporter"


@unique
class VisitKind(StrEnum):
    """What sort of visit, in the terms of protocol."""

    STATE = "state"
    OFFICIAL = "official"
    WORKING = "working"
    PRIVATE = "private"
    STOPOVER = "stopover"
    MULTILATERAL = "multilateral"


@unique
class MeetingKind(StrEnum):
    """What the participants met for."""

    TALKS = "talks"
    CEREMONY = "ceremony"
    SIGNING = "signing"
    INFORMAL = "informal"
    BRIEFING = "briefing"
    CALL = "call"
    SUMMIT = "summit"


@unique
class MeetingFormat(StrEnum):
    """Where the participants met: in one room, over a line, or in the margins of something else."""

    IN_PERSON = "in-person"
    REMOTE = "remote"
    SIDELINES = "sidelines"


@unique
class EventKind(StrEnum):
    """What happened: a PLOVER event type, or a kind that PLOVER has no type for."""

    AGREE = "agree"
    CONSULT = "consult"
    SUPPORT = "support"
    CONCEDE = "concede"
    COOPERATE = "cooperate"
    AID = "aid"
    RETREAT = "retreat"
    REQUEST = "request"
    ACCUSE = "accuse"
    REJECT = "reject"
    THREATEN = "threaten"
    PROTEST = "protest"
    SANCTION = "sanction"
    MOBILIZE = "mobilize"
    COERCE = "coerce"
    ASSAULT = "assault"
    AGREEMENT = "agreement"
    APPOINTMENT = "appointment"
    ELECTION = "election"
    INAUGURATION = "inauguration"
    POLICY = "policy"
    STATE_OF_AFFAIRS = "state-of-affairs"
    WAR = "war"

    @property
    def plover(self) -> Plover | None:
        """The PLOVER event type, or None for a kind that PLOVER has no type for."""
        return Plover(self.upper()) if self.upper() in Plover.__members__ else None
