import pytest

from tests.consistency.tale import delegate, told

SIDES = [
    (
        delegate("leader: trentino"),
        (
            "warning delegation-side visits.call.delegation[1].leader: 'trentino' is of"
            " Sylvania, and no guest is: Rufus Firefly"
        ),
    ),
    (
        (
            "{role: head-of-organization, title: Secretary-General, of: league}",
            "{role: envoy, title: Envoy, of: SYL}",
            *delegate("leader: league-man"),
        ),
        (
            "warning delegation-side visits.call.delegation[1].leader: 'league-man' is of"
            " Sylvania, and no guest is: Rufus Firefly"
        ),
    ),
    (
        delegate("group: guards, of: [SYL, league]"),
        (
            "warning delegation-side visits.call.delegation[1].of: the group 'guards' is of"
            " Sylvania and the League, and no guest is: Rufus Firefly"
        ),
    ),
    (
        (
            "participants: [firefly, trentino]",
            "participants: [firefly, pinky], delegation: [{leader: trentino}]",
        ),
        (
            "warning delegation-side meetings.tea.delegation[0].leader: 'trentino' is of"
            " Sylvania, and no participant is: Rufus Firefly and Pinky"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), SIDES)
def test_sides(changes: tuple[str, ...], expected: str) -> None:
    """Somebody comes along who is on nobody's side there."""
    assert [expected] == told(*changes)


@pytest.mark.parametrize(
    "changes",
    [
        delegate("leader: vera"),
        delegate("leader: league-man"),
        ("role: head-of-organization", "role: official", *delegate("leader: league-man")),
        (
            "role: head-of-organization, title: Secretary-General, of: league",
            "role: head-of-organization, title: Secretary-General, of: SYL",
            *delegate("leader: league-man"),
        ),
        delegate("group: guards, of: [FRD, SYL]"),
        delegate("group: guards, of: [club]"),
        (
            "guests: [firefly]",
            "guests: [league]",
            "{leader: pinky, office: the Secretary-of-War}",
            "{leader: trentino}",
        ),
        (
            "guests: [firefly]",
            "guests: [league-man]",
            "{leader: pinky, office: the Secretary-of-War}",
            "{leader: trentino}",
        ),
        ("guests: [firefly]", "guests: [vera]"),
        ("guests: [firefly]", "guests: [firefly, club]", *delegate("leader: trentino")),
        (
            "participants: [firefly, trentino]",
            (
                "participants: [firefly, trentino], delegation: [{leader: trentino}, {leader:"
                " pinky}]"
            ),
        ),
    ],
)
def test_sides_in_order(changes: tuple[str, ...]) -> None:
    """No alarm where a side is not known, or is a member's of an organization that took part."""
    assert [] == told(*changes)
