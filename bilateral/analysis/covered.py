"""What of sources' texts is cited, and how that is shown."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum, unique
from itertools import pairwise

from attrs import frozen

from bilateral.analysis.findings import shortened
from bilateral.display import html, json, markdown, text
from bilateral.display.characters import one_line
from bilateral.records.record import Record
from bilateral.records.sources import Source

Span = tuple[int, int]
"""The first code point, counted from 0, and the one after the last."""


@unique
class Layer(StrEnum):
    """In whose voice a record cites its source.

    DIRECT: speakers' words and fragments of them, between quotation marks. MIXED, REPORTED:
    evidence of a statement of this voice. DECLARED: a declaration and its clauses. NARRATED: what
    the source tells itself: visits, meetings, events, and who spoke. INTERPRETED: readings. NAMED:
    the source's title and credits.
    """

    DIRECT = "direct"
    MIXED = "mixed"
    REPORTED = "reported"
    DECLARED = "declared"
    NARRATED = "narrated"
    INTERPRETED = "interpreted"
    NAMED = "named"


@frozen
class CitedBy:
    """A record that cites a passage.

    Attributes:
        record: Which.
        layer: In whose voice.
        span: The passage, in the text.
    """

    record: Record
    layer: Layer
    span: Span


@frozen
class CoveredSentence:
    """A sentence of a source's text.

    Attributes:
        paragraph: The number of its paragraph, from 1.
        span: Where it stands in the text.
        text: It, as the source has it.
        cited_by: What cites any of it, in the order of the passages.
        reasons: Why it is left uncoded, where a coder says so.
    """

    paragraph: int
    span: Span
    text: str
    cited_by: tuple[CitedBy, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def segments(self) -> tuple[tuple[str, tuple[CitedBy, ...]], ...]:
        """Its text in pieces, each with all that cites just this piece."""
        start, end = self.span
        begins: dict[int, list[int]] = {start: []}
        ends: dict[int, list[int]] = {end: []}
        for number, cited in enumerate(self.cited_by):
            begins.setdefault(max(cited.span[0], start), []).append(number)
            ends.setdefault(min(cited.span[1], end), []).append(number)
        active: set[int] = set()
        pieces = []
        for left, right in pairwise(sorted({*begins, *ends})):
            active.difference_update(ends.get(left, ()))
            active.update(begins.get(left, ()))
            by = tuple(self.cited_by[number] for number in sorted(active))
            pieces.append((self.text[left - start : right - start], by))
        return tuple(pieces)


@frozen(repr=False)
class SourceCoverage:
    """What of one source's text is cited.

    Attributes:
        source: Which.
        sentences: Those of its text, in order.
        words: How many words it has.
        cited_words: How many of them stand in a passage that is cited.
        words_by_layer: How many do in each voice; a word may in several.
    """

    source: Source
    sentences: tuple[CoveredSentence, ...]
    words: int
    cited_words: int
    words_by_layer: Mapping[Layer, int]

    @property
    def cited(self) -> tuple[CoveredSentence, ...]:
        """The sentences that are cited."""
        return tuple(sentence for sentence in self.sentences if sentence.cited_by)

    @property
    def uncited(self) -> tuple[CoveredSentence, ...]:
        """The sentences that no record cites, and for which no reason is given."""
        return tuple(
            sentence
            for sentence in self.sentences
            if not sentence.cited_by and not sentence.reasons
        )

    @property
    def left_out(self) -> tuple[CoveredSentence, ...]:
        """The sentences that no record cites, for a reason that is given."""
        return tuple(
            sentence for sentence in self.sentences if sentence.reasons and not sentence.cited_by
        )

    @property
    def share(self) -> float | None:
        """The share of the words that are cited, from 0 to 1; None of a text without words."""
        return self.cited_words / self.words if self.words else None

    @property
    def shares(self) -> dict[Layer, float]:
        """The share of the words that is cited in each voice; those together may be more than 1."""
        return {layer: count / self.words for layer, count in self.words_by_layer.items() if count}

    @property
    def summary(self) -> str:
        """It in a sentence."""
        if self.share is None:
            return f"{self.source.local_id}: no words"
        told = [f"{len(self.cited)} of {_sentences(len(self.sentences))} cited"]
        told += [f"{len(self.left_out)} left out"] if self.left_out else []
        told.append(f"{_percent(self.share)} of {self.words} words cited")
        return f"{self.source.local_id}: {', '.join(told)}"

    @property
    def note(self) -> str:
        """That the text may have paragraphs without blank lines between; empty where it has."""
        (*_, last) = self.sentences or [None]
        if last is None or last.paragraph > 1 or len(self.sentences) < _LISTED:
            return ""
        return "the text is one paragraph: put blank lines between its paragraphs"

    @property
    def voices(self) -> str:
        """The shares in words."""
        return ", ".join(f"{layer} {_percent(share)}" for layer, share in self.shares.items())

    def __repr__(self) -> str:
        return f"SourceCoverage of {self.summary}"


@frozen(repr=False)
class Coverage:
    """What of the sources' texts is cited.

    Attributes:
        sources: Those whose texts are given.
        unlocated: How many passages are cited that were not found in the texts.
        bare: What the sources tell without citing any words: visits, meetings, statements,
            declarations, clauses, events and readings.
    """

    sources: tuple[SourceCoverage, ...]
    unlocated: int = 0
    bare: tuple[Record, ...] = ()

    def to_text(self, width: int | None = None) -> str:
        """Sums and a table of the sentences of each source: `width` as in `display.text`."""
        blocks = [
            "\n".join(
                [
                    *(text.paragraph(line, width, rest="  ") for line in self._lines(source)),
                    "",
                    text.table(_HEADINGS, _rows(source, whole=False), width),
                ]
            )
            for source in self.sources
        ]
        notes = [text.paragraph(note, width, rest="  ") for note in self.notes]
        return "\n\n".join(["\n".join(notes), *blocks] if notes else blocks) or _NOTHING

    def to_markdown(self) -> str:
        """Sums and a table of the sentences of each source, in Markdown."""
        blocks = [
            "\n\n".join(
                [
                    *map(markdown.escape, self._lines(source)),
                    markdown.table(_HEADINGS, _rows(source)),
                ]
            )
            for source in self.sources
        ]
        return "\n\n".join([*map(markdown.escape, self.notes), *blocks]) or _NOTHING

    def to_json(self) -> str:
        """A JSON object with `unlocated`, `bare` and `sources`.

        `bare` lists ids. Each source has `source` (its id), `words`, `cited_words`, `share` (from 0
        to 1), `words_by_layer` (numbers by voice) and `sentences`: objects with `paragraph`,
        `span`, `text`, `reasons` and `cited_by`, which are objects with `record` (its id), `layer`
        and `span`. All spans are those in the text.
        """
        return json.dumps(
            {
                "unlocated": self.unlocated,
                "bare": [record.id for record in self.bare],
                "sources": [
                    {
                        "source": source.source.id,
                        "words": source.words,
                        "cited_words": source.cited_words,
                        "share": source.share,
                        "words_by_layer": source.words_by_layer,
                        "sentences": [_plain(sentence) for sentence in source.sentences],
                    }
                    for source in self.sources
                ],
            }
        )

    @staticmethod
    def _lines(source: SourceCoverage) -> list[str]:
        lines = [source.summary]
        lines += [f"by voice: {source.voices}"] if source.shares else []
        return [*lines, source.note] if source.note else lines

    @property
    def notes(self) -> list[str]:
        """That something was not found, or cites nothing."""
        notes = []
        if self.unlocated:
            passages = "1 passage is" if self.unlocated == 1 else f"{self.unlocated} passages are"
            notes.append(f"{passages} cited that no text has: see what `verify` finds")
        if self.bare:
            ids = ", ".join(record.local_id for record in self.bare[:_LISTED])
            more = f" and {len(self.bare) - _LISTED} more" if len(self.bare) > _LISTED else ""
            notes.append(f"no words are cited for {ids}{more}")
        return notes

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        told = "; ".join(source.summary for source in self.sources)
        return f"Coverage: {told or _NOTHING}"

    def _repr_html_(self) -> str:
        return "".join(
            "".join(map(html.paragraph, self._lines(source))) + html.table(_HEADINGS, _rows(source))
            for source in self.sources
        ) or html.paragraph(_NOTHING)


_HEADINGS = ["paragraph", "sentence", "cited by"]
_NOTHING = "no text is given"
_LISTED = 5


def _rows(source: SourceCoverage, *, whole: bool = True) -> Iterator[Sequence[str]]:
    for sentence in source.sentences:
        text = one_line(sentence.text) if whole else shortened(sentence.text)
        yield [str(sentence.paragraph), text, told(sentence)]


def told(sentence: CoveredSentence) -> str:
    """What cites a sentence, in words; or why nothing does."""
    cited = [f"{cited.record.local_id} ({cited.layer})" for cited in sentence.cited_by]
    if cited:
        return ", ".join(dict.fromkeys(cited))
    reasons = "; ".join(map(one_line, sentence.reasons))
    return f"left out: {reasons}" if reasons else "no record"


def _plain(sentence: CoveredSentence) -> dict[str, object]:
    return {
        "paragraph": sentence.paragraph,
        "span": sentence.span,
        "text": sentence.text,
        "reasons": sentence.reasons,
        "cited_by": [
            {"record": cited.record.id, "layer": cited.layer, "span": cited.span}
            for cited in sentence.cited_by
        ],
    }


def _sentences(count: int) -> str:
    return "1 sentence" if count == 1 else f"{count} sentences"


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"
