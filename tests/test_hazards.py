"""The table of hazards: each is told at its place, or every character is kept, and nothing escapes.

What a row is about stands in `hazards.py`, and the tests need nothing else. Where the list of
hazards that some ids come from is there, a test makes sure that none is left out.
"""

import faulthandler
import json
import os
import re
import resource
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import html5lib
import pytest
import yaml
from markdown_it import MarkdownIt

import bilateral as bl
from tests import hazards
from tests.drafts import PARSERS, use_parser
from tests.hazards import FILES, LISTED, MERGES, NAME, RESOURCES, ROWS, SHOWN, WRITTEN, Fault

ROOT = Path(__file__).parents[1]
LIST = ROOT.parent / "shared/reference/hazards.jsonl"
LONGEST = 1_000
"""How many characters any part of a problem may have, but for its path."""
LONGEST_MESSAGE = 64 * 1024
PATIENCE = 120
"""How many seconds pass before a process that does not end is killed."""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """An empty folder, which relative paths start from; what waits for ever there is ended."""
    monkeypatch.chdir(tmp_path)
    faulthandler.dump_traceback_later(PATIENCE, exit=True)
    yield tmp_path
    faulthandler.cancel_dump_traceback_later()


def by_id(rows: Any) -> list[Any]:
    """The rows as parameters."""
    return [pytest.param(row, id=ascii(row.id)[1:-1]) for row in rows]


def faults(problems: tuple[bl.Problem, ...]) -> tuple[Fault, ...]:
    """What the table says of problems."""
    return tuple(
        Fault(
            problem.code,
            problem.path,
            problem.suggestion,
            f"{problem.place.line}:{problem.place.column}",
            problem.place.file,
        )
        for problem in problems
    )


def told(*paths: str) -> tuple[Fault, ...]:
    """The problems of files; each line of the message can be shown."""
    try:
        bl.load(*paths)
    except bl.LoadError as error:
        refuse_unprintable(error)
        return faults(error.problems)
    return ()


def refuse_unprintable(error: bl.LoadError) -> None:
    """Fail where a file's name breaks a line of the message, or a terminal."""
    lines = str(error).encode().decode().split("\n")
    assert len(error.problems) == len(lines)
    assert all(line.isprintable() for line in lines)


def refuse_length(error: bl.LoadError) -> None:
    """Fail where a problem repeats what was found at any length."""
    assert len(str(error)) <= LONGEST_MESSAGE
    for problem in error.problems:
        for part in (problem.message, problem.found, problem.expected, problem.suggestion):
            assert part is None or len(part) <= LONGEST


def held(dossier: bl.Dossier, path: str) -> object:
    """What stands at a path such as `countries.ELB.name`; how many records a section has."""
    section, _, rest = path.partition(".")
    records = getattr(dossier, section)
    if not rest:
        return len(records)
    id, _, names = rest.partition(".")
    value = records[id]
    for name in names.split("."):
        value = getattr(value, name)
    return str(value) if isinstance(value, bl.Edtf) else value


def outcome(row: hazards.Row) -> tuple[tuple[Fault, ...], dict[str, object]]:
    """What is told of a row, and what is held of its values."""
    try:
        if isinstance(row.given, bytes):
            Path(NAME).write_bytes(row.given)
            dossier = bl.load(NAME, root=None)
        else:
            dossier = bl.loads(row.given, name=NAME)
    except bl.LoadError as error:
        refuse_length(error)
        return faults(error.problems), {}
    return (), {path: held(dossier, path) for path in row.values}


# Texts and bytes


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("row", by_id(ROWS))
def test_row(row: hazards.Row) -> None:
    """A hazard is told once, where it stands and with what was meant; or all of it is kept."""
    assert (row.faults, dict(row.values)) == outcome(row)


# Where PyYAML's own parser differs: it knows no tabs between tokens, passes over directives that
# it does not know, and reads halves of pairs, which are refused as characters.
OWN_WAYS = re.compile(r"syn\+(cut 3|tab behind dash)|fea\+directive %|enc\+escape \\u?[dU]")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("row", by_id(ROWS))
def test_row_with_the_pure_parser(row: hazards.Row, monkeypatch: pytest.MonkeyPatch) -> None:
    """PyYAML's own parser tells the same faults on the same lines, and lets nothing else escape."""
    use_parser(PARSERS[1], monkeypatch)

    actual, values = outcome(row)

    if not OWN_WAYS.match(row.id):
        assert dict(row.values) == values
        assert [(fault.code, line(fault)) for fault in row.faults] == [
            (fault.code, line(fault)) for fault in actual
        ]


