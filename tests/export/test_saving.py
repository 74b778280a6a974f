"""Results as text in the formats, and as files."""

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main
from tests.drafts import DRAFT
from tests.export.told import FIREFLY, TRENTINO, story

EXAMPLE = "examples/xi-putin-beijing-2024.yaml"


def comparison() -> bl.Comparison:
    """What two sides say in the story."""
    said = story().statements
    return bl.compare(said, said, names=(FIREFLY.name, TRENTINO.name))


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("x.txt", "text"),
        ("x.md", "markdown"),
        ("x.markdown", "markdown"),
        ("x.json", "json"),
        ("x.svg", "svg"),
        ("x.html", "html"),
        ("X.HTM", "html"),
        ("x.timelinejs.json", "timelinejs"),
    ],
)
def test_ending(tmp_path: Path, name: str, format: str) -> None:
    """The ending of a file names its format."""
    moments = bl.timeline(story())
    bl.export.save(moments, tmp_path / name, title="The crisis")
    written = (tmp_path / name).read_text("utf-8")
    assert bl.export.render(moments, format, title="The crisis") == written
    assert written.endswith("\n")
    assert not written.endswith("\n\n")
    assert [name] == [path.name for path in tmp_path.iterdir()]


def test_format_before_ending(tmp_path: Path) -> None:
    """A format that is asked for counts, whatever the ending is."""
    file = tmp_path / "page.txt"
    bl.export.save(bl.timeline(story()), str(file), format="html")
    assert file.read_text("utf-8").startswith("<!doctype html>")


def test_text_is_as_wide_as_it_must_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is no terminal: each moment has one line of it."""
    monkeypatch.setenv("COLUMNS", "30")
    moments = bl.timeline(story())
    assert len(moments) + 4 == len(bl.export.render(moments, "text").splitlines())


def test_comparisons(tmp_path: Path) -> None:
    """A comparison has the three formats that are no pictures of time."""
    result = comparison()
    assert result.to_markdown() + "\n" == bl.export.render(result, "markdown")
    bl.export.save(result, tmp_path / "x.json")
    assert "Rufus T. Firefly" == json.loads((tmp_path / "x.json").read_text("utf-8"))["left"]


@pytest.mark.parametrize(
    ("result", "format", "message"),
    [
        (bl.timeline(story()), "htlm", "a timeline has no format 'htlm'; did you mean 'html'?"),
        (
            bl.timeline(story()),
            "pdf",
            (
                "a timeline has no format 'pdf'; "
                "it is one of text, markdown, json, svg, html, timelinejs"
            ),
        ),
        (
            comparison(),
            "svg",
            "a comparison has no format 'svg'; it is one of text, markdown, json",
        ),
    ],
)
def test_unknown_formats(result: bl.Timeline, format: str, message: str) -> None:
    """A format that there is not is refused, with those that there are."""
    with pytest.raises(bl.BilateralError) as caught:
        bl.export.render(result, format)
    assert message == str(caught.value)


@pytest.mark.parametrize(
    ("result", "name", "message"),
    [
        (
            bl.timeline(story()),
            "x.pdf",
            (
                "the ending names no format of a timeline; write "
                ".txt, .md, .markdown, .json, .svg, .html, .htm, .timelinejs.json"
            ),
        ),
        (
            comparison(),
            "x.timelinejs.json",
            "the ending names no format of a comparison; write .txt, .md, .markdown, .json",
        ),
        (
            comparison(),
            "x.html",
            "the ending names no format of a comparison; write .txt, .md, .markdown, .json",
        ),
        (
            bl.timeline(story()),
            "story.yaml",
            "is the name of an article file; write another ending",
        ),
        (
            bl.timeline(story()),
            "no/such/folder.svg",
            "cannot be written: no file can be made in the folder",
        ),
    ],
)
def test_refused_files(tmp_path: Path, result: bl.Timeline, name: str, message: str) -> None:
    """A file that cannot be written so is refused, and nothing is left behind."""
    with pytest.raises(bl.BilateralError) as caught:
        bl.export.save(result, tmp_path / name)
    assert str(caught.value).startswith(f"{tmp_path / name}: {message}")
    assert [] == list(tmp_path.iterdir())


def test_an_article_is_never_replaced(tmp_path: Path) -> None:
    """A format does not make an article's file a place for results."""
    file = tmp_path / "story.yml"
    file.write_text("bilateral: 1\n", encoding="utf-8")
    with pytest.raises(bl.BilateralError, match="is the name of an article file"):
        bl.export.save(bl.timeline(story()), file, format="html")
    assert "bilateral: 1\n" == file.read_text("utf-8")


