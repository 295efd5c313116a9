"""Keeping a dialog within the screen: its buttons are below, and could not be reached otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FRAME = 40
"""What a window's own frame takes of the height of a screen."""


def highest(window: QWidget) -> int:
    """How high a window may be so that all of it is seen."""
    return window.screen().availableGeometry().height() - FRAME


def move_onto_screen(window: QWidget) -> None:
    """Move a window that reaches beyond an edge of the screen back onto it."""
    room, place = window.screen().availableGeometry(), window.frameGeometry()
    left = max(room.left(), min(place.left(), room.right() - place.width() + 1))
    top = max(room.top(), min(place.top(), room.bottom() - place.height() + 1))
    if (left, top) != (place.left(), place.top()):
        window.move(left, top)