def line(fault: Fault) -> str:
    """The line that a fault stands on."""
    return fault.at.partition(":")[0]


# Resources

WEIGH = """\
import json, resource, signal
import bilateral as bl
from tests.hazards import RESOURCES

# What is bounded needs far less; what is not would take the machine along.
resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))

def late(*_):
    raise TimeoutError

signal.signal(signal.SIGALRM, late)
for row in RESOURCES:
    text = row.make()
    signal.alarm(15)
    try:
        bl.loads(text, name="hazard.yaml")
    except bl.LoadError as error:
        first = error.problems[0]
        parts = [
            len(part or "")
            for problem in error.problems
            for part in (problem.message, problem.found, problem.expected, problem.suggestion)
        ]
        told = {
            "first": [first.code, first.path, first.suggestion, str(first.place)],
            "count": len(error.problems),
            "message": len(str(error)),
            "longest": max(parts),
        }
    except BaseException as error:
        told = {"escaped": repr(error)[:200]}
    else:
        told = {"count": 0}
    signal.alarm(0)
    print(json.dumps({row.id: told}), flush=True)
"""


@pytest.fixture(scope="module")
def weighed() -> dict[str, Any]:
    """What was told of each heavy text, by its id, by a process that may die or never end."""
    command = [sys.executable, "-c", WEIGH]
    try:
        run = subprocess.run(
            command, cwd=ROOT, capture_output=True, text=True, timeout=PATIENCE, check=False
        )
        output = run.stdout
    except subprocess.TimeoutExpired as late:
        output = (late.stdout or b"").decode()
    rows: dict[str, Any] = {}
    for row in output.splitlines():
        rows.update(json.loads(row))
    return rows


@pytest.mark.parametrize("row", by_id(RESOURCES))
def test_resources(row: hazards.Heavy, weighed: dict[str, Any]) -> None:
    """A text that is large, deep or full of faults is told of, shortly; the process lives on."""
    assert row.id in weighed, "the process died of this text or of one before it"
    actual = weighed[row.id]

    assert "escaped" not in actual, actual
    assert row.count == actual["count"]
    if row.first is not None:
        first = row.first
        assert [first.code, first.path, first.near, f"{NAME}:{first.at}"] == actual["first"]
        assert actual["longest"] <= LONGEST
        assert actual["message"] <= LONGEST_MESSAGE


# Files


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("row", by_id(FILES))
def test_files(row: hazards.Files) -> None:
    """What is no file to read is told, and a folder is read as a whole or not at all."""
    try:
        for step in row.steps:
            step()
    except (OSError, UnicodeError):
        pytest.skip("this file system has no such file")

    assert row.faults == told(*row.paths)
    if not row.faults:
        assert row.articles == tuple(article.id for article in bl.load(*row.paths).articles)


@pytest.mark.usefixtures("here")
@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_files_that_may_not_be_read() -> None:
    """A file and a folder that may not be read are told."""
    hazards.write("x/a.yaml")
    hazards.write("y/z/a.yaml")
    Path("x/a.yaml").chmod(0)
    Path("y/z").chmod(0)

    actual = told("x", "y")
    Path("y/z").chmod(0o700)

    unread = Fault("file-unreadable", at="1:1", file="x/a.yaml")
    assert (Fault("folder-unreadable", at="1:1", file="y/z"), unread) == actual


# Merges


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("row", by_id(MERGES))
def test_merge(row: hazards.Merge) -> None:
    """Files are merged alike in either order, and what contradicts another file is told."""
    for name, text in row.files.items():
        hazards.write(name, text)
    names = list(row.files)

    assert row.faults == told(*names)
    assert Counter(row.faults) == Counter(told(*reversed(names)))
    if not row.faults:
        for order in (names, names[::-1]):
            dossier = bl.load(*order)
            assert dict(row.values) == {path: held(dossier, path) for path in row.values}


# What is written


def holding(**sections: Any) -> bl.Dossier:
    """A dossier of these records."""
    return bl.Dossier(**sections)


def story(title: str) -> bl.Dossier:
    """A dossier of one article."""
    return holding(articles=[bl.Article(id="story", title=title)])


