"""Answers that are kept while what was asked about is there."""

import gc
import weakref

import bilateral as bl
from bilateral.analysis.chronology import chronology
from bilateral.analysis.remembering import remembered
from tests.told import dossier_of, event


class Asked:
    """Something to ask about."""


def test_asked_twice() -> None:
    """The same thing is answered once; an equal one is another."""
    asked: list[Asked] = []

    @remembered
    def answer(about: Asked) -> int:
        asked.append(about)
        return len(asked)

    one, other = Asked(), Asked()
    assert [1, 1, 2, 2, 1] == [answer(each) for each in (one, one, other, other, one)]


def test_nothing_is_kept_alive() -> None:
    """What was asked about, and its answer, go when nobody else has them."""

    class Answer:
        """Something big."""

    @remembered
    def answer(_: Asked) -> Answer:
        return Answer()

    about = Asked()
    gone = weakref.ref(answer(about))
    assert gone() is answer(about)
    del about
    gc.collect()
    assert gone() is None


def test_dossiers() -> None:
    """A dossier that was changed by making another is asked about anew."""
    dossier = dossier_of([event("a", "2024")])
    assert chronology(dossier) is chronology(dossier)
    assert ["a"] == [moment.title for moment in bl.timeline(dossier)]
    other = dossier_of([event("b", "2024")])
    assert ["b"] == [moment.title for moment in bl.timeline(other)]
