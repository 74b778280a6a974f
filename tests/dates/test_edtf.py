"""A date as a value: its ends, its doubt, its text and its order."""

import copy
import pickle

import attrs
import pytest
from hypothesis import given, settings

from bilateral.dates import Bound, Day, Edtf
from tests.dates.drawn import DATES
from tests.dates.generated import generated


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
        ("XXXX-05/2024-03", Bound(Day(0, 5, 1), Day(2023, 5, 31)),
         Bound(Day(2024, 3, 1), Day(2024, 3, 31))),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-05-16", True),
        ("2024-05-16?", True),
        ("2024-05-16T10:00:00Z", True),
        ("[2024-05-16,2024-05-17]", True),
        ("[2024-05-16..2024-05-18]", True),
        ("2024-05", False),
        ("2024", False),
        ("2024-05-16/2024-05-17", False),
        ("[2024-05-16,2024-06]", False),
        ("{2024-05-16,2024-05-17}", False),
        ("156X-12-25", False),
    ],
)
def test_one_day(text: str, expected: bool) -> None:  # noqa: FBT001 # a row
    """A date knows whether it is a single day, be it one of a few."""
    assert expected is Edtf(text).of_one_day


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
@settings(deadline=None)
def test_a_date_is_its_text(read: Edtf) -> None:
    """A date equals, hashes as, copies, pickles and prints as its text."""
    again = Edtf.parse(str(read))

    assert again == read
    assert hash(again) == hash(read)
    assert read == copy.deepcopy(read) == pickle.loads(pickle.dumps(read))  # noqa: S301 # our own
    assert read != Edtf(f"{read}?" if str(read)[-1].isdigit() and "T" not in str(read) else "2024")


@given(DATES)
@settings(deadline=None)
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


def test_ten_thousand_dates_come_back() -> None:
    """Ten thousand dates of all forms are read, print as they were, and travel by pickle."""
    texts = generated(10_000)
    read = [Edtf.parse(text) for text in texts]

    assert texts == [str(date) for date in read]
    assert read == pickle.loads(pickle.dumps(read))  # noqa: S301 # our own
    assert len({*texts}) == len({*read}) > 9_000
    assert all(date.describe() for date in read)
