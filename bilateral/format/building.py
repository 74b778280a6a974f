"""Plain data to records: cattrs with a strict hook for each shape of field.

There are two sets of builders. The quick ones stop at the first refusal; the thorough ones, which
build again what those refused, gather all of them, each with its path. What a hook refuses is the
same for both.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, NoReturn

import attrs
from cattrs import Converter
from cattrs.gen import make_dict_structure_fn, override

from bilateral.dates import Edtf, EdtfError
from bilateral.errors import RecordError
from bilateral.format import shapes
from bilateral.format.explaining import unknown_field
from bilateral.format.locating import Path
from bilateral.format.references import here, to_full_id, to_record
from bilateral.format.refusals import (
    BareList,
    Broken,
    CutText,
    QuotedText,
    Refused,
    Several,
    Unusable,
    a,
    found_text,
    refuse_shape,
    refuse_word,
    shown,
)
from bilateral.records.gaps import Gap
from bilateral.records.record import FrozenDict, Record
from bilateral.records.sources import Evidence

Hook = Callable[[Any, Any], Any]
_LONGEST_WRITTEN = 60
"""How long a text may be for a message to show how it would be written right."""
_NUMBER = re.compile("0|[1-9][0-9]{0,8}")


def builder(cls: type[Any], *, thorough: bool) -> Hook:
    """The function that builds a record or nested class from a mapping of its fields."""
    return _builder(cls, thorough)


@shapes.by_class
def _builder(cls: type[Any], thorough: bool) -> Hook:  # noqa: FBT001 - for the cache
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
            return _prose if shape.prose else _text
        case shapes.Word():
            return _word(shape.vocabulary)
        case shapes.Flag():
            return _flag
        case shapes.Number():
            return _number
        case shapes.Date():
            return _date
        case shapes.Interval():
            return _gap
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
            return _list(hook(shape.item, thorough=thorough), thorough=thorough, prose=prose)
        case shapes.MapOf():
            return _mapping(hook(shape.item, thorough=thorough), thorough=thorough)
        case _:
            return _keyed(builder(shape.of, thorough=thorough), shape.of, thorough=thorough)


def _text(value: Any, _: Any) -> str:
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str(value)
    refuse_shape(value, "text")


def _prose(value: Any, _: Any) -> str:
    if type(value) is str:
        return value
    if type(value) is CutText:
        raise Refused(
            "text-cut",
            f"the comment behind {shown(value)} may belong to the text; put all of it in quotes",
            found=found_text(value),
            expected="the whole text",
            suggestion="quotes",
        )
    return _text(value, _)


def _word(vocabulary: type[StrEnum]) -> Hook:
    words: dict[str, StrEnum] = {str(member): member for member in vocabulary}
    kind = "".join(f" {c.lower()}" if c.isupper() else c for c in vocabulary.__name__).strip()

    def word(value: Any, _: Any) -> StrEnum:
        try:
            return words[value]
        except (KeyError, TypeError):  # a list or mapping is never a key
            if isinstance(value, str):
                raise refuse_word(kind, value, words) from None
            refuse_shape(value, a(kind))

    return word


def _flag(value: Any, _: Any) -> bool:
    if value == "true" and type(value) is not QuotedText:
        return True
    if value == "false" and type(value) is not QuotedText:
        return False
    meant = None
    if type(value) is QuotedText:
        meant = f"{value} without quotes" if value in ("true", "false") else None
    elif isinstance(value, str):
        folded = value.casefold()
        if folded in ("true", "yes", "on", "y"):
            meant = "true"
        elif folded in ("false", "no", "off", "n"):
            meant = "false"
    refuse_shape(value, "true or false", meant)


def _number(value: Any, _: Any) -> int:
    # Python reads other scripts' digits, and YAML 1.1 reads 010 as eight: neither is meant here.
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        refuse_shape(value, "a whole number")
    if type(value) is QuotedText:
        refuse_shape(value, "a whole number", f"{value} without quotes")
    return int(value)


def _date(value: Any, _: Any) -> Edtf:
    if isinstance(value, str):
        dates = here.index.dates
        known = dates.get(value)
        if known is not None:
            return known
        try:
            date = dates[value] = Edtf.parse(str(value))
        except EdtfError as error:
            raise Refused(
                "date",
                str(error),
                found=value[:100],
                expected="an EDTF date",
                suggestion=error.suggestion,
            ) from None
        return date
    if isinstance(value, BareList) and all(isinstance(member, str) for member in value):
        written = f'"[{",".join(value)}]"'
        refuse_shape(value, "a date", written if len(written) <= _LONGEST_WRITTEN else None)
    refuse_shape(value, "a date")


def _gap(value: Any, _: Any) -> Gap:
    if not isinstance(value, str):
        refuse_shape(value, "a gap such as '1 day' or 'weeks'")
    try:
        return Gap.parse(str(value))
    except RecordError as error:
        raise Refused(
            "value", str(error), found=found_text(value), expected="a gap such as '1 day'"
        ) from None


def _passage(build: Hook) -> Hook:
    def passage(value: Any, _: Any) -> Evidence:
        if type(value) is dict:
            return build(value, Evidence)  # type: ignore[no-any-return]
        return Evidence(words=_prose(value, _))

    return passage


def _refuse_empty() -> NoReturn:
    raise Refused("empty-value", "nothing stands in it; leave the key out", expected="a value")


def _list(item: Hook, *, thorough: bool, prose: bool) -> Hook:
    def quick(value: Any, kind: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            written = None
            if isinstance(value, str) and len(value) <= _LONGEST_WRITTEN:
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
            return (item(value[0], None),)
        return tuple([item(member, None) for member in value])

    def gathered(value: Any, kind: Any) -> tuple[Any, ...]:
        try:
            return quick(value, kind)
        except Exception:
            if not isinstance(value, list):
                raise
            _gather(item, enumerate(value))
            raise

    return gathered if thorough else quick


def _mapping(item: Hook, *, thorough: bool) -> Hook:
    def quick(value: Any, kind: Any) -> FrozenDict:
        if type(value) is not dict:
            refuse_shape(value, "a mapping")
        if not value:
            _refuse_empty()
        return FrozenDict({key: item(member, None) for key, member in value.items()})

    return _gathering(quick, item) if thorough else quick


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

    def gathered(value: Any, kind: Any) -> tuple[Any, ...]:
        try:
            return quick(value, kind)
        except Exception:
            if type(value) is not dict:
                raise
            _gather(lambda id, _: member(value[id], id), ((id, id) for id in value))
            raise

    return gathered if thorough else quick


def _gathering(quick: Hook, item: Hook) -> Hook:
    def gathered(value: Any, kind: Any) -> Any:
        try:
            return quick(value, kind)
        except Exception:
            if type(value) is not dict:
                raise
            _gather(item, value.items())
            raise

    return gathered


def _gather(item: Hook, members: Any) -> None:
    """Try every member, and raise what all of them raise."""
    failed: list[tuple[Path, Exception]] = []
    for key, member in members:
        try:
            item(member, None)
        except Exception as error:  # noqa: BLE001 - sorted out in `refusals_of`
            failed.append(((key,), error))
    if failed:
        raise Several(failed)
