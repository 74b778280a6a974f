"""A pytest plugin for mutation testing: few examples, no clocks, likely tests first.

mutmut asks with the environment's MUTANT_UNDER_TEST: for `stats`, which functions a test reaches;
for a mutant, whether any test fails. Tests and library are imported once, before the processes
that try a mutant each are forked. So that nothing is left of the code as it stands, such a process
empties what is cached, and imports afresh what reached the mutant's function while it was imported.
"""

from __future__ import annotations

import functools
import gc
import json
import os
import shutil
import sys
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

import hypothesis
import pytest
from _pytest.runner import runtestprotocol
from mutmut.state import state

EXAMPLES = 15
"""How many examples a property is tried with: that which fails does so within a few."""
PARSING = ("decoding", "reading", "scanning", "syntax")
"""The modules that tests of PyYAML's own parser are for; what follows it is the same for both."""
STATISTICS, REACHED = Path("mutmut-stats.json"), "tests_by_mangled_function_name"
"""Where mutmut keeps which tests reach a function."""
TEMPORARY = Path("../temporary").absolute()
"""Where tests write files."""
IMPORTED = Path("../imported.json")
"""Beside the copied tree: what the library's import reached, and what that of each test file."""

hypothesis.settings.register_profile(
    "mutants",
    max_examples=EXAMPLES,
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=list(hypothesis.HealthCheck),
    # Shrinking makes an example short for people to read: here nobody does.
    phases=(hypothesis.Phase.explicit, hypothesis.Phase.generate),
)
hypothesis.settings.load_profile("mutants")

_caches: list[Any] = []
_wanted: set[str] = set()
_at_import: dict[str, set[str]] = defaultdict(set)


def _mutant() -> str:
    return os.environ.get("MUTANT_UNDER_TEST", "")


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config, args: list[str]) -> None:
    """Ask for whole files in place of thousands of tests, and import what must be afresh."""
    if _mutant() == "stats":
        library = import_module("bilateral")
        for module in walk_packages(library.__path__, "bilateral."):
            if not module.name.endswith("__main__"):
                import_module(module.name)
        _at_import["bilateral"] |= _hits()
    _wanted.update(arg for arg in args if "::" in arg and not arg.startswith("-"))
    if _wanted:
        files = sorted({name.partition("::")[0] for name in _wanted})
        args[:] = [arg for arg in args if arg not in _wanted] + files
        early_config.known_args_namespace.file_or_dir = files
    function = _mutant().partition("__mutmut_")[0]
    if function != _mutant():
        for cache in _caches:
            cache.cache_clear()
        reached = json.loads(IMPORTED.read_text("utf-8"))
        if function in reached.pop("bilateral"):
            _forget("bilateral", "tests")
            try:
                import_module("bilateral")
            except Exception:  # noqa: BLE001 # the change is noticed, whatever it was
                os._exit(1)
        elif any(function in functions for functions in reached.values()):
            _forget("tests")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Give each process a folder of its own, since they clear away each other's."""
    # mutmut freezes what it has made, which is not as a test of the collector expects it.
    gc.unfreeze()
    config.option.basetemp = TEMPORARY / str(os.getpid())
    TEMPORARY.mkdir(exist_ok=True)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Clear it away."""
    shutil.rmtree(config.option.basetemp, ignore_errors=True)


def _hits() -> set[str]:
    """The functions reached since the last time."""
    hits = set(state()._stats)
    state()._stats.clear()
    return hits


def _forget(*packages: str) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] in packages]:
        del sys.modules[name]


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(collector: pytest.Collector) -> Any:
    """Note what the import of a test file reaches."""
    report = yield
    if _mutant() == "stats":
        _at_import[str(collector.path)] |= _hits()
    return report


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the tests first that reach most of the changed module, and last those that draw."""
    if _wanted:
        items[:] = [item for item in items if item.nodeid in _wanted]
    for item in items:
        _hurry(getattr(item, "obj", None))
    if not _wanted:
        return
    module = _mutant().rpartition(".")[0]
    if module.rpartition(".")[2] not in PARSING:
        items[:] = [item for item in items if "pure_parser" not in item.name]
    reached = Counter(
        test
        for function, tests in json.loads(STATISTICS.read_text("utf-8"))[REACHED].items()
        if function.rpartition(".")[0] == module
        for test in tests
    )
    sizes = Counter(item.path for item in items)
    seen: Counter[Path] = Counter()
    order: dict[pytest.Item, tuple[bool, int, float]] = {}
    for item in items:
        seen[item.path] += 1
        drawn = hasattr(getattr(item, "obj", None), "hypothesis")
        # Of those that reach as much, a few of each file, since one file's tests are much alike.
        order[item] = (drawn, -reached[item.nodeid], seen[item.path] / sizes[item.path])
    items.sort(key=order.__getitem__)


def _hurry(test: Any) -> None:
    """Try few examples where a test asks for many; leave clocks standing in its module."""
    inner = getattr(test, "__func__", test)
    asked = getattr(inner, "_hypothesis_internal_use_settings", None)
    if asked is not None:
        fewer = min(asked.max_examples, EXAMPLES)
        inner._hypothesis_internal_use_settings = hypothesis.settings(asked, max_examples=fewer)


def pytest_collection_finish(session: pytest.Session) -> None:
    """Find what caches there are; tell what importing reached."""
    _caches[:] = [
        found
        for found in gc.get_objects()
        if isinstance(found, functools._lru_cache_wrapper)
        and str(getattr(found, "__module__", "")).startswith("bilateral")
    ]
    if _mutant() == "stats":
        told = {where: sorted(functions) for where, functions in _at_import.items()}
        IMPORTED.write_text(json.dumps(told), "utf-8")


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool | None:
    """For statistics, run each test as if it were the only one.

    What another has loaded or cached already would seem not to be reached by this one.
    """
    module: Any = getattr(item, "module", None)
    if hasattr(module, "perf_counter"):
        # A machine under load must not kill a mutant.
        module.perf_counter = lambda: 0.0
    if _mutant() != "stats":
        return None
    for cache in _caches:
        cache.cache_clear()
    item.ihook.pytest_runtest_logstart(nodeid=item.nodeid, location=item.location)
    runtestprotocol(item, nextitem=None)
    item.ihook.pytest_runtest_logfinish(nodeid=item.nodeid, location=item.location)
    return True


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> None:
    """A test also reaches what was reached to import it."""
    if _mutant() == "stats":
        state()._stats.update(_at_import["bilateral"], _at_import[str(item.path)])
