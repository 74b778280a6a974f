"""What happened when, in Freedonia and Sylvania."""

import itertools
import json
from collections.abc import Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.analysis import order as order_module
from bilateral.analysis.chronology import chronology
from bilateral.analysis.moments import Moment, MomentKind
from bilateral.analysis.order import order
from bilateral.analysis.timeline import Timeline, timeline
from bilateral.dates import Day, Edtf, EdtfError
from bilateral.records.actors import Country, Leader
from bilateral.records.collection import Records
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.events import Event, Reading
from bilateral.records.gaps import Gap
from bilateral.records.record import Record
from bilateral.records.sources import Relative
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import (
    Act,
    EventKind,
    MeetingFormat,
    MeetingKind,
    Status,
    Voice,
)

FREEDONIA = Country(id="FRD", name="Freedonia")
SYLVANIA = Country(id="SYL", name="Sylvania")
KLOPSTOKIA = Country(id="KLP", name="Klopstokia")
FIREFLY = Leader(id="firefly", name="Rufus Firefly", country=FREEDONIA)
TRENTINO = Leader(id="trentino", name="Ambassador Trentino", country=SYLVANIA)
TEASDALE = Leader(id="teasdale", name="Gloria Teasdale", country=FREEDONIA)


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 100 columns, whatever the tests are run in."""
    monkeypatch.setenv("COLUMNS", "100")


def after(anchor: str, by: str | None = None) -> Relative:
    """That a record came after another."""
    return Relative(after=f"duck:{anchor}", by=Gap.parse(by) if by else None)


def before(anchor: str, by: str | None = None) -> Relative:
    """That a record came before another."""
    return Relative(before=f"duck:{anchor}", by=Gap.parse(by) if by else None)


def event(name: str, date: str | None = None, *relative: Relative) -> Event:
    """An event of this name; a state of affairs may have no date."""
    return Event(
        id=f"duck:{name}",
        title=name,
        kind=EventKind.STATE_OF_AFFAIRS,
        date=Edtf.parse(date) if date else None,
        relative=relative,
    )


def visit(name: str, date: str, *guests: Leader, country: Country = SYLVANIA) -> Visit:
    """A held visit."""
    return Visit(id=f"duck:{name}", guests=guests or (FIREFLY,), country=country, date=Edtf(date))


def dossier_of(*records: Record) -> Dossier:
    """A dossier of these records, in this order within each section."""
    sections: dict[str, Any] = {
        name: Records(kind, [record for record in records if type(record) is kind])
        for name, kind in (GLOBAL_SECTIONS | LOCAL_SECTIONS).items()
    }
    return Dossier(**sections)


def names(of: Timeline) -> list[str]:
    """The short ids of the moments, marked where their places are not certain."""
    return [f"{moment.record.local_id}{'' if moment.certain else '*'}" for moment in of]


def told(*events: Event) -> list[str]:
    """The short ids of a timeline of events alone."""
    return names(timeline(dossier_of(*events)))


@pytest.fixture
def dossier() -> Dossier:
    """A crisis with one record of each kind and more."""
    spa = Visit(
        id="duck:spa",
        guests=(FIREFLY, TEASDALE),
        country=SYLVANIA,
        place="Esteros",
        date=Edtf("1933-11-16/1933-11-17"),
        status=Status.ONGOING,
    )
    return dossier_of(
        FREEDONIA,
        SYLVANIA,
        KLOPSTOKIA,
        FIREFLY,
        TRENTINO,
        TEASDALE,
        spa,
        Meeting(
            id="duck:tea",
            participants=(FIREFLY, TRENTINO),
            kind=MeetingKind.INFORMAL,
            format=MeetingFormat.SIDELINES,
            place="Esteros",
            date=Edtf("1933-11-17"),
            status=Status.PLANNED,
        ),
        Meeting(
            id="duck:call",
            participants=(FIREFLY, TRENTINO),
            kind=MeetingKind.CALL,
            format=MeetingFormat.REMOTE,
            date=Edtf("1933-10"),
        ),
        Statement(
            id="duck:insult",
            speakers=(TRENTINO,),
            to=(FIREFLY,),
            voice=Voice.DIRECT,
            act=Act.CONDEMN,
            text="You are an upstart",
            date=Edtf("1933-11-16"),
        ),
        JointDeclaration(
            id="duck:pact",
            title="Pact of the Spa",
            parties=(FREEDONIA, SYLVANIA),
            date=Edtf("1933-11-17"),
            clauses=(Clause(id="duck:pact/peace", act=Act.PLEDGE, text="Keep the peace."),),
        ),
        Event(
            id="duck:war",
            title="War breaks out",
            kind=EventKind.WAR,
            actors=(FREEDONIA,),
            targets=(SYLVANIA,),
            relative=(after("pact", "days"),),
        ),
        Event(
            id="duck:ball",
            title="Klopstokia gives a ball",
            kind=EventKind.CONSULT,
            actors=(KLOPSTOKIA,),
            date=Edtf("1933-11"),
            status=Status.CANCELLED,
        ),
        event("rivalry"),
        Reading(id="duck:reading", about=("duck:war",), text="A farce."),
    )


class TestOutput:
    def test_text(self, dossier: Dossier) -> None:
        """A table for the terminal, with a mark on what could stand elsewhere."""
        expected = """\
