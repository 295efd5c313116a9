"""Time work and its reference in turns, so that what slows the machine slows both."""

import gc
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median

Work = Callable[[], object]


@dataclass(frozen=True)
class Pair:
    """Median seconds a call of the work and of its reference, and the median of their ratios."""

    work: float
    reference: float
    ratio: float


def paired(work: Work, reference: Work, *, rounds: int = 15, calls: int = 1) -> Pair:
    """Measure two pieces of work in alternation.

    Each of `rounds` times both for `calls` calls, the one first that came second before; a round
    beforehand, not counted, warms caches.
    """
    samples = []
    with _collector_off():
        for turn in range(rounds + 1):
            first, second = (work, reference) if turn % 2 else (reference, work)
            times = {first: _seconds(first, calls)}
            times[second] = _seconds(second, calls)
            samples.append((times[work], times[reference]))
    return pair_of(samples[1:])


def pair_of(samples: list[tuple[float, float]]) -> Pair:
    """Return the medians of (work, reference) samples that were taken side by side."""
    return Pair(
        median(work for work, _ in samples),
        median(reference for _, reference in samples),
        median(work / reference for work, reference in samples),
    )


def _seconds(work: Work, calls: int) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        work()
    return (time.perf_counter() - start) / calls


@contextmanager
def _collector_off() -> Iterator[None]:
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
