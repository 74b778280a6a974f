"""The answer to a question about dates in doubt."""

from __future__ import annotations

from enum import Enum


class Certainty(Enum):
    """An answer: yes, or no, whatever the dates in doubt turn out to be; or it depends on that."""

    CERTAIN = "certain"
    POSSIBLE = "possible"
    NO = "no"

    def __str__(self) -> str:
        return self.value

    def __bool__(self) -> bool:
        raise TypeError(
            "a Certainty is neither true nor false: compare it, as in "
            "`answer is Certainty.CERTAIN` or `answer is not Certainty.NO`"
        )
