"""Records to YAML text that YAML 1.1 and 1.2 readers read alike, and to the files of a folder."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from itertools import chain, count
from pathlib import Path
from typing import Any

from attrs import frozen

from bilateral.errors import BilateralError, LoadError, Place, Problem
from bilateral.format.conflicts import differences
from bilateral.format.decoding import Misplaced, decode
from bilateral.format.documents import ARCHIVE, SECTIONS, Document
from bilateral.format.files import files
from bilateral.format.fitting import Fitting, unwritable
from bilateral.format.limits import DEFAULT_LIMITS
from bilateral.format.loading import dossier_of
from bilateral.format.refusals import a
from bilateral.format.saving import save, telling
from bilateral.format.writing import Sections, Writer, article_lines, document_text, section_lines
from bilateral.opening import Unreadable, read_bytes
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.record import Record, kind_name
from bilateral.records.sources import Article

_OF_ANOTHER_CODER = (
    "another coder's coding of the same source stands beside it, and only one of them is loaded;"
    " dump them to folders of their own"
)
# Windows takes files of these names for devices, whatever their ending.
_DEVICE = re.compile("con|prn|aux|nul|(com|lpt)[0-9]", re.IGNORECASE)


def dumps(dossier: Dossier) -> str:
    """The dossier as one article file: `loads(dumps(d)) == d`.

    Raises:
        BilateralError: It holds several articles, which go to a folder with `dump`, or something
            that would not load again as it is.
    """
    return _text(dossier, None)


@frozen
class _Archive:
    """The archive's own file, which an article's file is loaded with.

    Attributes:
        name: What messages call it.
        text: All of it.
        dossier: What it holds.
    """

    name: str
    text: str
    dossier: Dossier


def _text(dossier: Dossier, archive: _Archive | None) -> str:
    """The text of one article's file, which leaves out what the archive gives."""
    shared, told = _fitting(dossier, archive)
    if len(told) > 1:
        raise BilateralError(
            f"a dossier of {len(told)} articles goes to a folder: dump(dossier, folder)"
        )
    id, lines = "", section_lines(shared, Writer("", None))
    for article in dossier.articles:
        id, lines = article.id, article_lines(article, shared, told[article.id])
    text = document_text(lines)
    beside = [Document(archive.name, archive.text, None)] if archive else []
    _prove(dossier, [*beside, Document("dump", text, id)])
    return text


def _fitting(dossier: Dossier, archive: _Archive | None) -> tuple[Sections, dict[str, Sections]]:
    """What is to be written, all of which fits: what all articles share, and what each tells."""
    fitting = Fitting(dossier, archive.dossier if archive else None)
    fitting.refuse_unfit(GLOBAL_SECTIONS)
    shared = _shared(dossier)
    if archive is not None:
        shared = _left_by(archive, shared)
    fitting.refuse_unfit({"articles": Article, **LOCAL_SECTIONS})
    return shared, _by_article(dossier)


def _left_by(archive: _Archive, shared: Sections) -> Sections:
    """What the archive does not give; refuse what it gives otherwise."""
    given: dict[str, Any] = {
        r.id: r for name in GLOBAL_SECTIONS for r in archive.dossier.section(name)
    }
    along = f"{archive.name}, which is loaded along"
    remedy = "change it there, or dump to where no archive is"
    for record in chain.from_iterable(shared.values()):
        other = given.get(record.id, record)
        kind = kind_name(type(other).__name__)
        if type(other) is not type(record):
            raise unwritable(record.id, "", f"this is {a(kind)} in {along}; {remedy}")
        for id, field, values in differences(record, other):
            raise unwritable(id, field, f"differs from the {kind} in {along}{values}; {remedy}")
    return {
        section: [record for record in records if record.id not in given]
        for section, records in shared.items()
    }


def _prove(dossier: Dossier, documents: list[Document]) -> None:
    """Refuse what would not load again as it is from documents named by their articles' ids."""
    for document in documents:
        if len(document.text.encode()) > DEFAULT_LIMITS.file_size:
            most = f"a file has {DEFAULT_LIMITS.file_size} bytes at most"
            raise unwritable(document.default_id or "", "", f"{most}, and this one would have more")
    try:
        again = dossier_of(documents, [], DEFAULT_LIMITS)
    except LoadError as error:
        problem = error.problems[0]
        article = next(one.default_id for one in documents if one.name == problem.place.file)
        # Its message would name lines of a text that nobody has.
        fault = _OF_ANOTHER_CODER if problem.code == "codings" else problem.message
        raise unwritable(*_spot(problem.path, article or ""), fault) from None
    for name in ("articles", *SECTIONS):
        for record in dossier.section(name):
            loaded = again.section(name).get(record.id)
            if loaded is None:
                raise unwritable(record.id, "", _OF_ANOTHER_CODER)
            # What is equal, as nearly all is, is soon told.
            for id, field, values in () if loaded == record else differences(record, loaded):
                raise unwritable(id, field, f"loaded again, it would differ{values}")


def _spot(path: str, article: str) -> tuple[str, str]:
    """The record and the field that a path in an article's file leads to."""
    section, _, rest = path.partition(".")
    if section not in SECTIONS:
        return article, path
    id, _, field = rest.partition(".")
    if field.startswith("clauses."):
        clause, _, field = field.removeprefix("clauses.").partition(".")
        id = f"{id}/{clause}"
    return id if section in GLOBAL_SECTIONS else f"{article}:{id}", field


def written(record: Record) -> str:
    """One record's fields as a file would give them, references by full id.

    >>> from bilateral.records.actors import Country
    >>> print(written(Country(id="FRD", name="Freedonia")))
    name: "Freedonia"
    """
    return "\n".join(Writer("", None).fields(record, 0))


