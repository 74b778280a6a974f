"""`Records`: the records of one kind, by id and by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from functools import cached_property
from itertools import chain
from typing import Any, Generic, TypeVar, get_args

import attrs

from bilateral.dates import Edtf
from bilateral.display import html, text
from bilateral.errors import AmbiguousIdError, RecordError, UnknownIdError, nearest
from bilateral.records.gaps import Gap
from bilateral.records.record import IdOf, Record, by_id, kind_name, set_fields
from bilateral.records.sources import Evidence

R = TypeVar("R", bound=Record)


class Records(Generic[R]):
    """An unchanging collection of records of one kind, in the order in which they were read.

    Iterating gives the records; `records[id]` takes a full id, or a short one (without its file)
    while that is unambiguous. Two collections are equal when they hold equal records, in any order.

    Raises:
        RecordError: Two different records have one id.
    """

    def __init__(self, kind: type[R], records: Iterable[R] = ()) -> None:
        self.kind = kind
        found: dict[str, R] = {}
        for record in records:
            known = found.setdefault(record.id, record)
            if known is not record and known != record:
                raise RecordError(f"two different records have the id {record.id!r}")
        self._by_id: Mapping[str, R] = found

    @cached_property
    def _by_local_id(self) -> Mapping[str, list[str]]:
        ids: dict[str, list[str]] = {}
        for record in self:
            ids.setdefault(record.local_id, []).append(record.id)
        return ids

    def ids_of(self, id: str) -> list[str]:
        """The full ids that a full or short id may stand for: none, one or several."""
        return [id] if id in self._by_id else self._by_local_id.get(id, [])

    def __getitem__(self, id: str) -> R:
        """The record with this id.

        Raises:
            UnknownIdError: There is none.
            AmbiguousIdError: The short form stands for several.
        """
        ids = self.ids_of(id)
        if len(ids) == 1:
            return self._by_id[ids[0]]
        kind = kind_name(self.kind.__name__)
        if ids:
            raise AmbiguousIdError(kind, id, ids)
        raise UnknownIdError(kind, id, [*self._by_local_id, *self._by_id])

    def get(self, id: str) -> R | None:
        """The record with this id, or None.

        Raises:
            AmbiguousIdError: The short form stands for several.
        """
        return self[id] if self.ids_of(id) else None

    def where(self, **fields: object) -> Records[R]:
        """The records whose fields have these values.

        A list field is asked for one of its members; records are given as such or by id, which may
        be short while that is unambiguous here.

        >>> from bilateral.records.actors import Country
        >>> Records(Country, [Country(id="FRD", name="Freedonia")]).where(name="Sylvania")
        Records of Country: none

        Raises:
            TypeError: The records have no such field.
            RecordError: The field's vocabulary has no such word.
            AmbiguousIdError: The short form of an id stands for several records.
        """
        known = attrs.fields_dict(attrs.resolve_types(self.kind))
        found = list(self)
        for name, value in fields.items():
            if name not in known:
                near = nearest(name, known)
                hint = f"; did you mean {near!r}?" if near else ""
                raise TypeError(f"{self.kind.__name__} has no field {name!r}{hint}")
            members = {record.id: _members(getattr(record, name)) for record in self}
            wanted = by_id(value)
            words = _vocabulary(known[name].type)
            if words and isinstance(wanted, str) and wanted not in words:
                near = nearest(wanted, words)
                hint = f"; did you mean {near!r}?" if near else f"; it is one of {', '.join(words)}"
                raise RecordError(f"{name} is never {wanted!r}{hint}")
            if _refers(known[name].type) and isinstance(wanted, str):
                wanted = _full_id(wanted, chain.from_iterable(members.values()))
            found = [
                record
                for record in found
                if any(_is(member, wanted) for member in members[record.id])
            ]
        return Records(self.kind, found)

    def __iter__(self) -> Iterator[R]:
        return iter(self._by_id.values())

    def __len__(self) -> int:
        return len(self._by_id)

    def __contains__(self, item: object) -> bool:
        """Whether a record, or a record with this id, is here."""
        if isinstance(item, Record):
            return self._by_id.get(item.id) == item
        return isinstance(item, str) and bool(self.ids_of(item))

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Records):
            return NotImplemented
        return self.kind is other.kind and self._by_id == other._by_id

    def __hash__(self) -> int:
        return hash((self.kind, frozenset(self._by_id)))

    def __repr__(self) -> str:
        ids = ", ".join(record.local_id for record in self)
        return f"Records of {self.kind.__name__}: {ids or 'none'}"

    def __str__(self) -> str:
        return text.table(*self._table()) if self._by_id else repr(self)

    def _repr_html_(self) -> str:
        return html.table(*self._table()) if self._by_id else html.paragraph(repr(self))

    def _table(self) -> tuple[list[str], list[list[str]]]:
        """A heading and a row for each record, of the fields that any of them has."""
        told = set().union(*map(set_fields, self))
        names = [attribute.name for attribute in attrs.fields(self.kind) if attribute.name in told]
        return names, [[_cell(getattr(record, name)) for name in names] for record in self]


def _refers(annotation: Any) -> bool:
    """Whether a field holds records or their ids."""
    if isinstance(annotation, type):
        return issubclass(annotation, Record)
    return isinstance(annotation, IdOf) or any(map(_refers, get_args(annotation)))


def _vocabulary(annotation: Any) -> list[str]:
    """The words that a field may hold; none where it has no vocabulary."""
    if isinstance(annotation, type):
        return [str(word) for word in annotation] if issubclass(annotation, StrEnum) else []
    return next((words for part in get_args(annotation) if (words := _vocabulary(part))), [])


def _members(value: object) -> tuple[Any, ...]:
    """What a field is asked for: the members of a list, references by id."""
    return by_id(value if isinstance(value, tuple) else (value,))  # type: ignore[no-any-return]


def _full_id(id: str, ids: Iterable[object]) -> str:
    """The one of these full ids that a full or short id stands for, or the id itself."""
    known = dict.fromkeys(full for full in ids if isinstance(full, str))
    short = [full for full in known if full.rpartition(":")[2] == id]
    if id in known or not short:
        return id
    if len(short) > 1:
        raise AmbiguousIdError("record", id, short)
    return short[0]


def _is(member: object, wanted: object) -> bool:
    return member == wanted or (isinstance(member, Edtf) and member.text == wanted)


def _cell(value: object) -> str:
    """A value in a table, much as a file writes it."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Record():
            return value.local_id
        case tuple():
            nested = any(attrs.has(type(item)) and not isinstance(item, Record) for item in value)
            return ("; " if nested else ", ").join(map(_cell, value))
        case dict():
            return _fields(value)
        case Evidence(words=str(words), source=None, paragraph=None):
            return words
        case Edtf() | Gap():
            return str(value)
    return _fields(set_fields(value)) if attrs.has(type(value)) else str(value)


def _fields(fields: Mapping[str, object]) -> str:
    return ", ".join(f"{name}: {_cell(value)}" for name, value in fields.items())
