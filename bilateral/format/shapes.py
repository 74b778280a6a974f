"""What each field of a record may hold, read off the record classes.

Everything that must know the fields asks here: the builders, the references, `dump`, the schema.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, cast, get_args, get_origin

import attrs
from attrs import frozen

from bilateral.dates import Edtf
from bilateral.records.gaps import Gap
from bilateral.records.record import PROSE, IdOf, Record
from bilateral.records.sources import Evidence
from bilateral.records.words import Clause


@frozen(repr=False)
class Text:
    """Text; prose is text of several words, which YAML could cut."""

    prose: bool = False


@frozen(repr=False)
class Word:
    """A word of a closed vocabulary."""

    vocabulary: type[StrEnum]


@frozen(repr=False)
class Flag:
    """`true` or `false`."""


@frozen(repr=False)
class Number:
    """A whole number, 0 or more."""


@frozen(repr=False)
class Date:
    """An EDTF date."""


@frozen(repr=False)
class Interval:
    """A gap between dates: `1 day`, `weeks`."""


@frozen(repr=False)
class Reference:
    """The id of a record of one of these kinds, which the loaded record holds."""

    kinds: tuple[type[Record], ...]


@frozen(repr=False)
class Address:
    """The id of a record of one of these kinds, which stays an id."""

    kinds: tuple[str, ...]


@frozen(repr=False)
class Nested:
    """A mapping of the fields of a class."""

    of: type[Any]


@frozen(repr=False)
class Passage:
    """Evidence: its words, or a mapping."""


@frozen(repr=False)
class ListOf:
    """A list of one shape."""

    item: Shape


@frozen(repr=False)
class MapOf:
    """A mapping from the user's own words to one shape."""

    item: Shape


@frozen(repr=False)
class Keyed:
    """A mapping from ids to the fields of a record."""

    of: type[Record]


Shape = (
    Text | Word | Flag | Number | Date | Interval | Reference | Address | Nested | Passage
    | ListOf | MapOf | Keyed
)  # fmt: skip


@frozen(repr=False)
class Field:
    """A field of a class as a file writes it."""

    name: str
    shape: Shape
    required: bool


F = TypeVar("F", bound=Callable[..., Any])


def by_class(function: F) -> F:
    """`functools.cache` for functions of a class, which mypy does not take for hashable."""
    return cast("F", cache(function))


@by_class
def fields(cls: type[Any]) -> Mapping[str, Field]:
    """The fields that a file may give for a class: not ids, which are keys, nor derived ones."""
    attrs.resolve_types(cls)
    return {
        attribute.name: Field(
            attribute.name, _shape(attribute.type), required=attribute.default is attrs.NOTHING
        )
        for attribute in attrs.fields(cls)
        if attribute.name != "id" and not attribute.metadata.get("derived")
    }


def _shape(annotation: Any) -> Shape:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        mark = arguments[1]
        return Address(mark.kinds) if isinstance(mark, IdOf) else Text(prose=mark == PROSE)
    if origin in (Union, UnionType):
        present = tuple(argument for argument in arguments if argument is not NoneType)
        return _shape(present[0]) if len(present) == 1 else Reference(present)
    if origin is tuple:
        item = arguments[0]
        return Keyed(item) if item is Clause else ListOf(_shape(item))
    if origin is not None:
        return MapOf(_shape(arguments[1]))
    plain: dict[Any, Shape] = {
        str: Text(), bool: Flag(), int: Number(), Edtf: Date(), Gap: Interval(), Evidence: Passage()
    }  # fmt: skip
    if annotation in plain:
        return plain[annotation]
    if issubclass(annotation, StrEnum):
        return Word(annotation)
    return Reference((annotation,)) if issubclass(annotation, Record) else Nested(annotation)
