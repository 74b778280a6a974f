"""Days moved by calendar units."""

import math

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bilateral.analysis.shifting import CYCLE, least, most, shifted
from bilateral.dates import Day

days = st.integers(-800_000, 800_000)
units = st.sampled_from(["day", "week", "month", "year"])


@given(days, st.integers(0, 5000), st.sampled_from(["month", "year"]))
@example(Day(1933, 1, 31).ordinal, 1, "month")
@example(Day(1933, 2, 28).ordinal, 1, "month")
@example(Day(1928, 2, 29).ordinal, 6, "year")
def test_there_and_back(day: int, count: int, unit: str) -> None:
    """Counting forward and back leaves the day within what results, so bounds do not drift."""
    for sign in (1, -1):
        first = shifted(shifted(day, sign * count, unit), -sign * count, unit)
        last = shifted(shifted(day, sign * count, unit, last=True), -sign * count, unit, last=True)
        assert first <= day <= last
        assert shifted(day, sign * count, unit) <= shifted(day + 1, sign * count, unit)


@given(days, st.integers(-30, 30), units, st.integers(-5, 5))
def test_partners(day: int, count: int, unit: str, off: int) -> None:
    """What a move reaches by a day is what its partner reaches back from there, to the day."""
    other = int(shifted(day, count, unit)) + off
    assert (shifted(day, count, unit) <= other) is (day <= shifted(other, -count, unit, last=True))


@given(days, st.integers(-30, 30), units)
def test_cycle(day: int, count: int, unit: str) -> None:
    """The calendar repeats after 400 years."""
    assert shifted(day, count, unit) + CYCLE == shifted(day + CYCLE, count, unit)


@given(days, st.integers(-3, 3), units)
@settings(deadline=None)
def test_least(day: int, count: int, unit: str) -> None:
    """No move adds fewer days than the least, or spans more than the most."""
    added = shifted(day, count, unit) - day
    assert least(count, unit) <= added
    assert abs(added) <= most(count, unit)


@pytest.mark.parametrize(
    ("count", "unit", "expected"),
    [(2, "week", 14), (1, "month", 28), (-1, "month", -31), (-1, "year", -366), (3, "month", 89)],
)
def test_least_is_reached(count: int, unit: str, expected: int) -> None:
    """The least that a unit adds is that of some day in 400 years."""
    assert expected == least(count, unit)


def test_without_limit() -> None:
    """No limit is none after any gap."""
    assert math.inf == shifted(math.inf, 1, "day")
