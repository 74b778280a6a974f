import copy
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

from bilateral.errors import AmbiguousIdError, BilateralError, Place, RecordError, UnknownIdError
from bilateral.format.dumping import dump
from bilateral.format.loading import load, loads
from bilateral.records.actors import Country, Topic
from bilateral.records.collection import Records
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier, Relation
from bilateral.records.events import Event
from bilateral.records.sources import Article
from bilateral.vocabulary import EventKind, Status

RELATION = {
    "visits": [
        "harbour-accord:state-visit",
        "harbour-accord:working-visit",
        "harbour-review:state-visit",
        "harbour-review:working-visit",
    ],
    "meetings": [
        "harbour-accord:talks",
        "harbour-accord:video-call",
        "harbour-accord:signing",
        "harbour-review:signing",
    ],
    "declarations": [
        "harbour-accord:accord",
        "harbour-accord:protocol",
        "harbour-review:accord",
        "harbour-review:protocol",
    ],
    "statements": [
        "harbour-accord:brenn-pledge",
        "harbour-accord:dorvat-passage",
        "harbour-accord:oshi-passage",
        "harbour-accord:dorvat-dues",
        "harbour-accord:oshi-pilots",
        "harbour-accord:dorvat-lights",
        "harbour-accord:ministers-together",
        "harbour-review:brenn-pledge",
        "harbour-review:spokeswoman-pledge",
    ],
    "events": [
        "harbour-accord:lights-treaty",
        "harbour-accord:seizure",
        "harbour-accord:old-quarrel",
        "harbour-review:old-quarrel",
        "harbour-review:thaw",
    ],
}
"""What Orvenia and Talmir do with each other, in the order of the files."""


def made(**sections: Any) -> Dossier:
    """A dossier of records that were made in Python: any iterable of them does for a section."""
    return Dossier(**sections)


def found(relation: Relation) -> dict[str, list[str]]:
    """The ids of all that a relation selects."""
    return {name: [record.id for record in getattr(relation, name)] for name in RELATION}


