"""The submenu of files opened lately."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from app.desktop.files.recent import recent_files
from app.desktop.widgets.text import plain_caption
from app.wording import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenu


class RecentMenu(QObject):
    """Fills a menu each time it is opened."""

    file_chosen = Signal(object)

    def __init__(self, menu: QMenu, settings: QSettings) -> None:
        super().__init__(menu)
        self._menu = menu
        self._settings = settings
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        for path in recent_files(self._settings):
            action = self._menu.addAction(plain_caption(path.name))
            action.setData(path)
            action.setStatusTip(str(path))
            action.triggered.connect(self._choose)
        if self._menu.isEmpty():
            self._menu.addAction(_("Nothing yet")).setEnabled(False)

    def _choose(self) -> None:
        self.file_chosen.emit(self.sender().data())
