"""Single values of a language model's answer: read, noted where they stand, or refused."""

from __future__ import annotations

import json
from typing import NamedTuple

from bilateral.format import shapes
from bilateral.format.answers.json_parsing import Member, Number, Parsed, Value, key_too_long
from bilateral.format.limits import Limits
from bilateral.format.locating import Located, Path
from bilateral.format.reading import TYPED_WORD
from bilateral.format.refusals import QuotedText, Refused, Unusable, found_text, shown
from bilateral.format.scanning import Scan
from bilateral.format.values import LONGEST_WRITTEN, expected_word


class At(NamedTuple):
    """A path in the data, and as the answer writes it."""

    path: Path
    written: Path

    def below(self, step: str | int) -> At:
        """What stands under a key, or at an index."""
        return At((*self.path, step), (*self.written, step))


class Values:
    """Reads single values."""

    def __init__(
        self,
        parsed: Parsed,
        limits: Limits,
        found: Located | None = None,
        wanted: set[Path] | None = None,
    ) -> None:
        self.lines = parsed.lines
        self.limits = limits
        self.scan = Scan(refusals=parsed.refusals)
        self.found = found
        self.wanted = wanted

    def note(self, at: At, *, key: int | None = None, value: int | None = None) -> None:
        """Note where a key or value stands, if that is asked for."""
        if self.found is None or (self.wanted is not None and at.path not in self.wanted):
            return
        if key is not None:
            self.found.keys[at.path] = self.lines.position(key)
        if value is not None:
            self.found.values[at.path] = self.lines.position(value)

    def note_written(self, at: At, key: str, *value: str) -> None:
        """Note how the answer writes a path that ends with what is a value there."""
        if self.found is not None and (self.wanted is None or at.path in self.wanted):
            self.found.written_keys[at.path] = (*at.written, key)
            self.found.written[at.path] = (*at.written, *value)

    def refuse(self, why: Refused, at: At, offset: int) -> Unusable:
        """Refuse what stands at an offset."""
        self.scan.refusals.append((why, at.written, self.lines.position(offset)))
        return Unusable()

    def refuse_type(
        self, value: Value, at: At, expected: str, suggestion: str | None = None
    ) -> Unusable:
        """Refuse a value of the wrong sort, unless it was refused already."""
        held = value.held
        if type(held) is Unusable:
            return held
        if held is None:
            return self.refuse_null(value, at)
        hint = ""
        if suggestion is not None and len(suggestion) <= LONGEST_WRITTEN:
            hint = f"; write {suggestion}"
        message = f"expected {expected}, found {_shown(held)}{hint}"
        why = Refused(
            "type",
            message,
            found=found_text(held if isinstance(held, str) else _shown(held)),
            expected=expected,
            suggestion=suggestion if hint else None,
        )
        return self.refuse(why, at, value.offset)

    def refuse_null(self, value: Value, at: At) -> Unusable:
        """Refuse null in a list, where it can stand for nothing."""
        message = "null stands for nothing in a list; leave the item out"
        why = Refused("empty-value", message, found="null", expected="a value")
        return self.refuse(why, at, value.offset)

    def text(
        self, value: Value, at: At, expected: str = "text", *, quoted: bool = True
    ) -> str | Unusable:
        """The text between quotes, of which a hook makes what it stands for.

        Args:
            value: What should be text.
            at: Its path.
            expected: What it should stand for.
            quoted: Whether a number or truth value may be meant as text.
        """
        held = value.held
        if type(held) is not str:
            meant = f'"{_shown(held)}"' if quoted and isinstance(held, bool | Number) else None
            return self.refuse_type(value, at, expected, meant)
        if not held or held.isspace():
            is_item = isinstance(at.written[-1], int)
            hint = "leave the item out" if is_item else "write null, or leave the key out"
            message = f"the text is {'blank' if held else 'empty'}; {hint}"
            why = Refused("value", message, found="", expected="text")
            return self.refuse(why, at, value.offset)
        return QuotedText(held) if TYPED_WORD.fullmatch(held) else held

    def key(self, value: Value, at: At, expected: str) -> str | Unusable:
        """A text that is a key in the data."""
        text = self.text(value, at, expected)
        if isinstance(text, str) and len(text) > self.limits.key_length:
            return self.refuse(key_too_long(text, self.limits), at, value.offset)
        return text


def members_of(value: Value) -> dict[str, Member]:
    """The members of an object; none of anything else."""
    return value.held if isinstance(value.held, dict) else {}


def given(members: dict[str, Member], name: str) -> Member | None:
    """A member that is there and not null."""
    member = members.get(name)
    return None if member is None or member.value.held is None else member


def _shown(held: object) -> str:
    """How a message shows a value that was found."""
    if isinstance(held, bool):
        return json.dumps(held)
    if isinstance(held, list):
        return "a list"
    if isinstance(held, dict):
        return "an object"
    return str(held) if type(held) is Number and len(held) <= LONGEST_WRITTEN else shown(held)


def expected_of(shape: shapes.Shape) -> str:
    """What a message says that text should stand for."""
    match shape:
        case shapes.Word():
            return expected_word(shape.vocabulary)
        case shapes.Date():
            return "a date"
        case shapes.Interval():
            return "a gap such as '1 day' or 'weeks'"
        case shapes.Reference() | shapes.Address():
            return "an id"
        case _:
            return "text"
