"""Passages as print and other languages have them: what is cut is refused, what is set is found."""

from collections.abc import Callable

import pytest

import bilateral as bl
from tests.sources import evidence, quotes, verified

Cite = Callable[..., bl.Dossier]

CUT_OR_UNQUOTED = [
    (quotes, "and of", "He spoke of 'peace talks' and of 'lasting war' today."),
    (
        quotes,
        "and rejected the",
        "He called the plan 'a success' and rejected the workers' demands.",
    ),
    (quotes, "were hard", "The '90s were hard, and the ducks' end came."),
    (quotes, "he said", "'We keep our promises', he said, 'and theirs.'"),
    (quotes, "a dit Macron", "\xab\xa0Nous partons\xa0\xbb, a dit Macron."),
    (
        quotes,
        "nous refusons",
        "\xab Nous acceptons \xbb, a dit Macron, qui ajouta que nous refusons tout.",
    ),
    (quotes, "He left the room", '"We go, said Xi. He left the room.\n\nThen it rained.'),
    (
        evidence,
        "\u092a\u0938\u0902\u0926 \u0939\u0948",
        (
            "\u092f\u0939 \u0938\u092e\u091d\u094c\u0924\u093e "
            "\u0928\u093e\u092a\u0938\u0902\u0926 \u0939\u0948\u0964"
        ),
    ),
    (
        evidence,
        "\u0930\u0942\u0938 \u0915\u0940",
        (
            "\u0939\u0930 \u092c\u093e\u0930 \u0930\u0942\u0938 \u0915"
            "\u0940\u092e\u0924 \u091a\u0941\u0915\u093e\u090f\u0917\u093e"
        ),
    ),
    (evidence, "5 percent", "grew by .5 percent"),
    (evidence, "5 percent", "grew by \u22125 percent"),
    (evidence, "5 percent", "grew by -5 percent"),
    (evidence, "5 million", "2\xb75 million"),
    (evidence, "5 million", "12'5 million"),
    (evidence, "500 men", "3'500 men"),
    (evidence, "sent 5", "Russia sent 5\u202f000 troops"),
    (evidence, "000 men", "15 000 men"),
    (evidence, "5 of them", "1/5 of them"),
    (evidence, "about 5", "about 5:30 pm"),
    (evidence, "nuclear-weapon states agreed", "The non\u2013nuclear-weapon states agreed."),
    (evidence, "nuclear weapons", "non\uff0dnuclear weapons"),
    (evidence, "\u30a4\u30f3\u30c9", "\u30a4\u30f3\u30c9\u30cd\u30b7\u30a2\u306f"),
    (evidence, "He will go.", "He will go\u2026 if asked."),
    (quotes, "We will act.", 'He said: "We will act... if asked."'),
    (
        quotes,
        "we want peace [...] and war now",
        'Xi said "we want peace". Putin said "and war now".',
    ),
    (evidence, "1,000 ... agreed to", "1,000 men agreed to"),
    (evidence, "10 percent", "5\u201310 percent"),
    (
        quotes,
        "We shall [...] forget it, and war",
        'He said: "We shall not forget it." She said: "No, and war."',
    ),
]
THERE = [
    (evidence, "ease at last", "disease at last, ease at last"),
    (evidence, "the duck", "the ducks, and the duck left"),
    (evidence, "a a b", "a a a b"),
    (evidence, "so it ... it was", "so it it was"),
    (evidence, "so it was ... was said", "so it was was said, was said"),
    (
        quotes,
        "are friends",
        "Xi said: \u201cthe so-called \u201cwolf warriors\u201d are friends\u201d and left.",
    ),
    (
        quotes,
        "\u9019\u662f\u300e\u6838\u300f\u5e73\u8861\u554f\u984c",
        "\u4ed6\u8aaa\u300c\u9019\u662f\u300e\u6838\u300f\u5e73\u8861\u554f\u984c\u300d\u3002",
    ),
    (
        quotes,
        "\u6838",
        "\u4ed6\u8aaa\u300c\u9019\u662f\u300e\u6838\u300f\u5e73\u8861\u554f\u984c\u300d\u3002",
    ),
    (
        quotes,
        "les \u201calli\xe9s\u201d restent",
        "Il a dit : \xab les \u201calli\xe9s\u201d restent ensemble \xbb.",
    ),
    (quotes, 'A 5" pipe is enough', '"A 5" pipe is enough," he said.'),
    (quotes, "It is late", "'It is late.\n\n'So we go,' he said."),
    (quotes, "'We stay'", "He said 'We stay' then."),
    (quotes, "\u2018We stay\u2019", "He said \u201cWe stay\u201d then."),
    (evidence, '"Nous partons" a dit', "\xab Nous partons \xbb a dit"),
    (evidence, "and post-war order", "the pre- and post-war order"),
    (evidence, "He came", "He came- and left"),
    (
        evidence,
        "\u0627\u0644\u0633\u0644\u0627\u0645 \u0639\u0644\u064a\u0643\u0645",
        "\ufe8d\ufedf\ufeb4\ufefc\ufee1 \ufecb\ufee0\ufef4\ufedc\ufee2",
    ),
    (evidence, "\u845b\u57ce", "\u845b\U000e0100\u57ce"),
    (evidence, "peace and", "war\u2014peace and"),
    (evidence, "hard-earned", "hard-\nearned"),
    (evidence, "in 1931", "was in 1931, and"),
    (quotes, "The ducks' end is near", "'The ducks' end is near,' he said."),
    (quotes, "Nous partons", "\xab\xa0Nous partons\xa0\xbb, a dit Macron."),
    (quotes, "ja", "Er sagte \xbbja\xab und ging."),
    (quotes, "ja", "Er sagte \u201eja\u201c und ging."),
    (quotes, "ja", "Han sa \u201dja\u201d och gick."),
    (
        quotes,
        "We are glad, [...] and we stay",
        "\u201cWe are glad,\u201d she said. \u201cVery glad, and we stay.\u201d",
    ),
    (
        quotes,
        "We did not come, [...] We came",
        "\u201cWe did not come,\u201d he told us. \u201cWe came to stay.\u201d",
    ),
]


@pytest.mark.parametrize(("cite", "words", "text"), CUT_OR_UNQUOTED)
def test_what_is_cut_or_not_quoted(cite: Cite, words: str, text: str) -> None:
    """No word, number, sentence or quotation is found in part, and no narration is a quotation."""
    assert [bl.FindingStatus.FOUND] != verified(cite(words), text)


@pytest.mark.parametrize(("cite", "words", "text"), THERE)
def test_what_is_there(cite: Cite, words: str, text: str) -> None:
    """Words are found however marks, dashes, spaces and letters are set."""
    assert [bl.FindingStatus.FOUND] == verified(cite(words), text)
