"""Memory that a side takes, each measured in a process of its own.

`python benchmarks/memory.py peak|held SIDE FOLDER_OR_FILE` prints one measure in bytes.
"""

from __future__ import annotations

import gc
import subprocess
import sys
import tempfile
import tracemalloc
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import archives
from sides import SIDES, Files

STATUS, CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass(frozen=True)
class Memory:
    """Memory in bytes, above that of a process that has imported everything and read one file.

    Attributes:
        peak: The most that the process held of the machine's memory while it read.
        held: What Python's objects take afterwards, when garbage is collected.
    """

    peak: int
    held: int


def measured() -> bool:
    """Whether this machine tells a process its peak, as Linux does."""
    return CLEAR.exists()


def memory(side: str, target: Path) -> Memory:
    """Measure one side: the peak and what is held in two processes, for tracing takes memory."""
    return Memory(peak=_in_child("peak", side, target), held=_in_child("held", side, target))


def _in_child(measure: str, side: str, target: Path) -> int:
    command = [sys.executable, __file__, measure, side, str(target)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ourselves
    return int(done.stdout)


def _peak(read: Callable[[Files], Any], files: Files) -> int:
    before = _status("VmRSS")
    # Forget the peak of the imports. `ru_maxrss` cannot, and begins with the parent's.
    CLEAR.write_text("5")
    result = read(files)
    peak = _status("VmHWM")
    del result
    return peak - before


def _held(read: Callable[[Files], Any], files: Files) -> int:
    # A pause changes nothing of what is held, and tracing is slow enough.
    gc.disable()
    tracemalloc.start()
    result = read(files)
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    del result
    return held


def _status(name: str) -> int:
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) * 1024


def _warm(read: Callable[[Files], Any], folder: Path) -> None:
    """Read one small archive, so that what is made once is not counted."""
    archives.write_archive(folder, 1)
    read(Files.at(folder))


def main() -> None:
    """Print one measure of one side."""
    measure, side, target = sys.argv[1:]
    files = Files.at(Path(target))
    read = SIDES[side].prepare()
    with tempfile.TemporaryDirectory() as folder:
        _warm(read, Path(folder))
    gc.collect()
    print({"peak": _peak, "held": _held}[measure](read, files))


if __name__ == "__main__":
    main()
