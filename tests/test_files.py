"""Files and folders: which are read, in what order, and what is told of those that cannot be."""

import os
import shutil
from pathlib import Path
from typing import Any

import pytest

import bilateral as bl
from bilateral.format import files
from bilateral.format.decoding import decode
from tests.drafts import DRAFT

HEAD = "bilateral: 1\n"
SOURCE = f"{HEAD}sources: {{s: {{title: A story}}}}\n"
FREEDONIA = f"{HEAD}countries: {{FRD: {{name: Freedonia}}}}\n"
FIREFLY = f"{HEAD}leaders: {{firefly: {{name: Firefly, country: FRD}}}}\n"
DANGLING = "2:45: no country 'FRD'"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which relative paths start from."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: dict[str, str | bytes]) -> None:
    """Write files below the present folder."""
    for name, content in files.items():
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def told(*paths: str | Path, **options: Any) -> list[str]:
    """What is told of these files."""
    return [f"{problem.code} {problem}" for problem in bl.check(*paths, **options)]


# Encodings


@pytest.mark.parametrize(
    ("data", "expected", "suggestion"),
    [
        pytest.param(
            b"bilateral: 1\ncountries:\n  FRD: {name: caf\xe9}\n",
            "encoding-utf8 a.yaml:3:18: the byte 0xE9 is not UTF-8; save the file as UTF-8 "
            "(Windows-1252? 'caf\xe9')",
            "caf\xe9",
            id="Latin-1",
        ),
        pytest.param(
            b'bilateral: 1\r\nid: x\r\ntitle: "\x93Caf\xe9\x94 in Freedonia"\r\n',
            "encoding-utf8 a.yaml:3:9: the byte 0x93 is not UTF-8; save the file as UTF-8 "
            "(Windows-1252? '\u201cCaf\xe9\u201d')",
            "\u201cCaf\xe9\u201d",
            id="Windows-1252",
        ),
        pytest.param(
            b"bilateral: 1\ncountries:\n  FRD: {name: caf\xc3",
            "encoding-utf8 a.yaml:3:18: the file ends within a character; it may have been cut",
            None,
            id="cut within a character",
        ),
        pytest.param(
            "\ufeffbilateral: 1\n".encode("utf-16-le"),
            "encoding-utf16 a.yaml:1:1: the file is UTF-16; save it as UTF-8",
            None,
            id="UTF-16",
        ),
        pytest.param(
            "\ufeffbilateral: 1\n".encode("utf-16-be"),
            "encoding-utf16 a.yaml:1:1: the file is UTF-16; save it as UTF-8",
            None,
            id="UTF-16 the other way round",
        ),
        pytest.param(
            b"bilateral: 1\n# a\x00b\n",
            "char-forbidden a.yaml:2:4: the character U+0000 may not stand in a file; take it out",
            None,
            id="a NUL",
        ),
        pytest.param(
            b"\xef\xbb\xbfbilateral: 1\n\xef\xbb\xbfid: x\n",
            "char-forbidden a.yaml:2:1: the character U+FEFF ZERO WIDTH NO-BREAK SPACE "
            "may not stand in a file; take it out",
            None,
            id="two files in one",
        ),
        pytest.param(
            b"\xef\xbb\xbfid: caf\xe9\n",
            "encoding-utf8 a.yaml:1:8: the byte 0xE9 is not UTF-8; save the file as UTF-8 "
            "(Windows-1252? 'caf\xe9')",
            "caf\xe9",
            id="Latin-1 behind a byte order mark",
        ),
        pytest.param(
            "bilateral: 1\n# \u202e\n".encode(),
            "bidi a.yaml:2:3: U+202E RIGHT-TO-LEFT OVERRIDE changes the direction of the text "
            "around it; take it out",
            None,
            id="an override in a comment",
        ),
    ],
)
@pytest.mark.usefixtures("here")
def test_encoding(data: bytes, expected: str, suggestion: str | None) -> None:
    """What is not UTF-8, or reads otherwise than it looks, is told with line and column."""
    write({"a.yaml": data})

    (problem,) = bl.check("a.yaml")

    assert expected == f"{problem.code} {problem}"
    assert suggestion == problem.suggestion


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_decode(mark: bytes) -> None:
    """One byte order mark may open a file, and is no part of its text."""
    assert "id: caf\xe9 \U0001f600\t\r\n" == decode(mark + "id: caf\xe9 \U0001f600\t\r\n".encode())


