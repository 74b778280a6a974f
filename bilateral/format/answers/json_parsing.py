"""JSON text to values that know where they stand: RFC 8259, and nothing beside it.

It has no recursion, takes each character once, and counts while it reads.
"""

from __future__ import annotations

import json
import re
import unicodedata
from array import array
from bisect import bisect_right
from contextlib import suppress
from typing import NoReturn

from attrs import Factory, define

from bilateral.display.characters import stacked
from bilateral.format.answers import json_slips
from bilateral.format.answers.json_slips import Slip
from bilateral.format.decoding import FORBIDDEN, LINE_BREAK, forbidden, too_many_marks
from bilateral.format.limits import Limits
from bilateral.format.locating import Path, Position
from bilateral.format.refusals import Refused, Unusable, shown

_SPACE = re.compile(r"[ \t\n\r]*")
# All up to what may not stand in a text, or to the quote that closes it.
_TEXT = re.compile(r'"(?:[^"\\\x00-\x1f]++|\\(?:["\\/bfnrt]|u[0-9A-Fa-f]{4}))*+')
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*+)(?:\.[0-9]++)?(?:[eE][-+]?[0-9]++)?(?![-+.\w])")
_WORD = re.compile(r"(?:true|false|null)(?![-+.\w])")
_WORDS = {"true": True, "false": False, "null": None}


class Number(str):
    """A number as it was written: what it may be is for the fields to say."""

    __slots__ = ()


@define(eq=False)
class Value:
    """A value and where it stands.

    Attributes:
        offset: Where it begins in the text.
        held: None, a truth value, a `Number`, text, or the values in a list or an object; what
            stands for a text that was refused.
    """

    offset: int
    held: bool | str | list[Value] | dict[str, Member] | Unusable | None


@define(eq=False)
class Member:
    """A member of an object.

    Attributes:
        offset: Where its key begins in the text.
        value: Its value.
    """

    offset: int
    value: Value


@define
class Parsed:
    """A text and all that there is to refuse in its JSON.

    Attributes:
        lines: Where its lines begin.
        value: The value that it is; None where it could not be read.
        refusals: What was refused, each with its path and position.
    """

    lines: Lines
    value: Value | None = None
    refusals: list[tuple[Refused, Path, Position]] = Factory(list)


