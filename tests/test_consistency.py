"""What contradicts the world as the dossier itself tells it: what holds of all of it."""

from collections.abc import Iterable
from pathlib import Path

import attrs
from hypothesis import given, settings

import bilateral as bl
from tests.consistency.tale import TALE, changed, told
from tests.dossiers import dossiers
from tests.drafts import NAME, edited


def test_a_sound_tale() -> None:
    """Nothing is told of a file in which nothing is wrong."""
    assert [] == told()


def test_nothing_at_all() -> None:
    """Nothing is told of an empty dossier."""
    assert () == bl.consistency(bl.Dossier())


def test_made_in_python() -> None:
    """Records that stand in no file are told all the same, by path."""
    dossier = changed(bl.Dossier(), leaders=[leader("firefly", end="1932", start="1933")])
    (problem,) = bl.consistency(dossier)
    assert "<made in Python>:1:1: the end, 1932, is before the start, 1933" == str(problem)
    assert "leaders.firefly.offices[0].end" == problem.path


def leader(id: str, *, start: str, end: str) -> bl.Leader:
    """A leader with one office."""
    office = bl.Office(
        role=bl.Role.HEAD_OF_STATE, title="President", start=bl.Edtf(start), end=bl.Edtf(end)
    )
    return bl.Leader(id=id, name=id, offices=(office,))


def test_what_refers_to_nothing_says_nothing() -> None:
    """Ids that the dossier does not hold, and visits that it does not, are passed over."""
    dossier = bl.loads(TALE, name=NAME)
    tea, offer, call = dossier.meetings["tea"], dossier.statements["offer"], dossier.visits["call"]
    elsewhere = attrs.evolve(call, id="other:call", date=bl.Edtf("1950"))
    tea = attrs.evolve(tea, visit=elsewhere, fulfils=("x:y",))
    offer = attrs.evolve(offer, confirmed_by=("x:y",), claims_for=offer.speakers)
    assert () == bl.consistency(changed(dossier, meetings=[tea], statements=[offer]))


def test_in_a_file_that_changed(tmp_path: Path) -> None:
    """Where the places are those of another text by now, it is told without them."""
    file = tmp_path / "a.yaml"
    file.write_text(edited("start: 1920, end: 1935", "start: 1920, end: 1919", text=TALE), "utf-8")
    dossier = bl.load(file)
    file.write_text("# moved\n", "utf-8")
    (problem,) = bl.consistency(dossier)
    assert "<no longer as it was loaded>" == problem.place.file


def test_examples() -> None:
    """Nothing is wrong with what the project ships as its example."""
    assert () == bl.consistency(bl.load(Path(__file__).parents[1] / "examples"))


def test_the_archive(dossier: bl.Dossier) -> None:
    """Of the tests' archive, only a call is told whose day passed with nothing told of it."""
    (problem,) = bl.consistency(dossier)
    assert ("statements.oshi-pilots.outcome", bl.Severity.WARNING) == (
        problem.path,
        problem.severity,
    )


def apart_from_places(problems: Iterable[bl.Problem]) -> list[tuple[str | None, ...]]:
    """Problems by all but where they stand."""
    return sorted(
        (each.code, each.path, each.message, str(each.severity), each.found or "")
        for each in problems
    )


@given(dossiers())
@settings(deadline=None)
def test_any_dossier(dossier: bl.Dossier) -> None:
    """Whatever a dossier holds is asked without an error, and alike once it was written."""
    written = bl.loads(bl.dumps(dossier), name=NAME)
    found = bl.consistency(written)
    assert apart_from_places(bl.consistency(dossier)) == apart_from_places(found)
    places = [(each.place.file, each.place.line, each.place.column) for each in found]
    assert sorted(places) == places
    assert {NAME} >= {file for file, _, _ in places}


@given(dossiers(articles=2))
@settings(deadline=None)
def test_the_order_of_records_does_not_matter(dossier: bl.Dossier) -> None:
    """The same is found in whatever order a dossier has its records."""
    names = ("leaders", "sources", "visits", "meetings", "statements", "declarations", "events")
    sections = {name: reversed([*dossier.section(name)]) for name in names}
    other = bl.consistency(changed(dossier, **sections))
    assert apart_from_places(bl.consistency(dossier)) == apart_from_places(other)
