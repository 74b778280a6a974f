"""Dates: what is read, what is refused and why, and every answer tried by brute force."""

import copy
import csv
import pickle
from datetime import date
from pathlib import Path
from time import perf_counter

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.dates import LONGEST, Bound, Certainty, Day, Edtf, EdtfError
from bilateral.errors import BilateralError
from tests.dates_by_brute_force import POOL, QUESTIONS, answer

TABLE = Path(__file__).parents[1].parent / "shared/reference/edtf.tsv"

LEVEL_TWO = "it is valid EDTF level 2, which is not supported yet"
UNLIKE = "a date is written like 2024-05-16, 2024-05 or 2024"
DIGITS = "month and day have two digits each"
ORDER = "year, month and day stand in this order, joined by hyphens"
NUMBER = "a month is written as a number"
MEMBER = "each member of a set is a date, or a range such as 1670..1672 or 1672.."
TIME = "a time is written T23:20:30, and may end in Z or an offset such as +01:00"
AFTER_Y = "a year after Y has 5 to 15 digits, the first not 0, and nothing follows it"
IN_INTERVAL = "a time of day does not stand in an interval or a set"
SPACE = "there is white space around it"

READ = [
    ("2024-05-16", "2024-05-16", "2024-05-16"),
    ("2024-02", "2024-02-01", "2024-02-29"),
    ("1900-02", "1900-02-01", "1900-02-28"),
    ("2024-12", "2024-12-01", "2024-12-31"),
    ("0000-02-29", "0000-02-29", "0000-02-29"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("-0001", "-0001-01-01", "-0001-12-31"),
    ("-0044-03-15", "-0044-03-15", "-0044-03-15"),
    ("-0400-02-29", "-0400-02-29", "-0400-02-29"),
    ("9999-12-31", "9999-12-31", "9999-12-31"),
    ("Y10000", "Y10000-01-01", "Y10000-12-31"),
    ("Y-170000002~", "Y-170000002-01-01", "Y-170000002-12-31"),
    ("Y999999999999999", "Y999999999999999-01-01", "Y999999999999999-12-31"),
    ("202X", "2020-01-01", "2029-12-31"),
    ("-198X", "-1989-01-01", "-1980-12-31"),
    ("19XX?", "1900-01-01", "1999-12-31"),
    ("2024-XX", "2024-01-01", "2024-12-31"),
    ("2024-XX-XX", "2024-01-01", "2024-12-31"),
    ("2024-02-XX", "2024-02-01", "2024-02-29"),
    ("XXXX-02", "0000-02-01", "9999-02-28"),
    ("XXXX-05%", "0000-05-01", "9999-05-31"),
    ("2024-21", "2024-03-01", "2024-05-31"),
    ("2024-22", "2024-06-01", "2024-08-31"),
    ("2024-23~", "2024-09-01", "2024-11-30"),
    ("2023-24", "2023-12-01", "2024-02-29"),
    ("2024-05-16T00:00:00", "2024-05-16", "2024-05-16"),
    ("2024-05-16T23:59:59+14:00", "2024-05-16", "2024-05-16"),
    ("-0044-03-15T12:00:00Z", "-0044-03-15", "-0044-03-15"),
    ("2024-05-16/2024-05-16", "2024-05-16", "2024-05-16"),
    ("2024?/2026~", "2024-01-01", "2026-12-31"),
    ("2024-05/..", "2024-05-01", None),
    ("../2024-05", None, "2024-05-31"),
    ("2024-05/", "2024-05-01", None),
    ("/2024-05", None, "2024-05-31"),
    ("[2024-05-31,2024-05-01]", "2024-05-01", "2024-05-31"),
    ("[1667,1668,1670..1672]", "1667-01-01", "1672-12-31"),
    ("[202X..2031-22]", "2020-01-01", "2031-08-31"),
    ("[..2024-05?]", None, "2024-05-31"),
    ("[2024-05..]", "2024-05-01", None),
    ("[..1960,1970..]", None, None),
]

REFUSED = [
    ("", "it is empty", None),
    ("9" * 257, "it has 257 characters, and a date has 256 at most", None),
    ("٢٠٢٤", "'٢' is not an ASCII character", None),
    ("2024-13-01", "month 13 does not exist", None),
    ("2024-00", "month 00 does not exist", None),
    ("0000-00-00", "month 00 does not exist", None),
    ("2024-05-00", "day 00 does not exist", None),
    ("2024-05-32", "May 2024 has 31 days", None),
    ("2015-02-29", "February 2015 has 28 days", None),
    ("-0001-02-29", "February -0001 has 28 days", None),
    ("2024-02-30/2024-03-01", "February 2024 has 29 days", None),
    ("2016-04-31~", "April 2016 has 30 days", None),
    ("156X-09-31", "September 156X has 30 days", None),
    ("156X-02-30", "February 156X has 29 days", None),
    ("15X1-02-29", "February 15X1 has 28 days", None),
    ("2004-XX-32", "day 32 does not exist", None),
    ("2024-9X", "month 9X does not exist", None),
    ("2001-21-05", "a season has no days", None),
    ("2001-21-XX", "a season has no days", None),
    ("-0000", "the year 0 is written 0000", None),
    ("12345", "a year has four digits; write Y12345 for a longer one", None),
    ("-12345", "a year has four digits; write Y-12345 for a longer one", None),
    ("12345678", "a year has four digits; write Y12345678 for a longer one", None),
    ("00123", "a year has four digits", None),
    ("44", "a year has four digits", None),
    ("12345-01-01", "a year has four digits", None),
    ("Y9999", "a year of four digits has no Y", "9999"),
    ("Y-0044", "a year of four digits has no Y", "-0044"),
    ("Y012345", AFTER_Y, None),
    ("Y12345-01", AFTER_Y, None),
    ("Y1234567890123456", AFTER_Y, None),
    ("2024-05-17/2024-05-16", "the end 2024-05-16 is before the start 2024-05-17", None),
    ("2024/2023-12", "the end 2023-12 is before the start 2024", None),
    ("[1672..1670]", "the end 1670 is before the start 1672", None),
    ("2024/2025/2026", "an interval has one '/'", None),
    ("../..", "an interval needs a date at one end", None),
    ("/", "an interval needs a date at one end", None),
    ("../", "an interval needs a date at one end", None),
    ("../..x", UNLIKE, None),
    ("..", UNLIKE, None),
    ("uuuu", UNLIKE, None),
    ("2024-W20-4", UNLIKE, None),
    ("[1999}", "a set that opens with [ closes with ]", None),
    ("{1999", "a set that opens with { closes with }", None),
    ("[", "a set that opens with [ closes with ]", None),
    ("[]", MEMBER, None),
    ("[..]", MEMBER, None),
    ("[1999,,2000]", MEMBER, None),
    ("[1999..2000..2001]", MEMBER, None),
    ("[1999/2000]", UNLIKE, None),
    ("2024-05T10:00:00", "only a full date such as 2024-05-16 has a time of day", None),
    ("2001-34T10:00:00", "only a full date such as 2024-05-16 has a time of day", None),
    ("2024-13-01T10:00:00", "month 13 does not exist", None),
    ("2024-05-16T10:00", TIME, None),
    ("2024-05-16T10:00:00?", TIME, None),
    ("2024-05-16T24:00:00Z", "hour 24 does not exist", None),
    ("2024-05-16T16:61:00", "minute 61 does not exist", None),
    ("2024-05-16T16:00:60", "second 60 does not exist", None),
    ("2024-05-16T16:00:00+24", "offset hour 24 does not exist", None),
    ("2024-05-16T16:00:00-01:60", "offset minute 60 does not exist", None),
    ("2024-05-16T10:00:00/..", IN_INTERVAL, None),
    ("[2024-05-16T10:00:00]", IN_INTERVAL, None),
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
    ("2001 to 1999", "an interval is written with '/'", None),
    ("2024-05-xx", "an unspecified digit is written X", "2024-05-XX"),
    ("2024?~", "a date that is both uncertain and approximate ends in %", "2024%"),
    ("1990s", "a decade is written like 199X", "199X"),
    ("2000s", "a decade is written like 199X", None),
    ("Y-17E7", LEVEL_TWO, None),
    ("Y171010000S3", LEVEL_TWO, None),
    ("1950S2", LEVEL_TWO, None),
    ("Y3388E2S3", LEVEL_TWO, None),
    ("2001-34", LEVEL_TWO, None),
    ("{1960,1961-12}", LEVEL_TWO, None),
    ("{..1984}", LEVEL_TWO, None),
    ("?2004-06-~11", LEVEL_TWO, None),
    ("156X-12-25", LEVEL_TWO, None),
    ("2X00-02-29", LEVEL_TWO, None),
    ("XXXX", LEVEL_TWO, None),
    ("XXXX-XX-31", LEVEL_TWO, None),
    ("1984-1X", LEVEL_TWO, None),
    ("2004-06-~01/2004-06-~20", LEVEL_TWO, None),
    ("[1667,156X-12-25]", LEVEL_TWO, None),
    ("156X-12-25/2024-13", "month 13 does not exist", None),
    ("{1960,1961-13}", "month 13 does not exist", None),
]

PLAIN = st.builds(
    str.__add__,
    st.dates().map(str)
    | st.dates().map(lambda day: str(day)[:7])
    | st.integers(-9999, 9999).filter(bool).map(lambda year: str(Day(year, 1, 1))[:-6])
    | st.integers(10_000, 10**15 - 1).map("Y{}".format)
    | st.integers(100, 999).map("{}X".format)
    | st.integers(10, 99).map("{}XX".format)
    | st.tuples(st.integers(1000, 9999), st.integers(21, 24)).map("{0[0]}-{0[1]}".format)
    | st.dates().map(lambda day: f"{str(day)[:8]}XX"),
    st.sampled_from(["", "", "", "?", "~", "%"]),
)
MEMBERS = PLAIN | PLAIN.map("{}..".format) | PLAIN.map("..{}".format)
TIMES = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())


