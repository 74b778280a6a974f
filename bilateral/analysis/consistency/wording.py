"""Words that stand in the wrong field, or are marked otherwise than the format has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilateral.analysis.citations import CitationKind, citations
from bilateral.analysis.objections import Objection, Path, short, shown
from bilateral.analysis.texts.boundaries import count_words
from bilateral.analysis.texts.folding import fold
from bilateral.analysis.texts.matching import FEWEST_WORDS, Elision, sought
from bilateral.errors import Severity
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record
from bilateral.records.words import Statement, Words
from bilateral.vocabulary import Voice


def wording(dossier: Dossier) -> Iterator[Objection]:
    """What is at odds with how the format has words, quotations and evidence.

    Args:
        dossier: Whose records.
    """
    words: Iterable[Words] = (*dossier.statements, *dossier.clauses)
    for said in words:
        yield from _quotations(said)
        if said.position is not None and not any(topic.proposition for topic in said.topics):
            yield Objection(
                said,
                ("position",),
                "position-of-nothing",
                f"{said.position} what? none of the topics has a proposition",
                Severity.WARNING,
                found=str(said.position),
                expected="a topic with a 'proposition', or no 'position'",
            )
    for record in dossier:
        for citation in citations(record):
            if citation.kind is CitationKind.EVIDENCE and citation.evidence.words is not None:
                yield from _elision(record, citation.path, citation.evidence.words)


def _quotations(said: Words) -> Iterator[Objection]:
    direct = isinstance(said, Statement) and said.voice is Voice.DIRECT
    if direct and said.quoted:
        yield Objection(
            said,
            ("quoted",),
            "quoted-in-direct",
            "all of a direct 'text' is quoted; fragments in 'quoted' belong to the voice 'mixed'",
            Severity.WARNING,
            expected="voice: mixed, or no 'quoted'",
            suggestion="mixed",
        )
    texts: list[tuple[Path, str]] = [(("text",), said.text)] if direct else []
    texts += [(("quoted", number), text) for number, text in enumerate(said.quoted)]
    for path, text in texts:
        within, marked = text.strip(), fold(text).text.strip()
        mark, inner = marked[:1], marked[1:-1]
        # Where they close within, too, they may be of two quotations.
        if mark in {'"', "'"} and marked.endswith(mark) and inner.strip() and mark not in inner:
            yield Objection(
                said,
                path,
                "quotation-marks",
                f"the marks {within[0]} and {within[-1]} stand around all of it; leave them out",
                Severity.WARNING,
                found=short(text),
                suggestion=short(within[1:-1]),
            )


def _elision(record: Record, path: Path, words: str) -> Iterator[Objection]:
    """Evidence that skips some words with too few beside them to find the place."""
    pieces = sought(words, Elision.DOTS).parts
    if len(pieces) == 1:
        return
    for number, piece in enumerate(pieces):
        if count_words(piece) < FEWEST_WORDS:
            where = "before the first" if number == 0 else "behind the last"
            if 0 < number < len(pieces) - 1:
                where = "between two"
            found = f"only {shown(piece)}" if piece else "nothing"
            yield Objection(
                record,
                path,
                "elision",
                f"{found} stands {where} '...'; write two words or more on each side of it",
                found=short(words),
                expected="two words or more on each side of '...'",
            )
            return
