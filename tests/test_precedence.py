"""Whether one record comes before another, and why."""

import attrs
import pytest

import bilateral as bl
from bilateral.analysis.titles import Told
from tests.told import dossier_of, event, said, statement

CERTAIN, POSSIBLE, NO = bl.Certainty.CERTAIN, bl.Certainty.POSSIBLE, bl.Certainty.NO


def order(one: str, other: str, *records: Told) -> bl.Ordering:
    """The order of two of these records."""
    return bl.timeline(dossier_of(records)).order(one, other)


def test_by_a_relative() -> None:
    """What is said relative to another record orders the two on any day."""
    records = event("tea", "1933-11-16"), event("war", "1933-11-16", said("after", "tea"))
    found = order("tea", "war", *records)
    assert (CERTAIN, NO, bl.Precedence.BEFORE) == (found.before, found.after, found.relation)
    assert "tea is certainly before war: war is after tea (stated)" == str(found)
    found = order("war", "tea", *records)
    assert (NO, CERTAIN, bl.Precedence.AFTER) == (found.before, found.after, found.relation)
    assert "war is certainly after tea: war is after tea (stated)" == str(found)


def test_by_a_chain() -> None:
    """The shortest chain of relatives is given, from the earlier record to the later one."""
    guess = attrs.evolve(
        event("ball", None, said("after", "tea", "weeks")), inferred={"relative": bl.Basis.CODER}
    )
    found = order(
        "tea", "war", event("tea", None), guess, event("war", None, said("after", "ball"))
    )
    assert (
        "tea is certainly before war: ball is weeks after tea (inferred: coder), and war is after "
        "ball (stated)" == str(found)
    )


def test_by_dates() -> None:
    """Dates that cannot meet order two records."""
    found = order("war", "tea", event("tea", "1933-11"), event("war", "1933-12"))
    assert (
        "war is certainly after tea: tea is dated 1933-11 (stated), and war is dated 1933-12 "
        "(stated)" == str(found)
    )


def test_by_what_they_have_in_common() -> None:
    """Two records of unknown days are ordered where both hang on a third."""
    found = order(
        "talks",
        "war",
        event("tea", "1933-11"),
        statement("talks", None, said("after", "tea", "1 day")),
        statement("war", None, said("after", "tea", "3 days")),
    )
    assert CERTAIN is found.before
    assert {
        "talks is 1 day after tea (stated)",
        "war is 3 days after tea (stated)",
        "talks takes one day (derived)",
    } == set(map(str, found.chain))


def test_by_what_they_have_in_common_and_dates() -> None:
    """What orders two records jointly may begin and end with dates."""
    found = order(
        "a",
        "b",
        event("a", "1933-11", said("before", "c", "9 days")),
        event("b", "1933-11", said("after", "c", "days")),
        event("c", None),
    )
    assert CERTAIN is found.before


def test_never_before() -> None:
    """What could be before by its days alone, but not by what both hang on, is not before."""
    records: list[Told] = [
        event("tea", "[1933-11-01..1933-11-20]"),
        statement("war", None, said("after", "tea", "1 day")),
        event("ball", None, said("after", "tea", "1 day")),
    ]
    found = order("war", "ball", *records)
    assert (POSSIBLE, POSSIBLE) == (found.before, found.after)
    records[0] = event("tea", "[1933-11-01..1933-11-20]", said("after", "dawn", "1 month"))
    dawn = event("dawn", None)
    later = statement("later", None, said("after", "tea", "2 days"))
    found = order("later", "war", dawn, later, *records)
    assert (NO, CERTAIN) == (found.before, found.after)
    lasts = event("lasts", None, said("before", "war", "1 day"), said("after", "dawn"))
    assert NO is order("later", "lasts", dawn, later, lasts, *records).before


