"""Edits of obligations outside the weights, and of what is judged about them."""

from typing import Any

from db.model import (
    Assessment,
    Crossing,
    RedLine,
    RedLineJudgement,
    RedLineTest,
    ScaleKind,
)
from db.model.tree import is_leaf

from . import records, relations, texts
from .refusal import EditRefused
from .waivers import refuse_lost_waivers


def add_red_line(assessment: Assessment, key: str, name: str, at: int | None = None) -> Assessment:
    """Add a red line that is judged option by option."""
    return records.add(assessment, "red_lines", RedLine(id=key, name=texts.name(name)), at)


def change_red_line(assessment: Assessment, red_line: str, **fields: Any) -> Assessment:
    """Give fields of a red line new values.

    Raises `EditRefused` for a threshold outside the criterion's scale, for a branch, which has no
    scores to test, and for leaving nobody who may waive a line that is waived.
    """
    result = records.change(assessment, "red_lines", red_line, **fields)
    if "waivable_by" in fields:
        refuse_lost_waivers(result, records.find(result, "red_lines", red_line))
    if fields.keys() & {"criterion", "threshold"}:
        _refuse_threshold(result, records.find(result, "red_lines", red_line))
    return result


def judge(
    assessment: Assessment, red_line: str, option: str, verdict: Crossing, reason: str | None = None
) -> Assessment:
    """Say whether an option crosses a judged red line; a reason of None leaves what was said.

    Raises `EditRefused` when the red line is tested by scores or benchmarks instead.
    """
    line = records.find(assessment, "red_lines", red_line)
    if line.test is not RedLineTest.JUDGED:
        raise EditRefused(
            "“{name}” is tested by scores or benchmarks. Let it be judged per option first.",
            name=line.name,
        )
    old = relations.look_up(assessment, "red_line_judgements", (red_line, option))
    if reason is None:
        reason = "" if old is None else old.reason
    row = RedLineJudgement(red_line=red_line, option=option, verdict=verdict, reason=reason)
    return relations.state(assessment, "red_line_judgements", row)


def withdraw_judgement(assessment: Assessment, red_line: str, option: str) -> Assessment:
    """Say nothing of an option at a red line any more."""
    return relations.withdraw(assessment, "red_line_judgements", (red_line, option))


def _refuse_threshold(assessment: Assessment, line: RedLine) -> None:
    if line.criterion is None:
        return
    leaf = assessment.criterion_by_id[line.criterion]
    if not is_leaf(assessment, leaf.id):
        raise EditRefused("“{name}” is a branch; test a criterion below it.", name=leaf.name)
    if line.threshold is None or leaf.scale is ScaleKind.NUMERIC:
        return
    if not 0.0 <= line.threshold <= 100.0:
        raise EditRefused(
            "{number:.10g} is outside the scale of “{name}”, which runs from {bottom:g} to "
            "{top:g}.",
            number=line.threshold,
            name=leaf.name,
            bottom=0.0,
            top=100.0,
        )
