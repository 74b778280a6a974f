"""Questions about two dates in doubt; all alternatives of the one may meet all of the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bilateral.dates.calendar import Day
from bilateral.dates.certainty import Certainty
from bilateral.dates.stretches import Dated, Span, Spans, hull, touching


def precede(ours: Dated, theirs: Dated) -> Certainty:
    """Whether the one ends before the other starts."""
    a, b = hull(ours), hull(theirs)
    if a.end_to < b.start_from:
        return Certainty.CERTAIN
    return possible([a.end_from < b.start_to])


def meet(ours: Spans, theirs: Spans) -> Certainty:
    """Whether the two share a day."""
    a, b = hull(ours), hull(theirs)
    if b.start_to <= a.end_from and a.start_to <= b.end_from:
        return Certainty.CERTAIN
    return possible(True for _ in _meeting(ours, theirs))


def fit(ours: Spans, theirs: Spans) -> Certainty:
    """Whether all days of the one are days of the other."""
    a, b = hull(ours), hull(theirs)
    if b.start_to <= a.start_from and a.end_to <= b.end_from:
        return Certainty.CERTAIN
    return possible(can_fit(a, b) for a, b in _meeting(ours, theirs))


def coincide(ours: Spans, theirs: Spans) -> Certainty:
    """Whether each is a single day, and both the same one."""
    a, b = hull(ours), hull(theirs)
    if a.start_from == a.end_to == b.start_from == b.end_to:
        return Certainty.CERTAIN
    return possible(
        max(a.end_from, b.end_from) <= min(a.start_to, b.start_to)
        for a, b in _meeting(ours, theirs)
    )


def possible(cases: Iterable[bool]) -> Certainty:
    """What is not certain: possible in some case, or in none."""
    return Certainty.POSSIBLE if any(cases) else Certainty.NO


def can_fit(inner: Span, outer: Span) -> bool:
    """Whether some stretch of the one lies within some stretch of the other."""
    if inner.start_to < outer.start_from or outer.end_to < inner.end_from:
        return False
    if inner.end_from <= inner.start_to or not outer.shared:
        return True
    # The inner lasts several days at the least: one day, month or year must hold them all.
    first, last = Day.from_ordinal(inner.start_to), Day.from_ordinal(inner.end_from)
    return first[: outer.shared] == last[: outer.shared]


def _meeting(ours: Spans, theirs: Spans) -> Iterator[tuple[Span, Span]]:
    """The pairs of alternatives that can share a day: one sweep, as both are sorted."""
    a, b = hull(ours), hull(theirs)
    first, last = max(a.start_from, b.start_from), min(a.end_to, b.end_to)
    if last < first:
        return
    near = list(touching(theirs, first, last))
    passed = 0
    for a in touching(ours, first, last):
        while passed < len(near) and near[passed].end_to < a.start_from:
            passed += 1
        for index in range(passed, len(near)):
            b = near[index]
            if a.end_to < b.start_from:
                break
            if a.start_from <= b.end_to:
                yield a, b
