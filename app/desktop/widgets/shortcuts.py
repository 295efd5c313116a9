"""Keys that work while one control has the focus."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_shortcut(control: QWidget, keys: str, run: Callable[[], object]) -> QShortcut:
    """Make keys run a bound method while the control has the focus."""
    made = QShortcut(QKeySequence(keys), control)
    made.setContext(Qt.ShortcutContext.WidgetShortcut)
    made.activated.connect(run)
    return made
