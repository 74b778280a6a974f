"""What the library raises, and how it names a fault in a file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from enum import StrEnum

from attrs import frozen

_SHOWN = 100


class BilateralError(Exception):
    """Anything that this library raises."""


class Severity(StrEnum):
    """How much a problem matters: an error refuses the file, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


def printable(name: str) -> str:
    r"""A file's name for a message: what would break a line or a terminal is escaped.

    >>> print(printable("a\nb.yaml"))
    a\nb.yaml
    """
    return name if name.isprintable() else repr(name)[1:-1]


@frozen
class Place:
    """Where something stands in a file.

    Attributes:
        file: The file's path as it was given, or the name given to a text.
        line: 1-based.
        column: 1-based, in code points.
    """

    file: str
    line: int
    column: int

    def __str__(self) -> str:
        return f"{printable(self.file)}:{self.line}:{self.column}"


@frozen(kw_only=True)
class Problem:
    """One fault in a file, told so that a person can mend it.

    Attributes:
        code: A stable short name of the kind of fault, such as `key-unknown`.
        place: Where it stands; the first line of a file that cannot be read.
        path: The keys that lead to it, such as `visits.state-visit.guests[0]`.
        message: What was found and what is wrong with it.
        found: The offending text, where there is one.
        expected: What would be right there.
        suggestion: The nearest valid word or form, where there is one.
        severity: `error` or `warning`.
    """

    code: str
    place: Place
    message: str
    path: str = ""
    found: str | None = None
    expected: str | None = None
    suggestion: str | None = None
    severity: Severity = Severity.ERROR

    def to_dict(self) -> dict[str, str | int | None]:
        """The same as plain values for JSON, under keys that stay.

        >>> place = Place("draft.yaml", 12, 3)
        >>> problem = Problem(code="key-unknown", place=place, message="no such key", found="plcae")
        >>> for key, value in problem.to_dict().items():
        ...     print(key, value)
        code key-unknown
        severity error
        file draft.yaml
        line 12
        column 3
        path
        message no such key
        found plcae
        expected None
        suggestion None

        Returns:
            `line` and `column` are numbers, from 1; `found`, `expected` and `suggestion` are None
            where there are none, and all else is text.
        """
        return {
            "code": self.code,
            "severity": str(self.severity),
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "path": self.path,
            "message": self.message,
            "found": self.found,
            "expected": self.expected,
            "suggestion": self.suggestion,
        }

    def __str__(self) -> str:
        warning = "warning: " if self.severity is Severity.WARNING else ""
        return f"{self.place}: {warning}{self.message}"


class LoadError(BilateralError, ValueError):
    """The data has problems: all of them are in `problems`, in the order of the files.

    The message shows the first hundred.
    """

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__(self.problems)

    def __str__(self) -> str:
        lines = [str(problem) for problem in self.problems[:_SHOWN]]
        if len(self.problems) > _SHOWN:
            more = len(self.problems) - _SHOWN
            lines.append(f"... and {more} more problem{'s' if more > 1 else ''}")
        return "\n".join(lines)


def nearest(word: str, words: Iterable[str], *, cutoff: float = 0.6) -> str | None:
    """The word of `words` most like `word`, or None where none is near.

    >>> nearest("plcae", ["place", "date", "country"])
    'place'
    """
    # Case is the commonest slip and costs difflib the most, so it is compared away.
    folded = {candidate.casefold(): candidate for candidate in words}
    close = get_close_matches(word[:128].casefold(), folded, n=1, cutoff=cutoff)
    return folded[close[0]] if close else None


class RecordError(BilateralError, ValueError):
    """A record contradicts itself, whatever file it stands in."""


class UnknownIdError(BilateralError, KeyError):
    """No record has this id.

    Attributes:
        kind: What was looked for: `visit`, `record`, `field`.
        id: The id that was asked for.
        nearest: The id most like it; None where none is near.
    """

    def __init__(self, kind: str, id: str, known: Iterable[str] = ()) -> None:
        self.kind, self.id, self.nearest = kind, id, nearest(id, known)
        super().__init__(kind, id)

    def __str__(self) -> str:
        hint = f"; did you mean {self.nearest!r}?" if self.nearest else ""
        return f"no {self.kind} {self.id!r}{hint}"


class AmbiguousIdError(BilateralError, KeyError):
    """The short form of an id stands for several records.

    Attributes:
        kind: What was looked for: `visit`, `record`.
        id: The short form that was asked for.
        candidates: The full ids that it may stand for.
    """

    def __init__(self, kind: str, id: str, candidates: Iterable[str]) -> None:
        self.kind, self.id, self.candidates = kind, id, tuple(candidates)
        super().__init__(kind, id, self.candidates)

    def __str__(self) -> str:
        return f"{self.kind} {self.id!r} may be {' or '.join(map(repr, self.candidates))}"
