"""What is tried with each input, and what must hold whatever the input is."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zlib import crc32

from bilateral import (
    Dossier,
    Edtf,
    EdtfError,
    LoadError,
    Problem,
    check,
    consistency,
    contradictions,
    dumps,
    load,
    loads,
)
from bilateral.format import reading
from bilateral.format.assembling import assemble
from bilateral.format.decoding import inspect
from bilateral.format.documents import Document
from bilateral.format.limits import DEFAULT_LIMITS
from bilateral.format.reporting import Report
from bilateral.format.scanning import scan
from fuzz.corpus import CUT
from fuzz.mutating import decode
from fuzz.outcomes import NAME, ensure, look_at, same
from fuzz.words import Answers, Words

QUESTIONS = (Edtf.before, Edtf.after, Edtf.overlaps, Edtf.within, Edtf.same_day)


def one_in(share: int, data: bytes) -> bool:
    """Whether this input is of a sample: by its content, so that it is so each time."""
    return crc32(data) % share == 0


class Texts:
    """`loads`: a dossier, or problems that can be found in the text."""

    def __call__(self, data: bytes) -> bool:
        """Try an input: whether it loads."""
        text = decode(data)
        dossier = loaded(text)
        if dossier is not None and one_in(4, data):
            both_ways(text, dossier)
        if one_in(64, data):
            without_libyaml(text, dossier)
        return dossier is not None


def loaded(text: str) -> Dossier | None:
    """The dossier; None where there are problems, which are looked at."""
    try:
        return loads(text, name=NAME)
    except LoadError as error:
        look_at(error.problems, {NAME: text})
        ensure(str(error), "the error has no message")
    return None


def both_ways(text: str, dossier: Dossier) -> None:
    """What loads does so when it is read thoroughly, and is the same."""
    document = Document(NAME, inspect(text.removeprefix("\ufeff")), "article")
    report = ThoroughReport(DEFAULT_LIMITS)
    same(dossier, assemble([document], report), "read thoroughly")
    ensure(not report.problems([document]), "the thorough way refuses what loads")


class ThoroughReport(Report):
    """Reads every document as one that is irregular."""

    def read(self, document: Document) -> Any:
        """The document's data."""
        scanned = scan(document.text, self.limits)
        ensure(not scanned.refusals, "the scanner refuses what loads")
        return scanned.data


def without_libyaml(text: str, dossier: Dossier | None) -> None:
    """PyYAML's own parser takes nothing for something else than libyaml does."""
    parser = reading._PARSER
    reading._PARSER = reading.PurePythonParser
    try:
        again = loaded(text)
    finally:
        reading._PARSER = parser
    # Each parser has its own idea of a few oddities, so one may refuse what the other takes.
    if dossier is not None and again is not None:
        same(dossier, again, "without libyaml")


class Folders:
    """`check`: problems and nothing else, for a file or a folder of up to three files."""

    def __init__(self) -> None:
        memory = Path("/dev/shm")  # noqa: S108 # a folder of our own is made there
        self._kept = tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None)
        names = ("bilateral.yaml", "one.yaml", "two.yaml")
        self.folders = [Path(self._kept.name, str(size)) for size in (1, 2, 3)]
        self.files = [[folder / name for name in names] for folder in self.folders]
        # A single file is an article, as most are.
        self.files[0][0] = self.folders[0] / "one.yaml"
        for folder in self.folders:
            folder.mkdir()

    def __call__(self, data: bytes) -> bool:
        """Try an input: whether nothing is wrong with it."""
        parts = data.split(CUT.encode(), 2)
        size = len(parts) - 1
        texts = {}
        for file, part in zip(self.files[size], parts, strict=False):
            file.write_bytes(part)
            texts[str(file)] = part.decode("utf-8", "replace")
        path = self.folders[size] if size else self.files[0][0]
        problems = check(path, root=self.folders[size])
        if problems:
            look_at(problems, texts)
            ensure({problem.place.file for problem in problems} <= {*texts}, "another file")
        if one_in(4, data):
            agree(problems, path, self.folders[size])
        return not problems


def agree(problems: tuple[Problem, ...], path: Path, root: Path) -> None:
    """`load` refuses what `check` does, for the same reasons; of what it takes, analyses tell."""
    try:
        dossier = load(path, root=root)
    except LoadError as error:
        ensure(error.problems == problems, "load tells other problems than check")
        return
    found = {*contradictions(dossier), *consistency(dossier)}
    ensure({*problems} == found, "check tells other problems than the analyses")
    found_by_id(dossier)


def found_by_id(dossier: Dossier) -> None:
    """Each record is found by its id."""
    counts = Counter(record.id for record in dossier)
    for record in dossier:
        # An article may be called what a country is: only its own section tells the two apart.
        if counts[record.id] == 1:
            ensure(dossier[record.id] is record, f"{record.id} is not found")


class Dumps:
    """`dumps`: whatever loads is written, and what is written loads as the same."""

    def __call__(self, data: bytes) -> bool:
        """Try an input: whether it loads."""
        try:
            dossier = loads(decode(data))
        except LoadError:
            return False
        text = dumps(dossier)
        again = loads(text)
        ensure(dumps(again) == text, "what is written twice differs")
        same(dossier, again, "written and read again")
        found_by_id(again)
        return True


class Dates:
    """`Edtf.parse`: a date that is its text and has its bounds in order, or an `EdtfError`."""

    def __init__(self) -> None:
        self.before = Edtf("2024-05")

    def __call__(self, data: bytes) -> bool:
        """Try an input: whether it is a date."""
        text = decode(data)
        try:
            date = Edtf.parse(text)
        except EdtfError as error:
            ensure(str(error), "the error has no message")
            ensure(error.text == text, "the error has another text")
            mended = error.suggestion
            ensure(mended is None or str(Edtf.parse(mended)) == mended != text, "no better")
            return False
        ensure(str(date) == text, "its text is another")
        ensure(Edtf.parse(str(date)) == date, "its text is another date")
        earliest, latest = date.earliest, date.latest
        ensure(earliest is None or latest is None or earliest <= latest, "ends before it starts")
        low, high = date.sort_key
        ensure(-(2**63) < low <= high < 2**63, "its key is out of order")
        if "XXXX-" in text and not one_in(32, data):
            # A day of some year is any of ten thousand, which takes as long to look through.
            return True
        for ask in QUESTIONS:
            ensure(str(ask(date, self.before)), "no answer")
        ensure(date.before(self.before) is self.before.after(date), "before is not after")
        ensure(date.overlaps(self.before) is self.before.overlaps(date), "one-sided overlap")
        if "XXXX-" not in text:
            self.before = date
        return True


TARGETS: dict[str, Callable[[], Callable[[bytes], bool]]] = {
    "loads": Texts,
    "check": Folders,
    "dumps": Dumps,
    "edtf": Dates,
    "answers": Answers,
    "words": Words,
}
