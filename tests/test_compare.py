"""Who says what, in Freedonia and Sylvania."""

import json
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.analysis.compare import compare
from bilateral.analysis.comparison import Comparison, TopicComparison, Verdict
from bilateral.dates import Edtf
from bilateral.records.actors import Actor, Country, Leader, Topic
from bilateral.records.collection import Records
from bilateral.records.dossier import Dossier
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import Act, Position, Voice

FREEDONIA = Country(id="FRD", name="Freedonia")
SYLVANIA = Country(id="SYL", name="Sylvania")
FIREFLY = Leader(id="firefly", name="Rufus Firefly", country=FREEDONIA)
TRENTINO = Leader(id="trentino", name="Ambassador Trentino", country=SYLVANIA)

BORDER = Topic(id="border", name="The border", proposition="The border of 1910 should stay.")
TRADE = Topic(id="trade", name="Trade in peanuts")
OPERA = Topic(id="opera", name="The opera")

FOR, AGAINST, NEITHER = Position


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal of 100 columns, whatever the tests are run in."""
    monkeypatch.setenv("COLUMNS", "100")


def said(
    by: Actor | tuple[Actor, ...],
    act: Act,
    *topics: Topic,
    position: Position | None = None,
    voice: Voice = Voice.REPORTED,
    claims_for: tuple[Actor, ...] = (),
    text: str = "Something.",
) -> Statement:
    """A statement; its id is that of its speaker, its act and its topics."""
    speakers = by if isinstance(by, tuple) else (by,)
    ids = "-".join([*(one.id for one in speakers), act, *(topic.id for topic in topics)])
    return Statement(
        id=f"duck:{ids}",
        speakers=speakers,
        to=(FREEDONIA, SYLVANIA),
        act=act,
        topics=topics,
        position=position,
        voice=voice,
        claims_for=claims_for,
        text=text,
        date=Edtf("1933-11-16"),
    )


def clause(name: str, act: Act, *topics: Topic, by: tuple[Country, ...] = ()) -> Clause:
    """A clause of the pact."""
    return Clause(id=f"duck:pact/{name}", act=act, topics=topics, by=by, text=f"On {name}.")


def pact(*clauses: Clause) -> JointDeclaration:
    """The pact of the two countries."""
    return JointDeclaration(
        id="duck:pact",
        title="Pact of the Spa",
        parties=(FREEDONIA, SYLVANIA),
        date=Edtf("1933-11-17"),
        clauses=clauses,
    )


def verdict(left: Iterable[Statement], right: Iterable[Statement]) -> Verdict | None:
    """The verdict on the first topic."""
    return compare(left, right).topics[0].verdict


def ids(rows: Iterable[TopicComparison]) -> list[str | None]:
    """The ids of the topics."""
    return [row.topic.id if row.topic else None for row in rows]


@pytest.fixture
def comparison() -> Comparison:
    """What the leader of Freedonia and the ambassador of Sylvania said."""
    return compare(
        [
            said(FIREFLY, Act.NOTE, OPERA, text="The opera was long."),
            said(
                FIREFLY,
                Act.AFFIRM,
                BORDER,
                position=FOR,
                voice=Voice.DIRECT,
                claims_for=(SYLVANIA, TRENTINO),
                text="The border stands as it stood",
            ),
            said(FIREFLY, Act.OFFER, BORDER, position=NEITHER, text="There could be a survey."),
        ],
        [
            said(
                TRENTINO,
                Act.REJECT,
                TRADE,
                BORDER,
                position=AGAINST,
                text="The border must move, and further than anybody thought.",
            ),
            said(TRENTINO, Act.THANK, text="It was a fine dinner."),
        ],
    )


class TestVerdict:
    @pytest.mark.parametrize(
        ("left", "right", "expected"),
        [
            ([FOR], [FOR], Verdict.SAME),
            ([AGAINST], [AGAINST, NEITHER, None], Verdict.SAME),
            ([FOR, None], [AGAINST], Verdict.OPPOSED),
            ([FOR, AGAINST], [FOR], Verdict.NOT_COMPARABLE),
            ([FOR], [FOR, AGAINST], Verdict.NOT_COMPARABLE),
            ([FOR], [NEITHER], Verdict.NOT_COMPARABLE),
            ([None], [None], Verdict.NOT_COMPARABLE),
        ],
    )
    def test_positions(
        self, left: list[Position | None], right: list[Position | None], expected: Verdict
    ) -> None:
        """Same or opposed only where each side has one of for and against; the act is the same."""
        ours, theirs = (
            [said(speaker, Act.AFFIRM, BORDER, position=position) for position in positions]
            for speaker, positions in ((FIREFLY, left), (TRENTINO, right))
        )
        assert expected == verdict(ours, theirs)

    def test_different_acts(self) -> None:
        """Without positions the sets of acts can tell two sides apart."""
        ours = [said(FIREFLY, Act.NOTE, TRADE), said(FIREFLY, Act.WARN, TRADE)]
        assert verdict(ours, [said(TRENTINO, Act.NOTE, TRADE)]) is Verdict.DIFFERENT_ACTS
        assert verdict(ours, [*ours]) is Verdict.NOT_COMPARABLE

    def test_both_for_and_against(self) -> None:
        """A side that says both is not comparable, whatever the acts."""
        ours = [
            said(FIREFLY, Act.AFFIRM, BORDER, position=FOR),
            said(FIREFLY, Act.REJECT, BORDER, position=AGAINST),
        ]
        assert verdict(ours, [said(TRENTINO, Act.NOTE, BORDER)]) is Verdict.NOT_COMPARABLE

    def test_no_proposition(self) -> None:
        """A position is on a proposition: on a topic without one it says nothing."""
        ours = [said(FIREFLY, Act.AFFIRM, TRADE, BORDER, position=FOR)]
        theirs = [said(TRENTINO, Act.AFFIRM, TRADE, BORDER, position=FOR)]
        found = {row.topic and row.topic.id: row.verdict for row in compare(ours, theirs).topics}
        assert {"trade": Verdict.NOT_COMPARABLE, "border": Verdict.SAME} == found

    def test_two_propositions(self) -> None:
        """Two archives that mean different things by one topic share no position on it."""
        other = Topic(id="border", name="The border", proposition="The border should move.")
        ours = [said(FIREFLY, Act.AFFIRM, BORDER, position=FOR)]
        assert (
            verdict(ours, [said(TRENTINO, Act.AFFIRM, other, position=FOR)])
            is Verdict.NOT_COMPARABLE
        )

    def test_claims_for_others(self) -> None:
        """A claim to speak for another is not that other's word."""
        ours = [said(FIREFLY, Act.AFFIRM, BORDER, position=FOR, claims_for=(SYLVANIA,))]
        found = compare(ours, [])
        assert (["border"], []) == (ids(found.only_left), ids(found.shared))

    def test_no_topic(self) -> None:
        """Words without a topic come last and are never compared."""
        ours = [said(FIREFLY, Act.THANK), said(FIREFLY, Act.NOTE, TRADE)]
        found = compare(ours, [said(TRENTINO, Act.NOTE)])
        assert ["trade", None] == ids(found.topics)
        assert found.topics[1].verdict is Verdict.NOT_COMPARABLE
        assert [] == ids((*found.shared, *found.only_right))
        assert verdict([], [said(TRENTINO, Act.NOTE)]) is None


