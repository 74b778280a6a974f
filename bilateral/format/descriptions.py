"""What the docstrings of the record classes say, for those who write by a schema."""

from __future__ import annotations

import inspect
import re
from typing import Any

_ENTRY = re.compile(r"^([a-z_0-9, ]+): (.+(?:\n(?: {4,}).+)*)", re.MULTILINE)


def summary(cls: type[Any]) -> str:
    """What a class is: the first paragraph of its docstring."""
    return inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[0]


def remark(cls: type[Any]) -> str:
    """What else a class is: the second paragraph of its docstring, if that is prose."""
    paragraph = inspect.cleandoc(cls.__doc__ or "").partition("\n\n")[2].partition("\n\n")[0]
    return "" if paragraph.startswith(">>>") else " ".join(paragraph.split())


def attributes(cls: type[Any]) -> dict[str, str]:
    """What the docstrings of a class and of those that it extends say of its attributes."""
    told: dict[str, str] = {}
    for holder in reversed(cls.__mro__):
        text = inspect.cleandoc(holder.__doc__ or "").partition("Attributes:\n")[2]
        for names, description in _ENTRY.findall(inspect.cleandoc(text)):
            for name in names.split(", "):
                told[name] = " ".join(description.split())
    return told
