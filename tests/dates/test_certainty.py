"""Answers."""

import pytest

from bilateral.dates import Certainty, Edtf


def test_an_answer_is_neither_true_nor_false() -> None:
    """An answer in an `if` is an error, since POSSIBLE or NO would pass for true in silence."""
    with pytest.raises(TypeError, match="compare it, as in"):
        bool(Edtf("2024").before("2025"))
    assert ["certain", "possible", "no"] == [str(answer) for answer in Certainty]
