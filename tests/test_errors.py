import copy
import json
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bilateral.errors import (
    AmbiguousIdError,
    BilateralError,
    LoadError,
    Place,
    Problem,
    RecordError,
    Severity,
    UnknownIdError,
    nearest,
)


def problems(count: int) -> list[Problem]:
    """As many problems, one a line."""
    return [
        Problem(code="value", place=Place("story.yaml", line, 5), message="no such voice")
        for line in range(1, count + 1)
    ]


def test_a_place_is_written_as_compilers_do() -> None:
    """File, line and column stand in one word, which editors can follow."""
    assert "a b/story.yaml:12:3" == str(Place("a b/story.yaml", 12, 3))


@pytest.mark.parametrize(
    ("severity", "expected"),
    [
        (Severity.ERROR, "story.yaml:12:3: no voice 'dirct'; did you mean 'direct'?"),
        (Severity.WARNING, "story.yaml:12:3: warning: no voice 'dirct'; did you mean 'direct'?"),
    ],
)
def test_a_problem_is_one_line(severity: Severity, expected: str) -> None:
    """A problem's line has its place and message, and says so where it is a mere warning."""
    problem = Problem(
        code="value",
        place=Place("story.yaml", 12, 3),
        message="no voice 'dirct'; did you mean 'direct'?",
        severity=severity,
    )

    assert expected == str(problem)


def test_a_problem_as_plain_values() -> None:
    """`to_dict` has the same keys for every problem, and comes back from JSON as it was."""
    full = Problem(
        code="value",
        place=Place("a b/story.yaml", 12, 3),
        message="no voice 'dirct'; did you mean 'direct'?",
        path="statements.a.voice",
        found="dirct",
        expected="a voice",
        suggestion="direct",
        severity=Severity.WARNING,
    )
    (bare,) = problems(1)
    expected = {
        "code": "value",
        "severity": "warning",
        "file": "a b/story.yaml",
        "line": 12,
        "column": 3,
        "path": "statements.a.voice",
        "message": "no voice 'dirct'; did you mean 'direct'?",
        "found": "dirct",
        "expected": "a voice",
        "suggestion": "direct",
    }

    assert expected == full.to_dict() == json.loads(json.dumps(full.to_dict()))
    assert list(expected) == list(bare.to_dict())
    assert ("error", "", None) == tuple(bare.to_dict()[k] for k in ("severity", "path", "found"))
    assert {str, int, type(None)} == {type(value) for value in bare.to_dict().values()}


def test_problems_are_errors_unless_they_say_otherwise() -> None:
    """A problem is an error, and its optional parts are empty."""
    (problem,) = problems(1)

    assert Severity.ERROR is problem.severity
    assert ("", None, None, None) == (
        problem.path,
        problem.found,
        problem.expected,
        problem.suggestion,
    )


@pytest.mark.parametrize(
    ("count", "last"),
    [
        (1, "story.yaml:1:5: no such voice"),
        (100, "story.yaml:100:5: no such voice"),
        (101, "... and 1 more problem"),
        (250, "... and 150 more problems"),
    ],
)
def test_a_load_error_shows_a_hundred_problems(count: int, last: str) -> None:
    """The message shows a hundred problems and counts the others; the error has all of them."""
    error = LoadError(problems(count))
    lines = str(error).splitlines()

    assert count == len(error.problems)
    assert tuple(problems(count)) == error.problems
    assert min(count, 101) == len(lines)
    assert ("story.yaml:1:5: no such voice", last) == (lines[0], lines[-1])


@pytest.mark.parametrize(
    ("word", "words", "expected"),
    [
        ("plcae", ["place", "date", "country"], "place"),
        ("PLACE", ["place", "date"], "place"),
        ("brenn", ["Brenn"], "Brenn"),
        ("dirct", iter(["direct", "mixed"]), "direct"),
        ("narrator", ["direct", "mixed"], None),
        ("", ["direct"], None),
        ("place", [], None),
        ("x" * 10_000, ["direct"], None),
    ],
)
def test_the_nearest_word(word: str, words: list[str], expected: str | None) -> None:
    """The word most like it is found whatever its case, and none where none is near."""
    assert expected == nearest(word, words)


@given(st.text(max_size=20), st.lists(st.text(max_size=20), max_size=8))
def test_the_nearest_word_is_one_of_the_words(word: str, words: list[str]) -> None:
    """The nearest word is one of those given, and a word is nearest to itself but for its case."""
    assert nearest(word, words) in [None, *words]

    itself = nearest(word, [*words, word])
    assert itself is not None
    assert word.casefold() == itself.casefold()


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (["brenn", "ruvo"], "no leader 'bren'; did you mean 'brenn'?"),
        (["ruvo"], "no leader 'bren'"),
        ([], "no leader 'bren'"),
    ],
)
def test_an_unknown_id_is_told_with_the_nearest(known: list[str], expected: str) -> None:
    """The message names the kind, the id, and the nearest id where there is one."""
    assert expected == str(UnknownIdError("leader", "bren", known))


@pytest.mark.parametrize(
    ("candidates", "expected"),
    [
        (["a:visit", "b:visit"], "record 'visit' may be 'a:visit' or 'b:visit'"),
        (["a:v", "b:v", "c:v"], "record 'visit' may be 'a:v' or 'b:v' or 'c:v'"),
    ],
)
def test_an_ambiguous_id_lists_its_candidates(candidates: list[str], expected: str) -> None:
    """The message lists every full id that the short one may stand for."""
    error = AmbiguousIdError("record", "visit", iter(candidates))

    assert expected == str(error)
    assert tuple(candidates) == error.candidates


ERRORS: list[BilateralError] = [
    BilateralError("no more"),
    RecordError("a visit needs a date"),
    UnknownIdError("leader", "bren", ["brenn"]),
    AmbiguousIdError("record", "visit", ["a:visit", "b:visit"]),
    LoadError(problems(2)),
]


@pytest.mark.parametrize("error", ERRORS, ids=lambda error: type(error).__name__)
def test_errors_travel_between_processes(error: BilateralError) -> None:
    """A copied or pickled error says and holds what the first one did."""
    for copied in (pickle.loads(pickle.dumps(error)), copy.deepcopy(error)):  # noqa: S301 # our own
        assert type(error) is type(copied)
        assert str(error) == str(copied)
        assert vars(error) == vars(copied)


@pytest.mark.parametrize(
    ("error", "builtin"),
    [
        (LoadError, ValueError),
        (RecordError, ValueError),
        (UnknownIdError, KeyError),
        (AmbiguousIdError, KeyError),
    ],
)
def test_errors_are_of_two_families(error: type[BilateralError], builtin: type[Exception]) -> None:
    """Each error is the library's and a built-in one, so that either `except` catches it."""
    assert issubclass(error, BilateralError)
    assert issubclass(error, builtin)
