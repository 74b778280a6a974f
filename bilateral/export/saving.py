"""Results as text in one of the formats, and as files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from attrs import frozen

from bilateral.analysis.comparison import Comparison
from bilateral.analysis.covered import Coverage
from bilateral.analysis.timeline import Timeline
from bilateral.display.characters import one_line
from bilateral.errors import BilateralError, nearest
from bilateral.export import article, html, svg, timelinejs
from bilateral.format import saving

Result = Timeline | Comparison | Coverage
Render = Callable[[Any, str], str]
"""What makes text of a result and a title."""


@frozen
class Format:
    """A form in which results can be written.

    Attributes:
        endings: How the names of its files end.
        of: The kinds of result that have it, and what writes each.
    """

    endings: tuple[str, ...]
    of: Mapping[type[Result], Render]


_ALL = (Timeline, Comparison, Coverage)


def _of_all(render: Render) -> Mapping[type[Result], Render]:
    return dict.fromkeys(_ALL, render)


# The first three a result prints itself; they have no title. A file is as wide as it must be.
FORMATS: Mapping[str, Format] = {
    "text": Format((".txt",), _of_all(lambda result, _: result.to_text(sys.maxsize))),
    "markdown": Format((".md", ".markdown"), _of_all(lambda result, _: result.to_markdown())),
    "json": Format((".json",), _of_all(lambda result, _: result.to_json())),
    "svg": Format((".svg",), {Timeline: svg.render}),
    "html": Format((".html", ".htm"), {Timeline: html.render, Coverage: article.render}),
    "timelinejs": Format((".timelinejs.json",), {Timeline: timelinejs.render}),
}


def render(result: Result, format: str, *, title: str | None = None) -> str:
    """A result as text in one of the formats, with a line break at its end.

    >>> import bilateral as bl
    >>> moments = bl.timeline(bl.load("examples/xi-putin-beijing-2024.yaml"))
    >>> print(render(moments[:1], "text"), end="")
    date     kind         title
    -------  -----------  --------------------------------------------------
    2022-02  declaration  Declaration of the partnership of China and Russia

    Args:
        result: A timeline, a comparison or a coverage.
        format: `text`, `markdown` or `json`; of a timeline also `svg`, `html` or `timelinejs`, of
            a coverage `html`, which marks up the texts.
        title: The heading, where the format has one; by default `Timeline` or `Coverage`.

    Raises:
        BilateralError: There is no such format, or not of such a result, or it cannot show this
            one.
        TypeError: The result is something else.
    """
    _require(result)
    usable = [name for name, each in FORMATS.items() if type(result) in each.of]
    if format not in usable:
        near = nearest(str(format), usable)
        hint = f"did you mean {near!r}?" if near else f"it is one of {', '.join(usable)}"
        raise BilateralError(f"a {_kind(result)} has no format {format!r}; {hint}")
    heading = one_line(title or "") or type(result).__name__
    return FORMATS[format].of[type(result)](result, heading).rstrip("\n") + "\n"


def save(
    result: Result,
    path: str | os.PathLike[str],
    *,
    format: str | None = None,
    title: str | None = None,
) -> None:
    """Write a result to a file, in the format that the file's ending names.

    A file that is there is replaced, as a whole or not at all.

    Args:
        result: A timeline, a comparison or a coverage.
        path: The file: `.txt`, `.md` or `.json`; of a timeline also `.svg`, `.html`, or
            `.timelinejs.json`; of a coverage also `.html`.
        format: As for `render`, whatever the ending is.
        title: As for `render`.

    Raises:
        BilateralError: The ending names no format, or not one of such a result, or it is that of
            article files; or the file cannot be written.
        TypeError: The result is something else.
    """
    _require(result)
    file = Path(path)
    if {file.suffix.lower(), Path(os.path.realpath(file)).suffix.lower()} & {".yaml", ".yml"}:
        raise BilateralError(f"{file}: is the name of an article file; write another ending")
    text = render(result, format or _format_of(file, result), title=title)
    saving.save({file: text}, {}, overwrite=True)


def _require(result: object) -> None:
    if not isinstance(result, _ALL):
        kind = type(result).__name__
        raise TypeError(f"a timeline, a comparison or a coverage is written, not a {kind}")


def _format_of(file: Path, result: Result) -> str:
    """The format that a file's ending names; the longest ending counts."""
    name = file.name.lower()
    endings = {ending: each for each in FORMATS.items() for ending in each[1].endings}
    fitting = [ending for ending in endings if name.endswith(ending)]
    format, found = endings[max(fitting, key=len)] if fitting else ("", None)
    if found is None or type(result) not in found.of:
        known = ", ".join(end for end, (_, each) in endings.items() if type(result) in each.of)
        raise BilateralError(
            f"{file}: the ending names no format of a {_kind(result)}; write {known}"
        )
    return format


def _kind(result: Result) -> str:
    return type(result).__name__.lower()
