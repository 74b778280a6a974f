"""`load`, `loads` and `check`: from files or text to a dossier, or to all that is wrong."""

from __future__ import annotations

import os
from pathlib import Path

import attrs

from bilateral.errors import LoadError, Place, Problem
from bilateral.format.assembling import assemble
from bilateral.format.decoding import Misplaced, decode, inspect
from bilateral.format.documents import ARCHIVE, Document
from bilateral.format.files import Root, Unreadable, files, read_bytes
from bilateral.format.limits import DEFAULT_LIMITS, Limits
from bilateral.format.places import FilePlaces
from bilateral.format.reporting import Halt, QuickReport, ThoroughReport
from bilateral.records.dossier import Dossier

PathLike = str | os.PathLike[str]


def load(*paths: PathLike, root: Root = ..., limits: Limits = DEFAULT_LIMITS) -> Dossier:
    """Load article files, or all below folders, with the archive's `bilateral.yaml`.

    >>> load("examples/xi-putin-beijing-2024.yaml").leaders["putin"].country.name
    'Russia'

    Args:
        paths: Files and folders; several are merged into one dossier.
        root: How far up the archive's `bilateral.yaml` is looked for: to a folder, to a `.git`
            folder where none is given, or not at all (None).
        limits: How much to take on.

    Raises:
        LoadError: Something is wrong; it holds all problems of all files.
    """
    documents, problems, names = _read(paths, root, limits)
    try:
        return dossier_of(documents, problems, limits)
    except LoadError as error:
        order = {name: number for number, name in enumerate(names)}
        told = sorted(error.problems, key=lambda problem: order.get(problem.place.file, -1))
        raise LoadError(told) from None


def loads(text: str, *, name: str = "<text>", limits: Limits = DEFAULT_LIMITS) -> Dossier:
    """Load one article from text.

    Args:
        text: The YAML of an article file that declares its actors and topics itself.
        name: What problems call it.
        limits: How much to take on.

    Raises:
        LoadError: Something is wrong; it holds all problems.
    """
    problems: list[Problem] = []
    documents = []
    if len(text.encode("utf-8", "surrogatepass")) > limits.file_size:
        message = f"the text is larger than {limits.file_size} bytes"
        problems.append(Problem(code="file-too-big", place=Place(name, 1, 1), message=message))
    else:
        try:
            text = inspect(text.removeprefix("\ufeff"))
        except Misplaced as error:
            problems.append(_misplaced(name, error))
        else:
            documents.append(Document(name, text, "article"))
    return dossier_of(documents, problems, limits)


def check(
    *paths: PathLike, root: Root = ..., limits: Limits = DEFAULT_LIMITS
) -> tuple[Problem, ...]:
    """All that is wrong with these files, in their order; the arguments are those of `load`.

    >>> check("examples/xi-putin-beijing-2024.yaml")
    ()
    """
    try:
        load(*paths, root=root, limits=limits)
    except LoadError as error:
        return error.problems
    return ()


def _read(
    paths: tuple[PathLike, ...], root: Root, limits: Limits
) -> tuple[list[Document], list[Problem], list[str]]:
    """The files' documents, what cannot be read, and the names of both in order."""
    found, problems = files(paths, root)
    documents = []
    for path in found:
        try:
            text = decode(read_bytes(path, limits.file_size))
        except Unreadable as unreadable:
            problems.append(unreadable.problem)
        except Misplaced as misplaced:
            problems.append(_misplaced(str(path), misplaced))
        else:
            default_id = None if path.name == ARCHIVE else Path(path).stem
            documents.append(Document(str(path), text, default_id))
    return documents, problems, [str(path) for path in found]


def _misplaced(name: str, error: Misplaced) -> Problem:
    return error.why.at(Place(name, error.line, error.column))


def dossier_of(documents: list[Document], problems: list[Problem], limits: Limits) -> Dossier:
    """The dossier of documents, beside which there may be problems already.

    It is built the quick way; where that halts, the thorough way says all that is wrong.

    Raises:
        LoadError: There were problems, or there are.
    """
    quick = None if problems else _quick(documents, limits)
    if quick is not None:
        return attrs.evolve(quick, places=FilePlaces(documents, limits))
    documents = [document.afresh() for document in documents]
    report = ThoroughReport(limits)
    dossier = assemble(documents, report, whole=not problems)
    problems += report.in_order(documents)
    if problems:
        raise LoadError(problems)
    return attrs.evolve(dossier, places=FilePlaces(documents, limits))


def _quick(documents: list[Document], limits: Limits) -> Dossier | None:
    """The dossier; None where there is something to refuse."""
    try:
        return assemble(documents, QuickReport(limits))
    except Halt:
        return None
