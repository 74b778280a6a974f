"""Texts to files: each as a whole, and none over what its writer has not seen."""

from __future__ import annotations

import codecs
import os
import stat
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from attrs import define

from bilateral.errors import BilateralError

_PREFIX = ".bilateral-"
"""How a temporary file's name begins: a hidden one, which a load passes over."""
_PATIENCE = 10.0
"""For how many seconds a folder that another process keeps to itself is waited for."""
_PAUSE = 0.01


def fingerprint(content: bytes) -> int:
    """What tells a file's content from any other that may come about in its place.

    Its length and two checksums, 96 bits in all: against mishaps, not against forgers, who could
    write what they like.
    """
    return len(content) << 64 | zlib.crc32(content) << 32 | zlib.adler32(content)


def save(texts: Mapping[Path, str], last_seen: dict[str, int], *, overwrite: bool) -> None:
    """Put each text in its file's place; where one may not be put there, none is.

    Args:
        texts: What the files shall hold.
        last_seen: By real path, the fingerprint of what a file held when it was last read or
            written by whoever writes now; it is kept up to date.
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
            target.look()
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
        _lock(folder, descriptor)
        yield
        with suppress(OSError):
            os.fsync(descriptor)
    finally:
        _unlock(descriptor)
        os.close(descriptor)


def _lock(folder: Path, descriptor: int) -> None:
    """Lock a folder, in some time: the lock ends with the process, and leaves no file behind."""
    end = time.monotonic() + _PATIENCE
    with suppress(ImportError, OSError):
        import fcntl

        while True:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                if time.monotonic() >= end:
                    raise BilateralError(
                        f"{folder}: cannot be written to: another process has been dumping to this"
                        f" folder for {_PATIENCE:g} seconds; look for one that was stopped or hangs"
                        f" (`fuser {folder}` tells its number), end it or let it go on, and dump"
                        " again"
                    ) from None
                time.sleep(_PAUSE)
            else:
                return


def _unlock(descriptor: int) -> None:
    """Let a folder go: a process that was forked meanwhile has it open as well."""
    with suppress(ImportError, OSError):
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_UN)


class _Held(NamedTuple):
    """What there is of a file.

    Attributes:
        content: What it holds; None where there is no need to know.
        mode: Who may read and write it.
    """

    content: bytes | None
    mode: int


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
        held: What there was of it at the last look; None where there was no such file.
    """

    file: Path
    real: Path
    temporary: Path
    text: str
    last_seen: dict[str, int]
    overwrite: bool
    held: _Held | None = None

    @classmethod
    def of(cls, file: Path, text: str, last_seen: dict[str, int], *, overwrite: bool) -> _Target:
        """What a text needs to become a file."""
        with telling(file):
            real = Path(os.path.realpath(file))
        temporary = real.parent / f"{_PREFIX}{os.urandom(8).hex()}"
        return cls(file, real, temporary, text, last_seen, overwrite)

    def is_done(self) -> bool:
        """Whether the file holds the text already."""
        self.look()
        self.refuse_unseen()
        if self.held is None or self.held.content != self.text.encode():
            return False
        self.last_seen[str(self.real)] = fingerprint(self.text.encode())
        return True

    def look(self) -> None:
        """Note what there is of the file now."""
        with telling(self.file):
            try:
                status = self.real.stat()
            except FileNotFoundError:
                self.held = None
                return
            if not stat.S_ISREG(status.st_mode):
                raise BilateralError(f"{self.file}: cannot be written: this is no regular file")
            # A text is loaded without its byte order mark.
            content = (
                None if self.overwrite else self.real.read_bytes().removeprefix(codecs.BOM_UTF8)
            )
        self.held = _Held(content, stat.S_IMODE(status.st_mode))

    def refuse_unseen(self) -> None:
        """Refuse to replace what was not seen, or what nobody may write."""
        if self.overwrite:
            return
        known = self.last_seen.get(str(self.real))
        if self.held is None:
            if known is not None:
                raise BilateralError(
                    f"{self.file}: was removed since this dossier was loaded from it or written to"
                    " it; write it anew with overwrite=True"
                )
            return
        content, mode = self.held
        if content == self.text.encode():
            return
        if known is None and content:  # an empty file has nothing to lose
            raise self.refusal_of_other()
        if known is not None and fingerprint(content or b"") != known:
            raise BilateralError(
                f"{self.file}: has changed since this dossier was loaded from it or written to it;"
                " load it again, or replace it with overwrite=True"
            )
        # Root may write all files, but the mode says what somebody meant.
        if not mode & 0o222 or not os.access(self.real, os.W_OK):
            raise BilateralError(
                f"{self.file}: may not be written, as its mode {mode:04o} says;"
                " change the mode, or replace the file with overwrite=True"
            )

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
        mode = 0o666 if self.held is None else 0o600
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
            if self.held is not None:
                os.chmod(self.temporary, self.held.mode)
            if self.held is None and not self.overwrite:
                self.put_new()
            else:
                os.replace(self.temporary, self.real)
        self.last_seen[str(self.real)] = fingerprint(self.text.encode())

    def put_new(self) -> None:
        """Make a file that is not there, in a way that fails where it is there by now."""
        try:
            os.link(self.temporary, self.real)
        except FileExistsError:
            raise self.refusal_of_other() from None
        except OSError:  # this file system gives a file one name only
            os.replace(self.temporary, self.real)
