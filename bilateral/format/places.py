"""Where the records of a loaded dossier stand: found again in the text when asked."""

from __future__ import annotations

import codecs
import os
import pathlib
from abc import ABC, abstractmethod
from collections.abc import Iterable
from functools import cached_property

from bilateral.errors import AmbiguousIdError, BilateralError, Place, UnknownIdError
from bilateral.format.documents import Document, Profile
from bilateral.format.forms import FORMS
from bilateral.format.limits import Limits
from bilateral.format.locating import Located, Path
from bilateral.format.saving import fingerprint
from bilateral.opening import Unreadable, read_bytes
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.places import written_path

_NO_PLACES = "where its records stand cannot be told"


class _Places(ABC):
    """Places in documents, found in their texts when asked for, since most loads never ask."""

    def __init__(self, documents: list[Document]) -> None:
        # Two lists, since a pair for each would take as much as what is in it.
        self._articles = [document.id for document in documents]
        self._names = [document.name for document in documents]
        self._answers = {
            document.name: fingerprint(document.text.encode())
            for document in documents
            if document.profile == "llm"
        }

    @cached_property
    def _names_by_article(self) -> dict[str, str]:
        """The names of the documents that tell of an article."""
        return dict(zip(self._articles, self._names, strict=True))

    @abstractmethod
    def _locate(self, name: str) -> Located:
        """Where all stands in the document of this name."""

    def __getitem__(self, id: str) -> Place:
        """Where the record with this id begins; the short form serves while it is unambiguous.

        Raises:
            UnknownIdError: No record with this id was read.
            AmbiguousIdError: The short form stands for records of several files.
            BilateralError: The file was removed or changed meanwhile.
        """
        name, found, path = self._find(id)
        return Place(name, *found.find(path, key=True))

    def of(self, id: str, *path: str | int) -> Place:
        """Where a field of a record stands, or a member of a field; its default where it has one.

        Raises:
            UnknownIdError: No record with this id was read, or it does not write this field.
            AmbiguousIdError: The short form stands for records of several files.
            BilateralError: The file was removed or changed meanwhile.
        """
        name, found, start = self._find(id)
        for full in ((*start, *path), ("defaults", *start[:1], *path)):
            if full in found.values:
                return Place(name, *found.values[full])
        raise UnknownIdError("field", ".".join(map(str, path)))

    def written(self, id: str, *path: str | int) -> str:
        """The keys that lead to a record or a field of it, as its file writes them.

        In an answer of a language model, `statements[2].speakers[0]`.

        Raises:
            UnknownIdError: No record with this id was read.
            AmbiguousIdError: The short form stands for records of several files.
            BilateralError: The file was removed or changed meanwhile.
        """
        _, found, start = self._find(id)
        return written_path(found.as_written((*start, *path), key=False))

    def _find(self, id: str) -> tuple[str, Located, Path]:
        """The file, where all in it stands, and the path of a record."""
        if name := self._names_by_article.get(id):  # which is known without reading any of them
            return name, self._locate(name), ()
        article, colon, local = id.rpartition(":")
        if colon:
            name = self._names_by_article.get(article)
            if name and (path := _path(local, LOCAL_SECTIONS, located := self._locate(name))):
                return name, located, path
            raise UnknownIdError("record", id)
        for name in self._names:
            located = self._locate(name)
            if path := _path(id, GLOBAL_SECTIONS, located):
                return name, located, path
        found: dict[str, tuple[str, Located, Path]] = {}
        for article, name in self._names_by_article.items():
            located = self._locate(name)
            if path := _path(id, LOCAL_SECTIONS, located):
                found[f"{article}:{id}"] = (name, located, path)
        if len(found) > 1:
            raise AmbiguousIdError("record", id, found)
        if not found:
            raise UnknownIdError("record", id)
        return next(iter(found.values()))


class TextPlaces(_Places):
    """Places in texts that come from no file, and are kept."""

    def __init__(self, documents: list[Document]) -> None:
        super().__init__(documents)
        self.last_seen: dict[str, int] = {}
        self._texts = {document.name: document.text for document in documents}
        self._located: dict[str, Located] = {}

    def _locate(self, name: str) -> Located:
        if name not in self._located:
            profile: Profile = "llm" if name in self._answers else "editor"
            self._located[name] = FORMS[profile].locate(self._texts[name], None)
        return self._located[name]


class FilePlaces(_Places):
    """Places in files, which are read again: their texts would take as much memory as the records.

    A file that somebody changed is refused, since the places in it are others now.
    """

    def __init__(self, documents: list[Document], limits: Limits) -> None:
        super().__init__(documents)
        # Names may be relative, and the working folder another by the time they are asked for.
        self._folder = _working_folder()
        self._limits = limits
        self._fingerprints = [fingerprint(document.text.encode()) for document in documents]
        self._located: dict[str, tuple[int, Located]] = {}

    @cached_property
    def last_seen(self) -> dict[str, int]:
        """Fingerprints of what the files held when last read or written, as `Places` says."""
        files = map(self._real, self._names)
        return dict(zip(files, self._fingerprints, strict=True))

    def _real(self, name: str) -> str:
        return os.path.realpath(self._folder / name)

    def _locate(self, name: str) -> Located:
        seen = self.last_seen[self._real(name)]
        known, located = self._located.get(name, (None, None))
        if located is None or known != seen:
            # What was saved in an answer's place since is YAML.
            profile: Profile = "llm" if self._answers.get(name) == seen else "editor"
            located = FORMS[profile].locate(self._read_again(name, seen), None)
            self._located[name] = (seen, located)
        return located

    def _read_again(self, name: str, seen: int) -> str:
        """The text of a file, which must be what was seen."""
        try:
            data = read_bytes(str(self._folder / name), self._limits.file_size)
        except Unreadable as error:
            raise BilateralError(f"{name}: {error.problem.message}, so that {_NO_PLACES}") from None
        data = data.removeprefix(codecs.BOM_UTF8)
        if fingerprint(data) != seen:
            raise BilateralError(
                f"{name}: has changed since this dossier was loaded from it or written to it,"
                f" so that {_NO_PLACES}; load it again"
            )
        return data.decode()


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
