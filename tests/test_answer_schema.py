"""The schema for structured output of language models: its narrow form, and that it is enough."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings

import bilateral as bl
from bilateral.format import shapes
from bilateral.format.answers.entries import ENTRIES
from bilateral.format.answers.schema import _NOT_ASKED
from bilateral.format.documents import SECTIONS
from tests.answers import answer_of
from tests.dossiers import dossiers
from tests.test_dumping import slowly

ROOT = Path(__file__).parents[1]
SCHEMA = bl.schema("llm")
VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
EXAMPLE = ROOT / "examples/xi-putin-beijing-2024.yaml"

# What OpenAI's and Anthropic's structured outputs both take.
KEYWORDS = {
    "type", "enum", "const", "anyOf", "properties", "required", "additionalProperties", "items",
    "$ref", "description",
}  # fmt: skip
TYPES = {"string", "integer", "boolean", "array", "object", "null"}


def schemas(schema: dict[str, Any], path: str = "$") -> Iterator[tuple[str, dict[str, Any]]]:
    """All schemas within a schema, each with its path."""
    yield path, schema
    below = {**schema.get("properties", {}), **schema.get("$defs", {})}
    below |= {f"anyOf[{number}]": one for number, one in enumerate(schema.get("anyOf", ()))}
    if "items" in schema:
        below["items"] = schema["items"]
    for name, one in below.items():
        yield from schemas(one, f"{path}.{name}")


ALL = dict(schemas(SCHEMA))


def test_is_a_json_schema() -> None:
    """The schema is valid by its own meta-schema."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_committed_schema_is_the_generated_one() -> None:
    """`docs/schema/bilateral-1.llm.json` is what `bilateral schema --profile llm` prints."""
    committed = (ROOT / "docs/schema/bilateral-1.llm.json").read_text(encoding="utf-8")
    assert json.dumps(SCHEMA, indent=2, ensure_ascii=False) + "\n" == committed


def test_root_is_a_plain_object() -> None:
    """The root is an object, neither a reference nor a choice."""
    assert "object" == SCHEMA["type"]
    assert {"title", "$defs"} == SCHEMA.keys() - KEYWORDS
    assert not SCHEMA.keys() & {"$ref", "anyOf", "enum"}


def test_few_keywords_are_used() -> None:
    """Below the root there are none but those that structured outputs take."""
    used = set().union(*(one.keys() for path, one in ALL.items() if path != "$"))
    assert KEYWORDS == used


def test_every_object_is_closed_and_full() -> None:
    """Every object has only the keys that it names, and requires all of them."""
    objects = {
        path: one
        for path, one in ALL.items()
        if "properties" in one or "object" in one.get("type", ())
    }
    for path, one in objects.items():
        assert ("object", False) == (one["type"], one["additionalProperties"]), path
        assert list(one["properties"]) == one["required"], path
        assert one["properties"], path


def test_every_schema_says_what_it_is() -> None:
    """A schema is a reference that stands alone, a choice with null, or has a known type."""
    for path, one in ALL.items():
        if "$ref" in one:
            assert {"$ref"} == one.keys(), path
            assert one["$ref"].removeprefix("#/$defs/") in SCHEMA["$defs"], path
        elif "anyOf" in one:
            assert [{"type": "null"}] == one["anyOf"][1:], path
        else:
            types = [one["type"]] if isinstance(one["type"], str) else one["type"]
            assert set(types) <= TYPES, path
            assert ("items" in one) == ("array" in types), path


def test_nothing_refers_to_itself() -> None:
    """No definition leads back to itself, which some do not take."""

    def below(name: str, above: tuple[str, ...]) -> None:
        assert name not in above
        for _, one in schemas(SCHEMA["$defs"][name]):
            if "$ref" in one:
                below(one["$ref"].rpartition("/")[2], (*above, name))

    for name in SCHEMA["$defs"]:
        below(name, ())


def test_optional_fields_may_be_null() -> None:
    """A field is null where it may be left out, and nowhere else; sections all may."""
    classes = {cls.__name__: cls for cls in (*SECTIONS.values(), bl.Clause)}
    for name, cls in classes.items():
        properties = SCHEMA["$defs"][name]["properties"]
        for field in shapes.fields(cls).values():
            if field.name in properties:
                valid = jsonschema.Draft202012Validator(
                    {**properties[field.name], "$defs": SCHEMA["$defs"]}
                )
                assert field.required is not valid.is_valid(None), f"{name}.{field.name}"
        assert "id" == next(iter(properties))
    for section in SECTIONS:
        assert ["array", "null"] == SCHEMA["properties"][section]["type"]


