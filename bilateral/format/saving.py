"""Texts to files: each as a whole, and none over what its writer has not seen."""

from __future__ import annotations

import codecs
import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

from attrs import define

from bilateral.errors import BilateralError

_PREFIX = ".bilateral-"
"""How a temporary file's name begins: a hidden one, which a load passes over."""


def save(texts: Mapping[Path, str], last_seen: dict[str, str], *, overwrite: bool) -> None:
    """Put each text in its file's place; where one may not be put there, none is.

    Args:
        texts: What the files shall hold.
        last_seen: By real path, what a file held when it was last read or written by whoever
            writes now; it is kept up to date.
        overwrite: Whether to replace what was not seen as well.

    Raises:
        BilateralError: A file cannot be written, or would be replaced unseen.
    """
    targets = [
        _Target.of(file, text, last_seen, overwrite=overwrite) for file, text in texts.items()
    ]
    changed = [target for target in targets if not target.is_done()]
    with ExitStack() as stack:
        for target in changed:
            stack.enter_context(target.beside())
        # In one order, so that two writers never wait for each other.
        for folder in sorted({target.real.parent for target in changed}):
            stack.enter_context(_reserved(folder))
        for target in changed:
            target.refuse_unseen()
        for target in changed:
            target.put()


@contextmanager
def telling(file: Path) -> Iterator[None]:
    """Tell what the system refuses as an error of this library, with the file's name."""
    try:
        yield
    except (OSError, ValueError) as error:
        reason = (isinstance(error, OSError) and error.strerror) or error
        raise BilateralError(f"{file}: cannot be written: {reason}") from error


@contextmanager
def _reserved(folder: Path) -> Iterator[None]:
    """Keep other writers of this library out of a folder; write its entries to disk in the end.

    Where the system has no such lock, or opens no folders, all is done without.
    """
    descriptor = None
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
    if descriptor is None:
        yield
        return
    try:
        _lock(descriptor, "LOCK_EX")
        yield
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        # A process that was forked meanwhile has the folder open as well.
        _lock(descriptor, "LOCK_UN")
        os.close(descriptor)


def _lock(descriptor: int, operation: str) -> None:
    """Lock a folder or let it go: the lock ends with the process, and leaves no file behind."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(descriptor, getattr(fcntl, operation))


@define(eq=False)
class _Target:
    """A file that is to hold some text.

    Attributes:
        file: What messages call it.
        real: Where it is, behind all links.
        temporary: The file beside it that takes its place.
        text: What it shall hold.
        last_seen: As for `save`.
        overwrite: As for `save`.
        mode: The mode of the file that was there; None where there was none.
    """

    file: Path
    real: Path
    temporary: Path
    text: str
    last_seen: dict[str, str]
    overwrite: bool
    mode: int | None = None

    @classmethod
    def of(cls, file: Path, text: str, last_seen: dict[str, str], *, overwrite: bool) -> _Target:
        """What a text needs to become a file."""
        with telling(file):
            real = Path(os.path.realpath(file))
        temporary = real.parent / f"{_PREFIX}{os.urandom(8).hex()}"
        return cls(file, real, temporary, text, last_seen, overwrite)

    def is_done(self) -> bool:
        """Whether the file holds the text already."""
        if self.refuse_unseen() != self.text.encode():
            return False
        self.last_seen[str(self.real)] = self.text
        return True

    def refuse_unseen(self) -> bytes | None:
        """Refuse to replace what was not seen; otherwise what is held, if known."""
        with telling(self.file):
            held = self.held()
        known = self.last_seen.get(str(self.real))
        seen = None if known is None else known.encode()
        if self.overwrite or held in (seen, self.text.encode()):
            return held
        if seen is None:
            if held:  # an empty file has nothing to lose
                raise self.refusal_of_other()
            return held
        if held is None:
            raise BilateralError(
                f"{self.file}: was removed since this dossier was loaded from it or written to it;"
                " write it anew with overwrite=True"
            )
        raise BilateralError(
            f"{self.file}: has changed since this dossier was loaded from it or written to it;"
            " load it again, or replace it with overwrite=True"
        )

    def held(self) -> bytes | None:
        """What the file holds; None where there is none, or no need to know."""
        try:
            status = self.real.stat()
        except FileNotFoundError:
            return None
        if not stat.S_ISREG(status.st_mode):
            raise BilateralError(f"{self.file}: cannot be written: this is no regular file")
        self.mode = stat.S_IMODE(status.st_mode)
        if self.overwrite:
            return None
        # A text is loaded without its byte order mark.
        return self.real.read_bytes().removeprefix(codecs.BOM_UTF8)

    def refusal_of_other(self) -> BilateralError:
        """The refusal of a file that nobody has shown to this dossier."""
        return BilateralError(
            f"{self.file}: is there already, and this dossier was not loaded from it;"
            " dump to another file, or replace this one with overwrite=True"
        )

    @contextmanager
    def beside(self) -> Iterator[None]:
        """A file beside, which holds the text, on disk as well; it is gone in the end."""
        # The system takes the umask off a new file's mode; what replaces a file may be as private.
        mode = 0o666 if self.mode is None else 0o600
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        try:
            descriptor = os.open(self.temporary, flags, mode)
        except OSError as error:
            folder = f"no file can be made in the folder {self.real.parent}: {error.strerror}"
            raise BilateralError(f"{self.file}: cannot be written: {folder}") from error
        try:
            with telling(self.file), open(descriptor, "wb") as stream:
                stream.write(self.text.encode())
                stream.flush()
                os.fsync(descriptor)
            yield
        finally:
            with suppress(OSError):  # it has taken the file's place
                os.unlink(self.temporary)

    def put(self) -> None:
        """Let the file beside take the file's place in one step."""
        with telling(self.file):
            if self.mode is not None:
                os.chmod(self.temporary, self.mode)
            if self.mode is None and not self.overwrite:
                self.put_new()
            else:
                os.replace(self.temporary, self.real)
        self.last_seen[str(self.real)] = self.text

    def put_new(self) -> None:
        """Make a file that is not there, in a way that fails where it is there by now."""
        try:
            os.link(self.temporary, self.real)
        except FileExistsError:
            raise self.refusal_of_other() from None
        except OSError:  # this file system gives a file one name only
            os.replace(self.temporary, self.real)
