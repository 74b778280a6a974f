"""Documents to one dossier: kind by kind, each after those that it refers to."""

from __future__ import annotations

from functools import cached_property
from operator import attrgetter
from typing import Any

from bilateral.errors import Place
from bilateral.format import shapes
from bilateral.format.building import builder, hooks
from bilateral.format.codings import chosen, in_order
from bilateral.format.conflicts import difference
from bilateral.format.declaring import declare, where_declared
from bilateral.format.documents import SECTIONS, Document
from bilateral.format.explaining import refusals_of
from bilateral.format.locating import Path
from bilateral.format.outlining import outline
from bilateral.format.references import Index, here
from bilateral.format.refusals import Refused, refuse_word, searches, shown
from bilateral.format.reporting import Report
from bilateral.format.values import Hook
from bilateral.records.dossier import Dossier
from bilateral.records.record import Record, Variable, kind_name
from bilateral.records.sources import Article, SourcedRecord
from bilateral.records.words import JointDeclaration

_LONGEST_CYCLE = 8
"""How many ids of a ring of topics a message shows."""


def assemble(
    documents: list[Document], report: Report, *, whole: bool = True, coder: str | None = None
) -> Dossier:
    """The dossier of all documents, less what the report refused.

    Args:
        documents: All that could be read.
        report: What to do with refusals.
        whole: These are all documents that there are.
        coder: Whose of several codings of one source to take.
    """
    searches.made = 0
    for document in documents:
        outline(document, report)
    documents = chosen(in_order(documents), coder, report, whole=whole)
    index = Index(incomplete=not whole or not all(document.whole for document in documents))
    declare(documents, index, report)
    before, here.index = here.index, index
    try:
        return _Assembly(documents, index, report).build_all()
    finally:
        here.index = before