class TestLookUp:
    @pytest.mark.parametrize(
        ("id", "kind", "full"),
        [
            ("brenn", "Leader", "brenn"),
            ("OVN", "Country", "OVN"),
            ("north-bloc", "Organization", "north-bloc"),
            ("tides", "Topic", "tides"),
            ("tone", "Variable", "tone"),
            ("treaty-text", "Source", "harbour-accord:treaty-text"),
            ("garrow-visit", "Visit", "harbour-accord:garrow-visit"),
            ("margins", "Meeting", "harbour-review:margins"),
            ("garrow-blame", "Statement", "harbour-accord:garrow-blame"),
            ("harbour-review:accord", "JointDeclaration", "harbour-review:accord"),
            ("accord/dues", "Clause", "harbour-accord:accord/dues"),
            ("harbour-review:accord/passage", "Clause", "harbour-review:accord/passage"),
            ("thaw", "Event", "harbour-review:thaw"),
            ("harbour-review:face-saving", "Reading", "harbour-review:face-saving"),
        ],
    )
    def test_any_kind(self, dossier: Dossier, id: str, kind: str, full: str) -> None:
        """A record of any kind is found by full id, and by short id while that is unambiguous."""
        record = dossier[id]

        assert (kind, full) == (type(record).__name__, record.id)
        assert record is dossier[full]

    @pytest.mark.parametrize(
        ("id", "message"),
        [
            (
                "state-visit",
                (
                    "record 'state-visit' may be "
                    "'harbour-accord:state-visit' or 'harbour-review:state-visit'"
                ),
            ),
            (
                "accord/passage",
                (
                    "record 'accord/passage' may be "
                    "'harbour-accord:accord/passage' or 'harbour-review:accord/passage'"
                ),
            ),
        ],
    )
    def test_ambiguous_id(self, dossier: Dossier, id: str, message: str) -> None:
        """A short id of two files lists both full ids."""
        with pytest.raises(AmbiguousIdError) as caught:
            dossier[id]
        assert message == str(caught.value)

    def test_short_id_of_two_kinds(self) -> None:
        """A short id may be ambiguous between sections of two files; a global one comes first."""
        calm = Event(id="a:calm", title="Calm", kind=EventKind.WAR, status=Status.PLANNED)
        storm = attrs.evolve(calm, id="b:calm")

        with pytest.raises(AmbiguousIdError, match=r"^record 'calm' may be 'a:calm' or 'b:calm'$"):
            made(events=[calm, storm])["calm"]
        weather = made(events=[calm], topics=[Topic(id="calm", name="Calm")])
        assert "Topic" == type(weather["calm"]).__name__

    def test_id_of_an_article_and_an_actor(self) -> None:
        """An article may have the id of a topic, and the dossier does not choose between them."""
        both = made(articles=[Article(id="calm")], topics=[Topic(id="calm", name="Calm")])

        with pytest.raises(AmbiguousIdError) as caught:
            both["calm"]

        assert "record 'calm' may be 'article calm' or 'topic calm'" == str(caught.value)

    @pytest.mark.parametrize(
        ("id", "message"),
        [
            ("bren", "no record 'bren'; did you mean 'brenn'?"),
            ("accord/due", "no record 'accord/due'; did you mean 'accord/dues'?"),
            (
                "harbour-revue:margins",
                "no record 'harbour-revue:margins'; did you mean 'harbour-review:margins'?",
            ),
            ("qqqqqqqq", "no record 'qqqqqqqq'"),
        ],
    )
    def test_unknown_id(self, dossier: Dossier, id: str, message: str) -> None:
        """An unknown id is told with the nearest one of any kind."""
        with pytest.raises(UnknownIdError) as caught:
            dossier[id]
        assert message == str(caught.value)

    def test_iteration(self, dossier: Dossier) -> None:
        """Articles come first, then section by section, clauses last; each is found by its id."""
        records = list(dossier)
        sections = ["articles", *GLOBAL_SECTIONS, *LOCAL_SECTIONS]

        assert len(records) == len(dossier.clauses) + sum(
            len(dossier.section(name)) for name in sections
        )
        assert ("harbour-accord", "harbour-review:protocol/limits") == (
            records[0].id,
            records[-1].id,
        )
        assert all(record is dossier[record.id] for record in records)

    def test_clauses(self, story: Dossier) -> None:
        """The clauses are those of all declarations, in their order."""
        assert ["accord/passage", "accord/dues", "accord/pilots", "protocol/limits"] == [
            clause.local_id for clause in story.clauses
        ]
        assert story.declarations["accord"].clauses[1] is story.clauses["accord/dues"]

    def test_sections(self, story: Dossier) -> None:
        """A section is reached by the name that it has in a file."""
        assert story.visits is story.section("visits")
        assert all(
            kind is story.section(name).kind
            for name, kind in {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}.items()
        )


