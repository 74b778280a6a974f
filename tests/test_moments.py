"""The days on which something certainly went on."""

import attrs
import pytest
from hypothesis import given, settings

import bilateral as bl
from tests.dates.drawn import DATES
from tests.told import dossier_of, event, said, statement


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2024-05-16", ("2024-05-16", "2024-05-16")),
        ("2024-05-16/2024-05-18", ("2024-05-16", "2024-05-18")),
        ("2024-05/2024-07", ("2024-05-31", "2024-07-01")),
        ("../2024-05-16", ("2024-05-16", "2024-05-16")),
        ("2024-05-16/..", ("2024-05-16", "2024-05-16")),
        ("2024-05", None),
        ("[2024-05-16,2024-05-17]", None),
        ("{2024-01-01,2024-12-31}", None),
        ("2024-05-16?", None),
        ("2024-05-16~", None),
        ("2024-05-16%", None),
        ("2024-?05-16", None),
        ("2024-05~/2024-07", None),
        ("2024-21", None),
        ("2024-05-XX", None),
        ("XXXX-12-25", None),
    ],
)
def test_core(date: str, expected: tuple[str | None, str | None] | None) -> None:
    """Doubt of any sort leaves no day that is certain."""
    (moment,) = bl.timeline(dossier_of([event("a", date)]))
    found = moment.core and tuple(day and str(day) for day in moment.core)
    assert expected == found


@given(DATES)
@settings(deadline=None)
def test_every_day_of_it_is_certain(date: bl.Edtf) -> None:
    """The date certainly has each day of its core."""
    (moment,) = bl.timeline(dossier_of([event("a", str(date))]))
    for day in moment.core or ():
        if day is not None and abs(day.year) < 10_000:
            assert bl.Certainty.CERTAIN is date.overlaps(str(day))


@pytest.mark.parametrize("status", ["planned", "postponed", "cancelled"])
def test_what_did_not_take_place(status: str) -> None:
    """What was planned certainly went on on no day."""
    planned = attrs.evolve(event("a", "2024-05-16"), status=bl.Status(status))
    (moment,) = bl.timeline(dossier_of([planned]))
    assert moment.core is None
    assert (moment.earliest, moment.latest) == (bl.Day(2024, 5, 16), bl.Day(2024, 5, 16))


def test_what_contradicts() -> None:
    """Dates that cannot all hold are certain on no day."""
    records = [event("a", "2020-03-01", said("after", "b")), event("b", "2020-05-01")]
    assert [None, None] == [moment.core for moment in bl.timeline(dossier_of(records))]


def test_the_day_of_a_report() -> None:
    """Words that were reported on a day may have been said before it."""
    words = attrs.evolve(statement("a", "2024-05-16"), date_basis=bl.DateBasis.REPORTED)
    (moment,) = bl.timeline(dossier_of([words]))
    assert moment.core is None
