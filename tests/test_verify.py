"""Whether what is cited stands in its source."""

import json
import os
import pathlib

import attrs
import pytest

import bilateral as bl
from tests.drafts import DRAFT
from tests.sources import CRISIS, GAZETTE, direct, event, evidence, quotes, verified

FOUND, MISSING, AMBIGUOUS, UNQUOTED = (
    bl.FindingStatus.FOUND,
    bl.FindingStatus.MISSING,
    bl.FindingStatus.AMBIGUOUS,
    bl.FindingStatus.UNQUOTED,
)
TEXT = """\
Firefly calls on Trentino

"Peace is near," Firefly said. "Peace is what we want," he added.

Trentino said that peace was near, and that the ducks would go, whatever was said of
them in the chancelleries of the north. Peace is near the heart of all.

"We stay," Trentino said. Others said: We stay.
"""
NOT_THERE = "does not stand in gazette"
AT_THE_MOST = "but not in this order with 300 characters of one paragraph at the most between them"
TOO_FEW = "has fewer than 2 words on a side of what it leaves out"


def one(dossier: bl.Dossier, text: str = TEXT) -> bl.Finding:
    """The only finding."""
    (finding,) = bl.verify(dossier, {"gazette": text})
    return finding


def only(evidence: bl.Evidence) -> bl.Dossier:
    """A dossier with one piece of evidence."""
    return bl.Dossier(sources=[GAZETTE], events=[event(1, evidence)])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("the ducks would go", "the ducks", "would go"),
        ("of them in the chancelleries", "of\nthem", "the chancelleries"),
        ("Trentino said ... the ducks would go", "Trentino said that", "ducks would go"),
        ("Trentino said \u2026 the ducks ... the north", "Trentino said that", "of the north"),
        ("Trentino said [...] the ducks", "Trentino said that", "the ducks"),
    ],
)
def test_evidence_that_is_found(words: str, first: str, last: str) -> None:
    """Words that stand in the text once, what is left out among them."""
    finding = one(evidence(words))
    assert FOUND is finding.status
    assert finding.span is not None
    passage = TEXT[slice(*finding.span)]
    assert passage.startswith(first)
    assert passage.endswith(last)
    assert (finding.span,) == finding.spans
    assert 3 == finding.paragraph
    assert "" == finding.message
    assert finding.problem is None


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            "the geese would go",
            f"{NOT_THERE}; the nearest, in paragraph 3: the [-geese-] {{+ducks+}} would go",
        ),
        (
            "The ducks would go",
            f"{NOT_THERE}; the nearest, in paragraph 3: [-The-] {{+the+}} ducks would go",
        ),
        ("the duck", NOT_THERE),
        ("nothing of the kind", NOT_THERE),
        (
            "Trentino said ... the geese would go",
            (
                f'{NOT_THERE}, as "the geese would go" does not;'
                " the nearest, in paragraph 3: the [-geese-] {+ducks+} would go"
            ),
        ),
        (
            "the ducks ... Trentino said that",
            f"has parts that stand in paragraph 3 and paragraph 3 of gazette, {AT_THE_MOST}",
        ),
        (
            "Firefly calls ... Trentino said",
            f"has parts that stand in paragraph 1 and paragraphs 3, 4 of gazette, {AT_THE_MOST}",
        ),
        ("Trentino ... the ducks", TOO_FEW),
        ("the ducks would ...", TOO_FEW),
        ("...", TOO_FEW),
    ],
)
def test_evidence_that_is_missing(words: str, message: str) -> None:
    """What is not there, with the passage that is most like it, if one is."""
    finding = one(evidence(words))
    message = f'"{words}" {message}'
    assert (MISSING, message) == (finding.status, finding.message)
    assert (None, None) == (finding.span, finding.paragraph)
    assert () == finding.spans
    problem = finding.problem
    assert problem is not None
    assert ("quote-not-found", "error") == (problem.code, problem.severity)
    assert f"<made in Python>:1:1: {message}" == str(problem) == str(finding)
    assert words == problem.found
    assert ("words that stand in the source, or none", None) == (
        problem.expected,
        problem.suggestion,
    )


