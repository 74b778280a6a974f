"""Results as Markdown that also reads well in a terminal."""

from __future__ import annotations

import os
import platform
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import yaml._yaml

PACKAGES = (
    *("attrs", "cattrs", "PyYAML", "msgspec", "pydantic", "pydantic_core", "dacite"),
    *("ruamel.yaml", "ruamel.yaml.clib", "strictyaml"),
)


def table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A Markdown table: the first column to the left, those of numbers to the right."""
    widths = [max(len(row[column]) for row in (header, *rows)) for column in range(len(header))]
    right = [any(row[n][:1].isdigit() for row in rows) and n > 0 for n in range(len(header))]

    def line(cells: Sequence[str]) -> str:
        fitted = [
            cell.rjust(width) if to_right else cell.ljust(width)
            for cell, width, to_right in zip(cells, widths, right, strict=True)
        ]
        return f"| {' | '.join(fitted)} |"

    rule = [
        f"{'-' * (width - 1)}:" if to_right else "-" * width
        for width, to_right in zip(widths, right, strict=True)
    ]
    return "\n".join([line(header), f"| {' | '.join(rule)} |", *map(line, rows)])


def section(heading: str, notes: str, *tables: str) -> str:
    """A section: a heading, notes, and tables."""
    return "\n\n".join(part for part in (f"## {heading}", notes, *tables) if part)


def environment(packages: Sequence[str] = PACKAGES) -> str:
    """What it was measured with and on, with nothing that changes from run to run."""
    rows = [("Python", f"{platform.python_implementation()} {platform.python_version()}")]
    rows += [(name, version(name)) for name in packages]
    rows += [
        ("libyaml", yaml._yaml.get_version_string()),  # noqa: SLF001 - told nowhere else
        ("system", f"{platform.system()} {platform.machine()}"),
        ("processor", f"{_processor()}, {os.cpu_count()} cores"),
    ]
    return table(("what", "version"), rows)


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    lines = told.read_text("utf-8").splitlines() if told.exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return models[0] if models else platform.processor() or "unknown"


def milliseconds(seconds: float) -> str:
    """A duration in milliseconds."""
    return f"{1000 * seconds:,.{0 if seconds >= 0.1 else 1}f}"


def megabytes(size: float) -> str:
    """A size in millions of bytes."""
    return f"{size / 1e6:,.1f}"
