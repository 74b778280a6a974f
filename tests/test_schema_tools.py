"""Tools that people check files with accept by the schemas what loads, and see what is wrong."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import bilateral as bl
from tests.answers import answer_of
from tests.editor import Editor

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT / "docs/schema/bilateral-1.json"
ANSWER_SCHEMA = ROOT / "docs/schema/bilateral-1.llm.json"
EXAMPLES = sorted(ROOT.glob("examples/*.yaml"))
ARCHIVE = sorted(ROOT.glob("tests/data/archive/*.yaml"))
BROKEN = ROOT / "tests/data/broken"
SERVER = shutil.which("yaml-language-server")

# To readers of YAML, much of this is numbers, truth values and dates; to the loader it is text.
LOOKS = """\
bilateral: 1
id: 2024
title: 2024-05-16
countries:
  NO: {name: NO}
  on: {name: on, aliases: [yes, 010, 1e3, .5, 12:30, 0x1F, .inf]}
  2024: {name: 2024}
variables:
  010: {name: tone, values: [1, true, 2024-05-16]}
topics:
  true: {name: 1.5}
leaders:
  1: {name: n, country: NO, aliases: [no]}
sources:
  s: {title: on, published: 2024, url: x, mentions: {2024: 1, yes: NO}, codes: {010: 1}}
visits:
  v: {guests: [1, on, NO], country: 2024, date: 1984, agenda: [true], evidence: [{words: 1984}]}
statements:
  f:
    speakers: [1]
    voice: direct
    act: note
    text: 1984
    date: 2024-05-16
    topics: [true]
    evidence:
      - 1984
      - true
    quoted:
      - 12
"""


def checked(*files: Path, schema: Path) -> dict[str, Any]:
    """What check-jsonschema tells of files."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--output-format=json", "--schemafile",
         schema, *files],
        capture_output=True,
        check=False,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout)
    assert (done.returncode == 0) is (told["status"] == "ok")
    return told


def test_check_jsonschema_accepts_what_loads(tmp_path: Path) -> None:
    """Every example, the archive, and text that looks like something else are valid."""
    looks = tmp_path / "looks.yaml"
    looks.write_text(LOOKS, "utf-8")
    bl.load(looks, root=None)
    assert "ok" == checked(*EXAMPLES, *ARCHIVE, looks, schema=SCHEMA)["status"]


def test_check_jsonschema_accepts_an_answer(tmp_path: Path) -> None:
    """The article, as a model tells it, is valid by the schema for models."""
    path = tmp_path / "answer.json"
    answer = answer_of(bl.load(ROOT / "examples/xi-putin-beijing-2024.yaml"), asked=True)
    path.write_text(json.dumps(answer), "utf-8")
    assert "ok" == checked(path, schema=ANSWER_SCHEMA)["status"]


def test_check_jsonschema_refuses_what_a_schema_can_see() -> None:
    """Of each broken file that is YAML it tells what stands there otherwise than in the schema."""
    # What is no YAML says nothing of a schema, and spoils the reader for the files behind it.
    files = [BROKEN / f"{name}.yaml" for name in ("eight-slips", "conventions", "unquoted")]
    told = checked(*files, schema=SCHEMA)
    seen: dict[str, set[str]] = {}
    for error in told["errors"]:
        seen.setdefault(Path(error["filename"]).name, set()).add(error["path"])
    assert {
        "eight-slips.yaml": {
            "$.visits.call",
            "$.meetings.tea.participants",
            "$.statements.offer.act",
            "$.statements.offer.voice",
        },
        "conventions.yaml": {"$.defaults", "$.defaults.visits", "$.visits", "$.visits.call"},
        "unquoted.yaml": {
            "$.leaders.firefly.offices[0].end",
            "$.statements.promise.distanced",
            "$.statements.promise.evidence[0]",
            "$.statements.promise.topics_open",
        },
    } == seen


@pytest.fixture(scope="module")
def editor() -> Iterator[Editor]:
    """An editor with the YAML language server, where that is installed."""
    if SERVER is None:
        pytest.skip("yaml-language-server is not installed (npm install -g yaml-language-server)")
    with Editor(SERVER, "--stdio") as editor:
        yield editor


def with_schema(path: Path) -> str:
    """A file with the comment that names its schema."""
    comment = f"# yaml-language-server: $schema={SCHEMA.as_uri()}\n"
    return comment + path.read_text("utf-8")


def test_the_language_server_accepts_the_examples(editor: Editor) -> None:
    """Nothing is marked in an example, whose first line names the schema."""
    for path in EXAMPLES:
        assert [] == editor.open(path)
    article = EXAMPLES[-1]
    lines = article.read_text("utf-8").splitlines()
    line = lines.index("    guests: [putin]") + 1
    hover = editor.at("textDocument/hover", article, line, 7)
    assert "Who travelled." in hover["contents"]["value"]


def test_the_language_server_accepts_what_loads(editor: Editor, tmp_path: Path) -> None:
    """Nothing is marked in text that looks like something else."""
    path = tmp_path / "looks.yaml"
    path.write_text(LOOKS, "utf-8")
    assert [] == editor.open(path, with_schema(path))


def test_the_language_server_marks_what_a_schema_can_see(editor: Editor, tmp_path: Path) -> None:
    """An unknown key, a wrong type and wrong words are marked where they stand."""
    path = BROKEN / "eight-slips.yaml"
    told = [
        (line, message.partition(" Valid")[0])
        for line, _, message in editor.open(path, with_schema(path))
    ]
    assert [
        (31, "Property plcae is not allowed."),
        (37, 'Incorrect type. Expected "array".'),
        (46, "Value is not accepted."),
        (47, "Value is not accepted."),
    ] == told


def test_the_language_server_completes(editor: Editor, tmp_path: Path) -> None:
    """The words of a field and the fields of a record are offered."""
    path = tmp_path / "draft.yaml"
    text = "bilateral: 1\nvisits:\n  tour:\n    kind: \n    g\n"
    path.write_text(text, "utf-8")
    editor.open(path, with_schema(path))
    words = editor.at("textDocument/completion", path, 5, 11)["items"]
    fields = editor.at("textDocument/completion", path, 6, 6)["items"]
    assert {"state", "working"} <= {one["label"] for one in words}
    assert "guests" in {one["label"] for one in fields}
