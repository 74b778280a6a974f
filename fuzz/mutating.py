"""Mutations that keep an input near to a file: by line, by record, by word."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Sequence

from fuzz import corpus

Mutate = Callable[[bytes, int], bytes]
"""libFuzzer's own mutation: an input, and the most bytes of its successor."""

Mutator = Callable[[bytes, int, int], bytes]
"""What libFuzzer calls: an input, the most bytes of its successor, and a seed."""

_SCALAR = re.compile(r"[^\s:,\[\]{}#\"'][^\n:,\[\]{}#\"']*")
_ID = re.compile(r"[A-Za-z][A-Za-z0-9_-]{1,20}")
_DATE = re.compile(r"[0-9XY][0-9XYT./~?%-]{3,}")
_PAIR = re.compile(
    r"([a-z_]+): ((?:[^][{},#:\"' ][^][{},#:\n]*|\[[^][{}]*\]|\"[^\"\n]*\"))(?=[,}\n]|$)"
)
_PROSE = re.compile(r"((?:title|text|name|note|definition|proposition|place|group): )([^,}{\n]+)")
_NUMBER = re.compile(r"[0-9]+")


def decode(data: bytes) -> str:
    """Any bytes as text: what is not UTF-8 becomes lone surrogates."""
    return data.decode("utf-8", "surrogateescape")


