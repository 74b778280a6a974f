"""What the builders raised, told as refusals with their paths."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError

from bilateral.errors import RecordError, nearest
from bilateral.format import shapes
from bilateral.format.locating import Path
from bilateral.format.refusals import Broken, Refused, Several, one_of, searches, shown

_CUT = "; where a comma cut it off a text, put all of that text between double quotes"


def refusals_of(error: BaseException, cls: type[Any], path: Path) -> Iterator[tuple[Refused, Path]]:
    """The refusals in what a builder of `cls` raised, each with its path."""
    match error:
        case Several():
            for within, member in error.members:
                yield from refusals_of(member, cls, (*path, *within))
        case ClassValidationError():
            yield from _refusals_of_class(error, path)
        case Refused():
            yield error, path
        case RecordError():
            yield Refused("record", str(error), at_key=True), path
        case Broken():
            pass
        case _:
            raise error


def _refusals_of_class(error: ClassValidationError, path: Path) -> Iterator[tuple[Refused, Path]]:
    cls: type[Any] = error.cl
    missing: list[str] = []
    unknown: list[str] = []
    attributes, others = error.group_exceptions()
    for member, note in attributes:
        if isinstance(member, KeyError):
            missing.append(note.name)
        else:
            yield from refusals_of(member, cls, (*path, note.name))
    for other in others:
        if isinstance(other, ForbiddenExtraKeysError):
            unknown.extend(sorted(other.extra_fields))
        else:
            yield from refusals_of(other, cls, path)
    for name in unknown:
        # A missing field and a misspelt one are one slip, not two.
        near = nearest(name.partition(":")[0], missing)
        if near is not None:
            missing.remove(near)
        yield unknown_field(cls, name, near), (*path, name)
    for name in missing:
        message = f"{cls.__name__} needs {name!r}"
        yield Refused("key-missing", message, expected=name, at_key=True), (*path, name)


def unknown_field(
    cls: type[Any], name: str, near: str | None = None, *, cut: bool = False
) -> Refused:
    """The refusal of a field that a class does not have.

    Args:
        cls: The class.
        name: The field.
        near: The field that is missing, and surely meant.
        cut: It has no value, and may be what a comma cut off a text.
    """
    names, listed, expected = _names(cls)
    field, colon, _ = name.partition(":")
    suggestion = near
    if colon and field in names:
        hint, suggestion = "; put a space behind the ':'", f"{field}: "
    else:
        # To nobody's mind is an id near to "kind".
        suggestion = near or (searches.nearest(name, names) if name != "id" else None)
        otherwise = _CUT if cut else f"; it has {listed}"
        hint = f"; did you mean {suggestion!r}?" if suggestion else otherwise
    return Refused(
        "key-unknown",
        f"{cls.__name__} has no field {shown(name)}{'' if searches.ended else hint}",
        found=name,
        expected=expected,
        suggestion=suggestion,
        at_key=True,
    )


@shapes.by_class
def _names(cls: type[Any]) -> tuple[tuple[str, ...], str, str]:
    """The fields of a class, and both ways to list them."""
    names = tuple(shapes.fields(cls))
    return names, ", ".join(names), one_of(names)
