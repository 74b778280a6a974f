"""What stands between quotation marks."""

import pytest

from bilateral.analysis.texts.source_text import SourceText


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
        ('"It is not closed.\n\nNor is this.', "not closed", False),
        ('"It is not closed.\n\n"Nor is this.', "not closed", True),
        ('"It is not closed.\n\n"Nor is this.', "Nor is", False),
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
        ('a " b', "b", False),
        ("He spoke of 'peace talks' and of 'lasting war' today.", "and of", False),
        ("He spoke of 'peace talks' and of 'lasting war' today.", "lasting war", True),
        ("He called it 'a success' and met the workers' demands.", "a success", True),
        ("He called it 'a success' and met the workers' demands.", "and met", False),
        ("The '90s were hard, and the ducks' end came.", "were hard", False),
        ("'We keep our promises', he said, 'and theirs.'", "he said", False),
        ("'We keep our promises', he said, 'and theirs.'", "and theirs", True),
        ("\u00ab\u00a0Nous partons\u00a0\u00bb, a dit Macron.", "Nous partons", True),
        ("\u00ab\u00a0Nous partons\u00a0\u00bb, a dit Macron.", "a dit", False),
        ("\u00ab Les \u201callies\u201d restent \u00bb.", "allies", True),
        ("\u00ab Les \u201callies\u201d restent \u00bb.", "restent", True),
        ("\u201cThe \u201cwolf\u201d is here\u201d he said", "is here", True),
        ("\u201cThe \u201cwolf\u201d is here\u201d he said", "he said", False),
        ("Er sagte \u00bbja\u00ab und ging.", "ja", True),
        ("Er sagte \u00bbja\u00ab und ging.", "und", False),
        ("Han sa \u201dja\u201d och gick.", "ja", True),
        ("Han sa \u201dja\u201d och gick.", "och", False),
        ('"A 5" pipe is enough," he said.', "pipe is enough", True),
        ('"A 5" pipe is enough," he said.', "he said", False),
        ("\u2018We keep it,\u2019 he said; \u2019twas so, it\u2019s true.", "We keep it", True),
        ("\u2018We keep it,\u2019 he said; \u2019twas so, it\u2019s true.", "was so", False),
    ],
)
def test_cover(text: str, words: str, *, quoted: bool) -> None:
    """Marks are paired by what is beside them; apostrophes are none."""
    source = SourceText(text)
    start = source.folded.index(words)
    assert quoted is source.quotations.cover(start, start + len(words))


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
    source = SourceText(text)
    assert quoted is source.quotations.cover(text.index("It"), text.index(" on,"))
