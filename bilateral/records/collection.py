"""`Records`: the records of one kind, by id and by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Generic, TypeVar

import attrs

from bilateral.display import html, text
from bilateral.errors import AmbiguousIdError, UnknownIdError, nearest
from bilateral.records.record import Record

R = TypeVar("R", bound=Record)


class Records(Generic[R]):
    """An unchanging collection of records of one kind, in the order in which they were read.

    Iterating gives the records; `records[id]` takes a full id, or a short one (without its file)
    while that is unambiguous. Two collections are equal when they hold equal records, in any order.
    """

    def __init__(self, kind: type[R], records: Iterable[R] = ()) -> None:
        self.kind = kind
        self._by_id: Mapping[str, R] = {record.id: record for record in records}

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
        kind = self.kind.__name__.lower()
        if ids:
            raise AmbiguousIdError(kind, id, ids)
        raise UnknownIdError(kind, id, [*self._by_local_id, *self._by_id])

    def get(self, id: str) -> R | None:
        """The record with this id, or None."""
        ids = self.ids_of(id)
        return self._by_id[ids[0]] if len(ids) == 1 else None

    def where(self, **fields: object) -> Records[R]:
        """The records whose fields have these values.

        A list field is asked for one of its members, and records are given as such or by id.

        >>> from bilateral.records.actors import Country
        >>> Records(Country, [Country(id="FRD", name="Freedonia")]).where(name="Sylvania")
        Records of Country: none

        Raises:
            TypeError: The records have no such field.
        """
        names = [attribute.name for attribute in attrs.fields(self.kind)]
        for name in fields:
            if name not in names:
                near = nearest(name, names)
                hint = f"; did you mean {near!r}?" if near else ""
                raise TypeError(f"{self.kind.__name__} has no field {name!r}{hint}")
        return Records(
            self.kind,
            [
                record
                for record in self
                if all(_holds(getattr(record, name), value) for name, value in fields.items())
            ],
        )

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
        return text.table(*self._table())

    def _repr_html_(self) -> str:
        return html.table(*self._table())

    def _table(self) -> tuple[list[str], list[list[str]]]:
        """A heading and a row for each record, of the fields that any of them has."""
        names = [
            attribute.name
            for attribute in attrs.fields(self.kind)
            if any(getattr(record, attribute.name) != attribute.default for record in self)
        ]
        return names, [[_cell(getattr(record, name)) for name in names] for record in self]


def _holds(value: object, wanted: object) -> bool:
    if isinstance(value, tuple):
        return any(_holds(item, wanted) for item in value)
    if isinstance(value, Record) and isinstance(wanted, str):
        return wanted in (value.id, value.local_id)
    return value == wanted or (isinstance(wanted, str) and str(value) == wanted)


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, tuple):
        return ", ".join(_cell(item) for item in value)
    return value.local_id if isinstance(value, Record) else str(value)
