"""Plain data to records: cattrs with a strict hook for each shape of field.

There are two sets of builders. The quick ones stop at the first refusal; the thorough ones, which
build again what those refused, gather all of them, each with its path. What a hook refuses is the
same for both.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any, NoReturn

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from bilateral.format import shapes, values
from bilateral.format.explaining import unknown_field
from bilateral.format.locating import Path
from bilateral.format.references import here, to_full_id, to_record
from bilateral.format.refusals import (
    BareList,
    Broken,
    Refused,
    Several,
    Unusable,
    refuse_shape,
)
from bilateral.format.values import Hook
from bilateral.records.record import FrozenDict, Record
from bilateral.records.sources import Evidence


@shapes.by_class
def builder(cls: type[Any], *, thorough: bool) -> Hook:
    """The function that builds a record or nested class from a mapping of its fields."""
    own = hooks(cls, thorough=thorough)
    overrides = {name: override(struct_hook=own_hook) for name, own_hook in own.items()}
    given = {
        attribute.name: override(struct_hook=_as_is)
        for attribute in attrs.fields(cls)
        if attribute.name == "id"
    }
    derived = {
        attribute.name: override(omit=True)
        for attribute in attrs.fields(cls)
        if attribute.metadata.get("derived")
    }
    converter = Converter(detailed_validation=thorough, forbid_extra_keys=thorough)
    structure = make_dict_structure_fn(cls, converter, **overrides, **given, **derived)  # type: ignore[arg-type]
    known = own.keys() | given.keys()

    def quick(value: Any, kind: Any) -> Any:
        if type(value) is not dict:
            refuse_shape(value, "a mapping")
        # Where cattrs forbids keys, it makes two sets for each mapping.
        if not value.keys() <= known or (
            "inferred" in value and _unknown_inferred(cls, value["inferred"])
        ):
            raise Broken  # the thorough builder says why
        return structure(value, kind)

    def gathered(value: Any, kind: Any) -> Any:
        if type(value) is not dict:
            refuse_shape(value, "a mapping")
        unknown = _unknown_inferred(cls, value.get("inferred"))
        # What is no field and has no value is most often the rest of a text behind a comma.
        empty = [name for name in value if name not in known and type(value[name]) is Unusable]
        cut = {
            name: why
            for name in empty
            if not (why := unknown_field(cls, name, cut=True)).suggestion
        }
        unknown += [((name,), why) for name, why in cut.items()]
        if not unknown:
            return structure(value, kind)
        value = {name: item for name, item in value.items() if name not in cut}
        try:
            structure(value, kind)
        except Exception as error:  # noqa: BLE001 - `refusals_of` sorts it out
            unknown.append(((), error))
        raise Several(unknown)

    return gathered if thorough else quick


@shapes.by_class
def hooks(cls: type[Any], *, thorough: bool) -> Mapping[str, Hook]:
    """The functions that read the values of a class's fields."""
    return {
        name: hook(field.shape, thorough=thorough) for name, field in shapes.fields(cls).items()
    }


def _unknown_inferred(cls: type[Any], inferred: Any) -> list[tuple[Path, Exception]]:
    """Refusals of the names under `inferred` that are no fields of the class."""
    known = shapes.fields(cls)
    if type(inferred) is not dict or inferred.keys() <= known.keys():
        return []
    return [
        (("inferred", name), unknown_field(cls, name)) for name in inferred if name not in known
    ]


def _as_is(value: Any, _: Any) -> Any:
    return value


@cache
def hook(shape: shapes.Shape, *, thorough: bool) -> Hook:
    """The function that reads a value of a shape.

    It raises `Refused`, `Broken`, or, where thorough, a group of them.
    """
    match shape:
        case shapes.Text():
            return values.prose if shape.prose else values.text
        case shapes.Word():
            return values.word(shape.vocabulary)
        case shapes.Flag():
            return values.flag
        case shapes.Number():
            return values.number
        case shapes.Date():
            return values.date
        case shapes.Interval():
            return values.gap
        case shapes.Reference():
            return to_record(shape.kinds)
        case shapes.Address():
            return to_full_id(shape.kinds)
        case shapes.Nested():
            return builder(shape.of, thorough=thorough)
        case shapes.Passage():
            return _passage(builder(Evidence, thorough=thorough))
        case shapes.ListOf():
            prose = shape.item in (shapes.Text(prose=True), shapes.Passage())
            shared = isinstance(shape.item, shapes.Reference)
            item = hook(shape.item, thorough=thorough)
            return _list(item, thorough=thorough, prose=prose, shared=shared)
        case shapes.MapOf():
            return _mapping(hook(shape.item, thorough=thorough), thorough=thorough)
        case _:
            return _keyed(builder(shape.of, thorough=thorough), shape.of, thorough=thorough)


