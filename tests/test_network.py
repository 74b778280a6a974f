"""The tightest limits of a network, beside trying every day."""

import itertools
import math
from collections.abc import Sequence
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bilateral.analysis.components import components
from bilateral.analysis.network import Step, chain, contradiction, solve
from bilateral.analysis.shifting import shifted
from bilateral.dates import Day

JANUARY = Day(1933, 1, 28).ordinal
FEBRUARY = Day(1933, 2, 25).ordinal
MARCH = Day(1933, 3, 28).ordinal

Net = tuple[list[float], list[float], list[Step[Any]]]


def step(origin: int, target: int, amount: int, unit: str = "day") -> Step[Any]:
    """A step that says itself what it is."""
    return Step(origin, target, amount, unit, f"{origin} {amount} {unit} {target}")


@st.composite
def dated(draw: st.DrawFn) -> Net:
    """Up to four nodes, each within a week at the end of a month, and steps between them."""
    size = draw(st.integers(1, 4))
    floors: list[float] = []
    ceilings: list[float] = []
    for _ in range(size):
        floor = draw(st.sampled_from([JANUARY, FEBRUARY, MARCH])) + draw(st.integers(0, 3))
        floors.append(floor)
        ceilings.append(floor + draw(st.integers(0, 5)))
    node = st.integers(0, size - 1)
    days = st.builds(step, node, node, st.integers(-32, 32))
    months = st.builds(step, node, node, st.integers(-2, 2), st.just("month"))
    return floors, ceilings, draw(st.lists(days | months, max_size=5))


@st.composite
def loose(draw: st.DrawFn) -> Net:
    """Three nodes, some without limits, and steps of few days between them."""
    floors = draw(st.lists(st.sampled_from([-math.inf, 0, 1, 2]), min_size=3, max_size=3))
    ceilings = [max(floor, draw(st.sampled_from([math.inf, 1, 2, 3]))) for floor in floors]
    node = st.integers(0, 2)
    return (
        floors,
        ceilings,
        draw(st.lists(st.builds(step, node, node, st.integers(-2, 2)), max_size=5)),
    )


def worlds(net: Net, low: int = -8, high: int = 11) -> list[Sequence[float]]:
    """All days on which the nodes can be."""
    floors, ceilings, steps = net
    ranges = [
        range(int(max(floor, low)), int(min(ceiling, high)) + 1)
        for floor, ceiling in zip(floors, ceilings, strict=True)
    ]
    return [
        world
        for world in itertools.product(*ranges)
        if all(shifted(world[s.origin], s.amount, s.unit) <= world[s.target] for s in steps)
    ]


@given(dated())
@settings(deadline=None)
def test_limits_are_exact(net: Net) -> None:
    """Every limit is a day that some solution has; there is a cycle just where none is."""
    found, days = solve(*net), worlds(net, JANUARY - 9, MARCH + 90)
    assert bool(found.cycles) is not bool(days)
    if days:
        assert [min(column) for column in zip(*days, strict=True)] == found.floors
        assert [max(column) for column in zip(*days, strict=True)] == found.ceilings


@given(loose())
@settings(deadline=None)
def test_limits_are_exact_without_dates(net: Net) -> None:
    """Where a node has no limit, solutions go as far as one looks."""
    found, days = solve(*net), worlds(net)
    assert bool(found.cycles) is not bool(days)
    if days:
        for column, floor, ceiling in zip(
            zip(*days, strict=True), found.floors, found.ceilings, strict=True
        ):
            assert min(column) == floor if floor > -math.inf else min(column) < -2
            assert max(column) == ceiling if ceiling < math.inf else max(column) > 5


@given(dated() | loose())
@example(([0.0, 0.0], [9.0, 9.0], [step(0, 1, 1), step(1, 0, 0)]))
@settings(deadline=None)
def test_cycles_contradict(net: Net) -> None:
    """The steps of a cycle lead on from each to the next, and cannot all hold."""
    floors, ceilings, _ = net
    for cycle in solve(*net).cycles:
        for one, other in itertools.pairwise(cycle.steps):
            assert one.target == other.origin
        first, last = cycle.steps[0].origin, cycle.steps[-1].target
        low, high = [-math.inf] * len(floors), [math.inf] * len(floors)
        if cycle.floor is None or cycle.ceiling is None:
            assert first == last
        else:
            assert (first, last) == (cycle.floor, cycle.ceiling)
            low[first], high[last] = floors[first], ceilings[last]
        assert contradiction(low, high, cycle.steps)