class _Assembly:
    def __init__(self, documents: list[Document], index: Index, report: Report) -> None:
        self.documents = documents
        self.index = index
        self.report = report
        self.built: dict[str, Any] = {name: [] for name in ("articles", *SECTIONS)}
        self.allowed: dict[str, frozenset[str]] = {}

    def build_all(self) -> Dossier:
        """Build kind by kind, each after those that it refers to."""
        having: dict[str, list[Document]] = {section: [] for section in SECTIONS}
        for document in self.documents:
            for section in having.keys() & (document.data.keys() | document.defaults.keys()):
                having[section].append(document)
        for section, documents in having.items():
            self.build_section(section, documents)
            if section == "sources":
                self.find_only_sources()
        # An article's codes need the variables.
        self.build_articles()
        self.refuse_topic_cycles()
        return Dossier(**self.built)

    def build_articles(self) -> None:
        """Build the articles of all documents that tell of one."""
        known = shapes.fields(Article)
        quick = builder(Article, thorough=False)
        for document in self.documents:
            if document.id:
                here.prefix = f"{document.id}:"
                values = {name: value for name, value in document.data.items() if name in known}
                values["id"] = document.id
                article = self.build(quick, document, Article, values, ())
                if article is not None:
                    self.built["articles"].append(article)
                    self.check_codes(document, article, ())

    def build_section(self, section: str, documents: list[Document]) -> None:
        """Build the records of a section, of all documents that have it."""
        cls = SECTIONS[section]
        ids = self.index.ids
        kind, is_sourced = cls.__name__, issubclass(cls, SourcedRecord)
        quick = builder(cls, thorough=False)
        for document in documents:
            here.prefix = f"{document.id}:"
            defaults = document.defaults.get(section, {})
            self.check_defaults(document, cls, section)
            if is_sourced and document.only_source is not None:
                defaults = {"source": document.only_source, **defaults}
            prefix = document.full_id(section, "")
            for id, body in document.records(section):
                if type(body) is not dict:
                    expected = f"a mapping of the fields of {kind}"
                    self.report.refuse_shape(document, body, expected, (section, id))
                    continue
                for name, value in defaults.items():
                    body.setdefault(name, value)
                body["id"] = full = ids.setdefault(prefix + id, prefix + id)
                # Of two records under one id the first is meant, to which the second may refer.
                here.record = full if self.index.declared[full] == kind else ""
                record = self.build(quick, document, cls, body, (section, id))
                # What stands under an id that was refused is checked, and belongs to nothing.
                if record is not None and self.index.declared[full] == kind:
                    self.keep(document, section, record, (section, id))

    def find_only_sources(self) -> None:
        """Note the sources of documents that have one alone: their records need not say so."""
        for document in self.documents:
            ids = document.data.get("sources", ())
            if len(ids) == 1:
                (id,) = ids
                document.only_source = self.index.built.get(document.full_id("sources", id))

    def check_defaults(self, document: Document, cls: type[Any], section: str) -> None:
        """Check each default by itself, since no record may use it."""
        for name, value in document.defaults.get(section, {}).items():
            try:
                hooks(cls, thorough=True)[name](value, None)
            except Exception as error:  # noqa: BLE001 - `refuse_all` sorts them out
                self.refuse_all(document, error, cls, ("defaults", section, name))

    def build(
        self,
        quick: Hook,
        document: Document,
        cls: type[Record],
        values: dict[str, Any],
        path: Path,
    ) -> Record | None:
        """Build a record from its fields; None where it was refused."""
        try:
            record: Record = quick(values, cls)
        except Exception:  # noqa: BLE001 - the thorough builder says what it was
            return self.build_thoroughly(document, cls, values, path)
        return record

    def build_thoroughly(
        self, document: Document, cls: type[Record], values: dict[str, Any], path: Path
    ) -> Record | None:
        """Build what the quick builder refused, to refuse all that is wrong with it."""
        try:
            record: Record = builder(cls, thorough=True)(values, cls)
        except Exception as error:  # noqa: BLE001 - `refuse_all` sorts them out
            self.refuse_all(document, error, cls, path)
            return None
        return record

    def refuse_all(self, document: Document, error: Exception, cls: type[Any], path: Path) -> None:
        """Refuse all that a builder refused."""
        for why, where in refusals_of(error, cls, path):
            self.report.refuse(document, why, where)

    def keep(self, document: Document, section: str, record: Record, path: Path) -> None:
        """Keep a record; an actor or topic that another file gives too must be the same there."""
        known = self.index.built.setdefault(record.id, record)
        if known is record:
            self.built[section].append(record)
        elif known != record:
            self.refuse_conflict(document, record, known, path)
        if record.codes:
            self.check_codes(document, record, path)
        if isinstance(record, JointDeclaration):
            for clause in filter(attrgetter("codes"), record.clauses):
                id = clause.id.rpartition("/")[2]
                self.check_codes(document, clause, (*path, "clauses", id))

    def refuse_conflict(
        self, document: Document, record: Record, known: Record, path: Path
    ) -> None:
        def why(place: Place) -> Refused:
            kind = kind_name(type(record).__name__)
            message = f"the {kind} {record.id!r} differs from the one at {place}"
            message += f" in {difference(record, known)}"
            return Refused("conflict", message, found=record.id, at_key=True)

        other = where_declared(record.id, self.documents)
        self.report.refuse_beside(document, path, other, why)

    def check_codes(self, document: Document, record: Record, path: Path) -> None:
        """Refuse codes that the archive's variables do not allow."""
        for name, value in record.codes.items():
            where = (*path, "codes", name)
            variable = self.index.built.get(name)
            if isinstance(variable, Variable):
                if variable.values and value not in self.values(variable):
                    opening = f"{shown(value)} is no value of {name!r}"
                    why = refuse_word("value", value, variable.values, opening=opening)
                    self.report.refuse(document, why, where)
            elif self.index.declared.get(name) != "Variable" and not self.index.incomplete:
                why = refuse_word("variable", name, self.variables, "ref-unknown", at_key=True)
                self.report.refuse(document, why, where)

    @cached_property
    def variables(self) -> list[str]:
        """The ids of all variables."""
        return [id for id, kind in self.index.declared.items() if kind == "Variable"]

    def values(self, variable: Variable) -> frozenset[str]:
        """The values of a variable, of which there may be many, and many to look up."""
        if variable.id not in self.allowed:
            self.allowed[variable.id] = frozenset(variable.values)
        return self.allowed[variable.id]

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
                if len(cycle) > _LONGEST_CYCLE:
                    cycle[2:-2] = ["..."]
                message = f"a topic cannot be part of itself: {' -> '.join(cycle)}"
                spot = where_declared(cycle[0], self.documents)
                path = (*spot.path, "broader")
                self.report.refuse(spot.document, Refused("cycle", message), path)
            done.update(trail)
