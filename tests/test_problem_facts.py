"""All that a problem tells a program: its code, what was found, what was expected, what to write.

The messages of most are in other tests too; here each problem is asserted whole, alone in its text.
"""

# A row a line, so that it can be read as a table.
# ruff: noqa: E501

from pathlib import Path

import pytest

import bilateral as bl
from tests.drafts import NAME, problems, use_parser

HEAD = "bilateral: 1\n"
TALKS = HEAD + "events:\n  talks:\n    kind: consult\n    title: Talks\n    date: 1933\n"
Row = tuple[str | bytes, str, str, str, str | None, str | None, str | None]
# fmt: off
ROWS: list[Row] = [
    # text, line:column, code, message, found, expected, suggestion
    ("", "1:1", "empty", "the file is empty; it begins with 'bilateral: 1'", None, "'bilateral: 1'", None),
    ("# a comment\n", "1:1", "empty", "the file is empty; it begins with 'bilateral: 1'", None, "'bilateral: 1'", None),
    ("null\n", "1:1", "empty-value", "the file is empty; it begins with 'bilateral: 1'", None, "'bilateral: 1'", None),
    ('""\n', "1:1", "empty-value", "the file is empty; it begins with 'bilateral: 1'", None, "'bilateral: 1'", None),
    (HEAD + "title: *Peace\n", "2:8", "alias", "'*Peace' is a YAML alias; write the value out, or put it in quotes", "*Peace", "plain values", "quotes"),
    (HEAD + "title: !Peace\n", "2:8", "tag", "'!Peace' is a YAML tag; put text that begins with '!' in quotes", "!Peace", "no tags", "quotes"),
    (HEAD + "title: !!str Peace\n", "2:8", "tag", "'!!str' is a YAML tag; put text that begins with '!' in quotes", "!!str", "no tags", "quotes"),
    (HEAD + "title: &Peace talks\n", "2:8", "anchor", "'&Peace' is a YAML anchor; put text that begins with '&' in quotes", "&Peace", "no anchors", "quotes"),
    (HEAD + "title:\n", "2:7", "empty-value", "nothing stands here; leave the key out", "", "a value", None),
    (HEAD + "title: null\n", "2:8", "empty-value", "null means nothing in YAML; leave the key out, or quote the word", "null", "a value", None),
    (HEAD + 'title: ""\n', "2:8", "value", "the text is empty; leave the key out", "", "text", None),
    (HEAD + 'title: " "\n', "2:8", "value", "the text is blank; leave the key out", "", "text", None),
    (HEAD + "countries: {FRD: {name: Freedonia, codes: {a: }}}\n", "2:47", "empty-value", "nothing stands here; leave the key out", "", "a value", None),
    ("---\nbilateral: 1\ntitle: Peace\n", "4:1", "cut", "the file begins with '---' but does not end with '...'; its end may be missing", None, "'...'", None),
    (HEAD + "...\n---\nbilateral: 1\n", "3:1", "many-documents", "a second document begins here; a file holds one", None, "one document", None),
    (HEAD + "? [a]\n: b\n", "2:3", "key", "a key is text; put a key that begins with '[', '{' or '*' in quotes", None, "text", None),
    (HEAD + "null: b\n", "2:1", "key", "null is no key; quote the word", "null", "a key", None),
    (HEAD + ": b\n", "2:1", "yaml", "this is not YAML: did not find expected key", ": b", None, None),
    (HEAD + '"": b\n', "2:1", "key", "a key is blank; write what it names", "", "a key", None),
    (HEAD + '" ": b\n', "2:1", "key", "a key is blank; write what it names", " ", "a key", None),
    (HEAD + "<<: b\n", "2:1", "merge-key", "'<<' is a YAML merge key; write the fields out", "<<", "a field", None),
    (HEAD + "title: a\ntitle: b\n", "3:1", "key-twice", "the key 'title' stands on line 2 already", "title", None, None),
    (HEAD + '"\\u202e": b\n', "2:1", "bidi", "U+202E RIGHT-TO-LEFT OVERRIDE changes the direction of the text around it; take it out", "U+202E RIGHT-TO-LEFT OVERRIDE", "text without direction marks", None),
    (HEAD + 'title: "\\u202e"\n', "2:8", "bidi", "U+202E RIGHT-TO-LEFT OVERRIDE changes the direction of the text around it; take it out", "U+202E RIGHT-TO-LEFT OVERRIDE", "text without direction marks", None),
    (HEAD + 'title: "\\u0007"\n', "2:8", "char-forbidden", "the character U+0007 may not stand in a file; take it out", "U+0007", "printable text", None),
    (HEAD + "title: a\u202e\n", "2:9", "bidi", "U+202E RIGHT-TO-LEFT OVERRIDE changes the direction of the text around it; take it out", "U+202E RIGHT-TO-LEFT OVERRIDE", "text without direction marks", None),
    (HEAD + "title: a\x07\n", "2:9", "char-forbidden", "the character U+0007 may not stand in a file; take it out", "U+0007", "printable text", None),
    ("%YAML 1.1\n---\nbilateral: 1\n...\n", "1:1", "directive", "a YAML directive (%...) may not stand here; take it out", None, None, None),
    (HEAD + "title: a\n%b\n", "3:1", "directive", "a YAML directive (%...) may not stand here; take it out", None, None, None),
    (HEAD + "...\n%b\n", "3:1", "directive", "a YAML directive (%...) may not stand here; take it out", None, None, None),
    (HEAD + 'title: "a\n', "2:8", "yaml", "this is not YAML: the quotes that open here are not closed", '"a', None, None),
    (HEAD + "title: 'a\n", "2:8", "yaml", "this is not YAML: the quotes that open here are not closed", "'a", None, None),
    (HEAD + 'title: "a \\q"\n', "2:11", "yaml", "this is not YAML: found unknown escape character; write a backslash twice", '\\q"', None, "\\\\"),
    (HEAD + 'title: "a \\xZZ"\n', "2:13", "yaml", "this is not YAML: did not find expected hexdecimal number; write a backslash twice", 'ZZ"', None, "\\\\"),
    (HEAD + 'title: "\\ud800"\n', "2:11", "yaml", "this is not YAML: found invalid Unicode character escape code; write the character itself", 'd800"', None, None),
    (HEAD + "title: @Peace now\n", "2:8", "yaml", "this is not YAML: found character that cannot start any token; put the text between double quotes", "@Peace now", None, "quoted text"),
    (HEAD + "title: `xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", "2:8", "yaml", "this is not YAML: found character that cannot start any token; put the text between double quotes", "`xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", None, "quoted text"),
    (HEAD + "title: %b\n", "2:8", "yaml", "this is not YAML: found character that cannot start any token; put the text between double quotes", "%b", None, "quoted text"),
    (HEAD + "title: , b\n", "2:8", "yaml", "this is not YAML: did not find expected node content; put the text between double quotes", ", b", None, "quoted text"),
    (HEAD + 'title: "Peace" now\n', "2:16", "yaml", "this is not YAML: did not find expected key; put all of the text between quotes", "now", None, "quoted text"),
    (HEAD + "title: 'Peace' now\n", "2:16", "yaml", "this is not YAML: did not find expected key; put all of the text between quotes", "now", None, "quoted text"),
    (HEAD + "title: a: b\n", "2:9", "yaml", "this is not YAML: mapping values are not allowed in this context; put the text between double quotes", ": b", None, "quoted text"),
    (HEAD + "title: |x\n  b\n", "2:9", "yaml", "this is not YAML: did not find expected comment or line break; put the text between double quotes", "x", None, "quoted text"),
    (HEAD + "\ttitle: a\n", "2:1", "yaml", "this is not YAML: found a tab character that violates indentation; indent with spaces, not tabs", "\ttitle: a", None, "spaces, not tabs"),
    (HEAD + "countries:\n\tFRD: a\n", "3:1", "yaml", "this is not YAML: found character that cannot start any token; indent with spaces, not tabs", "\tFRD: a", None, "spaces, not tabs"),
    (HEAD + "title: ]\n", "2:8", "yaml", "this is not YAML: nothing opens the bracket that ']' closes", "]", None, None),
    (HEAD + "title: }\n", "2:8", "yaml", "this is not YAML: nothing opens the bracket that '}' closes", "}", None, None),
    (HEAD + "countries: [FRD\n", "2:12", "yaml", "this is not YAML: the '[' that opens here is not closed, or a ',' is missing before line 3", "[FRD", None, None),
    (HEAD + "countries: [FRD,\ntitle: a\n", "2:12", "yaml", "this is not YAML: the '[' that opens here is not closed, or a ',' is missing before line 4", "[FRD,", None, None),
    (HEAD + "countries: {FRD: {name: a}\ntitle: b\n", "2:12", "yaml", "this is not YAML: the '{' that opens here is not closed, or a ',' is missing before line 3", "{FRD: {name: a}", None, None),
    (HEAD + 'countries: [FRD "SYL"]\n', "2:12", "type", "expected a mapping from ids to records, found a list", "a list", "a mapping from ids to records", None),
    (HEAD + 'countries: [FRD, "SYL" "HES"]\n', "2:24", "yaml", "this is not YAML: did not find expected ',' or ']'; the bracket opens on line 2, column 12", '"HES"]', None, None),
    (HEAD + "- a\n", "2:1", "yaml", "this is not YAML: a list may not stand here; a record begins with its id and ':', and a list stands below its key", "- a", None, None),
    (HEAD + "title\nid: a\n", "2:1", "yaml", "this is not YAML: a key with ':' is expected here", "title", None, None),
    (HEAD + "title:a\nid: a\n", "2:1", "yaml", "this is not YAML: a key is expected here; put a space behind the ':'", "title:a", None, "': '"),
    (HEAD + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\nid: a\n", "2:1", "yaml", "this is not YAML: a key with ':' is expected here", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", None, None),
    (HEAD + "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx:a\nid: a\n", "2:1", "yaml", "this is not YAML: a key is expected here; put a space behind the ':'", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", None, "': '"),
    (HEAD + "title:a\n", "2:1", "yaml", "this is not YAML: a key is expected here; put a space behind the ':'", "title:a", None, "': '"),
    (HEAD + "title\n", "2:1", "yaml", "this is not YAML: a key with ':' is expected here", "title", None, None),
    (HEAD + "countries:\n  FRD:\n    name: a\n   id: b\n", "5:4", "yaml", "this is not YAML: did not find expected key; this line is indented unlike those above it", "id: b", None, None),
    (HEAD + "countries:\n  FRD:\n    name: a\n      id: b\n", "5:9", "yaml", "this is not YAML: mapping values are not allowed in this context; is the line indented like its neighbours, and has each key its ':'?", ": b", None, None),
    ("```yaml\nbilateral: 1\n```\n", "1:1", "yaml", "this is not YAML: a Markdown fence; take it out", "```yaml", None, "no fence"),
    (HEAD + "```\n", "2:1", "yaml", "this is not YAML: a Markdown fence; take it out", "```", None, "no fence"),
    (HEAD + "~~~ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\n", "2:1", "yaml", "this is not YAML: a Markdown fence; take it out", "~~~ xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", None, "no fence"),
    ("Here it is:\n```yaml\nbilateral: 1\n```\n", "2:1", "yaml", "this is not YAML: a Markdown fence; take it out", "```yaml", None, "no fence"),
    ("a\n", "1:1", "type", "expected a mapping that begins with 'bilateral: 1', found 'a'", "a", "a mapping that begins with 'bilateral: 1'", None),
    ("[a]\n", "1:1", "type", "expected a mapping that begins with 'bilateral: 1', found a list", "a list", "a mapping that begins with 'bilateral: 1'", None),
    ("title: a\n", "1:1", "key-missing", "the file needs 'bilateral: 1', the version of its format", None, "bilateral", None),
    ("bilaterel: 1\n", "1:1", "key-unknown", "a file has no 'bilaterel'; did you mean 'bilateral'?", "bilaterel", None, "bilateral"),
    ("bilateral: 2\n", "1:12", "format", "this is format version '2'; this library reads version 1", "2", "1", "1"),
    ("bilateral: [1]\n", "1:12", "type", "expected the version of the format, 1, found a list", "a list", "the version of the format, 1", None),
    ('bilateral: ""\n', "1:12", "value", "the text is empty; leave the key out", "", "text", None),
    (HEAD + "id: Ünïted now\n", "2:5", "id-form", "'Ünïted now' is no id: ids have letters a-z, digits, '-' and '_'; did you mean 'United-now'?", "Ünïted now", "letters a-z, digits, '-' and '_'", "United-now"),
    (HEAD + "id: [a]\n", "2:5", "type", "expected an id, found a list", "a list", "an id", None),
    (HEAD + "id: \u548c\n", "2:5", "id-form", "'\u548c' is no id: ids have letters a-z, digits, '-' and '_'", "\u548c", "letters a-z, digits, '-' and '_'", None),
    (HEAD + "countries: a\n", "2:12", "type", "expected a mapping from ids to records, found 'a'", "a", "a mapping from ids to records", None),
    (HEAD + "defaults: a\n", "2:11", "type", "expected a mapping from sections to fields, found 'a'", "a", "a mapping from sections to fields", None),
    (HEAD + "defaults: {statement: {}}\n", "2:12", "key-unknown", "there are no defaults for 'statement'; did you mean 'statements'?", "statement", "'sources', 'visits', 'meetings', 'statements', 'declarations', 'events' or 'readings'", "statements"),
    (HEAD + "defaults: {statements: a}\n", "2:24", "type", "expected a mapping of fields, found 'a'", "a", "a mapping of fields", None),
    (HEAD + "defaults: {declarations: {clauses: {a: {}}}}\n", "2:27", "key-unknown", "there are no defaults for 'clauses', which have ids of their own", "clauses", None, None),
    (HEAD + "countries:\n  FRD: {nam: a}\n", "3:9", "key-unknown", "Country has no field 'nam'; did you mean 'name'?", "nam", "'note', 'confidence', 'inferred', 'codes', 'name', 'aliases' or 'kind'", "name"),
    (HEAD + "countries:\n  FRD: {}\n", "3:3", "key-missing", "Country needs 'name'", None, "name", None),
    (HEAD + "countries:\n  FRD: {name:a}\n", "3:9", "key-unknown", "Country has no field 'name:a'; put a space behind the ':'", "name:a", "'note', 'confidence', 'inferred', 'codes', 'name', 'aliases' or 'kind'", "name: "),
    (HEAD + "countries:\n  FRD: {name: a, xyzzy: b}\n", "3:18", "key-unknown", "Country has no field 'xyzzy'; it has note, confidence, inferred, codes, name, aliases, kind", "xyzzy", "'note', 'confidence', 'inferred', 'codes', 'name', 'aliases' or 'kind'", None),
    (HEAD + "countries: {FRD: a}\n", "2:18", "type", "expected a mapping of the fields of Country, found 'a'", "a", "a mapping of the fields of Country", None),
    (TALKS + "    relative: [{after: other, by: soon}]\n  other: {kind: consult, title: Other, date: 1932}\n", "7:35", "value", "'soon' is no gap; write an exact one, as '1 day' or '6 years', or a vague 'days', 'weeks', 'months' or 'years'", "soon", "a gap such as '1 day'", None),
    (HEAD + "title: Peace #1\n", "2:8", "text-cut", "the comment behind 'Peace' may belong to the text; put all of it in quotes", "Peace", "the whole text", "quotes"),
    (TALKS + "    presupposed: yes\n", "7:18", "type", "expected true or false, found 'yes'; write true", "yes", "true or false", "true"),
    (TALKS + '    presupposed: "true"\n', "7:18", "type", "expected true or false, found 'true'; write true without quotes", "true", "true or false", "true without quotes"),
    (TALKS + "    id: other\n", "7:5", "key-unknown", "a record has no field 'id': its id is the key that it stands under", "id", None, None),
    (TALKS + "    date_: 1934\n", "7:5", "key-unknown", "Event has no field 'date_'; did you mean 'date'?", "date_", "'note', 'confidence', 'inferred', 'codes', 'evidence', 'source', 'relative', 'same_as', 'title', 'kind', 'actors', 'targets', 'beneficiaries', 'date', 'status', 'quantity', 'presupposed' or 'caused_by'", "date"),
    (HEAD + "events:\n  talks:\n    kind: consult\n    title: Talks\n    date: [1933, 1934]\n", "6:11", "type", 'expected a date, found a list; write "[1933,1934]"', "a list", "a date", '"[1933,1934]"'),
    (HEAD + "events:\n  talks:\n    kind: consult\n    title: Talks\n    date: soon\n", "6:11", "date", "'soon' is no EDTF date: a date is written like 2024-05-16, 2024-05 or 2024", "soon", "an EDTF date", None),
    (HEAD + "events:\n  talks:\n    kind: talk\n    title: Talks\n    date: 1933\n", "4:11", "value", "no event kind 'talk'; expected 'agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat', 'request', 'accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault', 'agreement', 'appointment', 'election', 'inauguration', 'policy', 'state-of-affairs' or 'war'", "talk", "'agree', 'consult', 'support', 'concede', 'cooperate', 'aid', 'retreat', 'request', 'accuse', 'reject', 'threaten', 'protest', 'sanction', 'mobilize', 'coerce', 'assault', 'agreement', 'appointment', 'election', 'inauguration', 'policy', 'state-of-affairs' or 'war'", None),
    (HEAD + "variables:\n  tone: {name: Tone, values: [warm, cool]}\ncodes: {tone: wram}\n", "4:15", "value", "'wram' is no value of 'tone'; did you mean 'warm'?", "wram", "'warm' or 'cool'", "warm"),
    (HEAD + "codes: {tone: warm}\n", "2:9", "ref-unknown", "no variable 'tone'", "tone", "a variable", None),
    (TALKS + "    actors: [FRD]\n", "7:14", "ref-unknown", "no leader, country or organization 'FRD'", "FRD", "a leader, country or organization", None),
    (TALKS + "    actors: [talks]\n", "7:14", "ref-kind", "'talks' is an event; expected a leader, country or organization", "talks", "a leader, country or organization", None),
    (TALKS + "    evidence: [a, b]\n", "7:15", "text-split", "words in brackets stand between quotes, since a comma would split them", None, "quoted text", "quotes"),
    (TALKS + "    evidence: []\n", "7:15", "empty-value", "nothing stands in it; leave the key out", None, "a value", None),
    (TALKS + "    evidence: -a\n", "7:15", "type", 'expected a list, found \'-a\'; write ["a"]', "-a", "a list", '["a"]'),
    (TALKS + "    caused_by: [talks]\n", "7:17", "cycle", "'talks' is this event itself", "talks", "another record", None),
    (TALKS + "    inferred: {dat: derived}\n", "7:16", "key-unknown", "Event has no field 'dat'; did you mean 'date'?", "dat", "'note', 'confidence', 'inferred', 'codes', 'evidence', 'source', 'relative', 'same_as', 'title', 'kind', 'actors', 'targets', 'beneficiaries', 'date', 'status', 'quantity', 'presupposed' or 'caused_by'", "date"),
    (TALKS + "    inferred: {}\n", "7:15", "empty-value", "nothing stands in it; leave the key out", None, "a value", None),
    (HEAD + "countries:\n  FRD\n    name: a\n", "3:3", "yaml", "this is not YAML: this line is no key; a key has a ':' behind it", "FRD", None, None),
    (HEAD + "countries:\n  FRD:a\n    name: a\n", "3:3", "yaml", "this is not YAML: this line is no key; put a space behind the ':'", "FRD:a", None, "': '"),
    (HEAD + f"countries:\n  {'F' * 50}\n    name: a\n", "3:3", "yaml", "this is not YAML: this line is no key; a key has a ':' behind it", "F" * 40, None, None),
    (b"\xff\xfea\x00:\x00 \x00b\x00", "1:1", "encoding-utf16", "the file is UTF-16; save it as UTF-8", None, "UTF-8", None),
    (b"\xff\xfe\x00\x00a\x00\x00\x00:\x00\x00\x00 \x00\x00\x00b\x00\x00\x00", "1:1", "encoding-utf32", "the file is UTF-32; save it as UTF-8", None, "UTF-8", None),
    (b"a\x00:\x00 \x00b\x00", "1:1", "encoding-utf16", "the file is UTF-16; save it as UTF-8", None, "UTF-8", None),
    (b"bilateral: 1\ntitle: Caf\xe9 x", "2:11", "encoding-utf8", "the byte 0xE9 is not UTF-8; save the file as UTF-8 (Windows-1252? 'Café')", "0xE9", "UTF-8", "Café"),
    (b"bilateral: 1\ntitle: Caf\xc3", "2:11", "encoding-utf8", "the file ends within a character; it may have been cut", "0xC3", "UTF-8", None),
    (b"bilateral: 1\ntitle: \x81", "2:8", "encoding-utf8", "the byte 0x81 is not UTF-8; save the file as UTF-8", "0x81", "UTF-8", None),
]
# fmt: on


def facts_of(problem: bl.Problem) -> tuple[str | None, ...]:
    """What a row tells behind the place."""
    return problem.code, problem.message, problem.found, problem.expected, problem.suggestion


def test_table_has_each_text_once() -> None:
    """A row that is there twice tests nothing."""
    texts = [row[0] for row in ROWS]
    assert len(set(texts)) == len(texts)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: ascii(row[0]))
