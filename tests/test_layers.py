"""The floors of the package, read from its imports."""

import ast
import re
import sys
from collections.abc import Iterator, Mapping
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest

PACKAGE = Path(__file__).parents[1] / "bilateral"

FLOORS = {
    room: floor
    for floor, rooms in enumerate(
        [
            ["errors"],
            ["dates", "vocabulary", "countries", "display", "opening"],
            ["records"],
            ["format", "analysis"],
            ["export", "importers", "checking"],
            ["cli", "sphinxext", "__init__"],
            ["__main__"],
        ]
    )
    for room in rooms
}

CORE = {"attrs", "cattrs", "yaml"}
# Sphinx loads the directive, so its packages are there; nothing in the library imports it.
LOADED_BY_OTHERS = {"sphinxext"}

SHAPELESS = re.compile(r"_*(?:utils?|helpers?|common|managers?|base_.*)")


class Import(NamedTuple):
    """One imported name: where it stands, and the module that it comes from."""

    line: int
    target: str
    runs_on_import: bool


def modules(package: Path) -> dict[str, Path]:
    """The dotted name of every module, a package standing for its `__init__`."""
    found = {}
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package.parent).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" else parts)] = path
    return found


def room(module: str) -> str:
    """The room of a module: what stands directly below the package."""
    return module.split(".")[1] if "." in module else "__init__"


