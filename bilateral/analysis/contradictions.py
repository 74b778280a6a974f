"""What dates and `relative` say against each other, as problems with their places."""

from __future__ import annotations

from bilateral.analysis.chronology import Chronology, chronology
from bilateral.analysis.edges import Clash
from bilateral.analysis.explanations import links_of
from bilateral.analysis.whereabouts import path_of, place_of
from bilateral.errors import Problem
from bilateral.records.dossier import Dossier


def contradictions(dossier: Dossier) -> tuple[Problem, ...]:
    """What cannot all hold of the dates of visits, meetings, statements, declarations and events.

    Each problem has the code `dates-contradict`, stands at the first `relative` that takes part,
    and lists the cycle: the dates and relatives that contradict each other, each with whether the
    source states it or the coder inferred it. There is none just where all dates and relatives can
    hold together; where several share records, some may be told only once others are mended. The
    method is that of Dechter, Meiri and Pearl (1991); `bilateral.analysis.chronology` says how.

    >>> import bilateral as bl
    >>> bl.contradictions(bl.load("examples/xi-putin-beijing-2024.yaml"))
    ()

    Args:
        dossier: Whose records.

    Returns:
        In the order of their places.
    """
    known = chronology(dossier)
    found = [_problem(dossier, known, clash) for clash in known.clashes]
    return tuple(sorted(found, key=lambda problem: (problem.place.file, problem.place.line)))


def _problem(dossier: Dossier, known: Chronology, clash: Clash) -> Problem:
    places = []
    for edge in clash.edges:
        record = known.records[edge.teller]
        number = record.relative.index(edge.relative)
        place = place_of(dossier, record, "relative", number)
        path = path_of(record, "relative", number)
        places.append((place.file, place.line, place.column, path, place))
    *_, path, place = min(places)
    said = "; ".join(map(str, links_of(known, clash)))
    return Problem(
        code="dates-contradict", place=place, path=path, message=f"dates contradict: {said}"
    )
