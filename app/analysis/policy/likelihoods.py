"""How much weight the words of likelihood give each scenario (ICD 203, 2015)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from app.analysis.arrays import FloatArray, freeze
from app.analysis.policy.decision_rules import expected_values
from app.analysis.policy.scenarios import ScenarioTable
from db.model import Assessment, Likelihood


@dataclass(frozen=True, slots=True)
class Band:
    """The probabilities that a word of likelihood stands for, 0 to 1."""

    low: float
    high: float

    @property
    def middle(self) -> float:
        """The probability halfway between the ends of the band."""
        return (self.low + self.high) / 2


BANDS: Mapping[Likelihood, Band] = MappingProxyType(
    {
        Likelihood.ALMOST_NO_CHANCE: Band(0.01, 0.05),
        Likelihood.VERY_UNLIKELY: Band(0.05, 0.20),
        Likelihood.UNLIKELY: Band(0.20, 0.45),
        Likelihood.EVEN_CHANCE: Band(0.45, 0.55),
        Likelihood.LIKELY: Band(0.55, 0.80),
        Likelihood.VERY_LIKELY: Band(0.80, 0.95),
        Likelihood.ALMOST_CERTAIN: Band(0.95, 0.99),
    }
)
"""Office of the Director of National Intelligence, Intelligence Community Directive 203 (2015)."""


def scenario_probabilities(assessment: Assessment) -> FloatArray | None:
    """Probabilities (scenarios,) that sum to 1: the middles of the stated bands, scaled.

    None unless every scenario has a likelihood: what is not said is not guessed.
    """
    stated = [row.likelihood for row in assessment.scenarios]
    middles = [BANDS[word].middle for word in stated if word is not None]
    if not middles or len(middles) < len(stated):
        return None
    weights = np.array(middles)
    return freeze(weights / weights.sum())


def find_expected(assessment: Assessment, table: ScenarioTable) -> FloatArray | None:
    """Each option's mean value (options,) over the scenarios, where all have a likelihood."""
    probabilities = scenario_probabilities(assessment)
    return None if probabilities is None else freeze(expected_values(table.values, probabilities))
