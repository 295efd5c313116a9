"""What follows when only limits of the weights are stated: an order, intervals, ratios."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from app.analysis.additive import PartialValues
from app.analysis.admissible import Admissible, find_ranges
from app.analysis.arrays import BoolArray, FloatArray
from app.analysis.elicitation.questions import NextStep, find_next_step
from app.analysis.potential import Potential, find_pairwise_dominance, find_potentials
from app.analysis.smaa.hit_and_run import PolytopeWeights
from app.analysis.smaa.indices import Acceptability
from app.analysis.smaa.score_samples import Scores
from app.analysis.smaa.simulation import Drawing, simulate
from app.analysis.smaa.weight_samples import WeightSampler
from app.analysis.watch import Watch


@dataclass(frozen=True, slots=True, eq=False)
class Limited:
    """What is known when every admitted weighting is as good as any other.

    low, high: (criteria,) the exact ranges of the shares; acceptability: SMAA over them;
    potentials: per option its greatest lead; dominates: (options, options) which row is at least
    as good as which column whatever the weights; next: the proved winner, or what to ask next.
    """

    low: FloatArray
    high: FloatArray
    acceptability: Acceptability
    potentials: tuple[Potential, ...]
    dominates: BoolArray
    next: NextStep


def examine_limits(
    prepared: PartialValues,
    scores: Scores,
    admissible: Admissible,
    *,
    sampler: WeightSampler | None = None,
    watch: Watch | None = None,
    **drawing: Unpack[Drawing],
) -> Limited:
    """Examine a ranking of prepared values, with scores that vary, under limits of the weights.

    sampler: draws from the same limits faster than walks do, where there is one; drawing: of the
    simulation. Raises
    NoAdmissibleWeights when the limits contradict each other, and Cancelled as `watch` says.
    """
    found = simulate(scores, sampler or PolytopeWeights(admissible), watch=watch, **drawing)
    go_on = None if watch is None else _stay(watch)
    low, high = find_ranges(admissible, go_on)
    potentials = find_potentials(prepared, admissible, go_on)
    dominates = find_pairwise_dominance(prepared, admissible, go_on)
    step = find_next_step(prepared, admissible, drawing.get("seed", 0), go_on)
    return Limited(low, high, found, potentials, dominates, step)


def _stay(watch: Watch) -> Watch:
    """Return a watch that asks whether to go on, and says that the simulation is done."""
    return lambda _done, _total: watch(1, 1)
