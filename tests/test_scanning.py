"""YAML text to plain data: what is refused of it, and that both ways of reading agree."""

import re
from contextlib import suppress
from itertools import product
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.format import reading
from bilateral.format.decoding import FORBIDDEN
from bilateral.format.limits import DEFAULT_LIMITS, Limits
from bilateral.format.reading import Irregular, event_parser, read
from bilateral.format.refusals import BareList, CutText, QuotedText
from bilateral.format.scanning import scan
from tests.drafts import DRAFT, PARSERS, edited, told, use_parser

FAULTS = [
    pytest.param(
        "",
        ["empty 1:1: the file is empty; it begins with 'bilateral: 1'"],
        id="an empty file",
    ),
    pytest.param(
        "  \n\n",
        ["empty 1:1: the file is empty; it begins with 'bilateral: 1'"],
        id="white space",
    ),
    pytest.param(
        "# nothing yet\n",
        ["empty 1:1: the file is empty; it begins with 'bilateral: 1'"],
        id="a comment",
    ),
    pytest.param(
        "---\n...\n",
        ["empty-value 2:1: the file is empty; it begins with 'bilateral: 1'"],
        id="an empty document",
    ),
    pytest.param(
        "---\n",
        ["empty-value 2:1: the file is empty; it begins with 'bilateral: 1'"],
        id="a beginning",
    ),
    pytest.param(
        "~\n",
        ["empty-value 1:1: the file is empty; it begins with 'bilateral: 1'"],
        id="null",
    ),
    pytest.param(
        "- a\n- b\n",
        ["type 1:1: expected a mapping that begins with 'bilateral: 1', found a list"],
        id="a list",
    ),
    pytest.param(
        "hello\n",
        ["type 1:1: expected a mapping that begins with 'bilateral: 1', found 'hello'"],
        id="a text",
    ),
    pytest.param(
        "12\n",
        ["type 1:1: expected a mapping that begins with 'bilateral: 1', found '12'"],
        id="a number",
    ),
    pytest.param(
        "id: x\ncountries: {FRD: {nmae: Freedonia}}\n",
        ["key-missing 1:1: the file needs 'bilateral: 1', the version of its format"],
        id="no version",
    ),
    pytest.param(
        "bilatral: 1\ncountries: {FRD: {nmae: Freedonia}}\n",
        ["key-unknown 1:1: a file has no 'bilatral'; did you mean 'bilateral'?"],
        id="a misspelt version",
    ),
    pytest.param(
        "bilateral: 2\ncountries: {FRD: {nmae: Freedonia}}\n",
        ["format 1:12: this is format version '2'; this library reads version 1"],
        id="a later version",
    ),
    pytest.param(
        "bilateral: 1.0\n",
        ["format 1:12: this is format version '1.0'; this library reads version 1"],
        id="a version with a fraction",
    ),
    pytest.param(
        "bilateral:\n",
        ["empty-value 1:11: nothing stands here; leave the key out"],
        id="a version that is null",
    ),
    pytest.param(
        "bilateral: &v 1\n",
        ["anchor 1:12: '&v' is a YAML anchor; put text that begins with '&' in quotes"],
        id="an anchored version",
    ),
    pytest.param(
        "bilateral: 1\ncontries: {FRD: {name: Freedonia}}\n",
        ["key-unknown 2:1: a file has no 'contries'; did you mean 'countries'?"],
        id="a misspelt section",
    ),
    pytest.param(
        "bilateral: 1\nHere is the YAML you asked for: x\n",
        [
            (
                "key-unknown 2:1: a file has no 'Here is the YAML you asked for'; expected "
                "'bilateral', 'id', 'note', 'confidence', 'inferred', 'codes', 'title', "
                "'coding', 'defaults', 'countries', 'organizations', 'topics', 'variables', "
                "'leaders', 'sources', 'visits', 'meetings', 'statements', 'declarations', "
                "'events' or 'readings'"
            )
        ],
        id="a line of prose",
    ),
    pytest.param(
        "bilateral: 1\ncountries: [FRD]\n",
        ["type 2:12: expected a mapping from ids to records, found a list"],
        id="a section that is a list",
    ),
    pytest.param(
        "bilateral: 1\ncountries: FRD\n",
        ["type 2:12: expected a mapping from ids to records, found 'FRD'"],
        id="a section that is a text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n",
        ["empty-value 2:11: nothing stands here; leave the key out"],
        id="a section that is empty",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n",
        ["empty-value 3:7: nothing stands here; leave the key out"],
        id="a record that is empty",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: Freedonia, aliases: [~]}\n",
        ["empty-value 3:36: ~ means nothing in YAML; leave the item out, or quote the word"],
        id="an item that is null",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries:\n"
            "  FRD:\n"
            "    name: Freedonia\n"
            "    aliases:\n"
            "      -\n"
            "      - Firefly's\n"
        ),
        ["empty-value 6:8: nothing stands here; leave the item out"],
        id="an item that is empty",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: null}\n",
        ["empty-value 3:15: null means nothing in YAML; leave the key out, or quote the word"],
        id="null for a text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: Null}\n",
        ["empty-value 3:15: Null means nothing in YAML; leave the key out, or quote the word"],
        id="Null for a text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: ~}\n",
        ["empty-value 3:15: ~ means nothing in YAML; leave the key out, or quote the word"],
        id="a tilde for a text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: }\n",
        ["empty-value 3:15: nothing stands here; leave the key out"],
        id="nothing for a text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: ''}\n",
        ["value 3:15: the text is empty; leave the key out"],
        id="an empty text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: |\n    aliases: [x]\n",
        ["value 4:11: the text is empty; leave the key out"],
        id="an empty block of text",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: Freedonia,\n        name: Freedom}\n",
        ["key-twice 4:9: the key 'name' stands on line 3 already"],
        id="a key twice",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries:\n"
            "  FRD:\n"
            "    name: Freedonia\n"
            "    name: Freedom\n"
            "    name: Fredonia\n"
        ),
        [
            "key-twice 5:5: the key 'name' stands on line 4 already",
            "key-twice 6:5: the key 'name' stands on line 4 already",
        ],
        id="a key thrice",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries:\n"
            "  FRD: {name: Freedonia}\n"
            "  SYL: {name: Sylvania}\n"
            "  FRD: {name: Freedom}\n"
        ),
        ["key-twice 5:3: the key 'FRD' stands on line 3 already"],
        id="a record twice",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries:\n"
            "  FRD: {name: Freedonia}\n"
            "countries:\n"
            "  SYL: {name: Sylvania}\n"
        ),
        ["key-twice 4:1: the key 'countries' stands on line 2 already"],
        id="a section twice",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries:\n"
            "  FRD:\n"
            "    aliases: [Freedom, ~]\n"
            "    name: Freedonia\n"
            "    aliases: [!x Firefly, ~]\n"
            "    aliases: [{a: 1}, {a: 1, a: 2}]\n"
        ),
        [
            "empty-value 4:24: ~ means nothing in YAML; leave the item out, or quote the word",
            "key-twice 6:5: the key 'aliases' stands on line 4 already",
            "tag 6:15: '!x' is a YAML tag; put text that begins with '!' in quotes",
            "empty-value 6:27: ~ means nothing in YAML; leave the item out, or quote the word",
            "key-twice 7:5: the key 'aliases' stands on line 4 already",
            "key-twice 7:30: the key 'a' stands on line 7 already",
        ],
        id="a key twice, with faults beneath",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries: {FRD: {name: Freedonia}}\n"
            "sources: {g: {title: G, mentions: {\xe9tat: FRD, e\u0301tat: FRD}}}\n"
        ),
        ["key-twice 3:47: the key 'état' stands on line 3 already"],
        id="a key twice in two forms",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: Freedonia, 'name': Freedom}\n",
        ["key-twice 3:26: the key 'name' stands on line 3 already"],
        id="a key twice, quoted once",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: &f {name: Freedonia}\n  SYL: *f\n",
        [
            "anchor 3:8: '&f' is a YAML anchor; put text that begins with '&' in quotes",
            "alias 4:8: '*f' is a YAML alias; write the value out, or put it in quotes",
        ],
        id="an anchor and its alias",
    ),
    pytest.param(
        "bilateral: 1\ncountries: {FRD: {name: Freedonia, aliases: [*f]}}\n",
        ["alias 2:46: '*f' is a YAML alias; write the value out, or put it in quotes"],
        id="an alias alone in a list",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: &co signed it\n",
        ["anchor 4:11: '&co' is a YAML anchor; put text that begins with '&' in quotes"],
        id="a text that begins with &",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: *note the point\n",
        ["alias 4:11: '*note' is a YAML alias; write the value out, or put it in quotes"],
        id="a text that begins with *",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: !important Freedonia\n",
        ["tag 4:11: '!important' is a YAML tag; put text that begins with '!' in quotes"],
        id="a text that begins with !",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: @freedonia\n",
        [
            (
                "yaml 4:11: this is not YAML: found character that cannot start any token; put "
                "the text between double quotes"
            )
        ],
        id="a text that begins with @",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: `Freedonia`\n",
        [
            (
                "yaml 4:11: this is not YAML: found character that cannot start any token; put "
                "the text between double quotes"
            )
        ],
        id="a text that begins with `",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: %freedonia\n",
        [
            (
                "yaml 4:11: this is not YAML: found character that cannot start any token; put "
                "the text between double quotes"
            )
        ],
        id="a text that begins with %",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: Freedonia: a land\n",
        [
            (
                "yaml 4:20: this is not YAML: mapping values are not allowed in this context; "
                "put the text between double quotes"
            )
        ],
        id="a text with a colon",
    ),
    pytest.param(
        'bilateral: 1\ncountries:\n  FRD:\n    name: "Freedonia" the free\n',
        [
            (
                "yaml 4:23: this is not YAML: did not find expected key; put all of the text "
                "between quotes"
            )
        ],
        id="a text that goes on after its quotes",
    ),
    pytest.param(
        'bilateral: 1\ncountries:\n  FRD:\n    name: "Freedonia\n',
        ["yaml 4:11: this is not YAML: the quotes that open here are not closed"],
        id="a text that does not end",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: !!str Freedonia}\n",
        ["tag 3:15: '!!str' is a YAML tag; put text that begins with '!' in quotes"],
        id="a tag of YAML's own",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: !!map {name: Freedonia, aliases: x}\n",
        [
            "tag 3:8: '!!map' is a YAML tag; put text that begins with '!' in quotes",
            "type 3:41: expected a list, found 'x'; write [x]",
        ],
        id="a tag on a mapping",
    ),
    pytest.param(
        'bilateral: 1\ncountries:\n  FRD: {name: !!python/object/apply:os.system ["id"]}\n',
        [
            (
                "tag 3:15: '!!python/object/apply:os.system' is a YAML tag; put text that "
                "begins with '!' in quotes"
            ),
            "type 3:15: expected text, found a list",
        ],
        id="a tag that runs code",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: !e!x Freedonia}\n",
        [
            (
                "yaml 3:15: this is not YAML: found undefined tag handle; put the text between "
                "double quotes"
            )
        ],
        id="an undefined tag",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  &f FRD: {name: Freedonia}\n",
        ["anchor 3:3: '&f' is a YAML anchor; put text that begins with '&' in quotes"],
        id="an anchor on a key",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  *f : {name: Freedonia}\n",
        ["key 3:3: a key is text; put a key that begins with '[', '{' or '*' in quotes"],
        id="an alias for a key",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  [FRD]: {name: Freedonia}\n",
        ["key 3:3: a key is text; put a key that begins with '[', '{' or '*' in quotes"],
        id="a list for a key",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  : {nmae: Freedonia}\n",
        ["yaml 3:3: this is not YAML: did not find expected key"],
        id="a key that is missing",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  null: {nmae: Freedonia}\n",
        ["key 3:3: null is no key; quote the word"],
        id="a key that is null",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {<<: {name: Freedonia}, name: Freedom}\n",
        ["merge-key 3:9: '<<' is a YAML merge key; write the fields out"],
        id="a merge key",
    ),
    pytest.param(
        (
            "bilateral: 1\n"
            "countries:\n"
            "  FRD: &f {name: Freedonia}\n"
            "  SYL:\n"
            "    <<: *f\n"
            "    name: Sylvania\n"
        ),
        [
            "anchor 3:8: '&f' is a YAML anchor; put text that begins with '&' in quotes",
            "merge-key 5:5: '<<' is a YAML merge key; write the fields out",
            "alias 5:9: '*f' is a YAML alias; write the value out, or put it in quotes",
        ],
        id="a merge key with an alias",
    ),
    pytest.param(
        "%YAML 1.1\n---\nbilateral: 1\n...\n",
        ["directive 1:1: a YAML directive (%...) may not stand here; take it out"],
        id="a YAML directive",
    ),
    pytest.param(
        "%TAG ! tag:example.org,2000:\n---\nbilateral: 1\n...\n",
        ["directive 1:1: a YAML directive (%...) may not stand here; take it out"],
        id="a tag directive",
    ),
    pytest.param(
        "%FREEDONIA\n---\nbilateral: 1\n...\n",
        ["directive 1:1: a YAML directive (%...) may not stand here; take it out"],
        id="an unknown directive",
    ),
    pytest.param(
        "bilateral: 1\n---\nbilateral: 1\n",
        ["many-documents 2:1: a second document begins here; a file holds one"],
        id="two documents",
    ),
    pytest.param(
        "---\nbilateral: 1\n...\n---\nbilateral: 1\n...\n",
        ["many-documents 4:1: a second document begins here; a file holds one"],
        id="two whole documents",
    ),
    pytest.param(
        "---\nbilateral: 1\n...\nfoo: bar\n",
        ["yaml 4:1: this is not YAML: the document has ended, and more stands behind it"],
        id="more behind the end",
    ),
    pytest.param(
        "---\nbilateral: 1\n",
        [
            (
                "cut 3:1: the file begins with '---' but does not end with '...'; its end may "
                "be missing"
            )
        ],
        id="a file that was cut",
    ),
    pytest.param(
        ("---\nbilateral: 1\ncountries:\n  FRD: {name: Freedonia}\n  SYL:\n    aliases: [Syl]\n"),
        [
            "key-missing 5:3: Country needs 'name'",
            (
                "cut 7:1: the file begins with '---' but does not end with '...'; its end may "
                "be missing"
            ),
        ],
        id="a file that was cut within a record",
    ),
    pytest.param(
        "---\nbilateral: 1\ncountries:\n  FRD: {name: Freedonia}\n  SYL:\n    na",
        [
            "type 6:5: expected a mapping of the fields of Country, found 'na'",
            (
                "cut 6:7: the file begins with '---' but does not end with '...'; its end may "
                "be missing"
            ),
        ],
        id="a file that was cut within a word",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n\tFRD: {name: Freedonia}\n",
        [
            (
                "yaml 3:1: this is not YAML: found character that cannot start any token; "
                "indent with spaces, not tabs"
            )
        ],
        id="a tab",
    ),
    pytest.param(
        "```yaml\nbilateral: 1\n```\n",
        ["yaml 1:1: this is not YAML: a Markdown fence; take it out"],
        id="a Markdown fence",
    ),
    pytest.param(
        'bilateral: 1\ncountries:\n  FRD: {name: "C:\\Freedonia"}\n',
        [("yaml 3:18: this is not YAML: found unknown escape character; write a backslash twice")],
        id="a backslash",
    ),
    pytest.param(
        'bilateral: 1\ncountries:\n  FRD: {name: "\\ud83d"}\n',
        [
            (
                "yaml 3:18: this is not YAML: found invalid Unicode character escape code; write "
                "the character itself"
            )
        ],
        id="half a surrogate pair",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD: {name: Freedonia\n",
        [
            (
                "yaml 3:8: this is not YAML: the '{' that opens here is not closed, or a ',' is "
                "missing before line 4"
            )
        ],
        id="a bracket that stays open",
    ),
    pytest.param(
        "bilateral: 1\ncountries:\n  FRD:\n    name: Freedonia\n   aliases: []\n",
        [
            (
                "yaml 5:4: this is not YAML: did not find expected key; this line is indented "
                "unlike those above it"
            )
        ],
        id="a bad indentation",
    ),
]


