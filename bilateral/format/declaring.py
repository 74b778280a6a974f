"""The ids that documents declare, before anything that refers to them is built."""

from __future__ import annotations

from typing import Any

from bilateral.errors import Place
from bilateral.format.documents import SECTIONS, Document
from bilateral.format.locating import Path
from bilateral.format.outlining import is_id, wrong_id
from bilateral.format.references import REFUSED, Index
from bilateral.format.refusals import Refused, shown
from bilateral.format.reporting import Report, Spot
from bilateral.records.dossier import GLOBAL_SECTIONS
from bilateral.records.words import JointDeclaration


def declare(documents: list[Document], index: Index, report: Report) -> None:
    """Take all ids, and refuse those that are no ids or stand for two things."""
    articles: dict[str, Document] = {}
    declared = index.declared
    for document in documents:
        if document.id:
            other = articles.setdefault(document.id, document)
            if other is not document:
                _refuse_twice(document, document.id, ("id",), Spot(other, ("id",)), report)
                document.id = ""
                document.data.clear()
                index.incomplete = True
        for section, cls in SECTIONS.items():
            if section not in document.data:
                continue
            kind, prefix = cls.__name__, document.full_id(section, "")
            for id, body in document.records(section):
                full = prefix + id
                known = declared.get(full)
                if known is None and is_id(id):
                    declared[full] = kind
                elif known != kind:
                    _refuse_id(document, section, id, documents, index, report)
                if type(body) is dict:
                    if "id" in body:
                        _refuse_id_within(document, body, (section, id), report)
                    if cls is JointDeclaration:
                        _declare_clauses(document, section, id, body.get("clauses"), index, report)


def _declare_clauses(
    document: Document, section: str, id: str, clauses: Any, index: Index, report: Report
) -> None:
    prefix = f"{document.full_id(section, id)}/"
    for clause, body in clauses.items() if type(clauses) is dict else ():
        path = (section, id, "clauses", clause)
        if is_id(clause):
            index.declared[prefix + clause] = "Clause"
        else:
            index.declared[prefix + clause] = REFUSED
            report.refuse(document, wrong_id(clause, at_key=True), path)
        if type(body) is dict and "id" in body:
            _refuse_id_within(document, body, path, report)


def _refuse_id(
    document: Document,
    section: str,
    id: str,
    documents: list[Document],
    index: Index,
    report: Report,
) -> None:
    """Refuse an id that is none, or that another kind of record has."""
    full = document.full_id(section, id)
    if not is_id(id):
        # What refers to it is no second fault.
        index.declared[full] = REFUSED
        why = wrong_id(id, at_key=True)
        report.refuse(document, why, (section, id))
        if why.suggestion:
            index.meant.add(document.full_id(section, why.suggestion))
        return
    if section in GLOBAL_SECTIONS:
        other = where_declared(id, documents)
    else:
        kind = index.declared[full]
        of_kind = next(name for name, cls in SECTIONS.items() if cls.__name__ == kind)
        other = Spot(document, (of_kind, id))
    _refuse_twice(document, id, (section, id), other, report)


def _refuse_twice(document: Document, id: str, path: Path, other: Spot, report: Report) -> None:
    def why(place: Place) -> Refused:
        message = f"the id {shown(id)} is used at {place} already"
        return Refused("id-twice", message, found=id, at_key=True)

    report.refuse_beside(document, path, other, why)


def _refuse_id_within(document: Document, body: dict[str, Any], path: Path, report: Report) -> None:
    """Refuse an id among a record's fields, where its full id is put later."""
    del body["id"]
    message = "a record has no field 'id': its id is the key that it stands under"
    why = Refused("key-unknown", message, found="id", at_key=True)
    report.refuse(document, why, (*path, "id"))


def where_declared(id: str, documents: list[Document]) -> Spot:
    """Where an actor or topic was declared first."""
    return next(
        Spot(document, (section, id))
        for document in documents
        for section in GLOBAL_SECTIONS
        if id in document.data.get(section, ())
    )
