"""Answers."""

import pytest

from bilateral.dates import Certainty, Edtf


def test_an_answer_is_neither_true_nor_false() -> None:
    """An answer in an `if` is an error, since POSSIBLE or NO would pass for true in silence."""
    with pytest.raises(TypeError) as caught:
        bool(Edtf("2024").before("2025"))

    assert (
        "a Certainty is neither true nor false: compare it, as in "
        "`answer is Certainty.CERTAIN` or `answer is not Certainty.NO`"
    ) == str(caught.value)
    assert ["certain", "possible", "no"] == [str(answer) for answer in Certainty]
