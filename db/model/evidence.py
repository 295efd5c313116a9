"""Sources, located claims in them, what they bear on, and past cases."""

import enum
from typing import ClassVar

from .fields import (
    BenchmarkId,
    ConditionId,
    Date,
    Entity,
    ExtractId,
    Line,
    MechanismId,
    Name,
    OptionId,
    PerspectiveId,
    PrecedentId,
    Prose,
    RedLineId,
    Relation,
    ScenarioId,
    SourceId,
)
from .judgements import Stance
from .options import Holds


class Reliability(enum.StrEnum):
    """Reliability of a source in the Admiralty system."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Credibility(enum.IntEnum):
    """Credibility of a claim in the Admiralty system, judged apart from its source."""

    CONFIRMED = 1
    PROBABLY_TRUE = 2
    POSSIBLY_TRUE = 3
    DOUBTFUL = 4
    IMPROBABLE = 5
    CANNOT_BE_JUDGED = 6


class SourceKind(enum.StrEnum):
    """What kind of document a source is."""

    ARTICLE = "article"
    BOOK = "book"
    REPORT = "report"
    NEWS = "news"
    RESOLUTION = "resolution"
    OPINION = "opinion"
    OTHER = "other"


class Source(Entity, frozen=True, kw_only=True):
    """A document in the evidence register."""

    name: Name
    authors: Line = ""
    year: Line = ""
    kind: SourceKind = SourceKind.OTHER
    reliability: Reliability = Reliability.F
    published: Line = ""
    """Journal, publisher or body."""
    link: Line = ""
    read_on: Date = None
    cited_in: SourceId | None = None
    """The document through which this one is known, when it was not read itself."""
    cited_at: Line = ""
    note: Prose = ""


class Extract(Entity, frozen=True, kw_only=True):
    """A located claim in a source, in the officer's own words."""

    source: SourceId
    claim: Prose
    locator: Line = ""
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED


class ConditionEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on a condition."""

    KEY: ClassVar = ("condition", "extract")

    condition: ConditionId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class BenchmarkEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on the status of a benchmark."""

    KEY: ClassVar = ("benchmark", "extract")

    benchmark: BenchmarkId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class PerspectiveEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on how a perspective weighs."""

    KEY: ClassVar = ("perspective", "extract")

    perspective: PerspectiveId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class OptionEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on an option as such, or on why it is screened out."""

    KEY: ClassVar = ("option", "extract")
    option: OptionId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class ScenarioEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on whether or how a scenario comes."""

    KEY: ClassVar = ("scenario", "extract")
    scenario: ScenarioId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class RedLineEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on a red line."""

    KEY: ClassVar = ("red_line", "extract")
    red_line: RedLineId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class PrecedentEvidence(Relation, frozen=True, kw_only=True):
    """An extract that bears on a precedent."""

    KEY: ClassVar = ("precedent", "extract")
    precedent: PrecedentId
    extract: ExtractId
    stance: Stance = Stance.SUPPORTS


class Precedent(Entity, frozen=True, kw_only=True):
    """A past case, its approach and its outcome."""

    name: Name
    approach: Prose = ""
    outcome: Prose = ""
    mechanism: MechanismId | None = None
    locator: Line = ""


class PrecedentCondition(Relation, frozen=True, kw_only=True):
    """Whether a condition of its mechanism held in a past case, as far as anybody tells.

    Where there is no row, nothing is stated; *unknown* says that somebody looked.
    """

    KEY: ClassVar = ("precedent", "condition")
    precedent: PrecedentId
    condition: ConditionId
    rating: Holds = Holds.UNKNOWN
    reason: Prose = ""
    locator: Line = ""
