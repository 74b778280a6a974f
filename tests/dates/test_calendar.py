"""Days of any year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.dates import Day


@given(st.integers(-(10**17), 10**17))
def test_a_day_comes_back_from_its_ordinal(ordinal: int) -> None:
    """A day of any year has a number, the next day the next, and both come back from them."""
    today, tomorrow = Day.from_ordinal(ordinal), Day.from_ordinal(ordinal + 1)

    assert ordinal == today.ordinal
    assert ordinal + 1 == tomorrow.ordinal
    assert today < tomorrow


@given(st.dates())
def test_days_agree_with_datetime(day: date) -> None:
    """Where datetime has a day, its number, its text and the way back are the same."""
    ours = Day(day.year, day.month, day.day)

    assert (day.toordinal(), str(day), day) == (ours.ordinal, str(ours), ours.date())


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_datetime(day: date) -> None:
    """The first and the last day that datetime has are days of it."""
    assert day == Day(day.year, day.month, day.day).date()


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (Day(0, 2, 29), "0000-02-29"),
        (Day(-44, 3, 15), "-0044-03-15"),
        (Day(-9999, 1, 1), "-9999-01-01"),
        (Day(-10_000, 1, 1), "Y-10000-01-01"),
        (Day(10_000, 1, 1), "Y10000-01-01"),
        (Day(170_000_002, 1, 1), "Y170000002-01-01"),
    ],
)
def test_days_that_datetime_lacks(day: Day, text: str) -> None:
    """A day outside the years 1 to 9999 has its text, and says why it is no datetime.date."""
    assert text == str(day)
    with pytest.raises(ValueError, match=f"^{text} is no datetime.date, which has the years 1 to"):
        day.date()
