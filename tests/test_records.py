import copy
import pickle
from collections.abc import Callable, Iterator
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.analysis.compare import compare
from bilateral.dates import Edtf
from bilateral.errors import RecordError
from bilateral.records.actors import (
    Country,
    Leader,
    Membership,
    Office,
    Organization,
    Topic,
    side,
)
from bilateral.records.dossier import Dossier
from bilateral.records.events import Event
from bilateral.records.gaps import Gap
from bilateral.records.record import FrozenDict, Record, Variable, by_id, kind_name
from bilateral.records.sources import Coding, Evidence, Relative, Source
from bilateral.records.visits import Delegate, Meeting, Purpose, Visit
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import (
    Act,
    Basis,
    CodingStatus,
    EventKind,
    MeetingKind,
    Role,
    Status,
    Voice,
)

ORVENIA = Country(id="OVN", name="Orvenia")
TALMIR = Country(id="TLM", name="Talmir")
BRENN = Leader(id="brenn", name="Ilka Brenn", country=ORVENIA)
RUVO = Leader(id="ruvo", name="Marek Ruvo", country=TALMIR)
LEAGUE = Organization(id="league", name="League of the Straits")
GUILD = Organization(id="guild", name="Guild of Pilots", country=TALMIR)
STRAIT = Topic(id="strait", name="The strait")
GAZETTE = Source(id="a:gazette", title="Brenn stays at home")
TREATY = Source(id="a:treaty", title="Accord")
MAY = Edtf("2019-05")


# What a field holds of another section; clauses are their declaration's own.
Referred = Country | Organization | Topic | Leader | Source | Visit | Meeting


def visit(**fields: Any) -> Visit:
    """A visit of Brenn to Talmir in May, but for the fields that are given."""
    return Visit(**{"id": "a:visit", "guests": (BRENN,), "country": TALMIR, "date": MAY, **fields})


def clause(name: str, **fields: Any) -> Clause:
    """A clause of the accord."""
    return Clause(
        **{"id": f"a:accord/{name}", "act": Act.AGREE, "text": "Ships may pass.", **fields}
    )


def accord(*clauses: Clause, **fields: Any) -> JointDeclaration:
    """A declaration of the two countries in May."""
    return JointDeclaration(
        **{
            "id": "a:accord",
            "title": "Accord",
            "parties": (ORVENIA, TALMIR),
            "date": MAY,
            "clauses": clauses,
            **fields,
        }
    )


def values(value: object) -> Iterator[object]:
    """A value's own records and nested values, those that it refers to aside."""
    if isinstance(value, tuple):
        for item in value:
            yield from values(item)
    elif attrs.has(type(value)) and not isinstance(value, Edtf | Referred):
        yield value
        yield from own(value)


def own(value: Any) -> Iterator[object]:
    """All nested values and clauses within a value."""
    for attribute in attrs.fields(type(value)):
        yield from values(getattr(value, attribute.name))


@pytest.fixture(scope="module")
def everything(dossier: Dossier) -> list[Any]:
    """Every record of the archive, and every value nested in one."""
    records = [*dossier, *dossier.articles]
    return [*records, *(value for record in records for value in own(record))]


class TestArchive:
    def test_it_writes_every_field(self, everything: list[Any]) -> None:
        """Every field of every kind of record and nested value is written somewhere."""
        written = {
            (type(value), attribute.name)
            for value in everything
            for attribute in attrs.fields(type(value))
            if getattr(value, attribute.name) != attribute.default
        }
        fields = {
            (kind, attribute.name)
            for kind in set(map(type, everything))
            for attribute in attrs.fields(kind)
        }

        assert 23 == len(set(map(type, everything)))
        assert set() == {(kind.__name__, name) for kind, name in fields - written}

    def test_its_ministers_can_be_compared(self, story: Dossier) -> None:
        """The two ministers' words have every verdict, and topics of one side only."""
        comparison = compare(
            story.statements.where(speakers="dorvat"), story.statements.where(speakers="oshi")
        )

        assert {
            "free-passage": "same",
            "harbour-dues": "opposed",
            "pilotage": "different acts",
            "fisheries": "not comparable",
            "strait": "not comparable",
        } == {row.topic.id: row.verdict for row in comparison.shared if row.topic}
        assert ["lighthouses"] == [row.topic.id for row in comparison.only_left if row.topic]
        assert ["island-status"] == [row.topic.id for row in comparison.only_right if row.topic]


