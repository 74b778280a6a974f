"""The commands that look into the texts of sources."""

import json
from pathlib import Path

import pytest

from bilateral.cli import main

LAKES = "examples/lakes-2031.yaml"
TEXT = "examples/lakes-2031.txt"
ARTICLE = "examples/xi-putin-beijing-2024.yaml"

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def changed(tmp_path: Path) -> str:
    """A text with a word changed."""
    file = tmp_path / "changed.txt"
    file.write_text(Path(TEXT).read_text("utf-8").replace("thanked", "scolded"), "utf-8")
    return str(file)


def test_verify(capsys: Captured) -> None:
    """Where all is found, the sums say so."""
    assert 0 == main(["verify", LAKES, "--text", TEXT])
    assert "19 found\n" == capsys.readouterr().out


def test_what_is_missing(capsys: Captured, changed: str) -> None:
    """What is missing is told with its line, and fails."""
    assert 1 == main(["verify", LAKES, "--text", f"wire={changed}"])
    told = capsys.readouterr().out
    assert told.startswith("18 found, 1 missing\n")
    assert '"thanked her guest" does not stand in wire; the nearest, in paragraph 4:' in told


def test_strict(capsys: Captured) -> None:
    """A text that is not given is a warning, which fails only where that is asked for."""
    assert 0 == main(["verify", LAKES])
    assert "no text of wire is given, so that 19 passages were" in capsys.readouterr().out
    assert 1 == main(["verify", LAKES, "--strict"])


def test_formats(capsys: Captured, changed: str) -> None:
    """Findings as JSON, and as annotations."""
    assert 1 == main(["verify", LAKES, "--text", changed, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert 19 == len(told)
    assert {"found", "missing"} == {finding["status"] for finding in told}
    assert 1 == main(["verify", LAKES, "--text", changed, "--format", "github"])
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"::error file={LAKES},line=")
    assert "title=quote-not-found::" in line


def test_check(capsys: Captured, changed: str) -> None:
    """With texts, `check` tells of their words among all else; without, it says nothing of them."""
    assert 0 == main(["check", LAKES, "--text", TEXT])
    assert "no problems" in capsys.readouterr().out
    assert 0 == main(["check", LAKES, ARTICLE, "--text", f"lakes-2031:wire={TEXT}"])
    assert "no problems" in capsys.readouterr().out
    assert 1 == main(["check", LAKES, "--text", changed])
    told = capsys.readouterr()
    assert "does not stand in wire" in told.out
    assert "1 problem\n" == told.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (
            [LAKES, ARTICLE, "--text", TEXT],
            (
                "the files have 2 sources; write SOURCE=examples/lakes-2031.txt with one of"
                " lakes-2031:wire, xi-putin-beijing-2024:wire"
            ),
        ),
        (
            [LAKES, ARTICLE, "--text", f"lakes-2031:wir={TEXT}"],
            "no source 'lakes-2031:wir'; did you mean 'lakes-2031:wire'?",
        ),
        (["examples/bilateral.yaml", "--text", TEXT], "the files have 0 sources"),
        (
            [LAKES, "--text", "no=such.txt"],
            "no source 'no'",
        ),
    ],
)
@pytest.mark.parametrize("command", ["verify", "coverage", "check"])
def test_wrong_texts(capsys: Captured, command: str, words: list[str], message: str) -> None:
    """A text of no source, or of one that is not told, and a file that is not there."""
    assert 2 == main([command, *words])
    assert f"bilateral: {message}\n" == capsys.readouterr().err


def test_coverage(capsys: Captured, tmp_path: Path) -> None:
    """What is cited is printed, or written as a page with the article's title."""
    assert 0 == main(["coverage", LAKES, "--text", TEXT])
    assert capsys.readouterr().out.startswith("wire: 9 of 11 sentences cited, 2 left out")
    page = tmp_path / "page.html"
    assert 0 == main(["coverage", LAKES, "--text", TEXT, "--output", str(page)])
    assert "<h1" in page.read_text("utf-8")
    assert ">Elbonia and Grand Fenwick agree on the lakes</h1>" in page.read_text("utf-8")
    assert 0 == main(["coverage", LAKES, "--text", TEXT, "--format", "html", "--title", "Lakes"])
    assert ">Lakes</h1>" in capsys.readouterr().out


def test_coverage_needs_a_text(capsys: Captured) -> None:
    """Without a text there is nothing to cover."""
    assert 2 == main(["coverage", LAKES])
    assert "coverage is that of a text: give it with --text FILE" in capsys.readouterr().err


def test_what_is_checked_is_no_text(capsys: Captured) -> None:
    """The coding itself holds all that it cites."""
    assert 2 == main(["verify", LAKES, "--text", LAKES])
    assert "is what is checked, and not the text of a source" in capsys.readouterr().err


def test_two_texts(capsys: Captured) -> None:
    """Of two texts of one source, neither is passed over in silence."""
    assert 2 == main(["verify", LAKES, "--text", f"wire={TEXT}", "--text", TEXT])
    assert "two texts are given for lakes-2031:wire" in capsys.readouterr().err


@pytest.mark.parametrize("source", ["", "wire="])
def test_output_does_not_replace_a_text(capsys: Captured, changed: str, source: str) -> None:
    """The article is not written over with what is told of it."""
    before = Path(changed).read_bytes()
    command = ["coverage", LAKES, "--text", f"{source}{changed}", "--output", changed]
    assert 2 == main(command)
    assert "was read; write to another file" in capsys.readouterr().err
    assert before == Path(changed).read_bytes()


def test_profile_of_answers(capsys: Captured, tmp_path: Path) -> None:
    """Files that end like JSON are a model's, unless somebody says otherwise."""
    answer = tmp_path / "answer.json"
    answer.write_text('{"bilateral": 1, "countries": []}', "utf-8")
    assert 0 == main(["check", str(answer)])
    assert 1 == main(["check", str(answer), "--profile", "editor"])
    assert 1 == main(["check", LAKES, "--profile", "llm"])
    capsys.readouterr()
