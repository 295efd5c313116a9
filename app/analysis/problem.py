"""What is to be analysed: arrays and ids, made from the assessment."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from app.analysis.additive import HIGHEST, LOWEST
from app.analysis.arrays import BoolArray, FloatArray, IntArray, freeze
from app.analysis.policy.widening import apply_widening
from app.analysis.value_functions import ValueFunction, carry, piecewise_linear
from app.analysis.weights import leaves_below, normalise
from db.model import Assessment, Criterion, PerspectiveKind
from db.model.tree import leaves, walk


@dataclass(frozen=True, slots=True, eq=False)
class Problem:
    """Values of the ranked options and the weights of one perspective.

    options: ids of the options that are not screened out; criteria: ids of the leaves; low,
    likely, high: values (options, criteria) from 0 to 100, NaN where a score is missing; raw:
    (criteria,) swings; shares: (criteria,) summing to 1; weighted: False while the perspective
    has no weight above 0, so that equal shares stand in; unweighted: leaves without a weight of
    their own beside weighted ones; nodes: ids of all criteria, branches before what is below
    them; below: (nodes, criteria), True where a leaf hangs under a node.
    """

    assessor: str
    perspective: str
    options: tuple[str, ...]
    criteria: tuple[str, ...]
    low: FloatArray
    likely: FloatArray
    high: FloatArray
    raw: FloatArray
    shares: FloatArray
    weighted: bool
    unweighted: tuple[str, ...]
    nodes: tuple[str, ...]
    below: BoolArray

    def share_of(self, node: str) -> float:
        """The share of weight, 0 to 1, that a leaf or a branch holds."""
        return float(self.shares[self.below[self.nodes.index(node)]].sum())


@dataclass(frozen=True, slots=True, eq=False)
class ScoreTable:
    """Values of all ranked options on all leaves: the part of a problem without weights."""

    assessor: str
    options: tuple[str, ...]
    criteria: tuple[str, ...]
    low: FloatArray
    likely: FloatArray
    high: FloatArray


def judge_for(assessment: Assessment, perspective: str) -> str | None:
    """Whose scores a perspective's weights are applied to.

    An assessor's own; an actor weighs the scores of the assessor of record.
    """
    row = assessment.perspective_by_id[perspective]
    return perspective if row.kind is PerspectiveKind.ASSESSOR else assessment.decision.assessor


def read_scores(assessment: Assessment, assessor: str) -> ScoreTable:
    """Carry an assessor's scores through the value functions."""
    options = tuple(row.id for row in assessment.options if not row.screened_out)
    columns = leaves(assessment)
    stated = _stated(assessment, assessor, options, columns)
    stated = apply_widening(assessment, assessor, options, stated)
    for j, leaf in enumerate(columns):
        carried = carry(value_function(assessment, leaf), *stated[:, :, j])
        stated[0, :, j], stated[1, :, j], stated[2, :, j] = carried
    _settle(stated)
    low, likely_values, high = (freeze(np.ascontiguousarray(part)) for part in stated)
    return ScoreTable(
        assessor, options, tuple(leaf.id for leaf in columns), low, likely_values, high
    )


def _stated(
    assessment: Assessment, assessor: str, options: tuple[str, ...], columns: tuple[Criterion, ...]
) -> FloatArray:
    """Low, likely and high as they were stated, NaN where nothing was: (3, options, criteria)."""
    across = {leaf.id: j for j, leaf in enumerate(columns)}
    starts = {option: i * len(columns) for i, option in enumerate(options)}
    # Plain lists are filled faster than single cells of an array.
    low, likely, high = ([math.nan] * (len(options) * len(columns)) for _ in range(3))
    for row in assessment.scores:
        if row.assessor == assessor and row.likely is not None and row.option in starts:
            place = starts[row.option] + across[row.criterion]
            low[place] = row.likely if row.low is None else row.low
            likely[place] = row.likely
            high[place] = row.likely if row.high is None else row.high
    return np.array([low, likely, high]).reshape(3, len(options), len(columns))


def _settle(values: FloatArray) -> None:
    """Undo what interpolation overshoots in the last digit, at the ends and between the three."""
    np.clip(values, LOWEST, HIGHEST, out=values)
    np.minimum(values[0], values[1], out=values[0])
    np.maximum(values[2], values[1], out=values[2])


def value_function(assessment: Assessment, leaf: Criterion) -> ValueFunction:
    """The partial value function of a leaf.

    It runs straight between the scale's worst, its best and the levels that state a value;
    scores beyond the scale are clipped to its ends.
    """
    points = {leaf.worst: 0.0, leaf.best: 100.0}
    for level in assessment.levels_by_criterion.get(leaf.id, ()):
        if level.value is not None:
            points[level.at] = level.value
    ordered = sorted(points)
    return piecewise_linear(ordered, [points[at] for at in ordered])


def make_problem(
    assessment: Assessment, perspective: str | None = None, scores: ScoreTable | None = None
) -> Problem | None:
    """The problem as a perspective weighs it (None: the assessor of record).

    `scores` may be handed in when only weights have changed. Returns None while there is
    nobody who judges, no option to rank or no criterion to rank by.
    """
    whose = perspective or assessment.decision.assessor
    assessor = None if whose is None else judge_for(assessment, whose)
    if whose is None or assessor is None:
        return None
    table = scores or read_scores(assessment, assessor)
    if not table.options or not table.criteria:
        return None
    raw, shares, weighted = _weigh(assessment, whose, table.criteria)
    nodes, below = _tree(assessment, table.criteria)
    known = assessment.swing_by_key
    unset = tuple(leaf for leaf in table.criteria if (whose, leaf) not in known)
    return Problem(
        assessor=table.assessor,
        perspective=whose,
        options=table.options,
        criteria=table.criteria,
        low=table.low,
        likely=table.likely,
        high=table.high,
        raw=raw,
        shares=shares,
        weighted=weighted,
        unweighted=unset if weighted else (),
        nodes=nodes,
        below=below,
    )


def _weigh(
    assessment: Assessment, perspective: str, criteria: tuple[str, ...]
) -> tuple[FloatArray, FloatArray, bool]:
    known = assessment.swing_by_key
    raw = np.array([known.get((perspective, leaf), 0.0) for leaf in criteria])
    weighted = bool(raw.any())
    shares = normalise(raw if weighted else np.ones(len(criteria)))
    return freeze(raw), freeze(shares), weighted


def _tree(assessment: Assessment, criteria: tuple[str, ...]) -> tuple[tuple[str, ...], BoolArray]:
    nodes = tuple(row.id for _, row in walk(assessment))
    place = {node: i for i, node in enumerate(nodes)}
    tops = (assessment.criterion_by_id[node].parent for node in nodes)
    parents: IntArray = np.array([-1 if top is None else place[top] for top in tops])
    leaf_nodes: IntArray = np.array([place[leaf] for leaf in criteria])
    return nodes, freeze(leaves_below(parents, leaf_nodes))
