"""Timelines as pictures."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from tests.export.told import HOSTILE, UNSEEN, event, of, story, timeline_of

SVG = "{http://www.w3.org/2000/svg}"
DRAWN = {
    *("svg", "title", "style", "defs", "linearGradient", "stop", "mask", "rect", "g", "text"),
    "line",
}


def picture(timeline: bl.Timeline, title: str | None = None) -> ET.Element:
    """The picture as an XML reader sees it."""
    return ET.fromstring(bl.export.render(timeline, "svg", title=title))  # noqa: S314 - our own


def texts(root: ET.Element, class_: str) -> list[str]:
    """The texts of a class."""
    return [text.text or "" for text in root.iter(f"{SVG}text") if text.get("class") == class_]


def bars(root: ET.Element) -> list[list[str]]:
    """The classes of each row's bars, with what fades them."""
    return [
        [
            " ".join(filter(None, (bar.get("class"), bar.get("mask"))))
            for bar in row.iter(f"{SVG}rect")
            if bar.get("class") != "stripe"
        ]
        for row in root.iter(f"{SVG}g")
    ]


def test_bars() -> None:
    """What is certain is solid, what is not is faded, and what has no limit fades out there."""
    moments = bl.timeline(story())
    rows = dict(zip([m.record.local_id for m in moments], bars(picture(moments)), strict=True))
    assert {
        "blood": ["extent event url(#open-start)"],
        "call": ["core visit"],
        "tea": ["extent meeting"],
        "offer": ["core statement"],
        "slap": ["extent event"],
        "war": ["extent event url(#open-end)"],
        "ducks": ["extent event url(#open-both)"],
    } == rows


def test_texts() -> None:
    """Dates stand as written, titles in full, and the legend says what the marks mean."""
    moments = bl.timeline(story())
    root = picture(moments, "The crisis")
    assert ["The crisis"] == texts(root, "heading")
    assert "The crisis" == root.findtext(f"{SVG}title")
    assert " ".join(moment.title for moment in moments) == " ".join(texts(root, "title"))
    assert "16-17 November 1933" in texts(root, "date")
    assert "1933-11-16/1933-11-17" in texts(root, "small")
    small = texts(root, "small")
    assert {"visit", "meeting", "statement", "event", "1934"} < set(small)
    assert "* could stand elsewhere in the order" == small[-1]


def test_where_all_is_certain() -> None:
    """Without doubt there is no word of it."""
    root = picture(timeline_of(event("A day", "2001-02-03")))
    assert ["3 February 2001"] == texts(root, "date")
    assert not [text for text in texts(root, "small") if "elsewhere" in text]


def test_no_moments() -> None:
    """A picture of nothing says so."""
    root = picture(bl.timeline(bl.Dossier()))
    assert ["no moments"] == texts(root, "small")
    assert ["Timeline"] == texts(root, "heading")


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(text: str) -> None:
    """A text adds no element and no attribute, and all of it can be read."""
    root = picture(of(text), text)
    assert {SVG + name for name in DRAWN} >= {element.tag for element in root.iter()}
    assert not [name for element in root.iter() for name in element.attrib if name.startswith("on")]
    shown = "".join("".join(texts(root, "title")).split())
    assert f"{''.join(text.split())}Theother" == shown
    assert "".join(text.split()) == "".join("".join(texts(root, "heading")).split())


@pytest.mark.parametrize("text", UNSEEN)
def test_what_acts_unseen(text: str) -> None:
    """What acts unseen, or may not stand in XML, is written out."""
    written = text.encode("unicode_escape").decode()
    assert written in texts(picture(of(text)), "title")


@given(st.text(min_size=1, max_size=60))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """Whatever a title holds, the picture is XML."""
    root = picture(timeline_of(event(text, "1934")), text)
    assert 1 == len(list(root.iter(f"{SVG}g")))


def test_rows_are_as_high_as_their_texts() -> None:
    """No line of a row reaches into the next one, and none stands below the picture."""
    root = picture(of("many words " * 60))
    lines = [float(text.get("y", "")) for text in root.iter(f"{SVG}text")]
    assert max(lines) < float(root.get("height", ""))
    for left in (16, 247):
        column = [float(t.get("y", "")) for t in root.iter(f"{SVG}text") if t.get("x") == str(left)]
        assert all(later - earlier > 10 for earlier, later in pairwise(sorted(column)))


def test_style_knows_every_kind() -> None:
    """Each kind has a colour, in light and in dark."""
    style = picture(bl.timeline(story())).findtext(f"{SVG}style") or ""
    for kind in bl.MomentKind:
        assert 2 == len(re.findall(rf"--{kind}: #", style))
        assert f".{kind} {{" in style
