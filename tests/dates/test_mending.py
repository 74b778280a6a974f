"""What a wrong text surely means."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.dates import LONGEST, Edtf, EdtfError

UNLIKE = "a date is written like 2024-05-16, 2024-05 or 2024"
DIGITS = "month and day have two digits each"
ORDER = "year, month and day stand in this order, joined by hyphens"
NUMBER = "a month is written as a number"
TIME = "a time is written T23:20:30, and may end in Z or an offset such as +01:00"
SEASON = "a season or a quarter is written as a number, such as 2024-21 or 2024-33"
ABOUT = "about is a ~ behind the date"
UP_TO = "some time up to a date is written like [..1976]"
ON = "some time from a date on is written like [1978..]"
SPACE = "there is white space around it"

SLIPS = [
    ("2024-5-16", DIGITS, "2024-05-16"),
    ("2024-5", DIGITS, "2024-05"),
    ("2024-2-30", DIGITS, None),
    ("2024-005", DIGITS, None),
    ("2024-5-1/2024-5-3", DIGITS, "2024-05-01/2024-05-03"),
    ("../2024-5", DIGITS, "../2024-05"),
    ("2024/05/16", ORDER, "2024-05-16"),
    ("2024.5.6", ORDER, "2024-05-06"),
    ("20240516", ORDER, "2024-05-16"),
    ("20240230", ORDER, None),
    ("25/12/2024", ORDER, "2024-12-25"),
    ("12-25-2024", ORDER, "2024-12-25"),
    ("5.5.2024", ORDER, "2024-05-05"),
    ("45/45/2024", ORDER, None),
    ("01/05/2024", "day and month cannot be told apart", None),
    ("1.5.2024", "day and month cannot be told apart", None),
    ("2024/05", "a year has four digits", None),
    ("May 2024", NUMBER, "2024-05"),
    ("16 May 2024", NUMBER, "2024-05-16"),
    ("1st sept. 2024", NUMBER, "2024-09-01"),
    ("May 16, 2024", NUMBER, "2024-05-16"),
    ("DECEMBER 3 2024", NUMBER, "2024-12-03"),
    ("30 February 2024", NUMBER, None),
    ("Mayor 2024", UNLIKE, None),
    ("2024-05-16 ", SPACE, "2024-05-16"),
    ("\n2024", SPACE, "2024"),
    ("[1667, 1668]", SPACE, "[1667,1668]"),
    ("2024-05-16 / 2024-05-17", SPACE, "2024-05-16/2024-05-17"),
    ("2024\u00a0", "'\\xa0' is not an ASCII character", "2024"),
    ("1999-01 to 1999-02", "an interval is written with '/'", "1999-01/1999-02"),
    ("1 May 2024 - 3 May 2024", "an interval is written with '/'", "2024-05-01/2024-05-03"),
    ("1999 \u2013 2001", "'\u2013' is not an ASCII character", "1999/2001"),
    ("2024\u201305", "'\u2013' is not an ASCII character", "2024-05"),
    ("2024\u200b-05", "'\\u200b' is not an ASCII character", "2024-05"),
    ("2024-05-16T9:00:00", TIME, "2024-05-16T09:00:00"),
    ("2001 to 1999", "an interval is written with '/'", None),
    ("2024-05-xx", "an unspecified digit is written X", "2024-05-XX"),
    ("2024?~", "a date that is both uncertain and approximate ends in %", "2024%"),
    ("2024~?", "a date that is both uncertain and approximate ends in %", "2024%"),
    ("{1667, 1668}", SPACE, "{1667,1668}"),
    ("ca. 1977", ABOUT, "1977~"),
    ("c. May 1977", ABOUT, "1977-05~"),
    ("c1977", ABOUT, "1977~"),
    ("about 16 May 1977", ABOUT, "1977-05-16~"),
    ("Circa noon", ABOUT, None),
    ("before 1977", UP_TO, "[..1976]"),
    ("Before March 2024", UP_TO, "[..2024-02]"),
    ("before 2024-03-01", UP_TO, "[..2024-02-29]"),
    ("before 2024-02-30", UP_TO, None),
    ("before noon", UP_TO, None),
    ("about " * 30 + "1977", ABOUT, None),
    ("before 9999", UP_TO, "[..9998]"),
    ("after 9999", ON, None),
    ("by 1977", UP_TO, "[..1977]"),
    ("after 1977-12", ON, "[1978-01..]"),
    ("after 2024-02-28", ON, "[2024-02-29..]"),
    ("since 1977", ON, "[1977..]"),
    ("1977 or 1978", "one of several dates is written like [1977,1978]", "[1977,1978]"),
    (
        "between 1977 and May 1979",
        "some time between two dates is written like [1977..1979]",
        "[1977..1979-05]",
    ),
    ("197?", "an unspecified digit is written X", "197X"),
    ("1978-??", "an unspecified digit is written X", "1978-XX"),
    ("May 1977?", NUMBER, "1977-05?"),
    ("1977-1979", "an interval is written with '/'", "1977/1979"),
    ("1977\u20131979", "'\u2013' is not an ASCII character", "1977/1979"),
    (
        "1977-11-19\u20131977-11-21",
        "'\u2013' is not an ASCII character",
        "1977-11-19/1977-11-21",
    ),
    ("1977-11-19/20", "a year has four digits", "1977-11-19/1977-11-20"),
    ("Spring 2024", SEASON, "2024-21"),
    ("fall of 2024", SEASON, "2024-23"),
    ("winter 2024", SEASON, None),
    ("2024-Q3", SEASON, "2024-35"),
    ("Q1 2024", SEASON, "2024-33"),
    ("1990s", "a decade is written like 199X", "199X"),
    ("2000s", "a decade is written like 199X", None),
    ("Y9999", "a year of four digits has no Y", "9999"),
    ("Y-0044", "a year of four digits has no Y", "-0044"),
]


@pytest.mark.parametrize(("text", "reason", "suggestion"), SLIPS)
def test_a_slip_is_mended(text: str, reason: str, suggestion: str | None) -> None:
    """What is like a date is refused with the reason and what was surely meant, if that is one."""
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)

    assert (text, reason, suggestion) == (
        caught.value.text,
        caught.value.reason,
        caught.value.suggestion,
    )


def test_the_longest_text_is_mended() -> None:
    """What was meant is told of a text of 256 characters, and of none that is longer."""
    text = f"[{'1667,' * 49}{' ' * 5}1668]"

    assert LONGEST == len(text)
    for given_text, expected in [(text, text.replace(" ", "")), (f"{text} ", None)]:
        with pytest.raises(EdtfError) as caught:
            Edtf(given_text)
        assert expected == caught.value.suggestion


def test_the_longest_phrase_is_mended() -> None:
    """What was meant is told of a phrase of 80 characters, and of none that is longer."""
    text = f"before{' ' * 70}1977"

    for given_text, expected in [(text, "[..1976]"), (text.replace(" ", "  ", 1), None)]:
        with pytest.raises(EdtfError) as caught:
            Edtf(given_text)
        assert expected == caught.value.suggestion


@given(st.text() | st.text("0123456789-/.,[]{}XxYTZES?~%+: Mayto", max_size=24))
@example("{}{}")
@example("Y{}")
def test_any_text_is_read_or_refused(text: str) -> None:
    """Whatever the text, it is a date, or refused with a suggestion that is one."""
    suggestion = None
    try:
        assert text == str(Edtf(text))
    except EdtfError as error:
        suggestion = error.suggestion

    assert suggestion is None or suggestion == str(Edtf(suggestion)) != text
