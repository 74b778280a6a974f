import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

import bilateral as bl

ROOT = Path(__file__).parents[1]
FILES = sorted([*ROOT.glob("examples/*.yaml"), *ROOT.glob("tests/data/archive/*.yaml")])


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """The schema, ready to validate."""
    return jsonschema.Draft202012Validator(bl.schema())


def as_json(text: str) -> Any:
    """What an editor's YAML 1.2 reader makes of a file: dates stay text."""

    class Reader(yaml.SafeLoader):
        pass

    Reader.yaml_implicit_resolvers = {
        first: [(tag, regexp) for tag, regexp in resolvers if not tag.endswith("timestamp")]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    return yaml.load(text, Loader=Reader)  # noqa: S506 - a safe loader with fewer types


def test_is_a_json_schema() -> None:
    """The schema is valid by its own meta-schema."""
    jsonschema.Draft202012Validator.check_schema(bl.schema())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_accepts_what_loads(path: Path, validator: jsonschema.Draft202012Validator) -> None:
    """Every example and fixture is valid by the schema."""
    validator.validate(as_json(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    "text",
    [
        "visits: {}",
        "{bilateral: 2}",
        "{bilateral: 1, vists: {}}",
        "{bilateral: 1, leaders: {a: {country: FRD}}}",
        "{bilateral: 1, visits: {tour: {guests: a, country: FRD, date: 1933}}}",
        "{bilateral: 1, visits: {tour: {guests: [a], country: FRD, plcae: X}}}",
        "{bilateral: 1, visits: {tour: {guests: [a], country: FRD, kind: sttae}}}",
        "{bilateral: 1, visits: {'no id': {guests: [a], country: FRD}}}",
        "{bilateral: 1, defaults: {visits: {plcae: X}}}",
        "{bilateral: 1, readings: {r: {about: [x], text: y, hedged: maybe}}}",
        "{bilateral: 1, readings: {r: {about: [x], text: y, evidence: [{paragraph: -1}]}}}",
    ],
)
def test_refuses_what_a_schema_can_see(
    text: str, validator: jsonschema.Draft202012Validator
) -> None:
    """Unknown and missing fields, wrong types, words, ids and versions are refused."""
    assert list(validator.iter_errors(as_json(text)))


def test_committed_schema_is_the_generated_one() -> None:
    """`docs/schema/bilateral-1.json` is what `bilateral schema` prints."""
    committed = (ROOT / "docs/schema/bilateral-1.json").read_text(encoding="utf-8")
    assert json.dumps(bl.schema(), indent=2, ensure_ascii=False) + "\n" == committed


def test_every_field_and_kind_is_described() -> None:
    """An editor has something to say on every field of every kind."""
    silent = [
        (kind, name)
        for kind, definition in bl.schema()["$defs"].items()
        for name, field in definition["properties"].items()
        if not field.get("description")
    ]
    assert silent == []


def test_profiles_that_there_are() -> None:
    """A profile that does not exist is refused."""
    with pytest.raises(ValueError, match="no schema profile 'gpt'; expected 'editor' or 'llm'"):
        bl.schema("gpt")  # type: ignore[arg-type]
