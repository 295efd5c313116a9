"""A scale and the numbers on it: changed at the same time, neither fits the other."""

from collections.abc import Iterator

from db.model import Assessment, Decision, Option, Perspective, Score
from db.model.integrity import problems

from .conflicts import RANGE, SCALE, Place
from .joining import Joint
from .registers import Cell


def revert_unfit_scales(joint: Joint) -> None:
    """Where a scale and the scores or levels on it no longer fit, let a person decide on all."""
    touched = {str(key[0]) for table, key in joint.registers.touched if table == "criteria"}
    touched |= {str(key[0]) for table, key in joint.registers.touched if table == "levels"}
    touched |= {str(key[2]) for table, key in joint.registers.touched if table == "scores"}
    present = {criterion for criterion in touched if ("criteria", (criterion,)) in joint.present}
    if not present:
        return
    unfit = {criterion for criterion in present if _was_rescaled_meanwhile(joint, criterion)}
    unfit |= set(_invalid(joint.assessment(), present))
    steps = 1
    while unfit:
        for criterion in sorted(unfit):
            joint.revert("scale", _everything_on(joint, criterion), steps)
        unfit = (
            set(_invalid(joint.assessment(), unfit)) if steps <= len(joint.log.revisions) else set()
        )
        steps += 1


def _was_rescaled_meanwhile(joint: Joint, criterion: str) -> bool:
    """Whether somebody changed a scale while somebody else, who had not seen it, scored on it."""
    scale = [cell for cell in _scale_cells(criterion) if cell in joint.registers.cells]
    scaled, scored = (_last_writers(joint, cells) for cells in (scale, _scores(joint, criterion)))
    seen = joint.registers.seen_by
    return any(
        not (seen(one) >> other & 1 or seen(other) >> one & 1) for one in scaled for other in scored
    )


def _invalid(assessment: Assessment, criteria: set[str]) -> Iterator[str]:
    """Those of the criteria whose scale, levels and scores break the rules among themselves."""
    scores_on: dict[str, list[Score]] = {}
    for score in assessment.scores:
        scores_on.setdefault(score.criterion, []).append(score)
    for row in assessment.criteria:
        if row.id not in criteria:
            continue
        scores = tuple(scores_on.get(row.id, ()))
        alone = Assessment(
            decision=Decision(id="-", title="-"),
            options=tuple(Option(id=i, name="-") for i in {score.option for score in scores}),
            perspectives=tuple(
                Perspective(id=i, name="-") for i in {score.assessor for score in scores}
            ),
            criteria=(
                type(row)(id=row.id, name="-", scale=row.scale, worst=row.worst, best=row.best),
            ),
            levels=tuple(level for level in assessment.levels if level.criterion == row.id),
            scores=scores,
        )
        if next(problems(alone), None) is not None:
            yield row.id


def _everything_on(joint: Joint, criterion: str) -> list[Place]:
    """The scale, the levels and the scores of a criterion, as far as anybody wrote to them."""
    written = [cell for cell in _scale_cells(criterion) if cell in joint.registers.cells]
    rows = {*joint.registers.touched, *joint.registers.removed}
    levels = sorted(row for row in rows if row[0] == "levels" and row[1][0] == criterion)
    return [*written, *((*row, None) for row in levels), *_scores(joint, criterion)]


def _scale_cells(criterion: str) -> list[Cell]:
    return [("criteria", (criterion,), column) for column in SCALE]


def _scores(joint: Joint, criterion: str) -> list[Cell]:
    """The numbers that anybody wrote on a criterion, in scores that are there."""
    return sorted(
        cell
        for cell in joint.registers.cells
        if cell[0] == "scores"
        and cell[2] in RANGE
        and cell[1][2] == criterion
        and cell[:2] in joint.present
    )


def _last_writers(joint: Joint, cells: list[Cell]) -> list[int]:
    writers = {place for cell in cells for place in joint.registers.cells[cell]}
    return joint.registers.heads(writers, joint.registers.everything)
