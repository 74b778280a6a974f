"""Made-up archives of any size: the same bytes for the same numbers, on every machine.

Article files are made like hand-coded ones, after the two files in `examples/`: 60 to 120 lines,
ids and paraphrases plain, the source's words between double quotes, lists of ids in brackets.
`profiles.py` measures how near they are to the example article, per line of a file:

| | example | made up |
|---|---|---|
| characters; scalars | 32.8; 1.94 | 31.6; 1.80 |
| lists; share of them in brackets | 0.34; 91 % | 0.26; 91 % |
| mappings; share of them in braces | 0.20; 37 % | 0.25; 31 % |
| share of scalars that are quoted | 7 % | 6 % |
| statements, clauses in 100 lines | 2.8, 1.5 | 2.4, 1.4 |
| visits, meetings in 100 lines | 0.6, 0.9 | 0.4, 0.8 |
| declarations, events in 100 lines | 0.4, 2.2 | 0.4, 2.0 |
| readings in 100 lines | 1.1 | 1.0 |

Records are a little rarer because these files are a sixth as long, and each has a head of its own.
The archive's own file has 32.3 characters and 2.03 scalars in a line; the example's has 34.8 and
1.94. A file of statements has 33.3 and 1.96.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

COUNTRIES = {
    name[:3].upper(): name
    for name in (
        *("Aldovia", "Bregnia", "Cystaria", "Dorvland", "Estrana", "Fentora", "Gravonia"),
        *("Hestland", "Istvania", "Jorania", "Kelmark", "Lorvenia", "Mistria", "Nordavia"),
        *("Ostmark", "Pelloria", "Quenland", "Rusmania", "Sylvora", "Tormania", "Ulvania"),
        *("Vestria", "Wolmark", "Zentoria"),
    )
}
ORGANIZATIONS = ("league", "pact", "bank", "council", "assembly", "suppliers", "press", "fund")
LEADERS = tuple(
    start + end
    for start in ("mar", "tol", "vas", "ker", "lin", "bor", "dal", "fen", "gor", "hal")
    for end in ("ska", "ov", "sen", "ard")
)
TOPICS = tuple(
    f"{field}-{matter}"
    for field in ("border", "energy", "trade", "water", "security", "farm", "finance", "culture")
    for matter in ("ties", "supplies", "disputes", "cooperation", "law", "talks", "rules", "aid")
)
WITH_PROPOSITION = frozenset(TOPICS[::3])
ACTS = (
    *("affirm", "affirm", "pledge", "pledge", "pledge", "praise", "concern", "condemn"),
    *("call-for", "announce", "note", "oppose", "offer", "thank", "welcome", "support"),
)
EVENTS = (
    *("state-of-affairs", "state-of-affairs", "state-of-affairs", "policy", "sanction"),
    *("cooperate", "appointment", "agreement", "election", "war", "aid", "protest"),
)
ROLES = ("head-of-state", "head-of-government", "foreign-minister", "defence-minister", "adviser")
WORDS = (  # noqa: SIM905
    "the two sides agreed to deepen trade and open their border while talks on water and grain go"
    " on under a treaty that neither has yet signed nor will sign before the summer is over its"
    " leaders say they would not let pressure from outside loosen old ties both countries want"
    " further work between armed forces ministers companies and regions of the neighbour's north"
    " new limits for missiles were called a danger to peace though most observers doubt whether"
    " promised deliveries of gas oil machines or medicine can begin within this decade at all"
).split()


class Chance:
    """Choices that a number decides.

    Python promises the same numbers on every machine and in every version for `random()` alone,
    so all choices are made from it.
    """

    def __init__(self, number: int) -> None:
        self._random = random.Random(number).random  # noqa: S311 - no secrets here

    def between(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return low + int(self._random() * (high - low + 1))

    def happens(self, share: float) -> bool:
        """Whether what happens in this share of cases happens."""
        return self._random() < share

    def among(self, items: Sequence[T]) -> T:
        """One of them."""
        return items[int(self._random() * len(items))]

    def some(self, items: Sequence[T], count: int) -> list[T]:
        """So many different ones, or all."""
        found: dict[T, None] = {}
        while len(found) < min(count, len(set(items))):
            found[self.among(items)] = None
        return list(found)


class Story:
    """What an article file has told so far, so that ids stay apart and references have an end."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.visits: list[str] = []
        self.dated: list[str] = []
        self.told: list[str] = []
        self._taken: Counter[str] = Counter()

    def fresh(self, id: str) -> str:
        """An id that the file does not have yet, in the letters that ids have."""
        id = id.replace("'", "")
        self._taken[id] += 1
        return id if self._taken[id] == 1 else f"{id}-{self._taken[id]}"

    def tell(self, id: str, *, dated: bool = True) -> None:
        """Let later records refer to this one."""
        self.told.append(id)
        if dated:
            self.dated.append(id)


