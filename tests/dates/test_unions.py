"""All-of sets, tried by brute force on a dozen days."""

from collections.abc import Callable, Iterable, Sequence
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.dates import Certainty, Edtf
from bilateral.dates.stretches import AllOf, Dated, Span, every, hull, lasting
from bilateral.dates.unions import coincide, fit, meet
from tests.dates.brute_force import QUESTIONS, Reading, Stretch

Ask = Callable[[Dated, Dated], Certainty]
ASKED: list[tuple[str, Ask]] = [("overlaps", meet), ("within", fit), ("same_day", coincide)]


def days(first: int, size: int) -> Span:
    """Some time within a row of days."""
    return Span(first, first + size, first, first + size)


def row(first: Span, last: Span) -> Span:
    """What lasts from the one to the other, or the first alone."""
    return first if last.end_to < first.start_from else lasting(first, last)


DAYS = st.builds(days, st.integers(1, 10), st.integers(0, 2))
SPANS = DAYS | st.builds(row, DAYS, DAYS)
LONE = SPANS.map(lambda span: (span,))
CHOICES = st.lists(DAYS, min_size=1, max_size=3).map(lambda spans: tuple(sorted(spans)))
SETS = st.lists(LONE, min_size=2, max_size=3).map(lambda members: AllOf(tuple(members)))
VAGUE_SETS = st.lists(CHOICES, min_size=2, max_size=3).map(lambda members: AllOf(tuple(members)))


def stretches(spans: Sequence[Span]) -> list[Stretch]:
    """Whatever one of several spans may turn out to be."""
    return [
        (start, end)
        for span in spans
        for start in range(span.start_from, span.start_to + 1)
        for end in range(max(start, span.end_from), span.end_to + 1)
    ]


def readings(dated: Dated) -> list[Reading]:
    """Whatever a date may turn out to be."""
    members = dated.members if isinstance(dated, AllOf) else (dated,)
    return list(product(*(stretches(every(member)) for member in members)))


def answers(question: str, ours: Dated, theirs: Dated) -> set[bool]:
    """The answers for all pairs of readings."""
    cases: Iterable[tuple[Reading, Reading]] = product(readings(ours), readings(theirs))
    found: set[bool] = set()
    for a, b in cases:
        found.add(QUESTIONS[question](a, b))
        if len(found) == 2:
            break
    return found


@pytest.mark.parametrize(("question", "ask"), ASKED)
@given(SETS, SETS | LONE | CHOICES)
@settings(deadline=None)
def test_answers_about_sets_are_those_of_brute_force(
    question: str, ask: Ask, ours: AllOf, theirs: Dated
) -> None:
    """Whatever the members, each with one alternative, the answer is that of all readings."""
    told = {frozenset({True}): "certain", frozenset({False}): "no"}
    for a, b in ((ours, theirs), (theirs, ours)):
        expected = told.get(frozenset(answers(question, a, b)), "possible")
        assert expected == str(ask(a, b))


@pytest.mark.parametrize(("question", "ask"), ASKED)
@given(VAGUE_SETS, VAGUE_SETS | SETS | CHOICES)
@settings(deadline=None)
def test_answers_about_vague_sets_are_true(
    question: str, ask: Ask, ours: AllOf, theirs: Dated
) -> None:
    """Where members have several alternatives, what is certain or impossible is so."""
    for a, b in ((ours, theirs), (theirs, ours)):
        answer = ask(a, b)
        if answer is not Certainty.POSSIBLE:
            assert {answer is Certainty.CERTAIN} == answers(question, a, b)


