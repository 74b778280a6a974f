"""Several files are one dossier: in any order the same, and of parallel codings only one."""

import itertools
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.format.documents import SECTIONS
from tests.dossiers import dossiers

slowly = settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

ARCHIVE = """\
bilateral: 1
countries: {FRD: {name: Freedonia}, SYL: {name: Sylvania}}
leaders: {firefly: {name: Rufus Firefly, country: FRD}}
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which relative paths start from."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(files: Mapping[str, str], folder: Path = Path()) -> None:
    """Write files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def told(*paths: str, **options: Any) -> list[str]:
    """What is told of these files."""
    return [f"{problem.code} {problem}" for problem in bl.check(*paths, **options)]


def coded(coder: str | None = None, status: str = "done", *, source: str = "url: w.org/1") -> str:
    """An article with one source and one event."""
    coding = "" if coder is None else f"coding: {{coder: {coder}, status: {status}}}\n"
    return (
        f"bilateral: 1\n{coding}sources: {{wire: {{title: A pact, {source}}}}}\n"
        f"events: {{pact: {{kind: agree, title: The pact of {coder}, date: 1933}}}}\n"
    )


def articles(*paths: str, **options: Any) -> list[str]:
    """The ids of the articles that are loaded."""
    return [article.id for article in bl.load(*paths, **options).articles]


def texts(dossier: bl.Dossier, folder: Path) -> dict[str, str]:
    """What the dossier is dumped to, by the names of the files."""
    folder.mkdir()
    bl.dump(dossier, folder)
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())}


def of(article: bl.Article, dossier: bl.Dossier) -> bl.Dossier:
    """What one article tells, with all actors and topics of the dossier."""
    told: Any = {
        section: [
            r for r in dossier.section(section) if r.id.rpartition(":")[0] in ("", article.id)
        ]
        for section in SECTIONS
    }
    return bl.Dossier(**{"articles": [article], **told})


# Parallel codings


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("files", "coder", "taken"),
    [
        pytest.param({"a": coded("Ada"), "b": coded("Bo")}, "Bo", ["b"], id="asked for"),
        pytest.param(
            {"a": coded("Ada"), "b": coded("Bo", "adjudicated")}, None, ["b"], id="adjudicated"
        ),
        pytest.param(
            {"a": coded("Ada"), "b": coded("Bo", "adjudicated")}, "Ada", ["a"], id="asked for first"
        ),
        pytest.param(
            {
                "a": coded("Ada"),
                "b": coded("Bo", "adjudicated"),
                "c": coded("Cy", source="url: w.org/2"),
            },
            "Cy",
            ["b", "c"],
            id="adjudicated where nothing is theirs",
        ),
        pytest.param(
            {
                "a": coded("Ada", "adjudicated"),
                "b": coded("Bo"),
                "c": coded("Ada", "adjudicated"),
                "d": coded("Ada", "draft"),
            },
            None,
            ["a", "c"],
            id="all that one coder adjudicated",
        ),
        pytest.param(
            {"a": coded("Ada"), "b": coded("Bo"), "c": coded("Ada")},
            "Ada",
            ["a", "c"],
            id="all of a coder",
        ),
        pytest.param(
            {"a": coded("Ada", "draft"), "b": coded("Ada")}, None, ["a", "b"], id="one coder's"
        ),
        pytest.param({"a": coded("Ada"), "b": coded()}, None, ["a", "b"], id="nobody's coding"),
        pytest.param({"a": coded("Ada"), "b": coded()}, "Ada", ["a", "b"], id="nobody's, asked"),
        pytest.param(
            {"a": coded("Ada"), "b": coded("Bo", source="url: w.org/2")},
            "Bo",
            ["a", "b"],
            id="two sources",
        ),
        pytest.param(
            {"a": coded("Ada", source="kind: news"), "b": coded("Bo", source="kind: news")},
            None,
            ["a", "b"],
            id="sources that cannot be told apart",
        ),
        pytest.param(
            {"a": coded("Ada", source="sha256: 0aF"), "b": coded("Bo", source="sha256: 0Af")},
            "Ada",
            ["a"],
            id="one hash",
        ),
        pytest.param(
            {
                "a": coded("Ada", source="kind: news") + "defaults: {sources: {url: w.org}}\n",
                "b": coded("Bo", source="url: w.org"),
            },
            "Ada",
            ["a"],
            id="a default",
        ),
        pytest.param(
            {
                "one/a": coded("Ada", source="kind: news"),
                "two/a": coded("Bo", source="kind: news"),
            },
            "Bo",
            ["a"],
            id="one id",
        ),
        pytest.param(
            {
                "a": coded("Ada"),
                "b": coded("Bo", source="url: w.org/1}, book: {title: A book, url: w.org/2"),
                "c": coded("Cy", "adjudicated", source="url: w.org/2"),
            },
            None,
            ["c"],
            id="by way of another",
        ),
        pytest.param(
            {"a": coded("Z\u00fcs"), "b": coded("Bo")}, "Zu\u0308s", ["a"], id="a decomposed name"
        ),
        pytest.param({"a": coded('"10"'), "b": coded("11")}, "10", ["a"], id="quoted"),
    ],
)
def test_coding_that_is_taken(files: dict[str, str], coder: str | None, taken: list[str]) -> None:
    """Of several coders' files over one source those of one coder are loaded."""
    write({f"{name}.yaml": text for name, text in files.items()})
    paths = [f"{name}.yaml" for name in files]

    for order in itertools.permutations(paths):
        assert taken == articles(*order, coder=coder)


