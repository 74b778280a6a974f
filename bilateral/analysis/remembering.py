"""Answers that are kept while what was asked about is there, since it never changes."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

Q = TypeVar("Q")
A = TypeVar("A")


def remembered(answer: Callable[[Q], A]) -> Callable[[Q], A]:
    """The same function, which keeps each answer for as long as what it was asked about lives.

    Args:
        answer: What takes one frozen object, and answers the same whenever it is asked.
    """
    known: dict[int, tuple[weakref.ref[object], A]] = {}

    @wraps(answer)
    def ask(about: Q) -> A:
        held = known.get(id(about))
        if held is not None and held[0]() is about:
            return held[1]
        found = answer(about)
        number = id(about)
        known[number] = (weakref.ref(about, lambda _: known.pop(number, None)), found)
        return found

    return ask