@pytest.mark.parametrize(("text", "expected"), FAULTS)
def test_fault(text: str, expected: list[str]) -> None:
    """What is no YAML, or more of YAML than a file may use, is refused at its place."""
    assert expected == told(text)


def lines(text: str) -> list[str]:
    """The codes of a text's faults, with their lines; where it ends the two parsers disagree on."""
    faults = [fault.partition(":")[0] for fault in told(text)]
    return ["cut" if fault.startswith("cut") else fault for fault in faults]


@pytest.mark.parametrize("text", [row.values[0] for row in FAULTS])
def test_fault_with_the_pure_parser(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser finds fault on the same lines, though it calls some by other words."""
    expected = lines(text)
    use_parser("pure Python", monkeypatch)

    if "FREEDONIA" in text:
        expected = []  # it passes over directives that it does not know
    if "ud83d" in text:
        expected = ["char-forbidden 3"]  # it reads half a pair, and the character is refused
    assert expected == lines(text)


@pytest.mark.parametrize(
    "name",
    [
        "NO", "no", "on", "Yes", "y", "12:30", "9:30", "1:2:3:4", "010", "2024", "1_000", "1e3",
        "1.10", "0x1F", "0o10", ".inf", "-.INF", ".nan", "~x", "nUll", "2024-05-01", "=", "-x",
        "2024-05-01T10:00:00+05:30", "true", "False", "<<", "C#", "a:b", "x'y", "-1",
    ],
)  # fmt: skip
def test_text_stays_text(name: str) -> None:
    """No plain text is taken for a number, a truth value, a date or nothing."""
    text = f"bilateral: 1\ncountries:\n  FRD:\n    name: {name}\n    aliases: [x, {name}]\n"

    country = bl.loads(text).countries["FRD"]

    assert (name, ("x", name)) == (country.name, country.aliases)
    assert type(country.name) is str


def test_ids_that_yaml_takes_for_something_else() -> None:
    """`NO`, `on` and numbers are ids, and are found by the references to them."""
    d = bl.loads(
        "bilateral: 1\n"
        "countries: {NO: {name: NO}, 010: {name: off}, 2024: {name: '2024'}}\n"
        "leaders: {on: {name: on, country: NO}, y: {name: Y, country: 010}, 1e3: {name: x}}\n"
        "topics: {true: {name: 'true', broader: 7}, 7: {name: 7, broader: '12'}, 12: {name: 12}}\n"
    )

    assert ["NO", "off", "2024"] == [country.name for country in d.countries]
    assert [d.countries["NO"], d.countries["010"], None] == [leader.country for leader in d.leaders]
    assert ["7", "12", None] == [topic.broader for topic in d.topics]
    assert {str} == {type(topic.broader or topic.id) for topic in d.topics}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"---\n{DRAFT}...\n", id="whole"),
        pytest.param(f"--- # begun\n{DRAFT}... # ended\n# and a comment\n", id="whole, commented"),
        pytest.param(f"{DRAFT}...\n", id="an end without a beginning"),
        pytest.param(DRAFT.replace("\n", "\r\n"), id="lines that end as on Windows"),
        pytest.param(DRAFT.replace("\n", "\r"), id="lines that end as on old Macintoshes"),
        pytest.param(f"\ufeff{DRAFT}", id="a byte order mark"),
        pytest.param(edited("bilateral: 1", "bilateral: 1 # the version"), id="a version's"),
        pytest.param(edited("    name: Peace\n", "    name: Peace # and quiet\n"), id="a name's"),
        pytest.param(edited("visit: call", "visit: call # in the morning"), id="a reference's"),
        pytest.param(edited("act: offer", "act: offer # of a hand"), id="an act's"),
        pytest.param(edited("date: 1933-11-18", "date: 1933-11-18 # a day on"), id="a date's"),
        pytest.param(edited("by: 1 day}", "by: 1 day # or so\n      }"), id="a gap's"),
        pytest.param(edited("after: offer,", "after: offer # s\n      ,"), id="an id's"),
        pytest.param(edited("      hand:", "      hand: # and glove"), id="a key's"),
        pytest.param(
            edited("text: Freedonia offers its hand.", "text: Freedonia offers its hand.\n    # s"),
            id="a comment below prose",
        ),
        pytest.param(
            edited(
                "text: Freedonia offers its hand.", 'text: "Freedonia offers its hand." # s'
            ),
            id="a comment behind quoted prose",
        ),
        pytest.param(
            edited(
                "text: Freedonia offers its hand.", "text: >- # s\n      Freedonia offers\n"
                "      its hand."
            ),
            id="a comment behind a block's mark",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("parser", PARSERS)
def test_what_does_not_matter(text: str, parser: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Line ends, markers of a whole file and comments behind what is no prose change nothing."""
    use_parser(parser, monkeypatch)

    assert bl.loads(DRAFT) == bl.loads(text)


def test_text_is_stored_composed() -> None:
    """Text and keys are NFC, however a file writes them, so that equal words compare equal."""
    name = bl.loads(
        "bilateral: 1\ncountries: {FRD: {name: Fre\u0301donia}}\n"
        "sources: {g: {title: G, mentions: {e\u0301tat: FRD}}}\n"
    )
    escaped = bl.loads(
        'bilateral: 1\ncountries: {FRD: {name: "Fre\\u0301donia"}}\n'
        'sources: {g: {title: G, mentions: {"e\\u0301tat": FRD}}}\n'
    )

    assert "Fr\u00e9donia" == name.countries["FRD"].name
    assert ["\u00e9tat"] == list(name.sources["g"].mentions)
    assert name == escaped


CHARACTERS = [
    pytest.param("\u2028", "char-forbidden", "U+2028 LINE SEPARATOR", id="a line separator"),
    pytest.param("\x85", "char-forbidden", "U+0085", id="a next line"),
    pytest.param("\ufeff", "char-forbidden", "U+FEFF ZERO WIDTH NO-BREAK SPACE", id="a second BOM"),
    pytest.param("\x00", "char-forbidden", "U+0000", id="a NUL"),
    pytest.param("\x1b", "char-forbidden", "U+001B", id="an escape"),
    pytest.param("\uffff", "char-forbidden", "U+FFFF", id="no character"),
    pytest.param("\u202e", "bidi", "U+202E RIGHT-TO-LEFT OVERRIDE", id="an override"),
    pytest.param("\u2066", "bidi", "U+2066 LEFT-TO-RIGHT ISOLATE", id="an isolate"),
    pytest.param("\u200f", "bidi", "U+200F RIGHT-TO-LEFT MARK", id="a mark"),
]


def refusal(code: str, name: str) -> str:
    """What is told of a character."""
    if code == "bidi":
        return f"{name} changes the direction of the text around it; take it out"
    return f"the character {name} may not stand in a file; take it out"


@pytest.mark.parametrize(("character", "code", "name"), CHARACTERS)
def test_forbidden_character(character: str, code: str, name: str) -> None:
    """A character that makes a file read otherwise than it looks is refused where it stands."""
    text = edited("Both sides keep", f"Both s{character}ides keep")

    assert [f"{code} 66:21: {refusal(code, name)}"] == told(text)


@pytest.mark.parametrize(("character", "code", "name"), CHARACTERS)
def test_forbidden_character_in_an_escape(character: str, code: str, name: str) -> None:
    """Such a character is refused too where an escape writes it, in a value or in a key."""
    escape = f"\\u{ord(character):04x}"
    value = edited("text: Both sides keep", f'text: "Both s{escape}ides"\n        note: x')
    key = edited("kind: news", f'kind: news\n    mentions: {{"x{escape}": nobody}}')

    assert [f"{code} 66:15: {refusal(code, name)}"] == told(value)
    assert [f"{code} 29:16: {refusal(code, name)}"] == told(key)


def test_joiners_may_stand() -> None:
    """Joiners, soft hyphens and characters beyond the basic plane are text, and one column each."""
    text = 'bilateral: 1\ncountries: {FRD: {name: "\U0001f600a\u200d\u200cb\xad", nmae: x}}\n'

    assert ["key-unknown 2:35: Country has no field 'nmae'; did you mean 'name'?"] == told(text)
    assert () == bl.loads(text.replace(", nmae: x", "")).countries["FRD"].aliases


# Both ways of reading

WORDS = [
    "a", "b", "NO", "7", "true", "~", "null", "''", '"7"', "'true'", '""', "x y", "x # y", "# y",
    '"x" # y', "<<", "*a", "&a b", "!a b", "!!str b", "e\u0301", '"e\\u0301"', "'a: b'", "a: b",
    "- a", "? a", "[a]", "[a, 'b']", "[a, [b]]", "{a: b}", "{a, b}", "[a: b]", "[", "{", "]", "'",
    "|\n  a # b\n", ">-\n  a\n  b\n", '"\\u202e"', '"\\L"', "@a", "%a", ":", "\t", "...", "---",
]  # fmt: skip


@st.composite
def yaml_texts(draw: st.DrawFn) -> str:
    """Texts that are YAML more often than not: lines of a mapping, a list, or neither."""
    lines = []
    for _ in range(draw(st.integers(0, 6))):
        indent = "  " * draw(st.sampled_from([0, 0, 0, 1, 2]))
        start = draw(st.sampled_from(["a: ", "b: ", "c: ", "d: ", "'e': ", "- ", "- a: ", ""]))
        lines.append(indent + start + draw(st.sampled_from(WORDS)))
    text = "\n".join(lines) + draw(st.sampled_from(["", "\n", "\n...\n"]))
    return draw(st.sampled_from(["", "", "", "---\n", "%YAML 1.2\n---\n"])) + text


def typed(data: Any) -> Any:
    """Data with the types of its texts and lists, which `==` does not look at."""
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, list):
        return type(data), [typed(item) for item in data]
    return type(data), data


