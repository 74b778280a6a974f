"""The outline of a document: its version, its sections, its article, its defaults."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Any

from bilateral.errors import nearest
from bilateral.format import shapes
from bilateral.format.documents import ARCHIVE, SECTIONS, Document
from bilateral.format.explaining import unknown_field
from bilateral.format.locating import Path
from bilateral.format.refusals import (
    Refused,
    Unusable,
    found_text,
    one_of,
    searches,
    shown,
)
from bilateral.format.reporting import Report
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS
from bilateral.records.sources import Article

VERSION = "1"
_ID = re.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}")
# As keys, for their order and for a quick look-up.
_IN_ARCHIVE = dict.fromkeys(("bilateral", *GLOBAL_SECTIONS))


@cache
def _in_article() -> dict[str, None]:
    return dict.fromkeys(("bilateral", "id", *shapes.fields(Article), "defaults", *SECTIONS))


@cache
def _with_default(section: str) -> frozenset[str]:
    # Clauses have ids, so no two declarations can share them.
    return frozenset(shapes.fields(LOCAL_SECTIONS[section]).keys() - {"clauses"})


def outline(document: Document, report: Report) -> None:
    """Read a document and take what is in order at its top."""
    data = report.read(document)
    if type(data) is dict and _version_is_right(document, data, report):
        _take_sections(document, data, report)
        _take_defaults(document, report)
        _take_article_id(document, report)
        return
    document.whole = False
    if type(data) is not dict and data is not None:
        expected = "a mapping that begins with 'bilateral: 1'"
        report.refuse_shape(document, data, expected, ())


def _version_is_right(document: Document, data: dict[str, Any], report: Report) -> bool:
    """Whether the file says that it is of this version: nothing else is read where it is not."""
    version = data.get("bilateral")
    if version == VERSION:
        return True
    if type(version) is Unusable:
        return False
    near = nearest("bilateral", data.keys() - SECTIONS.keys())
    if version is not None and not isinstance(version, str):
        report.refuse_shape(document, version, "the version of the format, 1", ("bilateral",))
    elif version is not None:
        why = Refused(
            "format",
            f"this is format version {shown(version)}; this library reads version 1",
            found=found_text(version),
            expected=VERSION,
            suggestion=VERSION,
        )
        report.refuse(document, why, ("bilateral",))
    elif near is not None:
        message = f"a file has no {near!r}; did you mean 'bilateral'?"
        why = Refused("key-unknown", message, found=near, suggestion="bilateral", at_key=True)
        report.refuse(document, why, (near,))
    else:
        message = "the file needs 'bilateral: 1', the version of its format"
        report.refuse(document, Refused("key-missing", message, expected="bilateral"), ())
    return False


def _take_sections(document: Document, data: dict[str, Any], report: Report) -> None:
    allowed = _IN_ARCHIVE if document.default_id is None else _in_article()
    if document.profile == "llm":
        # What a person leaves to them, a program writes out.
        allowed = dict.fromkeys(name for name in allowed if name != "defaults")
    for name, value in data.items():
        if allowed is _IN_ARCHIVE and name not in allowed and name in _in_article():
            message = f"{name!r} belongs in an article's file; {ARCHIVE} holds what all share"
            why = Refused("key-misplaced", message, found=name, at_key=True)
            report.refuse(document, why, (name,))
        elif name not in allowed:
            why = _unknown_key("a file has no", name, list(allowed))
            report.refuse(document, why, (name,))
            meant = str(why.suggestion)
            if meant in {*SECTIONS, "defaults"} and meant not in data and type(value) is dict:
                # What was meant is read, so that what refers to it is no second fault.
                document.data[meant] = value
                document.misspelt[meant] = name
            elif type(value) is dict:
                # Its records have ids, whatever they are.
                document.whole = False
        elif name in SECTIONS and type(value) is not dict:
            document.whole = False
            report.refuse_shape(document, value, "a mapping from ids to records", (name,))
        else:
            document.data[name] = value


def _unknown_key(what: str, name: str, valid: list[str]) -> Refused:
    # What is read under a section's name must be very near to it.
    near = searches.nearest(name, valid, cutoff=0.75)
    hint = f"; did you mean {near!r}?" if near else f"; expected {one_of(valid)}"
    if searches.ended:
        hint = ""
    if name[:1].isspace() and not name.isascii():
        # The parser knows but one sort of space, and takes others for text.
        near, hint = "ordinary spaces", "; indent with ordinary spaces"
    return Refused(
        "key-unknown",
        f"{what} {shown(name)}{hint}",
        found=name,
        expected=one_of(valid),
        suggestion=near,
        at_key=True,
    )


def _take_defaults(document: Document, report: Report) -> None:
    defaults = document.data.pop("defaults", {})
    if type(defaults) is not dict:
        report.refuse_shape(document, defaults, "a mapping from sections to fields", ("defaults",))
        return
    for section, given in defaults.items():
        path: Path = ("defaults", section)
        if section not in LOCAL_SECTIONS:
            why = _unknown_key("there are no defaults for", section, list(LOCAL_SECTIONS))
            report.refuse(document, why, path)
        elif type(given) is not dict:
            report.refuse_shape(document, given, "a mapping of fields", path)
        else:
            known = _with_default(section)
            document.defaults[section] = {
                name: value for name, value in given.items() if name in known
            }
            cls = LOCAL_SECTIONS[section]
            for name in given:
                if name in shapes.fields(cls) and name not in known:
                    message = f"there are no defaults for {name!r}, which have ids of their own"
                    why = Refused("key-unknown", message, found=name, at_key=True)
                    report.refuse(document, why, (*path, name))
                elif name not in known:
                    why = unknown_field(cls, name)
                    report.refuse(document, why, (*path, name))
                    meant = str(why.suggestion).removesuffix(": ")
                    if meant in known:
                        # It is not missing from the records that relied on it.
                        document.defaults[section].setdefault(meant, Unusable())


def _take_article_id(document: Document, report: Report) -> None:
    """Find the article's id, as given or else the file's name, where the file tells of one."""
    if document.default_id is None or document.data.keys() <= _IN_ARCHIVE.keys():
        return
    id = document.data.pop("id", None)
    if id is None:
        document.id = document.default_id
        if not is_id(document.id):
            message = f"the file's name {shown(document.id)} is no id; give the article one: 'id:'"
            why = Refused("id-form", message, found=document.id, expected="'id:'")
            report.refuse(document, why, ())
    elif isinstance(id, str) and is_id(id):
        document.id = str(id)
    else:
        # Its records must not be taken for those of another file.
        document.id = document.name
        if isinstance(id, str):
            report.refuse(document, wrong_id(id), ("id",))
        else:
            report.refuse_shape(document, id, "an id", ("id",))


def is_id(text: str) -> bool:
    """Whether a text has the form of an id."""
    return _ID.fullmatch(text) is not None


def wrong_id(text: str, *, at_key: bool = False) -> Refused:
    """The refusal of a text that has not the form of an id."""
    # Accents and what has no width may go; a letter of another script has no nearest one.
    letters = [c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) != "Cf"]
    folded = "".join(c for c in letters if unicodedata.category(c) != "Mn")
    mended = None
    if folded.isascii():
        mended = re.sub("[^A-Za-z0-9_-]+", "-", folded).strip("-_")[:128] or None
    hint = f"; did you mean {mended!r}?" if mended else ""
    expected = "letters a-z, digits, '-' and '_'"
    return Refused(
        "id-form",
        f"{shown(text)} is no id: ids have {expected}{hint}",
        found=text[:128],
        expected=expected,
        suggestion=mended,
        at_key=at_key,
    )
