"""What else happened, and how the source reads it."""

from __future__ import annotations

from attrs import field, frozen

from bilateral.dates import Edtf
from bilateral.records.actors import Actor
from bilateral.records.record import Prose, RecordId, by_id
from bilateral.records.sources import SourcedRecord, require_date
from bilateral.vocabulary import EventKind, Interpreter, Status


@frozen(kw_only=True, repr=False, eq=False)
class Event(SourcedRecord):
    """Something that happened, goes on or is planned, other than a visit, meeting or declaration.

    Attributes:
        title: What happened, in the coder's words.
        kind: A PLOVER event type or one of the further kinds.
        actors: Who did it.
        targets: To whom.
        beneficiaries: For whom.
        date: When; what has happened needs it, or `relative`; plans and states of affairs need not.
        status: Planned, ongoing, held, postponed or cancelled, as of the source's date.
        quantity: How many or how much, in the source's terms.
        presupposed: The source takes it for granted rather than tells it.
        caused_by: Ids of the records that the source names as its cause.
    """

    title: Prose
    kind: EventKind
    actors: tuple[Actor, ...] = field(default=(), eq=by_id)
    targets: tuple[Actor, ...] = field(default=(), eq=by_id)
    beneficiaries: tuple[Actor, ...] = field(default=(), eq=by_id)
    date: Edtf | None = None
    status: Status = Status.HELD
    quantity: str | None = None
    presupposed: bool = False
    caused_by: tuple[RecordId, ...] = ()

    def __attrs_post_init__(self) -> None:
        # What is planned, goes on, or is a state of affairs may have no date in its source.
        if self.status is Status.HELD and self.kind is not EventKind.STATE_OF_AFFAIRS:
            require_date(self, self.date)


@frozen(kw_only=True, repr=False, eq=False)
class Reading(SourcedRecord):
    """An interpretation: a layer of its own, never counted as a fact.

    Attributes:
        about: Ids of the records that it interprets.
        text: The interpretation in the coder's words.
        implied_targets: Whom the words are taken to be aimed at without naming them.
        hedged: The source hedges it ("appears to").
        by: Whose interpretation it is.
    """

    about: tuple[RecordId, ...]
    text: Prose
    implied_targets: tuple[Actor, ...] = field(default=(), eq=by_id)
    hedged: bool = False
    by: Interpreter = Interpreter.SOURCE
