"""Where records stand in their files: kept beside the records, never in them."""

from __future__ import annotations

from typing import Protocol

from bilateral.errors import Place


class Places(Protocol):
    """Where each record of a dossier stands."""

    def __getitem__(self, id: str, /) -> Place:
        """Where the record with this id begins; KeyError where it was not read from a file."""

    def of(self, id: str, /, *path: str | int) -> Place:
        """Where a field of it stands: `of("xi-settlement", "evidence", 0)`."""
