"""Bytes to text: UTF-8 without the characters that make a file read otherwise than it looks."""

from __future__ import annotations

import codecs
import re
import unicodedata

from bilateral.display.characters import MOST_MARKS, stacked
from bilateral.format.refusals import Refused

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDI}]")
_ALLOWED_ASCII = bytes(code for code in range(128) if not FORBIDDEN.match(chr(code)))
_FORBIDDEN_BIDI = re.compile(f"[{_BIDI}]")
# For PyYAML, as for YAML 1.1, these break lines; for editors and YAML 1.2 they do not.
LINE_BREAK = re.compile("\r\n|\r|\n")
# A byte order mark, or the zeros that stand in the letters a file begins with.
_WIDE = re.compile(
    rb"(?P<utf32>\xff\xfe\0\0|\0\0\xfe\xff|[^\0]\0\0\0|\0\0\0[^\0])"
    rb"|\xff\xfe|\xfe\xff|\0[^\0]\0[^\0]|[^\0]\0[^\0]\0"
)
_BETWEEN_WORDS = re.compile(rb"[\s,\[\]{}\"']")
_LONGEST_WORD = 60
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")


class Misplaced(Exception):
    """A refusal at an offset of the text, before there is any structure to place it in."""

    def __init__(self, why: Refused, line: int, column: int) -> None:
        super().__init__(why)
        self.why, self.line, self.column = why, line, column


def decode(data: bytes) -> str:
    """The text of a file, without its byte order mark.

    Raises:
        Misplaced: It is not UTF-8, or holds a character that may not stand in a file.
    """
    wide = _WIDE.match(data)
    if wide is not None:
        bits = "32" if wide["utf32"] is not None else "16"
        message = f"the file is UTF-{bits}; save it as UTF-8"
        raise Misplaced(Refused(f"encoding-utf{bits}", message, expected="UTF-8"), 1, 1)
    data = data.removeprefix(codecs.BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line, column = line_and_column(data[: error.start].decode("utf-8"), None)
        raise Misplaced(_not_utf8(data, error), line, column) from None
    return inspect(text)


def inspect(text: str) -> str:
    """The text itself.

    Raises:
        Misplaced: It holds a character that may not stand in a file.
    """
    # Whether anything is left of ASCII is told much sooner than a search goes through it.
    if text.isascii() and not text.encode().translate(None, delete=_ALLOWED_ASCII):
        return text
    match = FORBIDDEN.search(text)
    if match is not None:
        raise Misplaced(forbidden(match[0]), *line_and_column(text, match.start()))
    position = stacked(text)
    if position is not None:
        raise Misplaced(too_many_marks(), *line_and_column(text, position))
    return text


def forbidden(character: str) -> Refused:
    """The refusal of a character that may not stand in a file."""
    name = f"U+{ord(character):04X} {unicodedata.name(character, '')}".strip()
    if _FORBIDDEN_BIDI.match(character):
        message = f"{name} changes the direction of the text around it; take it out"
        return Refused("bidi", message, found=name, expected="text without direction marks")
    return Refused(
        "char-forbidden",
        f"the character {name} may not stand in a file; take it out",
        found=name,
        expected="printable text",
    )


def too_many_marks() -> Refused:
    """The refusal of a letter with more marks than can be put in order in good time."""
    message = f"a letter has more than {MOST_MARKS} marks; take them out"
    return Refused("char-forbidden", message, expected="letters with few marks")


def line_and_column(text: str, offset: int | None) -> tuple[int, int]:
    """The 1-based line and column of an offset, or of the end."""
    before = text[:offset]
    breaks = list(LINE_BREAK.finditer(before))
    return len(breaks) + 1, len(before) - (breaks[-1].end() if breaks else 0) + 1


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Refused:
    """The refusal of bytes that are not UTF-8, with the word that Windows-1252 makes of them."""
    found = f"0x{data[error.start]:02X}"
    word = None
    if error.reason == "unexpected end of data":
        message = "the file ends within a character; it may have been cut"
    else:
        message = f"the byte {found} is not UTF-8; save the file as UTF-8"
        word = _word_in_windows_1252(data, error.start)
    if word is not None:
        message += f" (Windows-1252? {word!r})"
    return Refused("encoding-utf8", message, found=found, expected="UTF-8", suggestion=word)


def _word_in_windows_1252(data: bytes, offset: int) -> str | None:
    """The word at an offset, its bytes that are not UTF-8 read as Windows-1252; if it is one."""
    before = _BETWEEN_WORDS.split(data[max(offset - _LONGEST_WORD, 0) : offset])[-1]
    behind = _BETWEEN_WORDS.split(data[offset : offset + _LONGEST_WORD], maxsplit=1)[0]
    if len(before) == _LONGEST_WORD or len(behind) == _LONGEST_WORD:
        return None
    # What is UTF-8 is as it is: a file may have been pasted together.
    mixed = (before + behind).decode("utf-8", "surrogateescape")
    try:
        word = _ESCAPED_BYTE.sub(lambda byte: _escaped(byte[0]).decode("cp1252"), mixed)
    except UnicodeDecodeError:
        return None
    return word if word.isprintable() else None


def _escaped(surrogate: str) -> bytes:
    return surrogate.encode("utf-8", "surrogateescape")
