"""What changed a ranking since another state: the exact parts, each edit's share, and the turn."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec

from app.analysis.edit_shares import Edit, EditShare, Turn, find_turn, share_edits
from app.analysis.effect import find_change
from app.analysis.outcome import Outcome, find_outcome
from app.wording import _
from db.document import Document
from db.model import Assessment
from db.revisions import main_line, state_at

from . import files
from .failure import Failure

MOST_STEPS = 200
"""So many of the last edits are looked at for the one that turned the ranking."""


@dataclass(frozen=True)
class Since:
    """The ranking of the earlier file, and what the later one's history says of the way.

    edits: each edit's share; None where the history does not reach back to the earlier file.
    """

    before: Outcome
    edits: tuple[EditShare, ...] | None
    turn: Turn | None


def changes_since(earlier: Path, later: Path, outcome: Outcome) -> Since:
    """What changed from one file to another, whose ranking is known; `Failure` where none was."""
    assessment, perspective = files.read(earlier), outcome.problem.perspective
    before = find_outcome(assessment, _known(assessment, perspective))
    if before is None:
        raise Failure(_("{path} has nothing to rank yet.").format(path=earlier))
    document = files.read_document(later)
    steps = list(_states(document, assessment))[::-1]
    edits = [edit for edit, _state in steps]
    states = [*(state for _edit, state in steps), document.assessment]
    outcomes = [find_outcome(state, _known(state, perspective)) for state in states]
    reached = _same(states[0], assessment)
    shares = share_edits(edits, outcomes) if reached else None
    return Since(before, shares, find_turn(edits, outcomes))


def changes_document(since: Since, outcome: Outcome) -> dict[str, Any]:
    """The same by ids."""
    turn = since.turn
    return {
        "options": _parts(since.before, outcome),
        "edits": None
        if since.edits is None
        else [
            {"number": row.edit.number, "label": row.edit.label, "points": dict(row.points)}
            for row in since.edits
        ],
        "turned_by": turn
        and {
            "number": turn.edit.number,
            "label": turn.edit.label,
            "before": list(turn.before),
            "after": list(turn.after),
        },
    }


def _parts(before: Outcome, after: Outcome) -> dict[str, Any]:
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


def _states(document: Document, earlier: Assessment) -> Iterator[tuple[Edit, Assessment]]:
    """The edits of a file's own history, the last first, each with the state before it.

    It ends at the earlier state, where the history holds it.
    """
    if _same(document.assessment, earlier):
        return
    for revision in reversed(main_line(document)[-MOST_STEPS:]):
        state = state_at(document, revision.parent or 0)
        yield Edit(revision.number, revision.label), state
        if _same(state, earlier):
            return


def _same(one: Assessment, other: Assessment) -> bool:
    return msgspec.json.encode(one) == msgspec.json.encode(other)


def _known(assessment: Assessment, perspective: str) -> str | None:
    return perspective if perspective in assessment.perspective_by_id else None
