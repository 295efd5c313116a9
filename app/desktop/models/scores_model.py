"""The matrix of scores for a table view."""

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.desktop.widgets.text import plain_tip
from app.desktop.workspace import Workspace
from app.wording import _
from db.model import Assessment

from .score_editing import Place, ScoreEditing
from .score_grid import ScoreGrid, entry_text

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
STRUCTURE = frozenset({"options", "criteria", "levels", "perspectives", "decision"})

# Asked for every visible cell at every repaint, so made once.
_CLOSED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OPEN = _CLOSED | Qt.ItemFlag.ItemIsEditable


class Draft(NamedTuple):
    """An entry that was refused, and why."""

    text: str
    sentence: str


class ScoresModel(QAbstractTableModel):
    """Options by leaves. A delegate reads `grid` itself; `data` is for editors and for hearing."""

    entry_refused = Signal(int, int, str)
    """Row, column and the sentence; what was typed is kept as the cell's draft."""
    remarked = Signal(str)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.grid: ScoreGrid | None = None
        self.editing: ScoreEditing | None = None
        self.drafts: dict[Place, Draft] = {}
        """Refused entries as they were typed, until they are mended or given up."""

    def show(self, assessment: Assessment, assessor: str, tables: frozenset[str] | None) -> None:
        """Show the scores of an assessor; `tables` names what changed (None: everything)."""
        same = self.grid is not None and self.grid.assessor == assessor
        if not same or tables is None or tables & STRUCTURE:
            self._rebuild(assessment, assessor)
        elif "scores" in tables and self.grid is not None:
            for row, column in self.grid.update_scores(assessment):
                self.drafts.pop((row, column), None)
                self._announce(row, column)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.grid is None else len(self.grid.options)

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.isValid() or self.grid is None else len(self.grid.leaves)

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if self.grid is None or not index.isValid():
            return None
        row, column = index.row(), index.column()
        draft = self.drafts.get((row, column))
        if role == Role.DisplayRole:
            return draft.text if draft else self.grid.cells[row][column].text
        if role == Role.EditRole:
            return draft.text if draft else entry_text(self.grid.score(row, column))
        if role == Role.AccessibleTextRole:
            return self.grid.describe(row, column)
        if role == Role.AccessibleDescriptionRole:
            return draft.sentence if draft else ""
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        if role != Role.EditRole or self.editing is None or not index.isValid():
            return False
        row, column, text = index.row(), index.column(), str(value)
        if text.strip() == str(self.data(index, Role.EditRole)).strip():
            return (row, column) not in self.drafts
        refusal = self.editing.enter(row, column, text)
        if refusal is not None:
            self.drafts[row, column] = Draft(text, refusal)
            self._announce(row, column)
            self.entry_refused.emit(row, column, refusal)
            return False
        self.give_up_draft(row, column)
        self.remarked.emit(self.editing.remark)
        return True

    def give_up_draft(self, row: int, column: int) -> None:
        """Forget a refused entry and show the kept score again."""
        if self.drafts.pop((row, column), None) is not None:
            self._announce(row, column)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.grid is None or self.grid.is_screened_out(index.row()):
            return _CLOSED
        return _OPEN

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if self.grid is None:
            return None
        if role == Role.ToolTipRole:
            return plain_tip(self._header(orientation, section))
        if role in (Role.DisplayRole, Role.AccessibleTextRole):
            return self._header(orientation, section)
        return None

    def _header(self, orientation: Qt.Orientation, section: int) -> str:
        assert self.grid is not None
        if orientation == Qt.Orientation.Horizontal:
            return self.grid.leaves[section].name
        option = self.grid.options[section]
        if option.screened_out:
            return _("{option} (screened out)").format(option=option.name)
        return option.name

    def _rebuild(self, assessment: Assessment, assessor: str) -> None:
        grid = ScoreGrid(assessment, assessor)
        old = self.grid
        self.drafts.clear()
        same_shape = (
            old is not None
            and [o.id for o in old.options] == [o.id for o in grid.options]
            and [c.id for c in old.leaves] == [c.id for c in grid.leaves]
        )
        if not same_shape:
            self.beginResetModel()
        self.grid = grid
        self.editing = ScoreEditing(self._workspace, grid)
        if not same_shape:
            self.endResetModel()
        elif grid.options and grid.leaves:
            bottom, right = len(grid.options) - 1, len(grid.leaves) - 1
            self.dataChanged.emit(self.index(0, 0), self.index(bottom, right))
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, right)
            self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, bottom)

    def _announce(self, row: int, column: int) -> None:
        place = self.index(row, column)
        self.dataChanged.emit(place, place)
