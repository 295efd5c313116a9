"""What the rows and columns of a table are: proposed by the program, altered by the officer.

A mapping speaks of a table whose options stand in rows; one whose options stand in columns is
turned first, so that its columns are called rows here.
"""

import enum
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field, replace
from typing import Literal, TypeVar

from db.model import ScaleKind

from .numbers import Mark

T = TypeVar("T")
OptionsIn = Literal["rows", "columns"]


class RowRole(enum.StrEnum):
    """What stands in a row."""

    SKIP = "skip"
    GROUP = "group"
    """The branches above the criteria."""
    NAME = "name"
    """The criteria's names."""
    DESCRIPTION = "description"
    UNIT = "unit"
    WORST = "worst"
    BEST = "best"
    DIRECTION = "direction"
    WEIGHT = "weight"
    OPTION = "option"


class ColumnRole(enum.StrEnum):
    """What stands in a column."""

    SKIP = "skip"
    NAME = "name"
    """The options' names."""
    CODE = "code"
    DESCRIPTION = "description"
    CRITERION = "criterion"


@dataclass(frozen=True, slots=True)
class Scale:
    """What a criterion's numbers mean: its unit, and the numbers that are worth 0 and 100."""

    kind: ScaleKind
    worst: float
    best: float
    unit: str = ""


@dataclass(frozen=True)
class Mapping:
    """The role of every row and column of a table.

    mark: the decimal mark, None while it cannot be told; scales: what an officer said of single
    columns, instead of what the table tells of them.
    """

    options_in: OptionsIn
    rows: tuple[RowRole, ...]
    columns: tuple[ColumnRole, ...]
    mark: Mark | None
    scales: MappingOf[int, Scale] = field(default_factory=dict)

    def rows_of(self, role: RowRole) -> list[int]:
        """The rows that have a role."""
        return [i for i, found in enumerate(self.rows) if found is role]

    def columns_of(self, role: ColumnRole) -> list[int]:
        """The columns that have a role."""
        return [i for i, found in enumerate(self.columns) if found is role]


def alter(
    mapping: Mapping,
    *,
    rows: MappingOf[int, RowRole] | None = None,
    columns: MappingOf[int, ColumnRole] | None = None,
    scales: MappingOf[int, Scale] | None = None,
    mark: Mark | None = None,
) -> Mapping:
    """A mapping in which some rows, columns or scales mean something else.

    Places are counted from 0; one outside the table raises IndexError.
    """
    return replace(
        mapping,
        rows=_changed(mapping.rows, rows or {}),
        columns=_changed(mapping.columns, columns or {}),
        scales={**mapping.scales, **(scales or {})},
        mark=mark or mapping.mark,
    )


def _changed(roles: tuple[T, ...], changes: MappingOf[int, T]) -> tuple[T, ...]:
    for place in changes:
        if not 0 <= place < len(roles):
            raise IndexError(place)
    return tuple(changes.get(i, role) for i, role in enumerate(roles))
