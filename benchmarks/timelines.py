"""How fast timelines are sorted and filtered, and networks of relative dates solved.

`make bench-timelines` measures everything and writes `benchmarks/results/timelines.md`; the whole
takes about five minutes. `make bench-timelines BENCH=--quick` measures small sets and writes
nothing.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from inspect import unwrap
from pathlib import Path
from statistics import median

import attrs
from measuring import in_turn, ratio, seconds
from tables import environment, section, table

import bilateral as bl
from bilateral.analysis.chronology import chronology
from bilateral.analysis.order import certain, order

RESULTS = Path(__file__).parent / "results/timelines.md"
INTRODUCTION = """\
# Timelines

Made by `make bench-timelines`. Events are made up and loaded before the clock starts. Times are
medians of the rounds, ratios the medians of the rounds' own ratios; the garbage collector is paused
while the clock runs."""

# As they are without what is remembered of the last question.
solved, in_order = unwrap(chronology), unwrap(order)
FIRST = bl.Day(1990, 1, 1).ordinal
SORTED = "sorted, key on two integers"


def event(number: int, date: str | None, *relative: bl.Relative) -> bl.Event:
    """An event; without a date it is a state of affairs."""
    return bl.Event(
        id=f"bench:e{number}",
        title="Something",
        kind=bl.EventKind.STATE_OF_AFFAIRS,
        date=bl.Edtf(date) if date else None,
        relative=relative,
    )


def dossier(events: Sequence[bl.Event]) -> bl.Dossier:
    """A dossier of events alone."""
    return bl.Dossier(events=bl.Records(bl.Event, events))


def day(number: int) -> str:
    """A day of thirty years."""
    return str(bl.Day.from_ordinal(FIRST + number % 11_000))


def after(number: int, by: str | None) -> bl.Relative:
    """That a record came after another."""
    return bl.Relative(after=f"bench:e{number}", by=bl.Gap(by) if by else None)


def before(number: int) -> bl.Relative:
    """That a record came before another."""
    return bl.Relative(before=f"bench:e{number}")


def dated(size: int) -> bl.Dossier:
    """Events of days and months, in no order."""
    chance = random.Random(1)  # noqa: S311 - the same for all
    dates = [day(chance.randrange(11_000)) for _ in range(size)]
    return dossier([event(n, date[: chance.choice((7, 10))]) for n, date in enumerate(dates)])


def sparse(size: int) -> bl.Dossier:
    """Every tenth event has a day; each of the others is relative to one or two close to it."""
    chance = random.Random(2)  # noqa: S311 - the same for all
    gaps = (None, "days", "weeks", "1 day", "2 weeks", "1 month")
    events = []
    for n in range(size):
        if n % 10 == 0:
            # Far enough apart that nothing contradicts.
            events.append(event(n, str(bl.Day.from_ordinal(FIRST + 60 * n))))
            continue
        links = [after(n - 1 - chance.randrange(n % 10), chance.choice(gaps))]
        if chance.random() < 0.3 and n + 10 < size:
            links.append(before(n + 10 - n % 10))
        events.append(event(n, None, *links))
    return dossier(events)


def chained(size: int) -> bl.Dossier:
    """One chain of undated events, each a month after the one before it."""
    return dossier(
        [event(0, "2000"), *(event(n, None, after(n - 1, "1 month")) for n in range(1, size))]
    )


def remark(number: int, date: str | None, *relative: bl.Relative) -> bl.Statement:
    """Words, which take one day, so that exact gaps tie each to the next both ways."""
    return bl.Statement(
        id=f"bench:e{number}",
        speakers=(bl.Country(id="FRD", name="Freedonia"),),
        voice=bl.Voice.REPORTED,
        act=bl.Act.NOTE,
        text="Something",
        date=bl.Edtf(date) if date else None,
        relative=relative,
    )


def remarks(size: int) -> bl.Dossier:
    """One chain of remarks, each exactly a day after the last: all in one component."""
    told = [remark(0, "2000"), *(remark(n, None, after(n - 1, "1 day")) for n in range(1, size))]
    return bl.Dossier(statements=bl.Records(bl.Statement, told))


def contrary(size: int) -> bl.Dossier:
    """Pairs of dated events, each said to be in the wrong order."""
    return dossier(
        [
            event(n, day(n), after(n + 1, None)) if n % 2 == 0 else event(n, day(n))
            for n in range(size)
        ]
    )


def ring(size: int) -> bl.Dossier:
    """A chain of remarks of which the last is said to be a day nearer to the first than it is."""
    told = [remark(0, "2000"), *(remark(n, None, after(n - 1, "1 day")) for n in range(1, size))]
    last = after(size - 2, "1 day"), after(0, f"{size - 2} days")
    told[-1] = remark(size - 1, None, *last)
    return bl.Dossier(statements=bl.Records(bl.Statement, told))


def circles(size: int) -> bl.Dossier:
    """Pairs of events, each said to be after the other."""
    return dossier([event(n, None, after(n ^ 1, None)) for n in range(size)])


NETWORKS: dict[str, Callable[[int], bl.Dossier]] = {
    "sparse, gaps of all sorts": sparse,
    "one chain of months": chained,
    "one component, one day each": remarks,
    "contradictory pairs": contrary,
    "one contradictory ring": ring,
    "pairs after each other": circles,
}


def sorting(size: int, rounds: int) -> str:
    """How long a timeline takes, and its parts, beside Python's own `sorted`."""
    given = dated(size)
    known = chronology(given)
    bl.timeline(given)
    pairs = [event.date.sort_key for event in given.events if event.date]
    places = range(size)
    jobs: dict[str, Callable[[], object]] = {
        SORTED: lambda: sorted(places, key=lambda n: (pairs[n][0], pairs[n][1])),
        "the order alone": lambda: in_order(known),
        "which places are certain": lambda: certain(known, places),
        "bounds of all dates": lambda: solved(given),
        # A dossier that was never asked about before, and one that was.
        "first timeline": lambda: bl.timeline(attrs.evolve(given)),
        "next timeline": lambda: bl.timeline(given),
        "next timeline, of one year": lambda: bl.timeline(given, since="2001", until="2001"),
        "next timeline, of one kind": lambda: bl.timeline(given, kind="visit"),
    }
    times = in_turn(jobs, rounds, paused=True)
    rows = [
        (name, f"{median(times[name]):.3f}", f"{ratio(times, name, SORTED):.1f}") for name in jobs
    ]
    return section(f"{size:,} dated records", "", table(("what", "seconds", "x"), rows))


