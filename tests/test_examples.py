"""The examples whose texts may travel: all that they cite stands there, and all is told of."""

from pathlib import Path

import pytest

import bilateral as bl

EXAMPLES = Path(__file__).parents[1] / "examples"
TEXTS = sorted(EXAMPLES.glob("*.txt"))


@pytest.mark.parametrize("text", TEXTS, ids=lambda path: path.stem)
def test_words_stand_in_their_text(text: Path) -> None:
    """Each cited word is found; each sentence is cited or has a reason."""
    d = bl.load(text.with_suffix(".yaml"))
    texts = {source.id: text for source in d.sources}
    assert "" == "\n".join(map(str, bl.verify(d, texts).problems))
    (covered,) = bl.coverage(d, texts).sources
    assert () == covered.uncited


def test_there_is_one() -> None:
    """The folder is where the texts are looked for."""
    assert [path.name for path in TEXTS]