date                      kind         title
---------------------  -  -----------  -----------------------------------------------------------
1933-10                   meeting      Rufus Firefly and Ambassador Trentino: call (remote)
1933-11                *  event        [cancelled] Klopstokia gives a ball
1933-11-16/1933-11-17     visit        [ongoing] Rufus Firefly and Gloria Teasdale visit Sylvania
                                       (Esteros)
1933-11-16                statement    Ambassador Trentino: \u201cYou are an upstart\u201d
1933-11-17                meeting      [planned] Rufus Firefly and Ambassador Trentino: informal
                                       meeting (on the sidelines, Esteros)
1933-11-17                declaration  Pact of the Spa
days after pact        *  event        War breaks out
undated                *  event        rivalry

* could stand elsewhere in the order"""
        assert expected == timeline(dossier).to_text(98)

    def test_text_without_doubt(self) -> None:
        """Where all places are certain, there is neither mark nor legend."""
        expected = """\
date     kind   title
-------  -----  --------------------------------
1933-11  visit  Rufus Firefly visits Sylvania"""
        first = timeline(dossier_of(visit("spa", "1933-11")))
        assert expected.replace("--------------------------------", "-" * 29) == str(first)

    def test_markdown(self, dossier: Dossier) -> None:
        """The same table in Markdown."""
        expected = """\
| date |  | kind | title |
| --- | --- | --- | --- |
| 1933-11 | \\* | event | \\[cancelled\\] Klopstokia gives a ball |

\\* could stand elsewhere in the order"""
        assert expected == timeline(dossier)[1:2].to_markdown()
        expected = """\
| date | kind | title |
| --- | --- | --- |
| 1933-11-17 | declaration | Pact of the Spa |"""
        assert expected == timeline(dossier)[5:6].to_markdown()

    def test_html(self, dossier: Dossier) -> None:
        """The same table for a notebook."""
        expected = """\
