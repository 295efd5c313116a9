"""The members of `analyse --json` that go into detail, and those given only when asked for."""

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from .ranking import Place, Share

Pair = tuple[str, str]
Range = tuple[float, float]


class Cell(Struct, kw_only=True):
    """An option and a criterion."""

    option: str
    criterion: str


class Estimated(Struct, kw_only=True):
    """A number that was counted over samples, and its standard error."""

    value: float
    error: float


class Weightings(Struct, kw_only=True):
    """How often each option takes each rank, and ahead of whom it is, over many weightings.

    Members that end in _error hold the standard error of the member before.
    """

    ranks: dict[str, list[Share]]
    ranks_error: dict[str, list[float]]
    beats: dict[str, dict[str, Share]]
    beats_error: dict[str, dict[str, float]]
    central_weights: dict[str, dict[str, Share] | None]
    central_weights_error: dict[str, dict[str, float] | None]
    confidence: dict[str, float | None]
    confidence_error: dict[str, float | None]
    holistic: dict[str, Estimated]
    entropy: dict[str, Estimated]


class Crossover(Struct, kw_only=True):
    """A share at which two options change places; first: whether it is for the first place."""

    at: Share
    rising: str
    falling: str
    first: bool


class Line(Struct, kw_only=True):
    """All values as one share of weight runs from 0 to 1, the others in proportion."""

    present: Share
    stable: Range
    values_at_0: dict[str, float]
    values_at_1: dict[str, float]
    crossovers: list[Crossover]


class Region(Struct, kw_only=True):
    """Where an option leads in the weight triangle; corners: shares of the joint weight."""

    option: str
    area: float
    corners: list[tuple[float, float, float]]


class Triangle(Struct, kw_only=True):
    """Who leads as three branches share the weight that they hold together."""

    branches: list[str]
    joint: float
    present: tuple[float, float, float]
    regions: list[Region]


class Topsis(Struct, kw_only=True):
    """Closeness to the best imaginable option, and the two distances."""

    closeness: dict[str, float]
    to_best: dict[str, float]
    to_worst: dict[str, float]


class Vikor(Struct, kw_only=True):
    """Regrets S and R, their mixture Q, both conditions, and the compromise proposed."""

    S: dict[str, float]
    R: dict[str, float]
    Q: dict[str, float]
    majority: Share
    advantage: bool
    stability: bool
    proposed: list[str]


class Promethee(Struct, kw_only=True):
    """Flows, and the pairs that PROMETHEE I prefers or cannot compare."""

    leaving: dict[str, float]
    entering: dict[str, float]
    net: dict[str, float]
    preferred: list[Pair]
    incomparable: list[Pair]


class OtherMethods(Struct, kw_only=True):
    """What the other methods say besides a ranking."""

    topsis: Topsis
    vikor: Vikor
    promethee: Promethee


class Question(Struct, kw_only=True):
    """Is the first criterion worth more than so many times the second? Gain and doubt in bits."""

    first: str
    second: str
    ratio: float
    doubt: float
    gain: float


class LimitsAnswer(Struct, kw_only=True):
    """What follows whatever the weights within the stated limits."""

    shares: dict[str, Range]
    acceptability: Weightings
    greatest_lead: dict[str, float]
    dominates: list[Pair]
    certain_winner: str | None
    next_question: Question | None


class Inconsistent(Struct, kw_only=True):
    """The judgement most at odds with the others, and the ratio that would agree with them."""

    first: str
    second: str
    mended_by: float


class Elicited(Struct, kw_only=True):
    """What the method that was used says of the answers; each has its own members."""

    rule: Literal["centroid", "sum", "equal"] | UnsetType = UNSET
    eigenvector: dict[str, Share] | UnsetType = UNSET
    geometric: dict[str, Share] | UnsetType = UNSET
    largest_eigenvalue: float | UnsetType = UNSET
    consistency_index: float | UnsetType = UNSET
    consistency_ratio: float | UnsetType | None = UNSET
    random_index: Literal["saaty", "extended", "alonso_lamata"] | UnsetType = UNSET
    most_inconsistent: Inconsistent | UnsetType | None = UNSET
    model: Literal["nonlinear", "linear"] | UnsetType = UNSET
    deviation: float | UnsetType = UNSET
    ranges: dict[str, Range] | UnsetType = UNSET
    misfit: float | UnsetType = UNSET
    scale: dict[str, float] | UnsetType = UNSET


class OptionChange(Struct, kw_only=True):
    """The value of an option before and after, and the exact parts of the change by criterion."""

    before: float
    after: float
    by_score: dict[str, float]
    by_weight: dict[str, float]


class EditShare(Struct, kw_only=True):
    """By how many points an edit moved each option that was ranked before and after it."""

    number: Place
    label: str
    points: dict[str, float]


class Turn(Struct, kw_only=True):
    """The last edit that changed who leads."""

    number: Place
    label: str
    before: list[str]
    after: list[str]


class Changes(Struct, kw_only=True):
    """What changed since another state of the assessment.

    edits: null where the history does not reach back to it.
    """

    options: dict[str, OptionChange]
    edits: list[EditShare] | None
    turned_by: Turn | None
