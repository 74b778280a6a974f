"""What a comparison of two sides' words found, and how it is shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum, unique
from functools import cached_property
from itertools import zip_longest

from attrs import frozen

from bilateral.analysis.titles import Said, names, said_by, spoken
from bilateral.display import html, json, markdown, text
from bilateral.records.actors import Topic
from bilateral.records.words import Statement
from bilateral.vocabulary import Act, Position

_POSITIONS = {
    Position.FOR: "for",
    Position.AGAINST: "against",
    Position.NEITHER: "neither for nor against",
}


@unique
class Verdict(StrEnum):
    """How the words of two sides on one topic compare.

    SAME: both are for the topic's proposition, or both against it. OPPOSED: one is for it, the
    other against. DIFFERENT_ACTS: no such thing can be said, and the two sides do different things
    in words. NOT_COMPARABLE: not even that; doing the same thing is not saying the same.
    """

    SAME = "same"
    OPPOSED = "opposed"
    DIFFERENT_ACTS = "different acts"
    NOT_COMPARABLE = "not comparable"


@frozen
class TopicComparison:
    """What two sides say on one topic.

    Attributes:
        topic: None for the words without a topic.
        left: The left side's words, in their order.
        right: The right side's.
        verdict: How they compare; None where only one side speaks.
    """

    topic: Topic | None
    left: tuple[Said, ...]
    right: tuple[Said, ...]
    verdict: Verdict | None

    @property
    def left_acts(self) -> tuple[Act, ...]:
        """What the left side's words do, each act once, in the order of its words."""
        return _acts(self.left)

    @property
    def right_acts(self) -> tuple[Act, ...]:
        """What the right side's words do, each act once, in the order of its words."""
        return _acts(self.right)

    @property
    def shared(self) -> bool:
        """Whether both sides speak on the topic; never so of words without a topic."""
        return self.topic is not None and bool(self.left and self.right)

    @property
    def only_left(self) -> bool:
        """Whether the left side alone speaks on the topic; never so of words without a topic."""
        return self.topic is not None and not self.right

    @property
    def only_right(self) -> bool:
        """Whether the right side alone speaks on the topic; never so of words without a topic."""
        return self.topic is not None and not self.left