# Files that cannot be read


@pytest.mark.usefixtures("here")
def test_missing_file() -> None:
    """A file that is not there, or that a link names in vain, is a problem."""
    Path("link.yaml").symlink_to("nowhere.yaml")

    assert ["file-missing gone.yaml:1:1: there is no such file"] == told("gone.yaml")
    assert ["file-missing link.yaml:1:1: there is no such file"] == told("link.yaml")


@pytest.mark.usefixtures("here")
def test_special_files() -> None:
    """A pipe, which nobody writes to, and a device, which never ends, are refused unread."""
    os.mkfifo("pipe.yaml")

    assert ["file-special pipe.yaml:1:1: this is no regular file"] == told("pipe.yaml")
    assert ["file-special /dev/zero:1:1: this is no regular file"] == told("/dev/zero")


@pytest.mark.usefixtures("here")
def test_unreadable_paths() -> None:
    """A ring of links, a file as a folder, and a name that no system takes are problems."""
    Path("a.yaml").symlink_to("b.yaml")
    Path("b.yaml").symlink_to("a.yaml")
    write({"c.yaml": HEAD})
    start = "file-unreadable"

    assert [
        "file-loop a.yaml:1:1: this link leads back to itself",
        f"{start} c.yaml/d.yaml:1:1: the file cannot be read: Not a directory",
        f"{start} e\\x00.yaml:1:1: the file cannot be read: embedded null byte",
        f"{start} {'f' * 5000}:1:1: the file cannot be read: File name too long",
    ] == told("a.yaml", "c.yaml/d.yaml", "e\0.yaml", "f" * 5000)


@pytest.mark.usefixtures("here")
def test_folder_in_place_of_a_file(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that comes in a file's place before that is opened is a problem."""
    Path("a.yaml").mkdir()
    monkeypatch.setattr(os.path, "isdir", lambda _: False)

    assert "1:1: this is" in told("a.yaml")[0]


@pytest.mark.usefixtures("here")
def test_file_that_comes_in_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that the system hands out piece by piece is read to its end, or to the limit."""
    write({"a.yaml": FREEDONIA})
    size, read = len(FREEDONIA), os.read
    monkeypatch.setattr(os, "read", lambda descriptor, most: read(descriptor, min(most, 7)))

    assert ["Freedonia"] == [country.name for country in bl.load("a.yaml").countries]
    assert [f"file-too-big a.yaml:1:1: the file is larger than {size - 1} bytes"] == told(
        "a.yaml", limits=bl.Limits(file_size=size - 1)
    )


@pytest.mark.usefixtures("here")
def test_file_too_large() -> None:
    """A file of more bytes than are allowed is refused."""
    write({"a.yaml": FREEDONIA})
    size = len(FREEDONIA)

    assert [] == told("a.yaml", limits=bl.Limits(file_size=size))
    assert [f"file-too-big a.yaml:1:1: the file is larger than {size - 1} bytes"] == told(
        "a.yaml", limits=bl.Limits(file_size=size - 1)
    )


# Folders


@pytest.mark.usefixtures("here")
def test_folder() -> None:
    """The YAML files of a folder and those below it are read, hidden ones not, by their ids."""
    write(
        {
            "b.yaml": FREEDONIA + "title: B\n",
            "a.yaml": FIREFLY + "title: A\n",
            "z/c.yml": SOURCE,
            "z/a/d.yaml": SOURCE,
            "y/e.yaml": SOURCE,
            ".hidden.yaml": "?",
            ".git/x.yaml": "?",
            "y/f.yaml~": "?",
            "y/g.txt": "?",
            "y/#h.yaml#": "?",
        }
    )

    d = bl.load(".")

    assert ["a", "b", "c", "d", "e"] == [article.id for article in d.articles]
    assert ["c:s", "d:s", "e:s"] == [source.id for source in d.sources]
    assert d == bl.load("z", "y", "b.yaml", "a.yaml", "z/c.yml")


@pytest.mark.usefixtures("here")
def test_links_in_a_folder() -> None:
    """A link to a file is read as a file, and one to a folder is not followed."""
    write({"x/a.yaml": SOURCE, "y/b.yaml": SOURCE})
    Path("x/c.yaml").symlink_to("../y/b.yaml")
    Path("x/d.yaml").symlink_to("../y", target_is_directory=True)
    Path("x/e.yaml").symlink_to("nowhere.yaml")
    Path("z").symlink_to("y", target_is_directory=True)

    assert ["file-missing x/e.yaml:1:1: there is no such file"] == told("x")
    Path("x/e.yaml").unlink()
    assert ["a", "c"] == [article.id for article in bl.load("x").articles]
    assert ["b"] == [article.id for article in bl.load("z", "y").articles]


@pytest.mark.usefixtures("here")
def test_folder_without_files() -> None:
    """A folder in which there is nothing to read is a problem, whatever else is read."""
    write({"a/a.yaml": SOURCE, "b/b.txt": "", "c/.c.yaml": "?"})

    assert [
        "folder-empty b:1:1: no .yaml files in this folder",
        "folder-empty c:1:1: no .yaml files in this folder",
    ] == told("a", "b", "c")


@pytest.mark.usefixtures("here")
def test_folder_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder that may not be listed is a problem: a part must not pass for the whole."""
    write({"a/a.yaml": SOURCE, "a/b/b.yaml": SOURCE})
    scandir = os.scandir

    def refuse(path: str) -> Any:
        if Path(path).name == "b":
            raise PermissionError(13, "Permission denied", path)
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)

    assert [
        "folder-unreadable a/b:1:1: the folder cannot be read: Permission denied"
    ] == told("a")  # fmt: skip
    assert ["folder-unreadable b:1:1: the folder cannot be read: Permission denied"] == [
        line.replace("a/b", "b") for line in told("a/b")
    ]


