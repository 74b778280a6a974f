"""How fast dates are read, beside what other libraries make of the same texts.

`make bench-dates` measures and writes `benchmarks/results/dates.md`, in a few minutes.
`make bench-dates BENCH=--quick` reads fewer dates and writes nothing.
"""

from __future__ import annotations

import argparse
import io
from collections.abc import Callable, Iterable, Mapping
from contextlib import redirect_stdout
from functools import cache
from pathlib import Path
from random import Random
from statistics import median

import edtf
from measuring import Times, in_turn, ratio
from tables import environment, section, table
from undate.converters.edtf import EDTFDateConverter

from bilateral import Edtf

RESULTS = Path(__file__).parent / "results/dates.md"
OWN, EDTF, UNDATE = "bilateral", "edtf", "undate"
PACKAGES = ("attrs", "edtf", "pyparsing", "undate", "lark")
INTRODUCTION = f"""\
# Dates

Made by `make bench-dates`.

Every side reads the same texts in one process and in turn: in each round each side once. Times are
medians of the rounds, ratios the medians of the rounds' own ratios. Nothing is kept between dates:
each text is read from its letters, and no two are the same. {OWN} also works out the bounds while
it reads, save where digits are missing before others; the peers are not asked for theirs. They read
one date for each {{share}} of {OWN}'s, and their times are told for one date. A form that a peer
refuses is left out of its ratio."""

# One of each form, from a year of four digits and a month and a day of two.
FORMS: Mapping[str, Callable[[str, str, str], str]] = {
    "day": lambda y, m, d: f"{y}-{m}-{d}",
    "month": lambda y, m, _: f"{y}-{m}",
    "year": lambda y, _m, _d: y,
    "with doubt": lambda y, m, _: f"{y}-{m}~",
    "doubt about parts": lambda y, m, d: f"?{y}-{m}-~{d}",
    "season": lambda y, _m, d: f"{y}-{21 + int(d) % 4}",
    "decade": lambda y, _m, _d: f"{y[:3]}X",
    "day of some year": lambda y, m, d: f"{y[:2]}XX-{m}-{d}",
    "interval": lambda y, m, d: f"{y}-{m}-{d}/{y}-12-31",
    "open interval": lambda y, m, d: f"{y}-{m}-{d}/..",
    "one of": lambda y, m, d: f"[{y}-{m}-{d},{y}-12-31]",
    "all of": lambda y, m, d: f"{{{y}-{m}-{d},{y}-12-31}}",
}
SHARE = 20


def texts(form: Callable[[str, str, str], str], count: int) -> list[str]:
    """So many dates of one form, each once, as far as there are as many."""
    random = Random(0)  # noqa: S311 - no secret
    found: dict[str, None] = {}
    for _ in range(20 * count):
        month, day = random.randint(1, 12), random.randint(1, 28)
        found[form(f"{random.randint(1000, 9999)}", f"{month:02}", f"{day:02}")] = None
        if len(found) == count:
            break
    return list(found)


@cache
def converter() -> EDTFDateConverter:
    """The reader of undate, which makes its grammar once."""
    return EDTFDateConverter()


READERS: Mapping[str, Callable[[str], object]] = {
    OWN: Edtf.parse,
    EDTF: edtf.parse_edtf,
    UNDATE: lambda text: converter().parse(text),
}


def reads(name: str, text: str) -> bool:
    """Whether a side reads a date."""
    try:
        with redirect_stdout(io.StringIO()):  # one of them prints what it fails on
            READERS[name](text)
    except Exception:  # noqa: BLE001 - each refuses in its own way
        return False
    return True


def each(read: Callable[[str], object], dates: Iterable[str]) -> Callable[[], object]:
    """A job that reads dates one after the other."""
    dates = list(dates)

    def job() -> None:
        for text in dates:
            read(text)

    return job


def measured(form: str, count: int, rounds: int) -> Times:
    """Seconds for a date of one form, by side, as far as it reads all of them."""
    dates = texts(FORMS[form], count)
    few = dates[: max(len(dates) // SHARE, 5)]
    given = {
        name: dates if name == OWN else few
        for name in READERS
        if name == OWN or reads(name, few[0])
    }
    jobs = {name: each(READERS[name], some) for name, some in given.items()}
    times = in_turn(jobs, rounds, paused=True)
    return {name: [taken / len(given[name]) for taken in times[name]] for name in jobs}


def row(form: str, times: Times) -> list[str]:
    """A form's row of the table."""
    shown = [f"{1e6 * median(times[name]):,.1f}" if name in times else "-" for name in READERS]
    shares = [
        f"{ratio(times, name, OWN):,.0f}" if name in times else "-" for name in (EDTF, UNDATE)
    ]
    return [form, *shown, *shares]


def all_forms(measurements: Mapping[str, Times]) -> list[str]:
    """The row of all forms together; a peer is compared on those that it reads."""
    times = {OWN: median_of(measurements.values(), OWN, OWN)}
    shares = []
    for name in (EDTF, UNDATE):
        known = [found for found in measurements.values() if name in found]
        times[name] = median_of(known, name, name)
        theirs, ours = times[name], median_of(known, name, OWN)
        shares.append(f"{median(a / b for a, b in zip(theirs, ours, strict=True)):,.0f}")
    return ["all", *(f"{1e6 * median(times[name]):,.1f}" for name in READERS), *shares]


def median_of(measurements: Iterable[Times], reader: str, name: str) -> list[float]:
    """Seconds for a date of any form that a reader reads, by round, as one side takes."""
    known = [found[name] for found in measurements if reader in found]
    return [sum(taken) / len(known) for taken in zip(*known, strict=True)]


def main() -> None:
    """Measure, print, and write the results of a whole run."""
    parser = argparse.ArgumentParser(description="How fast dates are read.")
    parser.add_argument("--quick", action="store_true", help="few dates and rounds")
    parser.add_argument("--output", type=Path, help="where to write Markdown")
    options = parser.parse_args()
    count, rounds = (400, 3) if options.quick else (2000, 5)
    measurements = {form: measured(form, count, rounds) for form in FORMS}
    header = ["form", *(f"{name}, µs" for name in READERS), f"{EDTF}, times", f"{UNDATE}, times"]
    rows = [row(form, times) for form, times in measurements.items()]
    told = "\n\n".join(
        [
            INTRODUCTION.format(share=SHARE),
            section("Versions", "", environment(PACKAGES)),
            section("A date", "", table(header, [*rows, all_forms(measurements)])),
        ]
    )
    print(told)
    output = options.output or (None if options.quick else RESULTS)
    if output is not None:
        output.parent.mkdir(exist_ok=True)
        output.write_text(f"{told}\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
