"""What can be done with a control, in its context menu and under its keys."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from .text import plain_caption


def offer_action(control: QWidget, text: str, keys: str, run: Callable[[], object]) -> QAction:
    """Offer something in a control's context menu; its keys work while the control has the focus.

    A control that heeds the keys itself keeps them: they are only shown beside the words then.
    """
    made = QAction(plain_caption(text), control)
    made.setShortcut(QKeySequence(keys))
    made.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    made.setShortcutVisibleInContextMenu(True)
    made.triggered.connect(run)
    control.addAction(made)
    control.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    return made
