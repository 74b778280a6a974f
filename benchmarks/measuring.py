"""Clocks: several things timed in turn, under one mode of the garbage collector."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from collections.abc import Callable, Collection, Mapping
from statistics import median
from time import perf_counter

Times = dict[str, list[float]]
"""Seconds by what was timed, one for each round; fewer where only the first rounds were timed."""


def in_turn(
    jobs: Mapping[str, Callable[[], object]],
    rounds: int,
    *,
    paused: bool,
    once: Collection[str] = (),
) -> Times:
    """Time jobs round by round, so that a slow minute of the machine slows all of them alike.

    Args:
        jobs: What to time, by name.
        rounds: How often.
        paused: The garbage collector is paused during each job.
        once: Jobs that only the first round times.
    """
    times: Times = {name: [] for name in jobs}
    names = list(jobs)
    for number in range(rounds):
        # Each round begins with another job, so that no place in the order favours one.
        for name in names[number % len(names) :] + names[: number % len(names)]:
            if number == 0 or name not in once:
                times[name].append(seconds(jobs[name], paused=paused))
    return times


def seconds(job: Callable[[], object], *, paused: bool) -> float:
    """How long a job takes; what it returns is freed after the clock has stopped."""
    gc.collect()
    if paused:
        gc.disable()
    try:
        start = perf_counter()
        result = job()
        taken = perf_counter() - start
    finally:
        gc.enable()
    del result
    return taken


def ratio(times: Times, name: str, base: str) -> float:
    """How many times as long as the base, as the median of the rounds' own ratios."""
    rounds = zip(times[name], times[base], strict=False)
    return median(one / other for one, other in rounds)


def in_python(code: str) -> str:
    """What code prints in an interpreter of its own, which keeps bytecode as they usually do."""
    command = [sys.executable, "-c", code]
    environment = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    return subprocess.run(  # noqa: S603 - our own code
        command, check=True, capture_output=True, text=True, env=environment
    ).stdout


def import_seconds(statement: str) -> float:
    """How long an import takes in a fresh interpreter, whose own start is not counted."""
    code = f"from time import perf_counter as t; s = t(); {statement}; print(t() - s)"
    return float(in_python(code))