@pytest.mark.parametrize(
    ("ours", "question", "theirs", "expected"),
    [
        ("{2024-05-16,2024-05-20}", "overlaps", "2024-05-20", Certainty.CERTAIN),
        ("{2024-05-16,2024-05-20}", "overlaps", "2024-05-18", Certainty.NO),
        ("{2024-05-16,2024-05-20}", "overlaps", "[2024-05-16,2024-05-20]", Certainty.CERTAIN),
        ("{2024-05-16,2024-05-20}", "within", "2024-05", Certainty.POSSIBLE),
        ("{2024-05-16,2024-05-20}", "within", "2024-05-16/2024-05-19", Certainty.NO),
        ("{2024-05-16,2024-05-20}", "before", "2024-05-20", Certainty.NO),
        ("{2024-05-16,2024-05-20}", "before", "2024-05-21", Certainty.CERTAIN),
        ("2024-05-16/2024-05-17", "within", "{2024-05-16,2024-05-17}", Certainty.CERTAIN),
        ("[2024-05-16,2024-05-17]", "within", "{2024-05-16,2024-05-17}", Certainty.CERTAIN),
        ("{2024-05-16,2024-06-16}", "within", "[2024-05..2024-06]", Certainty.NO),
        ("{1566-12-25,1567-12-25}", "overlaps", "156X-12-25", Certainty.POSSIBLE),
        ("{156X-12-25,1600}", "overlaps", "1566-12-25", Certainty.POSSIBLE),
        ("{2024-02-15,2024-02-X0}", "within", "2024-02-15/2024-02-16", Certainty.NO),
        ("{2024-05-16,2024-05-20}", "within", "XXXX-05", Certainty.POSSIBLE),
        ("{2024-05-16,2024-06-20}", "within", "XXXX-05", Certainty.NO),
        ("{XXXX-05-16,1XX4-05-20}", "within", "XXXX-05", Certainty.POSSIBLE),
        ("{156X-12-25,1X66-12-25}", "same_day", "XXX6-12-25", Certainty.POSSIBLE),
        # Any two can be the same day, and not all three.
        ("{2024-01-X1,2024-0X-01}", "same_day", "[2024-01-11,2024-02-01]", Certainty.NO),
        ("{..1984}", "overlaps", "1066", Certainty.CERTAIN),
        ("{1960,1962}", "overlaps", "1961", Certainty.NO),
        ("{1960..1962}", "overlaps", "1961", Certainty.CERTAIN),
    ],
)
def test_an_all_of_set_is_all_its_members(
    ours: str, question: str, theirs: str, expected: Certainty
) -> None:
    """A set overlaps if any member does, and is before or within only if all are."""
    assert expected is getattr(Edtf(ours), question)(theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        # 10 January leaves 10 November to the one, 10 October and December leave it to the other.
        ("{2024-X1-10,2024-10-10,2024-12-10}", "{2024-01-10,2024-1X-10}", Certainty.CERTAIN),
        ("{2024-X1-10,2024-10-10}", "{2024-01-10,2024-1X-10}", Certainty.POSSIBLE),
        # So too where what has no choice lasts several days.
        (
            "{2024-X1-10,2024-10-09..2024-10-11,2024-12-09..2024-12-11}",
            "{2024-01-10,2024-1X-10}",
            Certainty.CERTAIN,
        ),
        # 31 May is left to the one, and of the two days at the end of May the other has none.
        (
            "{2024-05-3X,2024-05-01,2024-05-11,2024-05-21}",
            "{2024-05-30,2024-05-X1}",
            Certainty.CERTAIN,
        ),
        (
            "{2024-05-3X,2024-05-01,2024-05-11,2024-05-21}",
            "{2024-05-31,2024-05-X1}",
            Certainty.POSSIBLE,
        ),
        # From 10 to 11 or 21, or from 20 to 21.
        ("{2024-02-X0..2024-02-X1,2025}", "{2024-02-11,2024-02-20}", Certainty.CERTAIN),
        ("{2024-02-X0..2024-02-X1,2025}", "{2024-02-12,2024-02-20}", Certainty.POSSIBLE),
        ("{2024-02-X0..2024-02-X1,2025}", "{2024-02-11,2024-02-19}", Certainty.POSSIBLE),
    ],
)
def test_members_have_no_way_around_each_other(ours: str, theirs: str, expected: Certainty) -> None:
    """Sets surely overlap where no two members surely do, if all have no room to lie apart."""
    assert expected is Edtf(ours).overlaps(theirs)
    assert expected is Edtf(theirs).overlaps(ours)


def test_a_set_has_a_hull() -> None:
    """The first day of a set is that of its first member, the last that of its last."""
    assert Span(1, 1, 9, 9) == hull(AllOf((stretch(1), stretch(9))))


def stretch(day: int) -> tuple[Span, ...]:
    """One day."""
    return (days(day, 0),)
