"""Problems for those who read them: a terminal, a program, and GitHub beside a changed line."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.display import json
from bilateral.display.characters import visible
from bilateral.errors import LoadError, Problem, Severity

_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def to_text(problems: Sequence[Problem]) -> str:
    """A line for each of the first hundred, and how many more there are.

    Args:
        problems: In the order in which they are told.
    """
    return visible(str(LoadError(problems)))


def to_json(problems: Sequence[Problem]) -> str:
    """A JSON array with an object for each, as `Problem.to_dict` has it.

    >>> print(to_json([]))
    []

    Args:
        problems: In the order in which they are told.
    """
    return json.dumps([problem.to_dict() for problem in problems])


def to_github(problems: Sequence[Problem]) -> str:
    r"""A workflow command for each, which GitHub shows as an annotation of the line.

    What could end a command or a property is escaped as GitHub's documentation of workflow
    commands has it, so that no name or message can give a command of its own.

    >>> from bilateral.errors import Place
    >>> place = Place("a,b.yaml", 3, 5)
    >>> print(to_github([Problem(code="text", place=place, message="100 %\n::error::no")]))
    ::error file=a%2Cb.yaml,line=3,col=5,title=text::100 %25%0A::error::no

    Args:
        problems: In the order in which they are told.
    """
    return "\n".join(map(_command, problems))


def _command(problem: Problem) -> str:
    place = problem.place
    properties = {
        "file": place.file,
        "line": place.line,
        "col": place.column,
        "title": problem.code,
    }
    told = ",".join(
        f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items()
    )
    return f"::{problem.severity} {told}::{_escaped(problem.message, _DATA)}"


def _escaped(text: str, escapes: dict[str, str]) -> str:
    # `visible` leaves tabs and line ends, and writes out whatever else a log might act on.
    return visible("".join(escapes.get(character, character) for character in text))


def counted(problems: Sequence[Problem]) -> str:
    """How many errors and warnings there are, in words; nothing where there are none.

    >>> counted([])
    ''

    Args:
        problems: Any.
    """
    warnings = sum(problem.severity is Severity.WARNING for problem in problems)
    parts = ((len(problems) - warnings, "problem"), (warnings, "warning"))
    return ", ".join(f"{count} {word}{'s' if count > 1 else ''}" for count, word in parts if count)
