"""A timeline as one HTML page that needs nothing else: no network, no mouse and no script."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cached_property

from bilateral.analysis.moments import Moment, MomentKind
from bilateral.analysis.selecting import actors_of
from bilateral.analysis.timeline import Timeline
from bilateral.display.characters import one_line
from bilateral.display.html import element, escape
from bilateral.display.svg import text_width
from bilateral.export.marks import (
    LEGEND,
    beneath,
    dated,
    definitions,
    mark,
    percent,
    swatch,
)
from bilateral.export.page import cited, headline, page
from bilateral.export.scale import Scale
from bilateral.records.actors import Actor, Country, side
from bilateral.records.sources import Source

_NARROW_TRACK = 300
"""Pixels that the line of time has at least."""


def render(timeline: Timeline, title: str) -> str:
    """The page.

    Args:
        timeline: What is shown.
        title: Its heading.
    """
    shown = _Page(timeline)
    heading = headline(title)
    if not timeline:
        return page(title, element("main", heading, element("p", "no moments")))
    return page(
        title,
        element("a", "Skip to the moments", class_="skip", href="#moments"),
        element("header", heading, *shown.legend()),
        shown.filters(),
        shown.years(),
        element("main", shown.axis(), *shown.sections(), id="moments"),
        script="page.js",
    )


class _Page:
    """The parts of a page."""

    def __init__(self, timeline: Timeline) -> None:
        self.timeline = timeline
        self.scale = Scale(timeline)
        self.periods = timeline.by_year()
        present = {moment.kind for moment in timeline}
        self.kinds = [kind for kind in MomentKind if kind in present]

    @cached_property
    def actors(self) -> Mapping[str, tuple[int, str]]:
        """Who takes part in the moments: by id, a number and a name, in the order of the names.

        A leader or organization brings its country, which is chosen for all of its people.
        """
        found: dict[str, Actor] = {}
        for moment in self.timeline:
            for actor in actors_of(moment.record):
                found[actor.id] = actor
                if not isinstance(actor, Country) and actor.country is not None:
                    found[actor.country.id] = actor.country
        order = sorted(found.values(), key=lambda actor: (actor.name.casefold(), actor.id))
        named = Counter(actor.name for actor in order)
        names = (
            actor.name if named[actor.name] == 1 else f"{actor.name} ({actor.id})"
            for actor in order
        )
        return {
            actor.id: (number, name)
            for number, (actor, name) in enumerate(zip(order, names, strict=True))
        }

    @cached_property
    def only_source(self) -> Source | None:
        """The source of all moments, where they have one alone."""
        sources = {moment.record.source for moment in self.timeline}
        return sources.pop() if len(sources) == 1 else None

    def legend(self) -> list[str]:
        """The source, if there is only one, and what the colours and the shades mean."""
        only = self.only_source
        kinds = [element("span", swatch(kind), kind) for kind in self.kinds]
        return [
            element("p", "Source: ", element("bdi", cited(only))) if only else "",
            element("p", *kinds, class_="notes kinds"),
            *(element("p", note, class_="notes") for note in (*LEGEND, *self.timeline.notes)),
            element(
                "svg", definitions(), class_="definitions", width=0, height=0, aria_hidden="true"
            ),
        ]

    def filters(self) -> str:
        """The form that chooses what is shown; the script unhides it."""
        options = [
            element("option", escape(one_line(name)), value=str(number), dir="auto")
            for number, name in self.actors.values()
        ]
        everybody = element("option", "everybody", value="")
        boxes = [
            element(
                "label",
                element("input", type="checkbox", name="kind", value=kind, checked=""),
                kind,
            )
            for kind in self.kinds
        ]
        return element(
            "form",
            _labelled(
                "Actor (a country: with its leaders and organizations)",
                element("select", everybody, *options, name="actor"),
            ),
            _labelled("Words", element("input", type="search", name="words")),
            element("fieldset", element("legend", "Kind", class_="name"), *boxes),
            element("button", "Show all", type="reset"),
            element("p", id="shown", class_="shown", role="status"),
            id="filters",
            hidden="",
        )

    def years(self) -> str:
        """Links to the years, where there are several."""
        links = [
            element("li", element("a", _name(year), href=f"#{_id(year)}")) for year in self.periods
        ]
        return (
            element("nav", element("ul", *links, role="list"), aria_label="Years")
            if links[1:]
            else ""
        )

    def axis(self) -> str:
        """The labels of the line of time; the words of each moment say the same."""
        labels = [
            element("text", label, x=percent(middle), y=14, class_="small", text_anchor="middle")
            for _, middle, label in self.scale.ticks(
                lambda label: (text_width(label) + 1) * 11 / _NARROW_TRACK
            )
        ]
        return element("div", element("svg", *labels, height=20), class_="axis", aria_hidden="true")

    def sections(self) -> list[str]:
        """A section for each year, with its moments in order."""
        return [
            element(
                "section",
                element("h2", _name(year), id=f"{_id(year)}-name"),
                element("ol", *map(self.item, moments), role="list"),
                id=_id(year),
                aria_labelledby=f"{_id(year)}-name",
            )
            for year, moments in self.periods.items()
        ]

    def item(self, moment: Moment) -> str:
        """A moment: when, what, from which source, and its bars."""
        actors = {self.actors[id][0] for actor in actors_of(moment.record) for id in side(actor)}
        source = None if self.only_source else moment.record.source
        return element(
            "li",
            element(
                "div",
                element("p", escape(dated(moment))),
                *(element("p", escape(note), class_="notes") for note in beneath(moment)),
            ),
            element(
                "div",
                element("p", escape(one_line(moment.title)), dir="auto"),
                element("p", swatch(moment.kind), moment.kind, class_="kind"),
                element("p", cited(source), class_="notes", dir="auto") if source else "",
            ),
            mark(self.scale, moment, class_="track", aria_hidden="true"),
            class_="moment",
            data_kind=moment.kind,
            data_actors=" ".join(map(str, sorted(actors))),
        )


def _labelled(name: str, field: str) -> str:
    return element("label", element("span", name, class_="name"), field)


def _id(year: str | None) -> str:
    return "doubtful" if year is None else f"year{year}"


def _name(year: str | None) -> str:
    return "Year in doubt" if year is None else year