class Lines:
    """The lines of a text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts: array[int] | None = None

    def position(self, offset: int) -> Position:
        """The line and column of an offset."""
        if self._starts is None:
            self._starts = array("L", [0])
            self._starts.extend(match.end() for match in LINE_BREAK.finditer(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def already(self, offset: int) -> str:
        """Where something stands that stands once more elsewhere."""
        line, column = self.position(offset)
        # Models write all of an answer in one line.
        return f"stands on line {line}, column {column} already"


class _Stop(Exception):
    """Nothing sensible can be read beyond this."""


@define(eq=False)
class _Open:
    """A list or object that has not been closed yet.

    Attributes:
        offset: Where it opens in the text.
        close: The bracket that closes it.
        key: The key or index of its member that is being read; None before the first.
        count: How many members it has begun.
        items: Those of a list.
        members: Those of an object.
    """

    offset: int
    close: str
    key: str | int | None = None
    count: int = 0
    items: list[Value] = Factory(list)
    members: dict[str, Member] = Factory(dict)


def parse(text: str, limits: Limits) -> Parsed:
    """The value of a JSON text, and all that there is to refuse in it.

    Args:
        text: Characters that may stand in a file.
        limits: How much to take on.
    """
    parser = _Parser(text, limits)
    with suppress(_Stop):
        parser.parsed.value = parser.whole()
    return parser.parsed


class _Parser:
    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.parsed = Parsed(Lines(text))
        self.at = 0
        self.nodes = 0
        self.open: list[_Open] = []

    def whole(self) -> Value:
        """The one value that the text is."""
        self.skip()
        if self.at == len(self.text):
            message = 'the answer is empty; it is an object that begins with {"bilateral": 1'
            self.stop(Refused("empty", message, expected="an object"), self.at)
        if not self.text.startswith("{", self.at):
            self.stop_at(json_slips.wrong_start(self.text, self.at))
        value = self.begin()
        while self.open:
            within = self.open[-1]
            if not self.closes(within):
                self.member(within)
        self.skip()
        if self.at < len(self.text):
            self.stop_at(json_slips.wrong_end(self.text, self.at))
        return value

    def skip(self) -> None:
        """Go on to what is no space."""
        # It matches everywhere, if nothing.
        self.at = _SPACE.match(self.text, self.at).end()  # type: ignore[union-attr]

    def closes(self, within: _Open) -> bool:
        """Whether the list or object is closed here; else its next member begins here."""
        self.skip()
        comma = self.at
        if within.count and self.text.startswith(",", self.at):
            self.at += 1
            self.skip()
            if self.text.startswith(("]", "}"), self.at):
                self.stop_at(json_slips.last_comma(self.text, comma))
        elif self.text.startswith(within.close, self.at):
            self.at += 1
            self.open.pop()
            return True
        elif within.count and self.at < len(self.text):
            self.stop_at(json_slips.no_comma(self.text, self.at, within.close))
        if self.at == len(self.text):
            self.stop_at(json_slips.unclosed(self.text, within.offset))
        return False

    def member(self, within: _Open) -> None:
        """Read a member of a list or object; of a list or object in it, the beginning."""
        if within.close == "]":
            within.key = within.count
            within.count += 1
            within.items.append(self.begin())
            return
        within.key = None
        within.count += 1
        offset = self.at
        if not self.text.startswith('"', offset):
            self.stop_at(json_slips.wrong_key(self.text, offset))
        self.count(offset)
        key = self.key(within, offset)
        self.skip()
        if not self.text.startswith(":", self.at):
            if self.at == len(self.text):
                self.stop_at(json_slips.unclosed(self.text, within.offset))
            self.stop_at(json_slips.no_colon(self.text, self.at))
        self.at += 1
        self.skip()
        value = self.begin()
        if key is not None:
            within.members[key] = Member(offset, value)

    def key(self, within: _Open, offset: int) -> str | None:
        """A key; None where it was refused, and what stands under it is left aside."""
        held = self.string()
        if len(held) > self.limits.key_length:
            within.key = f"{held[:40]}..."
            self.stop(key_too_long(held, self.limits), offset)
        within.key = held
        text = self.permitted(held, offset)
        if text is None:
            return None
        within.key = text
        if text in within.members:
            already = self.parsed.lines.already(within.members[text].offset)
            why = Refused("key-twice", f"the key {shown(text)} {already}", found=text)
            self.refuse(why, offset)
            return None
        return text

    def begin(self) -> Value:
        """The value that begins here; of a list or object, what opens it."""
        offset = self.at
        self.count(offset)
        opening = self.text[offset : offset + 1]
        if opening == '"':
            held = self.string()
            text = self.permitted(held, offset)
            return Value(offset, Unusable() if text is None else text)
        if opening in {"{", "["}:
            return self.collection(opening)
        word = _WORD.match(self.text, offset)
        if word is not None:
            self.at = word.end()
            return Value(offset, _WORDS[word[0]])
        number = _NUMBER.match(self.text, offset)
        if number is None:
            if offset == len(self.text):
                self.stop_at(json_slips.unclosed(self.text, self.open[-1].offset))
            self.stop_at(json_slips.wrong_value(self.text, offset))
        self.at = number.end()
        return Value(offset, Number(number[0]))

    def collection(self, opening: str) -> Value:
        """A list or object that begins here."""
        if len(self.open) == self.limits.depth:
            message = f"nested more than {self.limits.depth} deep"
            self.stop(Refused("too-deep", message), self.at)
        opened = _Open(self.at, "}" if opening == "{" else "]")
        self.open.append(opened)
        self.at += 1
        return Value(opened.offset, opened.members if opening == "{" else opened.items)

    def string(self) -> str:
        """The text between quotes that opens here."""
        start = self.at
        # A quote opens it, so that it matches.
        end = _TEXT.match(self.text, start).end()  # type: ignore[union-attr]
        if not self.text.startswith('"', end):
            self.stop_at(json_slips.wrong_text(self.text, start, end))
        self.at = end + 1
        held = self.text[start + 1 : end]
        # What its escapes are has been seen to; what they stand for the standard library knows.
        return json.loads(self.text[start : self.at]) if "\\" in held else held

    def permitted(self, held: str, offset: int) -> str | None:
        """A text as it is stored; None where a character may not stand in it."""
        if not held.isprintable() and (match := FORBIDDEN.search(held)):
            self.refuse(forbidden(match[0]), offset)
            return None
        if stacked(held) is not None:  # by escapes
            self.refuse(too_many_marks(), offset)
            return None
        return held if held.isascii() else unicodedata.normalize("NFC", held)

    def count(self, offset: int) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            message = f"more than {self.limits.nodes} values in one file"
            self.stop(Refused("too-many", message), offset)

    def refuse(self, why: Refused, offset: int) -> None:
        """Refuse what stands at an offset, at the path that is being read."""
        path = tuple(opened.key for opened in self.open if opened.key is not None)
        self.parsed.refusals.append((why, path, self.parsed.lines.position(offset)))

    def stop(self, why: Refused, offset: int) -> NoReturn:
        """Refuse, and read nothing more."""
        self.refuse(why, offset)
        raise _Stop

    def stop_at(self, slip: Slip) -> NoReturn:
        """Refuse what is not JSON."""
        self.stop(slip.why, slip.offset)


def key_too_long(key: str, limits: Limits) -> Refused:
    """The refusal of a key, or of what stands for one, with too many characters."""
    message = f"a key of {len(key)} characters; {limits.key_length} are allowed"
    return Refused("key-long", message, found=key[:40])