def test_all_is_asked_but_what_a_model_would_make_up() -> None:
    """Every field of every class is asked for, save those that are left out on purpose."""
    left = {(cls.__name__, name) for cls, names in _NOT_ASKED.items() for name in names}
    assert {
        ("Article", "coding"),
        ("Source", "sha256"),
        ("Source", "accessed"),
        ("Evidence", "paragraph"),
        ("Evidence", "span"),
    } == left
    nested: list[Any] = [bl.Clause, bl.Purpose, bl.Delegate, bl.Office, bl.Relative]
    for cls in [*nested, *SECTIONS.values()]:
        asked = SCHEMA["$defs"][cls.__name__]["properties"].keys() - {"id"}
        assert asked == shapes.fields(cls).keys() - _NOT_ASKED.get(cls, frozenset()), cls


def test_every_mapping_has_names_for_its_entries() -> None:
    """Each field that maps the user's own keys is a list of small objects with speaking names."""
    classes: list[Any] = [bl.Article, bl.Purpose, *SECTIONS.values()]
    mapped = {
        name
        for cls in classes
        for name, field in shapes.fields(cls).items()
        if isinstance(field.shape, shapes.MapOf)
    }
    assert mapped == ENTRIES.keys()
    items = SCHEMA["$defs"]["Source"]["properties"]["mentions"]["items"]
    assert ["words", "actor"] == items["required"]


def test_everything_is_described() -> None:
    """A model is told of every key what belongs there, and in what form."""
    silent = [
        f"{path}.{name}"
        for path, one in ALL.items()
        for name, field in one.get("properties", {}).items()
        if not field.get("description")
    ]
    assert [] == silent
    visit = SCHEMA["$defs"]["Visit"]["properties"]
    assert (
        "When; null where only `relative` is known. An EDTF date, such as 2024-05-16, 2024-05,"
        " 2022-02~ or 2024-05-16/2024-05-17." == visit["date"]["description"]
    )
    assert (
        "The country visited. The id of one of the `countries`." == visit["country"]["description"]
    )
    statement = SCHEMA["$defs"]["Statement"]["properties"]
    assert (
        "Direct words stand verbatim between quotation marks" in statement["voice"]["description"]
    )
    assert (
        "The id of the event since which it is the guests' first such journey. From `visits`,"
        in visit["first_since"]["description"]
    )
    assert (
        "Who travelled. Ids of `countries`, `organizations` or `leaders`."
        == visit["guests"]["description"]
    )


def test_size_is_within_the_known_limits() -> None:
    """It is smaller than the most that OpenAI takes, with references written out in each place."""

    def written_out(one: Any) -> Any:
        if isinstance(one, list):
            return [written_out(item) for item in one]
        if not isinstance(one, dict):
            return one
        if "$ref" in one:
            return written_out(SCHEMA["$defs"][one["$ref"].rpartition("/")[2]])
        return {name: written_out(item) for name, item in one.items() if name != "$defs"}

    def depth(one: dict[str, Any]) -> int:
        below = [*one.get("properties", {}).values(), *one.get("anyOf", ())]
        below += [one["items"]] if "items" in one else []
        return ("properties" in one) + max(map(depth, below), default=0)

    whole = dict(schemas(written_out(SCHEMA)))
    names = [name for one in whole.values() for name in one.get("properties", ())]
    words = [word for one in whole.values() for word in one.get("enum", ())]
    assert len(names) < 5_000
    assert len(words) < 1_000
    assert sum(map(len, [*names, *words])) < 120_000
    assert depth(whole["$"]) <= 10


def test_the_example_as_an_answer_is_valid() -> None:
    """The article, as a model would tell it, is valid by the schema."""
    VALIDATOR.validate(answer_of(bl.load(EXAMPLE), asked=True))


@settings(slowly, max_examples=50)
@given(dossiers())
def test_any_dossier_as_an_answer_is_valid(dossier: bl.Dossier) -> None:
    """Whatever a dossier tells can be told by the schema."""
    VALIDATOR.validate(answer_of(dossier, asked=True))


@pytest.mark.parametrize(
    "change",
    [
        {"bilateral": 2},
        {"vists": None},
        {"visits": {}},
        {"visits": [{"id": "tour"}]},
        {"title": 1},
        {"inferred": [{"field": "titel", "basis": "coder"}]},
        {"codes": [{"variable": "tone"}]},
    ],
    ids=str,
)
def test_refuses_what_is_no_answer(change: dict[str, Any]) -> None:
    """Unknown and missing keys, wrong types, words and versions are refused."""
    answer = answer_of(bl.load(EXAMPLE), asked=True)
    assert not VALIDATOR.is_valid({**answer, **change})
