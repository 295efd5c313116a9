"""The value tree for a tree view."""

from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractItemModel,
    QByteArray,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.desktop.widgets.text import plain_tip
from app.wording import _
from db.model import Assessment, Criterion

from .scales import scale_summary

Index = QModelIndex | QPersistentModelIndex
Role = Qt.ItemDataRole
NOWHERE = QModelIndex()
MIME = "application/x-counterpoise-criterion"


class _Node(NamedTuple):
    """A criterion in its place; `parent` and `children` are positions in the list of nodes."""

    criterion: Criterion
    parent: int
    row: int
    children: list[int]


class CriteriaModel(QAbstractItemModel):
    """Names and scales of the criteria; wishes for change leave it as signals."""

    rename_wanted = Signal(str, str)
    move_wanted = Signal(str, object, int)
    """A criterion, its new parent (None: the top) and its place among its new siblings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[_Node] = []
        self._tops: list[int] = []
        self._at: dict[str, int] = {}
        self._shape: list[tuple[str, str | None]] = []

    def show(self, assessment: Assessment) -> None:
        """Show the tree of an assessment."""
        shape = [(row.id, row.parent) for row in assessment.criteria]
        if shape != self._shape:
            self.beginResetModel()
            self._shape = shape
            self._build(assessment)
            self.endResetModel()
            return
        before = [node.criterion for node in self._nodes]
        self._build(assessment)
        for node, old in zip(self._nodes, before, strict=True):
            if node.criterion is not old:
                place = self.place_of(node.criterion.id)
                self.dataChanged.emit(place, place.siblingAtColumn(1))

    def place_of(self, key: str | None) -> QModelIndex:
        """Where a criterion stands; nowhere when it is not there."""
        at = self._at.get(key or "")
        return NOWHERE if at is None else self.createIndex(self._nodes[at].row, 0, at)

    def branches(self) -> list[str]:
        """The ids of the criteria that have others below them."""
        return [node.criterion.id for node in self._nodes if node.children]

    def criterion_at(self, index: Index) -> Criterion | None:
        """The criterion at a place."""
        return self._nodes[index.internalId()].criterion if index.isValid() else None

    def index(self, row: int, column: int, parent: Index = NOWHERE) -> QModelIndex:
        rows = self._rows(parent)
        if 0 <= row < len(rows) and 0 <= column < 2:
            return self.createIndex(row, column, rows[row])
        return NOWHERE

    def parent(self, index: Index = NOWHERE) -> Any:
        if not index.isValid():
            return NOWHERE
        above = self._nodes[index.internalId()].parent
        return NOWHERE if above < 0 else self.createIndex(self._nodes[above].row, 0, above)

    def rowCount(self, parent: Index = NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._rows(parent))

    def columnCount(self, parent: Index = NOWHERE) -> int:
        return 2

    def data(self, index: Index, role: int = Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        node = self._nodes[index.internalId()]
        if index.column() == 0 and role in (Role.DisplayRole, Role.EditRole):
            return node.criterion.name
        if role == Role.DisplayRole:
            return "" if node.children else scale_summary(node.criterion)
        if role == Role.ToolTipRole:
            words = (node.criterion.name, node.criterion.description)
            said = "\n".join(filter(None, words)) if index.column() == 0 else ""
            return plain_tip(said or str(self.data(index)))
        if role == Role.AccessibleTextRole:
            kind = _("branch") if node.children else scale_summary(node.criterion)
            return f"{node.criterion.name}; {kind}"
        return None

    def setData(self, index: Index, value: Any, role: int = Role.EditRole) -> bool:
        criterion = self.criterion_at(index)
        if criterion is None or role != Role.EditRole or index.column() != 0:
            return False
        if str(value) != criterion.name:
            self.rename_wanted.emit(criterion.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return flags
        flags |= Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == 0 else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Role.DisplayRole
    ) -> Any:
        if role != Role.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        return (_("Criterion"), _("Scale"))[section]

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        dragged = QMimeData()
        criterion = self.criterion_at(indexes[0])
        if criterion is not None:
            dragged.setData(MIME, QByteArray(criterion.id.encode()))
        return dragged

    def canDropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        dragged = self._at.get(bytes(data.data(MIME).data()).decode(), -1)
        above = parent.internalId() if parent.isValid() else -1
        while above >= 0 and above != dragged:
            above = self._nodes[above].parent
        return dragged >= 0 and above != dragged  # nothing stands below itself

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        key = bytes(data.data(MIME).data()).decode()
        if key not in self._at:
            return False
        above = self.criterion_at(parent)
        new_parent = None if above is None else above.id
        node = self._nodes[self._at[key]]
        place = len(self._rows(parent)) if row < 0 else row
        if node.criterion.parent == new_parent and node.row < place:
            place -= 1  # its old place will be free
        self.move_wanted.emit(key, new_parent, place)
        return False  # the view must not take the row away: the edit has moved it

    def _build(self, assessment: Assessment) -> None:
        rows = assessment.criteria
        self._at = {row.id: at for at, row in enumerate(rows)}
        children: dict[int, list[int]] = {}
        for at, row in enumerate(rows):
            children.setdefault(self._at.get(row.parent or "", -1), []).append(at)
        self._tops = children.get(-1, [])
        place = {at: i for below in children.values() for i, at in enumerate(below)}
        self._nodes = [
            _Node(row, self._at.get(row.parent or "", -1), place[at], children.get(at, []))
            for at, row in enumerate(rows)
        ]

    def _rows(self, parent: Index) -> list[int]:
        return self._nodes[parent.internalId()].children if parent.isValid() else self._tops
