"""An area to scroll in whose content may change above the hand without carrying it away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtWidgets import QScrollArea, QWidget

_ROUNDS = 4
"""Texts that wrap take their final height only when those around them have a width."""


class SteadyArea(QScrollArea):
    """Keeps the control that has the keyboard where it is seen, whatever appears above it."""

    @contextmanager
    def held(self) -> Iterator[None]:
        """Show other content meanwhile: what is typed into or clicked next has not moved."""
        held = self._held_control()
        before = 0 if held is None else self._height_of(held)
        yield
        if held is None or not held.isVisible():
            return
        # Now, not at the next round of events: a click on its way would meet another field.
        for _round in range(_ROUNDS):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self._height_of(held) - before)

    def _held_control(self) -> QWidget | None:
        focus = self.window().focusWidget()
        if focus is None or not self.isVisible() or not self.widget().isAncestorOf(focus):
            return None
        in_sight = 0 <= self._height_of(focus) < self.viewport().height()
        return focus if in_sight and focus.isVisible() else None

    def _height_of(self, control: QWidget) -> int:
        return control.mapTo(self.viewport(), QPoint()).y()
