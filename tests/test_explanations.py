"""Why a record lies where it does."""

import attrs
import pytest

import bilateral as bl
from bilateral.analysis.chronology import chronology
from bilateral.analysis.titles import Told
from tests.told import dossier_of, event, said, statement


def bounds(name: str, *records: Told) -> bl.Explanation:
    """The bounds of one of these records."""
    return bl.timeline(dossier_of(records)).bounds(name)


def test_from_its_date() -> None:
    """A date explains itself, and who says it is told."""
    found = bounds("tea", event("tea", "1933-11"))
    assert """\
tea starts no earlier than 1933-11-01: tea is dated 1933-11 (stated)
tea starts no later than 1933-11-30: tea is dated 1933-11 (stated)
tea ends no earlier than 1933-11-01: tea is dated 1933-11 (stated)
tea ends no later than 1933-11-30: tea is dated 1933-11 (stated)""" == str(found)
    assert bl.Grounds.STATED is found.starts[0].grounds
    assert not found.disputed


def test_by_way_of_another_record() -> None:
    """A chain leads from the date that it begins with."""
    found = bounds(
        "insult",
        event("tea", "1933-11-16"),
        statement("insult", None, said("before", "tea", "1 day")),
    )
    assert """\
insult starts on 1933-11-15: tea is dated 1933-11-16 (stated), and insult is 1 day before tea \
(stated), and insult takes one day (derived)
insult ends on 1933-11-15: tea is dated 1933-11-16 (stated), and insult is 1 day before tea \
(stated)""" == str(found)
    assert bl.Grounds.DERIVED is found.ends[1].grounds
    assert ["tea", "insult"] == [link.record.local_id for link in found.ends[1].chain]


def test_no_limit() -> None:
    """Where nothing limits a start or an end, there is neither day nor chain."""
    found = bounds(
        "war", event("tea", "1933-11-16"), event("war", None, said("after", "tea", "days"))
    )
    assert """\
war starts no earlier than 1933-11-18: tea is dated 1933-11-16 (stated), and war is days after \
tea (stated)
war ends no earlier than 1933-11-18: tea is dated 1933-11-16 (stated), and war is days after \
tea (stated), and war ends no earlier than it starts (derived)""" == str(found)
    assert (None, (), None) == (found.ends[1].day, found.ends[1].chain, found.ends[1].grounds)
    assert "nothing is known of when rivalry was" == str(bounds("rivalry", event("rivalry", None)))


def test_derived_date_rests_on_what_it_was_derived_from() -> None:
    """Where a date was derived from a relative that is there too, the relative explains it."""
    tea = event("tea", "1933-11-16")
    ball = attrs.evolve(
        event("ball", "1933-11-15", said("before", "tea", "1 day")),
        inferred={"date": bl.Basis.DERIVED},
    )
    found = bounds("ball", tea, ball)
    assert "ball is 1 day before tea (stated)" == str(found.ends[0].chain[-1])
    assert "ball takes one day (derived)" == str(found.starts[0].chain[-1])
    alone = bounds("ball", tea, attrs.evolve(ball, relative=()))
    expected = "ball is dated 1933-11-15 (inferred: derived)"
    assert [expected] == [str(link) for link in alone.starts[0].chain]
    assert (bl.Grounds.INFERRED, bl.Basis.DERIVED) == (
        alone.starts[0].grounds,
        alone.starts[0].chain[0].basis,
    )


def test_derived_dates_do_not_explain_each_other() -> None:
    """Two derived dates that agree do not go round: the chain ends with one of them."""
    derived = {"date": bl.Basis.DERIVED}
    tea = attrs.evolve(statement("tea", "1933-11-16"), inferred=derived)
    ball = attrs.evolve(
        statement("ball", "1933-11-15", said("before", "tea", "1 day")), inferred=derived
    )
    found = bounds("ball", tea, ball)
    assert "tea is dated 1933-11-16 (inferred: derived)" == str(found.ends[0].chain[0])


def test_months_that_go_round() -> None:
    """Where months and days together leave one month, the links are given all the same."""
    found = bounds(
        "ball",
        event("ball", "[1933-03-05..]"),
        event("tea", None, said("after", "ball", "1 month"), said("after", "ball", "28 days")),
    )
    assert bl.Day(1934, 1, 31) == found.ends[0].day
    assert {"tea is 1 month after ball", "tea is 28 days after ball"} < {
        link.text for link in found.ends[0].chain
    }


def test_disputed() -> None:
    """A record that contradicts is explained by its date alone."""
    found = bounds(
        "tea",
        event("tea", "1933-11-16", said("after", "ball")),
        event("ball", "1933-11-17"),
    )
    assert found.disputed
    assert str(found).startswith(
        "tea: what is said relative to it contradicts; its date alone counts\n"
        "tea starts on 1933-11-16: tea is dated 1933-11-16 (stated)\n"
    )


def test_ids() -> None:
    """A record is asked for by itself, its id or its short id."""
    tea, other = event("tea", "1933"), attrs.evolve(event("tea", "1934"), id="soup:tea")
    moments = bl.timeline(dossier_of([tea, other]))
    assert tea == moments.bounds(tea).record
    assert other == moments.bounds("soup:tea").record
    with pytest.raises(bl.AmbiguousIdError, match="'duck:tea' or 'soup:tea'"):
        moments.bounds("tea")
    with pytest.raises(bl.UnknownIdError, match="did you mean 'tea'"):
        moments.bounds("teas")


def test_names_of_two_files() -> None:
    """A chain through two files names records by their full ids."""
    tea = attrs.evolve(event("tea", "1933-11-16"), id="soup:tea")
    war = event("war", None)
    war = attrs.evolve(war, relative=(bl.Relative(after="soup:tea"),))
    chain = bl.timeline(dossier_of([tea, war])).bounds("war").starts[0].chain
    assert "duck:war is after soup:tea (stated)" == str(chain[1])


def test_limits_of_all_records_end_with_a_date() -> None:
    """The first link of every chain is a date."""
    dossier = bl.load("examples/xi-putin-beijing-2024.yaml")
    moments = bl.timeline(dossier)
    for record in chronology(dossier).records:
        found = moments.bounds(record)
        for limit in (*found.starts, *found.ends):
            assert (limit.day is None) is not any("dated" in link.text for link in limit.chain[:1])