@pytest.mark.usefixtures("here")
def test_nothing_of_a_coding_that_is_left_out() -> None:
    """Records, actors and places of files that are left out are not there, nor their faults."""
    left = coded("Ada").replace("date: 1933", "date: 1933-13")
    write({"a.yaml": f"{left}topics: {{war: {{name: War}}}}\n", "b.yaml": f"{coded('Bo')}id: a\n"})

    d = bl.load(".", coder="Bo")

    assert ["The pact of Bo"] == [event.title for event in d.events]
    assert "b.yaml" == d.places["a:pact"].file == d.places["a"].file
    assert 0 == len(d.topics)
    with pytest.raises(bl.UnknownIdError):
        d.places["war"]
    assert ["date a.yaml:4:60: '1933-13' is no EDTF date: month 13 does not exist"] == told(
        ".", coder="Ada"
    )


PARALLEL = {"a.yaml": coded("Ada"), "b.yaml": coded("Bo")}
REMEDY = "or set 'status: adjudicated' for one of them alone"
UNDECIDED = "'Bo' codes what 'Ada' codes at a.yaml:2:17"


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("files", "coder", "problems"),
    [
        pytest.param(
            PARALLEL,
            None,
            [f"codings b.yaml:2:17: {UNDECIDED}; choose coder='Ada' or coder='Bo', {REMEDY}"],
            id="nobody chose",
        ),
        pytest.param(
            {"a.yaml": coded("Ada", "adjudicated"), "b.yaml": coded("Bo", "adjudicated")},
            None,
            [f"codings b.yaml:2:17: {UNDECIDED}; choose coder='Ada' or coder='Bo', {REMEDY}"],
            id="both are adjudicated",
        ),
        pytest.param(
            {**PARALLEL, "c.yaml": coded("Ade", source="url: w.org/2")},
            "Ade",
            [f"codings b.yaml:2:17: {UNDECIDED}, and 'Ade' does not; did you mean coder='Ada'?"],
            id="not by this coder",
        ),
        pytest.param(
            {**PARALLEL, "c.yaml": coded("Zeno", source="url: w.org/2")},
            "Zeno",
            [
                (
                    f"codings b.yaml:2:17: {UNDECIDED}, and 'Zeno' does not;"
                    f" choose coder='Ada' or coder='Bo', {REMEDY}"
                )
            ],
            id="not by a coder of another name",
        ),
        pytest.param(
            PARALLEL,
            "Boo",
            ["codings b.yaml:2:17: no coder 'Boo'; did you mean 'Bo'?"],
            id="a slip",
        ),
        pytest.param(
            PARALLEL,
            "Zeno",
            ["codings a.yaml:1:1: no coder 'Zeno'; expected 'Ada' or 'Bo'"],
            id="no such coder",
        ),
        pytest.param(
            {"a.yaml": coded()}, "Ada", ["codings a.yaml:1:1: no coder 'Ada'"], id="no coder at all"
        ),
        pytest.param(
            {f"{name}.yaml": coded(name) for name in "abcdefghi"},
            None,
            [
                (
                    "codings b.yaml:2:17: 'b' codes what 'a' codes at a.yaml:2:17;"
                    f" choose one of 9 with coder=, {REMEDY}"
                )
            ],
            id="many coders",
        ),
        pytest.param(
            {
                **PARALLEL,
                "c.yaml": coded("Bo", source="url: w.org/2"),
                "d.yaml": coded("Ada", source="url: w.org/2"),
            },
            None,
            [
                f"codings b.yaml:2:17: {UNDECIDED}; choose coder='Ada' or coder='Bo', {REMEDY}",
                (
                    "codings d.yaml:2:17: 'Ada' codes what 'Bo' codes at c.yaml:2:17;"
                    f" choose coder='Bo' or coder='Ada', {REMEDY}"
                ),
            ],
            id="each group is one problem",
        ),
        pytest.param(
            {
                **PARALLEL,
                "c.yaml": "bilateral: 1\n"
                "readings: {r: {text: A reading., about: [b:pact, nothing]}}\n",
            },
            None,
            [f"codings b.yaml:2:17: {UNDECIDED}; choose coder='Ada' or coder='Bo', {REMEDY}"],
            id="references wait for the choice",
        ),
        pytest.param(
            {
                **PARALLEL,
                "c.yaml": "bilateral: 1\nreadings: {r: {text: A reading., about: [b:pact]}}\n",
            },
            "Ada",
            [("ref-unknown c.yaml:2:42: no record 'b:pact'; did you mean 'a:pact'?")],
            id="a reference to what is left out",
        ),
        pytest.param(
            {"a.yaml": coded("Ada"), "b.yaml": "bilateral: 1\ntitle: [\n"},
            "Bo",
            ["yaml b.yaml:3:1: this is not YAML: did not find expected node content"],
            id="the coder may be named in what is unreadable",
        ),
        pytest.param(
            {
                "a.yaml": coded("Ada").replace("coder: Ada", "coder: [Ada]"),
                "b.yaml": coded("Bo").replace("{coder: Bo, status: done}", "Bo"),
            },
            None,
            [
                "type a.yaml:2:17: expected text, found a list",
                "type b.yaml:2:9: expected a mapping, found 'Bo'",
            ],
            id="no coder that can be",
        ),
        pytest.param(
            {
                "a.yaml": coded("Ada", source="url: [x]"),
                "b.yaml": coded("Bo").replace("{title: A pact, url: w.org/1}", "x"),
            },
            None,
            [
                "type a.yaml:3:38: expected text, found a list",
                "type b.yaml:3:17: expected a mapping of the fields of Source, found 'x'",
            ],
            id="no source that can be",
        ),
        pytest.param(
            {"a.yaml": coded("Ada"), "b.yaml": f"{coded('Ada')}id: a\n"},
            None,
            ["id-twice b.yaml:5:1: the id 'a' is used at a.yaml:1:1 already"],
            id="one id and coder",
        ),
        pytest.param(
            {"a.yaml": coded(), "b.yaml": f"{coded('Ada')}id: a\n"},
            None,
            ["id-twice b.yaml:5:1: the id 'a' is used at a.yaml:1:1 already"],
            id="one id and nobody's coding",
        ),
    ],
)
def test_choice_that_is_refused(
    files: dict[str, str], coder: str | None, problems: list[str]
) -> None:
    """A choice that cannot be made is one problem for each group, in whatever order."""
    write(files)

    assert problems == told(*files, coder=coder)
    assert sorted(problems) == sorted(told(*reversed(files), coder=coder))


