"""Thousands of quotes: altered ones are never found, and innocent variants always are."""

import random
import re
import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from tests.sources import CRISIS, evidence, quotes, verified

TEXT = CRISIS.read_text("utf-8")
PARAGRAPHS = TEXT.split("\n\n")
SPLIT = [paragraph.split() for paragraph in PARAGRAPHS]
PASSAGES = [
    " ".join(words[start : start + length]).strip('“”"(,.;')
    for words in SPLIT
    for length in (5, 9, 16, 25)
    for start in range(len(words) - length)
]
"""Stretches of whole words."""
QUOTED = [
    words
    for paragraph in PARAGRAPHS
    for words in re.split('[“”"]', paragraph)[1::2]
    if len(words.split()) > 4
]
"""What stands between quotation marks."""
VOCABULARY = sorted(set(re.findall(r"[^\W\d_]{3,}", TEXT)))
THOUSANDS = 5_000

Chance = random.Random
Alteration = Callable[[list[str], Chance], list[str] | None]


def inner(words: list[str], chance: Chance) -> int:
    """The index of a word that is neither the first nor the last, and no dash."""
    return chance.choice([at for at in range(1, len(words) - 1) if words[at] != "—"])


def swapped(words: list[str], chance: Chance) -> list[str]:
    """A word becomes another."""
    at = inner(words, chance)
    return [*words[:at], chance.choice(VOCABULARY), *words[at + 1 :]]


def dropped(words: list[str], chance: Chance) -> list[str]:
    """A word is gone."""
    at = inner(words, chance)
    return [*words[:at], *words[at + 1 :]]


def doubled(words: list[str], chance: Chance) -> list[str]:
    """A word stands twice."""
    at = inner(words, chance)
    return [*words[: at + 1], *words[at:]]


def negated(words: list[str], chance: Chance) -> list[str]:
    """A negation comes in, or goes."""
    if {"not", "nobody", "never", "neither"} & set(words[1:-1]) and chance.random() < 0.5:
        return [words[0], *(w for w in words[1:-1] if w not in {"not", "never"}), words[-1]]
    at = inner(words, chance)
    return [*words[:at], chance.choice(["not", "never", "hardly"]), *words[at:]]


def renumbered(words: list[str], chance: Chance) -> list[str] | None:
    """A number changes."""
    numbers = [at for at in range(1, len(words) - 1) if re.search(r"\d", words[at])]
    if not numbers:
        return None
    at = chance.choice(numbers)
    changed = re.sub(r"\d", lambda digit: str((int(digit[0]) + 1) % 10), words[at], count=1)
    return [*words[:at], changed, *words[at + 1 :]]


def joined(words: list[str], chance: Chance) -> list[str]:
    """The beginning of one passage goes on with the end of another."""
    other = chance.choice(PASSAGES).split()
    return [*words[: inner(words, chance)], *other[inner(other, chance) :]]


def moved(words: list[str], chance: Chance) -> list[str]:
    """A word stands elsewhere."""
    at = inner(words, chance)
    rest = [*words[:at], *words[at + 1 :]]
    to = inner(rest, chance)
    return [*rest[:to], words[at], *rest[to:]]


ALTERATIONS: tuple[Alteration, ...] = (
    swapped, dropped, doubled, negated, renumbered, joined, moved,
)  # fmt: skip


def altered(passages: list[str], count: int) -> list[str]:
    """Passages that the text does not have."""
    chance = random.Random(count)
    plain = " ".join(TEXT.split())
    found: list[str] = []
    while len(found) < count:
        alter = ALTERATIONS[len(found) % len(ALTERATIONS)]
        words = alter(chance.choice(passages).split(), chance)
        words = words or swapped(chance.choice(passages).split(), chance)
        # By chance it may be what stands there: two words the same, or two passages that meet.
        if " ".join(words) not in plain:
            found.append(" ".join(words))
    return found


