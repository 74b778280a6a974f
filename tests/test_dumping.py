import io
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML

import bilateral as bl
from tests.dossiers import TRICKY, dossiers

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/xi-putin-beijing-2024.yaml"
slowly = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def holding(**sections: Any) -> bl.Dossier:
    """A dossier of these records."""
    return bl.Dossier(**sections)


def small(title: str = "A story", **changes: Any) -> bl.Dossier:
    """A dossier of one article."""
    article = bl.Article(id="story", title=title)
    return bl.Dossier(**{"articles": [article], **changes})


@slowly
@given(dossiers())
def test_one_article_comes_back(dossier: bl.Dossier) -> None:
    """`loads(dumps(d)) == d`, and dumping it again gives the same text."""
    text = bl.dumps(dossier)
    again = bl.loads(text)
    assert dossier == again
    assert text == bl.dumps(again)


@slowly
@given(dossiers(articles=2))
def test_several_articles_come_back(
    tmp_path_factory: pytest.TempPathFactory, dossier: bl.Dossier
) -> None:
    """What goes to a folder comes back from it."""
    folder = tmp_path_factory.mktemp("archive")
    bl.dump(dossier, folder)
    assert dossier == bl.load(folder, root=folder)


def test_the_example_comes_back() -> None:
    """The article comes back from its dump as it was."""
    dossier = bl.load(EXAMPLE)
    assert dossier == bl.loads(bl.dumps(dossier))


def test_a_dossier_of_actors_alone_comes_back() -> None:
    """Without an article, the dump is an archive's file."""
    dossier = holding(countries=[bl.Country(id="FRD", name="Freedonia")])
    text = '---\nbilateral: 1\ncountries:\n  FRD:\n    name: "Freedonia"\n...\n'
    assert text == bl.dumps(dossier)
    assert dossier == bl.loads(text)


@pytest.mark.parametrize("text", TRICKY)
def test_other_readers_agree_on_text(text: str) -> None:
    """PyYAML's own reader takes every text for the text that it is."""
    read = yaml.safe_load(bl.dumps(small(title=text)))
    assert text == read["title"]


def test_ids_that_yaml_would_retype_are_quoted() -> None:
    """An id such as `NO` or `010` is text for every reader."""
    ids = ["NO", "on", "010", "1e3", "2024-05-16", "y"]
    dossier = holding(countries=[bl.Country(id=id, name=id) for id in ids])
    assert ids == list(yaml.safe_load(bl.dumps(dossier))["countries"])


@settings(slowly, max_examples=4)
@given(dossiers())
def test_a_cut_file_is_refused(
    tmp_path_factory: pytest.TempPathFactory, dossier: bl.Dossier
) -> None:
    """Wherever a dump is cut, the rest does not load; only its last break may go."""
    path = tmp_path_factory.mktemp("cut") / "story.yaml"
    bl.dump(dossier, path)
    whole = path.read_bytes()
    for end in range(len(whole) - 1):
        path.write_bytes(whole[:end])
        assert bl.check(path, root=None), f"cut at byte {end}"
    path.write_bytes(whole[:-1])
    assert dossier == bl.load(path, root=None)


def read_otherwise(text: str) -> list[Any]:
    """What readers of YAML 1.1 and 1.2 read who know nothing of this library."""
    modern = YAML(typ="safe", pure=True)
    modern.version = (1, 2)
    return [
        yaml.load(text, PlainText),  # noqa: S506 - it is safer than safe
        yaml.safe_load(text),
        modern.load(io.StringIO(text)),
    ]


class PlainText(yaml.SafeLoader):
    """Reads every scalar as the text that it is written as."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - as the class above has it


@settings(slowly, max_examples=40)
@given(dossiers())
def test_other_readers_agree_on_all(dossier: bl.Dossier) -> None:
    """Readers of YAML 1.1 and 1.2 take all that is written for the same text and numbers."""
    plain, old, modern = read_otherwise(bl.dumps(dossier))
    assert old == modern
    assert plain == as_written(old)


def as_written(value: Any) -> Any:
    """What was read, with truth values and numbers as their text."""
    if isinstance(value, dict):
        return {as_written(key): as_written(member) for key, member in value.items()}
    if isinstance(value, list):
        return [as_written(member) for member in value]
    return str(value).lower() if isinstance(value, bool | int) else value


@pytest.mark.parametrize(
    "text", ["", " ", "a\x07b", "a\u202eb", "a\x85b", "a\ufeffb", "a\ud800b", "u\u0308"]
)
def test_what_no_file_may_hold_is_not_written(text: str, tmp_path: Path) -> None:
    """Text that would not load again is not written, and no file is touched."""
    path = tmp_path / "story.yaml"
    path.write_text("as it was", encoding="utf-8")
    with pytest.raises(bl.BilateralError, match=r"^cannot be written: (story: )?title: "):
        bl.dump(small(title=text), path, overwrite=True)
    assert path.read_text(encoding="utf-8") == "as it was"


def test_what_would_change_is_not_written() -> None:
    """Loading fills in a file's only source: a record that would then have another is refused."""
    event = bl.Event(id="story:event", title="x", kind=bl.EventKind.WAR, status=bl.Status.PLANNED)
    wire = bl.Source(id="story:wire", title="A wire")
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(small(sources=[wire], events=[event]))
    assert str(refused.value) == (
        "cannot be written: story:event: loaded again, it would differ in"
        " 'source': nothing here, 'story:wire' there"
    )


@pytest.mark.parametrize(
    ("dossier", "message"),
    [
        (
            holding(articles=[bl.Article(id="one"), bl.Article(id="two")]),
            "a dossier of 2 articles goes to a folder: dump(dossier, folder)",
        ),
        (
            holding(sources=[bl.Source(id="one:wire", title="A wire")]),
            "the record 'one:wire' is of no article in the dossier",
        ),
        (
            holding(countries=[bl.Country(id="no id", name="x")]),
            (
                "cannot be written: countries.no id: 'no id' is no id: ids have letters a-z,"
                " digits, '-' and '_'; did you mean 'no-id'?"
            ),
        ),
        (
            small(
                sources=[
                    bl.Source(
                        id="story:wire",
                        title="x",
                        mentions={"x" * 129: bl.Leader(id="a", name="A")},
                    )
                ]
            ),
            "cannot be written: sources.wire.mentions: a key of 129 characters; 128 are allowed",
        ),
        (
            small(
                countries=[bl.Country(id="FRD", name="Freedonia")],
                declarations=[
                    bl.JointDeclaration(
                        id="story:treaty",
                        title="x",
                        parties=(bl.Country(id="FRD", name="Freedonia"),),
                        date=bl.Edtf.parse("2024"),
                        clauses=(bl.Clause(id="other/one", act=bl.Act.PLEDGE, text="x"),),
                    )
                ],
            ),
            "cannot be written: story:treaty: loaded again, it would differ in 'clauses'",
        ),
    ],
    ids=["several", "no-article", "no-id", "long-key", "stray-clause"],
)
def test_what_cannot_be_written(dossier: bl.Dossier, message: str) -> None:
    """A dossier that no file could give back is refused with the reason."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(dossier)
    assert message == str(refused.value)


@slowly
@given(dossiers(), st.integers(1, 9))
def test_lines_above_move_places_down(dossier: bl.Dossier, lines: int) -> None:
    """Comments above a file move every place down by their number, and change nothing else."""
    text = bl.dumps(dossier)
    above = bl.loads(text)
    below = bl.loads("# a comment\n" * lines + text)
    assert above == below
    for record in above:
        place = above.places[record.id]
        assert attrs.evolve(place, line=place.line + lines) == below.places[record.id]
