"""What the commands do: each takes what was typed, prints, and may give an exit status."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from bilateral.analysis.compare import Side
from bilateral.analysis.compare import compare as compare_sides
from bilateral.analysis.coverage import coverage as cover
from bilateral.analysis.timeline import timeline as order_moments
from bilateral.analysis.verify import Texts
from bilateral.analysis.verify import verify as look_up
from bilateral.checking import checked
from bilateral.display.characters import visible
from bilateral.display.problems import counted, to_github, to_json, to_text
from bilateral.errors import BilateralError, Problem, Severity
from bilateral.export.saving import Result, render, save
from bilateral.format.documents import Profile
from bilateral.format.dumping import written
from bilateral.format.loading import load
from bilateral.format.schema import schema as json_schema
from bilateral.records.actors import Country, Leader, Organization, side
from bilateral.records.collection import Records
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record
from bilateral.records.words import JointDeclaration, Statement

FINE, PROBLEMS, USAGE = 0, 1, 2
PROBLEM_FORMATS: dict[str, Callable[[Sequence[Problem]], str]] = {
    "text": to_text,
    "json": to_json,
    "github": to_github,
}


class WrongUsage(BilateralError):
    """The command asks for something that cannot be."""


def check(options: argparse.Namespace) -> int:
    """Print all that is wrong with files."""
    texts = options.text
    found = checked(*options.paths, texts=lambda dossier: _texts(dossier, texts), **_given(options))
    if found.problems:
        print(counted(found.problems), file=sys.stderr)
    if options.format != "text":
        _print_utf_8(PROBLEM_FORMATS[options.format](found.problems))
    elif found.problems:
        print(to_text(found.problems))
    else:
        print(f"no problems in {found.dossier!r}")
    return _status(found.problems, options)


def verify(options: argparse.Namespace) -> int:
    """Print what is cited and does not stand in its source."""
    dossier = _load(options)
    found = look_up(dossier, _texts(dossier, options.text))
    if options.format == "text":
        print(visible(found.to_text()))
    elif options.format == "json":
        _print_utf_8(found.to_json())
    else:
        _print_utf_8(to_github(found.problems))
    return _status(found.problems, options)


def _status(problems: Sequence[Problem], options: argparse.Namespace) -> int:
    refused = any(problem.severity is Severity.ERROR for problem in problems)
    return PROBLEMS if refused or (options.strict and problems) else FINE


def coverage(options: argparse.Namespace) -> None:
    """Print or write what of the sources' texts is cited."""
    if not options.text:
        raise WrongUsage("coverage is that of a text: give it with --text FILE")
    dossier = _load(options)
    found = cover(dossier, _texts(dossier, options.text))
    _tell(found, dossier, options, options.title or _title(dossier))


def _texts(dossier: Dossier, given: Sequence[str]) -> Texts:
    """The files of texts by the ids of their sources, from `source=file`, or `file` alone."""
    texts: dict[str, Path] = {}
    for each in given:
        id, equals, name = each.partition("=")
        alone = len(dossier.sources) == 1
        if equals and (dossier.sources.ids_of(id) or not alone or not Path(each).exists()):
            source = dossier.sources[id]
        elif alone:
            (source,), name = dossier.sources, each
        else:
            ids = ", ".join(source.id for source in dossier.sources)
            hint = f"; write SOURCE={each} with one of {ids}" if ids else ""
            raise WrongUsage(f"the files have {len(dossier.sources)} sources{hint}")
        if source.id in texts:
            raise WrongUsage(f"two texts are given for {source.id}")
        texts[source.id] = _text_file(dossier, name)
    return texts


def _text_file(dossier: Dossier, name: str) -> Path:
    if os.path.realpath(name) in dossier.places.last_seen:
        raise WrongUsage(f"{name}: is what is checked, and not the text of a source")
    return Path(name)


def show(options: argparse.Namespace) -> None:
    """Print what files hold, or one record of them."""
    dossier = _load(options)
    if options.id is None:
        print(dossier)
        return
    record: Record = dossier[options.id]
    print(visible(f"{type(record).__name__} {record.id}, at {dossier.places[record.id]}"))
    print(visible(written(record)))


def timeline(options: argparse.Namespace) -> None:
    """Print or write what happened when."""
    dossier = _load(options)
    of = dossier.relation(*options.dyad) if options.dyad else dossier
    asked = {name: getattr(options, name) for name in (*options.filters, *_LIMITS)}
    _tell(order_moments(of, **asked), dossier, options, options.title or _title(dossier))


_LIMITS = ("since", "until", "certain")


def _title(dossier: Dossier) -> str | None:
    """The title of the article, where there is one alone."""
    titles = [article.title for article in dossier.articles]
    return titles[0] if len(titles) == 1 else None


def compare(options: argparse.Namespace) -> None:
    """Print or write what two sides say."""
    dossier = _load(options)
    (left, left_name), (right, right_name) = (
        _side(dossier, id) for id in (options.left, options.right)
    )
    _tell(compare_sides(left, right, names=(left_name, right_name)), dossier, options, None)


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


def schema(options: argparse.Namespace) -> None:
    """Print the format's JSON Schema."""
    print(json.dumps(json_schema(options.profile or "editor"), indent=2, ensure_ascii=False))


def _given(options: argparse.Namespace) -> dict[str, Any]:
    return {
        "root": ... if options.root is None else options.root,
        "coder": options.coder,
        "profile": options.profile or _profile_of(options.paths),
    }


def _profile_of(paths: Sequence[str]) -> Profile:
    """Who has written files: a model, if all are JSON."""
    return "llm" if all(path.lower().endswith(".json") for path in paths) else "editor"


def _load(options: argparse.Namespace) -> Dossier:
    return load(*options.paths, **_given(options))


def _tell(result: Result, dossier: Dossier, options: argparse.Namespace, title: str | None) -> None:
    """Write a result to the file that is asked for, or print it."""
    if options.output is not None:
        given = getattr(options, "text", ())
        texts = [name for each in given for name in (each, each.partition("=")[2]) if name]
        read = {*dossier.places.last_seen, *map(os.path.realpath, texts)}
        if os.path.realpath(options.output) in read:
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
