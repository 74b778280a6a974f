"""What is no JSON, or is JSON with what may not stand in a file: told in its place."""

import pytest

import bilateral as bl
from tests.answers import ANSWER, edited, problems, told

NOT_JSON = [
    ("[]", "", "1:1: an answer begins with '{'"),
    ("bilateral: 1\n", "", "1:1: an answer begins with '{'"),
    ('[{"bilateral": 1}]', "", "1:1: an answer begins with '{'; take out what stands before it"),
    (
        'Here: {"bilateral": 1}',
        "",
        "1:1: an answer begins with '{'; take out what stands before it",
    ),
    (
        '{"bilateral": 1} Done.',
        "",
        "1:18: the answer has ended, and more stands behind it; take it out",
    ),
    (
        '{"bilateral": 1} {"a": 1}',
        "",
        "1:18: the answer has ended, and more stands behind it; take it out",
    ),
    ('{"bilateral": 1}]', "", "1:17: nothing opens the bracket that ']' closes"),
    ('{"bilateral": 1} // x', "", "1:18: a comment; JSON has none, so take it out"),
    ('{"bilateral": 1,}', "bilateral", "1:16: nothing stands behind this comma; take it out"),
    ('{"visits": [1,\n]}', "visits[0]", "1:14: nothing stands behind this comma; take it out"),
    ('{"bilateral": 1, // x\n}', "", "1:18: a comment; JSON has none, so take it out"),
    ('{"bilateral": 1 # x\n}', "bilateral", "1:17: a comment; JSON has none, so take it out"),
    ('{"bilateral" /* x */: 1}', "bilateral", "1:14: a comment; JSON has none, so take it out"),
    ('{"bilateral": /* x */ 1}', "bilateral", "1:15: a comment; JSON has none, so take it out"),
    ("{'bilateral': 1}", "", "1:2: text stands between double quotes (\"), not between '"),
    (
        '{"id": \u201cx\u201d}',
        "id",
        '1:8: text stands between double quotes ("), not between \u201c',
    ),
    ("{bilateral: 1}", "", "1:2: a key is expected here, between double quotes"),
    ('{1: "x"}', "", "1:2: a key is expected here, between double quotes"),
    ('{"a": [{]}', "a[0]", "1:9: a key is expected here, between double quotes"),
    ("{,}", "", "1:2: a key and its value are missing before this comma"),
    ('{"bilateral" 1}', "bilateral", "1:14: a ':' is missing behind the key"),
    ('{"bilateral": 1 "id": "x"}', "bilateral", "1:17: ',' or '}' is expected here"),
    ('{"a": [1 2]}', "a[0]", "1:10: ',' or ']' is expected here"),
    ('{"a": [1}', "a[0]", "1:9: ',' or ']' is expected here"),
    ('{"a": [1,,2]}', "a[1]", "1:10: a value is missing here"),
    ('{"a": }', "a", "1:7: a value is missing here"),
    ('{"a": NaN}', "a", "1:7: 'NaN' is no word of JSON; write null"),
    ('{"a": None}', "a", "1:7: 'None' is no word of JSON; write null"),
    ('{"a": True}', "a", "1:7: 'True' is no word of JSON; write true"),
    ('{"a": no}', "a", "1:7: 'no' is no word of JSON; write false"),
    (
        '{"a": Infinity}',
        "a",
        "1:7: 'Infinity' is no number; put text and dates between double quotes",
    ),
    (
        '{"a": -Infinity}',
        "a",
        "1:7: '-Infinity' is no number; put text and dates between double quotes",
    ),
    (
        '{"a": 2024-05-16}',
        "a",
        "1:7: '2024-05-16' is no number; put text and dates between double quotes",
    ),
    ('{"a": 01}', "a", "1:7: '01' is no number; put text and dates between double quotes"),
    ('{"a": +1}', "a", "1:7: '+1' is no number; put text and dates between double quotes"),
    ('{"a": .5}', "a", "1:7: '.5' is no number; put text and dates between double quotes"),
    ('{"a": 1.}', "a", "1:7: '1.' is no number; put text and dates between double quotes"),
    ('{"a": 0x1F}', "a", "1:7: '0x1F' is no number; put text and dates between double quotes"),
    ('{"a": CHN}', "a", "1:7: a value is expected here; text stands between double quotes"),
    ('{"a": trueish}', "a", "1:7: a value is expected here; text stands between double quotes"),
    ('{"a": \u00a01}', "a", "1:7: an unusual space; put ordinary ones between values"),
    ('{"a": 1,\u3000"b": 2}', "", "1:9: an unusual space; put ordinary ones between values"),
    (
        '{"a": "x',
        "a",
        "1:7: the quotes that open here are not closed; the answer may have been cut",
    ),
    (
        '{"a": "x\\',
        "a",
        "1:7: the quotes that open here are not closed; the answer may have been cut",
    ),
    (
        '{"a": "x\ny"}',
        "a",
        (
            "1:7: the quotes that open here are not closed in their line; within a text,"
            " write a line break \\n"
        ),
    ),
    ('{"a": "x\ty"}', "a", "1:9: a tab stands within a text; write it \\t"),
    ('{"a": "C:\\dir"}', "a", "1:10: this backslash begins no escape of JSON; write it twice"),
    ('{"a": "\\u12"}', "a", "1:8: this backslash begins no escape of JSON; write it twice"),
    (
        '{\n"a": [1, {"b": 2}',
        "a[1]",
        "2:6: the '[' that opens here is not closed; the answer may have been cut",
    ),
    ('{"a": [', "a", "1:7: the '[' that opens here is not closed; the answer may have been cut"),
    ('{"a": 1,', "a", "1:1: the '{' that opens here is not closed; the answer may have been cut"),
    ('{"a": ', "a", "1:1: the '{' that opens here is not closed; the answer may have been cut"),
    ('{"a" ', "a", "1:1: the '{' that opens here is not closed; the answer may have been cut"),
    ("{", "", "1:1: the '{' that opens here is not closed; the answer may have been cut"),
]


