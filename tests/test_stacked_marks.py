"""Letters under more marks than any writing has, which would take long to put in order."""

import pytest

import bilateral as bl
from tests.sources import evidence, verified

MARKS = "\u0301\u0323" * 100_000
ESCAPED = "\\u0301\\u0323" * 20


@pytest.mark.parametrize(
    ("text", "profile", "place"),
    [
        (f'bilateral: 1\ntitle: "a{MARKS}"\n', "editor", "2:40"),
        (f'bilateral: 1\ntitle: "a{ESCAPED}"\n', "editor", "2:8"),
        (f'{{"bilateral": 1, "title": "a{MARKS}"}}', "llm", "1:59"),
        (f'{{"bilateral": 1, "title": "a{ESCAPED}"}}', "llm", "1:27"),
    ],
    ids=["YAML", "YAML's escapes", "JSON", "JSON's escapes"],
)
def test_refused(text: str, profile: str, place: str) -> None:
    """They are refused where they stand, as raw as by escapes."""
    (problem,) = bl.checks(text, name="x", profile=profile)  # type: ignore[arg-type]
    assert f"x:{place}: a letter has more than 30 marks; take them out" == str(problem)
    assert "char-forbidden" == problem.code


def test_not_written() -> None:
    """They are not written either."""
    d = bl.Dossier(articles=bl.Records(bl.Article, [bl.Article(id="a", title=f"a{MARKS}")]))
    with pytest.raises(bl.BilateralError, match="a letter has more than 30 marks"):
        bl.dumps(d)


def test_in_a_source() -> None:
    """A text may have them: its words are found, and its hash is that of what it holds."""
    assert [bl.FindingStatus.FOUND] == verified(evidence("it was so"), f"a{MARKS} it was so\n")
    assert [bl.FindingStatus.MISSING] == verified(evidence(f"was a{MARKS}"), "it was so\n")
    assert bl.sha256(f"a{MARKS}") == bl.sha256(f" a{MARKS}\n")


def test_what_only_looks_like_marks() -> None:
    """A rule of dashes is no pile of marks, nor are thirty."""
    for title in ("\u2014" * 100, "e" + "\u0301" * 30, "\u2014" * 40 + "\u0301" * 30):
        assert () == bl.checks(f'bilateral: 1\ntitle: "{title}"\n')


def test_a_key_that_is_no_character() -> None:
    """Half a pair of surrogates is written out in a path, so that the path can be printed."""
    (problem,) = bl.checks('{"bilateral": 1, "\\ud800": 1}', profile="llm")
    assert "\\ud800" == problem.path


def test_an_id_that_is_missing_beside_many_slips() -> None:
    """However many words were looked for before, a record without an id has its place."""
    slips = ",".join(f'{{"id": "c{n}", "name": "x", "key{n}": 1}}' for n in range(100))
    text = f'{{"bilateral": 1, "countries": [{{"i_d": "RUS"}}, {slips}]}}'
    first = bl.checks(text, name="x", profile="llm")[0]
    assert ("countries[0].name", "x:1:32: Country needs 'name'") == (first.path, str(first))