def sorted_interval(ends: list[Edtf]) -> str:
    """An interval of two dates, the earlier first."""
    return "/".join(str(end) for end in sorted(ends, key=lambda end: end.sort_key))


DATES = st.one_of(
    PLAIN,
    TIMES,
    st.lists(PLAIN.map(Edtf), min_size=2, max_size=2).map(sorted_interval),
    st.builds(str.__add__, PLAIN, st.sampled_from(["/", "/.."])),
    st.builds(str.__add__, st.sampled_from(["/", "../"]), PLAIN),
    st.lists(MEMBERS, min_size=1, max_size=6).map(lambda members: f"[{','.join(members)}]"),
).map(Edtf)


def text_of(day: Day | None) -> str | None:
    """How a bound stands in a table."""
    return None if day is None else str(day)


@pytest.mark.parametrize(("text", "earliest", "latest"), READ)
def test_a_date_has_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    """A date reaches from its earliest to its latest day, None where there is no limit."""
    read = Edtf.parse(text)

    assert (earliest, latest) == (text_of(read.earliest), text_of(read.latest))
    assert text == str(read) == read.text


@pytest.mark.parametrize(("text", "reason", "suggestion"), REFUSED)
def test_a_wrong_date_is_refused(text: str, reason: str, suggestion: str | None) -> None:
    """What is no date is refused with the text, the reason, and what was surely meant."""
    with pytest.raises(EdtfError) as caught:
        Edtf.parse(text)

    assert (text, reason, suggestion) == (
        caught.value.text,
        caught.value.reason,
        caught.value.suggestion,
    )


