"""Dates spelt out, stretch by stretch, and questions answered by trying every pair."""

import random
from collections.abc import Callable, Iterable
from datetime import date
from itertools import product

Stretch = tuple[int, int]
"""Ordinals of the first and the last day."""

Reading = tuple[Stretch, ...]
"""What a date may turn out to be: one stretch, and several where it is an all-of set."""

FIRST, LAST = "2024-01-29", "2024-04-03"
"""The window at whose margins everything one-sided is cut off; all dates lie well inside."""

ALWAYS_BEEN, FOR_EVER = -(10**9), 10**9

# In a row of days on which nothing in the pool starts or ends, all are alike, and no question tells
# more than two of them apart. So the others are left out, which is five times as quick.
ALIKE = {
    "02": {4, 5, 6, 7, 8, 9, 13, 19, *range(23, 28)},
    "03": {*range(5, 10), *range(13, 19), 23},
}


def n(text: str) -> int:
    """The number of a day."""
    return date.fromisoformat(text).toordinal()


def days(first: str, last: str) -> list[int]:
    """The numbers of the days from one to the other, without those that are left out."""
    every = (date.fromordinal(day) for day in range(n(first), n(last) + 1))
    return [day.toordinal() for day in every if day.day not in ALIKE.get(f"{day:%m}", ())]


def lasting(starts: Iterable[int], ends: Iterable[int]) -> list[Stretch]:
    """Every stretch that starts on one of these days and ends on one of those."""
    return [(start, end) for start, end in product(starts, ends) if start <= end]


def single(*texts: str) -> list[Stretch]:
    """Stretches of a day each."""
    return [(n(text), n(text)) for text in texts]


def each(several: Iterable[int]) -> list[Stretch]:
    """The same, from numbers."""
    return [(day, day) for day in several]


def within(several: list[int]) -> list[Stretch]:
    """Every stretch within these days."""
    return lasting(several, several)


JANUARY = days(FIRST, "2024-01-31")
FEBRUARY = days("2024-02-01", "2024-02-29")
MARCH = days("2024-03-01", "2024-03-31")
APRIL = days("2024-04-01", LAST)
TENS = days("2024-03-10", "2024-03-19")
TWENTIES = days("2024-02-20", "2024-02-29")
TENTHS = single("2024-02-10", "2024-02-20")
ALL = [*JANUARY, *FEBRUARY, *MARCH, *APRIL]

POOL: dict[str, list[Stretch]] = {
    "2024-02-01": single("2024-02-01"),
    "2024-02-15": single("2024-02-15"),
    "2024-02-15T23:59:59-11:00": single("2024-02-15"),
    "2024-02-16?": single("2024-02-16"),
    "2024-02-29": single("2024-02-29"),
    "2024-03-01": single("2024-03-01"),
    "2024-02": within(FEBRUARY),
    "2024-03~": within(MARCH),
    "2024-02-XX": within(FEBRUARY),
    "2024-02-15/2024-02-16": [(n("2024-02-15"), n("2024-02-16"))],
    "2024-02-15/2024-02-15": single("2024-02-15"),
    "2024-02-01/2024-02-29": [(n("2024-02-01"), n("2024-02-29"))],
    "2024-02-29/2024-03-01": [(n("2024-02-29"), n("2024-03-01"))],
    "2024-02-20/2024-03-10": [(n("2024-02-20"), n("2024-03-10"))],
    "2024-02/2024-02": within(FEBRUARY),
    "2024-02/2024-03": lasting(FEBRUARY, MARCH),
    "2024-02/2024-02-15": lasting(FEBRUARY, [n("2024-02-15")]),
    "2024-02-15/2024-02": lasting([n("2024-02-15")], FEBRUARY),
    "2024-02-29/2024-03": lasting([n("2024-02-29")], MARCH),
    "2024-02-15/..": [(n("2024-02-15"), FOR_EVER)],
    "2024-03-10/..": [(n("2024-03-10"), FOR_EVER)],
    "2024-02/..": lasting(FEBRUARY, [FOR_EVER]),
    "../2024-02-15": [(ALWAYS_BEEN, n("2024-02-15"))],
    "../2024-02": lasting([ALWAYS_BEEN], FEBRUARY),
    "2024-02-15/": lasting([n("2024-02-15")], [*ALL, FOR_EVER]),
    "2024-03/": lasting(MARCH, [*ALL, FOR_EVER]),
    "/2024-02-15": lasting([ALWAYS_BEEN, *ALL], [n("2024-02-15")]),
    "/2024-02": lasting([ALWAYS_BEEN, *ALL], FEBRUARY),
    "[2024-02-15]": single("2024-02-15"),
    "[2024-02-01,2024-02-29]": single("2024-02-01", "2024-02-29"),
    "[2024-02-29,2024-02-14,2024-02-16]": single("2024-02-14", "2024-02-16", "2024-02-29"),
    "[2024-02-14..2024-02-16]": each(days("2024-02-14", "2024-02-16")),
    "[2024-02-10,2024-02-28..2024-03-02]": each(
        [n("2024-02-10"), *days("2024-02-28", "2024-03-02")]
    ),
    "[2024-02,2024-02-15]": within(FEBRUARY),
    "[2024-02-01,2024-03]": [*single("2024-02-01"), *within(MARCH)],
    "[2024-02..2024-03]": [*within(FEBRUARY), *within(MARCH)],
    "[2024-02-20..2024-03]": [
        *within(days("2024-02-20", "2024-02-29")),
        *within(MARCH),
    ],
    "[2024-03-20..]": each(days("2024-03-20", LAST)),
    "[2024-03..]": [*within(MARCH), *within(APRIL)],
    "[2024-02-01,2024-03-25..]": each([n("2024-02-01"), *days("2024-03-25", LAST)]),
    "[..2024-02-10]": each(days(FIRST, "2024-02-10")),
    "[..2024-02]": [*within(JANUARY), *within(FEBRUARY)],
    "?2024-02-~15": single("2024-02-15"),
    "2024-03-1X": within(TENS),
    "2024-02-2X/2024-03-1X": lasting(TWENTIES, TENS),
    "2024-0X-29": single(*(f"2024-{month:02}-29" for month in range(1, 10))),
    "2024-02-X0": TENTHS,
    "2024-02-X0/2024-02": [
        *lasting([n("2024-02-10")], days("2024-02-10", "2024-02-29")),
        *lasting([n("2024-02-20")], days("2024-02-20", "2024-02-29")),
    ],
    "2024-02-15/2024-02-X1": [(n("2024-02-15"), n("2024-02-21"))],
    "2024-02-10/2024-02-X1": lasting([n("2024-02-10")], [n("2024-02-11"), n("2024-02-21")]),
    "2024-02-X0/2024-02-X1": [
        *lasting([n("2024-02-10")], [n("2024-02-11"), n("2024-02-21")]),
        (n("2024-02-20"), n("2024-02-21")),
    ],
    "2024-02/2024-02-X1": lasting(FEBRUARY, [n(f"2024-02-{day}") for day in ("01", "11", "21")]),
    "[2024-02-X0,2024-03-1X]": [*TENTHS, *within(TENS)],
}

