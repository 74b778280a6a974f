"""What a language model answers, read as JSON: the records that the same article in YAML gives."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import bilateral as bl
from tests.answers import ANSWER, NAME, answer_of, edited, problems
from tests.dossiers import TRICKY, dossiers
from tests.drafts import DRAFT
from tests.test_dumping import slowly

EXAMPLE = Path(__file__).parents[1] / "examples/xi-putin-beijing-2024.yaml"

# What is in order


def test_gives_what_the_same_article_in_yaml_gives() -> None:
    """An answer is the dossier that the same article is in YAML, and is dumped as such."""
    answered = bl.loads(ANSWER, profile="llm")

    assert bl.loads(DRAFT) == answered
    assert bl.dumps(bl.loads(DRAFT)) == bl.dumps(answered)
    assert answered == bl.loads(ANSWER.encode(), profile="llm")
    assert answered == bl.loads(b"\xef\xbb\xbf" + ANSWER.encode(), profile="llm")


def test_the_example_as_an_answer_is_the_example() -> None:
    """The article, told as a model would tell it, is the same article."""
    dossier = bl.load(EXAMPLE)
    assert dossier == bl.loads(json.dumps(answer_of(dossier)), profile="llm")


@slowly
@given(dossiers(), st.sampled_from([None, 0, 1]), st.booleans())
def test_any_dossier_comes_back(dossier: bl.Dossier, indent: int | None, ascii: bool) -> None:  # noqa: A002, FBT001
    """Whatever dossier is told as an answer, in whatever layout, comes back from it."""
    answer = answer_of(dossier)
    if not dossier.articles:
        del answer["id"]
    text = json.dumps(answer, indent=indent, ensure_ascii=ascii)
    assert dossier == bl.loads(text, profile="llm")


@pytest.mark.parametrize("text", TRICKY)
def test_text_is_text(text: str) -> None:
    """No text is taken for anything else."""
    answer = json.dumps({"bilateral": 1, "countries": [{"id": "NO", "name": text}]})
    assert text == bl.loads(answer, profile="llm").countries["NO"].name


def test_null_and_empty_lists_are_absent() -> None:
    """What is null or an empty list might as well not be there, sections and all."""
    text = edited('"note": null', '"note": null, "aliases": [], "codes": [], "inferred": null')
    text = edited(
        '"readings": [', '"organizations": null, "coding": null, "readings": [', text=text
    )
    text = edited('"act": "pledge",', '"act": "pledge", "by": [], "codes": null,', text=text)
    assert bl.loads(ANSWER, profile="llm") == bl.loads(text, profile="llm")
    for absent in ("null", "[]"):
        text = f'{{"bilateral": 1, "id": null, "title": "x", "visits": {absent}, "codes": null}}'
        assert "article" == bl.loads(text, profile="llm").articles["article"].id
    clauses = edited(
        '"clauses": [\n       {"id": "hand", "act": "pledge", "topics": ["peace"],'
        ' "text": "Both sides keep the peace."}\n     ]',
        '"clauses": []',
        ', "accord/hand"',
        "",
    )
    assert () == bl.loads(clauses, profile="llm").declarations["accord"].clauses


def test_lists_of_entries_are_mappings() -> None:
    """`inferred`, `codes` and `mentions` are told as lists of two things each."""
    text = edited(
        '"kind": "news",',
        '"kind": "news", "inferred": [{"field": "kind", "basis": "coder"}],'
        ' "codes": [{"variable": "tone", "value": "warm"}],'
        ' "mentions": [{"words": "the envoy", "actor": "trentino"},'
        ' {"actor": "SYL", "words": "1"}],',
    )
    dossier = bl.loads(text, name=NAME, profile="llm")
    gazette = dossier.sources["gazette"]
    assert {"kind": "coder"} == gazette.inferred
    assert {"tone": "warm"} == gazette.codes
    assert {
        "the envoy": dossier.leaders["trentino"],
        "1": dossier.countries["SYL"],
    } == gazette.mentions
    line = text.splitlines().index(next(one for one in text.splitlines() if "envoy" in one)) + 1
    column = text.splitlines()[line - 1].index('"trentino"') + 1
    place = dossier.places.of("gazette", "mentions", "the envoy")
    assert bl.Place(NAME, line, column) == place


def test_what_is_not_asked_for_is_read() -> None:
    """What a model would make up may still be added by whoever runs it."""
    text = edited(
        '"title": "Firefly calls on Trentino",\n  "countries"',
        '"title": "x", "coding": {"coder": "a model", "status": "draft"},\n  "countries"',
        '"kind": "news",',
        '"kind": "news", "sha256": "aa", "accessed": "2031",',
        '{"words": "held out ... the right hand", "source": null}',
        '{"paragraph": 2, "span": [0, 9]}',
    )
    dossier = bl.loads(text, profile="llm")
    coding = dossier.articles["call-1933"].coding
    assert bl.Coding(coder="a model", status=bl.CodingStatus.DRAFT) == coding
    assert ("aa", "2031") == (
        dossier.sources["gazette"].sha256,
        str(dossier.sources["gazette"].accessed),
    )
    assert (2, (0, 9)) == (
        dossier.statements["offer"].evidence[0].paragraph,
        dossier.statements["offer"].evidence[0].span,
    )


# Places


def test_places_point_into_the_json() -> None:
    """A record stands where its id does, a field where its value does."""
    places = bl.loads(ANSWER, name=NAME, profile="llm").places
    lines = ANSWER.splitlines()

    def at(place: bl.Place) -> str:
        assert NAME == place.file
        return lines[place.line - 1][place.column - 1 :]

    assert at(places["offer"]).startswith('"offer",')
    assert at(places["accord/hand"]).startswith('"hand", "act"')
    assert at(places["call-1933:tea"]).startswith('"tea", "kind"')
    assert at(places.of("offer", "voice")).startswith('"reported"')
    assert at(places.of("offer", "evidence", 0)).startswith('{"words"')
    assert at(places.of("slap", "relative", 0, "by")).startswith('"1 day"')
    assert at(places["call-1933"]).startswith("{")
    for field in ("note", "quoted"):
        with pytest.raises(bl.UnknownIdError):
            places.of("trentino", field)
    with pytest.raises(bl.UnknownIdError):
        places.of("SYL", "aliases")


@settings(slowly, max_examples=100)
@given(dossiers(), st.data())
def test_a_fault_is_told_where_it_was_planted(dossier: bl.Dossier, data: Any) -> None:
    """One wrong value, anywhere in any answer, is one problem at its place, with its path."""
    answer = answer_of(dossier)
    ways = list(slips(answer))
    if not ways:
        return
    code, *path = data.draw(st.sampled_from(ways))
    holder: Any = answer
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = "planted"
    text = json.dumps(answer, indent=1, ensure_ascii=False)
    (line,) = (
        n for n, one in enumerate(text.split("\n"), 1) if one.strip(", ").endswith('"planted"')
    )

    (found,) = problems(text)

    assert (code, line) == (found.code, found.place.line)
    steps = "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    assert steps.removeprefix(".") == found.path


def slips(value: Any, *path: Any) -> Iterator[tuple[Any, ...]]:
    """Where something may be planted: the code of the problem that it is, and the path."""
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from slips(item, *path, number)
    elif isinstance(value, dict):
        for name, item in value.items():
            if item is not None and name in SLIPS:
                yield (SLIPS[name], *path, name)
            yield from slips(item, *path, name)


SLIPS = {
    **dict.fromkeys(("date", "published", "accessed", "due", "start", "end"), "date"),
    **dict.fromkeys(("country", "visit", "meeting", "broader", "actor"), "ref-unknown"),
    **dict.fromkeys(("kind", "act", "voice", "status", "confidence", "basis", "role"), "value"),
    **dict.fromkeys(("acting", "topics_open", "distanced", "complete", "hedged"), "type"),
    **dict.fromkeys(("offices", "clauses", "relative", "guests", "paragraph"), "type"),
    "field": "key-unknown",
}


@pytest.mark.parametrize("profile", ["gpt", "", None, []])
def test_unknown_profile(profile: Any) -> None:
    """A profile that does not exist is refused, with those that do."""
    message = f"no profile {profile!r}; expected 'editor' or 'llm'"
    for function in (bl.loads, bl.load, bl.check, bl.checks):
        with pytest.raises(ValueError, match="no profile") as refused:
            function("{}", profile=profile)
        assert message == str(refused.value)


def test_neither_text_nor_bytes() -> None:
    """An answer that was parsed already is no text."""
    with pytest.raises(TypeError, match="loads takes text, not dict"):
        bl.loads({"bilateral": 1}, profile="llm")  # type: ignore[arg-type]
