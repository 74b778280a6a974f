"""The hook for pre-commit."""

import re
import shlex
from pathlib import Path
from typing import Any

import pytest
import yaml

from bilateral.cli import main

ROOT = Path(__file__).parents[1]


@pytest.fixture
def hook() -> Any:
    """What pre-commit reads of the hook."""
    (found,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    return found


def test_what_pre_commit_reads(hook: Any) -> None:
    """The hook is installed as a Python package, and is given YAML files."""
    assert {"id", "name", "description", "entry", "language"} <= hook.keys()
    assert ("bilateral-check", "python", ["yaml"]) == (hook["id"], hook["language"], hook["types"])


def test_the_entry_runs(
    hook: Any, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The entry is a command of ours, which takes files one by one and `bilateral.yaml` as well."""
    monkeypatch.chdir(ROOT)
    program, *words = shlex.split(hook["entry"])
    assert "bilateral" == program
    files = ["examples/bilateral.yaml", "examples/xi-putin-beijing-2024.yaml"]
    for given in (files, files[:1], files[1:], ["--strict", "examples"]):
        assert 0 == main([*words, *given])
    assert 1 == main([*words, "--strict", "tests/data/archive"])
    assert "what became of it?" in capsys.readouterr().out


@pytest.mark.parametrize(
    "path", [".pre-commit-config.yaml", ".github/workflows/check.yaml", "archive/.draft.yaml"]
)
def test_hidden_files_are_left_out(hook: Any, path: str) -> None:
    """As in a folder that is loaded, hidden files and folders are passed over."""
    assert re.search(hook["exclude"], path)


@pytest.mark.parametrize("path", ["archive/story.yaml", "bilateral.yaml", "a.b/c.d.yml"])
def test_other_files_are_checked(hook: Any, path: str) -> None:
    """Any other YAML file is given, at whatever depth."""
    assert not re.search(hook["exclude"], path)
