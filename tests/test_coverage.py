"""What of a text is cited, and what is left out."""

import json

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from tests.sources import CRISIS, GAZETTE, direct, event, evidence, quotes

TEXT = """\
Firefly calls on Trentino

"Peace is near," Firefly said. Trentino left. The ducks stayed.

(Gazette photo)

All rights reserved.
"""
SOURCE = attrs.evolve(
    GAZETTE,
    title="Firefly calls on Trentino",
    credits=("Gazette photo", "Nobody"),
    uncoded=(bl.Uncoded(words="All rights reserved", reason="It is\nboilerplate."),),
)


def story() -> bl.Dossier:
    """A dossier that cites most of the text."""
    said = direct(1, "Peace is near", [bl.Evidence(words="Firefly said")])
    reported = attrs.evolve(
        said,
        id="crisis:reported",
        voice=bl.Voice.REPORTED,
        evidence=(bl.Evidence(words="is near"),),
    )
    reading = bl.Reading(
        id="crisis:reading",
        about=(said.id,),
        text="It is not.",
        evidence=(bl.Evidence(words="Trentino left"), bl.Evidence(words="not there")),
    )
    clause = bl.Clause(
        id="crisis:treaty/one", act=bl.Act.AFFIRM, text="Peace.", quoted=("is near",)
    )
    treaty = bl.JointDeclaration(
        id="crisis:treaty", title="A treaty", parties=(), date=bl.Edtf("1933"), clauses=(clause,)
    )
    sourced = [attrs.evolve(one, source=SOURCE) for one in (said, reported, reading, treaty)]
    return bl.Dossier(
        sources=[SOURCE],  # type: ignore[arg-type]
        statements=sourced[:2],  # type: ignore[arg-type]
        readings=sourced[2:3],  # type: ignore[arg-type]
        declarations=sourced[3:],  # type: ignore[arg-type]
    )


def covered() -> bl.SourceCoverage:
    """What of the text the story cites."""
    (source,) = bl.coverage(story(), {"gazette": TEXT}).sources
    return source


def test_sentences() -> None:
    """Each sentence has what cites it, in whose voice, in the order of the passages."""
    told = {sentence.text: sentence for sentence in covered().sentences}
    assert [
        "Firefly calls on Trentino",
        '"Peace is near," Firefly said.',
        "Trentino left.",
        "The ducks stayed.",
        "(Gazette photo)",
        "All rights reserved.",
    ] == list(told)
    assert [1, 2, 2, 2, 3, 4] == [sentence.paragraph for sentence in told.values()]
    (named,) = told["Firefly calls on Trentino"].cited_by
    assert ("crisis:gazette", "named") == (named.record.id, named.layer)
    assert [
        ("crisis:statement1", "direct", "Peace is near"),
        ("crisis:reported", "reported", "is near"),
        ("crisis:treaty/one", "declared", "is near"),
        ("crisis:statement1", "narrated", "Firefly said"),
    ] == [
        (cited.record.id, cited.layer, TEXT[slice(*cited.span)])
        for cited in told['"Peace is near," Firefly said.'].cited_by
    ]
    (read,) = told["Trentino left."].cited_by
    assert ("crisis:reading", "interpreted") == (read.record.id, read.layer)


def test_what_no_record_cites() -> None:
    """What is uncited is told apart from what is left out for a reason."""
    source = covered()
    assert ["The ducks stayed."] == [sentence.text for sentence in source.uncited]
    assert ["All rights reserved."] == [sentence.text for sentence in source.left_out]
    assert ("It is\nboilerplate.",) == source.sentences[-1].reasons
    assert "gazette: 4 of 6 sentences cited, 1 left out, 68 % of 19 words cited" == source.summary
    assert 4 == len(source.cited)


def test_shares() -> None:
    """Words are counted once, however many cite them; in each voice for itself."""
    source = covered()
    assert (19, 13) == (source.words, source.cited_words)
    assert 13 / 19 == source.share
    assert {
        "direct": 3 / 19,
        "reported": 2 / 19,
        "declared": 2 / 19,
        "narrated": 2 / 19,
        "interpreted": 2 / 19,
        "named": 6 / 19,
    } == source.shares
    assert "direct 16 %, reported 11 %, declared 11 %" in source.voices
    (empty,) = bl.coverage(story(), {"gazette": " "}).sources
    assert (0, None, {}) == (empty.words, empty.share, empty.shares)
    assert "gazette: no words" == empty.summary


