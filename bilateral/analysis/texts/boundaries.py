"""Where words begin and end, so that nothing is found that cuts one."""

from __future__ import annotations

import re
import unicodedata

# Scripts that put no space between words.
_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_WORD = re.compile(
    rf"[{_UNSPACED}]|(?:(?![{_UNSPACED}])[^\W_])+(?:['-](?:(?![{_UNSPACED}])[^\W_])+)*"
)
_NO_SPACES = re.compile(f"[{_UNSPACED}]")
_HYPHENS = frozenset("-\u2010\u2011")


def count_words(text: str) -> int:
    """How many words a folded text has; of a script without spaces, how many characters.

    >>> count_words("hard-earned, and"), count_words("核平衡")
    (2, 3)
    """
    return sum(1 for _ in _WORD.finditer(text))


def cuts(text: str, position: int, *, hyphen: str = "-") -> bool:
    """Whether a place between two characters of a folded text lies within a word or number.

    A hyphenated word is one, and so is one with an ending behind an apostrophe (`can't`) but for
    the possessive: what ends at `can` or begins behind `non-` may say the opposite.

    >>> cuts("non-nuclear", 4), cuts("he can't", 6), cuts("Russia's", 6), cuts("1,000", 1)
    (True, True, False, True)

    Args:
        text: The folded text.
        position: How many characters come before the place.
        hyphen: What a hyphen beside the place is in the original text: another sort of dash, or
            one with spaces around it, joins no words.
    """
    before, after = text[position - 1 : position], text[position : position + 1]
    if not before or not after:
        return False
    if unicodedata.category(after).startswith("M"):
        return True
    if _NO_SPACES.match(before) or _NO_SPACES.match(after):
        return False
    if before.isalnum() and after.isalnum():
        return True
    further_back, further_on = text[position - 2 : position - 1], text[position + 1 : position + 2]
    if before.isalnum() and further_on.isalnum():
        if after in ".,":
            return before.isdigit() and further_on.isdigit()
        if after == "'":
            return not _is_possessive(text, position)
        return after == "-" and hyphen in _HYPHENS
    if after.isalnum() and further_back.isalnum():
        if before in ".,":
            return after.isdigit() and further_back.isdigit()
        return before == "-" and hyphen in _HYPHENS
    return False


def _is_possessive(text: str, position: int) -> bool:
    return text[position + 1] in "sS" and not text[position + 2 : position + 3].isalnum()