@given(dated() | loose())
@settings(deadline=None)
def test_chains_lead_to_limits(net: Net) -> None:
    """From a node's own limit, the chain leads to the limit that it explains."""
    found = solve(*net)
    if found.cycles:
        return
    for node, floor in enumerate(found.floors):
        steps = chain(node, found.risen, up=True)
        day = net[0][steps[0].origin if steps else node]
        for each in steps:
            day = shifted(day, each.amount, each.unit)
        assert floor == day
    for node, ceiling in enumerate(found.ceilings):
        steps = chain(node, found.sunk, up=False)
        day = net[1][steps[0].target if steps else node]
        for each in steps:
            day = shifted(day, -each.amount, each.unit, last=True)
        assert ceiling == day


@given(dated() | loose(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_of_steps(net: Net, chance: Random) -> None:
    """The limits do not hang on the order of the steps."""
    floors, ceilings, steps = net
    shuffled = list(steps)
    chance.shuffle(shuffled)
    one, other = solve(floors, ceilings, steps), solve(floors, ceilings, shuffled)
    assert bool(one.cycles) is bool(other.cycles)
    if not one.cycles:
        assert one[:2] == other[:2]


def equal(origin: int, target: int, amount: int, unit: str) -> list[Step[Any]]:
    """That one node lies exactly so far after another."""
    return [step(origin, target, amount, unit), step(target, origin, -amount, unit)]


ANY = [-math.inf] * 3, [math.inf] * 3


class TestMonths:
    """A month has 28 to 31 days: what is impossible in all of them is found, and nothing else."""

    def test_some_month(self) -> None:
        """A month can be 31 days long, or 28; it is never 27 or 32."""
        for days, possible in {27: False, 28: True, 29: True, 31: True, 32: False}.items():
            steps = [*equal(0, 1, 1, "month"), *equal(0, 1, days, "day")]
            assert possible is (contradiction(*ANY, steps) is None)

    def test_in_its_time(self) -> None:
        """The first month of 28 days after a day is found, and its chain goes round."""
        steps = [*equal(0, 1, 1, "month"), *equal(0, 1, 28, "day")]
        found = solve([Day(1933, 3, 5).ordinal, -math.inf], [math.inf, math.inf], steps)
        assert [Day(1934, 1, 31).ordinal, Day(1934, 2, 28).ordinal] == found.floors
        assert chain(0, found.risen, up=True)

    def test_in_its_time_and_too_late(self) -> None:
        """Where that month comes too late, all that goes round takes part."""
        steps = [*equal(0, 1, 1, "month"), *equal(0, 1, 28, "day")]
        floors, late = [Day(1933, 3, 5).ordinal, -math.inf], Day(1934, 1, 1).ordinal
        (cycle,) = solve(floors, [math.inf, late], steps).cycles
        assert {*steps} == {*cycle.steps}
        assert (0, 1) == (cycle.floor, cycle.ceiling)
        led = [*floors, Day(1933, 3, 4).ordinal], [math.inf, late, math.inf]
        enters = step(2, 0, 1)
        (cycle,) = solve([-math.inf, *led[0][1:]], led[1], [enters, *steps]).cycles
        assert (enters, 2, 1) == (cycle.steps[0], cycle.floor, cycle.ceiling)

    @pytest.mark.parametrize("first", [-math.inf, JANUARY])
    def test_no_three_months(self, first: float) -> None:
        """No three months of 28 days follow each other, though each alone may have them."""
        steps = [
            each
            for node in range(3)
            for unit, amount in (("month", 1), ("day", 28))
            for each in equal(node, node + 1, amount, unit)
        ]
        floors = [first, -math.inf, -math.inf, -math.inf]
        (cycle,) = solve(floors, [math.inf] * 4, steps).cycles
        assert {*steps} == {*cycle.steps}
        assert cycle.floor is None


def test_components() -> None:
    """Each component stands before those that it leads to."""
    assert [[0], [3, 2, 1], [4]] == components([[1], [2], [3], [1, 4], []])


def test_long_chains() -> None:
    """Chains of thousands of steps neither recurse nor take long."""
    size = 5000
    steps = [each for node in range(size - 1) for each in equal(node, node + 1, 1, "day")]
    found = solve([0, *[-math.inf] * (size - 1)], [math.inf] * size, steps)
    assert size - 1 == found.floors[-1]
    round_again = [*steps, step(size - 1, 0, 2 - size)]
    (cycle,) = solve([-math.inf] * size, [math.inf] * size, round_again).cycles
    assert size == len(cycle.steps)
