"""A date as a source gives it, its bounds, and the questions that can be asked of it."""

from __future__ import annotations

from typing import Self

from attrs import field, frozen

from bilateral.dates.answers import precede
from bilateral.dates.calendar import Day
from bilateral.dates.certainty import Certainty
from bilateral.dates.faults import EdtfError, Fault
from bilateral.dates.mending import meant
from bilateral.dates.reading import read
from bilateral.dates.stretches import FAR, FOREVER, Dated, hull
from bilateral.dates.unions import coincide, fit, meet
from bilateral.dates.wording import described


@frozen
class Bound:
    """One end of a date: the days between which it lies, as far as the other end allows.

    The far side of a one-sided set such as `[2030..]` has no limit, and is neither open nor
    unknown: it is some day, at whatever distance.

    Attributes:
        earliest: The first day that it can be; None where there is no limit.
        latest: The last day that it can be; None where there is no limit.
        open: It is `..`, so the date extends without limit, and both days are None.
        unknown: It is blank, so nothing is known but what the other end implies.
    """

    earliest: Day | None
    latest: Day | None
    open: bool = False
    unknown: bool = False


@frozen(repr=False, weakref_slot=False)  # there are many
class Edtf:
    """A date in EDTF, as it was written; equal and hashed by its text.

    There is no `<`: which of two dates comes first can be in doubt. Ask, or sort by `sort_key`.
    The questions take a date or its text, and hold the doubts of the two for independent; an
    all-of set `{a,b}` is before another date, or within it, only if all its members are.

    The forms are those of ISO 8601-2:2019 and of the Library of Congress's EDTF specification,
    levels 0 to 2; `bilateral.dates.reading` tells what each means.

    >>> april = Edtf.parse("2024-04")
    >>> april.before("2024-05-16"), april.overlaps("2024-04-26")
    (<Certainty.CERTAIN: 'certain'>, <Certainty.POSSIBLE: 'possible'>)

    Attributes:
        text: The date as it was written.
    """

    text: str
    _spans: Dated = field(init=False, eq=False)

    @_spans.default
    def _read_text(self) -> Dated:
        try:
            return read(self.text)
        except Fault as fault:
            raise EdtfError(self.text, str(fault), meant(self.text)) from None
        except TypeError:
            raise TypeError(f"a date is text, such as '2024-05-16', not {self.text!r}") from None

    @classmethod
    def parse(cls, text: str) -> Self:
        """The date that the text writes.

        Raises:
            EdtfError: The text is no EDTF date, or of a form that is not supported.
            TypeError: It is no text.
        """
        return cls(text)

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        return f"Edtf({self.text!r})"

    def __reduce__(self) -> tuple[type[Self], tuple[str]]:
        # By its text, so that a pickle outlives a change of the representation.
        return type(self), (self.text,)

    @property
    def start(self) -> Bound:
        """Where the first day lies; of an all-of set, the first day of all its members."""
        first, last, *_ = hull(self._spans)
        return Bound(_day(first), _day(last), last == -FOREVER, first == -FOREVER < last)

    @property
    def end(self) -> Bound:
        """Where the last day lies; of an all-of set, the last day of all its members.

        >>> Edtf.parse("2024-05-16/2024-06").end.latest
        Day(year=2024, month=6, day=30)
        """
        _, _, first, last, _ = hull(self._spans)
        return Bound(_day(first), _day(last), first == FOREVER, first < FOREVER == last)

    @property
    def earliest(self) -> Day | None:
        """The first day that the date can reach back to; None where there is no limit."""
        return self.start.earliest

    @property
    def latest(self) -> Day | None:
        """The last day that the date can reach; None where there is no limit."""
        return self.end.latest

    @property
    def uncertain(self) -> bool:
        """Whether the source is doubtful, of the date or of a part: `?` or `%`."""
        return "?" in self.text or "%" in self.text

    @property
    def approximate(self) -> bool:
        """Whether it, or a part of it, is an estimate: `~` or `%`."""
        return "~" in self.text or "%" in self.text

    @property
    def of_one_day(self) -> bool:
        """Whether it is a single day, be it one of several: `[2024-05-16,2024-05-17]`.

        False too where the days are those of many years, as for `156X-12-25`.
        """
        return isinstance(self._spans, tuple) and all(span.shared == 3 for span in self._spans)

    def describe(self) -> str:
        """The date in English words, whatever the locale is.

        >>> print(Edtf.parse("2024-05-16/2024-05-17").describe())
        16-17 May 2024
        >>> print(Edtf.parse("[..2024]").describe())
        some time before 2025
        """
        return described(self.text)

    @property
    def sort_key(self) -> tuple[int, int]:
        """The ordinals of the earliest start and the latest end, for an order of display.

        Without a limit, a start sorts before all days and an end after them. Both fit 64 bits.

        >>> sorted([Edtf("2024"), Edtf("2024-01"), Edtf("../2024")], key=lambda date: date.sort_key)
        [Edtf('../2024'), Edtf('2024-01'), Edtf('2024')]
        """
        outer = hull(self._spans)
        return outer.start_from, outer.end_to

    def before(self, other: Edtf | str) -> Certainty:
        """Whether this date ends before the other starts."""
        return precede(self._spans, _spans(other))

    def after(self, other: Edtf | str) -> Certainty:
        """Whether this date starts after the other ends."""
        return precede(_spans(other), self._spans)

    def overlaps(self, other: Edtf | str) -> Certainty:
        """Whether the two share a day; one member of an all-of set is enough.

        >>> print(Edtf.parse("[2024-05-01,2024-05-31]").overlaps("2024-05-15"))
        no
        """
        return meet(self._spans, _spans(other))

    def within(self, other: Edtf | str) -> Certainty:
        """Whether all days of this date are days of the other.

        >>> print(Edtf.parse("{2024-05-16,2024-05-20}").within("2024-05-16/2024-05-17"))
        no
        """
        return fit(self._spans, _spans(other))

    def same_day(self, other: Edtf | str) -> Certainty:
        """Whether each is a single day, and both the same one."""
        return coincide(self._spans, _spans(other))


def _spans(dated: Edtf | str) -> Dated:
    return (dated if isinstance(dated, Edtf) else Edtf(dated))._spans  # noqa: SLF001 # its own module


def _day(ordinal: int) -> Day | None:
    return Day.from_ordinal(ordinal) if abs(ordinal) < FAR else None
