"""The passage of a text that is most like words which do not stand in it, and how it differs."""

from __future__ import annotations

import re
from collections import defaultdict
from difflib import Match, SequenceMatcher

from attrs import field, frozen

from bilateral.analysis.texts.folding import PARAGRAPH
from bilateral.analysis.texts.source_text import SourceText, Token, tokens
from bilateral.display.characters import visible

_LONGEST = 60
"""How many words are compared; of more, those around the first that differs."""
_COMMON = 200
"""A word that stands more often in a text than this says little of where a passage is."""
_WINDOWS = 3
"""How many stretches of a text are compared."""
_LIKE_ENOUGH = 0.5
"""More than this share of the letters must be in equal words: nothing is decided by it."""
_KEPT = 6
"""How many words on each side of a difference are shown."""
_STOP = re.compile(r"[,.;:!?]")
_STRAY = 2
"""So many equal words far from all others are equal by chance."""


@frozen
class Change:
    """A stretch of two passages.

    Attributes:
        coded: What was coded.
        source: What the source has; the same where nothing differs.
    """

    coded: str
    source: str


@frozen
class Nearest:
    """The passage of a source's text that is most like words which do not stand in it.

    It is told to help a person, and never taken for the words.

    Attributes:
        text: The passage, as the source has it.
        span: Where it stands in the text: the first code point, counted from 0, and the one after
            the last.
        paragraph: In which paragraph it begins, counted from 1.
        changes: It and the coded words, stretch by stretch, without the accidents of typography.
    """

    text: str
    span: tuple[int, int]
    paragraph: int
    changes: tuple[Change, ...] = field(repr=False)

    def __str__(self) -> str:
        """The coded words, with `[-what is not there-]` and `{+what is+}`."""
        told = ""
        last = len(self.changes) - 1
        for number, change in enumerate(self.changes):
            if change.coded == change.source:
                piece = _shortened(change.coded, first=number == 0, last=number == last)
            else:
                pieces = [f"[-{change.coded}-]"] if change.coded else []
                pieces += [f"{{+{change.source}+}}"] if change.source else []
                piece = " ".join(pieces)
            told += piece if not told or _STOP.match(piece) else f" {piece}"
        return visible(told.replace(PARAGRAPH, "\u00b6"))


def nearest_passage(text: SourceText, words: str) -> Nearest | None:
    """The passage most like these words; None where none has half of them.

    Where it may be is told by the rare words of the two, and what it is by comparing them word by
    word. No score of likeness is told, and none decides whether words were found: "highest" and
    "lowest" are much alike.

    Args:
        text: Where to look.
        words: Folded words, with nothing left out.
    """
    coded = tokens(words)
    if len(coded) > _LONGEST:
        coded = _where_it_departs(text, words, coded)
    best: tuple[int, int, int] | None = None
    for first, last in _windows(text, coded):
        letters, start, stop = _compared(coded, text.tokens[first:last])
        if best is None or letters > best[0]:
            best = letters, first + start, first + stop
    if best is None or best[0] <= _LIKE_ENOUGH * _letters(coded):
        return None
    _, first, last = best
    passage = text.tokens[first:last]
    start, stop = passage[0].start, passage[-1].end
    span = text.original_span(start, stop)
    changes = _changes(words, coded, text.folded, passage)
    return Nearest(text.original[slice(*span)], span, text.paragraph(start), changes)


def _where_it_departs(text: SourceText, words: str, coded: list[Token]) -> list[Token]:
    """The words around the first that does not follow on those before it, in the text."""
    low, high = 0, len(coded)
    start = coded[0].start
    while low < high:
        middle = (low + high + 1) // 2
        if words[start : coded[middle - 1].end] in text.folded:
            low = middle
        else:
            high = middle - 1
    first = max(low - _LONGEST // 2, 0)
    return coded[first : first + _LONGEST]


def _windows(text: SourceText, coded: list[Token]) -> list[tuple[int, int]]:
    """The stretches of the text's words in which most of the rare coded ones stand in order."""
    known = [(number, text.positions.get(token.key, [])) for number, token in enumerate(coded)]
    known = [(number, places) for number, places in known if places]
    rare = [(number, places) for number, places in known if len(places) <= _COMMON]
    length = max(len(coded) // 3, 3)
    votes: dict[int, float] = defaultdict(float)
    for number, places in rare or known[:1]:
        for place in places[:_COMMON]:
            # Words that are missing or too many shift the others: so two stretches overlap.
            stretch = (place - number) // length
            votes[stretch] += 1 / len(places)
            votes[stretch + 1] += 1 / len(places)
    chosen = sorted(votes, key=lambda stretch: (-votes[stretch], stretch))[:_WINDOWS]
    return [
        (max((stretch - 2) * length, 0), max((stretch + 2) * length + len(coded), 0))
        for stretch in chosen
    ]


def _compared(coded: list[Token], window: list[Token]) -> tuple[int, int, int]:
    """How many letters are in equal words, and the passage's beginning and end in the window."""
    matcher = SequenceMatcher(
        None, [token.key for token in coded], [token.key for token in window], autojunk=False
    )
    blocks = _without_strays(matcher.get_matching_blocks()[:-1])
    first, last = blocks[0], blocks[-1]
    start = max(first.b - first.a, 0)
    stop = last.b + len(coded) - last.a
    equal = [coded[block.a + n] for block in blocks for n in range(block.size)]
    return _letters(equal), start, min(stop, len(window))


def _letters(found: list[Token]) -> int:
    return sum(len(token.text) for token in found)


def _without_strays(blocks: list[Match]) -> list[Match]:
    """The blocks but for small ones at either end that are far from the next."""
    while len(blocks) > 1 and blocks[0].size <= _STRAY and _apart(*blocks[:2]):
        blocks = blocks[1:]
    while len(blocks) > 1 and blocks[-1].size <= _STRAY and _apart(*blocks[-2:]):
        blocks = blocks[:-1]
    return blocks


def _apart(one: Match, other: Match) -> bool:
    """Whether two blocks are much farther from each other in the text than as coded."""
    return other.b - one.b > other.a - one.a + 2 * _STRAY


def _changes(
    words: str, coded: list[Token], folded: str, passage: list[Token]
) -> tuple[Change, ...]:
    matcher = SequenceMatcher(
        None, [token.text for token in coded], [token.text for token in passage], autojunk=False
    )
    changes = [
        Change(_slice(words, coded[start:end]), _slice(folded, passage[first:last]))
        for _, start, end, first, last in matcher.get_opcodes()
    ]
    # What differs may be no word: a space before a stop, say.
    same = all(change.coded == change.source for change in changes)
    return (Change(_slice(words, coded), _slice(folded, passage)),) if same else tuple(changes)


def _slice(text: str, found: list[Token]) -> str:
    return text[found[0].start : found[-1].end] if found else ""


def _shortened(words: str, *, first: bool, last: bool) -> str:
    """Equal words, of which those far from a difference are left out."""
    found = tokens(words)
    kept = _KEPT * (1 if first or last else 2)
    if len(found) <= kept + 2:
        return words
    head = "" if first else words[: found[_KEPT - 1].end] + " "
    tail = "" if last else " " + words[found[-_KEPT].start :]
    return f"{head}...{tail}"
