"""Edits of what is decided, and of how the brief about it is addressed."""

from typing import Any

import msgspec

from db.model import Assessment, BriefState, PerspectiveKind, Widening

from . import records
from .refusal import EditRefused


def change_decision(assessment: Assessment, **fields: Any) -> Assessment:
    """Give fields of the decision new values.

    Raises `EditRefused` for a baseline that is screened out, and for an assessor of record who is
    an actor.
    """
    result = _change(assessment, "decision", fields)
    if "baseline" in fields:
        _refuse_screened_out(result)
    if "assessor" in fields:
        _refuse_actor(result)
    return result


def change_brief(assessment: Assessment, **fields: Any) -> Assessment:
    """Give fields of the brief's settings new values."""
    return _change(assessment, "brief", fields)


def set_baseline(assessment: Assessment, option: str | None) -> Assessment:
    """Make an option the one against which the others are read, or none."""
    return change_decision(assessment, baseline=option)


def set_widening(assessment: Assessment, widening: Widening, **reaches: float) -> Assessment:
    """Let evidence grades widen ranges or not, and say how far (widen_fair, _weak, _none).

    Raises `EditRefused` where weaker evidence would reach less far than stronger.
    """
    if not reaches.keys() <= {"widen_fair", "widen_weak", "widen_none"}:
        raise TypeError("Only the reaches of the rule are changed here.")
    result = _change(assessment, "decision", {"widening": widening, **reaches})
    decision = result.decision
    stated = [decision.widen_fair, decision.widen_weak, decision.widen_none]
    if stated != sorted(stated):
        raise EditRefused(
            "Weaker evidence cannot reach less far than stronger: give numbers that do not fall "
            "from fair over weak to none."
        )
    return result


def mark_final(assessment: Assessment) -> Assessment:
    """Say that the brief is final.

    Raises `EditRefused` while the strongest case against the advice or the pre-mortem is not
    written: what nobody tried to refute is not final.
    """
    decision = assessment.decision
    if not decision.strongest_case_against:
        raise EditRefused(
            "The brief cannot be final yet: nobody has put the strongest case against the leading "
            "option. Write it, or have it written, first."
        )
    if not decision.pre_mortem:
        raise EditRefused(
            "The brief cannot be final yet: nobody has told how the leading option might come to "
            "fail. Write the pre-mortem first."
        )
    return change_brief(assessment, state=BriefState.FINAL)


def take_back_to_draft(assessment: Assessment) -> Assessment:
    """Say that the brief is being worked on again."""
    return change_brief(assessment, state=BriefState.DRAFT)


def _change(assessment: Assessment, table: str, fields: dict[str, Any]) -> Assessment:
    old = getattr(assessment, table)
    new = records.tidied(assessment, table, msgspec.structs.replace(old, **fields))
    if new == old:
        return assessment
    return msgspec.structs.replace(assessment, **{table: new})


def _refuse_screened_out(assessment: Assessment) -> None:
    baseline = assessment.option_by_id.get(assessment.decision.baseline or "")
    if baseline is not None and baseline.screened_out:
        raise EditRefused(
            "“{name}” is screened out, so it cannot be the baseline. Take it back first.",
            name=baseline.name,
        )


def _refuse_actor(assessment: Assessment) -> None:
    assessor = assessment.perspective_by_id.get(assessment.decision.assessor or "")
    if assessor is not None and assessor.kind is not PerspectiveKind.ASSESSOR:
        raise EditRefused(
            "“{name}” is an actor; the assessor of record must be an assessor.", name=assessor.name
        )
