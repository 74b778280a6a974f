"""Where sentences begin and end in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What often ends in a stop within a sentence, in the languages of most sources; in another case it
# may be a word that ends one.
_ABBREVIATIONS = re.compile(
    "(?:[Mm]rs?|[Mm]s|[Dd]r|[Pp]rof|[SJ]r|[Ss]t|[Mm]t|[Gg]en|Col|[Mm]aj|[Cc]apt|[Ll]t|[Ss]gt|[Aa]dm"
    "|[Cc]mdr|Brig|Hon|Rep|Sen|[Gg]ov|Pres|Amb|Rev|Nos?|Arts?|[Pp]aras?|[Vv]ols?|Ch|[Ss]ec|Fig"
    "|pp?|cf|vs?|al|eds?|[Aa]pprox|est|[Dd]ept|[Uu]niv|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul"
    "|Aug|Sept?|Oct|Nov|Dec|Mon|Tue|Wed|Thu|Fri|Sat|Sun|e[.]g|i[.]e|ca?|U[.]S|U[.]K|U[.]N|E[.]U|D[.]C"
    "|Ph[.]D|bzw|z[.]B|d[.]h|usw|Nr|Abs|M|Mm|MM|Mme|Mlle|[A-Z](?:[.][A-Z])+)"
)
_CLOSING = r"""["')\]]*(?:\[\d+\])*"""
_STOP = re.compile(
    rf"""(?<![.!?])(?P<stop>[.!?]+){_CLOSING}(?=\s|$)|(?P<dots>\.{{3}}){_CLOSING}(?=[A-Z])"""
    rf"""|[\u0964\u0965\u061f\u06d4]{_CLOSING}(?=\s|$)|[\u3002\uff01\uff1f]{_CLOSING}"""
)
_LAST_WORD = re.compile(r"[^\s\"'(\[]*$")
_FIRST = re.compile(r"""[\s"'(\[]*(\S)""")
_LONGEST_WORD = 40


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences in a paragraph of a folded text.

    A sentence ends at a full stop, question or exclamation mark and what closes behind it, unless
    the next word begins in lower case or the stop is that of an abbreviation or an initial. What
    has no stop, such as a headline, is one.

    >>> text = 'Mr. Firefly left. "Never!" said Mrs. Teasdale.'
    >>> [text[slice(*span)] for span in sentences(text, 0, len(text))]
    ['Mr. Firefly left.', '"Never!" said Mrs. Teasdale.']

    Args:
        text: The folded text.
        start: Where the paragraph begins.
        end: Where it ends.
    """
    begin = start
    for found in _STOP.finditer(text, start, end):
        stop = found.end()
        if stop >= end or not _ends(text, found, begin, end):
            continue
        yield begin, stop
        begin = stop + 1 if text[stop] == " " else stop
    if begin < end:
        yield begin, end


def _ends(text: str, found: re.Match[str], begin: int, end: int) -> bool:
    """Whether a stop ends a sentence."""
    if found["stop"] is None:
        return True
    following = _FIRST.match(text, found.end(), end)
    if following is not None and following[1].islower():
        return False
    if found[0] != ".":
        return True
    before = text[max(begin, found.start() - _LONGEST_WORD) : found.start()]
    word = _LAST_WORD.search(before)[0]  # type: ignore[index]  # it may be empty
    # "World War I." is no initial.
    is_initial = len(word) == 1 and word.isupper() and word != "I"
    return not is_initial and not _ABBREVIATIONS.fullmatch(word)