class TestValue:
    def test_equality(self, dossier: Dossier, story: Dossier) -> None:
        """Dossiers are equal that hold the same records, in any order and from any place."""
        sections = {
            name: list(dossier.section(name))
            for name in ("articles", *GLOBAL_SECTIONS, *LOCAL_SECTIONS)
        }
        shuffled = made(**{name: reversed(records) for name, records in sections.items()})

        assert dossier == shuffled
        assert hash(dossier) == hash(shuffled)
        assert dossier != story
        assert dossier != made(**sections | {"readings": []})
        assert object() != dossier

    @pytest.mark.parametrize(
        "copied",
        [lambda dossier: pickle.loads(pickle.dumps(dossier)), copy.deepcopy],  # noqa: S301
        ids=["pickle", "deepcopy"],
    )
    def test_copies(self, dossier: Dossier, copied: Callable[[Dossier], Dossier]) -> None:
        """A copy is equal, holds its own records, and knows the same places."""
        other = copied(dossier)

        assert dossier == other
        assert dossier["margins"] is not other["margins"]
        assert other.leaders["brenn"] is other["harbour-accord:brenn-pledge"].speakers[0]
        assert dossier.clauses == other.clauses
        assert dossier.places["margins"] == other.places["margins"]
        assert dossier.places.of("thaw", "caused_by", 2) == other.places.of("thaw", "caused_by", 2)

    def test_frozen(self, dossier: Dossier) -> None:
        """No section of a dossier can be replaced."""
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            dossier.visits = dossier.visits  # type: ignore[misc]

    def test_of_any_iterable(self) -> None:
        """A dossier takes the records of a section from any iterable, or as they are gathered."""
        country = Country(id="OVN", name="Orvenia")
        records = Records(Country, [country])

        assert made(countries=iter([country])) == made(countries=records)
        assert records is Dossier(countries=records).countries
        assert Records(Country) == Dossier().countries

    def test_two_records_of_one_id(self) -> None:
        """Two different records of one id are refused, as one would be lost."""
        with pytest.raises(RecordError, match=r"^two different records have the id 'OVN'$"):
            made(countries=[Country(id="OVN", name="Orvenia"), Country(id="OVN", name="Ovan")])

    def test_shown(self, story: Dossier) -> None:
        """A dossier shows how many records each of its sections has, and no empty section."""
        assert (
            "Dossier(1 articles, 5 countries, 4 organizations, 7 topics, 2 variables, 6 leaders, "
            "2 sources, 3 visits, 3 meetings, 15 statements, 2 declarations, 6 events, 2 readings)"
        ) == repr(story)
        small = attrs.evolve(Dossier(), countries=story.countries, declarations=story.declarations)
        assert "Dossier(5 countries, 2 declarations)" == repr(small)
        assert [
            "section       records",
            "------------  -------",
            "countries     5",
            "declarations  2",
        ] == str(small).splitlines()
        assert [
            "<table>",
            "<thead><tr><th>section</th><th>records</th></tr></thead>",
            "<tbody>",
            "<tr><td>countries</td><td>5</td></tr>",
            "<tr><td>declarations</td><td>2</td></tr>",
            "</tbody>",
            "</table>",
        ] == small._repr_html_().splitlines()
        assert "Dossier()" == repr(Dossier())


