"""Which files a load reads, and their bytes."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
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
    articles: dict[Path, None] = {}
    problems = []
    for path in map(Path, paths):
        if path.is_dir():
            articles.update(dict.fromkeys(_below(path)))
        else:
            articles[path] = None
    archives: dict[Path, None] = {}
    for article in articles:
        archive = _archive_of(article, root)
        if archive is not None:
            archives[archive] = None
    unique: dict[str, Path] = {}
    for file in (*archives, *articles):
        unique.setdefault(os.path.realpath(file), file)
    for path in map(Path, paths):
        if path.is_dir() and not any(path in file.parents for file in articles):
            message = "no .yaml files in this folder"
            problems.append(Unreadable(path, "folder-empty", message).problem)
    return list(unique.values()), problems


def _below(folder: Path) -> Iterator[Path]:
    """The YAML files of a folder and its subfolders, hidden ones aside, in a fixed order."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.endswith(_ENDINGS) and not name.startswith("."):
                yield Path(parent, name)


def _archive_of(file: Path, root: Root) -> Path | None:
    """The nearest `bilateral.yaml` at or above a file: no higher than the root."""
    if root is None or file.name == ARCHIVE:
        return None
    top = None if isinstance(root, EllipsisType) else Path(os.path.abspath(root))
    shown = file.parent
    for folder in Path(os.path.abspath(file)).parents:
        if (folder / ARCHIVE).is_file():
            return shown / ARCHIVE
        if folder == top or (folder / ".git").exists():
            return None
        shown = folder.parent
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
