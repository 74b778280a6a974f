"""What stands between quotation marks."""

import pytest

from bilateral.analysis.texts.folding import fold
from bilateral.analysis.texts.quotations import Quotations


@pytest.mark.parametrize(
    ("text", "words", "quoted"),
    [
        ('"Never," said Firefly.', "Never", True),
        ('"Never," said Firefly.', "said", False),
        ('He said "never" and "always".', "and", False),
        ('He said "never" and "always".', "always", True),
        ('He said "never" and "always".', 'never" and "always', False),
        ("\u201cNever\u201d and \u00abalways\u00bb", "always", True),
        ("\u201eNie\u201c sagte er", "Nie", True),
        ("\u201eNie\u201c sagte er", "sagte", False),
        ("\u300c\u6c38\u4e0d\u300d\u4ed6\u8bf4", "\u6c38\u4e0d", True),
        ('\u4ed6\u8bf4:"\u6c38\u4e0d"\u3002', "\u6c38\u4e0d", True),
        ('A 5" pipe and "a duck"', "pipe", False),
        ('A 5" pipe and "a duck"', "duck", True),
        ('"It is not closed.\n\nNor is this.', "not closed", True),
        ('"It is not closed.\n\nNor is this.', "Nor", False),
        ('"It goes on.\n\n"And on," he said.', "And on", True),
        ('"It goes on.\n\n"And on," he said.', "said", False),
        ('He said "it is and "was lost" then.', "was lost", True),
        ('He said "it is and "was lost" then.', "it is", True),
        ('("Never")', "Never", True),
        ("He called it 'the end' of all.", "the end", True),
        ("He called it 'the end' of all.", "all", False),
        ("He called it 'the end' of all.", "called", False),
        ("The ducks' end was 'near'.", "end", False),
        ("'The ducks' end is near,' he said.", "end is near", True),
        ("'Never' is what he said of 'ducks'.", "what he said", False),
        ("It's the duck's end", "duck", False),
        ("'It's the end", "end", False),
        ("'It's the end,' he said", "end", True),
        ("'It is the end\n\nor not,' he said", "end", False),
        ("Yes.\n\n'No', and 'so'", "so", True),
        ('"', '"', False),
        ('a " b', "b", True),
    ],
)
def test_cover(text: str, words: str, *, quoted: bool) -> None:
    """Marks are paired by what is beside them; apostrophes are none."""
    folded = fold(text).text
    start = folded.index(words)
    assert quoted is Quotations(folded).cover(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('"It goes on.\n\n"And on," he said.', True),
        ('"It goes on."\n\nAnd on, he said.', False),
        ('It goes on.\n\n"And on," he said.', False),
    ],
)
def test_paragraphs(text: str, *, quoted: bool) -> None:
    """Over several paragraphs, each part must stand between marks."""
    assert quoted is Quotations(text).cover(text.index("It"), text.index(" on,"))
