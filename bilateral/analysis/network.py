"""A simple temporal network: nodes in time, steps between them, and the tightest limits.

After Dechter, Meiri and Pearl (1991), "Temporal constraint networks", Artificial Intelligence 49.
A node is a day that is not known, within a floor and a ceiling. A `Step` says that one node lies no
earlier than another one, moved by a number of days or of calendar months:

    value(target) >= move(value(origin))

There a step is a number of days, and the tightest limits are shortest paths. Calendar months are no
numbers, yet all that paths need is there: moves are monotone, and each has a partner that moves
back (`shifting`). So the solutions form a lattice; the least is reached by raising floors along the
steps until nothing moves, the greatest by lowering ceilings against them, and the limits of each
node are its values in these two. Nothing is rounded: the limits are exact.

Steps that go round (an exact gap holds both ways) form strongly connected `components`. They are
solved part by part, each after those that lead to it, and inside each by Bellman and Ford's
method with a queue: at most steps times nodes of work, and little more than one look at each step
where few go round. Every value keeps the step that it came by, so there is a chain for each.

There is no solution where a floor runs into a ceiling, or where steps round add days. A round with
months in it may add days here and none in other months. As the calendar repeats after 400 years, a
part that has climbed further than those 400 years and all its steps together climbs for ever.
"""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Sequence
from typing import Generic, NamedTuple, TypeVar

from bilateral.analysis.components import components
from bilateral.analysis.shifting import CYCLE, least, most, shifted

L = TypeVar("L")


class Step(NamedTuple, Generic[L]):
    """That one node lies no earlier than another one, moved.

    Attributes:
        origin: The other node.
        target: The node.
        amount: How many units later; negative for earlier.
        unit: `day`, `week`, `month` or `year`.
        link: What says so.
    """

    origin: int
    target: int
    amount: int
    unit: str
    link: L


class Cycle(NamedTuple, Generic[L]):
    """Steps that cannot all hold, in the order in which they lead on.

    From the node whose floor is too late to the one whose ceiling is too early, or round to where
    they began. Where months go round, all steps of a component take part, in no such order.

    Attributes:
        steps: Which.
        floor: The node whose floor plays a part; None where steps alone contradict each other.
        ceiling: The node whose ceiling does.
        unordered: All steps of a component are there, of which some may play no part.
    """

    steps: tuple[Step[L], ...]
    floor: int | None = None
    ceiling: int | None = None
    unordered: bool = False


class Solution(NamedTuple, Generic[L]):
    """The tightest limits, and whence each came: by a step, or None for the node's own limit.

    Attributes:
        floors: The first day, as an ordinal, that each node can be; `-inf` without limit.
        ceilings: The last one; `inf` without limit.
        risen: By which step each floor was reached.
        sunk: By which step each ceiling was reached.
        cycles: What contradicts; where there is anything, the limits may be wider than they need.
    """

    floors: list[float]
    ceilings: list[float]
    risen: list[Step[L] | None]
    sunk: list[Step[L] | None]
    cycles: list[Cycle[L]]


def solve(
    floors: Sequence[float], ceilings: Sequence[float], steps: Sequence[Step[L]]
) -> Solution[L]:
    """The tightest limits of all nodes.

    >>> day = Step(0, 1, 1, "day", "a day or more")
    >>> found = solve([10, -math.inf], [math.inf, 15], [day])
    >>> found.floors, found.ceilings
    ([10, 11], [14, 15])
    >>> solve([10, 0], [20, 9], [day]).cycles[0].steps[0].link
    'a day or more'

    Args:
        floors: The first day, as an ordinal, that each node can be; `-inf` without limit.
        ceilings: The last one, none before its node's floor; `inf` without limit.
        steps: Between nodes, by their place in `floors`.
    """
    rising = _Rise(floors, ceilings, steps, up=True)
    cycles = rising.run()
    # The way down is the way up with all signs changed.
    sinking = _Rise([-top for top in ceilings], [-low for low in floors], steps, up=False)
    if not cycles:
        sinking.run()
    return Solution(
        rising.values, [-value for value in sinking.values], rising.came, sinking.came, cycles
    )


def contradiction(
    floors: Sequence[float], ceilings: Sequence[float], steps: Sequence[Step[L]]
) -> Cycle[L] | None:
    """Steps that cannot all hold; None where all can.

    Args:
        floors: As for `solve`.
        ceilings: As for `solve`.
        steps: As for `solve`.
    """
    return next(iter(_Rise(floors, ceilings, steps, up=True).run()), None)


def landing(value: float, step: Step[L], *, up: bool) -> float:
    """Where a step brings a floor of its origin; or, where not `up`, a ceiling of its target.

    Args:
        value: The floor or ceiling.
        step: Which.
        up: Whether it is a floor.
    """
    amount = step.amount if up else -step.amount
    return shifted(value, amount, step.unit, last=not up)


