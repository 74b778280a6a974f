"""What characters do to a page: those that act unseen are written out, and all are measured."""

from __future__ import annotations

import re
import unicodedata

# Both join letters as several scripts require, and neither can reorder or hide anything.
_JOINERS = frozenset("\u200c\u200d")
_ACTING = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
# No characters of any writing; XML has no way to write some of them, and readers of HTML object.
_NO_CHARACTERS = frozenset(
    [
        *map(chr, range(0xFDD0, 0xFDF0)),
        *(chr(code) for end in (0xFFFE, 0xFFFF) for code in range(end, 0x110000, 0x10000)),
    ]
)
_UNDRAWN = frozenset({"Mn", "Me", "Cf"})


MOST_MARKS = 30
"""So many marks on one letter are as many as any writing needs (Unicode's Stream-Safe format)."""
_UNLIKE_LETTERS = re.compile(rf"[^\w\s\x00-\x7f]{{{MOST_MARKS + 1},}}")


def stacked(text: str) -> int | None:
    r"""Where a letter has more than `MOST_MARKS` marks; None where none has.

    To put marks in order takes time that grows with the square of their number.

    >>> stacked("e\u0301"), stacked("e" + "\u0301" * 100)
    (None, 31)
    """
    if text.isascii():
        return None
    for found in _UNLIKE_LETTERS.finditer(text):
        marks = 0
        for position in range(*found.span()):
            marks = marks + 1 if unicodedata.combining(text[position]) else 0
            if marks > MOST_MARKS:
                return position
    return None


def acts(character: str) -> bool:
    r"""Whether it acts unseen: a control, a bidirectional override, half a surrogate pair.

    >>> acts("\x1b"), acts("\u202e"), acts("\n"), acts("x")
    (True, True, True, False)
    """
    if unicodedata.category(character) in _ACTING:
        return character not in _JOINERS
    return character in _NO_CHARACTERS


def visible(text: str) -> str:
    r"""The text with what acts unseen written out as Python escapes it; tabs and newlines stay.

    >>> print(visible("\x1b[31mred"))
    \x1b[31mred
    """
    if text.isprintable():
        return text
    return "".join(
        character.encode("unicode_escape").decode()
        if character not in "\t\n" and acts(character)
        else character
        for character in text
    )


def one_line(text: str) -> str:
    r"""The text as `visible` has it, with each run of white space folded to one space.

    >>> one_line("two\n lines ")
    'two lines'
    """
    return visible(" ".join(text.split()))


def columns(text: str) -> int:
    """How many columns of a terminal the text takes: East Asian wide characters take two.

    >>> columns("Beijing"), columns("北京")
    (7, 4)
    """
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def _width(character: str) -> int:
    if unicodedata.category(character) in _UNDRAWN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
