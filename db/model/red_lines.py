"""Obligations outside the weights: flagged when crossed, never traded off."""

import enum
from typing import ClassVar

from .fields import (
    CriterionId,
    Date,
    Entity,
    Line,
    Name,
    Number,
    OptionId,
    PerspectiveId,
    Prose,
    RedLineId,
    Relation,
)


class RedLineTest(enum.StrEnum):
    """How it is found out whether an option crosses a red line."""

    JUDGED = "judged"
    """Said per option, with a reason."""
    SCORE_BELOW = "score below"
    SCORE_ABOVE = "score above"
    RECOGNITION_WITHOUT_BENCHMARK = "recognition without benchmark"
    """Full recognition crosses, and staged may cross, while no benchmark is met."""


class RedLine(Entity, frozen=True, kw_only=True):
    """An obligation, who set it, and who may waive it."""

    name: Name
    test: RedLineTest = RedLineTest.JUDGED
    criterion: CriterionId | None = None
    threshold: Number | None = None
    holder: PerspectiveId | None = None
    """The actor whose line it is; empty for the desk's own."""
    set_by: Line = ""
    legal_basis: Line = ""
    waivable_by: Line = ""
    """Empty when nobody may waive it."""
    note: Prose = ""
    locator: Line = ""


class Crossing(enum.StrEnum):
    """What is judged of an option at a red line."""

    CLEAR = "clear"
    MAY_CROSS = "may cross"
    CROSSES = "crosses"


class RedLineJudgement(Relation, frozen=True, kw_only=True):
    """Whether an option crosses a judged red line, and why."""

    KEY: ClassVar = ("red_line", "option")

    red_line: RedLineId
    option: OptionId
    verdict: Crossing
    reason: Prose = ""


class Ground(enum.StrEnum):
    """Why an option stays in the ranking although it crosses a red line."""

    WAIVED = "waived"
    """Somebody who may do so has waived the line for this option."""
    COMPARISON = "comparison"
    """It is kept to be compared with, and not to be advised."""


class RedLineWaiver(Relation, frozen=True, kw_only=True):
    """The choice to keep an option at a red line that it crosses, who made it and why."""

    KEY: ClassVar = ("red_line", "option")

    red_line: RedLineId
    option: OptionId
    ground: Ground
    decided_by: Line = ""
    decided_on: Date = None
    reason: Prose = ""
