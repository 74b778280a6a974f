"""How records are called in the results: one line for a person to read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from bilateral.records.actors import Actor
from bilateral.records.events import Event
from bilateral.records.sources import Relative
from bilateral.records.visits import Meeting, Visit
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import MeetingFormat, MeetingKind, Status, Voice

Told = Visit | Meeting | Statement | JointDeclaration | Event
"""The kinds of record that have a place in time."""

Said = Statement | Clause
"""The kinds of record that are words."""

_PHRASES = {MeetingKind.INFORMAL: "informal meeting"}
_FORMATS = {MeetingFormat.REMOTE: "remote", MeetingFormat.SIDELINES: "on the sidelines"}


def title(record: Told) -> str:
    """A line that says what the record tells; a status other than held stands before it.

    >>> from bilateral.dates import Edtf
    >>> from bilateral.records.actors import Country, Leader
    >>> visit = Visit(
    ...     id="a:spa",
    ...     guests=(Leader(id="firefly", name="Rufus Firefly"),),
    ...     country=Country(id="SYL", name="Sylvania"),
    ...     place="Esteros",
    ...     date=Edtf("1933-11-16"),
    ...     status=Status.PLANNED,
    ... )
    >>> title(visit)
    '[planned] Rufus Firefly visits Sylvania (Esteros)'
    """
    status = status_of(record)
    mark = "" if status in {None, Status.HELD} else f"[{status}] "
    return f"{mark}{_told(record)}"


def status_of(record: Told) -> Status | None:
    """What had become of it by the date of its source; None for statements, which were made."""
    return None if isinstance(record, Statement) else record.status


def _told(record: Told) -> str:
    match record:
        case Visit():
            verb = "visits" if len(record.guests) == 1 else "visit"
            return f"{names(record.guests)} {verb} {record.country.name}{_aside(record.place)}"
        case Meeting():
            what = _PHRASES.get(record.kind, str(record.kind))
            how = _aside(_FORMATS.get(record.format), record.place)
            return f"{names(record.participants)}: {what}{how}"
        case Statement():
            return f"{names(record.speakers)}: {spoken(record)}"
    return record.title


def _aside(*remarks: str | None) -> str:
    given = ", ".join(remark for remark in remarks if remark)
    return f" ({given})" if given else ""


def names(actors: Iterable[Actor]) -> str:
    """The names of actors as a sentence would have them.

    >>> from bilateral.records.actors import Country
    >>> names([Country(id=name, name=name) for name in ("Freedonia", "Sylvania", "Klopstokia")])
    'Freedonia, Sylvania and Klopstokia'
    """
    *others, last = [actor.name for actor in actors] or [""]
    return f"{', '.join(others)} and {last}" if others else last


def said_by(words: Said) -> Sequence[Actor]:
    """Whose words they are: a statement's speakers, a clause's acting parties."""
    return words.speakers if isinstance(words, Statement) else words.parties


def spoken(words: Said) -> str:
    """The text of words, between quotation marks where the speaker's own."""
    direct = isinstance(words, Statement) and words.voice is Voice.DIRECT
    return f"\u201c{words.text}\u201d" if direct else words.text


def when(record: Told) -> str:
    """The date as written, or in its place what the source says relative to other records.

    >>> from bilateral.records.gaps import Gap
    >>> from bilateral.vocabulary import EventKind
    >>> relative = Relative(after="a:parade", by=Gap("days"))
    >>> when(Event(id="a:war", title="War", kind=EventKind.WAR, relative=(relative,)))
    'days after parade'
    """
    if record.date is not None:
        return str(record.date)
    return ", ".join(map(related, record.relative)) or "undated"


def related(relative: Relative, anchor: str | None = None) -> str:
    """What the source says of a date relative to another record.

    Args:
        relative: What it says.
        anchor: What the other record is called; its id without the file where None.
    """
    gap = f"{relative.by} " if relative.by else ""
    side = "before" if relative.before else "after"
    return f"{gap}{side} {anchor or relative.anchor.rpartition(':')[2]}"