@pytest.mark.parametrize("row", by_id(WRITTEN))
def test_written(row: hazards.Written) -> None:
    """A text comes back as it was, whoever reads the file; or it is not written."""
    elbonia = bl.Country(id="ELB", name=row.text, aliases=(row.text,))
    mentions = {row.text: elbonia} if 0 < len(row.text) <= 128 else {}
    wire = bl.Source(id="story:wire", title=row.text, mentions=mentions)
    dossier = holding(
        articles=[bl.Article(id="story", title=row.text)], countries=[elbonia], sources=[wire]
    )
    if not row.held:
        with pytest.raises(bl.BilateralError):
            bl.dumps(dossier)
        return

    text = bl.dumps(dossier)

    assert dossier == bl.loads(text)
    for loader in (yaml.SafeLoader, getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
        read = yaml.load(text, loader)  # noqa: S506 - both are safe
        assert [row.text] == list({read["title"], *read["countries"]["ELB"]["aliases"]})
        assert list(mentions) == list(read["sources"]["wire"].get("mentions", {}))
    # A text in JSON's quotes is the same to every reader of YAML 1.2.
    assert row.text == json.loads(re.findall("^title: (.*)$", text, re.MULTILINE)[0])


@pytest.mark.usefixtures("here")
def test_files_of_ids() -> None:
    """Ids that differ in case alone, or that are devices of Windows, do not name files as such."""
    ids = ["FR", "fr", "con", "NUL", "aux", "com1", "LPT9", "prn", "console", "bilateral"]
    dossier = holding(articles=[bl.Article(id=id, title="x") for id in ids])

    bl.dump(dossier, "new")

    names = [path.name for path in Path("new").iterdir()]
    devices = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])\..*", re.IGNORECASE)
    assert len(ids) + 1 == len(names) == len({name.casefold() for name in names})
    assert [] == [name for name in names if devices.fullmatch(name)]
    assert dossier == bl.load("new")


INJECTED = ["</script><script>alert(1)</script>", "<!--<script>", "]]>", "<img src=x onerror=y>"]
PAGE = "<b onmouseover=alert(1)>x</b> & \"q\" 's' <!--"


def told_of(text: str) -> bl.Dossier:
    """A dossier with an event of this title, and a source of it with a link that runs code."""
    wire = bl.Source(id="s:wire", title=text, url="javascript:alert(1)", author=text)
    war = bl.Event(
        id="s:war", title=text, kind=bl.EventKind.WAR, date=bl.Edtf.parse("2031"), source=wire
    )
    return holding(articles=[bl.Article(id="s", title=text)], sources=[wire], events=[war])


@pytest.mark.parametrize("text", INJECTED)
def test_json_in_a_page(text: str) -> None:
    """JSON may stand in a page's script: nothing in it ends the script or begins another."""
    written = bl.timeline(told_of(text)).to_json()

    page = html5lib.parse(f"<script>{written}</script><p>after", namespaceHTMLElements=False)
    assert 1 == len(list(page.iter("script")))
    assert ["after"] == [paragraph.text for paragraph in page.iter("p")]
    assert text in json.dumps(json.loads(written))


@pytest.mark.parametrize("text", [*INJECTED, PAGE])
def test_text_in_a_page(text: str) -> None:
    """Text is text in a page: it makes no element, no attribute and no link."""
    dossier = told_of(text)
    for written in (
        dossier.sources._repr_html_(),
        dossier.events._repr_html_(),
        bl.timeline(dossier)._repr_html_(),
    ):
        page = html5lib.parse(written, namespaceHTMLElements=False)
        cells = [cell for cell in page.iter("td") if cell.text and text in cell.text]
        assert cells
        assert not [element for cell in cells for element in cell]
        assert not {"a", "b", "img", "script"} & {element.tag for element in page.iter()}
        assert not [name for element in page.iter() for name in element.attrib if name != "style"]


@pytest.mark.parametrize("text", [*INJECTED, PAGE])
def test_text_in_timelinejs(text: str) -> None:
    """TimelineJS puts texts into its page as HTML: they are escaped, and show what they say."""
    (slide,) = json.loads(bl.export.render(bl.timeline(told_of(text)), "timelinejs"))["events"]
    headline = html5lib.parseFragment(slide["text"]["headline"], namespaceHTMLElements=False)
    assert text == headline.text
    assert [] == list(headline)


