"""What is not YAML, told with the mend of the usual slips."""

from __future__ import annotations

import re

import yaml

from bilateral.format.decoding import LINE_BREAK
from bilateral.format.locating import Position
from bilateral.format.refusals import Refused

Hint = tuple[str, str | None]
"""What a message ends with, and the suggestion."""

_FENCES = ("```", "~~~")
_IN_QUOTES = ("; put the text between double quotes", "quoted text")
_TABS = ("; indent with spaces, not tabs", "spaces, not tabs")
_BACKSLASH = ("; write a backslash twice", "\\\\")
_NO_HINT: Hint = ("", None)
# What text may not begin with, but for `,`, which may also stand behind nothing in a list.
_INDICATORS = tuple("@`%*&!|>-?")
# A mark of YAML with nothing behind it that could be its name.
_MARK_ALONE = re.compile(r"[&*!][^\s,\[\]{}]*$")
_ENDS = ("end of stream", "document indicator", "document separator")
_KEY_ALONE = re.compile(r"\s*[\w-]+\s*")
_NO_SPACE = re.compile(r"[\w-]+:\S")
_ODD_INDENT = re.compile(r" *([^\S \t\r\n])")
_BLOCK_MARK = re.compile(r"[|>][-+0-9]*\s*$")


def directive() -> Refused:
    """The refusal of a line that begins with `%`."""
    return Refused("directive", "a YAML directive (%...) may not stand here; take it out")


def no_character() -> Refused:
    """The refusal of an escape beyond the last character, as PyYAML's own parser meets it."""
    message = "this is not YAML: an escape stands for no character; write a backslash twice"
    return Refused("yaml", message, expected="a character", suggestion=_BACKSLASH[1])


def not_yaml(
    text: str, error: yaml.MarkedYAMLError, *, all_text: bool
) -> tuple[Refused, Position] | None:
    """The refusal of what is not YAML, and where it stands.

    Args:
        text: The document.
        error: What the parser says of it.
        all_text: Up to there, the document is one text: what is wrong is that, and not what its
            lines look like, but for a Markdown fence among them.
    """
    problem = (error.problem or "unreadable").replace("\t", "a tab").strip()
    mark, opened = error.problem_mark or error.context_mark, error.context_mark
    unclosed = "quoted" in (error.context or "") and problem.endswith(_ENDS)
    if opened and (unclosed or problem == "could not find expected ':'"):
        mark = opened
    lines = [*LINE_BREAK.split(text), ""]
    row, column = (min(mark.line, len(lines) - 1), mark.column) if mark else (0, 0)
    missing = ""
    if opened and "expected ','" in problem and _ends_before(lines, row, opened.line):
        # A key of the mapping around it, or the end of the file, stands where ',' or ']' should.
        missing = f"or a ',' is missing before line {row + 1}"
        row, column = opened.line, opened.column
    for number in range(0 if all_text else row, row + 1):
        if lines[number].startswith(_FENCES):
            message = "this is not YAML: a Markdown fence; take it out"
            why = Refused("yaml", message, found=lines[number][:40], suggestion="no fence")
            return why, (number + 1, 1)
    if all_text:
        return None
    # A directive behind the beginning is noticed only where the next line begins.
    for number in (row, row - 1) if "<document start>" in problem else (row,):
        if lines[number].startswith("%"):
            return directive(), (number + 1, 1)
    # The parser takes other spaces than its own for text, and stumbles in a later line.
    for number in range(max(row - 1, 0), row + 1):
        odd = _ODD_INDENT.match(lines[number])
        if odd is not None:
            message = "this is not YAML: an unusual space; indent with ordinary spaces"
            why = Refused("yaml", message, found=repr(odd[1]), suggestion="ordinary spaces")
            return why, (number + 1, odd.start(1) + 1)
    before, rest = lines[row][:column], lines[row][column:]
    if missing:
        message = f"this is not YAML: the {rest[:1]!r} that opens here is not closed, {missing}"
        return Refused("yaml", message, found=rest[:40]), (row + 1, column + 1)
    alone = _MARK_ALONE.search(before)
    if alone is not None and ("alphabetic" in problem or "whitespace or line break" in problem):
        before, rest = before[: alone.start()], before[alone.start() :] + rest
        column = alone.start()
    if rest.startswith(":") and _KEY_ALONE.fullmatch(before):
        slip = _slip_above(lines[:row])
        if slip is not None:
            return slip
    if unclosed:
        problem, (hint, suggestion) = "the quotes that open here are not closed", _NO_HINT
    else:
        problem, (hint, suggestion) = _explained(problem, row, before, rest, opened)
    why = Refused(
        "yaml",
        f"this is not YAML: {problem}{hint}",
        found=rest[:40] or None,
        suggestion=suggestion,
    )
    return why, (row + 1, column + 1)


