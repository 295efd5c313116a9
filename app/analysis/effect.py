"""What a change of the assessment does to the ranking, and which part of it did most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.arrays import FloatArray
from app.analysis.attribution import Change, split_change
from app.analysis.outcome import Outcome
from app.analysis.reweighing import find_reweighed, stated_swings

MOST_CAUSES = 3
TELLING = 0.05
"""Points below which a part of a change is not worth a word: it would be shown as 0.0."""


@dataclass(frozen=True, slots=True)
class Movement:
    """An option that both rankings have, and its place and value in each."""

    option: str
    rank: tuple[int, int]
    total: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Cause:
    """What one criterion's scores, or its weight, did to the gap between two options.

    points: by how much the later leader gained on the earlier one, or (where the leader stays) on
    its runner-up. making_room: what the weights that nobody changed did by making room for those
    that somebody did is in it; criterion is None where it is nothing else.
    """

    criterion: str | None
    by_weight: bool
    points: float
    making_room: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """The first places and leads before and after; all else that moved, the new order first.

    leads: points between first and second; None with a single option.
    """

    leaders: tuple[tuple[str, ...], tuple[str, ...]]
    leads: tuple[float | None, float | None]
    moved: tuple[Movement, ...]
    causes: tuple[Cause, ...]

    @property
    def changes_first_place(self) -> bool:
        """Whether who is first changes, ties included."""
        return set(self.leaders[0]) != set(self.leaders[1])

    @property
    def nothing(self) -> bool:
        """Whether no value moves by as much as is shown."""
        still = all(abs(m.total[1] - m.total[0]) < TELLING for m in self.moved)
        same = all(m.rank[0] == m.rank[1] for m in self.moved)
        return still and same and not self.changes_first_place


def find_effect(before: Outcome, after: Outcome) -> Effect:
    """Compare two rankings of the same decision."""
    shared = [option for option in after.ranked if option in before.problem.options]
    moved = tuple(
        Movement(
            option,
            (before.rank(option), after.rank(option)),
            (before.total(option), after.total(option)),
        )
        for option in shared
    )
    return Effect(
        leaders=(before.leaders, after.leaders),
        leads=(_lead(before), _lead(after)),
        moved=moved,
        causes=_causes(before, after),
    )


def _lead(outcome: Outcome) -> float | None:
    ranked = outcome.ranked
    return outcome.total(ranked[0]) - outcome.total(ranked[1]) if len(ranked) > 1 else None


def _causes(before: Outcome, after: Outcome) -> tuple[Cause, ...]:
    """The parts of the change that did most for who leads now, the greatest first."""
    winner = after.ranked[0]
    rival = before.ranked[0] if before.ranked[0] != winner else None
    if rival is None and len(after.ranked) > 1:
        rival = after.ranked[1]
    return () if rival is None else find_causes(before, after, winner, rival)


def find_causes(before: Outcome, after: Outcome, winner: str, rival: str) -> tuple[Cause, ...]:
    """The parts of a change that did most to the gap between two options, the greatest first.

    Points are what `winner` gained on `rival`. Empty where either ranking lacks one of them.
    """
    both = frozenset(before.problem.options) & frozenset(after.problem.options)
    if not {winner, rival} <= both:
        return ()
    criteria, change = _split(before, after, (winner, rival))
    by_score, by_weight = (
        dict(zip(criteria, (part[0] - part[1]).tolist(), strict=True))
        for part in (change.by_score, change.by_weight)
    )
    parts = [Cause(criterion, False, gain) for criterion, gain in by_score.items()]
    parts += _by_weight(by_weight, _reweighed(before, after))
    telling = [cause for cause in parts if abs(cause.points) >= TELLING]
    return tuple(sorted(telling, key=lambda c: -abs(c.points))[:MOST_CAUSES])


def _by_weight(gains: dict[str, float], changed: frozenset[str]) -> list[Cause]:
    """What each weight that was changed did; the others make room for one, or for them together."""
    meant = [
        Cause(criterion, True, gain) for criterion, gain in gains.items() if criterion in changed
    ]
    room = sum(gain for criterion, gain in gains.items() if criterion not in changed)
    if not meant:
        return [Cause(criterion, True, gain) for criterion, gain in gains.items()]
    if abs(room) < TELLING:
        return meant
    if len(meant) > 1:
        return [*meant, Cause(None, True, room, making_room=True)]
    (only,) = meant
    return [Cause(only.criterion, True, only.points + room, making_room=True)]


def _reweighed(before: Outcome, after: Outcome) -> frozenset[str]:
    old, new = (
        stated_swings(outcome.assessment, outcome.problem.perspective)
        for outcome in (before, after)
    )
    return frozenset(find_reweighed(old, new))


def find_change(before: Outcome, after: Outcome) -> tuple[tuple[str, ...], tuple[str, ...], Change]:
    """Split the change of every option that both rankings have, by score and by weight.

    Returns option ids, criterion ids and the parts, which add up to the change of each total.
    """
    options = tuple(key for key in after.problem.options if key in before.problem.options)
    return options, *_split(before, after, options)


def _split(
    before: Outcome, after: Outcome, options: tuple[str, ...]
) -> tuple[tuple[str, ...], Change]:
    criteria = tuple(dict.fromkeys((*before.problem.criteria, *after.problem.criteria)))
    (old, old_shares), (new, new_shares) = (
        _lay_out(outcome, other, criteria, options)
        for outcome, other in ((before, after), (after, before))
    )
    return criteria, split_change(old, old_shares, new, new_shares)


def _lay_out(
    outcome: Outcome, other: Outcome, criteria: tuple[str, ...], options: tuple[str, ...]
) -> tuple[FloatArray, FloatArray]:
    """Values of options and shares on all criteria; one that is not there weighs nothing."""
    values, shares = np.zeros((len(options), len(criteria))), np.zeros(len(criteria))
    for j, criterion in enumerate(criteria):
        home = outcome if criterion in outcome.problem.criteria else other
        at = home.problem.criteria.index(criterion)
        for i, option in enumerate(options):
            values[i, j] = home.prepared.values[home.problem.options.index(option), at]
        if home is outcome:
            shares[j] = outcome.problem.shares[at]
    return values, shares
