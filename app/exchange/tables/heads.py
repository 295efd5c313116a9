"""The heads of a table's columns: criteria, their units, and the branches they stand under."""

from dataclasses import dataclass

from .cells import Grid
from .mapping import ColumnRole, Mapping, RowRole
from .words import is_missing, split_unit


@dataclass(frozen=True, slots=True)
class Head:
    """What stands over a column; row: where its name stands; branches: the outermost first."""

    row: int
    name: str
    unit: str
    branches: tuple[str, ...]


def find_heads(grid: Grid, mapping: Mapping, columns: list[int]) -> dict[int, Head]:
    """The head of every column. Names that are missing are empty."""
    groups = {row: _filled(grid, mapping, row) for row in mapping.rows_of(RowRole.GROUP)}
    names = mapping.rows_of(RowRole.NAME)
    last = names[-1] if names else 0
    return {column: _head(grid, groups, last, column) for column in columns}


def _head(grid: Grid, groups: dict[int, dict[int, str]], last: int, column: int) -> Head:
    text, row = grid.cell(last, column).text, last
    above = [place for place in groups if place < last]
    while not text and above:  # cells joined from top to bottom keep their text in the first
        row = above.pop()
        text = grid.cell(row, column).text
    name, unit = split_unit(text)
    branches = tuple(
        branch for place in above if (branch := groups[place].get(column, "")) and branch != name
    )
    return Head(row if text else last, name, unit, branches)


def _filled(grid: Grid, mapping: Mapping, row: int) -> dict[int, str]:
    """The branch over every column: a text counts to the end of its joined cells.

    Where no cells of the row are joined, it counts up to the next text.
    """
    columns = mapping.columns_of(ColumnRole.CRITERION)
    joined = any(m.top <= row <= m.bottom and m.right > m.left for m in grid.merges)
    found: dict[int, str] = {}
    current = ""
    for column in columns:
        merge = grid.merge_at(row, column)
        own = grid.cell(row, column).text
        if merge is not None:
            own = grid.cell(merge.top, merge.left).text if merge.top == row else ""
        current = own or ("" if joined else current)
        found[column] = "" if is_missing(current) else current
    return found
