"""Where things stand in a text: found again when asked, since most loads never ask."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from typing import Any

import yaml
from attrs import Factory, define

from bilateral.format.reading import event_parser

Path = tuple[str | int, ...]
Position = tuple[int, int]
"""1-based line and column."""


@define
class Located:
    """Where paths stand in a text.

    Attributes:
        values: Where the value at a path stands.
        keys: Where the key at the end of a path stands.
        written: How the text writes a path, where that is not how the data has it.
        written_keys: How it writes the key at the end of such a path.
    """

    values: dict[Path, Position] = Factory(dict)
    keys: dict[Path, Position] = Factory(dict)
    written: dict[Path, Path] = Factory(dict)
    written_keys: dict[Path, Path] = Factory(dict)

    def find(self, path: Path, *, key: bool) -> Position:
        """Where a path stands, or where the nearest thing around it does that has a place."""
        for end in range(len(path), 0, -1):
            part = path[:end]
            # What is missing is looked for at the key of what should hold it.
            at_key = key or end < len(path)
            first, second = (self.keys, self.values) if at_key else (self.values, self.keys)
            place = first.get(part) or second.get(part)
            if place is not None:
                return place
        return self.values.get((), (1, 1))

    def as_written(self, path: Path, *, key: bool) -> Path:
        """How the text writes a path, or the key at its end."""
        if key and path in self.written_keys:
            return self.written_keys[path]
        for end in range(len(path), 0, -1) if self.written else ():
            if path[:end] in self.written:
                return (*self.written[path[:end]], *path[end:])
        return path


class _Branches(dict[str | int, "_Branches"]):
    """The wanted keys and indices below a path, each with those below it."""


class _All(_Branches):
    """Everything is wanted."""

    def get(self, key: object, default: object = None) -> _All:
        return self


def locate(text: str, wanted: Iterable[Path] | None = None) -> Located:
    """The places of paths, and of all that is around them; of everything where none are given.

    Args:
        text: A document that could be read, perhaps with refusals.
        wanted: The paths.
    """
    branches = _All() if wanted is None else _Branches()
    for path in wanted or ():
        below = branches
        for part in path:
            below = below.setdefault(part, _Branches())
    locator = _Locator(text)
    locator.node(locator.first, branches, ())
    return locator.found


class _Locator:
    def __init__(self, text: str) -> None:
        self.next_event = event_parser(text).get_event
        self.found = Located()
        for _ in range(2):  # where the stream and the document begin
            self.next_event()
        self.first = self.next_event()

    def node(self, event: Any, branches: _Branches | None, path: Path) -> None:
        """Read on to the end of a node; what is wanted of it is recorded."""
        if branches is not None:
            self.found.values[path] = _start(event)
        kind = type(event)
        if kind is not yaml.MappingStartEvent and kind is not yaml.SequenceStartEvent:
            return
        if not branches and type(branches) is not _All:
            self.skip()
        elif kind is yaml.MappingStartEvent:
            self.mapping(branches, path)
        else:
            self.sequence(branches, path)

    def mapping(self, branches: _Branches, path: Path) -> None:
        while type(event := self.next_event()) is not yaml.MappingEndEvent:
            key = unicodedata.normalize("NFC", event.value)
            below, within = branches.get(key), (*path, key)
            # Of a key that stands twice, the first is meant.
            if below is not None and within in self.found.keys:
                below = None
            elif below is not None:
                self.found.keys[within] = _start(event)
            self.node(self.next_event(), below, within)

    def sequence(self, branches: _Branches, path: Path) -> None:
        number = 0
        while type(event := self.next_event()) is not yaml.SequenceEndEvent:
            self.node(event, branches.get(number), (*path, number))
            number += 1

    def skip(self) -> None:
        """Read on to the end of a collection that has begun."""
        level, next_event = 1, self.next_event
        while level:
            kind = type(next_event())
            if kind is yaml.MappingStartEvent or kind is yaml.SequenceStartEvent:
                level += 1
            elif kind is yaml.MappingEndEvent or kind is yaml.SequenceEndEvent:
                level -= 1


def _start(event: Any) -> Position:
    return event.start_mark.line + 1, event.start_mark.column + 1
