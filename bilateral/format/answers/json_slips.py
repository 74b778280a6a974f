"""What is not JSON, told with the mend of the usual slips: those of models, and of people."""

from __future__ import annotations

import re
from typing import NamedTuple

from bilateral.format.refusals import Refused, shown

_FENCE = re.compile(r"^[ \t]*(?P<line>(?:```|~~~)[^\r\n]*)", re.MULTILINE)
_WORD = re.compile(r"[^\s,:\[\]{}\"']+")
_MEANT = {
    **dict.fromkeys(("null", "none", "nil", "undefined", "nan"), "null"),
    **dict.fromkeys(("true", "yes"), "true"),
    **dict.fromkeys(("false", "no"), "false"),
}
_LIKE_A_NUMBER = re.compile(r"[-+]?\.?[0-9]|[-+]?inf", re.IGNORECASE)
_COMMENTS = ("//", "/*", "#")
_OTHER_QUOTES = ("'", "`", "\u2018", "\u2019", "\u201c", "\u201d", "\u00ab")
_LONGEST_FOUND = 40


class Slip(NamedTuple):
    """What is not JSON, and where.

    Attributes:
        offset: Where it stands in the text.
        why: Its refusal.
    """

    offset: int
    why: Refused


def wrong_start(text: str, offset: int) -> Slip:
    """What stands in front of an answer, or in place of one."""
    fence = _FENCE.search(text)
    if fence is not None:
        return _fence(fence)
    message = "an answer begins with '{'"
    if text.find("{", offset) > 0:
        message += "; take out what stands before it"
    return _slip(text, offset, message, expected="'{'")


def wrong_end(text: str, offset: int) -> Slip:
    """What stands behind an answer."""
    fence = _FENCE.search(text, offset)
    if fence is not None:
        return _fence(fence)
    if text[offset] in "]}":
        return _slip(text, offset, f"nothing opens the bracket that {text[offset]!r} closes")
    message = "the answer has ended, and more stands behind it; take it out"
    return _anywhere(text, offset) or _slip(text, offset, message)


def wrong_value(text: str, offset: int) -> Slip:
    """What stands where a value should, and is none."""
    if text[offset] in ",:]}":
        return _slip(text, offset, "a value is missing here", expected="a value")
    word_there = _WORD.match(text, offset)
    word = word_there[0] if word_there else ""
    meant = _MEANT.get(word.lower())
    if meant is not None:
        message = f"{shown(word)} is no word of JSON; write {meant}"
        return _slip(text, offset, message, expected="a value", suggestion=meant)
    if _LIKE_A_NUMBER.match(word):
        message = f"{shown(word)} is no number; put text and dates between double quotes"
        return _slip(text, offset, message, expected="a number", suggestion='"')
    message = "a value is expected here; text stands between double quotes"
    return _anywhere(text, offset) or _slip(
        text, offset, message, expected="a value", suggestion='"'
    )


def wrong_key(text: str, offset: int) -> Slip:
    """What stands where a key should, and is none."""
    if text[offset] == ",":
        return _slip(text, offset, "a key and its value are missing before this comma")
    message = "a key is expected here, between double quotes"
    return _anywhere(text, offset) or _slip(text, offset, message, expected="a key", suggestion='"')


def no_colon(text: str, offset: int) -> Slip:
    """What stands behind a key in place of its colon."""
    message = "a ':' is missing behind the key"
    return _anywhere(text, offset) or _slip(text, offset, message, expected="':'", suggestion=":")


def no_comma(text: str, offset: int, close: str) -> Slip:
    """What stands behind a member in place of a comma or of what closes the whole."""
    expected = f"',' or {close!r}"
    return _anywhere(text, offset) or _slip(
        text, offset, f"{expected} is expected here", expected=expected
    )


def last_comma(text: str, offset: int) -> Slip:
    """A comma with nothing behind it."""
    return _slip(text, offset, "nothing stands behind this comma; take it out")


def unclosed(text: str, offset: int) -> Slip:
    """A bracket that nothing closes."""
    message = f"the {text[offset]!r} that opens here is not closed; the answer may have been cut"
    return _slip(text, offset, message)


def wrong_text(text: str, start: int, offset: int) -> Slip:
    """What ends a text without a quote.

    Args:
        text: The whole.
        start: Where the text's quote opens.
        offset: Where what may not stand in it does.
    """
    character = text[offset : offset + 1]
    if character == "\\" and offset + 1 < len(text):
        message = "this backslash begins no escape of JSON; write it twice"
        return _slip(text, offset, message, expected="an escape", suggestion="\\\\")
    if character == "\t":
        message = "a tab stands within a text; write it \\t"
        return _slip(text, offset, message, expected="\\t", suggestion="\\t")
    message = "the quotes that open here are not closed"
    if character in {"\n", "\r"}:
        message += " in their line; within a text, write a line break \\n"
    else:
        message += "; the answer may have been cut"
    return _slip(text, start, message)


def _fence(fence: re.Match[str]) -> Slip:
    line = fence["line"].strip()
    message = (
        f"this is not JSON: a Markdown fence; take out its two lines, of which {shown(line)} is"
        " one, and what stands around them"
    )
    why = Refused(
        "json", message, found=line[:_LONGEST_FOUND], expected="'{'", suggestion="no fence"
    )
    return Slip(fence.start("line"), why)


def _anywhere(text: str, offset: int) -> Slip | None:
    """What may stand nowhere between values: comments, other quotes, spaces unknown to JSON."""
    if text.startswith(_COMMENTS, offset):
        return _slip(text, offset, "a comment; JSON has none, so take it out")
    if text.startswith(_OTHER_QUOTES, offset):
        message = f'text stands between double quotes ("), not between {text[offset]}'
        return _slip(text, offset, message, expected='"', suggestion='"')
    if text[offset].isspace():
        message = "an unusual space; put ordinary ones between values"
        return _slip(text, offset, message, suggestion="ordinary spaces")
    return None


def _slip(
    text: str,
    offset: int,
    message: str,
    *,
    expected: str | None = None,
    suggestion: str | None = None,
) -> Slip:
    why = Refused(
        "json",
        f"this is not JSON: {message}",
        found=text[offset : offset + _LONGEST_FOUND],
        expected=expected,
        suggestion=suggestion,
    )
    return Slip(offset, why)
