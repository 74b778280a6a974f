"""A model's answer with one thing made up in it: each is refused, with its place in the answer."""

import json
from pathlib import Path

import pytest

import bilateral as bl
from bilateral.cli import main
from tests.answers import answer_of

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXTS = {"wire": EXAMPLES / "lakes-2031.txt"}


@pytest.fixture(scope="module")
def answer() -> str:
    """A right answer: the article as a person has coded it."""
    d = bl.load(EXAMPLES / "lakes-2031.yaml", root=None)
    return json.dumps(answer_of(d, asked=True), indent=2, ensure_ascii=False)


def test_a_right_answer(answer: str) -> None:
    """What is right is not refused."""
    assert () == bl.checks(answer, profile="llm", texts=TEXTS)
    assert bl.verify(bl.loads(answer, profile="llm"), TEXTS).verified


@pytest.mark.parametrize(
    ("right", "wrong", "code", "message"),
    [
        pytest.param(
            "The water belongs to those who drink it",
            "The water belongs to everybody",
            "quote-not-found",
            "nearest, in paragraph 3: The water belongs to [-everybody-] {+those+}",
            id="a changed quotation",
        ),
        pytest.param(
            "The water belongs to those who drink it",
            "We have won a great victory today",
            "quote-not-found",
            '"We have won a great victory today" does not stand in wire',
            id="an invented quotation",
        ),
        pytest.param(
            "The water belongs to those who drink it",
            "Elbonia had closed the sluices in March",
            "quote-unquoted",
            "stands in paragraph 4 of wire, but not between quotation marks",
            id="a quotation that nobody said",
        ),
        pytest.param(
            "a beginning, no more",
            "a beginning, and more",
            "quote-not-found",
            "a beginning, [-and-] {+no+} more",
            id="an invented fragment",
        ),
        pytest.param(
            "It condemns dumping",
            "It welcomes dumping",
            "quote-not-found",
            "It [-welcomes-] {+condemns+} dumping",
            id="invented evidence",
        ),
        pytest.param(
            '"treaty/no-dumping"',
            '"treaty/no-dmping"',
            "ref-unknown",
            "did you mean 'treaty/no-dumping'?",
            id="a dangling id",
        ),
        pytest.param(
            '"2031-05-31/2031-06-01"',
            '"2031-05-31/2031-06-31"',
            "date",
            "'2031-05-31/2031-06-31' is no EDTF date: June 2031 has 30 days",
            id="a broken date",
        ),
        pytest.param(
            '"2031-06-30"',
            '"2031-05-30"',
            "due-before",
            "",
            id="a date before what it follows from",
        ),
        pytest.param('"thank"', '"thanks"', "value", "did you mean 'thank'?", id="a word"),
    ],
)
def test_what_is_made_up(
    answer: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    right: str,
    wrong: str,
    code: str,
    message: str,
) -> None:
    """One problem, an error, at the line and column of what was made up."""
    made_up = answer.replace(right, wrong, 1)
    assert answer != made_up
    (problem,) = bl.checks(made_up, name="answer.json", profile="llm", texts=TEXTS)
    assert (code, bl.Severity.ERROR) == (problem.code, problem.severity)
    assert message in problem.message
    line = made_up.splitlines()[problem.place.line - 1]
    assert wrong.strip('"') in line[problem.place.column - 1 :]
    file = tmp_path / "answer.json"
    file.write_text(made_up, "utf-8")
    command = ["check", str(file), "--profile", "llm", "--text", str(TEXTS["wire"])]
    assert 1 == main([*command, "--format", "json"])
    (told,) = json.loads(capsys.readouterr().out)
    assert {**problem.to_dict(), "file": str(file)} == told


def test_a_wrong_office() -> None:
    """An office that is somebody else's is refused where it stands."""
    d = bl.load(EXAMPLES / "xi-putin-beijing-2024.yaml")
    right = json.dumps(answer_of(d, asked=True), indent=2)
    assert () == bl.checks(right, profile="llm")
    wrong = right.replace('"office": "Foreign Minister"', '"office": "Defence Minister"')
    (problem,) = bl.checks(wrong, profile="llm")
    assert ("office-of-another", bl.Severity.ERROR) == (problem.code, problem.severity)
    assert problem.message.startswith("'Defence Minister' is the office of 'belousov'")
    line = wrong.splitlines()[problem.place.line - 1]
    assert '"Defence Minister",' == line[problem.place.column - 1 :]
