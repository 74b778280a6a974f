"""Stretches that last from one doubtful day to another, by brute force."""

from hypothesis import given, settings
from hypothesis import strategies as st

from bilateral.dates import Edtf, EdtfError
from bilateral.dates.stretches import AllOf, Lasting, Span, every, hull

ENDS = st.sampled_from(
    ["2024-02-X0", "2024-02-X5", "2024-0X-X7", "202X-03-01", "20X4-02-29", "2024-02", "2024-02-15",
     "202X-XX-1X", "2024-1X", "XX24-02-1X"]
)  # fmt: skip


def alternatives(text: str) -> list[Span]:
    """All that a date may be."""
    read = Edtf(text)._spans
    assert not isinstance(read, AllOf)
    return every(read)


@given(ENDS, ENDS)
@settings(deadline=None)
def test_the_ranges_are_those_of_all_alternatives(start: str, end: str) -> None:
    """The ranges of start and end are those of all that may lie between the two dates."""
    try:
        read = Edtf(f"{start}/{end}")._spans
    except EdtfError:
        return
    pairs = [
        (a, b) for a in alternatives(start) for b in alternatives(end) if a.start_from <= b.end_to
    ]
    if isinstance(read, Lasting):
        assert hull(read) == Span(
            min(a.start_from for a, _ in pairs),
            max(min(a.end_to, b.end_to) for a, b in pairs),
            min(max(a.start_from, b.start_from) for a, b in pairs),
            max(b.end_to for _, b in pairs),
        )
        assert hull(read) == hull(tuple(read.touching(0, 0)))
