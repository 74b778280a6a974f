import copy
import pickle
import re
from typing import Any

import attrs
import pytest

from bilateral.dates import Edtf
from bilateral.errors import AmbiguousIdError, RecordError, UnknownIdError
from bilateral.records.actors import Country, Leader
from bilateral.records.collection import Records
from bilateral.records.dossier import Dossier
from bilateral.records.gaps import Gap
from bilateral.records.record import FrozenDict, Record
from bilateral.records.sources import Evidence, Relative, Source
from bilateral.records.visits import Delegate, Visit
from bilateral.vocabulary import Basis, Outcome, Status, Voice

ORVENIA = Country(id="OVN", name="Orvenia", aliases=("the Republic",))
TALMIR = Country(id="TLM", name="Talmir")
BRENN = Leader(id="brenn", name="Ilka Brenn", country=ORVENIA)
GAZETTE = Source(id="a:gazette", title="Brenn <at> home")


def visit(id: str, **fields: Any) -> Visit:
    """A visit of Brenn to Talmir in May."""
    return Visit(
        **{"id": id, "guests": (BRENN,), "country": TALMIR, "date": Edtf("2019-05"), **fields}
    )


def ids(records: Records[Any]) -> list[str]:
    """The full ids of records, in their order."""
    return [record.id for record in records]


class TestById:
    def test_full_id(self, dossier: Dossier) -> None:
        """A full id finds its record, though another file has one with the same short id."""
        assert "cancelled" == dossier.visits["harbour-accord:state-visit"].status
        assert "held" == dossier.visits["harbour-review:state-visit"].status

    def test_short_id(self, dossier: Dossier, story: Dossier) -> None:
        """A short id finds its record while there is one only."""
        assert "harbour-accord:garrow-visit" == dossier.visits["garrow-visit"].id
        assert "harbour-accord:state-visit" == story.visits["state-visit"].id

    def test_ambiguous_id(self, dossier: Dossier) -> None:
        """A short id of two files lists both full ids, in the order of the files."""
        for find in (dossier.visits.__getitem__, dossier.visits.get):
            with pytest.raises(AmbiguousIdError) as caught:
                find("state-visit")
            assert (
                "visit 'state-visit' may be "
                "'harbour-accord:state-visit' or 'harbour-review:state-visit'"
            ) == str(caught.value)

    @pytest.mark.parametrize(
        ("section", "id", "message"),
        [
            ("visits", "garow-visit", "no visit 'garow-visit'; did you mean 'garrow-visit'?"),
            (
                "visits",
                "harbour-acord:garrow-visit",
                (
                    "no visit 'harbour-acord:garrow-visit'; "
                    "did you mean 'harbour-accord:garrow-visit'?"
                ),
            ),
            ("leaders", "Brenn", "no leader 'Brenn'; did you mean 'brenn'?"),
            ("declarations", "xyz", "no declaration 'xyz'"),
            ("declarations", "accord/dues", "no declaration 'accord/dues'; did you mean 'accord'?"),
            ("clauses", "dues", "no clause 'dues'"),
        ],
    )
    def test_unknown_id(self, dossier: Dossier, section: str, id: str, message: str) -> None:
        """An unknown id is told with the nearest one; `get` gives None for it."""
        records = dossier.section(section)

        assert None is records.get(id)
        with pytest.raises(UnknownIdError) as caught:
            records[id]
        assert message == str(caught.value)

    def test_get(self, dossier: Dossier) -> None:
        """`get` finds by full and by short id."""
        visits = dossier.visits

        assert visits["garrow-visit"] is visits.get("garrow-visit")
        assert visits["garrow-visit"] is visits.get("harbour-accord:garrow-visit")

    def test_ids_of(self, dossier: Dossier) -> None:
        """An id stands for no record, for one, or as a short one for several."""
        visits = dossier.visits

        assert [] == visits.ids_of("nowhere")
        assert ["harbour-accord:garrow-visit"] == visits.ids_of("garrow-visit")
        assert ["harbour-review:state-visit"] == visits.ids_of("harbour-review:state-visit")
        assert ["harbour-accord:state-visit", "harbour-review:state-visit"] == visits.ids_of(
            "state-visit"
        )