class TestTopics:
    def test_order(self, comparison: Comparison) -> None:
        """Shared topics first, then those of the left, then those of the right side."""
        assert ["border", "opera", "trade", None] == ids(comparison.topics)
        assert ["border"] == ids(comparison.shared)
        assert ["opera"] == ids(comparison.only_left)
        assert ["trade"] == ids(comparison.only_right)

    def test_words_and_acts(self, comparison: Comparison) -> None:
        """Each topic has both sides' words, and their acts once each."""
        border = comparison.topics[0]
        assert (2, 1) == (len(border.left), len(border.right))
        assert (Act.AFFIRM, Act.OFFER) == border.left_acts
        assert (Act.REJECT,) == border.right_acts
        assert (True, False, False) == (border.shared, border.only_left, border.only_right)

    @given(
        *2 * [st.lists(st.lists(st.sampled_from([BORDER, TRADE, OPERA]), unique=True), max_size=4)]
    )
    def test_every_word_under_every_topic(
        self, left: list[list[Topic]], right: list[list[Topic]]
    ) -> None:
        """Words stand under each of their topics once, and a topic stands once."""
        ours = [said(FIREFLY, Act.NOTE, *topics) for topics in left]
        theirs = [said(TRENTINO, Act.NOTE, *topics) for topics in right]
        found = compare(ours, theirs)
        assert len(found.topics) == len(set(ids(found.topics)))
        assert sum(len(topics) or 1 for topics in left) == sum(
            len(row.left) for row in found.topics
        )
        assert sum(len(topics) or 1 for topics in right) == sum(
            len(row.right) for row in found.topics
        )
        swapped = compare(theirs, ours)
        assert {(row.topic, row.verdict) for row in found.topics} == {
            (row.topic, row.verdict) for row in swapped.topics
        }


