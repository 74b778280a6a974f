"""YAML text to plain data with the place of everything: the thorough way.

It takes more time than `reading`, so it runs where something must be explained or placed. What
`reading` finds irregular is a problem here, and the rest of the file is still read.
"""

from __future__ import annotations

import unicodedata
from typing import Any

import yaml
from attrs import Factory, define

from bilateral.format.decoding import FORBIDDEN, forbidden, line_and_column
from bilateral.format.limits import Limits
from bilateral.format.reading import (
    MERGE,
    NULLS,
    TYPED_WORD,
    comment_follows,
    commented_lines,
    event_parser,
)
from bilateral.format.refusals import BareList, CutText, QuotedText, Refused, Unusable, shown

Path = tuple[str | int, ...]
Position = tuple[int, int]
"""1-based line and column."""


@define
class Scan:
    """A document with its places.

    Attributes:
        data: As `reading.read` gives it, with `Unusable` where something was refused.
        values: Where the value at a path stands.
        keys: Where the key at the end of a path stands.
        refusals: What was refused, each with its path and position.
    """

    data: Any = None
    values: dict[Path, Position] = Factory(dict)
    keys: dict[Path, Position] = Factory(dict)
    refusals: list[tuple[Refused, Path, Position]] = Factory(list)

    def find(self, path: Path, *, key: bool) -> Position:
        """Where a path stands, or where the nearest thing around it does that has a place."""
        for end in range(len(path), 0, -1):
            part = path[:end]
            first, second = (self.keys, self.values) if key else (self.values, self.keys)
            # What is missing is looked for at the key of what should hold it.
            if end < len(path):
                first, second = self.keys, self.values
            place = first.get(part) or second.get(part)
            if place is not None:
                return place
        return self.values[()]


class _Stop(Exception):
    """Nothing sensible can be read beyond this."""


def scan(text: str, limits: Limits) -> Scan:
    """The document with its places, and all that there is to refuse in its YAML."""
    scanner = _Scanner(text, limits)
    try:
        scanner.run()
    except _Stop:
        pass
    except yaml.MarkedYAMLError as error:
        why, position = _syntax(text, error)
        # Behind a word that YAML took for an alias, what is no YAML is the same fault.
        if position[0] not in scanner.aliased:
            scanner.refuse(why, position)
    except yaml.YAMLError as error:
        scanner.refuse(Refused("yaml", f"this is not YAML: {error}"), (1, 1))
    except RecursionError:
        scanner.refuse(Refused("too-deep", "nested too deep"), (1, 1), ())
    return scanner.result


