"""Where it is known from: articles, sources and evidence."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

from bilateral.dates import Edtf
from bilateral.errors import RecordError
from bilateral.records.actors import Actor
from bilateral.records.gaps import Gap
from bilateral.records.record import (
    NOTHING_MAPPED,
    DatedId,
    Prose,
    Record,
    RecordId,
    by_id,
    written,
)
from bilateral.vocabulary import CodingStatus, SourceKind, Translation


@frozen(kw_only=True)
class Coding:
    """Who coded an article, when, and how far they are.

    Attributes:
        coder: Who.
        date: When.
        status: Draft, done or adjudicated.
    """

    coder: str | None = None
    date: Edtf | None = None
    status: CodingStatus = CodingStatus.DONE

    __repr__ = written


@frozen(kw_only=True, repr=False, eq=False)
class Article(Record):
    """One article file: the story that its records tell together.

    Attributes:
        title: A heading for the story.
        coding: Who coded it, when, and how far they are.
    """

    title: Prose | None = None
    coding: Coding | None = None


@frozen(kw_only=True)
class Uncoded:
    """A passage of a source that is left uncoded on purpose.

    Attributes:
        words: The source's own words; `...` skips some of one paragraph.
        reason: Why nothing is coded from them.
    """

    words: Prose
    reason: Prose

    __repr__ = written


@frozen(kw_only=True, repr=False, eq=False)
class Source(Record):
    """A text that records are coded from.

    Attributes:
        title: Its headline or name.
        kind: What sort of text it is.
        author: Who wrote it.
        publisher: Who published it.
        published: When.
        url: Where it can be read.
        accessed: When it was read there.
        language: Its language, as a BCP 47 tag such as `en`.
        translation: Who translated its quotations, where it quotes another language.
        credits: Credits for pictures and agencies.
        mentions: The source's own wording for somebody, misspellings included, and who is meant.
        sha256: The hash of its normalised text; the text itself need not travel.
        uncoded: Passages that are left uncoded on purpose.
    """

    title: Prose
    kind: SourceKind | None = None
    author: str | None = None
    publisher: str | None = None
    published: Edtf | None = None
    url: str | None = None
    accessed: Edtf | None = None
    language: str | None = None
    translation: Translation | None = None
    credits: tuple[str, ...] = ()
    mentions: Mapping[str, Actor] = field(default=NOTHING_MAPPED, eq=by_id)
    sha256: str | None = None
    uncoded: tuple[Uncoded, ...] = ()


@frozen(kw_only=True, weakref_slot=False)  # there are more of them than of records
class Evidence:
    """The source's own words that a record rests on, or where they stand.

    Attributes:
        words: The words, verbatim; `...` skips at most 300 characters of one paragraph, with two
            words or more on each side.
        source: Which source; the record's own where None.
        paragraph: The paragraph, counted from 1; blank lines part paragraphs.
        span: First code point and the one after the last, counted from 0 in that paragraph.
        prefix: What comes right before the words, where they stand in the source several times.
        suffix: What comes right behind them.
    """

    words: Prose | None = None
    source: Source | None = field(default=None, eq=by_id)
    paragraph: int | None = None
    span: tuple[int, ...] | None = None
    prefix: Prose | None = None
    suffix: Prose | None = None

    __repr__ = written

    def __attrs_post_init__(self) -> None:
        if self.span is None:
            if self.words is None:
                raise RecordError("evidence needs 'words', or 'paragraph' and 'span'")
        elif self.words is not None:
            raise RecordError("evidence has either 'words' or 'span', not both")
        elif self.paragraph is None:
            raise RecordError("a 'span' is counted in its 'paragraph', which is missing")
        elif len(self.span) != 2 or not 0 <= self.span[0] < self.span[1]:
            raise RecordError("a 'span' is two numbers, the first below the second")
        if self.paragraph is not None and self.paragraph < 1:
            raise RecordError("paragraphs are counted from 1")
        if self.words is None and (self.prefix or self.suffix):
            raise RecordError("'prefix' and 'suffix' stand beside 'words', which are missing")


@frozen(kw_only=True)
class Relative:
    """What the source says of a date relative to another record: `before` it or `after` it.

    Attributes:
        before: The id of the record that came later.
        after: The id of the record that came earlier.
        by: The gap between them; any gap where None.
    """

    before: DatedId | None = None
    after: DatedId | None = None
    by: Gap | None = None

    __repr__ = written

    def __attrs_post_init__(self) -> None:
        if (self.before is None) == (self.after is None):
            raise RecordError("a relative date has either 'before' or 'after'")

    @property
    def anchor(self) -> str:
        """The id of the record that the date is relative to."""
        return self.before or self.after or ""


@frozen(kw_only=True, repr=False, eq=False)
class SourcedRecord(Record):
    """A record that a source tells.

    Attributes:
        evidence: The source's own words for it.
        source: Which source tells it; a file's only source by default.
        relative: What the source says of its date relative to other records.
        same_as: Ids of records, of this file or another, that tell of the same thing.
    """

    evidence: tuple[Evidence, ...] = ()
    source: Source | None = field(default=None, eq=by_id)
    relative: tuple[Relative, ...] = ()
    same_as: tuple[RecordId, ...] = ()


def require_date(record: SourcedRecord, date: Edtf | None) -> None:
    """Refuse a record that neither has a date nor says what it is relative to.

    Raises:
        RecordError: It has neither.
    """
    if date is None and not record.relative:
        raise RecordError(f"{type(record).__name__} needs 'date', or 'relative' to another record")
