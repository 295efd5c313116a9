"""The dialog in which an officer says what the rows and columns of a foreign table are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.exchanging.table_preview import TablePreview
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.one_of_many import lead_to_chosen
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button, plain_tip
from app.desktop.widgets.wrapping_row import WrappingRow
from app.exchange import tables
from app.wording import _, ngettext

if TYPE_CHECKING:
    from collections.abc import Hashable

    from app.exchange.tables import DecisionTable, Mapping, Sheet
    from db.model import Assessment

SIZE = (960, 680)
MOST_SAID = 5
ROWS = "rows"


class TableDialog(QDialog):
    """Takes the sheets of a file and returns a decision table; all of it or nothing."""

    def __init__(
        self, sheets: tuple[Sheet, ...], into: Assessment | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Import a table"))
        self.resize(*SIZE)
        self._sheets = sheets
        self._sheet = sheets[0]
        self.mapping: Mapping = tables.propose(self._sheet.grid)
        self.table: DecisionTable | None = None
        self._make_choices()
        self.preview = TablePreview()
        self.problems = Sentences("problem")
        self.remarks = Sentences("muted")
        self.fresh = QRadioButton(_("as a new assessment"))
        self.present = QRadioButton(_("into the assessment that is open"))
        self.present.setVisible(into is not None)
        if into is not None:
            self.present.setToolTip(plain_tip(into.decision.title))
        self.accept_button = button(_("Import"), self.accept, "primary")
        self._lay_out()
        self._connect()
        self._examine()
        agrees = into is not None and self.table is not None and _agrees(self.table, into)
        (self.present if agrees else self.fresh).setChecked(True)
        lead_to_chosen((self.fresh, self.present))
        self.preview.setCurrentIndex(self.preview.cells.index(0, 0))
        self.preview.setFocus()

    @property
    def into_present(self) -> bool:
        """Whether the table goes into the assessment that is open."""
        return self.present.isChecked()

    # --- showing

    def _make_choices(self) -> None:
        self.sheet = Choice(_("Sheet"))
        self.sheet.show_choices(tuple((n, sheet.name) for n, sheet in enumerate(self._sheets)))
        self.sheet.show_choice(0)
        self.options_in = Choice(_("Where the options stand"))
        self.options_in.show_choices(((ROWS, _("in rows")), ("columns", _("in columns"))))
        self.row_role = Choice(_("What the row of the chosen cell is"))
        self.column_role = Choice(_("What the column of the chosen cell is"))
        self.mark = Choice(_("Mark before the decimals"))
        marks = ((tables.Mark.POINT, _("a point: 1.5")), (tables.Mark.COMMA, _("a comma: 1,5")))
        self.mark.show_choices(((None, _("cannot be told")), *marks))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        choices = (
            *(((_("Sheet"), self.sheet),) if len(self._sheets) > 1 else ()),
            (_("The options stand"), self.options_in),
            (_("Decimals follow"), self.mark),
            (_("The chosen row is"), self.row_role),
            (_("The chosen column is"), self.column_role),
        )
        for place, (text, choice) in enumerate(choices):
            caption = PlainLabel(text, "caption")
            caption.setBuddy(choice)
            line, column_at = divmod(place, 2 if len(choices) == 4 else 3)
            grid.addWidget(caption, line * 2, column_at)
            grid.addWidget(choice, line * 2 + 1, column_at)
        whereto = WrappingRow((10, 2))
        for widget in (PlainLabel(_("Import it")), self.fresh, self.present):
            whereto.add(widget)
        foot = QHBoxLayout()
        foot.addWidget(whereto, 1)
        foot.addWidget(button(_("Cancel"), self.reject))
        foot.addWidget(self.accept_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("Import a table"), "title"))
        hint = _(
            "Check what each row and column was taken for; choose a cell to change it. All of the "
            "table is imported or, while anything is wrong, nothing."
        )
        column.addWidget(PlainLabel(hint, "muted", wrap=True))
        column.addLayout(grid)
        column.addWidget(self.preview, 1)
        column.addWidget(self.problems)
        column.addWidget(self.remarks)
        column.addLayout(foot)

    def _connect(self) -> None:
        self.sheet.chosen.connect(self._take_sheet)
        self.options_in.chosen.connect(self._turn)
        self.mark.chosen.connect(self._set_mark)
        self.row_role.chosen.connect(self._set_row)
        self.column_role.chosen.connect(self._set_column)
        self.preview.selectionModel().currentChanged.connect(self._show_roles)

    def _examine(self) -> None:
        """Look at the table as it is mapped now, and say what is wrong with it."""
        grid, place = self._sheet.grid, self.preview.currentIndex()
        found = tables.examine(grid, self.mapping)
        self.table = found.table
        cells = tables.preview(grid, self.mapping, found.problems)
        rows, columns = self._file_roles()
        self.preview.cells.show_cells(
            cells,
            tuple(f"{n + 1} {role_words(role)}" for n, role in enumerate(rows[: len(cells)])),
            tuple(role_words(role) for role in columns),
        )
        self.preview.fit_heads()
        self.options_in.show_choice(self.mapping.options_in)
        self.mark.show_choice(self.mapping.mark)
        self.problems.say(_few([str(problem) for problem in found.problems]))
        self.remarks.say(_few(list(found.remarks)))
        self.accept_button.setEnabled(found.table is not None)
        if place.isValid():
            again = self.preview.cells.index(place.row(), place.column())
            self.preview.setCurrentIndex(again)
            self._show_roles(again)

    def _show_roles(self, place: QModelIndex, _before: QModelIndex | None = None) -> None:
        rows, columns = self._file_roles()
        if not place.isValid():
            return
        for choice, role in (
            (self.row_role, rows[place.row()]),
            (self.column_role, columns[place.column()]),
        ):
            choice.show_choices(tuple((each, role_words(each)) for each in type(role)))
            choice.show_choice(role)

    def _file_roles(self) -> tuple[tuple[Role, ...], tuple[Role, ...]]:
        """The roles of the rows and of the columns as they stand in the file."""
        if self.mapping.options_in == ROWS:
            return self.mapping.rows, self.mapping.columns
        return self.mapping.columns, self.mapping.rows

    # --- changing

    def _take_sheet(self, number: Hashable) -> None:
        assert isinstance(number, int)
        self._sheet = self._sheets[number]
        self.mapping = tables.propose(self._sheet.grid)
        self._examine()

    def _turn(self, options_in: Hashable) -> None:
        self.mapping = tables.propose(self._sheet.grid, "rows" if options_in == ROWS else "columns")
        self._examine()

    def _set_mark(self, mark: Hashable) -> None:
        if isinstance(mark, tables.Mark):
            self.mapping = tables.alter(self.mapping, mark=mark)
            self._examine()

    def _set_row(self, role: Hashable) -> None:
        self._set(role, self.preview.currentIndex().row())

    def _set_column(self, role: Hashable) -> None:
        self._set(role, self.preview.currentIndex().column())

    def _set(self, role: Hashable, place: int) -> None:
        if isinstance(role, tables.RowRole):
            self.mapping = tables.alter(self.mapping, rows={place: role})
        elif isinstance(role, tables.ColumnRole):
            self.mapping = tables.alter(self.mapping, columns={place: role})
        self._examine()


def _agrees(table: DecisionTable, assessment: Assessment) -> bool:
    """Whether a table speaks of an option or a criterion that is there already."""
    there = {row.name.casefold() for row in (*assessment.options, *assessment.criteria)}
    return any(row.name.casefold() in there for row in (*table.options, *table.criteria))


Role = tables.RowRole | tables.ColumnRole


def role_words(role: Role) -> str:
    """What a row or a column is, in words."""
    if isinstance(role, tables.ColumnRole):
        return {
            tables.ColumnRole.SKIP: _("left out"),
            tables.ColumnRole.NAME: _("names of options"),
            tables.ColumnRole.CODE: _("short forms"),
            tables.ColumnRole.DESCRIPTION: _("descriptions"),
            tables.ColumnRole.CRITERION: _("a criterion"),
        }[role]
    return {
        tables.RowRole.SKIP: _("left out"),
        tables.RowRole.GROUP: _("groups of criteria"),
        tables.RowRole.NAME: _("names of criteria"),
        tables.RowRole.DESCRIPTION: _("descriptions"),
        tables.RowRole.UNIT: _("units"),
        tables.RowRole.WORST: _("worst"),
        tables.RowRole.BEST: _("best"),
        tables.RowRole.DIRECTION: _("directions"),
        tables.RowRole.WEIGHT: _("weights"),
        tables.RowRole.OPTION: _("an option"),
    }[role]


def _few(said: list[str]) -> list[str]:
    more = len(said) - MOST_SAID
    if more <= 0:
        return said
    rest = ngettext("… and {count} more.", "… and {count} more.", more).format(count=more)
    return [*said[:MOST_SAID], rest]
