"""The handbook beside the work: contents, search, and the pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.desktop.handbook.pages import CONTENTS, handbook, search
from app.desktop.handbook.reader import Reader
from app.desktop.widgets.text import PlainLabel, button, isolated
from app.wording import _
from app.wording.language import language

SIZE = (1000, 680)
SIDE = 270
_NAME = Qt.ItemDataRole.UserRole


class Handbook(QDialog):
    """Pages to read while one works; it never stands in the way."""

    def __init__(self, page: str = CONTENTS, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(False)
        self.setWindowTitle(_("Handbook"))
        self.resize(*SIZE)
        self.reader = Reader()
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Search the handbook"))
        self.field.setAccessibleName(_("Search the handbook"))
        self.field.setClearButtonEnabled(True)
        self.contents = QListWidget()
        self.contents.setAccessibleName(_("Pages of the handbook"))
        self.contents.setWordWrap(True)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.nothing = PlainLabel(_("No page has all of these words."), "muted", wrap=True)
        self.back = button(_("Back"), self.reader.backward)
        self.forward = button(_("Forward"), self.reader.forward)
        self._lay_out()
        self._connect()
        self._list_pages("")
        self.show_page(page)

    def show_page(self, name: str) -> None:
        """Show a page by its name, such as guide/weights.md."""
        if name.partition("#")[0] in handbook():
            self.reader.show_page(name)

    def _lay_out(self) -> None:
        side, page = QWidget(), QWidget()
        beside, column = QVBoxLayout(side), QVBoxLayout(page)
        for part in (self.field, self.nothing):
            beside.addWidget(part)
        beside.addWidget(self.contents, 1)
        head = QHBoxLayout()
        head.addWidget(self.back)
        head.addWidget(self.forward)
        head.addWidget(PlainLabel(_remark(), "muted", wrap=True), 1)
        head.addWidget(button(_("Close"), self.reject))
        column.addLayout(head)
        column.addWidget(self.reader, 1)
        parts = QSplitter()
        parts.setChildrenCollapsible(False)
        parts.addWidget(side)
        parts.addWidget(page)
        parts.setSizes([SIDE, SIZE[0] - SIDE])
        parts.setStretchFactor(1, 1)
        QVBoxLayout(self).addWidget(parts)

    def _connect(self) -> None:
        self.back.setEnabled(False)
        self.forward.setEnabled(False)
        for each in (self.back, self.forward):
            each.setAutoDefault(False)
        self.reader.backwardAvailable.connect(self.back.setEnabled)
        self.reader.forwardAvailable.connect(self.forward.setEnabled)
        self.reader.page_shown.connect(self._mark)
        self.field.textChanged.connect(self._list_pages)
        self.field.returnPressed.connect(self._open_first)
        self.contents.currentItemChanged.connect(self._open)

    def _list_pages(self, typed: str) -> None:
        before = self.contents.blockSignals(True)
        self.contents.clear()
        for page in search(typed):
            item = QListWidgetItem(isolated(page.title), self.contents)
            item.setData(_NAME, page.name)
        self.contents.blockSignals(before)
        self.nothing.setVisible(self.contents.count() == 0)
        self._mark(self.reader.page)

    def _open_first(self) -> None:
        if self.contents.count():
            first = self.contents.item(0)
            self.contents.setCurrentItem(first)
            self._open(first)

    def _open(self, item: QListWidgetItem | None, _before: object = None) -> None:
        if item is None:
            return
        if item.data(_NAME) != self.reader.page:
            self.reader.show_page(item.data(_NAME))
        words = self.field.text().split()
        if words:
            self.reader.find_word(words[0])

    def _mark(self, name: str) -> None:
        """Show in the contents which page is open, without opening it again."""
        before = self.contents.blockSignals(True)
        self.contents.setCurrentRow(-1)
        for row in range(self.contents.count()):
            if self.contents.item(row).data(_NAME) == name:
                self.contents.setCurrentRow(row)
        self.contents.blockSignals(before)


def _remark() -> str:
    """What a reader should know who sees nothing, or another language than the window's."""
    if not handbook():
        return _("The handbook is not part of this installation.")
    return "" if language() == "en" else _("The handbook is in English only.")
