"""What a language model would answer to tell a dossier: every key, null where nothing is told."""

from typing import Any

import attrs

import bilateral as bl
from bilateral.format import shapes
from bilateral.format.answers.entries import ENTRIES
from bilateral.format.answers.schema import _NOT_ASKED
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.record import Record

NAME = "answer.json"
ANSWER = """\
{
  "bilateral": 1,
  "id": "call-1933",
  "title": "Firefly calls on Trentino",
  "countries": [
    {"id": "FRD", "name": "Freedonia"},
    {"id": "SYL", "name": "Sylvania", "aliases": []}
  ],
  "topics": [
    {"id": "peace", "name": "Peace", "proposition": "The two countries should live in peace."}
  ],
  "variables": [{"id": "tone", "name": "Tone", "values": ["warm", "cold"]}],
  "leaders": [
    {"id": "firefly", "name": "Rufus T. Firefly", "country": "FRD", "offices": [
      {"role": "head-of-government", "title": "President", "of": "FRD", "as_of": "1933-11-17"}
    ]},
    {"id": "trentino", "name": "Ambassador Trentino", "country": "SYL", "note": null}
  ],
  "sources": [
    {"id": "gazette", "title": "Firefly calls on Trentino", "kind": "news",
     "published": "1933-11-17"}],
  "visits": [
    {"id": "call", "guests": ["firefly"], "hosts": ["trentino"], "country": "SYL",
     "date": "1933-11-17"}
  ],
  "meetings": [
    {"id": "tea", "kind": "informal", "participants": ["firefly", "trentino"], "visit": "call",
     "date": "1933-11-17"}
  ],
  "statements": [
    {"id": "offer",
     "speakers": ["firefly"],
     "to": ["trentino"],
     "meeting": "tea",
     "date": "1933-11-17",
     "voice": "reported",
     "act": "offer",
     "distanced": false,
     "topics": ["peace"],
     "text": "Freedonia offers its hand.",
     "evidence": [{"words": "held out ... the right hand", "source": null}]}
  ],
  "declarations": [
    {"id": "accord", "title": "The accord of the two countries", "parties": ["FRD", "SYL"],
     "date": "1933-11-18", "clauses": [
       {"id": "hand", "act": "pledge", "topics": ["peace"], "text": "Both sides keep the peace."}
     ]}
  ],
  "events": [
    {"id": "slap", "kind": "assault", "title": "A slap in the face", "actors": ["firefly"],
     "targets": ["trentino"], "relative": [{"after": "offer", "by": "1 day"}]}
  ],
  "readings": [
    {"id": "pride", "about": ["slap", "accord/hand"], "text": "The slap was a matter of pride."}
  ]
}
"""


def edited(*changes: str, text: str = ANSWER) -> str:
    """The answer with the first, third, ... string, found once, replaced by the one after it."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert text.count(old) == 1, f"{old!r} stands in the answer {text.count(old)} times"
        text = text.replace(old, new)
    return text


def problems(text: str | bytes, limits: bl.Limits | None = None) -> tuple[bl.Problem, ...]:
    """All that is wrong with an answer."""
    try:
        bl.loads(text, name=NAME, profile="llm", limits=limits or bl.Limits())
    except bl.LoadError as error:
        return error.problems
    return ()


def told(text: str | bytes, limits: bl.Limits | None = None) -> list[str]:
    """What is wrong with an answer: each problem's code and path, and the line that it prints."""
    return [
        f"{one.code} {one.path} {str(one).removeprefix(f'{NAME}:')}"
        for one in problems(text, limits)
    ]


def answer_of(
    dossier: bl.Dossier, article: bl.Article | None = None, *, asked: bool = False
) -> dict[str, Any]:
    """The answer that tells an article of a dossier.

    Args:
        dossier: What is told.
        article: The article; where there is one at most, it is that.
        asked: Leave out what the schema does not ask for.
    """
    if article is None:
        (article,) = dossier.articles or [bl.Article(id="article")]
    writer = _Writer(article.id, asked=asked)
    sections = {
        section: [writer.fields(record) for record in dossier.section(section)] or None
        for section in GLOBAL_SECTIONS
    }
    for section in LOCAL_SECTIONS:
        records = [one for one in dossier.section(section) if one.id.startswith(f"{article.id}:")]
        sections[section] = [writer.fields(record) for record in records] or None
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
