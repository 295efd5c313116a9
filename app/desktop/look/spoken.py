"""What assistive technology is told that widgets of our own are."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

ROLES = {
    "ChartView": QAccessible.Role.Chart,
    "PdfView": QAccessible.Role.Document,
    "KeysField": QAccessible.Role.HotkeyField,
    "NoticeBar": QAccessible.Role.AlertMessage,
    "Page": QAccessible.Role.Grouping,
    "Inspector": QAccessible.Role.Grouping,
    "RankingPanel": QAccessible.Role.Grouping,
    "Presentation": QAccessible.Role.Dialog,
}
"""By the name of the class or of one it is a kind of; all others are what Qt takes them for."""


@cache
def introduce_widgets() -> None:
    """Let our own widgets be announced as what they are, once somebody listens."""
    QAccessible.installFactory(_interface_of)


def _interface_of(_name: str, thing: QObject | None) -> QAccessibleInterface | None:
    if isinstance(thing, QWidget):
        for kind in type(thing).__mro__:
            if kind.__name__ in ROLES:
                return QAccessibleWidget(thing, ROLES[kind.__name__])
    return None