class _Scanner:
    def __init__(self, text: str, limits: Limits) -> None:
        self.text = text
        self.end = line_and_column(text, None)
        self.limits = limits
        self.parser = event_parser(text)
        self.commented = commented_lines(text)
        self.nodes = 0
        self.aliased: set[int] = set()
        self.path: Path = ()
        self.result = Scan()

    def refuse(self, why: Refused, position: Position, path: Path | None = None) -> None:
        # libyaml puts what is missing at the end of a text on a line that the text may not have.
        position = min(position, self.end)
        self.result.refusals.append((why, self.path if path is None else path, position))

    def run(self) -> None:
        self.parser.get_event()
        start = self.parser.get_event()
        if type(start) is yaml.StreamEndEvent:
            self.refuse(_empty(), (1, 1))
            return
        if start.version or start.tags:
            self.refuse(_directive(), _start(start))
        self.result.data = self.node(self.parser.get_event(), 0)
        end = self.parser.get_event()
        if start.explicit and not end.explicit:
            message = (
                "the file begins with '---' but does not end with '...'; its end may be missing"
            )
            self.refuse(Refused("cut", message, expected="'...'"), _start(end), ())
        more = self.parser.get_event()
        if type(more) is not yaml.StreamEndEvent:
            message = "a second document begins here; a file holds one"
            why = Refused("many-documents", message, expected="one document")
            self.refuse(why, _start(more), ())

    def node(self, event: Any, depth: int) -> Any:
        """The value that begins with this event; its place is recorded under the current path."""
        position = _start(event)
        self.result.values[self.path] = position
        self.count(position)
        if type(event) is yaml.AliasEvent:
            message = f"'*{event.anchor}' is a YAML alias; write the value out, or put it in quotes"
            why = Refused(
                "alias", message, found=f"*{event.anchor}", expected="plain values",
                suggestion="quotes",
            )  # fmt: skip
            self.refuse(why, position)
            self.aliased.add(position[0])
            return Unusable()
        usable = self.undecorated(event, position)
        if type(event) is yaml.ScalarEvent:
            value = self.scalar(event, position)
            return value if usable else Unusable()
        if depth >= self.limits.depth:
            message = f"nested more than {self.limits.depth} deep"
            self.refuse(Refused("too-deep", message), position)
            raise _Stop
        if type(event) is yaml.MappingStartEvent:
            return self.mapping(depth)
        return self.sequence(event, depth)

    def count(self, position: Position) -> None:
        self.nodes += 1
        if self.nodes > self.limits.nodes:
            message = f"more than {self.limits.nodes} values in one file"
            self.refuse(Refused("too-many", message), position, ())
            raise _Stop

    def undecorated(self, event: Any, position: Position) -> bool:
        """Whether the node has neither tag nor anchor."""
        if event.tag is not None:
            found = event.tag.replace("tag:yaml.org,2002:", "!!")
            message = f"{found!r} is a YAML tag; put text that begins with '!' in quotes"
            why = Refused("tag", message, found=found, expected="no tags", suggestion="quotes")
        elif event.anchor is not None:
            found = f"&{event.anchor}"
            message = f"{found!r} is a YAML anchor; put text that begins with '&' in quotes"
            why = Refused(
                "anchor", message, found=found, expected="no anchors", suggestion="quotes"
            )
        else:
            return True
        self.refuse(why, position)
        return False

    def scalar(self, event: Any, position: Position) -> Any:
        value = event.value
        null = not event.style and value in NULLS
        if not self.path and (null or not value):
            self.refuse(_empty(), position)
            raise _Stop
        if null:
            message = f"nothing stands here; {self.left_out}"
            if value:
                message = f"{value} means nothing in YAML; {self.left_out}, or quote the word"
            self.refuse(Refused("empty-value", message, found=value, expected="a value"), position)
            return Unusable()
        if not value:
            message = f"the text is empty; {self.left_out}"
            self.refuse(Refused("value", message, found="", expected="text"), position)
            return Unusable()
        match = FORBIDDEN.search(value)
        if match is not None:
            self.refuse(forbidden(match[0]), position)
            return Unusable()
        value = unicodedata.normalize("NFC", value)
        if event.style:
            return QuotedText(value) if TYPED_WORD.fullmatch(value) else value
        end = event.end_mark
        if comment_follows(self.commented.get(end.line, ""), end.column):
            return CutText(value)
        return value

    @property
    def left_out(self) -> str:
        return f"leave the {'item' if isinstance(self.path[-1], int) else 'key'} out"

    def mapping(self, depth: int) -> dict[str, Any] | Unusable:
        data: dict[str, Any] = {}
        lines: dict[str, int] = {}
        around = self.path
        while type(event := self.parser.get_event()) is not yaml.MappingEndEvent:
            position = _start(event)
            key = self.key(event, position)
            self.path = (*around, key)
            if key in lines:
                message = f"the key {shown(key)} stands on line {lines[key]} already"
                self.refuse(Refused("key-twice", message, found=key), position)
                # What stands under the second key must not take the places of the first.
                self.path = (*around, f"{key} (again)")
                usable = False
            else:
                lines[key] = position[0]
                self.result.keys[self.path] = position
                usable = self.is_key(event, position)
            value = self.node(self.parser.get_event(), depth + 1)
            if usable:
                data[key] = value
            self.path = around
        # With all its keys refused, it is not empty but unusable.
        return data if data or not lines else Unusable()

    def key(self, event: Any, position: Position) -> str:
        self.count(position)
        if type(event) is not yaml.ScalarEvent:
            message = "a key is text; put a key that begins with '[', '{' or '*' in quotes"
            self.refuse(Refused("key", message, expected="text"), position)
            raise _Stop
        if len(event.value) > self.limits.key_length:
            message = (
                f"a key of {len(event.value)} characters; {self.limits.key_length} are allowed"
            )
            self.refuse(Refused("key-long", message, found=event.value[:40]), position)
            raise _Stop
        return unicodedata.normalize("NFC", event.value)

    def is_key(self, event: Any, position: Position) -> bool:
        """Whether what stands under the key under the current path is to be read."""
        self.undecorated(event, position)
        key = event.value
        if not event.style and key in NULLS:
            message = f"{key} is no key; quote the word" if key else "a key is missing before ':'"
            self.refuse(Refused("key", message, found=key, expected="a key"), position)
        elif not event.style and key == MERGE:
            message = "'<<' is a YAML merge key; write the fields out"
            self.refuse(Refused("merge-key", message, found=key, expected="a field"), position)
        elif match := FORBIDDEN.search(key):
            self.refuse(forbidden(match[0]), position)
        else:
            return True
        return False

    def sequence(self, event: Any, depth: int) -> list[Any]:
        data: list[Any] = BareList() if event.flow_style else []
        around = self.path
        while type(event := self.parser.get_event()) is not yaml.SequenceEndEvent:
            if isinstance(data, BareList) and type(event) is yaml.ScalarEvent and not event.style:
                data.bare = True
            self.path = (*around, len(data))
            data.append(self.node(event, depth + 1))
        self.path = around
        return data


