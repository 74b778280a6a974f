"""Tenures of offices and memberships of organizations that end before they start."""

from __future__ import annotations

from collections.abc import Iterator

from bilateral.analysis.objections import Objection, Path
from bilateral.dates import Certainty, Edtf
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record


def tenures(dossier: Dossier) -> Iterator[Objection]:
    """What is wrong with tenures and memberships by themselves.

    Args:
        dossier: Whose leaders and organizations.
    """
    for organization in dossier.organizations:
        for number, membership in enumerate(organization.members):
            within = ("members", number)
            yield from _reversed(organization, within, membership.start, membership.end)
    for leader in dossier.leaders:
        for number, office in enumerate(leader.offices):
            start, end, day = office.start, office.end, office.as_of
            yield from _reversed(leader, ("offices", number), start, end)
            path = ("offices", number, "as_of")
            if day and start and day.before(start) is Certainty.CERTAIN:
                yield _outside(leader, path, f"{day}, is before its start, {start}", day)
            elif day and end and day.after(end) is Certainty.CERTAIN:
                yield _outside(leader, path, f"{day}, is after its end, {end}", day)


def _reversed(
    record: Record, path: Path, start: Edtf | None, end: Edtf | None
) -> Iterator[Objection]:
    if start and end and end.before(start) is Certainty.CERTAIN:
        yield Objection(
            record,
            (*path, "end"),
            "tenure-reversed",
            f"the end, {end}, is before the start, {start}",
            found=str(end),
            expected=f"no earlier than {start}",
        )


def _outside(leader: Record, path: Path, message: str, day: Edtf) -> Objection:
    return Objection(
        leader,
        path,
        "as-of-outside",
        f"the day on which the office was held, {message}",
        found=str(day),
        expected="a day of the tenure",
    )
