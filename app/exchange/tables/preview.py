"""The table as a dialogue shows it: every cell with what it is taken for."""

import enum
from dataclasses import dataclass

from .cells import Grid, Kind
from .examination import orient
from .mapping import ColumnRole, Mapping, RowRole
from .table import Problem


class Taken(enum.Enum):
    """What a cell is taken for."""

    NOTHING = "nothing"
    OPTION = "option"
    CRITERION = "criterion"
    SCORE = "score"
    ATTRIBUTE = "attribute"
    """A weight, a unit, an end of a scale or another thing said of a criterion or an option."""


@dataclass(frozen=True, slots=True)
class PreviewCell:
    """A cell's name, its text, what it is taken for, and what is wrong with it (or nothing)."""

    name: str
    text: str
    taken: Taken
    problem: str = ""


def preview(
    grid: Grid, mapping: Mapping, problems: tuple[Problem, ...] = (), limit: int = 30
) -> tuple[tuple[PreviewCell, ...], ...]:
    """The first rows of the grid as it stands in the file, at most `limit` of them."""
    wrong = {problem.cell: problem.sentence for problem in problems}
    oriented = orient(grid, mapping)
    rows = []
    for row in range(min(grid.height, limit)):
        cells = []
        for column in range(grid.width):
            place = (column, row) if oriented is not grid else (row, column)
            cell, name = grid.cell(row, column), grid.name(row, column)
            taken = Taken.NOTHING if cell.kind is Kind.EMPTY else _taken(mapping, *place)
            cells.append(PreviewCell(name, cell.text, taken, wrong.get(name, "")))
        rows.append(tuple(cells))
    return tuple(rows)


def _taken(mapping: Mapping, row: int, column: int) -> Taken:
    across, down = mapping.rows[row], mapping.columns[column]
    if across is RowRole.SKIP or down is ColumnRole.SKIP:
        return Taken.NOTHING
    if across is RowRole.OPTION:
        if down is ColumnRole.NAME:
            return Taken.OPTION
        return Taken.SCORE if down is ColumnRole.CRITERION else Taken.ATTRIBUTE
    if across in (RowRole.NAME, RowRole.GROUP):
        return Taken.CRITERION if down is ColumnRole.CRITERION else Taken.NOTHING
    return Taken.ATTRIBUTE
