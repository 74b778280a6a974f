"""Which files a load reads, and their bytes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from itertools import zip_longest
from operator import attrgetter
from pathlib import Path
from types import EllipsisType
from typing import NamedTuple

from bilateral.errors import Problem, printable
from bilateral.format.documents import ARCHIVE, Profile
from bilateral.opening import Unreadable

Root = str | os.PathLike[str] | None | EllipsisType
_ENDINGS: dict[Profile, tuple[str, ...]] = {"editor": (".yaml", ".yml"), "llm": (".json",)}


class File(NamedTuple):
    """A file to read.

    Attributes:
        path: What problems call it.
        name: The last part of its path.
        real: What tells whether two paths name one file.
    """

    path: str
    name: str
    real: str

    @property
    def stem(self) -> str:
        """The name without its ending."""
        return self.name.rpartition(".")[0] or self.name


def files(
    paths: Iterable[str | os.PathLike[str]], root: Root, profile: Profile = "editor"
) -> tuple[list[File], list[Problem]]:
    """The files to read for these paths, archives first, and what stood in the way.

    Args:
        paths: Files and folders.
        root: How far up archives are looked for.
        profile: Who has written what is read of a folder.
    """
    articles: list[File] = []
    problems = []
    paths = tuple(paths)
    if not paths:
        problems.append(Unreadable("", "file-missing", "no path is given").problem)
    for given in paths:
        path = Path(given)
        if not os.fspath(given):
            # Path takes it for the present folder, which nobody has named.
            problems.append(Unreadable("", "file-missing", "the path is empty").problem)
        elif os.path.isdir(path):  # noqa: PTH112 - Path's raises for a name that is too long
            found, unreadable = _below(path, _ENDINGS[profile])
            articles += found
            problems += unreadable
            if not found and not unreadable:
                message = f"no {_ENDINGS[profile][0]} files in this folder"
                problems.append(Unreadable(str(path), "folder-empty", message).problem)
        else:
            articles.append(_file(path))
    archives: list[File] = []
    try:
        archives.extend(_archives_of(articles, root))
    except Unreadable as error:
        problems.append(error.problem)
    unique: dict[str, File] = {}
    for file in (*archives, *articles):
        known = unique.setdefault(file.real, file)
        # An article may have its id from the name: of several it is not the first that counts.
        if known is not file:
            unique[file.real] = min(known, file, key=_preference)
    return list(unique.values()), problems


def _below(top: Path, endings: tuple[str, ...]) -> tuple[list[File], list[Problem]]:
    """The files in a folder and its subfolders, hidden ones aside, in a fixed order."""
    found: list[File] = []
    problems: list[Problem] = []
    # Folders, by path and by real path, each with the separator that a name goes behind.
    waiting = [("" if top == Path() else os.path.join(top, ""), os.path.join(_real(top), ""))]  # noqa: PTH118 - Path drops it
    while waiting:
        folder, real = waiting.pop()
        folders = []
        try:
            with os.scandir(folder or ".") as entries:
                seen = [entry for entry in entries if not entry.name.startswith(".")]
            for entry in sorted(seen, key=attrgetter("name")):
                path = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders.append((path + os.sep, f"{real}{entry.name}{os.sep}"))
                elif entry.name.lower().endswith(endings):
                    if not entry.is_symlink():
                        # Its folder's real path tells its own; each look-up would take a while.
                        found.append(File(path, entry.name, f"{real}{entry.name}"))
                    elif not os.path.isdir(path):  # noqa: PTH112 - the same
                        found.append(_file(Path(path)))
        except OSError as error:
            # An archive that is read in part must not pass for the whole.
            message = f"the folder cannot be read: {error.strerror}"
            path = str(Path(folder))
            problems.append(Unreadable(path, "folder-unreadable", message).problem)
        waiting += reversed(folders)
    return found, problems


def _file(path: Path) -> File:
    return File(str(path), path.name, _real(path))


def _real(path: Path) -> str:
    """What tells whether two paths name one file."""
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):  # opening it will tell
        return str(path)


def _preference(file: File) -> tuple[bool, bool, int, str]:
    """What tells which of the names of one file is used.

    The archive's, else one that is no link's, else the shortest.
    """
    linked = file.name != os.path.basename(file.real)  # noqa: PTH119 - the same
    return file.name != ARCHIVE, linked, len(file.path), file.path


def _archives_of(articles: Iterable[File], root: Root) -> Iterator[File]:
    """The archives' own files of article files: one for all that stand in one folder."""
    if root is None:
        return
    folders = {file.path.removesuffix(file.name): None for file in articles if file.name != ARCHIVE}
    for folder in map(Path, folders):
        archive = _archive_of(folder, root)
        if archive is not None:
            yield _file(archive)


def _archive_of(folder: Path, root: str | os.PathLike[str] | EllipsisType) -> Path | None:
    """The nearest `bilateral.yaml` in or above a folder: no higher than the root."""
    try:
        top = None if isinstance(root, EllipsisType) else Path(os.path.abspath(root))
        full = Path(os.path.abspath(folder))
    except OSError:  # the working folder is gone, and opening the file will tell
        return None
    if top is not None and not full.is_relative_to(top):
        message = f"this root is no folder above {printable(str(folder))!r}"
        raise Unreadable(str(root), "root-elsewhere", message)
    device = _device(full)
    # Problems name the archive as the file was named, while that leads up to it.
    named = (folder, *folder.parents) if ".." not in folder.parts else (folder,)
    for above, shown in zip_longest((full, *full.parents), named):
        if top is None and _device(above) != device:
            return None
        # Whatever has its name: what is no file to read must not be passed over.
        if os.path.lexists(above / ARCHIVE):
            return (shown or above) / ARCHIVE
        if above == top or (top is None and os.path.exists(above / ".git")):  # noqa: PTH110 - the same
            return None
    return None


def _device(folder: Path) -> int | None:
    """The file system that a folder is on."""
    try:
        return os.stat(folder).st_dev  # noqa: PTH116 - the same
    except (OSError, ValueError):
        return None
