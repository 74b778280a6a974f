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
_SPELT = {"defense": "defence"}
"""Words that are spelt in two ways, by the way that is not taken."""
_SMALL = frozenset({"of", "for", "the"})
"""What does not tell one title from another."""

AT_ANOTHER_TIME = frozenset(
    {
        "former",
        "ex",
        "then",
        "acting",
        "interim",
        "incoming",
        "outgoing",
        "designate",
        "elect",
        "newly",
        "appointed",
    }
)
"""What says, with a title, that it was held at another time, or for somebody else."""
BELOW = frozenset({"deputy", "vice", "assistant", "under"})
"""What makes, in front of a title, another one of it."""

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
    """The words of a title without case, hyphens, points and a leading "the", spelt in one way.

    >>> words_of("The Vice-President")
    ('vice', 'president')

    Args:
        text: As written.
    """
    plain = _DROPPED.sub("", text.casefold().replace("\u2019", "'"))
    words = tuple(_SPELT.get(word, word) for word in _JOINED.split(plain) if word)
    return without_article(words)


def homes(leader: Leader) -> dict[str, Party]:
    """Whom a leader acts for, by id: the country, and what the offices are of.

    Args:
        leader: Any.
    """
    parties = [leader.country, *(office.of for office in leader.offices)]
    return {party.id: party for party in parties if party is not None}


class Home:
    """The words that name whom a leader acts for.

    Args:
        names: All their names.
    """

    def __init__(self, names: Iterable[Words]) -> None:
        self._words = {word for name in names for word in name}
        # "Freedonian" is of Freedonia.
        self._stems = {word[:4] for word in self._words if len(word) > 3}

    def has(self, word: str) -> bool:
        """Whether a word of a title is but one of a name, or says of whom: "Freedonian"."""
        return word.removesuffix("'s") in self._words or (
            word[:4] in self._stems and word not in BELOW and word not in AT_ANOTHER_TIME
        )

    def parts(self, title: str) -> Iterator[frozenset[str]]:
        """What a title says in any order of words: all of it, and each of several in one.

        >>> home = Home([("freedonia",)])
        >>> [sorted(part) for part in home.parts("Freedonian Minister for War and Envoy")]
        [['envoy', 'minister', 'war'], ['minister', 'war'], ['envoy']]

        Args:
            title: As written.
        """
        parts: list[set[str]] = [set()]
        for word in words_of(title.replace(",", " and ")):
            if word == "and":
                parts.append(set())
            elif word not in _SMALL and not self.has(word):
                parts[-1].add(word)
        whole = frozenset().union(*parts)
        for part in (whole, *map(frozenset, parts)) if len(parts) > 1 else (whole,):
            if part:
                yield part


class Own:
    """A leader's own offices, by what they may be called.

    Args:
        leader: Whose.
        titles: Of all offices.
        home: Whom the leader acts for.
    """

    def __init__(self, leader: Leader, titles: Titles, home: Home) -> None:
        self._home = home
        self._exactly: dict[Words, list[Office]] = {}
        self._nearly: dict[Words | frozenset[str], list[Office]] = {}
        parties = list(homes(leader).values())
        for office in leader.offices:
            nearly = set[Words | frozenset[str]](home.parts(office.title))
            for words in set(titles.forms(office.title, parties)):
                self._exactly.setdefault(words, []).append(office)
                nearly.update(_ends(words))
            for each in nearly:
                self._nearly.setdefault(each, []).append(office)

    def exactly(self, wanted: Iterable[Words]) -> list[Office]:
        """Those of a title, which is given by all its forms."""
        return [office for words in wanted for office in self._exactly.get(words, ())]

    def nearly(self, title: str, wanted: Iterable[Words]) -> list[Office]:
        """Those that a title is short for, or says in other words.

        Args:
            title: As written.
            wanted: All its forms.
        """
        said: list[Words | frozenset[str]] = [*wanted, *self._home.parts(title)]
        return [office for each in said for office in self._nearly.get(each, ())]


def _ends(words: Words) -> Iterator[Words]:
    """A title's first words and its last: "Minister" is the Trade Minister, but not a deputy's."""
    for length in range(1, min(len(words), _LONGEST) + 1):
        yield words[:length]
        if BELOW.isdisjoint(words[-length - 1 : -length]):
            yield words[-length:]


class Titles:
    """The titles of all offices that leaders hold or held.

    Args:
        leaders: All of them.
    """

    def __init__(self, leaders: Iterable[Leader]) -> None:
        self._names: dict[str, frozenset[Words]] = {}
        self._holders: dict[tuple[str | None, Words], list[Held]] = {}
        self._known: set[Words] = set()
        self._own: dict[int, Own] = {}
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

    def own(self, leader: Leader, home: Home) -> Own:
        """A leader's own offices.

        Args:
            leader: Who.
            home: Whom they act for.
        """
        # By the object: records made in Python may have the same id.
        if id(leader) not in self._own:
            self._own[id(leader)] = Own(leader, self, home)
        return self._own[id(leader)]

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
