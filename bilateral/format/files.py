"""Which files a load reads, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from itertools import zip_longest
from pathlib import Path
from types import EllipsisType

from bilateral.errors import Place, Problem
from bilateral.format.documents import ARCHIVE

Root = str | os.PathLike[str] | None | EllipsisType
_ENDINGS = (".yaml", ".yml")


class Unreadable(Exception):
    """A file cannot be read; `problem` says why."""

    def __init__(self, path: Path, code: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(
            code=code, place=Place(str(path), 1, 1), message=message, found=str(path)
        )


def files(paths: Iterable[str | os.PathLike[str]], root: Root) -> tuple[list[Path], list[Problem]]:
    """The files to read for these paths, archives first, and what stood in the way."""
    articles: list[Path] = []
    problems = []
    for path in map(Path, paths):
        if os.path.isdir(path):  # noqa: PTH112 - Path's raises for a name that is too long
            found, unreadable = _below(path)
            articles += found
            problems += unreadable
            if not found and not unreadable:
                message = "no .yaml files in this folder"
                problems.append(Unreadable(path, "folder-empty", message).problem)
        else:
            articles.append(path)
    archives = [archive for article in articles if (archive := _archive_of(article, root))]
    unique: dict[str, Path] = {}
    for file in (*archives, *articles):
        real = _real(file)
        # An article may have its id from the name: of several it is not the first that counts.
        unique[real] = min(unique.get(real, file), file, key=_preference)
    return list(unique.values()), problems


def _below(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The YAML files of a folder and its subfolders, hidden ones aside, in a fixed order."""
    found: list[Path] = []
    problems: list[Problem] = []

    def refuse(error: OSError) -> None:
        # An archive that is read in part must not pass for the whole.
        message = f"the folder cannot be read: {error.strerror}"
        problems.append(Unreadable(Path(error.filename), "folder-unreadable", message).problem)

    for parent, folders, names in os.walk(folder, onerror=refuse):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        found += [
            Path(parent, name)
            for name in sorted(names)
            if name.endswith(_ENDINGS) and not name.startswith(".")
        ]
    return found, problems


def _real(file: Path) -> str:
    """What tells whether two paths name one file."""
    try:
        return os.path.realpath(file)
    except ValueError:  # it holds a NUL, which opening it will tell
        return str(file)


def _preference(file: Path) -> tuple[bool, int, str]:
    """What tells which of the names of one file is used: the archive's, else the shortest."""
    return file.name != ARCHIVE, len(str(file)), str(file)


def _archive_of(file: Path, root: Root) -> Path | None:
    """The nearest `bilateral.yaml` at or above a file: no higher than the root."""
    if root is None or file.name == ARCHIVE:
        return None
    top = None if isinstance(root, EllipsisType) else Path(os.path.abspath(root))
    folders = Path(os.path.abspath(file)).parents
    # Problems name the archive as the file was named, while that leads up to it.
    named = file.parents if ".." not in file.parts else file.parents[:1]
    for folder, shown in zip_longest(folders, named):
        if os.path.isfile(folder / ARCHIVE):  # noqa: PTH113 - the same
            return (shown or folder) / ARCHIVE
        if folder == top or (top is None and os.path.exists(folder / ".git")):  # noqa: PTH110
            return None
    return None


def read_bytes(path: Path, most: int) -> bytes:
    """All bytes of a regular file.

    Raises:
        Unreadable: There is no such file, it is none, it is too large, or may not be read.
    """
    try:
        # Without O_NONBLOCK, opening a FIFO would wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise Unreadable(path, "file-special", "this is no regular file")
            data = file.read(most + 1)
    except FileNotFoundError:
        raise Unreadable(path, "file-missing", "there is no such file") from None
    except IsADirectoryError:
        raise Unreadable(path, "file-is-folder", "this is a folder") from None
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Unreadable(path, "file-unreadable", f"the file cannot be read: {reason}") from None
    if len(data) > most:
        message = f"the file is larger than {most} bytes"
        raise Unreadable(path, "file-too-big", message)
    return data
