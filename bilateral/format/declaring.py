"""The ids that documents declare, before anything that refers to them is built."""

from __future__ import annotations

from typing import Any

from bilateral.format.documents import SECTIONS, Document
from bilateral.format.outlining import is_id, wrong_id
from bilateral.format.references import REFUSED, Index
from bilateral.format.reporting import Report
from bilateral.format.scanning import Path
from bilateral.records.dossier import GLOBAL_SECTIONS
from bilateral.records.words import JointDeclaration


def declare(documents: list[Document], index: Index, report: Report) -> None:
    """Take all ids, and refuse those that are no ids or stand for two things."""
    articles: dict[str, Document] = {}
    for document in documents:
        if document.id:
            other = articles.setdefault(document.id, document)
            if other is not document:
                report.refuse_twice(document, document.id, ("id",), other, ("id",))
                document.id = ""
                document.data.clear()
                index.incomplete = True
        # Ids of actors and topics hold for the archive, those of the other records for their file.
        sections_of: dict[tuple[bool, str], str] = {}
        for section, cls in SECTIONS.items():
            for id, body in document.records(section):
                other_section = sections_of.setdefault((section in GLOBAL_SECTIONS, id), section)
                if other_section != section:
                    path = (other_section, id)
                    report.refuse_twice(document, id, (section, id), document, path)
                else:
                    _declare(document, section, id, documents, index, report)
                if cls is JointDeclaration and type(body) is dict:
                    _declare_clauses(document, section, id, body.get("clauses"), index, report)


def _declare(
    document: Document,
    section: str,
    id: str,
    documents: list[Document],
    index: Index,
    report: Report,
) -> None:
    full, kind = document.full_id(section, id), SECTIONS[section].__name__
    if not is_id(id):
        # What refers to it is no second fault.
        index.declared[full] = REFUSED
        report.refuse(document, wrong_id(id, at_key=True), (section, id))
    elif index.declared.get(full, kind) != kind:
        other, path = where_declared(full, documents)
        report.refuse_twice(document, id, (section, id), other, path)
    else:
        index.declare(full, kind)


def _declare_clauses(
    document: Document, section: str, id: str, clauses: Any, index: Index, report: Report
) -> None:
    for clause in clauses if type(clauses) is dict else ():
        full = f"{document.full_id(section, id)}/{clause}"
        if is_id(clause):
            index.declare(full, "Clause")
        else:
            index.declared[full] = REFUSED
            path = (section, id, "clauses", clause)
            report.refuse(document, wrong_id(clause, at_key=True), path)


def where_declared(id: str, documents: list[Document]) -> tuple[Document, Path]:
    """Where an actor or topic was declared first."""
    return next(
        (document, (section, id))
        for document in documents
        for section in GLOBAL_SECTIONS
        if id in document.data.get(section, ())
    )