@pytest.mark.usefixtures("here")
def test_every_file_is_told_of() -> None:
    """The problems of all files are told together, whatever is wrong with one of them."""
    write(
        {
            "a.yaml": "bilateral: 1\ncountries: {FRD: {nmae: x}}\n",
            "b.yaml": "",
            "c.yaml": "bilateral: 1\ntitle: [\n",
            "d e.yaml": SOURCE,
            "f.yaml": SOURCE,
        }
    )

    assert [
        "key-unknown a.yaml:2:19: Country has no field 'nmae'; did you mean 'name'?",
        "empty b.yaml:1:1: the file is empty; it begins with 'bilateral: 1'",
        "yaml c.yaml:3:1: this is not YAML: did not find expected node content",
        "id-form d e.yaml:1:1: the file's name 'd e' is no id; give the article one: 'id:'",
    ] == told(".")


@pytest.mark.usefixtures("here")
def test_order_of_problems() -> None:
    """Problems stand in the order of the files, those of files that cannot be read among them."""
    write({"a.yaml": "", "b.yaml": b"\xff", "d.yaml": ""})

    assert ["a.yaml:1:1", "b.yaml:1:1", "c.yaml:1:1", "d.yaml:1:1"] == [
        str(problem.place) for problem in bl.check("a.yaml", "b.yaml", "c.yaml", "d.yaml")
    ]


UNREADABLE = [
    pytest.param(b"\xff", id="no UTF-8"),
    pytest.param(f"{FREEDONIA}topics: [\n", id="no YAML"),
    pytest.param(FREEDONIA.replace("1", "2"), id="another version"),
    pytest.param(FREEDONIA.replace("countries", "contries"), id="a misspelt section"),
    pytest.param(f"{HEAD}countries: [FRD]\n", id="a section that is a list"),
    pytest.param(f"{HEAD}countries:\n", id="a section that is empty"),
]


@pytest.mark.parametrize("content", UNREADABLE)
@pytest.mark.usefixtures("here")
def test_reference_to_what_could_not_be_read(content: str | bytes) -> None:
    """Where a file or section could not be read, references that it may hold are no problems."""
    write({"bilateral.yaml": content, "a.yaml": FIREFLY})

    assert ["bilateral.yaml"] == [problem.place.file for problem in bl.check("a.yaml")]


@pytest.mark.usefixtures("here")
def test_codes_of_variables_that_could_not_be_read() -> None:
    """Where the archive could not be read, a code may be one of its variables."""
    write({"bilateral.yaml": b"\xff", "a.yaml": f"{HEAD}title: A\ncodes: {{tone: warm}}\n"})

    assert ["bilateral.yaml"] == [problem.place.file for problem in bl.check("a.yaml")]


