"""Stretches of days: what a date in doubt may turn out to be.

A date is held as alternatives of which one holds, each a `Span`: a range of first days and one of
last days. A few stand in a sorted tuple; many are made when somebody asks (`Alternatives`), and
only those near the days that matter. A set of which all members hold is an `AllOf` of such dates.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple, Protocol

from attrs import frozen

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


class Alternatives(Protocol):
    """Alternatives that are too many to be kept."""

    @property
    def hull(self) -> Span:
        """The ranges of all alternatives together."""
        ...

    def touching(self, first: int, last: int) -> Iterable[Span]:
        """The alternatives that have one of these days, sorted; others may be among them."""
        ...


Spans = tuple[Span, ...] | Alternatives


@frozen
class AllOf:
    """Several dates, all of which hold."""

    members: tuple[Spans, ...]

    @cached_property
    def hull(self) -> Span:
        """The ranges of the first and of the last day of all members."""
        start_from, start_to, end_from, end_to, _ = zip(*map(hull, self.members), strict=True)
        return Span(min(start_from), min(start_to), max(end_from), max(end_to))


Dated = Spans | AllOf


@frozen
class OneOf:
    """Several dates, one of which holds, nobody knows which."""

    members: tuple[Spans, ...]

    @cached_property
    def hull(self) -> Span:
        """The ranges of all members together."""
        return hull(tuple(map(hull, self.members)))

    def touching(self, first: int, last: int) -> Iterable[Span]:
        """The alternatives of all members near these days."""
        return sorted(span for member in self.members for span in touching(member, first, last))


@frozen
class Lasting:
    """What lasts from a day of the one date to a day of the other."""

    start: Spans
    end: Spans

    @cached_property
    def hull(self) -> Span:
        """The ranges of all alternatives together."""
        first, last = hull(self.start), hull(self.end)
        # The soonest end that no start comes after, and the latest start that no end comes before.
        end_from = next(
            max(end.start_from, first.start_from)
            for end in touching(self.end, first.start_from, FOREVER)
            if end.end_to >= first.start_from
        )
        start_to = first.start_to
        if start_to > last.end_to:
            starts = touching(self.start, -FOREVER, last.end_to)
            start_to = max(
                min(start.end_to, last.end_to)
                for start in starts
                if start.start_from <= last.end_to
            )
        return Span(first.start_from, start_to, end_from, last.end_to)

    def touching(self, _first: int, _last: int) -> Iterable[Span]:
        """The alternatives that tell, wherever they are."""
        return sorted(self._spans())

    def _spans(self) -> Iterator[Span]:
        """The longest alternative, and for each start the shortest: no answer hangs on others."""
        starts, ends = every(self.start), every(self.end)
        yield lasting(starts[0], ends[-1])
        passed = 0
        for start in starts:
            while passed < len(ends) and ends[passed].end_to < start.start_from:
                passed += 1
            for place in range(passed, len(ends)):
                end = ends[place]
                yield lasting(start, end)
                if end.start_from >= start.end_to:
                    break


def lasting(start: Span, end: Span) -> Span:
    """What lasts from a day of the one to a day of the other, which must not end before it."""
    return Span(
        start.start_from,
        min(start.end_to, end.end_to),
        max(start.start_from, end.start_from),
        end.end_to,
    )


def hull(dated: Dated) -> Span:
    """The ranges of all alternatives together, which show whatever is certain."""
    if not isinstance(dated, tuple):
        return dated.hull
    if len(dated) == 1:
        return dated[0]
    start_from, start_to, end_from, end_to, _ = zip(*dated, strict=True)
    return Span(min(start_from), max(start_to), min(end_from), max(end_to))


def touching(spans: Spans, first: int, last: int) -> Iterable[Span]:
    """The alternatives that have one of these days, sorted; others may be among them."""
    return spans if isinstance(spans, tuple) else spans.touching(first, last)


def every(spans: Spans) -> list[Span]:
    """All alternatives, sorted."""
    return list(touching(spans, -FOREVER, FOREVER))
