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
from bilateral.format.conflicts import difference
from bilateral.format.dumping import written
from tests.dossiers import TRICKY, dossiers

ROOT = Path(__file__).parents[1]
EXAMPLE = ROOT / "examples/xi-putin-beijing-2024.yaml"
slowly = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


FREEDONIA = bl.Country(id="FRD", name="Freedonia")
LEE = bl.Leader(id="lee", name="Lee")
ONE = bl.Clause(id="story:treaty/one", act=bl.Act.PLEDGE, text="x")
TWO = attrs.evolve(ONE, id="story:treaty/two")


def treaty(*clauses: bl.Clause) -> bl.JointDeclaration:
    """A declaration with these clauses."""
    date = bl.Edtf.parse("2031")
    parties: Any = (bl.Organization(id="lakes", name="The lakes"),)
    return bl.JointDeclaration(
        id="story:treaty", title="x", parties=parties, date=date, clauses=clauses
    )


def holding(**sections: Any) -> bl.Dossier:
    """A dossier of these records."""
    return bl.Dossier(**sections)


def refusal(dossier: bl.Dossier, path: Path) -> str:
    """Why a dossier is not written."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dump(dossier, path)
    return str(refused.value)


def small(title: str = "A story", **changes: Any) -> bl.Dossier:
    """A dossier of one article."""
    article = bl.Article(id="story", title=title)
    lakes = bl.Organization(id="lakes", name="The lakes")
    return bl.Dossier(**{"articles": [article], "organizations": [lakes], **changes})


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


WRITTEN = """\
---
bilateral: 1
id: duck
countries:
  FRD:
    name: "Freedonia"
  SYL:
    name: "Sylvania"
sources:
  wire:
    title: "Talks"
statements:
  said:
    source: "other:daily"
    act: note
    text: "Peace."
    topics_open: true
    speakers: [FRD]
    voice: reported
    date: "1933-11-17"
declarations:
  joint:
    title: "Peace"
    parties: [FRD, SYL]
    date: "1933-11-17"
    complete: true
    clauses:
      peace:
        act: affirm
        text: "Peace."
...
"""


def test_the_whole_text() -> None:
    """Sections and fields have an order; the one source and the declaration's go without saying."""
    text = WRITTEN.replace('    source: "other:daily"\n', "")
    assert text == bl.dumps(bl.loads(text))


def test_a_source_beside_the_only_one_is_written(tmp_path: Path) -> None:
    """A record that is from another file's source says so."""
    other = "bilateral: 1\nid: other\nsources:\n  daily: {title: Daily}\n"
    for name, text in {"duck": WRITTEN, "other": other}.items():
        (tmp_path / f"{name}.yaml").write_text(text, encoding="utf-8")
    bl.dump(bl.load(tmp_path, root=None), tmp_path / "new/")
    actors = WRITTEN[WRITTEN.index("countries:") : WRITTEN.index("sources:")]
    shared, article = (
        (tmp_path / f"new/{name}.yaml").read_text("utf-8") for name in ("bilateral", "duck")
    )
    assert f"---\nbilateral: 1\n{actors}...\n" == shared
    assert WRITTEN.replace(actors, "") == article


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
        "cannot be written: story:event: source: loaded again, it would differ:"
        " nothing here, 'story:wire' there"
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
            "one:wire: id: it begins with no id of an article here",
        ),
        (
            holding(countries=[bl.Country(id="no id", name="x")]),
            (
                "no id: id: 'no id' is no id: ids have letters a-z, digits, '-' and '_';"
                " did you mean 'no-id'?"
            ),
        ),
        (
            small(
                leaders=[LEE],
                sources=[bl.Source(id="story:wire", title="x", mentions={"x" * 129: LEE})],
            ),
            "story:wire: mentions: a key of 129 characters; 128 are allowed",
        ),
        (
            small(declarations=[treaty(bl.Clause(id="other/one", act=bl.Act.PLEDGE, text="x"))]),
            (
                "other/one: id: a clause's id begins with its declaration's;"
                " write 'story:treaty/one'"
            ),
        ),
        (
            small(declarations=[treaty(ONE, ONE)]),
            "story:treaty/one: id: a clause has this id already; give one of them another",
        ),
        (
            small(topics=[bl.Topic(id="lee", name="x")], leaders=[LEE]),
            "lee: id: a topic has this id already; give one of them another",
        ),
        (
            small(declarations=[treaty(attrs.evolve(ONE, about=("story:two",)))]),
            (
                "story:treaty/one: about[0]: no record 'two'; expected 'treaty' or 'treaty/one'"
            ),
        ),
        (
            small(topics=[bl.Topic(id="a", name="x", broader="a")]),
            "a: broader: 'a' is this topic itself",
        ),
    ],
    ids=[
        "several", "no-article", "no-id", "long-key", "stray-clause", "clause-twice", "id-twice",
        "unknown", "cycle",
    ],
)  # fmt: skip
def test_what_cannot_be_written(dossier: bl.Dossier, message: str) -> None:
    """A dossier that no file could give back is refused with the reason."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(dossier)
    assert message == str(refused.value).removeprefix("cannot be written: ")


def test_a_refusal_names_the_article(tmp_path: Path) -> None:
    """Of two articles' records with one short id, the refusal tells which it is about."""
    said: Any = {
        "speakers": (FREEDONIA,), "voice": bl.Voice.REPORTED, "act": bl.Act.PLEDGE,
        "date": bl.Edtf.parse("2031"),
    }  # fmt: skip
    statements: Any = [
        bl.Statement(id="f:st", text="x", **said), bl.Statement(id="g:st", text="", **said)
    ]  # fmt: skip
    articles = [bl.Article(id=id) for id in "fg"]
    dossier = holding(articles=articles, countries=[FREEDONIA], statements=statements)
    assert "cannot be written: g:st: text: the text is empty" == refusal(dossier, tmp_path)


