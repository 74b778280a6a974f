"""Questions about two dates in doubt; all alternatives of the one may meet all of the other."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate

from bilateral.dates.calendar import Day
from bilateral.dates.certainty import Certainty
from bilateral.dates.stretches import Dated, Span, Spans, hull, touching

Days = tuple[int, int]
"""The first and the last day of a row."""


def precede(ours: Dated, theirs: Dated) -> Certainty:
    """Whether the one ends before the other starts."""
    a, b = hull(ours), hull(theirs)
    if a.end_to < b.start_from:
        return Certainty.CERTAIN
    return possible([a.end_from < b.start_to])


def meet(ours: Spans, theirs: Spans) -> Certainty:
    """Whether the two share a day."""
    if sure_to_meet(hull(ours), hull(theirs)):
        return Certainty.CERTAIN
    return possible([_can_meet(ours, theirs)])


def sure_to_meet(one: Span, other: Span) -> bool:
    """Whether all stretches of the one share a day with all of the other."""
    return other.start_to <= one.end_from and one.start_to <= other.end_from


def fit(ours: Spans, theirs: Spans) -> Certainty:
    """Whether all days of the one are days of the other."""
    a, b = hull(ours), hull(theirs)
    if b.start_to <= a.start_from and a.end_to <= b.end_from:
        return Certainty.CERTAIN
    inner = Inner(_near(ours, theirs))
    return possible(inner.can_fit(outer) for outer in _near(theirs, ours))


def coincide(ours: Spans, theirs: Spans) -> Certainty:
    """Whether each is a single day, and both the same one."""
    a, b = hull(ours), hull(theirs)
    if a.start_from == a.end_to == b.start_from == b.end_to:
        return Certainty.CERTAIN
    return possible([bool(common(_singles(ours, theirs), _singles(theirs, ours)))])


def possible(cases: Iterable[bool]) -> Certainty:
    """What is not certain: possible in some case, or in none."""
    return Certainty.POSSIBLE if any(cases) else Certainty.NO


class Inner:
    """Alternatives that may lie within others; each question looks up what would ask them all.

    Args:
        spans: The alternatives.
    """

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans = list(spans)
        # By how many parts of a date must hold all of it: the latest starts, from the last one
        # back, and the soonest end of all that can start as late.
        self._known: dict[int, tuple[list[int], list[int]]] = {}

    def can_fit(self, outer: Span) -> bool:
        """Whether some stretch of theirs lies within some stretch of the other."""
        starts, ends = self._sorted(outer.shared)
        count = bisect_right(starts, -outer.start_from)
        return count > 0 and ends[count - 1] <= outer.end_to

    def _sorted(self, shared: int) -> tuple[list[int], list[int]]:
        if shared not in self._known:
            ordered = sorted(
                (-span.start_to, span.end_from) for span in self._spans if _within(span, shared)
            )
            ends = accumulate((end for _, end in ordered), min)
            self._known[shared] = [start for start, _ in ordered], list(ends)
        return self._known[shared]


def _within(inner: Span, shared: int) -> bool:
    """Whether one day, month or year can hold it: that of which so many parts are shared."""
    if inner.end_from <= inner.start_to or not shared:
        return True
    # It lasts several days at the least.
    first, last = Day.from_ordinal(inner.start_to), Day.from_ordinal(inner.end_from)
    return first[:shared] == last[:shared]


def singles(spans: Iterable[Span]) -> list[Days]:
    """The days of which it may be any single one, as rows."""
    return joined((span.end_from, span.start_to) for span in spans)


def joined(rows: Iterable[Days]) -> list[Days]:
    """Rows of days, sorted, those that touch made one; what is no row is left out."""
    ordered = sorted(row for row in rows if row[0] <= row[1])
    found = ordered[:1]
    for first, last in ordered[1:]:
        if first <= found[-1][1] + 1:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def common(ours: Sequence[Days], theirs: Sequence[Days]) -> list[Days]:
    """The days that are in both of two joined lists of rows."""
    found = []
    a = b = 0
    while a < len(ours) and b < len(theirs):
        first, last = max(ours[a][0], theirs[b][0]), min(ours[a][1], theirs[b][1])
        if first <= last:
            found.append((first, last))
        if ours[a][1] < theirs[b][1]:
            a += 1
        else:
            b += 1
    return found


def _singles(spans: Spans, others: Spans) -> list[Days]:
    return singles(_near(spans, others))


def _near(spans: Spans, others: Spans) -> Iterable[Span]:
    """The alternatives that can share a day with others; more may be among them."""
    a, b = hull(spans), hull(others)
    first, last = max(a.start_from, b.start_from), min(a.end_to, b.end_to)
    return touching(spans, first, last) if first <= last else ()


def _can_meet(ours: Spans, theirs: Spans) -> bool:
    """Whether two alternatives can share a day: one sweep, as both are sorted."""
    near = list(_near(theirs, ours))
    passed = 0
    for a in _near(ours, theirs):
        while passed < len(near) and near[passed].end_to < a.start_from:
            passed += 1
        # It does not end too soon, and if it starts too late, so do all others.
        if passed < len(near) and near[passed].start_from <= a.end_to:
            return True
    return False
