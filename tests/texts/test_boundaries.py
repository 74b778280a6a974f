"""Where words begin and end."""

import pytest

from bilateral.analysis.texts.boundaries import count_words, cuts


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("he|llo", False),
        ("hello| there", True),
        ("hello |there", True),
        ("|hello", True),
        ("hello|", True),
        ("(|hello", True),
        ("hello|.", True),
        ("non|-nuclear", False),
        ("non-|nuclear", False),
        ("the end|-", True),
        ("-|the end", True),
        ("can|'t", False),
        ("can'|t", True),
        ("Russia|'s", True),
        ("RUSSIA|'S", True),
        ("they|'sing", False),
        ("l'|Europe", True),
        ("ducks|'", True),
        ("1|,000", False),
        ("1,|000", False),
        ("5|.3", False),
        ("5.|3", False),
        ("by -|5", False),
        ("-|5 men", False),
        ("(-|5", True),
        ("by 3-|5", False),
        ("by .|5", False),
        (".|5 men", False),
        ("no.|5", True),
        ("1/|5", False),
        ("/|5", True),
        ("5|: so", True),
        ("5:|30", False),
        ("15 |000 men", False),
        ("15| 000 men", False),
        ("15 |0000 men", True),
        ("1931 |500 men", True),
        ("a |000 men", True),
        ("15 |men", True),
        ("15 |00 men", True),
        ("'|s", True),
        ("Russia'|s", True),
        ("Russia|'so", False),
        ("Russia|'s so", True),
        ("left|.Then", True),
        ("left.|Then", True),
        ("left,|then", True),
        ("in 1931|, 5 men", True),
        ("ca\u0301f|\u0301e", False),
        ("\u6838|\u5e73\u8861", True),
        ("in\u6838|\u5e73", True),
        ("a|\u6838", True),
    ],
)
def test_cuts(text: str, *, whole: bool) -> None:
    """A word ends at a space or stop, but not within, nor at what negates it."""
    assert whole is not cuts(text.replace("|", ""), text.index("|"))


@pytest.mark.parametrize("dash", ["\u2014", " - ", " \u2013 ", "--"])
def test_dashes_join_no_words(dash: str) -> None:
    """A dash, or a hyphen with spaces, stands between words."""
    assert not cuts("peace-and", 5, dash)
    assert not cuts("peace-and", 6, dash)
    assert cuts("peace-and", 5, "\u2011")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("...", 0),
        ("hard-earned", 1),
        ("can't", 1),
        ("two words", 2),
        ("\u6838\u5e73\u8861", 3),
        ("in \u6838\u5e73", 3),
        ("snake_case", 2),
    ],
)
def test_counts(text: str, count: int) -> None:
    """Words, or characters where a script has no spaces."""
    assert count == count_words(text)
