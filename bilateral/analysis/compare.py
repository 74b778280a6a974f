"""Who says what: the words of two sides set side by side, topic by topic."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from bilateral.analysis.comparison import Comparison, TopicComparison, Verdict, position_on
from bilateral.analysis.titles import Said, names, said_by
from bilateral.records.actors import Topic
from bilateral.records.dossier import Relation
from bilateral.records.record import by_id
from bilateral.records.words import Clause, JointDeclaration, Statement
from bilateral.vocabulary import Position

Side = JointDeclaration | Relation | Iterable[Said]
"""What can be compared: a declaration, a dyad, or statements and clauses."""


def compare(left: Side, right: Side, *, names: tuple[str, str] | None = None) -> Comparison:
    """What two sides say, topic by topic.

    Words with several topics count under each. The verdict on a topic is

    - none where one side does not speak on it;
    - `not comparable` for words without a topic, or where a side is both for and against;
    - `same` or `opposed` where the topic has a proposition, the same in all words, and each side
      is for it or against it in some of its words; `neither` is no position;
    - otherwise `different acts` where the sets of acts differ, and `not comparable` where they do
      not: doing the same thing in words is not saying the same.

    Words that claim to be those of others as well stand on their speaker's side only.

    Args:
        left: Statements or clauses; or a declaration, for its clauses; or a dyad, for its
            statements and the clauses of its declarations.
        right: The same.
        names: What the two sides are called: without it a declaration by its title, a dyad by its
            countries, words by the one speaker whom they share, and else `left` and `right`.

    Raises:
        TypeError: A side holds something other than statements and clauses.
    """
    sides = _words(left), _words(right)
    on_topic: dict[str | None, _OnTopic] = {}
    for side, said in enumerate(sides):
        for words in said:
            for topic in words.topics or (None,):
                found = on_topic.setdefault(topic.id if topic else None, _OnTopic([], ([], [])))
                found.topics.append(topic)
                found.sides[side].append(words)
    rows = sorted(map(_row, on_topic.values()), key=_rank)
    return Comparison(*(names or _names(left, right, *sides)), tuple(rows))


class _OnTopic(NamedTuple):
    """What is said on one topic: the topic as all the words have it, and either side's words."""

    topics: list[Topic | None]
    sides: tuple[list[Said], list[Said]]


def _words(side: Side) -> tuple[Said, ...]:
    if isinstance(side, JointDeclaration):
        return side.clauses
    if isinstance(side, Relation):
        clauses = (clause for declared in side.declarations for clause in declared.clauses)
        return (*side.statements, *clauses)
    found = tuple(side)
    for item in found:
        if not isinstance(item, Statement | Clause):
            raise TypeError(f"only statements and clauses are compared, not {item!r}")
    return found


def _row(found: _OnTopic) -> TopicComparison:
    left, right = found.sides
    return TopicComparison(found.topics[0], tuple(left), tuple(right), _verdict(found))


def _rank(row: TopicComparison) -> int:
    return 3 if row.topic is None else [row.shared, row.only_left, row.only_right].index(True)


def _verdict(found: _OnTopic) -> Verdict | None:
    left, right = found.sides
    if not left or not right:
        return None
    if None in found.topics:
        return Verdict.NOT_COMPARABLE
    ours, theirs = _positions(left, found), _positions(right, found)
    if max(len(ours), len(theirs)) > 1:
        return Verdict.NOT_COMPARABLE
    if ours and theirs:
        return Verdict.SAME if ours == theirs else Verdict.OPPOSED
    if {words.act for words in left} != {words.act for words in right}:
        return Verdict.DIFFERENT_ACTS
    return Verdict.NOT_COMPARABLE


def _positions(said: Iterable[Said], found: _OnTopic) -> set[Position | None]:
    """The positions taken on the topic's proposition; none where it has none."""
    # Two archives may give a topic of one id two propositions: then no position is shared.
    propositions = {topic and topic.proposition for topic in found.topics}
    if None in propositions or len(propositions) > 1:
        return set()
    topic = found.topics[0]
    return {position_on(topic, words) for words in said} & {Position.FOR, Position.AGAINST}


def _names(
    left: Side, right: Side, ours: Sequence[Said], theirs: Sequence[Said]
) -> tuple[str, str]:
    one, other = _name(left, ours) or "left", _name(right, theirs) or "right"
    return (f"{one} (left)", f"{other} (right)") if one == other else (one, other)


def _name(side: Side, said: Sequence[Said]) -> str:
    if isinstance(side, JointDeclaration):
        return side.title
    if isinstance(side, Relation):
        return side.name
    voices = {by_id(said_by(words)): said_by(words) for words in said}
    common = set.intersection(*map(set, voices.values())) if voices else set()
    if len(common) == 1:
        return names(common)
    return names(*voices.values()) if len(voices) == 1 else ""
