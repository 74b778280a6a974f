"""What differs where two files give one record."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import attrs

from bilateral.format import shapes
from bilateral.format.refusals import shown
from bilateral.records.record import Record

_OF_ONE_VALUE = shapes.Text | shapes.Word | shapes.Date | shapes.Reference | shapes.Address


class Difference(NamedTuple):
    """A field in which two records differ.

    Attributes:
        id: The full id of the record, or of the clause in it.
        field: The field's name.
        values: Both values, as `: 'one' here, 'other' there`; empty where they are long.
    """

    id: str
    field: str
    values: str


def difference(here: Record, there: Record) -> str:
    """The fields in which two records of one kind differ, with their values where they are short.

    >>> from bilateral.records.actors import Country
    >>> difference(Country(id="FRD", name="Freedonia"), Country(id="FRD", name="Fredonia"))
    "'name': 'Freedonia' here, 'Fredonia' there"
    """
    return "; ".join(
        f"{field!r}{'' if id == here.id else f' of {id!r}'}{values}"
        for id, field, values in differences(here, there)
    )


def differences(here: Record, there: Record) -> Iterator[Difference]:
    """The fields in which two records of one kind differ, those of their clauses among them."""
    known = shapes.fields(type(here))
    for attribute in attrs.fields(type(here)):
        name = attribute.name
        shape = known[name].shape if name in known else None
        one, other = getattr(here, name), getattr(there, name)
        # As records compare: references by id.
        key = attribute.eq_key or _itself
        if key(one) == key(other):
            continue
        if isinstance(shape, shapes.Keyed) and _ids(one) == _ids(other):
            for clause, another in zip(one, other, strict=True):
                yield from differences(clause, another)
        else:
            short = isinstance(shape, _OF_ONE_VALUE)
            values = f": {_told(one)} here, {_told(other)} there" if short else ""
            yield Difference(here.id, name, values)


def _itself(value: Any) -> Any:
    return value


def _ids(records: Any) -> list[str]:
    return [record.id for record in records]


def _told(value: object) -> str:
    if value is None:
        return "nothing"
    return shown(value.id if isinstance(value, Record) else value)
