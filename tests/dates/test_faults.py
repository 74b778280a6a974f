"""What is refused, and why."""

import pickle

import pytest

from bilateral.dates import LONGEST, Edtf, EdtfError
from bilateral.errors import BilateralError

UNSUPPORTED = "it is valid EDTF, not supported: a year with an exponent or significant digits"
UNLIKE = "a date is written like 2024-05-16, 2024-05 or 2024"
DIGITS = "month and day have two digits each"
MEMBER = "each member of a set is a date, or a range such as 1670..1672 or 1672.."
TIME = "a time is written T23:20:30, and may end in Z or an offset such as +01:00"
AFTER_Y = "a year after Y has 5 to 15 digits, the first not 0, and no month follows it"
IN_INTERVAL = "a time of day does not stand in an interval or a set"

REFUSED = [
    ("", "it is empty"),
    ("9" * 257, "it has 257 characters, and a date has 256 at most"),
    ("٢٠٢٤", "'٢' is not an ASCII character"),
    ("2024-13-01", "month 13 does not exist"),
    ("2024-00", "month 00 does not exist"),
    ("0000-00-00", "month 00 does not exist"),
    ("2024-05-00", "day 00 does not exist"),
    ("2024-05-32", "May 2024 has 31 days"),
    ("2015-02-29", "February 2015 has 28 days"),
    ("-0001-02-29", "February -0001 has 28 days"),
    ("2024-02-30/2024-03-01", "February 2024 has 29 days"),
    ("2016-04-31~", "April 2016 has 30 days"),
    ("156X-09-31", "September 156X has 30 days"),
    ("156X-01-32", "January 156X has 31 days"),
    ("156X-02-30", "February 156X has 29 days"),
    ("15X1-02-29", "February 15X1 has 28 days"),
    ("2004-XX-32", "day 32 does not exist"),
    ("2004-X2-32", "day 32 does not exist"),
    ("2024-42", "month 42 does not exist"),
    ("2024-9X", "month 9X does not exist"),
    ("2001-21-05", "a season has no days"),
    ("2001-21-XX", "a season has no days"),
    ("-0000", "the year 0 is written 0000"),
    ("12345", "a year has four digits; write Y12345 for a longer one"),
    ("-12345", "a year has four digits; write Y-12345 for a longer one"),
    ("12345678", "a year has four digits; write Y12345678 for a longer one"),
    ("00123", "a year has four digits"),
    ("44", "a year has four digits"),
    ("12345-01-01", "a year has four digits"),
    ("Y012345", AFTER_Y),
    ("Y12345-01", AFTER_Y),
    ("Y1234567890123456", AFTER_Y),
    ("2024-05-17/2024-05-16", "the end 2024-05-16 is before the start 2024-05-17"),
    ("2024/2023-12", "the end 2023-12 is before the start 2024"),
    ("[1672..1670]", "the end 1670 is before the start 1672"),
    ("2024/2025/2026", "an interval has one '/'"),
    ("../..", "an interval needs a date at one end"),
    ("/", "an interval needs a date at one end"),
    ("../", "an interval needs a date at one end"),
    ("../..x", UNLIKE),
    ("..", UNLIKE),
    ("uuuu", UNLIKE),
    ("2024-W20-4", UNLIKE),
    ("2024\n2025", UNLIKE),
    ("[1999}", "a set that opens with [ closes with ]"),
    ("{1999", "a set that opens with { closes with }"),
    ("[", "a set that opens with [ closes with ]"),
    ("[]", MEMBER),
    ("[..]", MEMBER),
    ("[1999,,2000]", MEMBER),
    ("[1999..2000..2001]", MEMBER),
    ("[1999/2000]", UNLIKE),
    ("2024-05T10:00:00", "only a full date such as 2024-05-16 has a time of day"),
    ("2001-34T10:00:00", "only a full date such as 2024-05-16 has a time of day"),
    ("2024-13-01T10:00:00", "month 13 does not exist"),
    ("2024-05-16T10:00", TIME),
    ("2024-05-16T10:00:00?", TIME),
    ("2024-05-16T24:00:00Z", "hour 24 does not exist"),
    ("1-05-16T10:00:00", "a year has four digits"),
    ("2024-05-16T16:60:00", "minute 60 does not exist"),
    ("2024-05-16T16:61:00", "minute 61 does not exist"),
    ("2024-05-16T16:00:60", "second 60 does not exist"),
    ("2024-05-16T16:00:00+24", "offset hour 24 does not exist"),
    ("2024-05-16T16:00:00-01:60", "offset minute 60 does not exist"),
    ("2024-05-16T10:00:00/..", IN_INTERVAL),
    ("[2024-05-16T10:00:00]", IN_INTERVAL),
    ("Y-17E7", UNSUPPORTED),
    ("Y171010000S3", UNSUPPORTED),
    ("1950S2", UNSUPPORTED),
    ("Y3388E2S3", UNSUPPORTED),
    ("156X-12-25/2024-13", "month 13 does not exist"),
    ("{1960,1961-13}", "month 13 does not exist"),
    ("[1950S2,1961-12]", UNSUPPORTED),
    ("1950S2/2024-13", "month 13 does not exist"),
    ("{1672..1670}", "the end 1670 is before the start 1672"),
    ("157X-12-25/156X-12-26", "the end 156X-12-26 is before the start 157X-12-25"),
    ("{1960,..}", MEMBER),
    ("2024-2X", "month 2X does not exist"),
    ("-0000-05", "the year 0 is written 0000"),
    ("202X-21-1X", "a season has no days"),
    ("2024-02-3X", "February 2024 has 29 days"),
    ("XXXX-02-30", "February XXXX has 29 days"),
    ("2024-02-4X", "February 2024 has 29 days"),
    ("?2024-02-30", "February 2024 has 29 days"),
    ("2024-42", "month 42 does not exist"),
]


