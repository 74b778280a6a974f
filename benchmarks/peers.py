"""What other libraries make of the same files, each used in its own fastest way.

The models are written once, as dataclasses in `models.py`, and made into the classes of each
library. Less is asked of the peers than this library does:

- references stay ids, which nobody looks up, and ids are not told apart;
- a date has any type, for YAML makes dates of some and text of others, and nobody reads the text;
- fields that a model does not have pass;
- places are lost.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import attrs
import cattrs
import dacite
import msgspec
import pydantic
import ruamel.yaml
import strictyaml  # type: ignore[import-untyped]
import yaml
from models import File
from yaml.cyaml import CParser  # type: ignore[attr-defined]

Peer = Callable[[list[Path]], list[Any]]
Make = Callable[[str, list[tuple[str, Any, Field[Any]]]], type[Any]]


def events(paths: list[Path]) -> list[Any]:
    """Run libyaml over the files, and keep nothing."""
    for path in paths:
        parser = CParser(path.read_bytes())
        while type(parser.get_event()) is not yaml.StreamEndEvent:
            pass
    return []


def dicts(paths: list[Path]) -> list[Any]:
    """Plain dicts and lists."""
    return [_plain(path) for path in paths]


def _plain(path: Path) -> Any:
    return yaml.load(path.read_bytes(), yaml.CSafeLoader)


def with_msgspec() -> Peer:
    """Structs; msgspec reads YAML with PyYAML's loader."""
    decode, model = msgspec.yaml.decode, mirrored(File, _struct)
    return lambda paths: [decode(path.read_bytes(), type=model) for path in paths]


def with_pydantic() -> Peer:
    """Models of pydantic, by one validator that is built beforehand."""
    validate = pydantic.TypeAdapter(mirrored(File, _model)).validate_python
    return lambda paths: [validate(_plain(path)) for path in paths]


def with_cattrs() -> Peer:
    """Classes of attrs by the default converter, whose hooks are made beforehand."""
    converter, model = cattrs.Converter(), mirrored(File, _attrs_class)
    converter.get_structure_hook(model)
    return lambda paths: [converter.structure(_plain(path), model) for path in paths]


def with_dacite() -> Peer:
    """Dataclasses, with types checked."""
    config = dacite.Config(cast=[Enum])
    return lambda paths: [dacite.from_dict(File, _plain(path), config) for path in paths]


def with_ruamel() -> Peer:
    """Plain dicts of ruamel.yaml, over its own build of libyaml."""
    reader = ruamel.yaml.YAML(typ="safe")
    if reader.Parser is ruamel.yaml.parser.Parser:
        raise ImportError("ruamel.yaml runs without libyaml: install ruamel.yaml[oldlibyaml]")
    return lambda paths: [reader.load(path.read_bytes()) for path in paths]


def with_strictyaml() -> Peer:
    """Plain dicts of strictyaml, which refuses flow style unless it is asked not to."""
    load = strictyaml.dirty_load
    return lambda paths: [
        load(path.read_text("utf-8"), allow_flow_style=True).data for path in paths
    ]


def mirrored(model: type[Any], make: Make) -> type[Any]:
    """The class that `make` makes with the name and the fields of a dataclass."""
    made: dict[type[Any], type[Any]] = {}

    def class_of(model: type[Any]) -> type[Any]:
        if model not in made:
            hints = get_type_hints(model)
            members = [(each.name, translated(hints[each.name]), each) for each in fields(model)]
            made[model] = make(model.__name__, members)
        return made[model]

    def translated(hint: Any) -> Any:
        if is_dataclass(hint):
            return class_of(hint)  # type: ignore[arg-type]
        if get_origin(hint) in {list, dict}:
            return get_origin(hint)[tuple(map(translated, get_args(hint)))]
        inner = [part for part in get_args(hint) if is_dataclass(part)]
        return class_of(inner[0]) | None if inner else hint  # type: ignore[arg-type]

    return class_of(model)


def _struct(name: str, members: list[tuple[str, Any, Field[Any]]]) -> type[Any]:
    def described(each: Field[Any]) -> Any:
        if each.default_factory is not MISSING:
            return msgspec.field(default_factory=each.default_factory)
        return msgspec.NODEFAULT if each.default is MISSING else each.default

    return msgspec.defstruct(
        name,
        [(field_name, hint, described(each)) for field_name, hint, each in members],
        kw_only=True,
    )


def _model(name: str, members: list[tuple[str, Any, Field[Any]]]) -> type[Any]:
    def described(each: Field[Any]) -> Any:
        if each.default_factory is not MISSING:
            return pydantic.Field(default_factory=each.default_factory)
        return ... if each.default is MISSING else each.default

    described_members = {field_name: (hint, described(each)) for field_name, hint, each in members}
    return pydantic.create_model(name, **described_members)  # type: ignore[call-overload,no-any-return]


def _attrs_class(name: str, members: list[tuple[str, Any, Field[Any]]]) -> type[Any]:
    def described(hint: Any, each: Field[Any]) -> Any:
        if each.default_factory is not MISSING:
            return attrs.field(type=hint, factory=each.default_factory)
        default = attrs.NOTHING if each.default is MISSING else each.default
        return attrs.field(type=hint, default=default)

    described_members = {field_name: described(hint, each) for field_name, hint, each in members}
    return attrs.make_class(name, described_members, slots=True, kw_only=True)
