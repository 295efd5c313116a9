"""Names in a list that take as many lines as they need."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QListView, QStyleOptionViewItem

from app.desktop.widgets.plain_table import PlainDelegate

SIDES = 24
"""What a row leaves free beside its name; Qt measures less of it than it paints."""
ROOM = 10
"""What it leaves free above and below, together."""
FAR = 100_000


class WrappedNames(PlainDelegate):
    """Breaks a name that would be cut otherwise."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        metrics, name = option.fontMetrics, str(index.data(Qt.ItemDataRole.DisplayRole))
        room = max(self._view.viewport().width() - SIDES, 1)
        flags = Qt.TextFlag.TextWordWrap.value
        lines = metrics.boundingRect(0, 0, room, FAR, flags, name).height()
        hint = super().sizeHint(option, index)
        usual = metrics.boundingRect(0, 0, FAR, FAR, flags, name).height()
        return hint.expandedTo(QSize(0, lines + ROOM if lines > usual else 0))
