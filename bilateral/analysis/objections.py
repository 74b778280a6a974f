"""What an analysis objects to in a record, and where that stands in its file."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from attrs import frozen

from bilateral.errors import BilateralError, Place, Problem, Severity, UnknownIdError
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.places import written_path
from bilateral.records.record import Record
from bilateral.records.words import Clause, JointDeclaration

NOWHERE = Place("<made in Python>", 1, 1)
"""The place of a record that stands in no file."""
CHANGED = Place("<no longer as it was loaded>", 1, 1)
"""The place of one whose file was changed or removed meanwhile."""

_SECTIONS = {kind: name for name, kind in {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}.items()}
_SHOWN = 60

Path = tuple[str | int, ...]


@frozen
class Objection:
    """What is wrong with a record, before anybody has looked where it stands.

    Attributes:
        record: The record.
        path: The fields that lead to it from there; nothing where it is all of the record.
        code: As for a `Problem`, and so are the others.
        message: What was found and what is wrong with it.
        severity: `error` where it is certain, `warning` where it is only likely.
        found: The offending text.
        expected: What would be right there.
        suggestion: The nearest valid word.
    """

    record: Record
    path: Path
    code: str
    message: str
    severity: Severity = Severity.ERROR
    found: str | None = None
    expected: str | None = None
    suggestion: str | None = None

    def placed(self, dossier: Dossier) -> Problem:
        """The same with its place."""
        return Problem(
            code=self.code,
            place=place_of(dossier, self.record, self.path),
            path=path_in(dossier, self.record, self.path),
            message=self.message,
            found=self.found,
            expected=self.expected,
            suggestion=self.suggestion,
            severity=self.severity,
        )


def placed(dossier: Dossier, objections: Iterable[Objection]) -> tuple[Problem, ...]:
    """Objections as problems, by file and place; those of no file as they were raised.

    Args:
        dossier: Whose records.
        objections: What is wrong with them.
    """
    problems = [objection.placed(dossier) for objection in objections]
    return tuple(sorted(problems, key=by_place))


def by_place(problem: Problem) -> tuple[str, int, int]:
    """What sorts problems as they stand: by the file's name, line and column."""
    return problem.place.file, problem.place.line, problem.place.column


def place_of(dossier: Dossier, record: Record, path: Path) -> Place:
    """Where a field of a record stands; what holds it where its file does not write the field.

    Args:
        dossier: The record's.
        record: The record.
        path: The fields that lead there.
    """
    try:
        for end in range(len(path), 0, -1):
            with suppress(UnknownIdError):
                return dossier.places.of(record.id, *path[:end])
        return dossier.places[record.id]
    except UnknownIdError:
        return NOWHERE
    except BilateralError:
        return CHANGED


def path_in(dossier: Dossier, record: Record, path: Path) -> str:
    """The keys that lead to a field of a record as its file writes them, if it has one.

    Args:
        dossier: The record's.
        record: The record.
        path: The fields that lead there.
    """
    try:
        return dossier.places.written(record.id, *path)
    except BilateralError:
        return path_of(record, path)


def path_of(record: Record, path: Path) -> str:
    """The keys that lead to a field of a record, as a person writes them.

    >>> from bilateral.records.actors import Leader
    >>> path_of(Leader(id="firefly", name="Rufus Firefly"), ("offices", 0, "end"))
    'leaders.firefly.offices[0].end'

    Args:
        record: The record.
        path: The fields that lead there.
    """
    section = _SECTIONS[JointDeclaration if isinstance(record, Clause) else type(record)]
    keys = record.local_id.replace("/", "/clauses/").split("/")
    return written_path((section, *keys, *path))


def shown(text: str) -> str:
    r"""A text for a message: quoted, in one line, and cut where it is long.

    >>> print(shown("two\nlines"))
    'two\nlines'

    Args:
        text: As written.
    """
    return repr(short(text))


def short(text: str) -> str:
    """A text, cut where it is long.

    Args:
        text: As written.
    """
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 3]}..."
