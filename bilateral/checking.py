"""`check` and `checks`: all that is wrong with files or text, by whoever finds it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Any

from attrs import frozen

from bilateral.analysis.consistency import consistency
from bilateral.analysis.contradictions import contradictions
from bilateral.analysis.findings import FindingStatus
from bilateral.analysis.objections import by_place, place_of
from bilateral.analysis.verify import NO_TEXTS, Texts, verify
from bilateral.errors import AmbiguousIdError, LoadError, Place, Problem, UnknownIdError
from bilateral.format.documents import Profile
from bilateral.format.files import Root, files
from bilateral.format.limits import DEFAULT_LIMITS, Limits
from bilateral.format.loading import PathLike, load, loads
from bilateral.records.dossier import Dossier
from bilateral.records.record import by_id


@frozen
class Checked:
    """What came of a check.

    Attributes:
        problems: Errors and warnings, in the order of the files and their lines.
        dossier: What was loaded; None where it cannot be.
    """

    problems: tuple[Problem, ...]
    dossier: Dossier | None


def check(
    *paths: PathLike,
    root: Root = ...,
    coder: str | None = None,
    profile: Profile = "editor",
    limits: Limits = DEFAULT_LIMITS,
    texts: Texts = NO_TEXTS,
) -> tuple[Problem, ...]:
    """All that is wrong with these files, errors and warnings; never raises for what they hold.

    What `load` refuses comes first: only when it loads, `contradictions` and `consistency` are
    asked, since they would take what is missing for wrong; and `verify`, where the texts of sources
    are given. `docs/checking.md` lists the codes.

    >>> check("examples/xi-putin-beijing-2024.yaml")
    ()

    Args:
        paths: As for `load`, and so are the others.
        root: How far up the archive's `bilateral.yaml` is looked for.
        coder: Whose coding to take where several coders coded one source.
        profile: Who has written the articles.
        limits: How much to take on.
        texts: As for `verify`; of sources whose texts are not given, nothing is told.

    Raises:
        BilateralError, TypeError: A text cannot be read, or is none.

    Returns:
        In the order of the files, the archive's first, and of their lines.
    """
    given = partial(_as_given, texts)
    options = {"coder": coder, "limits": limits}
    return checked(*paths, root=root, profile=profile, texts=given, **options).problems


def _as_given(texts: Texts, _: Dossier) -> Texts:
    return texts


def checks(
    text: str | bytes,
    *,
    name: str = "<text>",
    profile: Profile = "editor",
    limits: Limits = DEFAULT_LIMITS,
    texts: Texts = NO_TEXTS,
) -> tuple[Problem, ...]:
    r"""All that is wrong with one article given as text, as `check` tells it of files.

    >>> for problem in checks("bilateral: 1\nevents: {war: {kind: wars}}"):
    ...     print(problem.place.line, problem.message)
    2 Event needs 'title'
    2 no event kind 'wars'; did you mean 'war'?

    Args:
        text: As for `loads`, and so are the others.
        name: What problems call it.
        profile: Who has written it.
        limits: How much to take on.
        texts: As for `check`.

    Raises:
        BilateralError: A file of a text cannot be read.
        TypeError: It is neither text nor bytes, or a text is none.
    """
    read = partial(loads, text, name=name, profile=profile, limits=limits)
    return _examined(read, partial(_as_given, texts)).problems


def checked(
    *paths: PathLike,
    root: Root = ...,
    profile: Profile = "editor",
    texts: Callable[[Dossier], Texts],
    **options: Any,
) -> Checked:
    """The problems of files, and their dossier where they load.

    Args:
        paths: As for `check`.
        root: The same.
        profile: The same.
        texts: What gives the texts of a dossier's sources.
        options: The other options of `load`.
    """
    found = _examined(partial(load, *paths, root=root, profile=profile, **options), texts)
    if found.dossier is None or not found.problems:
        return found
    # `load` tells its problems in this order, the analyses by the names of files.
    order = {file.path: number for number, file in enumerate(files(paths, root, profile)[0])}
    told = sorted(found.problems, key=lambda problem: order.get(problem.place.file, -1))
    return Checked(tuple(told), found.dossier)


def _examined(read: Callable[[], Dossier], texts: Callable[[Dossier], Texts]) -> Checked:
    """What reading a dossier finds wrong, or else what asking it does."""
    try:
        dossier = read()
    except LoadError as error:
        return Checked(error.problems, None)
    problems = [*contradictions(dossier), *consistency(dossier)]
    if given := texts(dossier):
        broken = {problem.place for problem in problems if problem.code == "elision"}
        problems += _of_words(dossier, given, broken)
    return Checked(tuple(sorted(problems, key=by_place)), dossier)


def _of_words(dossier: Dossier, texts: Texts, told: Collection[Place]) -> Iterator[Problem]:
    """What `verify` finds wrong, but for evidence of which that was told, and texts not given."""
    known = {}
    for id, text in texts.items():
        try:
            known[dossier.sources[by_id(id)].id] = text
        except (UnknownIdError, AmbiguousIdError) as error:
            yield _of_no_source(dossier, error)
    for finding in verify(dossier, known):
        problem = finding.problem
        if problem and finding.status is not FindingStatus.NO_TEXT and problem.place not in told:
            yield problem


def _of_no_source(dossier: Dossier, error: UnknownIdError | AmbiguousIdError) -> Problem:
    """That a text is given for a source which is not there, as in the answer of a model."""
    ids = [source.local_id for source in dossier.sources]
    about = next(iter(dossier.sources), None) or next(iter(dossier))
    suggestion = error.nearest if isinstance(error, UnknownIdError) else None
    known = f"there are {', '.join(ids)}" if ids else "there is none"
    return Problem(
        code="text-of-no-source",
        place=place_of(dossier, about, ()),
        message=f"a text is given, and {error}; {known}",
        found=error.id,
        suggestion=suggestion,
    )