def test_how_much_is_left_out() -> None:
    """Three hundred characters, and no more, of one paragraph."""
    for length, status in ((300, FOUND), (301, MISSING)):
        text = f"It began so{'x' * (length - 2)} and it ended so."
        text = text.replace("sox", "so x", 1)
        assert [status] == verified(
            evidence("It began so ... it ended so"), text.replace(" and ", " ")
        )
    assert [MISSING] == verified(evidence("It began ... it ended"), "It began.\n\nSo it ended.")


def test_ambiguous() -> None:
    """Words that stand there several times say so, and which paragraphs."""
    finding = one(evidence("is near"))
    assert AMBIGUOUS is finding.status
    assert finding.span is None
    assert ["is near"] * 2 == [TEXT[slice(*span)] for span in finding.spans]
    assert (
        '"is near" stands 2 times in gazette, in paragraphs 2, 3:'
        " say which by its 'prefix', 'suffix' or 'paragraph'"
    ) == finding.message
    assert finding.problem is not None
    assert ("quote-ambiguous", "warning") == (finding.problem.code, finding.problem.severity)


@pytest.mark.parametrize(
    ("hint", "found"),
    [
        ({"paragraph": 2}, 2),
        ({"paragraph": 3}, 3),
        ({"suffix": "the heart"}, 3),
        ({"suffix": '," Firefly'}, 2),
        ({"prefix": "of the north. Peace"}, 3),
        ({"prefix": 'Trentino\n\n"Peace'}, 2),
        ({"prefix": "Peace", "suffix": "the", "paragraph": 3}, 3),
    ],
)
def test_which_is_meant(hint: dict[str, object], found: int) -> None:
    """A paragraph, and what comes before or behind, say which is meant."""
    finding = one(only(bl.Evidence(words="is near", **hint)))  # type: ignore[arg-type]
    assert (FOUND, found) == (finding.status, finding.paragraph)


@pytest.mark.parametrize(
    ("hint", "where"),
    [
        ({"paragraph": 4}, "in paragraph 4"),
        ({"paragraph": 40}, "in paragraph 40"),
        ({"prefix": "War"}, 'behind "War"'),
        ({"suffix": "the end"}, 'before "the end"'),
        ({"prefix": "Peace", "suffix": "never"}, 'before "never"'),
    ],
)
def test_elsewhere(hint: dict[str, object], where: str) -> None:
    """Words that stand elsewhere than is said are missing there."""
    finding = one(only(bl.Evidence(words="is near", **hint)))  # type: ignore[arg-type]
    assert MISSING is finding.status
    assert finding.message == (f'"is near" stands in paragraphs 2, 3 of gazette, but not {where}')


def test_ambiguous_parts() -> None:
    """Parts that stand together twice are ambiguous; one that stands before the first is no end."""
    finding = one(evidence("so it ... was said"), "so it then was said. so it then was said.")
    assert AMBIGUOUS is finding.status
    assert ((0, 19), (21, 40)) == finding.spans
    text = "was said. so it, so it, so it then was said."
    finding = one(evidence("so it ... was said"), text)
    assert (FOUND, "so it then was said") == (finding.status, text[slice(*finding.span or ())])


def test_many_paragraphs() -> None:
    """Of many paragraphs, the first are listed."""
    finding = one(evidence("so it was"), "\n\n".join(["so it was"] * 8))
    assert "paragraphs 1, 2, 3, 4, 5 and 3 more:" in finding.message