def _start(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1


def _empty() -> Refused:
    return Refused(
        "empty", "the file is empty; it begins with 'bilateral: 1'", expected="'bilateral: 1'"
    )


def _directive() -> Refused:
    return Refused("directive", "a YAML directive (%...) may not stand here; take it out")


def _syntax(text: str, error: yaml.MarkedYAMLError) -> tuple[Refused, Position]:
    """The refusal of what is not YAML, with the mend of the usual slips."""
    mark = error.problem_mark or error.context_mark
    opened = error.context_mark
    problem = (error.problem or "unreadable").replace("\t", "a tab").strip()
    if "end of stream" in problem and opened and "quoted" in (error.context or ""):
        mark, problem = opened, "the quotes that open here are not closed"
    row, column = (mark.line, mark.column) if mark else (0, 0)
    line = [*text.splitlines(), "", ""][row]
    before, rest = line[:column], line[column:]
    if line.startswith("%"):
        return _directive(), (row + 1, 1)
    suggestion = None
    if line.startswith("```"):
        hint, suggestion = "; take the Markdown fence out", "no fence"
    elif not line[: column + 1].strip() and "\t" in line[: column + 1]:
        hint, suggestion = "; indent with spaces, not tabs", "spaces, not tabs"
    elif "unknown escape" in problem:
        hint, suggestion = "; write a backslash twice", "\\\\"
    elif "<document start>" in problem:
        problem, hint = "the document has ended, and more stands behind it", ""
    elif "not allowed in this context" in problem or (rest.startswith(":") and before.strip()):
        hint, suggestion = "; put the text between double quotes", "quoted text"
    elif "expected ','" in problem and opened:
        hint = f"; the bracket opens on line {opened.line + 1}"
    elif before.rstrip().endswith(("'", '"')) and rest:
        hint, suggestion = "; put all of the text between quotes", "quoted text"
    elif rest[:1] in set("@`%*&!"):
        hint, suggestion = "; put the text between double quotes", "quoted text"
    elif row and not before.strip() and rest[:1] not in ("", ":"):
        hint = "; this line is indented unlike those above it"
    else:
        hint = ""
    message = f"this is not YAML: {problem}{hint}"
    why = Refused("yaml", message, found=rest[:40] or None, suggestion=suggestion)
    return why, (row + 1, column + 1)