@pytest.mark.skipif(not TABLE.exists(), reason="shared/reference/edtf.tsv is not here")
def test_the_examples_of_the_specification() -> None:
    """The specification's examples are read, with their bounds, or refused, as the table says."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))

    for row in rows:
        text = row["text"].strip("'")
        if row["level"] == "invalid" or (row["level"] == "L2" and not read_already(text)):
            with pytest.raises(EdtfError) as caught:
                Edtf(text)
            assert (row["level"] == "L2") is (caught.value.reason == LEVEL_TWO)
            continue
        read = Edtf(text)
        for expected, actual in [(row["earliest"], read.earliest), (row["latest"], read.latest)]:
            assert expected in {"unspecified", text_of(actual) or "open"}, text
    assert 70 <= len(rows)


def read_already(text: str) -> bool:
    """Whether a date that the table has at level 2 is read: sets, and `XX` in an interval."""
    return text.startswith("[") or text == "2004-06-XX/2004-07-03"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-13-01", "'2024-13-01' is no EDTF date: month 13 does not exist"),
        ("2024-5", f"'2024-5' is no EDTF date: {DIGITS}; did you mean '2024-05'?"),
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
    assert str(error) == str(pickle.loads(pickle.dumps(error)))  # noqa: S301 # our own pickle


def test_the_longest_date_is_read() -> None:
    """A date of 256 characters is read, and one more is too many."""
    text = f"[{'1667,' * 50}1668]"

    assert LONGEST == len(text)
    assert Day(1668, 12, 31) == Edtf(text).latest
    with pytest.raises(EdtfError, match="it has 257 characters"):
        Edtf(text.replace("]", "?]"))


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
def test_a_hostile_text_is_refused_at_once(text: str) -> None:
    """However long or strange a text is, it is refused within 50 ms."""
    start = perf_counter()
    with pytest.raises(EdtfError) as caught:
        Edtf(text)
    message = str(caught.value)

    assert perf_counter() - start < 0.05
    assert len(message) < 600


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2024-05-16/2024-05", Bound(Day(2024, 5, 16), Day(2024, 5, 16)),
         Bound(Day(2024, 5, 16), Day(2024, 5, 31))),
        ("2024-05/2024-05-16", Bound(Day(2024, 5, 1), Day(2024, 5, 16)),
         Bound(Day(2024, 5, 16), Day(2024, 5, 16))),
        ("2024-05/..", Bound(Day(2024, 5, 1), Day(2024, 5, 31)), Bound(None, None, open=True)),
        ("../2024-05", Bound(None, None, open=True), Bound(Day(2024, 5, 1), Day(2024, 5, 31))),
        ("2024-05/", Bound(Day(2024, 5, 1), Day(2024, 5, 31)),
         Bound(Day(2024, 5, 1), None, unknown=True)),
        ("/2024-05", Bound(None, Day(2024, 5, 31), unknown=True),
         Bound(Day(2024, 5, 1), Day(2024, 5, 31))),
        ("[2024-05-16..]", Bound(Day(2024, 5, 16), None), Bound(Day(2024, 5, 16), None)),
        ("[..2024-05-16]", Bound(None, Day(2024, 5, 16)), Bound(None, Day(2024, 5, 16))),
    ],
)  # fmt: skip
def test_each_end_has_bounds_of_its_own(text: str, start: Bound, end: Bound) -> None:
    """Start and end lie between two days, are open or unknown, as far as the other end allows."""
    assert (start, end) == (Edtf(text).start, Edtf(text).end)


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2024", False, False),
        ("2024?", True, False),
        ("2024~", False, True),
        ("2024%", True, True),
        ("2024/2025?", True, False),
    ],
)
def test_doubt_is_kept(text: str, uncertain: bool, approximate: bool) -> None:  # noqa: FBT001 # a row
    """A date knows whether its source was in doubt or gave an estimate."""
    assert (uncertain, approximate) == (Edtf(text).uncertain, Edtf(text).approximate)


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_that_of_brute_force(question: str) -> None:
    """For every two dates of the pool the answer is what all their readings together say."""
    for ours, our_readings in POOL.items():
        for theirs, their_readings in POOL.items():
            expected = answer(question, our_readings, their_readings)
            assert expected == str(getattr(Edtf(ours), question)(theirs)), f"{ours} {theirs}"


@pytest.mark.parametrize(
    ("ours", "question", "theirs", "expected"),
    [
        ("2024-04", "before", "2024-05-16", Certainty.CERTAIN),
        ("2024-04", "overlaps", "2024-04-26", Certainty.POSSIBLE),
        ("[2024-05-01,2024-05-31]", "overlaps", "2024-05-15", Certainty.NO),
        ("2024-05-16", "same_day", "2024-05-16T10:00:00Z", Certainty.CERTAIN),
        ("2024-05-16?", "same_day", "2024-05-16~", Certainty.CERTAIN),
        ("1670-12-31/1671-01-01", "within", "[1670..1672]", Certainty.NO),
        ("1670-11-30/1670-12-01", "within", "[1670..1672]", Certainty.POSSIBLE),
        ("1670-12-31/1671-01-01", "within", "[167X..1672]", Certainty.POSSIBLE),
        ("2024-05-16", "within", "XXXX-05", Certainty.POSSIBLE),
        ("2024-06-01", "within", "XXXX-05", Certainty.NO),
        ("XXXX-05", "same_day", "XXXX-06", Certainty.NO),
        ("XXXX-05", "overlaps", "XXXX-05", Certainty.POSSIBLE),
        ("XXXX-05", "before", "Y10000", Certainty.CERTAIN),
        ("[2030..]", "after", "2024", Certainty.CERTAIN),
        ("[2030..]", "within", "2030-01-01/..", Certainty.CERTAIN),
        ("2030/..", "within", "[2030..]", Certainty.NO),
        ("2030/..", "within", "2029/", Certainty.POSSIBLE),
        ("Y-170000002", "before", "-9999", Certainty.CERTAIN),
    ],
)
def test_an_answer(ours: str, question: str, theirs: str, expected: Certainty) -> None:
    """A question takes a date or its text, and answers whatever the dates' size."""
    assert expected is getattr(Edtf(ours), question)(Edtf(theirs))
    assert expected is getattr(Edtf(ours), question)(theirs)


