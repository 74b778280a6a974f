"""Fuzzing: `python -m fuzz`, or `python -m fuzz edtf --runs 5000`, from the repository's root.

Several targets run side by side, each in a process of its own. What breaks is written to
`fuzz/found/`, each fault once, and `--input FILE` tries it again.
"""

from __future__ import annotations

import argparse
import atexit
import gc
import hashlib
import io
import os
import resource
import subprocess
import sys
import tempfile
import traceback
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stderr
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("loads", "check", "dumps", "edtf", "answers", "words")
"""The targets; what takes longest comes first, so that no core waits in the end."""
POOL = 500
"""How many accepted inputs are kept to make others from."""
LEAST = 300
"""The fewest bytes of a file that is kept so: what says little loads most easily, and would win."""
FOUND = Path(__file__).parent / "found"
_COLLECT = 2000
"""After so many inputs garbage is collected, which left to itself takes a quarter of the time."""
SLOW = 20
"""Seconds after which an input counts as one that never ends."""


class Tries:
    """Tries inputs, counts them, and keeps those that break something."""

    def __init__(
        self, name: str, target: Callable[[bytes], bool], pool: list[bytes], every: int
    ) -> None:
        self.name, self.target, self.pool, self.every = name, target, pool, every
        self.runs = self.passed = 0
        self.faults: dict[str, Path] = {}
        self.start = perf_counter()

    def __call__(self, data: bytes) -> None:
        """Try one input; nothing escapes, so that one fault does not hide the others."""
        self.runs += 1
        try:
            if self.target(data):
                self.accept(data)
        except Exception as error:  # noqa: BLE001 # whatever escapes is what is looked for
            self.keep(data, error)
        if self.runs % _COLLECT == 0:
            gc.collect()
        if self.runs % self.every == 0:
            print(self, flush=True)

    def accept(self, data: bytes) -> None:
        """Have others made from this input, in place of an earlier one where there are many."""
        self.passed += 1
        if self.name != "edtf" and len(data) < LEAST:
            return
        if len(self.pool) < POOL:
            self.pool.append(data)
        else:
            self.pool[self.passed * 7919 % POOL] = data

    def keep(self, data: bytes, error: Exception) -> None:
        """Write an input that broke something, unless another broke it in the same place."""
        *_, frame = (
            frame
            for frame in traceback.extract_tb(error.__traceback__)
            # Whatever does not hold is raised there: where it was asked tells it apart.
            if frame.name != "ensure"
        )
        where = f"{type(error).__name__} {frame.filename}:{frame.lineno}"
        if where not in self.faults:
            FOUND.mkdir(exist_ok=True)
            file = FOUND / f"{self.name}-{hashlib.sha256(data).hexdigest()[:12]}"
            file.write_bytes(data)
            self.faults[where] = file
            traceback.print_exception(error, limit=-6)
            print(f"{self.name}: kept in {file}", flush=True)

    def __str__(self) -> str:
        seconds = perf_counter() - self.start
        share = self.passed / max(self.runs, 1)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
        return (
            f"{self.name}: {self.runs} runs, {self.passed} accepted ({share:.0%}), "
            f"{len(self.faults)} exceptions, {seconds:.0f} s, {self.runs / seconds:.0f} runs/s, "
            f"{memory} MiB at most"
        )


def main() -> int:
    """Fuzz some targets; 1 where something broke."""
    parser = argparse.ArgumentParser(prog="python -m fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="target", help=f"of {', '.join(NAMES)}")
    parser.add_argument("--runs", type=int, default=1_000_000, help="how many of each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="targets at a time")
    parser.add_argument("--input", type=Path, help="try this file, and nothing else")
    options = parser.parse_args()
    targets = options.targets or list(NAMES)
    if unknown := {*targets} - {*NAMES}:
        parser.error(f"no target {', '.join(sorted(unknown))}; there are {', '.join(NAMES)}")
    if options.input:
        return max(replay(name, options.input) for name in targets)
    if len(targets) > 1:
        return side_by_side(targets, options)
    if os.environ.get("PYTHONHASHSEED") != "0":
        # The order of a set must not tell two runs apart.
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        os.execve(sys.executable, [sys.executable, "-m", "fuzz", *sys.argv[1:]], environment)
    return fuzz(targets[0], options.runs, options.seed)


def side_by_side(targets: list[str], options: argparse.Namespace) -> int:
    """Fuzz each target in a process; what they said last is told again in the end."""

    def run(name: str) -> tuple[int, str]:
        command = [sys.executable, "-m", "fuzz", name]
        command += [f"--runs={options.runs}", f"--seed={options.seed}"]
        last = f"{name}: said nothing"
        with subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace"
        ) as process:
            for line in process.stdout or ():
                print(line, end="", flush=True)
                if line.startswith(f"{name}: "):
                    last = line.rstrip()
        ended = "" if process.returncode == 0 else f"; exit status {process.returncode}"
        return process.returncode, last + ended

    with ThreadPoolExecutor(options.jobs) as pool:
        results = list(pool.map(run, targets))
    print("", *(last for _, last in results), sep="\n")
    return 1 if any(status for status, _ in results) else 0


def replay(name: str, file: Path) -> int:
    """Try one input with nothing around it."""
    from fuzz.targets import TARGETS

    print(f"accepted: {TARGETS[name]()(file.read_bytes())}")
    return 0


def fuzz(name: str, runs: int, seed: int) -> int:
    """Try so many inputs."""
    import atheris

    status = 1
    # libFuzzer sees to it that the process ends with 0. What is registered first is called last.
    atexit.register(lambda: os._exit(status))
    # What it instruments it tells at length, module by module.
    with redirect_stderr(io.StringIO()), atheris.instrument_imports(include=["bilateral"]):
        from fuzz import corpus, mutating, targets

    kind = mutating.DateMutator if name == "edtf" else mutating.LineMutator
    # `Mutate` becomes another function once fuzzing starts, so it is looked up at each call.
    mutator = kind(lambda data, most: atheris.Mutate(data, most))  # noqa: PLW0108
    gc.disable()
    tries = Tries(name, targets.TARGETS[name](), mutator.pool, max(runs // 10, 1))
    starts = {
        "edtf": corpus.dates,
        "check": corpus.folders,
        "answers": corpus.answers,
        "words": corpus.cited,
    }
    seeds = starts.get(name, corpus.texts)()
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(seeds):
            Path(folder, f"{number:03}").write_bytes(mutating.encode(text))
        FOUND.mkdir(exist_ok=True)
        arguments = {
            "atheris_runs": runs,
            "seed": seed,
            "max_len": 300 if name == "edtf" else corpus.LONGEST,
            # One mutation of what is kept, not five in a row: most of those load nowhere.
            "mutate_depth": 1,
            "timeout": SLOW,
            "verbosity": 0,
            "artifact_prefix": f"{FOUND}/{name}-",
        }
        flags = [f"-{flag}={value}" for flag, value in arguments.items()]
        # An empty folder would do, but libFuzzer writes what it finds new into the first.
        atheris.Setup([sys.argv[0], *flags, folder], tries, custom_mutator=mutator)
        try:
            atheris.Fuzz()
        except SystemExit:
            # The last run ends it so.
            print(tries, flush=True)
    status = 1 if tries.faults else 0
    return status


if __name__ == "__main__":
    sys.exit(main())
