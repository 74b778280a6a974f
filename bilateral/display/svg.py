"""What texts measure in a picture, and lines of them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from bilateral.display.html import element, escape

_NARROW = frozenset("iljtfrI.,:;'|!()[]{}-/\\\"\u2018\u2019\u201c\u201d ")
_BROAD = frozenset("mwMW@%\u2014\u2026")


def text_width(text: str) -> float:
    """How wide a text is in a usual sans-serif font, in font sizes: rather too much.

    >>> round(text_width("will"), 2), round(text_width("mom"), 2)
    (2.2, 2.64)
    """
    return sum(map(_width, text))


def _width(character: str) -> float:
    if character in _NARROW:
        return 0.4
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0.0
    if character in _BROAD or unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if not character.isascii():
        # Letters of other scripts are wider, and symbols the widest.
        return 1.15 if not character.isalpha() else 0.95 if character.isupper() else 0.8
    return 0.75 if character.isupper() else 0.64


def lines(texts: Iterable[str], x: float, y: float, height: float, class_: str) -> list[str]:
    """Lines of text below each other.

    Args:
        texts: The lines.
        x: Where they begin.
        y: The base line of the first.
        height: From one base line to the next.
        class_: Their class.
    """
    return [
        element("text", escape(line), x=x, y=y + number * height, class_=class_)
        for number, line in enumerate(texts)
    ]