@pytest.mark.parametrize(("text", "path", "expected"), NOT_JSON, ids=[row[0] for row in NOT_JSON])
def test_no_json(text: str, path: str, expected: str) -> None:
    """What is no JSON is told up to the first such place, with what to do about it."""
    place, _, message = expected.partition(": ")
    assert [f"json {path} {place}: this is not JSON: {message}"] == told(text)


@pytest.mark.parametrize("before", ["", "Here is the answer:\n\n", "\n  "])
@pytest.mark.parametrize("fence", ["```json", "```", "~~~"])
def test_a_markdown_fence_is_told_as_such(before: str, fence: str) -> None:
    """A fence around an answer, or behind it, is told with what to take out."""
    (found,) = problems(f"{before}{fence}\n{ANSWER}```\n")
    message = (
        f"this is not JSON: a Markdown fence; take out its two lines, of which {fence!r} is one,"
        " and what stands around them"
    )
    column = 3 if before.endswith("  ") else 1
    assert (
        (message, before.count("\n") + 1, column) == (found.message, *found.place_)
        if False
        else (found.message, found.place.line, found.place.column)
    )
    (found,) = problems(ANSWER + "```")
    assert (ANSWER.count("\n") + 1, "no fence") == (found.place.line, found.suggestion)


@pytest.mark.parametrize("text", ["", " \n"])
def test_nothing_is_no_answer(text: str) -> None:
    """An empty answer is refused."""
    line = text.count("\n") + 1
    message = 'the answer is empty; it is an object that begins with {"bilateral": 1'
    assert [f"empty  {line}:1: {message}"] == told(text)


# Characters, doubles and limits