class TestReferences:
    def test_they_are_the_records_themselves(self, dossier: Dossier) -> None:
        """A reference of one kind is the very record of the dossier, of whatever file."""
        said = dossier["harbour-accord:dorvat-passage"]

        assert "Orvenia" == said.speakers[0].country.name
        assert dossier.leaders["dorvat"] is said.speakers[0]
        assert dossier["harbour-accord:signing"] is said.meeting
        assert dossier["harbour-accord:working-visit"] is said.visit is said.meeting.visit
        assert dossier.topics["free-passage"] is said.topics[0]
        assert dossier["harbour-accord:gazette"] is said.source

    def test_nested_ones_are_records_too(self, dossier: Dossier) -> None:
        """Members, offices, delegates, purposes, evidence and mentions hold records."""
        bloc = dossier.organizations["north-bloc"]
        trip = dossier["harbour-accord:working-visit"]
        called_off = dossier["harbour-accord:state-visit"]
        mentions = dossier["harbour-accord:gazette"].mentions

        assert dossier.countries["LOV"] is bloc.members[1].country
        assert dossier.countries["OVN"] is dossier.leaders["brenn"].offices[0].of
        assert dossier.leaders["lund"] is trip.delegation[0].leader
        assert dossier.organizations["straits-league"] is trip.delegation[1].of[1]
        assert dossier.topics["harbour-dues"] is trip.purpose[0].topics[1]
        assert dossier["treaty-text"] is called_off.evidence[1].source
        assert ["brenn", "PLI", "straits-league"] == [actor.id for actor in mentions.values()]

    def test_later_ones_stay_full_ids(self, dossier: Dossier) -> None:
        """What may point ahead or to another file is kept as a full id."""
        review = dossier["harbour-review:accord"]
        thaw = dossier["thaw"]

        assert "harbour-accord:accord/passage" == review.clauses[0].continues
        assert ("harbour-review:accord", "harbour-accord:accord", "harbour-accord:seizure") == (
            thaw.caused_by
        )
        assert ("harbour-accord:signing",) == dossier["harbour-review:signing"].same_as
        assert "strait" == dossier.topics["tides"].broader

    def test_a_local_record_comes_before_one_of_another_file(self, dossier: Dossier) -> None:
        """A short id stands for the record of its own file, though another file has one."""
        assert "harbour-review:state-visit" == dossier["spokeswoman-pledge"].visit.id
        assert "harbour-accord:election" == dossier["harbour-accord:working-visit"].first_since

    def test_clauses_take_from_their_declaration(self, dossier: Dossier) -> None:
        """A clause has the date, source and parties of its declaration, and its own come first."""
        passage, dues, pilots = dossier["harbour-accord:accord"].clauses

        assert ["2019-06-14"] * 3 == [str(part.date) for part in (passage, dues, pilots)]
        assert ["treaty-text", "gazette", "treaty-text"] == [
            part.source.local_id for part in (passage, dues, pilots)
        ]
        assert [("OVN", "TLM"), ("TLM",), ("OVN",)] == [
            by_id(part.parties) for part in (passage, dues, pilots)
        ]

    def test_clauses_follow_their_declaration(self) -> None:
        """A declaration that is changed hands down its new date and parties."""
        first = accord(clause("pass"), clause("pilots", by=(ORVENIA,)))
        later = attrs.evolve(first, date=None, relative=(Relative(after="a:visit"),), parties=())

        assert [MAY, MAY] == [part.date for part in first.clauses]
        assert [None, None] == [part.date for part in later.clauses]
        assert [(), (ORVENIA,)] == [part.parties for part in later.clauses]


class TestIds:
    @pytest.mark.parametrize(
        ("id", "local"),
        [
            ("brenn", "brenn"),
            ("harbour-accord", "harbour-accord"),
            ("harbour-accord:visit", "visit"),
            ("harbour-accord:accord/passage", "accord/passage"),
        ],
    )
    def test_local_id(self, id: str, local: str) -> None:
        """The id without its file is what the file itself writes."""
        assert local == Topic(id=id, name="Tides").local_id

    def test_full_ids(self, dossier: Dossier) -> None:
        """Actors and topics have plain ids, other records those of their file and declaration."""
        assert "OVN" == dossier.countries["OVN"].id
        assert "harbour-review:margins" == dossier.meetings["margins"].id
        assert "harbour-accord:accord/dues" == dossier.clauses["accord/dues"].id
        assert ["harbour-accord", "harbour-review"] == [article.id for article in dossier.articles]