@pytest.mark.parametrize(
    ("paragraph", "span", "message"),
    [
        (1, (0, 7), ""),
        (1, (0, 25), ""),
        (1, (20, 26), "the passage ends behind paragraph 1 of gazette, which has 25 characters"),
        (9, (0, 7), "the passage is in paragraph 9 of gazette, which has 4"),
    ],
)
def test_passages(paragraph: int, span: tuple[int, int], message: str) -> None:
    """Evidence without words is a passage, which must be there."""
    finding = one(only(bl.Evidence(paragraph=paragraph, span=span)))
    assert message == finding.message
    assert (MISSING if message else FOUND) is finding.status
    assert "" == finding.text
    if not message:
        assert span == finding.span


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("Peace is what we want", FOUND),
        ('"Peace is what we want"', FOUND),
        ("Peace is near", FOUND),  # as between quotation marks it stands once
        ("the ducks would go", UNQUOTED),
        ("We want peace", MISSING),
        ("Peace [...] we want", MISSING),
        ("Peace is [...] we want", FOUND),
        ("Peace is ... we want", MISSING),  # in quoted words the dots are the source's
        ('Peace is near," Firefly said. "Peace', UNQUOTED),
    ],
)
def test_quotes(words: str, status: bl.FindingStatus) -> None:
    """Direct words and quoted fragments must stand between quotation marks."""
    assert status is one(quotes(words)).status
    said = [direct(1, "He spoke of peace.", quoted=[words])]
    assert status is one(bl.Dossier(sources=[GAZETTE], statements=said)).status  # type: ignore[arg-type]


def test_unquoted() -> None:
    """Words that stand there without quotation marks are told apart from missing ones."""
    finding = one(quotes("the ducks would go"))
    assert (
        '"the ducks would go" stands in paragraph 3 of gazette, but not between quotation marks'
    ) == finding.message
    assert 1 == len(finding.spans)
    assert finding.problem is not None
    assert ("quote-unquoted", "error") == (finding.problem.code, finding.problem.severity)


def test_source_with_dots_of_its_own() -> None:
    """Dots in quoted words are the source's; in evidence they skip them as well."""
    text = 'He said: "China is willing to . . . act together."'
    assert [FOUND] == verified(quotes("China is willing to ... act together."), text)
    assert [FOUND] == verified(quotes("China is willing to \u2026 act"), text)
    assert [FOUND] == verified(evidence("is willing ... act together"), text)


def test_quotation_over_paragraphs() -> None:
    """A quotation that goes on in the next paragraph is opened again there, or not."""
    words = "It is late.\n\nSo we go"
    for text in (
        '"It is late.\n\n"So we go," he said.',
        "\u201cIt is late.\n\n\u201cSo we go.\u201d",
    ):
        assert [FOUND] == verified(quotes(words), text)
    assert [UNQUOTED] == verified(quotes(words), "It is late.\n\nSo we go, he said.")
    assert [MISSING] == verified(quotes(words), '"It is late."\n\nSo we go, he said.')
    assert [MISSING] == verified(quotes("It is late. So we go."), '"It is late.\n\n"So we go."')


def test_evidence_tells_which_quote_is_meant() -> None:
    """Of quoted words that stand there twice, those in the paragraph of the record's evidence."""
    text = '"We stay," Firefly said.\n\n"We stay," Trentino said. "We stay."'
    said = direct(1, "We stay", [bl.Evidence(words="Firefly said")])
    dossier = bl.Dossier(sources=[GAZETTE], statements=[said])  # type: ignore[arg-type]
    assert [FOUND, FOUND] == verified(dossier, text)
    said = attrs.evolve(said, evidence=(bl.Evidence(words="Trentino said"),))
    dossier = bl.Dossier(sources=[GAZETTE], statements=[said])  # type: ignore[arg-type]
    found = bl.verify(dossier, {"gazette": text})
    assert [AMBIGUOUS, FOUND] == [finding.status for finding in found]
    assert ["We stay", "We stay"] == [text[slice(*span)] for span in found[0].spans]


