"""Where records stand in their files: kept beside the records, never in them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NoReturn, Protocol

from bilateral.errors import Place, UnknownIdError


class Places(Protocol):
    """Where each record of a dossier stands."""

    @property
    def last_seen(self) -> dict[str, int]:
        """Fingerprints of what the dossier's files held when last loaded from or written to.

        By real path, of all bytes behind a byte order mark; `dump` keeps them up to date, so that
        it notices what others changed.
        """

    def __getitem__(self, id: str, /) -> Place:
        """Where the record with this id begins; KeyError where it was not read from a file."""

    def of(self, id: str, /, *path: str | int) -> Place:
        """Where a field of it stands: `of("xi-settlement", "evidence", 0)`."""

    def written(self, id: str, /, *path: str | int) -> str:
        """The keys that lead to it, or to a field of it, as its file writes them."""


def written_path(path: Sequence[str | int]) -> str:
    """A path as a person writes it.

    >>> written_path(("visits", "state-visit", "guests", 0))
    'visits.state-visit.guests[0]'
    """
    parts = [f"[{part}]" if isinstance(part, int) else f".{part}" for part in path]
    # Half a pair of surrogates, which JSON can hold, cannot be printed.
    return "".join(parts).removeprefix(".").encode("utf-8", "backslashreplace").decode()


class NoPlaces:
    """The places of records that were made in Python: they stand in no file until `dump`."""

    def __init__(self) -> None:
        self.last_seen: dict[str, int] = {}

    def __getitem__(self, id: str) -> NoReturn:
        """Raise UnknownIdError."""
        raise UnknownIdError("place of record", id, ())

    def of(self, id: str, *_: str | int) -> NoReturn:
        """Raise UnknownIdError."""
        raise UnknownIdError("place of record", id, ())

    def written(self, id: str, *_: str | int) -> NoReturn:
        """Raise UnknownIdError."""
        raise UnknownIdError("place of record", id, ())