def test_segments() -> None:
    """A sentence in pieces, each with all that cites it."""
    sentence = covered().sentences[1]
    assert [
        ('"', []),
        ("Peace ", ["statement1"]),
        ("is near", ["statement1", "reported", "treaty/one"]),
        ('," ', []),
        ("Firefly said", ["statement1"]),
        (".", []),
    ] == [(text, [cited.record.local_id for cited in by]) for text, by in sentence.segments]


def test_mentions_and_ambiguous_words() -> None:
    """A mention cites no sentence; words in several places that are not told apart cite all."""
    source = attrs.evolve(GAZETTE, mentions={"Trentino": direct(1, "x").speakers[0]}, title="None")
    d = bl.Dossier(sources=[source], events=[event(1, bl.Evidence(words="so it"), source)])  # type: ignore[arg-type]
    (found,) = bl.coverage(
        d, {"gazette": "Trentino left. So he said so it. And so it was."}
    ).sources
    assert [0, 1, 1] == [len(sentence.cited_by) for sentence in found.sentences]


def test_unlocated() -> None:
    """How much is cited that no text has is told once."""
    result = bl.coverage(story(), {"gazette": TEXT})
    assert (1, ()) == (result.unlocated, result.bare)
    assert ["1 passage is cited that no text has: see what `verify` finds"] == result.notes
    several = bl.coverage(evidence("not there", "nor there"), {"gazette": TEXT})
    assert ["2 passages are cited that no text has: see what `verify` finds"] == several.notes
    unquoted = bl.coverage(quotes("Trentino left"), {"gazette": TEXT})
    assert (1, 0) == (unquoted.unlocated, unquoted.sources[0].words_by_layer[bl.Layer.DIRECT])


def test_records_that_cite_nothing() -> None:
    """What a source tells without words of its own may be made up."""
    events = [attrs.evolve(event(n, bl.Evidence(words="x")), evidence=()) for n in range(7)]
    treaty = bl.JointDeclaration(
        id="crisis:treaty", title="A treaty", parties=(), date=bl.Edtf("1933"), source=GAZETTE
    )
    clause = bl.Clause(id="crisis:treaty/one", act=bl.Act.AFFIRM, text="Peace.")
    for clauses, bare in (((), "treaty"), ((clause,), "treaty/one")):
        declared = bl.Records(bl.JointDeclaration, [attrs.evolve(treaty, clauses=clauses)])
        d = bl.Dossier(sources=[GAZETTE], declarations=declared)  # type: ignore[arg-type]
        result = bl.coverage(d, {"gazette": TEXT})
        assert [f"no words are cited for {bare}"] == result.notes
    d = bl.Dossier(sources=[GAZETTE], events=events)  # type: ignore[arg-type]
    (note,) = bl.coverage(d, {"gazette": TEXT}).notes
    assert "no words are cited for event0, event1, event2, event3, event4 and 2 more" == note
    assert () == bl.coverage(d, {}).bare


def test_a_text_of_one_paragraph() -> None:
    """Where a text of several sentences has no blank line, that is told."""
    (source,) = bl.coverage(evidence(), {"gazette": "He left. " * 5}).sources
    assert "the text is one paragraph: put blank lines between its paragraphs" == source.note
    assert source.note in str(bl.coverage(evidence(), {"gazette": "He left. " * 5}))
    for text in ("He left. " * 4, "He left. " * 5 + "\n\nShe left.", " "):
        (source,) = bl.coverage(evidence(), {"gazette": text}).sources
        assert "" == source.note


def test_texts_that_are_not_given() -> None:
    """What is cited of other sources is neither covered nor missing."""
    other = bl.Source(id="crisis:other", title="Another")
    events = [event(1, bl.Evidence(words="x"), other), event(2, bl.Evidence(words="y"), None)]
    d = bl.Dossier(sources=[GAZETTE, other], events=events)  # type: ignore[arg-type]
    result = bl.coverage(d, {"gazette": TEXT})
    assert (0, 1) == (result.unlocated, len(result.sources))


QUOTED = "statement1 (direct), reported (reported),"


