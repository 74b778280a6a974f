"""Files are opened here: regular ones alone, and no more of them is read than is allowed."""

from __future__ import annotations

import errno
import os
import stat

from bilateral.errors import Place, Problem

# Without O_NONBLOCK, opening a FIFO would wait for a writer.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_PIECE = 64 * 1024
_CODES = {errno.ENOENT: "file-missing", errno.ENXIO: "file-special", errno.ELOOP: "file-loop"}
_SAID = {
    "file-missing": "there is no such file",
    "file-special": "this is no regular file",
    "file-loop": "this link leads back to itself",
}


class Unreadable(Exception):
    """A file cannot be read; `problem` says why."""

    def __init__(self, path: str, code: str, message: str) -> None:
        super().__init__(message)
        self.problem = Problem(code=code, place=Place(path, 1, 1), message=message, found=path)


def read_bytes(path: str, most: int) -> bytes:
    """All bytes of a regular file.

    Raises:
        Unreadable: There is no such file, it is none, it is too large, or may not be read.
    """
    try:
        descriptor = os.open(path, _FLAGS)
        try:
            status = os.fstat(descriptor)
            if stat.S_ISDIR(status.st_mode):
                raise Unreadable(path, "file-is-folder", "this is a folder")
            if not stat.S_ISREG(status.st_mode):
                raise Unreadable(path, "file-special", _SAID["file-special"])
            # Read straight away: a file object takes longer to make than most files to read.
            data = os.read(descriptor, min(status.st_size, most) + 1)
            # A file may grow meanwhile, or not know its size.
            while len(data) <= most and (more := os.read(descriptor, _PIECE)):
                data += more
        finally:
            os.close(descriptor)
    except OSError as error:
        code = _CODES.get(error.errno or 0, "file-unreadable")
        reason = error.strerror or str(error)
        raise Unreadable(
            path, code, _SAID.get(code, f"the file cannot be read: {reason}")
        ) from None
    except ValueError as error:  # of a name that no system takes
        raise Unreadable(path, "file-unreadable", f"the file cannot be read: {error}") from None
    if len(data) > most:
        message = f"the file is larger than {most} bytes"
        raise Unreadable(path, "file-too-big", message)
    return data
