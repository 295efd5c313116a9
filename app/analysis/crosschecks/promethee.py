"""PROMETHEE I and II: pairwise preference degrees and the flows they make."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np

from app.analysis.arrays import (
    TIE,
    BoolArray,
    FloatArray,
    Matrix,
    Vector,
    as_matrix,
    noise,
    require_length,
)
from app.analysis.weights import normalise

Shape: TypeAlias = Literal["usual", "u", "v", "level", "linear", "gaussian"]


@dataclass(frozen=True, slots=True)
class Preference:
    """How a difference in value becomes a degree of preference, 0-1, on one criterion.

    usual: any lead counts fully. u: a lead above q does. v: grows from 0 to full at p. level: half
    above q, full above p. linear: grows from q to full at p. gaussian: 1 - exp(-d^2 / 2 s^2).
    """

    shape: Shape = "usual"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0

    def __post_init__(self) -> None:
        """Refuse thresholds that the shape cannot use."""
        if not self.q >= 0.0 or (self.shape in {"level", "linear"} and not self.q <= self.p):
            raise ValueError("A preference needs thresholds 0 <= q <= p.")
        if (self.shape == "v" and not self.p > 0.0) or (
            self.shape == "gaussian" and not self.s > 0.0
        ):
            raise ValueError("This preference needs a threshold above zero.")


@dataclass(frozen=True, slots=True, eq=False)
class Flows:
    """PROMETHEE's outcome.

    degrees: (options, options) how much the row is preferred; leaving, entering, net: (options,)
    flows, net highest is best (PROMETHEE II); by_criterion: (options, criteria) net flow on each
    criterion, whose weighted sum is net; preferred, incomparable: (options, options) relations of
    PROMETHEE I, both False where two options are indifferent.
    """

    degrees: FloatArray
    leaving: FloatArray
    entering: FloatArray
    net: FloatArray
    by_criterion: FloatArray
    preferred: BoolArray
    incomparable: BoolArray


def find_flows(values: Matrix, weights: Vector, preferences: Sequence[Preference]) -> Flows:
    """Return the flows of PROMETHEE I and II for values (options, criteria).

    preferences: one for each criterion, thresholds in the unit of its values. With one option all
    flows are zero. Source: Brans & Vincke (1985); Brans, Vincke & Mareschal (1986).
    """
    matrix = as_matrix(values, "Values")
    options, criteria = matrix.shape
    shares = require_length(normalise(weights), criteria, "Weights")
    if len(preferences) != criteria:
        raise ValueError("Every criterion needs a preference function.")
    degrees = np.zeros((options, options))
    by_criterion = np.zeros((options, criteria))
    rivals, slack = max(1, options - 1), noise(matrix)
    for j, preference in enumerate(preferences):
        gaps = matrix[:, j, np.newaxis] - matrix[:, j]
        prefer = _prefer(preference, np.maximum(gaps, 0.0), float(slack[j]))
        degree = np.where(gaps > slack[j], prefer, 0.0)
        degrees += shares[j] * degree
        by_criterion[:, j] = (degree.sum(axis=1) - degree.sum(axis=0)) / rivals
    leaving, entering = degrees.sum(axis=1) / rivals, degrees.sum(axis=0) / rivals
    stronger = leaving[:, np.newaxis] - leaving
    weaker = entering - entering[:, np.newaxis]
    preferred = (stronger >= -TIE) & (weaker >= -TIE) & ((stronger > TIE) | (weaker > TIE))
    incomparable = ((stronger > TIE) & (weaker < -TIE)) | ((stronger < -TIE) & (weaker > TIE))
    net = leaving - entering
    return Flows(degrees, leaving, entering, net, by_criterion, preferred, incomparable)


def _prefer(preference: Preference, gaps: FloatArray, slack: float) -> FloatArray:
    """Return degrees of preference for leads `gaps` >= 0; a zero lead is masked by the caller.

    slack: by so little a lead may be above a threshold and still count as at it.
    """
    q, p, s = preference.q, preference.p, preference.s
    over_q, over_p = gaps > q + slack, gaps > p + slack
    match preference.shape:
        case "usual":
            return np.ones_like(gaps)
        case "u":
            return np.where(over_q, 1.0, 0.0)
        case "v":
            return np.minimum(gaps / p, 1.0)
        case "level":
            return np.where(over_p, 1.0, np.where(over_q, 0.5, 0.0))
        case "linear":
            rising = np.clip((gaps - q) / (p - q), 0.0, 1.0) if p > q else np.ones_like(gaps)
            return np.where(over_q, rising, 0.0)
        case "gaussian":
            return -np.expm1(-0.5 * np.minimum(gaps / s, 1e3) ** 2)
