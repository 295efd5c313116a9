"""The controls at which Tab stops, and keeping the one that has the keyboard in sight."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget
from shiboken6 import isValid


def is_stop(widget: QWidget) -> bool:
    """Whether Tab stops at a widget where it can be used at all."""
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isEnabled()


def first_stop(area: QWidget) -> QWidget | None:
    """The first control within an area at which Tab stops; None if there is none."""
    return next((x for x in _stops(area) if x.isEnabled() and x.isVisibleTo(area)), None)


def bring_into_sight(widget: QWidget) -> None:
    """Scroll whatever is around a widget until it is seen, or its beginning if it is large."""
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            seen = widget.visibleRegion().boundingRect()
            small = widget.height() <= around.viewport().height()
            if seen.isEmpty() or (small and seen.height() < widget.height()):
                around.ensureWidgetVisible(widget)
        around = around.parentWidget()


@cache
def keep_focus_in_sight() -> None:
    """Let no control have the keyboard out of sight, wherever the keyboard came from."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    _Follower(application)


class _Follower(QObject):
    """A scroll area itself follows the keyboard from control to control within it only."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._target: QWidget | None = None
        application.focusChanged.connect(self._follow)

    def _follow(self, before: QWidget | None, now: QWidget | None) -> None:
        # Not what the pointer presses, which would move under it; and not when the window comes
        # to the front again, where somebody had scrolled to read.
        pressed = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        if now is not None and before is not None and not pressed:
            self._target = now
            QTimer.singleShot(0, self, self._reveal)  # when a page just shown has its places

    def _reveal(self) -> None:
        target, self._target = self._target, None
        if target is not None and isValid(target) and target.hasFocus():
            bring_into_sight(target)


def lead_to(made: QWidget, following: QWidget) -> None:
    """Let Tab stop within what was made late before it stops within what stands after it."""
    after = next(iter(_stops(following)), following)
    before = after.previousInFocusChain()
    while before is not after and not before.focusPolicy() & Qt.FocusPolicy.TabFocus:
        before = before.previousInFocusChain()
    for each in _stops(made):
        QWidget.setTabOrder(before, each)
        before = each


def _stops(area: QWidget) -> list[QWidget]:
    """The controls of an area in the order in which they were made, usable just now or not.

    The list that drops down from a choice stands in a window of its own.
    """
    here = [x for x in (area, *area.findChildren(QWidget)) if x.window() is area.window()]
    return [each for each in here if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
