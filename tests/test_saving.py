import builtins
import fcntl
import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest

import bilateral as bl

OTHER = (
    "is there already, and this dossier was not loaded from it;"
    " dump to another file, or replace this one with overwrite=True"
)
CHANGED = (
    "has changed since this dossier was loaded from it or written to it;"
    " load it again, or replace it with overwrite=True"
)
REMOVED = (
    "was removed since this dossier was loaded from it or written to it;"
    " write it anew with overwrite=True"
)


def story(title: str = "A story", *more: str) -> bl.Dossier:
    """A dossier of one article, and of more with these ids."""
    articles: Any = [bl.Article(id=id, title=title) for id in ("story", *more)]
    return bl.Dossier(articles=articles)


def retold(dossier: bl.Dossier, title: str) -> bl.Dossier:
    """The dossier with other titles, as a user makes it."""
    articles: Any = [attrs.evolve(article, title=title) for article in dossier.articles]
    return attrs.evolve(dossier, articles=articles)


def title(path: Path) -> str | None:
    """The title of the story in a file or folder."""
    return bl.load(path, root=None).articles["story"].title


def refusal(dossier: bl.Dossier, path: Path | str) -> str:
    """Why a dossier is not written."""
    with pytest.raises(bl.BilateralError) as refused:
        bl.dump(dossier, path)
    return str(refused.value)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """The path of a file that is not there."""
    return tmp_path / "story.yaml"


# What the caller has seen


def test_a_loaded_file_is_replaced_again_and_again(path: Path) -> None:
    """Load, change, dump: the dossier knows what its file holds, however often it is written."""
    path.write_text("bilateral: 1\n# a comment\ntitle: By hand\n", encoding="utf-8")
    loaded = bl.load(path)
    for number in range(3):
        bl.dump(retold(loaded, f"Change {number}"), path)
        assert title(path) == f"Change {number}"
    bl.dump(loaded, path)
    assert title(path) == "By hand"


