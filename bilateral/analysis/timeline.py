"""What happened when: visits, meetings, words and events in the order of time."""

from __future__ import annotations

import math
from collections.abc import Sequence
from enum import StrEnum, unique
from typing import overload

from attrs import field, frozen

from bilateral.analysis.chronology import Bounds, chronology
from bilateral.analysis.order import certain as certain_places
from bilateral.analysis.order import order
from bilateral.analysis.titles import Told, status_of, title, when
from bilateral.dates import Day, Edtf
from bilateral.display import html, json, markdown, text
from bilateral.records.dossier import Dossier, Relation
from bilateral.records.events import Event
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import JointDeclaration, Statement
from bilateral.vocabulary import Status

_LEGEND = "* could stand elsewhere in the order"


@unique
class MomentKind(StrEnum):
    """What sort of record a moment is."""

    VISIT = "visit"
    MEETING = "meeting"
    STATEMENT = "statement"
    DECLARATION = "declaration"
    EVENT = "event"


_KINDS: dict[type[Told], MomentKind] = {
    Visit: MomentKind.VISIT,
    Meeting: MomentKind.MEETING,
    Statement: MomentKind.STATEMENT,
    JointDeclaration: MomentKind.DECLARATION,
    Event: MomentKind.EVENT,
}


@frozen(kw_only=True)
class Moment:
    """A record in its place in time.

    Attributes:
        record: The visit, meeting, statement, declaration or event.
        certain: Whether its place is certain: it could not stand elsewhere in the order.
        earliest: The first day on which it can have started, by its date and what is said of it
            relative to other records; None without limit.
        latest: The last day on which it can have ended; None without limit.
    """

    record: Told = field(repr=lambda record: record.id)
    certain: bool
    earliest: Day | None = field(repr=str)
    latest: Day | None = field(repr=str)

    @property
    def date(self) -> Edtf | None:
        """The date as written."""
        return self.record.date

    @property
    def kind(self) -> MomentKind:
        """What sort of record it is."""
        return _KINDS[type(self.record)]

    @property
    def title(self) -> str:
        """A line that says what the record tells."""
        return title(self.record)

    @property
    def status(self) -> Status | None:
        """What had become of it by the date of its source; None for a statement."""
        return status_of(self.record)


@frozen(repr=False)
class Timeline(Sequence[Moment]):
    """Moments in order of time; a slice is a timeline too, with places as certain as before.

    Attributes:
        moments: In order.
    """

    moments: tuple[Moment, ...] = ()

    @overload
    def __getitem__(self, index: int) -> Moment: ...

    @overload
    def __getitem__(self, index: slice) -> Timeline: ...

    def __getitem__(self, index: int | slice) -> Moment | Timeline:
        """The moment in one place, or the timeline of those in several."""
        if isinstance(index, slice):
            return Timeline(self.moments[index])
        return self.moments[index]

    def __len__(self) -> int:
        return len(self.moments)

    def to_text(self, width: int | None = None) -> str:
        """A table for the terminal, or for a pipe: `width` as in `bilateral.display.text`."""
        if not self:
            return "no moments"
        table = text.table(*self._table(), width)
        return f"{table}\n\n{_LEGEND}" if self._doubtful else table

    def to_markdown(self) -> str:
        """A table in Markdown."""
        table = markdown.table(*self._table())
        return f"{table}\n\n{markdown.escape(_LEGEND)}" if self._doubtful else table

    def to_json(self) -> str:
        """A JSON array with an object for each moment, which may stand in a page's script.

        The keys are `date` (as written), `earliest`, `latest`, `certain`, `kind`, `title`, `id`
        and, for all but statements, `status`. Days are in EDTF; null stands where there is none.
        """
        return json.dumps([_plain(moment) for moment in self])

    def _repr_html_(self) -> str:
        table = html.table(*self._table())
        return f"{table}\n{html.paragraph(_LEGEND)}" if self._doubtful else table

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        moments = f"{len(self)} {'moment' if len(self) == 1 else 'moments'}"
        doubtful = f", {self._doubtful} of uncertain place" if self._doubtful else ""
        return f"Timeline({moments}{doubtful})"

    @property
    def _doubtful(self) -> int:
        return sum(not moment.certain for moment in self)

    def _table(self) -> tuple[list[str], list[list[str]]]:
        """Headings and rows; the marks have a column of their own, where there are any."""
        headings = ["date", "", "kind", "title"]
        rows = [
            [when(moment.record), "" if moment.certain else "*", moment.kind, moment.title]
            for moment in self
        ]
        if not self._doubtful:
            for row in (headings, *rows):
                del row[1]
        return headings, rows