def test_an_answer_is_neither_true_nor_false() -> None:
    """An answer in an `if` is an error, since POSSIBLE or NO would pass for true in silence."""
    with pytest.raises(TypeError, match="compare it, as in"):
        bool(Edtf("2024").before("2025"))
    assert ["certain", "possible", "no"] == [str(answer) for answer in Certainty]


def test_dates_sort_by_their_key_only() -> None:
    """Dates have no `<`, and an explicit order: earliest start first, then earliest end."""
    texts = ["2024", "2024-01-01/", "../2023", "2023-12-31", "2024-01", "Y-12345", "2024-01-01"]

    with pytest.raises(TypeError, match="'<' not supported"):
        sorted(map(Edtf, texts))
    assert [
        "../2023", "Y-12345", "2023-12-31", "2024-01-01", "2024-01", "2024", "2024-01-01/",
    ] == sorted(texts, key=lambda text: Edtf(text).sort_key)  # fmt: skip


def test_a_date_does_not_change() -> None:
    """No attribute of a date can be set or added."""
    read = Edtf("2024")

    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        read.text = "2025"  # type: ignore[misc]
    assert not hasattr(read, "__dict__")


def test_a_date_shows_as_what_makes_it() -> None:
    """The repr of a date is the call that reads it."""
    assert "Edtf('2024-05')" == repr(Edtf.parse("2024-05"))


