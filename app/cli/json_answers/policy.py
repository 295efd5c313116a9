"""What `counterpoise policy --json` answers."""

from typing import Literal

from msgspec import Struct

from .analysis_details import Cell
from .ranking import Place, Points, Share


class ActorView(Struct, kw_only=True):
    """What an actor's weights say of the options."""

    id: str
    leaders: list[str]
    accepts: list[str]
    values: dict[str, Points]
    ranks: dict[str, Place]


class ActorPair(Struct, kw_only=True):
    """How alike two actors rank: Kendall's tau, −1 to 1."""

    one: str
    other: str
    tau: float


class CommonPosition(Struct, kw_only=True):
    """What all actors could settle on, by three rules."""

    maximin: list[str]
    nash: list[str]
    borda: list[str]
    least: dict[str, float]
    products: dict[str, float]
    rank_sums: dict[str, float]


class Actors(Struct, kw_only=True):
    """The actors' views side by side; `concordance` is Kendall's W, 0 to 1."""

    concordance: float | None
    actors: list[ActorView]
    common: CommonPosition
    pairs: list[ActorPair]


class AssessorView(Struct, kw_only=True):
    """A colleague's own ranking; distance: Kemeny's from the consensus, 0 to 1."""

    id: str
    leaders: list[str]
    values: dict[str, Points]
    ranks: dict[str, Place]
    distance: Share


class Assessors(Struct, kw_only=True):
    """Colleagues' rankings side by side, and the consensus by sums of ranks."""

    concordance: float | None
    consensus: list[str]
    rank_sums: dict[str, float]
    mean: dict[str, Points]
    assessors: list[AssessorView]


class Cohesion(Struct, kw_only=True):
    """Unity among the actors as judged by hand, and as their views give it, by option."""

    criterion: str
    derived: bool
    by_hand: dict[str, float | None]
    from_views: dict[str, float]


class ScenarioValues(Struct, kw_only=True):
    """A future: who leads in it, and how much each option regrets."""

    id: str
    leaders: list[str]
    values: dict[str, Points]
    regrets: dict[str, float]


class OptimismSpan(Struct, kw_only=True):
    """Who is first by Hurwicz's rule from this degree of optimism on."""

    from_optimism: Share
    leaders: list[str]


class Scenarios(Struct, kw_only=True):
    """All futures, and the options that fare best over them."""

    scenarios: list[ScenarioValues]
    worst_regret: dict[str, float]
    least_regret: list[str]
    best_worst_value: list[str]
    hurwicz: list[OptimismSpan]
    expected: dict[str, float] | None


class Vulnerability(Struct, kw_only=True):
    """An option that rests on assumptions which break in a scenario."""

    option: str
    scenario: str
    assumptions: list[str]


class Case(Struct, kw_only=True):
    """What must hold for an option to reach an aim, and whether it does."""

    option: str
    mechanism: str
    aim: str
    conditions: dict[str, str]


class ConditionThere(Struct, kw_only=True):
    """How a condition stood in a past case: null where nothing is stated.

    `here_is` says whether it stands better, alike or worse here, or that nobody can tell.
    """

    precedent: str
    rating: str | None
    here_is: Literal["better", "alike", "worse", "untold"]


class ConditionBefore(Struct, kw_only=True):
    """A condition as it is rated here, and in every past case of its mechanism."""

    id: str
    here: str
    before: list[ConditionThere]


class Comparison(Struct, kw_only=True):
    """An option's conditions held against the past cases of the same mechanism."""

    option: str
    mechanism: str
    aim: str
    precedents: list[str]
    conditions: list[ConditionBefore]


class Unreached(Struct, kw_only=True):
    """A high value on an aim that no mechanism leads to."""

    option: str
    criterion: str
    value: Points


class Conditional(Struct, kw_only=True):
    """The benchmarks that an option is conditional on, and their status."""

    option: str
    benchmarks: dict[str, str]


class RedLineFinding(Struct, kw_only=True):
    """Whether an option crosses a red line, in general or in a scenario."""

    red_line: str
    option: str
    scenario: str | None
    breach: str


class RedLineChoice(Struct, kw_only=True):
    """Why an option stays in the ranking at a red line; open where a waiver does not count."""

    red_line: str
    option: str
    choice: Literal["waived", "comparison", "open"]
    decided_by: str
    decided_on: str | None
    reason: str


class OpenCrossing(Struct, kw_only=True):
    """An option that crosses a red line, about which nothing is chosen yet."""

    red_line: str
    option: str


class RedLines(Struct, kw_only=True):
    """Red lines, the options that cross one, who leads without these, and what was chosen."""

    findings: list[RedLineFinding]
    crossing: list[str]
    leaders_without: list[str]
    choices: list[RedLineChoice]
    undecided: list[OpenCrossing]


class Evidence(Struct, kw_only=True):
    """What the scores rest on, and how much of a lead stands on strong evidence."""

    scores: int
    on_one_document: list[Cell]
    on_one_weak_document: list[Cell]
    unsupported: list[Cell]
    contested: list[Cell]
    assumed_share: float | None
    lead_on_strong_evidence: float | None


class Lack(Struct, kw_only=True):
    """What the red team still owes about an option, and whether that keeps a brief from final."""

    lack: str
    about: str | None
    blocks: bool


class Challenge(Struct, kw_only=True):
    """How far the brief is, and what is missing before it can be final."""

    state: str
    missing: list[Lack]


class PolicyAnswer(Struct, kw_only=True):
    """What actors, futures, conditions, red lines and evidence say; null where nothing is there."""

    format: Literal["counterpoise-policy"]
    version: Literal[1]
    option: str | None
    actors: Actors | None
    assessors: Assessors | None
    cohesion: Cohesion | None
    scenarios: Scenarios | None
    vulnerabilities: list[Vulnerability]
    conditions: list[Case]
    compared: list[Comparison]
    unreached: list[Unreached]
    benchmarks: list[Conditional]
    red_lines: RedLines
    evidence: Evidence
    widened_ranges: int
    challenge: Challenge
    sentences: dict[str, list[str]]