@pytest.mark.parametrize(
    ("written", "message"),
    [
        ("\\ud800", "the character U+D800 may not stand in a file; take it out"),
        ("\\u0000", "the character U+0000 may not stand in a file; take it out"),
        ("\\u2028", "the character U+2028 LINE SEPARATOR may not stand in a file; take it out"),
        (
            "\\u202e",
            (
                "U+202E RIGHT-TO-LEFT OVERRIDE changes the direction of the text around it;"
                " take it out"
            ),
        ),
    ],
)
def test_escapes_of_what_may_not_stand_in_a_file(written: str, message: str) -> None:
    """What YAML refuses is refused however it is written, in values and in keys."""
    (found,) = problems(edited("Freedonia offers", f"Freedonia {written} offers"))
    assert ("statements[0].text", message, 40, 14) == (
        found.path,
        found.message,
        found.place.line,
        found.place.column,
    )
    (found,) = problems(edited('"voice": ', f'"{written}": 1, "voice": '))
    assert (message, 36, 6) == (found.message, found.place.line, found.place.column)


@pytest.mark.parametrize("character", ["\ud800", "\x01", "\u202e", "\ufeff"])
def test_what_may_not_stand_in_a_file(character: str) -> None:
    """Nor may such characters stand in the text itself."""
    (found,) = problems(edited("Freedonia offers", f"Freedonia {character} offers"))
    assert (40, 25) == (found.place.line, found.place.column)


def test_pairs_of_surrogates_and_composed_letters() -> None:
    """A pair of escapes is one character, and text is stored in NFC."""
    text = edited("Freedonia offers", "\\ud83d\\ude00 \\/ e\\u0301 offers")
    assert (
        "\U0001f600 / \u00e9 offers its hand."
        == bl.loads(text, profile="llm").statements["offer"].text
    )


def test_a_key_twice_is_refused() -> None:
    """A key that stands twice is told with both places, in any spelling of it."""
    text = edited('"act": "offer"', '"act": "offer", "act": "note"')
    assert [
        "key-twice statements[0].act 37:22: the key 'act' stands on line 37, column 6 already"
    ] == told(text)
    text = '{"bilateral": 1, "\u00e9": 1,\n"e\u0301": 2}'
    assert "key-twice \u00e9 2:1: the key '\u00e9' stands on line 1, column 18 already" in told(
        text
    )


def test_what_a_doubled_section_declares_is_no_second_fault() -> None:
    """What refers to records under the second key of two is not refused for it."""
    text = edited('"countries": [', '"countries": [], "countries": [')
    assert [
        "key-twice countries 5:20: the key 'countries' stands on line 5, column 3 already"
    ] == told(text)


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        (bl.Limits(depth=3), "too-deep countries[1].aliases 7:50: nested more than 3 deep"),
        (bl.Limits(nodes=9), "too-many countries[0] 6:5: more than 9 values in one file"),
        (
            bl.Limits(key_length=8),
            "key-long bilateral... 2:3: a key of 9 characters; 8 are allowed",
        ),
        (bl.Limits(file_size=99), "file-too-big  1:1: the text is larger than 99 bytes"),
    ],
)
def test_limits(limits: bl.Limits, expected: str) -> None:
    """The limits are those of YAML, and hold while the text is read."""
    assert [expected] == told(ANSWER, limits)


def test_limits_hold_for_what_becomes_a_key() -> None:
    """The words of a mention and an id are keys in the data, and are not too long either."""
    long = "x" * 129
    text = edited('"kind": "news"', f'"mentions": [{{"words": "{long}", "actor": "SYL"}}]')
    message = "a key of 129 characters; 128 are allowed"
    assert [f"key-long sources[0].mentions[0].words 20:84: {message}"] == told(text)
    text = edited('"id": "tea"', f'"id": "{long}"')
    assert [f"key-long meetings[0].id 27:12: {message}"] == told(text)


@pytest.mark.parametrize("opening", ["[", '{"a":', "[["])
def test_nothing_reaches_the_stack(opening: str) -> None:
    """Depth without a limit is read all the same: nothing here calls itself for it."""
    limits = bl.Limits(depth=10**6)
    text = '{"bilateral": 1, "visits": ' + opening * 50_000
    assert ["json"] == [one.code for one in problems(text, limits)]
    closed = text + "1" + ("]" if "[" in opening else "}") * 50_000 * len(opening.strip('"a:'))
    assert problems(closed + "}", limits)
