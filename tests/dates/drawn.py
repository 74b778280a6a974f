"""Dates of every form, drawn by hypothesis."""

from hypothesis import strategies as st

from bilateral.dates import Day, Edtf, EdtfError

SIGNS = st.sampled_from(["", "", "", "?", "~", "%"])


def signed(parts: tuple[str, ...], signs: list[str]) -> str:
    """A date of which any part may be in doubt, by itself or with those before it."""
    return "-".join(
        before + part + after
        for part, before, after in zip(parts, signs[::2], signs[1::2], strict=False)
    )


def is_read(text: str) -> bool:
    """Whether there is such a date: 30 February is drawn as well."""
    try:
        Edtf(text)
    except EdtfError:
        return False
    return True


YEARS = st.from_regex("-?[12X][0-9X]{3}", fullmatch=True).filter(lambda year: year != "-0000")
MONTHS = st.from_regex("0[1-9X]|1[0-2X]|X[0-9X]", fullmatch=True)
DAYS = st.from_regex("0[1-9X]|[12][0-9X]|3[01X]|X[0-9X]", fullmatch=True)
# Dates of level 2: unspecified digits anywhere, doubt about parts, seasons of all kinds.
PARTS = st.builds(
    signed,
    st.tuples(YEARS)
    | st.tuples(YEARS, MONTHS)
    | st.tuples(YEARS, MONTHS, DAYS)
    | st.tuples(YEARS, st.integers(21, 41).map(str)),
    st.lists(SIGNS, min_size=6, max_size=6),
).filter(is_read)
PLAIN = PARTS | st.builds(
    str.__add__,
    st.dates().map(str)
    | st.dates().map(lambda day: str(day)[:7])
    | st.integers(-9999, 9999).filter(bool).map(lambda year: str(Day(year, 1, 1))[:-6])
    | st.integers(10_000, 10**15 - 1).map("Y{}".format)
    | st.integers(100, 999).map("{}X".format)
    | st.integers(10, 99).map("{}XX".format)
    | st.tuples(st.integers(1000, 9999), st.integers(21, 24)).map("{0[0]}-{0[1]}".format)
    | st.dates().map(lambda day: f"{str(day)[:8]}XX"),
    SIGNS,
)
MEMBERS = PLAIN | PLAIN.map("{}..".format) | PLAIN.map("..{}".format)
TIMES = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())


def sorted_interval(ends: list[Edtf]) -> str:
    """An interval of two dates, the earlier first."""
    return "/".join(str(end) for end in sorted(ends, key=lambda end: end.sort_key))


# All but the sets of which all members hold.
SINGLE_DATES = st.one_of(
    PLAIN,
    TIMES,
    st.lists(PLAIN.map(Edtf), min_size=2, max_size=2).map(sorted_interval),
    st.builds(str.__add__, PLAIN, st.sampled_from(["/", "/.."])),
    st.builds(str.__add__, st.sampled_from(["/", "../"]), PLAIN),
    st.lists(MEMBERS, min_size=1, max_size=6).map(lambda members: f"[{','.join(members)}]"),
).map(Edtf)
SETS = st.lists(MEMBERS, min_size=1, max_size=4).map(
    lambda members: Edtf(f"{{{','.join(members)}}}")
)
DATES = SINGLE_DATES | SETS
