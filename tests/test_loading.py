"""Loading and checking as a whole: every fault told once, in its place, and nothing but faults."""

import gc
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.format import loading
from tests.drafts import DRAFT, NAME, edited, problems, told, use_parser
from tests.test_fields import ACTS, ROWS
from tests.test_ids import IDS

BROKEN = sorted(Path(__file__).parent.glob("data/broken/*.yaml"))
EXAMPLES = [Path(__file__).parent / "data/archive", Path(__file__).parents[1] / "examples"]


def problem(at: str, code: str, path: str, message: str, **told: str) -> bl.Problem:
    """A problem of the draft."""
    line, column = map(int, at.split(":"))
    place = bl.Place(NAME, line, column)
    return bl.Problem(code=code, place=place, path=path, message=message, **told)  # type: ignore[arg-type]


ACTORS = "'FRD', 'SYL', 'firefly' or 'trentino'"
SLIPS = [
    pytest.param(
        ["hosts: [trentino]", "hosts: [firefly, trentno]"],
        problem(
            "34:22",
            "ref-unknown",
            "visits.call.hosts[1]",
            "no leader, country or organization 'trentno'; did you mean 'trentino'?",
            found="trentno",
            expected=ACTORS,
            suggestion="trentino",
        ),
        id="an id",
    ),
    pytest.param(
        ["hosts: [trentino]", "hosts: [nobody]"],
        problem(
            "34:13",
            "ref-unknown",
            "visits.call.hosts[0]",
            f"no leader, country or organization 'nobody'; expected {ACTORS}",
            found="nobody",
            expected=ACTORS,
        ),
        id="a reference to nothing",
    ),
    pytest.param(
        ["{after: offer,", "{afer: offer,"],
        problem(
            "75:10",
            "key-unknown",
            "events.slap.relative[0].afer",
            "Relative has no field 'afer'; did you mean 'after'?",
            found="afer",
            expected="'before', 'after' or 'by'",
            suggestion="after",
        ),
        id="a field",
    ),
    pytest.param(
        ["act: offer", "act: ofer"],
        problem(
            "52:10",
            "value",
            "statements.offer.act",
            "no act 'ofer'; did you mean 'offer'?",
            found="ofer",
            expected=ACTS,
            suggestion="offer",
        ),
        id="an act",
    ),
    pytest.param(
        ["published: 1933-11-17", "published: 17.11.1933"],
        problem(
            "29:16",
            "date",
            "sources.gazette.published",
            "'17.11.1933' is no EDTF date: year, month and day stand in this order, joined by "
            "hyphens; did you mean '1933-11-17'?",
            found="17.11.1933",
            expected="an EDTF date",
            suggestion="1933-11-17",
        ),
        id="a date",
    ),
    pytest.param(
        ["        act: pledge\n", ""],
        problem(
            "63:7",
            "key-missing",
            "declarations.accord.clauses.hand.act",
            "Clause needs 'act'",
            expected="act",
        ),
        id="a missing field",
    ),
    pytest.param(
        ["participants: [firefly, trentino]", "participants: firefly"],
        problem(
            "41:19",
            "type",
            "meetings.tea.participants",
            "expected a list, found 'firefly'; write [firefly]",
            found="firefly",
            expected="a list",
            suggestion="[firefly]",
        ),
        id="a wrong type",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), SLIPS)
def test_slip(changes: list[str], expected: bl.Problem) -> None:
    """A slip is one problem, with its place, its path, what was found and what was meant."""
    assert (expected,) == problems(edited(*changes))


def expectations(path: Path) -> list[str]:
    """What a broken file says in its header that is to be told of it."""
    return re.findall("^# expect: (.*)$", path.read_text("utf-8"), re.MULTILINE)


