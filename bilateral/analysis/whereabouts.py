"""Where a record's field stands, for problems that are found in the records themselves."""

from __future__ import annotations

from bilateral.errors import BilateralError, Place, UnknownIdError
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.places import written_path
from bilateral.records.record import Record

NOWHERE = Place("<made in Python>", 1, 1)
"""The place of a record that stands in no file."""
CHANGED = Place("<no longer as it was loaded>", 1, 1)
"""The place of one whose file was changed or removed meanwhile."""

_SECTIONS = {kind: name for name, kind in {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}.items()}


def place_of(dossier: Dossier, record: Record, *path: str | int) -> Place:
    """The place of a field of a record, or of what holds it where it does not stand by itself."""
    try:
        for end in range(len(path), 0, -1):
            try:
                return dossier.places.of(record.id, *path[:end])
            except UnknownIdError:
                continue
        return dossier.places[record.id]
    except UnknownIdError:
        return NOWHERE
    except BilateralError:
        return CHANGED


def path_of(record: Record, *path: str | int) -> str:
    """The keys that lead to a field of a record in its file.

    >>> from bilateral.records.actors import Country
    >>> path_of(Country(id="FRD", name="Freedonia"), "aliases", 0)
    'countries.FRD.aliases[0]'
    """
    declaration, slash, clause = record.local_id.partition("/")
    section = "declarations" if slash else _SECTIONS.get(type(record))
    within = ("clauses", clause) if slash else ()
    return written_path((*((section, declaration) if section else ()), *within, *path))
