"""What `counterpoise analyse --json` answers; docs/json-analysis.md says what each member means."""

from typing import Any, Literal

from msgspec import Struct

from .ranking import Place, Points, Share, WeightFlip


class AnalysedOption(Struct, kw_only=True):
    """An option with its place and value."""

    id: str
    name: str
    rank: Place
    value: Points


class Cell(Struct, kw_only=True):
    """An option and a criterion."""

    option: str
    criterion: str


class Weightings(Struct, kw_only=True):
    """How often each option takes each rank, and ahead of whom it is, over many weightings."""

    ranks: dict[str, list[Share]]
    ranks_error: dict[str, list[float]]
    beats: dict[str, dict[str, Share]]
    central_weights: dict[str, dict[str, Share] | None]
    confidence: dict[str, float | None]


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
    """How firm the first place is, what would change it, and what to find out."""

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
    learning: dict[str, Any]
    methods: list[Method]
    findings: list[Finding]
    sentences: dict[str, list[str]]