@pytest.mark.parametrize(("passages", "cite"), [(PASSAGES, evidence), (QUOTED, quotes)])
def test_what_is_altered_is_never_found(
    passages: list[str], cite: Callable[..., bl.Dossier]
) -> None:
    """A word swapped, dropped, doubled, negated or moved, a number changed, passages joined."""
    found = verified(cite(*altered(passages, THOUSANDS)), TEXT)
    assert {bl.FindingStatus.MISSING: THOUSANDS} == {
        status: found.count(status) for status in set(found)
    }


def broken(text: str, chance: Chance) -> str:
    """Spaces become line breaks, several spaces, or others."""
    spaces = ["\n", "\r\n", "\n    ", "  ", "\u00a0", "\u2009", "\u202f", "\t", " \n "]
    return re.sub(
        r"(?<=\S) (?=\S)", lambda _: chance.choice(spaces) if chance.random() < 0.3 else " ", text
    )


def remarked(text: str, chance: Chance) -> str:
    """Quotation marks and apostrophes of other kinds."""
    double, single = (
        chance.choice(['""', "“”", "„“", "«»", "””"]),
        chance.choice("'\u2019\u2018\u2032"),
    )
    text = re.sub("[“„]", double[0], text)
    text = re.sub("”", double[1], text)
    text = text.replace('"', chance.choice(['"', "”"]) if double == '""' else '"')
    return re.sub("['\u2019]", single, text)


def dashed(text: str, chance: Chance) -> str:
    """Dashes and hyphens of other kinds."""
    text = re.sub(" — ", chance.choice([" \u2013 ", " -- ", "—", " - ", "---"]), text)
    return text.replace("-", chance.choice("-\u2010\u2011"))


def accented(text: str, chance: Chance) -> str:
    """Accents encoded the other way."""
    return unicodedata.normalize(chance.choice(["NFD", "NFC"]), text)


def typeset(text: str, chance: Chance) -> str:
    """Ligatures, soft hyphens, and what has no width."""
    text = text.replace("fi", chance.choice(["fi", "ﬁ"])).replace("ff", chance.choice(["ff", "ﬀ"]))
    marks = ["\u00ad", "\u200b", "\u00ad\n", "\ufeff"]
    return re.sub(
        r"(?<=[^\W\d_]{2})(?=[^\W\d_]{2})",
        lambda _: chance.choice(marks) if chance.random() < 0.05 else "",
        text,
    )


VARIANTS = (broken, remarked, dashed, accented, typeset)


def varied(text: str, chance: Chance) -> str:
    """The same words, typed otherwise in some ways."""
    for vary in chance.sample(VARIANTS, chance.randint(1, len(VARIANTS))):
        text = vary(text, chance)
    return text


@pytest.mark.parametrize(("passages", "cite"), [(PASSAGES, evidence), (QUOTED, quotes)])
def test_what_is_typed_otherwise_is_always_found(
    passages: list[str], cite: Callable[..., bl.Dossier]
) -> None:
    """Line breaks, kinds of quotation marks and dashes, spaces, ligatures, accents."""
    chance = random.Random(THOUSANDS)
    variants = [varied(chance.choice(passages), chance) for _ in range(THOUSANDS)]
    found = bl.verify(cite(*variants), {"gazette": TEXT})
    assert THOUSANDS == len(found)
    assert [] == [finding for finding in found if finding.status is not bl.FindingStatus.FOUND]


@given(st.data())
@settings(deadline=None, max_examples=30)
def test_texts_typed_otherwise(data: st.DataObject) -> None:
    """A text that is typed otherwise, too, has the same words, at the places that are told."""
    chance = random.Random(data.draw(st.integers(0, 2**32)))
    text = "\n\n".join(varied(paragraph, chance) for paragraph in PARAGRAPHS)
    words = [chance.choice(PASSAGES), varied(chance.choice(PASSAGES), chance)]
    for finding in bl.verify(evidence(*words), {"gazette": text}):
        assert finding.status is bl.FindingStatus.FOUND
        assert finding.span is not None
        passage = text[slice(*finding.span)]
        assert [bl.FindingStatus.FOUND] == verified(evidence(passage), text)
        assert [bl.FindingStatus.FOUND] == verified(evidence(passage), finding.text)
