"""Whole dossiers, made up by hypothesis: every kind of record, every field, hostile text."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from enum import StrEnum
from typing import Any, TypeVar

from hypothesis import strategies as st

import bilateral as bl
from bilateral.format import shapes
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.record import FrozenDict

T = TypeVar("T")
Draw = Callable[[st.SearchStrategy[T]], T]

TRICKY = (
    "NO", "on", "~", "null", "true", "2024", "010", "1e3", "12:30", ".inf", "- x", "a: b", "a #b",
    "# c", "'", '"', "\\", "\\u202e", "{a", "[a", "!x", "&x", "*x", "%x", "@x", "`x", " x ", "x\n",
    "\nx", "a\n\nb", "a\tb", "---", "...", "é", "文", "🙂", "x" * 300,
)  # fmt: skip
# What else is printable; the loader refuses the rest.
printable = st.characters(exclude_categories=["Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"])
texts = st.sampled_from(TRICKY) | st.text(printable, min_size=1, max_size=12).map(
    lambda text: unicodedata.normalize("NFC", text)
).filter(str.strip)
ids = st.from_regex("[A-Za-z0-9][A-Za-z0-9_-]{0,5}", fullmatch=True)
dates = st.sampled_from(
    ["2024-05-16", "2024-05", "2024", "2022-02~", "2024-05-16?", "2024-05-16/2024-05-17",
     "2030/..", "../2024", "2024/", "[2024-05-01..2024-05-16]", "[2024,2026]", "-0044-03-15",
     "{2024,2026}", "%2024", "?2004-06-~11", "156X-12-25", "XXXX-05/..", "2024-41"]
).map(bl.Edtf.parse)  # fmt: skip
gaps = st.sampled_from(["1 day", "6 years", "weeks"]).map(bl.Gap.parse)


@st.composite
def dossiers(draw: Draw[Any], articles: int = 1, *, apart: bool = False) -> bl.Dossier:
    """A dossier of so many articles that loads from what it dumps to.

    Where they are `apart`, no article refers to the records of another.
    """
    maker = _Maker(draw, apart=apart)
    return maker.dossier(articles)


class _Maker:
    """Makes records kind by kind, so that each can refer to those made before."""

    def __init__(self, draw: Draw[Any], *, apart: bool) -> None:
        self.draw = draw
        self.apart = apart
        self.file = ""
        self.made: dict[str, Any] = {name: [] for name in [*GLOBAL_SECTIONS, *LOCAL_SECTIONS]}
        self.by_kind: dict[str, list[Any]] = {}
        # Articles of several coders over one source would not load together.
        self.coder = draw(texts)

    def dossier(self, articles: int) -> bl.Dossier:
        files = self.draw(
            st.lists(ids, unique_by=str.casefold, min_size=articles, max_size=articles)
        )
        for section, cls in GLOBAL_SECTIONS.items():
            self.section(section, cls, "", unique=True)
        for section, cls in LOCAL_SECTIONS.items():
            for file in files:
                self.section(section, cls, f"{file}:", unique=False)
        told: Any = [self.record(bl.Article, file) for file in files]
        return bl.Dossier(articles=told, **self.made)

    def section(self, section: str, cls: type[Any], prefix: str, *, unique: bool) -> None:
        self.file = prefix
        taken = {r.id for records in self.made.values() for r in records}
        for local in self.draw(st.lists(ids, unique=True, max_size=2)):
            if prefix + local in taken:
                continue
            if cls is bl.Topic:
                record = self.record(cls, local, broader=None)
            else:
                record = self.record(cls, prefix + local)
            if record is None:
                continue
            self.made[section].append(record)
            self.by_kind.setdefault(cls.__name__, []).append(record)
            if cls is bl.JointDeclaration:
                self.by_kind.setdefault("Clause", []).extend(record.clauses)

    def record(self, cls: type[Any], id: str, **given: Any) -> Any:
        fields = self.fields(cls, id, given)
        if "source" in shapes.fields(cls):
            own = [
                s for s in self.made["sources"] if s.id.partition(":")[0] == id.partition(":")[0]
            ]
            if len(own) == 1 and "source" not in fields:
                fields["source"] = own[0]
        if "relative" in shapes.fields(cls) and "date" in shapes.fields(cls):
            fields.setdefault("date", self.draw(dates))
        return self.complete(cls, {"id": id, **fields})

    def fields(self, cls: type[Any], id: str, given: dict[str, Any]) -> dict[str, Any]:
        values = dict(given)
        for name, field in shapes.fields(cls).items():
            wanted = field.required or self.draw(st.integers(0, 3)) == 0
            if name in values or name == "codes" or not wanted:
                continue
            value = self.value(field.shape, cls, id)
            if value is not None:
                values[name] = value
        return values

    def value(self, shape: shapes.Shape, cls: type[Any], id: str) -> Any:
        """A value of a shape; None where nothing of the kind has been made yet."""
        match shape:
            case shapes.Text():
                return self.draw(texts)
            case shapes.Word():
                return self.word(shape.vocabulary)
            case shapes.Flag():
                return self.draw(st.booleans())
            case shapes.Number():
                return self.draw(st.integers(1, 999))
            case shapes.Date():
                return self.draw(dates)
            case shapes.Interval():
                return self.draw(gaps)
            case shapes.Reference():
                return self.one_of([r for kind in shape.kinds for r in self.of(kind.__name__)])
            case shapes.Address():
                record = self.one_of([r for kind in shape.kinds for r in self.of(kind)])
                return record and record.id
            case shapes.Nested():
                return self.nested(shape.of, id)
            case shapes.Passage():
                return self.passage()
            case shapes.Keyed():
                keys = self.draw(st.lists(ids, unique=True, max_size=2))
                made = [self.record(shape.of, f"{id}/{key}") for key in keys]
                return tuple(record for record in made if record is not None)
            case shapes.MapOf():
                return self.mapping(shape, cls, id)
            case shapes.ListOf():
                items = [
                    self.value(shape.item, cls, id) for _ in range(self.draw(st.integers(1, 2)))
                ]
                return tuple(item for item in items if item is not None)

    def word(self, vocabulary: type[StrEnum]) -> StrEnum:
        chosen: StrEnum = self.draw(st.sampled_from(list(vocabulary)))
        return chosen

    def of(self, kind: str) -> list[Any]:
        made = self.by_kind.get(kind, [])
        if not self.apart:
            return made
        return [
            record for record in made if record.id.startswith(self.file) or ":" not in record.id
        ]

    def one_of(self, records: list[Any]) -> Any:
        return self.draw(st.sampled_from(records)) if records else None

    def mapping(self, shape: shapes.MapOf, cls: type[Any], id: str) -> FrozenDict:
        names = st.sampled_from(list(shapes.fields(cls)))
        keys = self.draw(
            st.lists(names if isinstance(shape.item, shapes.Word) else texts, max_size=2)
        )
        values = {key: self.value(shape.item, cls, id) for key in keys if len(key) <= 128}
        return FrozenDict({key: value for key, value in values.items() if value is not None})

    def passage(self) -> bl.Evidence:
        source = self.one_of(self.of("Source"))
        if self.draw(st.booleans()):
            hints = [self.draw(st.none() | texts) for _ in range(2)]
            return bl.Evidence(
                words=self.draw(texts), source=source, prefix=hints[0], suffix=hints[1]
            )
        return bl.Evidence(source=source, paragraph=self.draw(st.integers(1, 9)), span=(2, 7))

    def nested(self, cls: type[Any], id: str) -> Any:
        """A nested value; None where what it needs has not been made."""
        if cls is bl.Relative:
            anchor = self.value(shapes.fields(cls)["before"].shape, cls, id)
            side = self.draw(st.sampled_from(["before", "after"]))
            return anchor and bl.Relative(**{side: anchor, "by": self.draw(st.none() | gaps)})
        fields = self.fields(cls, id, {})
        if cls is bl.Delegate:
            fields.pop("leader" if self.draw(st.booleans()) else "group", None)
            if ("leader" in fields) == ("group" in fields):
                fields.pop("leader", None)
                fields["group"] = self.draw(texts)
        if "coder" in fields:
            fields["coder"] = self.coder
        return self.complete(cls, fields)

    def complete(self, cls: type[Any], fields: dict[str, Any]) -> Any:
        """An instance; None where something that it needs has not been made."""
        fields = {name: value for name, value in fields.items() if value not in ((), {})}
        needed = {name for name, field in shapes.fields(cls).items() if field.required}
        return cls(**fields) if needed <= fields.keys() else None
