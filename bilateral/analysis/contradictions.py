"""What dates and `relative` say against each other, as problems with their places."""

from __future__ import annotations

from bilateral.analysis.chronology import Chronology, chronology
from bilateral.analysis.edges import Clash
from bilateral.analysis.explanations import links_of
from bilateral.analysis.objections import Objection, by_place
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
    return tuple(sorted((_problem(dossier, known, clash) for clash in known.clashes), key=by_place))


def _problem(dossier: Dossier, known: Chronology, clash: Clash) -> Problem:
    message = f"dates contradict: {'; '.join(map(str, links_of(known, clash)))}"
    told = []
    for edge in clash.edges:
        record = known.records[edge.teller]
        path = ("relative", record.relative.index(edge.relative))
        told.append(Objection(record, path, "dates-contradict", message).placed(dossier))
    return min(told, key=lambda problem: (*by_place(problem), problem.path))
