"""The parts of the benchmark: each measures one thing and tells it as a section."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

import archives
from measuring import Times, import_seconds, in_turn, ratio, seconds
from memory import measured, memory
from sides import BASELINES, FLOOR, LIMITS, PLAIN, SIDES, Files, statements
from tables import megabytes, milliseconds, section, table

import bilateral

GC_MODES = {True: "gc paused on every side", False: "gc as usual on every side"}
CAP = 20
"""A side that takes longer than so many times CSafeLoader's time is left out of bigger sets."""

Readers = Mapping[str, Callable[[Files], Any]]


def prepared() -> Readers:
    """The function of every side that reads files, with what can be made once made."""
    return {name: side.prepare() for name, side in SIDES.items()}


def too_slow(readers: Readers, files: Files) -> frozenset[str]:
    """The sides that are beyond the cap on these files.

    It also lets every side make what it makes at its first use, and sees that all read the same.

    Raises:
        ValueError: A side has read other statements than the others.
    """
    expected = sum(path.read_text("utf-8").count("    voice: ") for path in files.paths)
    taken = {}
    for name, read in readers.items():
        if name != FLOOR and statements(read(files)) != expected:
            raise ValueError(f"{name} has not read {expected} statements")
        taken[name] = seconds(_job(read, files), paused=True)
    return frozenset(name for name in taken if taken[name] > CAP * taken[PLAIN])


def article_files(
    readers: Readers, files: Files, rounds: int, once: Collection[str], slow: Collection[str]
) -> str:
    """The time that the sides take on an archive or a file.

    Args:
        readers: The function of each side that reads files.
        files: What they read.
        rounds: How often.
        once: The sides that read it in the first round only.
        slow: The sides that are left out.
    """
    jobs = {name: _job(read, files) for name, read in readers.items() if name not in slow}
    tables = []
    for paused, mode in GC_MODES.items():
        times = in_turn(jobs, rounds, paused=paused, once=once)
        tables.append(_times(mode, times, slow))
    return section(_heading(files), _size(files), *tables)


def growth(readers: Readers, few: Files, many: Files, rounds: int) -> str:
    """The time of the baselines on a bigger archive, and how it has grown from a smaller one."""
    fewer, more = f"{len(few.paths) - 1:,}", f"{len(many.paths) - 1:,}"
    jobs = {}
    for name in BASELINES:
        jobs[name] = _job(readers[name], many)
        jobs[f"{name}, few"] = _job(readers[name], few)
    tables = []
    for paused, mode in GC_MODES.items():
        times = in_turn(jobs, rounds, paused=paused)
        tables.append(_times(mode, {name: times[name] for name in BASELINES}, ()))
        share = len(few.paths) / len(many.paths)
        rows = [[name, f"{ratio(times, name, f'{name}, few') * share:.2f}"] for name in BASELINES]
        tables.append(table((mode, f"time per file, of {more} / of {fewer}"), rows))
    return section(_heading(many), _size(many), *tables)


def _job(read: Callable[[Files], Any], files: Files) -> Callable[[], object]:
    return lambda: read(files)


def _times(label: str, times: Times, slow: Collection[str]) -> str:
    rows = []
    for name, side in SIDES.items():
        if name in slow:
            rows.append([name, side.gives, "left out", "", "", ""])
        elif name in times:
            shown = [f"{ratio(times, name, base):.2f}" for base in (PLAIN, FLOOR)]
            rounds = str(len(times[name]))
            rows.append([name, side.gives, milliseconds(median(times[name])), *shown, rounds])
    return table((label, "gives", "ms", "x CSafeLoader", "x events", "rounds"), rows)


def _heading(files: Files) -> str:
    if files.target.is_dir():
        return f"{len(files.paths) - 1:,} article files and their archive's file"
    return "One file of many statements"


def _size(files: Files) -> str:
    texts = [path.read_text("utf-8") for path in files.paths]
    count = sum(text.count("    voice: ") for text in texts)
    lines = sum(text.count("\n") for text in texts)
    size = megabytes(sum(path.stat().st_size for path in files.paths))
    return f"{size} MB, {lines:,} lines, {count:,} statements."


