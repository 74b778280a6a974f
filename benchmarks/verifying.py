"""How fast quotes are verified against a text, and the nearest passage to a wrong one is found.

`make bench-verifying` measures everything and writes `benchmarks/results/verifying.md`; the whole
takes a minute. `make bench-verifying BENCH=--quick` measures once and writes nothing.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from statistics import median

from measuring import in_turn, ratio
from rapidfuzz import fuzz
from tables import environment, section, table

import bilateral as bl
from bilateral.analysis.texts.nearest import nearest_passage
from bilateral.analysis.texts.source_text import SourceText

RESULTS = Path(__file__).parent / "results/verifying.md"
INTRODUCTION = """\
# Verifying

Made by `make bench-verifying`. The text is made up of words that are as unevenly frequent as those
of a language. Times are medians of the rounds, ratios the medians of the rounds' own ratios; the
garbage collector is paused while the clock runs."""
LENGTH = 60_000
QUOTES = 1_000
PLAIN = "`quote in text`, with white space folded"
ALIGNED = "rapidfuzz.fuzz.partial_ratio_alignment"


def words(chance: random.Random, number: int) -> list[str]:
    """Words of which the first are frequent, and most are rare."""
    letters = "etaoinshrdlucmfwypvbgk"
    known = ["".join(chance.choices(letters, k=chance.randint(2, 11))) for _ in range(6_000)]
    weights = [1 / (place + 3) for place in range(len(known))]
    return chance.choices(known, weights, k=number)


def text() -> str:
    """Paragraphs of sentences, `LENGTH` characters long."""
    chance = random.Random(1)  # noqa: S311 - the same for all
    told = words(chance, LENGTH // 4)
    paragraphs = []
    while sum(map(len, paragraphs)) < LENGTH:
        sentences = []
        for _ in range(chance.randint(2, 6)):
            length = chance.randint(6, 30)
            sentence, told = " ".join(told[:length]), told[length:]
            sentences.append(f"{sentence.capitalize()}.")
        paragraphs.append(" ".join(sentences))
    return "\n\n".join(paragraphs)[:LENGTH]


def quotes(source: str, number: int) -> list[str]:
    """Passages of 5 to 40 words, with line breaks where a file would have them."""
    chance = random.Random(2)  # noqa: S311 - the same for all
    found = []
    paragraphs = [paragraph.split() for paragraph in source.split("\n\n")]
    while len(found) < number:
        paragraph = chance.choice(paragraphs)
        start = chance.randrange(len(paragraph))
        passage = paragraph[start : start + chance.randint(5, 40)]
        if len(passage) > 4:
            found.append("\n".join([" ".join(passage[:9]), " ".join(passage[9:])]).strip())
    return found


def altered(quote: str) -> str:
    """A quote with a word in its middle that the text does not have there."""
    told = quote.split()
    told[len(told) // 2] = "xylophone"
    return " ".join(told)


def dossier(evidence: Sequence[str]) -> bl.Dossier:
    """A dossier of events with a piece of evidence each."""
    source = bl.Source(id="bench:text", title="Text")
    events = [
        bl.Event(
            id=f"bench:e{number}",
            title="Something",
            kind=bl.EventKind.STATE_OF_AFFAIRS,
            evidence=(bl.Evidence(words=each),),
            source=source,
        )
        for number, each in enumerate(evidence)
    ]
    return bl.Dossier(sources=bl.Records(bl.Source, [source]), events=bl.Records(bl.Event, events))


def verifying(source: str, rounds: int) -> str:
    """All quotes of a dossier, right ones and wrong ones."""
    right = quotes(source, QUOTES)
    wrong = [altered(quote) for quote in right]
    folded = " ".join(source.split())
    given = {"right": dossier(right), "wrong": dossier(wrong)}
    jobs: dict[str, Callable[[], object]] = {
        PLAIN: lambda: [" ".join(quote.split()) in folded for quote in right],
        f"verify, {QUOTES:,} quotes that stand there": partial(
            bl.verify, given["right"], {"text": source}
        ),
        f"verify, {QUOTES:,} that do not, each with its nearest passage": partial(
            bl.verify, given["wrong"], {"text": source}
        ),
        "coverage, of those that stand there": partial(
            bl.coverage, given["right"], {"text": source}
        ),
    }
    times = in_turn(jobs, rounds, paused=True)
    rows = [
        (name, f"{median(times[name]):.3f}", f"{ratio(times, name, PLAIN):.1f}") for name in jobs
    ]
    return section(
        f"{QUOTES:,} quotes against {LENGTH:,} characters",
        "",
        table(("what", "seconds", "x"), rows),
    )


def searching(source: str, rounds: int) -> str:
    """The nearest passage to one wrong quote at a time."""
    wrong = [altered(quote) for quote in quotes(source, 30)]
    known = SourceText(source)
    nearest_passage(known, wrong[0])
    taken: dict[str, list[float]] = {"nearest_passage": [], ALIGNED: []}
    for quote in wrong:
        jobs: dict[str, Callable[[], object]] = {
            "nearest_passage": partial(nearest_passage, known, quote),
            ALIGNED: partial(fuzz.partial_ratio_alignment, quote, source),
        }
        times = in_turn(jobs, rounds, paused=True)
        for name in jobs:
            taken[name].append(1000 * median(times[name]))
    rows = [(name, f"{median(each):.2f}", f"{max(each):.2f}") for name, each in taken.items()]
    return section(
        f"The passage nearest to a wrong quote in {LENGTH:,} characters",
        "Milliseconds for one of 30 quotes. The aligner of rapidfuzz gives a span and a score.",
        table(("what", "median", "slowest"), rows),
    )


def main() -> None:
    """Measure, print, and write the results."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="once, and write nothing")
    quick = parser.parse_args().quick
    rounds = 1 if quick else 7
    source = text()
    told = "\n\n".join(
        [
            INTRODUCTION,
            verifying(source, rounds),
            searching(source, rounds),
            environment(("attrs", "rapidfuzz")),
        ]
    )
    print(told)
    if not quick:
        RESULTS.write_text(f"{told}\n", "utf-8")


if __name__ == "__main__":
    main()
