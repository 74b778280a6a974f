"""Records to YAML text that YAML 1.1 and 1.2 readers read alike, and to files, as a whole."""

from __future__ import annotations

import json
import os
import re
import tempfile
from collections.abc import Iterable, Iterator
from itertools import chain, count
from pathlib import Path
from typing import Any

import attrs

from bilateral.errors import BilateralError, LoadError
from bilateral.format import shapes
from bilateral.format.documents import ARCHIVE, SECTIONS, Document
from bilateral.format.limits import DEFAULT_LIMITS
from bilateral.format.loading import dossier_of
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.record import Record
from bilateral.records.sources import Evidence, Source, SourcedRecord

_PLAIN = re.compile("[A-Za-z][A-Za-z0-9_-]*")
# Words that YAML 1.1 or 1.2 takes for something other than text.
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_STEP = "  "


def dumps(dossier: Dossier) -> str:
    """The dossier as one article file: `loads(dumps(d)) == d`.

    Raises:
        BilateralError: It holds several articles, which go to a folder with `dump`, or something
            that would not load again as it is.
    """
    ids = _article_ids(dossier)
    if len(ids) > 1:
        raise BilateralError(
            f"a dossier of {len(ids)} articles goes to a folder: dump(dossier, folder)"
        )
    text = _document(dossier, [*GLOBAL_SECTIONS], ids[0] if ids else None)
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
            if again.section(name).get(record.id) != record:
                message = "it would not load again as it is; has it a source, and text in NFC?"
                raise BilateralError(f"cannot be written: {record.id}: {message}")


def written(record: Record) -> str:
    """One record's fields as a file would give them, references by full id.

    >>> from bilateral.records.actors import Country
    >>> print(written(Country(id="FRD", name="Freedonia")))
    name: "Freedonia"
    """
    return "\n".join(_Writer("", None).fields(record, 0))


def dump(dossier: Dossier, path: str | os.PathLike[str]) -> None:
    """Write the dossier to a file, or to a folder: one file an article, beside `bilateral.yaml`.

    A dossier of several articles, or a path that is a folder, makes a folder. All text is made
    before the first file is touched, and each file is replaced as a whole. Comments and layout of
    files that were there are not kept.

    Raises:
        BilateralError: A file cannot be written, or the dossier holds text that may not stand in
            a file.
    """
    target = Path(path)
    ids = _article_ids(dossier)
    try:
        if len(ids) > 1 or target.is_dir():
            texts = {target / ARCHIVE: _document(dossier, [*GLOBAL_SECTIONS], None)}
            for id, name in _file_names(ids).items():
                texts[target / name] = _document(dossier, [], id)
            _prove(dossier, [_as_document(file, text) for file, text in texts.items()])
            _refuse_others(target, texts)
            target.mkdir(parents=True, exist_ok=True)
        elif ids and target.name == ARCHIVE:
            raise BilateralError(f"{target}: {ARCHIVE} is for what several articles share")
        else:
            texts = {target: dumps(dossier)}
        for file, text in texts.items():
            _replace(file, text)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise BilateralError(f"{target}: cannot be written: {reason}") from error


def _as_document(file: Path, text: str) -> Document:
    return Document(str(file), text, None if file.name == ARCHIVE else file.stem)


def _refuse_others(folder: Path, files: Iterable[Path]) -> None:
    """Refuse a folder with other files, which would load together with those written."""
    others = {*folder.rglob("*.yaml"), *folder.rglob("*.yml")} - set(files)
    if others:
        raise BilateralError(
            f"{folder}: holds other files, such as {min(others).name}; dump to a new folder"
        )


