"""What can be typed: the commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from typing import Any, get_args

from bilateral.analysis.comparison import Comparison
from bilateral.analysis.covered import Coverage
from bilateral.analysis.timeline import Timeline
from bilateral.cli import commands
from bilateral.export.saving import FORMATS, Result
from bilateral.format.documents import Profile

_FILTERS = {
    "actor": "only what this leader, country or organization takes part in or is addressed by",
    "kind": "only visits, meetings, statements, declarations or events, in the singular",
    "topic": "only what is about this topic, or about a part of it",
    "voice": "only statements in this voice",
    "status": "only what has this status",
}


def parser() -> argparse.ArgumentParser:
    """The parser of all commands; what it reads has the `command` to run."""
    parser = argparse.ArgumentParser(
        prog="bilateral",
        description="Check article files, and show what they tell: when, and who said what.",
    )
    added = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, run: Callable[[argparse.Namespace], int | None], about: str) -> Any:
        command = added.add_parser(name, help=about, description=about)
        command.set_defaults(command=run)
        return command

    check = add("check", commands.check, "Tell all that is wrong in article files.")
    _add_paths(check)
    _add_texts(check, "look up what is cited there, too")
    _add_problems(check)

    verify = add("verify", commands.verify, "Tell whether what is cited stands in its sources.")
    _add_paths(verify)
    _add_texts(verify, "the text of a source")
    _add_problems(verify)

    covered = add("coverage", commands.coverage, "Show what of the sources' texts is cited.")
    _add_paths(covered)
    _add_texts(covered, "the text of a source")
    _add_result(covered, Coverage)
    covered.add_argument("--title", help="the heading of a page")

    show = add("show", commands.show, "Show what files hold, or one record of them.")
    _add_paths(show)
    show.add_argument("--id", help="the record to show")

    when = add("timeline", commands.timeline, "Show what happened when.")
    _add_paths(when)
    when.add_argument("--dyad", nargs=2, metavar="COUNTRY", help="only between these two")
    for name, about in _FILTERS.items():
        when.add_argument(f"--{name}", metavar=name.upper(), help=about)
    when.set_defaults(filters=tuple(_FILTERS))
    when.add_argument("--since", metavar="DATE", help="an EDTF date, such as 2024-05")
    when.add_argument("--until", metavar="DATE", help="an EDTF date")
    when.add_argument("--certain", action="store_true", help="only what is certain")
    _add_result(when, Timeline)
    when.add_argument("--title", help="the heading of a page or picture")

    compared = add("compare", commands.compare, "Show what two sides say, topic by topic.")
    _add_paths(compared)
    for which in ("left", "right"):
        compared.add_argument(
            which,
            metavar=which.upper(),
            help="the id of a leader, country, organization or declaration",
        )
    _add_result(compared, Comparison)

    schema = add("schema", commands.schema, "Print the format's JSON Schema.")
    _add_profile(schema, "for editors (by default), or for structured output of language models")
    return parser


def _add_paths(command: argparse.ArgumentParser) -> None:
    command.add_argument("paths", nargs="+", metavar="PATH", help="an article file or a folder")
    command.add_argument(
        "--root",
        metavar="FOLDER",
        help="look for bilateral.yaml no higher than here",
    )
    command.add_argument(
        "--coder",
        metavar="NAME",
        help="whose coding to take where several coders coded one source",
    )
    _add_profile(
        command,
        "who has written it: a person (editor), in YAML, or a model (llm), in JSON; by default told"
        " by the endings, .json for a model",
    )


def _add_profile(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument("--profile", choices=get_args(Profile), help=about)


def _add_texts(command: argparse.ArgumentParser, about: str) -> None:
    command.add_argument(
        "--text",
        action="append",
        default=[],
        metavar="[SOURCE=]FILE",
        help=f"{about}; the source's id may go where there is one alone",
    )


def _add_problems(command: argparse.ArgumentParser) -> None:
    command.add_argument("--strict", action="store_true", help="exit with 1 for warnings, too")
    command.add_argument(
        "--format",
        choices=commands.PROBLEM_FORMATS,
        default="text",
        help="lines to read, JSON for a program, or annotations on GitHub",
    )


def _add_result(command: argparse.ArgumentParser, result: type[Result]) -> None:
    choices = [name for name, each in FORMATS.items() if result in each.of]
    command.add_argument(
        "--format",
        choices=choices,
        help="by default what the ending of FILE names, and text without one",
    )
    command.add_argument("--output", metavar="FILE", help="write to this file")
