"""What the screen and the window have room for, and what stands beyond it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FRAME = 40
"""What a window's own frame takes of the height of a screen."""


def highest(window: QWidget) -> int:
    """How high a window may be so that all of it is seen: a dialog's buttons are below."""
    return window.screen().availableGeometry().height() - FRAME


def move_onto_screen(window: QWidget) -> None:
    """Move a window that reaches beyond an edge of the screen back onto it."""
    room, place = window.screen().availableGeometry(), window.frameGeometry()
    left = max(room.left(), min(place.left(), room.right() - place.width() + 1))
    top = max(room.top(), min(place.top(), room.bottom() - place.height() + 1))
    if (left, top) != (place.left(), place.top()):
        window.move(left, top)


def is_out_of_sight(widget: QWidget) -> bool:
    """Whether a widget stands above or below all that its window shows."""
    top = widget.mapTo(widget.window(), QPoint()).y()
    return top > widget.window().height() or top + widget.height() < 0
