"""Edits of options."""

from typing import Any

from db.model import Assessment, Option

from . import records, texts
from .refusal import EditRefused


def add_option(assessment: Assessment, key: str, name: str, at: int | None = None) -> Assessment:
    """Add an option under a new key, at a place or at the end."""
    return records.add(assessment, "options", Option(id=key, name=texts.name(name)), at)


def rename_option(assessment: Assessment, option: str, name: str) -> Assessment:
    """Give an option another name."""
    return records.change(assessment, "options", option, name=texts.name(name))


def change_option(assessment: Assessment, option: str, **fields: Any) -> Assessment:
    """Give fields of an option new values.

    The baseline cannot be screened out, since the others are read against it.
    """
    result = records.change(assessment, "options", option, **fields)
    screened_out = "screened_out" in fields and result.option_by_id[option].screened_out
    if screened_out and result.decision.baseline == option:
        raise EditRefused(
            "The baseline cannot be screened out. Make another option the baseline first."
        )
    return result


def screen_out(assessment: Assessment, option: str, reason: str) -> Assessment:
    """Take an option out of the ranking, for a stated reason; its scores are kept."""
    if not texts.prose(reason):
        raise EditRefused("Say why the option is screened out; the brief prints the reason.")
    return change_option(assessment, option, screened_out=reason)


def readmit(assessment: Assessment, option: str) -> Assessment:
    """Put a screened-out option back into the ranking."""
    return records.change(assessment, "options", option, screened_out="")


def move_option(assessment: Assessment, option: str, to: int) -> Assessment:
    """Put an option at another place in the list."""
    return records.move(assessment, "options", option, to)


def remove_option(assessment: Assessment, option: str) -> Assessment:
    """Remove an option with its scores and everything else that is said of it."""
    return records.remove(assessment, "options", option)
