"""The titles of offices, compared as people write them, and whose they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bilateral.records.actors import Leader, Office, Party

_LONGEST = 12
"""Words in the longest title, or name of a country, that is looked for within other words."""
_JOINED = re.compile("[-\u2010-\u2015_/\\s]+")
_DROPPED = re.compile('[.,;:()"\u201c\u201d]')


Words = tuple[str, ...]


class Held(NamedTuple):
    """An office, and who holds or held it."""

    leader: Leader
    office: Office


class Found(NamedTuple):
    """A title that stands in some words.

    Attributes:
        title: As `words_of` has it.
        before: The words in front of it.
        behind: The words after it.
    """

    title: Words
    before: Words
    behind: Words


def words_of(text: str) -> Words:
    """The words of a title without case, hyphens, points and a leading "the".

    >>> words_of("The Vice-President")
    ('vice', 'president')

    Args:
        text: As written.
    """
    plain = _DROPPED.sub("", text.casefold().replace("\u2019", "'"))
    words = tuple(word for word in _JOINED.split(plain) if word)
    return without_article(words)


def homes(leader: Leader) -> dict[str, Party]:
    """Whom a leader acts for, by id: the country, and what the offices are of.

    Args:
        leader: Any.
    """
    parties = [leader.country, *(office.of for office in leader.offices)]
    return {party.id: party for party in parties if party is not None}


class Titles:
    """The titles of all offices that leaders hold or held.

    Args:
        leaders: All of them.
    """

    def __init__(self, leaders: Iterable[Leader]) -> None:
        self._names: dict[str, frozenset[Words]] = {}
        self._holders: dict[tuple[str | None, Words], list[Held]] = {}
        self._known: set[Words] = set()
        for leader in leaders:
            for office in leader.offices:
                party = office.of or leader.country
                for words in self.forms(office.title, [party] if party else []):
                    self._known.add(words)
                    key = (party.id if party else None, words)
                    self._holders.setdefault(key, []).append(Held(leader, office))

    def holders(self, of: str, title: Words) -> Sequence[Held]:
        """All who hold or held an office of this title, of the country or organization."""
        return self._holders.get((of, title), ())

    def names(self, party: Party) -> frozenset[Words]:
        """The words of a country's or organization's name and aliases."""
        if party.id not in self._names:
            self._names[party.id] = frozenset(map(words_of, (party.name, *party.aliases)))
        return self._names[party.id]

    def forms(self, title: str, parties: Iterable[Party]) -> Iterator[Words]:
        """The words of a title, as they are and without the name of whose office it is.

        Args:
            title: As written: "President of Freedonia", "Freedonia's President".
            parties: Whose it may be.
        """
        words = words_of(title)
        yield words
        names = [self.names(party) for party in parties]
        for length in range(1, min(len(words), _LONGEST + 1)):
            front = (*words[: length - 1], words[length - 1].removesuffix("'s"))
            if any(front in each for each in names):
                yield words[length:]
            behind = words[length:]
            if behind[0] == "of" and any(without_article(behind[1:]) in each for each in names):
                yield words[:length]

    def longest_in(self, text: str) -> Found | None:
        """The longest known title that stands in a text as whole words; None where none does."""
        words = words_of(text)
        for length in range(min(_LONGEST, len(words)), 0, -1):
            for start in range(len(words) - length + 1):
                end = start + length
                if words[start:end] in self._known:
                    return Found(words[start:end], words[:start], words[end:])
        return None


def without_article(words: Words) -> Words:
    """The same without a leading "the".

    Args:
        words: Of a title or name.
    """
    return words[1:] if words[:1] == ("the",) and len(words) > 1 else words
