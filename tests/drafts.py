"""A made-up article file, and the same with something else in it."""

import pytest

import bilateral as bl
from bilateral.format import reading

NAME = "draft.yaml"

DRAFT = """\
bilateral: 1
id: call-1933
title: Firefly calls on Trentino

countries:
  FRD: {name: Freedonia}
  SYL: {name: Sylvania}

topics:
  peace:
    name: Peace
    proposition: The two countries should live in peace.

variables:
  tone: {name: Tone, values: [warm, cold]}

leaders:
  firefly:
    name: Rufus T. Firefly
    country: FRD
    offices:
      - {role: head-of-government, title: President, of: FRD, as_of: 1933-11-17}
  trentino: {name: Ambassador Trentino, country: SYL}

sources:
  gazette:
    title: Firefly calls on Trentino
    kind: news
    published: 1933-11-17

visits:
  call:
    guests: [firefly]
    hosts: [trentino]
    country: SYL
    date: 1933-11-17

meetings:
  tea:
    kind: informal
    participants: [firefly, trentino]
    visit: call
    date: 1933-11-17

statements:
  offer:
    speakers: [firefly]
    to: [trentino]
    meeting: tea
    date: 1933-11-17
    voice: reported
    act: offer
    topics: [peace]
    text: Freedonia offers its hand.
    evidence: ["held out ... the right hand"]

declarations:
  accord:
    title: The accord of the two countries
    parties: [FRD, SYL]
    date: 1933-11-18
    clauses:
      hand:
        act: pledge
        topics: [peace]
        text: Both sides keep the peace.

events:
  slap:
    kind: assault
    title: A slap in the face
    actors: [firefly]
    targets: [trentino]
    relative:
      - {after: offer, by: 1 day}

readings:
  pride:
    about: [slap, accord/hand]
    text: The slap was a matter of pride.
"""


def edited(*changes: str, text: str = DRAFT) -> str:
    """The draft with the first, third, ... string replaced by the one after it, each found once."""
    for old, new in zip(changes[::2], changes[1::2], strict=True):
        assert text.count(old) == 1, f"{old!r} stands in the draft {text.count(old)} times"
        text = text.replace(old, new)
    return text


def problems(text: str | bytes, *, limits: bl.Limits | None = None) -> tuple[bl.Problem, ...]:
    """All that is wrong with a text; its records are left aside."""
    try:
        bl.loads(text, name=NAME, limits=limits or bl.Limits())
    except bl.LoadError as error:
        return error.problems
    return ()


def told(text: str, *, limits: bl.Limits | None = None) -> list[str]:
    """What is wrong with a text: the code of each problem, and the line that it prints."""
    found = problems(text, limits=limits)
    return [f"{problem.code} {str(problem).removeprefix(f'{NAME}:')}" for problem in found]


def use_parser(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Have files read by libyaml, or by PyYAML's own parser, which is there without it."""
    if kind == "pure Python":
        monkeypatch.setattr(reading, "_PARSER", reading.PurePythonParser)


PARSERS = ["libyaml", "pure Python"]
