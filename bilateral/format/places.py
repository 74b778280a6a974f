"""Where the records of a loaded dossier stand: found again in the text when asked."""

from __future__ import annotations

import os
import pathlib
from collections.abc import Iterable
from functools import cached_property

from bilateral.errors import AmbiguousIdError, Place, UnknownIdError
from bilateral.format.documents import Document
from bilateral.format.locating import Located, Path, locate
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS


class FilePlaces:
    """Places in the texts that a dossier was loaded from.

    The texts are kept rather than the places: they are smaller, and most loads never ask.
    """

    def __init__(self, documents: list[Document], *, on_disk: bool = False) -> None:
        self._documents = [(document.id, document.name, document.text) for document in documents]
        self._located: dict[str, Located] = {}
        self._folder = _working_folder() if on_disk else None

    @cached_property
    def last_seen(self) -> dict[str, str]:
        """What the files held when they were last read or written, as `Places` says."""
        if self._folder is None:
            return {}
        # Names may be relative, and the working folder another by now.
        return {os.path.realpath(self._folder / name): text for _, name, text in self._documents}

    def __getitem__(self, id: str) -> Place:
        """Where the record with this id begins; the short form serves while it is unambiguous.

        Raises:
            UnknownIdError: No record with this id was read.
            AmbiguousIdError: The short form stands for records of several files.
        """
        name, found, path = self._find(id)
        return Place(name, *found.find(path, key=True))

    def of(self, id: str, *path: str | int) -> Place:
        """Where a field of a record stands, or a member of a field; its default where it has one.

        Raises:
            UnknownIdError: No record with this id was read, or it does not write this field.
            AmbiguousIdError: The short form stands for records of several files.
        """
        name, found, start = self._find(id)
        for full in ((*start, *path), ("defaults", *start[:1], *path)):
            if full in found.values:
                return Place(name, *found.values[full])
        raise UnknownIdError("field", ".".join(map(str, path)), ())

    def _find(self, id: str) -> tuple[str, Located, Path]:
        """The file, where all in it stands, and the path of a record."""
        file, colon, local = id.rpartition(":")
        if not colon:
            for _, name, text in self._documents:
                if path := _path(id, GLOBAL_SECTIONS, self._locate(name, text)):
                    return name, self._locate(name, text), path
        found: dict[str, tuple[str, Located, Path]] = {}
        for article, name, text in self._documents:
            if id == article:
                return name, self._locate(name, text), ()
            if not colon or file == article:
                path = _path(local, LOCAL_SECTIONS, self._locate(name, text))
                if path:
                    found[f"{article}:{local}"] = (name, self._locate(name, text), path)
        if len(found) > 1:
            raise AmbiguousIdError("record", id, found)
        if not found:
            raise UnknownIdError("record", id)
        return next(iter(found.values()))

    def _locate(self, name: str, text: str) -> Located:
        if name not in self._located:
            self._located[name] = locate(text)
        return self._located[name]


def _working_folder() -> pathlib.Path:
    """The folder that relative names start from."""
    try:
        return pathlib.Path.cwd()
    except OSError:  # it was removed
        return pathlib.Path()


def _path(id: str, sections: Iterable[str], located: Located) -> Path:
    """The path of a record in its file; empty where these sections have none of this id."""
    declaration, slash, clause = id.partition("/")
    within: Path = ("clauses", clause) if slash else ()
    paths: list[Path] = [(section, declaration, *within) for section in sections]
    return next((path for path in paths if path in located.keys), ())