class TestEquality:
    @pytest.mark.parametrize(
        ("left", "right"),
        [
            pytest.param(visit(place="Pell"), visit(place="Pell"), id="fields"),
            pytest.param(
                visit(), visit(guests=(attrs.evolve(BRENN, name="I. Brenn"),)), id="a guest's name"
            ),
            pytest.param(
                visit(), visit(country=attrs.evolve(TALMIR, note="An old ally.")), id="its country"
            ),
            pytest.param(
                accord(visit=visit()), accord(visit=visit(place="Pell")), id="the visit's place"
            ),
            pytest.param(
                visit(delegation=(Delegate(leader=RUVO),)),
                visit(delegation=(Delegate(leader=attrs.evolve(RUVO, name="M. Ruvo")),)),
                id="a delegate's name",
            ),
            pytest.param(
                attrs.evolve(GAZETTE, mentions=FrozenDict({"Bren": BRENN})),
                attrs.evolve(GAZETTE, mentions=FrozenDict({"Bren": attrs.evolve(BRENN, note="!")})),
                id="who is mentioned",
            ),
            pytest.param(
                visit(inferred=FrozenDict(date=Basis.CODER)),
                visit(inferred={"date": "coder"}),
                id="another sort of mapping",
            ),
        ],
    )
    def test_equal(self, left: Record, right: Record) -> None:
        """Records are equal whose own fields are, whatever the records say that they refer to."""
        assert left == right
        assert hash(left) == hash(right)

    @pytest.mark.parametrize(
        ("left", "right"),
        [
            pytest.param(visit(), visit(place="Pell"), id="a field"),
            pytest.param(visit(), visit(id="b:visit"), id="the file"),
            pytest.param(visit(), visit(guests=(RUVO,)), id="a reference"),
            pytest.param(
                visit(guests=(BRENN, RUVO)), visit(guests=(RUVO, BRENN)), id="order in a list"
            ),
            pytest.param(visit(note="Short."), visit(), id="the note"),
            pytest.param(visit(source=GAZETTE), visit(source=TREATY), id="the source"),
            pytest.param(visit(), visit(date=Edtf("2019-05~")), id="how sure the date is"),
            pytest.param(visit(codes={"tone": "warm"}), visit(codes={"tone": "cool"}), id="a code"),
            pytest.param(
                visit(evidence=(Evidence(words="She came"), Evidence(words="and went"))),
                visit(evidence=(Evidence(words="and went"), Evidence(words="She came"))),
                id="order of the evidence",
            ),
            pytest.param(
                accord(clause("a"), clause("b")),
                accord(clause("b"), clause("a")),
                id="order of the clauses",
            ),
            pytest.param(
                accord(clause("a")), accord(clause("a", text="Ships pass.")), id="a clause's text"
            ),
            pytest.param(Topic(id="x", name="X"), Country(id="x", name="X"), id="the kind"),
            pytest.param(BRENN, "brenn", id="a record and its id"),
        ],
    )
    def test_different(self, left: object, right: object) -> None:
        """Records differ by any field of their own, whom they refer to, and order in lists."""
        assert left != right

    def test_hash_is_of_kind_and_id(self) -> None:
        """Records of one kind and id share a hash, as what they say may be long."""
        assert hash(visit()) == hash(visit(place="Pell", guests=(RUVO,)))
        assert hash(visit()) != hash(visit(id="b:visit"))
        assert hash(Topic(id="x", name="X")) != hash(Country(id="x", name="X"))

    def test_nested_values_can_be_hashed(self, everything: list[Any]) -> None:
        """Nested values go into sets, as the records do, and equal ones once."""
        for value in everything:
            assert 1 == len({value, copy.copy(value)})