def _slip_above(lines: list[str]) -> tuple[Refused, Position] | None:
    """What is wrong with the last line of text, if that made text of the key below it."""
    row = max((number for number, line in enumerate(lines) if line.strip()), default=0)
    line = lines[row].strip() if lines else ""
    if _NO_SPACE.match(line):
        hint, suggestion = "put a space behind the ':'", "': '"
    elif line and ":" not in line:
        hint, suggestion = "a key has a ':' behind it", None
    else:
        return None
    message = f"this is not YAML: this line is no key; {hint}"
    why = Refused("yaml", message, found=line[:40], suggestion=suggestion)
    return why, (row + 1, _indent(lines[row]) + 1)


def _ends_before(lines: list[str], row: int, opened: int) -> bool:
    """Whether what opens in one line has ended before another, by that line's indent."""
    line = lines[row]
    return row > opened and (not line.strip() or _indent(line) <= _indent(lines[opened]))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _explained(
    problem: str, row: int, before: str, rest: str, opened: yaml.Mark | None
) -> tuple[str, Hint]:
    """The problem in other words where they are plainer, and what to do about it."""
    hint = _NO_HINT
    in_value = before.rstrip().endswith(":")
    if rest.startswith("\t"):
        hint = _TABS
    elif "unknown escape" in problem or "hexdecimal" in problem:
        hint = _BACKSLASH
    elif "character escape" in problem:
        hint = ("; write the character itself", None)
    elif "<document start>" in problem:
        problem = "the document has ended, and more stands behind it"
    elif problem == "could not find expected ':'" and _NO_SPACE.match(rest):
        problem = "a key is expected here"
        hint = ("; put a space behind the ':'", "': '")
    elif problem == "could not find expected ':'":
        problem = "a key with ':' is expected here"
    elif not before.strip() and rest.startswith("- "):
        problem = "a list may not stand here"
        hint = ("; a record begins with its id and ':', and a list stands below its key", None)
    elif before.rstrip().endswith(("'", '"')) and rest[:1] not in {"", "'", '"'}:
        hint = ("; put all of the text between quotes", "quoted text")
    elif before.strip() and rest.startswith(":"):
        if _KEY_ALONE.fullmatch(before):
            hint = ("; is the line indented like its neighbours, and has each key its ':'?", None)
        else:
            hint = _IN_QUOTES
    elif "expected ','" in problem and opened:
        hint = (f"; the bracket opens on line {opened.line + 1}, column {opened.column + 1}", None)
    elif rest[:1] in {"]", "}"}:
        problem = f"nothing opens the bracket that {rest[0]!r} closes"
    elif (
        rest.startswith(_INDICATORS)
        or (in_value and rest[:1] in {",", ":"})
        or (_BLOCK_MARK.search(before) and "comment or line break" in problem)
    ):
        hint = _IN_QUOTES
    elif row and not before.strip() and rest[:1] not in {"", ":"}:
        hint = ("; this line is indented unlike those above it", None)
    return problem, hint
