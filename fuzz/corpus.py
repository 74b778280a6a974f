"""What fuzzing starts from: small files, pieces of large ones, and the words of the format."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

from bilateral.format import shapes
from bilateral.format.documents import SECTIONS
from bilateral.records.sources import Article, Evidence

ROOT = Path(__file__).parents[1]
SEEDS = Path(__file__).parent / "seeds"
LONGEST = 1024
"""The most bytes of an input: longer ones take longer and find no more."""

CUT = "#~\n"
"""The line between the files of a folder."""

DATE_PIECES = (
    *("2024", "05", "-02-29", "-", "/", "..", ",", "[", "]", "{", "}", "?", "~", "%", "X", "XX"),
    *("XXXX-", "Y", "Y-", "E5", "S2", "T10:00:00", "Z", "+01:00", "0000", "-0000", "9999", "-21"),
    *("May ", "16th ", "sept. ", " to ", " - ", ", ", " ", "0", "31", "\u2013", "\u0662"),
)
YAML_PIECES = (
    *(": ", "- ", "? ", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!!str ", "! ", "|", ">"),
    *(">-", "|+", "|2", "'", '"', "\\", '"\\u0000"', '"\\ud800"', '"\\u0301"', "%YAML 1.1", "---"),
    *("...", "<<: ", "<<: *a", "~", "null", "true", "false", "no", "0", "12:30", "1e3", "\t", "\r"),
    *("\r\n", "\u0085", "\u2028", "\ufeff", "\u0000", "\u202e", "\u0301", "e\u0301", "\u00e9"),
    *("\U0001f600", "\uffff", "\ud800", "\x7f", '""', "{}", "[]", "@", "`", "  ", "a" * 130),
)


def groups() -> list[tuple[str, ...]]:
    """The words of the format, those together that stand in each other's place."""
    top = ("bilateral", "id", "defaults", *shapes.fields(Article), *SECTIONS)
    found = {top: None}
    classes: tuple[type[Any], ...] = (Article, *SECTIONS.values())
    for cls in classes:
        found |= dict.fromkeys(_groups_of(cls))
    return list(found)


def _groups_of(cls: type[Any]) -> Iterator[tuple[str, ...]]:
    fields = shapes.fields(cls)
    yield tuple(fields)
    for field in fields.values():
        shape: Any = field.shape
        while isinstance(shape, shapes.ListOf | shapes.MapOf):
            shape = shape.item
        match shape:
            case shapes.Word(vocabulary=vocabulary):
                yield tuple(member.value for member in vocabulary)
            case shapes.Nested(of=within) | shapes.Keyed(of=within):
                yield from _groups_of(within)
            case shapes.Passage():
                yield tuple(shapes.fields(Evidence))


def articles() -> list[str]:
    """Small article files, which load with the seeds' `bilateral.yaml`."""
    files = sorted(SEEDS.glob("*.yaml"))
    return [file.read_text("utf-8") for file in files if file.name != "bilateral.yaml"]


def archive() -> str:
    """A small `bilateral.yaml`."""
    return (SEEDS / "bilateral.yaml").read_text("utf-8")


def dates() -> list[str]:
    """Dates and what is nearly one."""
    return (SEEDS / "dates.txt").read_text("utf-8").splitlines()


def texts() -> list[str]:
    """Texts of articles that stand alone; those of the repository cut to size by section."""
    actors = archive().partition("\n")[2]
    found = [_with_actors(article, actors) for article in articles()]
    found += [file.read_text("utf-8") for file in sorted((ROOT / "tests/data").rglob("*.yaml"))]
    found += [file.read_text("utf-8") for file in sorted((ROOT / "examples").rglob("*.yaml"))]
    small = [text for text in found if len(text.encode()) <= LONGEST]
    for text in found:
        if text not in small:
            small += [_cut(f"bilateral: 1\n{section}") for section in blocks(text, 0)]
    return small


def _with_actors(article: str, actors: str) -> str:
    body, ending, rest = article.partition("...\n")
    return f"{body}{actors}{ending}{rest}"


def _cut(text: str) -> str:
    """As many whole lines as an input may have."""
    lines, size = [], 0
    for line in text.splitlines(keepends=True):
        size += len(line.encode())
        if size > LONGEST:
            break
        lines.append(line)
    return "".join(lines)


def folders() -> list[str]:
    """Folders: their files, the archive's first, with a line `#~` between them."""
    several = articles()
    pairs = [CUT.join((archive(), article)) for article in several]
    all_three = CUT.join((archive(), *several[:2]))
    return [archive(), *texts(), *pairs, all_three]


def answers() -> list[str]:
    """Answers of models: a small one, and pieces of it that are closed again."""
    whole = (SEEDS / "answer.json").read_text("utf-8")
    return [whole, '{"bilateral": 1, "id": "a", "countries": [{"id": "A", "name": "x"}]}']


def cited() -> list[str]:
    """Texts, each with two passages that are cited of it, with a line `#~` between them."""
    parts = (SEEDS / "cited.txt").read_text("utf-8").split(CUT)
    return [CUT.join(parts[first : first + 3]) for first in range(0, len(parts), 3)]


def blocks(text: str, indent: int) -> list[str]:
    """The entries of a mapping at some depth, each with all that is below it."""
    start = re.compile(rf"^ {{{indent}}}(?=[^\s#])", re.MULTILINE)
    places = [*(found.start() for found in start.finditer(text)), len(text)]
    return [text[a:b] for a, b in pairwise(places)]


def records() -> list[tuple[str, list[str]]]:
    """The records of all files, each with its section and as lines, to splice into others."""
    found = []
    for text in texts():
        for part in blocks(text, 0):
            section = part.partition(":")[0]
            if section in SECTIONS:
                found += [(section, record.splitlines()) for record in blocks(part, 2)]
    return found
