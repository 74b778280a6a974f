"""The command line: `bilateral check | verify | coverage | show | timeline | compare | schema`.

Exit status: 0 where all is well or there are only warnings, 1 where the data has problems, 2 where
the command is wrong.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from bilateral.cli.arguments import parser
from bilateral.cli.commands import FINE, PROBLEMS, USAGE
from bilateral.display.characters import visible
from bilateral.display.problems import counted, to_text
from bilateral.errors import BilateralError, LoadError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and give its exit status.

    Args:
        arguments: The words after `bilateral`; those of the process by default.
    """
    # Started without an output, a process has None in its place.
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115 - to the end
    sys.stderr = sys.stderr or sys.stdout
    for stream in (sys.stdout, sys.stderr):
        # A terminal without UTF-8 shows what it cannot write as escapes, rather than nothing.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    options = parser().parse_args(arguments)
    status = FINE
    try:
        status = _run(options)
        sys.stdout.flush()
    except OSError as error:
        # A reader such as `head` has seen enough; Python must not flush into its pipe again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if not isinstance(error, BrokenPipeError):
            print(f"bilateral: cannot write: {error.strerror}", file=sys.stderr)
            return USAGE
    return status


def _run(options: argparse.Namespace) -> int:
    command: Callable[[argparse.Namespace], int | None] = options.command
    try:
        return command(options) or FINE
    except LoadError as error:
        print(counted(error.problems), file=sys.stderr)
        print(to_text(error.problems))
        return PROBLEMS
    except BilateralError as error:
        print(visible(f"bilateral: {error}"), file=sys.stderr)
        return USAGE
