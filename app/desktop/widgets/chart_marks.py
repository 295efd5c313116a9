"""From mark to mark of a chart by keyboard: which one comes next, and in which row."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QScrollArea, QWidget

if TYPE_CHECKING:
    from app.charts.pen import Tip
    from app.charts.shapes import Drawing

SIGHT = 40
"""Pixels around a mark that are brought into sight with it."""


class Way(Enum):
    """Where the keyboard goes from a mark."""

    FORTH = auto()
    BACK = auto()
    UP = auto()
    DOWN = auto()
    FIRST = auto()
    LAST = auto()


_WAYS = {
    Qt.Key.Key_Right: Way.FORTH,
    Qt.Key.Key_Left: Way.BACK,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Home: Way.FIRST,
    Qt.Key.Key_End: Way.LAST,
}
_BEGINNINGS = {Way.FORTH: 0, Way.DOWN: 0, Way.FIRST: 0, Way.BACK: -1, Way.LAST: -1}
_MIRRORED = {Way.FORTH: Way.BACK, Way.BACK: Way.FORTH}


def way_of(key: int, *, mirrored: bool) -> Way | None:
    """Where a key leads; in a mirrored chart reading goes to the left."""
    way = _WAYS.get(Qt.Key(key))
    return _MIRRORED.get(way, way) if way is not None and mirrored else way


def next_mark(marks: Sequence[Tip], at: int | None, way: Way) -> int | None:
    """The number of the mark that comes next, None where there is none.

    `marks` are in the order in which the chart is read; `at` is None before the first step.
    """
    if not marks:
        return None
    if at is None:
        return _BEGINNINGS[way] % len(marks) if way in _BEGINNINGS else None
    if way in (Way.UP, Way.DOWN):
        return _across(marks, at, up=way is Way.UP)
    reached = {Way.FORTH: at + 1, Way.BACK: at - 1, Way.FIRST: 0, Way.LAST: len(marks) - 1}[way]
    return reached if 0 <= reached < len(marks) else None


def _across(marks: Sequence[Tip], at: int, *, up: bool) -> int | None:
    """The nearest mark of the next row above or below."""
    here = marks[at]
    sign = 1.0 if up else -1.0
    beyond = {
        number: sign * (_middle(mark) - _middle(here))
        for number, mark in enumerate(marks)
        if sign * (_middle(mark) - _middle(here)) > min(here.height, mark.height) / 2
    }
    if not beyond:
        return None
    nearest = min(beyond.values())
    row = [number for number, away in beyond.items() if away <= nearest + here.height / 2]
    return min(row, key=lambda number: abs(_centre(marks[number]) - _centre(here)))


def _middle(mark: Tip) -> float:
    return mark.bottom + mark.height / 2


def _centre(mark: Tip) -> float:
    return mark.left + mark.width / 2


def row_at(drawing: Drawing, count: int, y: float) -> int | None:
    """Which of `count` rows of bars, from above, lies at a height of a drawing; y: in points."""
    rects = [shape for shape in drawing.contents if type(shape).__name__ == "Rect"]
    tallest = max((rect.height for rect in rects), default=0.0)
    rows = sorted({rect.y for rect in rects if rect.height == tallest}, reverse=True)
    if len(rows) != count:
        return None
    pitch = (rows[0] - rows[-1]) / (len(rows) - 1) if len(rows) > 1 else 2 * tallest
    for number, bottom in enumerate(rows):
        if abs(y - bottom - tallest / 2) <= pitch / 2:
            return number
    return None


def bring_into_sight(shown: QWidget, place: QRect) -> None:
    """Scroll the page so far that a place of a picture is seen."""
    around = shown.parentWidget()
    while around is not None:
        sheet = around.widget() if isinstance(around, QScrollArea) else None
        if isinstance(around, QScrollArea) and sheet is not None:
            spot = shown.mapTo(sheet, place.center())
            around.ensureVisible(spot.x(), spot.y(), 0, place.height() // 2 + SIGHT)
        around = around.parentWidget()


def surface(tip: Tip) -> float:
    """How much of the picture a mark takes."""
    return tip.width * tip.height