@settings(deadline=None)
@given(yaml_texts() | st.text(st.sampled_from("ab:-#'\"[]{},\n ?&*!|>%~\\"), max_size=20))
@example("a: [b, 'c', 7, \"7\", true] # d\ne: f # g\nh: |\n  i # j\n")
@example("? a\n: b\n? c # d\n: e\n")
@pytest.mark.parametrize("parser", PARSERS)
def test_quick_and_thorough_agree(parser: str, text: str) -> None:
    """What is read quickly is scanned alike; what is not is refused, or is data all the same."""
    if FORBIDDEN.search(text):
        return
    with pytest.MonkeyPatch.context() as patch:
        use_parser(parser, patch)
        found = scan(text, DEFAULT_LIMITS)
        try:
            data = read(text, DEFAULT_LIMITS)
        except Irregular:
            assert found.refusals or found.data is not None
        else:
            assert [] == found.refusals
            assert typed(data) == typed(found.data)


@settings(deadline=None)
@given(yaml_texts())
def test_both_parsers_agree(text: str) -> None:
    """PyYAML's own parser gives the same data wherever both it and libyaml accept a text."""
    if FORBIDDEN.search(text):
        return
    data = []
    for parser in PARSERS:
        with pytest.MonkeyPatch.context() as patch:
            use_parser(parser, patch)
            try:
                data.append(typed(read(text, DEFAULT_LIMITS)))
            except Irregular:
                return
    assert data[0] == data[1]


