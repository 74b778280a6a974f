from pathlib import Path

import pytest

import bilateral as bl
from bilateral.format import assembling, forms
from bilateral.format.building import builder
from bilateral.format.explaining import refusals_of
from bilateral.format.reading import Irregular
from bilateral.format.values import Hook
from bilateral.records.record import Record

HEAD = """\
bilateral: 1
id: story
countries: {FRD: {name: Freedonia}, SYL: {name: Sylvania}}
leaders: {firefly: {name: Rufus Firefly, country: FRD}}
"""


def told(text: str) -> list[str]:
    """The problems of a text."""
    with pytest.raises(bl.LoadError) as refused:
        bl.loads(text, name="draft.yaml")
    return [str(problem).removeprefix("draft.yaml:") for problem in refused.value.problems]


def visit(*lines: str) -> str:
    """A file with a visit that has these fields."""
    fields = ["guests: [firefly]", "country: SYL", "date: 1933-11-17", *lines]
    return "\n".join([f"{HEAD}visits:", "  tour:", *(f"    {line}" for line in fields), ""])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (visit("agenda: []"), "10:13: nothing stands in it; leave the key out"),
        (visit("inferred: {}"), "10:15: nothing stands in it; leave the key out"),
        (visit("inferred: [date]"), "10:15: expected a mapping, found a list"),
        (
            HEAD + "declarations: {pact: {title: x, parties: [FRD], date: 1933, clauses: {}}}\n",
            "5:70: nothing stands in it; leave the key out",
        ),
    ],
    ids=["list", "mapping", "list-for-mapping", "clauses"],
)
def test_what_is_empty_is_refused(text: str, problem: str) -> None:
    """A list or mapping with nothing in it says nothing, so its key is left out."""
    assert told(text) == [problem]


def test_a_default_is_told_once() -> None:
    """A default that is wrong is one problem, at its place, however many records use it."""
    events = "\n".join(f"  e{n}: {{title: War, kind: war}}" for n in range(3))
    assert told(f"{HEAD}defaults: {{events: {{date: 2000-13}}}}\nevents:\n{events}\n") == [
        "5:27: '2000-13' is no EDTF date: month 13 does not exist"
    ]


def test_a_misspelt_default_is_one_problem() -> None:
    """What relied on a misspelt default is not missing something as well."""
    events = "events: {e: {title: War, kind: war}}"
    assert told(f"{HEAD}defaults: {{events: {{daet: 2000}}}}\n{events}\n") == [
        "5:21: Event has no field 'daet'; did you mean 'date'?"
    ]


def test_clauses_have_no_defaults() -> None:
    """Clauses have ids, so declarations cannot share them."""
    assert told(f"{HEAD}defaults: {{declarations: {{clauses: {{a: {{}}}}}}}}\n")[0].startswith(
        "5:27: there are no defaults for 'clauses', which have ids of their own"
    )


def test_an_id_of_wrong_form_is_one_problem() -> None:
    """What refers to an id that was refused is no second fault."""
    assert told(
        visit("hosts: [tren tino]").replace("firefly: {", "tren tino: {name: T}, firefly: {")
    ) == [
        (
            "4:11: 'tren tino' is no id: ids have letters a-z, digits, '-' and '_';"
            " did you mean 'tren-tino'?"
        )
    ]


def test_a_misspelt_section_is_one_problem() -> None:
    """What refers to the records of a misspelt section is no second fault."""
    assert told(visit().replace("leaders:", "leadres:")) == [
        "4:1: a file has no 'leadres'; did you mean 'leaders'?"
    ]


@pytest.mark.parametrize(
    "archive",
    ["bilateral: 2\n", "bilateral: 1\nleaders: [firefly]\n", "foo: [\n", "\udcff"],
    ids=["version", "section", "syntax", "encoding"],
)
def test_an_archive_that_cannot_be_read_is_one_problem(tmp_path: Path, archive: str) -> None:
    """Where ids may stand in what could not be read, none of them is said to be missing."""
    path = tmp_path / "bilateral.yaml"
    path.write_bytes(archive.encode("utf-8", "surrogateescape"))
    article = "bilateral: 1\nvisits: {tour: {guests: [firefly], country: SYL, date: 1933}}\n"
    (tmp_path / "a.yaml").write_text(article, encoding="utf-8")
    assert [str(path)] == [problem.place.file for problem in bl.check(tmp_path)]


