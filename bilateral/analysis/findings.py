"""What was found of the words that a dossier cites, and how it is shown."""

from __future__ import annotations

from collections import Counter
from enum import StrEnum, unique
from typing import Any, SupportsIndex, overload

import attrs
from attrs import frozen

from bilateral.analysis.citations import CitationKind
from bilateral.analysis.texts.nearest import Nearest
from bilateral.display import html, json, text
from bilateral.display.characters import one_line
from bilateral.errors import Place, Problem, Severity

_SHOWN = 60
"""How many characters of words a message shows."""
_MANY, _MOST_OF = 5, 0.8
"""So many passages, and such a share of a text's, are not all mistakes where they are missing."""


@unique
class FindingStatus(StrEnum):
    """What became of a search for words in their source.

    FOUND: they stand there, in one place. MISSING: they do not. AMBIGUOUS: they stand there several
    times, and nothing says which is meant. UNQUOTED: they stand there, but not between quotation
    marks, though they are coded as quoted. NO_TEXT: the source's text was not given. OTHER_TEXT:
    said of a source, whose text is not the one that was coded, by its hash; what is cited of it is
    looked for all the same.
    """

    FOUND = "found"
    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    UNQUOTED = "unquoted"
    NO_TEXT = "no-text"
    OTHER_TEXT = "other-text"

    @property
    def severity(self) -> Severity | None:
        """How much it matters; None where all is well."""
        if self is FindingStatus.FOUND:
            return None
        wrong = self in {FindingStatus.MISSING, FindingStatus.UNQUOTED}
        return Severity.ERROR if wrong else Severity.WARNING


_CODES = {
    FindingStatus.MISSING: "quote-not-found",
    FindingStatus.AMBIGUOUS: "quote-ambiguous",
    FindingStatus.UNQUOTED: "quote-unquoted",
    FindingStatus.NO_TEXT: "text-not-given",
    FindingStatus.OTHER_TEXT: "text-differs",
}


@frozen(kw_only=True)
class Finding:
    """What was found of words that a record cites.

    Attributes:
        status: Whether they stand in the source.
        record: The id of the record.
        path: The keys that lead to them, such as `visits.state-visit.evidence[0]`.
        kind: How they are cited; None where the source itself is told of.
        source: The id of the source; None where the record names none.
        place: Where they stand in the article's file.
        text: The words, as they were coded; empty where only a passage is named.
        span: Where they stand in the source's text: the first code point, counted from 0, and the
            one after the last. None where they do not, or in several places.
        paragraph: In which paragraph the span begins, counted from 1.
        spans: All places where they stand: several where they are ambiguous.
        nearest: The passage most like them, where they are missing and one is much like them.
        message: What is the matter, in a sentence; empty where they were found.
    """

    status: FindingStatus
    record: str
    path: str
    kind: CitationKind | None
    source: str | None
    place: Place
    text: str
    span: tuple[int, int] | None = None
    paragraph: int | None = None
    spans: tuple[tuple[int, int], ...] = ()
    nearest: Nearest | None = None
    message: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.message or f'{quoted(self.text)} was found'}"

    def to_dict(self) -> dict[str, Any]:
        """It as plain values: its attributes, with null for what is not there.

        `file`, `line` and `column` tell its place; `nearest` is a dict with `text`, `span`,
        `paragraph` and `difference`, in which what is coded and not there stands as `[-...-]`, and
        what is there as `{+...+}`.
        """
        nearest = self.nearest
        return {
            "status": str(self.status),
            "record": self.record,
            "path": self.path,
            "kind": self.kind and str(self.kind),
            "source": self.source,
            "file": self.place.file,
            "line": self.place.line,
            "column": self.place.column,
            "text": self.text,
            "span": self.span and list(self.span),
            "paragraph": self.paragraph,
            "spans": [list(span) for span in self.spans],
            "nearest": nearest
            and {
                "text": nearest.text,
                "span": list(nearest.span),
                "paragraph": nearest.paragraph,
                "difference": str(nearest),
            },
            "message": self.message,
        }

    @property
    def problem(self) -> Problem | None:
        """It as a problem, as `check` tells them; None where the words were found."""
        severity = self.status.severity
        if severity is None:
            return None
        return Problem(
            code=_CODES[self.status],
            place=self.place,
            path=self.path,
            message=self.message,
            found=self.text or None,
            expected="words that stand in the source, or none",
            severity=severity,
        )


