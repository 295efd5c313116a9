"""What assistive technology is told that widgets of our own are."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES = {
    "ChartView": QAccessible.Role.Chart,
    "PdfView": QAccessible.Role.Document,
    "ReadingArea": QAccessible.Role.Pane,
    "KeysField": QAccessible.Role.HotkeyField,
    "NoticeBar": QAccessible.Role.Grouping,  # it is announced: an alert would be spoken twice
    "Page": QAccessible.Role.Grouping,
    "Inspector": QAccessible.Role.Grouping,
    "Presentation": QAccessible.Role.Dialog,
    "TabTitles": QAccessible.Role.PageTabList,
}
"""By the name of the class or of one it is a kind of; all others are what Qt takes them for."""


class _SpokenTab(QAccessibleWidget):
    """A button that is the title of a tab: it can be chosen, and says whether it is."""

    def text(self, part: QAccessible.Text) -> str:
        if part is QAccessible.Text.Name:
            return str(self.object().text()).replace("&&", "&")
        return super().text(part)

    def state(self) -> QAccessible.State:
        said = super().state()
        said.selectable = True
        said.selected = self.object().isChecked()
        return said

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction(), *super().actionNames()]

    def doAction(self, name: str) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self.object().click()
        else:
            super().doAction(name)


@cache
def introduce_widgets() -> None:
    """Let our own widgets be announced as what they are, once somebody listens."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget):
        if type(thing).__name__ == "TabTitle":
            return _SpokenTab(thing, QAccessible.Role.PageTab)
        for kind in type(thing).__mro__:
            if kind.__name__ in ROLES:
                return QAccessibleWidget(thing, ROLES[kind.__name__])
    return None
