"""What the fields of a record may hold, and what is told of all else."""

import pytest

from tests.drafts import PARSERS, edited, told, use_parser


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the two parsers."""
    use_parser(request.param, monkeypatch)


ACTS = (
    "'affirm', 'agree', 'announce', 'apologise', 'call-for', 'concern', 'condemn', 'congratulate',"
    " 'deny', 'note', 'offer', 'oppose', 'pledge', 'praise', 'propose', 'reject', 'support',"
    " 'thank', 'threaten', 'warn' or 'welcome'"
)
IN_BRACKETS = "words in brackets stand between quotes, since a comma would split them"
ROWS = [
    pytest.param(
        ["role: head-of-government, title: President,", "role: head-of-government, title: A, B,"],
        [
            (
                "key-unknown 22:46: Office has no field 'B'; where a comma cut it off a text, put "
                "all of that text between double quotes"
            )
        ],
        id="what a comma cuts off a text in braces",
    ),
    pytest.param(
        ["    act: offer\n", ""],
        ["key-missing 46:3: Statement needs 'act'"],
        id="a missing field",
    ),
    pytest.param(
        ["role: head-of-government, ", ""],
        ["key-missing 22:9: Office needs 'role'"],
        id="a missing field of a nested mapping",
    ),
    pytest.param(
        ["    voice: reported", "    vioce: reported"],
        ["key-unknown 51:5: Statement has no field 'vioce'; did you mean 'voice'?"],
        id="a misspelt required field",
    ),
    pytest.param(
        ["    voice: reported", "    Voice: reported"],
        ["key-unknown 51:5: Statement has no field 'Voice'; did you mean 'voice'?"],
        id="a misspelt field in another case",
    ),
    pytest.param(
        ["role: head-of-government", "roel: head-of-government"],
        ["key-unknown 22:10: Office has no field 'roel'; did you mean 'role'?"],
        id="a misspelt required field of a nested mapping",
    ),
    pytest.param(
        ["    voice: reported", "    voice: reported\n    1: x"],
        [
            (
                "key-unknown 52:5: Statement has no field '1'; it has note, confidence, "
                "inferred, codes, evidence, source, relative, same_as, act, text, position, "
                "targets, concerning, topics, topics_open, about, quoted, distanced, due, "
                "fulfils, outcome, speakers, voice, date, to, date_basis, visit, meeting, "
                "claims_for, confirmed_by"
            )
        ],
        id="a field that no record has",
    ),
    pytest.param(
        ["    voice: reported\n    act: offer", "    vioce: reported"],
        [
            "key-missing 46:3: Statement needs 'act'",
            "key-unknown 51:5: Statement has no field 'vioce'; did you mean 'voice'?",
        ],
        id="two missing fields, one misspelt",
    ),
    pytest.param(
        ["hosts: [trentino]", "hosts: trentino"],
        ["type 34:12: expected a list, found 'trentino'; write [trentino]"],
        id="a text for a list",
    ),
    pytest.param(
        ['evidence: ["held out ... the right hand"]', "evidence: held out"],
        ["type 55:15: expected a list, found 'held out'; write [\"held out\"]"],
        id="a text for a list of prose",
    ),
    pytest.param(
        [
            "hosts: [trentino]",
            "hosts: trentino trentino trentino trentino trentino trentino trentino trentino ",
        ],
        [
            (
                "type 34:12: expected a list, found 'trentino trentino trentino trentino "
                "trentino trentino tre...'"
            )
        ],
        id="a long text for a list",
    ),
    pytest.param(
        ["text: Freedonia offers its hand.", "text: [Freedonia]"],
        ["type 54:11: expected text, found a list"],
        id="a list for a text",
    ),
    pytest.param(
        ["text: Freedonia offers its hand.", "text: {Freedonia: offers}"],
        ["type 54:11: expected text, found a mapping"],
        id="a mapping for a text",
    ),
    pytest.param(
        ["      - {after: offer, by: 1 day}", "      - after an offer"],
        ["type 75:9: expected a mapping, found 'after an offer'"],
        id="a text for a mapping",
    ),
    pytest.param(
        ["act: offer", "act: [offer]"],
        ["type 52:10: expected an act, found a list"],
        id="a list for an act",
    ),
    pytest.param(
        ["meeting: tea", "meeting: [tea]"],
        ["type 49:14: expected an id, found a list"],
        id="a list for a reference",
    ),
    pytest.param(
        ["to: [trentino]", "to: [{leader: trentino}]"],
        ["type 48:10: expected an id, found a mapping"],
        id="a mapping for a reference",
    ),
    pytest.param(
        ["{after: offer,", "{after: [offer],"],
        ["type 75:17: expected an id, found a list"],
        id="a list for an id",
    ),
    pytest.param(
        ["by: 1 day", "by: [1 day]"],
        ["type 75:28: expected a gap such as '1 day' or 'weeks', found a list"],
        id="a list for a gap",
    ),
    pytest.param(
        ["by: 1 day", "by: 1 days"],
        [
            (
                "value 75:28: '1 days' is no gap; write an exact one, as '1 day' or '6 years', "
                "or a vague 'days', 'weeks', 'months' or 'years'"
            )
        ],
        id="a gap that is none",
    ),
    pytest.param(
        ["{after: offer, by: 1 day}", "{by: 1 day}"],
        ["record 75:9: a relative date has either 'before' or 'after'"],
        id="a relative date to nothing",
    ),
    pytest.param(
        ["{after: offer, by: 1 day}", "{after: offer, before: tea}"],
        ["record 75:9: a relative date has either 'before' or 'after'"],
        id="a relative date to two",
    ),
    pytest.param(
        ["    relative:\n      - {after: offer, by: 1 day}\n", ""],
        ["record 69:3: Event needs 'date', or 'relative' to another record"],
        id="an event without a date",
    ),
    pytest.param(
        ["    date: 1933-11-18\n", ""],
        ["record 58:3: JointDeclaration needs 'date', or 'relative' to another record"],
        id="a declaration without a date",
    ),
    pytest.param(
        ["hosts: [trentino]", "delegation: [{office: Tailor}]"],
        ["record 34:18: a delegation's member has either 'leader' or 'group'"],
        id="a delegate without a name",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: 5}]"],
        ["record 55:16: evidence needs 'words', or 'paragraph' and 'span'"],
        id="evidence without words",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{words: hand, paragraph: 5, span: [0, 4]}]"],
        ["record 55:16: evidence has either 'words' or 'span', not both"],
        id="evidence with words and a span",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{span: [0, 4]}]"],
        ["record 55:16: a 'span' is counted in its 'paragraph', which is missing"],
        id="evidence with a span of no paragraph",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: 5, span: [4, 0]}]"],
        ["record 55:16: a 'span' is two numbers, the first below the second"],
        id="evidence with a span backwards",
    ),
    pytest.param(
        ["act: offer", "act: xyzzy"],
        [f"value 52:10: no act 'xyzzy'; expected {ACTS}"],
        id="an unknown word of a long vocabulary",
    ),
    pytest.param(
        ["voice: reported", "voice: xyzzy"],
        [("value 51:12: no voice 'xyzzy'; expected 'direct', 'mixed', 'reported' or 'narrated'")],
        id="an unknown word of a short vocabulary",
    ),
    pytest.param(
        ["act: offer", "act: Offer"],
        ["value 52:10: no act 'Offer'; did you mean 'offer'?"],
        id="a word in another case",
    ),
    pytest.param(
        ["date: 1933-11-18", "date: 18.11.1933"],
        [
            (
                "date 61:11: '18.11.1933' is no EDTF date: year, month and day stand in this "
                "order, joined by hyphens; did you mean '1933-11-18'?"
            )
        ],
        id="a date of another order",
    ),
    pytest.param(
        ["date: 1933-11-18", "date: November 1933"],
        [
            (
                "date 61:11: 'November 1933' is no EDTF date: a month is written as a number; "
                "did you mean '1933-11'?"
            )
        ],
        id="a date in words",
    ),
    pytest.param(
        ["date: 1933-11-18", "date: 10/11/1933"],
        ["date 61:11: '10/11/1933' is no EDTF date: day and month cannot be told apart"],
        id="a date that might be either",
    ),
    pytest.param(
        ["date: 1933-11-18", "date: 1933/1933-02-30"],
        ["date 61:11: '1933/1933-02-30' is no EDTF date: February 1933 has 28 days"],
        id="a date with a wrong end",
    ),
    pytest.param(
        ["date: 1933-11-18", "date: 1933-11-18T24:00:00Z"],
        ["date 61:11: '1933-11-18T24:00:00Z' is no EDTF date: hour 24 does not exist"],
        id="a time that is none",
    ),
    pytest.param(
        [
            "date: 1933-11-18",
            (
                "date: "
                "111111111111111111111111111111111111111111111111111111111111111111111111111111"
                "111111111111111111111"
            ),
        ],
        [
            (
                "date 61:11: '1111111111111111111111111111111111111111'... is no EDTF date: a "
                "year has four digits"
            )
        ],
        id="a date of a hundred thousand digits",
    ),
    pytest.param(
        ["as_of: 1933-11-17", "end: [1934..]"],
        ['type 22:68: expected a date, found a list; write "[1934..]"'],
        id="an unquoted set of dates",
    ),
    pytest.param(
        ["as_of: 1933-11-17", "end: [1934-01, 1935..1936]"],
        ['type 22:68: expected a date, found a list; write "[1934-01,1935..1936]"'],
        id="an unquoted set of several dates",
    ),
    pytest.param(
        ["as_of: 1933-11-17", "end: [1934-01, {1935: 1936}]"],
        ["type 22:68: expected a date, found a list"],
        id="an unquoted set with a mapping",
    ),
    pytest.param(
        ["date: 1933-11-18", "date:\n      - 1933-11-18"],
        ["type 62:7: expected a date, found a list"],
        id="a block list for a date",
    ),
    pytest.param(
        ["date: 1933-11-18", "date: {start: 1933}"],
        ["type 61:11: expected a date, found a mapping"],
        id="a mapping for a date",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: yes"],
        ["type 53:16: expected true or false, found 'yes'; write true"],
        id="yes",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: no"],
        ["type 53:16: expected true or false, found 'no'; write false"],
        id="no",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: on"],
        ["type 53:16: expected true or false, found 'on'; write true"],
        id="on",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: Off"],
        ["type 53:16: expected true or false, found 'Off'; write false"],
        id="Off",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: TRUE"],
        ["type 53:16: expected true or false, found 'TRUE'; write true"],
        id="TRUE",
    ),
    pytest.param(
        ["act: offer", 'act: offer\n    distanced: "true"'],
        ["type 53:16: expected true or false, found 'true'; write true without quotes"],
        id="a truth value in quotes",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: 1"],
        ["type 53:16: expected true or false, found '1'"],
        id="a number for a truth value",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: '1'"],
        ["type 53:16: expected true or false, found '1'"],
        id="a quoted number for a truth value",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    distanced: [true]"],
        ["type 53:16: expected true or false, found a list"],
        id="a list for a truth value",
    ),
    pytest.param(
        ['["held out ... the right hand"]', '[{paragraph: "5", span: [0, 4]}]'],
        ["type 55:28: expected a whole number, found '5'; write 5 without quotes"],
        id="a number in quotes",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: 010, span: [0, 4]}]"],
        ["type 55:28: expected a whole number, found '010'"],
        id="a number with a leading zero",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: \u0665\u0660, span: [0, 4]}]"],
        ["type 55:28: expected a whole number, found '\u0665\u0660'"],
        id="a number of another script",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: -5, span: [0, 4]}]"],
        ["type 55:28: expected a whole number, found '-5'"],
        id="a negative number",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: 1234567890, span: [0, 4]}]"],
        ["type 55:28: expected a whole number, found '1234567890'"],
        id="a number too large",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: true, span: [0, 4]}]"],
        ["type 55:28: expected a whole number, found 'true'"],
        id="a truth value for a number",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: [5], span: [0, 4]}]"],
        ["type 55:28: expected a whole number, found a list"],
        id="a list for a number",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[{paragraph: 5, span: [0, x]}]"],
        ["type 55:41: expected a whole number, found 'x'"],
        id="a fault in a list of several",
    ),
    pytest.param(
        ["text: Freedonia offers its hand.", "text: C# and #1 thing"],
        [
            (
                "text-cut 54:11: the comment behind 'C# and' may belong to the text; put all "
                "of it in quotes"
            )
        ],
        id="prose with a comment behind it",
    ),
    pytest.param(
        ["text: Freedonia offers its hand.", "text: Freedonia\n      offers # its hand"],
        [
            (
                "text-cut 54:11: the comment behind 'Freedonia offers' may belong to the text; "
                "put all of it in quotes"
            )
        ],
        id="prose over two lines with a comment behind it",
    ),
    pytest.param(
        ["{name: Tone, values: [warm, cold]}", "{name: Tone, definition: the tone # of it\n    }"],
        [
            (
                "text-cut 15:34: the comment behind 'the tone' may belong to the text; put all "
                "of it in quotes"
            )
        ],
        id="prose in braces with a comment behind it",
    ),
    pytest.param(
        ['evidence: ["held out ... the right hand"]', "evidence:\n      - held out # her hand"],
        [
            (
                "text-cut 56:9: the comment behind 'held out' may belong to the text; put all "
                "of it in quotes"
            )
        ],
        id="prose in a list with a comment behind it",
    ),
    pytest.param(
        ['["held out ... the right hand"]', "[held out, the right hand]"],
        [f"text-split 55:15: {IN_BRACKETS}"],
        id="unquoted prose in brackets",
    ),
    pytest.param(
        [
            "text: Freedonia offers its hand.",
            'text: Freedonia offers its hand.\n    quoted: ["the hand", hand]',
        ],
        [f"text-split 55:13: {IN_BRACKETS}"],
        id="unquoted prose beside quoted",
    ),
    pytest.param(
        [
            "text: Freedonia offers its hand.",
            "text: Freedonia offers its hand.\n    quoted: [its hand]",
        ],
        [f"text-split 55:13: {IN_BRACKETS}"],
        id="one unquoted prose in brackets",
    ),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("changes", "expected"), ROWS)
def test_fault(changes: list[str], expected: list[str]) -> None:
    """A field that holds what it may not is one problem, at its place."""
    assert expected == told(edited(*changes))