def encode(text: str) -> bytes:
    """The way back; a surrogate that stands for no byte is a question mark."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


class LineMutator:
    """Mutates files of YAML.

    Attributes:
        pool: Inputs that were accepted, from which most others are made; for the rest, libFuzzer
            starts from any that was accepted or refused in a new way.
    """

    def __init__(self, own: Mutate) -> None:
        self.own = own
        self.pool: list[bytes] = []
        self.groups = corpus.groups()
        self.group_of = {word: group for group in self.groups for word in group}
        self.dates = corpus.dates()
        self.records = corpus.records()
        self.values: dict[str, list[str]] = {}
        for name, value in _PAIR.findall("\n".join(corpus.texts())):
            self.values.setdefault(name, []).append(value)
        self.changes: Sequence[Callable[[random.Random, list[str]], None]] = (
            *(self.delete, self.duplicate, self.duplicate, self.swap, self.move, self.indent),
            *(self.new_field, self.new_field, self.new_record, self.new_record, self.new_special),
            *(self.like_word, self.like_word, self.like_word, self.like_word, self.new_word),
            *(self.rename, self.rename, self.rename, self.another, self.another, self.another),
            *(self.borrow, self.borrow, self.borrow, self.prose, self.prose, self.prose),
        )

    def __call__(self, data: bytes, most: int, seed: int) -> bytes:
        """The successor of an input."""
        rng = random.Random(seed)
        if rng.random() < 0.1:
            return self.own(data, most)
        if self.pool and rng.random() < 0.75:
            data = rng.choice(self.pool)
        lines = decode(data).split("\n")
        if len(data) > 0.8 * most:
            # What is cut off at the end seldom loads.
            self.delete(rng, lines)
        for _ in range(rng.choice((1, 1, 1, 1, 2, 3))):
            rng.choice(self.changes)(rng, lines)
        return encode("\n".join(lines))[:most]

    def block(self, rng: random.Random, lines: list[str]) -> tuple[int, int]:
        """A line, or a line with all that stands deeper below it."""
        start = rng.randrange(len(lines))
        end = start + 1
        if rng.random() < 0.5:
            depth = _depth(lines[start])
            while end < len(lines) and _depth(lines[end]) > depth:
                end += 1
        return start, end

    def delete(self, rng: random.Random, lines: list[str]) -> None:
        """Take away a line, or a block."""
        start, end = self.block(rng, lines)
        lines[start:end] = []
        if not lines:
            lines.append("")

    def duplicate(self, rng: random.Random, lines: list[str]) -> None:
        """Repeat a line or block, most often under another name."""
        start, end = self.block(rng, lines)
        copied = lines[start:end]
        if rng.random() < 0.6:
            copied[0] = _ID.sub(lambda found: found[0] + rng.choice("2xé"), copied[0], count=1)
        lines[end:end] = copied

    def swap(self, rng: random.Random, lines: list[str]) -> None:
        """Have two lines change places."""
        one, other = rng.randrange(len(lines)), rng.randrange(len(lines))
        lines[one], lines[other] = lines[other], lines[one]

    def move(self, rng: random.Random, lines: list[str]) -> None:
        """Put a line or block somewhere else."""
        start, end = self.block(rng, lines)
        moved = lines[start:end]
        lines[start:end] = []
        place = rng.randrange(len(lines) + 1)
        lines[place:place] = moved

    def indent(self, rng: random.Random, lines: list[str]) -> None:
        """Shift a line or block to a side."""
        start, end = self.block(rng, lines)
        by = rng.choice((-2, -1, 1, 2, 4))
        for number in range(start, end):
            lines[number] = " " * by + lines[number] if by > 0 else lines[number][-by:]

    def another(self, rng: random.Random, lines: list[str]) -> None:
        """A record once more, under another id: most such files load."""
        starts = [n for n, line in enumerate(lines) if _depth(line) == 2 and _ID.match(line, 2)]
        if starts:
            start = end = rng.choice(starts)
            end += 1
            while end < len(lines) and _depth(lines[end]) > 2:
                end += 1
            id = f"  {self.id(rng, lines)}{rng.randrange(100)}"
            lines[end:end] = [id + lines[start][lines[start].find(":") :], *lines[start + 1 : end]]

    def borrow(self, rng: random.Random, lines: list[str]) -> None:
        """What the same field has elsewhere: many such files load."""
        number = rng.randrange(len(lines))
        if found := [*_PAIR.finditer(lines[number])]:
            old = rng.choice(found)
            new = rng.choice(self.values.get(old[1], [old[2]]))
            line = lines[number]
            lines[number] = line[: old.start(2)] + new + line[old.end(2) :]

    def prose(self, rng: random.Random, lines: list[str]) -> None:
        """Odd characters in a text, between quotation marks."""
        numbers = [number for number, line in enumerate(lines) if _PROSE.search(line)]
        if numbers:
            number = rng.choice(numbers)
            pieces = [rng.choice(corpus.YAML_PIECES) for _ in range(rng.randrange(1, 4))]
            text = " ".join(("a", *pieces, "z")) if rng.random() < 0.5 else "".join(pieces)
            quoted = json.dumps(text, ensure_ascii=rng.random() < 0.3)
            lines[number] = _PROSE.sub(lambda old: old[1] + quoted, lines[number], count=1)

    def new_field(self, rng: random.Random, lines: list[str]) -> None:
        """A field beside others, most often one that may stand there."""
        place = rng.randrange(len(lines))
        beside = lines[place].strip().partition(":")[0]
        name = rng.choice(self.group_of.get(beside) or rng.choice(self.groups))
        indent = " " * _depth(lines[place])
        lines.insert(place, f"{indent}{name}: {self.value(rng, lines)}")

    def new_record(self, rng: random.Random, lines: list[str]) -> None:
        """A record of some file in its section."""
        section, record = rng.choice(self.records)
        if f"{section}:" in lines:
            place = lines.index(f"{section}:") + 1
            lines[place:place] = record
        else:
            place = lines.index("...") if "..." in lines else len(lines)
            lines[place:place] = [f"{section}:", *record]

    def new_special(self, rng: random.Random, lines: list[str]) -> None:
        """A mark of YAML, or an odd character, anywhere."""
        number = rng.randrange(len(lines))
        line = lines[number]
        place = rng.randrange(len(line) + 1)
        lines[number] = line[:place] + rng.choice(corpus.YAML_PIECES) + line[place:]

    def new_word(self, rng: random.Random, lines: list[str]) -> None:
        """Anything in place of a key or value."""
        self.replace(rng, lines, lambda _: self.value(rng, lines))

    def like_word(self, rng: random.Random, lines: list[str]) -> None:
        """A word of the same sort in place of a key or value: many such files load."""
        self.replace(rng, lines, lambda old: self.like(rng, lines, old))

    def replace(self, rng: random.Random, lines: list[str], new: Callable[[str], str]) -> None:
        """Something new in place of a key or value."""
        number = rng.randrange(len(lines))
        found = [*_SCALAR.finditer(lines[number])]
        if found:
            old = rng.choice(found)
            line = lines[number]
            lines[number] = line[: old.start()] + new(old[0]) + line[old.end() :]

    def like(self, rng: random.Random, lines: list[str], old: str) -> str:
        """A word of the sort of an old one."""
        if old in self.group_of:
            return rng.choice(self.group_of[old])
        if _DATE.fullmatch(old):
            return rng.choice((rng.choice(self.dates), _other_numbers(rng, old)))
        if _ID.fullmatch(old):
            return self.id(rng, lines)
        return old[: rng.randrange(len(old))] + rng.choice(("x", "é", " ... ", "", "- ", "\u0301"))

    def rename(self, rng: random.Random, lines: list[str]) -> None:
        """Give one word another name, wherever it stands: most files load as before."""
        found = _ID.findall(rng.choice(lines))
        if found:
            old = rng.choice(found)
            others = (f"{old}2", old[:-1], f'"{old}"', self.id(rng, lines), self.word(rng))
            new = rng.choice(others)
            lines[:] = "\n".join(lines).replace(old, new).split("\n")

    def word(self, rng: random.Random) -> str:
        """A word of the format."""
        return rng.choice(rng.choice(self.groups))

    def id(self, rng: random.Random, lines: list[str]) -> str:
        """A word of the input itself: likely an id."""
        found = _ID.findall(rng.choice(lines))
        return rng.choice(found) if found else "mud"

    def value(self, rng: random.Random, lines: list[str]) -> str:
        """What may stand behind a colon."""
        match rng.randrange(8):
            case 0 | 1:
                return self.word(rng)
            case 2:
                return rng.choice(self.dates)
            case 3:
                return f'"{rng.choice(self.dates)}"'
            case 4:
                return f"[{self.id(rng, lines)}, {self.id(rng, lines)}]"
            case 5:
                return rng.choice(corpus.YAML_PIECES)
            case 6:
                return f"{{{self.word(rng)}: {self.id(rng, lines)}}}"
            case _:
                return self.id(rng, lines)


def _other_numbers(rng: random.Random, text: str) -> str:
    """Other digits in place of each number, or of most."""
    return _NUMBER.sub(
        lambda found: found[0] if rng.random() < 0.5 else _number(rng, len(found[0])), text
    )


def _number(rng: random.Random, digits: int) -> str:
    """A number, most often one that a month may have."""
    return f"{rng.randrange(rng.choice((13, 32, 10**digits))):0{digits}}"


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


class DateMutator:
    """Mutates dates; as for files, some of those that were accepted stand in `pool`."""

    def __init__(self, own: Mutate) -> None:
        self.own = own
        self.pool: list[bytes] = []
        self.dates = corpus.dates()

    def __call__(self, data: bytes, most: int, seed: int) -> bytes:
        """The successor of an input."""
        rng = random.Random(seed)
        if rng.random() < 0.25:
            return self.own(data, most)
        if self.pool and rng.random() < 0.3:
            data = rng.choice(self.pool)
        text = decode(data)
        place, end = sorted((rng.randrange(len(text) + 1), rng.randrange(len(text) + 1)))
        some = rng.choice(self.dates)
        match rng.randrange(8):
            case 0:
                text = text[:place] + rng.choice(corpus.DATE_PIECES) + text[place:]
            case 1:
                text = text[:place] + rng.choice(corpus.DATE_PIECES) + text[end:]
            case 2:
                text = text[:place] + text[end:]
            case 3:
                text += rng.choice(("/", ",", "..", " to ", " - ", "")) + some
            case 4:
                text = f"[{text.strip('[]')}{rng.choice((',', '..'))}{some}]"
            case _:
                text = _other_numbers(rng, text)
        return encode(text)[:most]
