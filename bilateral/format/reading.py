"""YAML text to plain data, in one pass over the parser's events: the quick way.

Every scalar stays text: what it means is for the fields to say. What is not plainly in order
raises `Irregular`, and `scanning` reads the text again to say what and where.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Any, Protocol

import yaml

from bilateral.format.decoding import FORBIDDEN, LINE_BREAK
from bilateral.format.limits import Limits
from bilateral.format.refusals import BareList, CutText, QuotedText

NULLS = frozenset({"", "~", "null", "Null", "NULL"})
MERGE = "<<"
"""The key that YAML 1.1 merges mappings under."""
# Quoted, these are text; the fields that want a truth value or a number must know.
TYPED_WORD = re.compile("true|false|[0-9]+")


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
    """The lines, by 0-based number, on which a comment may stand."""
    if "#" not in text:
        return {}
    return {number: line for number, line in enumerate(LINE_BREAK.split(text)) if "#" in line}


def comment_follows(line: str, column: int) -> bool:
    """Whether nothing but a comment stands behind a 0-based column of a line."""
    return line[column:].lstrip(" \t").startswith("#")


def read(text: str, limits: Limits) -> Any:
    """The data of a YAML document: dicts, lists and text.

    Raises:
        Irregular: There is something to refuse.
    """
    try:
        return _read(text, limits)
    except (yaml.YAMLError, RecursionError) as error:
        raise Irregular from error


def _read(text: str, limits: Limits) -> Any:
    next_event = event_parser(text).get_event
    next_event()
    start = next_event()
    if type(start) is yaml.StreamEndEvent or start.version or start.tags:
        raise Irregular
    commented = commented_lines(text)
    # An escape may stand for a combining character, in a text of ASCII alone too.
    normal = "\\" not in text and unicodedata.is_normalized("NFC", text)
    nodes, most_nodes, most_depth = 0, limits.nodes, limits.depth
    document: list[Any] = []
    stack: list[tuple[Any, Any]] = []
    container: Any = document
    key: Any = None
    in_mapping = False
    while True:
        event = next_event()
        kind = type(event)
        if kind is yaml.ScalarEvent:
            value = event.value
            if event.tag is not None or event.anchor is not None:
                raise Irregular
            if event.style:
                if not value or (not value.isprintable() and FORBIDDEN.search(value)):
                    raise Irregular
                if TYPED_WORD.fullmatch(value):
                    value = QuotedText(value)
            elif value in NULLS:
                raise Irregular
            else:
                if commented:
                    end = event.end_mark
                    if end.line in commented and comment_follows(commented[end.line], end.column):
                        value = CutText(value)
                if type(container) is BareList:
                    container.bare = True
            if not normal:
                value = type(value)(unicodedata.normalize("NFC", value))
            if not in_mapping:
                container.append(value)
            elif key is None:
                if value in container or len(value) > limits.key_length or value == MERGE:
                    raise Irregular
                key = str(value)
            else:
                container[key] = value
                key = None
        elif kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
            if event.tag is not None or event.anchor is not None or len(stack) >= most_depth:
                raise Irregular
            is_mapping = kind is yaml.MappingStartEvent
            child: Any = {} if is_mapping else BareList() if event.flow_style else []
            if not in_mapping:
                container.append(child)
            elif key is None:
                raise Irregular
            else:
                container[key] = child
            stack.append((container, in_mapping))
            container, key, in_mapping = child, None, is_mapping
        elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
            container, in_mapping = stack.pop()
            key = None
            continue
        elif kind is yaml.DocumentEndEvent:
            if start.explicit and not event.explicit:
                raise Irregular
            break
        else:
            raise Irregular
        nodes += 1
        if nodes > most_nodes:
            raise Irregular
    if type(next_event()) is not yaml.StreamEndEvent:
        raise Irregular
    return document[0]