def test_order_and_paths() -> None:
    """One finding for all that is cited, in the order of records and fields, with its path."""
    told = DRAFT.replace("    published: 1933-11-17\n", MORE)
    told = told.replace(
        "    date: 1933-11-17\n\nmeetings:", f"    date: 1933-11-17\n{NESTED}\nmeetings:"
    )
    d = bl.loads(told, name="draft.yaml")
    found = bl.verify(d, {"gazette": TEXT})
    expected = {
        "sources.gazette.mentions.Trentino": bl.CitationKind.MENTION,
        "sources.gazette.uncoded[0].words": bl.CitationKind.UNCODED,
        "visits.call.delegation[0].evidence[0]": bl.CitationKind.EVIDENCE,
        "visits.call.purpose[0].evidence[0]": bl.CitationKind.EVIDENCE,
    }
    assert expected == {finding.path: finding.kind for finding in found if finding.path in expected}
    assert list(expected) == [finding.path for finding in found if finding.path in expected]
    lines = told.splitlines()
    for finding in found:
        place = finding.place
        assert finding.text.split(" ")[0] in lines[place.line - 1]
        assert "draft.yaml" == place.file
    assert [FOUND, FOUND, MISSING, FOUND] == [
        finding.status for finding in found if finding.path in expected
    ]


MORE = """\
    published: 1933-11-17
    mentions: {Trentino: trentino}
    uncoded:
      - words: Firefly calls on Trentino
        reason: It is the headline.
"""
NESTED = """\
    delegation:
      - {group: ducks, evidence: ["the ducks went"]}
    purpose:
      - {act: affirm, evidence: ["peace was near"]}
"""


def test_clauses_and_other_sources() -> None:
    """Clauses are looked up too; evidence may be of another source than its record."""
    other = bl.Source(id="crisis:other", title="Another")
    clause = bl.Clause(
        id="crisis:treaty/one",
        act=bl.Act.AFFIRM,
        text="Peace.",
        quoted=("We stay",),
        evidence=(bl.Evidence(words="other words", source=other),),
    )
    treaty = bl.JointDeclaration(
        id="crisis:treaty",
        title="Treaty",
        parties=(),
        date=bl.Edtf("1933"),
        clauses=(clause,),
        source=GAZETTE,
    )
    d = bl.Dossier(sources=[GAZETTE, other], declarations=[treaty])  # type: ignore[arg-type]
    found = bl.verify(d, {"gazette": TEXT, "crisis:other": "In other words."})
    assert [
        ("crisis:treaty/one", "declarations.treaty.clauses.one.quoted[0]", "crisis:gazette", FOUND),
        ("crisis:treaty/one", "declarations.treaty.clauses.one.evidence[0]", "crisis:other", FOUND),
    ] == [(finding.record, finding.path, finding.source, finding.status) for finding in found]


def test_no_text() -> None:
    """What is not looked for says so; in all, a text that is not given is one problem."""
    d = bl.Dossier(
        sources=[GAZETTE],  # type: ignore[arg-type]
        events=[event(n, bl.Evidence(words="so it was"), source) for n, source in SOURCES],  # type: ignore[arg-type]
    )
    found = bl.verify(d, {})
    assert [bl.FindingStatus.NO_TEXT] * 4 == [finding.status for finding in found]
    assert [
        "no text of gazette is given, so that 2 passages were not looked for",
        '"so it was" was not looked for: event2 does not say from which source it is',
        '"so it was" was not looked for: event3 does not say from which source it is',
    ] == [problem.message for problem in found.problems]
    assert {"text-not-given"} == {problem.code for problem in found.problems}
    assert {"warning"} == {problem.severity for problem in found.problems}


SOURCES = [(0, GAZETTE), (1, GAZETTE), (2, None), (3, None)]


def test_hash() -> None:
    """A text that is not the one that was coded is told once, and is searched all the same."""
    other = bl.sha256(TEXT)
    source = attrs.evolve(GAZETTE, sha256=bl.sha256("Another text."))
    d = bl.Dossier(
        sources=[source],  # type: ignore[arg-type]
        events=[event(n, bl.Evidence(words="peace was near"), source) for n in range(3)],  # type: ignore[arg-type]
    )
    found = bl.verify(d, {"gazette": TEXT})
    assert [bl.FindingStatus.OTHER_TEXT, FOUND, FOUND, FOUND] == [each.status for each in found]
    assert found[0].kind is None
    assert "sources.gazette.sha256" == found[0].path
    assert (f"the text of gazette is not the one that was coded; its sha256 is {other}") == found[
        0
    ].message
    (problem,) = found.problems
    assert ("text-differs", "warning") == (problem.code, problem.severity)
    for digest in (other, other.upper()):
        coded = attrs.evolve(source, sha256=digest)
        right = attrs.evolve(d, sources=bl.Records(bl.Source, [coded]))
        assert [FOUND] * 3 == verified(right, f"\ufeff\n{TEXT}".replace("\n", "\r\n"))


