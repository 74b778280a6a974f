"""Text without the accidents of its typography, and the way back to where each character stood."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain

from attrs import frozen

from bilateral.display.characters import MOST_MARKS, stacked

PARAGRAPH = "\n\n"
"""What stands between two paragraphs of a folded text; no other line break is left in it."""

_LINE, _PARAGRAPH, _LONG = "\n", "\u2029", "\u2014"
_FORMS = {
    # Curly and low quotation marks, guillemets, primes, corner brackets.
    '"': "\xab\xbb\u201c-\u201f\u2033\u275d\u275e\u300c-\u300f\u301d-\u301f\uff02",
    # The same for single ones, apostrophes, and accents typed for them.
    "'": "`\xb4\u02bc\u2018-\u201b\u2032\u2039\u203a\u275b\u275c\uff07",
    # Hyphens, short dashes and the minus sign; and long dashes, which part words.
    "-": "\u2010-\u2013\u2212\ufe63\uff0d",
    _LONG: "\u2015\u2e3a\u2e3b\ufe58",
    " ": "\t\xa0\u1680\u2000-\u200a\u202f\u205f\u3000",
    _LINE: "\v\f\x1c-\x1e\x85\u2028",
}
# Joiners, selectors of forms and marks of direction: written or left out as each system likes.
_WIDTHLESS = (
    "\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufe00-\ufe0f\ufeff"
    "\U000e0100-\U000e01ef"
)
_SPACES = f"[^\\S\n\r\v\f\x1c-\x1e\x85{_PARAGRAPH}\u2028]+"
# What is nothing: what has no width; a soft hyphen, behind which at the end of a line the word goes
# on in the next; and the space that French puts inside guillemets.
_NOTHING = re.compile(
    f"[{_WIDTHLESS}]+|\xad[{_WIDTHLESS}]*(?: *(?:\r\n?|\n) *)?"
    f"|(?<=[\\s(]\xab){_SPACES}|(?<=^\xab){_SPACES}|(?<!\\s){_SPACES}(?=\xbb(?:[\\s.,;:!?)\\]]|$))"
)
_ACTING = f"\n\r{_PARAGRAPH}{_LONG}\u2026"
# Ligatures, and the forms of Arabic letters that old files have.
_LIGATURES = "\ufb00-\ufb06\ufb50-\ufdff\ufe70-\ufefc"
# What may change as it is folded; a space, stop or hyphen that stands alone does not.
_IRREGULAR = re.compile(f"[ .{_ACTING}-]{{2,}}|[{_ACTING}{_LIGATURES}]")
_WHITE_SPACE = re.compile("[ \n]+")
_ELLIPSIS = re.compile(r" ?\.(?: ?\.){2,} ?")
_DASHES = re.compile(f"(?<![ \n])([ \n]*)([-{_LONG}](?: ?[-{_LONG}])*)([ \n]*)")
_CACHED = 64


@frozen
class Folded:
    r"""A text folded, so that two texts with the same words and stops are equal.

    White space is one space, and what ends a paragraph one blank line. Quotation marks, apostrophes
    and dashes are those of a typewriter; around dashes and ellipses, and inside guillemets, there
    is no space, but beside a hyphen with a space on one side. Ligatures are written out, what has
    no width is gone, and accents are on their letters (NFC). Nothing else changes: neither case,
    nor stops, nor digits. A folded text folds to itself.

    Attributes:
        text: The folded text.
    """

    text: str
    # What differs: where it begins in the folded text, and its span in the original with how long
    # it is in the folded text.
    _starts: list[int]
    _pieces: list[tuple[int, int, int]]
    _under: Folded | None = None

    def original(self, start: int, end: int) -> tuple[int, int]:
        """The span in the original text of a span of one character or more in the folded one."""
        span = self._start(start), self._end(end)
        return self._under.original(*span) if self._under else span

    def _start(self, position: int) -> int:
        index = bisect_right(self._starts, position) - 1
        if index < 0:
            return position
        start, end, length = self._pieces[index]
        beyond = position - self._starts[index] - length
        return start if beyond < 0 else end + beyond

    def _end(self, position: int) -> int:
        index = bisect_right(self._starts, position - 1) - 1
        if index < 0:
            return position
        _, end, length = self._pieces[index]
        return end + max(position - self._starts[index] - length, 0)


def fold(text: str) -> Folded:
    r"""Fold a text.

    >>> fold("He  said:\n“no—\xadnever”…").text
    'He said: "no-never"...'
    """
    folded: Folded | None = None
    if not text.isascii():
        for change in (_nothing, _composed):
            folded = _replaced(text, change(text), folded)
            text = folded.text
    plain = text.translate(_plain_forms())
    return _replaced(plain, _irregular(plain), folded)


def _nothing(text: str) -> Iterator[tuple[int, int, str]]:
    """What is to be taken out."""
    return ((found.start(), found.end(), "") for found in _NOTHING.finditer(text))


@cache
def _plain_forms() -> dict[int, str]:
    """What each form of a character is folded to."""
    every = re.compile("(.)-(.)", re.DOTALL)
    found: dict[int, str] = {}
    for plain, forms in _FORMS.items():
        ranges = every.findall(forms)
        characters = every.sub("", forms)
        codes = [range(ord(first), ord(last) + 1) for first, last in ranges]
        found |= dict.fromkeys(chain(map(ord, characters), *codes), plain)
    return found


def _replaced(
    text: str, changes: Iterable[tuple[int, int, str]], under: Folded | None = None
) -> Folded:
    """A text with some spans of it replaced."""
    parts: list[str] = []
    starts: list[int] = []
    pieces: list[tuple[int, int, int]] = []
    done = length = 0
    for start, stop, put in changes:
        # What is the same at either end is no part of what differs.
        alike = _common(text[start:stop][::-1], put[::-1])
        end, into = stop - alike, put[: len(put) - alike]
        same = _common(text[start:end], into)
        parts += text[done : start + same], into[same:]
        length += start + same - done
        starts.append(length)
        pieces.append((start + same, end, len(into) - same))
        length += len(into) - same
        done = end
    parts.append(text[done:])
    return Folded("".join(parts), starts, pieces, under)


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    unlike = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(unlike, min(len(one), len(other)))


def _irregular(text: str) -> Iterator[tuple[int, int, str]]:
    """What is to be replaced in a text whose characters have their plain forms."""
    for found in _IRREGULAR.finditer(text):
        run = found[0]
        into = _folded_run(run) if len(run) < _CACHED else _folded_run.__wrapped__(run)
        if into != run:
            yield found.start(), found.end(), into


@lru_cache
def _folded_run(run: str) -> str:
    """A run of white space, stops and hyphens; or a ligature."""
    if "\ufb00" <= run <= "\ufefc":
        return unicodedata.normalize("NFKC", run)
    run = run.replace("\r\n", "\n").replace("\r", "\n")
    run = run.replace(_PARAGRAPH, "\n\n").replace("\u2026", "...")
    run = _DASHES.sub(_dash, run)
    run = _WHITE_SPACE.sub(lambda m: PARAGRAPH if m[0].count("\n") > 1 else " ", run)
    return _ELLIPSIS.sub("...", run)


def _dash(found: re.Match[str]) -> str:
    """A dash without the space around it, unless it is one hyphen with a space on one side.

    That is a suspended one, as in `pre- and post-war`, or a sign. At the end of a line there is no
    telling, so that what a line break hyphenates is one word.
    """
    before, dash, behind = found.groups()
    spaces = [PARAGRAPH if space.count("\n") > 1 else space and " " for space in (before, behind)]
    at_line_end = 1 in {before.count("\n"), behind.count("\n")}
    if dash != "-" or at_line_end or spaces == [" ", " "]:
        spaces = [space if space == PARAGRAPH else "" for space in spaces]
    return f"{spaces[0]}-{spaces[1]}"


def _composed(text: str) -> Iterator[tuple[int, int, str]]:
    """What is to be replaced so that a text is in NFC: a letter with its marks at a time."""
    piled = stacked(text) is not None
    if not piled and unicodedata.is_normalized("NFC", text):
        return
    start = 0
    for position in range(1, len(text) + 1):
        joins = position < len(text) and _joins(text[position])
        # More marks than any letter has would take long to put in order.
        if joins and not (piled and position - start > MOST_MARKS):
            continue
        cluster = text[start:position]
        if not cluster.isascii() and (into := unicodedata.normalize("NFC", cluster)) != cluster:
            yield start, position, into
        start = position


def _joins(character: str) -> bool:
    """Whether a character may become one with what stands before it."""
    if character < "\u0300":
        return False
    # Vowels and final consonants of Hangul are letters by their category.
    return "\u1160" <= character <= "\u11ff" or unicodedata.category(character).startswith("M")
