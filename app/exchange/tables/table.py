"""A decision as a table says it: options, criteria with their scales, scores and weights."""

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass

from .mapping import Scale


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a table cannot be taken as it is; `cell` is empty where it is no single cell's fault."""

    cell: str
    sentence: str

    def __str__(self) -> str:
        """The sentence, after the name of its cell."""
        return f"{self.cell}: {self.sentence}" if self.cell else self.sentence


@dataclass(frozen=True, slots=True)
class TableOption:
    """An option in a row of the table; cell: where its name stands."""

    row: int
    cell: str
    name: str
    code: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class TableCriterion:
    """A criterion in a column of the table, below branches (the outermost first).

    weight: as the table states it, on any scale; None where it states none.
    """

    column: int
    cell: str
    branches: tuple[str, ...]
    name: str
    description: str
    scale: Scale
    weight: float | None = None


@dataclass(frozen=True)
class DecisionTable:
    """Everything that a table says; scores by the row and column they stand in."""

    options: tuple[TableOption, ...]
    criteria: tuple[TableCriterion, ...]
    scores: MappingOf[tuple[int, int], float]
    names: MappingOf[tuple[int, int], str]
    """What the cells of the scores are called."""


@dataclass(frozen=True)
class Examined:
    """What a mapping makes of a grid: a table, or the problems for which there is none.

    remarks: sentences on what was assumed, which an officer should look at.
    """

    table: DecisionTable | None
    problems: tuple[Problem, ...]
    remarks: tuple[str, ...]