@pytest.mark.parametrize(
    ("status", "where"),
    [(bl.CodingStatus.DONE, "g: coding.coder"), (bl.CodingStatus.ADJUDICATED, "f")],
)
def test_parallel_codings_go_to_folders_of_their_own(
    status: bl.CodingStatus, where: str, tmp_path: Path
) -> None:
    """Of two codings of one source, only one would be loaded again."""
    codings = [bl.Coding(coder="F"), bl.Coding(coder="G", status=status)]
    dossier = holding(
        articles=[
            bl.Article(id=id, coding=coding) for id, coding in zip("fg", codings, strict=True)
        ],
        sources=[bl.Source(id=f"{id}:wire", title="x", url="https://w.example") for id in "fg"],
    )
    assert refusal(dossier, tmp_path) == (
        f"cannot be written: {where}: another coder's coding of the same source stands beside it,"
        " and only one of them is loaded; dump them to folders of their own"
    )


def test_a_file_has_a_size(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that would be too large to load is not written."""
    monkeypatch.setattr("bilateral.format.dumping.DEFAULT_LIMITS", bl.Limits(file_size=20))
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(small())
    assert str(refused.value) == (
        "cannot be written: story: a file has 20 bytes at most, and this one would have more"
    )


def test_one_record_is_written_as_its_file_gives_it() -> None:
    """The fields of one record are those that stand in a file, with full ids."""
    statement = bl.loads(STORY + SHARED.partition("\n")[2]).statements["st"]
    assert written(statement) == (
        'act: pledge\ntext: "The locks are opened."\nspeakers: [lee]\nvoice: reported\ndate: "2031"'
    )


def test_difference_names_the_clause() -> None:
    """Of two declarations, the clause and the field are told in which they differ."""
    here, there = treaty(ONE, TWO), treaty(ONE, attrs.evolve(TWO, text="y"))
    assert "'text' of 'story:treaty/two': 'x' here, 'y' there" == difference(here, there)
    assert "'clauses'" == difference(here, treaty(TWO))
    assert "'date' of 'story:treaty/one'" in difference(
        here, attrs.evolve(here, date=bl.Edtf.parse("2032"))
    )


# Beside an archive


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """An archive's folder with one article that names its leader."""
    (tmp_path / "bilateral.yaml").write_text(SHARED, encoding="utf-8")
    (tmp_path / "f.yaml").write_text(STORY, encoding="utf-8")
    return tmp_path


SHARED = """\
bilateral: 1
countries: {FRD: {name: Freedonia}}
leaders: {lee: {name: Lee, country: FRD}}
"""
STORY = """\
bilateral: 1
title: A story
statements:
  st: {speakers: [lee], voice: reported, act: pledge, date: 2031, text: The locks are opened.}
"""


def renamed(dossier: bl.Dossier) -> bl.Dossier:
    """The dossier with another name for its leader, wherever that one is named."""
    lee: Any = attrs.evolve(dossier.leaders["lee"], name="Other")
    said: Any = attrs.evolve(dossier.statements["st"], speakers=(lee,))
    changed: Any = {"leaders": [lee], "statements": [said]}
    return attrs.evolve(dossier, **changed)


def test_what_the_archive_gives_is_left_out(archive: Path) -> None:
    """An article's file holds what is its own, so that the archive's file can still be changed."""
    path = archive / "f.yaml"
    loaded = bl.load(path)
    made: Any = [bl.Topic(id="locks", name="Locks")]
    changed = attrs.evolve(loaded, topics=made)
    bl.dump(changed, path)
    assert changed == bl.load(path)
    text = path.read_text(encoding="utf-8")
    assert (True, False, False) == tuple(
        section in text for section in ("topics:", "leaders:", "countries:")
    )
    (archive / "bilateral.yaml").write_text(SHARED.replace("Lee", "Li"), encoding="utf-8")
    assert "Li" == bl.load(path).leaders["lee"].name


def test_what_the_archive_gives_otherwise_is_refused(archive: Path) -> None:
    """What would be in conflict with the archive's file is not written over a good one."""
    shared, path = archive / "bilateral.yaml", archive / "f.yaml"
    dossier = renamed(bl.load(path))
    assert refusal(dossier, path) == (
        f"cannot be written: lee: name: differs from the leader in {shared}, which is loaded"
        " along: 'Other' here, 'Lee' there; change it there, or dump to where no archive is"
    )
    assert STORY == path.read_text(encoding="utf-8")
    assert dossier == bl.loads(bl.dumps(dossier))
    topic: Any = [bl.Topic(id="lee", name="x")]
    assert refusal(bl.Dossier(topics=topic), archive / "g.yaml") == (
        f"cannot be written: lee: this is a leader in {shared}, which is loaded along;"
        " change it there, or dump to where no archive is"
    )


def test_what_the_archive_has_alone_may_be_referred_to(archive: Path) -> None:
    """A dossier without the archive's actors may name them, as they are there."""
    loaded = bl.load(archive / "f.yaml")
    dossier = bl.Dossier(articles=loaded.articles, statements=loaded.statements)
    bl.dump(dossier, archive / "f.yaml", overwrite=True)
    assert loaded == bl.load(archive / "f.yaml")
    statements = renamed(loaded).statements
    dossier = bl.Dossier(articles=loaded.articles, statements=statements)
    assert refusal(dossier, archive / "f.yaml") == (
        "cannot be written: f:st: speakers[0]: this leader 'lee' differs from the one among the"
        " leaders in 'name': 'Other' here, 'Lee' there; write that one here, or change it there"
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"bilateral: 2\n", "1:12: this is format version '2'; this library reads version 1"),
        (b"a: \xff\n", "1:4: the byte 0xFF is not UTF-8"),
        (None, "1:1: this is a folder"),
    ],
)
def test_a_broken_archive_is_told(archive: Path, content: bytes | None, message: str) -> None:
    """Where the archive's file cannot be loaded, what is loaded with it is not written."""
    shared, path = archive / "bilateral.yaml", archive / "f.yaml"
    dossier = bl.load(path)
    shared.unlink()
    if content is None:
        shared.mkdir()
    else:
        shared.write_bytes(content)
    assert refusal(dossier, path).startswith(
        f"{path}: cannot be written: it is loaded with its archive's bilateral.yaml, in which"
        f" something is to be mended first: {shared}:{message}"
    )


def test_the_archives_file_itself_is_written(archive: Path) -> None:
    """What is shared goes to `bilateral.yaml`, and by way of a link no article does."""
    shared = bl.load(archive / "bilateral.yaml")
    bl.dump(shared, archive / "bilateral.yaml")
    assert shared == bl.load(archive / "bilateral.yaml")
    (archive / "link.yaml").symlink_to(archive / "bilateral.yaml")
    assert "is for what several articles share" in refusal(
        bl.load(archive / "f.yaml"), archive / "link.yaml"
    )


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
