"""A language model's answer to the data that a person's YAML would give.

Its lists of records become mappings by id, its lists of entries mappings, and what is null or an
empty list is left out. Values are typed in JSON, so that a number for a text is refused here; what
else a value may be, the hooks of the fields say, as of text between quotes in YAML.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from bilateral.errors import nearest
from bilateral.format import shapes
from bilateral.format.answers.entries import ENTRIES, Entry
from bilateral.format.answers.json_parsing import Member, Number, Value, parse
from bilateral.format.answers.values import At, Values, expected_of, given, members_of
from bilateral.format.documents import SECTIONS
from bilateral.format.limits import Limits
from bilateral.format.locating import Located, Path
from bilateral.format.refusals import Refused, Unusable, one_of, searches, shown
from bilateral.format.scanning import Scan
from bilateral.records.record import Record
from bilateral.records.sources import Article, Evidence

_UNLIMITED = 2**62
_ANY = Limits(file_size=_UNLIMITED, depth=_UNLIMITED, nodes=_UNLIMITED, key_length=_UNLIMITED)
"""What was read once may be read again."""
_VALUE = "?"
"""In place of what stands under a key that is none."""
_SECTION_CUTOFF = 0.75


def read(text: str, limits: Limits) -> Scan:
    """The data of an answer, and all that there is to refuse in its JSON and its types."""
    parsed = parse(text, limits)
    answer = _Answer(parsed, limits)
    if parsed.value is not None:
        answer.scan.data = answer.whole(parsed.value)
    return answer.scan


def locate(text: str, wanted: Iterable[Path] | None = None) -> Located:
    """The places of paths in an answer, as `locating.locate` gives those in YAML.

    The paths are those of its data, in which records stand under their ids; how the answer writes
    them, `Located.as_written` says.
    """
    parsed = parse(text, _ANY)
    found = Located()
    around = None
    if wanted is not None:
        around = {path[:end] for path in wanted for end in range(len(path) + 1)}
    _Answer(parsed, _ANY, found, around).whole(parsed.value or Value(0, {}))
    return found


class _Answer(Values):
    """Reads an answer."""

    def whole(self, answer: Value) -> dict[str, Any]:
        """The data of the whole answer."""
        at = At((), ())
        self.note(at, value=answer.offset)
        members = members_of(answer)
        article = {
            "bilateral": shapes.Number(),
            "id": shapes.Text(),
            **{name: field.shape for name, field in shapes.fields(Article).items()},
        }
        data = {}
        for name, member in members.items():
            within = at.below(name)
            self.note(within, key=member.offset)
            if name in article:
                read = self.value(member.value, article[name], within)
            elif (section := _section(name, member.value, members)) is not None:
                read = self.records(member.value, SECTIONS[section], within)
                if read is None and name != section:
                    read = _VALUE
            else:
                # Records may stand there, whatever they are.
                read = {} if isinstance(member.value.held, list | dict) else _VALUE
            if read is not None:
                data[name] = read
        others = members.keys() - {"bilateral", *SECTIONS}
        if "bilateral" not in data and nearest("bilateral", others) is None:
            message = 'the answer needs "bilateral": 1, the version of its format'
            why = Refused("key-missing", message, expected="bilateral")
            data["bilateral"] = self.refuse(why, at, answer.offset)
        return data

    def value(self, value: Value, shape: shapes.Shape, at: At) -> Any:
        """The data of a value; None where there is nothing to tell."""
        if value.held is None:
            return None
        match shape:
            case shapes.ListOf():
                return self.list(value, shape.item, at)
            case shapes.MapOf():
                return self.entries(value, shape.item, at)
            case shapes.Keyed():
                return self.records(value, shape.of, at)
        self.note(at, value=value.offset)
        match shape:
            case shapes.Nested():
                return self.fields(value, shape.of, at)
            case shapes.Passage():
                return self.fields(value, Evidence, at)
            case shapes.Flag() if isinstance(value.held, bool):
                return json.dumps(value.held)
            case shapes.Number() if type(value.held) is Number:
                return str(value.held)
            case shapes.Flag():
                return self.text(value, at, "true or false", quoted=False)
            case shapes.Number():
                digits = isinstance(value.held, str) and value.held.isdecimal()
                meant = f"{value.held} without quotes" if digits else None
                return self.refuse_type(value, at, "a whole number", meant)
            case _:
                return self.text(value, at, expected_of(shape))

    def list(self, value: Value, item: shapes.Shape, at: At) -> Any:
        """A list; None where it is empty."""
        held = value.held
        if not isinstance(held, list):
            written = json.dumps([held], ensure_ascii=False) if type(held) is str else None
            self.note(at, value=value.offset)
            return self.refuse_type(value, at, "a list", written)
        if not held:
            return None
        self.note(at, value=value.offset)
        data = []
        for number, member in enumerate(held):
            within = at.below(number)
            read = self.value(member, item, within)
            data.append(self.refuse_null(member, within) if read is None else read)
        return data

    def fields(self, value: Value, cls: type[Any], at: At, *left: str) -> Any:
        """The fields of a record or nested class, but for those that are left."""
        if not isinstance(value.held, dict):
            written = None
            if cls is Evidence and type(value.held) is str:
                written = json.dumps({"words": value.held}, ensure_ascii=False)
            return self.refuse_type(value, at, "an object", written)
        known = shapes.fields(cls)
        data = {}
        for name, member in value.held.items():
            if name in left:
                continue
            within = at.below(name)
            self.note(within, key=member.offset)
            read = self.value(member.value, known[name].shape, within) if name in known else _VALUE
            if read is not None:
                data[name] = read
        return data

    def records(self, value: Value, cls: type[Record], at: At) -> Any:
        """The mapping from ids of a list of records; None where it is empty."""
        if not isinstance(value.held, list):
            self.scan.whole &= value.held is None
            if value.held is None:
                return None
            self.note(at, value=value.offset)
            return self.refuse_type(value, at, "a list of records, each with its 'id'")
        if not value.held:
            return None
        self.note(at, value=value.offset)
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        for number, item in enumerate(value.held):
            within = At(at.path, (*at.written, number))
            if not isinstance(item.held, dict):
                self.scan.whole = False
                self.refuse_type(item, within, "a record with its 'id'")
                continue
            name, id, offset = self.id(item, cls, within)
            again = id in first
            if again:
                message = f"the id {shown(id)} {self.lines.already(first[id])}"
                why = Refused("id-twice", message, found=id)
                self.refuse(why, within.below("id"), offset)
            # What stands under the second id must not take the places of the first.
            record = At((*at.path, f"{id} (again)" if again else id), within.written)
            self.note(record, key=offset, value=item.offset)
            self.note_written(record, "id")
            fields = self.fields(item, cls, record, "id", name)
            if not again:
                first[id] = offset
                data[id] = fields
        return data

    def id(self, record: Value, cls: type[Record], at: At) -> tuple[str, str, int]:
        """The key of a record's id, the id, and where it stands; one of our own if it has none."""
        members = members_of(record)
        member = given(members, "id")
        if member is not None:
            text = self.key(member.value, at.below("id"), "an id")
            if isinstance(text, str):
                return "id", str(text), member.value.offset
            name, offset = "id", member.value.offset
        else:
            name, offset = self.refuse_no_id(record, cls, at)
        # What refers to it is no second fault.
        self.scan.whole = False
        return name, f"no-id-{record.offset}", offset

    def refuse_no_id(self, record: Value, cls: type[Record], at: At) -> tuple[str, int]:
        """Refuse a record without an id; what seems to be meant as its key, and where it stands."""
        members = members_of(record)
        near = searches.nearest("id", members.keys() - shapes.fields(cls).keys() - {"id"})
        if near is not None:
            message = f"{cls.__name__} has no field {shown(near)}; did you mean 'id'?"
            why = Refused("key-unknown", message, found=near, suggestion="id")
            self.refuse(why, at.below(near), members[near].offset)
            return near, members[near].offset
        offset = members["id"].offset if "id" in members else record.offset
        why = Refused("key-missing", f"{cls.__name__} needs 'id'", expected="id")
        self.refuse(why, at.below("id"), offset)
        return "id", offset

    def entries(self, value: Value, item: shapes.Shape, at: At) -> Any:
        """The mapping of a list of entries; None where it is empty."""
        field = str(at.path[-1])
        entry = ENTRIES[field]
        parts = f"{entry.key!r} and {entry.value!r}"
        if not isinstance(value.held, list):
            return self.refuse_type(value, at, f"a list of objects with {parts}")
        if not value.held:
            return None
        self.note(at, value=value.offset)
        data: dict[str, Any] = {}
        first: dict[str, int] = {}
        for number, one in enumerate(value.held):
            within = At(at.path, (*at.written, number))
            if not isinstance(one.held, dict):
                self.refuse_type(one, within, f"an object with {parts}")
                continue
            self.refuse_parts(one, field, entry, within)
            key, told = (given(one.held, part) for part in (entry.key, entry.value))
            if key is None or told is None:
                continue
            name, offset = self.key(key.value, within.below(entry.key), "text"), key.value.offset
            if type(name) is Unusable:
                continue
            id = str(name)
            if id in first:
                already = self.lines.already(first[id])
                why = Refused("key-twice", f"{shown(id)} {already}", found=id)
                self.refuse(why, within.below(entry.key), offset)
                continue
            first[id] = offset
            place = At((*at.path, id), within.written)
            self.note(place, key=offset)
            self.note_written(place, entry.key, entry.value)
            data[id] = self.value(told.value, item, At(place.path, (*place.written, entry.value)))
        return data or Unusable()

    def refuse_parts(self, one: Value, field: str, entry: Entry, at: At) -> None:
        """Refuse the keys that an entry lacks, and those that it does not have."""
        members, parts = members_of(one), entry[:2]
        missing = [part for part in parts if given(members, part) is None]
        for name in [name for name in members if name not in parts]:
            near = searches.nearest(name, missing)
            if near is not None:
                # A missing key and a misspelt one are one slip, not two.
                missing.remove(near)
            hint = f"did you mean {near!r}?" if near else f"it has {' and '.join(map(repr, parts))}"
            message = f"an entry of {field!r} has no {shown(name)}; {hint}"
            why = Refused(
                "key-unknown", message, found=name, expected=one_of(parts), suggestion=near
            )
            self.refuse(why, at.below(name), members[name].offset)
        for name in missing:
            offset = members[name].offset if name in members else one.offset
            message = f"an entry of {field!r} needs {name!r}"
            why = Refused("key-missing", message, expected=name)
            self.refuse(why, at.below(name), offset)


def _section(name: str, value: Value, members: dict[str, Member]) -> str | None:
    """The section that a key names, or seems to be meant to name."""
    if name in SECTIONS:
        return name
    if not isinstance(value.held, list):
        return None
    near = searches.nearest(name, SECTIONS, cutoff=_SECTION_CUTOFF)
    return None if near in members else near
