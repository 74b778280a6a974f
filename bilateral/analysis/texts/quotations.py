"""Which parts of a text stand between quotation marks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrs import define

from bilateral.analysis.texts.folding import PARAGRAPH

Mark = tuple[int, str]
"""A quotation mark or apostrophe: where it stands in the folded text, and its own character."""

_BEFORE_OPENING = frozenset(" \n([{-\"'")
_BEHIND_CLOSING = frozenset(" \n)]}-\"'.,;:!?")
_STOPS = frozenset(".,;:!?")
_OPENING = {
    "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u201f": "\u201d", "\xab": "\xbb",
    "\u300c": "\u300d", "\u300e": "\u300f", "\u301d": "\u301e\u301f", "\u2018": "\u2019",
    "\u201a": "\u2018\u2019", "\u2039": "\u203a",
}  # fmt: skip
"""Marks that open, with those that close what they open."""
_EITHER = {"\u201d": "\u201d", "\xbb": "\xab", "\u203a": "\u2039"}
"""Marks that close in most languages and open in some, with those that close them then."""


@define
class _Open:
    """A quotation that is open.

    Attributes:
        start: Where it begins.
        closers: The marks that close it.
        doubt: Where it may have been closed by what may be a possessive.
    """

    start: int
    closers: str
    doubt: int | None = None


class Quotations:
    """The quotations of a text.

    Marks are paired paragraph by paragraph: those with a direction by it, straight ones by what is
    beside them. One that is not closed counts where the next paragraph opens it again. Single marks
    count as far as they are no apostrophes.

    Attributes:
        spans: Where they stand, in order; none within another.

    Args:
        text: The folded text.
        marks: Its marks, in order.
    """

    def __init__(self, text: str, marks: Sequence[Mark]) -> None:
        self._text = text
        self._marks = marks
        found = sorted(self._regions(), key=lambda region: (region[0], -region[1]))
        self.spans: list[tuple[int, int]] = []
        for region in found:
            # What is quoted within a quotation is so already.
            if not self.spans or region[1] > self.spans[-1][1]:
                self.spans.append(region)
        self._starts = [start for start, _ in self.spans]

    def cover(self, start: int, end: int) -> bool:
        """Whether all of a span stands between quotation marks, each paragraph by itself."""
        while (stop := self._text.find(PARAGRAPH, start, end)) >= 0:
            if not self._covers(start, stop):
                return False
            start = stop + len(PARAGRAPH)
            if self._text[start] in "\"'":  # it opens the quotation again
                start += 1
        return self._covers(start, end)

    def interrupted(self, start: int, end: int) -> bool:
        """Whether what is left out of quoted words is within one quotation, or one interruption.

        An interruption is what stands between two quotations of one speaker, as in "Yes," he said,
        "and no": a sentence at the most, so that no other speaker can come in.
        """
        outside = []
        for first, last in self.spans[self._around(start) :]:
            if first >= end:
                break
            if first > start:
                outside.append(self._text[start:first])
            start = max(start, last)
        if start < end:
            outside.append(self._text[start:end])
        told = [stretch.strip("\"' \n") for stretch in outside]
        told = [stretch for stretch in told if stretch]
        return not told or (len(told) == 1 and not any(stop in told[0][:-1] for stop in ".!?"))

    def _around(self, position: int) -> int:
        return max(bisect_right(self._starts, position) - 1, 0)

    def _covers(self, start: int, end: int) -> bool:
        regions = self.spans[self._around(start) :][:1]
        return any(first <= start and end <= last for first, last in regions)

    def _regions(self) -> Iterator[tuple[int, int]]:
        text, index = self._text, 0
        start = 0
        while start < len(text):
            end = text.find(PARAGRAPH, start)
            end = len(text) if end < 0 else end
            first = index
            while index < len(self._marks) and self._marks[index][0] < end:
                index += 1
            yield from self._of_paragraph(self._marks[first:index], end)
            start = end + len(PARAGRAPH)

    def _of_paragraph(self, marks: Sequence[Mark], end: int) -> Iterator[tuple[int, int]]:
        text, stack = self._text, list[_Open]()
        inches = self._inches(marks)
        for position, own in marks:
            if position in inches or self._is_apostrophe(position, own):
                continue
            opens, closes = self._looks(position)
            closing = next(
                (n for n in range(len(stack) - 1, -1, -1) if own in stack[n].closers), None
            )
            if own in _OPENING and not (closing is not None and stack[-1].closers != _OPENING[own]):
                stack.append(_Open(position + 1, _OPENING[own]))
            elif closing is not None and (
                closes or not opens or own in _EITHER or own not in "\"'"
            ):
                possessive = text[position - 1] in "sS" and text[position] == "'"
                behind = text[position + 1 : position + 2]
                if possessive and behind not in _STOPS and own in "'\u2019":
                    stack[closing].doubt = stack[closing].doubt or position
                    continue
                yield stack[closing].start, position
                del stack[closing:]
            elif own in _EITHER and opens:
                stack.append(_Open(position + 1, _EITHER[own]))
            elif own in "\"'`\xb4\u2033\u2032\uff02\uff07\u02bc\u275b\u275c\u275d\u275e" and (
                opens or (not closes and text[position] == '"')
            ):
                if closing is not None:  # the closing mark is missing
                    doubt = stack[closing].doubt
                    yield stack[closing].start, position if doubt is None else doubt
                    del stack[closing:]
                stack.append(_Open(position + 1, own))
        for left in stack:
            if left.doubt is not None:
                yield left.start, left.doubt
            elif text[end + len(PARAGRAPH) : end + len(PARAGRAPH) + 1] in ('"', "'"):
                yield left.start, end

    def _looks(self, position: int) -> tuple[bool, bool]:
        """Whether what is beside a mark lets it open a quotation, and close one."""
        text = self._text
        before, behind = text[max(position - 1, 0) : position], text[position + 1 : position + 2]
        opens = (not before or before in _BEFORE_OPENING) and bool(behind) and not behind.isspace()
        closes = (not behind or behind in _BEHIND_CLOSING) and bool(before) and not before.isspace()
        if text[position] == "'" and behind.isdigit():  # the '90s
            opens = False
        return opens, closes

    def _is_apostrophe(self, position: int, own: str) -> bool:
        """Whether a single mark stands within a word."""
        text = self._text
        if text[position] != "'" or own in _OPENING:
            return False
        before, behind = text[max(position - 1, 0) : position], text[position + 1 : position + 2]
        return before.isalnum() and behind.isalnum()

    def _inches(self, marks: Sequence[Mark]) -> set[int]:
        """A straight mark behind a digit, where it alone leaves another without a pair."""
        straight = [position for position, own in marks if own == '"']
        if len(straight) % 2 == 0:
            return set()
        inches = [
            position
            for position in straight
            if position and self._text[position - 1].isdigit() and self._looks(position)[1]
        ]
        return set(inches[:1])
