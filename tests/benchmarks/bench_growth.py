"""How the time of a simulation grows with options and with criteria: in proportion, or faster.

A ratio is the time for one option (or criterion) beside that of one of ten: 1 is cost in
proportion. Winning indices ask every pair of options, and confidence factors every option under
the weights of every other, so neither can stay in proportion for ever: what they add is told apart.
"""

from collections.abc import Callable, Iterator

import numpy as np

from app.analysis.smaa.counting import count_wins, sort_totals
from app.analysis.smaa.score_samples import choose_block
from tests.benchmarks.bench_analysis import run, timed
from tests.benchmarks.figures import Figure
from tests.benchmarks.timing import paired

SAMPLES = 40_000
FEW, MORE = 10, (20, 40, 80)


def measure() -> Iterator[Figure]:
    """Measure simulations of ever more options, of more criteria, and what all pairs cost."""
    yield _per_unit(
        f"SMAA {FEW} x 40 triangular, a criterion",
        lambda: run("triangular", SAMPLES, FEW, 40),
        lambda: run("triangular", SAMPLES),
        4,
        "ratio <= 1.5",
    )
    for kind in ("triangular", "normal"):
        for options in MORE:
            yield _growth(kind, options, confidence=False)
        for options in MORE:
            yield _growth(kind, options, confidence=True)
    for options in MORE[1:]:
        yield _wins(options)


def _growth(kind: str, options: int, *, confidence: bool) -> Figure:
    """The time for an option among so many, beside that of one of few."""
    told = "with" if confidence else "without"
    return _per_unit(
        f"SMAA {options} x 10 {kind}, {told} confidence factors, an option",
        lambda: run(kind, SAMPLES, options, confidence=confidence),
        lambda: run(kind, SAMPLES, FEW, confidence=confidence),
        options / FEW,
        "ratio <= 2" if confidence and options > 40 else "ratio <= 1.5",
    )


def _wins(options: int) -> Figure:
    """What counting who beats whom takes of a simulation."""
    block = choose_block(options, FEW)
    totals = np.random.default_rng(4).normal(50.0, 10.0, (options, block)).astype(np.float32)
    ahead, level = sort_totals(totals, np.ones(options, dtype=np.int64))
    pair = paired(
        lambda: [count_wins(ahead, level) for _ in range(0, SAMPLES, block)],
        lambda: run("triangular", SAMPLES, options, confidence=False),
        rounds=7,
    )
    name = f"pairwise winning indices of {options}, beside the simulation they are part of"
    return timed(name, pair, 1e3, "ms", "ratio <= 0.25")


def _per_unit(
    name: str,
    work: Callable[[], object],
    few: Callable[[], object],
    times: float,
    aim: str,
) -> Figure:
    """Measure work on `times` as much as `few` is on."""
    pair = paired(work, few, rounds=7)
    return Figure(
        name=f"{name}, beside 10 x 10",
        value=pair.work / times * 1e3,
        unit="ms",
        reference=pair.reference * 1e3,
        ratio=pair.ratio / times,
        aim=aim,
    )
