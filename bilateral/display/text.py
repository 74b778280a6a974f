"""Terminal text: paragraphs and tables that wrap and never cut, and pass no control codes on.

How wide: the `width` that is given; without one the environment's `COLUMNS`; else the width of the
terminal that standard output is; and no limit where it is none. So what is piped has one line for
each row, and `grep` finds all of it.
"""

from __future__ import annotations

import math
import shutil
from collections.abc import Callable, Iterable, Sequence
from itertools import zip_longest

from bilateral.display.characters import columns, one_line

NARROWEST = 12
"""No column or paragraph is wrapped narrower than this, however little room there is."""

_BETWEEN = "  "


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], width: int | None = None) -> str:
    """A heading and a line for each row, in columns; the widest ones wrap where room is short.

    >>> print(table(["country", "capital"], [["FRD", "Marx"], ["SYL", "Duckville"]]))
    country  capital
    -------  ---------
    FRD      Marx
    SYL      Duckville

    Args:
        headings: One for each column.
        rows: As many cells in each.
        width: The most columns of the terminal to fill; as the module says where None.

    Raises:
        ValueError: A row has more or fewer cells than there are headings.
    """
    cells = [[one_line(cell) for cell in row] for row in (headings, *rows)]
    natural = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    widths = _fitted(natural, _room(width) - len(_BETWEEN) * (len(natural) - 1))
    rule = ["-" * column for column in widths]
    lines = [line for row in (cells[0], rule, *cells[1:]) for line in _row(row, widths)]
    return "\n".join(lines) if natural else ""


def paragraph(text: str, width: int | None = None, *, first: str = "", rest: str = "") -> str:
    r"""The text on as many lines as it needs.

    >>> print(paragraph("Neither side would yield.", 20, first="- ", rest="  "))
    - Neither side would
      yield.

    Args:
        text: What it says; line breaks in it become spaces.
        width: The most columns of the terminal to fill; as the module says where None.
        first: What stands before the first line.
        rest: What stands before the others.
    """
    room = _room(width) - max(columns(first), columns(rest))
    lines = wrapped(one_line(text), max(room, NARROWEST))
    return "\n".join(f"{rest if index else first}{line}" for index, line in enumerate(lines))


def wrapped(text: str, width: float, measure: Callable[[str], float] = columns) -> list[str]:
    """The lines of a text of one line, broken at spaces, and within words that are too wide.

    >>> wrapped("a treaty of friendship", 8)
    ['a treaty', 'of', 'friendsh', 'ip']

    Args:
        text: What is wrapped.
        width: How wide a line may be.
        measure: How wide a text is, which is as wide as its characters together.
    """
    if measure(text) <= width:
        return [text]
    found = [""]
    taken = 0.0
    for word in text.split(" "):
        room = measure(word)
        between = measure(" ") if found[-1] else 0
        if found[-1] and taken + between + room <= width:
            found[-1] += f" {word}"
            taken += between + room
            continue
        if found[-1]:
            found.append("")
        found[-1], taken = word, room
        if room > width:
            *whole, found[-1] = _broken(word, width, measure)
            found[-1:-1] = whole
            taken = measure(found[-1])
    return found


def _broken(word: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """The parts of a word that is too wide, each of one letter at least."""
    parts: list[list[str]] = [[]]
    taken = 0.0
    for character in word:
        room = measure(character)
        if parts[-1] and taken + room > width:
            parts.append([])
            taken = 0.0
        parts[-1].append(character)
        taken += room
    return ["".join(part) for part in parts]


def _room(width: int | None) -> float:
    return width or shutil.get_terminal_size(fallback=(0, 0)).columns or math.inf


def _fitted(natural: Sequence[int], room: float) -> list[int]:
    """Widths that fit the room: the narrow columns keep theirs, the wide ones share the rest."""
    for place, column in enumerate(sorted(natural)):
        share = room // (len(natural) - place)
        if column > share:
            widest = max(int(share), NARROWEST)
            return [min(column, widest) for column in natural]
        room -= column
    return list(natural)


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped_cells = [wrapped(cell, width) for cell, width in zip(cells, widths, strict=True)]
    return [
        _BETWEEN.join(
            part + " " * (width - columns(part)) for part, width in zip(parts, widths, strict=True)
        ).rstrip()
        for parts in zip_longest(*wrapped_cells, fillvalue="")
    ]
