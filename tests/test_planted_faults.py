"""A fault that is planted in a file that is in order is told alone, and where it was planted."""

import re
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bilateral as bl
from tests.dossiers import dossiers

FIELD = re.compile(r"(?P<indent> {2,}(?:- )?)(?P<name>\w+): (?P<value>[^\[{].*)")
RECORD = re.compile(r'  (?:"[^"]*"|[\w-]+):')
SLIPS = {
    **dict.fromkeys(("date", "published", "accessed", "due", "start", "end"), ("date", "2024-13")),
    **dict.fromkeys(("country", "visit", "meeting", "broader"), ("ref-unknown", "no-such-id-1")),
    **dict.fromkeys(
        ("kind", "act", "voice", "status", "confidence", "format", "position", "outcome", "role"),
        ("value", "no-such-word"),
    ),
    **dict.fromkeys(("acting", "topics_open", "distanced", "complete", "hedged"), ("type", "yes")),
    "paragraph": ("type", "five"),
    "by": ("value", "a fortnight or so"),
}


def slips(lines: list[str]) -> list[tuple[str, int, int, list[str]]]:
    """The ways to spoil a file: a code, a 1-based place, and the lines with the fault."""
    found = []
    for number, line in enumerate(lines):
        field = FIELD.fullmatch(line)
        if field and field["name"] in SLIPS:
            code, value = SLIPS[field["name"]]
            spoilt = line[: field.start("value")] + value
            column = field.start("value") + 1
            found.append(
                (code, number + 1, column, [*lines[:number], spoilt, *lines[number + 1 :]])
            )
        if RECORD.fullmatch(line):
            spoilt = "    no_such_field: x"
            above = number + 1
            found.append(("key-unknown", above + 1, 5, [*lines[:above], spoilt, *lines[above:]]))
    return found


@settings(deadline=None, max_examples=150, suppress_health_check=list(HealthCheck))
@given(dossiers(), st.data())
def test_told_where_it_was_planted(dossier: bl.Dossier, data: Any) -> None:
    """One wrong value or unknown field, anywhere in any dossier, is one problem at its place."""
    ways = slips(bl.dumps(dossier).split("\n"))
    if not ways:
        return
    code, line, column, spoilt = data.draw(st.sampled_from(ways))

    try:
        bl.loads("\n".join(spoilt), name="spoilt.yaml")
    except bl.LoadError as error:
        told = [(problem.code, problem.place) for problem in error.problems]
    else:
        told = []

    assert [(code, bl.Place("spoilt.yaml", line, column))] == told
