"""How much each edit did to the totals, where the states between two rankings are known.

Edits were made in one order, and each takes what it changed when it was made: so the parts of an
option add up exactly to its change, and every part was once seen on the screen. (Without an order
the Shapley value of `attribution.share_out` would be the fair division.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from app.analysis.attribution import find_last_turn
from app.analysis.outcome import Outcome


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit as the history names it."""

    number: int
    label: str


@dataclass(frozen=True, slots=True)
class EditShare:
    """By how many points an edit moved each option that was ranked before and after it."""

    edit: Edit
    points: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """The last edit that changed who leads, and the ids of the leaders before and after it."""

    edit: Edit
    before: tuple[str, ...]
    after: tuple[str, ...]


def share_edits(edits: Sequence[Edit], outcomes: Sequence[Outcome | None]) -> tuple[EditShare, ...]:
    """The share of each edit in the change of every total.

    outcomes: before the first edit and after each, None where nothing could be ranked.
    """
    return tuple(
        EditShare(edit, _moves(outcomes[step], outcomes[step + 1]))
        for step, edit in enumerate(edits)
    )


def find_turn(edits: Sequence[Edit], outcomes: Sequence[Outcome | None]) -> Turn | None:
    """The last edit that changed who leads, None where none did; outcomes as above."""
    leaders = [() if row is None else row.leaders for row in outcomes]
    turned = find_last_turn(leaders)
    return None if turned is None else Turn(edits[turned], leaders[turned], leaders[turned + 1])


def _moves(before: Outcome | None, after: Outcome | None) -> dict[str, float]:
    if before is None or after is None:
        return {}
    known = frozenset(before.problem.options)
    return {
        option: after.total(option) - before.total(option)
        for option in after.problem.options
        if option in known
    }