class TestWhere:
    @pytest.mark.parametrize(
        ("section", "fields", "expected"),
        [
            pytest.param("leaders", {"country": "TLM"}, ["ruvo", "oshi"], id="id"),
            pytest.param("leaders", {"country": TALMIR}, ["ruvo", "oshi"], id="record"),
            pytest.param("leaders", {"country": None}, ["lund"], id="nothing"),
            pytest.param("leaders", {"name": "Ilka Brenn"}, ["brenn"], id="text"),
            pytest.param("leaders", {"name": "Brenn"}, [], id="part of a text"),
            pytest.param("leaders", {"note": "None"}, [], id="a text that looks like nothing"),
            pytest.param("countries", {"aliases": "the Republic"}, ["OVN"], id="text in a list"),
            pytest.param("countries", {"aliases": ()}, [], id="an empty list"),
            pytest.param("topics", {"broader": "strait", "proposition": None},
                         ["pilotage", "fisheries", "lighthouses"], id="id that stays one"),
            pytest.param("visits", {"guests": "brenn"}, ["state-visit"], id="member"),
            pytest.param("visits", {"guests": BRENN}, ["state-visit"], id="record as member"),
            pytest.param("visits", {"country": "OVN"}, ["garrow-visit"], id="country"),
            pytest.param("visits", {"guests": "OVN"}, [], id="a guest's country"),
            pytest.param("visits", {"status": "cancelled"}, ["state-visit"], id="word"),
            pytest.param("visits", {"status": Status.CANCELLED}, ["state-visit"], id="enum"),
            pytest.param("visits", {"first_since": "election"}, ["working-visit"], id="short id"),
            pytest.param("visits", {"date": None}, ["garrow-visit"], id="no date"),
            pytest.param("meetings", {"date": "2019-05-28?"}, ["video-call"], id="date as text"),
            pytest.param("meetings", {"date": Edtf("2019-05-28?")}, ["video-call"], id="date"),
            pytest.param("meetings", {"visit": "working-visit"}, ["signing"], id="local id"),
            pytest.param("meetings", {"visit": "harbour-accord:working-visit"}, ["signing"],
                         id="full id"),
            pytest.param("meetings", {"fulfils": "talks"}, ["signing"], id="ids in a list"),
            pytest.param("statements", {"about": "accord"}, ["league-welcome"], id="about"),
            pytest.param("statements", {"confirmed_by": "accord/passage"}, ["oshi-passage"],
                         id="a clause's id"),
            pytest.param("statements", {"topics_open": True}, ["oshi-island"], id="flag"),
            pytest.param("statements", {"outcome": Outcome.PENDING, "speakers": "oshi"},
                         ["oshi-pilots"], id="two fields"),
            pytest.param("statements", {"speakers": "dorvat", "voice": "direct"},
                         ["dorvat-passage"], id="member and word"),
            pytest.param("statements", {"speakers": "dorvat", "voice": Voice.NARRATED}, [],
                         id="never both"),
            pytest.param("statements", {"speakers": "nobody"}, [], id="an id of nobody"),
            pytest.param("declarations", {"clauses": "accord/dues"}, ["accord"], id="clause"),
            pytest.param("clauses", {"parties": "straits-league"}, ["protocol/limits"],
                         id="handed down"),
            pytest.param("clauses", {"by": "TLM", "outcome": "kept"}, ["accord/dues"], id="by"),
            pytest.param("sources", {"mentions": {"Ilka Bren": "brenn"}}, [], id="half a mapping"),
            pytest.param("countries", {"codes": {"tone": "warm"}}, ["OVN"], id="mapping"),
        ],
    )  # fmt: skip
    def test_fields(
        self, story: Dossier, section: str, fields: dict[str, object], expected: list[str]
    ) -> None:
        """A field is asked for its value, a list for a member, a reference for a record or id."""
        found = story.section(section).where(**fields)

        assert expected == [record.local_id for record in found]
        assert story.section(section).kind is found.kind

    def test_a_record_serves_for_its_id(self, story: Dossier) -> None:
        """What is kept as an id is found by the record, too."""
        accord = story.declarations["accord"]

        assert ["harbour-accord:league-welcome"] == ids(story.statements.where(about=accord))
        assert ids(story.readings.where(about="accord/passage")) == ids(
            story.readings.where(about=accord.clauses[0])
        )

    def test_no_field_at_all(self, story: Dossier) -> None:
        """Without a field, all records are left."""
        assert story.visits == story.visits.where()

    def test_a_short_id_may_be_ambiguous(self, dossier: Dossier) -> None:
        """A short id that stands for two records in a field lists both, and a full one is clear."""
        with pytest.raises(AmbiguousIdError) as caught:
            dossier.statements.where(source="gazette")
        assert "record 'gazette' may be 'harbour-accord:gazette' or 'harbour-review:gazette'" == (
            str(caught.value)
        )
        with pytest.raises(AmbiguousIdError) as caught:
            dossier.readings.where(about="accord/passage")
        assert ("harbour-accord:accord/passage", "harbour-review:accord/passage") == (
            caught.value.candidates
        )

        assert ["harbour-review:brenn-pledge", "harbour-review:spokeswoman-pledge"] == ids(
            dossier.statements.where(source="harbour-review:gazette")
        )

    def test_ambiguity_does_not_hang_on_the_order_of_fields(self, dossier: Dossier) -> None:
        """What a short id may stand for is seen in all records, whatever else is asked for."""
        for fields in (
            {"speakers": "sorn", "source": "gazette"},
            {"source": "gazette", "speakers": "sorn"},
        ):
            with pytest.raises(AmbiguousIdError):
                dossier.statements.where(**fields)

    @pytest.mark.parametrize(
        ("field", "message"),
        [
            ("guest", "Visit has no field 'guest'; did you mean 'guests'?"),
            ("ministers", "Visit has no field 'ministers'"),
            ("local_id", "Visit has no field 'local_id'"),
        ],
    )
    def test_unknown_field(self, story: Dossier, field: str, message: str) -> None:
        """A field that the kind has not is told with the nearest one."""
        for records in (story.visits, story.visits.where(place="nowhere")):
            with pytest.raises(TypeError) as caught:
                records.where(**{field: "x"})
            assert message == str(caught.value)


