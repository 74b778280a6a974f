"""`coverage`: what of the sources' texts a dossier cites, and what it leaves out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter

from attrs import Factory, define

from bilateral.analysis.citations import Citation, CitationKind
from bilateral.analysis.covered import (
    CitedBy,
    Coverage,
    CoveredSentence,
    Layer,
    SourceCoverage,
    Span,
)
from bilateral.analysis.findings import FindingStatus
from bilateral.analysis.searching import Outcome, search_all
from bilateral.analysis.texts.folding import fold
from bilateral.analysis.texts.source_text import SourceText, tokens
from bilateral.analysis.verify import Texts, source_texts
from bilateral.records.dossier import Dossier
from bilateral.records.events import Reading
from bilateral.records.record import Record
from bilateral.records.sources import Source, SourcedRecord
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import Voice


def coverage(dossier: Dossier, texts: Texts) -> Coverage:
    """Which sentences of the sources' texts are cited, by what, and which no record cites.

    What is cited is what `verify` finds: from the first word to the last, with what `...` leaves
    out; where it stands in several places and nothing says which is meant, all of those. A sentence
    is cited if any of it is; so is one that says no more than the source's title or credits do.
    What is left uncoded on purpose says so in the source's `uncoded`. This is information: nothing
    is wrong with a text that is cited in part.

    >>> import bilateral as bl
    >>> d = bl.load("examples/xi-putin-beijing-2024.yaml")
    >>> words = "It was late. Putin, who arrived on Thursday for a two-day visit, spoke."
    >>> bl.coverage(d, {"wire": words}).sources[0].uncited[0].text
    'It was late.'

    Args:
        dossier: Whose records.
        texts: As for `verify`.

    Returns:
        For each source whose text is given, in the order of the dossier.

    Raises:
        UnknownIdError, AmbiguousIdError, BilateralError, TypeError: As for `verify`.
    """
    given = source_texts(dossier, texts)
    gathered = {id: _Gathered() for id in given}
    unlocated = 0
    bare = []
    for record in dossier:
        cited = list(search_all(record, given))
        if isinstance(record, SourcedRecord) and not cited and _is_of(record, given):
            bare.append(record)
        for citation, outcome in cited:
            if citation.source is None or citation.source.id not in given:
                continue
            there = outcome.status in {FindingStatus.FOUND, FindingStatus.AMBIGUOUS}
            unlocated += not there
            if there:
                gathered[citation.source.id].add(citation, outcome)
    sources = [source for source in dossier.sources if source.id in given]
    return Coverage(
        tuple(_covered(source, given[source.id], gathered[source.id]) for source in sources),
        unlocated,
        tuple(bare),
    )


def _is_of(record: SourcedRecord, given: Collection[str]) -> bool:
    """Whether it is told by a source whose text is given; a declaration cites by its clauses."""
    if isinstance(record, JointDeclaration) and record.clauses:
        return False
    return record.source is not None and record.source.id in given


@define
class _Gathered:
    """What is cited of a text, and what is left out of it and why."""

    cited: list[CitedBy] = Factory(list)
    left_out: list[tuple[Span, str]] = Factory(list)

    def add(self, citation: Citation, outcome: Outcome) -> None:
        """Add the places of a citation."""
        record = citation.record
        # Between two parts of a quotation is who spoke, which are no words of theirs.
        whole = [span for span, _ in outcome.places]
        for span in outcome.parts if citation.kind.quoted else whole:
            if citation.kind is CitationKind.UNCODED and isinstance(record, Source):
                self.left_out.append((span, record.uncoded[int(citation.path[1])].reason))
            elif citation.kind is not CitationKind.MENTION:
                self.cited.append(CitedBy(record, _layer(record, citation.kind), span))


def _layer(record: Record, kind: CitationKind) -> Layer:
    match record:
        case Statement() if kind.quoted:
            return Layer.DIRECT
        case Statement() if record.voice is not Voice.DIRECT:
            return Layer(record.voice)
        case Clause() | JointDeclaration():
            return Layer.DECLARED
        case Reading():
            return Layer.INTERPRETED
    return Layer.NARRATED


def _covered(source: Source, text: SourceText, gathered: _Gathered) -> SourceCoverage:
    cited = [*gathered.cited, *_named(source, text)]
    cited.sort(key=attrgetter("span"))
    words = [text.original_span(token.start, token.end) for token in text.tokens if token.is_word]
    layers = {layer: [one.span for one in cited if one.layer is layer] for layer in Layer}
    return SourceCoverage(
        source=source,
        sentences=tuple(_sentences(text, cited, gathered.left_out)),
        words=len(words),
        cited_words=_count(words, [one.span for one in cited]),
        words_by_layer={layer: _count(words, spans) for layer, spans in layers.items()},
    )


def _named(source: Source, text: SourceText) -> Iterator[CitedBy]:
    """Sentences that say no more than the source's title or credits do."""
    said = [(span, _words(text.folded[slice(*span)])) for _, span in text.sentences]
    for name in (source.title, *source.credits):
        wanted = _words(fold(name).text)
        for (start, end), words in said:
            if words == wanted:
                yield CitedBy(source, Layer.NAMED, text.original_span(start, end))


def _words(folded: str) -> list[str]:
    return [token.text for token in tokens(folded) if token.is_word]


def _sentences(
    text: SourceText, cited: list[CitedBy], left_out: list[tuple[Span, str]]
) -> Iterator[CoveredSentence]:
    """The sentences, each with what cites it."""
    spans, reached = [], 0
    for number, span in text.sentences:
        start, end = text.original_span(*span)
        # Two may end and begin within what is folded to one character.
        if max(start, reached) < end:
            spans.append((number, (max(start, reached), end)))
            reached = end
    starts = [start for _, (start, _) in spans]
    ends = [end for _, (_, end) in spans]
    by: list[list[CitedBy]] = [[] for _ in spans]
    reasons: list[list[str]] = [[] for _ in spans]
    for one in cited:
        for number in _touched(one.span, starts, ends):
            by[number].append(one)
    for span, reason in left_out:
        for number in _touched(span, starts, ends):
            reasons[number].append(reason)
    for number, (paragraph, (start, end)) in enumerate(spans):
        yield CoveredSentence(
            paragraph,
            (start, end),
            text.original[start:end],
            tuple(by[number]),
            tuple(dict.fromkeys(reasons[number])),
        )


def _touched(span: Span, starts: list[int], ends: list[int]) -> range:
    """The numbers of the sentences that a span touches."""
    return range(bisect_right(ends, span[0]), bisect_left(starts, span[1]))


def _count(words: list[Span], spans: Iterable[Span]) -> int:
    """How many words stand in any of the spans."""
    count = reached = 0
    starts = [start for start, _ in words]
    for start, end in sorted(spans):
        first, last = bisect_left(starts, max(start, reached)), bisect_left(starts, end)
        count += max(last - first, 0)
        reached = max(reached, end)
    return count
