"""A made-up tale in which nothing is wrong, and what is told of it once something is changed."""

from typing import Any

import attrs

import bilateral as bl
from tests.drafts import NAME, edited

TALE = """\
bilateral: 1
id: duck-1933
countries:
  FRD: {name: Freedonia, aliases: [Republic of Freedonia]}
  SYL: {name: Sylvania}
organizations:
  league: {name: the League, kind: alliance, members: [{country: SYL, start: 1920, end: 1935}]}
  club: {name: the Club, kind: group}
topics:
  war: {name: War}
  peace: {name: Peace, proposition: Peace is good.}
leaders:
  firefly:
    name: Rufus Firefly
    country: FRD
    offices:
      - {role: head-of-state, title: President, of: FRD, start: 1933-10, end: "[1934..]"}
  pinky:
    name: Pinky
    country: FRD
    offices:
      - {role: minister, title: Secretary of War, of: FRD, as_of: 1933-11-17}
  roland:
    name: Bob Roland
    country: FRD
    offices:
      - {role: foreign-minister, title: Foreign Minister, start: 1930, end: 1931}
      - {role: foreign-minister, title: Foreign Minister, start: 1933, as_of: 1933-11-17}
      - {role: minister, title: Chancellor, start: 1925, end: 1926}
  trentino: {name: Ambassador Trentino, country: SYL}
  vera: {name: Vera Marcal}
  league-man:
    name: A League Man
    offices: [{role: head-of-organization, title: Secretary-General, of: league}]
sources:
  gazette:
    {title: A call, published: 1933-11-18, mentions: {the lady: vera, the Mud Republic: SYL}}
visits:
  call:
    {guests: [firefly], hosts: [trentino], country: SYL, date: 1933-11-16/1933-11-17,
     delegation: [{leader: pinky, office: the Secretary-of-War}, {group: some guards}]}
meetings:
  tea: {kind: informal, participants: [firefly, trentino], date: 1933-11-17, visit: call}
statements:
  offer:
    {speakers: [firefly], meeting: tea, visit: call, date: 1933-11-17, voice: mixed, act: offer,
     topics: [peace], text: Freedonia offers its hand., quoted: ["its hand"],
     evidence: ["held out ... the right hand"]}
  reply: {speakers: [trentino], voice: direct, act: thank, text: "Thank you.", date: 1933-11-17}
declarations:
  accord:
    title: The accord
    parties: [FRD, SYL]
    visit: call
    date: 1933-11-17
    clauses:
      hand: {act: pledge, text: Both sides keep the peace.}
      foot: {act: pledge, text: Both sides stay where they are.}
  pact:
    title: The earlier pact
    parties: [FRD, SYL]
    date: 1930
    clauses:
      hand: {act: pledge, text: Both sides shake hands.}
events:
  slap: {kind: assault, title: A slap, actors: [firefly], date: 1933-11-18}
readings:
  pride: {about: [slap], text: The slap was a matter of pride.}
"""

CALLED = "date: 1933-11-16/1933-11-17"
TEA = "date: 1933-11-17, visit: call"
QUOTED = "quoted: ["
SLAP = "actors: [firefly], date: 1933-11-18}"


def told(*changes: str) -> list[str]:
    """What is told of the tale with these changes: severity, code, path and message."""
    problems = bl.consistency(bl.loads(edited(*changes, text=TALE), name=NAME))
    return [f"{each.severity} {each.code} {each.path}: {each.message}" for each in problems]


def delegate(words: str) -> tuple[str, str]:
    """A change to the tale: somebody else comes along."""
    return "{group: some guards}", f"{{{words}}}"


def mentioned(words: str, who: str) -> tuple[str, str]:
    """A change to the tale: the source mentions somebody in these words."""
    return "mentions: {the lady: vera", f'mentions: {{"{words}": {who}'


def changed(dossier: bl.Dossier, **sections: Any) -> bl.Dossier:
    """A dossier with other records in some sections."""
    return attrs.evolve(dossier, **sections)
