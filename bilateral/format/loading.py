"""`load` and `loads`: from files or text to a dossier, or to all that is wrong."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

import attrs

from bilateral.errors import LoadError, Place, Problem
from bilateral.format.assembling import assemble
from bilateral.format.codings import in_order
from bilateral.format.decoding import Misplaced, decode, inspect
from bilateral.format.documents import ARCHIVE, Document, Profile, check_profile
from bilateral.format.files import Root, files
from bilateral.format.limits import DEFAULT_LIMITS, Limits
from bilateral.format.places import FilePlaces, TextPlaces
from bilateral.format.reporting import Report
from bilateral.opening import Unreadable, read_bytes
from bilateral.records.dossier import Dossier

PathLike = str | os.PathLike[str]
_MANY = 10_000
"""So many new objects take the garbage collector a while."""


def load(
    *paths: PathLike,
    root: Root = ...,
    coder: str | None = None,
    profile: Profile = "editor",
    limits: Limits = DEFAULT_LIMITS,
) -> Dossier:
    """Load article files, or all below folders, with the archive's `bilateral.yaml`.

    >>> load("examples/xi-putin-beijing-2024.yaml").leaders["putin"].country.name
    'Russia'

    Args:
        paths: Files and folders; several are merged into one dossier, in any order the same.
        root: How far up the archive's `bilateral.yaml` is looked for: to a folder, to a `.git`
            folder where none is given, or not at all (None).
        coder: Whose coding to take where several coders coded one source; by default, that of
            the one coder whose coding is adjudicated.
        profile: Who has written the articles: `editor`, a person, in YAML; `llm`, a language model,
            in JSON by `schema("llm")`. Of folders, the `.json` files are read then. An archive's
            `bilateral.yaml` is always YAML.
        limits: How much to take on.

    Raises:
        LoadError: Something is wrong; it holds all problems of all files.
        ValueError: There is no such profile.
    """
    check_profile(profile)
    with _collector_paused():
        documents, problems, names = _read(paths, root, profile, limits)
        try:
            return dossier_of(documents, problems, limits, coder=coder, on_disk=True)
        except LoadError as error:
            order = {name: number for number, name in enumerate(names)}
            told = sorted(error.problems, key=lambda problem: order.get(problem.place.file, -1))
            raise LoadError(told) from None


def loads(
    text: str | bytes,
    *,
    name: str = "<text>",
    profile: Profile = "editor",
    limits: Limits = DEFAULT_LIMITS,
) -> Dossier:
    """Load one article from text, or from the bytes of a file.

    >>> answer = '{"bilateral": 1, "countries": [{"id": "FRD", "name": "Freedonia"}]}'
    >>> loads(answer, profile="llm").countries["FRD"].name
    'Freedonia'

    Args:
        text: An article that declares its actors and topics itself.
        name: What problems call it.
        profile: Who has written it: `editor`, a person, in YAML; `llm`, a language model, in JSON
            by `schema("llm")`.
        limits: How much to take on.

    Raises:
        LoadError: Something is wrong; it holds all problems.
        TypeError: It is neither text nor bytes.
        ValueError: There is no such profile.
    """
    check_profile(profile)
    if not isinstance(text, str | bytes):
        raise TypeError(f"loads takes text, not {type(text).__name__}; for a file there is load")
    problems: list[Problem] = []
    documents = []
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogatepass")
    if len(data) > limits.file_size:
        message = f"the text is larger than {limits.file_size} bytes"
        problems.append(Problem(code="file-too-big", place=Place(name, 1, 1), message=message))
    else:
        try:
            # Half a pair of surrogates is a character of text, and cannot be one of bytes.
            read = decode(data) if data is text else inspect(str(text).removeprefix("\ufeff"))
        except Misplaced as error:
            problems.append(_misplaced(name, error))
        else:
            documents.append(Document(name, read, "article", profile=profile))
    return dossier_of(documents, problems, limits)


def _read(
    paths: tuple[PathLike, ...], root: Root, profile: Profile, limits: Limits
) -> tuple[list[Document], list[Problem], list[str]]:
    """The files' documents, what cannot be read, and the names of both in order."""
    found, problems = files(paths, root, profile)
    documents = []
    for file in found:
        try:
            text = decode(read_bytes(file.path, limits.file_size))
        except Unreadable as unreadable:
            problems.append(unreadable.problem)
        except Misplaced as misplaced:
            problems.append(_misplaced(file.path, misplaced))
        else:
            if file.name == ARCHIVE:
                documents.append(Document(file.path, text, None))
            else:
                documents.append(Document(file.path, text, file.stem, profile=profile))
    return documents, problems, [file.path for file in found]


def _misplaced(name: str, error: Misplaced) -> Problem:
    return error.why.at(Place(name, error.line, error.column))


def dossier_of(
    documents: list[Document],
    problems: list[Problem],
    limits: Limits,
    *,
    coder: str | None = None,
    on_disk: bool = False,
) -> Dossier:
    """The dossier of documents, beside which there may be problems already.

    Args:
        documents: The texts; their names are those of files where they are `on_disk`.
        problems: What stands in the way.
        limits: How much to take on.
        coder: Whose of several codings of one source to take.
        on_disk: Whether the dossier shall know what its files held.

    Raises:
        LoadError: There were problems, or there are.
    """
    report = Report(limits)
    with _collector_paused():
        dossier = assemble(documents, report, whole=not problems, coder=coder)
    problems = problems + report.problems(documents)
    if problems:
        raise LoadError(problems)
    taken = in_order(documents)
    places = FilePlaces(taken, limits) if on_disk else TextPlaces(taken)
    return attrs.evolve(dossier, places=places)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Pause the garbage collector, which would pass again and again over all that is made here."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            # The next pass would go through all of it once more, though it is there to stay: so it
            # joins what is old already, unless that would thaw what somebody froze.
            if gc.get_count()[0] > _MANY and not gc.get_freeze_count():
                gc.freeze()
                gc.unfreeze()
            gc.enable()
