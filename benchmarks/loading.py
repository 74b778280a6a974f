"""How fast archives load, beside what other libraries make of the same files.

`make bench` measures everything and writes `benchmarks/results/loading.md`; the whole takes about
half an hour. `make bench BENCH=--quick` measures small sets and writes nothing; so does a
choice of parts, such as `make bench BENCH='1000 memory'`.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import archives
import parts
from sides import BASELINES, OWN, PLAIN, Files
from tables import environment, section

RESULTS = Path(__file__).parent / "results/loading.md"
PARTS = ("100", "1000", "10000", "statements", "memory", "failures", "import")
INTRODUCTION = f"""\
# Loading

Made by `make bench`; what the files are like stands in `benchmarks/archives.py`.

Every side reads the same files from disk, all of them in the page cache, in one process and in
turn: in each round each side once. Times are medians of the rounds, ratios the medians of the
rounds' own ratios. Before the clock starts, each side has made what it makes once: validators,
converters, hooks. Nothing of what the files hold is kept between rounds. Freeing what was read is
not timed.

{OWN} looks for the files itself, reads every date, refuses what is wrong, and resolves
references; the peers are given the paths, leave references as ids and dates as YAML has them, and
check the types of their fields. A side that takes more than {parts.CAP} times as long as
{PLAIN} on 100 files is timed in one round there and left out of bigger sets."""


@dataclass(frozen=True)
class Plan:
    """How much is measured.

    Attributes:
        rounds: By the number of article files, how often each set is read.
        statements: How many stand in the file of statements.
        statement_rounds: How often it is read; the peers read it once.
        memory: How many article files the memory is measured on.
        imports: How often modules are imported.
    """

    rounds: dict[int, int]
    statements: int
    statement_rounds: int
    memory: int
    imports: int


WHOLE = Plan({100: 15, 1000: 7, 10_000: 5}, 100_000, 3, 1000, 25)
QUICK = Plan({100: 3, 1000: 1, 10_000: 1}, 2000, 2, 100, 5)


class Bench:
    """A run of the benchmark in a folder of its own, which makes the files that parts ask for."""

    def __init__(self, plan: Plan, folder: Path) -> None:
        self.plan = plan
        self.folder = folder
        self.readers = parts.prepared()

    @cached_property
    def slow(self) -> frozenset[str]:
        """The sides that are left out of bigger sets."""
        return parts.too_slow(self.readers, self.archive(100))

    @cached_property
    def statements(self) -> Files:
        """The file of statements."""
        return parts.statements_file(self.folder, self.plan.statements)

    def archive(self, count: int) -> Files:
        """An archive of so many article files."""
        folder = self.folder / str(count)
        if not folder.exists():
            archives.write_archive(folder, count)
        return Files.at(folder)

    def part(self, name: str) -> str:
        """Measure one part."""
        slow, plan = self.slow, self.plan
        match name:
            case "100":
                files = self.archive(100)
                return parts.article_files(self.readers, files, plan.rounds[100], slow, ())
            case "1000":
                files = self.archive(1000)
                return parts.article_files(self.readers, files, plan.rounds[1000], (), slow)
            case "10000":
                few, many = self.archive(1000), self.archive(10_000)
                return parts.growth(self.readers, few, many, plan.rounds[10_000])
            case "statements":
                rounds, peers = plan.statement_rounds, self.readers.keys() - BASELINES
                return parts.article_files(self.readers, self.statements, rounds, peers, slow)
            case "memory":
                return parts.memories(self.archive(plan.memory), self.statements, slow)
            case "failures":
                text = self.statements.target.read_text("utf-8")
                return parts.failures(text, self.folder, plan.statement_rounds)
            case _:
                return parts.importing(plan.imports)


def sections(plan: Plan, names: list[str]) -> Iterator[str]:
    """The sections of a run, each as soon as it is measured."""
    yield INTRODUCTION
    yield section("Versions", "", environment())
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(plan, Path(folder))
        for name in names:
            yield bench.part(name)


def main() -> None:
    """Measure, print, and write the results of a whole run."""
    parser = argparse.ArgumentParser(description="How fast archives load.")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--quick", action="store_true", help="small sets and few rounds")
    parser.add_argument("--output", type=Path, help="where to write Markdown")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"no part {min(unknown)!r}; the parts are {', '.join(PARTS)}")
    names = options.parts or [
        name for name in PARTS if not (options.quick and name in {"1000", "10000"})
    ]
    whole = not options.quick and not options.parts
    told = []
    for text in sections(QUICK if options.quick else WHOLE, names):
        print(text, end="\n\n", flush=True)
        told.append(text)
    output = options.output or (RESULTS if whole else None)
    if output is not None:
        output.parent.mkdir(exist_ok=True)
        output.write_text("\n\n".join(told) + "\n", encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