def solving(sizes: Sequence[int], rounds: int) -> Iterator[str]:
    """How long networks of several sizes take to solve.

    With twice the records, 2 times as long is linear, and 4 times is steps times nodes.
    """
    for name, make in NETWORKS.items():
        rows: list[tuple[str, ...]] = []
        last = 0.0
        for size in sizes:
            given = make(size)
            taken = median(seconds(partial(solved, given), paused=True) for _ in range(rounds))
            found = len(chronology(given).clashes)
            growth = f"{taken / last:.1f}" if last else "-"
            rows.append((f"{size:,}", f"{taken:.3f}", growth, str(found)))
            last = taken
        yield section(
            f"Relative dates: {name}",
            "",
            table(("records", "seconds", "x the size before", "contradictions"), rows),
        )


def main() -> None:
    """Measure, print, and write the results of a whole run."""
    parser = argparse.ArgumentParser(description="How fast timelines are made.")
    parser.add_argument("--quick", action="store_true", help="small sets and few rounds")
    options = parser.parse_args()
    told = [INTRODUCTION, section("Versions", "", environment(("attrs",)))]
    print(*told, sep="\n\n", end="\n\n", flush=True)
    many, rounds = (10_000, 3) if options.quick else (100_000, 7)
    sizes = (500, 1000) if options.quick else (1250, 2500, 5000, 10_000, 20_000)
    for text in (sorting(many, rounds), *solving(sizes, 1 if options.quick else 3)):
        print(text, end="\n\n", flush=True)
        told.append(text)
    if not options.quick:
        RESULTS.parent.mkdir(exist_ok=True)
        RESULTS.write_text("\n\n".join(told) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