def imports(name: str, known: Mapping[str, Path]) -> Iterator[Import]:
    """Every import in a module, wherever it stands."""
    path = known[name]
    package = name if path.name == "__init__.py" else name.rpartition(".")[0]
    for node, runs_on_import in statements(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            targets = [alias.name for alias in node.names]
        else:
            base = node.module or ""
            if node.level:
                parents = package.split(".")[: len(package.split(".")) - node.level + 1]
                base = ".".join([*parents, base]).rstrip(".")
            # `from a import b` imports a.b where that is a module, and a where it is not.
            names = [f"{base}.{alias.name}" for alias in node.names]
            targets = [target if target in known else base for target in names]
        yield from (Import(node.lineno, target, runs_on_import) for target in targets)


def statements(
    tree: ast.AST, *, runs: bool = True
) -> Iterator[tuple[ast.Import | ast.ImportFrom, bool]]:
    """Every import statement, with whether it runs when the module is imported."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Import | ast.ImportFrom):
            yield node, runs
        elif isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for child in node.body:
                yield from statements(ast.Module([child], []), runs=False)
            for child in node.orelse:
                yield from statements(ast.Module([child], []), runs=runs)
        else:
            inside = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
            yield from statements(node, runs=runs and not inside)


def unhoused(package: Path) -> list[str]:
    """Modules in a room that has no floor."""
    return [
        f"{name}: no floor for {room(name)}"
        for name in modules(package)
        if room(name) not in FLOORS
    ]


def upward(package: Path) -> list[str]:
    """Imports that go neither to a lower floor nor to the same room."""
    known = modules(package)
    return [
        f"{name}:{line}: {room(name)} imports {target}"
        for name in known
        for line, target, _ in imports(name, known)
        if target in known
        and room(target) != room(name)
        and FLOORS[room(target)] >= FLOORS[room(name)]
    ]


def cycle(package: Path) -> list[str]:
    """Modules that import each other in a ring, or none; the last is the first again."""
    known = modules(package)
    graph = {name: {entry.target for entry in imports(name, known)} & set(known) for name in known}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        # graphlib goes from a module to its importer; an import reads the other way.
        return list(reversed(error.args[1]))
    return []


def shapeless(package: Path) -> list[str]:
    """Modules whose name says nothing about what they hold."""
    return [name for name in modules(package) if any(map(SHAPELESS.fullmatch, name.split(".")[1:]))]


def outside_core(package: Path) -> list[str]:
    """Imports, at module level, of third-party packages that the core does not depend on."""
    known = modules(package)
    allowed = CORE | sys.stdlib_module_names | {package.name}
    return [
        f"{name}:{line}: {target}"
        for name in known
        if room(name) not in LOADED_BY_OTHERS
        for line, target, runs_on_import in imports(name, known)
        if runs_on_import and target.partition(".")[0] not in allowed
    ]


def build(folder: Path, files: Mapping[str, str]) -> Path:
    """A made-up package of these files, with an empty `__init__` in every folder."""
    package = folder / "bilateral"
    for name, text in files.items():
        path = package / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        for parent in path.relative_to(folder).parents[:-1]:
            (folder / parent / "__init__.py").touch()
    return package


def test_every_room_has_a_floor() -> None:
    """Every module stands in a room of the plan."""
    assert [] == unhoused(PACKAGE)


def test_imports_point_down() -> None:
    """Every import goes to a lower floor or stays in its room."""
    assert [] == upward(PACKAGE)


def test_no_import_goes_round() -> None:
    """No two modules import each other, directly or by a detour."""
    assert [] == cycle(PACKAGE)


def test_every_module_has_a_telling_name() -> None:
    """No module is named after nothing in particular."""
    assert [] == shapeless(PACKAGE)


def test_core_needs_its_three_packages_only() -> None:
    """What is imported with the library is the standard library, attrs, cattrs and yaml."""
    assert [] == outside_core(PACKAGE)


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"errors.py": "", "records/visits.py": "from bilateral.errors import nearest"},
            [],
            id="down",
        ),
        pytest.param(
            {"errors.py": "from bilateral.records import visits", "records/visits.py": ""},
            ["bilateral.errors:1: errors imports bilateral.records.visits"],
            id="up",
        ),
        pytest.param(
            {"dates.py": "import bilateral.vocabulary as v", "vocabulary.py": ""},
            ["bilateral.dates:1: dates imports bilateral.vocabulary"],
            id="strangers",
        ),
        pytest.param(
            {
                "records/visits.py": "def f():\n    from ..analysis import compare",
                "analysis/compare.py": "",
            },
            ["bilateral.records.visits:2: records imports bilateral.analysis.compare"],
            id="relative, in a function",
        ),
        pytest.param(
            {"records/__init__.py": "from ..cli import main", "cli.py": ""},
            ["bilateral.records:1: records imports bilateral.cli"],
            id="relative, in a package",
        ),
        pytest.param(
            {"dates.py": "if TYPE_CHECKING:\n    from bilateral import cli", "cli.py": ""},
            ["bilateral.dates:2: dates imports bilateral.cli"],
            id="for types only",
        ),
        pytest.param(
            {"cli.py": "from bilateral import loads"},
            ["bilateral.cli:1: cli imports bilateral"],
            id="a name of the face",
        ),
        pytest.param(
            {"__main__.py": "from bilateral.cli import main", "cli.py": ""},
            [],
            id="the main module",
        ),
    ],
)
def test_upward_imports_are_found(
    tmp_path: Path, files: dict[str, str], expected: list[str]
) -> None:
    """An import that points up is found in every form that it can take."""
    assert expected == upward(build(tmp_path, files))


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        pytest.param(
            {"records/a.py": "from . import b", "records/b.py": "def f():\n    from .a import x"},
            {"bilateral.records.a", "bilateral.records.b"},
            id="siblings",
        ),
        pytest.param(
            {"records/__init__.py": "from .a import x", "records/a.py": "from . import x"},
            {"bilateral.records", "bilateral.records.a"},
            id="a package and its part",
        ),
        pytest.param(
            {"records/a.py": "from bilateral.records.a import x"},
            {"bilateral.records.a"},
            id="itself",
        ),
        pytest.param(
            {
                "records/__init__.py": "from bilateral.records.a import x",
                "records/a.py": "from bilateral.records import b",
                "records/b.py": "",
            },
            set(),
            id="a part through its package's name",
        ),
    ],
)
def test_cycles_are_found(tmp_path: Path, files: dict[str, str], expected: set[str]) -> None:
    """A ring of imports is found; a submodule's import is not one of its package's `__init__`."""
    assert expected == set(cycle(build(tmp_path, files)))


def test_other_faults_are_found(tmp_path: Path) -> None:
    """A room off the plan, an empty name and a fourth dependency are found."""
    package = build(
        tmp_path,
        {
            "attic.py": "",
            "format/_utils.py": "",
            "format/base_reader.py": "",
            "export/table.py": (
                "import json, attrs, pandas\n"
                "try:\n    import polars.io\nexcept ImportError:\n    pass\n"
                "if TYPE_CHECKING:\n    import duckdb\n"
                "def f():\n    import pyarrow\n"
            ),
            "sphinxext.py": "import docutils",
        },
    )

    assert ["bilateral.attic: no floor for attic"] == unhoused(package)
    assert ["bilateral.format._utils", "bilateral.format.base_reader"] == shapeless(package)
    assert [
        "bilateral.export.table:1: pandas",
        "bilateral.export.table:3: polars.io",
    ] == outside_core(package)