@given(DATES)
def test_a_date_is_its_text(read: Edtf) -> None:
    """A date equals, hashes as, copies, pickles and prints as its text."""
    again = Edtf.parse(str(read))

    assert again == read
    assert hash(again) == hash(read)
    assert read == copy.deepcopy(read) == pickle.loads(pickle.dumps(read))  # noqa: S301 # our own
    assert read != Edtf(f"{read}?" if str(read)[-1].isdigit() and "T" not in str(read) else "2024")


@given(DATES)
def test_bounds_are_in_order(read: Edtf) -> None:
    """No bound is after a later one, and the key is made of the outermost."""
    start, end = read.start, read.end
    days = [
        [start.earliest, start.latest],
        [end.earliest, end.latest],
        [start.earliest, end.earliest],
        [start.latest, end.latest],
    ]

    for pair in days:
        assert None in pair or pair == sorted(pair, key=lambda day: day or Day(0, 1, 1))
    low, high = read.sort_key
    assert -(2**63) < low <= high < 2**63
    assert read.earliest is None or read.earliest.ordinal == low
    assert read.latest is None or read.latest.ordinal == high


@given(DATES, DATES)
def test_answers_mirror_each_other(ours: Edtf, theirs: Edtf) -> None:
    """Before is after seen from the other side, and some questions are the same from both."""
    assert ours.before(theirs) is theirs.after(ours)
    assert ours.overlaps(theirs) is theirs.overlaps(ours)
    assert ours.same_day(theirs) is theirs.same_day(ours)


@given(DATES, DATES)
def test_answers_agree_with_each_other(ours: Edtf, theirs: Edtf) -> None:
    """Two dates are before, after or overlap; what is within, or the same day, overlaps."""
    order = [ours.before(theirs), ours.after(theirs), ours.overlaps(theirs)]

    if Certainty.CERTAIN in order:
        assert 2 == order.count(Certainty.NO)
    else:
        assert 2 <= order.count(Certainty.POSSIBLE)
    for stronger, weaker in [("within", "overlaps"), ("same_day", "within")]:
        strong, weak = (getattr(ours, question)(theirs) for question in (stronger, weaker))
        assert strong is Certainty.NO or weak is not Certainty.NO
        assert strong is not Certainty.CERTAIN or weak is Certainty.CERTAIN


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


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (Day(0, 2, 29), "0000-02-29"),
        (Day(-44, 3, 15), "-0044-03-15"),
        (Day(-9999, 1, 1), "-9999-01-01"),
        (Day(-10_000, 1, 1), "Y-10000-01-01"),
        (Day(170_000_002, 1, 1), "Y170000002-01-01"),
    ],
)
def test_days_that_datetime_lacks(day: Day, text: str) -> None:
    """A day outside the years 1 to 9999 has its text, and says why it is no datetime.date."""
    assert text == str(day)
    with pytest.raises(ValueError, match=f"^{text} is no datetime.date, which has the years 1 to"):
        day.date()
