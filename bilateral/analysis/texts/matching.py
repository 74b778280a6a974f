"""Words in a folded text: exactly, but for what is said to be left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from heapq import merge
from itertools import islice

from attrs import frozen

from bilateral.analysis.texts.boundaries import count_words
from bilateral.analysis.texts.folding import PARAGRAPH, fold
from bilateral.analysis.texts.source_text import SourceText

LONGEST_CUT = 300
"""How many characters of one paragraph an elision leaves out at the most."""
FEWEST_WORDS = 2
"""How many words stand on each side of an elision at the least."""
MOST = 1_000
"""So many occurrences of words are looked at, of which one should be meant."""
_LOOSE = re.compile(r"^- +| +-$")
_NO_LETTER = re.compile(r"[\W_]")

Span = tuple[int, int]


class Elision(Enum):
    """What stands for words that are left out.

    In evidence three dots; in quoted words, which may have dots of their own, dots in brackets.
    """

    DOTS = re.compile(r"\[ ?\.\.\. ?\]|\.\.\.")
    BRACKETS = re.compile(r"\[ ?\.\.\. ?\]")


@frozen
class Sought:
    """Words to look for.

    Attributes:
        parts: The folded words, divided where some are left out.
    """

    parts: tuple[str, ...]

    @property
    def broken(self) -> bool:
        """Whether too few words stand on a side of an elision to tell what is left out."""
        parts = self.parts
        return parts == ("",) or (
            len(parts) > 1 and any(count_words(part) < FEWEST_WORDS for part in parts)
        )


@frozen
class Occurrence:
    """A place in a text where words stand.

    Attributes:
        parts: The spans of the parts, in order.
    """

    parts: tuple[Span, ...]

    @property
    def start(self) -> int:
        """Where the first part begins."""
        return self.parts[0][0]

    @property
    def end(self) -> int:
        """Where the last part ends."""
        return self.parts[-1][1]


def sought(words: str, elision: Elision) -> Sought:
    """The words to look for, folded.

    >>> sought("talks on Ukraine … energy and trade", Elision.DOTS).parts
    ('talks on Ukraine', 'energy and trade')
    """
    parts = elision.value.split(fold(words).text)
    # A dash at an end joins the words to nothing; a sign belongs to its number.
    return Sought(tuple(_LOOSE.sub("", part.strip()) for part in parts))


def occurrences(
    text: SourceText,
    words: Sought,
    fits: Callable[[Occurrence], bool] | None = None,
    within: Sequence[Span] | None = None,
) -> list[Occurrence]:
    """Where words stand in a text, `MOST` times at the most, in order.

    Words and numbers are whole, and what is left out is `LONGEST_CUT` characters of one paragraph
    at the most. Of two occurrences with one beginning or one end it is the shorter.

    Args:
        text: Where.
        words: What.
        fits: What an occurrence must do beside.
        within: The spans outside which words of one part are not looked for.
    """
    if len(words.parts) > 1:
        found = _chains(text, words.parts)
    else:
        everywhere = [(0, len(text.folded))]
        found = _unbroken(text, words.parts[0], everywhere if within is None else within)
    return list(islice(filter(fits, found), MOST))


def _unbroken(text: SourceText, words: str, within: Sequence[Span]) -> Iterator[Occurrence]:
    for low, high in within:
        for span in _spans(text, words, low, high):
            yield Occurrence((span,))


def _chains(text: SourceText, parts: tuple[str, ...]) -> Iterator[Occurrence]:
    """Where parts stand one behind the other: looked for around the rarest of them."""
    rarest = min(range(len(parts)), key=lambda number: text.folded.count(parts[number]))
    ahead = sum(len(part) + LONGEST_CUT for part in parts[:rarest])
    beyond = sum(len(part) + LONGEST_CUT for part in parts[rarest:])
    shortest: dict[int, Occurrence] = {}
    for start, _ in islice(_spans(text, parts[rarest], 0, len(text.folded)), MOST):
        low, high = max(start - ahead, 0), start + beyond
        found = [Occurrence((span,)) for span in _spans(text, parts[0], low, high)]
        for part in parts[1:]:
            found = list(_continued(text, found, _spans(text, part, low, high)))
        for occurrence in found:
            known = shortest.get(occurrence.start)
            if known is None or occurrence.end < known.end:
                shortest[occurrence.start] = occurrence
    last: dict[int, Occurrence] = {}
    for start in sorted(shortest):
        last[shortest[start].end] = shortest[start]
    return iter(sorted(last.values(), key=lambda occurrence: occurrence.start))


def _spans(text: SourceText, words: str, low: int, high: int) -> Iterator[Span]:
    """Where words of which none is left out stand between two places of a text, in order."""
    if PARAGRAPH not in words:
        return _whole(text, words, low, high)
    # A quotation that goes on is opened again.
    again = [words.replace(PARAGRAPH, f"{PARAGRAPH}{mark}") for mark in "\"'"]
    return merge(*(_whole(text, form, low, high) for form in (words, *again)))


def _whole(text: SourceText, words: str, low: int, high: int) -> Iterator[Span]:
    folded = text.folded
    begin = folded.find(words, low, high)
    while begin >= 0:
        stop, on = begin + len(words), begin + 1
        if text.cuts_word(begin):
            # Nothing begins before the word ends.
            letter = _NO_LETTER.search(folded, on)
            on = letter.start() if letter else len(folded)
        elif not text.cuts_word(stop):
            yield begin, stop
        begin = folded.find(words, on, high)


def _continued(
    text: SourceText, found: list[Occurrence], spans: Iterator[Span]
) -> Iterator[Occurrence]:
    """Each span with the nearest occurrence before it of what comes before."""
    index = 0
    for span in spans:
        while index < len(found) and found[index].end <= span[0]:
            index += 1
        if not index:
            continue
        before = found[index - 1]
        near = span[0] - before.end <= LONGEST_CUT
        if near and PARAGRAPH not in text.folded[before.end : span[0]]:
            yield Occurrence((*before.parts, span))