@pytest.mark.usefixtures("here")
def test_problem_of_codings() -> None:
    """A choice that cannot be made is told as data, with the nearest coder."""
    write({**PARALLEL, "c.yaml": coded("Ade", source="url: w.org/2")})

    (undecided,) = bl.check(".", coder="Ade")
    (unknown,) = bl.check(".", coder="Adda")

    assert ("coding.coder", "Bo", "Ada") == (
        undecided.path,
        undecided.found,
        undecided.suggestion,
    )
    assert ("coding.coder", "Adda", "Ada") == (unknown.path, unknown.found, unknown.suggestion)


@pytest.mark.usefixtures("here")
def test_long_chain_of_codings() -> None:
    """Files that share a source with the next one each are one group, however many they are."""
    chain = [f"url: w.org/{n}}}, next: {{title: A pact, url: w.org/{n + 1}" for n in range(400)]
    coders = itertools.cycle(["Ada", "Bo"])
    write({f"{n:03}.yaml": coded(next(coders), source=link) for n, link in enumerate(chain)})

    assert [f"{n:03}" for n in range(1, 400, 2)] == articles(".", coder="Bo")
    assert 1 == len(told("."))


CODERS = st.sampled_from([None, "Ada", "Bo", "Cy"])
FILES = st.lists(
    st.tuples(CODERS, st.booleans(), st.lists(st.sampled_from(range(5)), unique=True, max_size=2)),
    min_size=1,
    max_size=6,
)


