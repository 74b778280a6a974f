"""Groups, gaps, firsts, and what became of plans."""

import attrs

import bilateral as bl
from bilateral.analysis.titles import Told
from tests.told import FREEDONIA, dossier_of, event, said, statement

FIREFLY = bl.Leader(id="firefly", name="Rufus Firefly", country=FREEDONIA)
TEASDALE = bl.Leader(id="teasdale", name="Gloria Teasdale", country=FREEDONIA)
SYLVANIA = bl.Country(id="SYL", name="Sylvania")


def visit(name: str, date: str, *guests: bl.Leader, **fields: object) -> bl.Visit:
    """A held visit."""
    known = {"status": bl.Status.HELD, "country": SYLVANIA} | fields
    return bl.Visit(
        id=f"duck:{name}",
        guests=guests or (FIREFLY,),
        date=bl.Edtf(date),
        **known,  # type: ignore[arg-type]
    )


def timeline(*records: Told) -> bl.Timeline:
    """A timeline of these records."""
    dossier = dossier_of(records)
    return bl.timeline(
        attrs.evolve(
            dossier,
            visits=bl.Records(bl.Visit, [r for r in records if isinstance(r, bl.Visit)]),
            declarations=bl.Records(
                bl.JointDeclaration, [r for r in records if isinstance(r, bl.JointDeclaration)]
            ),
        )
    )


def names(groups: dict[str | None, bl.Timeline]) -> dict[str | None, list[str]]:
    """The short ids in each group."""
    return {
        name: [moment.record.local_id for moment in moments] for name, moments in groups.items()
    }


RECORDS = (
    event("a", "1933-03-05"),
    event("b", "1933-03"),
    event("c", "1933-11"),
    event("d", "[1933-12-20..1934-01-10]"),
    event("e", "-0001-05-02"),
    event("f", None),
)


def test_by_year() -> None:
    """A moment stands under the year in which it certainly started, or under none."""
    groups = timeline(*RECORDS).by_year()
    expected = {"-0001": ["e"], "1933": ["b", "a", "c"], None: ["d", "f"]}
    assert expected == names(groups)
    assert [*expected] == [*groups]
    assert "b is dated 1933-03 (stated)" == str(groups["1933"].bounds("b").starts[0].chain[0])


def test_by_month() -> None:
    """The same by month; without doubt there is no group for it."""
    expected = {"1933-03": ["b", "a"], "1933-11": ["c"]}
    assert expected == names(timeline(*RECORDS[:3]).by_month())


def test_gaps() -> None:
    """On the days of a gap nothing can have started; unlimited starts are left aside."""
    found = timeline(*RECORDS[:4], event("g", None, said("after", "a"))).gaps()
    assert "(Lull(first=1933-04-01, last=1933-10-31), Lull(first=1933-12-01, last=1933-12-19))" == (
        str(found)
    )
    assert [214, 19] == [gap.days for gap in found]
    assert () == timeline().gaps()


def test_firsts() -> None:
    """A first visit is given with those of the same guests that came in between."""
    spa = visit("spa", "1933-06", first_since="duck:oath", same_as=("duck:bath",))
    found = timeline(
        event("oath", "1933-01-10"),
        spa,
        visit("early", "1932"),
        visit("same", "1933-02", same_as=("duck:spa",)),
        visit("bath", "1933-02"),
        visit("hers", "1933-02", TEASDALE),
        visit("off", "1933-02", status=bl.Status.CANCELLED),
    ).firsts()
    assert "spa is the first since oath" == str(found[0])
    assert ((), ()) == (found[0].between, found[0].possible)
    (doubted,) = timeline(
        event("oath", "1933-01-10"), spa, visit("march", "1933-03"), visit("some", "1933")
    ).firsts()
    assert "spa is the first since oath; not before march; perhaps not before some" == str(doubted)


def test_first_since_nothing_known() -> None:
    """Since what has no place in time, nothing can be said to be the first or not."""
    (found,) = timeline(visit("spa", "1933-06", first_since="duck:nowhere")).firsts()
    assert (None, "spa is the first since duck:nowhere") == (found.since, str(found))


def test_sequels() -> None:
    """Plans and pledges are linked to what fulfils them, or tells of the same thing."""
    planned = {"status": bl.Status.PLANNED}
    pact = bl.JointDeclaration(
        id="duck:pact",
        title="Pact",
        parties=(FREEDONIA, SYLVANIA),
        date=bl.Edtf("1933-07"),
        clauses=(
            bl.Clause(
                id="duck:pact/peace", act=bl.Act.NOTE, text="Peace.", fulfils=("duck:pledge",)
            ),
        ),
    )
    found = timeline(
        visit("spa", "1933-06", **planned),
        visit("went", "1933-06", same_as=("duck:spa", "duck:elsewhere")),
        visit("ball", "1933-08", **planned, same_as=("duck:danced", "duck:elsewhere")),
        visit("danced", "1933-08"),
        visit("twin", "1933-08", same_as=("duck:danced",)),
        visit("never", "1933-09", **planned),
        statement("pledge", "1933-05"),
        statement("kept", "1933-10", said("after", "pledge")),
        attrs.evolve(statement("done", "1933-10"), fulfils=("duck:pledge", "duck:elsewhere")),
        pact,
        event("war", "1933-12"),
    ).sequels()
    assert [
        "pledge: done (said), pact (held)",
        "spa: went (held)",
        "ball: danced (held)",
        "never: nothing is told of what became of it",
    ] == [str(each) for each in found]
    expected = "Sequel(record=duck:pledge, became=['duck:done', 'duck:pact'])"
    assert expected == repr(found[0])


def test_firsts_abroad() -> None:
    """A leader's travels at home are no visits that another would have to come before."""
    records = (
        event("oath", "1933-01-01"),
        visit("home", "1933-02-01", country=FREEDONIA),
        visit("spa", "1933-03-01", first_since="duck:oath"),
    )
    assert ["spa is the first since oath"] == [str(first) for first in timeline(*records).firsts()]
