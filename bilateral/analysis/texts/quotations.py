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
_DEEPEST = 8
"""How many quotations within one another are told apart."""
_STOPS = frozenset(".,;:!?")
_OPENING = {
    "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u201f": "\u201d", "\xab": "\xbb",
    "\u300c": "\u300d", "\u300e": "\u300f", "\u301d": "\u301e\u301f", "\u2018": "\u2019",
    "\u201a": "\u2018\u2019", "\u2039": "\u203a",
}  # fmt: skip
"""Marks that open, with those that close what they open."""
_EITHER = {"\u201d": "\u201d", "\xbb": "\xab", "\u203a": "\u2039"}
"""Marks that close in most languages and open in some, with those that close them then."""
_STRAIGHT = frozenset("\"'`\xb4\u2032\u2033\u275b\u275c\u275d\u275e\uff02\uff07\u02bc")
"""Marks without a direction, which close what they open."""


_Span = tuple[int, int]


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
        self.spans: list[_Span] = []
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
            # What goes on is opened again, or else it would not have been covered.
            start = stop + len(PARAGRAPH) + 1
        return self._covers(start, end)

    def interrupted(self, start: int, end: int) -> bool:
        """Whether what is left out of quoted words is within one quotation, or one interruption.

        An interruption is what stands between two quotations of one speaker, as in "Yes," he said,
        "and no": a sentence at the most, so that no other speaker can come in.
        """
        outside = []
        # By number: to cut the list would copy all that follows, for each candidate anew.
        for number in range(self._around(start), len(self.spans)):
            first, last = self.spans[number]
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
        around = self._around(start)
        regions = self.spans[around : around + 1]
        return any(first <= start and end <= last for first, last in regions)

    def _regions(self) -> Iterator[_Span]:
        text, start, index = self._text, 0, 0
        while start < len(text):
            end = text.find(PARAGRAPH, start)
            end = len(text) if end < 0 else end
            first = index
            while index < len(self._marks) and self._marks[index][0] < end:
                index += 1
            yield from _Paragraph(text, end).quotations(self._marks[first:index])
            start = end + len(PARAGRAPH)


class _Paragraph:
    """Pairs the marks of one paragraph.

    Args:
        text: All of the folded text.
        end: Where the paragraph ends.
    """

    def __init__(self, text: str, end: int) -> None:
        self.text = text
        self.end = end
        self.open: list[_Open] = []

    def quotations(self, marks: Sequence[Mark]) -> Iterator[_Span]:
        """The spans between its marks."""
        inches = self.inches(marks)
        for position, own in marks:
            if position in inches or self.is_apostrophe(position, own):
                continue
            number = self.closed_by(own)
            if number is not None and self.closes(position, own):
                yield from self.close(number, position, own)
            elif self.opens(position, own):
                if number is not None and own not in _OPENING:  # the closing mark is missing
                    yield self.open[number].start, self.open[number].doubt or position
                    del self.open[number:]
                closers = _OPENING.get(own) or _EITHER.get(own) or own
                self.open = [*self.open[-_DEEPEST + 1 :], _Open(position + 1, closers)]
        next_one = self.end + len(PARAGRAPH)
        reopened = self.text[next_one : next_one + 1] in {'"', "'"}
        for left in self.open:
            if left.doubt is not None:
                yield left.start, left.doubt
            elif reopened:
                yield left.start, self.end

    def closed_by(self, own: str) -> int | None:
        """The number of the innermost open quotation that a mark may close."""
        return next(
            (
                number
                for number in reversed(range(len(self.open)))
                if own in self.open[number].closers
            ),
            None,
        )

    def closes(self, position: int, own: str) -> bool:
        """Whether a mark closes one that is open."""
        if own in _OPENING:  # one that closes what another sort has opened
            return self.open[-1].closers != _OPENING[own]
        before, behind = self.beside(position)
        looks = (not behind or behind in _BEHIND_CLOSING) and not before.isspace()
        return own not in _STRAIGHT or looks or not self.may_open(position)

    def opens(self, position: int, own: str) -> bool:
        """Whether a mark opens one."""
        if own in _OPENING or self.may_open(position):
            return own in _OPENING or own in _EITHER or own in _STRAIGHT
        before, behind = self.beside(position)
        looks_closing = (not behind or behind in _BEHIND_CLOSING) and not before.isspace()
        return own == '"' and not looks_closing

    def close(self, number: int, position: int, own: str) -> Iterator[_Span]:
        """Close a quotation, unless the mark may be that of a possessive."""
        before, behind = self.beside(position)
        if own in "'\u2019" and before in {"s", "S"} and behind not in _STOPS:
            self.open[number].doubt = self.open[number].doubt or position
            return
        yield self.open[number].start, position
        del self.open[number:]

    def beside(self, position: int) -> tuple[str, str]:
        """The characters before and behind a mark; nothing at an end of the text."""
        return self.text[max(position - 1, 0) : position], self.text[position + 1 : position + 2]

    def may_open(self, position: int) -> bool:
        """Whether what is beside a mark lets it open a quotation."""
        before, behind = self.beside(position)
        if self.text[position] == "'" and behind.isdigit():  # the '90s
            return False
        return (not before or before in _BEFORE_OPENING) and bool(behind) and not behind.isspace()

    def is_apostrophe(self, position: int, own: str) -> bool:
        """Whether a single mark stands within a word."""
        before, behind = self.beside(position)
        within = before.isalnum() and behind.isalnum()
        return within and self.text[position] == "'" and own not in _OPENING

    def inches(self, marks: Sequence[Mark]) -> set[int]:
        """A straight mark behind a digit, where it alone leaves another without a pair."""
        straight = [position for position, own in marks if own == '"']
        found = [
            position
            for position in straight
            if self.beside(position)[0].isdigit() and self.closes(position, '"')
        ]
        return set(found[:1]) if len(straight) % 2 else set()
