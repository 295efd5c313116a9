"""Tables too wide for a page, cut into panels that stand under one another."""

from collections.abc import Sequence

from msgspec import structs

from app.brief.blocks import Cell, Table

_ROOM_FOR_NAMES = 110.0


def cut_into_panels(table: Table, least: Sequence[float], available: float) -> list[Table]:
    """Return `table` as panels whose columns, at their `least` widths, fit into `available`.

    Each panel repeats the first column. Cells that span all columns span all of each panel; a table
    with any other span is left whole, its columns squeezed.
    """
    columns = len(table.columns)
    if sum(least) <= available or columns < 3 or not _can_cut(table):
        return [table]
    first = min(max(least[0], _ROOM_FOR_NAMES), available / 3)
    groups: list[list[int]] = [[]]
    used = first
    for column in range(1, columns):
        if groups[-1] and used + least[column] > available:
            groups.append([])
            used = first
        groups[-1].append(column)
        used += least[column]
    return [_take(table, [0, *group]) for group in groups]


def _can_cut(table: Table) -> bool:
    return all(cell.span in (1, len(table.columns)) for row in table.rows for cell in row)


def _take(table: Table, columns: list[int]) -> Table:
    return structs.replace(
        table,
        columns=tuple(table.columns[index] for index in columns),
        rows=tuple(_take_row(row, columns) for row in table.rows),
    )


def _take_row(row: tuple[Cell, ...], columns: list[int]) -> tuple[Cell, ...]:
    if len(row) == 1:
        return (structs.replace(row[0], span=len(columns)),)
    return tuple(row[index] for index in columns)
