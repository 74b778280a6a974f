"""What contradicts the world as the dossier itself tells it: `consistency`."""

from __future__ import annotations

from bilateral.analysis.consistency.companions import companions
from bilateral.analysis.consistency.offices import offices
from bilateral.analysis.consistency.outcomes import outcomes
from bilateral.analysis.consistency.sequence import sequence
from bilateral.analysis.consistency.tenures import tenures
from bilateral.analysis.consistency.times import Times
from bilateral.analysis.consistency.wording import wording
from bilateral.analysis.objections import placed
from bilateral.errors import Problem
from bilateral.records.dossier import Dossier


def consistency(dossier: Dossier) -> tuple[Problem, ...]:
    """What contradicts the world as the dossier itself tells it, or is at odds with the format.

    An error is certain, whatever the dates in doubt turn out to be; a warning is only likely.
    Nothing is told of a record whose dates contradict: `contradictions` does that. Today's date
    never counts. `docs/checking.md` lists the codes.

    >>> import bilateral as bl
    >>> bl.consistency(bl.load("examples/xi-putin-beijing-2024.yaml"))
    ()

    Args:
        dossier: Whose records.

    Returns:
        By the names of the files, and in the order of their places.
    """
    times = Times.of(dossier)
    return placed(
        dossier,
        [
            *tenures(dossier),
            *offices(dossier, times),
            *companions(dossier),
            *sequence(dossier, times),
            *outcomes(dossier, times),
            *wording(dossier),
        ],
    )
