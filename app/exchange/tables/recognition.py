"""What a table's rows and columns seem to be, from its words and from where its numbers stand."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from .cells import Cell, Grid, Kind
from .mapping import ColumnRole, Mapping, OptionsIn, RowRole
from .numbers import find_mark, is_meant_as_number, looks_like_number
from .words import Meaning, is_direction, is_missing, meaning_of

_ROW_ROLES = {
    Meaning.WEIGHT: RowRole.WEIGHT,
    Meaning.DIRECTION: RowRole.DIRECTION,
    Meaning.UNIT: RowRole.UNIT,
    Meaning.WORST: RowRole.WORST,
    Meaning.BEST: RowRole.BEST,
    Meaning.DESCRIPTION: RowRole.DESCRIPTION,
    Meaning.RESULT: RowRole.SKIP,
    Meaning.GROUP: RowRole.GROUP,
}
_COLUMN_ROLES = {
    Meaning.CODE: ColumnRole.CODE,
    Meaning.DESCRIPTION: ColumnRole.DESCRIPTION,
    Meaning.RESULT: ColumnRole.SKIP,
}


def propose(grid: Grid, options_in: OptionsIn | None = None) -> Mapping:
    """What the rows and columns seem to be.

    options_in: where the options stand, None to find it. A table in which nothing is recognised
    gives a mapping that skips everything; `examine` then says what is missing.
    """
    across, down = _Frame(grid), _Frame(grid.turn())
    if options_in is None:
        options_in = "columns" if _turned_is_likelier(across, down) else "rows"
    frame = across if options_in == "rows" else down
    texts = (cell.text for row in grid.rows for cell in row if cell.kind is Kind.TEXT)
    return Mapping(options_in, frame.row_roles, frame.column_roles, find_mark(texts))


def _turned_is_likelier(across: "_Frame", down: "_Frame") -> bool:
    corner = across.corner
    if corner is not None:
        return corner is Meaning.CRITERIA
    return len(down.attributes) > len(across.attributes)


@dataclass(frozen=True)
class _Frame:
    """A grid seen as one whose options stand in rows."""

    grid: Grid

    @property
    def corner(self) -> Meaning | None:
        """What the head of the first column says is listed below it."""
        for row in range(self.first_value_row):
            meaning = meaning_of(self.grid.cell(row, self.label).text.split("/")[0].split("\\")[0])
            if meaning in (Meaning.OPTIONS, Meaning.CRITERIA):
                return meaning
        return None

    @cached_property
    def label(self) -> int:
        """The column of the options' names: the first text beside numbers, codes aside."""
        valued = [row for row in range(self.grid.height) if self._has_value(row)]
        candidates = [
            column
            for column in range(self.grid.width)
            if 2 * sum(_is_words(self.grid.cell(row, column)) for row in valued) >= len(valued) > 0
        ]
        for column, after in pairwise(candidates):
            if column + 1 != after or self._head(column) is not Meaning.CODE:
                return column
        return candidates[-1] if candidates else 0

    def _head(self, column: int) -> Meaning | None:
        found = (meaning_of(self.grid.cell(row, column).text) for row in range(self.grid.height))
        return next((meaning for meaning in found if meaning is not None), None)

    def _has_value(self, row: int) -> bool:
        return any(map(_is_value, self.grid.rows[row]))

    def _beside(self, row: int) -> Iterator[Cell]:
        """The cells of a row to the right of its label."""
        return iter(self.grid.rows[row][self.label + 1 :])

    @cached_property
    def attributes(self) -> dict[int, RowRole]:
        """The rows that say something of the criteria, or follow from the others."""
        found = {}
        for row in range(self.grid.height):
            meaning = meaning_of(self.grid.cell(row, self.label).text)
            filled = [cell for cell in self._beside(row) if cell.kind is not Kind.EMPTY]
            if meaning in _ROW_ROLES and filled:
                found[row] = _ROW_ROLES[meaning]
            elif filled and all(is_direction(cell.text) for cell in filled):
                found[row] = RowRole.DIRECTION
        return found

    @cached_property
    def first_value_row(self) -> int:
        """The first row of an option."""
        rows = (
            row
            for row in range(self.grid.height)
            if row not in self.attributes
            and _is_words(self.grid.cell(row, self.label))
            and not self._is_headed(row)
            and any(map(_is_value, self._beside(row)))
        )
        return next(rows, self.grid.height)

    def _is_headed(self, row: int) -> bool:
        """Whether a row's label says that names of options or criteria stand in it or below it."""
        meaning = meaning_of(self.grid.cell(row, self.label).text)
        return meaning in (Meaning.OPTIONS, Meaning.CRITERIA)

    @cached_property
    def names(self) -> int | None:
        """The row of the criteria's names: the last one above the options that holds words.

        One whose label is empty or says what is listed below comes before others: those may be
        options whose scores are no numbers.
        """
        above = [row for row in range(self.first_value_row) if row not in self.attributes]
        headed = [row for row in above if self._is_headed(row)]
        worded = [row for row in above if any(map(_is_words, self._beside(row)))]
        bare = [row for row in worded if self.grid.cell(row, self.label).kind is Kind.EMPTY]
        best = bare if bare and not (headed and headed[-1] > bare[-1]) else headed or worded
        return best[-1] if best else None

    @cached_property
    def row_roles(self) -> tuple[RowRole, ...]:
        """The role of every row."""
        return tuple(map(self._row_role, range(self.grid.height)))

    def _row_role(self, row: int) -> RowRole:
        if row in self.attributes:
            return self.attributes[row]
        if row == self.names:
            return RowRole.NAME
        if row < (self.first_value_row if self.names is None else self.names):
            return RowRole.GROUP if self._is_group(row) else RowRole.SKIP
        return RowRole.OPTION if self._is_option(row) else RowRole.SKIP

    def _is_group(self, row: int) -> bool:
        """Whether a row above the names holds branches, and is no title of the whole table."""
        if self.names is None or row > self.names or self.names - row > 3:
            return False
        merge = self.grid.merge_at(row, self.label)
        is_title = merge is not None and merge.right > self.label
        return not is_title and any(map(_is_words, self._beside(row)))

    def _is_option(self, row: int) -> bool:
        """Whether a row is an option: it has values, or none and stands between such rows."""
        cell = self.grid.cell(row, self.label)
        if cell.kind is Kind.EMPTY:
            return any(map(_is_value, self._beside(row)))
        merge = self.grid.merge_at(row, self.label)
        if merge is not None and merge.right > self.label:
            return False
        if any(c.kind is not Kind.EMPTY for c in self._beside(row)):
            return True
        return self._follows_options(row)

    def _follows_options(self, row: int) -> bool:
        above = self.grid.rows[row - 1]
        return any(cell.kind is not Kind.EMPTY for cell in above) and row - 1 >= (self.names or 0)

    @cached_property
    def column_roles(self) -> tuple[ColumnRole, ...]:
        """The role of every column."""
        return tuple(map(self._column_role, range(self.grid.width)))

    def _column_role(self, column: int) -> ColumnRole:
        if column == self.label:
            return ColumnRole.NAME
        head = None if self.names is None else meaning_of(self._name(column))
        if head in _COLUMN_ROLES:
            return _COLUMN_ROLES[head]
        if column < self.label or not (self._name(column) or self._has_scores(column)):
            return ColumnRole.SKIP
        return ColumnRole.CRITERION

    def _name(self, column: int) -> str:
        """The name over a column, which may stand higher where cells were joined."""
        if self.names is None:
            return ""
        for row in range(self.names, -1, -1):
            if self.row_roles[row] in (RowRole.NAME, RowRole.GROUP):
                text = self.grid.cell(row, column).text
                if text:
                    return text
        return ""

    def _has_scores(self, column: int) -> bool:
        rows = (row for row, role in enumerate(self.row_roles) if role is RowRole.OPTION)
        return any(self.grid.cell(row, column).kind is not Kind.EMPTY for row in rows)


def _is_value(cell: Cell) -> bool:
    if cell.kind is Kind.TEXT:
        return _is_number(cell.text)
    return cell.kind is not Kind.EMPTY


def _is_words(cell: Cell) -> bool:
    return cell.kind is Kind.TEXT and not _is_number(cell.text) and not is_missing(cell.text)


def _is_number(text: str) -> bool:
    return looks_like_number(text) or is_meant_as_number(text)
