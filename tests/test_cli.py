import io
import json
import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main

EXAMPLE = "examples/xi-putin-beijing-2024.yaml"
ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def at_the_root(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand at the project's root, before a terminal of 80 columns."""
    monkeypatch.chdir(ROOT)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """A file with two faults."""
    path = tmp_path / "draft.yaml"
    path.write_text(
        "bilateral: 1\n"
        "countries: {FRD: {name: Freedonia}}\n"
        "leaders: {firefly: {name: Rufus Firefly, country: FRDD, naem: x}}\n",
        encoding="utf-8",
    )
    return path


def test_check_says_what_is_there(capsys: pytest.CaptureFixture[str]) -> None:
    """A file without problems is summed up, with status 0."""
    assert main(["check", EXAMPLE]) == 0
    assert capsys.readouterr().out.startswith("no problems in Dossier(1 articles, 4 countries, ")


def test_check_tells_all_problems(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each problem has a line, their number goes to standard error, and the status is 1."""
    assert main(["check", str(draft)]) == 1
    shown = capsys.readouterr()
    assert shown.out == (
        f"{draft}:3:51: no country 'FRDD'; did you mean 'FRD'?\n"
        f"{draft}:3:57: Leader has no field 'naem'; did you mean 'name'?\n"
    )
    assert shown.err == "2 problems\n"


def test_one_problem_is_singular(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is one problem."""
    assert main(["check", str(tmp_path / "none.yaml")]) == 1
    assert capsys.readouterr().err == "1 problem\n"


@pytest.mark.parametrize("arguments", [["show"], ["timeline"]])
def test_other_commands_tell_what_is_refused(
    arguments: list[str], draft: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Where a file does not load, any command tells why as `check` does."""
    assert main([*arguments, str(draft)]) == 1
    shown = capsys.readouterr()
    assert (shown.err, shown.out.count("\n")) == ("2 problems\n", 2)


@pytest.fixture
def warned(tmp_path: Path) -> Path:
    """A file with an error and two warnings."""
    path = tmp_path / "warned.yaml"
    path.write_text(
        "bilateral: 1\n"
        "countries: {FRD: {name: Freedonia}}\n"
        "statements:\n"
        "  a: {speakers: [FRD], voice: direct, act: note, date: 1933,"
        ' text: \'"Well"\', quoted: ["x"]}\n'
        "  b: {speakers: [FRD], voice: reported, act: pledge, date: 1933, text: x, due: 1932}\n",
        encoding="utf-8",
    )
    return path


def test_check_counts_warnings_apart(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An error beside warnings ends with status 1, and all are told with their severity."""
    assert main(["check", str(warned)]) == 1
    shown = capsys.readouterr()
    assert shown.err == "1 problem, 2 warnings\n"
    assert [line.split(":")[3] for line in shown.out.splitlines()] == [
        " warning",
        " warning",
        " 'b' is due 1932, before it was said",
    ]


def test_warnings_alone_are_no_failure(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings alone are printed with status 0; with `--strict`, it is 1."""
    text = warned.read_text("utf-8").replace(", due: 1932", "")
    warned.write_text(text, encoding="utf-8")
    assert main(["check", str(warned)]) == 0
    shown = capsys.readouterr()
    assert (shown.err, shown.out.count("warning: ")) == ("2 warnings\n", 2)
    assert main(["check", str(warned), "--strict"]) == 1
    assert main(["check", EXAMPLE, "--strict"]) == 0


@pytest.mark.parametrize("arguments", [["check"], ["check", "--strict"]])
def test_check_as_json(
    arguments: list[str], warned: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--format json`, standard output is a list of the problems and nothing else."""
    assert main([*arguments, str(warned), "--format", "json"]) == 1
    told = json.loads(capsys.readouterr().out)
    assert told == [problem.to_dict() for problem in bl.check(warned)]
    assert main([*arguments, EXAMPLE, "--format", "json"]) == 0
    assert capsys.readouterr() == ("[]\n", "")


def test_what_is_refused_as_json(draft: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What the loader refuses is told as JSON, too, and so is a file that is not there."""
    assert main(["check", str(draft), "--format", "json"]) == 1
    assert ["ref-unknown", "key-unknown"] == [
        each["code"] for each in json.loads(capsys.readouterr().out)
    ]
    assert main(["check", "none.yaml", "--format", "json"]) == 1
    (missing,) = json.loads(capsys.readouterr().out)
    assert ("file-missing", "none.yaml", 1) == (missing["code"], missing["file"], missing["line"])


def test_check_for_github(warned: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--format github`, each problem is an annotation; where all is well there is nothing."""
    assert main(["check", str(warned), "--format", "github"]) == 1
    shown = capsys.readouterr().out.splitlines()
    assert ["::warning", "::warning", "::error"] == [line.split()[0] for line in shown]
    assert main(["check", EXAMPLE, "--format", "github"]) == 0
    assert capsys.readouterr() == ("", "")


def test_json_is_utf_8_wherever_it_goes(warned: Path) -> None:
    """What a program reads is UTF-8, whatever the terminal writes otherwise."""
    text = warned.read_text("utf-8").replace('quoted: ["x"]', 'quoted: ["\u201ché\u201d"]')
    warned.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "bilateral", "check", str(warned), "--format", "json"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    found = {each["found"] for each in json.loads(done.stdout.decode("utf-8"))}
    assert "\u201ché\u201d" in found


def test_root_bounds_the_search_for_the_archive(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With `--root`, a `bilateral.yaml` above that folder is not read."""
    folder = tmp_path / "inner"
    folder.mkdir()
    archive = "bilateral: 1\ncountries: {FRD: {name: Freedonia}}\n"
    (tmp_path / "bilateral.yaml").write_text(archive, encoding="utf-8")
    article = "bilateral: 1\nleaders: {firefly: {name: Rufus Firefly, country: FRD}}\n"
    (folder / "a.yaml").write_text(article, encoding="utf-8")
    assert main(["check", str(folder / "a.yaml")]) == 0
    assert main(["check", str(folder / "a.yaml"), "--root", str(folder)]) == 1
    assert "no country 'FRD'" in capsys.readouterr().out


def test_coder_chooses_among_codings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With `--coder`, of several coders' files over one source those of this coder are loaded."""
    for coder, year in (("Ada", 1933), ("Bo", 1934)):
        (tmp_path / f"{coder}.yaml").write_text(
            f"bilateral: 1\ncoding: {{coder: {coder}}}\n"
            "sources: {wire: {title: A pact, url: w.org/1}}\n"
            f"events: {{pact: {{kind: agree, title: The pact, date: {year}}}}}\n",
            encoding="utf-8",
        )
    assert main(["check", str(tmp_path)]) == 1
    assert main(["check", str(tmp_path), "--coder", "Bo"]) == 0
    capsys.readouterr()
    assert main(["timeline", str(tmp_path), "--coder", "Bo", "--format", "markdown"]) == 0
    assert capsys.readouterr().out.endswith("| 1934 | event | The pact |\n")


def test_show_counts(capsys: pytest.CaptureFixture[str]) -> None:
    """`show` counts the records of each section."""
    assert main(["show", EXAMPLE]) == 0
    assert "statements     15\n" in capsys.readouterr().out


def test_show_one_record(capsys: pytest.CaptureFixture[str]) -> None:
    """`show --id` gives a record's place and fields."""
    assert main(["show", EXAMPLE, "--id", "putin"]) == 0
    shown = capsys.readouterr().out
    place = bl.load(EXAMPLE).places["putin"]
    assert shown.startswith(f'Leader putin, at {place}\nname: "Vladimir Putin"\ncountry: RUS\n')


def test_timeline_is_the_librarys(capsys: pytest.CaptureFixture[str]) -> None:
    """`timeline` prints what `bilateral.timeline` gives, in each format."""
    d = bl.load(EXAMPLE)
    options = ["--dyad", "CHN", "RUS", "--since", "2024-05", "--until", "2024-06", "--certain"]
    expected = bl.timeline(d.relation("CHN", "RUS"), since="2024-05", until="2024-06", certain=True)
    assert len(expected) > 0
    for name, text in {
        "text": expected.to_text(),
        "markdown": expected.to_markdown(),
        "json": expected.to_json(),
    }.items():
        assert main(["timeline", EXAMPLE, *options, "--format", name]) == 0
        assert capsys.readouterr().out == f"{text}\n"


def test_compare_is_the_librarys(capsys: pytest.CaptureFixture[str]) -> None:
    """`compare` prints what `bilateral.compare` gives for leaders, by their names."""
    d = bl.load(EXAMPLE)
    xi, putin = (d.statements.where(speakers=speaker) for speaker in ("xi", "putin"))
    expected = bl.compare(xi, putin, names=("Xi Jinping", "Vladimir Putin"))
    assert main(["compare", EXAMPLE, "xi", "putin"]) == 0
    assert capsys.readouterr().out == f"{expected}\n"


def test_compare_a_country_with_a_declaration(capsys: pytest.CaptureFixture[str]) -> None:
    """A country's side is what its people say, a declaration's its clauses."""
    assert main(["compare", EXAMPLE, "CHN", "joint-2024", "--format", "json"]) == 0
    compared = json.loads(capsys.readouterr().out)
    assert (compared["left"], compared["right"]) == ("China", "Joint statement of China and Russia")
    said = {item["id"] for topic in compared["topics"] for item in topic["left"]}
    assert "xi-putin-beijing-2024:xi-settlement" in said
    assert "xi-putin-beijing-2024:putin-justice" not in said


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["compare", EXAMPLE, "xii", "putin"], "no record 'xii'; did you mean 'xi'?"),
        (
            ["compare", EXAMPLE, "beijing-2024", "putin"],
            "'beijing-2024' is a Visit; compare leaders, countries, organizations or declarations",
        ),
        (["show", EXAMPLE, "--id", "putni"], "no record 'putni'; did you mean 'putin'?"),
        (
            ["timeline", EXAMPLE, "--dyad", "CHN", "RUSS"],
            "no country 'RUSS'; did you mean 'RUS'?",
        ),
        (
            ["timeline", EXAMPLE, "--dyad", "CHN", "CHN"],
            "a dyad has two countries; 'CHN' was given twice",
        ),
        (
            ["timeline", EXAMPLE, "--since", "2024-13"],
            "'2024-13' is no EDTF date: month 13 does not exist",
        ),
    ],
)
def test_wrong_usage(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be asked is told on standard error, with status 2."""
    assert main(arguments) == 2
    assert capsys.readouterr() == ("", f"bilateral: {message}\n")


def test_unknown_command_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    """An unknown command ends with status 2."""
    with pytest.raises(SystemExit) as ended:
        main(["chekc"])
    assert ended.value.code == 2
    assert "invalid choice: 'chekc'" in capsys.readouterr().err


def test_schema_is_the_librarys(capsys: pytest.CaptureFixture[str]) -> None:
    """`schema` prints `bilateral.schema()` as JSON."""
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == bl.schema()
    assert main(["schema", "--profile", "llm"]) == 0
    assert json.loads(capsys.readouterr().out) == bl.schema("llm")


def test_runs_as_a_module(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`python -m bilateral` is the same command."""
    monkeypatch.setattr(sys, "argv", ["bilateral", "check", EXAMPLE])
    with pytest.raises(SystemExit) as ended:
        runpy.run_module("bilateral", run_name="__main__")
    assert ended.value.code == 0
    assert capsys.readouterr().out.startswith("no problems")


def test_a_reader_that_leaves_is_no_error() -> None:
    """A closed pipe, as `head` leaves it, ends the command without a traceback."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "bilateral", "schema"],
        stdout=writing,
        stderr=subprocess.PIPE,
        check=False,
    )
    os.close(writing)
    assert done.returncode == 0
    assert done.stderr == b""


def test_a_reader_that_leaves_is_no_error_within(monkeypatch: pytest.MonkeyPatch) -> None:
    """The same, seen from within the process."""

    class Closed(io.StringIO):
        def write(self, text: str) -> int:
            raise BrokenPipeError

        def fileno(self) -> int:
            return spare

    spare = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr(sys, "stdout", Closed())
    assert main(["schema"]) == 0
    os.close(spare)


def test_a_full_disk_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What cannot be written is told in a line, with status 2."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

        def fileno(self) -> int:
            return spare

    spare = os.open(os.devnull, os.O_WRONLY)
    monkeypatch.setattr(sys, "stdout", Full())
    assert main(["check", "nothing.yaml"]) == 2
    os.close(spare)
    assert capsys.readouterr().err == (
        "1 problem\nbilateral: cannot write: No space left on device\n"
    )


def test_a_terminal_without_utf_8_shows_escapes() -> None:
    """What a terminal cannot write is shown as escapes rather than ending the command."""
    done = subprocess.run(
        [sys.executable, "-m", "bilateral", "compare", EXAMPLE, "xi", "putin"],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"\\u201c" in done.stdout


def test_hostile_names_cannot_act_on_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Escape sequences in a file's name are written out."""
    assert main(["check", str(tmp_path / "\x1b[31m.yaml")]) == 1
    assert "\x1b" not in capsys.readouterr().out


def test_without_outputs(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that was started without outputs does its work all the same."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)

    status = main(["check", "examples/xi-putin-beijing-2024.yaml"])
    sys.stdout.close()

    assert 0 == status


@pytest.mark.parametrize(
    ("option", "word"),
    [
        ("actor", "putin"),
        ("kind", "visit"),
        ("topic", "ukraine"),
        ("voice", "direct"),
        ("status", "planned"),
    ],
)
def test_filters_of_a_timeline(option: str, word: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each filter of `timeline` is an option of the command."""
    example = "examples/xi-putin-beijing-2024.yaml"

    assert 0 == main(["timeline", example, f"--{option}", word, "--format", "json"])
    dossier, told = bl.load(example), json.loads(capsys.readouterr().out)
    expected = [moment.record.id for moment in bl.timeline(dossier, **{option: word})]  # type: ignore[arg-type]
    assert expected == [moment["id"] for moment in told]
    assert 0 < len(told) < len(bl.timeline(dossier))


def test_unknown_filter(capsys: pytest.CaptureFixture[str]) -> None:
    """A filter by what nothing is called is refused with the nearest word."""
    example = "examples/xi-putin-beijing-2024.yaml"

    assert 2 == main(["timeline", example, "--kind", "vist"])
    assert "did you mean 'visit'?" in capsys.readouterr().err