@pytest.mark.parametrize("text", ["left | right", "a\\|b", "`a|b`", *INJECTED, PAGE])
def test_text_in_markdown(text: str) -> None:
    """Text is one cell of a Markdown table, and nothing of it is lost."""
    written = bl.timeline(told_of(text)).to_markdown()

    page = html5lib.parse(
        MarkdownIt("commonmark").enable("table").render(written), namespaceHTMLElements=False
    )
    (row,) = page.iter("tbody")
    assert ["2031", "event", text] == ["".join(cell.itertext()) for cell in row.iter("td")]


def test_invented_quotation() -> None:
    """A quotation that is not in its source is told where it stands, with what is expected."""
    article = """\
bilateral: 1
countries: {ELB: {name: Elbonia}}
sources: {wire: {title: The lakes}}
statements:
  oath:
    speakers: [ELB]
    date: 2031
    voice: direct
    act: affirm
    text: "We deny our friendship"
"""
    text = 'They said: "We  reaffirm our\nfriendship \u2014 fully."'
    (problem,) = bl.checks(article, name="lakes.yaml", texts={"wire": text})
    assert ("quote-not-found", bl.Place("lakes.yaml", 10, 11)) == (problem.code, problem.place)
    assert "statements.oath.text" == problem.path
    assert "words that stand in the source, or none" == problem.expected
    right = article.replace("deny our friendship", "reaffirm our friendship - fully")
    assert () == bl.checks(right, texts={"wire": text})


# Saves

OLD, NEW = story("the old title"), story("the new title " + "x" * 500_000)

KILL = """\
import os, signal, sys, time
from itertools import count
from pathlib import Path
import bilateral as bl
from tests.test_hazards import NEW, OLD

def save(folder, *, at_event):
    # The process is killed as it asks the system for the event of this number.
    left = at_event
    def hook(event, _):
        nonlocal left
        if armed and event.split(".")[0] in ("open", "os", "tempfile", "shutil"):
            left -= 1
            if left < 0:
                os.kill(os.getpid(), signal.SIGKILL)
    armed = at_event is not None
    if armed:
        sys.addaudithook(hook)
    bl.dump(NEW, folder / "story.yaml", overwrite=True)

def forked(folder, at_event=None, after=None):
    folder.mkdir()
    bl.dump(OLD, folder / "story.yaml")
    child = os.fork()
    if child == 0:
        save(folder, at_event=at_event)
        os._exit(0)
    if after is not None:
        time.sleep(after)
        os.kill(child, signal.SIGKILL)
    return os.waitpid(child, 0)[1]

here = Path(sys.argv[1])
for number in count():
    if forked(here / f"event-{number}", at_event=number) == 0:
        break
start = time.perf_counter()
forked(here / "whole")
took = time.perf_counter() - start
for number in range(20):
    forked(here / f"time-{number}", after=took * number / 20)
"""


def run(script: str, *arguments: str | Path) -> str:
    """What a process prints that runs this script."""
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=PATIENCE, check=True
    ).stdout


def test_killed_while_saving(tmp_path: Path) -> None:
    """Whenever the process is killed, the old file stands or the new one, and the folder loads."""
    run(KILL, tmp_path)

    folders = sorted(tmp_path.iterdir())
    states = {folder.name: bl.load(folder) for folder in folders}
    assert [] == [name for name, state in states.items() if state not in (OLD, NEW)]
    assert NEW == states["whole"]
    # Of the kills at events of the system, some must have come before the new file stood.
    assert OLD in [state for name, state in states.items() if name.startswith("event")]
    assert 4 <= len([name for name in states if name.startswith("event")])


WRITE_TWICE = """\
import os, sys
from pathlib import Path
import bilateral as bl
from tests.test_hazards import story

path = Path(sys.argv[1])
titles = ["one " + "x" * 20_000, "two " + "y" * 30_000]
bl.dump(story(titles[0]), path)
children = []
for title in titles:
    child = os.fork()
    if child == 0:
        for _ in range(60):
            bl.dump(story(title), path, overwrite=True)
        os._exit(0)
    children.append(child)
seen = set()
while children:
    seen.add(bl.load(path, root=None).articles["story"].title)
    children = [child for child in children if os.waitpid(child, os.WNOHANG)[0] == 0]
assert seen <= set(titles), sorted(seen - set(titles))
print(sorted(os.listdir(path.parent)))
"""


