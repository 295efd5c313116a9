"""Edits of what is decided, and of how the brief about it is addressed."""

from typing import Any

import msgspec

from db.model import Assessment

from . import records
from .refusal import EditRefused


def change_decision(assessment: Assessment, **fields: Any) -> Assessment:
    """Give fields of the decision new values."""
    return _change(assessment, "decision", fields)


def change_brief(assessment: Assessment, **fields: Any) -> Assessment:
    """Give fields of the brief's settings new values."""
    return _change(assessment, "brief", fields)


def set_baseline(assessment: Assessment, option: str | None) -> Assessment:
    """Make an option the one against which the others are read, or none."""
    if option is not None:
        chosen = records.find(assessment, "options", option)
        if chosen.screened_out:
            raise EditRefused(
                "“{name}” is screened out, so it cannot be the baseline. Take it back first.",
                name=chosen.name,
            )
    return change_decision(assessment, baseline=option)


def _change(assessment: Assessment, table: str, fields: dict[str, Any]) -> Assessment:
    old = getattr(assessment, table)
    new = records.tidied(table, msgspec.structs.replace(old, **fields))
    if new == old:
        return assessment
    return msgspec.structs.replace(assessment, **{table: new})
