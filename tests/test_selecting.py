"""Which records a timeline shows."""

import datetime as dt
from typing import Any

import pytest

import bilateral as bl

TEXT = """\
bilateral: 1
id: duck
countries:
  FRD: {name: Freedonia}
  SYL: {name: Sylvania}
  KLP: {name: Klopstokia}
topics:
  peace: {name: Peace}
  truce: {name: Truce, broader: peace}
  trade: {name: Trade}
leaders:
  firefly: {name: Rufus Firefly, country: FRD}
  trentino: {name: Ambassador Trentino, country: SYL}
  teasdale: {name: Gloria Teasdale, country: FRD}
visits:
  spa: {guests: [firefly], hosts: [trentino], country: SYL, date: 1933-01, agenda: [trade],
    delegation: [{leader: teasdale}, {group: spies}],
    purpose: [{act: call-for, topics: [truce]}]}
meetings:
  tea: {kind: informal, participants: [firefly, trentino], date: 1933-02, status: planned,
    delegation: [{leader: teasdale}, {group: spies}], topics: [trade]}
statements:
  insult: {speakers: [trentino], to: [firefly], date: 1933-03, voice: direct, act: condemn,
    topics: [peace], text: "You are an upstart"}
declarations:
  pact: {title: Pact, parties: [FRD, SYL], date: 1933-04, signatories: [teasdale],
    clauses: {calm: {act: pledge, topics: [truce], text: Keep calm.}}}
events:
  ball: {title: A ball, kind: consult, actors: [KLP], date: 1933-05}
"""
DOSSIER = bl.loads(TEXT)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"dyad": ("FRD", "SYL")}, "spa tea insult pact"),
        ({"dyad": DOSSIER.relation("FRD", "KLP")}, ""),
        ({"actor": "teasdale"}, "spa tea pact"),
        ({"actor": DOSSIER.countries["SYL"]}, "spa tea insult pact"),
        ({"actor": "KLP"}, "ball"),
        ({"kind": "event"}, "ball"),
        ({"kind": bl.MomentKind.STATEMENT}, "insult"),
        ({"topic": "peace"}, "spa insult pact"),
        ({"topic": DOSSIER.topics["trade"]}, "spa tea"),
        ({"voice": "direct"}, "insult"),
        ({"voice": "mixed"}, ""),
        ({"status": "planned"}, "tea"),
        ({"status": bl.Status.HELD}, "spa pact ball"),
        ({"actor": "firefly", "topic": "peace", "until": "1933-02"}, "spa"),
        ({"kind": "visit", "since": "1933-01-15", "certain": True}, ""),
    ],
)
def test_filters(filters: dict[str, object], expected: str) -> None:
    """A record is shown where it passes all filters."""
    found = bl.timeline(DOSSIER, **filters)  # type: ignore[arg-type]
    assert expected.split() == [moment.record.local_id for moment in found]


def test_filters_within_a_dyad() -> None:
    """Filters select from the dyad that the timeline is of."""
    relation = DOSSIER.relation("FRD", "SYL")
    assert 1 == len(bl.timeline(relation, kind="visit"))
    assert 0 == len(bl.timeline(relation, dyad=("FRD", "KLP")))


@pytest.mark.parametrize(
    ("filters", "message"),
    [
        ({"kind": "vist"}, "no kind 'vist'; did you mean 'visit'?"),
        ({"voice": "x"}, "no voice 'x'; it is one of direct, mixed, reported, narrated"),
        ({"dyad": ("FRD",)}, "a dyad is two countries, such as ('CHN', 'RUS'), not ('FRD',)"),
        ({"dyad": "FRD"}, "a dyad is two countries, such as ('CHN', 'RUS'), not 'FRD'"),
    ],
)
def test_refused(filters: dict[str, object], message: str) -> None:
    """A word of no vocabulary is refused, and so is a dyad of one country."""
    with pytest.raises(bl.RecordError) as caught:
        bl.timeline(DOSSIER, **filters)  # type: ignore[arg-type]
    assert message == str(caught.value)


def test_since_behind_until() -> None:
    """Limits that nothing can lie between are a mistake."""
    with pytest.raises(bl.RecordError, match="nothing lies since 1979 and until 1978"):
        bl.timeline(DOSSIER, since="1979", until="1978")


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"since": 1978}, "a date is text, such as '2024-05-16', not 1978"),
        ({"until": dt.date(1978, 1, 1)}, "a date is text, such as '2024-05-16', not datetime.date"),
        ({"of": "camp.yaml"}, "a timeline is made of a dossier, as `load` gives one, not 'camp.y"),
    ],
)
def test_wrong_types(given: dict[str, Any], message: str) -> None:
    """What is of a wrong type is told in the words of the library."""
    with pytest.raises(TypeError) as caught:
        bl.timeline(**{"of": DOSSIER, **given})
    assert str(caught.value).startswith(message)


def test_actors_of_clauses() -> None:
    """Whom a clause is aimed at, its declaration is about."""
    text = TEXT.replace(
        "topics: [truce], text: Keep", "topics: [truce], targets: [KLP], text: Keep"
    )
    found = [moment.record.local_id for moment in bl.timeline(bl.loads(text), actor="KLP")]
    assert ["pact", "ball"] == found
