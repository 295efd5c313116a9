"""One word for how firmly the leading option leads."""

from __future__ import annotations

import numpy as np

from app.analysis.firmness import CLOSE, NEAR, Doubt, Firmness, Verdict, judge
from app.analysis.flips import find_flips
from app.analysis.outcome import Outcome
from app.analysis.tornado import find_tornado

__all__ = ["CLOSE", "NEAR", "Doubt", "Firmness", "Verdict", "find_doubts", "find_verdict"]


def find_verdict(outcome: Outcome) -> Verdict:
    """Say how firmly the leading option leads; the rule stands at `Firmness`."""
    return judge(outcome, find_flips(outcome), find_doubts(outcome))


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