def groups(files: Sequence[tuple[str | None, bool, list[int]]]) -> Iterator[list[int]]:
    """The numbers of files that somebody coded, together where they share a source."""
    rest = [number for number, (coder, _, _) in enumerate(files) if coder is not None]
    while rest:
        group = [rest.pop(0)]
        for one in group:
            near = [n for n in rest if set(files[n][2]) & set(files[one][2])]
            group += near
            rest = [n for n in rest if n not in near]
        yield sorted(group)


@slowly
@given(FILES, CODERS, st.randoms(use_true_random=False))
def test_codings_are_as_the_rules_say(
    tmp_path_factory: pytest.TempPathFactory,
    files: list[tuple[str | None, bool, list[int]]],
    coder: str | None,
    random: Any,
) -> None:
    """Groups are told apart and chosen from as the format says, in any order of the files."""
    folder, expected, undecided = tmp_path_factory.mktemp("codings"), set(range(len(files))), 0
    for group in groups(files):
        coders = {files[n][0] for n in group}
        adjudicated = [n for n in group if files[n][1]]
        if len(coders) > 1:
            expected -= set(group)
            if coder in coders:
                expected |= {n for n in group if files[n][0] == coder}
            elif len({files[n][0] for n in adjudicated}) == 1:
                expected |= set(adjudicated)
            else:
                undecided += 1
    for number, (who, final, urls) in enumerate(files):
        listed = ", ".join(f"s{url}: {{title: x, url: w.org/{url}}}" for url in urls)
        status = "adjudicated" if final else "draft"
        coding = f"coding: {{coder: {who}, status: {status}}}\n" if who else ""
        sources = f"sources: {{{listed}}}\n" if urls else ""
        write({f"{number}.yaml": f"bilateral: 1\ntitle: x\n{coding}{sources}"}, folder)
    paths = list(map(str, sorted(folder.iterdir())))
    random.shuffle(paths)

    if files and coder is not None and coder not in {who for who, _, _ in files}:
        assert [f"no coder '{coder}'"] == [
            problem.message.partition(";")[0] for problem in bl.check(*paths, coder=coder)
        ]
    elif undecided:
        assert ["codings"] * undecided == [p.code for p in bl.check(*paths, coder=coder)]
    else:
        assert [str(number) for number in sorted(expected)] == articles(*paths, coder=coder)


# In any order the same


@slowly
@given(dossiers(articles=3), st.randoms(use_true_random=False))
def test_any_order(
    tmp_path_factory: pytest.TempPathFactory, dossier: bl.Dossier, random: Any
) -> None:
    """Files that are given in any order are one dossier, which prints and dumps the same."""
    folder = tmp_path_factory.mktemp("order")
    texts(dossier, folder / "made")
    paths = sorted((folder / "made").iterdir())
    straight = bl.load(*paths)
    random.shuffle(paths)
    shuffled = bl.load(*paths)

    assert dossier == straight == shuffled
    assert list(straight) == list(shuffled)
    assert str(bl.timeline(straight)) == str(bl.timeline(shuffled))
    assert texts(straight, folder / "one") == texts(shuffled, folder / "other")


