"""Markdown (CommonMark, and the tables of GitHub) in which data stays text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from bilateral.display.characters import one_line

# Entities for these, as some readers of Markdown know no backslash before them.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})
# The last two are addresses, which GitHub would link with the backslashes that we put in them.
_MARKS = re.compile(r"[\\`*_\[\]|~#$]|:(?=//)|(?<=www)\.")
# What begins a list, a rule or a heading's underline, where it stands first.
_BEGINS = re.compile(r"[-+=:]|[0-9]{1,9}[.)]")


def escape(text: str) -> str:
    r"""The text so that a reader of Markdown shows just it, on one line.

    >>> print(escape("a | b <c> *d*"))
    a \| b &lt;c&gt; \*d\*
    """
    line = one_line(text).translate(_ENTITIES)
    begins = _BEGINS.match(line)
    escaped = _MARKS.sub(r"\\\g<0>", line[begins.end() :] if begins else line)
    return f"{begins[0][:-1]}\\{begins[0][-1]}{escaped}" if begins else escaped


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with one row a line.

    >>> print(table(["country", "capital"], [["FRD", "Marx"]]))
    | country | capital |
    | --- | --- |
    | FRD | Marx |

    Raises:
        ValueError: A row has more or fewer cells than there are headings.
    """
    head, *body = (_row(cells, headings) for cells in (headings, *rows))
    return "\n".join([head, f"|{' --- |' * len(headings)}", *body]) if headings else ""


def _row(cells: Sequence[str], headings: Sequence[str]) -> str:
    escaped = [escape(cell) for cell, _ in zip(cells, headings, strict=True)]
    return f"| {' | '.join(escaped)} |"
