from pathlib import Path

import pytest

import bilateral as bl
from tests.consistency.tale import CALLED, QUOTED, SLAP, TALE, TEA, changed, delegate, told
from tests.drafts import edited

PLANNED = f"{CALLED}, status: planned"

PLANS = [
    (
        (CALLED, f"{CALLED}, status: planned"),
        (
            "warning outcome-missing visits.call.status: the visit 'call' was planned for"
            " 16-17 November 1933, and the latest source on them is of 1933-11-18: what became"
            " of it?"
        ),
    ),
    (
        (
            TEA,
            "relative: [{before: call, by: weeks}], status: planned",
            "meeting: tea, ",
            "",
        ),
        (
            "warning outcome-missing meetings.tea.status: the meeting 'tea' was planned and"
            " lies no later than 1933-11-09, and the latest source on them is of 1933-11-18: what"
            " became of it?"
        ),
    ),
    (
        (
            "    visit: call\n    date: 1933-11-17",
            "    visit: call\n    date: 1933-11-17\n    status: planned",
        ),
        (
            "warning outcome-missing declarations.accord.status: the declaration 'accord' was"
            " planned for 17 November 1933, and the latest source on them is of 1933-11-18: what"
            " became of it?"
        ),
    ),
    (
        (SLAP, "date: 1933-10, status: planned}"),
        (
            "warning outcome-missing events.slap.status: the event 'slap' was planned for"
            " October 1933, and the latest source on them is of 1933-11-18: what became of it?"
        ),
    ),
    (
        (
            SLAP,
            (
                "date: 1933-10, status: planned, same_as: [brawl]}\n  brawl: {kind: assault,"
                " title: A brawl, status: planned}"
            ),
        ),
        (
            "warning outcome-missing events.slap.status: the event 'slap' was planned for"
            " October 1933, and the latest source on them is of 1933-11-18: what became of it?"
        ),
    ),
    (
        (
            "text: Both sides shake hands.",
            "text: Both sides shake hands, due: 1931, outcome: pending",
        ),
        (
            "warning outcome-missing declarations.pact.clauses.hand.outcome: the pledge"
            " 'pact/hand' was due 1931, and the latest source on them is of 1933-11-18: what"
            " became of it?"
        ),
    ),
    (
        (
            "published: 1933-11-18",
            "published: 1936",
            QUOTED,
            "due: 1933-12, outcome: pending, quoted: [",
        ),
        (
            "warning outcome-missing statements.offer.outcome: the offer 'offer' was due"
            " December 1933, and the latest source on them is of 1936: what became of it?"
        ),
    ),
]


@pytest.mark.parametrize(("changes", "expected"), PLANS)
def test_plans(changes: tuple[str, ...], expected: str) -> None:
    """Plans and pledges whose day had passed when the latest source was published."""
    assert [expected] == told(*changes)


@pytest.mark.parametrize(
    "changes",
    [
        (SLAP, "date: 1933-11, status: planned}"),
        (SLAP, "date: 1933-11-18, status: planned}"),
        (SLAP, "date: 1936, status: planned}"),
        (SLAP, "status: planned}"),
        (SLAP, "date: 1933-10, status: cancelled}"),
        (
            SLAP,
            (
                "date: 1933-10, status: planned, same_as: [brawl]}\n  brawl: {kind: assault,"
                " title: A brawl, date: 1933}"
            ),
        ),
        (
            SLAP,
            (
                "date: 1933-10, status: planned}\n  brawl: {kind: assault, title: A brawl, date:"
                " 1933, same_as: [slap]}"
            ),
        ),
        (SLAP, "date: 1933-10, status: planned, same_as: [pride]}"),
        (
            SLAP,
            (
                "date: 1933-10, status: planned, same_as: [spat]}\n  brawl: {kind: assault, title:"
                " A brawl, date: 1933, same_as: [spat]}\n  spat: {kind: assault, title: A spat,"
                " date: 1933-10, status: planned}"
            ),
        ),
        (SLAP, "date: 1933-10, status: planned}", CALLED, f"{CALLED}, fulfils: [slap]"),
        (SLAP, "date: 1933-10, status: planned}", "published: 1933-11-18, ", ""),
        (SLAP, "date: 1933-10, status: planned}", "published: 1933-11-18", "published: ../1933"),
        ("text: Both sides shake hands.", "text: Both sides shake hands, due: 1931, outcome: kept"),
        ("text: Both sides shake hands.", "text: Both sides shake hands, due: 1931"),
        ("text: Both sides shake hands.", "text: Both sides shake hands, outcome: pending"),
        (
            "text: Both sides shake hands.",
            "text: Both sides shake hands, due: 1931/.., outcome: pending",
        ),
        (
            "text: Both sides shake hands.",
            "text: Both sides shake hands, due: 1931, outcome: pending",
            QUOTED,
            "fulfils: [pact/hand], quoted: [",
        ),
        delegate("group: some guards, status: planned"),
    ],
)
def test_plans_in_order(changes: tuple[str, ...]) -> None:
    """No alarm where the day may be to come, something is told of it, or no source is dated."""
    assert [] == told(*changes)


@pytest.mark.parametrize(
    ("actors", "problems"), [(["ELB"], 0), (["FRD", "ELB"], 0), (["ELB", "FRD", "SYL"], 1), ([], 0)]
)
def test_news_of_others(actors: list[str], problems: int) -> None:
    """A later source that tells of others says nothing of what became of a plan."""
    plan = edited("published: 1933-11-18", "published: 1933-11-01", CALLED, PLANNED, text=TALE)
    d = bl.loads(plan)
    later = bl.Source(id="later:wire", title="Elsewhere", published=bl.Edtf("1950"))
    countries = [*d.countries, bl.Country(id="ELB", name="Elbonia")]
    event = bl.Event(
        id="later:war",
        title="War",
        kind=bl.EventKind.WAR,
        actors=tuple(country for country in countries if country.id in actors),
        date=bl.Edtf("1950"),
        source=later,
    )
    more = changed(
        d,
        countries=bl.Records(bl.Country, countries),
        sources=bl.Records(bl.Source, [*d.sources, later]),
        events=bl.Records(bl.Event, [*d.events, event]),
    )
    missing = [each for each in bl.consistency(more) if each.code == "outcome-missing"]
    assert problems == len(missing)


def test_a_later_source_of_the_same_file() -> None:
    """Sources of one file tell one story, even where no record rests on the latest."""
    late = "  late: {title: Late, published: 1933-12-01}\nvisits:\n"
    (problem,) = told(
        "published: 1933-11-18", "published: 1933-11-01", "visits:\n", late, CALLED, PLANNED
    )
    assert "the latest source on them is of 1933-12-01" in problem


def test_a_plan_of_nobody(tmp_path: Path) -> None:
    """What nobody is named for is no news of another such plan in another file."""
    plan = edited(SLAP, "date: 1933-12, status: planned}", text=TALE)
    (tmp_path / "a.yaml").write_text(plan.replace("actors: [firefly], ", ""), "utf-8")
    (tmp_path / "b.yaml").write_text(
        "bilateral: 1\nsources: {wire: {title: Elsewhere, published: 1950}}\n"
        "events: {war: {kind: war, title: War, date: 1950}}\n",
        "utf-8",
    )
    assert () == bl.consistency(bl.load(tmp_path, root=None))