def _file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for the file of each article, of which no two differ in case alone."""
    names: dict[str, str] = {}
    taken = {ARCHIVE}
    for id in ids:
        endings = chain([".yaml"], (f"-{number}.yaml" for number in count(2)))
        names[id] = next(id + end for end in endings if (id + end).casefold() not in taken)
        taken.add(names[id].casefold())
    return names


def _replace(file: Path, text: str) -> None:
    """Put the text in the file's place in one step."""
    real = Path(os.path.realpath(file))
    if real.exists() and not real.is_file():
        raise BilateralError(f"{file}: cannot be written: this is no regular file")
    descriptor, beside = tempfile.mkstemp(dir=real.parent, prefix=".bilateral-")
    try:
        with open(descriptor, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        # mkstemp makes files private; a new file gets the usual mode, an old one keeps its own.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(beside, real.stat().st_mode & 0o777 if real.exists() else 0o666 & ~umask)
        os.replace(beside, real)
    except BaseException:
        os.unlink(beside)
        raise


def _article_ids(dossier: Dossier) -> list[str]:
    ids = [article.id for article in dossier.articles]
    for section in LOCAL_SECTIONS:
        for record in dossier.section(section):
            file = record.id.rpartition(":")[0]
            if file not in ids:
                raise BilateralError(f"the record {record.id!r} is of no article in the dossier")
    return ids


def _document(dossier: Dossier, global_sections: list[str], file: str | None) -> str:
    return "\n".join(["---", "bilateral: 1", *_lines(dossier, global_sections, file), "...", ""])


def _lines(dossier: Dossier, global_sections: list[str], file: str | None) -> Iterator[str]:
    writer = _Writer(file or "", None)
    if file is not None:
        article = dossier.articles[file]
        yield f"id: {_word(file)}"
        yield from writer.fields(article, 0)
    for section in global_sections:
        yield from _section(section, list(dossier.section(section)), writer)
    if file is not None:
        sources = [source for source in dossier.sources if source.id.startswith(f"{file}:")]
        writer = _Writer(file, sources[0] if len(sources) == 1 else None)
        for section in LOCAL_SECTIONS:
            records = [r for r in dossier.section(section) if r.id.startswith(f"{file}:")]
            yield from _section(section, records, writer)


def _section(section: str, records: list[Any], writer: _Writer) -> Iterator[str]:
    if records:
        yield f"{section}:"
        for record in records:
            key = record.id if section in GLOBAL_SECTIONS else record.local_id
            yield from writer.entry(key, record, 1)


class _Writer:
    """Writes the records of one file.

    Attributes:
        file: The file's id: its own records are referred to in short.
        only_source: What its records, or a declaration's clauses, have as their source unsaid.
    """

    def __init__(self, file: str, only_source: Source | None) -> None:
        self.prefix = f"{file}:"
        self.only_source = only_source

    def entry(self, key: str, value: Any, depth: int) -> Iterator[str]:
        """A key with the fields of a record below it."""
        lines = list(self.fields(value, depth + 1))
        yield f"{_STEP * depth}{_word(key)}:" + ("" if lines else " {}")
        yield from lines

    def fields(self, holder: Any, depth: int) -> Iterator[str]:
        """The fields of a record or nested value that differ from what they are by default."""
        defaults = {a.name: a.default for a in attrs.fields(type(holder))}
        for name, field in shapes.fields(type(holder)).items():
            value = getattr(holder, name)
            if value == defaults[name] or self._is_given(holder, name, value):
                continue
            yield from self.field(holder, name, field.shape, depth)

    def _is_given(self, holder: Any, name: str, value: Any) -> bool:
        """Whether loading fills the field in by itself."""
        return (
            name == "source"
            and isinstance(holder, SourcedRecord)
            and self.only_source is not None
            and value is not None
            and value.id == self.only_source.id
        )

    def field(self, holder: Any, name: str, shape: shapes.Shape, depth: int) -> Iterator[str]:
        indent, value = _STEP * depth, getattr(holder, name)
        match shape:
            case shapes.Keyed():
                yield f"{indent}{name}:"
                within = _Writer(self.prefix[:-1], holder.source)
                for record in value:
                    yield from within.entry(record.id.rpartition("/")[2], record, depth + 1)
            case shapes.Nested():
                lines = [*self.fields(value, depth + 1)]
                yield f"{indent}{name}:" + ("" if lines else " {}")
                yield from lines
            case shapes.MapOf():
                yield f"{indent}{name}:"
                for key, item in value.items():
                    yield f"{indent}{_STEP}{_text(key)}: {self.scalar(item, shape.item)}"
            case shapes.ListOf():
                yield from self.list(name, value, shape.item, depth)
            case _:
                yield f"{indent}{name}: {self.scalar(value, shape)}"

    def list(self, name: str, items: Any, shape: shapes.Shape, depth: int) -> Iterator[str]:
        indent = _STEP * depth
        if not isinstance(shape, shapes.Nested | shapes.Passage):
            scalars = [self.scalar(item, shape) for item in items]
            if not isinstance(shape, shapes.Text):
                yield f"{indent}{name}: [{', '.join(scalars)}]"
                return
            yield f"{indent}{name}:"
            yield from (f"{indent}{_STEP}- {scalar}" for scalar in scalars)
            return
        yield f"{indent}{name}:"
        for item in items:
            if isinstance(item, Evidence) and item == Evidence(words=item.words or "?"):
                yield f"{indent}{_STEP}- {_text(item.words or '')}"
                continue
            first, *more = self.fields(item, depth + 2)
            yield f"{indent}{_STEP}- {first.lstrip()}"
            yield from more

    def scalar(self, value: Any, shape: shapes.Shape) -> str:
        match shape:
            case shapes.Flag():
                return "true" if value else "false"
            case shapes.Number():
                return str(value)
            case shapes.Word():
                return _word(value)
            case shapes.Reference():
                return _word(value.id.removeprefix(self.prefix))
            case shapes.Address():
                return _word(value.removeprefix(self.prefix))
            case _:
                return _text(str(value))


def _word(word: str) -> str:
    """An id or vocabulary word: bare where every reader takes it for text."""
    if _PLAIN.fullmatch(word) and word.lower() not in _RESERVED:
        return word
    return _text(word)


def _text(text: str) -> str:
    """Text between double quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)
