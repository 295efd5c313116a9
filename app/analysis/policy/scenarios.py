"""What each option is worth in each named future."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec
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
from app.analysis.ranking import leaders
from db.model import Assessment, ChangeKind, Criterion, ScaleKind, Score, ScoreChange


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


def in_scenario(assessment: Assessment, scenario: str) -> Assessment:
    """The assessment with its scores as they would be in a scenario.

    A change sets the likely score or adds to it; low and high, clipped to the scale, move by as
    much as likely and are clipped again. A missing score can be set but not added to. A change on
    a branch, which has no scores, changes nothing.
    """
    branches = {row.parent for row in assessment.criteria}
    changes = {
        (row.option, row.criterion): row
        for row in assessment.score_changes
        if row.scenario == scenario and row.criterion not in branches
    }
    if not changes:
        return assessment
    kept = {(row.assessor, row.option, row.criterion): row for row in assessment.scores}
    for (assessor, option, criterion), row in list(kept.items()):
        change = changes.get((option, criterion))
        if change is not None:
            leaf = assessment.criterion_by_id[criterion]
            kept[assessor, option, criterion] = _changed(row, change, leaf)
    for assessor in {row.assessor for row in assessment.scores}:
        for (option, criterion), change in changes.items():
            if (assessor, option, criterion) not in kept and change.kind is ChangeKind.SET:
                row = Score(assessor=assessor, option=option, criterion=criterion)
                leaf = assessment.criterion_by_id[criterion]
                kept[assessor, option, criterion] = _changed(row, change, leaf)
    scores = tuple(kept[key] for key in sorted(kept))
    return msgspec.structs.replace(assessment, scores=scores)


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


def _changed(row: Score, change: ScoreChange, leaf: Criterion) -> Score:
    bottom, top = 0.0, 100.0
    if leaf.scale is ScaleKind.NUMERIC:
        bottom, top = min(leaf.worst, leaf.best), max(leaf.worst, leaf.best)

    def clip(number: float) -> float:
        return min(max(number, bottom), top)

    if row.likely is None:
        if change.kind is ChangeKind.ADD:
            return row
        return msgspec.structs.replace(row, likely=clip(change.amount))
    old = clip(row.likely)
    new = clip(change.amount if change.kind is ChangeKind.SET else old + change.amount)
    low = None if row.low is None else clip(clip(row.low) + new - old)
    high = None if row.high is None else clip(clip(row.high) + new - old)
    return msgspec.structs.replace(row, likely=new, low=low, high=high)
