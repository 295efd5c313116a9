"""A list of things that can be added by name, ordered and removed."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from app.desktop.widgets.fields import LineField
from app.desktop.widgets.record_delegate import RecordDelegate
from app.desktop.widgets.shortcuts import add_shortcut
from app.desktop.widgets.text import button, isolated, plain_tip, sign_button
from app.desktop.widgets.wrapping_row import WrappingRow
from app.wording import _

NARROWEST, WIDTH = 218, 250
MEASURED = 150
"""Each of so many rows is as tall as its text; of more, all are alike, which takes no time."""
MANY = 12
"""From so many rows on there is a field to find one."""
KEY_ROLE = Qt.ItemDataRole.UserRole


class ListRow(NamedTuple):
    """One row: its key, its lines, and what else its tip says."""

    key: str
    text: str
    tip: str = ""


class RecordList(QWidget):
    """Shows rows and asks for what is to be done with them."""

    chosen = Signal(object)
    """The key of the row that is current now; None when there is none."""
    add_wanted = Signal(str)
    move_wanted = Signal(str, int)
    remove_wanted = Signal(str)

    def __init__(self, name: str, new: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[ListRow, ...] = ()
        self.new_name = LineField(new, _("{what}, then Enter").format(what=new))
        self.new_name.committed.connect(self.add_wanted)
        self._find = QLineEdit()
        self._find.setPlaceholderText(_("Find"))
        self._find.setAccessibleName(_("Find in: {list}").format(list=name))
        self._find.setClearButtonEnabled(True)
        self._find.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setAccessibleName(name)
        self._list.setItemDelegate(RecordDelegate(self._list))
        self._list.setWordWrap(True)  # else Qt keeps the heights when a scroll bar takes some width
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.currentItemChanged.connect(self._announce)
        self._tools = self._make_tools()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.new_name)
        column.addWidget(self._find)
        column.addWidget(self._list, 1)
        column.addWidget(self._tools)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDTH)
        self._find.hide()
        self._enable()

    def _make_tools(self) -> QWidget:
        tools = WrappingRow((4, 4))
        self._up = sign_button("↑", _("Move up"), self._move_up)
        self._down = sign_button("↓", _("Move down"), self._move_down)
        self._remove = button(_("Remove"), self._ask_removal)
        self._remove.setAccessibleName(_("Remove the chosen row"))
        self._remove.setToolTip(_("Remove the chosen row"))
        for made in (self._up, self._down, self._remove):
            tools.add(made)
        add_shortcut(self._list, "Alt+Up", self._move_up)
        add_shortcut(self._list, "Alt+Down", self._move_down)
        add_shortcut(self._list, "Del", self._ask_removal)
        return tools

    @property
    def key(self) -> str | None:
        """The key of the current row."""
        item = self._list.currentItem()
        return None if item is None else item.data(KEY_ROLE)

    @property
    def texts(self) -> tuple[str, ...]:
        """The rows on show."""
        return tuple(self._list.item(i).text() for i in range(self._list.count()))

    def choose(self, key: str) -> None:
        """Make a row the current one, even if it is filtered out."""
        if key in {row.key for row in self._rows} and not self._turn_to(key):
            self._find.clear()
            self._turn_to(key)

    def show_rows(self, rows: Sequence[ListRow]) -> None:
        """Show these rows; the current one stays current, or the one in its place becomes so."""
        shown = tuple(rows)
        if shown == self._rows:
            return
        self._rows = shown
        self._find.setVisible(len(shown) >= MANY or bool(self._find.text()))
        self._fill()

    def _fill(self) -> None:
        kept, at = self.key, self._list.currentRow()
        words = self._find.text().casefold().split()
        self._list.blockSignals(True)
        self._list.clear()
        self._list.setUniformItemSizes(len(self._rows) > MEASURED)
        for row in self._rows:
            said = f"{row.text}\n{row.tip}".casefold()
            if all(word in said for word in words):
                item = QListWidgetItem(_in_own_direction(row.text), self._list)
                item.setData(KEY_ROLE, row.key)
                item.setToolTip(plain_tip(row.tip or row.text))
        if not self._turn_to(kept) and self._list.count():
            self._list.setCurrentRow(max(0, min(at, self._list.count() - 1)))
        self._list.blockSignals(False)
        self._enable()
        if self.key != kept:
            self.chosen.emit(self.key)

    def _turn_to(self, key: str | None) -> bool:
        for at in range(self._list.count()):
            if self._list.item(at).data(KEY_ROLE) == key:
                self._list.setCurrentRow(at)
                return True
        return False

    def _narrow(self) -> None:
        self._fill()

    def _announce(self) -> None:
        self._enable()
        self.chosen.emit(self.key)

    def _enable(self) -> None:
        at, last, whole = self._list.currentRow(), self._list.count() - 1, not self._find.text()
        self._up.setEnabled(whole and at > 0)
        self._down.setEnabled(whole and 0 <= at < last)
        self._remove.setEnabled(at >= 0)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        """Ask for the place of the neighbour, which need not be next to it in its table."""
        at = self._list.currentRow()
        if self.key is not None and not self._find.text() and 0 <= at + by < self._list.count():
            self.move_wanted.emit(self.key, at + by)

    def _ask_removal(self) -> None:
        if self.key is not None:
            self.remove_wanted.emit(self.key)


def _in_own_direction(text: str) -> str:
    """Lines of which each runs its own way, so that the dots of a cut one stand at its end."""
    return "\n".join(isolated(line) for line in text.split("\n"))