class TestRelation:
    def test_what_falls_within_it(self, dossier: Dossier) -> None:
        """A dyad has what the two countries' people do with each other, of all files."""
        assert RELATION == found(dossier.relation("OVN", "TLM"))

    def test_third_parties_are_left_out(self, dossier: Dossier) -> None:
        """What a third state, a league or a bloc says of both is in no dyad of the two."""
        relation = dossier.relation("OVN", "TLM")

        assert not [said for said in relation.statements if "garrow" in said.speakers[0].id]
        assert "harbour-accord:league-welcome" not in relation.statements
        assert "harbour-accord:garrow-visit" not in relation.visits
        assert "harbour-review:margins" not in relation.meetings
        assert {
            "visits": ["harbour-accord:garrow-visit"],
            "meetings": ["harbour-review:margins"],
            "declarations": [],
            "statements": ["harbour-accord:garrow-blame"],
            "events": ["harbour-accord:drill"],
        } == found(dossier.relation("GHM", "OVN"))

    def test_words_of_one_side_alone_are_left_out(self, dossier: Dossier) -> None:
        """Words that neither name the other side nor are spoken with it are in no dyad."""
        assert "harbour-accord:dorvat-pilots" not in dossier.relation("OVN", "TLM").statements
        assert "harbour-accord:election" not in dossier.relation("OVN", "TLM").events

    def test_a_countrys_bodies_are_its_side(self, dossier: Dossier) -> None:
        """A guild of the other country stands for it, and its bloc for none of its members."""
        relation = dossier.relation("TLM", "PLI")

        assert {name: [] for name in RELATION} | {
            "statements": ["harbour-accord:oshi-island"]
        } == found(relation)

    @pytest.mark.parametrize("other", ["TLM", "GHM", "LOV", "PLI"])
    def test_order_does_not_matter(self, dossier: Dossier, other: str) -> None:
        """The dyad is the same whichever country comes first, and however they are given."""
        one = dossier.relation("OVN", other)
        two = dossier.relation(dossier.countries[other], dossier.countries["OVN"])

        assert found(one) == found(two)
        assert one == two
        assert hash(one) == hash(two)
        assert ["OVN", other] == [country.id for country in one.countries]
        assert [other, "OVN"] == [country.id for country in two.countries]

    def test_dyads_differ(self, dossier: Dossier, story: Dossier) -> None:
        """Dyads of other countries, or of what other files tell, are others."""
        assert dossier.relation("OVN", "TLM") != dossier.relation("OVN", "GHM")
        assert dossier.relation("OVN", "TLM") != story.relation("OVN", "TLM")

    def test_unknown_country(self, dossier: Dossier) -> None:
        """An unknown country is told with the nearest one; leaders and blocs are none."""
        with pytest.raises(UnknownIdError) as caught:
            dossier.relation("OVN", "TML")
        assert "no country 'TML'; did you mean 'TLM'?" == str(caught.value)
        for id in ("brenn", "north-bloc"):
            with pytest.raises(UnknownIdError):
                dossier.relation(id, "OVN")

    def test_same_country_twice(self, dossier: Dossier) -> None:
        """A country has no dyad with itself, under whatever name."""
        renamed = attrs.evolve(dossier.countries["OVN"], name="Ovan")
        for other in ("OVN", renamed):
            with pytest.raises(RecordError) as caught:
                dossier.relation("OVN", other)
            assert "a dyad has two countries; 'OVN' was given twice" == str(caught.value)

    def test_shown(self, dossier: Dossier) -> None:
        """A dyad shows its countries and how much there is of each kind."""
        relation = dossier.relation("OVN", "TLM")

        assert (
            "Relation(OVN-TLM: 4 visits, 4 meetings, 9 statements, 4 declarations, 5 events)"
        ) == repr(relation)
        assert [
            "Orvenia - Talmir  records",
            "----------------  -------",
            "visits            4",
            "meetings          4",
            "statements        9",
            "declarations      4",
            "events            5",
        ] == str(relation).splitlines()
        assert "<tr><th>Orvenia - Talmir</th><th>records</th></tr>" in relation._repr_html_()
        assert "<tr><td>statements</td><td>9</td></tr>" in relation._repr_html_()


@pytest.fixture(scope="module")
def position(archive: Path) -> Callable[..., Place]:
    """Finds places by eye: where the last of some texts begins, each looked for behind the last."""

    def find(file: str, *texts: str) -> Place:
        whole = (archive / file).read_text("utf-8")
        at = 0
        for text in texts:
            at = whole.index(text, at + 1)
        before = whole[:at]
        column = at - before.rfind("\n")
        return Place(str(archive / file), before.count("\n") + 1, column)

    return find


