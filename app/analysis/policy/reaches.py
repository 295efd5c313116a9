"""How many scores reach further than stated, because of what they rest on."""

from __future__ import annotations

import msgspec

from app.analysis.arrays import TIE
from app.analysis.outcome import Outcome
from app.analysis.problem import read_scores
from db.model import Widening


def count_widened(outcome: Outcome) -> int:
    """The number of values whose range the grades of their evidence widen; 0 while that is off."""
    assessment, seen = outcome.assessment, outcome.scores
    if assessment.decision.widening is Widening.OFF:
        return 0
    off = msgspec.structs.replace(assessment.decision, widening=Widening.OFF)
    stated = read_scores(msgspec.structs.replace(assessment, decision=off), seen.assessor)
    wider = (seen.low < stated.low - TIE) | (seen.high > stated.high + TIE)
    return int(wider.sum())