def test_nothing_to_read() -> None:
    """No path at all is a problem, since a pattern that matches nothing must not pass for good."""
    assert ["file-missing :1:1: no path is given"] == told()


@pytest.mark.usefixtures("here")
def test_working_folder_that_is_gone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the working folder was removed, a relative path leads to no file."""
    Path("gone").mkdir()
    monkeypatch.chdir("gone")
    Path.cwd().rmdir()

    assert ["file-missing a.yaml:1:1: there is no such file"] == told("a.yaml")


# Several files


@pytest.mark.usefixtures("here")
def test_shared_by_files() -> None:
    """What one file declares of actors, another refers to; and both may give it alike."""
    write({"a.yaml": FIREFLY, "b.yaml": FREEDONIA, "c.yaml": f"# alike\n{FREEDONIA}"})

    d = bl.load("a.yaml", "b.yaml", "c.yaml")

    assert d.countries["FRD"] == d.leaders["firefly"].country
    assert [f"ref-unknown a.yaml:{DANGLING}"] == told("a.yaml")


@pytest.mark.usefixtures("here")
def test_conflict_of_files() -> None:
    """An actor whom two files give differently is a problem that names both places."""
    write(
        {
            "a.yaml": FREEDONIA,
            "b.yaml": f"\n\n{FREEDONIA.replace('Freedonia', 'Freedom')}",
            "c.yaml": f"{HEAD}topics: {{FRD: {{name: Freedom}}}}\n",
        }
    )

    assert [
        (
            "conflict b.yaml:4:13: the country 'FRD' differs from the one at a.yaml:2:13"
            " in 'name': 'Freedom' here, 'Freedonia' there"
        ),
        "id-twice c.yaml:2:10: the id 'FRD' is used at a.yaml:2:13 already",
    ] == told("a.yaml", "b.yaml", "c.yaml")


@pytest.mark.usefixtures("here")
def test_one_id_for_two_files() -> None:
    """Two articles of one id are a problem, whether it is written or the file's name."""
    write({"a.yaml": SOURCE, "b/a.yaml": f"{SOURCE}title: B\n", "c.yaml": f"{SOURCE}id: a\n"})

    assert [
        "id-twice c.yaml:3:1: the id 'a' is used at a.yaml:1:1 already",
        "id-twice b/a.yaml:1:1: the id 'a' is used at a.yaml:1:1 already",
    ] == told("a.yaml", "c.yaml", "b/a.yaml")


@pytest.mark.usefixtures("here")
def test_file_given_twice() -> None:
    """A file that is given in several ways is read once."""
    write({"a.yaml": SOURCE})
    Path("b.yaml").symlink_to("a.yaml")

    assert ["a"] == [
        article.id for article in bl.load("a.yaml", ".", Path.cwd() / "a.yaml", "b.yaml").articles
    ]


@pytest.mark.usefixtures("here")
def test_short_ids_of_several_files() -> None:
    """A short id means its own file's record, or else the only one that there is."""
    visit = "visits: {v: {guests: [FRD], country: FRD, date: 1933}}\n"
    write(
        {
            "a.yaml": FREEDONIA + visit,
            "b.yaml": HEAD + visit + "meetings:\n"
            "  m: {kind: talks, participants: [FRD], visit: v, date: 1933}\n"
            "  n: {kind: talks, participants: [FRD], visit: a:v, date: 1933}\n",
            "c.yaml": HEAD + "meetings:\n"
            "  o: {kind: talks, participants: [FRD], visit: v, date: 1933}\n"
            "  p: {kind: talks, participants: [FRD], visit: d:v, date: 1933}\n"
            "  q: {kind: talks, participants: [FRD], visit: a:v, date: 1933, same_as: [m]}\n",
        }
    )

    d = bl.load("a.yaml", "b.yaml")

    assert [d.visits["b:v"], d.visits["a:v"]] == [meeting.visit for meeting in d.meetings]
    assert [
        "ref-ambiguous c.yaml:3:48: 'v' stands in several files; write 'a:v' or 'b:v'",
        "ref-unknown c.yaml:4:48: no visit 'd:v'; did you mean 'b:v'?",
    ] == told("a.yaml", "b.yaml", "c.yaml")


# The archive's own file


