"""One word for how firmly the leading option leads."""

from __future__ import annotations

import enum
from dataclasses import dataclass

import numpy as np

from app.analysis.flips import Flip, find_flips
from app.analysis.outcome import Outcome
from app.analysis.tornado import find_tornado

CLOSE = 1.0
"""A lead below this many points of value is no clear lead."""

NEAR = 0.10
"""A flip is near when a share of weight has to move by less than this (0 to 1)."""


class Firmness(enum.Enum):
    """How firmly the leader leads."""

    ROBUST = "robust"
    """No single weight that moves by less than `NEAR`, and no score in its range, unseats it."""
    SENSITIVE = "sensitive"
    """A single weight that moves by less than `NEAR`, or one score in its range, unseats it."""
    NO_CLEAR_WINNER = "no clear winner"
    """The lead is below `CLOSE`, or missing scores alone could change the leader."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A score (ids) whose stated range alone lets another option draw level with the leader."""

    option: str
    criterion: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """The firmness of the lead and what it rests on.

    lead: points of value between the first and the second; None with a single option. flips and
    doubts: the weights and the scores that could change the leader, the most telling first.
    """

    firmness: Firmness
    leader: str
    runner_up: str | None
    lead: float | None
    undecided_by_gaps: bool
    flips: tuple[Flip, ...]
    doubts: tuple[Doubt, ...] = ()


def find_verdict(outcome: Outcome) -> Verdict:
    """Say how firmly the leading option leads; the rule stands at `Firmness`."""
    ranked = outcome.ranked
    leader, runner_up = ranked[0], ranked[1] if len(ranked) > 1 else None
    lead = None if runner_up is None else outcome.total(leader) - outcome.total(runner_up)
    floor = outcome.interval(leader)[0]
    gaps = outcome.provisional and any(outcome.interval(other)[1] > floor for other in ranked[1:])
    flips, doubts = find_flips(outcome), find_doubts(outcome)
    firmness = Firmness.ROBUST
    if gaps or (lead is not None and lead < CLOSE):
        firmness = Firmness.NO_CLEAR_WINNER
    elif doubts or (flips and flips[0].distance < NEAR):
        firmness = Firmness.SENSITIVE
    return Verdict(firmness, leader, runner_up, lead, gaps, flips, doubts)


def find_doubts(outcome: Outcome) -> tuple[Doubt, ...]:
    """Every score whose range alone lets another option draw level, the widest range first.

    Missing scores are no part of it: they have no range yet. Empty while options tie.
    """
    problem = outcome.problem
    if len(outcome.leaders) != 1 or len(problem.options) < 2:
        return ()
    found = find_tornado(problem.low, problem.likely, problem.high, problem.shares)
    rows, columns = np.nonzero(found.unseats & ~np.isnan(problem.likely))
    reach = (found.rise - found.fall)[rows, columns]
    widest = np.argsort(-reach, kind="stable").tolist()
    return tuple(Doubt(problem.options[rows[k]], problem.criteria[columns[k]]) for k in widest)
