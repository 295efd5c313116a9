"""Edits of what is decided, and of how the brief about it is addressed."""

from typing import Any

import msgspec

from db.model import Assessment, PerspectiveKind

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
