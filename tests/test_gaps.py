import copy
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import RecordError
from bilateral.records.gaps import UNITS, Gap


@pytest.mark.parametrize(
    ("text", "unit", "count"),
    [
        ("1 day", "day", 1),
        ("2 days", "day", 2),
        ("1 week", "week", 1),
        ("6 weeks", "week", 6),
        ("1 month", "month", 1),
        ("11 months", "month", 11),
        ("1 year", "year", 1),
        ("999999 years", "year", 999_999),
        ("days", "day", None),
        ("weeks", "week", None),
        ("months", "month", None),
        ("years", "year", None),
    ],
)
def test_gaps_that_are_read(text: str, unit: str, count: int | None) -> None:
    """A gap has its unit, and its number where the source gives one."""
    gap = Gap.parse(text)

    assert (unit, count, count is not None) == (gap.unit, gap.count, gap.exact)
    assert text == str(gap) == gap.text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "day",
        "a day",
        "1 days",
        "2 day",
        "0 days",
        "02 days",
        "-1 day",
        "1000000 years",
        "1.5 years",
        "1  day",
        " 1 day",
        "1 day ",
        "1 day\n",
        "1day",
        "1 Day",
        "some weeks",
        "2 decades",
        "٢ days",
    ],
)
def test_gaps_that_are_refused(text: str) -> None:
    """What is no gap is shown as it was found, read or made by hand."""
    message = (
        f"{text!r} is no gap; write an exact one, as '1 day' or '6 years',"
        " or a vague 'days', 'weeks', 'months' or 'years'"
    )
    for make in (Gap.parse, Gap):
        with pytest.raises(RecordError) as caught:
            make(text)
        assert message == str(caught.value)


@given(st.integers(1, 999_999), st.sampled_from(UNITS))
def test_exact_gaps_of_any_size(count: int, unit: str) -> None:
    """Any number is read back from its written form, and one of a unit is written without `s`."""
    text = f"{count} {unit}{'s' if count > 1 else ''}"

    assert (count, unit) == (Gap.parse(text).count, Gap.parse(text).unit)


def test_gaps_are_values() -> None:
    """Gaps compare and hash by their text, and survive copies."""
    gap = Gap.parse("6 years")

    assert gap == Gap("6 years")
    assert gap != Gap("years")
    assert 1 == len({gap, Gap("6 years")})
    assert "Gap(text='6 years')" == repr(gap)
    assert gap == copy.deepcopy(gap) == pickle.loads(pickle.dumps(gap))  # noqa: S301 # our own
