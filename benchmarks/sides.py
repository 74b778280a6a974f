"""The sides of the comparison: this library, its floor and its peers."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import peers

import bilateral

LIMITS = bilateral.Limits(file_size=2**32, nodes=10**9)
"""As much as any of the files takes; the peers have no limits."""

FLOOR, PLAIN, OWN = "libyaml events", "CSafeLoader", "bilateral"


@dataclass(frozen=True)
class Files:
    """What every side reads.

    Attributes:
        target: A folder or a file, for `bilateral.load`.
        paths: The files, sorted, for those that do not look for files themselves.
    """

    target: Path
    paths: list[Path]

    @classmethod
    def at(cls, target: Path) -> Files:
        """All YAML files below a folder, or one file."""
        return cls(target, sorted(target.rglob("*.yaml")) if target.is_dir() else [target])


@dataclass(frozen=True)
class Side:
    """One way to read files.

    Attributes:
        gives: What one has afterwards.
        prepare: Makes what can be made once, and returns the function that reads files.
    """

    gives: str
    prepare: Callable[[], Callable[[Files], Any]]


def _peer(prepare: Callable[[], peers.Peer]) -> Callable[[], Callable[[Files], Any]]:
    def prepared() -> Callable[[Files], Any]:
        read = prepare()
        return lambda files: read(files.paths)

    return prepared


def _own() -> Callable[[Files], Any]:
    return lambda files: bilateral.load(files.target, root=None, limits=LIMITS)


SIDES: Mapping[str, Side] = {
    FLOOR: Side("nothing: the floor", _peer(lambda: peers.events)),
    PLAIN: Side("dicts", _peer(lambda: peers.dicts)),
    OWN: Side("typed, checked records, references resolved, places", _own),
    "msgspec": Side("typed structs", _peer(peers.with_msgspec)),
    "CSafeLoader + pydantic": Side("typed models", _peer(peers.with_pydantic)),
    "CSafeLoader + cattrs": Side("typed attrs classes", _peer(peers.with_cattrs)),
    "CSafeLoader + dacite": Side("typed dataclasses", _peer(peers.with_dacite)),
    "ruamel.yaml safe": Side("dicts", _peer(peers.with_ruamel)),
    "strictyaml": Side("dicts of text", _peer(peers.with_strictyaml)),
}
BASELINES = (FLOOR, PLAIN, OWN)


def statements(read: Any) -> int:
    """How many statements a side has read, to see that all read the same."""
    if isinstance(read, bilateral.Dossier):
        return len(read.statements)
    sections = [
        file.get("statements", {}) if isinstance(file, dict) else file.statements for file in read
    ]
    return sum(map(len, sections))
