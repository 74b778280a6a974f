import pytest

from tests.consistency.tale import told

TENURES = [
    (
        ("start: 1920, end: 1935", "start: 1920, end: 1919"),
        (
            "error tenure-reversed organizations.league.members[0].end: the end, 1919, is"
            " before the start, 1920"
        ),
    ),
    (
        ("start: 1925, end: 1926", "start: 1926-03, end: 1926-02"),
        (
            "error tenure-reversed leaders.roland.offices[2].end: the end, 1926-02, is before"
            " the start, 1926-03"
        ),
    ),
    (
        ("start: 1925, end: 1926", "start: 1925, as_of: 1924-12-31, end: 1926"),
        (
            "error as-of-outside leaders.roland.offices[2].as_of: the day on which the office"
            " was held, 1924-12-31, is before its start, 1925"
        ),
    ),
    (
        ("start: 1925, end: 1926", "as_of: 1927, end: 1926"),
        (
            "error as-of-outside leaders.roland.offices[2].as_of: the day on which the office"
            " was held, 1927, is after its end, 1926"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), TENURES)
def test_tenures(changes: tuple[str, ...], expected: str) -> None:
    """A tenure that ends before it starts, or on a day of which the office was not held."""
    assert [expected] == told(*changes)


@pytest.mark.parametrize(
    "tenure",
    [
        "start: 1926, end: 1926",
        "start: 1926-03, end: 1926",
        "start: 1925, end: 1926, term: 1920/1921",
        'start: 1925, end: "[1920..]", as_of: 1925',
        "as_of: 1926-12-31, end: 1926",
        "as_of: 1925, start: 1925-12",
    ],
)
def test_tenures_in_order(tenure: str) -> None:
    """No alarm where dates leave it possible; the legal mandate is no tenure."""
    assert [] == told("start: 1925, end: 1926", tenure)
