"""When the records of a dossier went on, asked by their ids."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from attrs import frozen

from bilateral.analysis.chronology import UNBOUNDED, Bounds, Chronology, chronology
from bilateral.analysis.precedence import span
from bilateral.analysis.titles import Told, status_of
from bilateral.dates import Certainty
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record
from bilateral.vocabulary import Status

_ELSEWHEN = frozenset({Status.POSTPONED, Status.CANCELLED})


@frozen
class Times:
    """What is known of the time of a dossier's records.

    A clause has the time of its declaration.

    Attributes:
        known: Of all records that have a place in time.
        places: By full id, the place of each of those among them.
    """

    known: Chronology
    places: Mapping[str, int]

    @classmethod
    def of(cls, dossier: Dossier) -> Self:
        """The times of a dossier."""
        known = chronology(dossier)
        return cls(known, {record.id: place for place, record in enumerate(known.records)})

    def record(self, id: str) -> Told | None:
        """The record that has this id and a place in time, or whose clause has this id."""
        place = self._place(id)
        return None if place is None else self.known.records[place]

    def bounds(self, id: str) -> Bounds:
        """The days between which it lies; without limit where its date is in dispute."""
        place = self._place(id)
        if place is None or place in self.known.disputed:
            return UNBOUNDED
        return self.known.bounds[place]

    def before(self, one: str, other: str) -> bool:
        """Whether the one certainly ended on an earlier day than the other started."""
        return self.bounds(one).end_to < self.bounds(other).start_from

    def apart(self, one: str, other: str) -> bool:
        """Whether the two certainly share no day."""
        if self.before(one, other) or self.before(other, one):
            return True
        return self._dates_apart(one, other)

    def _dates_apart(self, one: str, other: str) -> bool:
        """The same by their dates alone, which may leave out days between others."""
        if self.bounds(one) == UNBOUNDED or self.bounds(other) == UNBOUNDED:
            return False
        dates = [record.date for id in (one, other) if (record := self.record(id)) is not None]
        a, b = dates
        return a is not None and b is not None and a.overlaps(b) is Certainty.NO

    def told(self, id: str) -> str:
        """When it was, for a sentence: its date as written, else the days that follow from others.

        Args:
            id: Of a record that has a place in time.
        """
        place = self.places[self._whole(id)]
        date = self.known.records[place].date
        return span(self.known, place) if date is None else f"is dated {date}"

    def _place(self, id: str) -> int | None:
        return self.places.get(self._whole(id))

    def _whole(self, id: str) -> str:
        return id.partition("/")[0]


def elsewhen(record: Record) -> bool:
    """Whether its date is none on which it took place: it was put off or called off.

    Args:
        record: Any.
    """
    return getattr(record, "status", None) in _ELSEWHEN


def intended(record: Told) -> bool:
    """Whether its date is no more than what was once intended.

    Args:
        record: Any that has a place in time.
    """
    return status_of(record) is Status.PLANNED or elsewhen(record)