def test_two_writers(tmp_path: Path) -> None:
    """Of two writers, the file is always the whole of one's, and no other file is left."""
    assert "['story.yaml']\n" == run(WRITE_TWICE, tmp_path / "story.yaml")


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "path",
    [
        pytest.param("story.yaml/new.yaml", id="below a file"),
        pytest.param("gone/new.yaml", id="in a folder that is not there"),
        pytest.param("/proc/new.yaml", id="in a folder that takes no files"),
        pytest.param("/dev/full", id="a device"),
        pytest.param("ring.yaml", id="a link to itself"),
        pytest.param("nowhere.yaml", id="a link into a folder that is not there"),
        pytest.param("a\0b.yaml", id="a NUL"),
        pytest.param("\ud800.yaml", id="half a pair"),
        pytest.param("n" * 300 + ".yaml", id="a name that is too long"),
        pytest.param("pipe.yaml", id="a pipe"),
        pytest.param("", id="no path"),
    ],
)
def test_what_cannot_be_saved(path: str) -> None:
    """Where nothing can be written, that is told with the path, and nothing is changed."""
    bl.dump(OLD, "story.yaml")
    Path("ring.yaml").symlink_to("ring.yaml")
    Path("nowhere.yaml").symlink_to("gone/new.yaml")
    os.mkfifo("pipe.yaml")
    before = sorted(Path().iterdir())

    with pytest.raises(bl.BilateralError) as refused:
        bl.dump(NEW, path)

    assert str(refused.value).startswith(f"{Path(path)}: ")
    assert before == sorted(Path().iterdir())
    assert Path("ring.yaml").is_symlink()
    assert OLD == bl.load("story.yaml")


@pytest.mark.usefixtures("here")
@pytest.mark.skipif(os.geteuid() == 0, reason="root may write to every folder")
def test_folder_that_may_not_be_written() -> None:
    """A folder that may not be written to is told with the path."""
    Path("x").mkdir(mode=0o500)

    with pytest.raises(bl.BilateralError, match=re.escape("x/story.yaml: cannot be written")):
        bl.dump(NEW, "x/story.yaml")


FULL = re.escape("story.yaml: cannot be written: File too large")


def test_disk_that_is_full(here: Path) -> None:
    """Where the file gets no room, the old one stands, and nothing else is left."""
    bl.dump(OLD, "story.yaml")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(bl.BilateralError, match=FULL):
            bl.dump(NEW, "story.yaml", overwrite=True)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)

    assert OLD == bl.load("story.yaml")
    assert [here / "story.yaml"] == list(here.iterdir())


@pytest.mark.usefixtures("here")
def test_file_cut_at_every_byte() -> None:
    """Wherever a dumped file is cut, what is left of it is refused; only its last break may go."""
    treaty = bl.loads(hazards.KINDS)
    bl.dump(treaty, "lakes.yaml")
    whole = Path("lakes.yaml").read_bytes()
    assert whole.endswith(b"...\n")

    for end in range(len(whole) - 1):
        Path("lakes.yaml").write_bytes(whole[:end])
        assert told("lakes.yaml"), f"cut at byte {end}"
    Path("lakes.yaml").write_bytes(whole[:-1])
    assert treaty == bl.load("lakes.yaml")


# The table as a whole


def ids() -> list[str]:
    """The ids of all hazards: those of the table, those shown by a test, and those listed."""
    tables = (ROWS, RESOURCES, FILES, MERGES, WRITTEN)
    return [row.id for table in tables for row in table] + [*SHOWN, *LISTED]


def test_each_hazard_once() -> None:
    """No id stands twice, and what a test of its own shows is shown by a test there is."""
    assert [] == [id for id, times in Counter(ids()).items() if times > 1]
    assert [] == [test for test in SHOWN.values() if not callable(globals().get(test))]


@pytest.mark.skipif(not LIST.exists(), reason="the list of hazards does not travel")
def test_no_hazard_is_left_out() -> None:
    """The ids of the list are those that the table takes from it."""
    listed = {json.loads(entry)["id"] for entry in LIST.read_text("utf-8").splitlines()}

    assert listed == {id for id in ids() if re.fullmatch("[a-z]{3}-[0-9]{2}", id)}