class TestSides:
    def test_declaration(self) -> None:
        """A declaration stands for its clauses, under its title."""
        found = compare(pact(clause("peanuts", Act.PLEDGE, TRADE)), [])
        assert ("Pact of the Spa", "right") == (found.left_name, found.right_name)
        assert "duck:pact/peanuts" == found.only_left[0].left[0].id

    def test_relation(self) -> None:
        """A dyad stands for its statements and the clauses of its declarations."""
        dossier = Dossier(
            countries=Records(Country, [FREEDONIA, SYLVANIA]),
            statements=Records(Statement, [said(FIREFLY, Act.NOTE, OPERA)]),
            declarations=Records(JointDeclaration, [pact(clause("peanuts", Act.PLEDGE, TRADE))]),
        )
        found = compare([], dossier.relation("FRD", "SYL"))
        assert ("left", "Freedonia - Sylvania") == (found.left_name, found.right_name)
        assert ["opera", "trade"] == ids(found.only_right)

    def test_speaker(self) -> None:
        """Words go under the name of the one speaker whom they share."""
        both = said((FIREFLY, TRENTINO), Act.AGREE, TRADE)
        found = compare(
            Records(Statement, [both, said(FIREFLY, Act.NOTE)]),
            iter([both, said(TRENTINO, Act.NOTE)]),
        )
        assert ("Rufus Firefly", "Ambassador Trentino") == (found.left_name, found.right_name)

    def test_several_speakers(self) -> None:
        """Words that are all of the same several go under all their names."""
        both = said((FIREFLY, TRENTINO), Act.AGREE, TRADE)
        found = compare([both], [said(FIREFLY, Act.NOTE), said(TRENTINO, Act.NOTE)])
        assert "Rufus Firefly and Ambassador Trentino" == found.left_name
        assert "right" == found.right_name

    def test_clauses(self) -> None:
        """Clauses go under their parties."""
        found = compare(pact(clause("peanuts", Act.PLEDGE, TRADE)).clauses, [])
        assert "Freedonia and Sylvania" == found.left_name

    def test_same_name(self) -> None:
        """Two sides of one name are told apart."""
        ours = [said(FIREFLY, Act.NOTE)]
        found = compare(ours, ours)
        assert ("Rufus Firefly (left)", "Rufus Firefly (right)") == (
            found.left_name,
            found.right_name,
        )

    def test_names(self) -> None:
        """Names that are given count."""
        found = compare([said(FIREFLY, Act.NOTE)], [], names=("then", "now"))
        assert ("then", "now") == (found.left_name, found.right_name)

    def test_not_words(self) -> None:
        """Anything but words is refused, and shown."""
        with pytest.raises(
            TypeError, match=r"only statements and clauses are compared, not Topic\("
        ):
            compare([said(FIREFLY, Act.NOTE)], [TRADE])  # type: ignore[list-item]


