"""Where sentences begin and end in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator

# What often ends in a stop within a sentence, in the languages of most sources.
_ABBREVIATIONS = re.compile(
    "mr|mrs|ms|dr|prof|sr|jr|st|gen|col|maj|capt|lt|sgt|adm|cmdr|brig|hon|rep|sen|gov|pres|amb|rev"
    "|no|nos|arts?|paras?|vol|ch|sec|fig|pp?|cf|vs?|al|eds?|approx|est|dept|univ|inc|ltd|co|corp"
    "|bros|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun"
    "|e[.]g|i[.]e|etc|u[.]s|u[.]k|u[.]n|e[.]u|a[.]m|p[.]m|d[.]c|ph[.]d"
    "|bzw|z[.]b|d[.]h|usw|nr|abs|m|mme|mlle",
    re.IGNORECASE,
)
_STOP = re.compile(r"""(?P<stop>[.!?]+)["')\]]*(?=\s|$)|[\u3002\uff01\uff1f]["')\]]*""")
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
    is_initial = len(word) == 1 and word.isupper()
    return not is_initial and not _ABBREVIATIONS.fullmatch(word)
