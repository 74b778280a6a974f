"""Which parts of a folded text stand between quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from bilateral.analysis.texts.folding import PARAGRAPH

_BEFORE_OPENING = frozenset(" \n([{-'")
_BEHIND_CLOSING = frozenset(" \n)]}-'.,;:!?")
_MARK = re.compile('"')
_STOP = re.compile(r"[.!?](?=\s|$)")


class Quotations:
    """The quotations of a folded text.

    Double marks are paired by what is beside them, paragraph by paragraph: one that is not closed
    goes on to the end of its paragraph, as where the next one opens it again. Single marks count
    too, as far as they are no apostrophes.

    Args:
        text: The folded text.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._regions = list(_regions(text))
        self._starts = [start for start, _ in self._regions]

    def cover(self, start: int, end: int) -> bool:
        """Whether all of a span stands between quotation marks, each paragraph by itself."""
        while (stop := self._text.find(PARAGRAPH, start, end)) >= 0:
            if not self._covers(start, stop):
                return False
            start = stop + len(PARAGRAPH)
            if self._text[start] == '"':  # it opens the quotation again
                start += 1
        return self._covers(start, end)

    def interrupted(self, start: int, end: int) -> bool:
        """Whether what is left out of quoted words is within one quotation, or one interruption.

        An interruption is what stands between two quotations of one speaker, as in "Yes," he said,
        "and no": a sentence at the most, so that no other speaker can come in.
        """
        between = _MARK.sub("\0", self._text[start:end]).split("\0")
        if len(between) == 1:
            return True
        if len(between) != 3:
            return False
        told = between[1].strip()
        return not _STOP.search(told[:-1])

    def _covers(self, start: int, end: int) -> bool:
        index = bisect_right(self._starts, start) - 1
        if index >= 0 and end <= self._regions[index][1]:
            return True
        return self._single(start, end)

    def _single(self, start: int, end: int) -> bool:
        """Whether single quotation marks stand around a span of one paragraph."""
        text = self._text
        first = text.rfind(PARAGRAPH, 0, start) + 1
        mark = text.rfind("'", first, start)
        while mark >= 0 and not _opens(text, mark):
            # An apostrophe behind an s may close nothing; behind another letter it would.
            if _closes(text, mark) and text[mark - 1] not in "sS":
                return False
            mark = text.rfind("'", first, mark)
        if mark < 0:
            return False
        last = text.find(PARAGRAPH, end)
        mark = text.find("'", end, last if last >= 0 else len(text))
        while mark >= 0 and not _closes(text, mark):
            mark = text.find("'", mark + 1, last if last >= 0 else len(text))
        return mark >= 0


def _regions(text: str) -> Iterator[tuple[int, int]]:
    """The spans between double quotation marks, in order."""
    start = 0
    while start < len(text):
        end = text.find(PARAGRAPH, start)
        end = len(text) if end < 0 else end
        opened = None
        for mark in _MARK.finditer(text, start, end):
            position = mark.start()
            opens, closes = _opens(text, position), _closes(text, position)
            if opened is not None and (closes or not opens):
                yield opened, position
                opened = None
            elif opened is not None:  # the closing mark is missing
                yield opened, position
                opened = position + 1
            elif opens or not closes:
                opened = position + 1
        if opened is not None:
            yield opened, end
        start = end + len(PARAGRAPH)


def _opens(text: str, mark: int) -> bool:
    """Whether what is beside a mark lets it open a quotation."""
    before, behind = text[mark - 1 : mark], text[mark + 1 : mark + 2]
    return (not before or before in _BEFORE_OPENING) and bool(behind) and not behind.isspace()


def _closes(text: str, mark: int) -> bool:
    """Whether what is beside a mark lets it close one."""
    before, behind = text[mark - 1 : mark], text[mark + 1 : mark + 2]
    return (not behind or behind in _BEHIND_CLOSING) and bool(before) and not before.isspace()
