"""Ids in plain data to what they name, as each field says: a record, or a full id."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import Factory, define

from bilateral.format import shapes
from bilateral.format.refusals import BareList, Refused, Unusable, a, one_of, refuse_word, shown
from bilateral.records.record import Record, kind_name
from bilateral.records.sources import Evidence

_SEARCHED = 100
"""For so many unknown ids the nearest is looked for, since each search passes all known ids."""


REFUSED = ""
"""In place of a kind: something stands under this id, but the id itself was refused."""


@define
class Index:
    """What ids stand for.

    Declared ids are kept apart from built records: a reference to a record that was refused is no
    second fault.

    Attributes:
        declared: The name of the class of every declared id, by full id.
        files: The full ids that a short id of some file may stand for.
        built: The records so far, by full id.
        incomplete: Ids may stand in what could not be read, so that none is known to be missing.
        unknown: How many ids were unknown.
    """

    declared: dict[str, str] = Factory(dict)
    files: dict[str, list[str]] = Factory(dict)
    built: dict[str, Record] = Factory(dict)
    incomplete: bool = False
    unknown: int = 0

    def declare(self, id: str, kind: str) -> None:
        """Announce a record that is to be built."""
        self.declared[id] = kind
        if ":" in id:
            self.files.setdefault(id.partition(":")[2], []).append(id)

    def full_id(self, id: str, file: str, kinds: tuple[str, ...]) -> str | Unusable:
        """The full id that an id in a file stands for.

        Its own file's record comes first, then an actor, topic or full id, then another file's
        record while only one has that id.
        """
        for candidate in (f"{file}:{id}", str(id)):
            kind = self.declared.get(candidate)
            if kind in kinds:
                return candidate
            if kind == REFUSED:
                return Unusable()
        elsewhere = [full for full in self.files.get(id, ()) if self.declared[full] in kinds]
        if len(elsewhere) == 1:
            return elsewhere[0]
        if elsewhere:
            message = f"{shown(id)} stands in several files; write {one_of(elsewhere)}"
            return Unusable(Refused("ref-ambiguous", message, found=id, expected=one_of(elsewhere)))
        return Unusable(None if self.incomplete else self._unknown(id, file, kinds))

    def _unknown(self, id: str, file: str, kinds: tuple[str, ...]) -> Refused:
        for candidate in (f"{file}:{id}", id, *self.files.get(id, ())):
            if candidate in self.declared:
                kind, expected = a(kind_name(self.declared[candidate])), a(_choice(kinds))
                message = f"{shown(id)} is {kind}; expected {expected}"
                return Refused("ref-kind", message, found=id, expected=expected)
        self.unknown += 1
        known = self._known(file, kinds) if self.unknown <= _SEARCHED else ()
        return refuse_word(_choice(kinds), str(id), known, "ref-unknown")

    def _known(self, file: str, kinds: tuple[str, ...]) -> Iterable[str]:
        """The ids of these kinds, as this file would write them."""
        for full, kind in self.declared.items():
            if kind in kinds:
                yield full.removeprefix(f"{file}:")


def _choice(kinds: tuple[str, ...]) -> str:
    if len(kinds) > 5:
        return "record"
    names = list(map(kind_name, kinds))
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


Binder = Callable[[Any, Index, str], Any]


@shapes.by_class
def binder(cls: type[Any]) -> Binder | None:
    """What puts records and full ids in place of the ids in a mapping of a class's fields.

    None where the class refers to nothing. What is no id is left for the builders to refuse.
    """
    binders = {
        name: bind
        for name, field in shapes.fields(cls).items()
        if (bind := _binder(field.shape)) is not None
    }
    if not binders:
        return None
    steps = tuple(binders.items())

    def bind_fields(value: Any, index: Index, file: str) -> Any:
        if type(value) is not dict:
            return value
        bound = value.copy()
        for name, bind in steps:
            if name in value:
                bound[name] = bind(value[name], index, file)
        return bound

    return bind_fields


def _binder(shape: shapes.Shape) -> Binder | None:
    match shape:
        case shapes.Reference():
            return _to_record(tuple(kind.__name__ for kind in shape.kinds))
        case shapes.Address():
            return _to_full_id(shape.kinds)
        case shapes.Nested():
            return binder(shape.of)
        case shapes.Passage():
            return binder(Evidence)
        case shapes.ListOf():
            return _each(_binder(shape.item))
        case shapes.MapOf():
            return _each_value(_binder(shape.item))
        case shapes.Keyed():
            return _each_value(binder(shape.of))
        case _:
            return None


def _to_record(kinds: tuple[str, ...]) -> Binder:
    def bind(value: Any, index: Index, file: str) -> Any:
        if not isinstance(value, str):
            return value
        id = index.full_id(value, file, kinds)
        return index.built.get(id) or Unusable() if isinstance(id, str) else id

    return bind


def _to_full_id(kinds: tuple[str, ...]) -> Binder:
    def bind(value: Any, index: Index, file: str) -> Any:
        return index.full_id(value, file, kinds) if isinstance(value, str) else value

    return bind


def _each(item: Binder | None) -> Binder | None:
    if item is None:
        return None

    def bind(value: Any, index: Index, file: str) -> Any:
        if not isinstance(value, list):
            return value
        bound = [item(member, index, file) for member in value]
        if type(value) is BareList:
            bound = BareList(bound, bare=value.bare)
        return bound

    return bind


def _each_value(item: Binder | None) -> Binder | None:
    if item is None:
        return None

    def bind(value: Any, index: Index, file: str) -> Any:
        if type(value) is not dict:
            return value
        return {key: item(member, index, file) for key, member in value.items()}

    return bind
