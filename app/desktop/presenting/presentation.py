"""The whole screen for one picture in large type; nothing can be edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.desktop.look.speech import announce
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.presenting.slides import Slide

ZOOMS = (2.4, 2.1, 1.8, 1.6, 1.4, 1.2, 1.0, 0.8)
"""Sizes of the type, of which the largest that fits the screen is taken."""
_HEADING, _WORDS = 1.3, 1.7
_FORTH = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_SIDEWAYS = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class Presentation(QDialog):
    """Shows slides one by one; the arrows turn them, Escape or F11 goes back to the work."""

    def __init__(
        self, slides: tuple[Slide, ...], marking: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._slides = slides
        self.number = 0
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it has all keys, and is what is heard
        self.heading = _large(PlainLabel(role="title", wrap=True), _HEADING)
        self.chart = ChartView()
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.sentence = _large(PlainLabel(wrap=True), _WORDS)
        self.place = PlainLabel(role="muted")
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setWidget(self.chart)
        foot = QHBoxLayout()
        foot.addWidget(PlainLabel(marking, "chip") if marking else PlainLabel())
        foot.addStretch(1)
        foot.addWidget(self.place)
        for text, run in ((_("Back"), self.turn_back), (_("Next"), self.turn)):
            foot.addWidget(_without_focus(button(text, run)))
        foot.addWidget(_without_focus(button(_("End (Esc)"), self.reject)))
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 32, 48, 24)
        column.setSpacing(18)
        column.addWidget(self.heading)
        column.addWidget(self.area, 1)
        column.addWidget(self.sentence)
        column.addLayout(foot)
        self._show()
        self.setFocus()

    def add(self, slides: tuple[Slide, ...]) -> None:
        """Take in pictures that were ready later; what is on show stays."""
        self._slides += slides
        self._show_place()

    def turn(self) -> None:
        """Show the next picture."""
        self._turn_to(self.number + 1)

    def turn_back(self) -> None:
        """Show the picture before."""
        self._turn_to(self.number - 1)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        forth, back = _SIDEWAYS if self.isLeftToRight() else reversed(_SIDEWAYS)
        if event.key() in (*_FORTH, forth):
            self.turn()
        elif event.key() in (*_BACK, back):
            self.turn_back()
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._turn_to(0 if event.key() == Qt.Key.Key_Home else len(self._slides) - 1)
        elif event.key() in (Qt.Key.Key_F11, Qt.Key.Key_Escape):
            self.reject()
        else:
            super().keyPressEvent(event)

    def _turn_to(self, number: int) -> None:
        before, self.number = self.number, max(0, min(number, len(self._slides) - 1))
        self._show()
        if before != self.number:
            announce(self, f"{self.heading.text()}\n{self.accessibleDescription()}")

    def _show(self) -> None:
        slide = self._slides[self.number]
        self.heading.setText(slide.heading)
        self.chart.show_chart(slide.chart, slide.alternative)
        self.sentence.setText(slide.sentence)
        self._show_place()
        self.setAccessibleName(slide.heading)
        self.setAccessibleDescription(f"{slide.alternative}\n{slide.sentence}".strip())
        self._fit()

    def _show_place(self) -> None:
        text = _("{number} of {count}")
        self.place.setText(text.format(number=self.number + 1, count=len(self._slides)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self._fit)  # when the layout has given the picture its room

    def _fit(self) -> None:
        room = self.area.viewport().size()
        self.chart.fit_into(room.width(), room.height(), ZOOMS)


def _without_focus(made: QPushButton) -> QPushButton:
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys turn the pictures, whatever was clicked
    made.setAutoDefault(False)
    return made


def _large(label: PlainLabel, factor: float) -> PlainLabel:
    # The style sheet sets sizes by role, so a larger one has to be a style of its own.
    label.ensurePolished()
    points = label.font().pointSizeF() * factor
    label.setStyleSheet(f"font-size: {points:.1f}pt;")
    return label
