"""Where words begin and end, so that nothing is found that cuts one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

# Scripts that put no space between words: each character counts for a word.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_NO_SPACES = re.compile(f"[{UNSPACED}]")
_KATAKANA = re.compile("[\u30a1-\u30ff]{2}")
_SEPARATORS = frozenset(".,:/'\u00b7")
"""What stands within numbers, and times and fractions."""
_BREAKING = frozenset("\u2014\u2015\u2e3a\u2e3b")
"""Dashes that stand between words even without spaces; all others join them."""


@cache
def word_pattern() -> re.Pattern[str]:
    """What words are: letters with their marks, numbers with their signs and separators.

    Hyphens and apostrophes join letters to one word. Of a script without spaces, each character is
    a word.
    """
    marks = "".join(
        chr(code) for code in range(0x300, 0x11000) if unicodedata.category(chr(code))[0] == "M"
    )
    letter = f"(?![{UNSPACED}])[^\\W_][{marks}]*"
    return re.compile(
        rf"[{UNSPACED}][{marks}]*|(?<![\w-])-?\d+(?:[.,:/'\u00b7]\d+)*(?![^\W\d_])"
        rf"|(?:{letter})+(?:['-](?:{letter})+)*"
    )


def count_words(text: str) -> int:
    """How many words a folded text has: of a script without spaces, how many characters.

    >>> count_words("1,000 hard-earned, and"), count_words("核平衡")
    (3, 3)
    """
    return sum(1 for _ in word_pattern().finditer(text))


def cuts(text: str, position: int, dash: str = "-") -> bool:
    """Whether a place between two characters of a folded text lies within a word or number.

    A hyphenated word is one, and so is one with an ending behind an apostrophe (`can't`) but for
    the possessive: what ends at `can` or begins behind `non-` may say the opposite. A number is
    one with its sign, its separators and its groups of three digits.

    >>> cuts("non-nuclear", 4), cuts("he can't", 6), cuts("Russia's", 6), cuts("1,000", 1)
    (True, True, False, True)

    Args:
        text: The folded text.
        position: How many characters come before the place.
        dash: What a hyphen beside the place is in the original text, with the spaces around it: a
            long dash, or one with spaces around it, joins no words.
    """
    before, after = text[position - 1 : position], text[position : position + 1]
    if not before or not after:
        return False
    if _is_mark(after):
        return True
    if before == after == ".":
        return True
    if _NO_SPACES.match(before) or _NO_SPACES.match(after):
        return bool(_KATAKANA.match(before + after))
    if _is_letter(before) and _is_letter(after):
        return True
    back, on = text[position - 2 : position - 1], text[position + 1 : position + 2]
    if before.isdigit() or after.isdigit():
        if _cuts_number(text, position):
            return True
        if before == "-" and (not back or back.isspace()):
            return True
    joins = len(dash) == 1 and dash not in _BREAKING
    if _is_letter(before) and _is_letter(on):
        if after == "'":
            return not _is_possessive(text, position)
        return after == "-" and joins
    return before == "-" and joins and _is_letter(after) and _is_letter(back)


def _cuts_number(text: str, position: int) -> bool:
    """Whether a place beside a digit lies within a number."""
    before, after = text[position - 1], text[position]
    back, on = text[position - 2 : position - 1], text[position + 1 : position + 2]
    if before.isdigit():
        if after in _SEPARATORS and on.isdigit():
            return True
        return after == " " and _is_group(text, position)
    if before in _SEPARATORS and back.isdigit():
        return True
    if before in ".," and (not back or back.isspace()):
        return True
    return before == " " and _is_group(text, position - 1)


def _is_group(text: str, space: int) -> bool:
    """Whether a space parts groups of digits, as in `15 000`."""
    head, tail = text[max(space - 4, 0) : space], text[space + 1 : space + 5]
    digits = re.search(r"(?<!\d)\d{1,3}$", head)
    return digits is not None and re.fullmatch(r"\d{3}\D?", tail) is not None


def _is_letter(character: str) -> bool:
    return character.isalnum() or (bool(character) and _is_mark(character))


def _is_mark(character: str) -> bool:
    return character > "\u02ff" and unicodedata.category(character).startswith("M")


def _is_possessive(text: str, position: int) -> bool:
    return text[position + 1] in "sS" and not _is_letter(text[position + 2 : position + 3])
