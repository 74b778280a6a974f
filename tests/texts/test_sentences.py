"""Where sentences end."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.analysis.texts.folding import fold
from bilateral.analysis.texts.sentences import sentences


def divided(text: str) -> list[str]:
    """The sentences of one paragraph."""
    folded = fold(text).text
    return [folded[start:end] for start, end in sentences(folded, 0, len(folded))]


@pytest.mark.parametrize(
    "text",
    [
        "Neither yielded.|Both left.",
        "A headline without a stop",
        "Did they?|They did!|So what.",
        '"Never!" he said.|"Never," said Mrs. Teasdale.|He left.',
        'He said "never."|Then he left.',
        "He left (on foot.)|She stayed.",
        "The U.S. envoy met Gen. Marcal and Rufus T. Firefly at 5.30 p.m. sharp.|All left.",
        "It cost 4.5 million.|It was paid.",
        "No. 5 was built in Jan. 1931.|It fell.",
        "Well...he left.|So did she.",
        "He came from St. Klopstock etc. and left.|She did not.",
        "\u4ed6\u8d70\u4e86\u3002|\u5979\u6ca1\u6709\u3002",
        "It ended in 1931.|12 men left.",
        "They left?!|But why?",
    ],
)
def test_division(text: str) -> None:
    """At stops, but for those of abbreviations, initials and numbers."""
    assert text.split("|") == divided(text.replace("|", " " if text.isascii() else ""))


@given(st.text(st.sampled_from("aA1.!? \"')\u3002"), max_size=60))
def test_nothing_is_lost(text: str) -> None:
    """All characters but the spaces between are in just one sentence, in order."""
    folded = fold(text).text
    spans = list(sentences(folded, 0, len(folded)))
    assert folded.replace(" ", "") == "".join(folded[a:b] for a, b in spans).replace(" ", "")
    assert all(start < end for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
