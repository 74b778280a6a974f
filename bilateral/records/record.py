"""What every record has, and how records compare."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any, NoReturn, Self

import attrs
from attrs import frozen

from bilateral.dates import Edtf
from bilateral.records.gaps import Gap
from bilateral.vocabulary import Basis, Confidence

PROSE = "prose"
Prose = Annotated[str, PROSE]
"""Text of several words, which a file must quote where YAML would cut it."""


@frozen
class IdOf:
    """Marks an id that stays an id, for the dossier to resolve, with the kinds it may name."""

    kinds: tuple[str, ...]


RecordId = Annotated[
    str,
    IdOf(("Visit", "Meeting", "Statement", "JointDeclaration", "Clause", "Event", "Reading")),
]
"""The id of any record that a file tells."""

DatedId = Annotated[str, IdOf(("Visit", "Meeting", "Statement", "JointDeclaration", "Event"))]
"""The id of a record that has a date of its own."""

WordsId = Annotated[str, IdOf(("Statement", "JointDeclaration", "Clause"))]
"""The id of words that were said or signed."""

ClauseId = Annotated[str, IdOf(("Clause",))]
"""The id of a declaration's clause."""

TopicId = Annotated[str, IdOf(("Topic",))]
"""The id of a topic."""


class FrozenDict(dict[str, Any]):
    """A mapping that does not change, so that records may share it.

    >>> FrozenDict(date="derived")["date"]
    'derived'
    """

    __slots__ = ()

    def _refuse(self, *_: object, **__: object) -> NoReturn:
        raise TypeError("a record's mappings do not change")

    __setitem__ = __delitem__ = __ior__ = _refuse
    clear = pop = popitem = setdefault = update = _refuse

    def __hash__(self) -> int:  # type: ignore[override]
        return hash(frozenset(self.items()))

    def __reduce__(self) -> tuple[type[Self], tuple[dict[str, Any]]]:
        return type(self), (dict(self),)


NOTHING_MAPPED = FrozenDict()


def by_id(value: Any) -> Any:
    """The key that references are compared by: ids in place of records."""
    if isinstance(value, tuple):
        return tuple(by_id(item) for item in value)
    if isinstance(value, dict):
        return {key: by_id(item) for key, item in value.items()}
    return value.id if isinstance(value, Record) else value


@frozen(kw_only=True, repr=False, eq=False)
class Record:
    """Something known, under an id.

    Records compare by their own fields, with references compared by id, and hash by kind and id.

    Attributes:
        id: The full address: `putin` for an actor or topic, `file:visit` for what a file tells,
            `file:declaration/clause` for a clause.
        note: The coder's remark.
        confidence: How sure the coder is.
        inferred: The fields that the source does not state, with the basis of each.
        codes: Values of the archive's own variables.
    """

    id: str
    note: Prose | None = None
    confidence: Confidence | None = None
    inferred: Mapping[str, Basis] = NOTHING_MAPPED
    codes: Mapping[str, str] = NOTHING_MAPPED

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        for field in attrs.fields(type(self)):
            one, another = getattr(self, field.name), getattr(other, field.name)
            if field.eq_key is not None:
                one, another = field.eq_key(one), field.eq_key(another)
            if one != another:
                return False
        return True

    def __hash__(self) -> int:
        return hash((type(self).__name__, self.id))

    @property
    def local_id(self) -> str:
        """The id as its own file writes it: the address without the file."""
        return self.id.rpartition(":")[2]

    def __repr__(self) -> str:
        return written(self)


@frozen(kw_only=True, repr=False, eq=False)
class Variable(Record):
    """One of the archive's own coding variables.

    Attributes:
        name: What it is called in tables.
        definition: What it measures, for the codebook.
        values: The values it may take; any text where there are none.
    """

    name: str
    definition: Prose | None = None
    values: tuple[str, ...] = ()


def kind_name(cls: str) -> str:
    """What a message calls a class of records, by the class's name."""
    return cls.lower().removeprefix("joint")


def set_fields(value: Any) -> dict[str, Any]:
    """The fields of a record or nested value that are not what they are by default."""
    given = {a.name: (getattr(value, a.name), a.default) for a in attrs.fields(type(value))}
    return {name: item for name, (item, default) in given.items() if item != default}


def written(value: object) -> str:
    """A record or nested value in one line: what is set, references by id."""
    parts = [f"{name}={_short(item)}" for name, item in set_fields(value).items()]
    return f"{type(value).__name__}({', '.join(parts)})"


def _short(value: object) -> str:
    match value:
        case tuple():
            return f"[{', '.join(map(_short, value))}]"
        case dict():
            return f"{{{', '.join(f'{key!r}: {_short(item)}' for key, item in value.items())}}}"
        case Record():
            return value.id
        case Edtf() | Gap() | StrEnum():
            return str(value)
    return repr(value)
