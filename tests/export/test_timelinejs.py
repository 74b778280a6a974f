"""Timelines for TimelineJS."""

import json
from typing import Any

import attrs
import html5lib
import pytest

import bilateral as bl
from tests.export.told import HOSTILE, UNSEEN, event, of, story, timeline_of

LINK = '<a href="https://example.org/?a&amp;b" rel="noreferrer">Firefly calls</a>'


def slides(timeline: bl.Timeline, title: str | None = None) -> Any:
    """What TimelineJS reads."""
    return json.loads(bl.export.render(timeline, "timelinejs", title=title))


def shown(markup: str) -> Any:
    """What a page shows of a text that is put into it as HTML."""
    return html5lib.parseFragment(markup, namespaceHTMLElements=False)


def test_slides() -> None:
    """A slide has the outer days, and its date in words."""
    told = slides(bl.timeline(story()), "The crisis")
    assert "The crisis" == told["title"]["text"]["headline"]
    by_id = {slide["unique_id"]: slide for slide in told["events"]}
    call = by_id["duck:call"]
    assert {
        "unique_id": "duck:call",
        "group": "visit",
        "display_date": "16-17 November 1933",
        "start_date": {"year": 1933, "month": 11, "day": 16},
        "end_date": {"year": 1933, "month": 11, "day": 17},
        "text": {
            "headline": "Rufus T. Firefly visits Sylvania",
            "text": f"<p>{LINK}</p>",
        },
        "autolink": False,
    } == call
    tea = by_id["duck:tea"]
    assert "* 16 or 17 November 1933" == tea["display_date"]
    assert "<p>* could stand elsewhere in the order</p>" in told["title"]["text"]["text"]


def test_derived_days() -> None:
    """What follows from other records is told beside what the source says."""
    told = slides(bl.timeline(story()))
    offer = next(slide for slide in told["events"] if slide["unique_id"] == "duck:offer")
    assert "1 day after call" == offer["display_date"]
    assert {"year": 1933, "month": 11, "day": 18} == offer["start_date"]
    assert "end_date" not in offer
    assert "<p>on 1933-11-18</p>" == offer["text"]["text"]


def test_open_ends() -> None:
    """Without a first or a last day, the other one stands; without both, the title tells."""
    told = slides(bl.timeline(story()))
    by_id = {slide["unique_id"]: slide for slide in told["events"]}
    assert {"year": 1934, "month": 1, "day": 1} == by_id["duck:war"]["start_date"]
    assert {"year": 1930, "month": 12, "day": 31} == by_id["duck:blood"]["start_date"]
    assert "duck:ducks" not in by_id
    assert told["title"]["text"]["text"].endswith(
        "<p>On no known day:</p><ul><li>* undated: The ducks</li></ul>"
    )


def test_no_day_at_all() -> None:
    """Without any day there is nothing that TimelineJS could show."""
    for timeline in (bl.timeline(bl.Dossier()), timeline_of(event("The ducks", None))):
        with pytest.raises(bl.BilateralError, match="TimelineJS shows nothing where no moment"):
            bl.export.render(timeline, "timelinejs")


def test_far_years() -> None:
    """Beyond the years of JavaScript's dates, years are counted alone."""
    told = slides(timeline_of(event("Ice", "2023/Y300000"), event("Day", "2023", id="day")))
    assert "cosmological" == told["scale"]
    assert ({"year": 2023}, {"year": 300000}) == (
        told["events"][0]["start_date"],
        told["events"][0]["end_date"],
    ) or {"year": 300000} == told["events"][1]["end_date"]
    assert "human" == slides(bl.timeline(story()))["scale"]


def test_no_links_of_its_own() -> None:
    """Addresses in texts stay text."""
    told = slides(of("www.example.org a@example.org https://example.org"))
    assert [False, False, False] == [part["autolink"] for part in (told["title"], *told["events"])]


def test_ids_made_in_python() -> None:
    """TimelineJS reads markup in what it calls a date, so nothing of it is left there."""
    odd = attrs.evolve(event("A", "2001"), id="duck:<img src=x>\n&lt;")
    later = event("B", None, id="b", relative=(bl.Relative(after=odd.id, by=bl.Gap("1 day")),))
    told = json.dumps(slides(timeline_of(odd, later))["events"])
    assert not {"<img", "&lt;"} & {part for part in ("<img", "&lt;") if part in told}
    assert "1 day after <img src=x> &lt;".replace("<", r"\\x3c") not in told
    assert r"\\x3cimg src=x\\x3e" in told


def test_no_text_without_need() -> None:
    """Where all have a day, the title says nothing more."""
    told = slides(timeline_of(event("A day", "2001-02-03")))
    assert {"headline": "Timeline", "text": ""} == told["title"]["text"]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts(text: str) -> None:
    """What TimelineJS puts into its page shows the text, and makes no element."""
    told = slides(of(text), text)
    slide = next(slide for slide in told["events"] if slide["unique_id"] == "duck:first")
    for markup in (slide["text"]["headline"], told["title"]["text"]["headline"]):
        fragment = shown(markup)
        assert not list(fragment)
        assert " ".join(text.split()) == fragment.text
    paragraph, *others = shown(slide["text"]["text"])
    assert [] == others + list(paragraph)
    assert " ".join(text.split()) == paragraph.text


@pytest.mark.parametrize("text", UNSEEN)
def test_what_acts_unseen(text: str) -> None:
    """What acts unseen is written out."""
    told = slides(of(text))
    assert text.encode("unicode_escape").decode() in json.dumps(told).replace("\\\\", "\\")
