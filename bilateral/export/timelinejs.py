"""A timeline as the JSON that TimelineJS 3 reads (https://timeline.knightlab.com/docs/json-format.html).

TimelineJS puts the texts that it is given into the page as HTML, so all of them are escaped. It
draws a slide from one date to another and knows no doubt: so each slide says its date in words,
which the page shows in place of the days, and the days are the outer ones between which it lies.
Addresses in texts stay text too, since it is told to make no links of its own.
"""

from __future__ import annotations

import re
from typing import Any

from bilateral.analysis.moments import Moment
from bilateral.analysis.timeline import Timeline
from bilateral.dates import Day
from bilateral.display import json
from bilateral.display.characters import one_line, visible
from bilateral.display.html import element, escape, link
from bilateral.errors import BilateralError
from bilateral.export.marks import dated, remarks

_FARTHEST = 270_000
"""The years that a date of JavaScript reaches, beyond which TimelineJS counts in years alone."""
_MARKUP = re.compile("[<>&]")


def render(timeline: Timeline, title: str) -> str:
    """The JSON; what lies on any day at all is told on the title's slide.

    Args:
        timeline: What is shown.
        title: The heading of the first slide.

    Raises:
        BilateralError: No moment has a day, without which TimelineJS shows nothing.
    """
    placed = [moment for moment in timeline if moment.earliest or moment.latest]
    if not placed:
        raise BilateralError("TimelineJS shows nothing where no moment has a day")
    others = [moment for moment in timeline if not (moment.earliest or moment.latest)]
    notes = "".join(element("p", escape(note)) for note in timeline.notes)
    if others:
        items = [
            element("li", escape(f"{one_line(dated(moment))}: {_title(moment)}"))
            for moment in others
        ]
        notes += element("p", "On no known day:") + element("ul", *items)
    head = {"text": _headline(title) | {"text": notes}, "autolink": False}
    far = any(abs(day.year) > _FARTHEST for moment in placed for day in _outer(moment))
    return json.dumps(
        {
            "title": head,
            "events": [_slide(moment, far=far) for moment in placed],
            "scale": "cosmological" if far else "human",
        }
    )


def _slide(moment: Moment, *, far: bool) -> dict[str, Any]:
    source = moment.record.source
    paragraphs = [element("p", escape(note)) for note in remarks(moment)]
    if source is not None:
        paragraphs.append(element("p", link(one_line(source.title), source.url)))
    first, last = _outer(moment)
    slide = {
        "unique_id": _plain(moment.record.id),
        "group": str(moment.kind),
        "display_date": _plain(one_line(dated(moment))),
        "start_date": _date(first, far=far),
        "end_date": _date(last, far=far),
        "text": _headline(_title(moment)) | {"text": "".join(paragraphs)},
        "autolink": False,
    }
    if first == last:
        del slide["end_date"]
    return slide


def _headline(text: str) -> dict[str, str]:
    return {"headline": escape(one_line(text))}


def _title(moment: Moment) -> str:
    return one_line(moment.title)


def _plain(text: str) -> str:
    """Text without what HTML reads, for where TimelineJS both reads markup and drops it."""
    return _MARKUP.sub(lambda found: f"\\x{ord(found[0]):02x}", visible(text))


def _outer(moment: Moment) -> tuple[Day, ...]:
    """The first and the last day; one end may have no limit, but TimelineJS needs a start."""
    days = [day for day in (moment.earliest, moment.latest) if day is not None]
    return days[0], days[-1]


def _date(day: Day, *, far: bool) -> dict[str, int]:
    return {"year": day.year} if far else day._asdict()