def dump(dossier: Dossier, path: str | os.PathLike[str], *, overwrite: bool = False) -> None:
    """Write the dossier to a file, or to a folder: one file an article, beside `bilateral.yaml`.

    A dossier of several articles, or a path that is a folder or ends in a separator, makes a
    folder. All text is made before the first file is touched, and each file is replaced as a
    whole. Comments and layout of files that were there are not kept. A file below an archive's
    `bilateral.yaml` leaves out what that one gives.

    Args:
        dossier: What is written.
        path: A file, or a folder.
        overwrite: Whether to replace files as well that changed since the dossier was loaded from
            them or written to them, that it never had to do with, or that may not be written. A
            dossier that is made from another with `attrs.evolve` shares what that one knows.

    Raises:
        BilateralError: A file cannot be written, or would be replaced unseen; or the dossier holds
            what may not stand in a file, or what the archive holds otherwise.
    """
    given = os.fspath(path)
    if not given:
        raise BilateralError(
            f"{Path()}: cannot be written: the path is empty; write the name of a file,"
            " or '.' for this folder"
        )
    target = Path(path)
    if target.suffix.lower() == ".json":
        raise BilateralError(
            f"{target}: cannot be written: what is dumped is YAML, and a model's answer would be"
            f" lost; write {str(target.with_suffix('.yaml'))!r}"
        )
    # Path's own functions drop a separator in the end, and raise for a name that is too long.
    asks_for_folder = os.path.basename(given) in ("", ".")  # noqa: PTH119
    if os.path.isdir(target):  # noqa: PTH112
        texts = _folder(dossier, target)
        _refuse_others(target, texts)
    elif len(dossier.articles) > 1 or asks_for_folder:
        if target.suffix.lower() in (".yaml", ".yml") and not asks_for_folder:
            raise BilateralError(
                f"{target}: cannot be written: {len(dossier.articles)} articles go to a folder, and"
                f" this is a file's name; write {str(target.with_suffix(''))!r}"
            )
        texts = _folder(dossier, target)
        with telling(target):
            target.mkdir(parents=True, exist_ok=True)
    else:
        texts = {target: _text(dossier, _archive_of(dossier, target))}
    save(texts, dossier.places.last_seen, overwrite=overwrite)


def _archive_of(dossier: Dossier, target: Path) -> _Archive | None:
    """The archive's file that a file would be loaded with."""
    with telling(target):
        file, *others = files([target], ...)[0]
    if file.name != ARCHIVE:
        return None
    # It is the target itself, if by way of a link.
    if not others:
        if dossier.articles:
            raise BilateralError(
                f"{target}: {ARCHIVE} is for what several articles share; dump to another file"
            )
        return None
    problem: Problem
    try:
        text = decode(read_bytes(file.path, DEFAULT_LIMITS.file_size))
        held = dossier_of([Document(file.path, text, None)], [], DEFAULT_LIMITS)
        return _Archive(file.path, text, held)
    except Unreadable as error:
        problem = error.problem
    except Misplaced as error:
        problem = error.why.at(Place(file.path, error.line, error.column))
    except LoadError as error:
        problem = error.problems[0]
    fault = f"it is loaded with its archive's {ARCHIVE}, in which something is to be mended first"
    raise BilateralError(f"{target}: cannot be written: {fault}: {problem}")


def _folder(dossier: Dossier, folder: Path) -> dict[Path, str]:
    """The texts of a folder's files: what is shared, and one file an article."""
    shared, told = _fitting(dossier, None)
    text = document_text(section_lines(shared, Writer("", None)))
    documents = [Document(str(folder / ARCHIVE), text, None)]
    for id, name in _file_names(told).items():
        text = document_text(article_lines(dossier.articles[id], {}, told[id]))
        documents.append(Document(str(folder / name), text, id))
    _prove(dossier, documents)
    return {Path(document.name): document.text for document in documents}


def _refuse_others(folder: Path, own: Iterable[Path]) -> None:
    """Refuse a folder with other files, which would load together with those written."""
    real = set(map(os.path.realpath, own))
    found, problems = files([folder], None)
    for problem in problems:
        if problem.code != "folder-empty":
            fault = f"{problem.place.file}: {problem.message}"
            raise BilateralError(
                f"{folder}: may hold other files: {fault}; let it be read, or dump to a new folder"
            )
    others = [Path(file.path) for file in found if file.real not in real]
    if others:
        other = min(others).relative_to(folder)
        raise BilateralError(
            f"{folder}: holds other files, such as {other}; move them away, or dump to a new folder"
        )


def _file_names(ids: Iterable[str]) -> dict[str, str]:
    """A name for the file of each article, of which no two differ in case alone."""
    names: dict[str, str] = {}
    taken = {ARCHIVE}
    # In one order, so that what is loaded from a folder goes to the same files again.
    for id in sorted(ids):
        bare = [] if _DEVICE.fullmatch(id) else [f"{id}.yaml"]
        choice = chain(bare, (f"{id}-{number}.yaml" for number in count(2)))
        names[id] = next(name for name in choice if name.casefold() not in taken)
        taken.add(names[id].casefold())
    return names


def _shared(dossier: Dossier) -> Sections:
    """What holds for all articles."""
    return {section: list(dossier.section(section)) for section in GLOBAL_SECTIONS}


def _by_article(dossier: Dossier) -> dict[str, Sections]:
    """What each article tells, by the article's id."""
    told: dict[str, Sections] = {article.id: {} for article in dossier.articles}
    for section in LOCAL_SECTIONS:
        for record in dossier.section(section):
            file = record.id.rpartition(":")[0]
            if file not in told:
                raise unwritable(record.id, "id", "it begins with no id of an article here")
            told[file].setdefault(section, []).append(record)
    return told