def test_problem(row: Row) -> None:
    """The problem, whole."""
    text, place, *facts = row
    (problem,) = problems(text)
    assert tuple(facts) == facts_of(problem)
    assert f"{NAME}:{place}: {problem.message}" == str(problem)


def test_escape_beyond_the_last_character(monkeypatch: pytest.MonkeyPatch) -> None:
    """The parser in Python meets it as no fault of YAML's, and it is told as one."""
    use_parser("pure Python", monkeypatch)
    (problem,) = problems(HEAD + 'title: "\\UFFFFFFFF"\n')
    message = "this is not YAML: an escape stands for no character; write a backslash twice"
    assert ("yaml", message, None, "a character", "\\\\") == facts_of(problem)


@pytest.mark.parametrize(
    ("length", "code"), [(128, "key-unknown"), (129, "key-long")], ids=["longest", "too long"]
)
def test_key_length(length: int, code: str) -> None:
    """A key may have 128 characters; what a problem shows of a longer one is short."""
    (problem,) = problems(HEAD + "k" * length + ": b\n")
    assert code == problem.code
    assert "k" * (length if length == 128 else 40) == problem.found


def test_id_that_is_too_long() -> None:
    """The id that is proposed is one, of the longest that there may be."""
    (problem,) = problems(HEAD + f"id: {'a b' * 60}\n")
    assert ("a b" * 60)[:128] == problem.found
    assert problem.suggestion is not None
    assert ("a-b" * 60)[:128] == problem.suggestion