@pytest.mark.parametrize("path", BROKEN, ids=lambda path: path.stem)
def test_broken_file(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of each broken file is told just what its header says, in the order of the file."""
    monkeypatch.chdir(path.parent)

    assert [f"{path.name}:{line}" for line in expectations(path)] == [
        str(problem) for problem in bl.check(path.name, root=".")
    ]


def test_eight_slips_are_eight_problems() -> None:
    """The file with eight slips has eight problems, each of its own sort or of its own record."""
    found = bl.check(BROKEN[[path.stem for path in BROKEN].index("eight-slips")])

    assert 8 == len(found) == len({problem.path for problem in found})


def test_load_error_holds_what_check_returns(monkeypatch: pytest.MonkeyPatch) -> None:
    """`load` raises what `check` returns, and its message is their lines."""
    monkeypatch.chdir(BROKEN[0].parent)
    names = [path.name for path in BROKEN]

    with pytest.raises(bl.LoadError) as caught:
        bl.load(*names)

    assert bl.check(*names) == caught.value.problems
    assert "\n".join(map(str, caught.value.problems)) == str(caught.value)
    assert sorted(names) == list(dict.fromkeys(p.place.file for p in caught.value.problems))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_pure_parser(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser, which is there without libyaml, gives the same records and places."""
    quick = bl.load(path)
    use_parser("pure Python", monkeypatch)

    pure = bl.load(path)

    assert quick == pure
    assert [quick.places[record.id] for record in quick] == [
        pure.places[record.id] for record in pure
    ]


# Defaults


def test_defaults_fill_what_records_leave_out() -> None:
    """A default holds where a record of its section does not say otherwise."""
    text = edited("    date: 1933-11-17\n    voice: reported\n", "")
    text += "\ndefaults:\n  statements: {date: 1933-11-16, voice: direct, act: threaten}\n"

    said = bl.loads(text).statements["offer"]

    assert ("1933-11-16", "direct", "offer") == (str(said.date), said.voice, said.act)


@pytest.mark.parametrize(
    ("default", "code"),
    [
        pytest.param("date: 1933-11-31", "date", id="a date"),
        pytest.param("fulfils: [ofer]", "ref-unknown", id="a reference"),
        pytest.param("place: [Sylvania]", "type", id="a list for a text"),
        pytest.param("agenda: [peace, pace]", "ref-unknown", id="a member of a list"),
        pytest.param("codes: {tone: wram}", "value", id="a code"),
        pytest.param("inferred: {dat: coder}", "key-unknown", id="a field under 'inferred'"),
        pytest.param("evidence: [held out]", "text-split", id="unquoted prose"),
    ],
)
def test_fault_of_a_default_is_told_once(default: str, code: str) -> None:
    """A fault in the defaults is told once and at its place, though several records use it."""
    dated = "    country: SYL\n    date: 1933-11-17\n"
    text = edited(dated, "    country: SYL\n  again: {guests: [trentino], country: FRD}\n")
    date = "" if code == "date" else ", date: 1933-11-17"
    text += f"\ndefaults:\n  visits: {{{default}{date}}}\n"

    found = problems(text)

    assert [code] == [problem.code for problem in found]
    assert ["defaults.visits"] == [problem.path[:15] for problem in found]
    assert [83] == [problem.place.line for problem in found]


def test_clauses_are_no_default() -> None:
    """Clauses have ids of their own, so no declarations can share them."""
    text = DRAFT + "\ndefaults:\n  declarations: {clauses: {x: {act: pledge, text: y}}}\n"

    (problem,) = problems(text)

    assert ("defaults.declarations.clauses", 83) == (problem.path, problem.place.line)


# Properties


def mutations() -> st.SearchStrategy[str]:
    """The draft with lines left out, doubled, moved, cut, indented, or words put in."""
    lines = DRAFT.splitlines(keepends=True)
    spots = st.integers(0, len(lines) - 1)
    pieces = st.sampled_from(
        ["x", "~", "[", "{", "'", '"', "#", "# ", "*", "&", "!", "\t", "- ", ": ", "\u202e", "\0",
         "...\n", "---\n", "<<: ", "null", "\ud800", "\u2028", "  ", "firefly", "1933-02-30", "\r"]
    )  # fmt: skip

    def mutate(changes: Sequence[tuple[int, int, int, str]]) -> str:
        text = list(lines)
        for kind, one, other, piece in changes:
            line = text[one]
            if kind == 0:
                text[one] = ""
            elif kind == 1:
                text[one] = text[other]
            elif kind == 2:
                text.insert(one, text[other])
            else:
                at = other % (len(line) + 1)
                text[one] = line[:at] + piece + line[at + kind - 3 :]
        return "".join(text)

    change = st.tuples(st.integers(0, 6), spots, spots, pieces)
    return st.lists(change, min_size=1, max_size=4).map(mutate)


@settings(deadline=None, max_examples=400)
@given(mutations() | st.text())
@example("\ud800")
@example("bilateral: 1\nid: \ud800\n")
def test_only_load_errors(text: str) -> None:
    """Whatever a text holds, it gives a dossier or a LoadError whose problems have places."""
    end = text.count("\n") + text.count("\r") + 1
    for found in problems(text):
        assert 1 <= found.place.line <= end
        assert found.place.column >= 1
        assert found.message


@settings(deadline=None, max_examples=100)
@given(data=st.binary() | mutations().map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_check_never_raises(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    """Whatever bytes a file holds, `check` returns what is wrong with them."""
    path = tmp_path_factory.mktemp("any") / "a.yaml"
    path.write_bytes(data)

    assert all(str(path) == problem.place.file for problem in bl.check(path, root=path.parent))


@settings(deadline=None, max_examples=100)
@given(st.sampled_from([*ROWS, *IDS]), st.integers(1, 9))
def test_lines_above_move_problems_down(row: Any, lines: int) -> None:
    """Comments above a file move every problem down by their number, and change nothing else."""
    text = edited(*row.values[0])

    moved = [
        attrs.evolve(found, place=attrs.evolve(found.place, line=found.place.line + lines))
        for found in problems(text)
        if NAME not in found.message
    ]

    again = [found for found in problems("# above\n" * lines + text) if NAME not in found.message]
    assert moved == again


def test_valid_dates_and_texts() -> None:
    """Dates of every form that EDTF has are read, and no comma splits what is no prose."""
    dates = ["1933-11-17/", "-0044-03-15", "1933-11-XX", "1933", '"[1934..]"', "193X", "1933-11~"]
    for date in dates:
        text = edited("published: 1933-11-17", f"published: {date}")
        assert date.strip('"') == str(bl.loads(text).sources["gazette"].published)
    text = edited("{name: Freedonia}", "{name: Freedonia, aliases: [1,000, a]}")
    assert ("1", "000", "a") == bl.loads(text).countries["FRD"].aliases


def test_nothing_is_told_of_the_draft() -> None:
    """The draft itself is in order, with its defaults left empty and its sections too."""
    assert [] == told(DRAFT)
    assert [] == told(f"{DRAFT}\ndefaults: {{visits: {{}}}}\norganizations: {{}}\n")


def test_the_collector_is_as_it_was() -> None:
    """A load pauses the garbage collector, and leaves it as it found it."""
    bl.loads("bilateral: 1\n")
    assert gc.isenabled()
    gc.disable()
    try:
        bl.loads("bilateral: 1\n")
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_what_a_large_load_made_is_old(monkeypatch: pytest.MonkeyPatch) -> None:
    """The collector need not go through a large load's records, and what is frozen stays so."""
    monkeypatch.setattr(loading, "_MANY", 0)

    loaded = bl.loads(DRAFT)
    assert any(one is loaded.visits for one in gc.get_objects(generation=2))
    assert 0 == gc.get_freeze_count()

    gc.freeze()
    frozen = gc.get_freeze_count()
    try:
        loaded = bl.loads(DRAFT)
        assert 0 < gc.get_freeze_count() <= frozen
    finally:
        gc.unfreeze()


def test_bytes() -> None:
    """The bytes of a file load as its text does, and what is neither is refused in words."""
    text = f"\ufeff{DRAFT}"
    assert bl.loads(text) == bl.loads(text.encode())
    assert ["encoding-utf16"] == [found.code for found in problems(text.encode("utf-16"))]
    with pytest.raises(TypeError, match="loads takes text, not NoneType"):
        bl.loads(None)  # type: ignore[arg-type]


@pytest.mark.parametrize("limit", ["file_size", "depth", "nodes", "key_length"])
def test_limits_are_counts(limit: str) -> None:
    """A limit is a whole number, and at least 1: none turns it off."""
    with pytest.raises(ValueError, match=limit):
        bl.Limits(**{limit: 0})
    with pytest.raises(TypeError, match=limit):
        bl.Limits(**{limit: None})  # type: ignore[arg-type]
