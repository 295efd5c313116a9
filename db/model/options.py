"""Courses of action, how they are meant to work, and what must hold for that."""

import enum
from typing import ClassVar

from .fields import (
    BenchmarkId,
    Code,
    ConditionId,
    CriterionId,
    Date,
    Entity,
    Line,
    MechanismId,
    Name,
    Number,
    OptionId,
    Prose,
    Relation,
)


class Recognition(enum.StrEnum):
    """How much recognition an option confers."""

    NONE = "none"
    STAGED = "staged"
    FULL = "full"


class Option(Entity, frozen=True, kw_only=True):
    """A course of action."""

    name: Name
    code: Code = ""
    description: Prose = ""
    recognition: Recognition = Recognition.NONE
    screened_out: Prose = ""
    """Why the option is not ranked; empty while it is."""
    effort: Number | None = None
    """What it takes, in the unit that the decision states."""
    locator: Line = ""


class Mechanism(Entity, frozen=True, kw_only=True):
    """A way in which an option is meant to work, such as coercion by isolation."""

    name: Name
    description: Prose = ""


class OptionMechanism(Relation, frozen=True, kw_only=True):
    """An option relies on a mechanism towards an aim."""

    KEY: ClassVar = ("option", "mechanism", "aim")

    option: OptionId
    mechanism: MechanismId
    aim: CriterionId


class Holds(enum.StrEnum):
    """Whether a condition holds."""

    HOLDS = "holds"
    PARTLY = "partly"
    FAILS = "fails"
    UNKNOWN = "unknown"


class Condition(Entity, frozen=True, kw_only=True):
    """What must hold for a mechanism to reach its aim, and whether it does."""

    name: Name
    mechanism: MechanismId
    aim: CriterionId
    rating: Holds = Holds.UNKNOWN
    reason: Prose = ""
    locator: Line = ""


class ConditionExemption(Relation, frozen=True, kw_only=True):
    """A condition of the mechanism that does not apply to one option."""

    KEY: ClassVar = ("option", "condition")

    option: OptionId
    condition: ConditionId
    reason: Prose = ""


class Met(enum.StrEnum):
    """Whether a benchmark is met; only *met* counts as met."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not met"
    UNKNOWN = "unknown"


class Benchmark(Entity, frozen=True, kw_only=True):
    """Something that a conditional option is conditional on."""

    name: Name
    standard: Line = ""
    """The set it belongs to, such as the resolutions of one body."""
    indicator: Prose = ""
    status: Met = Met.UNKNOWN
    verifier: Line = ""
    review_on: Date = None
    if_met: Prose = ""
    if_missed: Prose = ""
    if_reversed: Prose = ""
    note: Prose = ""
    locator: Line = ""


class OptionBenchmark(Relation, frozen=True, kw_only=True):
    """An option is conditional on a benchmark."""

    KEY: ClassVar = ("option", "benchmark")

    option: OptionId
    benchmark: BenchmarkId


class Stage(Entity, frozen=True, kw_only=True):
    """A step of a conditional option: what is done once something holds."""

    name: Name
    option: OptionId
    benchmark: BenchmarkId | None = None
    """The benchmark that opens the step."""
    action: Prose = ""
