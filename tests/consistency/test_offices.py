import pytest

import bilateral as bl
from tests.consistency.tale import CALLED, TALE, TEA, delegate, mentioned, told
from tests.drafts import NAME, edited

OFFICES = [
    (
        delegate("leader: firefly, office: President}, {leader: roland, office: Chancellor"),
        (
            "error office-not-held visits.call.delegation[2].office: 'roland' was not"
            " 'Chancellor' at the time of 'call' (1933-11-16/1933-11-17): by 'leaders', from 1925"
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
            "role: minister, title: Chancellor, start: 1925, end: 1926",
            "role: minister, title: Chancellor, end: 1926",
            *delegate("leader: roland, office: Chancellor of the Republic of Freedonia"),
        ),
        (
            "error office-not-held visits.call.delegation[1].office: 'roland' was not"
            " 'Chancellor of the Republic of Freedonia' at the time of 'call'"
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
            " 'Chancellor'"
        ),
    ),
    (
        delegate("leader: pinky, office: Secretary of Wars"),
        (
            "warning office-unknown visits.call.delegation[1].office: no office of 'pinky' is"
            " called 'Secretary of Wars'; did you mean 'Secretary of War'?"
        ),
    ),
    # A deputy is not whose deputy they are.
    (
        (
            "role: minister, title: Secretary of War",
            "role: official, title: Deputy Foreign Minister",
            *delegate("leader: pinky, office: Foreign Minister"),
            "{leader: pinky, office: the Secretary-of-War}, ",
            "",
        ),
        (
            "error office-of-another visits.call.delegation[0].office: 'Foreign Minister' is"
            " the office of 'roland', since 1933; 'pinky' is 'Deputy Foreign Minister'"
        ),
    ),
    # A country has many organizations, and each has its head.
    (
        (
            "role: foreign-minister, title: Foreign Minister, start: 1933",
            "role: head-of-organization, title: Chairman, start: 1933",
            *delegate("leader: pinky, office: Chairman"),
        ),
        (
            "warning office-of-another visits.call.delegation[1].office: 'Chairman' is the"
            " office of 'roland', since 1933; 'pinky' is 'Secretary of War'"
        ),
    ),
    (
        (
            "title: Foreign Minister, start: 1933",
            "title: Chairman, of: league, start: 1933",
            "role: foreign-minister, title: Chairman",
            "role: head-of-organization, title: Chairman",
            "role: minister, title: Secretary of War, of: FRD",
            "role: minister, title: Secretary of War, of: league",
            *delegate("leader: pinky, office: Chairman"),
        ),
        (
            "error office-of-another visits.call.delegation[1].office: 'Chairman' is the"
            " office of 'roland', since 1933; 'pinky' is 'Secretary of War'"
        ),
    ),
    (
        delegate("leader: pinky, office: Freedonian"),
        (
            "warning office-unknown visits.call.delegation[1].office: no office of 'pinky' is"
            " called 'Freedonian'; add it to the leader's 'offices'"
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
        (TEA, "date: 1933-11-17, delegation: [{leader: roland, office: chancellor}], visit: call"),
        (
            "error office-not-held meetings.tea.delegation[0].office: 'roland' was not"
            " 'chancellor' at the time of 'tea' (1933-11-17): by 'leaders', from 1925 to 1926"
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
        mentioned("the Freedonian Chancellor Bob Roland", "roland"),
        (
            "warning office-not-held sources.gazette.mentions.the Freedonian Chancellor Bob"
            " Roland: 'roland' was not 'Chancellor' when the source was published, 1933-11-18: by"
            " 'leaders', from 1925 to 1926"
        ),
    ),
    (
        ("start: 1933-10, end", "start: 1933-12, end", *mentioned("President Firefly", "firefly")),
        (
            "warning office-not-held sources.gazette.mentions.President Firefly: 'firefly' was not"
            " 'President' when the source was published, 1933-11-18: by 'leaders', from 1933-12 to"
            " [1934..]"
        ),
    ),
    (
        mentioned("Chancellor of Freedonia", "roland"),
        (
            "warning office-not-held sources.gazette.mentions.Chancellor of Freedonia: 'roland'"
            " was not 'Chancellor' when the source was published, 1933-11-18: by 'leaders', from"
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
            "warning office-of-another sources.gazette.mentions.Foreign Minister: 'Foreign"
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
        # The first or last words of an own title, though they are another's title, too.
        delegate("leader: roland, office: Minister"),
        delegate("leader: pinky, office: Secretary"),
        (
            "role: minister, title: Secretary of War",
            "role: minister, title: President of the War Board",
            *delegate("leader: pinky, office: President"),
            "{leader: pinky, office: the Secretary-of-War}, ",
            "",
        ),
        (
            "role: minister, title: Secretary of War",
            "role: minister, title: War Board President",
            *delegate("leader: pinky, office: President"),
            "{leader: pinky, office: the Secretary-of-War}, ",
            "",
            *mentioned("President Pinky", "pinky"),
        ),
        ("title: Chancellor", "title: Minister", *delegate("leader: roland, office: Minister")),
        # The same words in another order, or with small words and the country's.
        delegate("leader: pinky, office: Secretary for War"),
        delegate("leader: pinky, office: the Freedonian War Secretary"),
        delegate("leader: pinky, office: War Secretary of Freedonia"),
        delegate("leader: pinky, office: Groundkeeper and Secretary of War"),
        delegate("leader: pinky, office: 'Groundkeeper, War Secretary'"),
        (
            "title: Secretary of War",
            "title: Secretary of Defence",
            "office: the Secretary-of-War",
            "office: Defense Secretary",
        ),
        (
            "title: Secretary of War",
            "title: Groundkeeper and Secretary of War",
        ),
        # Of another time, wherever it is said.
        delegate("leader: pinky, office: Groundkeeper-designate"),
        delegate("leader: pinky, office: President-elect of Freedonia"),
        delegate("leader: pinky, office: the newly appointed Groundkeeper"),
        delegate("leader: pinky, office: Freedonia's former Groundkeeper"),
        delegate("leader: roland, office: former Chancellor"),
        delegate("leader: roland, office: ex-Chancellor"),
        delegate("leader: roland, office: then-Foreign Minister"),
        delegate("leader: roland, office: Acting Chancellor"),
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
            *delegate("leader: roland, office: Chancellor"),
        ),
        (CALLED, "relative: [{before: slap}]", *delegate("leader: roland, office: Chancellor")),
        (CALLED, f"{CALLED}, kind: state"),
        (CALLED, f"{CALLED}, kind: state", "guests: [firefly]", "guests: [firefly, club]"),
        (CALLED, f"{CALLED}, kind: state", "guests: [firefly]", "guests: [FRD]"),
        (CALLED, "date: 1931, kind: state, status: postponed"),
        mentioned("President Firefly", "firefly"),
        mentioned("Ambassador Trentino", "trentino"),
        mentioned("the former Chancellor", "roland"),
        mentioned("Freedonia's ex-Chancellor", "roland"),
        mentioned("Chancellor-designate Roland", "roland"),
        mentioned("then-Chancellor Roland", "roland"),
        mentioned("acting Chancellor Roland", "roland"),
        mentioned("the Deputy Chancellor", "roland"),
        mentioned("the Trade Chancellor", "roland"),
        mentioned("Chancellor of Trade", "roland"),
        mentioned("Chancellor for War", "roland"),
        mentioned("the Chancellor's cousin", "roland"),
        mentioned("aide to the Foreign Minister", "pinky"),
        mentioned("Foreign Minister", "roland"),
        mentioned("the Foreign Minister", "league-man"),
        mentioned("the Foreign Ministers", "pinky"),
        mentioned("the President", "FRD"),
        ("published: 1933-11-18, ", "", *mentioned("Chancellor Roland", "roland")),
    ],
)
def test_offices_in_order(changes: tuple[str, ...]) -> None:
    """No alarm where an office may have been held, is told of another time, or is not coded."""
    assert [] == told(*changes)


def test_of_many_offices() -> None:
    """However many offices a leader has, all of them are the leader's own."""
    one = "      - {role: minister, title: Secretary of War, of: FRD, as_of: 1933-11-17}\n"
    many = "".join(one.replace("of War", f"of War {number}") for number in range(80))
    assert [] == told(one, many + one)


def test_the_place_of_an_office() -> None:
    """A problem stands at the field that says it, and names what was found and what is right."""
    text = edited(*delegate("leader: pinky, office: Secretary of Wars"), text=TALE)
    (problem,) = bl.consistency(bl.loads(text, name=NAME))
    line = next(n for n, line in enumerate(text.splitlines(), 1) if "Secretary of Wars" in line)
    column = text.splitlines()[line - 1].index("Secretary of Wars") + 1
    assert bl.Place(NAME, line, column) == problem.place
    assert ("Secretary of Wars", "'Secretary of War'", "Secretary of War") == (
        problem.found,
        problem.expected,
        problem.suggestion,
    )
