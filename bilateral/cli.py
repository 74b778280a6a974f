"""The command line: `bilateral check | show | timeline | compare | schema`.

Exit status: 0 where all is well or there are only warnings, 1 where the data has problems, 2 where
the command is wrong.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from typing import Any

from bilateral.analysis.compare import Side, compare
from bilateral.analysis.comparison import Comparison
from bilateral.analysis.timeline import Timeline, timeline
from bilateral.checking import checked
from bilateral.display.characters import visible
from bilateral.display.problems import counted, to_github, to_json, to_text
from bilateral.errors import BilateralError, LoadError, Problem, Severity
from bilateral.export.saving import FORMATS, Result, render, save
from bilateral.format.dumping import written
from bilateral.format.loading import load
from bilateral.format.schema import schema
from bilateral.records.actors import Country, Leader, Organization, side
from bilateral.records.collection import Records
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record
from bilateral.records.words import JointDeclaration, Statement

FINE, PROBLEMS, USAGE = 0, 1, 2
_CHECK_FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
}
_FILTERS = {
    "actor": "only what this leader, country or organization takes part in or is addressed by",
    "kind": "only visits, meetings, statements, declarations or events, in the singular",
    "topic": "only what is about this topic, or about a part of it",
    "voice": "only statements in this voice",
    "status": "only what has this status",
}


class WrongUsage(BilateralError):
    """The command asks for something that cannot be."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    Args:
        arguments: The words after `bilateral`; those of the process by default.
    """
    # Started without an output, a process has None in its place.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - to the end
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows what it cannot write as escapes, rather than nothing.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    status = FINE
    try:
        status = _run(options)
        sys.stdout.flush()
    except OSError as error:
        # A reader such as `head` has seen enough; Python must not flush into its pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"bilateral: cannot write: {error.strerror}", file=sys.stderr)
            return USAGE
    return status


def _run(options: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], int | None] = options.command
    try:
        return command(options) or FINE
    except LoadError as error:
        print(counted(error.problems), file=sys.stderr)
        print(to_text(error.problems))
        return PROBLEMS
    except BilateralError as error:
        print(visible(f"bilateral: {error}"), file=sys.stderr)
        return USAGE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="bilateral",
        description="Check article files, and show what they tell: when, and who said what.",
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    def add(name: str, run: Callable[[argparse.Namespace], int | None], about: str) -> Any:
        command = commands.add_parser(name, help=about, description=about)
        command.set_defaults(command=run)
        return command

    def add_paths(command: argparse.ArgumentParser) -> None:
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

    def add_format(command: argparse.ArgumentParser, result: type[Result]) -> None:
        choices = [name for name, each in FORMATS.items() if result in each.of]
        command.add_argument(
            "--format",
            choices=choices,
            help="by default what the ending of FILE names, and text without one",
        )
        command.add_argument("--output", metavar="FILE", help="write to this file")

    check = add("check", _check, "Tell all that is wrong in article files.")
    add_paths(check)
    check.add_argument("--strict", action="store_true", help="exit with 1 for warnings, too")
    check.add_argument(
        "--format",
        choices=_CHECK_FORMATS,
        default="text",
        help="lines to read, JSON for a program, or annotations on GitHub",
    )

    show = add("show", _show, "Show what files hold, or one record of them.")
    add_paths(show)
    show.add_argument("--id", help="the record to show")

    when = add("timeline", _timeline, "Show what happened when.")
    add_paths(when)
    when.add_argument("--dyad", nargs=2, metavar="COUNTRY", help="only between these two")
    for name, about in _FILTERS.items():
        when.add_argument(f"--{name}", metavar=name.upper(), help=about)
    when.add_argument("--since", metavar="DATE", help="an EDTF date, such as 2024-05")
    when.add_argument("--until", metavar="DATE", help="an EDTF date")
    when.add_argument("--certain", action="store_true", help="only what is certain")
    add_format(when, Timeline)
    when.add_argument("--title", help="the heading of a page or picture")

    compared = add("compare", _compare, "Show what two sides say, topic by topic.")
    add_paths(compared)
    for which in ("left", "right"):
        compared.add_argument(
            which,
            metavar=which.upper(),
            help="the id of a leader, country, organization or declaration",
        )
    add_format(compared, Comparison)

    add("schema", _schema, "Print the format's JSON Schema, for editors.")
    return parser


def _given(options: argparse.Namespace) -> dict[str, Any]:
    return {"root": ... if options.root is None else options.root, "coder": options.coder}


def _load(options: argparse.Namespace) -> Dossier:
    return load(*options.paths, **_given(options))


def _check(options: argparse.Namespace) -> int:
    found = checked(*options.paths, **_given(options))
    if found.problems:
        print(counted(found.problems), file=sys.stderr)
    if options.format != "text":
        _print_utf_8(_CHECK_FORMATS[options.format](found.problems))
    elif found.problems:
        print(to_text(found.problems))
    else:
        print(f"no problems in {found.dossier!r}")
    refused = any(problem.severity is Severity.ERROR for problem in found.problems)
    return PROBLEMS if refused or (options.strict and found.problems) else FINE


def _show(options: argparse.Namespace) -> None:
    dossier = _load(options)
    if options.id is None:
        print(dossier)
        return
    record: Record = dossier[options.id]
    print(visible(f"{type(record).__name__} {record.id}, at {dossier.places[record.id]}"))
    print(visible(written(record)))


def _timeline(options: argparse.Namespace) -> None:
    dossier = _load(options)
    of = dossier.relation(*options.dyad) if options.dyad else dossier
    filters = {name: getattr(options, name) for name in _FILTERS}
    limits = {name: getattr(options, name) for name in ("since", "until", "certain")}
    titles = [article.title for article in dossier.articles]
    title = options.title or (titles[0] if len(titles) == 1 else None)
    _tell(timeline(of, **filters, **limits), dossier, options, title)


def _compare(options: argparse.Namespace) -> None:
    dossier = _load(options)
    (left, left_name), (right, right_name) = (
        _side(dossier, id) for id in (options.left, options.right)
    )
    _tell(compare(left, right, names=(left_name, right_name)), dossier, options, None)


def _side(dossier: Dossier, id: str) -> tuple[Side, str]:
    """What a side of a comparison says, and what it is called."""
    match dossier[id]:
        case JointDeclaration() as declaration:
            return declaration, declaration.title
        case Country() as country:
            said = [
                statement
                for statement in dossier.statements
                if any(country.id in side(speaker) for speaker in statement.speakers)
            ]
            return Records(Statement, said), country.name
        case Leader() | Organization() as speaker:
            return dossier.statements.where(speakers=speaker), speaker.name
        case record:
            kind = type(record).__name__
            raise WrongUsage(
                f"{id!r} is a {kind}; compare leaders, countries, organizations or declarations"
            )


def _schema(_: argparse.Namespace) -> None:
    print(json.dumps(schema(), indent=2, ensure_ascii=False))


def _tell(result: Result, dossier: Dossier, options: argparse.Namespace, title: str | None) -> None:
    """Write a result to the file that is asked for, or print it."""
    if options.output is not None:
        if os.path.realpath(options.output) in dossier.places.last_seen:
            raise WrongUsage(f"{options.output}: was read; write to another file")
        save(result, options.output, format=options.format, title=title)
    elif options.format in (None, "text"):
        print(result.to_text())  # as wide as the terminal
    else:
        # It may say itself that it is UTF-8, and escapes would be no part of it.
        _print_utf_8(render(result, options.format, title=title))


def _print_utf_8(text: str) -> None:
    """Print what a program reads, whatever the terminal writes otherwise."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8")
    print(text, end="" if not text or text.endswith("\n") else "\n")
