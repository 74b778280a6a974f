"""Timelines as pages."""

import base64
import hashlib
import xml.etree.ElementTree as ET

import attrs
import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from tests.export.told import HOSTILE, UNSEEN, event, of, story, timeline_of


def page(timeline: bl.Timeline, title: str | None = None) -> ET.Element:
    """The page as a browser's parser sees it."""
    written = bl.export.render(timeline, "html", title=title)
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root: ET.Element = parser.parse(written)
    return root


def items(root: ET.Element) -> dict[str, ET.Element]:
    """The moments by their titles."""
    found = [item for item in root.iter("li") if item.get("class") == "moment"]
    return {_title(item): item for item in found}


def _title(item: ET.Element) -> str:
    return "".join(item.findall("div")[1].find("p").itertext())  # type: ignore[union-attr]


def lines(item: ET.Element) -> list[str]:
    """What stands in a moment's paragraphs."""
    return ["".join(paragraph.itertext()) for paragraph in item.iter("p")]


def test_moments() -> None:
    """Each moment has its date in words and as written, what it is, and its days where derived."""
    told = items(page(bl.timeline(story())))
    assert ["16-17 November 1933", "1933-11-16/1933-11-17"] == lines(
        told["Rufus T. Firefly visits Sylvania"]
    )[:2]
    assert [
        "1 day after call",
        "on 1933-11-18",
        "Rufus T. Firefly: \u201cPeace!\u201d",
        "statement",
    ] == lines(told["Rufus T. Firefly: \u201cPeace!\u201d"])
    assert ["* undated", "on any day"] == lines(told["The ducks"])[:2]


def test_reach() -> None:
    """What other records leave of a date is told in days."""
    war = event("The war", "1934", id="war")
    after = bl.Relative(after="duck:war")
    before = bl.Relative(before="duck:war")
    events = [
        war,
        event("Between", None, id="between", relative=(after, bl.Relative(before="duck:peace"))),
        event("Peace", "1936", id="peace"),
        event("Before", "1934", id="before", relative=(before,)),
        event("Early", None, id="early", relative=(before,)),
        event("Late", None, id="late", relative=(after,)),
    ]
    told = items(page(timeline_of(*events)))
    assert "1934" == lines(told["The war"])[0].removeprefix("* ")
    assert "between 1934-01-01 and 1936-12-31" == lines(told["Between"])[1]
    assert "not after 1934-12-31" == lines(told["Early"])[1]
    assert "not before 1934-01-01" == lines(told["Late"])[1]


def test_sections() -> None:
    """The years are sections with headings, to which links lead; what is in doubt comes last."""
    root = page(bl.timeline(story()))
    headings = [heading.text for heading in root.iter("h2")]
    assert ["1933", "1934", "Year in doubt"] == headings
    targets = {f"#{section.get('id')}" for section in root.iter("section")}
    assert targets == {link.get("href") for link in root.iter("a")} - {
        "#moments",
        "https://example.org/?a&b",
    }
    only = page(timeline_of(event("A day", "2001-02-03")))
    assert [] == list(only.iter("nav"))


def test_filters() -> None:
    """Actors are in the order of their names, with the countries of those that have one."""
    root = page(bl.timeline(story()))
    options = {option.text: option.get("value") for option in root.iter("option")}
    names = ["everybody", "Ambassador Trentino", "Freedonia", "Rufus T. Firefly", "Sylvania"]
    assert names == list(options)
    slap = items(root)["The slap"].get("data-actors") or ""
    assert {options["Ambassador Trentino"], options["Sylvania"]} == set(slap.split(" "))
    boxes = [box.get("value") for box in root.iter("input") if box.get("name") == "kind"]
    assert ["visit", "meeting", "statement", "event"] == boxes