@frozen(repr=False)
class Comparison:
    """Two sides' words, topic by topic.

    Attributes:
        left_name: What the left side is called.
        right_name: What the right side is called.
        topics: Those that both sides speak on, then those of the left side only, then those of the
            right side only, each in the order of their first words; words without a topic last.
    """

    left_name: str
    right_name: str
    topics: tuple[TopicComparison, ...]

    @property
    def shared(self) -> tuple[TopicComparison, ...]:
        """The topics that both sides speak on."""
        return tuple(row for row in self.topics if row.shared)

    @property
    def only_left(self) -> tuple[TopicComparison, ...]:
        """The topics that the left side alone speaks on."""
        return tuple(row for row in self.topics if row.only_left)

    @property
    def only_right(self) -> tuple[TopicComparison, ...]:
        """The topics that the right side alone speaks on."""
        return tuple(row for row in self.topics if row.only_right)

    def to_text(self, width: int | None = None) -> str:
        """A block for each topic, for the terminal: `width` as in `bilateral.display.text`."""
        blocks = ["\n".join(self._block(row, width)) for row in self.topics]
        return "\n\n".join([text.paragraph(self._summary, width), *blocks])

    def to_markdown(self) -> str:
        """A table in Markdown, with the two sides next to each other."""
        table = markdown.table(self._headings, self._rows())
        return f"{markdown.escape(self._summary)}\n\n{table}"

    def to_json(self) -> str:
        """A JSON object, which may stand in a page's script.

        `left` and `right` are the sides' names; `topics` is an array of objects with `topic` (its
        id), `name`, `proposition`, `verdict`, and the words of `left` and `right`; each of those
        with `id`, `by`, `act`, `position`, `voice`, `claims_for` and `text`; null for what is not
        there.
        """
        return json.dumps(
            {
                "left": self.left_name,
                "right": self.right_name,
                "topics": [
                    {
                        "topic": row.topic and row.topic.id,
                        "name": row.topic and row.topic.name,
                        "proposition": row.topic and row.topic.proposition,
                        "verdict": row.verdict,
                        "left": [_plain(words) for words in row.left],
                        "right": [_plain(words) for words in row.right],
                    }
                    for row in self.topics
                ],
            }
        )

    def _repr_html_(self) -> str:
        return f"{html.paragraph(self._summary)}\n{html.table(self._headings, self._rows())}"

    def __str__(self) -> str:
        return self.to_text()

    def __repr__(self) -> str:
        return f"Comparison({self._summary})"

    @property
    def _summary(self) -> str:
        left, right = self.left_name, self.right_name
        shared = f"{len(self.shared)} {'topic' if len(self.shared) == 1 else 'topics'} shared"
        return (
            f"{left} and {right}: {shared}, {len(self.only_left)} only {left}'s, "
            f"{len(self.only_right)} only {right}'s"
        )

    @property
    def _headings(self) -> tuple[str, ...]:
        return "topic", self.left_name, self.right_name, "verdict"

    def _found(self, row: TopicComparison) -> str:
        if row.verdict:
            return row.verdict
        return f"only {self.left_name if row.left else self.right_name}"

    def _block(self, row: TopicComparison, width: int | None) -> Iterator[str]:
        yield text.paragraph(f"{_heading(row.topic)}: {self._found(row)}", width, rest="  ")
        if row.topic and row.topic.proposition:
            proposition = f"proposition: {row.topic.proposition}"
            yield text.paragraph(proposition, width, first="  ", rest="    ")
        left, right = self._told(row)
        for name, lines in ((self.left_name, left), (self.right_name, right)):
            if lines:
                yield text.paragraph(name, width, first="  ", rest="    ")
            for line in lines:
                yield text.paragraph(line, width, first="    - ", rest="      ")

    def _rows(self) -> list[list[str]]:
        """Both sides' words next to each other; the topic and verdict beside the first ones."""
        rows = []
        for row in self.topics:
            topic, verdict = _heading(row.topic), self._found(row)
            if row.topic and row.topic.proposition:
                topic = f"{topic} ({row.topic.proposition})"
            for left, right in zip_longest(*self._told(row), fillvalue=""):
                rows.append([topic, left, right, verdict])
                topic = verdict = ""
        return rows

    def _told(self, row: TopicComparison) -> tuple[list[str], list[str]]:
        """Each side's words as lines, with who said them where that does not go without saying."""
        left, right = self._unnamed
        return (
            [_line(words, row.topic, left) for words in row.left],
            [_line(words, row.topic, right) for words in row.right],
        )

    @cached_property
    def _unnamed(self) -> tuple[str, str]:
        """Whose words need not be told, on either side: those of the side's only or own voice."""
        left = {names(said_by(words)) for row in self.topics for words in row.left}
        right = {names(said_by(words)) for row in self.topics for words in row.right}
        return (
            left.pop() if len(left) == 1 else self.left_name,
            right.pop() if len(right) == 1 else self.right_name,
        )


def position_on(topic: Topic | None, words: Said) -> Position | None:
    """Where words stand on a topic's proposition, None where that cannot be told.

    One position on two propositions is not told apart, so it counts for neither.
    """
    propositions = [topic.id for topic in words.topics if topic.proposition]
    return words.position if topic and propositions == [topic.id] else None


def _heading(topic: Topic | None) -> str:
    return topic.name if topic else "no topic"


def _line(words: Said, topic: Topic | None, unnamed: str) -> str:
    remarks = [voice for voice in [names(said_by(words))] if voice != unnamed]
    if position := position_on(topic, words):
        remarks.append(_POSITIONS[position])
    if claimed := _claimed(words):
        remarks.append(f"claims for {', '.join(claimed)}")
    aside = f" ({'; '.join(remarks)})" if remarks else ""
    return f"{words.act}{aside}: {spoken(words)}"


def _claimed(words: Said) -> list[str]:
    """Whom the speakers claim to speak for: their claim, and no word of those others."""
    return [actor.id for actor in words.claims_for] if isinstance(words, Statement) else []


def _plain(words: Said) -> dict[str, object]:
    return {
        "id": words.id,
        "by": [actor.id for actor in said_by(words)],
        "act": words.act,
        "position": words.position,
        "voice": words.voice if isinstance(words, Statement) else None,
        "claims_for": _claimed(words),
        "text": words.text,
    }


def _acts(said: Sequence[Said]) -> tuple[Act, ...]:
    return tuple(dict.fromkeys(words.act for words in said))