class TestShown:
    def test_text(self) -> None:
        """Sums, shares, and a table of the sentences."""
        assert [
            "1 passage is cited that no text has: see what `verify` finds",
            "",
            "gazette: 4 of 6 sentences cited, 1 left out, 68 % of 19 words cited",
            "by voice: direct 16 %, reported 11 %, declared 11 %, narrated 11 %, interpreted 11 %,",
            "  named 32 %",
            "",
            "paragraph  sentence                        cited by",
            f"---------  {'-' * 30}  {'-' * 47}",
            "1          Firefly calls on Trentino       gazette (named)",
            f'2          "Peace is near," Firefly said.  {QUOTED}',
            f"{' ' * 43}treaty/one (declared), statement1 (narrated)",
            "2          Trentino left.                  reading (interpreted)",
            "2          The ducks stayed.               no record",
            "3          (Gazette photo)                 gazette (named)",
            "4          All rights reserved.            left out: It is boilerplate.",
        ] == bl.coverage(story(), {"gazette": TEXT}).to_text(90).splitlines()
        assert str(bl.coverage(story(), {"gazette": TEXT})).startswith("1 passage")

    def test_nothing(self) -> None:
        """Without texts, that is told."""
        result = bl.coverage(story(), {})
        assert {"no text is given"} == {str(result), result.to_markdown()}
        assert "<p>no text is given</p>" == result._repr_html_()
        assert "Coverage: no text is given" == repr(result)
        one = bl.coverage(evidence(), {"gazette": "One sentence."})
        assert "Coverage: gazette: 0 of 1 sentence cited, 0 % of 2 words cited" == repr(one)
        assert "SourceCoverage of gazette: 0 of 1 sentence cited" in repr(one.sources[0])
        assert ["gazette: 0 of 1 sentence cited, 0 % of 2 words cited", ""] == str(
            one
        ).splitlines()[:2]

    def test_markdown(self) -> None:
        """The same in Markdown."""
        lines = bl.coverage(story(), {"gazette": TEXT}).to_markdown().splitlines()
        assert "| paragraph | sentence | cited by |" in lines
        assert "| 2 | The ducks stayed. | no record |" in lines

    def test_html(self) -> None:
        """A notebook shows sums and a table; nothing of the text acts."""
        d = evidence("a <b>")
        shown = bl.coverage(d, {"gazette": "He has a <b> & more."})._repr_html_()
        assert "<p>gazette: 1 of 1 sentence cited" in shown
        assert "<td>He has a &lt;b&gt; &amp; more.</td>" in shown

    def test_json(self) -> None:
        """All that is found, in JSON."""
        told = json.loads(bl.coverage(story(), {"gazette": TEXT}).to_json())
        (source,) = told.pop("sources")
        assert {"unlocated": 1, "bare": []} == told
        sentences = source.pop("sentences")
        assert ("crisis:gazette", 19, 13) == (
            source["source"],
            source["words"],
            source["cited_words"],
        )
        assert 6 == source["words_by_layer"]["named"]
        assert {
            "paragraph": 1,
            "span": [0, 25],
            "text": "Firefly calls on Trentino",
            "reasons": [],
            "cited_by": [{"record": "crisis:gazette", "layer": "named", "span": [0, 25]}],
        } == sentences[0]


@given(st.data())
@settings(deadline=None, max_examples=30)
def test_invariants(data: st.DataObject) -> None:
    """Whatever is cited: segments make up sentences, and words are counted once."""
    text = CRISIS.read_text("utf-8")
    words = text.split(" ")
    cited = []
    for _ in range(data.draw(st.integers(0, 8))):
        start = data.draw(st.integers(0, len(words) - 2))
        cited.append(" ".join(words[start : start + data.draw(st.integers(1, 60))]))
    (source,) = bl.coverage(evidence(*cited), {"gazette": text}).sources
    assert source.cited_words <= min(source.words, sum(source.words_by_layer.values()))
    assert len(source.sentences) == len(source.cited) + len(source.uncited)
    before = 0
    for sentence in source.sentences:
        assert sentence.text == "".join(piece for piece, _ in sentence.segments)
        assert text[slice(*sentence.span)] == sentence.text
        assert before <= sentence.span[0]
        before = sentence.span[1]
        assert set(sentence.cited_by) == {one for _, by in sentence.segments for one in by}


def test_stops_that_stand_apart() -> None:
    """Where stops and line breaks are folded together, no sentence overlaps another."""
    text = "He left\n.\n. \nShe went."
    (source,) = bl.coverage(evidence(), {"gazette": text}).sources
    assert ["He left\n.\n. \n", "She went."] == [sentence.text for sentence in source.sentences]
