"""A grid and what its rows and columns mean, made into a table: all of it, or every problem."""

from collections.abc import Callable, Iterable

from app.edits import EditRefused
from app.edits.texts import line, name, prose
from app.wording import _, refusal

from .cells import Grid, Kind
from .heads import find_heads
from .mapping import ColumnRole, Mapping, RowRole
from .scaling import Column, find_scales
from .table import DecisionTable, Examined, Problem, TableCriterion, TableOption
from .values import read_value
from .words import direction_of

PROBLEM_LIMIT = 200
_CODE_LIMIT = 24


def orient(grid: Grid, mapping: Mapping) -> Grid:
    """The grid as the mapping speaks of it: with the options in rows."""
    return grid.turn() if mapping.options_in == "columns" else grid


def examine(grid: Grid, mapping: Mapping) -> Examined:
    """The table that a mapping finds in a grid, or every problem by its cell."""
    work = _Work(orient(grid, mapping), mapping)
    table = work.table()
    problems = tuple(work.problems[:PROBLEM_LIMIT])
    return Examined(None if problems else table, problems, (*grid.remarks, *work.remarks))


class _Work:
    """One examination: what was found, and what is wrong with it."""

    def __init__(self, grid: Grid, mapping: Mapping) -> None:
        self.grid, self.mapping = grid, mapping
        self.problems: list[Problem] = []
        self.remarks: list[str] = []

    def table(self) -> DecisionTable:
        """The table as far as it can be read."""
        options = self._options()
        columns = self.mapping.columns_of(ColumnRole.CRITERION)
        self._refuse_nothing(options, columns)
        scores, percents = self._scores(options, columns)
        criteria = self._criteria(columns, scores, percents)
        self._name_skipped()
        names = {(r, c): self.grid.name(r, c) for r, c in scores}
        return DecisionTable(tuple(options), tuple(criteria), scores, names)

    def _problem(self, row: int, column: int, sentence: str) -> None:
        self.problems.append(Problem(self.grid.name(row, column), sentence))

    def _refuse_nothing(self, options: list[TableOption], columns: list[int]) -> None:
        if not self.mapping.rows_of(RowRole.NAME):
            self.problems.append(Problem("", _("No row with the criteria's names was found.")))
        if not options:
            self.problems.append(Problem("", _("No option was found in this table.")))
        if not columns:
            self.problems.append(Problem("", _("No criterion was found in this table.")))

    def _options(self) -> list[TableOption]:
        columns = self.mapping.columns_of(ColumnRole.NAME)
        if not columns:
            self.problems.append(Problem("", _("No column with the options' names was found.")))
            return []
        options: list[TableOption] = []
        for row in self.mapping.rows_of(RowRole.OPTION):
            found = self._checked(
                row, columns[0], lambda text: name(text, (o.name for o in options))
            )
            code = self._text(row, self.mapping.columns_of(ColumnRole.CODE), _code)
            description = self._text(row, self.mapping.columns_of(ColumnRole.DESCRIPTION), prose)
            options.append(
                TableOption(row, self.grid.name(row, columns[0]), found, code, description)
            )
        return options

    def _text(self, row: int, columns: list[int], tidy: Callable[[str], str]) -> str:
        texts = (self._checked(row, column, tidy) for column in columns)
        return next((text for text in texts if text), "")

    def _checked(self, row: int, column: int, tidy: Callable[[str], str]) -> str:
        """A cell's text as the assessment would keep it; a problem where it would not."""
        try:
            return tidy(self.grid.cell(row, column).text)
        except EditRefused as refused:
            self._problem(row, column, refusal(refused))
            return ""

    def _scores(
        self, options: list[TableOption], columns: list[int]
    ) -> tuple[dict[tuple[int, int], float], dict[int, bool]]:
        scores: dict[tuple[int, int], float] = {}
        percents: dict[int, bool] = {}
        for column in columns:
            for row in (option.row for option in options):
                value = read_value(self.grid.cell(row, column), self.mapping.mark)
                if value.problem:
                    self._problem(row, column, value.problem)
                elif value.number is not None:
                    scores[row, column] = value.number
                    if percents.setdefault(column, value.percent) is not value.percent:
                        self._problem(
                            row, column, _("Some numbers here are percentages and some are not.")
                        )
        if not self.problems:
            self._name_unscored(options, scores)
        return scores, percents

    def _name_unscored(
        self, options: list[TableOption], scores: dict[tuple[int, int], float]
    ) -> None:
        scored = {row for row, _column in scores}
        for option in options:
            if option.row not in scored:
                self.remarks.append(
                    _("“{name}” has no score in this table.").format(name=option.name)
                )

    def _criteria(
        self,
        columns: list[int],
        scores: dict[tuple[int, int], float],
        percents: dict[int, bool],
    ) -> list[TableCriterion]:
        heads = find_heads(self.grid, self.mapping, columns)
        found = [
            Column(
                place=column,
                name=heads[column].name,
                unit=self._attribute(RowRole.UNIT, column, line) or heads[column].unit,
                worst=self._number(RowRole.WORST, column),
                best=self._number(RowRole.BEST, column),
                direction=self._direction(column),
                percent=percents.get(column, False),
                values=tuple(n for (_row, place), n in scores.items() if place == column),
                stated=self.mapping.scales.get(column),
            )
            for column in columns
        ]
        scales = find_scales(found)
        self.remarks += scales.remarks
        for column, sentence in scales.problems:
            self._problem(heads[column].row, column, sentence)
        criteria: list[TableCriterion] = []
        for column in columns:
            head = heads[column]
            taken = [c.name for c in criteria if c.branches == head.branches]
            tidy = self._head_name(head.row, column, head.name, taken)
            criteria.append(
                TableCriterion(
                    column,
                    self.grid.name(head.row, column),
                    head.branches,
                    tidy,
                    self._attribute(RowRole.DESCRIPTION, column, prose),
                    scales.found[column],
                    self._weight(column),
                )
            )
        return criteria

    def _head_name(self, row: int, column: int, text: str, taken: Iterable[str]) -> str:
        try:
            return name(text, taken)
        except EditRefused as refused:
            self._problem(row, column, refusal(refused))
            return ""

    def _attribute(self, role: RowRole, column: int, tidy: Callable[[str], str]) -> str:
        rows = self.mapping.rows_of(role)
        texts = (self._checked(row, column, tidy) for row in rows)
        return next((text for text in texts if text), "")

    def _number(self, role: RowRole, column: int) -> float | None:
        for row in self.mapping.rows_of(role):
            value = read_value(self.grid.cell(row, column), self.mapping.mark)
            if value.problem:
                self._problem(row, column, value.problem)
            elif value.number is not None:
                return value.number
        return None

    def _direction(self, column: int) -> int | None:
        for row in self.mapping.rows_of(RowRole.DIRECTION):
            text = self.grid.cell(row, column).text
            found = direction_of(text)
            if text and found is None:
                sentence = _("“{text}” says neither max nor min.").format(text=text[:40])
                self._problem(row, column, sentence)
            elif found is not None:
                return found
        return None

    def _weight(self, column: int) -> float | None:
        for row in self.mapping.rows_of(RowRole.WEIGHT):
            value = read_value(self.grid.cell(row, column), self.mapping.mark)
            if value.problem:
                self._problem(row, column, value.problem)
            elif value.number is not None and value.number < 0:
                self._problem(row, column, _("A weight cannot be negative."))
            elif value.number is not None:
                return value.number
        return None

    def _name_skipped(self) -> None:
        """Tell which filled rows and columns beside the table are left out."""
        grid = self.grid
        first = min(self.mapping.rows_of(RowRole.NAME), default=0)
        rows = [
            row
            for row in self.mapping.rows_of(RowRole.SKIP)
            if row > first and any(cell.kind is not Kind.EMPTY for cell in grid.rows[row])
        ]
        columns = [
            column
            for column in self.mapping.columns_of(ColumnRole.SKIP)
            if any(grid.cell(row, column).kind is not Kind.EMPTY for row in range(grid.height))
        ]
        left_out = [grid.name(row, 0) for row in rows] + [grid.name(0, c) for c in columns]
        if left_out:
            sentence = _("Left out: the rows or columns that begin at {cells}.")
            self.remarks.append(sentence.format(cells=", ".join(left_out)))


def _code(text: str) -> str:
    return line(text, _CODE_LIMIT)