@pytest.mark.parametrize("ending", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_every_byte_of_a_loaded_file_is_known(path: Path, mark: str, ending: str) -> None:
    """A byte order mark and the breaks of Windows are no change."""
    path.write_bytes(f"{mark}bilateral: 1{ending}title: By hand{ending}".encode())
    bl.dump(retold(bl.load(path), "Changed"), path)
    assert title(path) == "Changed"


def test_a_file_that_changed_is_refused(path: Path) -> None:
    """What somebody else wrote since stays, unless the caller says otherwise."""
    bl.dump(story(), path)
    loaded = bl.load(path)
    with path.open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert f"{path}: {CHANGED}" == refusal(retold(loaded, "Changed"), path)
    assert path.read_text(encoding="utf-8").endswith("# a remark\n")

    bl.dump(retold(loaded, "Changed"), path, overwrite=True)
    assert title(path) == "Changed"
    bl.dump(retold(loaded, "Again"), path)
    assert title(path) == "Again"


def test_of_two_who_load_the_second_to_save_is_refused(path: Path) -> None:
    """No save is lost to another that did not know of it."""
    bl.dump(story(), path)
    one, other = bl.load(path), bl.load(path)
    bl.dump(retold(one, "One's"), path)
    assert f"{path}: {CHANGED}" == refusal(retold(other, "The other's"), path)
    assert title(path) == "One's"


def test_a_file_that_was_removed_is_refused(path: Path) -> None:
    """A file that somebody removed does not come back unasked."""
    bl.dump(story(), path)
    loaded = bl.load(path)
    path.unlink()
    assert f"{path}: {REMOVED}" == refusal(loaded, path)
    bl.dump(loaded, path, overwrite=True)
    assert loaded == bl.load(path)


@pytest.mark.parametrize(
    "made",
    [
        lambda path: story("Changed"),
        lambda path: bl.loads(bl.dumps(story("Changed")), name=str(path)),
        lambda path: retold(bl.load(path.parent / "other.yaml"), "Changed"),
    ],
    ids=["in Python", "of text", "of another file"],
)
def test_a_file_that_was_never_read_is_refused(
    path: Path, made: Callable[[Path], bl.Dossier]
) -> None:
    """A dossier that was not loaded from a file does not replace it unasked."""
    bl.dump(story("Other"), path.parent / "other.yaml")
    bl.dump(story("Before"), path)
    dossier = made(path)
    assert f"{path}: {OTHER}" == refusal(dossier, path)
    assert title(path) == "Before"
    bl.dump(dossier, path, overwrite=True)
    bl.dump(retold(dossier, "Again"), path)
    assert title(path) == "Again"


def test_a_text_is_of_no_file(path: Path) -> None:
    """The name of a text is no file that could have been removed."""
    dossier = bl.loads(bl.dumps(story()), name=str(path))
    bl.dump(dossier, path)
    assert dossier == bl.load(path)


def test_nothing_is_lost_with_what_is_the_same(path: Path) -> None:
    """A file that holds the same already, or nothing, is in nobody's way."""
    path.touch()
    bl.dump(story(), path)
    before = path.stat()
    bl.dump(story(), path)
    assert (before.st_ino, before.st_mtime_ns) == (path.stat().st_ino, path.stat().st_mtime_ns)
    bl.dump(story("Changed"), path, overwrite=True)
    path.write_text("", encoding="utf-8")
    loaded = story()
    bl.dump(loaded, path)
    path.write_text("", encoding="utf-8")
    assert f"{path}: {CHANGED}" == refusal(retold(loaded, "Changed"), path)


def test_a_coding_that_was_not_taken_is_not_replaced(tmp_path: Path) -> None:
    """Of parallel codings, the one that was not loaded is nobody's to write over."""
    for coder in "AB":
        coding = f"coding: {{coder: {coder}}}"
        text = f"bilateral: 1\nid: story\ntitle: Of {coder}\n{coding}\n"
        (tmp_path / f"{coder}.yaml").write_text(text, encoding="utf-8")
    dossier = retold(bl.load(tmp_path, coder="A"), "Changed")
    assert f"{tmp_path / 'B.yaml'}: {OTHER}" == refusal(dossier, tmp_path / "B.yaml")
    assert "holds other files, such as A.yaml" in refusal(dossier, tmp_path)
    bl.dump(dossier, tmp_path / "A.yaml")
    assert title(tmp_path / "A.yaml") == "Changed"


def test_what_is_pieced_together_knows_no_file(path: Path) -> None:
    """A dossier that is made from the records of another has no part in what that one knows."""
    bl.dump(story(), path)
    articles: Any = retold(bl.load(path), "Changed").articles
    assert f"{path}: {OTHER}" == refusal(bl.Dossier(articles=articles), path)


def test_relative_paths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is known by any of its paths, wherever the process has gone meanwhile."""
    (tmp_path / "below").mkdir()
    bl.dump(story(), tmp_path / "story.yaml")
    monkeypatch.chdir(tmp_path)
    loaded = bl.load("story.yaml")
    monkeypatch.chdir(tmp_path / "below")
    assert refusal(retold(story(), "x"), "../story.yaml").startswith("../story.yaml: is there")
    bl.dump(retold(loaded, "Changed"), "../story.yaml")
    assert title(tmp_path / "story.yaml") == "Changed"


def test_a_working_folder_that_is_gone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process whose folder was removed can load and save by absolute paths."""
    (path.parent / "below").mkdir()
    bl.dump(story(), path)
    monkeypatch.chdir(path.parent / "below")
    (path.parent / "below").rmdir()
    bl.dump(retold(bl.load(path, root=None), "Changed"), path)
    assert title(path) == "Changed"


# Two at once


def interrupt(monkeypatch: pytest.MonkeyPatch, name: str, act: Callable[[], object]) -> None:
    """Let something happen right before a function of the system is called the first time."""
    function = getattr(os, name)

    def interrupted(*arguments: Any, **options: Any) -> Any:
        monkeypatch.setattr(os, name, function)
        act()
        return function(*arguments, **options)

    monkeypatch.setattr(os, name, interrupted)


def test_a_change_while_saving_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What changes after the first look, while the new file is written, is not lost either."""
    bl.dump(story(), path)
    loaded = bl.load(path)
    interrupt(monkeypatch, "fsync", lambda: path.write_text("theirs", encoding="utf-8"))
    assert f"{path}: {CHANGED}" == refusal(retold(loaded, "Changed"), path)
    assert {"story.yaml": "theirs"} == contents(path.parent)


def contents(folder: Path) -> dict[str, str]:
    """The files of a folder with what they hold."""
    return {file.name: file.read_text(encoding="utf-8") for file in folder.iterdir()}


def test_a_new_file_is_nobody_elses(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that appears in the last moment is not replaced."""
    interrupt(monkeypatch, "link", lambda: path.write_text("theirs", encoding="utf-8"))
    assert f"{path}: {OTHER}" == refusal(story(), path)
    assert {"story.yaml": "theirs"} == contents(path.parent)


def test_without_links(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the file system gives a file one name only, a new one is written all the same."""

    def refuse(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(os, "link", refuse)
    bl.dump(story(), path)
    assert ["story.yaml"] == list(contents(path.parent))
    assert story() == bl.load(path)


@pytest.mark.parametrize("module", [None, "fcntl"])
def test_without_locks(path: Path, monkeypatch: pytest.MonkeyPatch, module: str | None) -> None:
    """Where folders cannot be opened or locked, as on Windows, files are written all the same."""
    opened, imported = os.open, builtins.__import__

    def open_files(file: Any, *arguments: Any, **options: Any) -> int:
        if module is None and Path(file).is_dir():
            raise PermissionError(13, "Permission denied")
        return opened(file, *arguments, **options)

    def import_others(name: str, *arguments: Any, **options: Any) -> Any:
        if name == module:
            raise ImportError(name)
        return imported(name, *arguments, **options)

    monkeypatch.setattr(os, "open", open_files)
    monkeypatch.setattr(builtins, "__import__", import_others)
    bl.dump(story(), path)
    assert story() == bl.load(path)


def test_of_many_who_make_a_file_one_does(path: Path) -> None:
    """Of several threads that write one new file, one succeeds, and the file is all its own."""
    done: list[str] = []
    start = threading.Barrier(8)

    def write(name: str) -> None:
        start.wait()
        try:
            bl.dump(story(name), path)
        except bl.BilateralError:
            return
        done.append(name)

    threads = [threading.Thread(target=write, args=(f"Of {n}",)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [title(path)] == done
    assert ["story.yaml"] == list(contents(path.parent))


def test_of_many_who_change_a_file_one_does(path: Path) -> None:
    """Of several threads that loaded one file, one saves, and the others are told."""
    bl.dump(story(), path)
    told: list[str] = []
    start = threading.Barrier(8)

    def write(dossier: bl.Dossier) -> None:
        start.wait()
        try:
            bl.dump(dossier, path)
        except bl.BilateralError as error:
            told.append(str(error))

    dossiers = [retold(bl.load(path), f"Of {number}") for number in range(8)]
    threads = [threading.Thread(target=write, args=(dossier,)) for dossier in dossiers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [f"{path}: {CHANGED}"] * 7 == told


def test_a_writer_that_hangs_is_not_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where another process keeps a folder to itself, that is told after some time."""
    monkeypatch.setattr("bilateral.format.saving._PATIENCE", 0.05)
    folder = path.parent.resolve()
    other = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(other, fcntl.LOCK_EX)
        assert refusal(story(), path) == (
            f"{folder}: cannot be written to: another process has been dumping to this folder for"
            f" 0.05 seconds; look for one that was stopped or hangs (`fuser {folder}` tells its"
            " number), end it or let it go on, and dump again"
        )
    finally:
        os.close(other)
    assert {} == contents(folder)


def test_a_writer_that_ends_is_waited_for(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Once another process is done with a folder, it is this one's turn."""
    other = os.open(path.parent, os.O_RDONLY)
    fcntl.flock(other, fcntl.LOCK_EX)
    monkeypatch.setattr("time.sleep", lambda seconds: fcntl.flock(other, fcntl.LOCK_UN))
    try:
        bl.dump(story(), path)
    finally:
        os.close(other)
    assert story() == bl.load(path)


# Folders


@pytest.mark.parametrize("name", ["new/", "new/."])
def test_a_separator_asks_for_a_folder(tmp_path: Path, name: str) -> None:
    """A path that ends in a separator is a folder's, which is made for one article as well."""
    bl.dump(story(), f"{tmp_path}/{name}")
    assert ["bilateral.yaml", "story.yaml"] == sorted(contents(tmp_path / "new"))


@pytest.mark.parametrize("ending", [".yaml", ".YML"])
def test_a_folder_is_not_called_a_file(tmp_path: Path, ending: str) -> None:
    """Several articles do not make a folder with the name of a file, unless it is there."""
    path = tmp_path / f"new{ending}"
    assert refusal(story("A story", "more"), path) == (
        f"{path}: cannot be written: 2 articles go to a folder, and this is a file's name;"
        f" write {str(tmp_path / 'new')!r}"
    )
    path.mkdir()
    bl.dump(story("A story", "more"), path)
    assert title(path) == "A story"


def test_a_folder_is_made(tmp_path: Path) -> None:
    """Several articles make a folder, one file each, told apart whatever the file system."""
    articles: Any = [bl.Article(id=id, title="x") for id in ("a", "A", "bilateral", "con", "LPT1")]
    dossier = bl.Dossier(articles=articles)
    bl.dump(dossier, tmp_path / "new")
    names = {path.name for path in (tmp_path / "new").iterdir()}
    assert names == {
        "A.yaml", "a-2.yaml", "bilateral-2.yaml", "bilateral.yaml", "con-2.yaml", "LPT1-2.yaml",
    }  # fmt: skip
    loaded = bl.load(tmp_path / "new")
    assert dossier == loaded
    bl.dump(loaded, tmp_path / "new")
    assert dossier == bl.load(tmp_path / "new")


def test_a_folder_is_replaced_as_a_whole_or_not_at_all(tmp_path: Path) -> None:
    """Where one file may not be replaced, no other is, and files that stay the same are left."""
    folder = tmp_path / "new"
    bl.dump(story("A story", "more"), folder)
    loaded = bl.load(folder)
    theirs = (folder / "story.yaml").read_text(encoding="utf-8") + "# a remark\n"
    (folder / "story.yaml").write_text(theirs, encoding="utf-8")
    before = contents(folder)
    assert f"{folder / 'story.yaml'}: {CHANGED}" == refusal(retold(loaded, "Changed"), folder)
    assert before == contents(folder)

    bl.dump(retold(loaded, "Changed"), folder, overwrite=True)
    assert title(folder) == "Changed"
    shared = (folder / "bilateral.yaml").stat().st_ino
    bl.dump(retold(loaded, "Again"), folder)
    assert title(folder) == "Again"
    assert (folder / "bilateral.yaml").stat().st_ino == shared


def test_a_folder_with_other_files_is_left_alone(tmp_path: Path) -> None:
    """Files that would load together with those written are not written beside."""
    (tmp_path / "x").mkdir()
    (tmp_path / "x/other.yaml").write_text("bilateral: 1\nid: story\n", encoding="utf-8")
    assert refusal(story(), tmp_path) == (
        f"{tmp_path}: holds other files, such as {Path('x/other.yaml')};"
        " move them away, or dump to a new folder"
    )
    assert ["x"] == [path.name for path in tmp_path.iterdir()]


def test_a_folder_that_cannot_be_read_is_left_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where what else is in a folder cannot be seen, nothing is written beside it."""
    (tmp_path / "x").mkdir()
    scan = os.scandir

    def refuse(folder: str) -> Any:
        if Path(folder) == tmp_path / "x":
            raise PermissionError(13, "Permission denied")
        return scan(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    assert refusal(story(), tmp_path) == (
        f"{tmp_path}: may hold other files: {tmp_path / 'x'}: the folder cannot be read:"
        " Permission denied; let it be read, or dump to a new folder"
    )
    assert ["x"] == [path.name for path in tmp_path.iterdir()]


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    """What a killed process left behind, and what is hidden otherwise, does not load or count."""
    (tmp_path / ".bilateral-0123456789abcdef").write_text("---\nbilat", encoding="utf-8")
    (tmp_path / ".bilateral-left.yaml").write_text("---\nbilat", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/other.yaml").write_text("bilateral: 1\nid: story\n", encoding="utf-8")
    bl.dump(story(), tmp_path)
    assert story() == bl.load(tmp_path)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    """A folder is not made in place of a file."""
    (tmp_path / "file").touch()
    path = tmp_path / "file/below"
    assert f"{path}: cannot be written: Not a directory" == refusal(story("x", "more"), path)


# Files


@pytest.mark.parametrize("path", ["a\0b", "missing/folder/story.yaml", "a" * 300])
def test_a_path_that_cannot_be(path: str) -> None:
    """A path that no file can have is refused."""
    assert refusal(story(), path).startswith(f"{path}: cannot be written: ")


def test_no_path() -> None:
    """No path at all is not taken for the working folder."""
    assert refusal(story(), "") == (
        ".: cannot be written: the path is empty; write the name of a file, or '.' for this folder"
    )


def test_a_folder_that_takes_no_files(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where no file can be made, the folder is named."""

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.chdir(path.parent)
    assert refusal(story(), "story.yaml") == (
        "story.yaml: cannot be written:"
        f" no file can be made in the folder {path.parent.resolve()}: Permission denied"
    )


def test_an_archives_file_takes_no_article(tmp_path: Path) -> None:
    """`bilateral.yaml` is not written over with an article."""
    path = tmp_path / "bilateral.yaml"
    expected = f"{path}: bilateral.yaml is for what several articles share; dump to another file"
    assert expected == refusal(story(), path)


def test_modes(tmp_path: Path) -> None:
    """A file that is replaced keeps its mode; a new one has the usual one, as the umask says."""
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.touch(mode=0o640)
    before = os.umask(0o027)
    try:
        bl.dump(story(), old)
        bl.dump(story(), new)
    finally:
        os.umask(before)
    modes = [stat.S_IMODE(path.stat().st_mode) for path in (old, new)]
    assert [0o640, 0o640] == modes
    old.chmod(0o604)
    bl.dump(story("Changed"), old, overwrite=True)
    assert stat.S_IMODE(old.stat().st_mode) == 0o604
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new.yaml", "old.yaml"]


def test_a_private_file_is_private_all_the_while(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is to replace a file can be read by nobody else before it has the file's own mode."""
    path.touch(mode=0o600)
    modes: list[int] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        status = os.fstat(descriptor)
        if stat.S_ISREG(status.st_mode):
            modes.append(stat.S_IMODE(status.st_mode))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    before = os.umask(0)
    try:
        bl.dump(story(), path)
    finally:
        os.umask(before)
    assert [0o600] == modes
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_file_that_may_not_be_written(path: Path) -> None:
    """A file that is protected stays, whoever runs the process, unless it is to be replaced."""
    bl.dump(story(), path)
    loaded = bl.load(path)
    path.chmod(0o444)
    bl.dump(loaded, path)
    assert refusal(retold(loaded, "Changed"), path) == (
        f"{path}: may not be written, as its mode 0444 says;"
        " change the mode, or replace the file with overwrite=True"
    )
    assert title(path) == "A story"
    bl.dump(retold(loaded, "Changed"), path, overwrite=True)
    assert (title(path), 0o444) == ("Changed", stat.S_IMODE(path.stat().st_mode))


def test_the_umask_is_left_alone(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The umask, which all threads share, is not touched while a file is written."""
    monkeypatch.setattr(os, "umask", lambda mask: pytest.fail("set"))
    bl.dump(story(), path)
    assert story() == bl.load(path)


@pytest.mark.parametrize("there", [True, False])
def test_a_link_stays_a_link(tmp_path: Path, *, there: bool) -> None:
    """The file behind a symbolic link is replaced or made, not the link."""
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    if there:
        real.touch()
    link.symlink_to(real)
    dossier = story()
    bl.dump(dossier, link)
    bl.dump(retold(dossier, "Changed"), real)
    assert link.is_symlink()
    assert title(real) == "Changed"


@pytest.mark.parametrize("name", ["replace", "fsync"])
def test_a_failure_leaves_nothing_behind(
    path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """When a file cannot be written, the old one stands and no temporary one is left."""
    path.write_text("as it was", encoding="utf-8")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, name, fail)
    with pytest.raises(bl.BilateralError) as refused:
        bl.dump(story(), path, overwrite=True)
    assert str(refused.value) == f"{path}: cannot be written: No space left on device"
    assert {"story.yaml": "as it was"} == contents(path.parent)


@pytest.mark.parametrize("overwrite", [True, False])
def test_only_regular_files_are_written(tmp_path: Path, *, overwrite: bool) -> None:
    """A FIFO is not replaced by a file."""
    fifo = tmp_path / "fifo.yaml"
    os.mkfifo(fifo)
    with pytest.raises(bl.BilateralError, match="this is no regular file"):
        bl.dump(story(), fifo, overwrite=overwrite)
    assert stat.S_ISFIFO(fifo.stat().st_mode)


def test_the_folder_is_synced(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File and folder are written to disk, the file before it has its name."""
    synced: list[tuple[bool, bool]] = []
    sync = os.fsync

    def noted(descriptor: int) -> None:
        synced.append((stat.S_ISDIR(os.fstat(descriptor).st_mode), path.exists()))
        sync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    bl.dump(story(), path)
    assert [(False, False), (True, True)] == synced
