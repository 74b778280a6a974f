"""Where the records of a loaded dossier stand: found again in the text when asked."""

from __future__ import annotations

from bilateral.errors import Place, UnknownIdError
from bilateral.format.documents import Document
from bilateral.format.limits import Limits
from bilateral.format.scanning import Path, Scan, scan
from bilateral.records.dossier import GLOBAL_SECTIONS, LOCAL_SECTIONS


class FilePlaces:
    """Places in the texts that a dossier was loaded from.

    The texts are kept rather than the places: they are smaller, and most loads never ask.
    """

    def __init__(self, documents: list[Document], limits: Limits) -> None:
        self._documents = [(document.id, document.name, document.text) for document in documents]
        self._limits = limits
        self._scans: dict[str, Scan] = {}

    def __getitem__(self, id: str) -> Place:
        """Where the record with this id begins; the short form serves as in the file.

        Raises:
            UnknownIdError: No record with this id was read.
        """
        name, found, path = self._find(id)
        return Place(name, *found.keys[path])

    def of(self, id: str, *path: str | int) -> Place:
        """Where a field of a record stands, or a member of a field; its default where it has one.

        Raises:
            UnknownIdError: No record with this id was read, or it does not write this field.
        """
        name, found, start = self._find(id)
        for full in ((*start, *path), ("defaults", start[0], *path)):
            if full in found.values:
                return Place(name, *found.values[full])
        raise UnknownIdError("field", ".".join(map(str, path)), ())

    def _find(self, id: str) -> tuple[str, Scan, Path]:
        """The file, its scan, and the path of a record."""
        file, colon, local = id.rpartition(":")
        for file_id, name, text in self._documents:
            if colon and file != file_id:
                continue
            found = self._scans.get(name)
            if found is None:
                found = self._scans[name] = scan(text, self._limits)
            declaration, slash, clause = local.partition("/")
            sections = LOCAL_SECTIONS if colon else {**GLOBAL_SECTIONS, **LOCAL_SECTIONS}
            for section in sections:
                path: Path = (section, declaration)
                if slash:
                    path = (section, declaration, "clauses", clause)
                if path in found.keys:
                    return name, found, path
        raise UnknownIdError("record", id, ())
