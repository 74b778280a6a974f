"""Every answer, tried by brute force."""

import pytest
from hypothesis import example, given, settings

from bilateral.dates import Certainty, Edtf
from tests.dates.brute_force import QUESTIONS, READINGS, answer
from tests.dates.drawn import DATES, SINGLE_DATES


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_answer_is_that_of_brute_force(question: str) -> None:
    """For every two dates of the pool the answer is what all their readings together say."""
    for ours, our_readings in READINGS.items():
        for theirs, their_readings in READINGS.items():
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
        ("1670-12-31/1671-01-01", "within", "[1670..1672,167X]", Certainty.POSSIBLE),
        ("1670-12-31/1671-01-01", "within", "[166X,1670..1672]", Certainty.NO),
        ("1670-11-15/1671-11-15", "within", "[1670-11..1671-12]", Certainty.NO),
        ("2024-05-16/2024-05-17", "within", "[2024-05-16?..2024-05-18~]", Certainty.NO),
        ("2024-05-16", "within", "XXXX-05", Certainty.POSSIBLE),
        ("2024-06-01", "within", "XXXX-05", Certainty.NO),
        ("2024-05-16/2024-05-17", "within", "XXXX-05", Certainty.POSSIBLE),
        ("XXXX-05", "same_day", "XXXX-06", Certainty.NO),
        ("XXXX-05", "overlaps", "XXXX-05", Certainty.POSSIBLE),
        ("XXXX-05", "before", "Y10000", Certainty.CERTAIN),
        ("[2030..]", "after", "2024", Certainty.CERTAIN),
        ("[2030..]", "within", "2030-01-01/..", Certainty.CERTAIN),
        ("2030/..", "within", "[2030..]", Certainty.NO),
        ("2030/..", "within", "2029/", Certainty.POSSIBLE),
        ("Y-170000002", "before", "-9999", Certainty.CERTAIN),
        # Ten thousand alternatives on either side: comparing each with each would take minutes.
        ("XXXX-02/Y170000002", "same_day", "~XXXX-02/Y170000002", Certainty.NO),
        ("XXXX-02/Y170000002", "within", "XXXX-XX-31", Certainty.NO),
        ("XXXX-02-29", "within", "XXXX-02/Y170000002", Certainty.POSSIBLE),
        ("XXXX-02", "overlaps", "{..7714,XXX0-1X}", Certainty.POSSIBLE),
        ("XXXX-02-29/Y17000", "overlaps", "{XXXX-02-29,2024}", Certainty.POSSIBLE),
        ("{XXXX-02,XXXX-03}", "within", "{XXXX-05,XXXX-06}", Certainty.NO),
    ],
)
def test_an_answer(ours: str, question: str, theirs: str, expected: Certainty) -> None:
    """A question takes a date or its text, and answers whatever the dates' size."""
    assert expected is getattr(Edtf(ours), question)(Edtf(theirs))
    assert expected is getattr(Edtf(ours), question)(theirs)


@given(DATES, DATES)
@settings(deadline=None)
def test_answers_mirror_each_other(ours: Edtf, theirs: Edtf) -> None:
    """Before is after seen from the other side, and some questions are the same from both."""
    assert ours.before(theirs) is theirs.after(ours)
    assert ours.overlaps(theirs) is theirs.overlaps(ours)
    assert ours.same_day(theirs) is theirs.same_day(ours)


@given(SINGLE_DATES, SINGLE_DATES)
@settings(deadline=None)
def test_one_order_holds(ours: Edtf, theirs: Edtf) -> None:
    """Two dates are before, after or overlap; only members of an all-of set can lie otherwise."""
    order = [ours.before(theirs), ours.after(theirs), ours.overlaps(theirs)]

    if Certainty.CERTAIN in order:
        assert 2 == order.count(Certainty.NO)
    else:
        assert 2 <= order.count(Certainty.POSSIBLE)


@given(DATES, DATES)
@example(Edtf("[1000,..1000]"), Edtf("{-X000..,..1000}"))
@settings(deadline=None)
def test_answers_agree_with_each_other(ours: Edtf, theirs: Edtf) -> None:
    """What is within, or the same day, overlaps; what overlaps is not before or after."""
    for stronger, weaker in [("within", "overlaps"), ("same_day", "within")]:
        strong, weak = (getattr(ours, question)(theirs) for question in (stronger, weaker))
        assert strong is Certainty.NO or weak is not Certainty.NO
        assert strong is not Certainty.CERTAIN or weak is Certainty.CERTAIN
    if Certainty.CERTAIN in (ours.before(theirs), ours.after(theirs)):
        assert ours.overlaps(theirs) is Certainty.NO
