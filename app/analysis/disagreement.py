"""Which differences between two assessors could change the first place, and which do not matter.

The reference is one assessor's ranking. Each differing score, and each differing weight, is put in
the place of the reference's own, alone and all else unchanged, and the ranking is asked again: a
difference *decides* when that changes who is first. For scores the whole range in which the other
stated it counts too, since any point of it is what the other might hold. What changes the first
place only together with others is found by taking all differences of a kind at once.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from app.analysis.additive import PartialValues, prepare, weigh
from app.analysis.arrays import FloatArray
from app.analysis.outcome import Outcome
from app.analysis.ranking import leaders
from app.analysis.weights import normalise

DIFFERS = 1e-9


@dataclass(frozen=True, slots=True)
class Difference:
    """One judgement on which two assessors differ.

    option: None for a weight; mine, theirs: values of 0-100, or shares of 1 for a weight; effect:
    points by which taking theirs moves the lead of who is first; leaders: who is first then; range:
    whether only a point within their range, and not their likely value, changes who is first.
    """

    option: str | None
    criterion: str
    mine: float
    theirs: float
    effect: float
    leaders: tuple[str, ...]
    decides: bool
    range: bool = False


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Everything on which two assessors differ, the most telling first.

    leaders: who is first for each; together: who is first in the reference's ranking with all of
    the other's scores, and with all of the other's weights.
    """

    leaders: tuple[tuple[str, ...], tuple[str, ...]]
    with_their_scores: tuple[str, ...]
    with_their_weights: tuple[str, ...]
    differences: tuple[Difference, ...]

    @property
    def deciding(self) -> tuple[Difference, ...]:
        """Those that change who is first by themselves."""
        return tuple(d for d in self.differences if d.decides)

    @property
    def idle(self) -> tuple[Difference, ...]:
        """Those that do not."""
        return tuple(d for d in self.differences if not d.decides)


def find_disagreement(mine: Outcome, theirs: Outcome) -> Disagreement:
    """Compare two assessors of one assessment; `mine` is the reference.

    A score that one of them has not given is no difference. Raises ValueError when the outcomes are
    not about the same options and criteria.
    """
    if mine.problem.options != theirs.problem.options:
        raise ValueError("The outcomes must be about the same options.")
    if mine.problem.criteria != theirs.problem.criteria:
        raise ValueError("The outcomes must be about the same criteria.")
    first = mine.leaders
    found = [*_score_differences(mine, theirs), *_weight_differences(mine, theirs)]
    found.sort(key=lambda d: (not d.decides, d.range, -abs(d.effect)))
    both = mine.prepared.missing | theirs.prepared.missing
    scores = np.where(both, mine.prepared.values, theirs.prepared.values)
    shares = mine.problem.shares
    weights = theirs.problem.shares if theirs.problem.weighted else shares
    return Disagreement(
        leaders=(first, theirs.leaders),
        with_their_scores=_first(mine, prepare(scores), shares),
        with_their_weights=_first(mine, mine.prepared, weights),
        differences=tuple(found),
    )


def _score_differences(mine: Outcome, theirs: Outcome) -> list[Difference]:
    a, b = mine.problem, theirs.problem
    missing = mine.prepared.missing | theirs.prepared.missing
    differs = (np.abs(b.likely - a.likely) > DIFFERS) & ~missing
    return [_score_difference(mine, theirs, int(i), int(j)) for i, j in np.argwhere(differs)]


def _score_difference(mine: Outcome, theirs: Outcome, i: int, j: int) -> Difference:
    problem, first = mine.problem, mine.leaders
    now = _with_value(mine, i, j, float(theirs.problem.likely[i, j]))
    chosen = _named(mine, leaders(now))
    decides, within = set(chosen) != set(first), False
    if not decides:
        for end in (theirs.problem.low[i, j], theirs.problem.high[i, j]):
            ended = _named(mine, leaders(_with_value(mine, i, j, float(end))))
            if set(ended) != set(first):
                chosen, decides, within = ended, True, True
    return Difference(
        option=problem.options[i],
        criterion=problem.criteria[j],
        mine=float(problem.likely[i, j]),
        theirs=float(theirs.problem.likely[i, j]),
        effect=_lead(mine, now) - _lead(mine, mine.evaluation.totals),
        leaders=chosen,
        decides=decides,
        range=within,
    )


def _weight_differences(mine: Outcome, theirs: Outcome) -> list[Difference]:
    """Each of the other's shares in the place of mine, the others keeping their proportions."""
    if not (mine.problem.weighted and theirs.problem.weighted):
        return []
    found = []
    old, new = mine.problem.shares, theirs.problem.shares
    for j in np.flatnonzero(np.abs(new - old) > DIFFERS).tolist():
        shares = _with_share(old, j, float(new[j]))
        totals = weigh(mine.prepared, shares)[1]
        chosen = _named(mine, leaders(totals))
        found.append(
            Difference(
                option=None,
                criterion=mine.problem.criteria[j],
                mine=float(old[j]),
                theirs=float(new[j]),
                effect=_lead(mine, totals) - _lead(mine, mine.evaluation.totals),
                leaders=chosen,
                decides=set(chosen) != set(mine.leaders),
            )
        )
    return found


def _with_share(shares: FloatArray, j: int, share: float) -> FloatArray:
    rest = np.delete(shares, j)
    others = normalise(rest) if rest.any() else np.full(rest.size, 1.0 / max(rest.size, 1))
    return np.insert(others * (1.0 - share), j, share if rest.size else 1.0)


def _with_value(outcome: Outcome, i: int, j: int, value: float) -> FloatArray:
    """All totals when one value is another."""
    totals = outcome.evaluation.totals.copy()
    totals[i] += outcome.problem.shares[j] * (value - outcome.prepared.values[i, j])
    return totals


def _first(outcome: Outcome, prepared: PartialValues, shares: FloatArray) -> tuple[str, ...]:
    return _named(outcome, leaders(weigh(prepared, shares)[1]))


def _named(outcome: Outcome, found: tuple[int, ...]) -> tuple[str, ...]:
    return tuple(outcome.problem.options[i] for i in found)


def _lead(outcome: Outcome, totals: FloatArray) -> float:
    """The lead of the present winner over its best rival; negative when it has lost."""
    if totals.size == 1:
        return 0.0
    winner = outcome.problem.options.index(outcome.ranked[0])
    return float(totals[winner] - np.delete(totals, winner).max())