@pytest.mark.parametrize("name", ["countrys", "xyzzy", "\u00a0countries"])
def test_unknown_section(name: str) -> None:
    """What is expected is every name that may stand there, with the nearest as the suggestion."""
    (problem,) = problems(HEAD + f"{name}: {{FRD: {{name: a}}}}\n")
    meant = {"countrys": "countries", "xyzzy": None}.get(name, "ordinary spaces")
    assert ("key-unknown", name, meant) == (problem.code, problem.found, problem.suggestion)
    assert problem.expected is not None
    assert problem.expected.startswith("'bilateral', 'id', 'note', ")
    assert problem.expected.endswith(", 'events' or 'readings'")


def test_model_writes_no_defaults() -> None:
    """What a person leaves to defaults, a model writes out: they are no key of its answer."""
    with pytest.raises(bl.LoadError) as caught:
        bl.loads('{"bilateral": 1, "defaults": {}, "titel": "a"}', name="x", profile="llm")
    codes = [(problem.code, problem.found, problem.suggestion) for problem in caught.value.problems]
    assert [("key-unknown", "defaults", None), ("key-unknown", "titel", "title")] == codes
    assert "'defaults'" not in str(caught.value.problems[1].expected)


@pytest.mark.parametrize(("written", "read"), [("true", True), ("false", False)])
def test_truth_values(written: str, *, read: bool) -> None:
    """There is a word for each, and it is read as what it says."""
    event = bl.loads(f"{TALKS}    presupposed: {written}\n", name="duck").events["talks"]
    assert event.presupposed is read


