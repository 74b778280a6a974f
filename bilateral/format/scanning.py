"""YAML text to plain data with all that is wrong in its YAML: the thorough way.

It takes more time than `reading`, so it runs where that found something irregular. What is
irregular is a problem here, and the rest of the file is still read.
"""

from __future__ import annotations

import unicodedata
from functools import cached_property
from typing import Any

import yaml
from attrs import Factory, define
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from bilateral.display.characters import stacked
from bilateral.format.decoding import FORBIDDEN, forbidden, line_and_column, too_many_marks
from bilateral.format.limits import Limits
from bilateral.format.locating import Path, Position
from bilateral.format.reading import (
    MERGE,
    NULLS,
    TYPED_WORD,
    comment_follows,
    commented_lines,
    event_parser,
    field_names,
)
from bilateral.format.refusals import (
    BareList,
    CutText,
    QuotedText,
    Refused,
    Unusable,
    found_text,
    shown,
)
from bilateral.format.syntax import directive, no_character, not_yaml

_LIBYAML_DEPTH = 1000
"""So deep is what libyaml reads at the most."""


@define
class Scan:
    """A document and what was refused in it.

    Attributes:
        data: As `reading.read` gives it, with `Unusable` where something was refused.
        refusals: What was refused, each with its path and position.
        whole: All ids that it gives to records could be read.
    """

    data: Any = None
    refusals: list[tuple[Refused, Path, Position]] = Factory(list)
    whole: bool = True


class _Stop(Exception):
    """Nothing sensible can be read beyond this."""


def scan(text: str, limits: Limits) -> Scan:
    """The document, and all that there is to refuse in its YAML."""
    scanner = _Scanner(text, limits)
    try:
        scanner.run()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        if mark and "nesting depth" in str(error.problem) and limits.depth < _LIBYAML_DEPTH:
            # It looks ahead, and gives up before it has told where our own limit is passed.
            return scan(text[: mark.index], limits)
        scanner.refuse_syntax(error)
    except yaml.YAMLError as error:
        scanner.refuse(Refused("yaml", f"this is not YAML: {error}"), (1, 1))
    except (ValueError, OverflowError):
        scanner.refuse(no_character(), scanner.position)
    except RecursionError:
        scanner.refuse(Refused("too-deep", "nested too deep"), (1, 1), ())
    return scanner.result