def test_unordered() -> None:
    """What is in doubt is told with the days that are known of both."""
    records = [
        event("tea", "1933-11-16/1933-11-18"),
        event("ball", "1933-11-17"),
        event("war", "[1933-11-18..]"),
        event("peace", "[..1933-11-17]"),
        event("rivalry", None),
        event("drought", "1933-11-16/.."),
        event("rain", "../1933-11-18"),
        event("month", "1933-11"),
        event("journey", "1933-11-16/1933-12"),
        event("fast", "1933-10/1933-11-18"),
    ]
    assert (
        "tea is neither wholly before nor wholly after ball: tea lasts from 1933-11-16 to "
        "1933-11-18; ball lies on 1933-11-17" == str(order("tea", "ball", *records))
    )
    assert (
        "tea may be before war: tea lasts from 1933-11-16 to 1933-11-18; war lies no earlier "
        "than 1933-11-18" == str(order("tea", "war", *records))
    )
    assert (
        "rivalry may be before or after peace: rivalry has no known place in time; peace lies no "
        "later than 1933-11-17" == str(order("rivalry", "peace", *records))
    )
    reaches = {
        "drought": "starts on 1933-11-16 and ends nobody knows when",
        "rain": "starts nobody knows when and ends on 1933-11-18",
        "month": "lies between 1933-11-01 and 1933-11-30",
        "journey": "starts on 1933-11-16 and ends no later than 1933-12-31",
        "fast": "starts no earlier than 1933-10-01 and ends on 1933-11-18",
    }
    for name, reach in reaches.items():
        told = f"{name} {reach}; ball lies on 1933-11-17"
        assert str(order(name, "ball", *records)).endswith(f": {told}")
    found = order("tea", "ball", *records)
    assert ((), bl.Precedence.UNORDERED) == (found.chain, found.relation)


def test_itself() -> None:
    """A record is neither before nor after itself."""
    found = order("tea", "tea", event("tea", "1933"))
    assert (NO, NO) == (found.before, found.after)


@pytest.mark.parametrize(("one", "other"), [("tea", "ball"), ("ball", "tea")])
def test_contradictory(one: str, other: str) -> None:
    """Where dates and relatives contradict, nobody knows which is right, so nothing is certain."""
    records = event("tea", "1933-11-16", said("after", "ball")), event("ball", "1933-11-17")
    found = order(one, other, *records)
    assert (POSSIBLE, POSSIBLE, ()) == (found.before, found.after, found.chain)
    assert "tea lies on 1933-11-16, which something contradicts" in str(found)


def test_resting_on_what_contradicts() -> None:
    """Nor is what rests on a date that is contradicted."""
    records = (
        event("tea", "1933-11-16", said("after", "ball")),
        event("ball", "1933-11-17"),
        event("war", None, said("after", "tea")),
        event("fair", "1933-11-01"),
    )
    assert POSSIBLE is order("fair", "war", *records).before
    assert POSSIBLE is order("fair", "war", *records).after


def test_the_length_of_months() -> None:
    """Where months go round, the date that tells how long they are is among the reasons."""
    records = (
        statement("b", "2024-01"),
        statement("c", None, said("before", "b", "1 month")),
        statement("a", None, said("before", "b", "30 days")),
    )
    found = order("c", "a", *records)
    assert CERTAIN is found.before
    assert "b is dated 2024-01 (stated)" in [str(link) for link in found.chain]


def test_the_day_of_a_report() -> None:
    """Words were said on the day of their report, or before it."""
    words = attrs.evolve(statement("s", "2024-05-16"), date_basis=bl.DateBasis.REPORTED)
    found = order("e", "s", event("e", "2024-05-15"), words)
    assert (POSSIBLE, POSSIBLE) == (found.before, found.after)
    assert "s lies no later than 2024-05-16" in str(found)
    later = order("s", "e", words, event("e", "2024-05-17"))
    assert (
        "s is certainly before e: s was reported on 2024-05-16 (stated), and e is dated 2024-05-17 "
        "(stated)" == str(later)
    )


def test_open_starts() -> None:
    """What has no beginning that the source knows of limits nothing by it."""
    records = (
        event("a", None, said("before", "b")),
        event("b", "../2024"),
        event("c", "2020"),
    )
    found = order("a", "c", *records)
    assert (POSSIBLE, POSSIBLE) == (found.before, found.after)


def test_apart() -> None:
    """Two records that nothing links are as their days have it."""
    found = order(
        "a",
        "c",
        event("a", "1933"),
        event("b", "1933", said("after", "a")),
        event("c", "1933"),
        event("d", "1933", said("after", "c")),
    )
    assert (POSSIBLE, POSSIBLE) == (found.before, found.after)


def test_by_the_shorter_of_two_chains() -> None:
    """Where chains part and meet again, those with the fewest links are gone by."""
    found = order(
        "a",
        "e",
        event("a", None),
        event("b", None, said("after", "a")),
        event("c", None, said("after", "a")),
        event("d", None, said("after", "b"), said("after", "c")),
        event("e", None, said("after", "d")),
    )
    assert ["b", "d", "e"] == [link.record.local_id for link in found.chain]
