import os
import stat
import unicodedata
from pathlib import Path
from typing import Any

import attrs
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

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


def test_a_cut_file_is_refused() -> None:
    """Whatever is cut off the end of a dump, the rest does not load."""
    text = bl.dumps(bl.load(ROOT / "tests/data/archive/accord-2019.yaml"))
    whole = bl.loads(text)
    for end in range(0, len(text), 7):
        try:
            rest = bl.loads(text[:end])
        except bl.LoadError:
            continue
        assert whole == rest


@pytest.mark.parametrize("text", ["", "a\x07b", "a\u202eb", "a\x85b", "a\ufeffb"])
def test_what_no_file_may_hold_is_not_written(text: str, tmp_path: Path) -> None:
    """Text that would not load again is not written, and no file is touched."""
    path = tmp_path / "story.yaml"
    path.write_text("as it was", encoding="utf-8")
    with pytest.raises(bl.BilateralError):
        bl.dump(small(title=text), path)
    assert path.read_text(encoding="utf-8") == "as it was"


def test_what_would_change_is_not_written() -> None:
    """Loading composes text and fills in a file's only source: what differs there is refused."""
    decomposed = unicodedata.normalize("NFD", "Müller")
    with pytest.raises(bl.BilateralError, match="story: it would not load again as it is"):
        bl.dumps(small(title=decomposed))
    event = bl.Event(id="story:event", title="x", kind=bl.EventKind.WAR, status=bl.Status.PLANNED)
    wire = bl.Source(id="story:wire", title="A wire")
    with pytest.raises(bl.BilateralError, match="story:event: it would not load again as it is"):
        bl.dumps(small(sources=[wire], events=[event]))


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
            (
                "cannot be written: story:treaty: it would not load again as it is; has it a"
                " source, and text in NFC?"
            ),
        ),
    ],
    ids=["several", "no-article", "no-id", "long-key", "stray-clause"],
)
def test_what_cannot_be_written(dossier: bl.Dossier, message: str) -> None:
    """A dossier that no file could give back is refused with the reason."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dumps(dossier)
    assert message == str(refused.value)


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """Files that would load together with those written are not written beside."""
    (tmp_path / "other.yaml").write_text("bilateral: 1\nid: story\n", encoding="utf-8")
    with pytest.raises(bl.BilateralError, match="holds other files, such as other"):
        bl.dump(small(), tmp_path)
    assert ["other.yaml"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("path", ["a\0b", "missing/folder/story.yaml"])
def test_a_path_that_cannot_be(path: str) -> None:
    """A path that no file can have is refused."""
    with pytest.raises(bl.BilateralError, match="cannot be written"):
        bl.dump(small(), path)


def test_an_archives_file_takes_no_article(tmp_path: Path) -> None:
    """`bilateral.yaml` is not written over with an article."""
    with pytest.raises(bl.BilateralError, match="is for what several articles share"):
        bl.dump(small(), tmp_path / "bilateral.yaml")


def test_a_folder_is_made(tmp_path: Path) -> None:
    """Several articles make a folder, one file each, told apart whatever the file system."""
    dossier = holding(articles=[bl.Article(id=id, title="x") for id in ("a", "A", "bilateral")])
    bl.dump(dossier, tmp_path / "new")
    names = sorted(path.name for path in (tmp_path / "new").iterdir())
    assert names == ["A-2.yaml", "a.yaml", "bilateral-2.yaml", "bilateral.yaml"]
    assert dossier == bl.load(tmp_path / "new")


def test_an_old_file_keeps_its_mode(tmp_path: Path) -> None:
    """A file that is replaced keeps its mode; a new one has the usual one."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.touch(mode=0o600)
    bl.dump(small(), old)
    bl.dump(small(), new)
    umask = os.umask(0)
    os.umask(umask)
    assert stat.S_IMODE(old.stat().st_mode) == 0o600
    assert stat.S_IMODE(new.stat().st_mode) == 0o666 & ~umask
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.yaml", "old.yaml"]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """The file behind a symbolic link is replaced, not the link."""
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.touch()
    link.symlink_to(real)
    bl.dump(small(), link)
    assert link.is_symlink()
    assert small() == bl.load(real)


def test_a_failure_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When a file cannot be replaced, the old one stands and no temporary one is left."""
    path = tmp_path / "story.yaml"
    path.write_text("as it was", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(bl.BilateralError) as refused:
        bl.dump(small(), path)
    assert str(refused.value) == f"{path}: cannot be written: No space left on device"
    assert [(path, "as it was")] == [
        (file, file.read_text(encoding="utf-8")) for file in tmp_path.iterdir()
    ]


def test_only_regular_files_are_written(tmp_path: Path) -> None:
    """A FIFO is not replaced by a file."""
    fifo = tmp_path / "fifo.yaml"
    os.mkfifo(fifo)
    with pytest.raises(bl.BilateralError, match="this is no regular file"):
        bl.dump(small(), fifo)
    assert stat.S_ISFIFO(fifo.stat().st_mode)


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
