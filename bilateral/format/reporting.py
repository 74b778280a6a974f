"""What documents are refused for, told with the places, which are looked for only then."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from attrs import frozen

from bilateral.errors import Place, Problem
from bilateral.format.documents import Document
from bilateral.format.forms import FORMS
from bilateral.format.limits import Limits
from bilateral.format.locating import Located, Path, Position
from bilateral.format.refusals import Broken, Refused, refuse_shape
from bilateral.records.places import written_path

_ENDING = frozenset({"yaml", "key", "key-long", "too-deep", "too-many", "cut"})
"""The refusals beyond which nothing of a document is read."""
_OF_RECORDS = frozenset({"record", "conflict"})
"""The refusals that stand at a key for all that stands under it."""


@frozen
class Spot:
    """A path in a document; at its key, or at its value."""

    document: Document
    path: Path
    at_key: bool = True


class Report:
    """Reads documents, and gathers all that is refused in them."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self._scanned: list[tuple[Document, Path, Refused, Position]] = []
        self._refused: list[tuple[Document, Path, Refused]] = []
        self._refused_beside: list[tuple[Document, Path, Spot, Callable[[Place], Refused]]] = []

    def read(self, document: Document) -> Any:
        """The document's data, None where it is unreadable as a whole."""
        scanned = FORMS[document.profile].read(document.text, self.limits)
        for why, path, position in scanned.refusals:
            self._scanned.append((document, path, why, position))
            if why.code in _ENDING or (why.code == "key-twice" and len(path) == 1):
                document.whole = False
        document.whole &= scanned.whole
        return scanned.data

    def refuse(self, document: Document, why: Refused, path: Path) -> None:
        """Refuse what stands at a path."""
        self._refused.append((document, path, why))

    def refuse_shape(self, document: Document, value: Any, expected: str, path: Path) -> None:
        """Refuse a value of the wrong sort."""
        try:
            refuse_shape(value, expected)
        except Refused as why:
            self.refuse(document, why, path)
        except Broken:
            pass

    def refuse_beside(
        self, document: Document, path: Path, other: Spot, why: Callable[[Place], Refused]
    ) -> None:
        """Refuse what stands at a path for what stands elsewhere, once the place there is known."""
        self._refused_beside.append((document, path, other, why))

    def problems(self, documents: list[Document]) -> list[Problem]:
        """All that was refused in these documents, by document and place, each once."""
        located = self._located()
        refused = list(self._refused)
        for document, path, other, why_at in self._refused_beside:
            _, position = _find(other, located[other.document])
            refused.append((document, path, why_at(Place(other.document.name, *position))))
        problems = self._irregular(refused)
        for document, path, why in refused:
            written, position = _find(Spot(document, path, why.at_key), located[document])
            of_key = why.at_key and why.code not in _OF_RECORDS
            written = located[document].as_written(written, key=of_key)
            problems.append(_problem(document, why, written, position))
        order = {document.name: number for number, document in enumerate(documents)}
        return sorted(
            dict.fromkeys(problems),
            key=lambda problem: (
                order[problem.place.file],
                problem.place.line,
                problem.place.column,
            ),
        )

    def _irregular(self, refused: list[tuple[Document, Path, Refused]]) -> list[Problem]:
        """What was irregular, but for what is missing where nothing should be."""
        useless = {(one, path) for one, path, why in refused if why.code in {"key-unknown", "type"}}
        return [
            _problem(document, why, path, position)
            for document, path, why, position in self._scanned
            if why.code != "empty-value"
            or not any((document, path[:end]) in useless for end in range(len(path) + 1))
        ]

    def _located(self) -> dict[Document, Located]:
        """Where all paths stand that anything was refused for."""
        wanted: dict[Document, list[Path]] = {}
        for document, path, _ in self._refused:
            wanted.setdefault(document, []).extend(_ways(document, path))
        for document, path, other, _ in self._refused_beside:
            wanted.setdefault(document, []).extend(_ways(document, path))
            wanted.setdefault(other.document, []).extend(_ways(other.document, other.path))
        return {
            document: FORMS[document.profile].locate(document.text, paths)
            for document, paths in wanted.items()
        }


def _ways(document: Document, path: Path) -> list[Path]:
    """The paths at which a file may write what stands at a path: it, and its default."""
    ways = [path]
    if len(path) > 2 and path[2] in document.defaults.get(str(path[0]), ()):
        ways.append(("defaults", path[0], *path[2:]))
    return [document.as_written(way) for way in ways]


def _find(spot: Spot, located: Located) -> tuple[Path, Position]:
    """The path as the file writes it, and where that stands."""
    written, *default = _ways(spot.document, spot.path)
    if default and written[:3] not in located.keys:
        written = default[0]
    return written, located.find(written, key=spot.at_key)


def _problem(document: Document, why: Refused, path: Path, position: Position) -> Problem:
    return why.at(Place(document.name, *position), written_path(path))
