"""Words that stand in the wrong field, or are marked otherwise than the format has it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from bilateral.analysis.objections import Objection, Path, short, shown
from bilateral.errors import Severity
from bilateral.records.dossier import Dossier
from bilateral.records.sources import Evidence, SourcedRecord
from bilateral.records.visits import Delegate, Meeting, Purpose, Visit
from bilateral.records.words import Statement, Words
from bilateral.vocabulary import Voice

_MARKS = {
    '"': '"', "'": "'", "\u201c": "\u201d\u201c", "\u201e": "\u201c\u201d", "\u2018": "\u2019",
    "\u201a": "\u2018\u2019", "\u00ab": "\u00bb", "\u00bb": "\u00ab", "\u2039": "\u203a",
    "\u203a": "\u2039", "\u300c": "\u300d", "\u300e": "\u300f", "\u201d": "\u201d",
}  # fmt: skip
"""Quotation marks that open, each with those that may close."""

_ELISION = re.compile(r"\.{3,}")
# Of writings without spaces between words, which cannot be counted: two letters may be two words.
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")


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
        if isinstance(record, SourcedRecord):
            for path, evidence in _evidence(record):
                yield from _elision(record, path, evidence)


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
        marked = text.strip()
        if len(marked) > 2 and marked[-1] in _MARKS.get(marked[0], ""):
            inner = marked[1:-1]
            # Where they close within, too, they may be of two quotations.
            if inner.strip() and not {marked[0], marked[-1]}.intersection(inner):
                yield Objection(
                    said,
                    path,
                    "quotation-marks",
                    f"the marks {marked[0]} and {marked[-1]} stand around all of it;"
                    " leave them out",
                    Severity.WARNING,
                    found=short(text),
                    suggestion=short(inner),
                )


def _evidence(record: SourcedRecord) -> Iterator[tuple[Path, Evidence]]:
    """All evidence of a record and of what is nested in it, with the path to each."""
    parts: list[tuple[Path, SourcedRecord | Purpose | Delegate]] = [((), record)]
    if isinstance(record, Visit):
        parts += [(("purpose", number), each) for number, each in enumerate(record.purpose)]
    if isinstance(record, Visit | Meeting):
        parts += [(("delegation", number), each) for number, each in enumerate(record.delegation)]
    for path, part in parts:
        for number, evidence in enumerate(part.evidence):
            yield (*path, "evidence", number), evidence


def _elision(record: SourcedRecord, path: Path, evidence: Evidence) -> Iterator[Objection]:
    """Evidence that skips some words with too few beside them to find the place."""
    pieces = _ELISION.split(evidence.words or "")
    if len(pieces) == 1:
        return
    for number, piece in enumerate(pieces):
        if not _two_words(piece):
            where = "before the first" if number == 0 else "behind the last"
            if 0 < number < len(pieces) - 1:
                where = "between two"
            words = f"only {shown(piece.strip())}" if piece.strip() else "nothing"
            yield Objection(
                record,
                path,
                "elision",
                f"{words} stands {where} '...'; write two words or more on each side of it",
                found=short(evidence.words or ""),
                expected="two words or more on each side of '...'",
            )
            return


def _two_words(piece: str) -> bool:
    words = [word for word in piece.split() if any(map(str.isalnum, word))]
    return len(words) > 1 or len(_UNSPACED.findall(piece)) > 1