class _Scanner:
    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.limits = limits
        self.parser = event_parser(text)
        self.next_event = self.parser.get_event
        self.commented = commented_lines(text)
        self.names = field_names(limits.key_length)
        self.nodes = 0
        self.aliased: set[int] = set()
        self.path: list[str | int] = []
        self.result = Scan()

    @cached_property
    def end(self) -> Position:
        """Where the text ends."""
        return line_and_column(self.text, None)

    @property
    def position(self) -> Position:
        """How far PyYAML's own parser has read."""
        mark = self.parser.get_mark()  # type: ignore[attr-defined]
        return mark.line + 1, mark.column + 1

    def refuse(self, why: Refused, position: Position, path: Path | None = None) -> None:
        # libyaml puts what is missing at the end of a text on a line that the text may not have.
        position = min(position, self.end)
        if path is None:
            # A key that is missing names nothing.
            path = tuple(part for part in self.path if part != "")
        self.result.refusals.append((why, path, position))

    def refuse_syntax(self, error: yaml.MarkedYAMLError) -> None:
        """Refuse what is not YAML, unless that was told already."""
        all_text = isinstance(self.result.data, str)
        told = not_yaml(self.text, error, all_text=all_text)
        if told is None:
            return
        if all_text:
            self.result.data = None
        why, position = told
        # Behind a word that YAML took for an alias, what is no YAML is the same fault.
        if position[0] in self.aliased:
            return
        # What seems to be missing from here on is what could not be read.
        self.result.refusals = [
            refusal
            for refusal in self.result.refusals
            if refusal[0].code != "empty-value" or refusal[2] < min(position, self.end)
        ]
        self.refuse(why, position)

    def run(self) -> None:
        self.next_event()
        start = self.next_event()
        if type(start) is StreamEndEvent:
            self.refuse(_empty("empty"), (1, 1))
            return
        if start.version or start.tags:
            self.refuse(directive(), _start(start))
        self.result.data = self.node(self.next_event(), 0)
        end = self.next_event()
        if start.explicit and not end.explicit:
            message = (
                "the file begins with '---' but does not end with '...'; its end may be missing"
            )
            self.refuse(Refused("cut", message, expected="'...'"), _start(end), ())
        more = self.next_event()
        if type(more) is not StreamEndEvent:
            message = "a second document begins here; a file holds one"
            why = Refused("many-documents", message, expected="one document")
            self.refuse(why, _start(more), ())

    def node(self, event: Any, depth: int) -> Any:
        """The value that begins with this event."""
        self.count(event)
        kind = type(event)
        if kind is ScalarEvent and event.anchor is event.tag is None:  # as most are
            return self.scalar(event)
        if kind is AliasEvent:
            found = f"*{event.anchor}"
            message = f"{shown(found)} is a YAML alias; write the value out, or put it in quotes"
            why = Refused(
                "alias", message, found=found_text(found), expected="plain values",
                suggestion="quotes",
            )  # fmt: skip
            self.refuse(why, _start(event))
            self.aliased.add(_start(event)[0])
            return Unusable()
        self.undecorated(event)
        if kind is ScalarEvent:
            return Unusable()
        if depth >= self.limits.depth:
            message = f"nested more than {self.limits.depth} deep"
            self.refuse(Refused("too-deep", message), _start(event))
            raise _Stop
        if kind is MappingStartEvent:
            return self.mapping(depth)
        return self.sequence(event, depth)

    def count(self, event: Any) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            message = f"more than {self.limits.nodes} values in one file"
            self.refuse(Refused("too-many", message), _start(event), ())
            raise _Stop

    def undecorated(self, event: Any) -> bool:
        """Whether the node has neither tag nor anchor."""
        if event.tag is not None:
            found = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"{shown(found)} is a YAML tag; put text that begins with '!' in quotes"
            why = Refused(
                "tag", message, found=found_text(found), expected="no tags", suggestion="quotes"
            )
        elif event.anchor is not None:
            found = f"&{event.anchor}"
            message = f"{shown(found)} is a YAML anchor; put text that begins with '&' in quotes"
            why = Refused(
                "anchor", message, found=found_text(found), expected="no anchors",
                suggestion="quotes",
            )  # fmt: skip
        else:
            return True
        self.refuse(why, _start(event))
        return False

    def scalar(self, event: Any) -> Any:
        value = event.value
        null = not event.style and value in NULLS
        if null or not value or value.isspace():
            return self.nothing(event)
        if not value.isprintable() and (match := FORBIDDEN.search(value)):
            self.refuse(forbidden(match[0]), _start(event))
            return Unusable()
        if not value.isascii():
            if stacked(value) is not None:  # by escapes
                self.refuse(too_many_marks(), _start(event))
                return Unusable()
            value = unicodedata.normalize("NFC", value)
        if event.style:
            return QuotedText(value) if TYPED_WORD.fullmatch(value) else value
        if self.commented:
            end = event.end_mark
            if comment_follows(self.commented.get(end.line, ""), end.column):
                return CutText(value)
        return value

    def nothing(self, event: Any) -> Unusable:
        """Refuse a scalar that is null or empty."""
        value, position = event.value, _start(event)
        if not self.path:
            self.refuse(_empty("empty-value"), position)
            raise _Stop
        left_out = f"leave the {'item' if isinstance(self.path[-1], int) else 'key'} out"
        if event.style or value.isspace():
            message = f"the text is {'blank' if value else 'empty'}; {left_out}"
            self.refuse(Refused("value", message, found="", expected="text"), position)
            return Unusable()
        message = f"nothing stands here; {left_out}"
        if value:
            message = f"{value} means nothing in YAML; {left_out}, or quote the word"
        self.refuse(Refused("empty-value", message, found=value, expected="a value"), position)
        return Unusable()

    def mapping(self, depth: int) -> dict[str, Any] | Unusable:
        data: dict[str, Any] = {}
        marks: dict[str, Any] = {}
        path, names, next_event = self.path, self.names, self.next_event
        while type(event := next_event()) is not MappingEndEvent:
            key = self.key(event)
            if key in marks:
                message = f"the key {shown(key)} stands on line {marks[key].line + 1} already"
                path.append(key)
                self.refuse(Refused("key-twice", message, found=key), _start(event))
                # What stands under the second key must not take the places of the first.
                path[-1] = f"{key} (again)"
                usable = False
            else:
                marks[key] = event.start_mark
                path.append(key)
                # Names of fields are in order, and most keys are such.
                usable = (key in names and event.anchor is event.tag is None) or self.is_key(event)
            value = self.node(next_event(), depth + 1)
            if usable:
                data[key] = value
            path.pop()
        # With all its keys refused, it is not empty but unusable.
        return data if data or not marks else Unusable()

    def key(self, event: Any) -> str:
        self.count(event)
        if type(event) is not ScalarEvent:
            message = "a key is text; put a key that begins with '[', '{' or '*' in quotes"
            self.refuse(Refused("key", message, expected="text"), _start(event))
            raise _Stop
        key: str = event.value
        if len(key) > self.limits.key_length:
            message = f"a key of {len(key)} characters; {self.limits.key_length} are allowed"
            self.refuse(Refused("key-long", message, found=key[:40]), _start(event))
            raise _Stop
        return key if key.isascii() else unicodedata.normalize("NFC", key)

    def is_key(self, event: Any) -> bool:
        """Whether what stands under this key is to be read."""
        key = event.value
        if not self.undecorated(event) and not key:
            return False
        if not event.style and key in NULLS:
            message = f"{key} is no key; quote the word" if key else "a key is missing before ':'"
            self.refuse(Refused("key", message, found=key, expected="a key"), _start(event))
        elif not event.style and key == MERGE:
            message = "'<<' is a YAML merge key; write the fields out"
            why = Refused("merge-key", message, found=key, expected="a field")
            self.refuse(why, _start(event))
        elif not key or key.isspace():
            message = "a key is blank; write what it names"
            self.refuse(Refused("key", message, found=key, expected="a key"), _start(event))
        elif not key.isprintable() and (match := FORBIDDEN.search(key)):
            self.refuse(forbidden(match[0]), _start(event))
        else:
            return True
        return False

    def sequence(self, event: Any, depth: int) -> list[Any]:
        flow_style = event.flow_style
        data: list[Any] = []
        bare = False
        while type(event := self.next_event()) is not SequenceEndEvent:
            bare = bare or (type(event) is ScalarEvent and not event.style)
            self.path.append(len(data))
            data.append(self.node(event, depth + 1))
            self.path.pop()
        return BareList(data) if bare and flow_style else data


def _start(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _empty(code: str) -> Refused:
    message = "the file is empty; it begins with 'bilateral: 1'"
    return Refused(code, message, expected="'bilateral: 1'")
