import re
from enum import StrEnum

import pytest

from bilateral import vocabulary
from bilateral.vocabulary import Act, EventKind, Plover, Scale, Voice

VOCABULARIES = [
    value
    for value in vars(vocabulary).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: words.__name__)
def test_words_can_be_written_without_quotes(words: type[StrEnum]) -> None:
    """Every word is one that YAML takes for text: of letters, joined by hyphens."""
    case = str.upper if words is Plover else str.lower
    for member in words:
        assert re.fullmatch("[A-Za-z]+(-[a-z]+)*", member)
        assert case(member) == member
        assert member.name == member.upper().replace("-", "_")


def test_members_equal_their_words() -> None:
    """A member is its written form, so that either can be asked for."""
    word: str = "direct"
    assert word == Voice.DIRECT
    assert Voice.DIRECT is Voice(word)
    assert word == str(Voice.DIRECT)


@pytest.mark.parametrize("act", Act)
def test_every_act_has_a_meaning(act: Act) -> None:
    """Every act has a scale, a strength (0 outside both scales), and a PLOVER type or none."""
    assert isinstance(act.scale, Scale)
    assert (act.scale is Scale.NONE) == (act.strength == 0)
    assert 0 <= act.strength <= 3
    assert act.plover is None or isinstance(act.plover, Plover)


def test_criticism_grows() -> None:
    """To be concerned is weaker than to oppose or reject, and that than to condemn."""
    assert Act.CONCERN.strength < Act.OPPOSE.strength < Act.CONDEMN.strength
    assert Act.OPPOSE.strength == Act.REJECT.strength
    assert {Act.CONCERN, Act.OPPOSE, Act.REJECT, Act.CONDEMN} == {
        act for act in Act if act.scale is Scale.CRITICISM
    }


def test_support_grows() -> None:
    """To thank, congratulate or welcome is weaker than to praise, and that than to support."""
    assert Act.THANK.strength < Act.PRAISE.strength < Act.SUPPORT.strength
    assert Act.THANK.strength == Act.CONGRATULATE.strength == Act.WELCOME.strength
    assert {Act.THANK, Act.CONGRATULATE, Act.WELCOME, Act.PRAISE, Act.SUPPORT} == {
        act for act in Act if act.scale is Scale.SUPPORT
    }


def test_plain_remarks_have_no_plover_type() -> None:
    """PLOVER has no type for words that do nothing but say how things are."""
    assert {Act.AFFIRM, Act.ANNOUNCE, Act.NOTE} == {act for act in Act if act.plover is None}


def test_kinds_of_event_and_plover() -> None:
    """All sixteen PLOVER types are kinds of event, and the further kinds have no type."""
    types = {kind: kind.plover for kind in EventKind if kind.plover is not None}

    assert len(Plover) == 16
    assert set(Plover) == set(types.values())
    assert all(kind.upper() == plover for kind, plover in types.items())
    assert {
        EventKind.AGREEMENT,
        EventKind.APPOINTMENT,
        EventKind.ELECTION,
        EventKind.INAUGURATION,
        EventKind.POLICY,
        EventKind.STATE_OF_AFFAIRS,
        EventKind.WAR,
    } == set(EventKind) - set(types)
