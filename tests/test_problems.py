"""Problems for a terminal, for a program, and for GitHub."""

import json
import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bilateral.display.problems import counted, to_github, to_json, to_text
from bilateral.errors import Place, Problem, Severity

HOSTILE = [
    "\n::error::owned",
    "\r::set-output name=x::y",
    "a\r\n::stop-commands::x\r\n",
    "%0A::error::owned",
    "a::b,c:d=e",
    "\x1b[31m\x00\x07\x85\u2028::error::owned\u2029\u202e",
    "##[error]owned",
    "\udcff",
]
texts = st.text() | st.sampled_from(HOSTILE)
problems = st.lists(
    st.builds(
        Problem,
        code=texts,
        place=st.builds(Place, file=texts, line=st.integers(1, 99), column=st.integers(1, 99)),
        message=texts,
        path=texts,
        found=st.none() | texts,
        expected=st.none() | texts,
        suggestion=st.none() | texts,
        severity=st.sampled_from(Severity),
    ),
    max_size=3,
)


def problem(message: str, *, file: str = "a.yaml", severity: Severity = Severity.ERROR) -> Problem:
    """A problem on the third line of a file."""
    return Problem(code="value", place=Place(file, 3, 5), message=message, severity=severity)


def read_command(line: str) -> dict[str, str]:
    """A workflow command as GitHub's runner reads it."""
    match = re.fullmatch(r"::([a-z-]+)(?: (.*?))?::(.*)", line)
    assert match is not None
    command, properties, data = match.groups()
    read = {"command": command, "message": unescaped(data, {"%0D": "\r", "%0A": "\n"})}
    for pair in properties.split(","):
        name, _, value = pair.partition("=")
        escapes = {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ","}
        read[name] = unescaped(value, escapes)
    return read


def unescaped(text: str, escapes: dict[str, str]) -> str:
    """A text without GitHub's escapes; that of the percent sign goes last."""
    for escape, character in escapes.items():
        text = text.replace(escape, character)
    return text.replace("%25", "%")


def test_a_command_for_each_problem() -> None:
    """Errors and warnings are workflow commands with file, line, column and code."""
    shown = to_github([problem("no act 'x'"), problem("hm", severity=Severity.WARNING)])
    assert (
        "::error file=a.yaml,line=3,col=5,title=value::no act 'x'\n"
        "::warning file=a.yaml,line=3,col=5,title=value::hm" == shown
    )


@pytest.mark.parametrize("hostile", HOSTILE)
def test_no_name_or_message_gives_a_command(hostile: str) -> None:
    """What would end a command, a property or a line stays part of the text that it stands in."""
    shown = to_github([problem(hostile, file=hostile)])
    assert 1 == len(shown.splitlines())
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202e\ud800-\udfff]", shown)
    read = read_command(shown)
    assert ("error", "3", "5", "value") == (
        read["command"],
        read["line"],
        read["col"],
        read["title"],
    )
    assert read["message"] == read["file"]
    if hostile.replace("\r", "").replace("\n", "").isprintable():
        assert hostile == read["message"]


@given(problems)
def test_as_many_commands_as_problems(found: list[Problem]) -> None:
    """Whatever problems hold, each is one line that reads back as one command of its severity."""
    lines = to_github(found).splitlines()
    assert [str(each.severity) for each in found] == [
        read_command(line)["command"] for line in lines
    ]


@given(problems)
@example([])
def test_json_is_what_the_problems_are(found: list[Problem]) -> None:
    """JSON reads back as each problem's `to_dict`, and holds nothing that acts unseen."""
    shown = to_json(found)
    assert [each.to_dict() for each in found] == json.loads(shown)
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\u202e\ud800-\udfff]", shown)


def test_text_shows_a_hundred() -> None:
    """A terminal gets a line for each of a hundred, and how many more there are."""
    shown = to_text([problem("no act 'x'")] * 102).splitlines()
    assert "a.yaml:3:5: no act 'x'" == shown[99]
    assert ["... and 2 more problems"] == shown[100:]


@pytest.mark.parametrize(
    ("errors", "warnings", "expected"),
    [
        (0, 0, ""),
        (1, 0, "1 problem"),
        (2, 0, "2 problems"),
        (0, 1, "1 warning"),
        (0, 3, "3 warnings"),
        (2, 1, "2 problems, 1 warning"),
    ],
)
def test_counts(errors: int, warnings: int, expected: str) -> None:
    """Errors are counted as problems, and warnings apart from them."""
    found = [problem("x")] * errors + [problem("x", severity=Severity.WARNING)] * warnings
    assert expected == counted(found)