@pytest.mark.parametrize(("text", "reason"), REFUSED)
def test_a_wrong_date_is_refused(text: str, reason: str) -> None:
    """What is no date is refused with the text and the reason; nobody can tell what was meant."""
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)

    assert (text, reason) == (caught.value.text, caught.value.reason)
    assert caught.value.suggestion is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-13-01", "'2024-13-01' is no EDTF date: month 13 does not exist"),
        ("2024-5", f"'2024-5' is no EDTF date: {DIGITS}; did you mean '2024-05'?"),
        (
            "1950S2",
            "'1950S2' is valid EDTF, not supported: a year with an exponent or significant digits",
        ),
        ("9" * 80, f"'{'9' * 80}' is no EDTF date: a year has four digits"),
        ("9" * 81, f"'{'9' * 40}'... is no EDTF date: a year has four digits"),
        (
            "9" * 1000,
            f"'{'9' * 40}'... is no EDTF date: it has 1000 characters, and a date has 256 at most",
        ),
    ],
)
def test_an_error_is_one_sentence(text: str, expected: str) -> None:
    """The error names the text, shortened where it is long, the reason, and the right form."""
    with pytest.raises(EdtfError) as caught:
        Edtf(text)

    assert expected == str(caught.value)


def test_an_error_is_caught_by_either_name_and_travels() -> None:
    """The error is the library's and a ValueError, and goes from process to process whole."""
    error = EdtfError("2024-5", "too short", "2024-05")

    assert isinstance(error, BilateralError)
    assert isinstance(error, ValueError)
    assert ("2024-5", "too short", "2024-05") == error.args
    assert str(error) == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 # our own pickle


@pytest.mark.parametrize(
    "text",
    [
        "9" * 100_000,
        "Y" + "9" * 100_000,
        "٢" * 100_000,
        " " * 100_000,
        "[" * 100_000,
        "/" * LONGEST,
        " " * LONGEST,
        " / " * 85,
        "1 to " * 51,
        "[1], " * 51,
        "Y1E" + "1" * 253,
        "XXXX-XX-32",
        "\ud800",
        "\0",
    ],
    ids=lambda text: ascii(text[:6]),
)
def test_a_hostile_text_is_refused(text: str) -> None:
    """However long or strange a text is, it is refused; if that took steps squared, for hours."""
    with pytest.raises(EdtfError) as caught:
        Edtf(text)
    assert len(str(caught.value)) < 600
