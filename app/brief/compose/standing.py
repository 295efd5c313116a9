"""How the ranking stands when weights and scores move, and when other methods are asked."""

from dataclasses import dataclass

from app.analysis.crosschecks.agreement import CrossCheck, cross_check
from app.analysis.outcome import Outcome
from app.analysis.robustness import SPREAD
from app.analysis.score_flips import ScoreFlips, find_score_flips
from app.analysis.smaa.indices import Acceptability
from app.analysis.smaa.interval_weights import spread_weights
from app.analysis.smaa.score_samples import vary
from app.analysis.smaa.simulation import simulate
from app.analysis.smaa.weight_samples import FreeWeights
from app.analysis.tornado import Tornado, find_tornado

SAMPLES = 50_000
SEED = 0


@dataclass(frozen=True)
class Standing:
    """Acceptabilities under any weights and under weights near the stated ones; cross-checks.

    moves, flips: what scores do within their ranges, and where they change who is first.
    crosschecks is empty while scores are missing: the other methods need all of them.
    """

    any_weights: Acceptability
    near_weights: Acceptability
    moves: Tornado
    flips: ScoreFlips
    crosschecks: tuple[CrossCheck, ...]


def find_standing(outcome: Outcome | None) -> Standing | None:
    """Simulate and cross-check; None where fewer than two options are ranked."""
    if outcome is None or len(outcome.problem.options) < 2:
        return None
    problem = outcome.problem
    scores = vary("triangular", problem.low, problem.likely, problem.high)
    free, near = (
        simulate(scores, weights, samples=SAMPLES, seed=SEED, confidence=False)
        for weights in (
            FreeWeights(len(problem.criteria)),
            spread_weights(problem.shares, SPREAD),
        )
    )
    whole = not bool(outcome.prepared.missing.any())
    checks = cross_check(outcome.prepared.values, problem.shares) if whole else ()
    moves = find_tornado(problem.low, problem.likely, problem.high, problem.shares)
    return Standing(free, near, moves, find_score_flips(outcome.prepared, problem.shares), checks)
