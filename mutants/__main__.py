"""Mutation testing of one room: `python -m mutants dates`, from the root of the repository.

mutmut makes small changes to the room's functions, one at a time, and runs the tests that reach
the function; a change that no test notices survives. Survivors that change nothing that anybody
could see are told in `equivalent.toml`, each with the reason; any other is a test that is missing.

What is changed is the code of functions and methods, default values and the words of messages
among it, since the tests assert them. Annotations and docstrings are not, nor is what runs once as
a module is imported: patterns, tables, the fields of records.

The work is done in `.mutants/`, where `mutmut show NAME` and `mutmut browse` look into it; another
run goes on where one was cut, as long as neither code nor tests have changed.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from pathlib import Path
from time import perf_counter

import libcst as cst

ROOT = Path(__file__).parents[1]
HERE = Path(__file__).parent
COPIED = ("bilateral", "tests", "examples", "docs", "README.md", "pyproject.toml")
ROOMS = {
    "dates": ("tests/dates",),
    # Others than these start processes, look at the source, or ask what loading does not answer.
    "format": (
        *("tests/test_archives.py", "tests/test_article.py", "tests/test_assembling.py"),
        *("tests/test_dossier.py", "tests/test_dumping.py", "tests/test_fields.py"),
        *("tests/test_files.py", "tests/test_fitting.py"),
        *("tests/test_hazards.py", "tests/test_ids.py", "tests/test_loading.py"),
        *("tests/test_merging.py", "tests/test_planted_faults.py", "tests/test_saving.py"),
        *("tests/test_problem_facts.py", "tests/test_scanning.py", "tests/test_schema.py"),
        "tests/test_stacked_marks.py",
    ),
    "answers": (
        *(
            "tests/test_answer_faults.py",
            "tests/test_answer_files.py",
            "tests/test_answer_schema.py",
        ),
        *("tests/test_answers.py", "tests/test_json_parsing.py", "tests/test_json_slips.py"),
        "tests/test_playing_the_model.py",
    ),
    "texts": (
        *("tests/texts", "tests/test_coverage.py", "tests/test_passages_in_print.py"),
        "tests/test_verify.py",
    ),
}
FOLDERS = {"answers": "format/answers", "texts": "analysis/texts"}
"""Where rooms are that do not stand directly below the package."""
# They start processes, or take seconds each and reach what others reach too.
TOO_LONG = (
    "tests/test_dumping.py::test_a_cut_file_is_refused",
    "tests/test_hazards.py::test_file_cut_at_every_byte",
    "tests/test_hazards.py::test_killed_while_saving",
    "tests/test_hazards.py::test_no_hazard_is_left_out",
    "tests/test_hazards.py::test_resources",
    "tests/test_hazards.py::test_two_writers",
)
NOT_RUN = 255
"""The exit status where pytest did not even begin, which mutmut takes for a timeout."""
UNCHANGED = ("staticmethod", "classmethod", "overload")
"""Decorators that mutmut itself knows, and one under which there is no code."""


class Undecorated(cst.CSTTransformer):
    """Has decorators called below the functions, since mutmut leaves a decorated one alone.

    `@property` above `def start` becomes `start = property(start)` below it.
    """

    def leave_FunctionDef(  # noqa: N802 # libcst's name
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.FlattenSentinel[cst.BaseStatement]:
        """The function and the calls of its decorators, the nearest first."""
        decorators = [decorator.decorator for decorator in updated_node.decorators]
        names = [node.value for node in decorators if isinstance(node, cst.Name)]
        if not decorators or set(names) & {*UNCHANGED}:
            return updated_node
        name = updated_node.name
        called: cst.BaseExpression = name
        for decorator in reversed(decorators):
            called = cst.Call(decorator, [cst.Arg(called)])
        assignment = cst.Assign([cst.AssignTarget(name)], called)
        below = cst.SimpleStatementLine([assignment])
        return cst.FlattenSentinel([updated_node.with_changes(decorators=()), below])


def main() -> int:
    """Test one room; 1 where a survivor is not accounted for."""
    parser = argparse.ArgumentParser(prog="python -m mutants", description=__doc__)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--modules", nargs="*", default=[], help="only these, as `shapes`")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    start = perf_counter()
    folder = ROOT / ".mutants" / options.room
    set_up(folder, options.room, options.modules)
    environment = {
        **os.environ,
        "PYTHONPATH": str(HERE),
        "PYTHONHASHSEED": "0",
        # All mutants are in the same files, so what is compiled for one serves for all.
        "PYTHONPYCACHEPREFIX": str(folder / "compiled"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", str(options.jobs)]
    ran = subprocess.run(command, cwd=folder, env=environment, check=False)
    if ran.returncode:
        return ran.returncode
    if again := [name for name, code in _codes(folder) if code == NOT_RUN]:
        subprocess.run([*command, *again], cwd=folder, env=environment, check=True)
    return tell(folder, options.room, perf_counter() - start)


def set_up(folder: Path, room: str, modules: list[str]) -> None:
    """Copy the tree to a folder of its own, with the room made ready for mutmut."""
    state = _state(room, modules)
    stamp = folder / "state"
    if stamp.is_file() and stamp.read_text() == state:
        return
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, folder / name)
    place = FOLDERS.get(room, room)
    for file in (folder / "bilateral" / place).glob("*.py"):
        module = cst.parse_module(file.read_text("utf-8")).visit(Undecorated())
        file.write_text(module.code, "utf-8")
    names = modules or ["*"]
    settings = {
        "source_paths": ["bilateral"],
        "only_mutate": [f"bilateral/{place}/{name}.py" for name in names],
        "also_copy": [*COPIED[2:]],
        "pytest_add_cli_args_test_selection": [
            path for path in ROOMS[room] if (ROOT / path).exists()
        ],
        "pytest_add_cli_args": [
            *("-p", "hurried", "-p", "no:cacheprovider", "-c", "pyproject.toml"),
            # The first collects garbage after each run, the others add to each test.
            *("-p", "no:unraisableexception", "-p", "no:threadexception"),
            *("-p", "no:faulthandler", "-p", "no:logging", "-p", "no:doctest"),
            *(f"--deselect={test}" for test in TOO_LONG),
        ],
        # Fork from a process that has imported the tests; `hurried` sees to what that leaves.
        "process_isolation": "forkserver",
        "forkserver_warmup": "collect",
        # A wait for what never ends, of an estimate that is made with nothing cached.
        "timeout_multiplier": 1.5,
        "timeout_constant": 10.0,
        "use_git_change_detection": False,
    }
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as file_:
        # JSON's texts, lists and truth values are TOML's too.
        lines = [f"{name} = {json.dumps(value)}" for name, value in settings.items()]
        file_.write("\n".join(["", "[tool.mutmut]", *lines, ""]))
    stamp.write_text(state)


def _state(room: str, modules: list[str]) -> str:
    """A digest of all that the results hang on."""
    files = [HERE / "__main__.py", HERE / "hurried.py", ROOT / "pyproject.toml"]
    for name in ("bilateral", "tests"):
        files += sorted(path for path in (ROOT / name).rglob("*.*") if path.is_file())
    digest = hashlib.sha256(repr((room, modules)).encode())
    for file in files:
        if file.suffix != ".pyc":
            digest.update(file.read_bytes())
    return digest.hexdigest()


def tell(folder: Path, room: str, seconds: float) -> int:
    """Print the score, and every survivor with its reason or without; 1 where one has none."""
    from mutmut.stats import status_by_exit_code

    counts: Counter[str] = Counter()
    left: list[str] = []
    for name, code in _codes(folder):
        status = "not run" if code == NOT_RUN else status_by_exit_code[code]
        counts[status] += 1
        if status not in {"killed", "timeout"}:
            left.append(name)
    known = tomllib.loads((HERE / "equivalent.toml").read_text("utf-8")).get(room, [])
    unexplained = 0
    for name in left:
        changes = _changes(folder, name)
        reasons = [
            entry["why"]
            for entry in known
            if f".{entry['in']}" in _readable(name)
            and entry["was"] == changes[0]
            and changes[1] in entry["now"]
        ]
        print(f"\n{_readable(name)}\n  - {changes[0]}\n  + {changes[1]}")
        print(f"  {reasons[0]}" if reasons else f"  NOT EXPLAINED: mutmut show {name}")
        unexplained += not reasons
    total = sum(counts.values())
    caught = counts["killed"] + counts["timeout"]
    print(f"\n{room}: {total} mutants, {', '.join(f'{n} {what}' for what, n in counts.items())}")
    print(f"{100 * caught / total:.1f} % caught; {len(left)} left, {unexplained} unexplained")
    print(f"{100 * caught / (total - len(left) + unexplained):.1f} % of those that can be caught")
    print(f"{seconds:.0f} s")
    return 1 if unexplained else 0


def _codes(folder: Path) -> list[tuple[str, int]]:
    """Each mutant with the exit status of its tests."""
    metas = sorted((folder / "mutants").rglob("*.meta"))
    return [
        pair
        for meta in metas
        for pair in json.loads(meta.read_text("utf-8"))["exit_code_by_key"].items()
    ]


def _readable(name: str) -> str:
    """The function of a mutant, as `bilateral.dates.edtf.Edtf.start`."""
    module, _, function = name.rpartition(".")
    function = function.partition("__mutmut")[0].removeprefix("x").strip("\u01c1")
    return f"{module}.{function.replace(chr(0x1C1), '.').removeprefix('_')}"


def _changes(folder: Path, name: str) -> tuple[str, str]:
    """What a mutant takes out and puts in, as one line each."""
    command = [sys.executable, "-m", "mutmut", "show", name]
    shown = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    lines = [line for line in shown.splitlines() if not line.startswith(("---", "+++", "#"))]
    out, into = (
        " ".join(line[1:].strip() for line in lines if line.startswith(sign)) for sign in "-+"
    )
    return out, into


if __name__ == "__main__":
    sys.exit(main())
