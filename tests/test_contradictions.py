"""Dates and relatives that cannot all hold, as problems with their places."""

from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main
from tests.drafts import NAME, edited
from tests.told import dossier_of, event, said, statement

MOVED = edited(
    "    relative:\n      - {after: offer, by: 1 day}",
    "    date: 1933-11-16\n    relative:\n      - {after: offer, by: 1 day}",
)


def told(text: str) -> list[str]:
    """What contradicts in a text."""
    return [str(problem) for problem in bl.contradictions(bl.loads(text, name=NAME))]


def test_none() -> None:
    """A file of which all dates can hold has no contradiction."""
    assert [] == told(edited())


def test_against_a_date() -> None:
    """A record that was moved contradicts, with its place and all links of the chain."""
    (problem,) = bl.contradictions(bl.loads(MOVED, name=NAME))
    assert ("dates-contradict", "events.slap.relative[0]", bl.Severity.ERROR) == (
        problem.code,
        problem.path,
        problem.severity,
    )
    line = MOVED.splitlines().index("      - {after: offer, by: 1 day}") + 1
    assert (
        f"{NAME}:{line}:9: dates contradict: offer is dated 1933-11-17 (stated); slap is 1 day "
        "after offer (stated); slap is dated 1933-11-16 (stated)" == str(problem)
    )


def test_circle() -> None:
    """Records each after the other are told as the circle that they are."""
    text = edited(
        "    date: 1933-11-17\n    voice: reported",
        "    relative: [{after: slap}]\n    voice: reported",
    )
    assert [
        "dates contradict: slap is 1 day after offer (stated); offer is after slap (stated)"
    ] == [line.split(": ", 1)[1] for line in told(text)]


def test_made_in_python() -> None:
    """Records that stand in no file are named all the same, at the first relative of the circle."""
    records = [event(a, None, said("after", b)) for a, b in ("ab", "bc", "ca")]
    (problem,) = bl.contradictions(dossier_of(records))
    assert "events.a.relative[0]" == problem.path
    assert (
        "<made in Python>:1:1: dates contradict: c is after a (stated); b is after c (stated); "
        "a is after b (stated)" == str(problem)
    )


def test_check_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`bilateral check` prints contradictions, and exits with 1."""
    path = tmp_path / "draft.yaml"
    path.write_text(MOVED, encoding="utf-8")
    assert 1 == main(["check", str(path)])
    found = capsys.readouterr()
    assert "1 problem\n" == found.err
    assert "dates contradict: offer is dated 1933-11-17 (stated);" in found.out


def test_in_a_file_that_changed(tmp_path: Path) -> None:
    """Where the places are those of another text by now, it is told without them."""
    file = tmp_path / "a.yaml"
    file.write_text(MOVED, encoding="utf-8")
    dossier = bl.load(file)
    file.write_text(f"# moved\n{MOVED}", encoding="utf-8")
    (problem,) = bl.contradictions(dossier)
    assert "events.slap.relative[0]" == problem.path
    assert "<no longer as it was loaded>" == problem.place.file


def test_every_output_of_a_timeline_tells() -> None:
    """A timeline of dates that contradict says so wherever it is shown."""
    moments = bl.timeline(bl.loads(MOVED, name=NAME))
    for format in ("text", "markdown", "svg", "html", "timelinejs"):
        assert "dates contradict" in bl.export.render(moments, format)
    assert "dates contradict" in moments._repr_html_()
    assert "dates contradict" not in str(bl.timeline(bl.loads(edited(), name=NAME)))


def test_all_of_sets_take_several_days() -> None:
    """Words on two days are no contradiction, whatever is said to come after them."""
    words = statement("s", "{2024-05-16,2024-05-20}")
    for later in (event("u", None, said("after", "s")), event("v", "2024-06", said("after", "s"))):
        assert () == bl.contradictions(dossier_of([words, later]))


def test_of_one_day_of_several() -> None:
    """A visit on one of two days takes one, whichever it is."""
    talks = event("talks", "[2024-05-16,2024-05-17]", said("before", "end", "1 day"))
    moments = bl.timeline(dossier_of([talks, event("end", "2024-05-18")]))
    assert "talks starts on 2024-05-17" in str(moments.bounds("talks"))


def test_months_accuse_no_others() -> None:
    """Where months go round, only what is needed for the contradiction is told."""
    records = [
        statement("a", "[2023-04-01..2023-04-20]"),
        statement("b", None, said("after", "a", "1 month"), said("after", "a", "31 days")),
        statement("d", None, said("after", "b", "1 day")),
        statement("f", None, said("before", "a", "2 days")),
    ]
    dossier = dossier_of(records)
    (problem,) = bl.contradictions(dossier)
    assert "b is 1 month after a (stated)" in problem.message
    assert "b is 31 days after a (stated)" in problem.message
    assert not [id for id in "df" if f"{id} is " in problem.message]
    moments = bl.timeline(dossier)
    assert [False, False] == [moments.bounds(id).disputed for id in "df"]
