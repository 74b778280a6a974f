"""Dates of every form, drawn by hypothesis."""

from hypothesis import strategies as st

from bilateral.dates import Day, Edtf

PLAIN = st.builds(
    str.__add__,
    st.dates().map(str)
    | st.dates().map(lambda day: str(day)[:7])
    | st.integers(-9999, 9999).filter(bool).map(lambda year: str(Day(year, 1, 1))[:-6])
    | st.integers(10_000, 10**15 - 1).map("Y{}".format)
    | st.integers(100, 999).map("{}X".format)
    | st.integers(10, 99).map("{}XX".format)
    | st.tuples(st.integers(1000, 9999), st.integers(21, 24)).map("{0[0]}-{0[1]}".format)
    | st.dates().map(lambda day: f"{str(day)[:8]}XX"),
    st.sampled_from(["", "", "", "?", "~", "%"]),
)
MEMBERS = PLAIN | PLAIN.map("{}..".format) | PLAIN.map("..{}".format)
TIMES = st.datetimes().map(lambda moment: moment.replace(microsecond=0).isoformat())


def sorted_interval(ends: list[Edtf]) -> str:
    """An interval of two dates, the earlier first."""
    return "/".join(str(end) for end in sorted(ends, key=lambda end: end.sort_key))


DATES = st.one_of(
    PLAIN,
    TIMES,
    st.lists(PLAIN.map(Edtf), min_size=2, max_size=2).map(sorted_interval),
    st.builds(str.__add__, PLAIN, st.sampled_from(["/", "/.."])),
    st.builds(str.__add__, st.sampled_from(["/", "../"]), PLAIN),
    st.lists(MEMBERS, min_size=1, max_size=6).map(lambda members: f"[{','.join(members)}]"),
).map(Edtf)