def quoted(words: str) -> str:
    """Words for a message, between quotation marks."""
    return f'"{shortened(words)}"'


def shortened(words: str) -> str:
    """Words in one line, the middle of many left out."""
    line = one_line(words)
    if len(line) <= _SHOWN:
        return line
    return f"{line[: _SHOWN // 2].rstrip()} ... {line[-_SHOWN // 2 :].lstrip()}"


class Findings(tuple[Finding, ...]):
    """What was found of all that a dossier cites: a tuple, which prints what is the matter."""

    __slots__ = ()

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is the matter, as `check` tells problems, in this order.

        A text that is not given is one problem, whatever is cited of it.
        """
        unread = Counter(each.source for each in self if each.status is FindingStatus.NO_TEXT)
        found = []
        for finding in self:
            problem = finding.problem
            if problem is None:
                continue
            if finding.status is FindingStatus.NO_TEXT and finding.source is not None:
                count = unread.pop(finding.source, 0)
                if not count:
                    continue
                problem = _unread(problem, finding.source, count)
            found.append(problem)
        return tuple(found)

    @property
    def verified(self) -> bool:
        """Whether something is cited, and all of it was found."""
        return bool(self) and all(finding.status is FindingStatus.FOUND for finding in self)

    def to_text(self, width: int | None = None) -> str:
        """A line of sums and one for each problem: `width` as in `bilateral.display.text`."""
        lines = [self._summary, *self._doubts, *map(str, self.problems)]
        return "\n".join(text.paragraph(line, width, rest="  ") for line in lines)

    def to_json(self) -> str:
        """A JSON array with an object for each finding, as `Finding.to_dict` has it."""
        return json.dumps([finding.to_dict() for finding in self])

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"Findings: {self._summary}"

    def _repr_html_(self) -> str:
        rows = [[str(problem.place), problem.message] for problem in self.problems]
        table = html.table(["where", "what is the matter"], rows) if rows else ""
        return html.paragraph(self._summary) + table

    @overload
    def __getitem__(self, index: SupportsIndex) -> Finding: ...
    @overload
    def __getitem__(self, index: slice[Any, Any, Any]) -> Findings: ...
    def __getitem__(self, index: Any) -> Finding | Findings:
        """A finding; or those of a slice, which print as all do."""
        found = super().__getitem__(index)
        return Findings(found) if isinstance(index, slice) else found

    @property
    def _doubts(self) -> list[str]:
        """The texts in which next to nothing was found: they may be the wrong ones."""
        cited = Counter(each.source for each in self if each.kind is not None)
        missing = Counter(each.source for each in self if each.status is FindingStatus.MISSING)
        return [
            f"{count} of {cited[source]} passages do not stand in the text of"
            f" {(source or '').rpartition(':')[2]}: is it the right one?"
            for source, count in missing.items()
            if count >= _MANY and count > _MOST_OF * cited[source]
        ]

    @property
    def _summary(self) -> str:
        counts = Counter(finding.status for finding in self)
        told = [f"{counts[status]} {status}" for status in FindingStatus if counts[status]]
        return ", ".join(told).replace("-", " ") or "nothing is cited"


def _unread(problem: Problem, source: str, count: int) -> Problem:
    """One problem for all that is cited of a text that is not given, at the first of it."""
    words = "1 passage was" if count == 1 else f"{count} passages were"
    name = source.rpartition(":")[2]
    message = f"no text of {name} is given, so that {words} not looked for"
    return attrs.evolve(problem, message=message, found=None)
