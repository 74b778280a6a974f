"""How the YAML and console blocks of README.md and the docs are run as tests.

The library is imported inside the functions: should its import fail, the blocks fail, and not the
collection of every test.
"""

import io
import re
import shlex
from collections.abc import Iterator, Sequence
from contextlib import redirect_stderr, redirect_stdout

import yaml
from sybil import Example

WHOLE_FILE = re.compile(r"(?:[ \t]*(?:#.*|---)?\n)*bilateral:")
SHELL = {"|", "||", "&", "&&", ";", ">", ">>", "<", "2>", "2>&1"}


def evaluate_yaml(example: Example) -> None:
    """Load a block that is a whole file, parse any other, and leave its words as `text`."""
    import bilateral

    text = str(example.parsed)
    if WHOLE_FILE.match(text):
        bilateral.loads(text)
    else:
        for _ in yaml.parse(text):
            pass
    example.namespace["text"] = text


def evaluate_console(example: Example) -> str | None:
    """Run each `$ bilateral` line of a block, and compare what it prints with the lines below.

    `$ echo $?` shows the exit status of the command before it. Other commands are not run.
    """
    status = 0
    for command, expected in commands(str(example.parsed)):
        words = shlex.split(command)
        if words == ["echo", "$?"]:
            actual = f"{status}\n"
        elif words[0] != "bilateral":
            continue
        elif SHELL.intersection(words):
            return f"$ {command}\n\nneeds a shell; only plain commands are run here"
        else:
            status, actual = run(words[1:])
        actual = without_line_ends(actual)
        if not matches(expected, actual):
            return f"$ {command}\n\nprints\n\n{actual}\nand the page says\n\n{expected}"
    return None


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a console block, with the output that the block gives it."""
    # A line that ends with a backslash goes on in the next, which a shell would prompt with `>`.
    block = re.sub(r"[ \t]*\\\n(?:> )?[ \t]*", " ", block)
    for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, without_line_ends(output)


def run(arguments: Sequence[str]) -> tuple[int, str]:
    """The exit status of the command line, and what it writes to both streams."""
    from bilateral.cli import main

    # A real text stream, since a command may ask for its encoding or its buffer.
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n", write_through=True)
    with redirect_stdout(stream), redirect_stderr(stream):
        try:
            status = main(arguments)
        except SystemExit as leaving:  # argparse leaves so on --help and on wrong usage
            status = leaving.code if isinstance(leaving.code, int) else int(bool(leaving.code))
    stream.seek(0)
    return status, stream.read()


def without_line_ends(output: str) -> str:
    """Output without the blanks that end a line and the empty lines that end it all."""
    text = re.sub(r"[ \t]+$", "", output, flags=re.MULTILINE).rstrip("\n")
    return f"{text}\n" if text else ""


def matches(expected: str, actual: str) -> bool:
    """Whether the output is as expected, where a line `...` stands for any number of lines."""
    pattern = "".join(
        r"(?:.*\n)*" if line == "...\n" else re.escape(line)
        for line in expected.splitlines(keepends=True)
    )
    return re.fullmatch(pattern, actual) is not None
