"""Refusals to problems with places; the quick way has none and halts instead."""

from __future__ import annotations

from typing import Any, NoReturn

from bilateral.errors import Place, Problem
from bilateral.format.documents import Document
from bilateral.format.limits import Limits
from bilateral.format.reading import Irregular, read
from bilateral.format.refusals import Broken, Refused, refuse_shape, shown
from bilateral.format.scanning import Path, Position, Scan, scan

_ENDING = frozenset({"yaml", "key", "key-long", "too-deep", "too-many", "cut"})
"""The refusals beyond which nothing of a document is read."""


class Halt(Exception):
    """The quick way found something to refuse; the thorough way will say what."""


class QuickReport:
    """Reads as fast as can be, and halts at the first refusal."""

    thorough = False

    def __init__(self, limits: Limits) -> None:
        self.limits = limits

    def read(self, document: Document) -> Any:
        """The document's data."""
        try:
            return read(document.text, self.limits)
        except Irregular:
            raise Halt from None

    def refuse(self, document: Document, why: Refused, path: Path) -> NoReturn:
        """Halt."""
        raise Halt from why

    def refuse_shape(self, document: Document, value: Any, expected: str, path: Path) -> NoReturn:
        """Halt."""
        raise Halt

    def refuse_twice(
        self, document: Document, id: str, path: Path, other: Document, other_path: Path
    ) -> NoReturn:
        """Halt."""
        raise Halt

    def place(self, document: Document, path: Path, *, key: bool) -> NoReturn:
        """Halt: only a refusal asks for a place."""
        raise Halt


class ThoroughReport:
    """Reads with places, and gathers all problems."""

    thorough = True

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.problems: list[Problem] = []
        self._scans: dict[str, Scan] = {}

    def read(self, document: Document) -> Any:
        """The document's data, None where it is unreadable as a whole."""
        found = self._scans[document.name] = scan(document.text, self.limits)
        for why, path, position in found.refusals:
            self._add(document, why, path, position)
            if why.code in _ENDING or (why.code == "key-twice" and len(path) == 1):
                document.whole = False
        return found.data

    def refuse(self, document: Document, why: Refused, path: Path) -> None:
        """Add a problem for what stands at a path."""
        path = self._written(document, path)
        place = self.place(document, path, key=why.at_key)
        self._add(document, why, path, (place.line, place.column))

    def refuse_shape(self, document: Document, value: Any, expected: str, path: Path) -> None:
        """Add a problem for a value of the wrong sort."""
        try:
            refuse_shape(value, expected)
        except Refused as why:
            self.refuse(document, why, path)
        except Broken:
            pass

    def refuse_twice(
        self, document: Document, id: str, path: Path, other: Document, other_path: Path
    ) -> None:
        """Add a problem for an id that is used elsewhere already."""
        place = self.place(other, other_path, key=True)
        message = f"the id {shown(id)} is used at {place} already"
        self.refuse(document, Refused("id-twice", message, found=id, at_key=True), path)

    def place(self, document: Document, path: Path, *, key: bool) -> Place:
        """Where a path stands."""
        found = self._scans[document.name]
        return Place(document.name, *found.find(path, key=key))

    def _written(self, document: Document, path: Path) -> Path:
        """The path as the file writes it: a field that came from the defaults stands there."""
        if path[:3] not in self._scans[document.name].keys and path[2:3]:
            section, field = str(path[0]), path[2]
            if field in document.defaults.get(section, ()):
                return ("defaults", section, *path[2:])
        return path

    def _add(self, document: Document, why: Refused, path: Path, position: Position) -> None:
        self.problems.append(why.at(Place(document.name, *position), written_path(path)))

    def in_order(self, documents: list[Document]) -> list[Problem]:
        """The problems by document and place, each once."""
        order = {document.name: number for number, document in enumerate(documents)}
        return sorted(
            dict.fromkeys(self.problems),
            key=lambda problem: (
                order[problem.place.file],
                problem.place.line,
                problem.place.column,
            ),
        )


Report = QuickReport | ThoroughReport


def written_path(path: Path) -> str:
    """A path as a person writes it: `visits.state-visit.guests[0]`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")
