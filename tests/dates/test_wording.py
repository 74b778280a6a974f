"""Dates in words."""

import pytest
from hypothesis import given

from bilateral.dates import Edtf
from tests.dates.drawn import DATES

WORDS = [
    ("2024-05-06", "6 May 2024"),
    ("2024-05", "May 2024"),
    ("2024", "2024"),
    ("Y-170000002", "-170000002"),
    ("-0044-03-15", "15 March -0044"),
    ("2024-05-16T23:59:59Z", "16 May 2024, 23:59:59Z"),
    ("2022-02~", "about February 2022"),
    ("2022-02?", "February 2022, uncertain"),
    ("2022%", "about 2022, uncertain"),
    ("2004-06~-11", "11 June 2004 (year and month approximate)"),
    ("?2004-06-~11", "11 June 2004 (day approximate, year uncertain)"),
    ("2004-%06-11", "11 June 2004 (month approximate, month uncertain)"),
    ("~2004-~06", "about June 2004"),
    ("2024-XX-XX", "2024"),
    ("2024-05-XX", "May 2024"),
    ("202X", "the 2020s"),
    ("-198X", "some time from -1989 to -1980"),
    ("20XX", "some time from 2000 to 2099"),
    ("XXXX", "an unknown year"),
    ("-XXXX-05", "May of an unknown year before 0000"),
    ("1X84", "a year like 1X84"),
    ("156X-12-25", "25 December of a year in the 1560s"),
    ("15XX-12-25", "25 December of a year from 1500 to 1599"),
    ("XXXX-05", "May of an unknown year"),
    ("1984-1X", "October, November or December 1984"),
    ("1984-0X", "a month from January to September 1984"),
    ("2024-XX-01", "day 1 of an unknown month of 2024"),
    ("2024-05-0X", "some time from 1 to 9 May 2024"),
    ("2024-05-1X", "some time from 10 to 19 May 2024"),
    ("2024-05-X1", "1, 11, 21 or 31 May 2024"),
    ("2024-05-X0", "10, 20 or 30 May 2024"),
    ("2024-05-3X", "30 or 31 May 2024"),
    ("2024-04-3X", "30 April 2024"),
    ("2023-02-2X", "some time from 20 to 28 February 2023"),
    ("202X-02-2X", "some time from 20 to 29 February of a year in the 2020s"),
    ("19X1-02-2X", "some time from 20 to 28 February of a year like 19X1"),
    ("-1984-02-2X", "some time from 20 to 29 February -1984"),
    ("2024-02-X0", "10 or 20 February 2024"),
    ("2024-0X-30", "day 30 of a month from January to September of 2024"),
    ("2024-X2-30", "day 30 of December of 2024"),
    ("2024-XX-1X", "day from 10 to 19 of an unknown month of 2024"),
    ("2024-1X-3X", "day 30 or 31 of October or December of 2024"),
    ("-000X", "some time from -0009 to -0001"),
    ("-01XX", "some time from -0199 to -0100"),
    ("2024-21", "spring 2024"),
    ("2024-30", "southern summer 2024"),
    ("2024-33", "the first quarter of 2024"),
    ("2024-41", "the second half of 2024"),
    ("202X-22", "summer of a year in the 2020s"),
    ("202X-39", "the third four months of a year in the 2020s"),
    ("2024-05-16/2024-05-17", "16-17 May 2024"),
    ("2024-05-16/2024-05-16", "16 May 2024"),
    ("2024-02-20/2024-03-10", "20 February to 10 March 2024"),
    ("2024-05/2024-06", "May to June 2024"),
    ("2023-05/2024-06", "May 2023 to June 2024"),
    ("2024-05~/2024-06", "about May 2024 to June 2024"),
    ("2024-05/2024-06~", "May 2024 to about June 2024"),
    ("1964/2008~", "1964 to about 2008"),
    ("2030/..", "from 2030 on"),
    ("2030/", "from 2030 to an unknown end"),
    ("../2030", "up to 2030"),
    ("/2030", "from an unknown start to 2030"),
    ("[..2024]", "some time before 2025"),
    ("[..2024-12]", "some time before January 2025"),
    ("[..2024-05-16]", "some time before 17 May 2024"),
    ("[..2024-05-31]", "some time before 1 June 2024"),
    ("[..2024?]", "some time up to 2024, uncertain"),
    ("[..9999]", "some time up to 9999"),
    ("[2030..]", "some time from 2030 on"),
    ("[2024-05-16,2024-05-17]", "16 or 17 May 2024"),
    ("[1667,1668,1670..1672]", "1667, 1668 or some time from 1670 to 1672"),
    ("{1960,1961-12}", "1960 and December 1961"),
    ("{2024-05-01,2024-05-03,2024-05-05}", "1, 3 and 5 May 2024"),
    ("{..1984}", "up to 1984"),
    ("{1984..,1960..1962}", "from 1984 on and 1960 to 1962"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), WORDS)
def test_a_date_in_words(text: str, expected: str) -> None:
    """Every form of a date has words, which keep its doubt."""
    assert expected == Edtf(text).describe()


@given(DATES)
def test_every_date_has_words(read: Edtf) -> None:
    """Whatever date is read, its words are one line, and name no sign of doubt."""
    words = read.describe()

    assert words.isprintable()
    assert not {*words} & {*"?~%[]{}/"}
