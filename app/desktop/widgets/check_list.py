"""Things to tick, in a list that is as tall as it needs to be."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.desktop.widgets.record_list import KEY_ROLE
from app.desktop.widgets.text import isolated, plain_tip

TALLEST = 190


class Tick(NamedTuple):
    """A thing, what it is called, and whether it is ticked."""

    key: str
    words: str
    ticked: bool


class CheckList(QListWidget):
    """Space or a click ticks; `ticked` carries the key and whether it is ticked now."""

    ticked = Signal(str, bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._shown: tuple[Tick, ...] = ()
        self.itemChanged.connect(self._announce)

    def show_ticks(self, ticks: Sequence[Tick]) -> None:
        """Show these things."""
        shown = tuple(ticks)
        if shown == self._shown:
            return
        same = [tick[:2] for tick in shown] == [tick[:2] for tick in self._shown]
        self._shown = shown
        self.blockSignals(True)
        if not same:
            self.clear()
            for tick in shown:
                item = QListWidgetItem(isolated(tick.words), self)
                item.setData(KEY_ROLE, tick.key)
                item.setToolTip(plain_tip(tick.words))
        for at, tick in enumerate(shown):
            state = Qt.CheckState.Checked if tick.ticked else Qt.CheckState.Unchecked
            self.item(at).setCheckState(state)
        self.blockSignals(False)
        self.viewport().update()
        height = self.sizeHintForRow(0) * len(shown) + 2 * self.frameWidth() + 2
        self.setFixedHeight(min(height, TALLEST))

    def _announce(self, item: QListWidgetItem) -> None:
        checked = item.checkState() == Qt.CheckState.Checked
        self.ticked.emit(item.data(KEY_ROLE), checked)
