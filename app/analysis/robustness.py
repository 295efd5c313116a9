"""Everything that can be asked of one ranking, in one call: how firm it is and what it hangs on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from app.analysis.additive import Evaluation, PartialValues, evaluate, prepare
from app.analysis.admissible import admit_all
from app.analysis.arrays import BoolArray, FloatArray
from app.analysis.crosschecks.agreement import CrossCheck, cross_check
from app.analysis.information import Information, find_information
from app.analysis.model_checks import Finding, check_scores, check_weights
from app.analysis.potential import (
    Distance,
    Potential,
    WeightChange,
    find_potentials,
    find_smallest_change,
)
from app.analysis.score_flips import Effort, ScoreFlips, find_efforts, find_score_flips
from app.analysis.smaa.indices import Acceptability
from app.analysis.smaa.interval_weights import spread_weights
from app.analysis.smaa.score_samples import ScoreKind, vary
from app.analysis.smaa.simulation import Drawing, simulate
from app.analysis.smaa.weight_samples import FreeWeights, WeightSampler, fix_weights
from app.analysis.stability import JointStability, find_joint_stability, find_score_tolerance
from app.analysis.tornado import Tornado, find_tornado
from app.analysis.value_functions import Carried
from app.analysis.watch import Watch, portion

SPREAD = 0.2
"""How far each weight may be from the stated one, relative to itself, in the middle simulation."""
LEARNING_SAMPLES = 16_384
"""How many weights are drawn to tell what knowing one of them would be worth."""

_SAMPLES = 50_000
_TURNS = 5  # three simulations and two searches for the nearest weights


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """All answers about one ranking; tuples have one entry for each option.

    any_weights, near_weights, stated_weights: SMAA under free weights, weights within SPREAD of
    the stated ones, and the stated ones alone. by_shares, by_swings: how far all weights may be
    off. score_tolerance, flips, efforts, tornado: how far scores may be.
    by_sum, by_largest: the nearest weights under which each option wins, None where none do.
    potentials: how good each can look. learning: what to find out. crosschecks, findings.
    """

    evaluation: Evaluation
    any_weights: Acceptability
    near_weights: Acceptability
    stated_weights: Acceptability
    by_shares: JointStability
    by_swings: JointStability
    score_tolerance: tuple[float | None, ...]
    flips: ScoreFlips
    efforts: tuple[Effort | None, ...]
    tornado: Tornado
    by_sum: tuple[WeightChange | None, ...]
    by_largest: tuple[WeightChange | None, ...]
    potentials: tuple[Potential, ...]
    learning: Information
    crosschecks: tuple[CrossCheck, ...]
    findings: tuple[Finding, ...]


def find_robustness(
    values: Carried,
    shares: FloatArray,
    *,
    branches: BoolArray | None = None,
    kind: ScoreKind = "triangular",
    watch: Watch | None = None,
    **drawing: Unpack[Drawing],
) -> Robustness:
    """Answer everything about the ranking of values (options, criteria) under shares (criteria,).

    values: low, likely and high, 0-100, NaN in likely where a score is missing; branches:
    (branches, criteria) the leaves of the top branches; kind: how scores vary within low and high;
    drawing: of each simulation. watch hears about the simulations and the nearest weights, which
    take most of the time, and is asked during the other answers too; Cancelled as it says. Raises
    ValueError as the parts do.
    """
    prepared, scores = prepare(values.likely), vary(kind, *values)
    evaluation = evaluate(prepared, shares)
    winner = int(evaluation.order[0])
    near = spread_weights(shares, SPREAD)
    samplers: tuple[WeightSampler, ...] = (FreeWeights(shares.size), near, fix_weights(shares))
    drawing.setdefault("samples", _SAMPLES)
    runs = [
        simulate(
            scores,
            sampler,
            watch=portion(watch, turn, _TURNS),
            **drawing,
        )
        for turn, sampler in enumerate(samplers)
    ]
    go_on = None if watch is None else _stand_still(watch, 1, 1)
    return Robustness(
        evaluation=evaluation,
        any_weights=runs[0],
        near_weights=runs[1],
        stated_weights=runs[2],
        by_shares=find_joint_stability(prepared, shares, winner, "shares"),
        by_swings=find_joint_stability(prepared, shares, winner, "swings"),
        score_tolerance=find_score_tolerance(prepared, shares, winner),
        flips=find_score_flips(prepared, shares),
        efforts=find_efforts(prepared, shares),
        tornado=find_tornado(*values, shares),
        by_sum=_nearest_weights(prepared, shares, "sum", portion(watch, 3, _TURNS)),
        by_largest=_nearest_weights(prepared, shares, "largest", portion(watch, 4, _TURNS)),
        potentials=find_potentials(prepared, admit_all(shares.size), go_on),
        learning=find_information(
            scores, near, samples=LEARNING_SAMPLES, seed=drawing.get("seed", 0), watch=go_on
        ),
        crosschecks=cross_check(prepared.values, shares),
        findings=(
            *check_scores(values.likely),
            *check_weights(values.likely, shares, branches),
        ),
    )


def _nearest_weights(
    prepared: PartialValues, shares: FloatArray, distance: Distance, watch: Watch | None
) -> tuple[WeightChange | None, ...]:
    found = []
    for option in range(prepared.options):
        go_on = None if watch is None else _stand_still(watch, option, prepared.options)
        found.append(find_smallest_change(prepared, shares, option, distance, go_on))
    return tuple(found)


def _stand_still(watch: Watch, done: int, total: int) -> Watch:
    """Return a watch that says how far the whole is, whatever it hears, and asks whether to go."""
    return lambda _done, _total: watch(done, total)