def test_as_many_nodes_as_allowed() -> None:
    """The limit is the most that there may be: the mapping, its three keys and three values."""
    text = HEAD + "title: Peace\nnote: On time\n"
    assert "Peace" == bl.loads(text, limits=bl.Limits(nodes=7)).articles["article"].title
    with pytest.raises(bl.LoadError, match="more than 6 values in one file"):
        bl.loads(text, limits=bl.Limits(nodes=6))


@pytest.mark.parametrize(
    ("ids", "told"),
    [(("duck", "duck"), ("id-twice", "duck")), (("duck", "goose"), ("conflict", "FRD"))],
    ids=["one id", "one country"],
)
def test_two_files_that_differ(tmp_path: Path, ids: tuple[str, str], told: tuple[str, str]) -> None:
    """What is found is the id that both give to something else."""
    for id, (name, country) in zip(ids, {"a": "Freedonia", "b": "Fredonia"}.items(), strict=True):
        text = f"{HEAD}id: {id}\ntitle: Peace\ncountries:\n  FRD: {{name: {country}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(bl.LoadError) as caught:
        bl.load(tmp_path, root=None)
    (problem,) = caught.value.problems
    assert told == (problem.code, problem.found)


def test_unusual_spaces() -> None:
    """A line that other spaces indent stands under no key, for the parser; both are told."""
    nothing, odd = problems(HEAD + "countries:\n  FRD:\n\u00a0   name: a\n   \u00a0x: b\n")
    assert f"{NAME}:3:7: nothing stands here; leave the key out" == str(nothing)
    message = "this is not YAML: an unusual space; indent with ordinary spaces"
    assert f"{NAME}:4:1: {message}" == str(odd)
    assert ("yaml", message, "'\\xa0'", None, "ordinary spaces") == facts_of(odd)
