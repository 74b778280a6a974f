"""Made-up events and statements, and what is said of them relative to each other."""

from collections.abc import Iterable

import bilateral as bl
from bilateral.analysis.titles import Told

FREEDONIA = bl.Country(id="FRD", name="Freedonia")


def event(name: str, date: str | None, *relative: bl.Relative) -> bl.Event:
    """An event of this name; a state of affairs may have no date."""
    return bl.Event(
        id=f"duck:{name}",
        title=name,
        kind=bl.EventKind.STATE_OF_AFFAIRS,
        date=bl.Edtf(date) if date else None,
        relative=relative,
    )


def statement(name: str, date: str | None, *relative: bl.Relative) -> bl.Statement:
    """Words of this name, which take one day."""
    return bl.Statement(
        id=f"duck:{name}",
        speakers=(FREEDONIA,),
        voice=bl.Voice.REPORTED,
        act=bl.Act.NOTE,
        text=name,
        date=bl.Edtf(date) if date else None,
        relative=relative,
    )


def said(side: str, anchor: str, by: str | None = None) -> bl.Relative:
    """That a record is before or after another."""
    return bl.Relative(**{side: f"duck:{anchor}"}, by=bl.Gap(by) if by else None)


def dossier_of(records: Iterable[Told]) -> bl.Dossier:
    """A dossier of events and statements."""
    records = list(records)
    events = [record for record in records if isinstance(record, bl.Event)]
    words = [record for record in records if isinstance(record, bl.Statement)]
    return bl.Dossier(
        events=bl.Records(bl.Event, events), statements=bl.Records(bl.Statement, words)
    )
