"""What follows from dates and relatives, beside trying every day."""

from collections.abc import Iterator, Sequence
from random import Random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.analysis.chronology import Chronology, chronology
from bilateral.analysis.edges import path
from bilateral.analysis.order import order as in_order
from bilateral.analysis.precedence import order
from bilateral.analysis.titles import Told
from bilateral.dates import Certainty
from tests.told import dossier_of, event, said, statement

FIRST = bl.Day(1933, 11, 1).ordinal
DATES = [
    "1933-11-02",
    "1933-11-03",
    "1933-11-04",
    "1933-11-02/1933-11-03",
    "[1933-11-02..1933-11-04]",
    "[1933-11-01..1933-11-05]",
]
GAPS = [None, "days", "1 day", "2 days"]

Stretch = tuple[int, int]


@st.composite
def networks(
    draw: st.DrawFn, most: int = 5, *, undated: bool = False, words: bool = True
) -> list[Told]:
    """Two records or more of the same few days, with what is said of them."""
    size = draw(st.integers(2, most))
    links = st.builds(
        said,
        st.sampled_from(["before", "after"]),
        st.integers(0, size - 1).map(lambda n: f"e{n}"),
        st.sampled_from(GAPS),
    )
    dates = st.sampled_from([*DATES, None] if undated else DATES)
    records: list[Told] = []
    for n in range(size):
        relative = draw(st.lists(links, max_size=2))
        if not words or draw(st.booleans()):
            records.append(event(f"e{n}", draw(dates), *relative))
        else:
            date = draw(dates if relative else st.sampled_from(DATES))
            records.append(statement(f"e{n}", date, *relative))
    return records


def worlds(records: Sequence[Told], low: int = 0, high: int = 5) -> Iterator[dict[str, Stretch]]:
    """All starts and ends of the records in a few days that agree with what is said of them."""
    days = range(FIRST + low, FIRST + high)
    own = {
        record.id: [
            (start, end)
            for start in days
            for end in days
            if start <= end and agrees(record, start, end)
        ]
        for record in records
    }
    told = [
        (record.id, link.anchor, link.by) if link.before else (link.anchor, record.id, link.by)
        for record in records
        for link in record.relative
    ]
    if circular(records):
        return

    def fill(world: dict[str, Stretch], left: Sequence[str]) -> Iterator[dict[str, Stretch]]:
        if not left:
            yield dict(world)
            return
        for stretch in own[left[0]]:
            world[left[0]] = stretch
            if all(
                holds(world[earlier], world[later], by)
                for earlier, later, by in told
                if left[0] in {earlier, later} and earlier in world and later in world
            ):
                yield from fill(world, left[1:])
            del world[left[0]]

    yield from fill({}, list(own))


def circular(records: Sequence[Told]) -> bool:
    """Whether records are said to be after each other, all round."""
    after = {record.id: set[str]() for record in records}
    for record in records:
        for link in record.relative:
            earlier, later = (record.id, link.anchor) if link.before else (link.anchor, record.id)
            after[earlier].add(later)
    for _ in records:
        for reached in after.values():
            reached.update(*(after[each] for each in tuple(reached)))
    return any(name in reached for name, reached in after.items())


def agrees(record: Told, start: int, end: int) -> bool:
    """Whether a stretch of days may be what a record's date means."""
    # One of several days, since all of the pool's sets are of days.
    if record.date is not None and record.date.text.startswith("[") and start != end:
        return False
    if isinstance(record, bl.Statement) and start != end and "/" not in str(record.date):
        return False
    if record.date is None:
        return True
    return all(
        bound.earliest is not None
        and bound.latest is not None
        and bound.earliest.ordinal <= day <= bound.latest.ordinal
        for bound, day in ((record.date.start, start), (record.date.end, end))
    )


def holds(earlier: Stretch, later: Stretch, by: bl.Gap | None) -> bool:
    """Whether two stretches are as far apart as is said."""
    if by is None or by.count is None:
        return earlier[1] + (2 if by else 0) <= later[0]
    return earlier[1] + by.count == later[0]


def places(known: Chronology) -> dict[str, int]:
    """Where each record stands."""
    return {record.id: place for place, record in enumerate(known.records)}


@given(networks())
@settings(deadline=None)
def test_bounds_are_exact(records: list[Told]) -> None:
    """Each bound is a day of some world; where there is no world, something contradicts."""
    known, all_worlds = chronology(dossier_of(records)), list(worlds(records))
    assert bool(known.clashes) is not bool(all_worlds)
    assert bool(known.clashes) is bool(known.disputed)
    for name, place in places(known).items():
        if all_worlds:
            starts = [world[name][0] for world in all_worlds]
            ends = [world[name][1] for world in all_worlds]
            expected = (min(starts), max(starts), min(ends), max(ends))
            assert expected == known.bounds[place]


@given(networks(3, undated=True))
@settings(deadline=None, max_examples=50)
def test_contradictions_without_dates(records: list[Told]) -> None:
    """Where some have no date, too, something contradicts just where there is no world."""
    known = chronology(dossier_of(records))
    assert bool(known.clashes) is not any(True for _ in worlds(records, -6, 12))


