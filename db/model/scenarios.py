"""Named futures and what they change."""

import enum
from typing import ClassVar

from .fields import (
    AssumptionId,
    CriterionId,
    Date,
    Entity,
    Line,
    Name,
    Number,
    OptionId,
    Prose,
    Relation,
    ScenarioId,
)


class Likelihood(enum.StrEnum):
    """The likelihood bands of ICD 203 (2015)."""

    ALMOST_NO_CHANCE = "almost no chance"
    VERY_UNLIKELY = "very unlikely"
    UNLIKELY = "unlikely"
    EVEN_CHANCE = "roughly even chance"
    LIKELY = "likely"
    VERY_LIKELY = "very likely"
    ALMOST_CERTAIN = "almost certain"


class Happened(enum.StrEnum):
    """Whether a future came about, for those who look back."""

    YES = "yes"
    NO = "no"


class Scenario(Entity, frozen=True, kw_only=True):
    """A named future."""

    name: Name
    description: Prose = ""
    likelihood: Likelihood | None = None
    locator: Line = ""
    happened: Happened | None = None
    """None while it is too early to say."""


class ChangeKind(enum.StrEnum):
    """How a scenario changes a score."""

    SET = "set"
    ADD = "add"


class ScoreChange(Relation, frozen=True, kw_only=True):
    """What a scenario does to a likely score; low and high move with it."""

    KEY: ClassVar = ("scenario", "option", "criterion")

    scenario: ScenarioId
    option: OptionId
    criterion: CriterionId
    kind: ChangeKind = ChangeKind.SET
    amount: Number
    reason: Prose = ""


class Assumption(Entity, frozen=True, kw_only=True):
    """A causal statement on which options rest, such as what isolation does to a regime."""

    name: Name
    reason: Prose = ""
    locator: Line = ""


class OptionAssumption(Relation, frozen=True, kw_only=True):
    """An option rests on an assumption."""

    KEY: ClassVar = ("option", "assumption")
    option: OptionId
    assumption: AssumptionId


class AssumptionBreak(Relation, frozen=True, kw_only=True):
    """A scenario in which an assumption does not hold."""

    KEY: ClassVar = ("scenario", "assumption")
    scenario: ScenarioId
    assumption: AssumptionId
    reason: Prose = ""


class Signpost(Entity, frozen=True, kw_only=True):
    """What to watch for, until when, and when it should reopen the decision."""

    name: Name
    scenario: ScenarioId | None = None
    reopen_if: Prose = ""
    review_on: Date = None
