"""JSON text to values: what is JSON, and what stands in it, as the standard library has it."""

import json
from typing import Any, NoReturn

from hypothesis import example, given, settings
from hypothesis import strategies as st

import bilateral as bl
from bilateral.format.answers.json_parsing import Number, Value, parse
from tests.answers import ANSWER, problems

PIECES = st.sampled_from(
    ["{", "}", "[", "]", ",", ":", '"', '"a"', "1", "-", "0", ".5", "e3", "true", "null", "NaN",
     " ", "\n", "\r\n", "\\", "\\u00e9", "\\ud83d\\ude00", "\\n", "//", "'", "```", "x", "\u00a0",
     "\x00", "\u202e", "e\u0301", '"id": "x"', "[]", "{}", "\ud800", "99999999999"]
)  # fmt: skip
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"]), max_size=5),
    lambda below: st.lists(below, max_size=3)
    | st.dictionaries(st.text("ab\u00e9", max_size=3), below, max_size=3),
    max_leaves=12,
)  # fmt: skip


def mutations(text: str) -> st.SearchStrategy[str]:
    """A text with pieces put in, or in place of others."""

    def mutate(changes: list[tuple[int, int, str]]) -> str:
        changed = text
        for at, more, piece in changes:
            start = at % (len(changed) + 1)
            changed = changed[:start] + piece + changed[start + more :]
        return changed

    change = st.tuples(st.integers(0, len(text)), st.integers(0, 4), PIECES | st.just(""))
    return st.lists(change, min_size=1, max_size=3).map(mutate)


def refuse(word: str) -> NoReturn:
    """What the standard library shall do with a word that is no JSON."""
    raise ValueError(word)


def plain(value: Value) -> Any:
    """A value as the standard library gives it; a number as it is written."""
    held: Any = value.held
    if isinstance(held, list):
        return [plain(item) for item in held]
    if isinstance(held, dict):
        return {key: plain(member.value) for key, member in held.items()}
    return held


def standard(text: str) -> Any:
    """What the standard library reads; ValueError where it is no JSON."""
    return json.loads(text, parse_constant=refuse, parse_int=Number, parse_float=Number)


@settings(deadline=None, max_examples=300)
@given(st.dictionaries(st.text("ab", max_size=3), VALUES, max_size=4), st.data())
def test_reads_what_the_standard_library_reads(value: dict[str, Any], data: Any) -> None:
    """JSON in any layout is the same value; with something else in it, it is no JSON for either."""
    indent, ascii_only = data.draw(st.sampled_from([None, 0, 2])), data.draw(st.booleans())
    text = json.dumps(value, indent=indent, ensure_ascii=ascii_only)
    text = data.draw(st.just(text) | mutations(text))

    parsed = parse(text, bl.Limits())

    codes = {why.code for why, _, _ in parsed.refusals}
    try:
        expected = standard(text)
    except ValueError:
        assert parsed.value is None
        assert len(codes & {"json", "empty"}) == 1
    else:
        assert ("json" in codes) is not isinstance(expected, dict)
        if not codes and text.isascii() and "\\u" not in text:
            assert parsed.value is not None
            assert expected == plain(parsed.value)


@settings(deadline=None, max_examples=400)
@given(st.lists(PIECES, max_size=20).map("".join) | mutations(ANSWER) | st.text())
@example("\ud800")
@example('{"\\ud800": 1}')
def test_only_load_errors(text: str) -> None:
    """Whatever an answer holds, it gives a dossier or a LoadError whose problems have places."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for found in problems(text):
        assert 1 <= found.place.line <= len(lines)
        assert 1 <= found.place.column <= len(lines[found.place.line - 1]) + 1
        assert found.message


@settings(deadline=None, max_examples=100)
@given(st.binary() | mutations(ANSWER).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_only_load_errors_of_bytes(data: bytes) -> None:
    """Nor do any bytes give anything else."""
    problems(data)
