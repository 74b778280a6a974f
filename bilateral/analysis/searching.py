"""Where what a record cites stands in a text: in one place, or why not."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from itertools import pairwise

from attrs import frozen

from bilateral.analysis.citations import Citation, CitationKind, citations
from bilateral.analysis.findings import FindingStatus, quoted
from bilateral.analysis.texts.folding import fold
from bilateral.analysis.texts.matching import (
    FEWEST_WORDS,
    LONGEST_CUT,
    Occurrence,
    Sought,
    occurrences,
    sought,
)
from bilateral.analysis.texts.nearest import Nearest, nearest_passage
from bilateral.analysis.texts.source_text import SourceText
from bilateral.records.record import Record
from bilateral.records.sources import Evidence

_LISTED = 5
"""How many paragraphs a message lists."""
_MISSING = FindingStatus.MISSING


@frozen
class Outcome:
    """What a search came to.

    Attributes:
        status: Whether the words stand in the text.
        places: Where they do: the spans in the text as it was given, each with its paragraph.
        parts: The spans without what an elision leaves out.
        why: What is the matter, to be read behind the words; empty where they were found.
        nearest: The passage most like words that are missing.
    """

    status: FindingStatus
    places: tuple[tuple[tuple[int, int], int], ...] = ()
    parts: tuple[tuple[int, int], ...] = ()
    why: str = ""
    nearest: Nearest | None = None


def search_all(
    record: Record, texts: Mapping[str, SourceText]
) -> Iterator[tuple[Citation, Outcome]]:
    """Look for all that a record cites, in the order in which it does.

    Args:
        record: Which.
        texts: By the full ids of their sources.
    """
    cited = list(citations(record))
    found: dict[Citation, Outcome] = {}
    # Evidence first, since it tells which of several places quoted words stand at.
    beside: set[tuple[str | None, int]] = set()
    for citation in sorted(cited, key=lambda one: one.kind.quoted):
        source = citation.source.id if citation.source else None
        near = {number for id, number in beside if id == source}
        found[citation] = outcome = _outcome(citation, texts, near)
        if citation.kind is CitationKind.EVIDENCE and outcome.status is FindingStatus.FOUND:
            beside.add((source, outcome.places[0][1]))
    yield from ((citation, found[citation]) for citation in cited)


def _outcome(
    citation: Citation, texts: Mapping[str, SourceText], beside: Collection[int]
) -> Outcome:
    source = citation.source
    if source is None:
        why = f"was not looked for: {citation.record.local_id} does not say from which source it is"
        return Outcome(FindingStatus.NO_TEXT, why=why)
    text = texts.get(source.id)
    if text is None:
        why = f"was not looked for: no text of {source.local_id} is given"
        return Outcome(FindingStatus.NO_TEXT, why=why)
    return search(text, source.local_id, citation, beside)


def search(
    text: SourceText, name: str, citation: Citation, beside: Collection[int] = ()
) -> Outcome:
    """Look for what is cited.

    Args:
        text: Where.
        name: What messages call the source.
        citation: What.
        beside: The paragraphs in which the record's evidence stands, which tell where quoted words
            are meant.
    """
    evidence = citation.evidence
    if evidence.words is None:
        return _passage(text, name, evidence)
    words = sought(_unmarked(evidence.words, citation.kind), citation.kind.elision)
    if words.broken:
        why = f"has fewer than {FEWEST_WORDS} words on a side of what it leaves out"
        return Outcome(_MISSING, why=why)
    found = occurrences(text, words)
    if not found:
        return _missing(text, name, words)
    for fits, where in _hints(text, evidence):
        fitting = [one for one in found if fits(one)]
        if not fitting:
            why = f"stands in {_paragraphs(text, found)} of {name}, but not {where}"
            return Outcome(_MISSING, why=why)
        found = fitting
    if citation.kind.quoted:
        return _quoted(text, name, found, beside)
    if citation.kind is CitationKind.MENTION:
        found = found[:1]
    return _meant(text, name, found, "its 'prefix', 'suffix' or 'paragraph'")


def _unmarked(words: str, kind: CitationKind) -> str:
    """Quoted words without the quotation marks that a coder may have copied."""
    folded = fold(words).text.strip()
    marked = kind.quoted and len(folded) > 1 and folded[0] == folded[-1] == '"'
    return folded[1:-1] if marked else words


def _passage(text: SourceText, name: str, evidence: Evidence) -> Outcome:
    """A passage that evidence names by its paragraph and span."""
    number, span = evidence.paragraph or 0, evidence.span or (0, 0)
    count = len(text.paragraphs)
    if number > count:
        return Outcome(_MISSING, why=f"is in paragraph {number} of {name}, which has {count}")
    start, end = text.original_span(*text.paragraphs[number - 1])
    if span[1] > end - start:
        why = f"ends behind paragraph {number} of {name}, which has {end - start} characters"
        return Outcome(_MISSING, why=why)
    found = start + span[0], start + span[1]
    return Outcome(FindingStatus.FOUND, ((found, number),), (found,))


def _hints(
    text: SourceText, evidence: Evidence
) -> Iterator[tuple[Callable[[Occurrence], bool], str]]:
    """What tells which of several occurrences is meant, each in words, too."""
    folded, number = text.folded, evidence.paragraph
    if number is not None:
        yield (lambda one: text.paragraph(one.start) == number), f"in paragraph {number}"
    if evidence.prefix is not None:
        prefix = fold(evidence.prefix).text.strip()
        yield (
            lambda one: (
                folded[max(one.start - len(prefix) - 2, 0) : one.start].rstrip().endswith(prefix)
            ),
            f"behind {quoted(evidence.prefix)}",
        )
    if evidence.suffix is not None:
        suffix = fold(evidence.suffix).text.strip()
        yield (
            lambda one: folded[one.end : one.end + len(suffix) + 2].lstrip().startswith(suffix),
            f"before {quoted(evidence.suffix)}",
        )


def _quoted(
    text: SourceText, name: str, found: list[Occurrence], beside: Collection[int]
) -> Outcome:
    """Words that must stand between quotation marks."""
    marked = [one for one in found if all(text.quotations.cover(*part) for part in one.parts)]
    joined = [one for one in marked if not _follows_on(text, one)]
    if joined and joined == marked:
        why = (
            f"joins quotations in {_paragraphs(text, found)} of {name} between which more stands"
            " than who spoke: code each by itself"
        )
        return Outcome(_MISSING, why=why)
    marked = [one for one in marked if one not in joined]
    if not marked:
        why = f"stands in {_paragraphs(text, found)} of {name}, but not between quotation marks"
        return _found(text, FindingStatus.UNQUOTED, found, why)
    near = [one for one in marked if text.paragraph(one.start) in beside]
    return _meant(text, name, near or marked, "evidence of the record from the same paragraph")


def _follows_on(text: SourceText, found: Occurrence) -> bool:
    """Whether all parts are of one quotation, but for who spoke."""
    gaps = pairwise(found.parts)
    return all(text.quotations.interrupted(one[1], other[0]) for one, other in gaps)


def _meant(text: SourceText, name: str, found: list[Occurrence], how: str) -> Outcome:
    """Words that stand in the text once, or in one place that is meant."""
    if len(found) == 1:
        return _found(text, FindingStatus.FOUND, found)
    why = f"stands {len(found)} times in {name}, in {_paragraphs(text, found)}: say which by {how}"
    return _found(text, FindingStatus.AMBIGUOUS, found, why)


def _missing(text: SourceText, name: str, words: Sought) -> Outcome:
    """Words that do not stand in the text, or do in parts that are not together."""
    parts = [(part, occurrences(text, Sought((part,)))) for part in words.parts]
    for part, found in parts:
        if not found:
            nearest = nearest_passage(text, part)
            why = f"does not stand in {name}"
            if len(parts) > 1:
                why = f"does not stand in {name}, as {quoted(part)} does not"
            if nearest is not None:
                why += f"; the nearest, in paragraph {nearest.paragraph}: {nearest}"
            return Outcome(_MISSING, why=why, nearest=nearest)
    numbers = " and ".join(_paragraphs(text, found) for _, found in parts)
    why = (
        f"has parts that stand in {numbers} of {name}, but not in this order with"
        f" {LONGEST_CUT} characters of one paragraph at the most between them"
    )
    return Outcome(_MISSING, why=why)


def _found(
    text: SourceText, status: FindingStatus, found: list[Occurrence], why: str = ""
) -> Outcome:
    places = [(text.original_span(one.start, one.end), text.paragraph(one.start)) for one in found]
    parts = [text.original_span(*part) for one in found for part in one.parts]
    return Outcome(status, tuple(places), tuple(parts), why)


def _paragraphs(text: SourceText, found: list[Occurrence]) -> str:
    """The paragraphs of occurrences, in words."""
    numbers = list(dict.fromkeys(text.paragraph(one.start) for one in found))
    listed = ", ".join(map(str, numbers[:_LISTED]))
    more = f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else ""
    return f"paragraph{'s' if len(numbers) > 1 else ''} {listed}{more}"
