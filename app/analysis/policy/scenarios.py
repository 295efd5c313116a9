"""What each option is worth in each named future."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray, freeze
from app.analysis.outcome import Outcome, find_outcome
from app.analysis.policy.decision_rules import (
    hurwicz_spans,
    maximum_regret,
    never_worse_than,
    regret,
    security_levels,
)
from app.analysis.policy.scenario_scores import in_scenario
from app.analysis.ranking import leaders
from db.model import Assessment

__all__ = ["ScenarioTable", "find_scenarios", "in_scenario"]


@dataclass(frozen=True, slots=True, eq=False)
class ScenarioTable:
    """Values of the ranked options in every scenario.

    options, scenarios: ids; values, regrets: (options, scenarios); worst_regret: (options,).
    """

    options: tuple[str, ...]
    scenarios: tuple[str, ...]
    outcomes: tuple[Outcome, ...]
    values: FloatArray
    regrets: FloatArray
    worst_regret: FloatArray

    @property
    def least_regret(self) -> tuple[str, ...]:
        """The options whose worst regret is least (minimax regret; several where they tie)."""
        return tuple(self.options[i] for i in leaders(-self.worst_regret))

    @property
    def best_worst(self) -> tuple[str, ...]:
        """The options whose worst value is greatest (maximin; several where they tie)."""
        return tuple(self.options[i] for i in leaders(security_levels(self.values)))

    def never_worse(self, margin: float) -> tuple[str, ...]:
        """The options that are in no scenario more than a margin below the best."""
        close = never_worse_than(self.values, margin)
        return tuple(option for option, yes in zip(self.options, close, strict=True) if yes)

    @property
    def by_optimism(self) -> tuple[tuple[float, tuple[str, ...]], ...]:
        """From which optimism on (0 to 1) which options are first by Hurwicz's rule."""
        return tuple(
            (start, tuple(self.options[i] for i in first))
            for start, first in hurwicz_spans(self.values)
        )


def find_scenarios(assessment: Assessment, perspective: str | None = None) -> ScenarioTable | None:
    """Value and regret of each option in each scenario, as a perspective weighs them.

    None while there is nothing to rank or no scenario.
    """
    names = tuple(row.id for row in assessment.scenarios)
    found = [find_outcome(in_scenario(assessment, name), perspective) for name in names]
    outcomes = tuple(outcome for outcome in found if outcome is not None)
    if not outcomes or len(outcomes) != len(names):
        return None
    values: FloatArray = np.stack([outcome.evaluation.totals for outcome in outcomes], axis=1)
    return ScenarioTable(
        options=outcomes[0].problem.options,
        scenarios=names,
        outcomes=outcomes,
        values=freeze(values),
        regrets=freeze(regret(values)),
        worst_regret=freeze(maximum_regret(values)),
    )