def _passage(build: Hook) -> Hook:
    def passage(value: Any, _: Any) -> Evidence:
        if type(value) is dict:
            return build(value, Evidence)  # type: ignore[no-any-return]
        return Evidence(words=values.prose(value, _))

    return passage


def _refuse_empty() -> NoReturn:
    raise Refused("empty-value", "nothing stands in it; leave the key out", expected="a value")


def _list(item: Hook, *, thorough: bool, prose: bool, shared: bool) -> Hook:
    def quick(value: Any, kind: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            written = None
            if isinstance(value, str) and len(value) <= values.LONGEST_WRITTEN:
                # What stands behind a dash without a space is an item that was meant.
                meant = value.lstrip("-\u2013\u2014 ")
                written = f'["{meant}"]' if prose and '"' not in meant else f"[{meant}]"
            refuse_shape(value, "a list", written)
        if not value:
            _refuse_empty()
        if prose and type(value) is BareList:
            raise Refused(
                "text-split",
                "words in brackets stand between quotes, since a comma would split them",
                expected="quoted text",
                suggestion="quotes",
            )
        if len(value) == 1:  # as most are
            only = item(value[0], None)
            return here.index.alone.setdefault(id(only), (only,)) if shared else (only,)
        return tuple([item(member, None) for member in value])

    if not thorough:
        return quick
    return _gathering(quick, list, enumerate, lambda _, member: item(member, None))


def _mapping(item: Hook, *, thorough: bool) -> Hook:
    def quick(value: Any, kind: Any) -> FrozenDict:
        if type(value) is not dict:
            refuse_shape(value, "a mapping")
        if not value:
            _refuse_empty()
        mapped = FrozenDict({key: item(member, None) for key, member in value.items()})
        # Most say the same few things; with the hook, as a word is equal to its own text.
        return here.index.mappings.setdefault((item, *mapped.items()), mapped)

    if not thorough:
        return quick
    return _gathering(quick, dict, dict.items, lambda _, member: item(member, None))


def _keyed(build: Hook, cls: type[Record], *, thorough: bool) -> Hook:
    """Builds the records within a record: their full ids are `file:record/id`."""

    def member(body: Any, id: str) -> Any:
        record = here.record
        here.record = full = f"{record}/{id}"
        if type(body) is dict:
            body["id"] = full
        try:
            return build(body, cls)
        finally:
            here.record = record

    def quick(value: Any, kind: Any) -> tuple[Any, ...]:
        if type(value) is not dict:
            refuse_shape(value, "a mapping from ids")
        if not value:
            _refuse_empty()
        return tuple([member(body, id) for id, body in value.items()])

    if not thorough:
        return quick
    return _gathering(quick, dict, dict.items, lambda id, body: member(body, id))


def _gathering(
    quick: Hook,
    container: type[Any],
    members: Callable[[Any], Iterable[tuple[str | int, Any]]],
    item: Callable[[Any, Any], Any],
) -> Hook:
    """A hook that tries every member where the quick one refuses, and raises what all raise.

    Args:
        quick: The hook that stops at the first refusal.
        container: What a value must be to have members.
        members: Their keys or indices, with them.
        item: Reads a member, given its key or index and it.
    """

    def gathered(value: Any, kind: Any) -> Any:
        try:
            return quick(value, kind)
        except Exception:
            failed: list[tuple[Path, Exception]] = []
            for key, member in members(value) if isinstance(value, container) else ():
                try:
                    item(key, member)
                except Exception as error:  # noqa: BLE001 - sorted out in `refusals_of`
                    failed.append(((key,), error))
            if failed:
                raise Several(failed) from None
            raise

    return gathered