class TestContainer:
    def test_order_and_length(self) -> None:
        """Records come in the order in which they were given, and are counted."""
        records = Records(Country, iter([TALMIR, ORVENIA]))

        assert [TALMIR, ORVENIA] == list(records)
        assert 2 == len(records)
        assert not Records(Country)

    def test_contains(self, dossier: Dossier) -> None:
        """A record is there as it is, an id in full or in short, and nothing else is."""
        visits = dossier.visits
        called_off = visits["harbour-accord:state-visit"]

        assert called_off in visits
        assert copy.deepcopy(called_off) in visits
        assert attrs.evolve(called_off, place="Pell") not in visits
        assert dossier.leaders["brenn"] not in visits
        for id in ("harbour-accord:state-visit", "state-visit", "garrow-visit"):
            assert id in visits
        assert "harbour-review:garrow-visit" not in visits
        assert None not in visits

    def test_equality(self) -> None:
        """Collections are equal that hold equal records of one kind, in any order."""
        both = Records(Country, [ORVENIA, TALMIR])

        assert both == Records(Country, [TALMIR, ORVENIA])
        assert hash(both) == hash(Records(Country, [TALMIR, ORVENIA]))
        assert both != Records(Country, [ORVENIA])
        assert both != Records(Country, [ORVENIA, attrs.evolve(TALMIR, name="Talmyr")])
        assert Records(Country) != Records(Leader)
        assert both != [ORVENIA, TALMIR]

    def test_one_record_for_one_id(self) -> None:
        """A record may be given twice, but two different ones of one id are refused."""
        assert [TALMIR] == list(Records(Country, [TALMIR, TALMIR, copy.copy(TALMIR)]))

        with pytest.raises(RecordError) as caught:
            Records(Country, [TALMIR, Country(id="TLM", name="Talmyr")])
        assert "two different records have the id 'TLM'" == str(caught.value)

    def test_copies(self, dossier: Dossier) -> None:
        """A collection survives a pickle and a deep copy, and still finds by short id."""
        assert "garrow-visit" in dossier.visits
        for copied in (
            pickle.loads(pickle.dumps(dossier.visits)),  # noqa: S301 # our own
            copy.deepcopy(dossier.visits),
        ):
            assert dossier.visits == copied
            assert "harbour-accord:garrow-visit" == copied["garrow-visit"].id


