"""What would change the winner: for each criterion and branch, the exact share at which it does."""

from __future__ import annotations

from dataclasses import dataclass

from app.analysis.outcome import Outcome
from app.analysis.weight_lines import WeightLine, vary_weight


@dataclass(frozen=True, slots=True)
class Flip:
    """The nearest share of weight, on one side of the present one, at which another option leads.

    node: id of the leaf or branch whose share moves while the others keep their proportions;
    present, at: shares of 0 to 1; leader: who leads beyond it.
    """

    node: str
    present: float
    at: float
    leader: str

    @property
    def distance(self) -> float:
        """How far the share has to move, in shares of 1."""
        return abs(self.at - self.present)


def weight_line(outcome: Outcome, node: str) -> WeightLine:
    """All options' values as the share of one leaf or branch runs from 0 to 1."""
    problem = outcome.problem
    mask = problem.below[problem.nodes.index(node)]
    return vary_weight(outcome.prepared, problem.shares, mask)


def find_flips(outcome: Outcome) -> tuple[Flip, ...]:
    """Every flip of the present winner by moving one share, the nearest first.

    A branch with a single criterion below it is told only once, as that criterion. Empty when
    the winner is tied, or when nothing that a single share can do unseats it.
    """
    if len(outcome.leaders) != 1:
        return ()
    found: list[Flip] = []
    problem = outcome.problem
    for i, node in enumerate(problem.nodes):
        repeated = (problem.below[i + 1 :] == problem.below[i]).all(axis=1).any()
        if not repeated:
            found.extend(_flips_of(outcome, node))
    return tuple(sorted(found, key=lambda flip: flip.distance))


def _flips_of(outcome: Outcome, node: str) -> list[Flip]:
    line = weight_line(outcome, node)
    if not line.movable:
        return []
    winner = line.leaders[0]
    spans = line.spans
    names = outcome.problem.options
    found = []
    for i, span in enumerate(spans):
        if winner in span.leaders:
            continue
        before = spans[i - 1] if i else None
        after = spans[i + 1] if i + 1 < len(spans) else None
        if before is not None and winner in before.leaders and span.low >= line.share:
            found.append(Flip(node, line.share, span.low, names[span.leaders[0]]))
        if after is not None and winner in after.leaders and span.high <= line.share:
            found.append(Flip(node, line.share, span.high, names[span.leaders[0]]))
    return found
