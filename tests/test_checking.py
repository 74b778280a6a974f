"""One check for everything: what the loader refuses, else what contradicts."""

import re
from collections.abc import Sequence
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

import bilateral as bl
from tests.consistency import (
    test_companions,
    test_offices,
    test_outcomes,
    test_sequence,
    test_tenures,
    test_wording,
)
from tests.consistency.tale import TALE, TEA
from tests.dossiers import dossiers
from tests.drafts import NAME, edited

ROOT = Path(__file__).parents[1]
TABLES: list[Sequence[tuple[tuple[str, ...], str]]] = [
    test_companions.SIDES,
    test_offices.OFFICES,
    test_outcomes.PLANS,
    test_sequence.TIMES,
    test_tenures.TENURES,
    test_wording.WORDS,
]
LATE = (TEA, "date: 1933-11-18, visit: call", "meeting: tea, ", "")
CLASH = ("date: 1933-11-18}", "date: 1933-11-18, relative: [{before: reply}]}")


def codes(text: str | bytes) -> list[str]:
    """The code and severity of all that is wrong with a text."""
    return [f"{each.severity} {each.code}" for each in bl.checks(text, name=NAME)]


def test_all_is_well() -> None:
    """Nothing is wrong with a sound file."""
    assert [] == codes(TALE)


def test_what_is_refused_is_told_alone() -> None:
    """Of a file that does not load, only that is told, and as `loads` has it."""
    text = edited(*LATE, "act: thank", "act: thanx", text=TALE)
    with pytest.raises(bl.LoadError) as caught:
        bl.loads(text, name=NAME)
    assert caught.value.problems == bl.checks(text, name=NAME)
    assert ["error value"] == codes(text)


def test_contradictions_and_consistency_are_told_together() -> None:
    """Of a file that loads, all that contradicts is told in the order of its lines."""
    text = edited(*LATE, *CLASH, "end: 1926", "end: 1924", text=TALE)
    found = bl.checks(text, name=NAME)
    assert ["tenure-reversed", "outside-visit", "dates-contradict"] == [p.code for p in found]
    lines = [each.place.line for each in found]
    assert sorted(lines) == lines


def test_bytes() -> None:
    """The bytes of a file are checked as its text is."""
    assert codes(edited(*LATE, text=TALE)) == codes(edited(*LATE, text=TALE).encode())
    assert ["error encoding-utf8"] == codes(b"\xff")


def test_neither_text_nor_bytes() -> None:
    """A path is no text, and is told so as by `loads`."""
    with pytest.raises(TypeError, match="loads takes text, not "):
        bl.checks(Path("a.yaml"))  # type: ignore[arg-type]


def test_limits() -> None:
    """Limits hold for what is checked."""
    limits = bl.Limits(file_size=10)
    assert ["file-too-big"] == [each.code for each in bl.checks(TALE, limits=limits)]
    example = ROOT / "examples/xi-putin-beijing-2024.yaml"
    assert "file-too-big" in {each.code for each in bl.check(example, limits=limits)}


def test_files_are_told_in_the_order_in_which_they_are_given(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The archive comes first and then the files as they were given, as `load` tells them."""
    monkeypatch.chdir(tmp_path)
    archive, rest = TALE[: TALE.index("sources:")], TALE[TALE.index("sources:") :]
    archive = archive.replace("id: duck-1933\n", "").replace("end: 1926", "end: 1924")
    Path("bilateral.yaml").write_text(archive, "utf-8")
    late = edited(*LATE, text=rest)
    for name in ("a.yaml", "b.yaml"):
        Path(name).write_text(f"bilateral: 1\n{late}", "utf-8")

    found = bl.check("b.yaml", "a.yaml")
    assert ["bilateral.yaml", "b.yaml", "a.yaml"] == [each.place.file for each in found]
    assert ["bilateral.yaml", "a.yaml", "b.yaml"] == [each.place.file for each in bl.check(".")]


def test_one_coders_coding_is_checked(tmp_path: Path) -> None:
    """Of parallel codings, that of the coder who is asked for is checked."""
    for coder, text in (("Ada", TALE), ("Bo", edited(*LATE, text=TALE))):
        coded = text.replace("bilateral: 1", f"bilateral: 1\ncoding: {{coder: {coder}}}")
        (tmp_path / f"{coder}.yaml").write_text(coded, "utf-8")
    assert ["codings"] == [each.code for each in bl.check(tmp_path)]
    assert () == bl.check(tmp_path, coder="Ada")
    assert ["outside-visit"] == [each.code for each in bl.check(tmp_path, coder="Bo")]


@given(dossiers(articles=2, apart=True))
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
def test_the_order_of_paths_changes_the_order_alone(
    tmp_path_factory: pytest.TempPathFactory, dossier: bl.Dossier
) -> None:
    """The same is found whatever the order in which files are given, and nothing escapes."""
    folder = tmp_path_factory.mktemp("archive")
    bl.dump(dossier, folder)
    paths = sorted(path for path in folder.iterdir() if path.name != "bilateral.yaml")
    found = {frozenset(bl.check(*given)) for given in permutations(paths)}
    assert {frozenset(bl.check(folder))} == found
    loaded = bl.load(folder)
    assert {frozenset((*bl.contradictions(loaded), *bl.consistency(loaded)))} == found


def test_every_code_is_in_the_docs() -> None:
    """The page on checking has a row for each code and severity that the tables of tests know."""
    page = (ROOT / "docs/checking.md").read_text("utf-8")
    told = set(re.findall(r"^\| `([a-z-]+)` \| (error|warning) \|", page, flags=re.MULTILINE))
    tested = {tuple(expected.split()[1::-1]) for table in TABLES for _, expected in table}
    assert tested | {("dates-contradict", "error"), ("cycle", "error")} == told
    refused = page[page.index("## What the loader refuses") :]
    for path in (ROOT / "tests/data/broken").iterdir():
        for problem in bl.check(path):
            assert f"`{problem.code}`" in refused


TALK = """\
bilateral: 1
countries: {FRD: {name: Freedonia}}
sources: {gazette: {title: Talks}}
events:
  talks: {kind: consult, title: Talks, actors: [FRD], date: 1933, evidence: ["talks ... began"]}
"""


def test_evidence_is_told_of_once() -> None:
    """An elision with too few words is one fault, whoever looks at it."""
    problems = bl.checks(TALK, texts={"gazette": "The talks at last began."})
    assert ["elision"] == [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            TALK.replace("talks ... began", "talks began"),
            "a text is given, and no source 'gazete'; did you mean 'gazette'?; there are gazette",
        ),
        (
            "bilateral: 1\ncountries: {FRD: {name: Freedonia}}\n",
            "a text is given, and no source 'gazete'; there is none",
        ),
    ],
)
def test_a_text_of_no_source(text: str, message: str) -> None:
    """What a model calls its source is a fault of its answer, not of who asks."""
    (problem,) = bl.checks(text, texts={"gazete": "The talks began."})
    assert ("text-of-no-source", message) == (problem.code, problem.message)
    assert ("gazete", "gazette" if "gazette" in text else None) == (
        problem.found,
        problem.suggestion,
    )
