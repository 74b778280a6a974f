"""What goes wrong in YAML loaders, merges, saves and exports: a table, by the id of each hazard.

The ids of two digits (`typ-03`) are those of a list of hazards that is kept outside; the others
(`typ+octal`) are further cases of the same class. In a text, each mark `¶` stands before the place
of a fault and is no part of the text: the first mark is the place of the first fault, and so on.
"""

from __future__ import annotations

import os
import re
import socket
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from attrs import field, frozen

MARK = "¶"
NAME = "hazard.yaml"
HEAD = "bilateral: 1\n"


@frozen
class Fault:
    """A problem that is expected: its code, path and suggestion; its place where no mark says it.

    Attributes:
        code: The code of the problem.
        path: The keys that lead to it.
        near: The suggestion.
        at: Line and column, such as `3:15`.
        file: The file that it stands in, where there are several.
    """

    code: str
    path: str = ""
    near: str | None = None
    at: str = ""
    file: str = NAME


@frozen
class Row:
    """A text or the bytes of a file, and what is expected of it.

    Attributes:
        id: The id of the hazard.
        why: What goes wrong elsewhere.
        given: The text, with marks, or the bytes.
        faults: The problems, all of them and in this order; none where the file loads.
        values: What is held once it is loaded.
    """

    id: str
    why: str
    given: str | bytes
    faults: tuple[Fault, ...] = ()
    values: Mapping[str, object] = field(factory=dict)


def refused(id: str, why: str, given: str | bytes, *faults: Fault) -> Row:
    """A row that is refused."""
    if isinstance(given, bytes):
        return Row(id, why, given, faults)
    return Row(id, why, given.replace(MARK, ""), placed(given, faults))


def kept(id: str, why: str, given: str | bytes, values: Mapping[str, object]) -> Row:
    """A row that loads, with every character kept."""
    return Row(id, why, given, values=values)


