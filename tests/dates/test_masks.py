"""Unspecified digits, tried on every day of some years."""

import re
from datetime import date, timedelta

import pytest

from bilateral.dates import Certainty, Edtf

# Leap years and others, the first and the last of a decade, and those beside it.
YEARS = [
    day
    for day in (date(2019, 1, 1) + timedelta(days=n) for n in range(12 * 366))
    if day.year in {2019, 2020, 2024, 2028, 2029, 2030}
]


@pytest.mark.parametrize(
    "mask",
    [
        "202X-12-25", "202X-02-29", "202X-02-X9", "2024-XX-31", "2024-XX-01", "20X4-0X-X5",
        "2024-1X", "202X-X1-3X", "XXX4-12-2X", "2024-02-2X", "XXXX-05-16", "2X24-XX-0X",
        "202X-05", "202X-XX-XX", "202X", "XXXX-XX-13", "X024-X2-XX", "2024-X1-X0", "XX2X-11-1X",
    ],
)  # fmt: skip
def test_every_day_that_fits(mask: str) -> None:
    """A day may be within a date if its digits are those of the date, and only then."""
    fits = re.compile(mask.replace("X", "[0-9]") + "(-[0-9]{2})*").fullmatch
    read = Edtf(mask)

    expected = [day for day in map(str, YEARS) if fits(day)]
    assert expected == [
        day for day in map(str, YEARS) if Edtf(day).within(read) is not Certainty.NO
    ]
    if mask.startswith("202"):
        assert (expected[0], expected[-1]) == (str(read.earliest), str(read.latest))


def test_a_season_reaches_into_the_next_year() -> None:
    """The winter of some year holds the first days of a year, and of none the summer."""
    assert Edtf("2024-01-15").within("202X-24") is Certainty.POSSIBLE
    assert Edtf("2030-01-15").within("202X-24") is Certainty.POSSIBLE
    assert Edtf("2020-01-15").within("202X-24") is Certainty.NO
    assert Edtf("2024-01-15").within("202X-30") is Certainty.POSSIBLE
    assert Edtf("2024-01-15").within("202X-22") is Certainty.NO
    assert Edtf("-0120-07").within("-01XX-22") is Certainty.POSSIBLE


def test_a_stretch_within_an_alternative() -> None:
    """What lasts from one year or month to the next is within a decade, season or year like it."""
    assert Edtf("1085-12-31/1086-01-01").within("1X8X") is Certainty.POSSIBLE
    assert Edtf("1089-12-31/1090-01-01").within("1X8X") is Certainty.NO
    assert Edtf("2024-12-31/2025-01-01").within("202X-24") is Certainty.POSSIBLE
    assert Edtf("1184-05-31/1184-06-01").within("1X84") is Certainty.POSSIBLE
    assert Edtf("1085-12-31/1086-01-01").within("1X8X-XX") is Certainty.POSSIBLE
    assert Edtf("1984-10-31/1984-11-01").within("1984-1X-XX") is Certainty.POSSIBLE


def test_a_year_in_a_decade_like_it() -> None:
    """A year overlaps the decades whose digits it has, wherever in the decade it is."""
    expected = [*range(1180, 1190), *range(1280, 1290)]
    assert expected == [
        year for year in range(1175, 1295) if Edtf(str(year)).overlaps("1X8X") is Certainty.POSSIBLE
    ]
    assert expected == [
        year
        for year in range(1175, 1295)
        if Edtf(f"-{year}").overlaps("-1X8X") is Certainty.POSSIBLE
    ]
