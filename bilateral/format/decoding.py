"""Bytes to text: UTF-8 without the characters that make a file read otherwise than it looks."""

from __future__ import annotations

import codecs
import re
import unicodedata

from bilateral.format.refusals import Refused

_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
_BIDI = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
FORBIDDEN = re.compile(f"[{_CONTROL}{_BIDI}]")
_FORBIDDEN_BIDI = re.compile(f"[{_BIDI}]")
# For PyYAML, as for YAML 1.1, these break lines; for editors and YAML 1.2 they do not.
LINE_BREAK = re.compile("\r\n|\r|\n")


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
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        why = Refused("encoding-utf16", "the file is UTF-16; save it as UTF-8", expected="UTF-8")
        raise Misplaced(why, 1, 1)
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
    match = FORBIDDEN.search(text)
    if match is not None:
        raise Misplaced(forbidden(match[0]), *line_and_column(text, match.start()))
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


def line_and_column(text: str, offset: int | None) -> tuple[int, int]:
    """The 1-based line and column of an offset, or of the end."""
    before = text[:offset]
    breaks = list(LINE_BREAK.finditer(before))
    return len(breaks) + 1, len(before) - (breaks[-1].end() if breaks else 0) + 1


def _not_utf8(data: bytes, error: UnicodeDecodeError) -> Refused:
    """The refusal of bytes that are not UTF-8, with the word they make in Windows-1252."""
    start = max(data.rfind(b"\n", 0, error.start), data.rfind(b" ", 0, error.start)) + 1
    line = data[start:].split(b"\n", 1)[0]
    word = line.split(b" ", 1)[0].decode("cp1252", errors="replace").rstrip("},]\"'\r")
    found = f"0x{data[error.start]:02X}"
    if error.reason == "unexpected end of data":
        message, suggestion = "the file ends within a character; it may have been cut", None
    else:
        message = f"the byte {found} is not UTF-8; save the file as UTF-8 (Windows-1252? {word!r})"
        suggestion = word
    return Refused("encoding-utf8", message, found=found, expected="UTF-8", suggestion=suggestion)
