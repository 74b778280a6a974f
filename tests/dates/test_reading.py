"""What is read, and the first and last day that it can mean."""

import csv
import tracemalloc
from pathlib import Path

import pytest

from bilateral.dates import LONGEST, Day, Edtf, EdtfError
from bilateral.dates.faults import UNSUPPORTED

TABLE = Path(__file__).parents[3] / "shared/reference/edtf.tsv"

UNREAD = {"Y-17E7", "1950S2", "Y3388E2S3"}

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
    ("[2024-05-16..2024-05-16]", "2024-05-16", "2024-05-16"),
    ("[2024-05-16?..2024-05-18~]", "2024-05-16", "2024-05-18"),
    ("[..1960,1970..]", None, None),
    ("1XXX", "1000-01-01", "1999-12-31"),
    ("XXXX", "0000-01-01", "9999-12-31"),
    ("-000X", "-0009-01-01", "-0001-12-31"),
    ("1XXX-XX", "1000-01-01", "1999-12-31"),
    ("1X8X", "1080-01-01", "1989-12-31"),
    ("-1X8X", "-1989-01-01", "-1080-12-31"),
    ("-X00X", "-9009-01-01", "-0001-12-31"),
    ("-XXX0", "-9990-01-01", "-0010-12-31"),
    ("156X-12-25", "1560-12-25", "1569-12-25"),
    ("-156X-12-25", "-1569-12-25", "-1560-12-25"),
    ("15XX-12-25", "1500-12-25", "1599-12-25"),
    ("XXXX-12-XX", "0000-12-01", "9999-12-31"),
    ("XXXX-02-29", "0000-02-29", "9996-02-29"),
    ("1984-1X", "1984-10-01", "1984-12-31"),
    ("1984-X1", "1984-01-01", "1984-11-30"),
    ("1984-0X-XX", "1984-01-01", "1984-09-30"),
    ("2024-XX-01", "2024-01-01", "2024-12-01"),
    ("2024-XX-31", "2024-01-31", "2024-12-31"),
    ("2024-02-2X", "2024-02-20", "2024-02-29"),
    ("2024-02-X9", "2024-02-09", "2024-02-29"),
    ("202X-33", "2020-01-01", "2029-03-31"),
    ("2024-25", "2024-03-01", "2024-05-31"),
    ("2024-28", "2024-12-01", "2025-02-28"),
    ("2024-29", "2024-09-01", "2024-11-30"),
    ("2024-30", "2024-12-01", "2025-02-28"),
    ("2024-31", "2024-03-01", "2024-05-31"),
    ("2024-32", "2024-06-01", "2024-08-31"),
    ("2024-33", "2024-01-01", "2024-03-31"),
    ("2024-36", "2024-10-01", "2024-12-31"),
    ("2024-37", "2024-01-01", "2024-04-30"),
    ("2024-39", "2024-09-01", "2024-12-31"),
    ("2024-40", "2024-01-01", "2024-06-30"),
    ("2024-41", "2024-07-01", "2024-12-31"),
    ("2004-06~-11", "2004-06-11", "2004-06-11"),
    ("?2004-06-~11", "2004-06-11", "2004-06-11"),
    ("2004-%06-11", "2004-06-11", "2004-06-11"),
    ("~Y12345", "Y12345-01-01", "Y12345-12-31"),
    ("156X-12-25/1566", "1560-12-25", "1566-12-31"),
    ("1566/156X-12-25", "1566-01-01", "1569-12-25"),
    ("2024-02-X0/2024-02-10", "2024-02-10", "2024-02-10"),
    ("[1667,156X-12-25]", "1560-12-25", "1667-12-31"),
    ("[156X-12-25..1567]", "1560-12-25", "1567-12-31"),
    ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
    ("{156X-12-25}", "1560-12-25", "1569-12-25"),
    ("{..1984}", None, "1984-12-31"),
    ("{1984..,1960}", "1960-01-01", None),
]


def text_of(day: Day | None) -> str | None:
    """How a bound stands in a table."""
    return None if day is None else str(day)


@pytest.mark.parametrize(("text", "earliest", "latest"), READ)
def test_a_date_has_bounds(text: str, earliest: str | None, latest: str | None) -> None:
    """A date reaches from its earliest to its latest day, None where there is no limit."""
    read = Edtf.parse(text)

    assert (earliest, latest) == (text_of(read.earliest), text_of(read.latest))
    assert text == str(read) == read.text


@pytest.mark.skipif(not TABLE.exists(), reason="shared/reference/edtf.tsv is not here")
def test_the_examples_of_the_specification() -> None:
    """The specification's examples are read, with their bounds, or refused, as the table says."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))

    for row in rows:
        text = row["text"].strip("'")
        if row["level"] == "invalid" or text in UNREAD:
            with pytest.raises(EdtfError) as caught:
                Edtf(text)
            assert (text in UNREAD) is (caught.value.reason == UNSUPPORTED)
            continue
        read = Edtf(text)
        for expected, actual in [(row["earliest"], read.earliest), (row["latest"], read.latest)]:
            assert expected in {"unspecified", text_of(actual) or "open"}, text
    assert 70 <= len(rows)


def test_the_longest_date_is_read() -> None:
    """A date of 256 characters is read, and one more is too many."""
    text = f"[{'1667,' * 50}1668]"

    assert LONGEST == len(text)
    assert Day(1668, 12, 31) == Edtf(text).latest
    with pytest.raises(EdtfError, match="it has 257 characters"):
        Edtf(text.replace("]", "?]"))


def test_alternatives_are_not_kept() -> None:
    """However many alternatives a date has, it is small: they are made when they are asked for."""
    texts = ["XXXX-05", "15XX-12-25", "{..1984}", "XXXX-05/XXXX-06", "[XXXX-01,XXXX-02]"]
    tracemalloc.start()
    read = [Edtf(text) for text in texts]
    assert all(date.latest for date in read)
    size, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert size < 20_000
