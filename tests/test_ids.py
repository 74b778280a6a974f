"""Ids and the references to them, topics, codes and defaults: what is told of each slip."""

import pytest

from tests.drafts import PARSERS, edited, told, use_parser


@pytest.fixture(params=PARSERS)
def parser(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """One of the two parsers."""
    use_parser(request.param, monkeypatch)


IDS = [
    pytest.param(
        ["meeting: tea", "meeting: lunch"],
        ["ref-unknown 49:14: no meeting 'lunch'; expected 'tea'"],
        id="a dangling reference with nothing near",
    ),
    pytest.param(
        [
            "to: [trentino]",
            "to: [xyzzy]",
            "  SYL: {name: Sylvania}",
            (
                "  SYL: {name: Sylvania}\n"
                "  ALA: {name: Aland}\n"
                "  BLA: {name: Bland}\n"
                "  CLA: {name: Cland}\n"
                "  DLA: {name: Dland}\n"
                "  ELA: {name: Eland}\n"
                "  FLA: {name: Fland}\n"
            ),
        ],
        ["ref-unknown 55:10: no leader, country or organization 'xyzzy'"],
        id="a dangling reference among many",
    ),
    pytest.param(
        ["parties: [FRD, SYL]", "parties: [FRD, OSTERLICH]"],
        ["ref-unknown 60:20: no country or organization 'OSTERLICH'; expected 'FRD' or 'SYL'"],
        id="one bad member of a list",
    ),
    pytest.param(
        ["meeting: tea", "meeting: call"],
        ["ref-kind 49:14: 'call' is a visit; expected a meeting"],
        id="a record of another kind",
    ),
    pytest.param(
        ["country: SYL}", "country: firefly}"],
        ["ref-kind 23:50: 'firefly' is a leader; expected a country"],
        id="a leader as a country",
    ),
    pytest.param(
        ["after: offer", "after: peace"],
        [
            (
                "ref-kind 75:17: 'peace' is a topic; expected a visit, meeting, statement, "
                "declaration or event"
            )
        ],
        id="a topic as a date's anchor",
    ),
    pytest.param(
        ["about: [slap, accord/hand]", "about: [SYL, accord/hand]"],
        ["ref-kind 79:13: 'SYL' is a country; expected a record"],
        id="a country as what is read",
    ),
    pytest.param(
        ["about: [slap, accord/hand]", "about: [slap, hand]"],
        [
            (
                "ref-unknown 79:19: no record 'hand'; expected 'call', 'tea', 'offer', "
                "'accord', 'accord/hand', 'slap' or 'pride'"
            )
        ],
        id="a clause in short",
    ),
    pytest.param(
        ["about: [slap, accord/hand]", "about: [slap, treaty/hand]"],
        [
            (
                "ref-unknown 79:19: no record 'treaty/hand'; expected 'call', 'tea', 'offer', "
                "'accord', 'accord/hand', 'slap' or 'pride'"
            )
        ],
        id="a clause of another declaration",
    ),
    pytest.param(
        ["about: [slap, accord/hand]", "about: [slap, accord/arm]"],
        ["ref-unknown 79:19: no record 'accord/arm'; did you mean 'accord/hand'?"],
        id="a missing clause",
    ),
    pytest.param(
        ["kind: news", "kind: news\n    mentions: {His Excellency: fierfly}"],
        [
            (
                "ref-unknown 29:32: no leader, country or organization 'fierfly'; did you mean "
                "'firefly'?"
            )
        ],
        id="a mention of nobody",
    ),
    pytest.param(
        ["name: Rufus T. Firefly\n    country: FRD", "nmae: Rufus T. Firefly\n    country: FRD"],
        ["key-unknown 19:5: Leader has no field 'nmae'; did you mean 'name'?"],
        id="a broken leader",
    ),
    pytest.param(
        ["{name: Sylvania}", "{name: [Sylvania]}"],
        ["type 7:15: expected text, found a list"],
        id="a broken country",
    ),
    pytest.param(
        ["    country: SYL\n    date: 1933-11-17\n", "    country: SYL\n"],
        ["record 32:3: Visit needs 'date', or 'relative' to another record"],
        id="a broken visit",
    ),
    pytest.param(
        ["  SYL: {name: Sylvania}", "  SYL: Sylvania"],
        ["type 7:8: expected a mapping of the fields of Country, found 'Sylvania'"],
        id="a record that is a text",
    ),
    pytest.param(
        ["  SYL: {name: Sylvania}", "  SYL:"],
        ["empty-value 7:7: nothing stands here; leave the key out"],
        id="a record that is empty",
    ),
    pytest.param(
        ["act: pledge", "act: pldge"],
        ["value 64:14: no act 'pldge'; did you mean 'pledge'?"],
        id="a broken clause",
    ),
    pytest.param(
        [
            (
                "      hand:\n"
                "        act: pledge\n"
                "        topics: [peace]\n"
                "        text: Both sides keep the peace."
            ),
            "      hand: [pledge]",
        ],
        ["type 63:13: expected a mapping, found a list"],
        id="a clause that is a list",
    ),
    pytest.param(
        [
            (
                "      hand:\n"
                "        act: pledge\n"
                "        topics: [peace]\n"
                "        text: Both sides keep the peace."
            ),
            "      - act: pledge\n        text: Both sides keep the peace.",
            "about: [slap, accord/hand]",
            "about: [slap]",
        ],
        ["type 63:7: expected a mapping from ids, found a list"],
        id="clauses that are a list",
    ),
    pytest.param(
        ["  tea:", "  \u0447\u0430\u0439:", "meeting: tea\n", "visit: call\n"],
        ["id-form 39:3: '\u0447\u0430\u0439' is no id: ids have letters a-z, digits, '-' and '_'"],
        id="an id in Cyrillic letters",
    ),
    pytest.param(
        ["  tea:", "  five o'clock tea:", "meeting: tea\n", "visit: call\n"],
        [
            (
                "id-form 39:3: \"five o'clock tea\" is no id: ids have letters a-z, digits, '-' "
                "and '_'; did you mean 'five-o-clock-tea'?"
            )
        ],
        id="an id with a space",
    ),
    pytest.param(
        ["  tea:", "  'tea ':", "meeting: tea\n", "visit: call\n"],
        [
            (
                "id-form 39:3: 'tea ' is no id: ids have letters a-z, digits, '-' and '_'; did "
                "you mean 'tea'?"
            )
        ],
        id="an id with a blank at its end",
    ),
    pytest.param(
        ["  tea:", "  te\u200ba:", "meeting: tea\n", "visit: call\n"],
        [
            (
                "id-form 39:3: 'te\\u200ba' is no id: ids have letters a-z, digits, '-' and "
                "'_'; did you mean 'tea'?"
            )
        ],
        id="an id with a space of no width",
    ),
    pytest.param(
        ["  tea:", "  -tea:", "meeting: tea\n", "visit: call\n"],
        [
            (
                "id-form 39:3: '-tea' is no id: ids have letters a-z, digits, '-' and '_'; did "
                "you mean 'tea'?"
            )
        ],
        id="an id that begins with a hyphen",
    ),
    pytest.param(
        ["  tea:", "  ../../tea:", "meeting: tea\n", "visit: call\n"],
        [
            (
                "id-form 39:3: '../../tea' is no id: ids have letters a-z, digits, '-' and "
                "'_'; did you mean 'tea'?"
            )
        ],
        id="an id that is a path",
    ),
    pytest.param(
        ["  tea:", "  '':", "meeting: tea\n", "visit: call\n"],
        ["key 39:3: a key is blank; write what it names"],
        id="an id of no letters",
    ),
    pytest.param(
        ["  tea:", "  te\u0301:", "meeting: tea\n", "visit: call\n"],
        [
            (
                "id-form 39:3: 'té' is no id: ids have letters a-z, digits, '-' and '_'; did "
                "you mean 'te'?"
            )
        ],
        id="an id with a combining accent",
    ),
    pytest.param(
        [
            "  tea:",
            (
                "  "
                "teateateateateateateateateateateateateateateateateateateateateateateateateatea"
                "teateateateateateateateateateateateateateateateatea:"
            ),
            "meeting: tea\n",
            "visit: call\n",
        ],
        ["key-long 39:3: a key of 129 characters; 128 are allowed"],
        id="an id that is too long",
    ),
    pytest.param(
        ["      hand:", "      the hand:", "about: [slap, accord/hand]", "about: [slap]"],
        [
            (
                "id-form 63:7: 'the hand' is no id: ids have letters a-z, digits, '-' and '_'; "
                "did you mean 'the-hand'?"
            )
        ],
        id="a clause's id",
    ),
    pytest.param(
        ["id: call-1933", "id: call 1933"],
        [
            (
                "id-form 2:5: 'call 1933' is no id: ids have letters a-z, digits, '-' and '_'; "
                "did you mean 'call-1933'?"
            )
        ],
        id="the article's id",
    ),
    pytest.param(
        ["id: call-1933", "id: [call]"],
        ["type 2:5: expected an id, found a list"],
        id="the article's id is a list",
    ),
    pytest.param(
        ["    guests: [firefly]", "    id: call\n    guests: [firefly]"],
        [("key-unknown 33:5: a record has no field 'id': its id is the key that it stands under")],
        id="an id within a record",
    ),
    pytest.param(
        ["        act: pledge", "        id: hand\n        act: pledge"],
        [("key-unknown 64:9: a record has no field 'id': its id is the key that it stands under")],
        id="an id within a clause",
    ),
    pytest.param(
        ["{role: head-of", "{id: x, role: head-of"],
        [
            (
                "key-unknown 22:10: Office has no field 'id'; it has role, title, of, start, "
                "end, term, as_of, acting, inferred"
            )
        ],
        id="an id within a nested mapping",
    ),
    pytest.param(
        ["  tea:\n", "  call:\n", "    meeting: tea\n", ""],
        ["id-twice 39:3: the id 'call' is used at draft.yaml:32:3 already"],
        id="one id in two sections of the file",
    ),
    pytest.param(
        ["  trentino: {name", "  peace: {name: Peace}\n  trentino: {name"],
        ["id-twice 23:3: the id 'peace' is used at draft.yaml:10:3 already"],
        id="one id in two sections of the archive",
    ),
    pytest.param(
        ["hosts: [trentino]", "inferred: {dat: derived}"],
        ["key-unknown 34:16: Visit has no field 'dat'; did you mean 'date'?"],
        id="a field under 'inferred' that is none",
    ),
    pytest.param(
        ["hosts: [trentino]", "inferred: {date: deriv}"],
        ["value 34:22: no basis 'deriv'; did you mean 'derived'?"],
        id="a basis that is none",
    ),
    pytest.param(
        ["hosts: [trentino]", "inferred: {dat: deriv}"],
        [
            "key-unknown 34:16: Visit has no field 'dat'; did you mean 'date'?",
            "value 34:21: no basis 'deriv'; did you mean 'derived'?",
        ],
        id="an unknown field with a basis that is none",
    ),
    pytest.param(
        ["hosts: [trentino]", "inferred: [date]"],
        ["type 34:15: expected a mapping, found a list"],
        id="a list of what is inferred",
    ),
    pytest.param(
        ["{role: head-of-government,", "{inferred: {strat: coder}, role: head-of-government,"],
        ["key-unknown 22:21: Office has no field 'strat'; did you mean 'start'?"],
        id="inferred in a nested mapping",
    ),
    pytest.param(
        ["hosts: [trentino]", "inferred: {dat: derived}\n    kind: stat"],
        [
            "key-unknown 34:16: Visit has no field 'dat'; did you mean 'date'?",
            "value 35:11: no visit kind 'stat'; did you mean 'state'?",
        ],
        id="inferred and another fault",
    ),
    pytest.param(
        [
            "title: Firefly calls on Trentino\n\n",
            "title: Firefly calls on Trentino\ninferred: {titel: coder}\n\n",
        ],
        ["key-unknown 4:12: Article has no field 'titel'; did you mean 'title'?"],
        id="inferred in the article",
    ),
    pytest.param(
        ["        act: pledge", "        act: pledge\n        inferred: {date: derived}"],
        [
            (
                "key-unknown 65:20: Clause has no field 'date'; it has note, confidence, "
                "inferred, codes, evidence, source, relative, same_as, act, text, position, "
                "targets, concerning, topics, topics_open, about, quoted, distanced, due, "
                "fulfils, outcome, by, continues"
            )
        ],
        id="a date that clauses are handed",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    codes: {tine: warm}"],
        ["ref-unknown 53:13: no variable 'tine'; did you mean 'tone'?"],
        id="a variable that is none",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    codes: {xyzzy: warm}"],
        ["ref-unknown 53:13: no variable 'xyzzy'; expected 'tone'"],
        id="a variable with nothing near",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    codes: {peace: warm}"],
        ["ref-unknown 53:13: no variable 'peace'; expected 'tone'"],
        id="a topic in place of a variable",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    codes: {tone: wram}"],
        ["value 53:19: 'wram' is no value of 'tone'; did you mean 'warm'?"],
        id="a value of a variable",
    ),
    pytest.param(
        ["act: offer", "act: offer\n    codes: {tone: '1'}"],
        ["value 53:19: '1' is no value of 'tone'; expected 'warm' or 'cold'"],
        id="a value with nothing near",
    ),
    pytest.param(
        ["act: pledge", "act: pledge\n        codes: {tone: wram}"],
        ["value 65:23: 'wram' is no value of 'tone'; did you mean 'warm'?"],
        id="a value in a clause",
    ),
    pytest.param(
        ["call-1933\n", "call-1933\ncodes: {tone: wram}\n"],
        ["value 3:15: 'wram' is no value of 'tone'; did you mean 'warm'?"],
        id="a value in the article",
    ),
    pytest.param(
        [
            "      hand:",
            "      the hand:",
            "about: [slap, accord/hand]",
            "about: [accord/the hand]",
        ],
        [
            (
                "id-form 63:7: 'the hand' is no id: ids have letters a-z, digits, '-' and '_'; "
                "did you mean 'the-hand'?"
            )
        ],
        id="a clause's id that is referred to",
    ),
    pytest.param(
        ["bilateral: 1", "bilateral: [1]"],
        ["type 1:12: expected the version of the format, 1, found a list"],
        id="a version that is a list",
    ),
    pytest.param(
        ["{name: Tone,", "{nmae: Tone,", "act: offer", "act: offer\n    codes: {tone: wram}"],
        ["key-unknown 15:10: Variable has no field 'nmae'; did you mean 'name'?"],
        id="codes of a broken variable",
    ),
    pytest.param(
        [
            "\nvariables:\n  tone: {name: Tone, values: [warm, cold]}\n",
            "",
            "act: offer",
            "act: offer\n    codes: {tone: warm}",
        ],
        ["ref-unknown 50:13: no variable 'tone'"],
        id="codes without any variable",
    ),
    pytest.param(
        ["    name: Peace\n", "    name: Peace\n    broader: peace\n"],
        ["cycle 12:14: 'peace' is this topic itself"],
        id="a topic that is part of itself",
    ),
    pytest.param(
        [
            "topics:\n",
            (
                "topics:\n"
                "  a: {name: A, broader: b}\n"
                "  b: {name: B, broader: c}\n"
                "  c: {name: C, broader: b}\n"
            ),
        ],
        ["cycle 11:25: a topic cannot be part of itself: b -> c -> b"],
        id="topics in a ring",
    ),
    pytest.param(
        [
            "topics:\n",
            "topics:\n"
            + "".join(f"  t{n}: {{name: T, broader: t{(n + 1) % 9}}}\n" for n in range(9)),
        ],
        ["cycle 10:26: a topic cannot be part of itself: t0 -> t1 -> ... -> t8 -> t0"],
        id="many topics in a ring",
    ),
    pytest.param(
        ["    name: Peace\n", "    name: Peace\n    broader: pace\n"],
        ["ref-unknown 12:14: no topic 'pace'; did you mean 'peace'?"],
        id="a broader topic that is none",
    ),
]

DEFAULTS = [
    pytest.param(
        ["readings:\n", "defaults:\n  visit: {place: Sylvania}\n\nreadings:\n"],
        ["key-unknown 78:3: there are no defaults for 'visit'; did you mean 'visits'?"],
        id="a section that is none",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  leaders: {country: SYL}\n\nreadings:\n"],
        [
            (
                "key-unknown 78:3: there are no defaults for 'leaders'; expected 'sources', "
                "'visits', 'meetings', 'statements', 'declarations', 'events' or 'readings'"
            )
        ],
        id="a section of the archive",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  visits: {plcae: Sylvania}\n\nreadings:\n"],
        ["key-unknown 78:12: Visit has no field 'plcae'; did you mean 'place'?"],
        id="a field that is none",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  articles: {}\n\nreadings:\n"],
        [
            (
                "key-unknown 78:3: there are no defaults for 'articles'; expected 'sources', "
                "'visits', 'meetings', 'statements', 'declarations', 'events' or 'readings'"
            )
        ],
        id="a field with nothing near",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  readings: {id: x}\n\nreadings:\n"],
        [
            (
                "key-unknown 78:14: Reading has no field 'id'; it has note, confidence, "
                "inferred, codes, evidence, source, relative, same_as, about, text, "
                "implied_targets, hedged, by"
            )
        ],
        id="an id",
    ),
    pytest.param(
        [
            "readings:\n",
            "defaults:\n  visits: {dat: 1933-11-17}\n\nreadings:\n",
            "    country: SYL\n    date: 1933-11-17\n",
            "    country: SYL\n",
        ],
        ["key-unknown 77:12: Visit has no field 'dat'; did you mean 'date'?"],
        id="a misspelt field that records need",
    ),
    pytest.param(
        ["readings:\n", "defaults: [visits]\n\nreadings:\n"],
        ["type 77:11: expected a mapping from sections to fields, found a list"],
        id="a list",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  visits: [place]\n\nreadings:\n"],
        ["type 78:11: expected a mapping of fields, found a list"],
        id="a list for a section",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  visits: {date: 1933-11-31}\n\nreadings:\n"],
        ["date 78:18: '1933-11-31' is no EDTF date: November 1933 has 30 days"],
        id="a value that no record uses",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  visits: {guests: [firefly, fierfly]}\n\nreadings:\n"],
        [
            (
                "ref-unknown 78:30: no leader, country or organization 'fierfly'; did you mean "
                "'firefly'?"
            )
        ],
        id="a reference that no record uses",
    ),
    pytest.param(
        ["readings:\n", "defaults:\n  visits: {place: ~}\n\nreadings:\n"],
        ["empty-value 78:19: ~ means nothing in YAML; leave the key out, or quote the word"],
        id="an empty value",
    ),
]


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("changes", "expected"), IDS)
def test_fault(changes: list[str], expected: list[str]) -> None:
    """A slip in an id, a reference, a code or a topic is one problem, at its place."""
    assert expected == told(edited(*changes))


@pytest.mark.usefixtures("parser")
@pytest.mark.parametrize(("changes", "expected"), DEFAULTS)
def test_fault_in_the_defaults(changes: list[str], expected: list[str]) -> None:
    """A fault in the defaults is told there, whether or not records use it."""
    assert expected == told(edited(*changes))