class TestShown:
    VISITS = Records(
        Visit,
        [
            visit(
                "a:first",
                status=Status.PLANNED,
                source=GAZETTE,
                inferred=FrozenDict(date=Basis.DERIVED, guests=Basis.CODER),
                evidence=(Evidence(words="to come"), Evidence(paragraph=2, span=(0, 7))),
                relative=(Relative(after="a:vote", by=Gap("1 day")), Relative(before="a:talks")),
            ),
            visit(
                "b:second",
                guests=(BRENN, ORVENIA),
                hosts=(TALMIR,),
                delegation=(Delegate(leader=BRENN, of=(ORVENIA, TALMIR)), Delegate(group="crew")),
            ),
        ],
    )

    @pytest.mark.parametrize(
        ("records", "expected"),
        [
            (Records(Country), "Records of Country: none"),
            (Records(Country, [ORVENIA, TALMIR]), "Records of Country: OVN, TLM"),
            (VISITS, "Records of Visit: first, second"),
        ],
    )
    def test_repr(self, records: Records[Record], expected: str) -> None:
        """The repr has the kind and the short ids."""
        assert expected == repr(records)

    def test_cells(self) -> None:
        """A table has the fields that any record sets, with references by short id."""
        cells = re.findall("<t[hd]>(.*?)</t[hd]>", self.VISITS._repr_html_())
        heading, first, second = cells[:11], cells[11:22], cells[22:]

        assert {
            "id": ("a:first", "b:second"),
            "inferred": ("date: derived, guests: coder", ""),
            "evidence": ("to come; paragraph: 2, span: 0, 7", ""),
            "source": ("gazette", ""),
            "relative": ("after: a:vote, by: 1 day; before: a:talks", ""),
            "guests": ("brenn", "brenn, OVN"),
            "country": ("TLM", "TLM"),
            "date": ("2019-05", "2019-05"),
            "hosts": ("", "TLM"),
            "status": ("planned", "held"),
            "delegation": ("", "leader: brenn, of: OVN, TLM; group: crew"),
        } == dict(zip(heading, zip(first, second, strict=True), strict=True))

    def test_text(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """In a terminal the table has a rule, and no line ends in spaces."""
        monkeypatch.setenv("COLUMNS", "80")

        assert [
            "id   name     aliases",
            "---  -------  ------------",
            "OVN  Orvenia  the Republic",
            "TLM  Talmir",
        ] == str(Records(Country, [ORVENIA, TALMIR])).splitlines()

    def test_flags(self, monkeypatch: pytest.MonkeyPatch, story: Dossier) -> None:
        """Flags are shown as a file writes them."""
        monkeypatch.setenv("COLUMNS", "200")
        lines = str(story.events.where(actors="OVN")).splitlines()

        assert lines[0].endswith("presupposed")
        assert ["true", "true"] == [line.split()[-1] for line in lines[2:]]

    def test_html(self) -> None:
        """In a notebook it is a table in which text stays text."""
        assert [
            "<table>",
            "<thead><tr><th>id</th><th>title</th></tr></thead>",
            "<tbody>",
            "<tr><td>a:gazette</td><td>Brenn &lt;at&gt; home</td></tr>",
            "</tbody>",
            "</table>",
        ] == Records(Source, [GAZETTE])._repr_html_().splitlines()

    def test_nothing(self) -> None:
        """An empty collection says that it is empty."""
        assert "Records of Source: none" == str(Records(Source))
        assert "<p>Records of Source: none</p>" == Records(Source)._repr_html_()


@pytest.mark.parametrize(
    ("voice", "message"),
    [
        ("dirct", "voice is never 'dirct'; did you mean 'direct'?"),
        ("loud", "voice is never 'loud'; it is one of direct, mixed, reported, narrated"),
    ],
)
def test_a_word_outside_the_vocabulary_is_refused(
    dossier: Dossier, voice: str, message: str
) -> None:
    """A word that no record can have is a slip, and no empty answer."""
    with pytest.raises(RecordError) as refused:
        dossier.statements.where(voice=voice)
    assert message == str(refused.value)
