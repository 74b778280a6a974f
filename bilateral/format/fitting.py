"""Whether records that were made in Python hold what their fields may hold in a file."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Any

import attrs

from bilateral.dates import Edtf
from bilateral.display.characters import MOST_MARKS, stacked
from bilateral.errors import BilateralError, printable
from bilateral.format import shapes
from bilateral.format.conflicts import difference
from bilateral.format.decoding import FORBIDDEN, forbidden
from bilateral.format.documents import SECTIONS
from bilateral.format.outlining import is_id, wrong_id
from bilateral.format.refusals import a, shown
from bilateral.records.dossier import LOCAL_SECTIONS, Dossier
from bilateral.records.gaps import Gap
from bilateral.records.record import Record, kind_name
from bilateral.records.sources import Evidence
from bilateral.records.words import Clause, JointDeclaration

_TEXT = shapes.Text()
_LONGEST_FOUND = 60
Faults = Iterator[tuple[str, str]]
"""What does not fit in a value, each with its path in it."""


def unwritable(id: object, field: str, fault: str) -> BilateralError:
    """The refusal to write a record: with its full id and, where it is of one, the field."""
    parts = ["cannot be written", printable(str(id)), field, fault]
    return BilateralError(": ".join(filter(None, parts)))


class Fitting:
    """Looks at the records of a dossier before they are written."""

    def __init__(self, dossier: Dossier, archive: Dossier | None = None) -> None:
        """A dossier, and what the archive holds that it would be loaded with."""
        self.dossier = dossier
        # The dossier's own come last, and stand in place of the archive's.
        self.held: dict[tuple[type[Any], Any], Record] = {
            (type(record), str(record.id)): record
            for one in (archive or Dossier(), dossier)
            for record in chain.from_iterable(map(one.section, SECTIONS))
        }
        # Told apart by identity, which is quick: nearly all references are to these themselves.
        self.known = set(map(id, self.held.values()))

    def refuse_unfit(self, sections: Mapping[str, type[Any]]) -> None:
        """Refuse the first value that would not come back from a file as it is.

        Raises:
            BilateralError: It names the record, the field, and what to write.
        """
        taken: dict[str, str] = {}
        for cls, record, prefix in self._records(sections):
            for path, fault in self._unfit(record, shapes.Nested(cls)):
                raise unwritable(record.id, path.removeprefix("."), fault)
            fault_of_id = _fault_of_id(record, cls, prefix, taken)
            if fault_of_id:
                raise unwritable(record.id, "id", fault_of_id)
            taken[record.id] = kind_name(cls.__name__)

    def _records(self, sections: Mapping[str, type[Any]]) -> Iterator[tuple[type[Any], Any, str]]:
        """The records, each with the class that it should be of and what its id begins with."""
        for section, cls in sections.items():
            for record in self.dossier.section(section):
                yield cls, record, ""
                if cls is JointDeclaration:
                    for clause in record.clauses:
                        yield Clause, clause, f"{record.id}/"

    def _unfit(self, value: Any, shape: shapes.Shape) -> Faults:
        fault = _fault(value, shape)
        match shape:
            case _ if fault:
                yield "", fault
            case shapes.Nested():
                yield from self._unfit_fields(value, shape.of)
            case shapes.Passage():
                yield from self._unfit_fields(value, Evidence)
            case shapes.Reference():
                yield from self._unfit_reference(value)
            case shapes.ListOf():
                for number, member in enumerate(value):
                    yield from self._below(f"[{number}]", member, shape.item)
            case shapes.MapOf():
                for key, member in value.items():
                    yield from self._below(f"[{key!r}]", key, _TEXT)
                    yield from self._below(f"[{key!r}]", member, shape.item)

    def _below(self, step: str, value: Any, shape: shapes.Shape) -> Faults:
        for path, fault in self._unfit(value, shape):
            yield step + path, fault

    def _unfit_fields(self, value: Any, cls: type[Any]) -> Faults:
        if isinstance(value, Record):
            yield from self._below(".id", value.id, _TEXT)
        defaults = {a.name: a.default for a in attrs.fields(cls)}
        for name, field in shapes.fields(cls).items():
            item = getattr(value, name)
            # Told apart by identity: what compares in its own way may stand here, as pandas' NA.
            if item is not defaults[name]:
                yield from self._below(f".{name}", item, field.shape)

    def _unfit_reference(self, record: Any) -> Faults:
        """A file holds no more of a reference than the id: the rest is lost where it differs."""
        if id(record) in self.known:
            return
        faults = list(self._unfit_fields(record, type(record)))
        yield from faults
        if faults:
            return
        held = self.held.get((type(record), record.id))
        found = f"{kind_name(type(record).__name__)} {shown(record.id)}"
        section = next(name for name, cls in SECTIONS.items() if cls is type(record))
        if held is None:
            yield "", f"the dossier has no {found}; put it among its {section}"
        elif held != record:
            differs = f"differs from the one among the {section} in {difference(record, held)}"
            yield "", f"this {found} {differs}; write that one here, or change it there"
        else:
            self.known.add(id(record))


def _fault_of_id(
    record: Record, cls: type[Any], prefix: str, taken: Mapping[str, str]
) -> str | None:
    """What is wrong with an id, where others are taken by kinds of records."""
    own = record.local_id if cls in LOCAL_SECTIONS.values() else record.id.removeprefix(prefix)
    if not record.id.startswith(prefix):
        wanted = prefix + own.rpartition("/")[2]
        return f"a clause's id begins with its declaration's; write {wanted!r}"
    if not is_id(own):
        return wrong_id(own).message
    if record.id in taken:
        return f"{a(taken[record.id])} has this id already; give one of them another"
    return None


def _fault(value: Any, shape: shapes.Shape) -> str | None:
    """What is wrong with a value as a whole."""
    match shape:
        case shapes.Flag():
            return _of_class(value, (bool,), "True or False")
        case shapes.Number():
            fits = isinstance(value, int) and not isinstance(value, bool)
            return None if fits else _expected("a whole number", value)
        case shapes.Date():
            return _of_class(value, (Edtf,), "a date", "Edtf.parse({!r})")
        case shapes.Interval():
            return _of_class(value, (Gap,), "a gap", "Gap.parse({!r})")
        case shapes.Reference():
            kinds = " or ".join(a(kind_name(kind.__name__)) for kind in shape.kinds)
            return _of_class(value, shape.kinds, f"{kinds} itself")
        case shapes.Nested():
            return _of_class(value, (shape.of,), a(kind_name(shape.of.__name__)))
        case shapes.Passage():
            return _of_class(value, (Evidence,), "evidence", "Evidence(words={!r})")
        case shapes.ListOf() | shapes.Keyed():
            fault = _of_sort(value, tuple, "a tuple", "({!r},)")
            # What may be empty is its field's default then, and is not looked at.
            return fault or (None if value else "nothing stands in it; write one member at least")
        case shapes.MapOf():
            return _of_sort(value, Mapping, "a mapping")
        case _:  # texts, and what stands in a file as one: words and ids
            return _of_sort(value, str, "text") or _fault_of_text(value)


def _of_class(
    value: Any, classes: tuple[type[Any], ...], expected: str, written: str | None = None
) -> str | None:
    """What is wrong with an instance of none of these classes."""
    if type(value) in classes:
        return None
    if isinstance(value, classes):
        return _expected(expected, value) + "; no instance of a subclass comes back from a file"
    return _of_sort(value, classes, expected, written)


def _of_sort(value: Any, types: Any, expected: str, written: str | None = None) -> str | None:
    """What is wrong with an instance of none of these types and their subclasses."""
    if isinstance(value, types):
        return None
    hint = f"; write {written.format(value)}" if written and isinstance(value, str) else ""
    return _expected(expected, value) + hint


def _expected(expected: str, value: Any) -> str:
    if value is None:
        return f"expected {expected}, found None"
    found = repr(value)
    if len(found) > _LONGEST_FOUND:
        found = found[: _LONGEST_FOUND - 3] + "..."
    return f"expected {expected}, found {found}, {a(type(value).__name__)}"


def _fault_of_text(text: str) -> str | None:
    if not text or text.isspace():
        return f"the text is {'blank' if text else 'empty'}"
    match = FORBIDDEN.search(text)
    if match is not None:
        return forbidden(match[0]).message
    if stacked(text) is not None:
        return f"a letter has more than {MOST_MARKS} marks"
    if not unicodedata.is_normalized("NFC", text):
        return "the text is not in Unicode's NFC; write unicodedata.normalize('NFC', text)"
    return None
