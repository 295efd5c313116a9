"""Who judges, how they weigh, and what they judged."""

import enum
from typing import ClassVar

from .fields import (
    CriterionId,
    Date,
    Entity,
    ExtractId,
    Line,
    Name,
    Number,
    OptionId,
    PerspectiveId,
    Points,
    Prose,
    Relation,
    Swing,
)


class PerspectiveKind(enum.StrEnum):
    """Whether somebody judges, or is a state or group whose view is modelled."""

    ASSESSOR = "assessor"
    ACTOR = "actor"


class Elicitation(enum.StrEnum):
    """How a set of weights was obtained."""

    SWING = "swing"
    DIRECT = "direct"
    RANKS = "ranks"
    PAIRWISE = "pairwise"
    BEST_WORST = "best-worst"
    VERBAL = "verbal"
    TRADE_OFF = "trade-off"
    ASSUMED = "assumed"


class Perspective(Entity, frozen=True, kw_only=True):
    """Somebody's weights and, for an assessor, scores."""

    name: Name
    kind: PerspectiveKind = PerspectiveKind.ASSESSOR
    description: Prose = ""
    elicitation: Elicitation = Elicitation.SWING
    elicited_on: Date = None
    reason: Prose = ""
    influence: Swing = 1.0
    accepts_from: Points = 50.0
    """An option worth at least this is acceptable …"""
    accepts_within: Points = 5.0
    """… and so is one this close to the best."""
    locator: Line = ""


class Weight(Relation, frozen=True, kw_only=True):
    """The worth, to a perspective, of moving a leaf from its 0 to its 100; only ratios count."""

    KEY: ClassVar = ("perspective", "criterion")

    perspective: PerspectiveId
    criterion: CriterionId
    swing: Swing
    reason: Prose = ""


class Basis(enum.StrEnum):
    """What a judgement rests on."""

    INFORMATION = "information"
    ASSUMPTION = "assumption"


class Confidence(enum.StrEnum):
    """How sure the assessor is of a judgement; it never alters a range."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Score(Relation, frozen=True, kw_only=True):
    """One judgement of an option on a leaf, on the leaf's own scale.

    `likely` is None while the judgement is missing; `low` and `high` are None where the score is
    stated without a range.
    """

    KEY: ClassVar = ("assessor", "option", "criterion")

    assessor: PerspectiveId
    option: OptionId
    criterion: CriterionId
    likely: Number | None = None
    low: Number | None = None
    high: Number | None = None
    rationale: Prose = ""
    basis: Basis | None = None
    confidence: Confidence | None = None


class Stance(enum.StrEnum):
    """Whether a piece of evidence speaks for or against what it is linked to."""

    SUPPORTS = "supports"
    CONTRADICTS = "contradicts"


class ScoreEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on a score."""

    KEY: ClassVar = ("assessor", "option", "criterion", "extract")

    assessor: PerspectiveId
    option: OptionId
    criterion: CriterionId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS
