"""A table as it stands in a file, cell by cell, before anything is known of what it means."""

import enum
from dataclasses import dataclass, replace
from functools import cached_property

LINE_LIMIT = 500
"""Rows and columns that are looked at; a decision has far fewer options and criteria."""
TEXT_LIMIT = 4_000_000
"""Characters in one table."""


class Kind(enum.Enum):
    """What stands in a cell."""

    EMPTY = "empty"
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    BOOLEAN = "boolean"
    ERROR = "error"
    FORMULA = "formula"
    """A formula whose result is not in the file."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its text as a reader would see it, and its number where the file states one."""

    kind: Kind
    text: str = ""
    number: float | None = None
    percent: bool = False


EMPTY = Cell(Kind.EMPTY)


@dataclass(frozen=True, slots=True)
class Merge:
    """Cells that were joined into one, from the first to the last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    def holds(self, row: int, column: int) -> bool:
        """Whether a cell is one of those that were joined."""
        return self.top <= row <= self.bottom and self.left <= column <= self.right


@dataclass(frozen=True)
class Grid:
    """Cells in rows of equal length; a turned grid has its rows and columns exchanged.

    remarks: sentences on what else was in the file.
    """

    rows: tuple[tuple[Cell, ...], ...]
    merges: tuple[Merge, ...] = ()
    remarks: tuple[str, ...] = ()
    turned: bool = False

    @property
    def height(self) -> int:
        """The number of rows."""
        return len(self.rows)

    @property
    def width(self) -> int:
        """The number of columns."""
        return len(self.rows[0]) if self.rows else 0

    def cell(self, row: int, column: int) -> Cell:
        """The cell at a place, counted from 0."""
        return self.rows[row][column]

    def name(self, row: int, column: int) -> str:
        """What the cell is called where it came from, such as “C7”."""
        return address(column, row) if self.turned else address(row, column)

    def merge_at(self, row: int, column: int) -> Merge | None:
        """The joined cells of which this is one."""
        return self._merged.get((row, column))

    def turn(self) -> "Grid":
        """The same table with rows and columns exchanged; cells keep their names."""
        return replace(
            self,
            rows=tuple(zip(*self.rows, strict=True)),
            merges=tuple(Merge(m.left, m.top, m.right, m.bottom) for m in self.merges),
            turned=not self.turned,
        )

    @cached_property
    def _merged(self) -> dict[tuple[int, int], Merge]:
        return {
            (row, column): merge
            for merge in self.merges
            for row in range(merge.top, min(merge.bottom + 1, self.height))
            for column in range(merge.left, min(merge.right + 1, self.width))
        }


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table of a file, by its name; a CSV file has one without a name."""

    name: str
    grid: Grid
    hidden: bool = False


def address(row: int, column: int) -> str:
    """The name of a cell in spreadsheets: (6, 2) is “C7”."""
    letters = ""
    column += 1
    while column:
        column, digit = divmod(column - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return f"{letters}{row + 1}"


def make_grid(
    cells: dict[tuple[int, int], Cell],
    merges: tuple[Merge, ...] = (),
    remarks: tuple[str, ...] = (),
) -> Grid:
    """A grid from the cells that hold something, by row and column from 0."""
    height = max((row for row, _ in cells), default=-1) + 1
    width = max((column for _, column in cells), default=-1) + 1
    rows = tuple(
        tuple(cells.get((row, column), EMPTY) for column in range(width)) for row in range(height)
    )
    inside = tuple(merge for merge in merges if merge.top < height and merge.left < width)
    return Grid(rows, inside, remarks)