def timeline(
    of: Dossier | Relation,
    *,
    since: Edtf | str | None = None,
    until: Edtf | str | None = None,
    certain: bool = False,
) -> Timeline:
    """What happened when, as far as dates and `relative` tell.

    Each visit, meeting, statement, declaration and event is a moment; clauses, readings and
    sources are none. `bilateral.analysis.chronology` says what follows from `relative`, and
    `bilateral.analysis.order` in which order moments stand and which places are certain. Of a
    dyad, the places are those among its own moments, though all of the dossier helps to find them.

    Certain is meant of dates as written: `?` and `~` are shown, and change no bounds.

    Args:
        of: A dossier, or one dyad of it.
        since: Leave out what certainly ended before the first day of this date.
        until: Leave out what certainly started after the last day of this date.
        certain: Keep only what certainly lies within `since` and `until` from its start to its
            end, and has a certain place; the order of what is left is certain throughout.

    Raises:
        EdtfError: `since` or `until` is a text that is no date.
    """
    dossier = of.dossier if isinstance(of, Relation) else of
    known = chronology(dossier)
    first, last = _limits(since, until)
    within = {
        place
        for place in _wanted(of, known.records)
        if known.bounds[place].end_to >= first and known.bounds[place].start_from <= last
    }
    settled = certain_places(known, within)
    if certain:
        within = {
            place
            for place in settled
            if first <= known.bounds[place].start_from and known.bounds[place].end_to <= last
        }
    return Timeline(
        tuple(
            _moment(known.records[place], known.bounds[place], certain=place in settled)
            for place in order(known)
            if place in within
        )
    )


def _wanted(of: Dossier | Relation, records: Sequence[Told]) -> set[int]:
    if isinstance(of, Dossier):
        return set(range(len(records)))
    ids = {
        record.id
        for section in (of.visits, of.meetings, of.statements, of.declarations, of.events)
        for record in section
    }
    return {place for place, record in enumerate(records) if record.id in ids}


def _limits(since: Edtf | str | None, until: Edtf | str | None) -> tuple[float, float]:
    first = Edtf.parse(since) if isinstance(since, str) else since
    last = Edtf.parse(until) if isinstance(until, str) else until
    earliest = first and first.earliest
    latest = last and last.latest
    return earliest.ordinal if earliest else -math.inf, latest.ordinal if latest else math.inf


def _moment(record: Told, bounds: Bounds, *, certain: bool) -> Moment:
    return Moment(
        record=record,
        certain=certain,
        earliest=_day(bounds.start_from),
        latest=_day(bounds.end_to),
    )


def _day(ordinal: float) -> Day | None:
    return None if math.isinf(ordinal) else Day.from_ordinal(int(ordinal))


def _plain(moment: Moment) -> dict[str, object]:
    plain: dict[str, object] = {
        "date": moment.date and str(moment.date),
        "earliest": moment.earliest and str(moment.earliest),
        "latest": moment.latest and str(moment.latest),
        "certain": moment.certain,
        "kind": moment.kind,
        "title": moment.title,
        "id": moment.record.id,
    }
    return plain | {"status": moment.status} if moment.status else plain