class TestFreezing:
    def test_no_field_can_be_set(self, everything: list[Any]) -> None:
        """Neither records nor nested values change, and nothing is added to them."""
        for value in everything:
            for name in (attrs.fields(type(value))[0].name, "remark"):
                with pytest.raises((attrs.exceptions.FrozenInstanceError, AttributeError)):
                    setattr(value, name, "changed")

    @pytest.mark.parametrize(
        "change",
        [
            pytest.param(lambda mapping: mapping.__setitem__("date", "coder"), id="set"),
            pytest.param(lambda mapping: mapping.__delitem__("date"), id="delete"),
            pytest.param(lambda mapping: mapping.__ior__({"date": "coder"}), id="|="),
            pytest.param(lambda mapping: mapping.clear(), id="clear"),
            pytest.param(lambda mapping: mapping.pop("date"), id="pop"),
            pytest.param(lambda mapping: mapping.pop("date", None), id="pop with default"),
            pytest.param(lambda mapping: mapping.popitem(), id="popitem"),
            pytest.param(lambda mapping: mapping.setdefault("place", "coder"), id="setdefault"),
            pytest.param(lambda mapping: mapping.update({"date": "coder"}), id="update"),
            pytest.param(lambda mapping: mapping.update(date="coder"), id="update by name"),
        ],
    )
    def test_mappings_refuse_change(self, change: Callable[[FrozenDict], object]) -> None:
        """A record's mapping refuses each way to change a dict, and stays as it was."""
        mapping = FrozenDict(date="derived")

        with pytest.raises(TypeError, match=r"^a record's mappings do not change$"):
            change(mapping)
        assert {"date": "derived"} == mapping

    @given(st.dictionaries(st.text(max_size=5), st.text(max_size=5)))
    def test_mappings_are_values(self, given: dict[str, str]) -> None:
        """A frozen mapping equals the dict, hashes by what it holds, and survives copies."""
        mapping = FrozenDict(given)

        assert given == mapping
        assert hash(mapping) == hash(FrozenDict(reversed(given.items())))
        for copied in (
            copy.copy(mapping),
            copy.deepcopy(mapping),
            pickle.loads(pickle.dumps(mapping)),  # noqa: S301 # our own
        ):
            assert mapping == copied
            assert FrozenDict is type(copied)


class TestCopies:
    def test_every_value_survives(self, everything: list[Any]) -> None:
        """Every record and nested value is equal after a pickle and after a deep copy."""
        for value in everything:
            for copied in (pickle.loads(pickle.dumps(value)), copy.deepcopy(value)):  # noqa: S301
                assert value == copied
                assert type(value) is type(copied)
                assert repr(value) == repr(copied)
                assert hash(value) == hash(copied)

    def test_references_survive(self, dossier: Dossier) -> None:
        """What a copied record refers to is copied with it, and once."""
        said = copy.deepcopy(dossier["harbour-accord:dorvat-passage"])

        assert "Orvenia" == said.speakers[0].country.name
        assert said.visit is said.meeting.visit