def test_nor_is_what_a_link_leads_to(tmp_path: Path) -> None:
    """A link with another ending leads to the article all the same."""
    (tmp_path / "story.yaml").write_text("bilateral: 1\n", encoding="utf-8")
    (tmp_path / "x.html").symlink_to("story.yaml")
    with pytest.raises(bl.BilateralError, match="is the name of an article file"):
        bl.export.save(bl.timeline(story()), tmp_path / "x.html")


def test_other_results() -> None:
    """What is no result that can be written is a fault of the program."""
    with pytest.raises(TypeError, match="a comparison or a coverage is written, not a Dossier"):
        bl.export.render(story(), "html")  # type: ignore[arg-type]


@pytest.mark.parametrize("title", [None, "", " \n"])
def test_blank_titles(title: str | None) -> None:
    """A page without a title of its own is called a timeline."""
    page = bl.export.render(bl.timeline(story()), "html", title=title)
    assert "<title>Timeline</title>" in page


def test_replaces_a_file(tmp_path: Path) -> None:
    """A file of before is replaced as a whole."""
    file = tmp_path / "x.svg"
    file.write_text("old " * 100_000, encoding="utf-8")
    bl.export.save(bl.timeline(story()), file)
    assert file.read_text("utf-8").endswith("</svg>\n")


class TestCommandLine:
    """`--format` and `--output`."""

    @pytest.mark.parametrize("format", ["text", "markdown", "json", "svg", "html", "timelinejs"])
    def test_printed(self, capsys: pytest.CaptureFixture[str], format: str) -> None:
        """Each format can be printed; the heading is the article's."""
        assert 0 == main(["timeline", EXAMPLE, "--format", format, "--kind", "visit"])
        dossier = bl.load(EXAMPLE)
        (article,) = dossier.articles
        moments = bl.timeline(dossier, kind="visit")
        title = article.title
        assert bl.export.render(moments, format, title=title) == capsys.readouterr().out

    def test_output(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """A file is written in the format of its ending, and nothing is printed."""
        file = tmp_path / "x.html"
        assert 0 == main(["timeline", EXAMPLE, "--output", str(file), "--title", "A page"])
        assert '<h1 dir="auto">A page</h1>' in file.read_text("utf-8")
        assert "" == capsys.readouterr().out

    def test_never_over_what_was_read(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        """A file that was read is not written to, whatever its ending."""
        file = tmp_path / "story.txt"
        file.write_text(DRAFT, encoding="utf-8")
        before = file.read_bytes()
        assert 2 == main(["timeline", str(file), "--output", str(file)])
        assert f"bilateral: {file}: was read; write to another file\n" == capsys.readouterr().err
        assert before == file.read_bytes()

    def test_printed_to_a_stream_of_text(self) -> None:
        """What has no encoding takes the text."""
        with redirect_stdout(io.StringIO()) as taken:
            assert 0 == main(["timeline", EXAMPLE, "--format", "svg", "--title", "A picture"])
        assert taken.getvalue().startswith("<svg")

    @pytest.mark.parametrize("format", ["json", "html", "svg", "markdown", "timelinejs"])
    def test_printed_in_utf8(self, tmp_path: Path, format: str) -> None:
        """What may say that it is UTF-8 is, whatever the terminal's encoding."""
        file = tmp_path / "story.yaml"
        text = DRAFT.replace("Firefly", "Fir\u00e9fly")
        file.write_text(text, "utf-8")
        ran = subprocess.run(
            [sys.executable, "-m", "bilateral", "timeline", str(file), "--format", format],
            env={**os.environ, "PYTHONIOENCODING": "latin-1"},
            capture_output=True,
            check=True,
        )
        title = "Fir\u00e9fly calls on Trentino"
        expected = bl.export.render(bl.timeline(bl.load(file)), format, title=title)
        assert expected == ran.stdout.decode("utf-8")
        assert "Fir\u00e9fly" in ran.stdout.decode("utf-8")

    def test_no_such_ending(self, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        """An ending that names no format is told as wrong usage."""
        assert 2 == main(["timeline", EXAMPLE, "--output", str(tmp_path / "x.pdf")])
        assert "the ending names no format of a timeline" in capsys.readouterr().err

    def test_comparison(self, tmp_path: Path) -> None:
        """Comparisons are written to files too."""
        file = tmp_path / "x.md"
        assert 0 == main(["compare", EXAMPLE, "xi", "putin", "--output", str(file)])
        assert "| --- |" in file.read_text("utf-8")