# Sets of which all members hold, by what each member may be.
ALL_OF: dict[str, list[list[Stretch]]] = {
    "{2024-02-15,2024-02-16}": [single("2024-02-15"), single("2024-02-16")],
    "{2024-02-15,2024-02-15}": [single("2024-02-15"), single("2024-02-15")],
    "{2024-02-14,2024-02-16}": [single("2024-02-14"), single("2024-02-16")],
    "{2024-02-14,2024-02-29,2024-03-01}": [
        single("2024-02-14"), single("2024-02-29"), single("2024-03-01"),
    ],
    "{2024-02-14..2024-02-16}": [[(n("2024-02-14"), n("2024-02-16"))]],
    "{2024-02-14..2024-02-16,2024-02-29}": [
        [(n("2024-02-14"), n("2024-02-16"))], single("2024-02-29"),
    ],
    "{2024-03-1X,2024-03-20}": [within(TENS), single("2024-03-20")],
    "{2024-02-15,2024-02-2X}": [single("2024-02-15"), within(TWENTIES)],
    "{2024-03-3X,2024-03-30}": [within(days("2024-03-30", "2024-03-31")), single("2024-03-30")],
    "{2024-03-3X,2024-03-3X}": [within(days("2024-03-30", "2024-03-31"))] * 2,
    "{2024-02-15,2024-02}": [single("2024-02-15"), within(FEBRUARY)],
    "{2024-03-3X,2024-03-1X}": [within(days("2024-03-30", "2024-03-31")), within(TENS)],
    "{..2024-02-10,2024-02-15}": [[(ALWAYS_BEEN, n("2024-02-10"))], single("2024-02-15")],
    "{2024-02-29,2024-03-10..}": [single("2024-02-29"), [(n("2024-03-10"), FOR_EVER)]],
}  # fmt: skip

READINGS: dict[str, list[Reading]] = {
    **{text: [(stretch,) for stretch in stretches] for text, stretches in POOL.items()},
    **{text: list(product(*members)) for text, members in ALL_OF.items()},
}


def covered(stretches: Reading) -> list[Stretch]:
    """The same days, with stretches that touch made one."""
    joined: list[Stretch] = []
    for first, last in sorted(stretches):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined


QUESTIONS: dict[str, Callable[[Reading, Reading], bool]] = {
    "before": lambda ours, theirs: all(a[1] < b[0] for a in ours for b in theirs),
    "after": lambda ours, theirs: all(b[1] < a[0] for a in ours for b in theirs),
    "overlaps": lambda ours, theirs: any(
        a[0] <= b[1] and b[0] <= a[1] for a in ours for b in theirs
    ),
    "within": lambda ours, theirs: all(
        any(b[0] <= a[0] and a[1] <= b[1] for b in covered(theirs)) for a in ours
    ),
    "same_day": lambda ours, theirs: (
        1 == len({day for stretch in ours + theirs for day in stretch})
    ),
}
# The same for one stretch on either side, as most have, which is several times as quick.
QUICK: dict[str, Callable[[Reading, Reading], bool]] = {
    "before": lambda a, b: a[0][1] < b[0][0],
    "after": lambda a, b: b[0][1] < a[0][0],
    "overlaps": lambda a, b: a[0][0] <= b[0][1] and b[0][0] <= a[0][1],
    "within": lambda a, b: b[0][0] <= a[0][0] and a[0][1] <= b[0][1],
    "same_day": lambda a, b: a[0][0] == a[0][1] == b[0][0] == b[0][1],
}


def answer(question: str, ours: list[Reading], theirs: list[Reading]) -> str:
    """Whether it is so for each pair (certain), for none (no), or for some (possible)."""
    lone = len(ours[0]) == len(theirs[0]) == 1
    holds = (QUICK if lone else QUESTIONS)[question]
    # In any order the answer is the same; in a shuffled one both kinds of pair turn up soon.
    shuffled = random.Random(0).sample  # no secret
    ours, theirs = shuffled(ours, len(ours)), shuffled(theirs, len(theirs))
    first = holds(ours[0], theirs[0])
    if any(holds(a, b) is not first for a, b in product(ours, theirs)):
        return "possible"
    return "certain" if first else "no"
