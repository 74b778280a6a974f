"""What a language model is to answer, as JSON Schema in the narrow form that structured output has.

Few keywords are taken there: every object is closed, every key is required, and what may be left
out is null in its place. So mappings with keys of one's own are lists of small objects, and what a
pattern would say is said in the descriptions, which are what a model is guided by.
"""

from __future__ import annotations

import re
from typing import Any

from bilateral.format import shapes
from bilateral.format.answers.entries import ENTRIES, Entry
from bilateral.format.descriptions import attributes, remark, summary
from bilateral.format.documents import SECTIONS
from bilateral.records.record import Record
from bilateral.records.sources import Article, Evidence, Source

Json = dict[str, Any]

_NOT_ASKED: dict[type[Any], frozenset[str]] = {
    # Whoever runs the model knows, and can add it.
    Article: frozenset({"coding"}),
    # A model cannot reckon a hash, and has been nowhere to read.
    Source: frozenset({"sha256", "accessed"}),
    # Models do not count well, and words are found without.
    Evidence: frozenset({"paragraph", "span"}),
}
# Of the two ways to give evidence, the one that is left.
_NEEDED: dict[type[Any], frozenset[str]] = {Evidence: frozenset({"words"})}
_TYPES: dict[type[Any], str] = {shapes.Flag: "boolean", shapes.Number: "integer"}
_ID_FORM = "letters a-z, digits, '-' and '_', at most 128"
_ONE = "The id of one of the"
_ABOUT = (
    "What one article tells of two states, as records that refer to each other by their ids."
    " null stands wherever nothing is told."
)


def answer_schema() -> Json:
    """The JSON Schema of a language model's answer."""
    definitions: dict[str, Json] = {}
    properties = {
        "bilateral": {
            "type": "integer",
            "const": 1,
            "description": "The version of the format.",
        },
        "id": {
            "type": ["string", "null"],
            "description": f"The article's own id: {_ID_FORM}.",
        },
        **_properties(Article, definitions),
    }
    for name, cls in SECTIONS.items():
        records = _list(_reference(cls, definitions))
        properties[name] = {**_nullable(records), "description": summary(cls)}
    return {
        "title": "bilateral, format version 1, as a language model answers",
        "description": _ABOUT,
        **_closed(properties),
        "$defs": dict(sorted(definitions.items())),
    }


def _closed(properties: Json) -> Json:
    """An object with all of these keys and no others."""
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


def _nullable(schema: Json) -> Json:
    """The same, or null."""
    if "enum" in schema or "$ref" in schema:
        return {"anyOf": [schema, {"type": "null"}]}
    return {**schema, "type": [schema["type"], "null"]}


def _reference(cls: type[Any], definitions: dict[str, Json]) -> Json:
    """A reference to the definition of a class, which is added where it is not there yet.

    Nothing stands beside it: some take it alone.
    """
    if cls.__name__ not in definitions:
        definitions[cls.__name__] = {}
        properties = _properties(cls, definitions)
        if issubclass(cls, Record):
            about = f"What the others refer to it by: {_ID_FORM}; no two records have one."
            properties = {"id": {"type": "string", "description": about}, **properties}
        definitions[cls.__name__] = {"description": summary(cls), **_closed(properties)}
    return {"$ref": f"#/$defs/{cls.__name__}"}


def _properties(cls: type[Any], definitions: dict[str, Json]) -> Json:
    told, needed = attributes(cls), _NEEDED.get(cls, frozenset())
    not_asked = _NOT_ASKED.get(cls, frozenset())
    asked = {name: field for name, field in shapes.fields(cls).items() if name not in not_asked}
    properties = {}
    for name, field in asked.items():
        if isinstance(field.shape, shapes.MapOf):
            schema = _list(_entry(ENTRIES[name], field.shape, [*asked]))
        else:
            schema = _of_shape(field.shape, definitions)
        if not field.required and name not in needed:
            schema = _nullable(schema)
        # The docstrings speak to those who write Python.
        about = re.sub(r"\bNone\b", "null", told[name])
        opening = "Ids of" if isinstance(field.shape, shapes.ListOf) else _ONE
        if about.startswith(("The id of", "Ids of")):
            opening = "From"
        about = f"{about} {_form(field.shape, opening)}".rstrip()
        properties[name] = {**schema, "description": about}
    return properties


def _entry(entry: Entry, shape: shapes.MapOf, fields: list[str]) -> Json:
    """An entry of a mapping: its key beside its value."""
    key: Json = {"type": "string"}
    if entry.key == "field":
        key["enum"] = fields
    value = _of_shape(shape.item, {})
    about = _form(shape.item, _ONE) or f"Its {entry.value}."
    return _closed(
        {
            entry.key: {**key, "description": entry.about},
            entry.value: {**value, "description": about},
        }
    )


def _of_shape(shape: shapes.Shape, definitions: dict[str, Json]) -> Json:
    match shape:
        case shapes.Word():
            return {"type": "string", "enum": [str(member) for member in shape.vocabulary]}
        case shapes.Nested():
            return _reference(shape.of, definitions)
        case shapes.Passage():
            return _reference(Evidence, definitions)
        case shapes.ListOf():
            return _list(_of_shape(shape.item, definitions))
        case shapes.Keyed():
            return _list(_reference(shape.of, definitions))
        case _:
            return {"type": _TYPES.get(type(shape), "string")}


def _form(shape: shapes.Shape, opening: str) -> str:
    """What else is to be said of how a shape is written; references after such an opening."""
    match shape:
        case shapes.Date():
            return "An EDTF date, such as 2024-05-16, 2024-05, 2022-02~ or 2024-05-16/2024-05-17."
        case shapes.Interval():
            return "An exact gap, such as 1 day or 6 years, or a vague one: days, weeks, months."
        case shapes.Word():
            return remark(shape.vocabulary)
        case shapes.Reference():
            return f"{opening} {_sections({kind.__name__ for kind in shape.kinds})}."
        case shapes.Address():
            return f"{opening} {_sections(set(shape.kinds))}."
        case shapes.ListOf():
            return _form(shape.item, opening)
        case _:
            return ""


def _sections(kinds: set[str]) -> str:
    """The sections that hold these kinds of records, as a choice."""
    names = [f"`{section}`" for section, cls in SECTIONS.items() if cls.__name__ in kinds]
    if "Clause" in kinds:
        names.append("`clauses` (as declaration/clause)")
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)
