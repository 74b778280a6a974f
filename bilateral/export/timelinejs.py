"""A timeline as the JSON that TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS puts the texts that it is given into the page as HTML, so all of them are escaped. It
draws a slide from one date to another and knows no doubt: so each slide says its date in words,
which the page shows in place of the days, and the days are the outer ones between which it lies.
"""

from __future__ import annotations

from typing import Any

from bilateral.analysis.moments import Moment
from bilateral.analysis.timeline import Timeline
from bilateral.dates import Day
from bilateral.display import json
from bilateral.display.characters import one_line
from bilateral.display.html import element, escape, link
from bilateral.export.marks import ELSEWHERE, in_words, reach


def render(timeline: Timeline, title: str) -> str:
    """The JSON; what lies on any day at all is told on the title's slide.

    Args:
        timeline: What is shown.
        title: The heading of the first slide.
    """
    placed = [moment for moment in timeline if moment.earliest or moment.latest]
    others = [moment for moment in timeline if not (moment.earliest or moment.latest)]
    text = _headline(title)
    if others:
        items = [element("li", escape(f"{_when(moment)}: {_title(moment)}")) for moment in others]
        text["text"] = element("p", "On no known day:") + element("ul", *items)
    return json.dumps({"title": {"text": text}, "events": [_slide(moment) for moment in placed]})


def _slide(moment: Moment) -> dict[str, Any]:
    notes = [reach(moment), "" if moment.certain else ELSEWHERE]
    source = moment.record.source
    paragraphs = [element("p", escape(note)) for note in notes if note]
    if source is not None:
        paragraphs.append(element("p", link(one_line(source.title), source.url)))
    # One end may have no limit, but TimelineJS needs a start.
    first, last = moment.earliest or moment.latest, moment.latest or moment.earliest
    slide = {
        "unique_id": escape(moment.record.id),
        "group": str(moment.kind),
        "display_date": escape(_when(moment)),
        "start_date": _day(first),
        "end_date": _day(last),
        "text": _headline(_title(moment)) | {"text": "".join(paragraphs)},
    }
    if first == last:
        del slide["end_date"]
    return slide


def _headline(text: str) -> dict[str, str]:
    return {"headline": escape(one_line(text))}


def _title(moment: Moment) -> str:
    return one_line(moment.title)


def _when(moment: Moment) -> str:
    return in_words(moment) if moment.certain else f"* {in_words(moment)}"


def _day(day: Day | None) -> dict[str, int]:
    return day._asdict() if day else {}