@slowly
@given(dossiers(articles=4, apart=True), st.data())
def test_any_grouping(
    tmp_path_factory: pytest.TempPathFactory, dossier: bl.Dossier, data: st.DataObject
) -> None:
    """Files that are merged and dumped in any grouping are one dossier in the end."""
    folder = tmp_path_factory.mktemp("grouping")
    pieces = [folder / f"{number}.yaml" for number in range(4)]
    for article, piece in zip(dossier.articles, pieces, strict=True):
        bl.dump(of(article, dossier), piece)
    for number in range(3):
        pair = [pieces.pop(data.draw(st.integers(0, len(pieces) - 1))) for _ in range(2)]
        merged = folder / str(number)
        texts(bl.load(*pair), merged)
        pieces.append(merged)

    assert dossier == bl.load(*pieces)


@slowly
@given(dossiers(articles=2))
def test_nothing_is_there_twice(
    tmp_path_factory: pytest.TempPathFactory, dossier: bl.Dossier
) -> None:
    """A file that is given twice, by way of a link or beside a copy of its actors adds nothing."""
    folder = tmp_path_factory.mktemp("twice")
    texts(dossier, folder / "made")
    made = sorted((folder / "made").iterdir())
    links = [folder / f"links/{number}.yaml" for number in range(len(made))]
    (folder / "links").mkdir()
    for link, path in zip(links, made, strict=True):
        link.symlink_to(path)
    copy = folder / "copy/bilateral.yaml"
    write({"copy/bilateral.yaml": (folder / "made/bilateral.yaml").read_text("utf-8")}, folder)

    assert dossier == bl.load(*made, *made) == bl.load(*links, *made) == bl.load(*made, copy)
    assert list(bl.load(*made)) == list(bl.load(copy, *reversed(made)))


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "names", [("a.yaml", "z.yaml"), ("z.yaml", "a.yaml"), ("b/a.yaml", "z.yaml")]
)
def test_id_of_a_file_of_several_names(names: tuple[str, str]) -> None:
    """A file that has its id from its name has the same one in whatever order it is named."""
    real, link = names
    write({real: coded()})
    Path(link).symlink_to(real)

    assert articles(real, link) == articles(link, real)


@pytest.mark.usefixtures("here")
def test_archive_of_several_names() -> None:
    """An archive's file stays one where it is a link to a file of another name."""
    write({"shared.yaml": ARCHIVE, "a.yaml": coded()})
    Path("bilateral.yaml").symlink_to("shared.yaml")

    assert list(bl.load(".")) == list(bl.load("shared.yaml", "bilateral.yaml", "a.yaml"))
    assert "bilateral.yaml" == bl.load(".").places["FRD"].file


@pytest.mark.usefixtures("here")
def test_archive_alone() -> None:
    """An archive's file by itself is a dossier without articles."""
    write({"bilateral.yaml": ARCHIVE})

    assert ["FRD", "SYL", "firefly"] == [record.id for record in bl.load("bilateral.yaml")]


@pytest.mark.usefixtures("here")
def test_two_archives() -> None:
    """Two archives are merged where they agree, in any order the same; else both are named."""
    write({"one/bilateral.yaml": ARCHIVE, "two/bilateral.yaml": ARCHIVE.replace("SYL", "TOM")})
    one, other = bl.load("one", "two"), bl.load("two", "one")

    assert ["FRD", "SYL", "TOM"] == [country.id for country in one.countries]
    assert list(one) == list(other)
    assert "one/bilateral.yaml" == one.places["FRD"].file == other.places["FRD"].file


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("old", "new", "difference"),
    [
        ("name: Freedonia", "name: Fredonia", "'name': 'Freedonia' here, 'Fredonia' there"),
        (
            "name: Freedonia",
            "name: Fredonia, note: Old., kind: former-state",
            (
                "'note': nothing here, 'Old.' there; 'name': 'Freedonia' here, 'Fredonia' there;"
                " 'kind': 'state' here, 'former-state' there"
            ),
        ),
        ("country: FRD", "country: SYL", "'country': 'FRD' here, 'SYL' there"),
        ("country: FRD", "aliases: [Rufus]", "'country': 'FRD' here, nothing there; 'aliases'"),
        (
            "name: Freedonia",
            f"name: {'x' * 80}",
            f"'name': 'Freedonia' here, '{'x' * 57}...' there",
        ),
    ],
    ids=["name", "several", "reference", "list", "long"],
)
def test_conflict(old: str, new: str, difference: str) -> None:
    """An actor that two files give differently is a conflict that names places and fields."""
    write({"one/bilateral.yaml": ARCHIVE.replace(old, new), "two/bilateral.yaml": ARCHIVE})
    kind, id, at = ("leader", "firefly", "3:11") if "country" in old else ("country", "FRD", "2:13")
    expected = (
        f"conflict two/bilateral.yaml:{at}: the {kind} '{id}' differs from the one at"
        f" one/bilateral.yaml:{at} in {difference}"
    )

    assert [expected] == told("one", "two") == told("two", "one")


