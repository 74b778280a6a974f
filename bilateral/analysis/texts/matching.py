"""Words in a folded text: exactly, but for what is said to be left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from itertools import islice

from attrs import frozen

from bilateral.analysis.texts.boundaries import count_words
from bilateral.analysis.texts.folding import PARAGRAPH, fold
from bilateral.analysis.texts.source_text import SourceText

LONGEST_CUT = 300
"""How many characters of one paragraph an elision leaves out at the most."""
FEWEST_WORDS = 2
"""How many words stand on each side of an elision at the least."""
MOST = 10_000
"""So many occurrences of words are looked at, of which one should be meant."""


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

    parts: tuple[tuple[int, int], ...]

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
    return Sought(tuple(part.strip() for part in parts))


def occurrences(text: SourceText, words: Sought) -> list[Occurrence]:
    """Where words stand in a text, `MOST` times at the most, in order.

    Words and numbers are whole, and what is left out is `LONGEST_CUT` characters of one paragraph
    at the most. Of two occurrences with one beginning or one end it is the shorter.
    """
    first, *others = words.parts
    found = [Occurrence((span,)) for span in islice(_spans(text, first), MOST)]
    for part in others:
        found = list(_continued(text, found, islice(_spans(text, part), MOST)))
    shortest: dict[int, Occurrence] = {}
    for occurrence in found:
        shortest.setdefault(occurrence.start, occurrence)
    return list(shortest.values())


def _spans(text: SourceText, words: str) -> Iterator[tuple[int, int]]:
    """Where words of which none is left out stand."""
    forms = [words]
    if PARAGRAPH in words:  # a quotation that goes on is opened again
        forms.append(words.replace(PARAGRAPH, f'{PARAGRAPH}"'))
    for form in forms:
        begin = text.folded.find(form)
        while begin >= 0:
            stop = begin + len(form)
            if not text.cuts_word(begin) and not text.cuts_word(stop):
                yield begin, stop
            begin = text.folded.find(form, begin + 1)


def _continued(
    text: SourceText, found: list[Occurrence], spans: Iterator[tuple[int, int]]
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
