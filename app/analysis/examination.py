"""One ranking examined: what robustness, flips and stable intervals say of it, under its ids."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Unpack

from app.analysis.content import top_branches
from app.analysis.flips import Flip, find_flips, weight_line
from app.analysis.outcome import Outcome
from app.analysis.robustness import Robustness, find_robustness
from app.analysis.smaa.score_samples import ScoreKind
from app.analysis.smaa.simulation import Drawing
from app.analysis.value_functions import Carried
from app.analysis.watch import Watch

SAMPLES = 50_000
"""How many combinations each simulation draws unless somebody asks for another number."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The shares of weight, 0 to 1, of one criterion within which the first place stays."""

    node: str
    present: float
    low: float
    high: float

    @property
    def room(self) -> float:
        """How far the share can move until the first place changes; 1 where it never does."""
        ends = ((self.low, 0.0), (self.high, 1.0))
        return min((abs(self.present - end) for end, last in ends if end != last), default=1.0)


@dataclass(frozen=True, slots=True, eq=False)
class Examination:
    """A ranking and all that was found about it.

    `outcome` may be a later one with the same content (`content.content_of`): names come from it.
    """

    outcome: Outcome
    found: Robustness
    flips: tuple[Flip, ...]
    stretches: tuple[Stretch, ...]


def examine(
    outcome: Outcome,
    *,
    kind: ScoreKind = "triangular",
    watch: Watch | None = None,
    **drawing: Unpack[Drawing],
) -> Examination:
    """Ask everything about a ranking.

    kind: how scores vary within their ranges; drawing: of each simulation. Raises
    `watch.Cancelled` as `watch` says, and ValueError where there are too few samples.
    """
    problem = outcome.problem
    drawing.setdefault("samples", SAMPLES)
    rows = [problem.nodes.index(node) for node in top_branches(outcome)]
    found = find_robustness(
        Carried(problem.low, problem.likely, problem.high),
        problem.shares,
        branches=problem.below[rows],
        kind=kind,
        watch=watch,
        **drawing,
    )
    return Examination(outcome, found, find_flips(outcome), find_stretches(outcome))


def find_stretches(outcome: Outcome) -> tuple[Stretch, ...]:
    """For each criterion the shares of weight within which the first place stays."""
    return tuple(_stretch(outcome, leaf) for leaf in outcome.problem.criteria)


def _stretch(outcome: Outcome, leaf: str) -> Stretch:
    line = weight_line(outcome, leaf)
    return Stretch(leaf, line.share, line.stable_low, line.stable_high)
