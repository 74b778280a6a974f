"""What happened when: visits, meetings, words and events in the order of time."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import overload

from attrs import field, frozen

from bilateral.analysis.chronology import Chronology, chronology
from bilateral.analysis.explanations import Explanation, explain
from bilateral.analysis.moments import Moment, MomentKind
from bilateral.analysis.order import certain as certain_places
from bilateral.analysis.order import order
from bilateral.analysis.precedence import Ordering
from bilateral.analysis.precedence import order as precedence
from bilateral.analysis.selecting import Dyad, one_of, wanted
from bilateral.analysis.sequels import First, Lull, Sequel, firsts, lulls, sequels
from bilateral.analysis.titles import Told, status_of, when
from bilateral.dates import Day, Edtf
from bilateral.display import html, json, markdown, text
from bilateral.errors import RecordError
from bilateral.records.actors import Actor, Topic
from bilateral.records.dossier import Dossier, Relation
from bilateral.vocabulary import Status, Voice

_ELSEWHERE = "* could stand elsewhere in the order"
_CONTRADICT = "dates contradict: `contradictions`, or `bilateral check`, tells which"
_TOOK_PLACE = frozenset({None, Status.HELD, Status.ONGOING})


@frozen(repr=False)
class Timeline(Sequence[Moment]):
    """Moments in order of time; a slice is a timeline too, with places as certain as before.

    The order is one for display: total, and the same for the same dossier. What is true of it is
    told by `order`.

    >>> import bilateral as bl
    >>> moments = bl.timeline(bl.load("examples/xi-putin-beijing-2024.yaml"))
    >>> print(moments.order("invasion-2022", "no-limits-2022").chain[0])
    invasion-2022 is days after no-limits-2022 (stated)

    Attributes:
        moments: In order.
    """

    moments: tuple[Moment, ...] = ()
    _known: Chronology = field(factory=lambda: chronology(Dossier()), eq=False)

    @overload
    def __getitem__(self, index: int) -> Moment: ...

    @overload
    def __getitem__(self, index: slice) -> Timeline: ...

    def __getitem__(self, index: int | slice) -> Moment | Timeline:
        """The moment in one place, or the timeline of those in several."""
        if isinstance(index, slice):
            return self._of(self.moments[index])
        return self.moments[index]

    def __len__(self) -> int:
        return len(self.moments)

    def order(self, one: Told | str, other: Told | str) -> Ordering:
        """Whether one record is before another, after it, or unordered, and why.

        Before means that it ended before the other started. All records of the dossier can be
        asked about, whether or not the timeline shows them, and all help to find the answer.

        Args:
            one: A visit, meeting, statement, declaration or event, or its id.
            other: Another one.

        Raises:
            UnknownIdError: No such record has this id.
            AmbiguousIdError: The short form of an id stands for several.
        """
        records = self._known.records
        return precedence(self._known, one_of(records, one), one_of(records, other))

    def bounds(self, record: Told | str) -> Explanation:
        """Between which days a record starts and ends, and why.

        Args:
            record: Any visit, meeting, statement, declaration or event of the dossier, or its id.

        Raises:
            UnknownIdError: No such record has this id.
            AmbiguousIdError: The short form of the id stands for several.
        """
        return explain(self._known, one_of(self._known.records, record))

    def by_year(self) -> dict[str | None, Timeline]:
        """The moments by the year in which they certainly started, such as `2024`.

        Under None, the last, stand those of which the year is in doubt.
        """
        return self._by(lambda day: str(day).rsplit("-", 2)[0])

    def by_month(self) -> dict[str | None, Timeline]:
        """The moments by the month in which they certainly started, such as `2024-05`.

        Under None, the last, stand those of which the month is in doubt.
        """
        return self._by(lambda day: str(day).rpartition("-")[0])

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know beside the moments: what a `*` means, and that dates contradict.

        >>> import bilateral as bl
        >>> bl.timeline(bl.load("examples/xi-putin-beijing-2024.yaml")).notes
        ('* could stand elsewhere in the order',)
        """
        disputed = {self._known.records[place].id for place in self._known.disputed}
        told = {
            _ELSEWHERE: bool(self._doubtful),
            _CONTRADICT: any(moment.record.id in disputed for moment in self),
        }
        return tuple(note for note, holds in told.items() if holds)

    def gaps(self) -> tuple[Lull, ...]:
        """The days on which none of the moments can have started, from the first day to the last.

        A moment without a first or a last day on which it can have started is left aside.
        """
        return lulls(self._known, self._places())

    def firsts(self) -> tuple[First, ...]:
        """The visits that are called the first since something, with what speaks against it."""
        return firsts(self._known, self._places())

    def sequels(self) -> tuple[Sequel, ...]:
        """What was planned or pledged, with the records that tell what became of it.

        Those records name it in `fulfils`, or the one of the two names the other in `same_as`.
        """
        return sequels(self._known, self._places())

    def _places(self) -> list[int]:
        places = {record.id: place for place, record in enumerate(self._known.records)}
        return [places[moment.record.id] for moment in self]

    def _by(self, period: Callable[[Day], str]) -> dict[str | None, Timeline]:
        groups: dict[str | None, list[Moment]] = {}
        for moment, place in zip(self, self._places(), strict=True):
            days = (_day(bound) for bound in self._known.bounds[place][:2])
            first, last = (day and period(day) for day in days)
            groups.setdefault(first if first == last else None, []).append(moment)
        doubtful = groups.pop(None, [])
        found: dict[str | None, Timeline] = {
            name: self._of(tuple(moments)) for name, moments in groups.items()
        }
        return found | {None: self._of(tuple(doubtful))} if doubtful else found

    def _of(self, moments: tuple[Moment, ...]) -> Timeline:
        return Timeline(moments, self._known)

    def to_text(self, width: int | None = None) -> str:
        """A table for the terminal, or for a pipe: `width` as in `bilateral.display.text`."""
        if not self:
            return "no moments"
        table = text.table(*self._table(), width)
        return "\n\n".join([table, "\n".join(self.notes)]) if self.notes else table

    def to_markdown(self) -> str:
        """A table in Markdown."""
        return "\n\n".join([markdown.table(*self._table()), *map(markdown.escape, self.notes)])

    def to_json(self) -> str:
        """A JSON array with an object for each moment, which may stand in a page's script.

        The keys are `date` (as written), `earliest`, `latest`, `certain`, `kind`, `title`, `id`
        and, for all but statements, `status`. Days are in EDTF; null stands where there is none.
        """
        return json.dumps([_plain(moment) for moment in self])

    def _repr_html_(self) -> str:
        return "\n".join([html.table(*self._table()), *map(html.paragraph, self.notes)])

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
    dyad: Dyad | None = None,
    actor: Actor | str | None = None,
    kind: MomentKind | str | None = None,
    topic: Topic | str | None = None,
    voice: Voice | str | None = None,
    status: Status | str | None = None,
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
        dyad: Keep only what is between two countries: their ids, or a `Relation`.
        actor: Keep only what this leader, country or organization takes part in or is addressed by;
            a country's leaders and organs count as it.
        kind: Keep only records of this sort: `visit`, `meeting`, `statement`, `declaration`,
            `event`.
        topic: Keep only what is about this topic, or one that is part of it.
        voice: Keep only statements in this voice.
        status: Keep only records with this status; statements have none.
        since: Leave out what certainly ended before the first day of this date.
        until: Leave out what certainly started after the last day of this date.
        certain: Keep only what certainly lies within `since` and `until` from its start to its
            end, and has a certain place; the order of what is left is certain throughout.

    Raises:
        EdtfError: `since` or `until` is a text that is no date.
        RecordError: A kind, voice or status is none, a dyad is not two countries, or `since` lies
            behind `until`.
        TypeError: It is made of neither a dossier nor a dyad, or a date is no text.
        UnknownIdError: There is no such actor, topic or country.
    """
    if not isinstance(of, Dossier | Relation):
        raise TypeError(f"a timeline is made of a dossier, as `load` gives one, not {of!r:.80}")
    dossier = of.dossier if isinstance(of, Relation) else of
    known = chronology(dossier)
    first, last = _limits(since, until)
    among = wanted(
        of,
        known.records,
        dyad=dyad,
        actor=actor,
        kind=kind,
        topic=topic,
        voice=voice,
        status=status,
    )
    within = {
        place
        for place in among
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
            _moment(known, place, certain=place in settled)
            for place in order(known)
            if place in within
        ),
        known,
    )


def _limits(since: Edtf | str | None, until: Edtf | str | None) -> tuple[float, float]:
    first = since if isinstance(since, Edtf | None) else Edtf.parse(since)
    last = until if isinstance(until, Edtf | None) else Edtf.parse(until)
    earliest = first and first.earliest
    latest = last and last.latest
    if earliest and latest and latest < earliest:
        raise RecordError(f"nothing lies since {first} and until {last}, which comes before it")
    return earliest.ordinal if earliest else -math.inf, latest.ordinal if latest else math.inf


def _moment(known: Chronology, place: int, *, certain: bool) -> Moment:
    record, bounds = known.records[place], known.bounds[place]
    date = record.date
    has_core = (
        bounds.start_to <= bounds.end_from
        and place not in known.disputed
        and status_of(record) in _TOOK_PLACE
        and not (date and (date.uncertain or date.approximate or date.text.startswith("{")))
    )
    return Moment(
        record=record,
        certain=certain,
        earliest=_day(bounds.start_from),
        latest=_day(bounds.end_to),
        core=(_day(bounds.start_to), _day(bounds.end_from)) if has_core else None,
    )


@lru_cache(4096)
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
