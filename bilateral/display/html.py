"""HTML in which data stays text: no element and no attribute comes from it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Sequence

from bilateral.display.characters import visible

_VOID = frozenset({"input", "meta"})
_WEB = re.compile(r"https?://[^\s/]", re.IGNORECASE)


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
    return element("p", escape(text))


def element(name: str, /, *inside: str, **attributes: str | float) -> str:
    """An element of HTML, or of SVG in it or alone.

    In an attribute's name an underscore stands for a hyphen, and one behind it for nothing.

    >>> element("text", escape("a < b"), x=1.5, font_size=12, class_="title")
    '<text x="1.5" font-size="12" class="title">a &lt; b</text>'
    >>> element("input", type="checkbox", checked="")
    '<input type="checkbox" checked="">'

    Args:
        name: Of the element.
        inside: Elements, or text that is escaped already.
        attributes: Texts are escaped here; numbers are written to two decimals.
    """
    written = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for key, value in attributes.items()
    )
    opened = f"<{name}{written}>"
    return opened if name in _VOID else f"{opened}{''.join(inside)}</{name}>"


def _value(value: str | float) -> str:
    return escape(value) if isinstance(value, str) else f"{value:.2f}".rstrip("0").rstrip(".")


def link(text: str, url: str | None) -> str:
    """A link to a page of the web; the text alone where the address is of any other kind.

    >>> link("The treaty", "https://example.org/?a&b")
    '<a href="https://example.org/?a&amp;b" rel="noreferrer">The treaty</a>'
    >>> link("The treaty", "javascript:alert(1)")
    'The treaty'
    """
    if url is None or not _WEB.match(url):
        return escape(text)
    return element("a", escape(text), href=url, rel="noreferrer")


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


def _row(name: str, cells: Sequence[str], headings: Sequence[str]) -> str:
    pairs = zip(cells, headings, strict=True)
    return element("tr", *[element(name, escape(cell)) for cell, _ in pairs])
