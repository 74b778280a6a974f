import pytest

import bilateral as bl
from tests.consistency.tale import CALLED, TALE, TEA, delegate, mentioned, told
from tests.drafts import NAME, edited

OFFICES = [
    (
        delegate("leader: firefly, office: President}, {leader: roland, office: Minister"),
        (
            "error office-not-held visits.call.delegation[2].office: 'roland' was not"
            " 'Minister' at the time of 'call' (1933-11-16/1933-11-17): by 'leaders', from 1925"
            " to 1926"
        ),
    ),
    (
        (
            "start: 1933-10, end",
            "start: 1935, end",
            *delegate("leader: firefly, office: president"),
        ),
        (
            "error office-not-held visits.call.delegation[1].office: 'firefly' was not"
            " 'president' at the time of 'call' (1933-11-16/1933-11-17): by 'leaders', from"
            " 1935 to [1934..]"
        ),
    ),
    (
        (
            "start: 1933, as_of: 1933-11-17",
            "start: 1936",
            *delegate("leader: roland, office: Foreign-Minister"),
        ),
        (
            "error office-not-held visits.call.delegation[1].office: 'roland' was not"
            " 'Foreign-Minister' at the time of 'call' (1933-11-16/1933-11-17): by 'leaders',"
            " from 1930 to 1931, and since 1936"
        ),
    ),
    (
        (
            "role: minister, title: Minister, start: 1925, end: 1926",
            "role: minister, title: Minister, end: 1926",
            *delegate("leader: roland, office: Minister of the Republic of Freedonia"),
        ),
        (
            "error office-not-held visits.call.delegation[1].office: 'roland' was not"
            " 'Minister of the Republic of Freedonia' at the time of 'call'"
            " (1933-11-16/1933-11-17): by 'leaders', until 1926"
        ),
    ),
    (
        delegate("leader: pinky, office: Foreign Minister"),
        (
            "error office-of-another visits.call.delegation[1].office: 'Foreign Minister' is"
            " the office of 'roland', since 1933; 'pinky' is 'Secretary of War'"
        ),
    ),
    (
        (
            "start: 1933, as_of: 1933-11-17",
            "as_of: 1933-11-17",
            *delegate("leader: pinky, office: Freedonia's Foreign Minister"),
        ),
        (
            "error office-of-another visits.call.delegation[1].office: \"Freedonia's Foreign"
            " Minister\" is the office of 'roland', as of 1933-11-17; 'pinky' is 'Secretary of"
            " War'"
        ),
    ),
    (
        (
            "start: 1933, as_of: 1933-11-17",
            "acting: true",
            *delegate("leader: pinky, office: Foreign Minister"),
        ),
        (
            "warning office-of-another visits.call.delegation[1].office: 'Foreign Minister' is"
            " the office of 'roland', at a time that is not coded; 'pinky' is 'Secretary of War'"
        ),
    ),
    (
        delegate("leader: roland, office: Secretary of War"),
        (
            "warning office-of-another visits.call.delegation[1].office: 'Secretary of War' is"
            " the office of 'pinky', as of 1933-11-17; 'roland' is 'Foreign Minister' and"
            " 'Minister'"
        ),
    ),
    (
        delegate("leader: pinky, office: Secretary for War"),
        (
            "warning office-unknown visits.call.delegation[1].office: no office of 'pinky' is"
            " called 'Secretary for War'; did you mean 'Secretary of War'?"
        ),
    ),
    (
        delegate("leader: pinky, office: Groundkeeper"),
        (
            "warning office-unknown visits.call.delegation[1].office: no office of 'pinky' is"
            " called 'Groundkeeper'; add it to the leader's 'offices'"
        ),
    ),
    (
        (TEA, "date: 1933-11-17, delegation: [{leader: roland, office: minister}], visit: call"),
        (
            "error office-not-held meetings.tea.delegation[0].office: 'roland' was not"
            " 'minister' at the time of 'tea' (1933-11-17): by 'leaders', from 1925 to 1926"
        ),
    ),
    (
        (
            "start: 1933-10, end",
            "start: 1933-11-18, end",
            *delegate("leader: firefly, office: President"),
        ),
        (
            "warning office-not-held visits.call.delegation[1].office: 'firefly' was not"
            " 'President' at the time of 'call' (1933-11-16/1933-11-17): by 'leaders', from"
            " 1933-11-18 to [1934..]"
        ),
    ),
    (
        mentioned("the Freedonian Minister Bob Roland", "roland"),
        (
            "warning office-not-held sources.gazette.mentions.the Freedonian Minister Bob"
            " Roland: 'roland' was not 'Minister' when the source was published, 1933-11-18: by"
            " 'leaders', from 1925 to 1926"
        ),
    ),
    (
        ("start: 1933-10, end", "start: 1933-12, end", *mentioned("President Firefly", "firefly")),
        (
            "error office-not-held sources.gazette.mentions.President Firefly: 'firefly' was not"
            " 'President' when the source was published, 1933-11-18: by 'leaders', from 1933-12 to"
            " [1934..]"
        ),
    ),
    (
        mentioned("Minister of Freedonia", "roland"),
        (
            "warning office-not-held sources.gazette.mentions.Minister of Freedonia: 'roland'"
            " was not 'Minister' when the source was published, 1933-11-18: by 'leaders', from"
            " 1925 to 1926"
        ),
    ),
    (
        mentioned("Freedonia's Foreign Minister Pinky", "pinky"),
        (
            "warning office-of-another sources.gazette.mentions.Freedonia's Foreign Minister"
            " Pinky: 'Foreign Minister' is the office of 'roland', since 1933; 'pinky' is"
            " 'Secretary of War'"
        ),
    ),
    (
        ("start: 1933, as_of", "start: 1932, as_of", *mentioned("Foreign Minister", "pinky")),
        (
            "error office-of-another sources.gazette.mentions.Foreign Minister: 'Foreign"
            " Minister' is the office of 'roland', since 1932; 'pinky' is 'Secretary of War'"
        ),
    ),
    (
        (CALLED, f"{CALLED}, kind: state", "head-of-state", "head-of-government"),
        (
            "warning state-visit visits.call.kind: a state visit is made by a head of state,"
            " which 'firefly' was not at the time of 'call' (1933-11-16/1933-11-17)"
        ),
    ),
    (
        (
            CALLED,
            "date: 1931, kind: state",
            TEA,
            "date: 1933-11-17",
            "visit: call, date: 1933-11-17, voice",
            "date: 1933-11-17, voice",
            "    visit: call\n    date: 1933-11-17",
            "    date: 1933-11-17",
        ),
        (
            "warning state-visit visits.call.kind: a state visit is made by a head of state,"
            " which 'firefly' was not at the time of 'call' (1931)"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), OFFICES)
def test_offices(changes: tuple[str, ...], expected: str) -> None:
    """An office that was not held, is another's or unknown, by the leaders' own records."""
    assert [expected] == told(*changes)


@pytest.mark.parametrize(
    "changes",
    [
        delegate("leader: firefly, office: The  PRESIDENT of Freedonia"),
        delegate("leader: firefly, office: Freedonia's President"),
        delegate("leader: firefly, office: President of the Republic of Freedonia"),
        delegate("leader: roland, office: Foreign Minister"),
        delegate("leader: roland, office: former Minister"),
        delegate("leader: roland, office: ex-Minister"),
        delegate("leader: roland, office: then-Foreign Minister"),
        delegate("leader: roland, office: Acting Minister"),
        (
            "start: 1933-10, end",
            "as_of: 1950, end",
            *delegate("leader: firefly, office: President"),
        ),
        (
            "start: 1933-10, end",
            "start: 1933-11-17, end",
            *delegate("leader: firefly, office: President"),
        ),
        (
            "start: 1933-10, end",
            "start: 1933?, end",
            *delegate("leader: firefly, office: President"),
        ),
        (
            "start: 1933-10, end",
            "start: 1900, term: 1900/1904, end",
            *delegate("leader: firefly, office: President"),
        ),
        (
            "guests: [firefly]",
            "guests: [trentino]",
            "{leader: pinky, office: the Secretary-of-War}",
            "{leader: trentino, office: Envoy}",
        ),
        (
            "1933-11-17,\n     delegation",
            "1933-11-17, status: cancelled,\n     delegation",
            *delegate("leader: roland, office: Minister"),
        ),
        (CALLED, "relative: [{before: slap}]", *delegate("leader: roland, office: Minister")),
        (CALLED, f"{CALLED}, kind: state"),
        (CALLED, f"{CALLED}, kind: state", "guests: [firefly]", "guests: [firefly, club]"),
        (CALLED, f"{CALLED}, kind: state", "guests: [firefly]", "guests: [FRD]"),
        (CALLED, "date: 1931, kind: state, status: postponed"),
        mentioned("President Firefly", "firefly"),
        mentioned("Ambassador Trentino", "trentino"),
        mentioned("the former Minister", "roland"),
        mentioned("Freedonia's ex-Minister", "roland"),
        mentioned("Minister-designate Roland", "roland"),
        mentioned("then-Minister Roland", "roland"),
        mentioned("acting Minister Roland", "roland"),
        mentioned("the Deputy Minister", "roland"),
        mentioned("the Trade Minister", "roland"),
        mentioned("Minister of Trade", "roland"),
        mentioned("Minister for War", "roland"),
        mentioned("the Minister's cousin", "roland"),
        mentioned("aide to the Foreign Minister", "pinky"),
        mentioned("Foreign Minister", "roland"),
        mentioned("the Foreign Minister", "league-man"),
        mentioned("the Foreign Ministers", "pinky"),
        mentioned("the President", "FRD"),
        ("published: 1933-11-18, ", "", *mentioned("Minister Roland", "roland")),
    ],
)
def test_offices_in_order(changes: tuple[str, ...]) -> None:
    """No alarm where an office may have been held, is told of another time, or is not coded."""
    assert [] == told(*changes)


def test_the_place_of_an_office() -> None:
    """A problem stands at the field that says it, and names what was found and what is right."""
    text = edited(*delegate("leader: pinky, office: Secretary for War"), text=TALE)
    (problem,) = bl.consistency(bl.loads(text, name=NAME))
    line = next(n for n, line in enumerate(text.splitlines(), 1) if "Secretary for War" in line)
    column = text.splitlines()[line - 1].index("Secretary for War") + 1
    assert bl.Place(NAME, line, column) == problem.place
    assert ("Secretary for War", "'Secretary of War'", "Secretary of War") == (
        problem.found,
        problem.expected,
        problem.suggestion,
    )
