"""Ids to what they name, as each field says: a record, or a full id."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import Any

from attrs import Factory, define

from bilateral.dates import Edtf
from bilateral.format.refusals import (
    Refused,
    Unusable,
    a,
    one_of,
    refuse_shape,
    refuse_word,
    shown,
)
from bilateral.records.dossier import GLOBAL_SECTIONS
from bilateral.records.record import FrozenDict, Record, kind_name

REFUSED = ""
"""In place of a kind: something stands under this id, but the id itself was refused."""

_GLOBAL_KINDS = frozenset(cls.__name__ for cls in GLOBAL_SECTIONS.values())


@define(slots=False)
class Index:
    """What ids stand for.

    Declared ids are kept apart from built records: a reference to a record that was refused is no
    second fault.

    Attributes:
        declared: The name of the class of every declared id, by full id.
        meant: Full ids that were surely meant where something else was written and refused.
        built: The records so far, by full id.
        dates: The dates so far, by what was written: most dates stand in an archive many times.
        ids: The full ids so far, each by itself: a record and all that refer to it share one text.
        mappings: The mappings so far, by their hook and what they hold: most are alike too.
        alone: By the identity of a record, a list that holds it alone, as many do.
        incomplete: Ids may stand in what could not be read, so that none is known to be missing.
    """

    declared: dict[str, str] = Factory(dict)
    meant: set[str] = Factory(set)
    built: dict[str, Record] = Factory(dict)
    dates: dict[str, Edtf] = Factory(dict)
    ids: dict[str, str] = Factory(dict)
    mappings: dict[tuple[Any, ...], FrozenDict] = Factory(dict)
    alone: dict[int, tuple[Record]] = Factory(dict)
    incomplete: bool = False

    @cached_property
    def files(self) -> dict[str, list[str]]:
        """The full ids that a short id of some file may stand for, once all are declared."""
        files: dict[str, list[str]] = {}
        for full in self.declared:
            _, colon, id = full.partition(":")
            if colon:
                files.setdefault(id, []).append(full)
        return files

    def full_id(self, id: str, file: str, kinds: tuple[str, ...]) -> str | Unusable:
        """The full id that an id in a file stands for.

        Its own file's record comes first, then an actor, topic or full id, then another file's
        record while only one has that id.
        """
        for candidate in (f"{file}:{id}", str(id)):
            kind = self.declared.get(candidate)
            if kind in kinds:
                return self.ids.setdefault(candidate, candidate)
            if kind == REFUSED:
                return Unusable()
        elsewhere = [full for full in self.files.get(id, ()) if self.declared[full] in kinds]
        if len(elsewhere) == 1:
            return elsewhere[0]
        if elsewhere:
            message = f"{shown(id)} stands in several files; write {one_of(elsewhere)}"
            return Unusable(Refused("ref-ambiguous", message, found=id, expected=one_of(elsewhere)))
        if self.incomplete or not self.meant.isdisjoint((f"{file}:{id}", id)):
            return Unusable()
        return Unusable(self._unknown(id, file, kinds))

    def _unknown(self, id: str, file: str, kinds: tuple[str, ...]) -> Refused:
        for candidate in (f"{file}:{id}", id, *self.files.get(id, ())):
            if candidate in self.declared:
                kind, expected = a(kind_name(self.declared[candidate])), a(_choice(kinds))
                message = f"{shown(id)} is {kind}; expected {expected}"
                return Refused("ref-kind", message, found=id, expected=expected)
        return refuse_word(_choice(kinds), str(id), self._known(file, kinds), "ref-unknown")

    def _known(self, file: str, kinds: tuple[str, ...]) -> Iterable[str]:
        """The ids of these kinds, as this file would write them."""
        for full, kind in self.declared.items():
            if kind in kinds:
                yield full.removeprefix(f"{file}:")


class _Here(threading.local):
    """Where the builders are: cattrs gives a hook the value alone.

    Attributes:
        index: What ids stand for.
        prefix: The file's id and a colon, which its own ids have before them.
        record: The full id of the record, or of the clause in it, that is being built.
    """

    def __init__(self) -> None:
        self.index = Index()
        self.prefix = ":"
        self.record = ""


here = _Here()


def _choice(kinds: tuple[str, ...]) -> str:
    if len(kinds) > 5:
        return "record"
    names = list(map(kind_name, kinds))
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def to_record(kinds: tuple[type[Record], ...]) -> Callable[[Any, Any], Record]:
    """The hook that puts the record in place of an id of one of these kinds."""
    names = tuple(kind.__name__ for kind in kinds)
    classes = frozenset(kinds)
    is_global = _GLOBAL_KINDS.issuperset(names)

    def resolve(value: Any, _: Any) -> Record:
        # What most ids are comes first; `full_id` knows the rest.
        if type(value) is str:
            record = here.index.built.get(value if is_global else here.prefix + value)
            if type(record) in classes:
                return record  # type: ignore[return-value]
        elif type(value) in classes:  # the file's only source, which nobody wrote
            return value  # type: ignore[no-any-return]
        elif not isinstance(value, str):
            refuse_shape(value, "an id")
        id = here.index.full_id(value, here.prefix[:-1], names)
        record = here.index.built.get(id) if isinstance(id, str) else None
        if record is None:
            refuse_shape(id if isinstance(id, Unusable) else Unusable(), "an id")
        return record

    return resolve


def to_full_id(kinds: tuple[str, ...]) -> Callable[[Any, Any], str]:
    """The hook that puts the full id in place of an id of one of these kinds."""

    def resolve(value: Any, _: Any) -> str:
        full = value
        if isinstance(value, str):
            full = here.index.full_id(value, here.prefix[:-1], kinds)
        if not isinstance(full, str):
            refuse_shape(full, "an id")
        if full == here.record:
            message = f"{shown(value)} is this {kind_name(here.index.declared[full])} itself"
            raise Refused("cycle", message, found=value, expected="another record")
        return full

    return resolve
