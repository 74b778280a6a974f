"""The frame of a page that needs nothing else, and lets nothing in that data brought."""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256

from bilateral.display.characters import one_line
from bilateral.display.html import element, escape, link
from bilateral.export.assets import asset
from bilateral.records.sources import Source


def page(title: str, *inside: str, style: str = "", script: str = "") -> str:
    """A page.

    Args:
        title: What the window says.
        inside: The elements of its body.
        style: The name of a style sheet beside those of all pages.
        script: The name of its script.
    """
    sheet = "".join(map(asset, filter(None, ("chart.css", "page.css", style))))
    program = asset(script) if script else ""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_policy(sheet, program)),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("title", escape(one_line(title))),
        element("style", sheet),
    )
    body = element("body", *inside, element("script", program) if program else "")
    return f"<!doctype html>\n{element('html', head, body, lang='en')}\n"


def _policy(style: str, script: str) -> str:
    """All that a browser applies and runs: no style, script, picture or address of the data's."""
    allowed = [f"style-src '{_digest(style)}'"]
    allowed += [f"script-src '{_digest(script)}'"] if script else []
    return "; ".join(["default-src 'none'", "base-uri 'none'", "form-action 'none'", *allowed])


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


def headline(title: str) -> str:
    """The heading of a page."""
    return element("h1", escape(one_line(title)), dir="auto")


def cited(source: Source) -> str:
    """A source's title, with a link to it, and its publisher."""
    publisher = f", {escape(one_line(source.publisher))}" if source.publisher else ""
    return f"{link(one_line(source.title), source.url)}{publisher}"
