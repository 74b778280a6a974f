"""What a language model would answer to tell a dossier: every key, null where nothing is told."""

from typing import Any

import attrs

import bilateral as bl
from bilateral.format import shapes
from bilateral.format.answer_schema import _NOT_ASKED
from bilateral.format.entries import ENTRIES
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.record import Record


def answer_of(dossier: bl.Dossier, *, asked: bool = False) -> dict[str, Any]:
    """The answer that tells a dossier of at most one article.

    Args:
        dossier: What is told.
        asked: Leave out what the schema does not ask for.
    """
    (article,) = dossier.articles or [bl.Article(id="article")]
    writer = _Writer(article.id, asked=asked)
    sections = {
        section: [writer.fields(record) for record in dossier.section(section)] or None
        for section in (*GLOBAL_SECTIONS, *LOCAL_SECTIONS)
    }
    return {"bilateral": 1, **writer.fields(article), **sections}


class _Writer:
    def __init__(self, file: str, *, asked: bool) -> None:
        self.file = file
        self.asked = asked

    def fields(self, holder: Any) -> dict[str, Any]:
        """The fields of a record or nested value."""
        cls = type(holder)
        told: dict[str, Any] = {}
        if isinstance(holder, Record):
            told["id"] = self.short(holder.id).rpartition("/")[2]
        left = _NOT_ASKED.get(cls, ()) if self.asked else ()
        if self.asked and isinstance(holder, bl.Evidence) and holder.words is None:
            holder = attrs.evolve(holder, words="x", paragraph=None, span=None)
        for name, field in shapes.fields(cls).items():
            if name not in left:
                told[name] = self.value(name, getattr(holder, name), field.shape)
        if told.get("inferred"):
            told["inferred"] = [one for one in told["inferred"] if one["field"] not in left] or None
        return told

    def value(self, name: str, value: Any, shape: shapes.Shape) -> Any:
        """A value of a field."""
        if value is None or value in ((), {}):
            return None
        match shape:
            case shapes.Flag() | shapes.Number():
                return value
            case shapes.Reference():
                return self.short(value.id)
            case shapes.Address():
                return self.short(value)
            case shapes.Nested() | shapes.Passage():
                return self.fields(value)
            case shapes.ListOf():
                return [self.value(name, item, shape.item) for item in value]
            case shapes.Keyed():
                return [self.fields(record) for record in value]
            case shapes.MapOf():
                entry = ENTRIES[name]
                return [
                    {entry.key: key, entry.value: self.value(name, item, shape.item)}
                    for key, item in value.items()
                ]
            case _:
                return str(value)

    def short(self, id: str) -> str:
        return id.removeprefix(f"{self.file}:")