def test_sources() -> None:
    """One source is told once; of several, each moment tells its own."""
    gazette = "Source: Firefly calls, Gazette"
    alone = page(bl.timeline(story())[:1])
    both = page(bl.timeline(story(), kind="visit"))
    assert gazette not in lines(alone)
    assert gazette in lines(both)
    assert 1 == len([line for line in lines(both) if "Gazette" in line])
    several = page(of("A text"))
    assert "Firefly calls, Gazette" in lines(items(several)["The other"])
    assert "A text, A text" in lines(items(several)["A text"])


def test_without_doubt() -> None:
    """Where all is certain, nothing is said of doubt."""
    root = page(timeline_of(event("A day", "2001-02-03")))
    assert "* could stand elsewhere in the order" not in lines(root)
    assert "* could stand elsewhere in the order" in lines(page(bl.timeline(story())))


def test_no_moments() -> None:
    """A page of nothing says so, and nothing else."""
    root = page(bl.timeline(bl.Dossier()))
    assert ["no moments"] == lines(root)
    assert [] == list(root.iter("form"))


def test_who_says_so() -> None:
    """A date that the source does not state, or that of a report, is told as such."""
    inferred = event("A guess", "1934", inferred={"date": bl.Basis.WORLD_KNOWLEDGE})
    assert "inferred: world knowledge" in lines(items(page(timeline_of(inferred)))["A guess"])
    (offer,) = story().statements
    said = attrs.evolve(
        offer, date=bl.Edtf("1933-11-18"), relative=(), date_basis=bl.DateBasis.REPORTED
    )
    root = page(bl.timeline(bl.Dossier(statements=bl.Records(bl.Statement, [said]))))
    assert "the day of the report" in lines(root)


def test_actors_of_one_name() -> None:
    """Where two have the same name, the ids tell them apart."""
    states = [bl.Country(id=id, name="Georgia") for id in ("GEO", "USG")]
    root = page(timeline_of(event("A talk", "1934", actors=tuple(states))))
    names = ["everybody", "Georgia (GEO)", "Georgia (USG)"]
    assert names == [option.text for option in root.iter("option")]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(text: str) -> None:
    """A text makes no element, no attribute and no link, and all of it can be read."""
    root, plain = page(of(text), text), page(of("A text"), "A text")
    assert [element.tag for element in plain.iter()] == [element.tag for element in root.iter()]
    assert [sorted(element.attrib) for element in plain.iter()] == [
        sorted(element.attrib) for element in root.iter()
    ]
    shown = " ".join(text.split())
    assert shown in items(root)
    assert shown == root.findtext("head/title") == root.findtext("body/header/h1")
    links = {link.get("href") for link in root.iter("a")}
    assert {"#moments", "#year1934", "#year1935", "https://example.org/?a&b"} == links


@pytest.mark.parametrize("text", UNSEEN)
def test_what_acts_unseen(text: str) -> None:
    """What acts unseen is written out."""
    assert text.encode("unicode_escape").decode() in items(page(of(text)))


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """Whatever a title holds, the page has its one moment."""
    assert 1 == len(items(page(timeline_of(event(text, "1934")), text)))


def test_policy() -> None:
    """The policy lets the page's own style and script through, and nothing else."""
    root = page(bl.timeline(story()))
    (policy,) = [meta.get("content") for meta in root.iter("meta") if meta.get("http-equiv")]
    own = {
        name: base64.b64encode(hashlib.sha256((part.text or "").encode()).digest()).decode()
        for name in ("style", "script")
        for part in root.iter(name)
    }
    assert [
        "default-src 'none'",
        "base-uri 'none'",
        "form-action 'none'",
        f"style-src 'sha256-{own['style']}'",
        f"script-src 'sha256-{own['script']}'",
    ] == (policy or "").split("; ")


def test_needs_nothing_else() -> None:
    """The page loads nothing: no address stands in it but those of sources."""
    root = page(bl.timeline(story()))
    for element in root.iter():
        assert not {"src", "srcset", "action", "data"} & set(element.attrib)
    (style,) = root.iter("style")
    assert "@import" not in (style.text or "@import")
    assert "url(" not in (style.text or "url(")
