"""Gaps between dates, in the source's own measure: `1 day`, `6 years`, `weeks`."""

from __future__ import annotations

import re
from typing import Self

from attrs import frozen

from bilateral.errors import RecordError

UNITS = ("day", "week", "month", "year")
_GAP = re.compile(r"(?:([1-9][0-9]{0,5}) )?(day|week|month|year)(s?)")


@frozen
class Gap:
    """An exact number of calendar units, or a vague plural of one.

    >>> Gap.parse("6 years"), str(Gap.parse("weeks")), Gap.parse("weeks").exact
    (Gap(text='6 years'), 'weeks', False)

    Attributes:
        text: As written.
    """

    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `1 day`, `2 weeks`, `6 years`, or a vague `days`, `weeks`, `months`, `years`.

        Raises:
            RecordError: The text is no such gap.
        """
        return cls(text)

    def __attrs_post_init__(self) -> None:
        match = _GAP.fullmatch(self.text)
        # One day, several days, but never "1 days" or a bare "day".
        if match is None or (match[3] == "") is not (match[1] == "1"):
            shown = repr(self.text) if len(self.text) <= 60 else f"{self.text[:40]!r}..."
            raise RecordError(
                f"{shown} is no gap; write an exact one, as '1 day' or '6 years',"
                " or a vague 'days', 'weeks', 'months' or 'years'"
            )

    def __str__(self) -> str:
        return self.text

    @property
    def unit(self) -> str:
        """`day`, `week`, `month` or `year`."""
        return self.text.rpartition(" ")[2].removesuffix("s")

    @property
    def count(self) -> int | None:
        """How many units; None where the source is vague."""
        count = self.text.rpartition(" ")[0]
        return int(count) if count else None

    @property
    def exact(self) -> bool:
        """Whether the number of units is known."""
        return self.count is not None
