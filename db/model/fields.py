"""The kinds of field from which every row is made, with their bounds.

Bounds are generous for people and tight for machines: what lies outside them was never typed by
an officer. They are enforced wherever a value is decoded (file, JSON), not on construction.
"""

import datetime
from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta

NAME_LIMIT = 200
LINE_LIMIT = 500
PROSE_LIMIT = 20_000
MAGNITUDE_LIMIT = 1e15

# The look-ahead keeps out a final line end, which "$" alone lets pass.
ID_PATTERN = r"^[A-Za-z0-9_-]{1,32}$(?!\n)"

Id = Annotated[str, Meta(pattern=ID_PATTERN)]
"""A short key that is unique in its table: 128 random bits as text, or a readable code."""

Name = Annotated[str, Meta(min_length=1, max_length=NAME_LIMIT)]
Code = Annotated[str, Meta(max_length=24)]
"""A short form of a name for narrow places; empty when the name itself is short enough."""

Line = Annotated[str, Meta(max_length=LINE_LIMIT)]
Prose = Annotated[str, Meta(max_length=PROSE_LIMIT)]
Number = Annotated[float, Meta(ge=-MAGNITUDE_LIMIT, le=MAGNITUDE_LIMIT)]
Points = Annotated[float, Meta(ge=0.0, le=100.0)]
"""A value on the common scale from 0 (the criterion's worst) to 100 (its best)."""

Swing = Annotated[float, Meta(ge=0.0, le=MAGNITUDE_LIMIT)]
"""A raw, non-negative swing weight; only ratios between swings mean anything."""

Date = datetime.date | None


def _reference(table: str) -> Meta:
    """Marks a field as the key of a row in `table`."""
    return Meta(pattern=ID_PATTERN, extra={"reference": table})


OptionId = Annotated[str, _reference("options")]
CriterionId = Annotated[str, _reference("criteria")]
PerspectiveId = Annotated[str, _reference("perspectives")]
ScenarioId = Annotated[str, _reference("scenarios")]
MechanismId = Annotated[str, _reference("mechanisms")]
ConditionId = Annotated[str, _reference("conditions")]
BenchmarkId = Annotated[str, _reference("benchmarks")]
RedLineId = Annotated[str, _reference("red_lines")]
SourceId = Annotated[str, _reference("sources")]
ExtractId = Annotated[str, _reference("extracts")]
AssumptionId = Annotated[str, _reference("assumptions")]
PrecedentId = Annotated[str, _reference("precedents")]


class Row(
    msgspec.Struct,
    frozen=True,
    kw_only=True,
    forbid_unknown_fields=True,
    omit_defaults=True,
    gc=False,  # a row holds only text, numbers and dates, so it can be part of no cycle
):
    """One immutable row of the assessment."""


class Entity(Row, frozen=True, kw_only=True):
    """A row that stands for itself; its order in the assessment is the order on screen."""

    KEY: ClassVar[tuple[str, ...]] = ("id",)
    id: Id


class Relation(Row, frozen=True, kw_only=True):
    """A row that says something about others; it is known by the fields in `KEY`.

    Relations have no order of their own: an assessment keeps them sorted by key.
    """

    KEY: ClassVar[tuple[str, ...]]