class TestReprs:
    @pytest.mark.parametrize(
        ("id", "expected"),
        [
            ("TLM", "Country(id='TLM', name='Talmir', aliases=['Kingdom of Talmir'])"),
            ("LOV", "Country(id='LOV', name='Lower Orvenia', kind=former-state)"),
            (
                "straits-league",
                (
                    "Organization(id='straits-league', name='League of the Straits', "
                    "kind=international-body, members=[Membership(country=OVN, start=1961), "
                    "Membership(country=TLM, start=1998-01-01)])"
                ),
            ),
            ("tides", "Topic(id='tides', name='Tides', broader='strait')"),
            (
                "tone",
                (
                    "Variable(id='tone', name='Tone', "
                    "definition='How the words sound, whatever they say.', "
                    "values=['warm', 'cool', 'hostile'])"
                ),
            ),
            (
                "oshi",
                (
                    "Leader(id='oshi', name='Lene Oshi', country=TLM, "
                    "offices=[Office(role=foreign-minister, title='Foreign Minister', of=TLM, "
                    "as_of=2019-06-14, acting=True)])"
                ),
            ),
            (
                "garrow-visit",
                (
                    "Visit(id='harbour-accord:garrow-visit', "
                    "evidence=[Evidence(words='weeks before ... Garrow had called on Brenn')], "
                    "source=harbour-accord:gazette, "
                    "relative=[Relative(before='harbour-accord:working-visit', by=weeks), "
                    "Relative(after='harbour-accord:seizure')], guests=[garrow], country=OVN)"
                ),
            ),
            (
                "video-call",
                (
                    "Meeting(id='harbour-accord:video-call', source=harbour-accord:gazette, "
                    "relative=[Relative(after='harbour-accord:state-visit', by=6 days)], "
                    "participants=[brenn, ruvo], kind=call, format=remote, date=2019-05-28?, "
                    "topics=[harbour-dues, free-passage])"
                ),
            ),
            (
                "accord/dues",
                (
                    "Clause(id='harbour-accord:accord/dues', "
                    "note='The newspaper has the date, not the treaty.', confidence=medium, "
                    "inferred={'due': other-source}, codes={'page': '2'}, "
                    "evidence=[Evidence(words='dues cease', source=harbour-accord:treaty-text)], "
                    "source=harbour-accord:gazette, "
                    "relative=[Relative(after='harbour-accord:video-call', by=weeks)], act=pledge, "
                    "text='Talmir gives up its dues, and pays the Guild from its own purse.', "
                    "position=against, targets=[OVN], concerning=[pilots-guild], "
                    "topics=[harbour-dues, pilotage], topics_open=True, "
                    "about=['harbour-accord:video-call'], distanced=True, due=2020-01-01, "
                    "outcome=kept, by=[TLM], date=2019-06-14, parties=[TLM])"
                ),
            ),
            (
                "harbour-review:accord",
                (
                    "JointDeclaration(id='harbour-review:accord', source=harbour-review:gazette, "
                    "title='Joint review of the Harbour Accord', parties=[OVN, TLM], "
                    "date=2021-06-15, visit=harbour-review:state-visit, "
                    "clauses=[harbour-review:accord/passage, harbour-review:accord/fog-signals])"
                ),
            ),
        ],
    )
    def test_records(self, dossier: Dossier, id: str, expected: str) -> None:
        """A record's repr is one line of what is set, with references by id."""
        assert expected == repr(dossier[id])

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (
                GAZETTE,
                "Source(id='a:gazette', title='Brenn stays at home')",
            ),
            (
                attrs.evolve(GAZETTE, mentions=FrozenDict({"Ilka Bren": BRENN})),
                (
                    "Source(id='a:gazette', title='Brenn stays at home', "
                    "mentions={'Ilka Bren': brenn})"
                ),
            ),
            (
                Evidence(paragraph=4, span=(0, 38), source=GAZETTE),
                "Evidence(source=a:gazette, paragraph=4, span=[0, 38])",
            ),
            (Relative(after="a:visit", by=Gap("1 day")), "Relative(after='a:visit', by=1 day)"),
            (
                Coding(coder="A. Coder", date=MAY, status=CodingStatus.DRAFT),
                "Coding(coder='A. Coder', date=2019-05, status=draft)",
            ),
            (
                Purpose(act=Act.THANK, targets=(TALMIR,)),
                "Purpose(act=thank, targets=[TLM])",
            ),
            (
                Delegate(group="a dozen pilots", inferred=FrozenDict(group=Basis.CODER)),
                "Delegate(group='a dozen pilots', inferred={'group': coder})",
            ),
            (
                Membership(country=ORVENIA, start=Edtf("1961~")),
                "Membership(country=OVN, start=1961~)",
            ),
            (
                Office(role=Role.ENVOY, title="Envoy", of=LEAGUE),
                "Office(role=envoy, title='Envoy', of=league)",
            ),
        ],
    )
    def test_values(self, value: object, expected: str) -> None:
        """A nested value's repr is like that of a record, whether it stands in one or alone."""
        assert expected == repr(value)

    def test_control_characters_stay_harmless(self) -> None:
        """A repr has no control characters, whatever the text."""
        assert r"Topic(id='x', name='a\x1b[31m\n')" == repr(Topic(id="x", name="a\x1b[31m\n"))