@pytest.mark.parametrize("ending", ["", "\n", "\r\n", " \n\n"])
def test_sha256(ending: str) -> None:
    """Line ends, white space around the text and how accents are encoded do not count."""
    assert bl.sha256("Ester\u00f3s\nlay\nstill.") == bl.sha256(
        f"Estero\u0301s\r\nlay\rstill.{ending}"
    )
    assert bl.sha256("a") != bl.sha256("b")


class TestTexts:
    def test_files(self, tmp_path: pathlib.Path) -> None:
        """A path is read as Python reads text, and spans are in that."""
        path = tmp_path / "crisis.txt"
        path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
        (finding,) = bl.verify(evidence("the ducks would go"), {"crisis:gazette": path})
        assert finding.span is not None
        assert "the ducks would go" == path.read_text("utf-8-sig")[slice(*finding.span)]

    def test_unknown_source(self) -> None:
        """A text of no source is refused, with the nearest."""
        with pytest.raises(bl.UnknownIdError, match="no source 'gazete'; did you mean 'gazette'"):
            bl.verify(quotes(), {"gazete": TEXT})

    def test_several_sources(self) -> None:
        """The short form of several sources is refused."""
        d = bl.Dossier(sources=[GAZETTE, attrs.evolve(GAZETTE, id="war:gazette")])  # type: ignore[arg-type]
        with pytest.raises(bl.AmbiguousIdError, match="'crisis:gazette' or 'war:gazette'"):
            bl.verify(d, {"gazette": TEXT})

    @pytest.mark.parametrize(
        ("name", "message"),
        [
            ("missing.txt", "missing.txt:1:1: there is no such file"),
            ("", "folder:1:1: this is a folder"),
            ("pipe", "pipe:1:1: this is no regular file"),
            ("latin.txt", "latin.txt:2: the byte 0xF3 is not UTF-8; save the file as UTF-8"),
        ],
    )
    def test_unreadable_files(self, tmp_path: pathlib.Path, name: str, message: str) -> None:
        """A file that cannot be read is refused; none hangs."""
        folder = tmp_path / "folder"
        folder.mkdir()
        os.mkfifo(folder / "pipe")
        (folder / "latin.txt").write_bytes("The lakes\nEster\u00f3s".encode("latin-1"))
        with pytest.raises(bl.BilateralError) as refused:
            bl.verify(quotes(), {"gazette": folder / name})
        assert str(refused.value).endswith(message)

    def test_wrong_type(self) -> None:
        """What is neither text nor a path is misuse."""
        with pytest.raises(TypeError, match="is text or its file's path, not int"):
            bl.verify(quotes(), {"gazette": 5})  # type: ignore[dict-item]

    def test_name_for_a_path(self) -> None:
        """The name of a file is no text: its words would all be missing."""
        with pytest.raises(bl.BilateralError) as refused:
            bl.verify(quotes(), {"gazette": str(CRISIS)})
        assert (
            f"the text of 'gazette' is the name of a file; give it as pathlib.Path({str(CRISIS)!r})"
        ) == str(refused.value)
        assert [FOUND] == verified(evidence("Neither yields"), "Neither yields")


