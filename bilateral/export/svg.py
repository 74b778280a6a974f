"""A timeline as an SVG picture: a row for each moment, with its bars on one line of time."""

from __future__ import annotations

from bilateral.analysis.moments import Moment
from bilateral.analysis.timeline import Timeline
from bilateral.display.characters import one_line
from bilateral.display.html import element, escape
from bilateral.display.svg import lines, text_width
from bilateral.display.text import wrapped
from bilateral.export.assets import asset
from bilateral.export.marks import (
    HEIGHT,
    LEGEND,
    beneath,
    dated,
    definitions,
    mark,
    swatch,
)
from bilateral.export.scale import Scale

_WIDTH, _EDGE, _BETWEEN = 960, 16, 16
_DATES, _TITLES = 215, 375
_TRACK = _EDGE + _DATES + _BETWEEN + _TITLES + _BETWEEN
_TRACK_WIDTH = _WIDTH - _EDGE - _TRACK
_SIZE, _SMALL, _LINE = 13, 11, 17


def render(timeline: Timeline, title: str) -> str:
    """The picture, 960 wide and as high as it must be; all titles stand in it in full.

    Args:
        timeline: What is drawn.
        title: What stands above it.
    """
    scale = Scale(timeline)
    head = lines(_wrapped(title, _WIDTH - 2 * _EDGE, 18), _EDGE, 34, 24, "heading")
    top = y = 34.0 + 24 * len(head)
    rows: list[tuple[str, str]] = []
    for moment in timeline:
        row, height = _row(moment, scale, y)
        stripe = element("rect", y=y, width=_WIDTH, height=height, class_="stripe")
        rows.append(("" if len(rows) % 2 else stripe, row))
        y += height
    legend, bottom = _legend(timeline, y + 2 * _LINE)
    inside = [
        element("title", escape(one_line(title)), id="title"),
        element("style", asset("chart.css")),
        definitions(),
        element("rect", width=_WIDTH, height=bottom, class_="ground"),
        *head,
        *(stripe for stripe, _ in rows),
        *_axis(scale, top, y),
        *(row for _, row in rows),
        *legend,
    ]
    return element(
        "svg",
        *(f"\n{part}" for part in inside),
        xmlns="http://www.w3.org/2000/svg",
        width=_WIDTH,
        height=bottom,
        viewBox=f"0 0 {_WIDTH} {bottom:g}",
        aria_labelledby="title",
    )


def _axis(scale: Scale, top: float, bottom: float) -> list[str]:
    """The labels of the line of time, and a line down from each."""
    parts = []
    for at, middle, label in scale.ticks(
        lambda label: (text_width(label) + 1) * _SMALL / _TRACK_WIDTH
    ):
        x = _TRACK + at * _TRACK_WIDTH
        parts += [
            element("line", x1=x, x2=x, y1=top - 4, y2=bottom, class_="grid"),
            element(
                "text",
                label,
                x=_TRACK + middle * _TRACK_WIDTH,
                y=top - 8,
                class_="small",
                text_anchor="middle",
            ),
        ]
    return parts


def _row(moment: Moment, scale: Scale, y: float) -> tuple[str, float]:
    """What is drawn of a moment below `y`, and how high it is."""
    dates = _wrapped(dated(moment), _DATES, _SIZE)
    small = [line for note in beneath(moment) for line in _wrapped(note, _DATES, _SMALL)]
    titles = _wrapped(moment.title, _TITLES, _SIZE)
    height = _LINE * max(len(dates) + len(small), len(titles) + 1) + 10
    parts = [
        *lines(dates, _EDGE, y + _LINE, _LINE, "date"),
        *lines(small, _EDGE, y + _LINE * (len(dates) + 1), _LINE, "small"),
        *lines(titles, _EDGE + _DATES + _BETWEEN, y + _LINE, _LINE, "title"),
        *lines(
            [moment.kind], _EDGE + _DATES + _BETWEEN, y + _LINE * (len(titles) + 1), _LINE, "small"
        ),
        mark(scale, moment, x=_TRACK, y=y + (height - HEIGHT) / 2, width=_TRACK_WIDTH),
    ]
    return element("g", *parts), height


def _legend(timeline: Timeline, y: float) -> tuple[list[str], float]:
    """What the colours and the shades mean, below `y`, and where the picture ends."""
    parts = []
    x: float = _EDGE
    for kind in dict.fromkeys(moment.kind for moment in timeline):
        parts.append(swatch(kind, x=x, y=y - 10))
        parts += lines([kind], x + 18, y, _LINE, "small")
        x += 18 + (text_width(kind) + 2) * _SMALL
    notes = [*LEGEND, *timeline.notes] if timeline else ["no moments"]
    parts += lines(notes, _EDGE, y + (1.5 * _LINE if parts else 0), _LINE, "small")
    return parts, y + (len(notes) + 1.5) * _LINE


def _wrapped(text: str, width: float, size: float) -> list[str]:
    return wrapped(one_line(text), width / size, text_width)
