"""Single values: the hook for each shape of text, word, number, truth value, date and gap."""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from typing import Any

from bilateral.dates import Edtf, EdtfError
from bilateral.errors import RecordError
from bilateral.format.references import here
from bilateral.format.refusals import (
    BareList,
    CutText,
    QuotedText,
    Refused,
    a,
    found_text,
    refuse_shape,
    refuse_word,
    shown,
)
from bilateral.records.gaps import Gap

Hook = Callable[[Any, Any], Any]
"""What reads a value; the second argument is cattrs' own, and not used."""
LONGEST_WRITTEN = 60
"""How long a text may be for a message to show how it would be written right."""
_LISTED = 25
"""How many words of a vocabulary a message lists."""
_NUMBER = re.compile("0|[1-9][0-9]{0,8}")


def text(value: Any, _: Any) -> str:
    """Text of any kind."""
    if type(value) is str:
        return value
    if isinstance(value, str):
        return str(value)
    refuse_shape(value, "text")


def prose(value: Any, _: Any) -> str:
    """Text of several words, which a comment may have cut."""
    if type(value) is str:
        return value
    if type(value) is CutText:
        raise Refused(
            "text-cut",
            f"the comment behind {shown(value)} may belong to the text; put all of it in quotes",
            found=found_text(value),
            expected="the whole text",
            suggestion="quotes",
        )
    return text(value, _)


def word(vocabulary: type[StrEnum]) -> Hook:
    """The hook for the words of a vocabulary."""
    words: dict[str, StrEnum] = {str(member): member for member in vocabulary}
    kind = _vocabulary_name(vocabulary)

    def known(value: Any, _: Any) -> StrEnum:
        try:
            return words[value]
        except (KeyError, TypeError):  # a list or mapping is never a key
            if isinstance(value, str):
                raise refuse_word(kind, value, words, most=_LISTED) from None
            refuse_shape(value, a(kind))

    return known


def expected_word(vocabulary: type[StrEnum]) -> str:
    """What a message says that a word of a vocabulary is: `an act`, `a visit kind`."""
    return a(_vocabulary_name(vocabulary))


def _vocabulary_name(vocabulary: type[StrEnum]) -> str:
    return "".join(f" {c.lower()}" if c.isupper() else c for c in vocabulary.__name__).strip()


def flag(value: Any, _: Any) -> bool:
    """`true` or `false`, and no other word for them."""
    if value == "true" and type(value) is not QuotedText:
        return True
    if value == "false" and type(value) is not QuotedText:
        return False
    meant = None
    if type(value) is QuotedText:
        meant = f"{value} without quotes" if value in ("true", "false") else None
    elif isinstance(value, str):
        folded = value.casefold()
        if folded in ("true", "yes", "on", "y"):
            meant = "true"
        elif folded in ("false", "no", "off", "n"):
            meant = "false"
    refuse_shape(value, "true or false", meant)


def number(value: Any, _: Any) -> int:
    """A whole number."""
    # Python reads other scripts' digits, and YAML 1.1 reads 010 as eight: neither is meant here.
    if not isinstance(value, str) or not _NUMBER.fullmatch(value):
        refuse_shape(value, "a whole number")
    if type(value) is QuotedText:
        refuse_shape(value, "a whole number", f"{value} without quotes")
    return int(value)


def date(value: Any, _: Any) -> Edtf:
    """A date, read once for all the records that have it."""
    if isinstance(value, str):
        dates = here.index.dates
        known = dates.get(value)
        if known is not None:
            return known
        try:
            read = dates[value] = Edtf.parse(str(value))
        except EdtfError as error:
            raise Refused(
                "date",
                str(error),
                found=value[:100],
                expected="an EDTF date",
                suggestion=error.suggestion,
            ) from None
        return read
    if isinstance(value, BareList) and all(isinstance(member, str) for member in value):
        written = f'"[{",".join(value)}]"'
        refuse_shape(value, "a date", written if len(written) <= LONGEST_WRITTEN else None)
    refuse_shape(value, "a date")


def gap(value: Any, _: Any) -> Gap:
    """A gap between dates."""
    if not isinstance(value, str):
        refuse_shape(value, "a gap such as '1 day' or 'weeks'")
    try:
        return Gap.parse(str(value))
    except RecordError as error:
        raise Refused(
            "value", str(error), found=found_text(value), expected="a gap such as '1 day'"
        ) from None
