"""The page on which every option is scored on every criterion."""

from typing import Any, ClassVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from app.desktop.models.scores_model import ScoresModel
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.empty_state import EmptyState
from app.desktop.widgets.score_table import ScoreTable
from app.desktop.widgets.text import PlainLabel
from app.desktop.workspace import Workspace
from app.wording import _, ngettext
from db.model import Assessment, PerspectiveKind

from .layout import page_layout
from .page import Page

NAME_LENGTH = 28
"""So many letters of an assessor's name are seen."""
LINES_WITH_HELP = 28
"""In a page of fewer lines of text the help below the matrix gives its room to the rows."""


class ScoresPage(Page):
    """A matrix of options by criteria, entered like a spreadsheet."""

    step: ClassVar[str] = "scores"

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self.model = ScoresModel(workspace, self)
        self.table = ScoreTable(self.model)
        self._assessor: str | None = None
        self._remarked = False
        self._empty = EmptyState(self._ask_for_step)
        self._missing_step = "criteria"
        self._assessors = Choice(_("Whose scores are shown"))
        self._assessors.setMinimumContentsLength(NAME_LENGTH)
        self._state = PlainLabel(role="muted")
        self._help = PlainLabel(role="muted", wrap=True)
        self._lay_out()
        self.table.selected.connect(self._inspect)
        self.model.remarked.connect(self._remark)
        self.table.remarked.connect(self._remark)
        self._assessors.chosen.connect(self._choose_assessor)
        self._remark("")

    def title(self) -> str:
        return _("Scores")

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        if tables is None or tables & {"perspectives", "decision"}:
            self._show_assessors(assessment, everything=tables is None)
        if self._assessor is None:
            self._say_nobody_judges()
            return
        current = self._current()
        self.model.show(assessment, self._assessor, tables)
        self._show_state()
        if tables is None or not self.table.currentIndex().isValid():
            self._select(current)

    def tools(self) -> list[QAction]:
        return self.table.actions() if self._stack.currentWidget() is self._matrix else []

    def go_to(self, place: Any) -> None:
        """Make the score of an option on a criterion the current one."""
        self._select(place)
        self.table.setFocus()

    def commit_pending(self) -> None:
        super().commit_pending()
        self.table.commit_editor()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """In a low window the rows of the matrix are worth more than how to fill them in."""
        lines = self.height() // self.fontMetrics().lineSpacing()
        self._help.setVisible(self._remarked or lines >= LINES_WITH_HELP)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._remark("")  # of an entry made earlier, perhaps in another file
        place = self.table.currentIndex()
        self._inspect(place.row(), place.column())

    def _lay_out(self) -> None:
        layout = page_layout(
            self,
            self.title(),
            _(
                "How well does each option do on each criterion? The stronger a cell's colour, "
                "the more it is worth; the bar under a number shows its range."
            ),
        )
        above = QHBoxLayout()
        above.addWidget(self._state)
        above.addStretch(1)
        above.addWidget(self._assessors)
        matrix = QWidget()
        column = QVBoxLayout(matrix)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.table, 1)
        column.addWidget(self._help)
        self._matrix = matrix
        self._stack = QStackedLayout()
        layout.addLayout(self._stack, 1)  # first: without a page it shows its parts as windows
        self._stack.addWidget(matrix)
        self._stack.addWidget(self._empty)

    def _show_assessors(self, assessment: Assessment, *, everything: bool) -> None:
        known = [row for row in assessment.perspectives if row.kind is PerspectiveKind.ASSESSOR]
        keys = [row.id for row in known]
        if everything or self._assessor not in keys:
            first = keys[0] if keys else None
            self._assessor = assessment.decision.assessor or first
        self._assessors.show_choices(tuple((row.id, row.name) for row in known))
        self._assessors.show_choice(self._assessor)
        self._assessors.setVisible(len(known) > 1)

    def _choose_assessor(self, key: str) -> None:
        self._assessor = key
        self.show_value(self.workspace.value, frozenset())
        self._inspect(self.table.currentIndex().row(), self.table.currentIndex().column())

    def _show_state(self) -> None:
        grid = self.model.grid
        if grid is None:
            return
        if not grid.leaves or not grid.options:
            self._say_empty(has_criteria=bool(grid.leaves))
            return
        self._stack.setCurrentWidget(self._matrix)
        gap = grid.wanted() - grid.given()
        self._state.setText(
            ngettext("{count} score is missing.", "{count} scores are missing.", gap).format(
                count=gap
            )
            if gap
            else _("All {count} scores are given.").format(count=grid.wanted())
        )

    def _say_nobody_judges(self) -> None:
        self._missing_step = "decision"
        self._empty.say_nobody_judges()
        self._stack.setCurrentWidget(self._empty)

    def _say_empty(self, *, has_criteria: bool) -> None:
        if has_criteria:
            self._missing_step = "options"
            self._empty.say(_("No options yet. Scores need something to score."), _("Add options"))
        else:
            self._missing_step = "criteria"
            self._empty.say(
                _("No criteria yet. Scores say how well each option does on each criterion."),
                _("Add criteria"),
            )
        self._stack.setCurrentWidget(self._empty)

    def _ask_for_step(self) -> None:
        self.step_wanted.emit(self._missing_step)

    def _current(self) -> tuple[str, str] | None:
        grid, place = self.model.grid, self.table.currentIndex()
        if grid is None or not place.isValid():
            return None
        return grid.options[place.row()].id, grid.leaves[place.column()].id

    def _select(self, wanted: tuple[str, str] | None) -> None:
        """Go back to the score that was current, or to the first one."""
        grid = self.model.grid
        if grid is None:
            return
        options = [row.id for row in grid.options]
        columns = [leaf.id for leaf in grid.leaves]
        if wanted is not None and wanted[0] in options and wanted[1] in columns:
            self.table.select(options.index(wanted[0]), columns.index(wanted[1]))
        elif options and columns:
            self.table.select(0, 0)

    def _inspect(self, row: int, column: int) -> None:
        grid = self.model.grid
        if grid is not None and row >= 0 and column >= 0:
            self.inspect.emit(
                ("score", grid.assessor, grid.options[row].id, grid.leaves[column].id)
            )

    def _remark(self, remark: str) -> None:
        usage = _(
            "Type 55, or a range: 40-60, 40 50 60 or 50 (40-60). Enter goes down, Tab to the "
            "right, Delete clears, Ctrl+D fills down, Ctrl+Enter fills all that is selected; "
            "blocks can be copied from and to a spreadsheet."
        )
        self._remarked = bool(remark)
        self._help.setText(remark or usage)
        self._make_room()
        self._help.setAlignment(Qt.AlignmentFlag.AlignLeading)
