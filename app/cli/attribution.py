"""What changed a ranking since another state: the exact parts, and the edit that turned it."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from app.analysis.attribution import find_last_turn
from app.analysis.effect import find_change
from app.analysis.outcome import Outcome, find_outcome
from app.wording import _
from db.document import Document
from db.model import Assessment
from db.revisions import main_line, state_at

from . import files
from .failure import Failure

Found = dict[str, Any]
MOST_STEPS = 200
"""So many of the last edits are looked at for the one that turned the ranking."""


def changes_since(earlier: Path, later: Path, outcome: Outcome) -> Found:
    """What changed from one file to another, whose ranking is known; `Failure` where none was."""
    assessment, perspective = files.read(earlier), outcome.problem.perspective
    before = find_outcome(assessment, _known(assessment, perspective))
    if before is None:
        raise Failure(_("{path} has nothing to rank yet.").format(path=earlier))
    document = files.read_document(later)
    steps = list(_states(document, assessment))
    return {
        "options": _parts(before, outcome),
        "turned_by": _turn(steps, document.assessment, perspective),
    }


def _parts(before: Outcome, after: Outcome) -> Found:
    """The exact parts of every option's change between two states, by score and by weight."""
    if not set(before.problem.options) & set(after.problem.options):
        return {}
    options, criteria, change = find_change(before, after)
    parts = zip(options, change.by_score.tolist(), change.by_weight.tolist(), strict=True)
    return {
        option: {
            "before": before.total(option),
            "after": after.total(option),
            "by_score": dict(zip(criteria, by_score, strict=True)),
            "by_weight": dict(zip(criteria, by_weight, strict=True)),
        }
        for option, by_score, by_weight in parts
    }


def _states(document: Document, earlier: Assessment) -> Iterator[tuple[Found, Assessment]]:
    """The edits of a file's own history, the last first, each with the state before it.

    It ends at the earlier state, where the history holds it.
    """
    for revision in reversed(main_line(document)[-MOST_STEPS:]):
        state = state_at(document, revision.parent or 0)
        yield {"number": revision.number, "label": revision.label}, state
        if msgspec.json.encode(state) == msgspec.json.encode(earlier):
            return


def _turn(
    steps: list[tuple[Found, Assessment]], present: Assessment, perspective: str
) -> Found | None:
    """The last edit that changed who leads; None where none did, or no history says."""
    states = [state for _edit, state in reversed(steps)] + [present]
    outcomes = [find_outcome(state, _known(state, perspective)) for state in states]
    leaders = [() if row is None else row.leaders for row in outcomes]
    turned = find_last_turn(leaders)
    if turned is None:
        return None
    edit = [found for found, _state in reversed(steps)][turned]
    return {**edit, "before": list(leaders[turned]), "after": list(leaders[turned + 1])}


def _known(assessment: Assessment, perspective: str) -> str | None:
    return perspective if perspective in assessment.perspective_by_id else None
