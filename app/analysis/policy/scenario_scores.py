"""The scores as they would be in a named future."""

from __future__ import annotations

import msgspec

from db.model import Assessment, ChangeKind, Criterion, ScaleKind, Score, ScoreChange


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
