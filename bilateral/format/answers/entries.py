"""Mappings with keys of one's own as lists, since structured output of models has no free keys."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """What the two parts of an entry are called.

    Attributes:
        key: What the mapping's key is called.
        value: What its value is called.
        about: What the key is, for who writes it.
    """

    key: str
    value: str
    about: str


ENTRIES = {
    "inferred": Entry("field", "basis", "The name of the field."),
    "codes": Entry("variable", "value", "The id of one of the archive's `variables`."),
    "mentions": Entry("words", "actor", "The wording, as it stands in the source."),
}
"""By the field that holds the mapping."""