class _Rise(Generic[L]):
    """Values that are raised along steps until nothing moves; against them where not `up`."""

    def __init__(
        self,
        floors: Sequence[float],
        ceilings: Sequence[float],
        steps: Sequence[Step[L]],
        *,
        up: bool,
    ) -> None:
        self.up, self.sign = up, 1 if up else -1
        self.floors = floors
        self.ceilings = ceilings
        self.values = list(floors)
        self.came: list[Step[L] | None] = [None] * len(floors)
        self.leaving: list[list[tuple[int, Step[L]]]] = [[] for _ in floors]
        for step in steps:
            origin, target = (step.origin, step.target) if up else (step.target, step.origin)
            self.leaving[origin].append((target, step))

    def run(self) -> list[Cycle[L]]:
        """Raise all values; return what contradicts, one thing for each part and ceiling."""
        cycles = []
        groups = components([[target for target, _ in steps] for steps in self.leaving])
        number = [0] * len(self.values)
        for turn, part in enumerate(groups):
            for node in part:
                number[node] = turn
        for turn, part in enumerate(groups):
            inside = len(part) > 1 or any(target == part[0] for target, _ in self.leaving[part[0]])
            cycle = self.settle(part, number, turn) if inside else None
            cycle = cycle or self.too_high(part)
            if cycle:
                cycles.append(cycle)
                for node in part:
                    self.values[node], self.came[node] = self.floors[node], None
            for node in part:
                for target, step in self.leaving[node]:
                    if number[target] != turn:
                        self.lift(node, target, step)
        return cycles

    def lift(self, node: int, target: int, step: Step[L]) -> bool:
        """Raise one value by one step; return whether it moved."""
        reached = self.sign * landing(self.sign * self.values[node], step, up=self.up)
        if reached <= self.values[target]:
            return False
        self.values[target], self.came[target] = reached, step
        return True

    def too_high(self, part: Sequence[int]) -> Cycle[L] | None:
        """The chain by which a value of a part runs into its ceiling."""
        for node in part:
            if self.values[node] > self.ceilings[node]:
                return self.against_ceiling(node)
        return None

    def settle(self, part: Sequence[int], number: Sequence[int], turn: int) -> Cycle[L] | None:
        """Raise the values of a part until nothing moves, or for ever."""
        within = {
            node: [(target, step) for target, step in self.leaving[node] if number[target] == turn]
            for node in part
        }
        entry = max(part, key=self.values.__getitem__)
        known, entered = self.values[entry], self.came[entry]
        unknown = known == -math.inf
        if unknown:
            # Whether it can be solved shows wherever it begins; all is reached from there.
            self.values[part[-1]] = 0
            known = 0
        steps = [step for node in part for _, step in within[node]]
        highest = 0.0
        moves = 0
        queue = deque(node for node in reversed(part) if self.values[node] > -math.inf)
        queued = set(queue)
        cycle = None
        while queue and cycle is None:
            node = queue.popleft()
            queued.discard(node)
            for target, step in within[node]:
                if not self.lift(node, target, step):
                    continue
                moves += 1
                if moves % len(part) == 0:
                    # To look whether steps go round costs as much as so many moves do.
                    highest = highest or known + CYCLE + sum(most(*each[2:4]) for each in steps)
                    cycle = self.round(target)
                    if cycle is None and self.values[target] > highest:
                        cycle = Cycle(tuple(steps), unordered=True)
                if cycle:
                    break
                if not unknown and self.values[target] > self.ceilings[target]:
                    cycle = self.against_ceiling(target)
                    cycle = cycle or self.all_round(steps, entry, entered, target)
                    break
                if target not in queued:
                    queued.add(target)
                    queue.append(target)
        if unknown:
            for node in part:
                self.values[node], self.came[node] = -math.inf, None
        return cycle

    def against_ceiling(self, node: int) -> Cycle[L] | None:
        """The chain to a node's ceiling, or what goes round; None where only some months do."""
        came = chain(node, self.came, up=self.up)
        first = self.origin(came[0])
        return Cycle(tuple(came), first, node) if self.came[first] is None else self.round(node)

    def all_round(
        self, steps: Sequence[Step[L]], entry: int, entered: Step[L] | None, node: int
    ) -> Cycle[L]:
        """All steps of a component, with the chain by which its highest value entered it."""
        if entered is None:
            return Cycle(tuple(steps), entry, node, unordered=True)
        led = [*chain(self.origin(entered), self.came, up=self.up), entered]
        return Cycle((*led, *steps), self.origin(led[0]), node, unordered=True)

    def origin(self, step: Step[L]) -> int:
        return step.origin if self.up else step.target

    def round(self, node: int) -> Cycle[L] | None:
        """The steps that go round and lead to a node, where they add days in any month."""
        met: dict[int, int] = {}
        steps: list[Step[L]] = []
        while node not in met:
            met[node] = len(steps)
            step = self.came[node]
            if step is None:
                return None
            steps.append(step)
            node = self.origin(step)
        steps = steps[met[node] :][::-1]
        if sum(least(step.amount, step.unit) for step in steps) <= 0:
            return None
        return Cycle(tuple(steps))


def chain(node: int, came: Sequence[Step[L] | None], *, up: bool) -> list[Step[L]]:
    """The steps by which a node got its limit, the first one first.

    Args:
        node: Which.
        came: `risen` or `sunk` of a solution.
        up: Whether it is `risen`.
    """
    steps: list[Step[L]] = []
    met = {node}
    while (step := came[node]) is not None:
        steps.append(step)
        node = step.origin if up else step.target
        # Where months go round, values may support each other.
        if node in met:
            break
        met.add(node)
    return steps[::-1]
