"""Whether records that were made in Python hold what their fields may hold in a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from bilateral.dates import Edtf
from bilateral.errors import BilateralError
from bilateral.format import shapes
from bilateral.format.decoding import FORBIDDEN, forbidden
from bilateral.format.documents import SECTIONS
from bilateral.format.refusals import a
from bilateral.records.dossier import Dossier
from bilateral.records.gaps import Gap
from bilateral.records.record import Record, kind_name
from bilateral.records.sources import Article, Evidence

_TEXT = shapes.Text()
_LONGEST_FOUND = 60


def refuse_unfit(dossier: Dossier) -> None:
    """Refuse the first value of a type that its field does not take, or that is no text for a file.

    Raises:
        BilateralError: It names the record, the field, and what to write.
    """
    sections: dict[str, type[Any]] = {"articles": Article, **SECTIONS}
    for section, cls in sections.items():
        for record in dossier.section(section):
            for path, fault in _unfit(record, shapes.Nested(cls)):
                field = path.removeprefix(".")
                where = f"{record.id}: {field}" if field else f"{section}: {record.id}"
                raise BilateralError(f"cannot be written: {where}: {fault}")


def _unfit(value: Any, shape: shapes.Shape) -> Iterator[tuple[str, str]]:
    """What does not fit in a value, each with its path in it."""
    fault = _fault(value, shape)
    match shape:
        case _ if fault:
            yield "", fault
        case shapes.Nested():
            yield from _unfit_fields(value, shape.of)
        case shapes.Passage():
            yield from _unfit_fields(value, Evidence)
        case shapes.ListOf() | shapes.Keyed():
            item = shapes.Nested(shape.of) if isinstance(shape, shapes.Keyed) else shape.item
            for number, member in enumerate(value):
                yield from _below(f"[{number}]", member, item)
        case shapes.MapOf():
            for key, member in value.items():
                yield from _below(f"[{key!r}]", key, _TEXT)
                yield from _below(f"[{key!r}]", member, shape.item)


def _below(step: str, value: Any, shape: shapes.Shape) -> Iterator[tuple[str, str]]:
    for path, fault in _unfit(value, shape):
        yield step + path, fault


def _unfit_fields(value: Any, cls: type[Any]) -> Iterator[tuple[str, str]]:
    if isinstance(value, Record):
        yield from _below(".id", value.id, _TEXT)
    defaults = {a.name: a.default for a in attrs.fields(cls)}
    for name, field in shapes.fields(cls).items():
        item = getattr(value, name)
        # Told apart by identity: what compares in a way of its own may stand here, as pandas' NA.
        if item is not defaults[name]:
            yield from _below(f".{name}", item, field.shape)


def _fault(value: Any, shape: shapes.Shape) -> str | None:
    """What is wrong with a value as a whole."""
    match shape:
        case shapes.Flag():
            return _of_type(value, bool, "True or False")
        case shapes.Number():
            fits = isinstance(value, int) and not isinstance(value, bool)
            return None if fits else _expected("a whole number", value)
        case shapes.Date():
            return _of_type(value, Edtf, "a date", "Edtf.parse({!r})")
        case shapes.Interval():
            return _of_type(value, Gap, "a gap", "Gap.parse({!r})")
        case shapes.Reference():
            kinds = " or ".join(a(kind_name(kind.__name__)) for kind in shape.kinds)
            return _of_type(value, shape.kinds, f"{kinds} itself")
        case shapes.Nested():
            return _of_type(value, shape.of, a(kind_name(shape.of.__name__)))
        case shapes.Passage():
            return _of_type(value, Evidence, "evidence", "Evidence(words={!r})")
        case shapes.ListOf() | shapes.Keyed():
            return _of_type(value, tuple, "a tuple", "({!r},)")
        case shapes.MapOf():
            return _of_type(value, Mapping, "a mapping")
        case _:  # texts, and what stands in a file as one: words and ids
            return _of_type(value, str, "text") or _fault_of_text(value)


def _of_type(value: Any, types: Any, expected: str, written: str | None = None) -> str | None:
    if isinstance(value, types):
        return None
    hint = f"; write {written.format(value)}" if written and isinstance(value, str) else ""
    return _expected(expected, value) + hint


def _expected(expected: str, value: Any) -> str:
    if value is None:
        return f"expected {expected}, found None"
    found = repr(value)
    if len(found) > _LONGEST_FOUND:
        found = found[: _LONGEST_FOUND - 3] + "..."
    return f"expected {expected}, found {found}, {a(type(value).__name__)}"


def _fault_of_text(text: str) -> str | None:
    match = FORBIDDEN.search(text)
    if match is not None:
        return forbidden(match[0]).message
    if not unicodedata.is_normalized("NFC", text):
        return "the text is not in Unicode's NFC; write unicodedata.normalize('NFC', text)"
    return None
