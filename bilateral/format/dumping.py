"""Records to YAML text that YAML 1.1 and 1.2 readers read alike, and to the files of a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

from bilateral.errors import BilateralError, LoadError
from bilateral.format.conflicts import difference
from bilateral.format.documents import ARCHIVE, SECTIONS, Document
from bilateral.format.files import files
from bilateral.format.fitting import refuse_unfit
from bilateral.format.limits import DEFAULT_LIMITS
from bilateral.format.loading import dossier_of
from bilateral.format.saving import save, telling
from bilateral.format.writing import Writer, word
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.record import Record
from bilateral.records.sources import Article

# Windows takes files of these names for devices, whatever their ending.
_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)


def dumps(dossier: Dossier) -> str:
    """The dossier as one article file: `loads(dumps(d)) == d`.

    Raises:
        BilateralError: It holds several articles, which go to a folder with `dump`, or something
            that would not load again as it is.
    """
    refuse_unfit(dossier)
    told = _by_article(dossier)
    if len(told) > 1:
        raise BilateralError(
            f"a dossier of {len(told)} articles goes to a folder: dump(dossier, folder)"
        )
    shared = _shared(dossier)
    lines = _sections(shared, Writer("", None))
    for article in dossier.articles:
        lines = _article(article, shared, told[article.id])
    text = _document(lines)
    _prove(dossier, [Document("dump", text, "article")])
    return text


def _prove(dossier: Dossier, documents: list[Document]) -> None:
    """Refuse what would not load again as it is."""
    try:
        again = dossier_of(documents, [], DEFAULT_LIMITS)
    except LoadError as error:
        problem = error.problems[0]
        raise BilateralError(f"cannot be written: {problem.path}: {problem.message}") from None
    for name in ("articles", *SECTIONS):
        for record in dossier.section(name):
            loaded = again.section(name)[record.id]
            if loaded != record:
                message = f"loaded again, it would differ in {difference(record, loaded)}"
                raise BilateralError(f"cannot be written: {record.id}: {message}")


def written(record: Record) -> str:
    """One record's fields as a file would give them, references by full id.

    >>> from bilateral.records.actors import Country
    >>> print(written(Country(id="FRD", name="Freedonia")))
    name: "Freedonia"
    """
    return "\n".join(Writer("", None).fields(record, 0))


def dump(dossier: Dossier, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write the dossier to a file, or to a folder: one file an article, beside `bilateral.yaml`.

    A dossier of several articles, or a path that is a folder, makes a folder. All text is made
    before the first file is touched, and each file is replaced as a whole. Comments and layout of
    files that were there are not kept.

    Args:
        dossier: What is written.
        path: A file, or a folder.
        overwrite: Whether to replace files as well that changed since the dossier was loaded from
            them or written to them, or that it never had to do with. A dossier that is made from
            another with `attrs.evolve` shares what that one knows.

    Raises:
        BilateralError: A file cannot be written, or would be replaced unseen; or the dossier holds
            what may not stand in a file.
    """
    if not os.fspath(path):
        raise BilateralError(
            f"{Path()}: cannot be written: the path is empty; write the name of a file,"
            " or '.' for this folder"
        )
    target = Path(path)
    # Path's own function raises for a name that is too long.
    if os.path.isdir(target):  # noqa: PTH112
        texts = _folder(dossier, target)
        _refuse_others(target, texts)
    elif len(dossier.articles) > 1:
        texts = _folder(dossier, target)
        with telling(target):
            target.mkdir(parents=True, exist_ok=True)
    elif dossier.articles and target.name == ARCHIVE:
        raise BilateralError(f"{target}: {ARCHIVE} is for what several articles share")
    else:
        texts = {target: dumps(dossier)}
    save(texts, dossier.places.last_seen, overwrite=overwrite)


def _folder(dossier: Dossier, folder: Path) -> dict[Path, str]:
    """The texts of a folder's files: what is shared, and one file an article."""
    refuse_unfit(dossier)
    told = _by_article(dossier)
    texts = {folder / ARCHIVE: _document(_sections(_shared(dossier), Writer("", None)))}
    for id, name in _file_names(told).items():
        texts[folder / name] = _document(_article(dossier.articles[id], {}, told[id]))
    _prove(dossier, [_as_document(file, text) for file, text in texts.items()])
    return texts


def _as_document(file: Path, text: str) -> Document:
    return Document(str(file), text, None if file.name == ARCHIVE else file.stem)


def _refuse_others(folder: Path, own: Iterable[Path]) -> None:
    """Refuse a folder with other files, which would load together with those written."""
    real = set(map(os.path.realpath, own))
    others = [Path(file.path) for file in files([folder], None)[0] if file.real not in real]
    if others:
        other = min(others).relative_to(folder)
        raise BilateralError(
            f"{folder}: holds other files, such as {other}; move them away, or dump to a new folder"
        )


def _file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for the file of each article, of which no two differ in case alone."""
    names: dict[str, str] = {}
    taken = {ARCHIVE}
    # In one order, so that what is loaded from a folder goes to the same files again.
    for id in sorted(ids):
        bare = [] if _DEVICE.fullmatch(id) else [f"{id}.yaml"]
        choice = chain(bare, (f"{id}-{number}.yaml" for number in count(2)))
        names[id] = next(name for name in choice if name.casefold() not in taken)
        taken.add(names[id].casefold())
    return names


Sections = dict[str, list[Any]]
"""The records of each section, by the section's name."""


def _shared(dossier: Dossier) -> Sections:
    """What holds for all articles."""
    return {section: list(dossier.section(section)) for section in GLOBAL_SECTIONS}


def _by_article(dossier: Dossier) -> dict[str, Sections]:
    """What each article tells, by the article's id."""
    told: dict[str, Sections] = {article.id: {} for article in dossier.articles}
    for section in LOCAL_SECTIONS:
        for record in dossier.section(section):
            file = record.id.rpartition(":")[0]
            if file not in told:
                raise BilateralError(f"the record {record.id!r} is of no article in the dossier")
            told[file].setdefault(section, []).append(record)
    return told


def _document(lines: Iterable[str]) -> str:
    return "\n".join(["---", "bilateral: 1", *lines, "...", ""])


def _article(article: Article, shared: Sections, told: Sections) -> Iterator[str]:
    """The lines of an article's file."""
    writer = Writer(article.id, None)
    yield f"id: {word(article.id)}"
    yield from writer.fields(article, 0)
    yield from _sections(shared, writer)
    sources = told.get("sources", [])
    yield from _sections(told, Writer(article.id, sources[0] if len(sources) == 1 else None))


def _sections(sections: Sections, writer: Writer) -> Iterator[str]:
    for section, records in sections.items():
        if records:
            yield f"{section}:"
        for record in records:
            key = record.id if section in GLOBAL_SECTIONS else record.local_id
            yield from writer.entry(key, record, 1)
