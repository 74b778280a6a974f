"""What of a dossier claims to be a source's own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum, unique
from typing import Any

from attrs import frozen

from bilateral.analysis.objections import Path
from bilateral.analysis.texts.matching import Elision
from bilateral.records.record import Record
from bilateral.records.sources import Evidence, Source, SourcedRecord
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import Statement, Words
from bilateral.vocabulary import Voice


@unique
class CitationKind(StrEnum):
    """How a record cites its source.

    QUOTE: the words of a direct statement. FRAGMENT: a quoted fragment. EVIDENCE: the source's own
    words for a record. MENTION: the source's wording for somebody. UNCODED: a passage that is left
    uncoded on purpose.
    """

    QUOTE = "quote"
    FRAGMENT = "fragment"
    EVIDENCE = "evidence"
    MENTION = "mention"
    UNCODED = "uncoded"

    @property
    def quoted(self) -> bool:
        """Whether the words stand between quotation marks in the source."""
        return self in {CitationKind.QUOTE, CitationKind.FRAGMENT}

    @property
    def elision(self) -> Elision:
        """What stands for words that are left out."""
        return Elision.BRACKETS if self.quoted else Elision.DOTS


@frozen(kw_only=True, eq=False)
class Citation:
    """Words of a source in a record, or a passage that it names.

    Attributes:
        record: The record.
        path: The field of the record that holds them.
        kind: How they are cited.
        source: Whose words they are; None where the record names no source.
        evidence: The words, or the passage; where else than in evidence, the words alone.
    """

    record: Record
    path: Path
    kind: CitationKind
    source: Source | None
    evidence: Evidence


def citations(record: Record) -> Iterator[Citation]:
    """All that a record cites, but for what its clauses do, which are records."""
    if isinstance(record, Source):
        for words in record.mentions:
            yield _cited(record, ("mentions", words), CitationKind.MENTION, record, words)
        for number, passage in enumerate(record.uncoded):
            where: Path = ("uncoded", number, "words")
            yield _cited(record, where, CitationKind.UNCODED, record, passage.words)
    if not isinstance(record, SourcedRecord):
        return
    source = record.source
    if isinstance(record, Statement) and record.voice is Voice.DIRECT:
        yield _cited(record, ("text",), CitationKind.QUOTE, source, record.text)
    if isinstance(record, Words):
        for number, words in enumerate(record.quoted):
            yield _cited(record, ("quoted", number), CitationKind.FRAGMENT, source, words)
    for path, evidence in _evidence(record):
        yield Citation(
            record=record,
            path=path,
            kind=CitationKind.EVIDENCE,
            source=evidence.source or source,
            evidence=evidence,
        )


def _cited(
    record: Record, path: Path, kind: CitationKind, source: Source | None, words: str
) -> Citation:
    evidence = Evidence(words=words)
    return Citation(record=record, path=path, kind=kind, source=source, evidence=evidence)


def _evidence(record: SourcedRecord) -> Iterator[tuple[Path, Evidence]]:
    """The evidence of a record, and of what is nested in it."""
    yield from _numbered(record, ())
    nested: dict[str, tuple[Any, ...]] = {}
    if isinstance(record, Visit | Meeting):
        nested["delegation"] = record.delegation
    if isinstance(record, Visit):
        nested["purpose"] = record.purpose
    for name, members in nested.items():
        for number, member in enumerate(members):
            yield from _numbered(member, (name, number))


def _numbered(holder: Any, path: Path) -> Iterable[tuple[Path, Evidence]]:
    for number, evidence in enumerate(holder.evidence):
        yield (*path, "evidence", number), evidence
