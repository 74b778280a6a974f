"""Where records stand in their files: kept beside the records, never in them."""

from __future__ import annotations

from typing import NoReturn, Protocol

from bilateral.errors import Place, UnknownIdError


class Places(Protocol):
    """Where each record of a dossier stands."""

    @property
    def last_seen(self) -> dict[str, str]:
        """What the dossier's files held when it was last loaded from them or written to them.

        By real path, a file's text less a byte order mark; `dump` keeps it up to date, so that it
        notices what others changed.
        """

    def __getitem__(self, id: str, /) -> Place:
        """Where the record with this id begins; KeyError where it was not read from a file."""

    def of(self, id: str, /, *path: str | int) -> Place:
        """Where a field of it stands: `of("xi-settlement", "evidence", 0)`."""


class NoPlaces:
    """The places of records that were made in Python: they stand in no file until `dump`."""

    def __init__(self) -> None:
        self.last_seen: dict[str, str] = {}

    def __getitem__(self, id: str) -> NoReturn:
        """Raise UnknownIdError."""
        raise UnknownIdError("place of record", id, ())

    def of(self, id: str, *_: str | int) -> NoReturn:
        """Raise UnknownIdError."""
        raise UnknownIdError("place of record", id, ())