def placed(text: str, faults: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults with the places of the text's marks."""
    before = text.split(MARK)[:-1]
    assert len(before) == len(faults), f"{len(before)} marks for {len(faults)} faults: {text!r}"
    found = []
    for number, fault in enumerate(faults):
        lines = re.split("\r\n|\r|\n", "".join(before[: number + 1]))
        at = f"{len(lines)}:{len(lines[-1]) + 1}"
        found.append(Fault(fault.code, fault.path, fault.near, at, fault.file))
    return tuple(found)


# Small files with one place left open


def name(value: str) -> str:
    """A file with a country of this name, which stands in braces."""
    return f"{HEAD}countries:\n  ELB: {{name: {value}}}\n"


def country(*lines: str) -> str:
    """A file with a country of these lines."""
    return f"{HEAD}countries:\n  ELB:\n" + "".join(f"    {line}\n" for line in lines)


def key(id: str) -> str:
    """A file with a country under this key."""
    return f"{HEAD}countries:\n  {id}: {{name: Elbonia}}\n"


def prose(value: str) -> str:
    """A file with a topic of this definition, on a line of its own."""
    return f"{HEAD}topics:\n  water:\n    name: The lakes\n    definition: {value}\n"


def date(value: str) -> str:
    """A file with an event on this date."""
    return f"{HEAD}events:\n  war:\n    title: The war\n    kind: war\n    date: {value}\n"


def event(line: str) -> str:
    """A file with an event that has this further line."""
    return date(f"2031\n    {line}")


def declaration(value: str) -> str:
    """A file with a declaration that is or is not complete."""
    return (
        f"{HEAD}countries: {{ELB: {{name: Elbonia}}}}\n"
        "declarations:\n"
        f"  pact: {{title: The pact, parties: [ELB], date: 2031, complete: {value}}}\n"
    )


def paragraph(value: str) -> str:
    """A file with evidence in this paragraph."""
    return event(f"evidence: [{{paragraph: {value}, span: [0, 4]}}]")


NAMED = "countries.ELB.name"
DEFINED = "topics.water.definition"
DATED = "events.war.date"
COMPLETE = "declarations.pact.complete"
PARAGRAPH = "events.war.evidence[0].paragraph"


# Implicit typing: text that YAML takes for something else

UNTYPED = [
    "y", "Y", "n", "N", "yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False",
    "on", "On", "ON", "off", "Off", "OFF", "0", "00", "+1", "-1", "-0", "0x1F", "0o17", "017",
    "0b101", "1__0", "_1", "685_230.15", "1e3", "1E+3", "1.", ".5", "+.5", "0.", "-.INF", "+.inf",
    ".NaN", ".nan", "NaN", "inf", "190:20:30", "190:20:30.15", "60:00", "1:60", "12:30:45",
    "2001-12-14t21:59:43.10-05:00", "2001-12-14 21:59:43.10 -5", "20310501", "2031-05", "=", "<<",
    "-x", "nUll", "None", "nil", "N/A", "undefined", "~x", "x#y", "a:b", "x'y", 'x"y',
    "1e999", "0x", "9" * 400,
]  # fmt: skip

IMPLICIT_TYPING = [
    kept("typ-03", "becomes a truth value", name("Yes"), {NAMED: "Yes"}),
    kept("typ-05", "base 60 in YAML 1.1", name("9:30"), {NAMED: "9:30"}),
    kept("typ-06", "octal in YAML 1.1", name("010"), {NAMED: "010"}),
    kept("typ-07", "an underscore within a number", name("1_000"), {NAMED: "1_000"}),
    kept("typ-08", "a number for a text", name("2024"), {NAMED: "2024"}),
    kept("typ-09", "a date for a text", name("2024-05-01"), {NAMED: "2024-05-01"}),
    kept(
        "typ-10",
        "a moment, which is written otherwise when it comes back",
        name("2024-05-01T10:00:00+05:30"),
        {NAMED: "2024-05-01T10:00:00+05:30"},
    ),
    kept("typ-11", "a fraction loses its last zero", name("1.10"), {NAMED: "1.10"}),
    kept("typ-13", "infinity", name(".inf"), {NAMED: ".inf"}),
    kept("typ-14", "base 60 of four places", name("1:2:3:4"), {NAMED: "1:2:3:4"}),
    kept(
        "typ-18",
        "an id that is a truth value, and what refers to it",
        f"{HEAD}countries: {{no: {{name: Norway}}}}\nleaders: {{on: {{name: x, country: no}}}}\n",
        {"countries.no.id": "no", "leaders.on.country.id": "no", "leaders.on.id": "on"},
    ),
    kept("typ-19", "a year is a number", date("2024"), {DATED: "2024"}),
    kept(
        "typ-20",
        "half past twelve is 750; there is no field for a time, but dates have one",
        date("2024-05-01T12:30:00\n    note: 12:30"),
        {DATED: "2024-05-01T12:30:00", "events.war.note": "12:30"},
    ),
    refused("typ-22", "no truth value in YAML 1.2", declaration("¶yes"),
            Fault("type", COMPLETE, "true")),
    refused("typ-24", "a number from a text", paragraph('¶"5"'),
            Fault("type", PARAGRAPH, "5 without quotes")),
    refused("typ-26", "eight or ten", paragraph("¶010"), Fault("type", PARAGRAPH)),
    refused("typ-27", "digits of another script", paragraph("¶\u0665\u0660"),
            Fault("type", PARAGRAPH)),
    refused("typ-29", "an hour of one digit; base 60 in YAML 1.1", date("¶2024-05-01T9:30:00"),
            Fault("date", DATED, "2024-05-01T09:30:00")),
    *(
        kept(
            f"typ+text {text[:30]}",
            "text that some reader takes for a value of another type",
            country(f"name: {text}", f"aliases: [x, {text}]"),
            {NAMED: text, "countries.ELB.aliases": ("x", text)},
        )
        for text in UNTYPED
    ),
    *(
        kept(
            f"typ+id {id}",
            "an id that some reader takes for a value of another type",
            f"{HEAD}countries: {{{id}: {{name: x}}}}\nleaders: {{m: {{name: M, country: {id}}}}}\n",
            {f"countries.{id}.id": id, "leaders.m.country.id": id},
        )
        for id in ["NO", "y", "true", "010", "0", "1e3", "1_000", "0x1F", "2031-05-01", "12"]
    ),
    *(
        refused(f"typ+flag {text}", "no truth value in YAML 1.2", declaration(f"¶{text}"),
                Fault("type", COMPLETE, near))
        for text, near in [
            ("y", "true"), ("Y", "true"), ("Yes", "true"), ("YES", "true"), ("on", "true"),
            ("ON", "true"), ("True", "true"), ("TRUE", "true"), ("n", "false"), ("N", "false"),
            ("no", "false"), ("No", "false"), ("off", "false"), ("OFF", "false"),
            ("False", "false"), ("FALSE", "false"), ("0", None), ("1", None),
            ("maybe", None), ("'true'", "true without quotes"), ('"false"', "false without quotes"),
            ("'yes'", "true"), ("t", None), ("1.0", None), ("[true]", None), ("{a: true}", None),
        ]
    ),
    *(
        refused(f"typ+number {text}", "no whole number", paragraph(f"¶{text}"),
                Fault("type", PARAGRAPH))
        for text in [
            "0x5", "0o5", "0b1", "05", "5.0", "5.", "1e1", "1_0", "+5", "-5", "-0", ".inf", ".nan",
            "12:30", "\u00b2", "\uff15", "\u0967", "true", "five", "1234567890", "[5]", "{a: 5}",
            "2031-05-01", "9" * 5000,
        ]
    ),
    refused("typ+number 0", "paragraphs are counted from 1",
            event("evidence: [¶{paragraph: 0, span: [0, 4]}]"),
            Fault("record", "events.war.evidence[0]")),
    refused("typ+version 1.0", "a version is no number", "bilateral: ¶1.0\n",
            Fault("format", "bilateral", "1")),
    refused("typ+version 01", "octal one", "bilateral: ¶01\n", Fault("format", "bilateral", "1")),
    refused("typ+version true", "true is one in Python", "bilateral: ¶true\n",
            Fault("format", "bilateral", "1")),
    refused("typ+version script", "one in another script", "bilateral: ¶\u0661\n",
            Fault("format", "bilateral", "1")),
]  # fmt: skip


# Nothing: empty texts, nulls, empty files

EMPTY_NULL = [
    refused("nul-04", "None is no mapping", f"{HEAD}countries:¶\n",
            Fault("empty-value", "countries")),
    refused("nul-05", "an empty text is no name", name('¶""'), Fault("value", NAMED)),
    refused("nul-06", "an empty file", "¶", Fault("empty")),
    refused("nul-07", "a comment alone", "¶# only a comment\n", Fault("empty")),
    refused("nul-08", "an empty document", "---\n¶...\n", Fault("empty-value")),
    *(
        refused(f"nul+file {number}", "nothing in the file", text, Fault("empty"))
        for number, text in enumerate(["¶\n\n\n", "¶   ", "¶\r\n"])
    ),
    *(
        refused(f"nul+document {number}", "nothing in the document", text, Fault("empty-value"))
        for number, text in enumerate(
            ["---\n¶", "--- ¶~\n", "¶~\n", "¶null\n", "¶''\n", '¶""\n', "---\n# x\n¶...\n",
             "---\n¶---\nbilateral: 1\n"]
        )
    ),
    refused("nul+mark alone", "a byte order mark alone", b"\xef\xbb\xbf", Fault("empty", at="1:1")),
    *(
        refused(f"nul+value {word}", "a null for a text", name(f"¶{word}"),
                Fault("empty-value", NAMED))
        for word in ["~", "null", "Null", "NULL", ""]
    ),
    *(
        refused(f"nul+item {word}", "a null in a list",
                country("name: E", f"aliases: [x, ¶{word}]"),
                Fault("empty-value", "countries.ELB.aliases[1]"))
        for word in ["~", "null", "Null", "NULL"]
    ),
    *(
        refused(f"nul+blank {number}", "nothing but white space is no name", name(f"¶{text}"),
                Fault("value", NAMED))
        for number, text in enumerate(['"  "', "' '", '"\\t"', '"\\n"', '"\\_"', '"\\u3000"'])
    ),
    *(
        refused(f"nul+blank U+{ord(text[0]):04X}", "a plain space that is none to YAML",
                name(f"¶{text}"), Fault("value", NAMED))
        for text in ["\u00a0", "\u3000" * 6]
    ),
    refused("nul+blank item", "a plain space in a list",
            country("name: E", "aliases: [¶\u2003, x]"),
            Fault("value", "countries.ELB.aliases[0]")),
    refused("nul+block of breaks", "line breaks alone are no name",
            country("name: ¶|+", "", ""), Fault("value", NAMED)),
    refused("nul+empty block", "a block without lines", country("name: ¶|", "aliases: [x]"),
            Fault("value", NAMED)),
    refused("nul+dash", "an item without a value", country("name: E", "aliases:", "  -¶", "  - x"),
            Fault("empty-value", "countries.ELB.aliases[0]")),
    refused("nul+null key", "a null for a key", key("¶~"), Fault("key", "countries.~")),
    refused("nul+null section", "a null for a section", f"{HEAD}¶null: x\n", Fault("key", "null")),
    refused("nul+no key", "a key that is missing", f"{HEAD}?¶ \n: x\n", Fault("key")),
    refused("nul+empty key", "an empty key", f"{HEAD}¶'': x\n", Fault("key")),
    refused("nul+blank key", "a blank key among a user's own",
            f"{key('ELB')}sources: {{s: {{title: T, mentions: {{¶'  ': ELB}}}}}}\n",
            Fault("key", "sources.s.mentions.  ")),
    refused("nul+empty key within", "an empty key among a user's own",
            f"{key('ELB')}sources: {{s: {{title: T, mentions: {{¶'': ELB}}}}}}\n",
            Fault("key", "sources.s.mentions")),
    refused("nul+flag", "a null for a truth value", declaration("¶~"),
            Fault("empty-value", COMPLETE)),
    refused("nul+version", "a null for the version", "bilateral:¶\n",
            Fault("empty-value", "bilateral")),
    refused("nul+empty version", "an empty text for the version", "bilateral: ¶''\n",
            Fault("value", "bilateral")),
    refused("nul+id", "a null for the article's id", f"{HEAD}id: ¶~\ntitle: x\n",
            Fault("empty-value", "id")),
    refused("nul+empty id", "an empty text for the article's id", f"{HEAD}id: ¶''\ntitle: x\n",
            Fault("value", "id")),
    refused("nul+date", "a null for a date", date("¶null"), Fault("empty-value", DATED)),
    refused("nul+reference", "a null for a reference",
            f"{HEAD}leaders: {{m: {{name: M, country: ¶~}}}}\n",
            Fault("empty-value", "leaders.m.country")),
    refused("nul+defaults", "a null for the defaults", f"{HEAD}defaults:¶\n",
            Fault("empty-value", "defaults")),
    refused("nul+default", "a null among the defaults",
            f"{HEAD}defaults: {{visits: {{place: ¶~}}}}\n",
            Fault("empty-value", "defaults.visits.place")),
    refused("nul+record", "a null for a record", f"{HEAD}countries:\n  ELB:¶\n",
            Fault("empty-value", "countries.ELB")),
    refused("nul+empty record", "a record without fields", f"{HEAD}countries:\n  ¶ELB: {{}}\n",
            Fault("key-missing", NAMED)),
    refused("nul+empty list", "a list without items", country("name: E", "aliases: ¶[]"),
            Fault("empty-value", "countries.ELB.aliases")),
    refused("nul+empty mapping", "a mapping without keys", country("name: E", "codes: ¶{}"),
            Fault("empty-value", "countries.ELB.codes")),
    refused("nul+unknown", "an unknown key without a value is one fault",
            f"¶Here is the file:\n{HEAD}", Fault("key-unknown", "Here is the file")),
    refused("nul+comma", "a comma in a name in braces is one fault", name("1,¶000"),
            Fault("key-unknown", "countries.ELB.000")),
    refused("nul+set", "a set in braces for a date is one fault", date("¶{2031, 2032}"),
            Fault("type", DATED)),
    kept("nul+empty sections", "an empty mapping of records is no fault",
         f"{HEAD}countries: {{}}\ndefaults: {{}}\nvisits: {{}}\n", {"countries": 0, "visits": 0}),
]  # fmt: skip


# Structure: mappings, lists and keys out of place

SECTION = "countries"
STRUCTURE = [
    refused("str-01", "a list at the top", "¶- a\n- b\n", Fault("type")),
    refused("str-02", "a text at the top", "¶hello\n", Fault("type")),
    refused("str-05", "the wrong container for a section: here a list", f"{HEAD}countries:\n  "
            "¶- {id: ELB, name: Elbonia}\n", Fault("type", SECTION)),
    refused("str-06", "a text is taken for the list of its letters",
            country("name: E", "aliases: ¶Mud"), Fault("type", "countries.ELB.aliases", "[Mud]")),
    refused("str-07", "a list becomes the text of a list", name("¶[a, b]"), Fault("type", NAMED)),
    refused("str-11", "a misspelt section is passed over",
            f"{HEAD}¶contries:\n  ELB: {{name: Elbonia}}\n",
            Fault("key-unknown", "contries", "countries")),
    refused("str-12", "a field in another case", f"{HEAD}countries:\n  ELB: {{¶Name: Elbonia}}\n",
            Fault("key-unknown", "countries.ELB.Name", "name")),
    refused("str-15", "a key that is a number",
            f"{HEAD}countries:\n  ELB: {{name: Elbonia, ¶1: x}}\n",
            Fault("key-unknown", "countries.ELB.1")),
    refused("str-17", "a later format is not to be half read",
            "bilateral: ¶9\ncontries: {}\n", Fault("format", "bilateral", "1")),
    refused("str-19", "a line of prose is taken for a key",
            f"{key('ELB')}¶Here is the YAML you asked for: x\n",
            Fault("key-unknown", "Here is the YAML you asked for")),
    refused(
        "str-20",
        "all faults are told at once, those of a record with a bad id too",
        f"{HEAD}countries:\n  ELB: {{name: F, ¶poplation: x}}\n  ¶G F: {{¶nam: G}}\n",
        Fault("key-unknown", "countries.ELB.poplation"),
        Fault("id-form", "countries.G F", "G-F"),
        Fault("key-unknown", "countries.G F.nam", "name"),
    ),
    refused("str+number", "a number at the top", "¶12\n", Fault("type")),
    refused("str+list of file", "the whole file is an item", "¶- bilateral: 1\n  title: x\n",
            Fault("type")),
    refused("str+no blank", "no blank behind the colon, so all of it is text",
            "¶bilateral:1\ncountries: {}\n", Fault("type")),
    refused("str+no version", "the version is missing", "¶title: x\n", Fault("key-missing")),
    refused("str+other format", "a file of something else", "¶format: bilateral/1\n",
            Fault("key-missing")),
    refused("str+version case", "the version's key in another case", "¶Bilateral: 1\n",
            Fault("key-unknown", "Bilateral", "bilateral")),
    refused("str+version list", "a list for the version", "bilateral: ¶[1]\n",
            Fault("type", "bilateral")),
    refused("str+version v1", "a version with a letter", "bilateral: ¶v1\n",
            Fault("format", "bilateral", "1")),
    refused("str+version comma", "a comma as in JSON", "bilateral: ¶1,\n",
            Fault("format", "bilateral", "1")),
    refused("str+section case", "a section in another case",
            f"{HEAD}¶Countries: {{ELB: {{name: E}}}}\nleaders: {{m: {{name: M, country: ELB}}}}\n",
            Fault("key-unknown", "Countries", "countries")),
    refused("str+section singular", "a section in the singular",
            f"{HEAD}¶country: {{ELB: {{name: E}}}}\n",
            Fault("key-unknown", "country", "countries")),
    refused("str+section text", "a text for a section", f"{HEAD}countries: ¶ELB\n",
            Fault("type", SECTION)),
    refused("str+record text", "a text for a record", f"{HEAD}countries: {{ELB: ¶Elbonia}}\n",
            Fault("type", "countries.ELB")),
    refused("str+record list", "a list for a record", f"{HEAD}countries: {{ELB: ¶[Elbonia]}}\n",
            Fault("type", "countries.ELB")),
    refused("str+name mapping", "a mapping for a text", name("¶{a: b}"), Fault("type", NAMED)),
    refused("str+list mapping", "a mapping for a list", country("name: E", "aliases: ¶{a: b}"),
            Fault("type", "countries.ELB.aliases")),
    refused("str+list of mappings", "a mapping in a list of texts",
            country("name: E", "aliases: [¶a: b]"), Fault("type", "countries.ELB.aliases[0]")),
    refused("str+list of lists", "a list in a list of ids",
            event("actors: [¶[ELB]]"), Fault("type", "events.war.actors[0]")),
    refused("str+id within", "a record that gives its own id",
            country("name: E", "¶id: ELB"), Fault("key-unknown", "countries.ELB.id")),
    refused("str+codes list", "a list for codes", f"{HEAD}title: x\ncodes: ¶[a]\n",
            Fault("type", "codes")),
    refused("str+coding text", "a text for a mapping", f"{HEAD}coding: ¶A. Coder\n",
            Fault("type", "coding")),
    refused("str+shallow", "a record that is not indented",
            f"{HEAD}countries:¶\n¶ELB: {{name: E}}\n",
            Fault("empty-value", "countries"), Fault("key-unknown", "ELB")),
    refused("str+shallow field", "a field that is not indented",
            f"{HEAD}countries:\n  ELB:¶\n  name: ¶E\n",
            Fault("empty-value", "countries.ELB"), Fault("type", "countries.name")),
    refused("str+key twice", "the last of two keys wins", country("name: E", "¶name: F"),
            Fault("key-twice", NAMED)),
    refused("str+key twice alike", "two keys of the same value", country("name: E", "¶name: E"),
            Fault("key-twice", NAMED)),
    refused("str+key twice quoted", "a key that is quoted once", country("name: E", "¶'name': F"),
            Fault("key-twice", NAMED)),
    refused("str+section twice", "a section that comes again",
            f"{key('ELB')}topics: {{}}\n¶countries: {{GRF: {{name: G}}}}\n",
            Fault("key-twice", SECTION)),
    refused("str+version twice", "two versions", f"{HEAD}¶bilateral: 2\n",
            Fault("key-twice", "bilateral")),
    refused("str+item of section", "one id among two",
            f"{key('ELB')}  GRF: {{name: G}}\n  ¶ELB: {{name: F}}\n",
            Fault("key-twice", "countries.ELB")),
    kept("str+json", "JSON is YAML",
         '{"bilateral": 1, "countries": {"ELB": {"name": "Elbonia"}}}\n',
         {NAMED: "Elbonia"}),
]  # fmt: skip


# Features of YAML that a file may not use

TAGS = [
    "!important", "!!binary", "!!timestamp", "!!null", "!!int", "!!float", "!!bool", "!!str", "!",
    "!<tag:yaml.org,2002:str>", "!!python/name:os.system", "!!python/none", "!!set", "!!omap",
]  # fmt: skip

YAML_FEATURES = [
    refused(
        "fea-01",
        "a tag that runs code",
        name('¶¶!!python/object/apply:os.system ["id"]'),
        Fault("tag", NAMED, "quotes"),
        # Taking the tag out would leave a list, which is the second thing to mend.
        Fault("type", NAMED),
    ),
    refused("fea-02", "a tag nobody knows", name("¶!important x"), Fault("tag", NAMED, "quotes")),
    refused("fea-03", "a tag that makes bytes", name("¶!!binary SGVsbG8="),
            Fault("tag", NAMED, "quotes")),
    refused("fea-04", "a tag that raises what nobody catches", name("¶!!timestamp foo"),
            Fault("tag", NAMED, "quotes")),
    refused("fea-06", "an id that is taken for an anchor, and so is none",
            f"{HEAD}id: ¶&lakes \ntitle: x\n", Fault("anchor", "id", "quotes")),
    refused("fea-07", "the first word of a text is lost", prose("¶&co signed it"),
            Fault("anchor", DEFINED, "quotes")),
    refused("fea-08", "an alias of nothing", prose("¶*note the point"),
            Fault("alias", DEFINED, "quotes")),
    refused("fea-09", "one record under two ids", f"{HEAD}countries:\n  ELB: ¶&a {{name: E}}\n"
            "  GRF: ¶*a\n", Fault("anchor", "countries.ELB", "quotes"),
            Fault("alias", "countries.GRF", "quotes")),
    refused("fea-12", "a second document is passed over", f"{HEAD}¶---\n{HEAD}",
            Fault("many-documents")),
    *(
        refused(f"fea+tag {tag}", "a tag on a text", name(f"¶{tag} x"),
                Fault("tag", NAMED, "quotes"))
        for tag in TAGS
    ),
    *(
        refused(f"fea+tag of key {tag}", "a tag on a key", key(f"¶{tag} ELB"),
                Fault("tag", "countries.ELB", "quotes"))
        for tag in ["!x", "!!str", "!!int"]
    ),
    refused("fea+tag alone", "a tag in place of a text is one fault", prose("¶!note"),
            Fault("tag", DEFINED, "quotes")),
    refused("fea+tag of version", "a tag on the version", "bilateral: ¶!!int 1\n",
            Fault("tag", "bilateral", "quotes")),
    refused("fea+tag of file", "a tag on the whole file", f"--- ¶!x\n{HEAD}...\n",
            Fault("tag", near="quotes")),
    refused("fea+tag of set", "a tag that makes a set",
            f"{HEAD}countries: ¶!!set {{ELB: {{name: E}}}}\n",
            Fault("tag", "countries", "quotes")),
    refused("fea+tag undefined", "a tag of a handle that nobody defined", name("¶!e!x y"),
            Fault("yaml", NAMED, "quoted text")),
    refused("fea+tag directive", "a directive that changes what a tag means",
            "¶%TAG !! tag:example.org,2000:\n---\nbilateral: ¶!!x 1\n...\n", Fault("directive"),
            Fault("tag", "bilateral", "quotes")),
    *(
        refused(f"fea+directive {text}", "a directive changes how the file is read",
                f"¶{text}\n---\n{HEAD}...\n", Fault("directive"))
        for text in ["%YAML 1.1", "%YAML 1.2", "%YAML 3.0", "%TAG ! tag:example.org,2000:", "%"]
    ),
    refused("fea+directive late", "a directive behind the beginning", f"{HEAD}¶%YAML 1.1\n",
            Fault("directive")),
    refused("fea+anchor alone", "an anchor in place of a text is one fault", prose("¶&co"),
            Fault("anchor", DEFINED, "quotes")),
    refused("fea+anchor as key", "an id that is taken for an anchor is one fault", key("¶&ELB "),
            Fault("anchor", "countries", "quotes")),
    refused("fea+anchor on key", "an anchor on a key", key("¶&a ELB"),
            Fault("anchor", "countries.ELB", "quotes")),
    refused("fea+anchor nested", "anchors within anchors", f"{HEAD}countries: ¶&a\n  ELB: ¶&b\n"
            "    name: ¶&c x\n    aliases: [¶*c, ¶*b]\n",
            Fault("anchor", "countries", "quotes"), Fault("anchor", "countries.ELB", "quotes"),
            Fault("anchor", NAMED, "quotes"), Fault("alias", "countries.ELB.aliases[0]", "quotes"),
            Fault("alias", "countries.ELB.aliases[1]", "quotes")),
    refused("fea+anchor of itself", "a list that holds itself",
            country("name: E", "aliases: ¶&x [a, ¶*x]"),
            Fault("anchor", "countries.ELB.aliases", "quotes"),
            Fault("alias", "countries.ELB.aliases[1]", "quotes")),
    refused("fea+anchor of file", "a file that holds itself", f"¶&r\n{HEAD}countries: ¶*r\n",
            Fault("anchor", near="quotes"), Fault("alias", "countries", "quotes")),
    refused("fea+anchor in other script", "an anchor of any letters", prose("¶&\u56fd x"),
            Fault("yaml", DEFINED, "quoted text")),
    refused("fea+alias as key", "an alias for a key", key("¶*ELB "), Fault("key", "countries")),
    refused("fea+merge", "a merge key", f"{HEAD}countries:\n  ELB: {{name: E}}\n"
            "  GRF: {¶<<: {name: G}}\n", Fault("merge-key", "countries.GRF.<<")),
    refused("fea+merge alias", "a merge key with an alias",
            f"{HEAD}countries:\n  ELB: ¶&a {{name: E}}\n"
            "  GRF: {¶<<: ¶*a}\n", Fault("anchor", "countries.ELB", "quotes"),
            Fault("merge-key", "countries.GRF.<<"), Fault("alias", "countries.GRF.<<", "quotes")),
    refused("fea+merge list", "a merge key with a list",
            f"{HEAD}countries:\n  ELB: {{¶<<: [{{name: E}}, {{name: F}}]}}\n",
            Fault("merge-key", "countries.ELB.<<")),
    refused("fea+merge section", "a merge key among the ids", f"{HEAD}countries:\n  ¶<<: {{}}\n",
            Fault("merge-key", "countries.<<")),
    refused("fea+merge file", "a merge key among the sections", f"{HEAD}¶<<: {{title: x}}\n",
            Fault("merge-key", "<<")),
    refused("fea+merge quoted", "a quoted merge key is a key like others",
            country("name: E", "¶'<<': {name: F}"), Fault("key-unknown", "countries.ELB.<<")),
    refused("fea+value key", "the value key of YAML 1.1", country("name: E", "¶=: x"),
            Fault("key-unknown", "countries.ELB.=")),
    refused("fea+list as key", "a list for a key", key("? ¶[a]\n  "), Fault("key", "countries")),
    refused("fea+mapping as key", "a mapping for a key", key("? ¶{a: b}\n  "),
            Fault("key", "countries")),
    refused("fea+brackets as key", "a list for a key, without a question mark", key("¶[a]"),
            Fault("key", "countries")),
    refused("fea+block as key", "a block of text for a key ends in a line break",
            key("? ¶|\n    ELB\n  "), Fault("id-form", "countries.ELB\n", "ELB")),
    refused("fea+key in list", "a key in a list of texts is one fault",
            country("name: E", "aliases: [¶? a]"), Fault("type", "countries.ELB.aliases[0]")),
    kept("fea+question mark", "a plain key behind a question mark is a key", key("? ELB\n  "),
         {NAMED: "Elbonia"}),
    refused("fea+documents", "two whole documents", f"---\n{HEAD}...\n¶---\n{HEAD}...\n",
            Fault("many-documents")),
    refused("fea+empty document", "a second document, which is empty", f"{HEAD}¶---\n",
            Fault("many-documents")),
    refused("fea+behind the end", "more behind the end", f"{HEAD}...\n¶title: x\n", Fault("yaml")),
    refused("fea+directive behind the end", "a directive behind the end",
            f"{HEAD}...\n¶%YAML 1.1\n---\ntitle: x\n", Fault("many-documents")),
    refused("fea+block at the top", "a block of text at the top", "--- ¶|\n  bilateral: 1\n...\n",
            Fault("type")),
    refused("fea+mapping behind the beginning",
            "a mapping on the line of the beginning is one fault",
            "--- ¶bilateral: 1\n...\n", Fault("type")),
    kept("fea+two ends", "an end that comes twice", f"{HEAD}title: x\n...\n...\n# end\n",
         {"articles.article.title": "x"}),
]  # fmt: skip


# Syntax: what is no YAML, or other YAML than was meant

QUOTE = "quoted text"
TABS = "spaces, not tabs"
SYNTAX = [
    refused("syn-01", "a tab for an indent", f"{HEAD}countries:\n¶\tELB: {{name: E}}\n",
            Fault("yaml", SECTION, TABS)),
    refused("syn-02", "a colon in a text", prose("Note¶: this matters"),
            Fault("yaml", "topics.water", QUOTE)),
    refused("syn-05", "a text that begins with @", prose("¶@user said"),
            Fault("yaml", DEFINED, QUOTE)),
    refused("syn-08", "a fence around the file", f"¶```yaml\n{HEAD}```\n",
            Fault("yaml", near="no fence")),
    refused("syn-13", "a text that is cut at a number sign", prose("¶C# and #1 thing"),
            Fault("text-cut", DEFINED, "quotes")),
    kept("syn-15", "a comma splits a number; nobody can know",
         country("name: E", "aliases: [1,000, a]"),
         {"countries.ELB.aliases": ("1", "000", "a")}),
    refused("quo-06", "a quotation that is cut is a part of the source's words all the same",
            event("evidence:\n      - ¶We reaffirm # our friendship"),
            Fault("text-cut", "events.war.evidence[0]", "quotes")),
    refused("syn+tab deeper", "a tab behind blanks", f"{HEAD}countries:\n ¶\tELB: {{name: E}}\n",
            Fault("yaml", SECTION, TABS)),
    refused("syn+tab of field", "a tab before a field", f"{HEAD}countries:\n  ELB:\n¶\tname: E\n",
            Fault("yaml", "countries.ELB", TABS)),
    refused("syn+tab of item", "a tab before an item", country("aliases:") + "¶\t- x\n",
            Fault("yaml", "countries.ELB.aliases", TABS)),
    refused("syn+tab behind dash", "a tab behind a dash",
            country("name: E", "aliases:", "  -¶\tx: y"),
            Fault("yaml", "countries.ELB.aliases", TABS)),
    *(
        refused(f"syn+indicator {text}", "a text that begins with a mark of YAML",
                prose(f"¶{text}"),
                Fault("yaml", DEFINED, QUOTE))
        for text in ["`x`", "%x", "- x", "? x", ": x", ", x"]
    ),
    *(
        refused(f"syn+block mark {text}", "a text that begins with the mark of a block",
                prose(f"{text[:2]}¶{text[2:]}"), Fault("yaml", DEFINED, QUOTE))
        for text in ["| x", "> x"]
    ),
    *(
        refused(f"syn+in braces {text}", "a text in braces that begins with a mark of YAML",
                name(f"¶{text}"), Fault("yaml", NAMED, QUOTE))
        for text in ["- x", "?x", "? x", "|", ">", "@", "%", ":x"]
    ),
    *(
        refused(f"syn+alone {text}", "a text that is a mark of YAML", name(f"¶{text}"),
                Fault("yaml", NAMED, QUOTE))
        for text in ["!", "&", "*"]
    ),
    *(
        refused(f"syn+cut {number}", "a text with a comment behind it", prose(f"¶{text}"),
                Fault("text-cut", DEFINED, "quotes"))
        for number, text in enumerate(["a #", "a # b", "a\n      b # c", "a\t# b"])
    ),
    *(
        refused(f"syn+comment {text}", "a text that is a comment",
                prose(text).replace(": #", ":¶ #"),
                Fault("empty-value", DEFINED))
        for text in ["#all", "# all"]
    ),
    refused("syn+colon in braces", "a colon in a text in braces", name("x¶: y"),
            Fault("yaml", "countries.ELB", QUOTE)),
    *(
        refused(f"syn+open {number}", "what opens and does not close", text, Fault("yaml", path))
        for number, (text, path) in enumerate([
            (prose('¶"open'), DEFINED), (prose("¶'open"), DEFINED), (prose('¶"open\\'), DEFINED),
            (f'{HEAD}title: ¶"x\nid: y\n', "title"),
            (name("{").replace("ELB: {", "ELB: ¶{"), "countries.ELB"),
            (prose("¶[open"), DEFINED), (name('¶"x').replace("}", ""), NAMED),
            (country("aliases: [a¶}"), "countries.ELB.aliases"),
        ])
    ),
    refused("syn+open brace", "a brace that does not close is one fault", prose("¶{open"),
            Fault("yaml", DEFINED)),
    refused("syn+no space", "no blank behind the colon of a field",
            country("name: E", "¶kind:state"), Fault("yaml", "countries.ELB", "': '")),
    refused("syn+no space in braces", "no blank behind the colon of a field in braces",
            name("E, ¶kind:state"), Fault("key-unknown", "countries.ELB.kind:state", "kind: ")),
    refused("syn+no space of what is needed", "no blank behind the colon of a field that is needed",
            f"{HEAD}countries:\n  ELB: {{¶name:Elbonia}}\n",
            Fault("key-unknown", "countries.ELB.name:Elbonia", "name: ")),
    refused("syn+no space in defaults", "no blank behind the colon of a default, on which a record"
            " relies",
            f"{HEAD}defaults:\n  events: {{¶date:2031}}\nevents: {{w: {{title: W, kind: war}}}}\n",
            Fault("key-unknown", "defaults.events.date:2031", "date: ")),
    refused("syn+odd indent", "a line that is indented with spaces that do not break",
            country("name: E") + "¶\u00a0\u00a0\u00a0\u00a0kind: state\n",
            Fault("key-unknown", "\u00a0\u00a0\u00a0\u00a0kind", "ordinary spaces")),
    refused("syn+odd indent deeper", "spaces that do not break behind others",
            country("name: E") + " ¶\u00a0  kind: state\n",
            Fault("yaml", near="ordinary spaces")),
    refused("syn+record as item", "a record as an item of a list",
            f"{key('ELB')}  ¶- id: GRF\n", Fault("yaml", SECTION)),
    refused("syn+brackets twice", "a bracket that nothing opens",
            country("name: E", "aliases: [a]¶]"), Fault("yaml", "countries.ELB")),
    refused("str+far section", "a section of another name, whose ids may be referred to",
            f"{HEAD}¶persons: {{m: {{name: M}}}}\nevents: {{w: {{title: W, kind: war, date: 2031,"
            " actors: [m]}}\n", Fault("key-unknown", "persons")),
    refused("str+misspelt section", "what stands in a misspelt section is told where it stands",
            f"{HEAD}¶contries:\n  ELB: {{name: E, ¶knd: state}}\n",
            Fault("key-unknown", "contries", "countries"),
            Fault("key-unknown", "contries.ELB.knd", "kind")),
    *(
        refused(f"syn+behind quotes {number}", "a text that goes on behind its quotes", prose(text),
                Fault("yaml", "topics.water", QUOTE))
        for number, text in enumerate(['"a" ¶b', '"a"¶b', "'it'¶s'", "'a' ¶b"])
    ),
    refused("syn+backslash", "a backslash that escapes nothing", prose('"a¶\\qb"'),
            Fault("yaml", DEFINED, "\\\\")),
    refused("syn+closed twice", "a bracket that closes twice",
            f"{HEAD}countries:\n  ELB: {{name: E, aliases: [a]¶]}}\n",
            Fault("yaml", "countries.ELB")),
    refused("syn+two commas", "an item that is missing", country("name: E", "aliases: [a,¶,b]"),
            Fault("yaml", "countries.ELB.aliases")),
    refused("syn+no comma", "a comma that is missing",
            f"{HEAD}countries:\n  ELB: {{name: E aliases¶: [a]}}\n",
            Fault("yaml", "countries.ELB", QUOTE)),
    refused("syn+behind braces", "a record behind another's braces",
            f"{HEAD}countries:\n  ELB: {{name: E}}¶, GRF: {{name: G}}\n", Fault("yaml", SECTION)),
    refused("syn+no brace", "a record without braces", f"{HEAD}countries:\n  ELB: name¶: E\n",
            Fault("yaml", SECTION, QUOTE)),
    refused("syn+indent less", "a line that is indented less",
            f"{key('ELB')} ¶GRF: {{name: G}}\n", Fault("yaml")),
    refused("syn+indent more", "a line that is indented more",
            f"{key('ELB')}   ¶GRF: {{name: G}}\n", Fault("yaml", SECTION)),
    refused("syn+indent of section", "a section that is indented; it lacks no quotes",
            f"{HEAD}  countries¶:\n  ELB: {{name: E}}\n", Fault("yaml")),
    refused("syn+no colon above", "a key without a colon, and fields below; they lack no quotes",
            f"{HEAD}countries:\n  ¶ELB\n    name: E\n", Fault("yaml")),
    refused("syn+no space above", "a field without a blank behind its colon, and others below",
            country("¶kind:state", "name: E"), Fault("yaml", SECTION, "': '")),
    refused("syn+indent at the top", "the first key is indented less than the second",
            "bilateral: 1\n  title¶: x\n", Fault("yaml")),
    refused("syn+no colon at the end", "a line without a colon is told where it stands",
            f"{key('ELB')}¶Here is the YAML you asked for\n", Fault("yaml", SECTION)),
    refused("syn+no colon of field", "a field without a colon is told where it stands",
            country("name: E", "¶aliases"), Fault("yaml", "countries.ELB")),
    refused("syn+no colon between", "a line without a colon between others is told where it stands",
            country("name: E", "¶aliases", "kind: state"), Fault("yaml", "countries.ELB")),
    refused("syn+long key", "a key of more characters than YAML takes is told where it begins",
            f"{HEAD}¶{'x' * 2000}: v\n", Fault("yaml")),
    *(
        refused(f"syn+fence {number}", "a Markdown fence", text, Fault("yaml", path, "no fence"))
        for number, (text, path) in enumerate([
            (f"¶```\n{HEAD}```\n", ""), (f"{HEAD}¶```\n", ""), (f"¶~~~yaml\n{HEAD}~~~\n", ""),
            (f"Here you go.\n\n¶```yaml\n{HEAD}```\n", ""),
            (f"Sure:\n¶```yaml\n{HEAD}```\n", "Sure"),
            (f"{key('ELB')}¶```\n", "countries"),
        ])
    ),
    refused("syn+quotes over an end", "quotes that are open where the document ends",
            prose('¶"a') + '---\nb"\n', Fault("yaml", DEFINED)),
    refused("syn+block indent", "the mark of a block with an impossible indent",
            prose("|¶0\n      x"),
            Fault("yaml", DEFINED)),
    refused("syn+block shallow", "a block whose second line is indented less",
            f"{HEAD}title: |\n   a\n  ¶b\n", Fault("yaml")),
    refused("syn+bracket at the end", "a bracket that nothing opened", f"{HEAD}¶]\n",
            Fault("yaml")),
    refused("syn+end first", "an end without a beginning", f"¶...\n{HEAD}", Fault("yaml")),
    refused("syn+cut mark", "a file that was cut",
            f"---\n{key('ELB')}¶", Fault("cut")),
    kept("syn+text of marks", "marks of YAML within a text",
         prose("x,y [z] {a} b#c *c &d !e | > % @ `"),
         {DEFINED: "x,y [z] {a} b#c *c &d !e | > % @ `"}),
    kept("syn+block keeps #", "a number sign in a block", prose("|\n      a # b\n      c"),
         {DEFINED: "a # b\nc\n"}),
    kept("syn+folded", "a folded block", prose(">-\n      a\n      b\n\n      c"),
         {DEFINED: "a b\nc"}),
    kept("syn+quote doubled", "a quote that is doubled", prose("'it''s'"), {DEFINED: "it's"}),
    kept("syn+several lines", "a text over several lines", prose("a\n      b"), {DEFINED: "a b"}),
    kept("syn+escapes", "escapes", prose('"\\x41\\u0042\\U0001F600\\/\\"\\\\\\n"'),
         {DEFINED: 'AB\U0001f600/"\\\n'}),
]  # fmt: skip


# Encodings and characters


def latin(text: str) -> bytes:
    """A file with a country of this name, in Windows-1252."""
    return name(text).encode("cp1252")


def raw(data: bytes, end: bytes = b"}\n") -> bytes:
    """A file with a country of this name, as it is."""
    return name("").encode().removesuffix(b"}\n") + data + end


UTF8 = "encoding-utf8"
FORBIDDEN = [
    0x01, 0x07, 0x08, 0x0B, 0x0C, 0x0E, 0x1A, 0x1B, 0x1F, 0x7F, 0x80, 0x85, 0x9F, 0x2028, 0x2029,
    0xFEFF, 0xFFFE, 0xFFFF, 0xD800, 0xDFFF, 0x00,
]  # fmt: skip
BIDI = [
    0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069,
]  # fmt: skip
TEXT = name("Elbonia")

ENCODING = [
    refused("enc-01", "a byte of Latin-1", latin("caf\u00e9"),
            Fault(UTF8, near="caf\u00e9", at="3:18")),
    refused("enc-03", "UTF-16 that says so", TEXT.encode("utf-16"),
            Fault("encoding-utf16", at="1:1")),
    refused("enc-05", "a file that is cut within a character", raw(b"caf\xc3", b""),
            Fault(UTF8, at="3:18")),
    refused("enc-07", "a NUL", b"bilateral: 1\nx: a\x00b\n", Fault("char-forbidden", at="2:5")),
    refused("enc-09", "two files in one, each with a mark", b"\xef\xbb\xbf" + HEAD.encode()
            + b"x: \xef\xbb\xbfy\n", Fault("char-forbidden", at="2:4")),
    refused("enc-11", "a line break for some readers, so a hidden key",
            f"{HEAD}countries:\n  ELB: {{name: E}}¶\u2028title: evil\n", Fault("char-forbidden")),
    kept("enc-13", "one byte order mark is in order", f"\ufeff{TEXT}", {NAMED: "Elbonia"}),
    kept("enc-16", "an accent of its own is composed", name('"e\u0301"'), {NAMED: "\u00e9"}),
    refused("enc-17", "two forms of one id", key("¶fra\u0301"),
            Fault("id-form", "countries.fr\u00e1", "fra")),
    refused("enc-18", "a Cyrillic letter in an id", key("¶fr\u0430nce"),
            Fault("id-form", "countries.fr\u0430nce")),
    refused("enc-19", "a blank at the end of an id", key('¶"fr "'),
            Fault("id-form", "countries.fr ", "fr")),
    refused("enc-20", "a space of no width in an id", key("¶fr\u200b"),
            Fault("id-form", "countries.fr\u200b", "fr")),
    refused("enc-22", "text that is shown backwards", name('"x ¶\u202egnirts"'), Fault("bidi")),
    *(
        refused(f"enc+{codec}", f"{codec} without a mark", TEXT.encode(codec),
                Fault(f"encoding-{codec[:3]}{codec[4:6]}", at="1:1"))
        for codec in ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
    ),
    *(
        refused(f"enc+{codec} marked", f"{codec} that says so", f"\ufeff{TEXT}".encode(codec),
                Fault(f"encoding-{codec[:3]}{codec[4:6]}", at="1:1"))
        for codec in ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"]
    ),
    *(
        refused(f"enc+{number}", "bytes that are no UTF-8, and stand for no word", raw(data),
                Fault(UTF8, near=near, at="3:15"))
        for number, (data, near) in enumerate([
            # Overlong forms, surrogates, beyond the last plane, bytes that UTF-8 never has.
            (b"\xc0\xaf", "\u00c0\u00af"), (b"\xc1\x81", None),
            (b"\xe0\x80\xaf", "\u00e0\u20ac\u00af"),
            (b"\xf0\x80\x80\xaf", "\u00f0\u20ac\u20ac\u00af"), (b"\xed\xa0\x80", None),
            (b"\xed\xa0\xbd\xed\xb8\x80", None), (b"\xf4\x90\x80\x80", None),
            (b"\xf8\x88\x80\x80\x80", "\u00f8\u02c6\u20ac\u20ac\u20ac"), (b"\xff", "\u00ff"),
            (b"\xfe", "\u00fe"), (b"\x80", "\u20ac"), (b"\x81", None),
        ])
    ),
    refused("enc+both", "UTF-8 and a byte of Windows-1252 in one word", raw(b"Zo\xc3\xab-caf\xe9"),
            Fault(UTF8, near="Zo\u00eb-caf\u00e9", at="3:22")),
    refused("enc+cut of three", "a character of three bytes that is cut", raw(b"a\xe2\x82", b""),
            Fault(UTF8, at="3:16")),
    refused("enc+cut of four", "a character of four bytes that is cut", raw(b"a\xf0\x9f\x98", b""),
            Fault(UTF8, at="3:16")),
    refused("enc+cut mark", "a byte order mark that is cut", b"\xef\xbb", Fault(UTF8, at="1:1")),
    refused("enc+comment", "a byte of Latin-1 in a comment", TEXT.encode() + b"# \xe9\n",
            Fault(UTF8, near="\u00e9", at="4:3")),
    refused("enc+crlf", "the column behind Windows' line ends",
            latin("caf\u00e9").replace(b"\n", b"\r\n"), Fault(UTF8, near="caf\u00e9", at="3:18")),
    refused("enc+cr", "the column behind old Macintoshes' line ends",
            latin("caf\u00e9").replace(b"\n", b"\r"), Fault(UTF8, near="caf\u00e9", at="3:18")),
    refused("enc+mark and latin", "the column behind a byte order mark",
            b"\xef\xbb\xbfid: caf\xe9\n", Fault(UTF8, near="caf\u00e9", at="1:8")),
    refused("enc+long word", "a byte behind a million others, which no message shows",
            raw(b"y" * 1_000_000 + b"\xe9"), Fault(UTF8, at="3:1000015")),
    refused("enc+zip", "an archive of another program", b"PK\x03\x04\x14\x00",
            Fault("char-forbidden", at="1:3")),
    refused("enc+gzip", "a packed file", b"\x1f\x8b\x08\x00abc", Fault(UTF8, at="1:2")),
    refused("enc+two marks", "two byte order marks", b"\xef\xbb\xbf\xef\xbb\xbf" + TEXT.encode(),
            Fault("char-forbidden", at="1:1")),
    refused("enc+joined", "two files in one, each with a mark",
            b"\xef\xbb\xbf" + TEXT.encode() + b"\xef\xbb\xbf" + TEXT.encode(),
            Fault("char-forbidden", at="4:1")),
    refused("enc+eof", "the end of a file for DOS", f"{TEXT}¶\x1a", Fault("char-forbidden")),
    *(
        refused(f"enc+U+{code:04X}", "a character that no file may hold", name(f"E¶{chr(code)}x"),
                Fault("char-forbidden"))
        for code in FORBIDDEN
    ),
    *(
        refused(f"enc+U+{code:04X} in an id", "a character that no file may hold",
                key(f"E¶{chr(code)}x"),
                Fault("char-forbidden"))
        for code in FORBIDDEN
    ),
    *(
        refused(f"enc+U+{code:04X}", "a character that turns the text around it",
                name(f"E¶{chr(code)}x"),
                Fault("bidi"))
        for code in BIDI
    ),
    *(
        refused(f"enc+U+{code:04X} in a key", "a character that turns the text around it",
                country("name: E", f"a¶{chr(code)}b: x"), Fault("bidi"))
        for code in BIDI
    ),
    *(
        refused(f"enc+escape {escape}", "an escape of a character that no file may hold",
                prose(f'¶"a{escape}b"'), Fault("char-forbidden", DEFINED))
        for escape in ["\\0", "\\a", "\\b", "\\v", "\\f", "\\e", "\\N", "\\L", "\\P", "\\x7f",
                       "\\u0085", "\\ufeff", "\\ufffe", "\\U0000FFFF"]
    ),
    *(
        refused(f"enc+escape {escape}", "an escape of a character that turns the text around it",
                prose(f'¶"a{escape}b"'), Fault("bidi", DEFINED))
        for escape in ["\\u202e", "\\u2066", "\\u200f", "\\u061c", "\\U0000202E"]
    ),
    *(
        refused(f"enc+escape {escape}", "an escape of half a pair, or of no character at all",
                prose(f'"a\\{escape[1]}¶{escape[2:]}b"'), Fault("yaml", DEFINED, near))
        for escape, near in [
            ("\\ud800", None), ("\\udfff", None), ("\\ud83d\\ude00", None), ("\\U00110000", None),
            ("\\UFFFFFFFF", None), ("\\uZZZZ", "\\\\"), ("\\xZZ", "\\\\"), ("\\u12", "\\\\"),
        ]
    ),
    *(
        refused(f"enc+id U+{ord(character):04X}", "a character that looks like another in an id",
                key(f"¶E{character}B"), Fault("id-form", f"countries.E{character}B", near))
        for character, near in [
            ("\u00a0", "E-B"), ("\u00ad", "EB"), ("\u200c", "EB"), ("\u200d", "EB"),
            ("\u2060", "EB"),
            ("\u3000", "E-B"), ("\u202f", "E-B"), ("\ufe0f", "EB"), ("\U000e0041", "EB"),
            ("\uff2c", "ELB"), ("\u3164", None), ("\u0391", None), ("\u0131", None),
            ("\u0660", None),
            ("\u00df", None), ("\ufb01", "EfiB"), ("\u2011", None), ("\ufffd", None),
        ]
    ),
    kept("enc+kelvin", "a sign that composes to a letter", key("\u212a1"),
         {"countries.K1.id": "K1"}),
    kept("enc+joiners", "joiners, which many scripts need",
         name('"\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f4bb"'),
         {NAMED: "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \U0001f469\u200d\U0001f4bb"}),
    kept("enc+planes", "characters beyond the basic plane", name("\U0001f600 \U00020000"),
         {NAMED: "\U0001f600 \U00020000"}),
    kept("enc+space", "a space that does not break", name("Grand\u00a0Fenwick"),
         {NAMED: "Grand\u00a0Fenwick"}),
    kept("enc+cr ends", "line ends of old Macintoshes", TEXT.replace("\n", "\r"),
         {NAMED: "Elbonia"}),
    kept("enc+crlf ends", "line ends of Windows", TEXT.replace("\n", "\r\n").encode(),
         {NAMED: "Elbonia"}),
    kept("enc+bytes of mark", "a byte order mark", b"\xef\xbb\xbf" + TEXT.encode(),
         {NAMED: "Elbonia"}),
    kept("enc+composed escape", "an accent of its own, escaped", name('"e\\u0301"'),
         {NAMED: "\u00e9"}),
    kept("enc+hangul", "letters that compose to a syllable", name("\u1112\u1161\u11ab"),
         {NAMED: "\ud55c"}),
    kept("enc+single quotes", "no escape in single quotes", name("'\\ud800'"), {NAMED: "\\ud800"}),
    refused("enc+keys of one form", "one key in two forms",
            f"{key('ELB')}sources: {{s: {{title: T, mentions: {{\u00e9: ELB, ¶e\u0301: ELB}}}}}}\n",
            Fault("key-twice", "sources.s.mentions.\u00e9")),
    refused("enc+kelvin twice", "one id in two forms", f"{key('K')}  ¶\u212a: {{name: x}}\n",
            Fault("key-twice", "countries.K")),
]  # fmt: skip


# Dates

DATES = [
    refused("dat-01", "a day that the month has not", date("¶2024-02-30"), Fault("date", DATED)),
    refused("dat-02", "a thirteenth month", date("¶2024-13-01"), Fault("date", DATED)),
    refused("dat-03", "a month 0", date("¶0000-00-00"), Fault("date", DATED)),
    refused("dat-05", "day and month cannot be told apart", date("¶01/05/2024"),
            Fault("date", DATED)),
    refused("dat-06", "a month in words", date("¶May 2024"), Fault("date", DATED, "2024-05")),
    refused("dat-07", "an hour 24", date("¶2024-05-01T24:00:00Z"), Fault("date", DATED)),
    kept("dat-10", "an end that is unknown", date("2024-05-01/"), {DATED: "2024-05-01/"}),
    refused("dat-11", "a wrong end", date("¶2024/2024-02-30"), Fault("date", DATED)),
    kept("dat-12", "a year before the first", date("-0044-03-15"), {DATED: "-0044-03-15"}),
    kept("dat-14", "a day that is unknown", date("2024-05-XX"), {DATED: "2024-05-XX"}),
    refused("dat-17", "a hundred thousand digits", date(f'¶"{"1" * 100_000}"'),
            Fault("date", DATED)),
    *(
        refused(f"dat+{text[:40]!r}", "no date", date(f"¶{text}"), Fault("date", DATED, near))
        for text, near in [
            ("2023-02-29", None), ("1900-02-29", None), ("2024-04-31", None), ("2024-05-32", None),
            ("2024-05-00", None), ("2024-13", None), ("2024-00", None), ("-0000", None),
            ("2024-05-01T12:60:00", None), ("2024-05-01T12:00:60", None),
            ("2024-05-01T12:00:00+25:00", None), ("2024-05-01T12:00", None), ("2024-05-01T", None),
            ("2024-05T12:00:00", None), ("2024-05-01T10:00:00.5Z", None), ("12:30", None),
            ("2024-05-01 10:00:00", None), ("2024-05-02/2024-05-01", None), ("2024/2023", None),
            ("../..", None), ("/", None), ("..", None), ("2024//2025", None),
            ("2024/2025/2026", None), ("2024-06-31/..", None), ("2024-02-29/2023-02-29", None),
            ("2024-05-01/P1D", None), ("\u0662\u0660\u0662\u0664", None),
            ("\u0968\u0966\u0968\u096a-05-01", None), ("\uff12\uff10\uff12\uff14", None),
            ("2024\u201305\u201301", "2024-05-01"), ("2024\u201005\u201001", "2024-05-01"),
            ("2024\u221205\u221201", "2024-05-01"),
            ("2024-5-1", "2024-05-01"), ("20240501", "2024-05-01"), ("2024/05/01", "2024-05-01"),
            ("2024.05.01", "2024-05-01"), ("13/05/2024", "2024-05-13"),
            ("05-13-2024", "2024-05-13"),
            ("1 May 2024", "2024-05-01"), ("May 1, 2024", "2024-05-01"), ("Mai 2024", None),
            ("24-05-01", None), ("12345", None), ("Y2024", "2024"), ("+2024", None),
            ("10000-01-01", None), ("2024?~", "2024%"),
            ("2024 - 2025", "2024/2025"), ("2024 to 2025", "2024/2025"),
            ("2024-05-01..2024-05-02", None), ('" 2024"', "2024"),
            ('"2024\\n"', "2024"), ('"2024\\u00a0"', "2024"), ('"2024\\u200b"', "2024"),
            ('"[2025..2024]"', None), ('"[]"', None), ('"[2024"', None),
            ("2024-21-01", None), ("2024-XX-32", None), ("202X-02-30", None),
            ('"{2025..2024}"', None), ("2024-42", None), ("Y17E7", None), ("1950S2", None),
            ("Y" + "9" * 16, None), ("9" * 20, None),
            ("now", None), ("today", None), ("unknown", None), ("1e3", None), ("0x7E8", None),
            ("2_024", None), ("2024.0", None), (".nan", None), ("2024-W20", None), ("MMXXIV", None),
            ('"-"', None), ('"[' + "2024," * 200 + '2024]"', None), ("true", None), ("no", None),
            ("2024-05-01/unknown", None), ("open", None),
        ]
    ),
    *(
        kept(f"dat+{text[:40]!r} kept", "a date that other readers change or refuse", date(text),
             {DATED: text.strip('"')})
        for text in [
            "2024-02-29", "2000-02-29", "0000", "-0001", "9999-12-31", "2024/..", "../2024",
            "/2024",
            "2024-05-16/2024-05-16", "2024?", "2024-05~", "2024%", "201X", "20XX", "XXXX-05",
            "2024-21", "Y12345", "Y-12345", "Y" + "9" * 15, "1582-10-10", '"[2024,2025]"',
            '"[2024-05-01..]"', '"[..2024]"', "2024-05-01T12:00:00+05:30", "2024-05-01T00:00:00Z",
            "2024-05-01/2024-05", '"{2024,2025}"', "2XXX", "XXXX", "2024-XX-01", "2024-25", "~2024",
            "2024-?05", "?2004-06-~11", '"%2024"', "156X-12-25", '"{..1984}"', "2024-41",
            "XXXX-02-29/..",
        ]
    ),
    refused("dat+bare set", "a set without quotes is a list", date("¶[2024..2025]"),
            Fault("type", DATED, '"[2024..2025]"')),
    refused("dat+reversed default", "the ends the wrong way round, in the defaults",
            f"{HEAD}defaults: {{events: {{date: ¶2025/2024}}}}\n",
            Fault("date", "defaults.events.date")),
    refused("dat+none", "no date at all", f"{HEAD}events:\n  ¶war: {{title: x, kind: war}}\n",
            Fault("record", "events.war")),
]  # fmt: skip


# Ids and references

KINDS = """\
bilateral: 1
id: lakes
countries: {ELB: {name: Elbonia}, GRF: {name: Grand Fenwick}}
organizations: {league: {name: The league}}
topics: {water: {name: The lakes}}
variables: {tone: {name: Tone, values: [warm]}}
leaders: {mud: {name: Ada Mud, country: ELB}}
sources: {wire: {title: A wire}}
visits: {trip: {guests: [mud], country: GRF, date: 2031}}
meetings: {tea: {kind: talks, participants: [mud], date: 2031}}
statements: {said: {speakers: [mud], voice: reported, act: note, date: 2031, text: x}}
declarations: {pact: {title: P, parties: [ELB], date: 2031, clauses: {one: {act: pledge, text: x}}}}
events: {war: {title: W, kind: war, date: 2031}}
readings: {view: {about: [said], text: x}}
"""


def kinds(old: str, new: str) -> str:
    """A file with a record of every kind, in which one thing stands for another."""
    assert KINDS.count(old) == 1, f"{old!r} stands in the file {KINDS.count(old)} times"
    return KINDS.replace(old, new)


def with_field(section: str, line: str) -> str:
    """A file with a record of every kind, that of this section with a further field."""
    return re.sub(rf"(?m)^({section}: {{\w+: {{)", lambda found: f"{found[1]}{line}, ", KINDS)


def in_clause(line: str) -> str:
    """A file with a record of every kind, the clause with a further field."""
    return kinds("{act: pledge", f"{{{line}, act: pledge")


DANGLING = [
    (with_field("organizations", "country: ¶ELX"), "organizations.league.country", "ELB"),
    (with_field("organizations", "members: [{country: ¶ELX}]"),
     "organizations.league.members[0].country", "ELB"),
    (with_field("topics", "broader: ¶watr"), "topics.water.broader", "water"),
    (kinds("country: ELB}", "country: ¶elb}"), "leaders.mud.country", "ELB"),
    (with_field("leaders", "offices: [{role: envoy, title: x, of: ¶leag}]"),
     "leaders.mud.offices[0].of", "league"),
    (with_field("sources", "mentions: {the lady: ¶mudd}"), "sources.wire.mentions.the lady", "mud"),
    (kinds("guests: [mud]", "guests: [¶mudd]"), "visits.trip.guests[0]", "mud"),
    (kinds("country: GRF", "country: ¶GRX"), "visits.trip.country", "GRF"),
    (with_field("visits", "hosts: [mud, ¶mudd]"), "visits.trip.hosts[1]", "mud"),
    (with_field("visits", "agenda: [¶watr]"), "visits.trip.agenda[0]", "water"),
    (with_field("visits", "purpose: [{act: note, targets: [¶mudd]}]"),
     "visits.trip.purpose[0].targets[0]", "mud"),
    (with_field("visits", "purpose: [{act: note, concerning: [¶mudd]}]"),
     "visits.trip.purpose[0].concerning[0]", "mud"),
    (with_field("visits", "purpose: [{act: note, topics: [¶watr]}]"),
     "visits.trip.purpose[0].topics[0]", "water"),
    (with_field("visits", "delegation: [{leader: ¶mudd}]"), "visits.trip.delegation[0].leader",
     "mud"),
    (with_field("visits", "delegation: [{group: x, of: [¶ELX]}]"),
     "visits.trip.delegation[0].of[0]", "ELB"),
    (with_field("visits", "first_since: ¶wars"), "visits.trip.first_since", "war"),
    (with_field("visits", "fulfils: [¶pact/on]"), "visits.trip.fulfils[0]", "pact/one"),
    (kinds("participants: [mud]", "participants: [¶mudd]"), "meetings.tea.participants[0]", "mud"),
    (with_field("meetings", "visit: ¶trp"), "meetings.tea.visit", "trip"),
    (with_field("meetings", "topics: [¶watr]"), "meetings.tea.topics[0]", "water"),
    (kinds("speakers: [mud]", "speakers: [¶mudd]"), "statements.said.speakers[0]", "mud"),
    (with_field("statements", "visit: ¶trp"), "statements.said.visit", "trip"),
    (with_field("statements", "meeting: ¶tee"), "statements.said.meeting", "tea"),
    *(
        (with_field("statements", f"{field}: [¶mudd]"), f"statements.said.{field}[0]", "mud")
        for field in ("to", "targets", "concerning", "claims_for")
    ),
    *(
        (with_field("statements", f"{field}: [¶pact/on]"), f"statements.said.{field}[0]",
         "pact/one")
        for field in ("about", "fulfils", "confirmed_by", "same_as")
    ),
    (with_field("statements", "relative: [{after: ¶trp}]"), "statements.said.relative[0].after",
     "trip"),
    (with_field("statements", "relative: [{before: ¶trp}]"),
     "statements.said.relative[0].before", "trip"),
    (with_field("statements", "evidence: [{words: x, source: ¶wir}]"),
     "statements.said.evidence[0].source", "wire"),
    (with_field("statements", "source: ¶wir"), "statements.said.source", "wire"),
    (kinds("parties: [ELB]", "parties: [ELB, ¶ELX]"), "declarations.pact.parties[1]", "ELB"),
    (with_field("declarations", "signatories: [¶mudd]"), "declarations.pact.signatories[0]", "mud"),
    (with_field("declarations", "visit: ¶trp"), "declarations.pact.visit", "trip"),
    (in_clause("continues: ¶pact/two"), "declarations.pact.clauses.one.continues", "pact/one"),
    (in_clause("by: [¶ELX]"), "declarations.pact.clauses.one.by[0]", "ELB"),
    (in_clause("topics: [¶watr]"), "declarations.pact.clauses.one.topics[0]", "water"),
    *(
        (with_field("events", f"{field}: [¶mudd]"), f"events.war.{field}[0]", "mud")
        for field in ("actors", "targets", "beneficiaries")
    ),
    (with_field("events", "caused_by: [¶sad]"), "events.war.caused_by[0]", "said"),
    (kinds("about: [said]", "about: [¶sad]"), "readings.view.about[0]", "said"),
    (with_field("readings", "implied_targets: [¶mudd]"), "readings.view.implied_targets[0]", "mud"),
    (kinds("id: lakes\n", "id: lakes\ncodes: {¶ton: warm}\n"), "codes.ton", "tone"),
    (with_field("statements", "codes: {¶ton: warm}"), "statements.said.codes.ton", "tone"),
    (in_clause("codes: {¶ton: warm}"), "declarations.pact.clauses.one.codes.ton", "tone"),
    (f"{KINDS}defaults: {{visits: {{hosts: [¶mudd]}}}}\n", "defaults.visits.hosts[0]", "mud"),
    (kinds("about: [said]", "about: [¶said/one]"), "readings.view.about[0]", "said"),
    (kinds("about: [said]", 'about: [¶"said "]'), "readings.view.about[0]", "said"),
    (kinds("about: [said]", "about: [¶../said]"), "readings.view.about[0]", "said"),
    (kinds("about: [said]", "about: [¶lake:said]"), "readings.view.about[0]", "said"),
    (kinds("about: [said]", "about: [¶lakes]"), "readings.view.about[0]", None),
    (kinds("about: [said]", "about: [¶\u0455aid]"), "readings.view.about[0]", "said"),
]  # fmt: skip

OF_ANOTHER_KIND = [
    (kinds("country: ELB}", "country: ¶league}"), "leaders.mud.country"),
    (kinds("parties: [ELB]", "parties: [¶mud]"), "declarations.pact.parties[0]"),
    (with_field("statements", "meeting: ¶trip"), "statements.said.meeting"),
    (with_field("statements", "visit: ¶tea"), "statements.said.visit"),
    (with_field("statements", "confirmed_by: [¶trip]"), "statements.said.confirmed_by[0]"),
    (with_field("statements", "source: ¶war"), "statements.said.source"),
    (with_field("statements", "relative: [{after: ¶pact/one}]"),
     "statements.said.relative[0].after"),
    (in_clause("continues: ¶pact"), "declarations.pact.clauses.one.continues"),
    (kinds("about: [said]", "about: [¶mud]"), "readings.view.about[0]"),
    (kinds("about: [said]", "about: [¶wire]"), "readings.view.about[0]"),
    (with_field("topics", "broader: ¶ELB"), "topics.water.broader"),
]  # fmt: skip

OF_ITSELF = [
    (with_field("statements", "relative: [{after: ¶said}]"), "statements.said.relative[0].after"),
    (with_field("statements", "fulfils: [¶said]"), "statements.said.fulfils[0]"),
    (with_field("statements", "same_as: [¶said]"), "statements.said.same_as[0]"),
    (with_field("statements", "confirmed_by: [¶said]"), "statements.said.confirmed_by[0]"),
    (with_field("visits", "first_since: ¶trip"), "visits.trip.first_since"),
    (with_field("events", "caused_by: [¶war]"), "events.war.caused_by[0]"),
    (in_clause("continues: ¶pact/one"), "declarations.pact.clauses.one.continues"),
    (kinds("about: [said]", "about: [¶view]"), "readings.view.about[0]"),
]  # fmt: skip

LONG = "a" * 129
BAD_IDS = [
    ("../../etc/passwd", "etc-passwd"), ("..", None), (".", None), (".git", "git"), ("x.y", "x-y"),
    ("x/y", "x-y"), ("x:y", "x-y"), ("x\\y", "x-y"), ("C:\\x", "C-x"), ("/x", "x"), ("a b", "a-b"),
    ("_x", "x"), ("--help", "help"), ("$(id)", "id"), ("a;b", "a-b"), ("a%00b", "a-00b"),
    ("aux.txt", "aux-txt"), ("\u00fcbe", "ube"), ("\u2177", "viii"), ("\u0661", None),
]  # fmt: skip

REFERENCES = [
    refused("ref-01", "an id that nothing has", kinds("country: ELB}", "country: ¶ELX}"),
            Fault("ref-unknown", "leaders.mud.country", "ELB")),
    refused("ref-03", "an id twice in a section", f"{key('ELB')}  ¶ELB: {{name: Elbonia}}\n",
            Fault("key-twice", "countries.ELB")),
    kept("ref-05", "ids that differ in case alone are two, since countries have capitals",
         f"{key('FR')}  fr: {{name: x}}\n", {"countries.FR.id": "FR", "countries.fr.id": "fr"}),
    refused("ref-06", "an id that leads out of a folder", key("¶../../etc/passwd"),
            Fault("id-form", "countries.../../etc/passwd", "etc-passwd")),
    kept("ref-07", "a device of Windows is an id, but no name of a file: see `test_files_of_ids`",
         key("con"), {"countries.con.id": "con"}),
    refused("ref-09", "an id that is taken for an option", key("¶-rf"),
            Fault("id-form", "countries.-rf", "rf")),
    refused("ref-10", "one bad member of a list", kinds("parties: [ELB]", "parties: [ELB, ¶OST]"),
            Fault("ref-unknown", "declarations.pact.parties[1]")),
    *(
        refused(f"ref+dangling {path}" + (f" {number}" if path.startswith("readings") else ""),
                "an id that nothing has", text, Fault("ref-unknown", path, near))
        for number, (text, path, near) in enumerate(DANGLING)
    ),
    *(
        refused(f"ref+kind {path} {number}", "the id of something of another kind", text,
                Fault("ref-kind", path))
        for number, (text, path) in enumerate(OF_ANOTHER_KIND)
    ),
    *(
        refused(f"ref+itself {path}", "a record that refers to itself", text, Fault("cycle", path))
        for text, path in OF_ITSELF
    ),
    *(
        refused(f"ref+id {id}", "no id", key(f"¶{id}"), Fault("id-form", f"countries.{id}", near))
        for id, near in BAD_IDS
    ),
    *(
        refused(f"ref+article {id}", "no id for an article", f"{HEAD}id: ¶{id}\ntitle: x\n",
                Fault("id-form", "id", near))
        for id, near in BAD_IDS
    ),
    *(
        refused(f"ref+clause {id}", "no id for a clause", kinds("{one:", f"{{¶{id}:"),
                Fault("id-form", f"declarations.pact.clauses.{id}", near))
        for id, near in BAD_IDS
    ),
    refused("ref+longest", "an id that is too long", key(f"¶{LONG}"),
            Fault("key-long", "countries")),
    kept("ref+long", "an id of as many characters as there may be", key(LONG[1:]),
         {f"countries.{LONG[1:]}.id": LONG[1:]}),
    refused("ref+long article", "an article's id that is too long",
            f"{HEAD}id: ¶{LONG}\ntitle: x\n",
            Fault("id-form", "id", LONG[1:])),
    refused("ref+twice in file", "one id in two sections of a file", kinds("{view:", "{¶said:"),
            Fault("id-twice", "readings.said")),
    refused("ref+twice in archive", "one id in two sections of an archive",
            kinds("{league:", "{¶ELB:"), Fault("id-twice", "organizations.ELB")),
    refused("ref+clause twice", "a clause's id twice",
            kinds("text: x}}}}", "text: x}, ¶one: {act: note, text: y}}}}"),
            Fault("key-twice", "declarations.pact.clauses.one")),
    kept("ref+clause and record",
         "a clause may share its id with a record, by which it is not meant",
         kinds("{one:", "{trip:"), {"clauses.lakes:pact/trip.id": "lakes:pact/trip"}),
    kept("ref+local and shared", "a file's record may have the id of an actor",
         kinds("{view:", "{mud:"), {"readings.lakes:mud.id": "lakes:mud", "leaders.mud.id": "mud"}),
    refused("ref+ring", "topics that are part of each other",
            f"{HEAD}topics:\n  a: {{name: A, broader: ¶b}}\n  b: {{name: B, broader: a}}\n",
            Fault("cycle", "topics.a.broader")),
    refused("ref+part of itself", "a topic that is part of itself",
            f"{HEAD}topics:\n  a: {{name: A, broader: ¶a}}\n", Fault("cycle", "topics.a.broader")),
    refused("ref+value of code", "a value that the variable has not",
            kinds("id: lakes\n", "id: lakes\ncodes: {tone: ¶wram}\n"),
            Fault("value", "codes.tone", "warm")),
    refused("ref+to a broken record", "a broken record is one fault, whoever refers to it",
            kinds("{name: Ada Mud, ", "{¶nmae: Ada Mud, "),
            Fault("key-unknown", "leaders.mud.nmae", "name")),
    refused("ref+to what was meant", "a bad id is one fault, though what was meant is referred to",
            kinds("{mud:", "{¶mu\u200bd:"), Fault("id-form", "leaders.mu\u200bd", "mud")),
    refused("ref+bad and good id", "a bad id is one fault, though another record has what it means",
            key("¶fr\u00e1") + "  fra: {name: x}\n", Fault("id-form", "countries.fr\u00e1", "fra")),
    refused("ref+to a bad id", "a bad id is one fault, whoever refers to it",
            KINDS.replace("{mud:", "{¶m ud:").replace("[mud]", "[m ud]"),
            Fault("id-form", "leaders.m ud", "m-ud")),
]  # fmt: skip

ROWS: list[Row] = [
    *IMPLICIT_TYPING, *EMPTY_NULL, *STRUCTURE, *YAML_FEATURES, *SYNTAX, *ENCODING, *DATES,
    *REFERENCES,
]  # fmt: skip


# Resources: each is read in a process of its own, which may be killed


@frozen
class Heavy:
    """A text that is large, deep, or full of faults.

    Attributes:
        id: The id of the hazard.
        why: What goes wrong elsewhere.
        make: Makes the text.
        first: The first problem; None where the text loads.
        count: How many problems there are.
    """

    id: str
    why: str
    make: Callable[[], str]
    first: Fault | None
    count: int = 1


def many(count: int, line: str, head: str = "") -> Callable[[], str]:
    """Makes a file of so many lines, with the number of each in place of `#`."""
    return lambda: HEAD + head + "".join(line.replace("#", str(i)) for i in range(count))


def long(before: str, behind: str = "", letter: str = "a") -> Callable[[], str]:
    """Makes a file with a word of a million letters."""
    return lambda: HEAD + before + letter * 1_000_000 + behind + "\n"


def laughs(head: str) -> str:
    """The billion laughs: ten lists, each of ten times the one before."""
    lists = [f"a{i}: &a{i} [{','.join([f'*a{i - 1}'] * 10)}]\n" for i in range(1, 10)]
    return f"{head}a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n{''.join(lists)}"


def deep(path: str, at: str) -> Fault:
    """What is told of a text that is nested too deep."""
    return Fault("too-deep", path, at=at)


NUMBERS = range(5_000)
ONE = "events: {e: {title: x, kind: war, date: 2031, "
RESOURCES = [
    Heavy("res-02", "brackets", lambda: f"{HEAD}x: {'[' * 1_000_000}",
          deep("x" + "[0]" * 31, "2:35")),
    Heavy("res-03", "dashes", lambda: "- " * 100_000 + "x", deep("[0]" * 32, "1:65")),
    Heavy("res-05", "the billion laughs", lambda: laughs(HEAD),
          Fault("key-unknown", "a0", at="2:1"),
          110),
    Heavy("res-07", "a file that is too large", lambda: f"{HEAD}x: {'y' * 20_000_000}",
          Fault("file-too-big", at="1:1")),
    Heavy("res-10", "keys of one hash",
          lambda: f"{HEAD}x: {{{','.join(f'{i * ((1 << 61) - 1)}: v' for i in range(20_000))}}}",
          Fault("key-unknown", "x", at="2:1")),
    Heavy("res-12", "a flood of keys", many(50_000, "bad#: 1\n"),
          Fault("key-unknown", "bad0", at="2:1"),
          50_000),
    Heavy("res+braces", "braces", lambda: f"{HEAD}x: {'{a: ' * 250_000}",
          deep("x" + ".a" * 31, "2:128")),
    Heavy("res+mixed", "brackets and braces", lambda: f"{HEAD}x: {'[{a: ' * 50_000}",
          deep("x" + "[0].a" * 15 + "[0]", "2:80")),
    Heavy("res+indents", "indents", lambda: "".join(f"{' ' * i}a:\n" for i in range(1000)),
          deep(".".join(["a"] * 32), "33:33")),
    Heavy("res+lines of dashes", "lines of dashes",
          lambda: f"{HEAD}x:\n" + "".join(f"{' ' * i}-\n" for i in range(1000)),
          deep("x" + "[0]" * 31, "34:32")),
    Heavy("res+24900", "as many lists as just do not crash a parser",
          lambda: f"{HEAD}x: {'[' * 24_900}{']' * 24_900}", deep("x" + "[0]" * 31, "2:35")),
    Heavy("res+deep text", "lists in place of a text", lambda: name("[" * 24_900 + "]" * 24_900),
          deep(NAMED + "[0]" * 29, "3:44")),
    Heavy("res+keys of keys", "keys of keys", lambda: "? " * 100_000, Fault("key", at="1:3")),
    Heavy("res+merges", "merge keys of merge keys",
          lambda: f"{HEAD}a0: &a0 {{k: v}}\n" + "".join(
              f"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}]}}\n" for i in range(1, 30)),
          Fault("key-unknown", "a0", at="2:1"), 30 + 30 + 29 + 58),
    Heavy("res+long key", "a key of a million letters", long("? ", "\n: v"),
          Fault("key-long", at="2:3")),
    Heavy("res+long tag", "a tag of a million letters", long("title: !", " y"),
          Fault("tag", "title", "quotes", "2:8")),
    Heavy("res+long anchor", "an anchor of a million letters", long("title: &", " y"),
          Fault("anchor", "title", "quotes", "2:8")),
    Heavy("res+long alias", "an alias of a million letters", long("title: *"),
          Fault("alias", "title", "quotes", "2:8")),
    Heavy("res+long date", "a date of a million letters",
          long("events: {e: {title: x, kind: war, date: ", "}}", "1"),
          Fault("date", "events.e.date", at="2:41")),
    Heavy("res+long gap", "a gap of a million letters",
          long(ONE + "relative: [{after: f, by: ", "}]}, f: {title: x, kind: war, date: 2031}}"),
          Fault("value", "events.e.relative[0].by", at="2:73")),
    Heavy("res+long word", "a word of a million letters",
          long("events: {e: {title: x, date: 2031, kind: ", "}}"),
          Fault("value", "events.e.kind", at="2:42")),
    Heavy("res+long reference", "a reference of a million letters", long(ONE + "actors: [", "]}}"),
          Fault("ref-unknown", "events.e.actors[0]", at="2:56")),
    Heavy("res+long id", "an id of a million letters", long("id: ", "\ntitle: x"),
          Fault("id-form", "id", "a" * 128, "2:5")),
    Heavy("res+long number", "a number of a million digits",
          long(ONE + "evidence: [{span: [0, 1], paragraph: ", "}]}}", "1"),
          Fault("type", "events.e.evidence[0].paragraph", at="2:84")),
    Heavy("res+long code", "a code of a million letters",
          long("variables: {v: {name: V, values: [warm]}}\ntitle: x\ncodes: {v: ", "}"),
          Fault("value", "codes.v", at="4:12")),
    Heavy("res+many values", "a variable of a hundred thousand values",
          lambda: f"{HEAD}variables: {{v: {{name: V, values: ["
          f"{','.join(f'v{i}' for i in range(100_000))}]}}}}\n"
          "title: x\ncodes: {v: zzz}\n", Fault("value", "codes.v", at="4:12")),
    Heavy("res+long ring", "a ring of topics that no message shows as a whole",
          lambda: f"{HEAD}topics:\n" + "".join(
              f"  t{i}: {{name: T, broader: t{(i + 1) % 20_000}}}\n" for i in range(20_000)),
          Fault("cycle", "topics.t0.broader", at="3:26")),
    Heavy("res+long chain", "a chain of topics as long as may be",
          lambda: f"{HEAD}topics:\n" + "".join(
              f"  t{i}: {{name: T, broader: t{i + 1}}}\n" for i in range(5_000))
              + "  t5000: {name: T}\n",
          None, 0),
    Heavy("res+fields", "a flood of misspelt fields",
          many(5_000, "  c#: {nmae: x}\n", "countries:\n"),
          Fault("key-unknown", "countries.c0.nmae", "name", "3:8"), 5_000),
    Heavy("res+fields of one", "a flood of unknown fields in one record",
          many(5_000, "    b#: x\n", "countries:\n  ELB:\n    name: E\n"),
          Fault("key-unknown", "countries.ELB.b0", at="5:5"), 5_000),
    Heavy("res+references", "a flood of dangling references among many ids",
          lambda: f"{HEAD}countries:\n" + "".join(f"  c{i}: {{name: x}}\n" for i in range(5_000))
          + "leaders:\n"
          + "".join(f"  l{i}: {{name: x, country: xyzzy{i}}}\n" for i in NUMBERS),
          Fault("ref-unknown", "leaders.l0.country", at="5004:26"), 5_000),
    Heavy("res+ids", "a flood of bad ids", many(5_000, "  \u00e9#: {name: x}\n", "countries:\n"),
          Fault("id-form", "countries.\u00e90", "e0", "3:3"), 5_000),
    Heavy("res+nulls", "a flood of nulls", lambda: name("E, aliases: [" + "~," * 20_000 + "]"),
          Fault("empty-value", "countries.ELB.aliases[0]", at="3:28"), 20_000),
    Heavy("res+dates", "a flood of wrong dates",
          many(5_000, "  e#: {title: x, kind: war, date: 2024-02-30}\n", "events:\n"),
          Fault("date", "events.e0.date", at="3:35"), 5_000),
    Heavy("res+words", "a flood of misspelt words",
          many(5_000, "  e#: {title: x, kind: wra, date: 2024}\n", "events:\n"),
          Fault("value", "events.e0.kind", "war", "3:24"), 5_000),
    Heavy("res+tags", "a flood of tags", lambda: name("E, aliases: [" + "!x a," * 20_000 + "]"),
          Fault("tag", "countries.ELB.aliases[0]", "quotes", "3:28"), 20_000),
    Heavy("res+keys twice", "a flood of one key", lambda: name("E" + ", name: E" * 20_000),
          Fault("key-twice", NAMED, at="3:18"), 20_000),
    Heavy("res+codes", "a flood of unknown codes",
          lambda: f"{HEAD}title: x\ncodes: {{{','.join(f'c{i}: x' for i in NUMBERS)}}}\n",
          Fault("ref-unknown", "codes.c0", at="3:9"), 5_000),
    Heavy("res+inferred", "a flood of unknown names under 'inferred'",
          lambda: f"{HEAD}title: x\ninferred: {{{', '.join(f'c{i}: coder' for i in NUMBERS)}}}\n",
          Fault("key-unknown", "inferred.c0", at="3:12"), 5_000),
    Heavy("res+defaults", "a flood of unknown defaults",
          lambda: f"{HEAD}defaults: {{visits: {{{', '.join(f'c{i}: x' for i in NUMBERS)}}}}}\n",
          Fault("key-unknown", "defaults.visits.c0", at="2:21"), 5_000),
    Heavy("res+breaks", "nothing but line breaks", lambda: "\n" * 4_000_000,
          Fault("empty", at="1:1")),
    Heavy("res+comments", "nothing but comments", lambda: "#\n" * 500_000,
          Fault("empty", at="1:1")),
    Heavy("res+open quotes", "quotes that are open over a million lines",
          lambda: f'{HEAD}title: "' + "a\n" * 300_000, Fault("yaml", "title", at="2:8")),
    Heavy("res+documents", "a flood of documents", lambda: "---\n" * 100_000,
          Fault("empty-value", at="2:1")),
    Heavy("res+lists", "a flood of lists side by side",
          lambda: f"{HEAD}title: [[{'],[' * 30_000}]]\n",
          Fault("type", "title", at="2:8")),
]  # fmt: skip


# Files and folders


def write(path: str, content: str | bytes = HEAD) -> None:
    """Write a file below the present folder."""
    file = Path(path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content.encode() if isinstance(content, str) else content)


def folder(path: str) -> None:
    """Make a folder below the present one."""
    Path(path).mkdir(parents=True, exist_ok=True)


def link(path: str, target: str) -> None:
    """Make a symbolic link below the present folder."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).symlink_to(target)


def fifo(path: str) -> None:
    """Make a pipe below the present folder, which nobody writes to."""
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    os.mkfifo(path)


def listener(path: str) -> None:
    """Make a socket below the present folder."""
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path)


STORY = f"{HEAD}title: A story\n"
MISSPELT = f"{HEAD}countries: {{ELB: {{nmae: Elbonia}}}}\n"
LONG_NAME = "n" * 300 + ".yaml"
NO_UTF8 = os.fsdecode(b"caf\xe9.yaml")
Step = Callable[[], None]


@frozen
class Files:
    """Paths that are loaded, and what is expected of them.

    Attributes:
        id: The id of the hazard.
        why: What goes wrong elsewhere.
        steps: What makes the files, in an empty folder.
        paths: What is loaded.
        faults: The problems, all of them; none where the files load.
        articles: The ids of the articles that are loaded.
    """

    id: str
    why: str
    steps: Sequence[Step]
    paths: Sequence[str]
    faults: tuple[Fault, ...] = ()
    articles: tuple[str, ...] = ()


def wrote(*files: str, content: str | bytes = STORY) -> list[Step]:
    """The steps that write these files."""
    return [lambda file=file: write(file, content) for file in files]  # type: ignore[misc]


def at_start(code: str, file: str) -> Fault:
    """A problem of a file as a whole."""
    return Fault(code, at="1:1", file=file)


FILES = [
    Files("fil-01", "a file that is not there", [], ["gone.yaml"],
          (at_start("file-missing", "gone.yaml"),)),
    Files("fil-02", "a folder in place of a file", [lambda: folder("a.yaml")], ["a.yaml"],
          (at_start("folder-empty", "a.yaml"),)),
    Files("fil-04", "a link to itself", [lambda: link("a.yaml", "a.yaml")], ["a.yaml"],
          (at_start("file-loop", "a.yaml"),)),
    Files("fil-06", "a device without end", [], ["/dev/zero"],
          (at_start("file-special", "/dev/zero"),)),
    Files(
        "fil-11",
        "every file of a folder is told of, and none that is hidden or a copy",
        [
            *wrote("x/a.yaml", "x/sub/b.yaml", content=MISSPELT),
            *wrote("x/.hidden.yaml", "x/c.yaml~", "x/d.yaml.bak", "x/#e.yaml#", "x/.#f.yaml",
                   content="?"),
            *wrote("x/g.yaml", content=""),
            lambda: write(f"x/{NO_UTF8}", ""),
            lambda: link("x/loop", "."),
            lambda: link("x/up", ".."),
            lambda: write("y.yaml", "?"),
        ],
        ["x"],
        (
            Fault("key-unknown", "countries.ELB.nmae", "name", "2:19", "x/a.yaml"),
            at_start("empty", f"x/{NO_UTF8}"),
            at_start("empty", "x/g.yaml"),
            Fault("key-unknown", "countries.ELB.nmae", "name", "2:19", "x/sub/b.yaml"),
        ),
    ),
    Files("fil+dangling link", "a link to nothing", [lambda: link("a.yaml", "gone")], ["a.yaml"],
          (at_start("file-missing", "a.yaml"),)),
    Files("fil+dangling link in folder", "a link to nothing, in a folder",
          [lambda: link("x/a.yaml", "gone")], ["x"], (at_start("file-missing", "x/a.yaml"),)),
    Files("fil+ring of two", "two links to each other",
          [lambda: link("a.yaml", "b.yaml"), lambda: link("b.yaml", "a.yaml")], ["a.yaml"],
          (at_start("file-loop", "a.yaml"),)),
    Files("fil+ring of folders", "a folder that is a link to itself", [lambda: link("x", "x")],
          ["x"],
          (at_start("file-loop", "x"),)),
    Files("fil+loop of folders", "a link to the folder that it stands in",
          [*wrote("x/a.yaml"), lambda: link("x/loop.yaml", ".")], ["x"], articles=("a",)),
    Files("fil+linked folder", "a folder that is a link is read where it is given",
          [*wrote("x/a.yaml"), lambda: link("y", "x")], ["y"], articles=("a",)),
    Files("fil+pipe", "a pipe that nobody writes to", [lambda: fifo("a.yaml")], ["a.yaml"],
          (at_start("file-special", "a.yaml"),)),
    Files("fil+pipe in folder", "a pipe in a folder",
          [*wrote("x/a.yaml"), lambda: fifo("x/b.yaml")],
          ["x"], (at_start("file-special", "x/b.yaml"),)),
    Files("fil+linked pipe", "a link to a pipe",
          [lambda: fifo("pipe"), lambda: link("a.yaml", "pipe")],
          ["a.yaml"], (at_start("file-special", "a.yaml"),)),
    Files("fil+socket", "a socket", [lambda: listener("a.yaml")], ["a.yaml"],
          (at_start("file-special", "a.yaml"),)),
    Files("fil+null", "a device without anything", [], ["/dev/null"],
          (at_start("file-special", "/dev/null"),)),
    Files("fil+random", "another device without end", [], ["/dev/urandom"],
          (at_start("file-special", "/dev/urandom"),)),
    Files("fil+linked device", "a link to a device without end",
          [lambda: link("x/a.yaml", "/dev/zero")],
          ["x"], (at_start("file-special", "x/a.yaml"),)),
    Files("fil+empty folder", "a folder without files", [lambda: folder("x/y")], ["x"],
          (at_start("folder-empty", "x"),)),
    Files("fil+hidden alone", "a folder of hidden files", wrote("x/.a.yaml", "x/.git/b.yaml"),
          ["x"],
          (at_start("folder-empty", "x"),)),
    Files("fil+folder named so", "a folder that is named as a file, in a folder",
          wrote("x/a.yaml", "x/b.yaml/c.yaml"), ["x"], articles=("a", "c")),
    Files("fil+file as folder", "a file in place of a folder", wrote("a.yaml"), ["a.yaml/b.yaml"],
          (at_start("file-unreadable", "a.yaml/b.yaml"),)),
    Files("fil+nul", "a NUL in a path", [], ["a\0b.yaml"],
          (at_start("file-unreadable", "a\0b.yaml"),)),
    Files("fil+surrogate", "half a pair in a path", [], ["\ud800.yaml"],
          (at_start("file-unreadable", "\ud800.yaml"),)),
    Files("fil+long name", "a name that is too long", [], [LONG_NAME],
          (at_start("file-unreadable", LONG_NAME),)),
    Files("fil+long path", "a path that is too long", [], ["/".join(["n" * 200] * 30)],
          (at_start("file-unreadable", "/".join(["n" * 200] * 30)),)),
    Files("fil+no path", "an empty path, which is not the present folder", wrote("a.yaml"), [""],
          (at_start("file-missing", ""),)),
    Files("fil+no UTF-8", "a name that is no UTF-8, and so no id", wrote(NO_UTF8), [NO_UTF8],
          (at_start("id-form", NO_UTF8),)),
    Files("fil+escape", "a name that would colour a terminal", wrote("a\x1b[31mb.yaml"),
          ["a\x1b[31mb.yaml"], (at_start("id-form", "a\x1b[31mb.yaml"),)),
    Files("fil+break", "a name with a line break", wrote("a\nb.yaml"), ["a\nb.yaml"],
          (at_start("id-form", "a\nb.yaml"),)),
    Files("fil+override", "a name that is shown backwards", wrote("a\u202eb.yaml"),
          ["a\u202eb.yaml"],
          (at_start("id-form", "a\u202eb.yaml"),)),
    Files("fil+blank", "a name with a blank, and so no id", wrote("x/a b.yaml"), ["x"],
          (at_start("id-form", "x/a b.yaml"),)),
    Files("fil+ending", "an ending in capitals is read too", wrote("x/a.YAML", "x/b.Yml"), ["x"],
          articles=("a", "b")),
    Files("fil+other ending", "a file that is given is read whatever its ending",
          wrote("a.txt", "b"), ["a.txt", "b"], articles=("a", "b")),
    Files("fil+given twice", "a file that is given in several ways",
          [*wrote("x/a.yaml"), lambda: link("b.yaml", "x/a.yaml")],
          ["x/a.yaml", "x", "./x/../x/a.yaml", "b.yaml"], articles=("a",)),
    Files("fil+archive a folder", "a folder in place of the archive's file",
          [*wrote("x/a.yaml"), lambda: folder("x/bilateral.yaml")], ["x/a.yaml"],
          (at_start("file-is-folder", "x/bilateral.yaml"),)),
    Files("fil+archive a pipe", "a pipe in place of the archive's file",
          [*wrote("x/a.yaml"), lambda: fifo("x/bilateral.yaml")], ["x/a.yaml"],
          (at_start("file-special", "x/bilateral.yaml"),)),
    Files("fil+archive a ring", "the archive's file is a link to itself",
          [*wrote("x/a.yaml"), lambda: link("x/bilateral.yaml", "bilateral.yaml")], ["x/a.yaml"],
          (at_start("file-loop", "x/bilateral.yaml"),)),
    Files("fil+archive dangling", "the archive's file is a link to nothing",
          [*wrote("x/a.yaml"), lambda: link("x/bilateral.yaml", "gone")], ["x/a.yaml"],
          (at_start("file-missing", "x/bilateral.yaml"),)),
    Files("fil+all told", "all files are told of, those that cannot be read among them",
          [*wrote("a.yaml", content=b"\xff"), *wrote("c.yaml", content=MISSPELT),
           lambda: fifo("d.yaml")],
          ["a.yaml", "gone.yaml", "c.yaml", "d.yaml"],
          (Fault(UTF8, near="\u00ff", at="1:1", file="a.yaml"),
           at_start("file-missing", "gone.yaml"),
           Fault("key-unknown", "countries.ELB.nmae", "name", "2:19", "c.yaml"),
           at_start("file-special", "d.yaml"))),
]  # fmt: skip


# Merges: files that are loaded together, in the order given and in the other


@frozen
class Merge:
    """Files that are loaded together, and what is expected.

    Attributes:
        id: The id of the hazard.
        why: What goes wrong elsewhere.
        files: Names and texts, in the order in which they are given first.
        faults: The problems, in whatever order they are given.
        values: What is held where they load.
    """

    id: str
    why: str
    files: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    values: Mapping[str, object] = field(factory=dict)


def merge(id: str, why: str, files: Mapping[str, str], *faults: Fault, **values: object) -> Merge:
    """A merge with these faults."""
    return Merge(id, why, files, faults, values)


ELBONIA = f"{HEAD}countries: {{ELB: {{name: Elbonia}}}}\n"
MUD = f"{HEAD}leaders: {{mud: {{name: Ada Mud, country: ELB}}}}\n"
WAR = f"{HEAD}events: {{war: {{title: The war, kind: war, date: 2031}}}}\n"
VIEW = f"{HEAD}readings: {{view: {{about: [war], text: x}}}}\n"
TONE = f"{HEAD}variables: {{tone: {{name: Tone, values: [warm]}}}}\n"

MERGES = [
    merge("mer-02", "one country in two files alike", {"a.yaml": ELBONIA, "b.yaml": ELBONIA},
          countries=1),
    merge("mer-03", "a reference to what another file gives", {"a.yaml": MUD, "b.yaml": ELBONIA},
          countries=1, leaders=1),
    merge("mer-04", "a reference to what no file gives",
          {"a.yaml": MUD.replace("ELB", "XYZZY"), "b.yaml": ELBONIA},
          Fault("ref-unknown", "leaders.mud.country", at="2:41", file="a.yaml")),
    merge("mer+differs", "one country in two files otherwise",
          {"a.yaml": ELBONIA, "b.yaml": ELBONIA.replace("Elbonia", "El Bonia")},
          Fault("conflict", "countries.ELB", at="2:13", file="b.yaml")),
    merge("mer+more", "one country with more in one of two files",
          {"a.yaml": ELBONIA, "b.yaml": ELBONIA.replace("Elbonia", "Elbonia, aliases: [Mud]")},
          Fault("conflict", "countries.ELB", at="2:13", file="b.yaml")),
    merge("mer+reference differs", "one leader of two countries",
          {"a.yaml": MUD + "countries: {ELB: {name: E}, GRF: {name: G}}\n",
           "b.yaml": MUD.replace("ELB", "GRF")},
          Fault("conflict", "leaders.mud", at="2:11", file="b.yaml")),
    merge("mer+default", "one country alike, of which one file says a default",
          {"a.yaml": ELBONIA, "b.yaml": ELBONIA.replace("Elbonia", "'Elbonia', kind: state")},
          countries=1),
    merge("mer+forms", "one country in two forms of its letters",
          {"a.yaml": ELBONIA.replace("Elbonia", "\u00c9lbonia"),
           "b.yaml": ELBONIA.replace("Elbonia", "E\u0301lbonia")}, countries=1),
    merge("mer+broken", "one country that is broken in one of two files",
          {"a.yaml": ELBONIA, "b.yaml": MISSPELT},
          Fault("key-unknown", "countries.ELB.nmae", "name", "2:19", "b.yaml")),
    merge("mer+other kind", "one id for a country and a topic",
          {"a.yaml": ELBONIA, "b.yaml": f"{HEAD}topics: {{ELB: {{name: T}}}}\n"},
          Fault("id-twice", "topics.ELB", at="2:10", file="b.yaml")),
    merge("mer+one article", "one id for two articles", {"a.yaml": STORY, "x/a.yaml": WAR},
          Fault("id-twice", "id", at="1:1", file="x/a.yaml")),
    merge("mer+id and name", "an article's id that is the name of another file",
          {"a.yaml": f"{STORY}id: b\n", "b.yaml": STORY},
          Fault("id-twice", "id", at="1:1", file="b.yaml")),
    merge("mer+endings", "two files whose names differ in the ending",
          {"a.yaml": STORY, "a.yml": STORY}, Fault("id-twice", "id", at="1:1", file="a.yml")),
    merge("mer+cases", "two articles whose ids differ in case are two",
          {"a.yaml": f"{STORY}id: one\n", "b.yaml": f"{STORY}id: ONE\n"}, articles=2),
    merge("mer+local ids", "what files tell may have the same ids", {"a.yaml": WAR, "b.yaml": WAR},
          events=2),
    merge("mer+own first", "a short id means the file's own record",
          {"a.yaml": WAR, "b.yaml": WAR + VIEW.removeprefix(HEAD)}, events=2, readings=1),
    merge("mer+only one", "a short id means the only record there is",
          {"a.yaml": WAR, "b.yaml": VIEW},
          readings=1),
    merge("mer+ambiguous", "a short id of two other files",
          {"a.yaml": WAR, "b.yaml": WAR, "c.yaml": VIEW},
          Fault("ref-ambiguous", "readings.view.about[0]", at="2:27", file="c.yaml")),
    merge("mer+no such file", "the id of a file that is not there",
          {"a.yaml": WAR, "b.yaml": VIEW.replace("[war]", '["z:war"]')},
          Fault("ref-unknown", "readings.view.about[0]", "a:war", "2:27", "b.yaml")),
    merge("mer+ring", "topics of two files that are part of each other",
          {"a.yaml": f"{HEAD}topics: {{x: {{name: X, broader: y}}}}\n",
           "b.yaml": f"{HEAD}topics: {{y: {{name: Y, broader: x}}}}\n"},
          Fault("cycle", "topics.x.broader", at="2:32", file="a.yaml")),
    merge("mer+code", "a code of a variable that another file gives",
          {"a.yaml": f"{STORY}codes: {{tone: warm}}\n", "b.yaml": TONE}, variables=1),
    merge("mer+value of code", "a value that a variable of another file has not",
          {"a.yaml": f"{STORY}codes: {{tone: wram}}\n", "b.yaml": TONE},
          Fault("value", "codes.tone", "warm", "3:15", "a.yaml")),
    merge("mer+version", "a file of a later version",
          {"a.yaml": ELBONIA, "b.yaml": "bilateral: 2\n"},
          Fault("format", "bilateral", "1", "1:12", "b.yaml")),
    merge("mer+broken file", "references to what a broken file may hold are no faults",
          {"a.yaml": MUD, "b.yaml": f"{HEAD}countries: [\n"},
          Fault("yaml", "countries", at="3:1", file="b.yaml")),
    merge("mer+bad ids", "two articles whose ids are none are not taken for one",
          {"a.yaml": f"{WAR}id: no id\n", "b.yaml": f"{WAR}id: no id\n"},
          Fault("id-form", "id", "no-id", "3:5", "a.yaml"),
          Fault("id-form", "id", "no-id", "3:5", "b.yaml")),
    merge(
        "mer+archive", "two archives that give a country otherwise",
        {"bilateral.yaml": ELBONIA, "x/bilateral.yaml": ELBONIA.replace("Elbonia", "E")},
        Fault("conflict", "countries.ELB", at="2:13", file="x/bilateral.yaml")),
]  # fmt: skip


# What is written: texts that must come back as they were, or are not written at all


@frozen
class Written:
    """A text that is dumped, and whether a file can hold it.

    Attributes:
        id: The id of the hazard.
        text: The text.
        held: It comes back as it was; else it is refused.
    """

    id: str
    text: str
    held: bool = True


WRITTEN = [
    Written("out-15", "NO"),
    Written("out-17", "12:30"),
    Written("out-21", " lead"),
    Written("out-23", "a\n\nb\n"),
    Written("out-24", "~"),
    Written("out-25", "", held=False),
    Written("out-27", "a\x85b", held=False),
    Written("out-30", "0o10"),
    Written("out-31", "1_000"),
    Written("out-32", "it's"),
    *(
        Written(f"out+{text[:30]!r}", text)
        for text in [
            *UNTYPED, "null", "trail ", "a\tb", "\tlead", "trail\n", "\nlead", "\n\n x\n\n",
            "a\r\nb",
            "a\rb", "- x", "-", "? x", "?", "#", "x # y", ": ", "a: b", "a:", "---", "...",
            "\n---\n",
            "\n...\n", "%YAML 1.1", "@x", "`x`", "{a: b}", "[a]", "a, b", "|", ">-", "*a", "&a",
            "!a",
            "!!str a", '"', "'", "'\"", "\\", "\\u0041", "\U0001f600", "\u200d", "x\xa0",
            "\u3000x",
            "x" * 100_000, "x " * 5_000, "</script>", "\u6587", "\U00020000", "\ufffd", "\\ud800",
            "a\\\nb", "\xad", "\U0001f469\u200d\U0001f4bb", "<<: *a",
        ]
        if text not in ("NO", "1_000")
    ),
    *(
        Written(f"out+{text!r} refused", text, held=False)
        for text in [
            "a\0b", "\x07", "\x1b[31m", "\x7f", "a\x0bb", "a\x0cb", "a\u2028b", "a\u2029b",
            "\ufeffa",
            "a\u202eb", "\u2066", "\u200f", "\ufffe", "\uffff", "\ud800", "a\udfffb", "e\u0301",
            "\u212a",
            " ", "\n", "\xa0",
        ]
    ),
]  # fmt: skip


# What a test of its own shows, and what cannot be shown

SHOWN = {
    "out-01": "test_json_in_a_page",
    "out-02": "test_json_in_a_page",
    "out-03": "test_text_in_timelinejs",
    "out-04": "test_text_in_a_page",
    "out-05": "test_text_in_a_page",
    "out-06": "test_text_in_markdown",
    "quo-01": "test_invented_quotation",
    "sav-01": "test_killed_while_saving",
    "sav-04": "test_two_writers",
    "sav-06": "test_what_cannot_be_saved",
    "sav-07": "test_file_cut_at_every_byte",
}

LISTED = {
    "out-08": "There is no export to Mermaid yet.",
    "out-12": "There is no export to iCalendar yet.",
    "out-13": "There is no export to iCalendar yet.",
}
