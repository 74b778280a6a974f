"""Dates made at random, of every form that is read, the same ones in every run."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterator
from itertools import islice
from random import Random

SIGNS = ("", "", "", "?", "~", "%")


class Maker:
    """Makes dates, each form as often as the others."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # no secret

    def dates(self) -> Iterator[str]:
        """One of each form, again and again."""
        while True:
            yield from (form() for form in self.forms())

    def forms(self) -> list[Callable[[], str]]:
        """The forms."""
        return [
            self.plain, self.doubtful, self.timed, self.long_year, self.season, self.early,
            self.open_end, self.masked_year, self.masked_part, self.masked, self.in_parts,
            self.interval, self.one_of, self.all_of, self.one_sided,
        ]  # fmt: skip

    def year(self) -> int:
        """A year of four digits."""
        return self.random.randint(1000, 9998)

    def plain(self, year: int | None = None) -> str:
        """A year, month or day."""
        year = year or self.year()
        month = self.random.randint(1, 12)
        day = self.random.randint(1, monthrange(year, month)[1])
        parts = (f"{year:04}", f"{month:02}", f"{day:02}")
        return "-".join(parts[: self.random.randint(1, 3)])

    def sign(self) -> str:
        """A sign of doubt, or none."""
        return self.random.choice(SIGNS)

    def doubtful(self) -> str:
        """With a sign of doubt, or none."""
        return self.plain() + self.sign()

    def timed(self) -> str:
        """With a time of day."""
        hour, minute, second = (self.random.randint(0, limit) for limit in (23, 59, 59))
        zone = self.random.choice(["", "Z", "+01:00", "-04"])
        month, day = self.random.randint(1, 12), self.random.randint(1, 28)
        return f"{self.year()}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}{zone}"

    def long_year(self) -> str:
        """A year of more than four digits."""
        sign = self.random.choice(["", "-"])
        return f"Y{sign}{self.random.randint(10_000, 10 ** self.random.randint(5, 9))}"

    def season(self) -> str:
        """A season or another part of a year."""
        return f"{self.year()}-{self.random.randint(21, 41)}"

    def early(self) -> str:
        """A year before 0000."""
        return f"-{self.year()}"

    def open_end(self) -> str:
        """An interval that is open, or of which an end is unknown."""
        date = self.plain()
        return self.random.choice([f"{date}/..", f"../{date}", f"{date}/", f"/{date}"])

    def masked_year(self) -> str:
        """A decade, a century, a year of which nothing is known."""
        known = self.random.randint(0, 3)
        return str(self.year())[:known] + "X" * (4 - known)

    def masked_part(self) -> str:
        """A month or day of which nothing is known."""
        year = self.year()
        return self.random.choice([f"{year}-XX", f"{year}-XX-XX", f"{year}-0{year % 9 + 1}-XX"])

    def masked(self) -> str:
        """A day, any digits of which may be missing."""
        month = self.random.choice(["0X", "1X", "XX", "X1", "05", "12"])
        day = self.random.choice(["0X", "1X", "2X", "X7", "XX", "14", "25"])
        year = "".join(self.random.choice((digit, digit, "X")) for digit in str(self.year()))
        return f"{year}-{month}-{day}"

    def in_parts(self) -> str:
        """Each part with doubt of its own."""
        return "-".join(
            self.random.choice([self.sign() + part, part + self.sign()])
            for part in self.plain().split("-")
        )

    def interval(self) -> str:
        """From a date to one that is later."""
        year = self.year() // 2 + 1000
        return f"{self.plain(year)}{self.sign()}/{self.plain(year + 1)}{self.sign()}"

    def members(self) -> str:
        """Dates and ranges of them, with commas between."""
        year = self.year() // 2 + 1000
        members = [self.plain(year), f"{self.plain(year)}..{self.plain(year + 2)}", self.plain()]
        return ",".join(self.random.sample(members, self.random.randint(1, 3)))

    def one_of(self) -> str:
        """A set of which one member holds."""
        return f"[{self.members()}]"

    def all_of(self) -> str:
        """A set of which all members hold."""
        return f"{{{self.members()}}}"

    def one_sided(self) -> str:
        """A set without a first or a last member."""
        date = self.plain()
        return self.random.choice(
            [f"[..{date}]", f"[{date}..]", f"{{..{date}}}", f"{{{date}..,{self.year()}}}"]
        )


def generated(count: int, seed: int = 0) -> list[str]:
    """So many dates."""
    return list(islice(Maker(seed).dates(), count))