def test_articles_of_wrong_ids_are_kept_apart(tmp_path: Path) -> None:
    """Two files whose ids were refused do not share records."""
    for name, id in (("one", "a b"), ("two", "c d")):
        text = f"bilateral: 1\nid: {id}\nevents: {{x: {{title: {name}, kind: war, date: 2000}}}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    assert ["id-form", "id-form"] == [problem.code for problem in bl.check(tmp_path)]


def test_actors_of_two_files_must_agree(tmp_path: Path) -> None:
    """An actor given twice is one where both are equal, and else a conflict of two places."""
    one, two = tmp_path / "one.yaml", tmp_path / "two.yaml"
    one.write_text(HEAD.replace("id: story\n", ""), encoding="utf-8")
    two.write_text("bilateral: 1\ncountries: {FRD: {name: Freedonia}}\n", encoding="utf-8")
    assert len(bl.load(tmp_path).countries) == 2
    two.write_text("bilateral: 1\ncountries: {FRD: {name: Fredonia}}\n", encoding="utf-8")
    assert [
        (
            f"{two}:2:13: the country 'FRD' differs from the one at {one}:2:13"
            " in 'name': 'Fredonia' here, 'Freedonia' there"
        )
    ] == list(map(str, bl.check(tmp_path)))


def test_places_of_short_ids(tmp_path: Path) -> None:
    """A short id that two files have has no one place; their full ids have."""
    for name in ("one", "two"):
        text = "bilateral: 1\nevents: {x: {title: A war, kind: war, date: 2000}}\n"
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    places = bl.load(tmp_path).places
    assert places["two:x"] == bl.Place(str(tmp_path / "two.yaml"), 2, 10)
    with pytest.raises(bl.AmbiguousIdError, match="record 'x' may be 'one:x' or 'two:x'"):
        places["x"]


def test_the_thorough_way_builds_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the quick way builds, the thorough way builds as well."""
    quick = bl.loads(visit())

    def irregular(*_: object) -> None:
        raise Irregular

    def thorough(cls: type[Record], *, thorough: bool) -> Hook:
        return builder(cls, thorough=True)

    monkeypatch.setattr(forms, "read", irregular)
    assert quick == bl.loads(visit())
    monkeypatch.setattr(assembling, "builder", thorough)
    assert quick == bl.loads(visit())


def test_what_only_the_quick_builder_refuses_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    """The thorough builder has the last word, so that no record is lost without a problem."""
    expected = bl.loads(visit())

    def one_sided(cls: type[Record], *, thorough: bool) -> Hook:
        return builder(cls, thorough=True) if thorough else refuse

    def refuse(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(assembling, "builder", one_sided)
    assert expected == bl.loads(visit())


def test_a_fault_of_the_library_is_not_hidden() -> None:
    """Only refusals become problems; anything else is raised."""
    with pytest.raises(ZeroDivisionError):
        list(refusals_of(ZeroDivisionError(), bl.Visit, ()))


@pytest.mark.parametrize(
    ("text", "code", "found", "expected"),
    [
        (visit("agenda: []"), "empty-value", None, "a value"),
        (visit("hosts: [SYL]").replace("guests: [firefly]", "guests: [tour]"),
         "ref-kind", "tour", "a leader, country or organization"),
    ],
)  # fmt: skip
def test_found_and_expected(text: str, code: str, found: str | None, expected: str) -> None:
    """A program that reads problems is told as much as a person."""
    with pytest.raises(bl.LoadError) as refused:
        bl.loads(text)
    (problem,) = refused.value.problems
    assert (code, found, expected) == (problem.code, problem.found, problem.expected)


def test_references_between_files(tmp_path: Path) -> None:
    """Of a short id, the kind of what another file has under it is told, and which there are."""
    event = "bilateral: 1\nevents: {x: {title: A war, kind: war, date: 2000}}\n"
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text(event, encoding="utf-8")
    text = "bilateral: 1\nevents: {y: {title: War, kind: war, relative: [{after: x}]}}\n"
    (tmp_path / "three.yaml").write_text(text, encoding="utf-8")
    (problem,) = bl.check(tmp_path)
    assert ("ref-ambiguous", "x", "'one:x' or 'two:x'") == (
        problem.code,
        problem.found,
        problem.expected,
    )
    (tmp_path / "two.yaml").unlink()
    (tmp_path / "three.yaml").write_text(visit("hosts: [x]"), encoding="utf-8")
    (problem,) = bl.check(tmp_path)
    assert ("ref-kind", "'x' is an event; expected a leader, country or organization") == (
        problem.code,
        problem.message,
    )