class TestPlaces:
    def test_by_number(self, dossier: Dossier, archive: Path) -> None:
        """Lines and columns count from 1."""
        accord = str(archive / "accord-2019.yaml")

        assert Place(accord, 43, 3) == dossier.places["harbour-accord:state-visit"]
        assert Place(accord, 44, 13) == dossier.places.of("harbour-accord:state-visit", "guests")
        assert Place(accord, 44, 14) == dossier.places.of("harbour-accord:state-visit", "guests", 0)

    @pytest.mark.parametrize(
        ("id", "file", "texts"),
        [
            ("OVN", "bilateral.yaml", ["  OVN:", "OVN:"]),
            ("north-bloc", "bilateral.yaml", ["north-bloc:"]),
            ("lund", "bilateral.yaml", ["lund:"]),
            ("page", "bilateral.yaml", ["page:"]),
            ("sorn", "harbour-review.yaml", ["sorn:"]),
            ("tides", "harbour-review.yaml", ["tides:"]),
            ("harbour-accord:gazette", "accord-2019.yaml", ["gazette:"]),
            ("harbour-review:gazette", "harbour-review.yaml", ["gazette:"]),
            ("harbour-accord:brenn-pledge", "accord-2019.yaml", ["brenn-pledge:"]),
            ("harbour-review:brenn-pledge", "harbour-review.yaml", ["brenn-pledge:"]),
            ("garrow-visit", "accord-2019.yaml", ["garrow-visit:"]),
            ("margins", "harbour-review.yaml", ["margins:"]),
            ("harbour-accord:accord", "accord-2019.yaml", ["declarations:", "accord:"]),
            ("accord/dues", "accord-2019.yaml", ["clauses:", "dues:"]),
            (
                "harbour-review:accord/passage",
                "harbour-review.yaml",
                ["declarations:", "clauses:", "passage:"],
            ),
        ],
    )
    def test_records(
        self,
        dossier: Dossier,
        position: Callable[..., Place],
        id: str,
        file: str,
        texts: list[str],
    ) -> None:
        """A record stands where its id does."""
        assert position(file, *texts) == dossier.places[id]

    @pytest.mark.parametrize(
        ("id", "path", "file", "texts"),
        [
            ("OVN", ["name"], "bilateral.yaml", ["Orvenia\n"]),
            ("TLM", ["aliases", 0], "bilateral.yaml", ["Kingdom of Talmir"]),
            ("north-bloc", ["members", 1, "inferred", "end"], "bilateral.yaml", ["world-know"]),
            ("brenn", ["offices", 0, "end"], "bilateral.yaml", ['"[2024..]"']),
            ("garrow-visit", ["relative", 0, "by"], "accord-2019.yaml", ["weeks}"]),
            ("garrow-visit", ["relative", 1], "accord-2019.yaml", ["{after: seizure}"]),
            ("garrow-visit", ["evidence", 0], "accord-2019.yaml", ['"weeks before']),
            ("harbour-accord:talks", ["date"], "accord-2019.yaml", ['"[2019-05-27']),
            ("harbour-accord:oshi-passage", ["quoted", 1], "accord-2019.yaml", ['"both of us"']),
            (
                "harbour-accord:state-visit",
                ["evidence", 1, "words"],
                "accord-2019.yaml",
                ['"a visit that'],
            ),
            (
                "accord/dues",
                ["evidence", 0],
                "accord-2019.yaml",
                ['{source: treaty-text, words: "dues'],
            ),
            ("thaw", ["caused_by", 2], "harbour-review.yaml", ["seizure]"]),
        ],
    )
    def test_fields(
        self,
        dossier: Dossier,
        position: Callable[..., Place],
        id: str,
        path: list[str | int],
        file: str,
        texts: list[str],
    ) -> None:
        """A field, or a member of one, stands where its value does."""
        assert position(file, *texts) == dossier.places.of(id, *path)

    @pytest.mark.parametrize(
        ("id", "field", "file", "texts"),
        [
            ("oshi-dues", "date", "accord-2019.yaml", ["defaults:", "2019-06-14"]),
            ("oshi-dues", "source", "accord-2019.yaml", ["defaults:", "gazette"]),
            ("flag-day", "source", "accord-2019.yaml", ["defaults:", "events:", "gazette"]),
            ("harbour-review:brenn-pledge", "visit", "harbour-review.yaml", ["visit: ", "state"]),
            ("spokeswoman-pledge", "date", "harbour-review.yaml", ["  spokeswoman-", "2021-06-14"]),
        ],
    )
    def test_defaults(
        self,
        dossier: Dossier,
        position: Callable[..., Place],
        id: str,
        field: str,
        file: str,
        texts: list[str],
    ) -> None:
        """A field from the defaults stands there, unless the record writes its own."""
        assert position(file, *texts) == dossier.places.of(id, field)

    @pytest.mark.parametrize(
        ("path", "message"),
        [
            (["place"], "no field 'place'"),
            (["relative", 2], "no field 'relative.2'"),
            (["source", "title"], "no field 'source.title'"),
        ],
    )
    def test_unwritten_fields(self, dossier: Dossier, path: list[str | int], message: str) -> None:
        """A field that neither the record nor the defaults write stands nowhere."""
        with pytest.raises(UnknownIdError) as caught:
            dossier.places.of("garrow-visit", *path)
        assert message == str(caught.value)

    @pytest.mark.parametrize(
        "find",
        [
            lambda places: places["nowhere"],
            lambda places: places.of("nowhere", "date"),
            lambda places: places["harbour-review:garrow-visit"],
            lambda places: places["harbour-accord:accord/nowhere"],
        ],
    )
    def test_unknown_records(self, dossier: Dossier, find: Callable[[Any], Place]) -> None:
        """A record that no file has stands nowhere."""
        with pytest.raises(UnknownIdError, match=r"^no record '"):
            find(dossier.places)

    def test_made_in_python(self) -> None:
        """Records that were made in Python stand in no file."""
        places = made(countries=[Country(id="OVN", name="Orvenia")]).places

        for find in (places.__getitem__, places.of):
            with pytest.raises(UnknownIdError, match=r"^no place of record 'OVN'$"):
                find("OVN")

    def test_wide_characters_and_quotes(self) -> None:
        """A column counts code points, quotes and letters of any script alike."""
        text = 'bilateral: 1\ncountries:\n  OVN: {name: "Ørvénia", aliases: [奧維, Ovan]}\n'

        assert Place("<text>", 3, 40) == loads(text).places.of("OVN", "aliases", 1)