@given(networks(undated=True, words=False))
@settings(deadline=None)
def test_clashes_have_no_world(records: list[Told]) -> None:
    """What a clash is made of cannot all hold: it is enough for a contradiction."""
    known = chronology(dossier_of(records))
    for clash in known.clashes:
        told = {(edge.teller, edge.relative) for edge in clash.edges}
        rest: list[Told] = [
            event(
                record.local_id,
                str(record.date) if place in {clash.first, clash.last} else None,
                *(link for link in record.relative if (place, link) in told),
            )
            for place, record in enumerate(known.records)
            if place in clash.places
        ]
        assert chronology(dossier_of(rest)).clashes


@given(networks(4))
@example([event("e0", DATES[0]), event("e1", DATES[0])])
@settings(deadline=None, max_examples=60)
def test_order_is_exact(records: list[Told]) -> None:
    """Certain is what holds in every world, or is said; no is what holds in none."""
    known, all_worlds = chronology(dossier_of(records)), list(worlds(records))
    if not all_worlds:
        return
    for one, first in places(known).items():
        for other, second in places(known).items():
            if first == second:
                continue
            found = order(known, first, second)
            on_days = [world[one][1] < world[other][0] for world in all_worlds]
            can_be = any(world[one][1] <= world[other][0] for world in all_worlds)
            if path(known.edges, first, second) or all(on_days):
                expected = Certainty.CERTAIN
            elif path(known.edges, second, first) or not can_be:
                expected = Certainty.NO
            else:
                expected = Certainty.POSSIBLE
            assert expected is found.before
            assert found.before is order(known, second, first).after


@given(networks(undated=True), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_of_records(records: list[Told], chance: Random) -> None:
    """Bounds, contradictions and what is disputed do not hang on the order of the records."""
    shuffled = list(records)
    chance.shuffle(shuffled)
    one, other = chronology(dossier_of(records)), chronology(dossier_of(shuffled))
    assert told(one) == told(other)


def told(known: Chronology) -> tuple[object, ...]:
    """What is known, by ids."""
    ids = [record.id for record in known.records]
    return (
        dict(zip(ids, known.bounds, strict=True)),
        {ids[place] for place in known.disputed},
        [
            [(ids[edge.earlier], ids[edge.later], str(edge.by)) for edge in clash.edges]
            for clash in known.clashes
        ],
    )


def test_stated_before_inferred() -> None:
    """Of two records that say the same, the one whose source says it is given as the reason."""
    guess = event("ball", "1933", said("before", "tea", "1 day"))
    derived = bl.Event(
        id="duck:ball",
        title="ball",
        kind=bl.EventKind.CONSULT,
        relative=guess.relative,
        inferred={"relative": bl.Basis.CODER},
    )
    stated = event("tea", "1933-11-02", said("after", "ball", "1 day"))
    (edge,) = chronology(dossier_of([derived, stated])).edges
    assert 1 == edge.teller
    (edge,) = chronology(dossier_of([stated, derived])).edges
    assert 0 == edge.teller


@pytest.mark.parametrize("size", [2, 3])
def test_circles_apart(size: int) -> None:
    """Of several circles that share no record each is found."""
    ring = [event(f"a{n}", None, said("after", f"a{(n + 1) % size}")) for n in range(size)]
    other = [event(f"b{n}", None, said("after", f"b{(n + 1) % size}")) for n in range(size)]
    ring[0] = event("a0", None, *ring[0].relative, said("before", "b0"))
    assert 2 == len(chronology(dossier_of([*ring, *other])).clashes)


def test_circles_that_meet() -> None:
    """A second circle that a record of the first joins is left: one is mended at a time."""
    records = [
        event("a", None, said("after", "b"), said("after", "c")),
        event("b", None, said("after", "a")),
        event("c", None, said("after", "a")),
        event("d", None, said("after", "a"), said("before", "c")),
    ]
    known = chronology(dossier_of(records))
    assert {"a", "b"} == {known.records[place].local_id for place in known.clashes[0].places}


OPEN_DATES = ["[..1933-11-03]", "[1933-11-02..]", "1933-11-02", "1933-11-03/.."]


@st.composite
def loose(draw: st.DrawFn) -> list[Told]:
    """Records of which most have no date, or one that is open at an end."""
    size = draw(st.integers(2, 6))
    records: list[Told] = []
    for n in range(size):
        links = st.builds(
            said,
            st.sampled_from(["before", "after"]),
            st.sampled_from([f"e{other}" for other in range(size) if other != n]),
            st.sampled_from([*GAPS, "1 month"]),
        )
        relative = draw(st.lists(links, max_size=2))
        dates = st.sampled_from([None, None, *OPEN_DATES] if relative else OPEN_DATES)
        make = statement if draw(st.booleans()) else event
        records.append(make(f"e{n}", draw(dates), *relative))
    return records


@given(loose())
@settings(deadline=None, max_examples=300)
def test_what_is_certain_is_never_shown_the_other_way_round(records: list[Told]) -> None:
    """What stands above another in a timeline did certainly not come after it."""
    known = chronology(dossier_of(records))
    turn = in_order(known)
    for place, upper in enumerate(turn):
        for lower in turn[place + 1 :]:
            assert Certainty.CERTAIN is not order(known, lower, upper).before
