"""Records to the lines of a YAML file, which YAML 1.1 and 1.2 readers read alike."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

import attrs

from bilateral.format import shapes
from bilateral.records.dossier import GLOBAL_SECTIONS
from bilateral.records.sources import Article, Evidence, Source, SourcedRecord

Sections = dict[str, list[Any]]
"""The records of each section, by the section's name."""

_PLAIN = re.compile("[A-Za-z][A-Za-z0-9_-]*")
# Words that YAML 1.1 or 1.2 takes for something other than text.
_RESERVED = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_STEP = "  "


class Writer:
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
        yield f"{_STEP * depth}{word(key)}:" + ("" if lines else " {}")
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
        """The lines of one field."""
        indent, value = _STEP * depth, getattr(holder, name)
        match shape:
            case shapes.Keyed():
                yield f"{indent}{name}:"
                within = Writer(self.prefix[:-1], holder.source)
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
        """The lines of a field that is a list."""
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
        """A value that stands on one line."""
        match shape:
            case shapes.Flag():
                return "true" if value else "false"
            case shapes.Number():
                return str(value)
            case shapes.Word():
                return word(value)
            case shapes.Reference():
                return word(value.id.removeprefix(self.prefix))
            case shapes.Address():
                return word(value.removeprefix(self.prefix))
            case _:
                return _text(str(value))


def document_text(lines: Iterable[str]) -> str:
    """A file's text of its lines."""
    return "\n".join(["---", "bilateral: 1", *lines, "...", ""])


def article_lines(article: Article, shared: Sections, told: Sections) -> Iterator[str]:
    """The lines of an article's file."""
    writer = Writer(article.id, None)
    yield f"id: {word(article.id)}"
    yield from writer.fields(article, 0)
    yield from section_lines(shared, writer)
    sources = told.get("sources", [])
    yield from section_lines(told, Writer(article.id, sources[0] if len(sources) == 1 else None))


def section_lines(sections: Sections, writer: Writer) -> Iterator[str]:
    """The lines of sections."""
    for section, records in sections.items():
        if records:
            yield f"{section}:"
        for record in records:
            key = record.id if section in GLOBAL_SECTIONS else record.local_id
            yield from writer.entry(key, record, 1)


def word(word: str) -> str:
    """An id or vocabulary word: bare where every reader takes it for text."""
    if _PLAIN.fullmatch(word) and word.lower() not in _RESERVED:
        return word
    return _text(word)


def _text(text: str) -> str:
    """Text between double quotes, on one line."""
    return json.dumps(text, ensure_ascii=False)
