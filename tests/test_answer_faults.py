"""What an answer's fields and ids are refused for, each fault once and in its place."""

from typing import Any

import pytest

from tests.answers import ANSWER, edited, problems, told

FAULTS = [
    pytest.param(
        [
            '"bilateral": 1',
            '"bilateral": 2',
        ],
        [
            "format bilateral 2:16: this is format version '2'; this library reads version 1",
        ],
        id="another version",
    ),
    pytest.param(
        [
            '"bilateral": 1',
            '"bilateral": "1"',
        ],
        [
            "type bilateral 2:16: expected a whole number, found '1'; write 1 without quotes",
        ],
        id="a text for the version",
    ),
    pytest.param(
        [
            '"bilateral": 1',
            '"bilateral": null',
        ],
        [
            'key-missing  1:1: the answer needs "bilateral": 1, the version of its format',
        ],
        id="no version",
    ),
    pytest.param(
        [
            '"bilateral": 1',
            '"bilaterl": 1',
        ],
        [
            "key-unknown bilaterl 2:3: a file has no 'bilaterl'; did you mean 'bilateral'?",
        ],
        id="a misspelt version",
    ),
    pytest.param(
        [
            '"visits": [',
            '"vists": [',
        ],
        [
            "key-unknown vists 22:3: a file has no 'vists'; did you mean 'visits'?",
        ],
        id="a misspelt section",
    ),
    pytest.param(
        [
            '"visits": [',
            '"vists": [], "visits": [',
        ],
        [
            "key-unknown vists 22:3: a file has no 'vists'; did you mean 'visits'?",
        ],
        id="a misspelt section beside the right one",
    ),
    pytest.param(
        ['"readings": [', '"organisations": [], "readings": ['],
        [
            (
                "key-unknown organisations 53:3: a file has no 'organisations'; did you mean"
                " 'organizations'?"
            ),
        ],
        id="a misspelt section with nothing in it",
    ),
    pytest.param(
        ['[{"after": "offer", "by": "1 day"}]', '["offer"], "date": "1933"'],
        ["type events[0].relative[0] 51:44: expected an object, found 'offer'"],
        id="an id for an object",
    ),
    pytest.param(
        [
            '"readings": [',
            '"redings": [], "events2": 1, "readings": [',
        ],
        [
            "key-unknown redings 53:3: a file has no 'redings'; did you mean 'readings'?",
            "key-unknown events2 53:18: a file has no 'events2'; did you mean 'events'?",
        ],
        id="unknown keys of an answer",
    ),
    pytest.param(
        [
            '"visits": [\n',
            '"visits": {"call": [\n',
            '     "date": "1933-11-17"}\n  ],\n  "meetings"',
            '     "date": "1933-11-17"}\n  ]},\n  "meetings"',
        ],
        [
            "type visits 22:13: expected a list of records, each with its 'id', found an object",
        ],
        id="a mapping of records",
    ),
    pytest.param(
        [
            '{"id": "tea", "kind"',
            '{"kind"',
        ],
        [
            "key-missing meetings[0].id 27:5: Meeting needs 'id'",
        ],
        id="no id",
    ),
    pytest.param(
        [
            '{"id": "tea", "kind"',
            '{"id": null, "kind"',
        ],
        [
            "key-missing meetings[0].id 27:6: Meeting needs 'id'",
        ],
        id="null for an id",
    ),
    pytest.param(
        [
            '{"id": "tea", "kind"',
            '{"ID": "tea", "kind"',
        ],
        [
            "key-unknown meetings[0].ID 27:6: Meeting has no field 'ID'; did you mean 'id'?",
        ],
        id="a misspelt id",
    ),
    pytest.param(
        [
            '{"id": "tea", "kind"',
            '{"id": 7, "kind"',
        ],
        [
            'type meetings[0].id 27:12: expected an id, found 7; write "7"',
        ],
        id="a number for an id",
    ),
    pytest.param(
        [
            '{"id": "hand",',
            '{"id": "a hand",',
            ', "accord/hand"',
            "",
        ],
        [
            (
                "id-form declarations[0].clauses[0].id 46:15: 'a hand' is no id: ids have"
                " letters a-z, digits, '-' and '_'; did you mean 'a-hand'?"
            ),
        ],
        id="an id that is none",
    ),
    pytest.param(
        [
            '{"id": "call",',
            '{"id": "peace",',
            '"visit": "call"',
            '"visit": "peace"',
        ],
        [],
        id="a local id that is a topic's too",
    ),
    pytest.param(
        [
            '{"id": "tea",',
            '{"id": "call",',
            '"meeting": "tea",',
            '"meeting": "call",',
        ],
        [
            "id-twice meetings[0].id 27:12: the id 'call' is used at answer.json:23:12 already",
            "ref-kind statements[0].meeting 34:17: 'call' is a visit; expected a meeting",
        ],
        id="an id of two kinds",
    ),
    pytest.param(
        [
            '{"id": "SYL",',
            '{"id": "FRD", "name": 1}, {"id": "SYL",',
        ],
        [
            "id-twice countries[1].id 7:12: the id 'FRD' stands on line 6, column 12 already",
            'type countries[1].name 7:27: expected text, found 1; write "1"',
        ],
        id="an id twice in a list",
    ),
    pytest.param(
        [
            '"text": "Both sides keep the peace."}',
            '"text": "x"}, {"id": "hand", "act": "note", "text": "y"}',
        ],
        [
            (
                "id-twice declarations[0].clauses[1].id 46:82: the id 'hand' stands on line"
                " 46, column 15 already"
            ),
        ],
        id="a clause twice",
    ),
    pytest.param(
        [
            '"hosts": ["trentino"]',
            '"hosts": ["trentno"]',
        ],
        [
            (
                "ref-unknown visits[0].hosts[0] 23:53: no leader, country or organization"
                " 'trentno'; did you mean 'trentino'?"
            ),
        ],
        id="an unknown id",
    ),
    pytest.param(
        [
            '"voice": "reported"',
            '"voise": "reported"',
        ],
        [
            (
                "key-unknown statements[0].voise 36:6: Statement has no field 'voise'; did"
                " you mean 'voice'?"
            ),
        ],
        id="a misspelt field",
    ),
    pytest.param(
        [
            '"voice": "reported"',
            '"voice": null',
        ],
        [
            "key-missing statements[0].voice 36:6: Statement needs 'voice'",
        ],
        id="null for what is needed",
    ),
    pytest.param(
        [
            '"speakers": ["firefly"]',
            '"speakers": []',
        ],
        [
            "key-missing statements[0].speakers 32:6: Statement needs 'speakers'",
        ],
        id="an empty list for what is needed",
    ),
    pytest.param(
        [
            '     "voice": "reported",\n',
            "",
        ],
        [
            "key-missing statements[0].voice 31:12: Statement needs 'voice'",
        ],
        id="a missing field",
    ),
    pytest.param(
        [
            '"distanced": false',
            '"distanced": "false"',
        ],
        [
            (
                "type statements[0].distanced 38:19: expected true or false, found 'false';"
                " write false without quotes"
            ),
        ],
        id="a text for a truth value",
    ),
    pytest.param(
        [
            '"distanced": false',
            '"distanced": 0',
        ],
        [
            "type statements[0].distanced 38:19: expected true or false, found 0",
        ],
        id="a number for a truth value",
    ),
    pytest.param(
        [
            '"text": "Freedonia offers its hand."',
            '"text": true',
        ],
        [
            'type statements[0].text 40:14: expected text, found true; write "true"',
        ],
        id="a truth value for a text",
    ),
    pytest.param(
        [
            '"text": "Freedonia offers its hand."',
            '"text": ["a"]',
        ],
        [
            "type statements[0].text 40:14: expected text, found a list",
        ],
        id="a list for a text",
    ),
    pytest.param(
        [
            '"text": "Freedonia offers its hand."',
            '"text": ""',
        ],
        [
            "value statements[0].text 40:14: the text is empty; write null, or leave the key out",
        ],
        id="an empty text",
    ),
    pytest.param(
        [
            '"topics": ["peace"],\n     "text"',
            '"topics": ["peace", " "],\n     "text"',
        ],
        [
            "value statements[0].topics[1] 39:26: the text is blank; leave the item out",
        ],
        id="a blank item",
    ),
    pytest.param(
        [
            '"topics": ["peace"],\n     "text"',
            '"topics": ["peace", null],\n     "text"',
        ],
        [
            (
                "empty-value statements[0].topics[1] 39:26: null stands for nothing in a"
                " list; leave the item out"
            ),
        ],
        id="null in a list",
    ),
    pytest.param(
        [
            '"topics": ["peace"],\n     "text"',
            '"topics": "peace",\n     "text"',
        ],
        [
            "type statements[0].topics 39:16: expected a list, found 'peace'; write [\"peace\"]",
        ],
        id="a text for a list",
    ),
    pytest.param(
        [
            '"topics": ["peace"],\n     "text"',
            '"topics": {"peace": true},\n     "text"',
        ],
        [
            "type statements[0].topics 39:16: expected a list, found an object",
        ],
        id="an object for a list",
    ),
    pytest.param(
        [
            '"published": "1933-11-17"',
            '"published": 1933',
        ],
        [
            'type sources[0].published 21:19: expected a date, found 1933; write "1933"',
        ],
        id="a number for a date",
    ),
    pytest.param(
        [
            '"published": "1933-11-17"',
            '"published": "17.11.1933"',
        ],
        [
            (
                "date sources[0].published 21:19: '17.11.1933' is no EDTF date: year, month"
                " and day stand in this order, joined by hyphens; did you mean '1933-11-17'?"
            ),
        ],
        id="a broken date",
    ),
    pytest.param(
        [
            '"by": "1 day"',
            '"by": 1',
        ],
        [
            (
                "type events[0].relative[0].by 51:69: expected a gap such as '1 day' or"
                " 'weeks', found 1; write \"1\""
            ),
        ],
        id="a number for a gap",
    ),
    pytest.param(
        [
            '"act": "offer"',
            '"act": 3',
        ],
        [
            'type statements[0].act 37:13: expected an act, found 3; write "3"',
        ],
        id="a number for a word",
    ),
    pytest.param(
        [
            '"act": "offer"',
            '"act": "ofer"',
        ],
        [
            "value statements[0].act 37:13: no act 'ofer'; did you mean 'offer'?",
        ],
        id="an unknown word",
    ),
    pytest.param(
        [
            '"meeting": "tea"',
            '"meeting": {"id": "tea"}',
        ],
        [
            "type statements[0].meeting 34:17: expected an id, found an object",
        ],
        id="a record for its id",
    ),
    pytest.param(
        [
            '[{"words": "held out ... the right hand", "source": null}]',
            '["held out"]',
        ],
        [
            (
                "type statements[0].evidence[0] 41:19: expected an object, found 'held out';"
                ' write {"words": "held out"}'
            ),
        ],
        id="the short form of evidence",
    ),
    pytest.param(
        [
            '{"words": "held out ... the right hand", "source": null}',
            '{"paragraph": "1", "span": [0, 1.5]}',
        ],
        [
            (
                "type statements[0].evidence[0].paragraph 41:33: expected a whole number,"
                " found '1'; write 1 without quotes"
            ),
            "type statements[0].evidence[0].span[1] 41:50: expected a whole number, found '1.5'",
        ],
        id="numbers",
    ),
    pytest.param(
        [
            '{"words": "held out ... the right hand", "source": null}',
            '{"paragraph": "one", "words": "x"}',
        ],
        [
            "type statements[0].evidence[0].paragraph 41:33: expected a whole number, found 'one'",
        ],
        id="a word for a number",
    ),
    pytest.param(
        [
            '{"words": "held out ... the right hand", "source": null}',
            '{"words": null}',
        ],
        [
            (
                "record statements[0].evidence[0] 41:19: evidence needs 'words', or"
                " 'paragraph' and 'span'"
            ),
        ],
        id="a record that contradicts itself",
    ),
    pytest.param(
        [
            '"relative": [{"after": "offer", "by": "1 day"}]',
            '"relative": null',
        ],
        [
            "record events[0] 50:12: Event needs 'date', or 'relative' to another record",
        ],
        id="neither a date nor relative",
    ),
    pytest.param(
        [
            '  "readings": [\n',
            '  "readings": [null, "x", 1,\n',
        ],
        [
            "empty-value readings[0] 53:16: null stands for nothing in a list; leave the item out",
            "type readings[1] 53:22: expected a record with its 'id', found 'x'",
            "type readings[2] 53:27: expected a record with its 'id', found 1",
        ],
        id="no records",
    ),
    pytest.param(
        [
            '"title": "Firefly calls on Trentino",\n  "countries"',
            '"title": "x", "defaults": {"visits": {}},\n  "countries"',
        ],
        [
            (
                "key-unknown defaults 4:17: a file has no 'defaults'; expected 'bilateral',"
                " 'id', 'note', 'confidence', 'inferred', 'codes', 'title', 'coding',"
                " 'countries', 'organizations', 'topics', 'variables', 'leaders', 'sources',"
                " 'visits', 'meetings', 'statements', 'declarations', 'events' or 'readings'"
            ),
        ],
        id="defaults",
    ),
    pytest.param(
        [
            '"kind": "news"',
            (
                '"inferred": [{"field": "published", "basis": "derivd"}, {"field":'
                ' "publishd", "basis": "coder"}]'
            ),
        ],
        [
            "value sources[0].inferred[0].basis 20:106: no basis 'derivd'; did you mean 'derived'?",
            (
                "key-unknown sources[0].inferred[1].field 20:127: Source has no field"
                " 'publishd'; did you mean 'published'?"
            ),
        ],
        id="entries with wrong values",
    ),
    pytest.param(
        [
            '"kind": "news"',
            '"codes": [{"variable": "tone", "value": "wram"}, {"variable": "tine", "value": "x"}]',
        ],
        [
            (
                "value sources[0].codes[0].value 20:101: 'wram' is no value of 'tone'; did"
                " you mean 'warm'?"
            ),
            (
                "ref-unknown sources[0].codes[1].variable 20:123: no variable 'tine'; did"
                " you mean 'tone'?"
            ),
        ],
        id="codes",
    ),
    pytest.param(
        [
            '"kind": "news"',
            (
                '"codes": [{"variable": "tone", "value": 1}, {"variable": 2, "value": "x"},'
                ' {"variable": "", "value": null}, 3, {"x": 1}]'
            ),
        ],
        [
            'type sources[0].codes[0].value 20:101: expected text, found 1; write "1"',
            'type sources[0].codes[1].variable 20:118: expected text, found 2; write "2"',
            "key-missing sources[0].codes[2].value 20:153: an entry of 'codes' needs 'value'",
            (
                "type sources[0].codes[3] 20:169: expected an object with 'variable' and"
                " 'value', found 3"
            ),
            "key-missing sources[0].codes[4].variable 20:172: an entry of 'codes' needs 'variable'",
            "key-missing sources[0].codes[4].value 20:172: an entry of 'codes' needs 'value'",
            (
                "key-unknown sources[0].codes[4].x 20:173: an entry of 'codes' has no 'x';"
                " it has 'variable' and 'value'"
            ),
        ],
        id="entries that are none",
    ),
    pytest.param(
        [
            '"kind": "news"',
            (
                '"inferred": {"published": "derived"}, "mentions": [{"word": "a", "actor":'
                ' "FRD"}, {"words": "b", "actor": "FRD"}, {"words": "b", "actor": "SYL"}]'
            ),
        ],
        [
            (
                "type sources[0].inferred 20:73: expected a list of objects with 'field' and"
                " 'basis', found an object"
            ),
            (
                "key-unknown sources[0].mentions[0].word 20:113: an entry of 'mentions' has"
                " no 'word'; did you mean 'words'?"
            ),
            (
                "key-twice sources[0].mentions[2].words 20:185: 'b' stands on line 20,"
                " column 153 already"
            ),
        ],
        id="a mapping, misspelt entries, an entry twice",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), FAULTS)
def test_fault(changes: list[str], expected: list[str]) -> None:
    """A fault is told once, with its place, its path in the answer, and what was meant."""
    assert expected == told(edited(*changes))


def test_all_at_once() -> None:
    """The faults of an answer are told together, in the order of the text."""
    text = ANSWER
    rows: list[Any] = FAULTS
    for row in rows:
        changes, _ = row.values
        if row.id in ("a misspelt field", "a broken date", "an unknown id", "a number for a gap"):
            text = edited(*changes, text=text)
    codes = ["date", "ref-unknown", "key-unknown", "type"]
    assert codes == [one.code for one in problems(text)]