class TestShown:
    FOUND = quotes("Peace is near")
    BOTH = evidence("peace was near", "the geese would go", "<i>never</i>")

    def test_text(self) -> None:
        """Sums first, then a line for each problem, at the width of the terminal."""
        assert "1 found" == str(bl.verify(self.FOUND, {"gazette": TEXT}))
        told = bl.verify(self.BOTH, {"gazette": TEXT})
        assert not told.verified
        assert bl.verify(self.FOUND, {"gazette": TEXT}).verified
        assert [
            "1 found, 2 missing",
            '<made in Python>:1:1: "the geese would go" does not stand in',
            "  gazette; the nearest, in paragraph 3: the [-geese-] {+ducks+}",
            "  would go",
            '<made in Python>:1:1: "<i>never</i>" does not stand in gazette',
        ] == told.to_text(64).splitlines()
        assert "Findings: 1 found, 2 missing" == repr(told)
        assert "nothing is cited" == str(bl.verify(bl.Dossier(), {}))

    def test_long_words(self) -> None:
        """The middle of many words is left out of a message."""
        words = "the geese would go, whatever was said of them in the chancelleries of the north"
        message = one(evidence(words)).message
        assert message.startswith(
            '"the geese would go, whatever w ... the chancelleries of the north'
        )

    def test_found(self) -> None:
        """A finding without a message says that the words were found."""
        assert '<made in Python>:1:1: "Peace is near" was found' == str(one(self.FOUND))

    def test_html(self) -> None:
        """A notebook shows the sums and the problems; nothing of the data acts."""
        told = bl.verify(self.BOTH, {"gazette": TEXT})._repr_html_()
        assert "<p>1 found, 2 missing</p>" in told
        assert "&lt;i&gt;never&lt;/i&gt;" in told
        assert "<p>1 found</p>" == bl.verify(self.FOUND, {"gazette": TEXT})._repr_html_()

    def test_json(self) -> None:
        """All that a finding says, in JSON."""
        found, missing, _ = json.loads(bl.verify(self.BOTH, {"gazette": TEXT}).to_json())
        start = TEXT.index("peace was near")
        assert {
            "status": "found",
            "record": "crisis:event0",
            "path": "events.event0.evidence[0]",
            "kind": "evidence",
            "source": "crisis:gazette",
            "file": "<made in Python>",
            "line": 1,
            "column": 1,
            "text": "peace was near",
            "span": [start, start + 14],
            "paragraph": 3,
            "spans": [[start, start + 14]],
            "nearest": None,
            "message": "",
        } == found
        start = TEXT.index("the ducks would go")
        assert {
            "text": "the ducks would go",
            "span": [start, start + 18],
            "paragraph": 3,
            "difference": "the [-geese-] {+ducks+} would go",
        } == missing["nearest"]


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"paragraph": 1, "prefix": "x"}, "evidence needs 'words', or 'paragraph' and 'span'"),
        (
            {"paragraph": 1, "span": (0, 1), "suffix": "x"},
            "'prefix' and 'suffix' stand beside 'words', which are missing",
        ),
    ],
)
def test_prefix_without_words(fields: dict[str, object], message: str) -> None:
    """What comes before words needs words."""
    with pytest.raises(bl.RecordError) as refused:
        bl.Evidence(**fields)  # type: ignore[arg-type]
    assert message == str(refused.value)


def test_words_beyond_counting() -> None:
    """Of words that stand everywhere, enough are looked at to say so, and no more."""
    finding = one(evidence("a a"), "a " * 25_000)
    assert "stands 1000 times or more" in finding.message


class TestMisuse:
    @pytest.mark.parametrize("texts", [None, TEXT, [("gazette", TEXT)], pathlib.Path("x.txt")])
    def test_texts_that_map_nothing(self, texts: object) -> None:
        """What maps no ids to texts is misuse."""
        with pytest.raises(TypeError, match="texts maps the ids of sources to their texts; "):
            bl.verify(quotes(), texts)  # type: ignore[arg-type]

    def test_bytes(self) -> None:
        """Bytes are no text: how they are encoded is not known."""
        with pytest.raises(TypeError, match="is text or its file's path, not bytes"):
            bl.verify(quotes(), {"gazette": b"Peace"})  # type: ignore[dict-item]

    def test_source_as_key(self) -> None:
        """A source stands for its id."""
        (finding,) = bl.verify(quotes("Peace is near"), {GAZETTE: TEXT})
        assert FOUND is finding.status

    def test_two_texts(self) -> None:
        """One source has one text."""
        with pytest.raises(bl.BilateralError, match="two texts are given for crisis:gazette"):
            bl.verify(quotes(), {"gazette": TEXT, "crisis:gazette": TEXT})

    def test_name_of_no_file(self) -> None:
        """A line that no file system takes for a name is a text."""
        for line in ("a\0b", "x" * 999):
            assert [MISSING] == verified(evidence("so it was"), line)


