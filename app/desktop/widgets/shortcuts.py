"""Keys that work while one control has the focus."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_shortcut(control: QWidget, keys: str, run: Callable[[], object]) -> QShortcut:
    """Make keys run a bound method while the control has the focus."""
    made = QShortcut(QKeySequence(keys), control)
    made.setContext(Qt.ShortcutContext.WidgetShortcut)
    made.activated.connect(run)
    return made


def is_for_the_window(event: QEvent) -> bool:
    """Whether Qt asks a field for a key with which X11 edits a line and the window does something.

    Ctrl+K finds anything and Ctrl+E exports the brief, wherever the cursor is.
    """
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        and event.key() in (Qt.Key.Key_K, Qt.Key.Key_E)
    )