def memories(archive: Files, statements: Files, slow: Collection[str]) -> str:
    """The memory that the sides take to read, and for what they have read.

    The file of statements is read by the baselines only.
    """
    notes = (
        "In MB, in a process for each number, above what the process holds when everything is\n"
        "imported and one small archive was read. Peak: resident memory (VmHWM), with gc as each\n"
        "side has it by default. Held: what tracemalloc counts when garbage is collected; memory\n"
        "that extensions take without Python's allocator is not in it."
    )
    if not measured():
        return section("Memory", "Not measured: this needs Linux.")
    return section(
        "Memory", notes, _memory(archive, SIDES, slow), _memory(statements, BASELINES, slow)
    )


def _memory(files: Files, names: Collection[str], slow: Collection[str]) -> str:
    taken = {name: memory(name, files.target) for name in names if name not in slow}
    rows = []
    for name in names:
        if name in slow:
            rows.append([name, "left out", "", "", ""])
            continue
        peak, held = taken[name].peak, taken[name].held
        peaks = [megabytes(peak), f"{peak / taken[PLAIN].peak:.2f}"]
        rows.append([name, *peaks, megabytes(held), f"{held / taken[PLAIN].held:.2f}"])
    return table((_heading(files), "peak", "x CSafeLoader", "held", "x CSafeLoader"), rows)


def failures(text: str, folder: Path, rounds: int) -> str:
    """What it costs to explain a fault in the last statement of a file, beside a clean load."""
    files = {}
    for name, broken in {"none": text, **faulty(text)}.items():
        path = folder / f"{name.replace(' ', '-')}.yaml"
        path.write_text(broken, encoding="utf-8", newline="\n")
        files[name] = path
    told = {name: _told(path) for name, path in files.items()}
    jobs = {name: partial(_refusals, path) for name, path in files.items()}
    tables = []
    for paused, mode in GC_MODES.items():
        times = in_turn(jobs, rounds, paused=paused)
        rows = [
            [
                name,
                told[name],
                milliseconds(median(times[name])),
                f"{ratio(times, name, 'none'):.2f}",
            ]
            for name in files
        ]
        tables.append(table((f"fault; {mode}", "told as", "ms", "x clean"), rows))
    return section("Faults in the last statement of that file", f"Rounds: {rounds}.", *tables)


def faulty(text: str) -> dict[str, str]:
    """The text of a file of statements with one fault near its end, by the fault."""
    before, voice, rest = text.rpartition("    voice: ")
    word, newline, after = rest.partition("\n")
    above, speakers, named = text.rpartition("    speakers: [")
    return {
        "misspelt word": f"{before}{voice}x{word}{newline}{after}",
        "unknown id": f"{above}{speakers}x{named}",
        "duplicate key": f"{before}{voice}{word}\n{voice}{rest}",
        "syntax error": f"{text}  broken: [\n",
    }


def _refusals(path: Path) -> tuple[bilateral.Problem, ...]:
    try:
        bilateral.load(path, root=None, limits=LIMITS)
    except bilateral.LoadError as error:
        return error.problems
    return ()


def _told(path: Path) -> str:
    return ", ".join(problem.code for problem in _refusals(path)) or "no problem"


def importing(rounds: int) -> str:
    """The time of `import bilateral` beside that of what it needs, in fresh interpreters."""
    own, needed = "import bilateral", "import attrs, cattrs, yaml"
    times: Times = {own: [], needed: []}
    for number in range(rounds + 1):
        taken = {statement: import_seconds(statement) for statement in times}
        # The first round may write bytecode, and fetches the files.
        if number > 0:
            for statement, each in taken.items():
                times[statement].append(each)
    rows = [
        [
            f"`{statement}`",
            milliseconds(median(times[statement])),
            f"{ratio(times, statement, needed):.2f}",
        ]
        for statement in times
    ]
    notes = f"In interpreters of their own, whose start is not counted, in turn. Rounds: {rounds}."
    return section("Importing", notes, table(("import", "ms", "x what it needs"), rows))


def statements_file(folder: Path, count: int) -> Files:
    """A file of so many statements that stands alone."""
    path = folder / "statements.yaml"
    path.write_text(archives.statements_file(count), encoding="utf-8", newline="\n")
    return Files.at(path)
