"""Parts of a year that have a number as months have: 21 to 41 (ISO 8601-2:2019, 4.8)."""

from __future__ import annotations

_NAMES = ("spring", "summer", "autumn", "winter")
_ORDINALS = ("first", "second", "third", "fourth")

# By number: the name, the month that it begins with, and how many months it lasts. A season is the
# meteorologists', and one that begins in December belongs to the year of that December.
SEASONS: dict[str, tuple[str, int, int]] = {
    **{str(21 + n): (_NAMES[n], 3 * n + 3, 3) for n in range(4)},
    **{str(25 + n): (f"northern {_NAMES[n]}", 3 * n + 3, 3) for n in range(4)},
    **{str(29 + n): (f"southern {_NAMES[n]}", (3 * n + 8) % 12 + 1, 3) for n in range(4)},
    **{str(33 + n): (f"the {_ORDINALS[n]} quarter of", 3 * n + 1, 3) for n in range(4)},
    **{str(37 + n): (f"the {_ORDINALS[n]} four months of", 4 * n + 1, 4) for n in range(3)},
    **{str(40 + n): (f"the {_ORDINALS[n]} half of", 6 * n + 1, 6) for n in range(2)},
}
