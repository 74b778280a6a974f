"""Coverage as pages: the article with what is cited marked up."""

import xml.etree.ElementTree as ET
from pathlib import Path

import attrs
import html5lib
import pytest

import bilateral as bl
from tests.export.told import HOSTILE, UNSEEN
from tests.sources import GAZETTE, direct, event, evidence

TEXT = 'Firefly calls.\n\n"Peace is\nnear," he said. The ducks stayed.\n\nAll rights reserved.'
SOURCE = attrs.evolve(
    GAZETTE,
    title="The gazette",
    url="https://example.org/?a&b",
    uncoded=(bl.Uncoded(words="All rights reserved", reason="It is <boilerplate>."),),
)


def page(coverage: bl.Coverage, title: str | None = None) -> ET.Element:
    """The page as a browser's parser sees it."""
    written = bl.export.render(coverage, "html", title=title)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: ET.Element = parser.parse(written)
    return root


def covered() -> bl.Coverage:
    """A quotation, within which an event is told."""
    said = attrs.evolve(direct(1, "Peace is near"), source=SOURCE)
    told = event(1, bl.Evidence(words="is near"), SOURCE)
    d = bl.Dossier(sources=[SOURCE], statements=[said], events=[told])  # type: ignore[arg-type]
    return bl.coverage(d, {"gazette": TEXT})


def lines(root: ET.Element) -> list[tuple[str, list[str]]]:
    """The classes of each sentence's line, and its cells."""
    return [
        (item.get("class", ""), ["".join(cell.itertext()) for cell in item])
        for item in root.iter("li")
        if "sentence" in item.get("class", "").split()
    ]


def test_sentences() -> None:
    """Each sentence has a line: its paragraph where one begins, its text, and what cites it."""
    assert [
        ("sentence begins uncited", ["1", "Firefly calls.", "no record"]),
        ("sentence begins", ["2", '"Peace is near," he said.', "statement1 directevent1 narrated"]),
        ("sentence uncited", ["", "The ducks stayed.", "no record"]),
        (
            "sentence begins left",
            ["3", "All rights reserved.", "left out: It is <boilerplate>."],
        ),
    ] == lines(page(covered()))


def test_marks() -> None:
    """What is cited is marked, in the class of its foremost voice; white space is kept between."""
    root = page(covered())
    (paragraph,) = [each for each in root.iter("p") if "Peace" in "".join(each.itertext())]
    assert [("direct", "Peace "), ("direct", "is near")] == [
        (mark.get("class"), mark.text) for mark in paragraph
    ]
    legend = [mark.text for mark in root.iter("mark") if mark not in list(paragraph)]
    assert ["direct 23 %", "narrated 15 %"] == legend


def test_head() -> None:
    """The heading, the source with its link, and the sums."""
    root = page(covered(), "The crisis")
    assert ["The crisis"] == [heading.text for heading in root.iter("h1")]
    (link,) = root.iter("a")
    assert ("https://example.org/?a&b", "The gazette") == (link.get("href"), link.text)
    text = "".join(root.itertext())
    assert "gazette: 1 of 4 sentences cited, 1 left out, 23 % of 13 words cited" in text
    assert [] == list(root.iter("script"))
    assert ["Coverage"] == [heading.text for heading in page(covered()).iter("h1")]


def test_what_was_not_found() -> None:
    """What is cited and no text has is told; and that there is no text."""
    root = page(bl.coverage(evidence("never"), {"gazette": TEXT}))
    assert "1 passage is cited that no text has" in "".join(root.itertext())
    assert "no text is given" in "".join(page(bl.coverage(evidence(), {})).itertext())


@pytest.mark.parametrize("text", [*HOSTILE, *UNSEEN])
def test_hostile_text(text: str) -> None:
    """Whatever a text holds, it stays text: as many elements are there as without it."""
    plain = page(bl.coverage(evidence("Peace is near"), {"gazette": "Peace is near. He left."}))
    root = page(bl.coverage(evidence("Peace is near"), {"gazette": f"Peace is near. {text}"}))
    names = {element.tag for element in root.iter()}
    assert names == {element.tag for element in plain.iter()}
    assert "script" not in names
    for element in root.iter():
        assert not {"onload", "onerror", "onmouseover", "src"} & set(element.attrib)


def test_save(tmp_path: Path) -> None:
    """A page is written by the ending of its file, and a table in Markdown; a picture is not."""
    bl.export.save(covered(), tmp_path / "x.html", title="The crisis")
    assert "<h1" in (tmp_path / "x.html").read_text("utf-8")
    bl.export.save(covered(), tmp_path / "x.md")
    assert "| paragraph |" in (tmp_path / "x.md").read_text("utf-8")
    with pytest.raises(bl.BilateralError, match="it is one of text, markdown, json, html"):
        bl.export.render(covered(), "svg")
