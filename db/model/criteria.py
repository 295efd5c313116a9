"""The value tree: criteria, their scales, and the described levels on them."""

import enum
from typing import ClassVar

from .fields import Code, CriterionId, Entity, Line, Name, Number, Points, Prose, Relation


class ScaleKind(enum.StrEnum):
    """How scores on a leaf are expressed."""

    DIRECT = "direct"
    """0–100 without described levels between the anchors."""
    CONSTRUCTED = "constructed"
    """0–100 with described levels as points of reference."""
    NUMERIC = "numeric"
    """A natural unit, from a stated worst to a stated best, in either direction."""


class Criterion(Entity, frozen=True, kw_only=True):
    """A branch of the value tree, or a leaf with a scale."""

    name: Name
    code: Code = ""
    description: Prose = ""
    parent: CriterionId | None = None
    scale: ScaleKind = ScaleKind.DIRECT
    unit: Line = ""
    worst: Number = 0.0
    best: Number = 100.0


class Level(Relation, frozen=True, kw_only=True):
    """What a number on a leaf's scale means, in words, and the value it is worth.

    The value function runs straight between the levels that state a value; the scale's worst is
    worth 0 and its best 100.
    """

    KEY: ClassVar = ("criterion", "at")

    criterion: CriterionId
    at: Number
    words: Prose = ""
    value: Points | None = None
