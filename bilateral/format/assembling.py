"""Documents to one dossier: kind by kind, each after those that it refers to."""

from __future__ import annotations

from typing import Any

from bilateral.errors import nearest
from bilateral.format import shapes
from bilateral.format.building import builder, hook
from bilateral.format.declaring import declare, where_declared
from bilateral.format.documents import SECTIONS, Document
from bilateral.format.explaining import refusals_of
from bilateral.format.outlining import outline
from bilateral.format.references import Index, binder
from bilateral.format.refusals import Refused, one_of, shown
from bilateral.format.reporting import Halt, Report
from bilateral.format.scanning import Path
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record, Variable, kind_name
from bilateral.records.sources import Article, SourcedRecord
from bilateral.records.words import JointDeclaration


def assemble(documents: list[Document], report: Report, *, whole: bool = True) -> Dossier:
    """The dossier of all documents, less what the report refused.

    Args:
        documents: All that could be read.
        report: What to do with refusals.
        whole: These are all documents that there are.
    """
    for document in documents:
        outline(document, report)
    index = Index(incomplete=not whole or not all(document.whole for document in documents))
    declare(documents, index, report)
    assembly = _Assembly(documents, index, report)
    for section in SECTIONS:
        for document in documents:
            assembly.build_section(document, section)
    # An article's codes need the variables.
    for document in documents:
        assembly.build_article(document)
    assembly.refuse_topic_cycles()
    return Dossier(**assembly.built)


