"""What a chart draws of a moment: solid where it is certain, faded where it may reach."""

from __future__ import annotations

from collections.abc import Sequence

from bilateral.analysis.chronology import is_reported
from bilateral.analysis.moments import Moment, MomentKind
from bilateral.analysis.titles import when
from bilateral.dates import Day
from bilateral.display.html import element
from bilateral.export.scale import Scale, Stretch

HEIGHT = 12
"""Of the bars, in pixels."""

LEGEND = (
    "Solid: days on which it certainly went on. Faded: days on which it may have, or was to.",
    "Stretches in which nothing starts or ends are shortened.",
)


def definitions() -> str:
    """What the marks refer to: masks that fade them out where they have no limit."""
    masks = []
    for name, stops in {
        "open-start": ((0, 0), (0.5, 1)),
        "open-end": ((0.5, 1), (1, 0)),
        "open-both": ((0, 0), (0.3, 1), (0.7, 1), (1, 0)),
    }.items():
        ramp = [element("stop", offset=at, stop_color="#fff", stop_opacity=o) for at, o in stops]
        masks += [
            element("linearGradient", *ramp, id=f"ramp-{name}"),
            element(
                "mask",
                element("rect", width=1, height=1, fill=f"url(#ramp-{name})"),
                id=name,
                maskContentUnits="objectBoundingBox",
            ),
        ]
    return element("defs", *masks)


def mark(scale: Scale, moment: Moment, *inside: str, **attributes: str | float) -> str:
    """The bars of a moment, in an `svg` element as wide as the line of time is drawn.

    Args:
        scale: Where days stand.
        moment: What is drawn.
        inside: Elements that come first, such as a title.
        attributes: Of the `svg` element.
    """
    extent, core = scale.extent(moment), scale.core(moment)
    bars = [_bar(extent, "extent", moment.kind)] if extent != core else []
    if core:
        bars.append(_bar(core, "core", moment.kind))
    return element("svg", *inside, *bars, height=HEIGHT, **attributes)


def _bar(stretch: Stretch, name: str, kind: MomentKind) -> str:
    opened = {(True, True): "both", (True, False): "start", (False, True): "end"}
    side = opened.get((stretch.open_start, stretch.open_end))
    return element(
        "rect",
        x=percent(stretch.start),
        width=percent(stretch.end - stretch.start),
        height=HEIGHT,
        class_=f"{name} {kind}",
        **({"mask": f"url(#open-{side})"} if side else {}),
    )


def percent(share: float) -> str:
    """A share of the line, as a coordinate that fits however wide the line is drawn."""
    return f"{100 * share:.3f}%"


def swatch(kind: MomentKind, **at: float) -> str:
    """A kind's colour, for a legend, at some place."""
    colour = element("rect", width=HEIGHT, height=HEIGHT, class_=f"core {kind}")
    return element("svg", colour, width=HEIGHT, height=HEIGHT, aria_hidden="true", **at)


def dated(moment: Moment) -> str:
    """The date in words, or what the source says relative to other records; in doubt with a `*`.

    >>> import bilateral as bl
    >>> moments = bl.timeline(bl.load("examples/xi-putin-beijing-2024.yaml"))
    >>> dated(moments[0]), dated(moments[-1])
    ('February 2022', '* after assets-frozen')
    """
    return _in_words(moment) if moment.certain else f"* {_in_words(moment)}"


def beneath(moment: Moment) -> list[str]:
    """What stands below the date in words: the date as written, and the remarks."""
    written = str(moment.date or "")
    return (
        [written, *remarks(moment)] if written not in ("", _in_words(moment)) else remarks(moment)
    )


def remarks(moment: Moment) -> list[str]:
    """What is to be known of a date: its days, that it was inferred, or is that of a report."""
    record = moment.record
    basis = record.inferred.get("date")
    found = [
        _reach(moment),
        f"inferred: {basis.replace('-', ' ')}" if basis else "",
        "the day of the report" if is_reported(record) else "",
    ]
    return [remark for remark in found if remark]


def _in_words(moment: Moment) -> str:
    return moment.date.describe() if moment.date is not None else when(moment.record)


def _reach(moment: Moment) -> str:
    """Between which days it lies, in words; empty where the date as written says as much."""
    first, last = moment.earliest, moment.latest
    if moment.date is not None and (moment.date.earliest, moment.date.latest) == (first, last):
        return ""
    if first is None or last is None:
        known: Sequence[tuple[str, Day | None]] = (("before", first), ("after", last))
        return ", ".join(f"not {side} {day}" for side, day in known if day) or "on any day"
    return f"on {first}" if first == last else f"between {first} and {last}"
