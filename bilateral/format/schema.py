"""The format as JSON Schema 2020-12, for editors and models: derived from the record classes."""

from __future__ import annotations

from typing import Any

from bilateral.format import shapes
from bilateral.format.answers.schema import answer_schema
from bilateral.format.descriptions import attributes, summary
from bilateral.format.documents import Profile, check_profile
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.sources import Article, Evidence

# To a YAML reader, an unquoted 1984 or true is no text; to the loader it is.
_PLAIN = ["string", "number", "boolean"]
_ID = "^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$"

Json = dict[str, Any]


def schema(profile: Profile = "editor") -> Json:
    """The JSON Schema of what a person writes in an editor, or of what a language model answers.

    Editors complete and check with it what can be told without the other records and files; `check`
    tells the rest. That of the profile `llm` is for the structured output of language models: they
    write JSON, in which sections are lists of records with an id, every key is there, and null
    stands where nothing is told. `loads(answer, profile="llm")` reads it.

    Models are not asked for what they would make up, though it is read where it is there: who coded
    (`coding`), which whoever runs the model knows; hashes and days of access; paragraphs and spans
    of evidence, since the words are found by `verify` without them.

    >>> schema()["properties"]["bilateral"]
    {'const': 1, 'description': 'The version of the format.'}
    >>> schema("llm")["$defs"]["Relative"]["properties"]["by"]["type"]
    ['string', 'null']

    Args:
        profile: `editor`, or `llm`.

    Raises:
        ValueError: There is no such profile.
    """
    check_profile(profile, "schema profile")
    return _editor_schema() if profile == "editor" else answer_schema()


def _editor_schema() -> Json:
    definitions: dict[str, Json] = {}
    sections = {
        name: _by_id(_reference(cls, definitions))
        for name, cls in {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}.items()
    }
    article = _properties(Article, definitions)
    defaults = {
        name: {
            "type": "object",
            "properties": {
                field: told
                for field, told in definitions[cls.__name__]["properties"].items()
                if field != "clauses"
            },
            "additionalProperties": False,
        }
        for name, cls in LOCAL_SECTIONS.items()
    }  # fmt: skip
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "bilateral, format version 1",
        "type": "object",
        "properties": {
            "bilateral": {"const": 1, "description": "The version of the format."},
            "id": {"type": _PLAIN, "pattern": _ID,
                   "description": "The article's id; the file's name by default."},
            **article,
            "defaults": {
                "type": "object", "properties": defaults, "additionalProperties": False,
                "description": "Values for the fields that a section's records leave out.",
            },
            **sections,
        },
        "required": ["bilateral"],
        "additionalProperties": False,
        "$defs": dict(sorted(definitions.items())),
    }  # fmt: skip


def _by_id(record: Json) -> Json:
    return {
        "type": "object",
        "propertyNames": {"pattern": _ID},
        "additionalProperties": record,
    }


def _reference(cls: type[Any], definitions: dict[str, Json]) -> Json:
    """A reference to the definition of a class, which is added where it is not there yet."""
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        definitions[cls.__name__] = {
            "type": "object",
            "description": summary(cls),
            "properties": _properties(cls, definitions),
            # What `defaults` may give cannot be missed by one who sees the record alone.
            "required": []
            if cls in LOCAL_SECTIONS.values()
            else [name for name, field in shapes.fields(cls).items() if field.required],
            "additionalProperties": False,
        }
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _properties(cls: type[Any], definitions: dict[str, Json]) -> dict[str, Json]:
    told = attributes(cls)
    properties = {}
    for name, field in shapes.fields(cls).items():
        properties[name] = _of_shape(field.shape, definitions)
        properties[name]["description"] = told.get(name, "")
    return properties


def _of_shape(shape: shapes.Shape, definitions: dict[str, Json]) -> Json:
    match shape:
        case shapes.Text() | shapes.Interval() | shapes.Reference() | shapes.Address():
            return {"type": _PLAIN}
        case shapes.Date():
            return {"type": ["string", "integer"]}
        case shapes.Word():
            return {"enum": [str(member) for member in shape.vocabulary]}
        case shapes.Flag():
            return {"type": "boolean"}
        case shapes.Number():
            return {"type": "integer", "minimum": 0}
        case shapes.Nested():
            return _reference(shape.of, definitions)
        case shapes.Passage():
            return {"anyOf": [{"type": _PLAIN}, _reference(Evidence, definitions)]}
        case shapes.ListOf():
            return {"type": "array", "items": _of_shape(shape.item, definitions)}
        case shapes.MapOf():
            item = _of_shape(shape.item, definitions)
            return {"type": "object", "additionalProperties": item}
        case _:
            return _by_id(_reference(shape.of, definitions))
