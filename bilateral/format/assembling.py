"""Documents to one dossier: what is declared, then kind by kind what is built."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from attrs import Factory, define

from bilateral.errors import LoadError, Place, Problem, nearest
from bilateral.format import shapes
from bilateral.format.building import builder, hook, refusals_of, unknown_field
from bilateral.format.limits import Limits
from bilateral.format.reading import Irregular, read
from bilateral.format.references import Index, binder, kind_name
from bilateral.format.refusals import Broken, Refused, Unusable, one_of, refuse_shape, shown
from bilateral.format.scanning import Path, Scan, scan
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS, Dossier
from bilateral.records.record import Record
from bilateral.records.sources import Article, SourcedRecord
from bilateral.records.words import JointDeclaration

VERSION = "1"
ARCHIVE = "bilateral.yaml"
_ID = re.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,127}")
_SECTIONS = {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}
_UNSUGGESTED = 100
"""After this many problems of a run no more nearest words are looked for."""


@define(eq=False)
class Document:
    """One file or text.

    Attributes:
        name: What problems call it.
        text: All of it.
        default_id: The article's id where the file gives none; None for an archive's own file.
    """

    name: str
    text: str
    default_id: str | None
    data: dict[str, Any] = Factory(dict)
    id: str = ""
    defaults: dict[str, dict[str, Any]] = Factory(dict)
    only_source: Record | None = None

    def records(self, section: str) -> Iterator[tuple[str, Any]]:
        """The ids of a section with what stands under them."""
        records = self.data.get(section)
        return iter(records.items() if type(records) is dict else ())

    def full_id(self, section: str, id: str) -> str:
        """The full id of one of its records."""
        return id if section in GLOBAL_SECTIONS else f"{self.id}:{id}"


class Halt(Exception):  # noqa: N818 - ends the quick way, nothing is wrong yet
    """The quick way found something to refuse."""


class Assembly:
    """Builds one dossier; the quick way stops at the first refusal, the thorough one tells all."""

    def __init__(self, documents: list[Document], limits: Limits, *, thorough: bool) -> None:
        self.documents = documents
        self.limits = limits
        self.thorough = thorough
        self.index = Index()
        self.scans: dict[str, Scan] = {}
        self.problems: list[Problem] = []
        self.built: dict[str, list[Record]] = {name: [] for name in ("articles", *_SECTIONS)}

    def dossier(self) -> Dossier:
        """The dossier of all documents.

        Raises:
            Halt: There is something to refuse, and this is the quick way.
            LoadError: There is something to refuse.
        """
        for document in self.documents:
            self.parse(document)
        for document in self.documents:
            self.declare(document)
        for section in _SECTIONS:
            for document in self.documents:
                self.build_section(document, section)
        self.refuse_topic_cycles()
        if self.problems:
            raise LoadError(self.in_order(self.problems))
        return Dossier(**self.built)

    # What is refused

    def refuse(self, document: Document, why: Refused, path: Path) -> None:
        if not self.thorough:
            raise Halt
        self.problems.append(
            Problem(
                code=why.code,
                place=self.place(document, path, key=why.at_key),
                message=why.message,
                path=written_path(path),
                found=why.found,
                expected=why.expected,
                suggestion=why.suggestion,
            )
        )

    def place(self, document: Document, path: Path, *, key: bool) -> Place:
        """Where a path stands; a field that came from the defaults stands there."""
        found = self.scans[document.name]
        if len(path) > 2 and path[:3] not in found.keys and path[2] in document.defaults.get(str(path[0]), ()):  # noqa: E501, PLR2004
            path = ("defaults", path[0], *path[2:])
        return Place(document.name, *found.find(path, key=key))

    def in_order(self, problems: list[Problem]) -> list[Problem]:
        """The problems by file and place, each once."""
        order = {document.name: number for number, document in enumerate(self.documents)}
        unique = dict.fromkeys(problems)
        return sorted(
            unique, key=lambda p: (order[p.place.file], p.place.line, p.place.column)
        )

    # Parsing

    def parse(self, document: Document) -> None:
        """Read a document's data and check its outline."""
        if self.thorough:
            found = self.scans[document.name] = scan(document.text, self.limits)
            data = found.data
            for why, path, (line, column) in found.refusals:
                self.problems.append(
                    Problem(
                        code=why.code,
                        place=Place(document.name, line, column),
                        message=why.message,
                        path=written_path(path),
                        found=why.found,
                        expected=why.expected,
                        suggestion=why.suggestion,
                    )
                )
            if data is None and found.refusals:
                return
        else:
            try:
                data = read(document.text, self.limits)
            except Irregular:
                raise Halt from None
        if type(data) is not dict:
            self.refuse_shape(document, data, "a mapping that begins with 'bilateral: 1'", ())
        elif self.version_is_right(document, data):
            self.outline(document, data)

    def refuse_shape(self, document: Document, value: Any, expected: str, path: Path) -> None:
        try:
            refuse_shape(value, expected)
        except Refused as why:
            self.refuse(document, why, path)
        except Broken:
            pass

    def version_is_right(self, document: Document, data: dict[str, Any]) -> bool:
        """Whether the file says that it is of this version; checked before anything else."""
        version = data.get("bilateral")
        if version == VERSION:
            return True
        if "bilateral" in data:
            message = f"this is format version {shown(version)}; this library reads version 1"
            why = Refused("format", message, found=shown(version), expected=VERSION, suggestion=VERSION)  # noqa: E501
            if type(version) is not Unusable:
                self.refuse(document, why, ("bilateral",))
            return False
        near = nearest("bilateral", data)
        message = "the file needs 'bilateral: 1', the version of its format"
        if near is not None and near not in _SECTIONS:
            message = f"a file has no {near!r}; did you mean 'bilateral'?"
            self.refuse(
                document,
                Refused("key-unknown", message, found=near, suggestion="bilateral", at_key=True),
                (near,),
            )
        else:
            self.refuse(document, Refused("key-missing", message, expected="bilateral"), ())
        return False

    def outline(self, document: Document, data: dict[str, Any]) -> None:
        """Take what is in order at the top of a file, and refuse the rest."""
        own = {"bilateral", "id", "defaults", *shapes.fields(Article), *_SECTIONS}
        archive = document.default_id is None
        allowed = {"bilateral", "note", *GLOBAL_SECTIONS} if archive else own
        for name, value in data.items():
            if name in allowed:
                if name in _SECTIONS and type(value) is not dict:
                    self.refuse_shape(document, value, "a mapping from ids to records", (name,))
                else:
                    document.data[name] = value
            elif name in own:
                message = f"{name!r} belongs in an article's file; {ARCHIVE} holds what all share"
                self.refuse(document, Refused("key-misplaced", message, found=name, at_key=True), (name,))  # noqa: E501
            else:
                near = nearest(name, allowed)
                hint = f"; did you mean {near!r}?" if near else f"; it may have {one_of(sorted(allowed))}"  # noqa: E501
                why = Refused(
                    "key-unknown", f"a file has no {shown(name)}{hint}", found=name,
                    expected=one_of(sorted(allowed)), suggestion=near, at_key=True,
                )  # fmt: skip
                self.refuse(document, why, (name,))

    # Declaring

    def declare(self, document: Document) -> None:
        """Take a document's ids, so that what refers to them can be told from what dangles."""
        self.name_article(document)
        used: dict[str, str] = {}
        for section, cls in _SECTIONS.items():
            for id, body in document.records(section):
                path = (section, id)
                if not self.id_is_right(document, id, path):
                    continue
                scope = "" if section in GLOBAL_SECTIONS else ":"
                if (other := used.setdefault(scope + id, section)) != section:
                    self.refuse_twice(document, id, path, document, (other, id))
                    continue
                full = document.full_id(section, id)
                if section in GLOBAL_SECTIONS and self.index.declared.get(full, cls.__name__) != cls.__name__:  # noqa: E501
                    self.refuse_twice(document, id, path, *self.declared_elsewhere(full))
                    continue
                self.index.declare(full, cls.__name__)
                if cls is JointDeclaration and type(body) is dict:
                    self.declare_clauses(document, full, path, body.get("clauses"))
        self.take_defaults(document)

    def declare_clauses(self, document: Document, full: str, path: Path, clauses: Any) -> None:
        if type(clauses) is dict:
            for id in clauses:
                if self.id_is_right(document, id, (*path, "clauses", id)):
                    self.index.declare(f"{full}/{id}", "Clause")

    def id_is_right(self, document: Document, id: str, path: Path) -> bool:
        if _ID.fullmatch(id):
            return True
        mended = re.sub("[^A-Za-z0-9_-]+", "-", id.strip()).strip("-_") or None
        hint = f"; did you mean {mended!r}?" if mended else ""
        message = f"{shown(id)} is no id: ids have letters a-z, digits, '-' and '_'{hint}"
        why = Refused(
            "id-form", message, found=id[:128], expected="letters a-z, digits, '-' and '_'",
            suggestion=mended, at_key=path[-1:] != ("id",) or path == (id,),
        )  # fmt: skip
        self.refuse(document, why, path)
        return False

    def name_article(self, document: Document) -> None:
        """Find the article's id: as given, or else the file's name."""
        tells = document.data.keys() - {"bilateral", *GLOBAL_SECTIONS}
        if document.default_id is None or not tells:
            return
        id = document.data.get("id", document.default_id)
        if not isinstance(id, str):
            self.refuse_shape(document, id, "an id", ("id",))
            return
        if "id" not in document.data and not _ID.fullmatch(id):
            message = f"the file's name {shown(id)} is no id; give the article one with 'id:'"
            self.refuse(document, Refused("id-form", message, found=id), ())
            return
        if not self.id_is_right(document, id, ("id",)):
            return
        document.id = str(id)
        other = next((d for d in self.documents if d is not document and d.id == id), None)
        if other is not None:
            self.refuse_twice(document, id, ("id",), other, ("id",))
            return
        self.build(document, "articles", Article, id, ())

    def refuse_twice(
        self, document: Document, id: str, path: Path, other: Document, other_path: Path
    ) -> None:
        if not self.thorough:
            raise Halt
        place = self.place(other, other_path, key=True)
        message = f"the id {shown(id)} is used at {place} already"
        self.refuse(document, Refused("id-twice", message, found=id, at_key=True), path)

    def declared_elsewhere(self, id: str) -> tuple[Document, Path]:
        """Where an actor or topic of this id was first declared."""
        return next(
            (document, (section, id))
            for document in self.documents
            for section in GLOBAL_SECTIONS
            if id in document.data.get(section, ())
        )

    def take_defaults(self, document: Document) -> None:
        """Check the defaults by themselves, so that each fault in them is told once and there."""
        defaults = document.data.get("defaults", {})
        if type(defaults) is not dict:
            self.refuse_shape(document, defaults, "a mapping from sections to fields", ("defaults",))
            return
        for section, given in defaults.items():
            path: Path = ("defaults", section)
            if section not in LOCAL_SECTIONS:
                near = nearest(section, LOCAL_SECTIONS)
                hint = f"; did you mean {near!r}?" if near else ""
                message = f"there are no defaults for {shown(section)}{hint}"
                why = Refused(
                    "key-unknown", message, found=section, expected=one_of(list(LOCAL_SECTIONS)),
                    suggestion=near, at_key=True,
                )  # fmt: skip
                self.refuse(document, why, path)
            elif type(given) is not dict:
                self.refuse_shape(document, given, "a mapping of fields", path)
            else:
                known = shapes.fields(LOCAL_SECTIONS[section])
                document.defaults[section] = {
                    name: value for name, value in given.items() if name in known
                }
                for name in given.keys() - known.keys():
                    why = unknown_field(LOCAL_SECTIONS[section], name)
                    self.refuse(document, why, (*path, name))

    # Building

    def build_section(self, document: Document, section: str) -> None:
        cls = _SECTIONS[section]
        for name, value in document.defaults.get(section, {}).items():
            self.check_default(document, section, cls, name, value)
        for id, body in document.records(section):
            if self.index.declared.get(document.full_id(section, id)) == cls.__name__:
                self.build(document, section, cls, id, (section, id), body)
        if section == "sources" and len(document.data.get("sources", ())) == 1:
            (id,) = document.data["sources"]
            document.only_source = self.index.built.get(document.full_id("sources", id))

    def check_default(
        self, document: Document, section: str, cls: type[Record], name: str, value: Any
    ) -> None:
        bind = binder(cls)
        bound = bind({name: value}, self.index, document.id)[name] if bind else value
        try:
            hook(shapes.fields(cls)[name].shape, thorough=self.thorough)(bound, None)
        except Exception as error:  # noqa: BLE001 - sorted out in `refuse_all`
            self.refuse_all(document, error, cls, ("defaults", section, name))

    def build(
        self, document: Document, section: str, cls: type[Record], id: str, path: Path, body: Any = None
    ) -> None:
        """Build one record and keep it."""
        if section == "articles":
            known = shapes.fields(Article)
            body = {name: value for name, value in document.data.items() if name in known}
        if type(body) is not dict:
            self.refuse_shape(document, body, f"a mapping of the fields of {cls.__name__}", path)
            return
        if "id" in body:
            why = Refused("key-unknown", "the id is the key itself", found="id", at_key=True)
            self.refuse(document, why, (*path, "id"))
        full = id if section == "articles" else document.full_id(section, id)
        given = {**document.defaults.get(section, {}), **body}
        bind = binder(cls)
        values = bind(given, self.index, document.id) if bind else given
        values["id"] = full
        if document.only_source is not None and issubclass(cls, SourcedRecord):
            values.setdefault("source", document.only_source)
        if cls is JointDeclaration and type(values.get("clauses")) is dict:
            values["clauses"] = self.clauses_with_ids(document, full, path, values["clauses"])
        try:
            record = builder(cls, thorough=self.thorough)(values, cls)
        except Exception as error:  # noqa: BLE001 - sorted out in `refuse_all`
            self.refuse_all(document, error, cls, path)
        else:
            self.keep(document, section, record, path)

    def clauses_with_ids(
        self, document: Document, full: str, path: Path, clauses: dict[str, Any]
    ) -> dict[str, Any]:
        numbered = {}
        for id, body in clauses.items():
            if type(body) is dict:
                if "id" in body:
                    why = Refused("key-unknown", "the id is the key itself", found="id", at_key=True)
                    self.refuse(document, why, (*path, "clauses", id, "id"))
                numbered[id] = {**body, "id": f"{full}/{id}"}
            else:
                numbered[id] = body
        return numbered

    def refuse_all(self, document: Document, error: Exception, cls: type[Any], path: Path) -> None:
        if not self.thorough:
            raise Halt from error
        for why, where in refusals_of(error, cls, path):
            self.refuse(document, why, where)

    def keep(self, document: Document, section: str, record: Record, path: Path) -> None:
        """Keep a record; an actor or topic that another file gives too must be the same there."""
        known = self.index.built.setdefault(record.id, record)
        if known is record:
            self.built[section].append(record)
        elif known != record:
            if not self.thorough:
                raise Halt
            other, other_path = self.declared_elsewhere(record.id)
            place = self.place(other, other_path, key=True)
            kind = kind_name(type(record).__name__)
            message = f"the {kind} {record.id!r} differs from the one at {place}"
            self.refuse(document, Refused("conflict", message, found=record.id, at_key=True), path)
        for holder, where in ((record, path), *self.coded_clauses(record, path)):
            self.check_codes(document, holder, where)

    def coded_clauses(self, record: Record, path: Path) -> list[tuple[Record, Path]]:
        if not isinstance(record, JointDeclaration):
            return []
        return [
            (clause, (*path, "clauses", clause.id.rpartition("/")[2])) for clause in record.clauses
        ]

    def check_codes(self, document: Document, record: Record, path: Path) -> None:
        """Refuse codes that the archive's variables do not allow."""
        for name, value in record.codes.items():
            where = (*path, "codes", name)
            variable = self.index.built.get(name)
            if self.index.declared.get(name) != "Variable":
                known = [id for id, kind in self.index.declared.items() if kind == "Variable"]
                near = nearest(name, known)
                hint = f"; did you mean {near!r}?" if near else f"; declare it in {ARCHIVE}"
                why = Refused(
                    "ref-unknown", f"no variable {shown(name)}{hint}", found=name,
                    expected="a variable", suggestion=near, at_key=True,
                )  # fmt: skip
                self.refuse(document, why, where)
            elif variable is not None and variable.values and value not in variable.values:  # type: ignore[attr-defined]
                values = list(variable.values)  # type: ignore[attr-defined]
                near = nearest(value, values)
                hint = f"; did you mean {near!r}?" if near else f"; expected {one_of(values)}"
                why = Refused(
                    "value", f"{shown(value)} is no value of {name!r}{hint}", found=value,
                    expected=one_of(values), suggestion=near,
                )  # fmt: skip
                self.refuse(document, why, where)

    def refuse_topic_cycles(self) -> None:
        """Refuse topics that are part of themselves."""
        broader = {topic.id: topic.broader for topic in self.built["topics"]}  # type: ignore[attr-defined]
        done: set[str] = set()
        for start in broader:
            trail: list[str] = []
            id: str | None = start
            while id is not None and id not in done and id not in trail:
                trail.append(id)
                id = broader.get(id)
            if id in trail:
                cycle = [*trail[trail.index(id) :], id]
                message = f"a topic cannot be part of itself: {' -> '.join(cycle)}"
                document, path = self.declared_elsewhere(trail[-1]) if self.thorough else (self.documents[0], ())  # noqa: E501
                self.refuse(document, Refused("cycle", message), (*path, "broader"))
            done.update(trail)


def written_path(path: Path) -> str:
    """A path as a person writes it: `visits.state-visit.guests[0]`."""
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    return "".join(parts).removeprefix(".")
