"""Stretches of days: what a date in doubt may turn out to be, and how two of them lie.

A date is held as a sorted tuple of alternatives, each a `Span`: a range of first days and one of
last days.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bilateral.dates.calendar import Day
from bilateral.dates.certainty import Certainty

# Bounds that are no days: without limit, and at whatever finite distance. All fit 64 bits.
FOREVER = 2**63 - 1
FAR = 2**62


class Span(NamedTuple):
    """One alternative: a stretch that starts on a day of one range and ends on one of another.

    The start is never after the end, and the ranges are as narrow as that makes them. The first
    `shared` of the start's and the end's year, month and day are the same.
    """

    start_from: int
    start_to: int
    end_from: int
    end_to: int
    shared: int = 0


Spans = tuple[Span, ...]


def hull(spans: Spans) -> Span:
    """The ranges of all alternatives together, which show whatever is certain."""
    if len(spans) == 1:
        return spans[0]
    start_from, start_to, end_from, end_to, _ = zip(*spans, strict=True)
    return Span(min(start_from), max(start_to), min(end_from), max(end_to))


def precede(ours: Spans, theirs: Spans) -> Certainty:
    """Whether the one ends before the other starts."""
    a, b = hull(ours), hull(theirs)
    if a.end_to < b.start_from:
        return Certainty.CERTAIN
    return _possible([a.end_from < b.start_to])


def meet(ours: Spans, theirs: Spans) -> Certainty:
    """Whether the two share a day."""
    a, b = hull(ours), hull(theirs)
    if b.start_to <= a.end_from and a.start_to <= b.end_from:
        return Certainty.CERTAIN
    return _possible(True for _ in _meeting(ours, theirs))


def fit(ours: Spans, theirs: Spans) -> Certainty:
    """Whether all days of the one are days of the other."""
    a, b = hull(ours), hull(theirs)
    if b.start_to <= a.start_from and a.end_to <= b.end_from:
        return Certainty.CERTAIN
    return _possible(_fits(a, b) for a, b in _meeting(ours, theirs))


def coincide(ours: Spans, theirs: Spans) -> Certainty:
    """Whether each is a single day, and both the same one."""
    a, b = hull(ours), hull(theirs)
    if a.start_from == a.end_to == b.start_from == b.end_to:
        return Certainty.CERTAIN
    return _possible(
        max(a.end_from, b.end_from) <= min(a.start_to, b.start_to)
        for a, b in _meeting(ours, theirs)
    )


def _possible(cases: Iterable[bool]) -> Certainty:
    return Certainty.POSSIBLE if any(cases) else Certainty.NO


def _meeting(ours: Spans, theirs: Spans) -> Iterator[tuple[Span, Span]]:
    """The pairs of alternatives that can share a day: one sweep, as both are sorted."""
    passed = 0
    for a in ours:
        while passed < len(theirs) and theirs[passed].end_to < a.start_from:
            passed += 1
        for index in range(passed, len(theirs)):
            b = theirs[index]
            if a.end_to < b.start_from:
                break
            if a.start_from <= b.end_to:
                yield a, b


def _fits(inner: Span, outer: Span) -> bool:
    """Whether some stretch of the one lies within some stretch of the other."""
    if inner.start_to < outer.start_from or outer.end_to < inner.end_from:
        return False
    if inner.end_from <= inner.start_to or not outer.shared:
        return True
    # The inner lasts several days at the least: one day, month or year must hold them all.
    first, last = Day.from_ordinal(inner.start_to), Day.from_ordinal(inner.end_from)
    return first[: outer.shared] == last[: outer.shared]