@pytest.mark.usefixtures("here")
def test_archive_above() -> None:
    """The nearest `bilateral.yaml` at or above a file is read with it, and before it."""
    write({"x/bilateral.yaml": FREEDONIA, "bilateral.yaml": HEAD, "x/y/z/a.yaml": FIREFLY})

    for path in ("x/y/z/a.yaml", Path.cwd() / "x/y/z/a.yaml", "x", "x/y", "x/../x/y/z/a.yaml"):
        d = bl.load(path)
        assert ["Freedonia"] == [country.name for country in d.countries]
        assert [] == list(d.articles)


@pytest.mark.usefixtures("here")
def test_archive_is_named_as_the_file_is() -> None:
    """A problem names the archive's file as the path did, while that leads up to it."""
    write({"x/bilateral.yaml": "", "x/y/a.yaml": SOURCE})
    empty = "1:1: the file is empty; it begins with 'bilateral: 1'"

    assert [f"empty x/bilateral.yaml:{empty}"] == told("x/y/a.yaml")
    assert [f"empty {Path.cwd()}/x/bilateral.yaml:{empty}"] == told("x/y/../y/a.yaml")
    os.chdir("x/y")
    assert [f"empty {Path.cwd().parent}/bilateral.yaml:{empty}"] == told("a.yaml")


@pytest.mark.usefixtures("here")
def test_root() -> None:
    """The archive's file is looked for up to the root, or to a `.git` where none is given."""
    write({"bilateral.yaml": FREEDONIA, "x/y/a.yaml": FIREFLY})
    missing = [f"ref-unknown x/y/a.yaml:{DANGLING}"]

    assert [] == told("x/y/a.yaml") == told("x/y/a.yaml", root=".")
    assert missing == told("x/y/a.yaml", root="x")
    assert missing == told("x/y/a.yaml", root=Path("x").absolute())
    assert missing == told("x/y/a.yaml", root=None)
    Path("x/.git").mkdir()
    assert missing == told("x/y/a.yaml")
    assert [] == told("x/y/a.yaml", root=".")
    shutil.move("x/.git", ".git")
    assert [] == told("x/y/a.yaml")


@pytest.mark.usefixtures("here")
def test_what_an_archive_holds() -> None:
    """An archive's file holds what all share, and nothing that belongs to an article."""
    write(
        {
            "bilateral.yaml": f"{FREEDONIA}"
            "id: x\nsources: {}\ndefaults: {}\ntitle: A story\ncontries: {}\nxyzzy: 1\n"
        }
    )
    start, end = "key-misplaced bilateral.yaml", "bilateral.yaml holds what all share"

    assert [
        f"{start}:3:1: 'id' belongs in an article's file; {end}",
        f"{start}:4:1: 'sources' belongs in an article's file; {end}",
        f"{start}:5:1: 'defaults' belongs in an article's file; {end}",
        f"{start}:6:1: 'title' belongs in an article's file; {end}",
        "key-unknown bilateral.yaml:7:1: a file has no 'contries'; did you mean 'countries'?",
        (
            "key-unknown bilateral.yaml:8:1: a file has no 'xyzzy'; expected 'bilateral', "
            "'countries', 'organizations', 'topics', 'variables' or 'leaders'"
        ),
    ] == told("bilateral.yaml")


@pytest.mark.usefixtures("here")
def test_file_that_stands_alone() -> None:
    """An article's file may declare its actors itself; they are global all the same."""
    write({"call-1933.yaml": DRAFT})

    d = bl.load("call-1933.yaml", root=None)

    assert bl.loads(DRAFT) == d
    assert ("firefly", "call-1933:call") == (d.leaders["firefly"].id, d.visits["call"].id)


@pytest.mark.usefixtures("here")
def test_root_elsewhere() -> None:
    """A root that is no folder above a file cannot bound the search, and is refused."""
    write({"x/a.yaml": HEAD, "y/bilateral.yaml": HEAD})

    assert ["root-elsewhere y:1:1: this root is no folder above 'x'"] == told("x", root="y")
    assert [] == told("x", root=".")


@pytest.mark.usefixtures("here")
def test_border_of_the_file_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for the archive's file does not leave the file system, unless a root says so."""
    write({"bilateral.yaml": FREEDONIA, "mounted/a.yaml": HEAD})
    monkeypatch.setattr(files, "_device", lambda folder: "mounted" in folder.parts)

    assert [] == list(bl.load("mounted/a.yaml").countries)
    assert ["FRD"] == [country.id for country in bl.load("mounted/a.yaml", root=".").countries]
