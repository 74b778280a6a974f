"""Where days stand on the line of time."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.display.svg import text_width
from bilateral.export.scale import MARGIN, Scale
from tests.export.told import event, story, timeline_of


def scale_of(*dates: str | None) -> Scale:
    """The scale of events on these dates."""
    events = [event(f"{n}", date, id=f"e{n}") for n, date in enumerate(dates)]
    return Scale(timeline_of(*events))


def labels(scale: Scale, size: float = 0.02) -> list[str]:
    """The labels of the line, where a letter takes some of it."""
    return [label for *_, label in scale.ticks(lambda label: text_width(label) * size)]


def test_long_stretches_are_shortened() -> None:
    """A year is longer than a day, and far less than 365 times as long."""
    scale = scale_of("2000-01-01", "2001-01-01", "2001-01-03")
    day = scale.at(bl.Day(2000, 1, 2).ordinal) - scale.at(bl.Day(2000, 1, 1).ordinal)
    year = scale.at(bl.Day(2001, 1, 1).ordinal) - scale.at(bl.Day(2000, 1, 2).ordinal)
    assert 5 < year / day < 15


def test_within_a_stretch_all_days_are_alike() -> None:
    """Half of the days take half of the room."""
    scale = scale_of("2000-01-01", "2000-01-12")
    start, middle, end = (scale.at(bl.Day(2000, 1, day).ordinal) for day in (2, 7, 12))
    assert middle == pytest.approx((start + end) / 2)


def test_beyond_the_ends() -> None:
    """The margins are for what has no limit, and days beyond stand at the very ends."""
    scale = scale_of("2000-01-01")
    assert (0.0, 1.0) == (
        scale.at(bl.Day(1999, 1, 1).ordinal),
        scale.at(bl.Day(2001, 1, 1).ordinal),
    )
    first, behind = (scale.at(bl.Day(2000, 1, day).ordinal) for day in (1, 2))
    assert first == MARGIN
    assert behind == pytest.approx(1 - MARGIN)


def test_extent_and_core() -> None:
    """The extent has all days on which it can have been going on, the core the certain ones."""
    moments = bl.timeline(story())
    scale = Scale(moments)
    by_id = {moment.record.local_id: moment for moment in moments}
    assert scale.extent(by_id["call"]) == scale.core(by_id["call"])
    assert scale.core(by_id["tea"]) is None
    assert scale.core(by_id["ducks"]) is None
    assert (0.0, 1.0, True, True) == scale.extent(by_id["ducks"])
    blood, war = by_id["blood"], by_id["war"]
    assert (True, False) == scale.extent(blood)[2:]
    assert (False, True) == scale.extent(war)[2:]


def test_no_moments() -> None:
    """A line without moments has no days, and places all the same."""
    scale = Scale(bl.timeline(bl.Dossier()))
    assert [] == list(scale.ticks(len))
    assert 0.0 == scale.at(-1)


@pytest.mark.parametrize(
    ("dates", "expected"),
    [
        (
            ("1990", "2010", "2030"),
            ["1990", "1991", "2000", "2010", "2011", "2020", "2030", "2031"],
        ),
        (("2024-02-03", "2024-06-01"), ["2024-03", "2024-04", "2024-05", "2024-06"]),
        (("2024-05-16", "2024-05-17"), ["2024-05-16", "2024-05-17"]),
        (
            ("-0044-03-15", "0001"),
            ["-0040", "-0030", "-0020", "-0010", "0000", "0001-07", "0002"],
        ),
        (("Y-170000002", "2024"), ["Y-100000000", "0000"]),
    ],
)
def test_labels(dates: tuple[str, ...], expected: list[str]) -> None:
    """Years come before months, months before days, and round ones before the others."""
    assert expected == labels(scale_of(*dates), 0.04)


@given(
    st.lists(st.dates().map(str), min_size=1, max_size=12),
    st.floats(0.001, 0.2),
)
@settings(deadline=None)
def test_labels_never_collide(dates: list[str], size: float) -> None:
    """However many days there are, no label reaches into another or beyond the line."""
    scale = scale_of(*dates)
    room = {label: text_width(label) * size for *_, label in scale.ticks(lambda _: 0.0)}
    ticks = scale.ticks(lambda label: text_width(label) * size)
    parts = [(tick.middle, room[tick.label] / 2) for tick in ticks]
    for middle, half in parts:
        assert -1e-12 < middle - half < middle + half < 1 + 1e-12
    for (one, half), (other, next_half) in pairwise(parts):
        assert one + half <= other - next_half + 1e-12


@given(st.lists(st.dates(), min_size=2, max_size=12))
@settings(deadline=None)
def test_order_is_kept(dates: list[object]) -> None:
    """A later day never stands before an earlier one, nor two days on one spot."""
    scale = scale_of(*map(str, dates))
    days = sorted({bl.Edtf(str(date)).sort_key[0] for date in dates})
    places = [scale.at(day) for day in days]
    assert all(one < other for one, other in pairwise(places))
