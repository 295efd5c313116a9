"""The whole screen for one picture or a few sentences in large type; nothing is edited here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QSize, Qt, QTimer
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
from app.desktop.presenting.slide_words import SlideWords
from app.desktop.presenting.slides import insert
from app.desktop.widgets.chart_view import ChartView
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.presenting.slides import Slide

ZOOMS = (2.2, 2.0, 1.8, 1.6, 1.4, 1.2, 1.0, 0.8, 0.7)
"""Sizes of a picture's type, of which the largest that fits the screen is taken."""
SMALL_SCREEN = QSize(1280, 720)
"""All sizes below are pixels on such a screen, and grow with it."""
_HEADING, _WORDS, _UNDER_A_PICTURE, _LEAST, _FOOT = 38, 31, 24, 14, 15
_SHARE_OF_WORDS = 0.32
"""So much of the height, at most, is taken by what is said under a picture."""
_SIDE, _TOP, _BOTTOM, _AIR = 48, 30, 22, 16
_FORTH = (Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Space)
_BACK = (Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace)
_SIDEWAYS = (Qt.Key.Key_Right, Qt.Key.Key_Left)
_SECOND_DIGIT_MS = 1200


class Presentation(QDialog):
    """Shows slides one by one: arrows turn them, digits choose one, Escape or F11 ends it."""

    def __init__(
        self, slides: tuple[Slide, ...], marking: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._slides = slides
        self.number = 0
        self._typed, self._since = "", QElapsedTimer()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Presentation"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # it has all keys, and is what is heard
        self.heading = PlainLabel(role="title", wrap=True)
        self.chart = ChartView()
        self.chart.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area = QScrollArea()
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setWidget(self.chart)
        self.sentence = SlideWords()
        self.marking = PlainLabel(marking, "chip")
        self.marking.setVisible(bool(marking))
        self.place = PlainLabel(role="muted")
        column = QVBoxLayout(self)
        column.addWidget(self.heading)
        column.addWidget(self.area, 1)
        column.addWidget(self.sentence)
        column.addStretch(0)
        column.addLayout(self._make_foot())
        self._column = column
        self._show()
        self.setFocus()

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addWidget(self.marking)
        foot.addStretch(1)
        foot.addWidget(self.place)
        actions = (
            (_("Back"), self.turn_back),
            (_("Next"), self.turn),
            (_("End (Esc)"), self.reject),
        )
        self.buttons = tuple(_without_focus(button(text, run)) for text, run in actions)
        for made in self.buttons:
            foot.addWidget(made)
        return foot

    def add(self, slides: tuple[Slide, ...]) -> None:
        """Take in slides that were ready later, each in its place; what is on show stays."""
        shown = self._slides[self.number]
        self._slides = insert(self._slides, slides)
        self.number = next(n for n, slide in enumerate(self._slides) if slide is shown)
        self._show_place()

    @property
    def slides(self) -> tuple[Slide, ...]:
        """All slides there are, in their order."""
        return self._slides

    def turn(self) -> None:
        """Show the next slide."""
        self._turn_to(self.number + 1)

    def turn_back(self) -> None:
        """Show the slide before."""
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
        elif event.text().isdecimal():
            self._type(str(int(event.text())))  # in whatever digits the keyboard has
        else:
            super().keyPressEvent(event)

    def _type(self, digit: str) -> None:
        """Go to the slide of that number; a second digit soon after makes it a longer one."""
        soon = self._since.isValid() and self._since.elapsed() < _SECOND_DIGIT_MS
        longer = f"{self._typed}{digit}" if soon else digit
        self._typed = longer if int(longer) <= len(self._slides) else digit
        self._since.start()
        if 0 < int(self._typed) <= len(self._slides):
            self._turn_to(int(self._typed) - 1)

    def _turn_to(self, number: int) -> None:
        before, self.number = self.number, max(0, min(number, len(self._slides) - 1))
        self._show()
        if before != self.number:
            announce(self, f"{self.heading.text()}\n{self.accessibleDescription()}")

    def _show(self) -> None:
        slide = self._slides[self.number]
        self.heading.setText(slide.heading)
        self.area.setVisible(slide.chart is not None)
        if slide.chart is not None:
            self.chart.show_chart(slide.chart, slide.alternative)
        self.sentence.say(slide.points)
        self._column.setStretch(_STRETCH, slide.chart is None)
        self._show_place()
        self.setAccessibleName(slide.heading)
        self.setAccessibleDescription(f"{slide.alternative}\n{slide.words}".strip())
        self._fit()

    def _show_place(self) -> None:
        text = _("{number} of {count}")
        self.place.setText(text.format(number=self.number + 1, count=len(self._slides)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        QTimer.singleShot(0, self._fit_chart)  # when the layout has given the picture its room

    @property
    def _unit(self) -> float:
        """How much larger the screen is than a small one."""
        small = SMALL_SCREEN
        return max(0.5, min(self.width() / small.width(), self.height() / small.height()))

    def _fit(self) -> None:
        """Give everything the size that the screen allows."""
        unit, slide = self._unit, self._slides[self.number]
        sides = [round(side * unit) for side in (_SIDE, _TOP, _SIDE, _BOTTOM)]
        self._column.setContentsMargins(*sides)
        self._column.setSpacing(round(_AIR * unit))
        _size(self.heading, _HEADING * unit)
        for small in (self.marking, self.place, *self.buttons):
            _size(small, _FOOT * unit)
        largest = _WORDS if slide.chart is None else _UNDER_A_PICTURE
        self.sentence.fit(self._room(slide), round(largest * unit), round(_LEAST * unit))
        self._column.activate()
        self._fit_chart()

    def _room(self, slide: Slide) -> QSize:
        """What the words of a slide may take."""
        margins = self._column.contentsMargins()
        width = self.width() - margins.left() - margins.right()
        if slide.chart is not None:
            return QSize(width, round(self.height() * _SHARE_OF_WORDS))
        taken = self.heading.heightForWidth(width) + self.buttons[0].sizeHint().height()
        air = 3 * self._column.spacing() + margins.top() + margins.bottom()
        return QSize(width, self.height() - taken - air)

    def _fit_chart(self) -> None:
        if self._slides[self.number].chart is None:
            return
        room = self.area.viewport().size()
        zooms = tuple(zoom * self._unit for zoom in ZOOMS)
        self.chart.fit_into(room.width(), room.height(), zooms)


_STRETCH = 3
"""The place in the column of the room below words that have no picture."""


def _without_focus(made: QPushButton) -> QPushButton:
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # keys turn the slides, whatever was clicked
    made.setAutoDefault(False)
    return made


def _size(shown: QWidget, pixels: float) -> None:
    # The style sheet sets sizes by role, so another one has to be a style of its own.
    sheet = f"font-size: {round(pixels)}px;"
    if shown.styleSheet() != sheet:
        shown.setStyleSheet(sheet)
