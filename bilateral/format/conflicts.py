"""What differs where two files give one record."""

from __future__ import annotations

from bilateral.format import shapes
from bilateral.format.refusals import shown
from bilateral.records.record import Record

_OF_ONE_VALUE = shapes.Text | shapes.Word | shapes.Date | shapes.Reference | shapes.Address


def difference(here: Record, there: Record) -> str:
    """The fields in which two records of one kind differ, with their values where they are short.

    >>> from bilateral.records.actors import Country
    >>> difference(Country(id="FRD", name="Freedonia"), Country(id="FRD", name="Fredonia"))
    "'name': 'Freedonia' here, 'Fredonia' there"
    """
    differing = []
    for name, field in shapes.fields(type(here)).items():
        one, other = getattr(here, name), getattr(there, name)
        if one != other:
            short = isinstance(field.shape, _OF_ONE_VALUE)
            values = f": {_told(one)} here, {_told(other)} there" if short else ""
            differing.append(f"{name!r}{values}")
    return "; ".join(differing)


def _told(value: object) -> str:
    if value is None:
        return "nothing"
    return shown(value.id if isinstance(value, Record) else value)
