"""Texts without the accidents of their typography."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.analysis.texts.folding import fold

TROUBLE = st.sampled_from(
    " \n\r\t\v.-`'\"ab1\u00a0\u00ad\u00e9\u0301\u1100\u1161\u11a8\u200b\u2014\u2019\u201c\u2026"
    "\u2028\u2029\u3000\ufb01\ufeff"
)
TEXTS = st.text(st.one_of(TROUBLE, st.characters()), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Neither  side\twould\u00a0yield", "Neither side would yield"),
        ("Neither side\r\nwould\ryield\u2028at all", "Neither side would yield at all"),
        ("One.\n\nTwo.\r\n \r\n\r\nThree.\u2029Four.", "One.\n\nTwo.\n\nThree.\n\nFour."),
        ("\u201cYes\u201d, \u00abno\u00bb, \u201eso\u201d", '"Yes", "no", "so"'),
        ("Firefly\u2019s \u2018ducks\u2019 and Klopstock`s", "Firefly's 'ducks' and Klopstock's"),
        ("a \u2014 b\u2013c \u2212 d--e - f", "a-b-c-d-e-f"),
        ("pre- and post-war, by -5, hard-\nearned", "pre- and post-war, by -5, hard-earned"),
        ("\u00ab\u00a0Oui.\u00a0\u00bb Il dit \u00abnon\u00bb \u00bb", '"Oui." Il dit "non""'),
        ("sagte \u00bbja\u00ab und", 'sagte "ja" und'),
        ("\ufe8d\ufedf\ufeb4\ufefc\ufee1", "\u0627\u0644\u0633\u0644\u0627\u0645"),
        ("\u845b\U000e0100", "\u845b"),
        ("a\u200b\u0301", "\u00e1"),
        ("soft\u00adly, co\u00ad\noperate, co\u00ad \r\n  operate", "softly, cooperate, cooperate"),
        ("a soft\u00ad hyphen at an end", "a soft hyphen at an end"),
        ("\ufeffof\ufb01cial o\ufb00er, no\u200bwidth", "official offer, nowidth"),
        ("willing to \u2026 act; to . . . act; to...act", "willing to...act; to...act; to...act"),
        ("Estero\u0301s and Ester\u00f3s", "Ester\u00f3s and Ester\u00f3s"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("10\u00b2 is not 102, \u00bd not 1/2", "10\u00b2 is not 102, \u00bd not 1/2"),
        ("Case and stops. Stay!", "Case and stops. Stay!"),
        ("\n\n- item", "\n\n- item"),
        (" " * 100 + "x" + "." * 100, " x..."),
        ("", ""),
    ],
)  # fmt: skip
def test_folds(text: str, folded: str) -> None:
    """What is typography goes, and what is words and stops stays."""
    assert folded == fold(text).text


@pytest.mark.parametrize(
    ("text", "found", "span"),
    [
        ("a  b", "b", (3, 4)),
        ("of\ufb01ce", "office", (0, 5)),
        ("xof\ufb01ce", "i", (3, 4)),
        ("co\u00ad\nop", "coop", (0, 6)),
        ("e\u0301 is e\u0301", "is", (3, 5)),
        ("e\u0301 \u2014 e\u0301t", "\u00e9t", (5, 8)),
        ("One.\n\nTwo.", "Two", (6, 9)),
        ("it. \n He", "it.", (0, 3)),
        ("to \u2026 act", "act", (5, 8)),
    ],
)
def test_way_back(text: str, found: str, span: tuple[int, int]) -> None:
    """A span of the folded text is told in the original."""
    folded = fold(text)
    start = folded.text.index(found)
    assert span == folded.original(start, start + len(found))


@given(TEXTS)
@settings(deadline=None)
def test_encodings_of_accents(text: str) -> None:
    """However accents are encoded, the folded text is the same, and in NFC."""
    folded = fold(text).text
    for form in ("NFC", "NFD"):
        assert folded == fold(unicodedata.normalize(form, text)).text
    assert folded == unicodedata.normalize("NFC", folded)


@given(TEXTS)
@settings(deadline=None)
def test_folded_once(text: str) -> None:
    """A folded text folds to itself."""
    folded = fold(text).text
    assert folded == fold(folded).text


@given(TEXTS)
@settings(deadline=None)
def test_spans_in_order(text: str) -> None:
    """Each character comes from a span of the original, and they follow on each other."""
    folded = fold(text)
    before = (0, 0)
    for position in range(len(folded.text)):
        start, end = folded.original(position, position + 1)
        assert 0 <= start < end <= len(text)
        assert before <= (start, end)
        before = start, end


@given(TEXTS, st.data())
@settings(deadline=None)
def test_spans_hold_their_words(text: str, data: st.DataObject) -> None:
    """What a span of the original folds to holds the letters of the span it is told for."""
    folded = fold(text)
    if folded.text:
        start = data.draw(st.integers(0, len(folded.text) - 1))
        end = data.draw(st.integers(start + 1, len(folded.text)))
        first, last = folded.original(start, end)
        assert letters(folded.text[start:end]) in letters(fold(text[first:last]).text)


def letters(text: str) -> str:
    """The letters and digits of a text."""
    return "".join(character for character in text if character.isalnum())