class TestOutput:
    def test_text(self, comparison: Comparison) -> None:
        """A block for each topic, readable in a terminal."""
        expected = """\
Rufus Firefly and Ambassador Trentino: 1 topic shared, 1 only Rufus Firefly's, 1
only Ambassador Trentino's

The border: opposed
  proposition: The border of 1910 should stay.
  Rufus Firefly
    - affirm (for; claims for SYL, trentino): \u201cThe border stands as it stood\u201d
    - offer (neither for nor against): There could be a survey.
  Ambassador Trentino
    - reject (against): The border must move, and further than anybody thought.

The opera: only Rufus Firefly
  Rufus Firefly
    - note: The opera was long.

Trade in peanuts: only Ambassador Trentino
  Ambassador Trentino
    - reject: The border must move, and further than anybody thought.

no topic: only Ambassador Trentino
  Ambassador Trentino
    - thank: It was a fine dinner."""
        assert expected == comparison.to_text(80)

    def test_text_names_who_speaks(self) -> None:
        """Where a side has several voices, each line says whose it is."""
        expected = """\
Pact of the Spa and Rufus Firefly: 1 topic shared, 0 only Pact of the Spa's, 0 only Rufus Firefly's

Trade in peanuts: different acts
  Pact of the Spa
    - pledge (Freedonia and Sylvania): On peanuts.
    - offer (Freedonia): On nuts.
  Rufus Firefly
    - note: Something.
    - agree (Rufus Firefly and Ambassador Trentino): Something."""
        left = pact(
            clause("peanuts", Act.PLEDGE, TRADE), clause("nuts", Act.OFFER, TRADE, by=(FREEDONIA,))
        )
        right = [
            said(FIREFLY, Act.NOTE, TRADE),
            said((FIREFLY, TRENTINO), Act.AGREE, TRADE),
        ]
        assert expected == compare(left, right).to_text(100)

    def test_markdown(self, comparison: Comparison) -> None:
        """A table in which the two sides stand next to each other."""
        summary = (
            "Rufus Firefly and Ambassador Trentino: 1 topic shared, 1 only Rufus Firefly's, "
            "1 only Ambassador Trentino's"
        )
        opposed = (
            "| The border (The border of 1910 should stay.) "
            "| affirm (for; claims for SYL, trentino): \u201cThe border stands as it stood\u201d "
            "| reject (against): The border must move, and further than anybody thought. "
            "| opposed |"
        )
        expected = [
            summary,
            "",
            "| topic | Rufus Firefly | Ambassador Trentino | verdict |",
            "| --- | --- | --- | --- |",
            opposed,
            "|  | offer (neither for nor against): There could be a survey. |  |  |",
            "| The opera | note: The opera was long. |  | only Rufus Firefly |",
        ]
        assert expected == comparison.to_markdown().splitlines()[:7]

    def test_html(self) -> None:
        """The same table for a notebook."""
        expected = """\
<p>Firefly and &lt;b&gt;: 0 topics shared, 1 only Firefly&#x27;s, 0 only &lt;b&gt;&#x27;s</p>
<table>
<thead><tr><th>topic</th><th>Firefly</th><th>&lt;b&gt;</th><th>verdict</th></tr></thead>
<tbody>
<tr><td>The opera</td><td>note: Long &amp; loud.</td><td></td><td>only Firefly</td></tr>
</tbody>
</table>"""
        ours = [said(FIREFLY, Act.NOTE, OPERA, text="Long & loud.")]
        assert expected == compare(ours, [], names=("Firefly", "<b>"))._repr_html_()

    def test_json(self, comparison: Comparison) -> None:
        """All that the comparison found, as data."""
        shown = json.loads(comparison.to_json())
        assert ("Rufus Firefly", "Ambassador Trentino") == (shown["left"], shown["right"])
        assert ["border", "opera", "trade", None] == [row["topic"] for row in shown["topics"]]
        border = shown["topics"][0]
        assert ("The border", "opposed") == (border["name"], border["verdict"])
        assert "The border of 1910 should stay." == border["proposition"]
        expected = {
            "id": "duck:firefly-affirm-border",
            "by": ["firefly"],
            "act": "affirm",
            "position": "for",
            "voice": "direct",
            "claims_for": ["SYL", "trentino"],
            "text": "The border stands as it stood",
        }
        assert expected == border["left"][0]
        assert ["left", "name", "proposition", "topic", "verdict"] == sorted(
            key for key, value in shown["topics"][3].items() if not value
        )

    def test_json_of_clauses(self) -> None:
        """A clause has no voice, and claims nothing."""
        shown = compare(pact(clause("</script>", Act.PLEDGE, TRADE)), []).to_json()
        assert "On \\u003c/script\\u003e." in shown
        words = json.loads(shown)["topics"][0]["left"][0]
        assert (None, [], ["FRD", "SYL"]) == (words["voice"], words["claims_for"], words["by"])

    def test_repr(self, comparison: Comparison) -> None:
        """One line says how much is shared."""
        expected = (
            "Rufus Firefly and right: 0 topics shared, 1 only Rufus Firefly's, 0 only right's"
        )
        found = compare([said(FIREFLY, Act.NOTE, OPERA)], [])
        assert f"Comparison({expected})" == repr(found)
        assert str(comparison) == comparison.to_text()

    def test_nothing(self) -> None:
        """Two silent sides share nothing."""
        assert "left and right: 0 topics shared, 0 only left's, 0 only right's" == str(
            compare([], [])
        )