class TestMany:
    def test_slice(self) -> None:
        """Some of the findings print as all do."""
        found = bl.verify(evidence("peace was near", "never", "nor then"), {"gazette": TEXT})
        assert "2 missing" == str(found[1:]).splitlines()[0]
        assert found[0] == found[:1][0]

    @pytest.mark.parametrize(("right", "told"), [(0, True), (1, True), (2, False)])
    def test_the_wrong_text(self, *, right: int, told: bool) -> None:
        """Where next to nothing is found, that is told first: the text may be another's."""
        wrong = [f"word{number} was said" for number in range(5)]
        found = bl.verify(evidence(*["peace was near"] * right, *wrong), {"gazette": TEXT})
        doubt = (
            f"5 of {5 + right} passages do not stand in the text of gazette: is it the right one?"
        )
        assert told is (doubt in found.to_text(200).splitlines()[1])

    def test_nothing_is_cited(self) -> None:
        """What cites nothing is not verified."""
        assert not bl.verify(bl.Dossier(), {}).verified


def test_escapes_of_a_terminal() -> None:
    """What a terminal would act on is written out, wherever a finding is printed."""
    (finding,) = bl.verify(
        evidence("the geese would go"), {"gazette": "the \x1b[31mducks would go"}
    )
    assert "\x1b" not in str(finding)
    assert "\x1b" not in str(finding.nearest)


@pytest.mark.parametrize(
    ("words", "text", "difference"),
    [
        ("5 million", "2.5 million", "[-5-] {+2.5+} million"),
        ("Oui! Nous partons", "Oui ! Nous partons", "[-Oui! Nous partons-] {+Oui ! Nous partons+}"),
        ("The railway", "the railway", "[-The-] {+the+} railway"),
        ("\u6838\u51b2\u7ef4", "\u6838\u8861\u7ef4", "\u6838 [-\u51b2-] {+\u8861+} \u7ef4"),
    ],
)  # fmt: skip
def test_what_differs_is_shown(words: str, text: str, difference: str) -> None:
    """A cut number, a space, a capital, a character: the difference is seen."""
    assert difference in one(evidence(words), text).message


def test_evidence_that_holds_the_quoted_words() -> None:
    """Where the evidence has the words in it, those are meant, quoted or not."""
    text = '"Peace is near," Firefly said.\n\nTrentino said that Peace is near the heart of all.'
    held = direct(
        1, "Firm.", [bl.Evidence(words="Trentino said that Peace is near")], ["Peace is near"]
    )
    found = bl.verify(bl.Dossier(sources=[GAZETTE], statements=[held]), {"gazette": text})  # type: ignore[arg-type]
    assert [UNQUOTED, FOUND] == [finding.status for finding in found]
    text = '"We stay," Firefly said. "We stay," Trentino said.'
    held = direct(1, "We stay", [bl.Evidence(words="We stay", suffix='," Trentino')])
    found = bl.verify(bl.Dossier(sources=[GAZETTE], statements=[held]), {"gazette": text})  # type: ignore[arg-type]
    assert [FOUND, FOUND] == [finding.status for finding in found]
    assert found[0].span == found[1].span == (26, 33)


def test_joined_quotations() -> None:
    """Words of two quotations are none, but for who spoke."""
    text = 'Xi said "we want peace". Putin said "and war now".'
    assert (
        '"we want peace [...] and war now" joins quotations in paragraph 1 of gazette between which'
        " more stands than who spoke: code each by itself"
    ) == one(quotes("we want peace [...] and war now"), text).message


def test_hints_do_not_cut_words() -> None:
    """What comes before and behind is of whole words."""
    for hint in ({"prefix": "ace"}, {"suffix": "th"}):
        assert MISSING is one(only(bl.Evidence(words="is near", **hint))).status  # type: ignore[arg-type]
