"""What must hold of outcomes, whatever the input is."""

from __future__ import annotations

from collections.abc import Iterable

from bilateral import Dossier, Problem
from bilateral.format.decoding import LINE_BREAK
from bilateral.format.documents import SECTIONS

NAME = "<text>"


class Outcome(Exception):
    """Something that must hold does not."""


def ensure(holds: object, message: str) -> None:
    """Raise unless it holds; `assert` would be gone under -O."""
    if not holds:
        raise Outcome(message)


def look_at(problems: Iterable[Problem], texts: dict[str, str]) -> None:
    """Problems have places in the texts, and can be told."""
    problems = tuple(problems)
    ensure(problems, "an error without a problem")
    lines_of = {name: LINE_BREAK.split(text.removeprefix("\ufeff")) for name, text in texts.items()}
    for problem in problems:
        line, column = problem.place.line, problem.place.column
        ensure(str(problem).startswith(f"{problem.place.file}:{line}:{column}: "), "no place told")
        ensure(problem.code, "no code")
        ensure(problem.message, "no message")
        lines = lines_of.get(problem.place.file)
        if lines is not None:
            ensure(1 <= line <= len(lines), f"the text has no line {line}: {problem}")
            ensure(1 <= column <= len(lines[line - 1]) + 1, f"no such column: {problem}")


def same(one: Dossier, other: Dossier, what: str) -> None:
    """Two dossiers are equal, and their records stand in the same order."""
    ensure(one == other, f"{what}: another dossier")
    for name in ("articles", *SECTIONS):
        ids = [record.id for record in one.section(name)]
        ensure(ids == [record.id for record in other.section(name)], f"{what}: another order")
