"""What `counterpoise analyse --json` answers; docs/json-analysis.md says what each member means."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from .analysis_details import (
    Cell,
    Changes,
    Elicited,
    LimitsAnswer,
    Line,
    OtherMethods,
    Triangle,
    Weightings,
)
from .ranking import Place, Points, Share, WeightFlip


class AnalysedOption(Struct, kw_only=True):
    """An option with its place and value."""

    id: str
    name: str
    rank: Place
    value: Points


class StableWeight(Struct, kw_only=True):
    """The shares of weight within which the first place stays."""

    criterion: str
    present: Share
    low: Share
    high: Share


class JointChange(Struct, kw_only=True):
    """By how much every weight may be off at once before a rival overtakes."""

    change: float | None
    rival: str | None


class NearestWeights(Struct, kw_only=True):
    """The nearest weights that make an option first."""

    distance: float
    weights: dict[str, float]


class FirstUnder(Struct, kw_only=True):
    """Whether and how an option can be first under any weights."""

    greatest_lead: float
    least_sum: NearestWeights | None
    least_largest: NearestWeights | None


class ScoreCell(Cell, kw_only=True):
    """What one score can change."""

    flips_at: float | None
    leader: str | None
    fall: float
    rise: float
    unseats: bool


class Effort(Struct, kw_only=True):
    """By how many points an option's own scores must rise to be first."""

    total: float
    each: float


class Scores(Struct, kw_only=True):
    """What scores can change."""

    tolerance: dict[str, float | None]
    efforts: dict[str, Effort | None]
    cells: list[ScoreCell]


class LearnedScore(Cell, kw_only=True):
    """What knowing one score exactly would be worth: points on average, and how often."""

    gain: float
    change: Share


class LearnedWeight(Struct, kw_only=True):
    """What knowing one share of weight exactly would be worth."""

    criterion: str
    gain: float
    change: Share


class Learning(Struct, kw_only=True):
    """What to find out next; winner: first by the mean of the ranges."""

    winner: str
    scores: list[LearnedScore]
    weights: list[LearnedWeight]


class Method(Struct, kw_only=True):
    """What another method says."""

    method: str
    scores: dict[str, float]
    ranks: dict[str, Place]
    same_winner: bool
    same_order: bool
    tau: float


class Finding(Struct, kw_only=True):
    """What a check of the model found, and its remedy."""

    check: str
    options: list[str]
    criteria: list[str]
    measure: float
    sentence: str
    remedy: str


class AnalysisAnswer(Struct, kw_only=True):
    """How firm the first place is, what would change it, and what to find out.

    limits, elicited, given_samples and changes stand there only when they were asked for.
    """

    format: Literal["counterpoise-analysis"]
    version: Literal[1]
    perspective: str
    samples: int
    seed: int
    options: list[AnalysedOption]
    weights: dict[str, Share]
    firmness: Literal["robust", "sensitive", "no clear winner"]
    doubts: list[Cell]
    weightings: dict[Literal["any", "near", "stated"], Weightings]
    weight_flips: list[WeightFlip]
    stable_weights: list[StableWeight]
    all_weights: dict[Literal["shares", "swings"], JointChange]
    first_under: dict[str, FirstUnder]
    scores: Scores
    learning: Learning
    methods: list[Method]
    findings: list[Finding]
    lines: dict[str, Line]
    triangle: Triangle | None
    other_methods: OtherMethods
    sentences: dict[str, list[str]]
    limits: LimitsAnswer | UnsetType = UNSET
    elicited: Elicited | UnsetType = UNSET
    given_samples: Weightings | UnsetType = UNSET
    changes: Changes | UnsetType = UNSET