def test_what_looks_typed_is_marked() -> None:
    """The fields can tell quoted numbers, cut texts and unquoted lists, whichever way is taken."""
    text = "{a: '7', b: 7, c: [x], d: ['x'], e: x # y\n}"

    for data in (read(text, DEFAULT_LIMITS), scan(text, DEFAULT_LIMITS).data):
        assert [QuotedText, str, BareList, list, CutText] == [*map(type, data.values())]


def test_unreadable_for_the_parser() -> None:
    """A character that only the parser refuses is a refusal too, and no exception."""
    with pytest.raises(Irregular):
        read("a: \x01", DEFAULT_LIMITS)
    (why, path, position) = scan("a: \x01", DEFAULT_LIMITS).refusals[0]
    assert ("yaml", (), (1, 1)) == (why.code, path, position)
    assert why.message.startswith("this is not YAML: ")


def test_nothing_but_a_mark() -> None:
    """An error of the parser without a place is told at the beginning."""

    class Parser:
        def __init__(self, _: str) -> None:
            pass

        def get_event(self) -> None:
            raise yaml.scanner.ScannerError

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "_PARSER", Parser)
        assert ["yaml 1:1: this is not YAML: unreadable"] == told("bilateral: 1\n")


# Limits


@pytest.mark.parametrize(
    ("limit", "most", "expected"),
    [
        ("depth", 3, "too-deep 2:18: nested more than 2 deep"),
        ("nodes", 9, "too-many 2:25: more than 8 values in one file"),
        ("key_length", 9, "key-long 1:1: a key of 9 characters; 8 are allowed"),
        ("file_size", 42, "file-too-big 1:1: the text is larger than 41 bytes"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("parser", PARSERS)
def test_limits(
    limit: str, most: int, expected: str, parser: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A text that just meets a limit is read, and one that passes it by one is refused."""
    use_parser(parser, monkeypatch)
    text = "bilateral: 1\ncountries: {FRD: {name: \u00e9}}\n"

    assert [] == told(text, limits=Limits(**{limit: most}))
    assert [expected] == told(text, limits=Limits(**{limit: most - 1}))


@pytest.mark.parametrize("parser", PARSERS)
@given(text=st.text(alphabet="a:-?[]{},\n ", max_size=30))
@example(text="- - a")
@example(text="a:\n- b: c\n  d: [e: f]")
@example(text="? - a\n: b")
def test_a_node_takes_a_character(parser: str, text: str) -> None:
    """No text has more nodes than characters, but for empty ones: a short text needs no count."""
    with pytest.MonkeyPatch.context() as patch, suppress(yaml.YAMLError):
        use_parser(parser, patch)
        nodes = 0
        next_event = event_parser(text).get_event
        while type(event := next_event()) is not yaml.StreamEndEvent:
            nodes += isinstance(event, yaml.NodeEvent)
            # What is empty is refused as soon as it comes.
            if isinstance(event, yaml.ScalarEvent) and not event.value:
                break
            assert nodes <= len(text)


DEEP = "nested more than 32 deep"
HOSTILE = [
    pytest.param("[" * 500, f"too-deep 1:33: {DEEP}", id="lists in brackets"),
    pytest.param("bilateral: 1\nx: " + "[" * 500, f"too-deep 2:35: {DEEP}", id="below a key"),
    pytest.param("- " * 100_000, f"too-deep 1:65: {DEEP}", id="lists"),
    pytest.param("{a: " * 100_000, f"too-deep 1:129: {DEEP}", id="mappings"),
    pytest.param(
        "".join(f"{'  ' * depth}a:\n" for depth in range(300)),
        f"too-deep 33:65: {DEEP}",
        id="indented mappings",
    ),
    pytest.param(
        "? " * 100_000,
        "key 1:3: a key is text; put a key that begins with '[', '{' or '*' in quotes",
        id="keys of keys",
    ),
    pytest.param(
        f"bilateral: 1\n? {'k' * 1_000_000}\n: v\n",
        "key-long 2:3: a key of 1000000 characters; 128 are allowed",
        id="a long key",
    ),
    pytest.param(
        f"bilateral: 1\nx: {'y' * 20_000_000}\n",
        "file-too-big 1:1: the text is larger than 16777216 bytes",
        id="a long text",
    ),
]


@pytest.mark.parametrize(("text", "expected"), HOSTILE)
def test_hostile_text(text: str, expected: str) -> None:
    """What would exhaust stack or memory is refused as soon as it passes a limit."""
    assert [expected] == told(text)


def test_deep_beyond_the_parser() -> None:
    """Where the parser itself looks so far ahead that it gives up, that is told there."""
    (fault,) = told("bilateral: 1\nx: " + "[" * 100_000)
    # Older versions of libyaml look no further than they must.
    assert re.fullmatch(f"too-deep 2:(35|1003): {DEEP}", fault)


def test_billion_laughs() -> None:
    """Anchors are refused as such, so nothing is ever written out from its aliases."""
    text = "bilateral: 1\na0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [*a{i - 1}, *a{i - 1}]\n" for i in range(1, 50)
    )

    assert {"key-unknown", "anchor", "alias"} == {fault.partition(" ")[0] for fault in told(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("".join(f"bad{i}: 1\n" for i in range(5_000)), 5_000, id="unknown keys"),
        pytest.param(
            "countries:\n" + "".join(f"  c{i}: {{nmae: x}}\n" for i in range(3_000)),
            3_000,
            id="misspelt fields",
        ),
        pytest.param(
            "countries:\n"
            + "".join(f"  c{i}: {{name: x}}\n" for i in range(3_000))
            + "leaders:\n"
            + "".join(f"  l{i}: {{name: x, country: d{i}}}\n" for i in range(3_000)),
            3_000,
            id="dangling references",
        ),
        pytest.param("topics: {a: {name: x" + ", name: y" * 5_000 + "}}", 5_000, id="a key often"),
    ],
)
def test_flood(text: str, expected: int) -> None:
    """Thousands of faults take seconds, and the message of the error stays short."""
    with pytest.raises(bl.LoadError) as caught:
        bl.loads(f"bilateral: 1\n{text}")

    assert expected == len(caught.value.problems)
    assert f"... and {expected - 100} more problems" == str(caught.value).splitlines()[-1]


def test_deep_beyond_the_stack() -> None:
    """Where the limits allow more than the stack does, that is a problem, not a crash."""
    limits = Limits(depth=1_000_000)

    assert ["too-deep 1:1: nested too deep"] == told("[" * 900 + "]" * 900, limits=limits)


# Property: what stands above moves what stands below


@settings(deadline=None)
@given(st.sampled_from([row.values[0] for row in FAULTS]), st.integers(1, 9))
def test_lines_above(text: str, lines: int) -> None:
    """Comments above a file move each of its problems down by as many lines."""
    if text.startswith("%") or "\n" not in text:
        return
    moved = [
        re.sub("(?<= )[0-9]+", lambda line: str(int(line[0]) + lines), fault, count=1)
        for fault in told(text)
    ]
    again = told("# above\n" * lines + text)

    assert [fault.split()[0] for fault in moved] == [fault.split()[0] for fault in again]


def test_pairs_of_words() -> None:
    """Two values of every sort beside each other never raise what is no refusal."""
    for one, other in product(WORDS, repeat=2):
        told(f"bilateral: 1\ncountries:\n  FRD:\n    name: {one}\n    aliases: {other}\n")
