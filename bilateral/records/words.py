"""What was said and signed: statements, and declarations with their clauses."""

from __future__ import annotations

import attrs
from attrs import field, frozen

from bilateral.dates import Edtf
from bilateral.records.actors import Actor, Party, Topic
from bilateral.records.record import ClauseId, Prose, RecordId, WordsId, by_id
from bilateral.records.sources import SourcedRecord, require_date
from bilateral.records.visits import Meeting, Visit
from bilateral.vocabulary import Act, DateBasis, Outcome, Position, Status, Voice


@frozen(kw_only=True, repr=False, eq=False)
class Words(SourcedRecord):
    """What statements and clauses share.

    Attributes:
        act: What the words do.
        text: The words themselves where they are direct, without quotation marks and with `[...]`
            for what stands between two parts of one quotation; else the coder's paraphrase.
        position: For, against or neither, on the topic's proposition.
        targets: Whom the act praises, blames or calls on, as named in the words.
        concerning: Whom the words are about, without praise or blame.
        topics: What they are about.
        topics_open: The source gives the topics as examples of more.
        about: Ids of the records that the words speak of.
        quoted: Fragments that the source puts between quotation marks, without the marks.
        distanced: The source keeps the words at arm's length ("what they cast as").
        due: By when a pledge or call is to be carried out.
        fulfils: Ids of earlier pledges that these words carry out.
        outcome: What became of the pledge or call.
    """

    act: Act
    text: Prose
    position: Position | None = None
    targets: tuple[Actor, ...] = field(default=(), eq=by_id)
    concerning: tuple[Actor, ...] = field(default=(), eq=by_id)
    topics: tuple[Topic, ...] = field(default=(), eq=by_id)
    topics_open: bool = False
    about: tuple[RecordId, ...] = ()
    quoted: tuple[Prose, ...] = ()
    distanced: bool = False
    due: Edtf | None = None
    fulfils: tuple[RecordId, ...] = ()
    outcome: Outcome | None = None


@frozen(kw_only=True, repr=False, eq=False)
class Statement(Words):
    """Words of one or several speakers.

    Attributes:
        speakers: Who said it.
        voice: How near the words are to the speakers' own.
        date: When; None where only `relative` is known.
        to: Whom it was said to.
        date_basis: Whether the date is that of the words or of their report.
        visit: The visit during which it was said.
        meeting: The meeting at which it was said.
        claims_for: On whose behalf the speakers claim to speak, beyond their own side: their claim,
            not those others' word, until `confirmed_by` names a record.
        confirmed_by: Ids of the records in which the others say so themselves.
    """

    speakers: tuple[Actor, ...] = field(eq=by_id)
    voice: Voice
    date: Edtf | None = None
    to: tuple[Actor, ...] = field(default=(), eq=by_id)
    date_basis: DateBasis = DateBasis.EVENT
    visit: Visit | None = field(default=None, eq=by_id)
    meeting: Meeting | None = field(default=None, eq=by_id)
    claims_for: tuple[Actor, ...] = field(default=(), eq=by_id)
    confirmed_by: tuple[WordsId, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_date(self, self.date)


@frozen(kw_only=True, repr=False, eq=False)
class Clause(Words):
    """One commitment, view or charge in a joint declaration.

    Attributes:
        by: The acting parties, where it is not all of them.
        continues: The id of the clause of an earlier declaration that this one takes up.
        date: The declaration's date, handed down by it.
        parties: The acting parties: `by`, or else all parties of the declaration, handed down.
    """

    by: tuple[Party, ...] = field(default=(), eq=by_id)
    continues: ClauseId | None = None
    date: Edtf | None = field(default=None, metadata={"derived": True})
    parties: tuple[Party, ...] = field(default=(), eq=by_id, metadata={"derived": True})


@frozen(kw_only=True, repr=False, eq=False)
class JointDeclaration(SourcedRecord):
    """A statement or treaty that its parties issue together.

    Attributes:
        title: What it is called.
        parties: Whose document it is.
        date: When it was issued; None where only `relative` is known.
        visit: The visit during which it was issued.
        status: Planned, held (that is, issued), postponed or cancelled.
        signatories: Who signed, where the source says so.
        complete: Every clause of the document is coded.
        clauses: In the order of the document.
    """

    title: Prose
    parties: tuple[Party, ...] = field(eq=by_id)
    date: Edtf | None = None
    visit: Visit | None = field(default=None, eq=by_id)
    status: Status = Status.HELD
    signatories: tuple[Actor, ...] = field(default=(), eq=by_id)
    complete: bool = False
    clauses: tuple[Clause, ...] = ()

    def __attrs_post_init__(self) -> None:
        require_date(self, self.date)
        handed_down = [
            attrs.evolve(
                clause,
                date=self.date,
                source=clause.source or self.source,
                parties=clause.by or self.parties,
            )
            for clause in self.clauses
        ]
        # The one way that attrs offers to complete a frozen instance.
        object.__setattr__(self, "clauses", tuple(handed_down))
