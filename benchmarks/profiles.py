"""What YAML files are made of, to hold made-up archives against hand-coded ones.

`python benchmarks/profiles.py` sets the archives of `archives.py` beside the two files in
`examples/`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import archives
import yaml

SECTIONS = ("visits", "meetings", "statements", "declarations", "clauses", "events", "readings")


def profile(texts: Iterable[str]) -> dict[str, float]:
    """The shape of YAML texts, by what was counted.

    Lengths are means in characters, shares are from 0 to 1 of all scalars, lists or mappings, and
    sections count records in 100 lines.
    """
    counts: Counter[str] = Counter()
    for text in texts:
        counts["lines"] += text.count("\n")
        counts["characters"] += len(text)
        for event in yaml.parse(text, yaml.CSafeLoader):
            counts.update(_traits(event))
        counts.update(_records(yaml.load(text, yaml.CSafeLoader)))
    return _measures(counts)


def _traits(event: yaml.Event) -> Iterator[str]:
    if isinstance(event, yaml.ScalarEvent):
        yield "scalars"
        if event.style in {"'", '"'}:
            yield "quoted scalars"
        elif event.style in {"|", ">"}:
            yield "block scalars"
    elif isinstance(event, yaml.SequenceStartEvent):
        yield "lists"
        if event.flow_style:
            yield "lists in brackets"
    elif isinstance(event, yaml.MappingStartEvent):
        yield "mappings"
        if event.flow_style:
            yield "mappings in braces"


def _records(data: Mapping[str, Any]) -> Iterator[str]:
    for section in SECTIONS:
        for record in data.get(section, {}).values():
            yield section
            yield from ["clauses"] * len(record.get("clauses", ()))


def _measures(counts: Counter[str]) -> dict[str, float]:
    lines = counts["lines"]
    return {
        "characters in a line": counts["characters"] / lines,
        "scalars in a line": counts["scalars"] / lines,
        "quoted, of scalars": counts["quoted scalars"] / counts["scalars"],
        "folded, of scalars": counts["block scalars"] / counts["scalars"],
        "lists in a line": counts["lists"] / lines,
        "in brackets, of lists": counts["lists in brackets"] / counts["lists"],
        "mappings in a line": counts["mappings"] / lines,
        "in braces, of mappings": counts["mappings in braces"] / counts["mappings"],
        **{section: 100 * counts[section] / lines for section in SECTIONS},
    }


def main() -> None:
    """Print the profiles of made-up files beside those of the examples."""
    examples = Path(__file__).parent.parent / "examples"
    real = {
        "article": profile([(examples / "xi-putin-beijing-2024.yaml").read_text("utf-8")]),
        "bilateral.yaml": profile([(examples / "bilateral.yaml").read_text("utf-8")]),
    }
    made = {
        "article": profile(map(archives.article_file, range(500))),
        "bilateral.yaml": profile([archives.archive_file()]),
        "statements": profile([archives.statements_file(2000)]),
    }
    print(f"{'':24}{'article':>9}{'made':>9}{'archive':>9}{'made':>9}{'statements':>12}")
    for measure, value in real["article"].items():
        shown = [value, made["article"][measure]]
        shown += [real["bilateral.yaml"][measure], made["bilateral.yaml"][measure]]
        print(f"{measure:24}" + "".join(f"{number:9.2f}" for number in shown), end="")
        print(f"{made['statements'][measure]:12.2f}")


if __name__ == "__main__":
    main()