GLOBALS = {
    "countries": ("FRD: {name: Freedonia}", "FRD: {name: Fredonia}"),
    "organizations": ("shore: {name: The Shore}", "shore: {name: A Shore}"),
    "topics": ("war: {name: War}", "war: {name: Peace}"),
    "variables": ("tone: {name: Tone}", "tone: {name: Tune}"),
    "leaders": ("mud: {name: Ada Mud}", "mud: {name: Bo Mud}"),
}


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("section", GLOBALS)
def test_shared_records_agree(section: str) -> None:
    """What holds for the whole archive may be given by several files, but not differently."""
    same, other = (f"bilateral: 1\nid: x\n{section}: {{{given}}}\n" for given in GLOBALS[section])
    write({"a.yaml": same.replace("x", "a", 1), "b.yaml": same.replace("x", "b", 1)})

    assert 1 == len(bl.load("b.yaml", "a.yaml").section(section))
    write({"b.yaml": other.replace("x", "b", 1)})
    (problem,) = told("b.yaml", "a.yaml")
    place = f"3:{len(section) + 4}"
    assert problem.startswith(f"conflict b.yaml:{place}: the ")
    assert f" differs from the one at a.yaml:{place} in 'name': " in problem


@pytest.mark.usefixtures("here")
def test_local_ids_of_several_files() -> None:
    """Two files may use one id; each record is its own file's, and the short id is ambiguous."""
    write({"bilateral.yaml": ARCHIVE, "a.yaml": coded("Ada"), "b.yaml": coded("Ada")})
    for d in (bl.load("a.yaml", "b.yaml"), bl.load("b.yaml", "a.yaml")):
        assert ["a:pact", "b:pact"] == [event.id for event in d.events]
        assert [d.sources["a:wire"], d.sources["b:wire"]] == [event.source for event in d.events]
        with pytest.raises(bl.AmbiguousIdError, match="record 'pact' may be 'a:pact' or 'b:pact'"):
            d["pact"]


VISIT = "bilateral: 1\nvisits: {tour: {guests: [firefly], country: SYL, date: 1933-11}}\n"
REFERRING = """\
bilateral: 1
visits:
  back: {guests: [firefly], country: SYL, first_since: b:tour, relative: [{after: b:tour}]}
meetings:
  tea: {kind: talks, participants: [firefly, SYL], visit: b:tour, date: 1933-11}
"""


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("referring", ["a.yaml", "c.yaml"])
def test_references_across_files(referring: str) -> None:
    """A record may refer to one of another file by its full id, whichever of them comes first."""
    write({"bilateral.yaml": ARCHIVE, "b.yaml": VISIT, referring: REFERRING})
    own = referring[0]

    for d in (bl.load(referring, "b.yaml"), bl.load("b.yaml", referring)):
        assert d.visits["b:tour"] is d.meetings["tea"].visit
        assert f"b:tour b:tour {own}:back" == " ".join(
            [str(d.visits["back"].first_since), d.visits["back"].relative[0].anchor, d["back"].id]
        )
    dangling = ["3:56", "3:83", "5:59"]
    for order in ([referring, "bilateral.yaml"], ["bilateral.yaml", referring]):
        assert [f"{referring}:{at}" for at in dangling] == [
            line.split()[1].rstrip(":") for line in told(*order)
        ]
