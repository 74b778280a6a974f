"""The date that a wrong text surely means."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from bilateral.dates.calendar import MONTHS, Day
from bilateral.dates.faults import Fault, slip
from bilateral.dates.reading import LONGEST, read
from bilateral.dates.stretches import hull

_PARTS = {
    "spring": "21",
    "summer": "22",
    "autumn": "23",
    "fall": "23",
    # No month: whoever writes winter may mean the January of the year, or the December.
    "winter": "00",
    **{f"q{number}": str(32 + number) for number in range(1, 5)},
}

# Phrases may stand in each other; what is longer is none.
_LONGEST_PHRASE = 80


def meant(text: str) -> str | None:
    """The date that a wrong text surely means, in its right form; None where nobody can tell."""
    if len(text) > LONGEST:
        return None
    mended = _mended(text)
    try:
        read(mended)
    except Fault:
        return None
    return mended


def _mended(text: str) -> str:
    text = "".join(c for c in text if unicodedata.category(c) != "Cf")
    for form, mend in _PHRASES.items() if len(text) <= _LONGEST_PHRASE else ():
        if found := re.fullmatch(form, text.strip()):
            return mend(*found.groups())
    ends = re.split(r"\s+(?:to|until|-|\u2013)\s+|\s*/\s*", text.strip())
    if len(ends) == 2:
        return "/".join(_mended(end) for end in ends)
    text = re.sub("[\u2010\u2013\u2212]", "-", text)
    text = re.sub(r"T([0-9]:)", r"T0\1", text)
    text = re.sub(r"\s*(,|\.\.|[][{}])\s*", r"\1", text.strip())
    text = re.sub(r"^([0-9]{2}[1-9])0s$", r"\1X", text).replace("x", "X")
    text = text.replace("?~", "%").replace("~?", "%")
    found, _ = slip(text)
    parts = {"year": text} | {name: part for name, part in found.groupdict().items() if part}
    if parts.get("month", "").isalpha():
        abbreviated = [name[:3] for name in MONTHS]
        parts["month"] = str(abbreviated.index(parts["month"][:3].title()) + 1)
    if part := parts.get("part"):
        parts["month"] = _PARTS[part.lower()]
    date = "-".join(f"{parts[name]:0>2}" for name in ("year", "month", "day") if name in parts)
    return date + parts.get("sign", "")


def _before(text: str) -> str:
    return f"[..{_beside(_mended(text), -1)}]"


def _after(text: str) -> str:
    return f"[{_beside(_mended(text), 1)}..]"


def _beside(date: str, step: int) -> str:
    """The year, month or day before another, or after it; nothing where it is none of these."""
    if not re.fullmatch("[0-9]{4}(-[0-9]{2}){0,2}", date):
        return ""
    try:
        own = hull(read(date))
    except Fault:
        return ""
    day = own.start_from if step < 0 else own.end_to
    return str(Day.from_ordinal(day + step))[: len(date)]


# How people write what they do not know, and what that is in EDTF.
_PHRASES: dict[str, Callable[..., str]] = {
    r"(?i:ca?\.?|circa|about|around|approx\.?)\s*([0-9A-Za-z].*)": lambda date: f"{_mended(date)}~",
    r"(?i:before)\s+(.+)": _before,
    r"(?i:after)\s+(.+)": _after,
    r"(?i:by|until)\s+(.+)": lambda date: f"[..{_mended(date)}]",
    r"(?i:since|from)\s+(\S+)": lambda date: f"[{_mended(date)}..]",
    r"(.+?)\s+(?i:or)\s+(.+)": lambda one, other: f"[{_mended(one)},{_mended(other)}]",
    r"(?i:between)\s+(.+?)\s+(?i:and)\s+(.+)": (
        lambda one, other: f"[{_mended(one)}..{_mended(other)}]"
    ),
    r"([0-9]{3})\?": "{}X".format,
    r"([0-9]{4})-\?\?": "{}-XX".format,
    "([0-9]{4})[-\u2013]([0-9]{4})": "{}/{}".format,
    "([0-9-]{7,10})\u2013([0-9-]{7,10})": "{}/{}".format,
    "([0-9]{4}-[0-9]{2}-)([0-9]{2})\\s*[/\u2013]\\s*([0-9]{2})": (
        lambda month, first, last: f"{month}{first}/{month}{last}"
    ),
}