class _Assembly:
    def __init__(self, documents: list[Document], index: Index, report: Report) -> None:
        self.documents = documents
        self.index = index
        self.report = report
        self.built: dict[str, Any] = {name: [] for name in ("articles", *SECTIONS)}

    def build_article(self, document: Document) -> None:
        if document.id:
            known = shapes.fields(Article)
            body = {name: value for name, value in document.data.items() if name in known}
            article = self.build(document, Article, document.id, body, ())
            if article is not None:
                self.built["articles"].append(article)
                self.check_codes(document, article, ())

    def build_section(self, document: Document, section: str) -> None:
        cls = SECTIONS[section]
        for name, value in document.defaults.get(section, {}).items():
            self.check_default(document, section, name, value)
        for id, body in document.records(section):
            full = document.full_id(section, id)
            if self.index.declared.get(full) == cls.__name__:
                record = self.build_record(document, section, full, body, (section, id))
                if record is not None:
                    self.keep(document, section, record, (section, id))
        if section == "sources" and len(document.data.get(section, ())) == 1:
            (id,) = document.data[section]
            document.only_source = self.index.built.get(document.full_id(section, id))

    def check_default(self, document: Document, section: str, name: str, value: Any) -> None:
        """Check a default by itself, since no record may use it."""
        cls = SECTIONS[section]
        bind = binder(cls)
        bound = bind({name: value}, self.index, document.id)[name] if bind else value
        try:
            hook(shapes.fields(cls)[name].shape, thorough=self.report.thorough)(bound, None)
        except Exception as error:  # noqa: BLE001 - `refuse_all` sorts them out
            self.refuse_all(document, error, cls, ("defaults", section, name))

    def build_record(
        self, document: Document, section: str, full: str, body: Any, path: Path
    ) -> Record | None:
        cls = SECTIONS[section]
        if type(body) is not dict:
            expected = f"a mapping of the fields of {cls.__name__}"
            self.report.refuse_shape(document, body, expected, path)
            return None
        if "id" in body:
            self.refuse_id_within(document, path)
        values = {**document.defaults.get(section, {}), **body}
        if document.only_source is not None and issubclass(cls, SourcedRecord):
            values.setdefault("source", document.only_source)
        if cls is JointDeclaration and type(values.get("clauses")) is dict:
            values["clauses"] = self.clauses_with_ids(document, full, values["clauses"], path)
        return self.build(document, cls, full, values, path)

    def clauses_with_ids(
        self, document: Document, full: str, clauses: dict[str, Any], path: Path
    ) -> dict[str, Any]:
        """The clauses of a declaration, each with its full id among its fields."""
        with_ids = {}
        for id, body in clauses.items():
            if type(body) is not dict:
                with_ids[id] = body
                continue
            if "id" in body:
                self.refuse_id_within(document, (*path, "clauses", id))
            with_ids[id] = {**body, "id": f"{full}/{id}"}
        return with_ids

    def refuse_id_within(self, document: Document, path: Path) -> None:
        message = "a record has no field 'id': its id is the key that it stands under"
        why = Refused("key-unknown", message, found="id", at_key=True)
        self.report.refuse(document, why, (*path, "id"))

    def build(
        self, document: Document, cls: type[Record], full: str, values: dict[str, Any], path: Path
    ) -> Record | None:
        """Build a record from its fields; None where it was refused."""
        bind = binder(cls)
        bound = bind(values, self.index, document.id) if bind else values
        bound["id"] = full
        try:
            record: Record = builder(cls, thorough=self.report.thorough)(bound, cls)
        except Exception as error:  # noqa: BLE001 - `refuse_all` sorts them out
            self.refuse_all(document, error, cls, path)
            return None
        return record

    def refuse_all(self, document: Document, error: Exception, cls: type[Any], path: Path) -> None:
        """Refuse all that a builder refused."""
        if not self.report.thorough:
            raise Halt from error
        for why, where in refusals_of(error, cls, path):
            self.report.refuse(document, why, where)

    def keep(self, document: Document, section: str, record: Record, path: Path) -> None:
        """Keep a record; an actor or topic that another file gives too must be the same there."""
        known = self.index.built.setdefault(record.id, record)
        if known is record:
            self.built[section].append(record)
        elif known != record:
            other = self.report.place(*where_declared(record.id, self.documents), key=True)
            kind = kind_name(type(record).__name__)
            message = f"the {kind} {record.id!r} differs from the one at {other}"
            why = Refused("conflict", message, found=record.id, at_key=True)
            self.report.refuse(document, why, path)
        self.check_codes(document, record, path)
        if isinstance(record, JointDeclaration):
            for clause in record.clauses:
                id = clause.id.rpartition("/")[2]
                self.check_codes(document, clause, (*path, "clauses", id))

    def check_codes(self, document: Document, record: Record, path: Path) -> None:
        """Refuse codes that the archive's variables do not allow."""
        for name, value in record.codes.items():
            where = (*path, "codes", name)
            variable = self.index.built.get(name)
            if isinstance(variable, Variable):
                if variable.values and value not in variable.values:
                    found = f"{shown(value)} is no value of {name!r}"
                    why = _no_such(found, value, list(variable.values), "value")
                    self.report.refuse(document, why, where)
            elif self.index.declared.get(name) != "Variable" and not self.index.incomplete:
                known = [id for id, kind in self.index.declared.items() if kind == "Variable"]
                found = f"no variable {shown(name)}"
                why = _no_such(found, name, known, "ref-unknown", at_key=True)
                self.report.refuse(document, why, where)

    def refuse_topic_cycles(self) -> None:
        """Refuse topics that are part of themselves."""
        broader = {topic.id: topic.broader for topic in self.built["topics"]}
        done: set[str] = set()
        for start in broader:
            trail: dict[str, None] = {}
            id: str | None = start
            while id is not None and id not in done and id not in trail:
                trail[id] = None
                id = broader.get(id)
            if id in trail:
                cycle = [*list(trail)[list(trail).index(id) :], id]
                message = f"a topic cannot be part of itself: {' -> '.join(cycle)}"
                document, path = where_declared(cycle[0], self.documents)
                self.report.refuse(document, Refused("cycle", message), (*path, "broader"))
            done.update(trail)


def _no_such(
    found: str, word: str, valid: list[str], code: str, *, at_key: bool = False
) -> Refused:
    """The refusal of a code or of its value."""
    near = nearest(word, valid)
    expected = one_of(valid) if valid else None
    if near is not None:
        hint = f"; did you mean {near!r}?"
    else:
        hint = f"; expected {expected}" if expected else ""
    return Refused(
        code, found + hint, found=word, expected=expected, suggestion=near, at_key=at_key
    )
