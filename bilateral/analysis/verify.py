"""`verify`: whether what a dossier cites stands in the texts of its sources."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bilateral.analysis.citations import Citation
from bilateral.analysis.findings import Finding, Findings, FindingStatus, quoted
from bilateral.analysis.objections import path_in, place_of
from bilateral.analysis.searching import Outcome, search_all
from bilateral.analysis.texts.source_text import SourceText
from bilateral.errors import BilateralError
from bilateral.opening import Unreadable, read_bytes
from bilateral.records.dossier import Dossier
from bilateral.records.sources import Source

Texts = Mapping[Any, str | os.PathLike[str]]
"""The texts of sources by the sources or their ids: each itself, or the path of its file."""
NO_TEXTS: Texts = MappingProxyType({})

_LARGEST = 16 * 1024 * 1024
"""Bytes in a file of text at the most."""
_LONGEST_NAME = 1_000


def verify(dossier: Dossier, texts: Texts) -> Findings:
    """Look for each direct quote, quoted fragment, mention and piece of evidence in its source.

    Words are found where they stand in the text exactly, but for its typography: how white space is
    broken, the kinds of quotation marks, apostrophes and dashes and the space around dashes,
    ligatures, soft hyphens, and how accents are encoded. Case, spelling, stops and digits count, a
    word or number must be whole, and a hyphenated word is one. Nothing is found for being alike.

    In evidence `...` stands for at most 300 characters of one paragraph, with two words or more on
    each side; in quoted words `...` is the source's own, and `[...]` stands for as much. Evidence
    that stands in several places is found by its `paragraph`, `prefix` or `suffix`; quoted words
    are by the same record's evidence: those within it, or else in its paragraphs; of a mention, the
    first place is told.

    >>> import bilateral as bl
    >>> d = bl.load("examples/xi-putin-beijing-2024.yaml")
    >>> words = 'Describing his initial talks with Xi as "warm and comradely", he outlined sectors'
    >>> found = {finding.record: finding for finding in bl.verify(d, {"wire": words})}
    >>> found["xi-putin-beijing-2024:putin-warm-talks"].status
    <FindingStatus.FOUND: 'found'>

    Args:
        dossier: Whose words.
        texts: By the source, or its id in full or short, its text or the path of a text file in
            UTF-8. Blank lines part its paragraphs.

    Returns:
        A tuple of findings, one for all that is cited, in the order of the records; and before
        those of a source, one of its text where that is not the one that was coded.

    Raises:
        UnknownIdError: No source has such an id.
        AmbiguousIdError: The short form of an id stands for several sources.
        BilateralError: A file cannot be read.
        TypeError: A text is neither text nor a path.
    """
    given = source_texts(dossier, texts)
    found: list[Finding] = []
    for record in dossier:
        if isinstance(record, Source) and record.id in given:
            found += _of_text(dossier, record, given[record.id])
        found += [_finding(dossier, *pair) for pair in search_all(record, given)]
    return Findings(found)


def source_texts(dossier: Dossier, texts: object) -> dict[str, SourceText]:
    """The texts by the full ids of their sources."""
    if not isinstance(texts, Mapping):
        kind = type(texts).__name__
        raise TypeError(f"texts maps the ids of sources to their texts; {kind} does not")
    found: dict[str, SourceText] = {}
    for source, text in texts.items():
        id = source.id if isinstance(source, Source) else source
        full = dossier.sources[id].id
        if full in found:
            raise BilateralError(f"two texts are given for {full}")
        found[full] = SourceText(_read(id, text))
    return found


def _read(id: str, text: object) -> str:
    if isinstance(text, str):
        if len(text) < _LONGEST_NAME and "\n" not in text and _is_file(text):
            message = f"the text of {id!r} is the name of a file"
            raise BilateralError(f"{message}; give it as pathlib.Path({text!r})")
        return text
    if not isinstance(text, os.PathLike):
        kind = type(text).__name__
        raise TypeError(f"the text of {id!r} is text or its file's path, not {kind}")
    path = os.fspath(text)
    try:
        read = read_bytes(path, _LARGEST).decode("utf-8-sig")
    except Unreadable as error:
        raise BilateralError(str(error.problem)) from None
    except UnicodeDecodeError as error:
        data, at = error.object, error.start
        line = data.count(b"\n", 0, at) + 1
        message = f"the byte 0x{data[at]:02X} is not UTF-8; save the file as UTF-8"
        raise BilateralError(f"{path}:{line}: {message}") from None
    # As Python reads text, so that spans fit what `Path.read_text` gives.
    return read.replace("\r\n", "\n").replace("\r", "\n")


def _is_file(name: str) -> bool:
    try:
        return Path(name).is_file()
    except (OSError, ValueError):  # no system takes such a name
        return False


def _of_text(dossier: Dossier, source: Source, text: SourceText) -> Iterator[Finding]:
    """That a text is not the one which was coded."""
    if source.sha256 is None or source.sha256.lower() == text.sha256:
        return
    message = f"the text of {source.local_id} is not the one that was coded"
    yield Finding(
        status=FindingStatus.OTHER_TEXT,
        record=source.id,
        path=path_in(dossier, source, ("sha256",)),
        kind=None,
        source=source.id,
        place=place_of(dossier, source, ("sha256",)),
        text="",
        message=f"{message}; its sha256 is {text.sha256}",
    )


def _finding(dossier: Dossier, citation: Citation, outcome: Outcome) -> Finding:
    """What became of a citation."""
    record, words = citation.record, citation.evidence.words
    what = "the passage" if words is None else quoted(words)
    found = outcome.status is FindingStatus.FOUND
    span, paragraph = outcome.places[0] if found else (None, None)
    return Finding(
        status=outcome.status,
        record=record.id,
        path=path_in(dossier, record, citation.path),
        kind=citation.kind,
        source=citation.source.id if citation.source else None,
        # Evidence in its long form has its words in a field of their own.
        place=place_of(dossier, record, (*citation.path, "words")),
        text=words or "",
        span=span,
        paragraph=paragraph,
        spans=tuple(span for span, _ in outcome.places),
        nearest=outcome.nearest,
        message=outcome.why and f"{what} {outcome.why}",
    )