class TestPlacesInFilesThatChange:
    TEXT = (
        "bilateral: 1\ncountries:\n  OVN: {name: Orvenia}\n"
        "events:\n  thaw: {title: A thaw, kind: war, date: 2001}\n"
    )

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        """A file of one country and one event."""
        path = tmp_path / "a.yaml"
        path.write_text(self.TEXT, encoding="utf-8")
        return path

    def test_changed(self, file: Path) -> None:
        """A place in a file that is not as it was would be wrong, so it is refused."""
        dossier = load(file)
        file.write_text(self.TEXT.replace("Orvenia", "Orvania"), encoding="utf-8")
        with pytest.raises(BilateralError) as caught:
            dossier.places["thaw"]
        message = (
            f"{file}: has changed since this dossier was loaded from it or written to it,"
            " so that where its records stand cannot be told; load it again"
        )
        assert message == str(caught.value)

    def test_removed(self, file: Path) -> None:
        """Of a file that is gone no place can be told."""
        dossier = load(file)
        file.unlink()
        with pytest.raises(BilateralError) as caught:
            dossier.places.of("thaw", "title")
        message = "there is no such file, so that where its records stand cannot be told"
        assert f"{file}: {message}" == str(caught.value)

    def test_asked_for_before(self, file: Path) -> None:
        """Places that were found already are those of what was loaded."""
        dossier = load(file)
        before = dossier.places["thaw"]
        file.unlink()
        assert before == dossier.places["thaw"] == Place(str(file), 5, 3)

    def test_dumped(self, file: Path) -> None:
        """Behind a dump to its own file, places are those of what was written."""
        dossier = load(file)
        before = dossier.places["thaw"]
        dump(dossier, file)
        assert before != dossier.places["thaw"] == load(file).places["thaw"]

    def test_byte_order_mark(self, file: Path) -> None:
        """A mark before the text is no change of it."""
        file.write_bytes(b"\xef\xbb\xbf" + self.TEXT.encode())
        assert Place(str(file), 3, 3) == load(file).places["OVN"]
