"""YAML text to plain data, in one pass over the parser's events: the quick way.

Every scalar stays text: what it means is for the fields to say. What is not plainly in order
raises `Irregular`, and `scanning` reads the text again, to say what and where, or to find that all
is well.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import cache
from typing import Any, Protocol

import yaml
from yaml.events import (
    DocumentEndEvent,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from bilateral.format import shapes
from bilateral.format.decoding import LINE_BREAK
from bilateral.format.documents import SECTIONS
from bilateral.format.limits import Limits
from bilateral.format.refusals import BareList, CutText, QuotedText

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MERGE = "<<"
"""The key that YAML 1.1 merges mappings under."""
# Quoted, these are text; the fields that want a truth value or a number must know.
TYPED_WORD = re.compile("true|false|[0-9]{1,9}")
_LONGEST_TYPED = 9
_LONGEST_NULL = 4
_ODD_KEYS = NULLS | {MERGE}
# An anchor or a tag, as far as can be told without parsing.
_MARK = re.compile(r"(?:^|[\s:,\[{])(?:&\S|!)", re.MULTILINE)
# It begins with a plain character, so that the search leaps from one to the next.
_COMMENT_BEHIND = re.compile(r"#(?<=[ \t]#)")
# Any other escape may stand for what may not stand in a file, or is not in NFC.
_ESCAPE = re.compile(r'\\[^"\\/nt]')


class Irregular(Exception):
    """The text is not plainly in order."""


class EventParser(Protocol):
    """What is needed of a YAML parser: libyaml's, or PyYAML's own where that is absent."""

    def get_event(self) -> Any:
        """The next event."""


class PurePythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """PyYAML's own parser, which reads the same events more slowly."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


_PARSER: Any = (
    yaml.cyaml.CParser  # type: ignore[attr-defined]
    if yaml.__with_libyaml__
    else PurePythonParser
)


def event_parser(text: str) -> EventParser:
    """The quickest parser there is."""
    parser: EventParser = _PARSER(text)
    return parser


def commented_lines(text: str) -> dict[int, str]:
    """The lines, by 0-based number, on which a comment may stand behind something."""
    if not _COMMENT_BEHIND.search(text):
        return {}
    return {number: line for number, line in enumerate(LINE_BREAK.split(text)) if "#" in line}


def comment_follows(line: str, column: int) -> bool:
    """Whether nothing but a comment stands behind a 0-based column of a line."""
    return line[column:].lstrip(" \t").startswith("#")


def read(text: str, limits: Limits) -> dict[str, Any]:
    """The data of a YAML document that is a mapping: dicts, lists and text.

    Raises:
        Irregular: There is something to refuse, or to look at more closely.
    """
    if not _is_plain(text):
        raise Irregular
    try:
        next_event = event_parser(text).get_event
        # Each node has a character of its own, so that a short text cannot hold too many: a scalar
        # one of its text, a collection its bracket, or the dash or colon of its first member. What
        # has none is empty, and is refused as soon as it comes.
        if len(text) > limits.nodes:
            next_event = _counted(next_event, limits.nodes)
        next_event()
        start = next_event()
        if type(start) is StreamEndEvent or start.version or start.tags:
            raise Irregular
        if type(next_event()) is not MappingStartEvent:
            raise Irregular
        data: dict[str, Any] = _mapping_reader(next_event, text, limits)(limits.depth)
        end = next_event()
        # A file that opens with '---' and does not end with '...' was cut.
        if type(end) is not DocumentEndEvent or (start.explicit and not end.explicit):
            raise Irregular
        if type(next_event()) is not StreamEndEvent:
            raise Irregular
    # The pure parser raises the last two for characters that there are not.
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        raise Irregular from error
    return data


@cache
def field_names(most: int) -> dict[str, str]:
    """Names of fields that may be keys, in place of copies, which take longer to compare."""
    names = {name for cls in SECTIONS.values() for name in shapes.fields(cls)}
    return {name: name for name in names if len(name) <= most}


def _is_plain(text: str) -> bool:
    """Whether there is nothing in the text that every single event must be searched for."""
    if not text.isascii() and not unicodedata.is_normalized("NFC", text):
        return False
    # Plain containment comes first: it is the quicker by far.
    if ("&" in text or "!" in text) and _MARK.search(text):
        return False
    return "\\" not in text or not _ESCAPE.search(text)


def _counted(next_event: Callable[[], Any], most: int) -> Callable[[], Any]:
    """The same events, while they begin no more than so many nodes."""
    nodes = 0

    def counted() -> Any:
        nonlocal nodes
        event = next_event()
        nodes += isinstance(event, NodeEvent)
        if nodes > most:
            raise Irregular
        return event

    return counted


def _mapping_reader(
    next_event: Callable[[], Any], text: str, limits: Limits
) -> Callable[[int], dict[str, Any]]:
    """What reads on to the end of a mapping that has begun, no more than so deep."""
    commented = commented_lines(text)
    fields = field_names(limits.key_length)
    key_length = limits.key_length

    def mapping(depth: int) -> dict[str, Any]:
        if depth == 0:
            raise Irregular
        data: dict[str, Any] = {}
        while type(event := next_event()) is ScalarEvent:
            key = fields.get(event.value)
            if key is None:
                key = event.value
                if key in _ODD_KEYS or len(key) > key_length or key.isspace():
                    raise Irregular
            if key in data:
                raise Irregular
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if event.style:
                    if len(value) <= _LONGEST_TYPED or value.isspace():
                        value = quoted(value)
                elif (
                    commented or value.isspace() or (len(value) <= _LONGEST_NULL and value in NULLS)
                ):
                    value = unquoted(event)
                data[key] = value
            elif kind is MappingStartEvent:
                data[key] = mapping(depth - 1)
            elif kind is SequenceStartEvent:
                data[key] = sequence(depth - 1, in_brackets=event.flow_style)
            else:
                raise Irregular
        if type(event) is not MappingEndEvent:
            raise Irregular
        return data

    def sequence(depth: int, *, in_brackets: bool) -> list[Any]:
        if depth == 0:
            raise Irregular
        data: list[Any] = []
        bare = False
        while True:
            event = next_event()
            kind = type(event)
            if kind is ScalarEvent:
                value = event.value
                if event.style:
                    if len(value) <= _LONGEST_TYPED or value.isspace():
                        value = quoted(value)
                else:
                    bare = True
                    if (
                        commented
                        or value.isspace()
                        or (len(value) <= _LONGEST_NULL and value in NULLS)
                    ):
                        value = unquoted(event)
                data.append(value)
            elif kind is MappingStartEvent:
                data.append(mapping(depth - 1))
            elif kind is SequenceStartEvent:
                data.append(sequence(depth - 1, in_brackets=event.flow_style))
            else:
                break
        if kind is not SequenceEndEvent:
            raise Irregular
        return BareList(data) if bare and in_brackets else data

    # Told apart in the loops above, since a call for each scalar would cost as much as the rest.
    def quoted(value: str) -> str:
        if not value or value.isspace():
            raise Irregular
        return QuotedText(value) if TYPED_WORD.fullmatch(value) else value

    def unquoted(event: Any) -> str:
        value: str = event.value
        if value in NULLS or value.isspace():
            raise Irregular
        end = event.end_mark
        if end.line in commented and comment_follows(commented[end.line], end.column):
            return CutText(value)
        return value

    return mapping
