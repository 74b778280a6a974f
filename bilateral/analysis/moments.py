"""A moment: a record in its place in time."""

from __future__ import annotations

from enum import StrEnum, unique

from attrs import field, frozen

from bilateral.analysis.titles import Told, status_of, title
from bilateral.dates import Day, Edtf
from bilateral.records.events import Event
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import JointDeclaration, Statement
from bilateral.vocabulary import Status


@unique
class MomentKind(StrEnum):
    """What sort of record a moment is."""

    VISIT = "visit"
    MEETING = "meeting"
    STATEMENT = "statement"
    DECLARATION = "declaration"
    EVENT = "event"


KINDS: dict[type[Told], MomentKind] = {
    Visit: MomentKind.VISIT,
    Meeting: MomentKind.MEETING,
    Statement: MomentKind.STATEMENT,
    JointDeclaration: MomentKind.DECLARATION,
    Event: MomentKind.EVENT,
}


@frozen(kw_only=True)
class Moment:
    """A record in its place in time.

    Attributes:
        record: The visit, meeting, statement, declaration or event.
        certain: Whether its place is certain: it could not stand elsewhere in the order.
        earliest: The first day on which it can have started, by its date and what is said of it
            relative to other records; None without limit.
        latest: The last day on which it can have ended; None without limit.
        core: The first and the last of the days on which it certainly was going on, None without
            limit; None in place of both where there is no such day: so for what was planned,
            postponed or cancelled, and for a date that is doubtful (`?`, `~`), that of a report,
            an all-of set, or contradicted.
    """

    record: Told = field(repr=lambda record: record.id)
    certain: bool
    earliest: Day | None = field(repr=str)
    latest: Day | None = field(repr=str)
    core: tuple[Day | None, Day | None] | None = field(default=None, repr=False)

    @property
    def date(self) -> Edtf | None:
        """The date as written."""
        return self.record.date

    @property
    def kind(self) -> MomentKind:
        """What sort of record it is."""
        return KINDS[type(self.record)]

    @property
    def title(self) -> str:
        """A line that says what the record tells."""
        return title(self.record)

    @property
    def status(self) -> Status | None:
        """What had become of it by the date of its source; None for a statement."""
        return status_of(self.record)
