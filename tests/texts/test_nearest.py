"""The passage most like words that do not stand in a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.analysis.texts.folding import fold
from bilateral.analysis.texts.nearest import nearest_passage
from bilateral.analysis.texts.source_text import SourceText, tokens

TEXT = """\
Neither side would yield on the tariff, which is the highest in the region.

“We did not come here to count ducks,” Firefly told reporters on the steps.

The bridge at Marxville, blown up in 1931, would cost 4.5 million to repair; the
non-nuclear states would pay.

One two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen.
"""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        (
            "which is the lowest in the region",
            "which is the [-lowest-] {+highest+} in the region",
        ),
        ("We did come here to count ducks", "We did {+not+} come here to count ducks"),
        ("We did not not come here", "We did not [-not-] come here"),
        ("blown up in 1932, would cost", "blown up in [-1932-] {+1931+}, would cost"),
        ("the nuclear states would pay", "the [-nuclear-] {+non-nuclear+} states would pay"),
        ("Would yield on the tariff", "[-Would-] {+would+} yield on the tariff"),
        (
            "one two three four five six seven 8 nine ten eleven twelve thirteen fourteen fifteen",
            (
                "[-one-] {+One+} two three four five six seven [-8-] {+eight+} nine ten eleven"
                " twelve thirteen fourteen fifteen"
            ),
        ),
        (
            "One two three four five six seven eight nine 10 eleven",
            "... four five six seven eight nine [-10-] {+ten+} eleven",
        ),
        ("in the region. We did", 'in the region. {+\u00b6"+} We did'),
        ("told reporters on the stairs", "told reporters on the [-stairs-] {+steps+}"),
    ],
)
def test_difference(words: str, shown: str) -> None:
    """What is coded and not there, and what is there and not coded, word by word."""
    found = nearest_passage(SourceText(TEXT), fold(words).text)
    assert shown == str(found)


@pytest.mark.parametrize(
    "words",
    [
        "completely different matters altogether",
        "",
        "...",
        "yield steps pay nine",
    ],
)
def test_nothing_is_near(words: str) -> None:
    """What shares less than half of its words with any passage is near to none."""
    assert nearest_passage(SourceText(TEXT), words) is None
    assert nearest_passage(SourceText(""), words) is None


def test_place() -> None:
    """The passage is told as the text has it, with its span and paragraph."""
    text = SourceText(TEXT)
    found = nearest_passage(text, 'come here to count "ducks," Firefly told')
    assert found is not None
    assert "come here to count ducks,” Firefly told" == found.text
    assert found.text == TEXT[slice(*found.span)]
    assert 2 == found.paragraph
    assert ("come here to count", "") == (found.changes[0].coded, found.changes[1].source[:0])


def test_words_that_are_everywhere() -> None:
    """Where all words are common, the passage is looked for by the first of them."""
    text = SourceText("so it is " * 300)
    found = nearest_passage(text, "so it was so")
    assert "so it [-was-] {+is+} so" == str(found)


def test_long_quotation() -> None:
    """Of many words those around the first that departs are compared."""
    words = [f"word{number}" for number in range(500)]
    text = SourceText(" ".join(words))
    words[300] = "other"
    found = nearest_passage(text, " ".join(words))
    assert found is not None
    assert "[-other-] {+word300+}" in str(found)
    assert found.text.startswith("word270 ")
    assert found.text.endswith(" word329")
    found = nearest_passage(text, " ".join(["other", *words[1:100]]))
    assert found is not None
    assert str(found).startswith("[-other-] {+word0+} word1")


@given(st.data())
@settings(deadline=None)
def test_any_words(data: st.DataObject) -> None:
    """For any words, a passage that is told is one of the text, and its changes make up both."""
    words = st.sampled_from(
        [
            "the",
            "count",
            "of",
            "ducks",
            "on",
            "a",
            "bridge",
            "1931",
            "4.5",
            ",",
            ".",
            ";",
            "\n\n",
            "non-nuclear",
        ]
    )
    coded = fold(" ".join(data.draw(st.lists(words, max_size=12)))).text
    original = " ".join(data.draw(st.lists(words, max_size=40)))
    found = nearest_passage(SourceText(original), coded)
    if found is not None:
        assert found.text == original[slice(*found.span)]
        assert [token.text for token in tokens(coded)] == [
            token.text for change in found.changes for token in tokens(change.coded)
        ]
        assert [token.text for token in tokens(fold(found.text).text)] == [
            token.text for change in found.changes for token in tokens(change.source)
        ]
