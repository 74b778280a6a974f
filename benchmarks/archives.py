"""Made-up archives of any size, the same ones for the same numbers.

Their files look like hand-coded ones: 60 to 120 lines, ids and short text plain, prose between
quotes, lists of ids in brackets.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

COUNTRIES = ("ALD", "BRE", "CYS", "DOR")
LEADERS = [
    f"{country.lower()}-{role}" for country in COUNTRIES for role in ("head", "envoy", "min")
]
TOPICS = [f"topic-{number}" for number in range(24)]
ACTS = ("affirm", "pledge", "condemn", "support", "welcome", "call-for", "concern", "oppose")
WORDS = (  # noqa: SIM905
    "the two sides agreed to deepen trade and open their border while talks on water and grain go"
    " on under a treaty that neither has yet signed nor will sign before the summer is over"
).split()


def archive_file() -> str:
    """The text of the archive's `bilateral.yaml`."""
    lines = ["bilateral: 1", "countries:"]
    lines += [f"  {country}: {{name: Land of {country.title()}}}" for country in COUNTRIES]
    lines.append("topics:")
    for topic in TOPICS:
        lines += [f"  {topic}:", f"    name: {topic.title()}", "    definition: What it holds."]
    lines.append("leaders:")
    for leader in LEADERS:
        country = leader.partition("-")[0].upper()
        lines += [f"  {leader}:", f"    name: {leader.title()}", f"    country: {country}"]
        lines += ["    offices:", f"      - {{role: official, title: Official, of: {country}}}"]
    return "\n".join([*lines, ""])


def article_file(number: int) -> str:
    """The text of an article file, different for every number."""
    return "\n".join([*_article(random.Random(number), number), ""])  # noqa: S311 - no secrets here


def statements_file(count: int) -> str:
    """The text of one article file that stands alone, with many statements."""
    chance = random.Random(count)  # noqa: S311 - no secrets here
    lines = [*archive_file().splitlines(), "id: many", "sources:", "  wire: {title: A wire}"]
    lines.append("statements:")
    for number in range(count):
        lines += _statement(chance, f"statement-{number}")
    return "\n".join([*lines, ""])


def write_archive(folder: Path, files: int) -> None:
    """Write an archive of so many article files, a hundred in each folder."""
    (folder / "bilateral.yaml").write_text(archive_file(), encoding="utf-8")
    for number in range(files):
        year = folder / f"{number // 100:03}"
        year.mkdir(exist_ok=True)
        path = year / f"article-{number:05}.yaml"
        path.write_text(article_file(number), encoding="utf-8")


def _prose(chance: random.Random, words: int) -> str:
    return " ".join(chance.choices(WORDS, k=words)).capitalize() + "."


def _date(chance: random.Random) -> str:
    year, month, day = chance.randint(1990, 2024), chance.randint(1, 12), chance.randint(1, 28)
    return chance.choice([f"{year}-{month:02}-{day:02}"] * 6 + [f"{year}-{month:02}", f"{year}~"])


def _article(chance: random.Random, number: int) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../bilateral-1.json"
    yield "bilateral: 1"
    yield f"title: {_prose(chance, 6)}"
    yield "coding: {coder: A. Coder, date: 2026-11-23, status: done}"
    yield "sources:"
    yield "  wire:"
    yield f'    title: "{_prose(chance, 8)}"'
    yield f"    published: {_date(chance)}"
    yield "visits:"
    yield "  visit:"
    yield f"    guests: [{chance.choice(LEADERS)}]"
    yield f"    hosts: [{chance.choice(LEADERS)}]"
    yield f"    country: {chance.choice(COUNTRIES)}"
    yield "    place: The capital"
    yield f"    date: {_date(chance)}"
    yield f"    agenda: [{', '.join(chance.sample(TOPICS, 3))}]"
    yield "    evidence:"
    yield f'      - "{_prose(chance, 7)} ... {_prose(chance, 5)}"'
    yield "statements:"
    for index in range(chance.randint(3, 6)):
        yield from _statement(chance, f"statement-{index}")
    yield "declarations:"
    yield "  declaration:"
    yield f"    title: Joint statement number {number}"
    yield f"    parties: [{', '.join(chance.sample(COUNTRIES, 2))}]"
    yield f"    date: {_date(chance)}"
    yield "    clauses:"
    for index in range(chance.randint(1, 3)):
        yield f"      clause-{index}:"
        yield f"        act: {chance.choice(ACTS)}"
        yield f"        targets: [{chance.choice(COUNTRIES)}]"
        yield f"        topics: [{chance.choice(TOPICS)}]"
        yield f"        text: {_prose(chance, 12)}"
    yield "events:"
    yield "  event:"
    yield "    kind: cooperate"
    yield f"    title: {_prose(chance, 5)}"
    yield f"    actors: [{chance.choice(COUNTRIES)}]"
    yield f"    date: {_date(chance)}"


def _statement(chance: random.Random, id: str) -> Iterator[str]:
    yield f"  {id}:"
    yield f"    speakers: [{chance.choice(LEADERS)}]"
    yield f"    to: [{chance.choice(COUNTRIES)}]"
    yield f"    date: {_date(chance)}"
    yield "    voice: mixed"
    yield f"    act: {chance.choice(ACTS)}"
    yield f"    topics: [{', '.join(chance.sample(TOPICS, 2))}]"
    yield f"    text: {_prose(chance, 14)}"
    yield f'    quoted: ["{_prose(chance, 3)}"]'
    yield "    evidence:"
    yield f'      - "{_prose(chance, 6)} ... {_prose(chance, 6)}"'