def archive_file() -> str:
    """The text of the archive's `bilateral.yaml`: 24 countries, 40 leaders and 64 topics."""
    return "\n".join([*_archive(Chance(0)), ""])


def article_file(number: int) -> str:
    """The text of an article file of 60 to 120 lines, different for every number."""
    return "\n".join([*_article(Story(Chance(number)), number), ""])


def statements_file(count: int) -> str:
    """The text of one article file that stands alone, with so many statements."""
    story = Story(Chance(count))
    lines = [*_archive(Chance(0))]
    lines[2:2] = [f"id: statements-{count}", *_title_and_coding(story.chance), ""]
    lines += ["", *_source(story.chance), "", *_defaults(story.chance), "", "statements:"]
    for _ in range(count):
        lines += _statement(story)
    return "\n".join([*lines, ""])


def write_archive(folder: Path, files: int) -> list[Path]:
    """Write an archive of so many article files, a hundred in each folder; all its paths."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / "bilateral.yaml"]
    paths[0].write_text(archive_file(), encoding="utf-8", newline="\n")
    for number in range(files):
        path = folder / f"{number // 100:03}" / f"article-{number:05}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(article_file(number), encoding="utf-8", newline="\n")
        paths.append(path)
    return paths


def _archive(chance: Chance) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../docs/schema/bilateral-1.json"
    yield "bilateral: 1"
    yield ""
    yield "countries:"
    for code, name in COUNTRIES.items():
        aliases = f", aliases: [{code[:2]}, Republic of {name}]" if chance.happens(0.4) else ""
        yield f"  {code}: {{name: {name}{aliases}}}"
    yield ""
    yield "organizations:"
    for organization in ORGANIZATIONS:
        yield f"  {organization}:"
        yield f"    name: the {chance.among(WORDS)} {organization}"
        yield f"    kind: {chance.among(('bloc', 'group', 'company', 'government-body'))}"
        if chance.happens(0.5):
            yield f"    country: {chance.among(list(COUNTRIES))}"
    yield ""
    yield "topics:"
    for topic in TOPICS:
        yield from _topic(chance, topic)
    yield ""
    yield "leaders:"
    for leader in LEADERS:
        yield from _leader(chance, leader)


def _topic(chance: Chance, topic: str) -> Iterator[str]:
    yield f"  {topic}:"
    yield f"    name: {topic.replace('-', ' ').capitalize()}"
    yield f"    definition: {_prose(chance, 10, 15)}"
    field = topic.partition("-")[0]
    if topic != f"{field}-ties":
        yield f"    broader: {field}-ties"
    if topic in WITH_PROPOSITION:
        yield f"    proposition: {_prose(chance, 9, 13)}"


def _leader(chance: Chance, leader: str) -> Iterator[str]:
    country = chance.among(list(COUNTRIES))
    role = chance.among(ROLES)
    title = role.replace("-", " ").title()
    yield f"  {leader}:"
    yield f"    name: {chance.among(('Ada', 'Bo', 'Cyril', 'Dora', 'Emil'))} {leader.title()}"
    yield f"    country: {country}"
    yield "    offices:"
    if chance.happens(0.7):
        yield f"      - {{role: {role}, title: {title}, of: {country}, as_of: {_day(chance)}}}"
        return
    yield f"      - role: {role}"
    yield f"        title: {title}"
    yield f"        of: {country}"
    yield f"        start: {chance.between(2010, 2023)}-05"
    yield '        end: "[2030..]"'
    yield "        inferred: {start: world-knowledge}"


def _article(story: Story, number: int) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../../docs/schema/bilateral-1.json"
    yield "bilateral: 1"
    yield f"id: article-{number:05}"
    yield from _title_and_coding(story.chance)
    yield ""
    yield from _source(story.chance)
    yield ""
    yield from _defaults(story.chance)
    # What stands above and between the sections takes 16 to 33 lines.
    for section, records in _records(story, story.chance.between(44, 85), 87).items():
        yield ""
        yield f"{section}:"
        yield from records


def _records(story: Story, wanted: int, most: int) -> dict[str, list[str]]:
    """The lines of each section, about so many in all, and never more than the most."""
    sections: dict[str, list[str]] = {section: [] for section in MAKERS}
    many = 0
    while many < wanted:
        section = story.chance.among(MIX)
        lines = list(MAKERS[section](story))
        many += len(lines)
        # Later records could refer to one that was left out, so it ends the file.
        if many > most:
            break
        sections[section] += lines
    return {section: lines for section, lines in sections.items() if lines}


def _title_and_coding(chance: Chance) -> Iterator[str]:
    yield f"title: {_prose(chance, 6, 10)}"
    yield f"coding: {{date: {_day(chance)}, status: {chance.among(('done', 'done', 'draft'))}}}"


def _source(chance: Chance) -> Iterator[str]:
    yield "sources:"
    yield "  wire:"
    yield f"    title: {_prose(chance, 7, 11)}"
    yield "    kind: news"
    yield f"    published: {_day(chance)}"
    if chance.happens(0.3):
        yield "    inferred: {published: derived}"
    if chance.happens(0.7):
        yield "    language: en"
    if chance.happens(0.5):
        yield "    mentions:"
        for leader in chance.some(LEADERS, chance.between(1, 3)):
            yield f"      {_phrase(chance, 2, 3)}: {leader}"
    if chance.happens(0.5):
        digits = "".join(f"{chance.between(0, 0xFFFF):04x}" for _ in range(16))
        yield f"    sha256: {digits}"


def _defaults(chance: Chance) -> Iterator[str]:
    yield "defaults:"
    yield f"  statements: {{date: {_day(chance)}}}"


def _visit(story: Story) -> Iterator[str]:
    chance = story.chance
    guest, country = chance.among(LEADERS), chance.among(list(COUNTRIES))
    id = story.fresh(f"{guest}-in-{country.lower()}")
    yield f"  {id}:"
    yield f"    guests: [{guest}]"
    if chance.happens(0.5):
        yield f"    hosts: [{chance.among(LEADERS)}]"
    yield f"    country: {country}"
    if chance.happens(0.7):
        yield f"    place: {chance.among(('the capital', 'the border', 'the lakes'))}"
    yield f"    date: {_date(chance)}"
    if chance.happens(0.3):
        yield f"    status: {chance.among(('planned', 'ongoing'))}"
    if chance.happens(0.4):
        yield f"    agenda: {_listed(chance, TOPICS, 2, 4)}"
    if chance.happens(0.3):
        yield from _purpose(chance)
    if chance.happens(0.4):
        yield from _delegation(chance, chance.between(1, 4))
    if chance.happens(0.5):
        yield from _note(chance)
    yield from _evidence(chance, 1, 4)
    story.visits.append(id)
    story.tell(id)


def _purpose(chance: Chance) -> Iterator[str]:
    yield "    purpose:"
    yield f"      - act: {chance.among(ACTS)}"
    yield f"        targets: {_listed(chance, list(COUNTRIES), 1, 1)}"
    yield f"        topics: {_listed(chance, TOPICS, 1, 1)}"
    yield f"        text: {_prose(chance, 7, 11)}"
    yield f"        evidence: [{_words(chance)}]"


def _delegation(chance: Chance, size: int) -> Iterator[str]:
    yield "    delegation:"
    for leader in chance.some(LEADERS, size - 1):
        yield f"      - {{leader: {leader}, office: Foreign Minister, status: planned}}"
    yield f"      - {{group: {_phrase(chance, 2, 4)}, status: planned}}"


def _meeting(story: Story) -> Iterator[str]:
    chance = story.chance
    participants = chance.some(LEADERS, 2)
    kind = chance.among(("talks", "talks", "ceremony", "briefing", "informal", "call"))
    id = story.fresh(f"{kind}-{participants[0]}")
    yield f"  {id}:"
    yield f"    kind: {kind}"
    yield f"    participants: [{', '.join(participants)}]"
    if story.visits:
        yield f"    visit: {chance.among(story.visits)}"
    if chance.happens(0.4):
        yield "    place: the capital"
    if chance.happens(0.2):
        yield f"    topics: {_listed(chance, TOPICS, 1, 2)}"
    yield f"    date: {_date(chance)}"
    if chance.happens(0.5):
        yield f"    status: {chance.among(('planned', 'ongoing'))}"
    if chance.happens(0.2):
        yield from _relative(story)
    if chance.happens(0.8):
        yield "    inferred: {date: derived}"
    if chance.happens(0.4):
        yield from _note(chance)
    yield from _evidence(chance, 1, 1)
    story.tell(id)


def _statement(story: Story) -> Iterator[str]:
    chance = story.chance
    speakers = chance.some(LEADERS, chance.among((1, 1, 1, 1, 1, 2)))
    act = chance.among(ACTS)
    voice = chance.among(("reported", "reported", "reported", "direct", "mixed"))
    inferred = "{date: derived}"
    id = story.fresh(f"{speakers[0]}-{act}-{chance.among(WORDS)}")
    yield f"  {id}:"
    yield f"    speakers: [{', '.join(speakers)}]"
    if chance.happens(0.2):
        yield f"    to: {_listed(chance, LEADERS, 1, 1)}"
    if story.visits and chance.happens(0.7):
        yield f"    visit: {chance.among(story.visits)}"
    else:
        yield f"    date: {_date(chance)}"
    if chance.happens(0.07):
        yield from _relative(story)
    yield f"    voice: {voice}"
    yield f"    act: {act}"
    if act == "pledge" and chance.happens(0.4):
        inferred = "{date: derived, due: derived}"
        yield f"    due: {_day(chance)}"
        yield "    outcome: pending"
    yield from _matter(story, voice)
    if chance.happens(0.9):
        yield f"    inferred: {inferred}"
    yield from _evidence(chance, 0, 2)
    story.tell(id)


def _matter(story: Story, voice: str) -> Iterator[str]:
    """What a statement says, about what and whom."""
    chance = story.chance
    topic = chance.among(TOPICS)
    if topic in WITH_PROPOSITION:
        yield f"    position: {chance.among(('for', 'for', 'against'))}"
    if chance.happens(0.2):
        yield f"    claims_for: {_listed(chance, list(COUNTRIES), 2, 2)}"
    if chance.happens(0.33):
        yield f"    targets: {_listed(chance, list(COUNTRIES), 1, 2)}"
    if chance.happens(0.4):
        yield f"    concerning: {_listed(chance, [*COUNTRIES, *LEADERS], 1, 2)}"
    if topic in WITH_PROPOSITION:
        yield f"    topics: [{topic}]"
    else:
        yield f"    topics: {_listed(chance, TOPICS, 1, 3)}"
    if chance.happens(0.13):
        yield "    topics_open: true"
    if story.told and chance.happens(0.4):
        yield f"    about: [{chance.among(story.told)}]"
    if voice == "direct":
        yield "    text: >-"
        yield f"      {_prose(chance, 14, 16)}"
        yield f"      {_prose(chance, 4, 12)}"
    else:
        yield f"    text: {_prose(chance, 11, 15)}"
    if voice == "mixed":
        yield f'    quoted: ["{_phrase(chance, 2, 4)}"]'
    if chance.happens(0.13):
        yield "    distanced: true"
    if chance.happens(0.13):
        yield from _note(chance)


def _declaration(story: Story) -> Iterator[str]:
    chance = story.chance
    id = story.fresh(f"joint-{chance.between(1990, 2024)}")
    yield f"  {id}:"
    yield f"    title: {_prose(chance, 5, 8)}"
    yield f"    parties: {_listed(chance, list(COUNTRIES), 2, 2)}"
    yield f"    date: {_date(chance)}"
    if story.visits:
        yield f"    visit: {chance.among(story.visits)}"
    yield "    inferred: {date: derived}"
    yield from _evidence(chance, 1, 1)
    yield "    clauses:"
    clauses = chance.some(TOPICS, chance.between(2, 6))
    for topic in clauses:
        yield from _clause(chance, topic)
    story.tell(id)
    for topic in clauses:
        story.tell(f"{id}/{topic}", dated=False)


def _clause(chance: Chance, topic: str) -> Iterator[str]:
    yield f"      {topic}:"
    yield f"        act: {chance.among(ACTS)}"
    if topic in WITH_PROPOSITION:
        yield "        position: for"
    if chance.happens(0.4):
        yield f"        targets: {_listed(chance, list(COUNTRIES), 1, 1)}"
    if chance.happens(0.2):
        yield f"        concerning: {_listed(chance, list(COUNTRIES), 1, 2)}"
    yield f"        topics: [{topic}]"
    yield f"        text: {_prose(chance, 11, 15)}"
    if chance.happens(0.15):
        yield f'        quoted: ["{_phrase(chance, 2, 3)}"]'
    yield f"        evidence: [{_words(chance)}]"


def _event(story: Story) -> Iterator[str]:
    chance = story.chance
    kind = chance.among(EVENTS)
    id = story.fresh(f"{kind}-{chance.among(WORDS)}")
    dated = chance.happens(0.5)
    yield f"  {id}:"
    yield f"    kind: {kind}"
    yield f"    title: {_prose(chance, 8, 13)}"
    yield f"    actors: {_listed(chance, [*COUNTRIES, *ORGANIZATIONS], 1, 2)}"
    if chance.happens(0.4):
        yield f"    targets: {_listed(chance, [*COUNTRIES, *ORGANIZATIONS], 1, 1)}"
    if dated:
        yield f"    date: {_date(chance)}"
    if not dated or chance.happens(0.5):
        yield f"    status: {chance.among(('ongoing', 'ongoing', 'planned'))}"
    if chance.happens(0.4):
        yield from _relative(story)
    if chance.happens(0.5):
        yield "    presupposed: true"
    if chance.happens(0.1):
        yield f"    quantity: {_phrase(chance, 3, 5)}"
    if story.told and chance.happens(0.1):
        yield f"    caused_by: [{chance.among(story.told)}]"
    if chance.happens(0.2):
        yield from _note(chance)
    if dated:
        yield "    inferred: {date: derived}"
    yield from _evidence(chance, 1, 1)
    story.tell(id, dated=dated)


def _reading(story: Story) -> Iterator[str]:
    chance = story.chance
    if not story.told:
        return
    yield f"  {story.fresh(f'reading-of-{chance.among(WORDS)}')}:"
    yield f"    about: {_listed(chance, story.told, 1, 2)}"
    yield f"    text: {_prose(chance, 10, 15)}"
    if chance.happens(0.33):
        yield f"    implied_targets: {_listed(chance, list(COUNTRIES), 1, 1)}"
    if chance.happens(0.2):
        yield "    hedged: true"
    if chance.happens(0.33):
        yield "    by: unnamed"
    yield from _evidence(chance, 1, 1)


MAKERS: dict[str, Callable[[Story], Iterator[str]]] = {
    "visits": _visit,
    "meetings": _meeting,
    "statements": _statement,
    "declarations": _declaration,
    "events": _event,
    "readings": _reading,
}
MIX = [
    section
    for section, count in {
        "visits": 3,
        "meetings": 6,
        "statements": 18,
        "declarations": 3,
        "events": 15,
        "readings": 10,
    }.items()
    for _ in range(count)
]
"""The sections, about as often as the example article has records in them."""


def _relative(story: Story) -> Iterator[str]:
    if story.dated:
        side = story.chance.among(("before", "after"))
        gap = story.chance.among(("", ", by: 1 day", ", by: weeks", ", by: 6 years"))
        yield "    relative:"
        yield f"      - {{{side}: {story.chance.among(story.dated)}{gap}}}"


def _note(chance: Chance) -> Iterator[str]:
    if chance.happens(0.8):
        yield f"    note: {_prose(chance, 10, 15)}"
    else:
        yield "    note: >-"
        yield f"      {_prose(chance, 13, 15)}"
        yield f"      {_prose(chance, 4, 8)}"


def _evidence(chance: Chance, low: int, high: int) -> Iterator[str]:
    many = chance.between(low, high)
    if many == 1:
        yield f"    evidence: [{_words(chance)}]"
    elif many > 1:
        yield "    evidence:"
        for _ in range(many):
            yield f"      - {_words(chance)}"


def _words(chance: Chance) -> str:
    """Words of a source, often with some left out."""
    gap = f" ... {_phrase(chance, 3, 5)}" if chance.happens(0.6) else ""
    return f'"{_phrase(chance, 4, 7)}{gap}"'


def _listed(chance: Chance, items: Sequence[str], low: int, high: int) -> str:
    return f"[{', '.join(chance.some(items, chance.between(low, high)))}]"


def _phrase(chance: Chance, low: int, high: int) -> str:
    return " ".join(chance.among(WORDS) for _ in range(chance.between(low, high)))


def _prose(chance: Chance, low: int, high: int) -> str:
    return f"{_phrase(chance, low, high).capitalize()}."


def _day(chance: Chance) -> str:
    return f"{chance.between(1990, 2024)}-{chance.between(1, 12):02}-{chance.between(1, 28):02}"


def _date(chance: Chance) -> str:
    day = _day(chance)
    return chance.among((day, day, day, day[:7], f"{day[:7]}~", f'"[..{day}]"'))
