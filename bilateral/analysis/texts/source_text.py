"""A source's text, folded and divided into paragraphs."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from bilateral.analysis.texts.boundaries import cuts, word_pattern
from bilateral.analysis.texts.folding import PARAGRAPH, fold
from bilateral.analysis.texts.quotations import Quotations
from bilateral.analysis.texts.sentences import sentences
from bilateral.display.characters import stacked

_MARK = re.compile("[\"']")
_NOT_A_WORD = re.compile(r"\.\.\.|\n\n|[^\w\s]|_")


def sha256(text: str) -> str:
    r"""The hash of a text, as a source's `sha256` holds it.

    It is the SHA-256, in hexadecimal digits, of the UTF-8 of the text in NFC, with `\n` for every
    line end, and without a byte order mark and white space around it.

    >>> sha256("Neither side would yield.\r\n") == sha256("Neither side would yield.")
    True
    """
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    stripped = lines.strip()
    piled = stacked(stripped) is not None  # which no text is, and would take long
    normalised = stripped if piled else unicodedata.normalize("NFC", stripped)
    return hashlib.sha256(normalised.encode("utf-8", "surrogatepass")).hexdigest()


class Token(NamedTuple):
    """A word, a punctuation mark or the end of a paragraph in a folded text.

    Attributes:
        text: It.
        start, end: Its span.
    """

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word or number."""
        return self.text[0].isalnum() or self.text[-1].isalnum()

    @property
    def key(self) -> str:
        """What it is looked up by."""
        return self.text.casefold()


def tokens(folded: str) -> list[Token]:
    """The words and marks of a folded text.

    >>> [token.text for token in tokens("hard-earned, and")]
    ['hard-earned', ',', 'and']
    """
    found, start = [], 0
    for word in word_pattern().finditer(folded):
        found += _marks(folded, start, word.start())
        found.append(Token(word[0], *word.span()))
        start = word.end()
    return found + _marks(folded, start, len(folded))


def _marks(folded: str, start: int, end: int) -> list[Token]:
    """What stands between two words."""
    return [Token(found[0], *found.span()) for found in _NOT_A_WORD.finditer(folded, start, end)]


class SourceText:
    """A text to look for words in.

    Attributes:
        original: The text as it was given; all spans that are told are in it.
        folded: It without the accidents of its typography; all that is sought is sought in it.
    """

    def __init__(self, original: str) -> None:
        self.original = original
        self._fold = fold(original)
        self.folded = self._fold.text

    @cached_property
    def sha256(self) -> str:
        """Its hash."""
        return sha256(self.original)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """The spans of its paragraphs in the folded text."""
        found, start = [], 0
        for paragraph in self.folded.split(PARAGRAPH):
            end = start + len(paragraph)
            inner = paragraph.strip()
            if inner:
                begin = start + paragraph.index(inner)
                found.append((begin, begin + len(inner)))
            start = end + len(PARAGRAPH)
        return found

    @cached_property
    def sentences(self) -> list[tuple[int, tuple[int, int]]]:
        """The spans of its sentences in the folded text, each with the number of its paragraph."""
        return [
            (number, span)
            for number, paragraph in enumerate(self.paragraphs, start=1)
            for span in sentences(self.folded, *paragraph)
        ]

    @cached_property
    def tokens(self) -> list[Token]:
        """Its words and marks."""
        return tokens(self.folded)

    @cached_property
    def positions(self) -> dict[str, list[int]]:
        """Which of its tokens a word is, whatever its case."""
        found: dict[str, list[int]] = {}
        for number, token in enumerate(self.tokens):
            if token.is_word:
                found.setdefault(token.key, []).append(number)
        return found

    @cached_property
    def quotations(self) -> Quotations:
        """What of it stands between quotation marks."""
        marks = [
            (found.start(), self.original[self.original_span(*found.span())[0]])
            for found in _MARK.finditer(self.folded)
        ]
        return Quotations(self.folded, marks)

    def paragraph(self, position: int) -> int:
        """The number of the paragraph, from 1, in which a place of the folded text lies."""
        return max(bisect_right(self.paragraphs, (position, len(self.folded))), 1)

    def cuts_word(self, position: int) -> bool:
        """Whether a place between two characters of the folded text lies within a word."""
        folded, dash = self.folded, "-"
        for at in (position - 1, position):
            if folded[at : at + 1] == "-" and 0 < at < len(folded) - 1:
                # All that stands between the characters around it, which is folded to it.
                _, start = self.original_span(at - 1, at)
                end, _ = self.original_span(at + 1, at + 2)
                dash = self.original[start:end]
        return cuts(folded, position, dash)

    def original_span(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text of one in the folded one."""
        return self._fold.original(start, end)