<table>
<thead><tr><th>date</th><th></th><th>kind</th><th>title</th></tr></thead>
<tbody>
<tr><td>1933-11-17</td><td></td><td>declaration</td><td>Pact of the Spa</td></tr>
<tr><td>days after pact</td><td>*</td><td>event</td><td>War breaks out</td></tr>
</tbody>
</table>
<p>* could stand elsewhere in the order</p>"""
        assert expected == timeline(dossier)[5:7]._repr_html_()
        assert "<p>" not in timeline(dossier)[5:6]._repr_html_()

    def test_json(self, dossier: Dossier) -> None:
        """An object for each moment; statements have no status, and no limit is null."""
        expected = [
            {
                "date": "1933-11-16",
                "earliest": "1933-11-16",
                "latest": "1933-11-16",
                "certain": True,
                "kind": "statement",
                "title": "Ambassador Trentino: \u201cYou are an upstart\u201d",
                "id": "duck:insult",
            },
            {
                "date": None,
                "earliest": "1933-11-19",
                "latest": None,
                "certain": False,
                "kind": "event",
                "title": "War breaks out",
                "id": "duck:war",
                "status": "held",
            },
        ]
        assert expected == json.loads(timeline(dossier)[3:9:3].to_json())

    def test_json_in_a_script(self) -> None:
        """No title ends the script that it stands in."""
        shown = timeline(dossier_of(event("</script>&"))).to_json()
        assert "\\u003c/script\\u003e\\u0026" in shown

    def test_repr(self, dossier: Dossier) -> None:
        """How many moments, and how many in doubt."""
        assert "Timeline(8 moments, 3 of uncertain place)" == repr(timeline(dossier))
        assert "Timeline(1 moment)" == repr(timeline(dossier)[:1])

    def test_moment(self, dossier: Dossier) -> None:
        """A moment tells what the record has, and what follows from its date."""
        moment = timeline(dossier)[2]
        assert Edtf("1933-11-16/1933-11-17") == moment.date
        assert (MomentKind.VISIT, Status.ONGOING) == (moment.kind, moment.status)
        assert (Day(1933, 11, 16), Day(1933, 11, 17)) == (moment.earliest, moment.latest)
        expected = "Moment(record=duck:spa, certain=True, earliest=1933-11-16, latest=1933-11-17)"
        assert expected == repr(moment)

    def test_nothing(self) -> None:
        """An empty dossier has an empty timeline."""
        nothing = timeline(dossier_of())
        assert "no moments" == str(nothing)
        assert "[]" == nothing.to_json()
        assert "Timeline(0 moments)" == repr(nothing)

    def test_is_a_sequence(self, dossier: Dossier) -> None:
        """It has a length, places, slices, and equality."""
        moments = timeline(dossier)
        assert moments == timeline(dossier)
        assert moments != moments[1:]
        assert hash(moments) == hash(timeline(dossier))
        assert (8, True) == (len(moments), moments[2] in moments)
        assert 2 == moments.index(moments[2])
        assert isinstance(moments[0], Moment)


class TestOrder:
    def test_kinds_on_one_day(self, dossier: Dossier) -> None:
        """What started on the same day stands by kind, then as in the dossier."""
        day = timeline(dossier, since="1933-11-16", until="1933-11-17", certain=True)
        assert ["spa", "insult", "tea", "pact"] == names(day)
        assert ["a", "b"] == told(event("a", "1933-11-16"), event("b", "1933-11-16"))

    def test_earliest_start_first(self) -> None:
        """By the first day that a start can be, then by the last."""
        assert ["b", "a*", "c"] == told(
            event("a", "1933"), event("b", "1933-01-01"), event("c", "1933-02")
        )

    def test_no_earliest_day(self) -> None:
        """Without an earliest day the latest counts, a beginning that nobody knows included."""
        assert ["b", "a*", "c", "always*"] == told(
            event("a", "[..1933-05-01]"),
            event("b", "1933-04-30"),
            event("c", "1933-05-02"),
            event("always", "../1940"),
        )

    def test_undated_last(self) -> None:
        """What has no place in time comes last, is not certain, and casts no doubt on others."""
        assert ["dated", "state*", "other*"] == told(
            event("state"), event("dated", "1933"), event("other")
        )
        assert ["state*"] == told(event("state"))

    def test_relative_moves_a_record(self) -> None:
        """A record stands where what is said of it puts it."""
        assert ["treaty", "war"] == told(
            event("war", "1933-11", after("treaty", "days")), event("treaty", "1933-11")
        )
        assert ["talks", "treaty", "war"] == told(
            event("war", None, after("treaty")),
            event("treaty", "1933-11-16"),
            event("talks", None, before("treaty", "weeks")),
        )

    def test_before_what_has_no_latest_day(self) -> None:
        """An undated record that came before another stands before it, whatever is known of it."""
        assert ["a", "talks*", "treaty*", "b"] == told(
            event("a", "1933"),
            event("talks", None, before("treaty")),
            event("treaty", "[1934..]"),
            event("b", "1935"),
        )

    def test_chain_of_undated_records(self) -> None:
        """Records without a place in time keep the order that is said of them."""
        assert ["one*", "two*"] == told(event("two", None, after("one")), event("one"))

    def test_order_of_one_day_follows_relative(self) -> None:
        """On one day, what came after stands after, whatever its kind."""
        record = Visit(
            id="duck:spa",
            guests=(FIREFLY,),
            country=SYLVANIA,
            date=Edtf("1933-11-16"),
            relative=(after("insult"),),
        )
        given = dossier_of(record, event("insult", "1933-11-16"))
        assert ["insult", "spa"] == names(timeline(given))


class TestCertain:
    def test_alone_in_its_month(self) -> None:
        """A month is certain while nothing else may fall within it."""
        assert ["a", "b"] == told(event("a", "1933-04"), event("b", "1933-05-16"))
        assert ["a*", "b"] == told(event("a", "1933-04"), event("b", "1933-04-16"))

    def test_two_in_one_month(self) -> None:
        """Two records of one month may stand either way, unless one is said to be after."""
        assert ["a*", "b*"] == told(event("a", "1933-02"), event("b", "1933-02"))
        assert ["b", "a"] == told(event("a", "1933-02", after("b")), event("b", "1933-02"))

    def test_parts_that_overlap(self) -> None:
        """Neither of two ranges that overlap in part is certain."""
        assert ["a*", "b*"] == told(
            event("a", "[1933-02-01..1933-02-10]"), event("b", "[1933-02-05..1933-02-15]")
        )

    def test_chain(self) -> None:
        """A chain settles the order of all its records."""
        chained = [event("e0", "1933")]
        chained += [event(f"e{n}", "1933", after(f"e{n - 1}")) for n in range(1, 6)]
        assert [f"e{n}" for n in range(6)] == told(*reversed(chained))

    def test_chain_beside_another_record(self) -> None:
        """A record that no chain reaches leaves all in doubt with which it may change places."""
        assert ["a*", "b*", "c*"] == told(
            event("a", "1933"), event("b", "1933", after("a")), event("c", "1933")
        )

    def test_chain_through_records_of_others(self) -> None:
        """A dyad's moments are settled by chains through records that it does not show."""
        spa, back = visit("spa", "1933"), visit("back", "1933", TRENTINO, country=FREEDONIA)
        ball = event("ball", "1933", after("spa"), before("back"))
        given = dossier_of(FREEDONIA, SYLVANIA, back, spa, ball)
        assert ["spa", "back"] == names(timeline(given.relation("FRD", "SYL")))

    def test_long_chain(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Beyond the longest walk nothing is claimed, and the order is the same."""
        monkeypatch.setattr(order_module, "LONGEST_WALK", 2)
        assert ["a", "b", "c"] == [
            name.removesuffix("*")
            for name in told(
                event("c", "1933", after("b")), event("b", "1933", after("a")), event("a", "1933")
            )
        ]
        assert ["a*", "b*"] == told(*(event(name, "1933") for name in "ab"))

    def test_vague_gaps(self) -> None:
        """Vague gaps are lower bounds: days at least 2, weeks 7, months 28, years 365."""
        for gap, earliest in {
            "days": "1933-11-18",
            "weeks": "1933-11-23",
            "months": "1933-12-14",
            "years": "1934-11-16",
        }.items():
            war = event("war", None, after("pact", gap))
            moments = timeline(dossier_of(event("pact", "1933-11-16"), war))
            assert (earliest, None) == (str(moments[1].earliest), moments[1].latest)


class TestExactGaps:
    @pytest.mark.parametrize(
        ("date", "gap", "found"),
        [
            ("1933-11-16", "1 day", "1933-11-17"),
            ("1933-11-16/1933-11-17", "2 weeks", "1933-12-01"),
            ("1933-11-16", "1 month", "1933-12-16"),
            ("1928-02-29", "6 years", "1934-02-28"),
            ("1933-11-16", "1 year", "1934-11-16"),
        ],
    )
    def test_later(self, date: str, gap: str, found: str) -> None:
        """From the end of the earlier record to the start of the later one."""
        moments = timeline(dossier_of(event("a", date), event("b", None, after("a", gap))))
        assert (found, True) == (str(moments[1].earliest), moments[1].certain)

    def test_earlier(self) -> None:
        """Counted back just as well; and then a day before is known in spite of its month."""
        moments = timeline(
            dossier_of(event("b", "1933-11-16"), event("a", "1933-11", before("b", "2 days")))
        )
        assert ["a", "b"] == names(moments)
        assert Day(1933, 11, 14) == moments[0].latest

    def test_month(self) -> None:
        """What is known of one month is known of the next."""
        moments = timeline(
            dossier_of(event("a", "1933-02"), event("b", "1933", after("a", "1 month")))
        )
        assert (Day(1933, 3, 1), Day(1933, 12, 31)) == (moments[1].earliest, moments[1].latest)


class TestContradictions:
    def test_circle(self) -> None:
        """Each after the other: both stand by their dates, and neither is certain."""
        assert ["a*", "b*", "c"] == told(
            event("b", "1933-03", after("a")),
            event("a", "1933-02", after("b", "days")),
            event("c", "1933-04", after("b")),
        )

    def test_after_itself(self) -> None:
        """A record after itself is not certain."""
        assert ["a*"] == told(event("a", "1933", after("a")))

    def test_undated_circle(self) -> None:
        """A circle that no date holds comes last."""
        assert ["c", "a*", "b*"] == told(
            event("a", None, after("b", "1 day")),
            event("b", None, after("a", "1 day")),
            event("c", "1933"),
        )

    def test_against_dates(self) -> None:
        """Where dates say otherwise, the dates count, and neither place is certain."""
        assert ["a*", "b*", "c*", "d"] == told(
            event("a", "1933-02", after("b")),
            event("b", "1933-03"),
            event("c", None, after("b", "months")),
            event("d", "1933-07"),
        )

    def test_against_dates_through_an_undated_record(self) -> None:
        """A contradiction reaches all records between two dates."""
        assert ["b*", "a*", "between*"] == told(
            event("a", "1933-05-01"),
            event("between", None, after("a", "1 day")),
            event("b", "1933-04-01", after("between")),
        )

    def test_without_dates(self) -> None:
        """Gaps that no dates can satisfy are found, though no bound runs into another."""
        assert ["a*", "b*", "c*"] == told(
            event("a", "[1933..]"),
            event("b", None, after("a", "1 day")),
            event("c", None, after("b", "5 days"), after("a", "3 days")),
        )

    def test_many(self) -> None:
        """Each contradiction concerns its own records, and no others."""
        given = [
            event("a", "1933-02", after("b")),
            event("b", "1933-03"),
            event("c", "1934", before("d")),
            event("d", "1934"),
        ]
        assert ["a*", "b*", "c", "d"] == told(*given)

    @pytest.mark.parametrize("anchor", ["reading", "nobody"])
    def test_anchor_without_place(self, anchor: str) -> None:
        """Relative to what has no place in time, or is not there, says nothing."""
        given = dossier_of(
            event("a", "1933", after(anchor)),
            event("b", None, before(anchor)),
            Reading(id="duck:reading", about=("duck:a",), text="A farce."),
        )
        assert ["a", "b*"] == names(timeline(given))


class TestSelection:
    def test_since_and_until(self, dossier: Dossier) -> None:
        """What may lie within is kept, and so is what has no place in time."""
        assert ["spa", "tea", "pact", "war*", "rivalry*"] == names(
            timeline(dossier, since="1933-11-17", until=Edtf("1933-12"))
        )[1:]
        assert ["call", "ball", "rivalry*"] == names(timeline(dossier, until="1933-11-01"))

    def test_places_within_the_selection(self) -> None:
        """Places are certain or not among what is selected."""
        given = dossier_of(event("a", "1933-02"), event("b", "1933-02-01"))
        assert ["b", "a*"] == names(timeline(given))
        assert ["a"] == names(timeline(given, since="1933-02-02"))

    def test_certain(self, dossier: Dossier) -> None:
        """Only what certainly lies within, in a place that is certain."""
        assert ["call", "spa", "insult", "tea", "pact"] == names(timeline(dossier, certain=True))
        assert ["tea", "pact"] == names(timeline(dossier, since="1933-11-17", certain=True))
        assert ["call", "insult"] == names(timeline(dossier, until="1933-11-16", certain=True))

    def test_open_limits(self, dossier: Dossier) -> None:
        """A limit that is open limits nothing."""
        assert timeline(dossier) == timeline(dossier, since="../1934", until="1933/..")

    def test_relation(self, dossier: Dossier) -> None:
        """Of a dyad only its own moments."""
        assert ["call", "spa", "insult", "tea", "pact", "war"] == names(
            timeline(dossier.relation("FRD", "SYL"))
        )
        assert [] == names(timeline(dossier.relation("FRD", "KLP")))

    def test_no_date(self, dossier: Dossier) -> None:
        """A limit that is no date is refused."""
        with pytest.raises(EdtfError, match="17 November"):
            timeline(dossier, since="17 November")


DATES = [
    None,
    "1933-11-02",
    "1933-11-03",
    "1933-11-02/1933-11-03",
    "[1933-11-02..1933-11-04]",
    "[..1933-11-03]",
    "[1933-11-03..]",
    "1933-11-03/..",
    "/1933-11-03",
]
GAPS = [None, "days", "1 day", "2 days"]


@st.composite
def related(draw: st.DrawFn, most: int = 3) -> list[Event]:
    """A few events of the same few days, with what is said of them relative to each other."""
    size = draw(st.integers(1, most))
    links = st.tuples(
        st.sampled_from([after, before]), st.integers(0, size - 1), st.sampled_from(GAPS)
    )
    return [
        event(
            f"e{n}",
            draw(st.sampled_from(DATES)),
            *[said(f"e{other}", gap) for said, other, gap in draw(st.lists(links, max_size=2))],
        )
        for n in range(size)
    ]


def worlds(events: Sequence[Event]) -> Iterator[list[tuple[int, int]]]:
    """All starts and ends of the events, in seven days, that agree with what is said of them."""
    november = Day(1933, 11, 1).ordinal
    days = range(november - 1, november + 6)
    stretches = [(start, end) for start in days for end in days if start <= end]
    places = {record.id: place for place, record in enumerate(events)}
    own = [[stretch for stretch in stretches if agrees(record.date, stretch)] for record in events]
    for world in itertools.product(*own):
        if all(
            holds(said, world[place], world[places[said.anchor]])
            for place, record in enumerate(events)
            for said in record.relative
        ):
            yield list(world)


def agrees(date: Edtf | None, stretch: tuple[int, int]) -> bool:
    """Whether a stretch of days may be what a date means."""
    if date is None:
        return True
    # One of several days, since all of the pool's sets are of days.
    if date.text.startswith("[") and stretch[0] != stretch[1]:
        return False
    return all(
        (bound.earliest is None or bound.earliest.ordinal <= day)
        and (bound.latest is None or day <= bound.latest.ordinal)
        for bound, day in zip((date.start, date.end), stretch, strict=True)
    )


def holds(said: Relative, own: tuple[int, int], anchor: tuple[int, int]) -> bool:
    """Whether two stretches are as far apart as is said."""
    (_, end), (start, _) = (own, anchor) if said.before else (anchor, own)
    if said.by is None or said.by.count is None:
        return end + (2 if said.by else 0) <= start
    return end + said.by.count == start


@given(related())
@settings(max_examples=150, deadline=None)
def test_what_is_certain_holds_in_every_world(events: list[Event]) -> None:
    """No bound leaves out a day that is possible, and no certain order can be otherwise."""
    moments = timeline(dossier_of(*events))
    places = {record.id: place for place, record in enumerate(events)}
    turn = [places[moment.record.id] for moment in moments]
    for world in worlds(events):
        for moment, place in zip(moments, turn, strict=True):
            start, end = world[place]
            assert moment.earliest is None or moment.earliest.ordinal <= start
            assert moment.latest is None or end <= moment.latest.ordinal
        certain = [
            world[place] for moment, place in zip(moments, turn, strict=True) if moment.certain
        ]
        for (start, _), (later, _) in itertools.combinations(certain, 2):
            assert start <= later


@given(related())
@settings(max_examples=150, deadline=None)
def test_only_contradictions_are_disputed(events: list[Event]) -> None:
    """Where all that is said can be true, and in no circle, nothing is disputed."""
    known = chronology(dossier_of(*events))
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for record in events:
        for said in record.relative:
            pair = (said.anchor, record.id) if said.before else (record.id, said.anchor)
            sorter.add(*pair)
    try:
        sorter.prepare()
    except CycleError:
        assert known.disputed
    else:
        assert not (known.disputed and any(worlds(events)))


@given(related(6))
def test_every_record_once(events: list[Event]) -> None:
    """Every record is a moment, once, whatever is said of it."""
    assert sorted(record.id for record in events) == sorted(
        moment.record.id for moment in timeline(dossier_of(*events))
    )


@given(related(6), st.randoms(use_true_random=False))
def test_order_does_not_hang_on_the_input(events: list[Event], chance: Random) -> None:
    """Whatever the order of the records, days come in one order, and the same is certain."""
    shuffled = list(events)
    chance.shuffle(shuffled)
    one, other = dossier_of(*events), dossier_of(*shuffled)
    assert {*timeline(one)} == {*timeline(other)}
    assert starts(one) == starts(other)


def starts(of: Dossier) -> list[tuple[float, ...]]:
    """The days that the order goes by, in that order."""
    known = chronology(of)
    return [known.bounds[place][:2] for place in order(known)]


@given(st.lists(st.sampled_from([date for date in DATES if date]), max_size=8))
def test_certain_pairs_do_not_overlap(dates: list[str]) -> None:
    """Without a relative, two certain places have starts that cannot change order."""
    events = [event(f"e{n}", date) for n, date in enumerate(dates)]
    moments = timeline(dossier_of(*events), certain=True)
    for one, other in itertools.combinations([moment.date for moment in moments], 2):
        assert one
        assert other
        ends, begins = one.start.latest, other.start.earliest
        assert ends is None or begins is None or ends <= begins
        assert (ends is None) is one.start.open


def test_large_dossiers() -> None:
    """Chains of thousands of records neither recurse nor take long."""
    chained = [event("e0", "1933")]
    chained += [event(f"e{n}", None, after(f"e{n - 1}", "1 day")) for n in range(1, 3000)]
    known = chronology(dossier_of(*chained))
    assert Day(1933, 1, 1).ordinal + 2999 == known.bounds[2999].start_from