class TestInvariants:
    @pytest.mark.parametrize(
        ("make", "fields", "message"),
        [
            (Evidence, {}, "evidence needs 'words', or 'paragraph' and 'span'"),
            (Evidence, {"paragraph": 3}, "evidence needs 'words', or 'paragraph' and 'span'"),
            (Evidence, {"source": GAZETTE}, "evidence needs 'words', or 'paragraph' and 'span'"),
            (
                Evidence,
                {"words": "She came", "paragraph": 3, "span": (0, 8)},
                "evidence has either 'words' or 'span', not both",
            ),
            (
                Evidence,
                {"span": (0, 8)},
                "a 'span' is counted in its 'paragraph', which is missing",
            ),
            *[
                (
                    Evidence,
                    {"paragraph": 3, "span": span},
                    "a 'span' is two numbers, the first below the second",
                )
                for span in [(), (8,), (0, 8, 9), (8, 8), (9, 8), (-1, 8)]
            ],
            (Evidence, {"words": "She came", "paragraph": 0}, "paragraphs are counted from 1"),
            (Evidence, {"paragraph": 0, "span": (0, 8)}, "paragraphs are counted from 1"),
            (Relative, {}, "a relative date has either 'before' or 'after'"),
            (Relative, {"by": Gap("1 day")}, "a relative date has either 'before' or 'after'"),
            (
                Relative,
                {"before": "a:visit", "after": "a:signing"},
                "a relative date has either 'before' or 'after'",
            ),
            (Delegate, {}, "a delegation's member has either 'leader' or 'group'"),
            (
                Delegate,
                {"leader": BRENN, "group": "pilots"},
                "a delegation's member has either 'leader' or 'group'",
            ),
            (
                Visit,
                {"id": "a:visit", "guests": (BRENN,), "country": TALMIR},
                "Visit needs 'date', or 'relative' to another record",
            ),
            (
                Meeting,
                {"id": "a:talks", "participants": (BRENN, RUVO), "kind": MeetingKind.TALKS},
                "Meeting needs 'date', or 'relative' to another record",
            ),
            (
                Statement,
                {
                    "id": "a:thanks",
                    "speakers": (BRENN,),
                    "voice": Voice.DIRECT,
                    "act": Act.THANK,
                    "text": "Thank you",
                },
                "Statement needs 'date', or 'relative' to another record",
            ),
            (
                JointDeclaration,
                {"id": "a:accord", "title": "Accord", "parties": (ORVENIA, TALMIR)},
                "JointDeclaration needs 'date', or 'relative' to another record",
            ),
            (
                Event,
                {"id": "a:vote", "title": "A vote", "kind": EventKind.ELECTION},
                "Event needs 'date', or 'relative' to another record",
            ),
        ],
    )
    def test_contradictions_are_refused(
        self, make: Callable[..., object], fields: dict[str, Any], message: str
    ) -> None:
        """A record that contradicts itself, or says nothing of when, cannot be made."""
        with pytest.raises(RecordError) as caught:
            make(**fields)
        assert message == str(caught.value)

    @pytest.mark.parametrize(
        ("make", "fields"),
        [
            (Evidence, {"words": "She came"}),
            (Evidence, {"words": "She came", "paragraph": 3, "source": GAZETTE}),
            (Evidence, {"paragraph": 3, "span": (0, 1)}),
            (visit, {"date": None, "relative": (Relative(before="a:talks"),)}),
            (accord, {"date": None, "relative": (Relative(after="a:talks", by=Gap("days")),)}),
            (Event, {"id": "a:e", "title": "Calm", "kind": EventKind.STATE_OF_AFFAIRS}),
            *[
                (Event, {"id": "a:e", "title": "A vote", "kind": EventKind.ELECTION, "status": s})
                for s in Status
                if s is not Status.HELD
            ],
        ],
    )
    def test_what_may_be(self, make: Callable[..., object], fields: dict[str, Any]) -> None:
        """A relative date does for a date; plans and states of affairs may have neither."""
        assert make(**fields) == make(**fields)

    @pytest.mark.parametrize(
        ("relative", "anchor"),
        [
            (Relative(before="a:visit"), "a:visit"),
            (Relative(after="a:talks", by=Gap("weeks")), "a:talks"),
        ],
    )
    def test_anchor(self, relative: Relative, anchor: str) -> None:
        """The anchor of a relative date is the record before or after which it lies."""
        assert anchor == relative.anchor


@pytest.mark.parametrize(
    ("actor", "expected"),
    [
        (ORVENIA, {"OVN"}),
        (BRENN, {"brenn", "OVN"}),
        (GUILD, {"guild", "TLM"}),
        (LEAGUE, {"league"}),
        (Leader(id="lund", name="Ase Lund"), {"lund"}),
    ],
)
def test_side(actor: Country | Leader | Organization, expected: set[str]) -> None:
    """An actor is on its own side and its country's; a body of many countries on none of theirs."""
    assert expected == side(actor)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (BRENN, "brenn"),
        ((BRENN, (ORVENIA, "x")), ("brenn", ("OVN", "x"))),
        (FrozenDict({"Bren": BRENN, "them": (RUVO,)}), {"Bren": "brenn", "them": ("ruvo",)}),
        (MAY, MAY),
        (None, None),
    ],
)
def test_by_id(value: object, expected: object) -> None:
    """Records become ids, however deep they are, and all else stays as it is."""
    assert expected == by_id(value)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        (Visit, "visit"),
        (JointDeclaration, "declaration"),
        (Variable, "variable"),
    ],
)
def test_kind_name(kind: type[Record], expected: str) -> None:
    """A message calls a kind of record what a file calls one of its section."""
    assert expected == kind_name(kind.__name__)
