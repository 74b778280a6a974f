"""Where what a record cites stands in a text: in one place, or why not."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from attrs import frozen

from bilateral.analysis.citations import Citation, CitationKind, citations
from bilateral.analysis.findings import FindingStatus, quoted
from bilateral.analysis.texts.folding import PARAGRAPH, fold
from bilateral.analysis.texts.matching import (
    FEWEST_WORDS,
    LONGEST_CUT,
    MOST,
    Occurrence,
    Sought,
    occurrences,
    sought,
)
from bilateral.analysis.texts.nearest import Nearest, nearest_passage
from bilateral.analysis.texts.source_text import SourceText
from bilateral.records.record import Record
from bilateral.records.sources import Evidence

Span = tuple[int, int]

_LISTED = 5
"""How many paragraphs a message lists."""
_APOSTROPHES = re.compile(r"(?<=\w)'(?=\w)")
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
    beside: dict[str, list[tuple[Span, int]]] = {}
    for citation in sorted(cited, key=lambda one: one.kind.quoted):
        near = beside.setdefault(citation.source.id if citation.source else "", [])
        found[citation] = outcome = _outcome(citation, texts, near)
        if citation.kind is CitationKind.EVIDENCE and outcome.status is FindingStatus.FOUND:
            near.append(outcome.places[0])
    yield from ((citation, found[citation]) for citation in cited)


def _outcome(
    citation: Citation, texts: Mapping[str, SourceText], beside: Sequence[tuple[Span, int]]
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
    text: SourceText, name: str, citation: Citation, beside: Sequence[tuple[Span, int]] = ()
) -> Outcome:
    """Look for what is cited.

    Args:
        text: Where.
        name: What messages call the source.
        citation: What.
        beside: Where the record's evidence stands, each place with its paragraph, which tell
            where quoted words are meant.
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
        return _quoted(text, name, words, found, beside)
    if citation.kind in {CitationKind.MENTION, CitationKind.UNCODED}:
        # Wherever they stand, they are meant.
        return _found(text, FindingStatus.FOUND, found)
    return _meant(text, name, found, "its 'prefix', 'suffix' or 'paragraph'")


def _unmarked(words: str, kind: CitationKind) -> str:
    """Quoted words without the quotation marks that a coder may have copied."""
    folded = fold(words).text.strip()
    mark, inner = folded[:1], folded[1:-1]
    marked = kind.quoted and inner and mark in {'"', "'"} and folded.endswith(mark)
    return inner if marked and mark not in _APOSTROPHES.sub("", inner) else words


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
    number = evidence.paragraph
    if number is not None:
        yield (lambda one: text.paragraph(one.start) == number), f"in paragraph {number}"
    if evidence.prefix is not None:
        prefix = fold(evidence.prefix).text.strip()
        yield (lambda one: _ends_with(text, one.start, prefix)), f"behind {quoted(evidence.prefix)}"
    if evidence.suffix is not None:
        suffix = fold(evidence.suffix).text.strip()
        yield (lambda one: _begins_with(text, one.end, suffix)), f"before {quoted(evidence.suffix)}"


def _ends_with(text: SourceText, position: int, words: str) -> bool:
    """Whether whole words come right before a place."""
    before = text.folded[max(position - len(words) - 2, 0) : position]
    end = position - len(before) + len(before.rstrip())
    return before.rstrip().endswith(words) and not text.cuts_word(end - len(words))


def _begins_with(text: SourceText, position: int, words: str) -> bool:
    """Whether whole words come right behind a place."""
    behind = text.folded[position : position + len(words) + 2]
    start = position + len(behind) - len(behind.lstrip())
    return text.folded.startswith(words, start) and not text.cuts_word(start + len(words))


def _quoted(
    text: SourceText,
    name: str,
    words: Sought,
    everywhere: list[Occurrence],
    beside: Sequence[tuple[Span, int]],
) -> Outcome:
    """Words that must stand between quotation marks."""
    within = [one for one in everywhere if _is_within(text, one, beside)]
    marked = [one for one in within if _is_marked(text, one)]
    if not within:
        # What goes over paragraphs is in several quotations.
        places = None if PARAGRAPH in words.parts[0] else text.quotations.spans
        marked = occurrences(text, words, lambda one: _is_marked(text, one), places)
    if not marked:
        why = f"stands in {_paragraphs(text, within or everywhere)} of {name}, but not between"
        return _found(text, FindingStatus.UNQUOTED, within or everywhere, f"{why} quotation marks")
    together = [one for one in marked if _follows_on(text, one)]
    if not together:
        why = (
            f"joins quotations in {_paragraphs(text, marked)} of {name} between which more stands"
            " than who spoke: code each by itself"
        )
        return Outcome(_MISSING, why=why)
    numbers = {number for _, number in beside}
    near = [one for one in together if text.paragraph(one.start) in numbers]
    how = "evidence of the record that stands in the same paragraph, or has the words in it"
    return _meant(text, name, near or together, how)


def _is_within(text: SourceText, one: Occurrence, beside: Sequence[tuple[Span, int]]) -> bool:
    """Whether words stand in the evidence of their record."""
    start, end = text.original_span(one.start, one.end)
    return any(first <= start and end <= last for (first, last), _ in beside)


def _is_marked(text: SourceText, one: Occurrence) -> bool:
    return all(text.quotations.cover(*part) for part in one.parts)


def _follows_on(text: SourceText, found: Occurrence) -> bool:
    """Whether all parts are of one quotation, but for who spoke."""
    gaps = pairwise(found.parts)
    return all(text.quotations.interrupted(one[1], other[0]) for one, other in gaps)


def _meant(text: SourceText, name: str, found: list[Occurrence], how: str) -> Outcome:
    """Words that stand in the text once, or in one place that is meant."""
    if len(found) == 1:
        return _found(text, FindingStatus.FOUND, found)
    times = f"{MOST} times or more" if len(found) == MOST else f"{len(found)} times"
    why = f"stands {times} in {name}, in {_paragraphs(text, found)}: say which by {how}"
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
