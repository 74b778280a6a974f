"""Questions about all-of sets: the days of `{a,b}` are those of all its members.

The doubts of the members are independent. The answers are exact, with one exception: where a
member has unspecified digits before given ones, as `156X-12-25` has, some are `possible` that a
longer search would find certain, or impossible.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter

from bilateral.dates import answers
from bilateral.dates.answers import Days, Inner, common, joined, possible, singles, sure_to_meet
from bilateral.dates.certainty import Certainty
from bilateral.dates.stretches import AllOf, Dated, Span, Spans, every, hull, touching


def meet(ours: Dated, theirs: Dated) -> Certainty:
    """Whether any members share a day."""
    if not isinstance(ours, AllOf) and not isinstance(theirs, AllOf):
        return answers.meet(ours, theirs)
    pairs = [answers.meet(a, b) for a in _members(ours) for b in _members(theirs)]
    if Certainty.CERTAIN in pairs or Certainty.POSSIBLE not in pairs:
        return Certainty.CERTAIN if Certainty.CERTAIN in pairs else Certainty.NO
    # No two are sure to meet, yet the one may be sure to lie within the other, or all of them
    # together may have no way around each other.
    if Certainty.CERTAIN in (fit(ours, theirs), fit(theirs, ours)):
        return Certainty.CERTAIN
    apart = any(_avoid(a, b) for a in _choices(ours, theirs) for b in _choices(theirs, ours))
    return Certainty.POSSIBLE if apart else Certainty.CERTAIN


def fit(ours: Dated, theirs: Dated) -> Certainty:
    """Whether all days of all our members are days of their members."""
    if not isinstance(ours, AllOf) and not isinstance(theirs, AllOf):
        return answers.fit(ours, theirs)
    sure = joined((h.start_to, h.end_from) for h in map(hull, _members(theirs)))
    spans = [every(member) for member in _members(ours)]
    if all(
        any(first <= span.start_from and span.end_to <= last for first, last in sure)
        for member in spans
        for span in member
    ):
        return Certainty.CERTAIN
    if isinstance(theirs, AllOf):
        reached = joined(
            (span.start_from, span.end_to) for member in theirs.members for span in every(member)
        )
        return possible([all(any(_fits(span, reached) for span in member) for member in spans)])
    # Members with one alternative each must fit the same stretch, and are as one.
    lone = [member[0] for member in spans if len(member) == 1]
    groups = [member for member in spans if len(member) > 1]
    if lone:
        groups.append([hull(AllOf(tuple((span,) for span in lone)))])
    inner = [Inner(group) for group in groups]
    outer = hull(ours)
    return possible(
        all(group.can_fit(span) for group in inner)
        for span in touching(theirs, outer.start_from, outer.end_to)
    )


def coincide(ours: Dated, theirs: Dated) -> Certainty:
    """Whether all members of both are one and the same day."""
    if not isinstance(ours, AllOf) and not isinstance(theirs, AllOf):
        return answers.coincide(ours, theirs)
    members = [*_members(ours), *_members(theirs)]
    hulls = [hull(member) for member in members]
    first, last = max(h.start_from for h in hulls), min(h.end_to for h in hulls)
    if first == last and all(h.start_from == h.end_to for h in hulls):
        return Certainty.CERTAIN
    shared = joined([(first, last)])
    for member in members:
        shared = common(shared, singles(touching(member, first, last)))
    return possible([bool(shared)])


def _members(dated: Dated) -> Sequence[Spans]:
    return dated.members if isinstance(dated, AllOf) else (dated,)


def _choices(dated: Dated, other: Dated) -> Iterable[list[list[Span]]]:
    """The members' alternatives; those of a date by itself one after the other.

    What is sure to meet a member of the other date is no choice to avoid it, and is left out.
    """
    if isinstance(dated, AllOf):
        return [[every(member) for member in dated.members]]
    hulls = [hull(member) for member in _members(other)]
    return (
        [[span]] for span in every(dated) if not any(sure_to_meet(span, member) for member in hulls)
    )


def _avoid(ours: list[list[Span]], theirs: list[list[Span]]) -> bool:
    """Whether members can lie so that none of ours shares a day with one of theirs.

    Each needs a day of its range, or all days of a row. What has no choice takes its days from
    the other side, until nobody is left without one. Whoever then has two days or more in which
    nobody stands finds one, if the sides take these days by turns.
    """
    waiting = [(0, member) for member in ours] + [(1, member) for member in theirs]
    taken: tuple[list[Days], list[Days]] = ([], [])
    while True:
        left = []
        for side, member in waiting:
            free = [days for span in member if (days := _free(span, taken[1 - side]))]
            if not free:
                return False
            rows, lone = free[0]
            if len(free) == 1 and lone:
                taken[side].extend(rows)
            else:
                left.append((side, member))
        if len(left) == len(waiting):
            return True
        waiting = left


def _free(span: Span, taken: Iterable[Days]) -> tuple[list[Days], bool] | None:
    """The days that a stretch can have beside those taken, and whether it needs them all."""
    first, last = span.end_from, span.start_to
    if last < first:
        # It lasts from the one to the other at the least.
        clear = all(b < last or first < a for a, b in taken)
        return ([(last, first)], True) if clear else None
    rows = [(first, last)]
    for a, b in taken:
        rows = [
            row
            for start, end in rows
            for row in ((start, min(end, a - 1)), (max(start, b + 1), end))
            if row[0] <= row[1]
        ]
    return (rows, len(rows) == 1 and rows[0][0] == rows[0][1]) if rows else None


def _fits(span: Span, rows: Sequence[Days]) -> bool:
    """Whether some stretch lies within one of the rows, which are joined."""
    # Of the rows that begin soon enough, the last one reaches farthest.
    count = bisect_right(rows, span.start_to, key=itemgetter(0))
    return count > 0 and span.end_from <= rows[count - 1][1]
