"""How the loader refuses: internal exceptions that a report turns into problems."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Sequence
from typing import Any, NoReturn

from attrs import frozen

from bilateral.errors import Place, Problem, nearest

LISTED = 8
"""How many words a message lists as a choice."""
SEARCHED = 100
"""For so many unknown words of a load the nearest is looked for, since each search takes time."""
_FOUND = 60
_LONGEST_FOUND = 100


class Searches(threading.local):
    """The searches for what an unknown word was meant to be, in this thread's load.

    Attributes:
        made: How many there were; a load begins with none.
    """

    made = 0

    def nearest(self, word: str, words: Iterable[str], *, cutoff: float = 0.6) -> str | None:
        """The nearest word, unless there were too many searches."""
        self.made += 1
        return nearest(word, words, cutoff=cutoff) if self.made <= SEARCHED else None

    @property
    def ended(self) -> bool:
        """Whether no more are made, and messages need not list what might have been meant."""
        return self.made > SEARCHED


searches = Searches()


class Refused(Exception):
    """A value cannot stand where it stands.

    Attributes are those of a `Problem`; `at_key` asks for the place of the key, not of the value.
    """

    def __init__(
        self,
        code: str,
        message: str,
        *,
        found: str | None = None,
        expected: str | None = None,
        suggestion: str | None = None,
        at_key: bool = False,
    ) -> None:
        super().__init__(message)
        self.code, self.message, self.at_key = code, message, at_key
        self.found, self.expected, self.suggestion = found, expected, suggestion

    def at(self, place: Place, path: str = "") -> Problem:
        """The problem that it is at a place."""
        return Problem(
            code=self.code,
            place=place,
            message=self.message,
            path=path,
            found=self.found,
            expected=self.expected,
            suggestion=self.suggestion,
        )


class Broken(Exception):
    """A value depends on one that has been refused already: nothing more is to be said."""


class Several(Exception):
    """What several members of a value raised, each with its path in the value."""

    def __init__(self, members: list[tuple[tuple[str | int, ...], Exception]]) -> None:
        super().__init__(members)
        self.members = members


@frozen
class Unusable:
    """Stands in the data where something unusable stood, and says why unless that was said."""

    why: Refused | None = None


class QuotedText(str):
    """Text between quotes that reads like a number or truth value."""

    __slots__ = ()


class CutText(str):
    """Unquoted text with a comment behind it, which may have been meant as text."""

    __slots__ = ()


class BareList(list[Any]):
    """A list in brackets of which a member is unquoted, so that a comma may have split it."""

    __slots__ = ()


def shown(value: object) -> str:
    """How a message shows a value that was found."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    text = str(value)
    return repr(text if len(text) <= _FOUND else text[: _FOUND - 3] + "...")


def found_text(value: object) -> str:
    """What a problem names as found: the text itself, or what stands in place of one."""
    return value[:_LONGEST_FOUND] if isinstance(value, str) else shown(value)


def refuse_shape(value: object, expected: str, suggestion: str | None = None) -> NoReturn:
    """Refuse a value of the wrong sort: a list for a text, and so on."""
    if type(value) is Unusable:
        raise value.why or Broken
    hint = f"; write {suggestion}" if suggestion else ""
    raise Refused(
        "type",
        f"expected {expected}, found {shown(value)}{hint}",
        found=found_text(value),
        expected=expected,
        suggestion=suggestion,
    )


def refuse_word(
    kind: str,
    found: str,
    valid: Iterable[str],
    code: str = "value",
    *,
    opening: str | None = None,
    at_key: bool = False,
    most: int = LISTED,
) -> Refused:
    """The refusal of a word that is not among the valid ones.

    Args:
        kind: What the word should name.
        found: The word.
        valid: Those that would do.
        code: The code of the problem.
        opening: How the message begins, where it is not with "no <kind> <word>".
        at_key: As for `Refused`.
        most: How many words the message lists, where none is near.
    """
    words = () if searches.ended else list(valid)
    near = searches.nearest(found, words)
    listed = 0 < len(words) <= most
    if near is not None:
        hint = f"; did you mean {near!r}?"
    else:
        hint = f"; expected {one_of(words)}" if listed else ""
    return Refused(
        code,
        f"{opening or f'no {kind} {shown(found)}'}{hint}",
        found=found_text(found),
        expected=one_of(words) if listed else a(kind),
        suggestion=near,
        at_key=at_key,
    )


def a(noun: str) -> str:
    """A noun with its article.

    >>> a("visit"), a("act")
    ('a visit', 'an act')
    """
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def one_of(words: Sequence[str]) -> str:
    """The words as a choice: `'a', 'b' or 'c'`."""
    quoted = [repr(word) for word in words]
    return " or ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
