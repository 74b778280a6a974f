"""The examples of README.md, the docs and the docstrings, collected as tests."""

from doctest import ELLIPSIS
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import CodeBlockParser, PythonCodeBlockParser, SkipParser
from sybil.parsers.rest import DocTestParser

from tests.documents import evaluate_console, evaluate_yaml


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand where a reader would: at the root, before a plain terminal of 80 columns."""
    monkeypatch.chdir(Path(__file__).parent)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")


pages = Sybil(
    parsers=[
        PythonCodeBlockParser(doctest_optionflags=ELLIPSIS),
        CodeBlockParser("yaml", evaluate_yaml),
        CodeBlockParser("console", evaluate_console),
        SkipParser(),
    ],
    patterns=["README.md", "docs/*.md", "docs/*/*.md"],
    fixtures=["reader"],
)

docstrings = Sybil(
    parsers=[DocTestParser(ELLIPSIS)],
    path="bilateral",
    patterns=["*.py"],
    fixtures=["reader"],
)

pytest_collect_file = (pages + docstrings).pytest()
