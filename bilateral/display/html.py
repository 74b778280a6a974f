"""HTML in which data stays text: no element and no attribute comes from it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Sequence

from bilateral.display.characters import visible


def escape(text: str) -> str:
    """The text so that a browser shows just it, in an element or in a quoted attribute.

    >>> escape("<b>&</b>")
    '&lt;b&gt;&amp;&lt;/b&gt;'
    """
    return html.escape(visible(text))


def paragraph(text: str) -> str:
    """A paragraph.

    >>> paragraph("a < b")
    '<p>a &lt; b</p>'
    """
    return f"<p>{escape(text)}</p>"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table with a head, one row a line.

    >>> print(table(["country"], [["FRD"]]))
    <table>
    <thead><tr><th>country</th></tr></thead>
    <tbody>
    <tr><td>FRD</td></tr>
    </tbody>
    </table>

    Raises:
        ValueError: A row has more or fewer cells than there are headings.
    """
    return "\n".join(
        [
            "<table>",
            f"<thead>{_row('th', headings, headings)}</thead>",
            "<tbody>",
            *[_row("td", row, headings) for row in rows],
            "</tbody>",
            "</table>",
        ]
    )


def _row(element: str, cells: Sequence[str], headings: Sequence[str]) -> str:
    escaped = [
        f"<{element}>{escape(cell)}</{element}>" for cell, _ in zip(cells, headings, strict=True)
    ]
    return f"<tr>{''.join(escaped)}</tr>"
