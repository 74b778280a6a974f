"""Dossiers that cite a made-up text, for tests of what is found in it."""

from collections.abc import Iterable
from pathlib import Path

import bilateral as bl

CRISIS = Path(__file__).parent / "data" / "crisis.txt"
FREEDONIA = bl.Country(id="FRD", name="Freedonia")
FIREFLY = bl.Leader(id="firefly", name="Rufus Firefly", country=FREEDONIA)
GAZETTE = bl.Source(id="crisis:gazette", title="Freedonia and Sylvania step back from the brink")


def event(number: int, evidence: bl.Evidence, source: bl.Source | None = GAZETTE) -> bl.Event:
    """An event with one piece of evidence."""
    return bl.Event(
        id=f"crisis:event{number}",
        title="Something happens",
        kind=bl.EventKind.STATE_OF_AFFAIRS,
        evidence=(evidence,),
        source=source,
    )


def direct(
    number: int, words: str, evidence: Iterable[bl.Evidence] = (), quoted: Iterable[str] = ()
) -> bl.Statement:
    """A direct statement; or, with quoted fragments, a mixed one."""
    fragments = tuple(quoted)
    return bl.Statement(
        id=f"crisis:statement{number}",
        speakers=(FIREFLY,),
        voice=bl.Voice.MIXED if fragments else bl.Voice.DIRECT,
        act=bl.Act.AFFIRM,
        text=words,
        quoted=fragments,
        date=bl.Edtf("1933-11-17"),
        evidence=tuple(evidence),
        source=GAZETTE,
    )


def evidence(*words: str) -> bl.Dossier:
    """A dossier of events, each with one piece of evidence."""
    events = [event(number, bl.Evidence(words=each)) for number, each in enumerate(words)]
    return bl.Dossier(sources=[GAZETTE], events=events)  # type: ignore[arg-type]


def quotes(*words: str) -> bl.Dossier:
    """A dossier of direct statements."""
    said = [direct(number, each) for number, each in enumerate(words)]
    return bl.Dossier(sources=[GAZETTE], statements=said)  # type: ignore[arg-type]


def verified(dossier: bl.Dossier, text: str) -> list[bl.FindingStatus]:
    """What became of all that a dossier cites."""
    return [finding.status for finding in bl.verify(dossier, {"gazette": text})]
