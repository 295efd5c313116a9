"""Paint a chart's drawing with Qt: the same shapes that the brief draws on paper.

A drawing is made of Rect, Line, PolyLine, Polygon, Circle and String without transforms, in points,
with its origin at the lower left.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen

from app.desktop.look.typeface import FAMILIES

if TYPE_CHECKING:
    from app.charts.shapes import Drawing

BOLD, PLAIN = "bold", "plain"
"""The names under which a chart's theme knows the two faces."""

POINTS_PER_INCH = 72.0
_LEFTWARDS, _RIGHTWARDS = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
REFERENCE = 100.0  # text is measured at this size and scaled, free of rounding to whole pixels


def paint_drawing(painter: QPainter, drawing: Drawing, scale: float) -> None:
    """Paint a drawing with its upper left corner at the painter's origin; scale: pixels a point."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    place = _Place(float(drawing.height), scale)
    for shape in drawing.contents:
        _PAINTERS[type(shape).__name__](painter, shape, place)


def measure(text: str, face: str, size: float) -> float:
    """The width of a text in points."""
    return _reference_width(text, face) * size / REFERENCE


@lru_cache(maxsize=4096)
def _reference_width(text: str, face: str) -> float:
    return QFontMetricsF(_font(face, round(REFERENCE))).horizontalAdvance(text)


@lru_cache(maxsize=64)
def _font(face: str, pixels: int) -> QFont:
    font = QFont(FAMILIES)
    font.setPixelSize(pixels)
    font.setBold(face == BOLD)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


class _Place:
    """Carries points from the lower left to pixels from the upper left."""

    def __init__(self, height: float, scale: float) -> None:
        self.height, self.scale = height, scale

    def point(self, x: float, y: float) -> QPointF:
        return QPointF(x * self.scale, (self.height - y) * self.scale)


@lru_cache(maxsize=256)
def _qcolour(red: float, green: float, blue: float) -> QColor:
    return QColor.fromRgbF(red, green, blue)


def _colour(colour: Any) -> QColor:
    return _qcolour(colour.red, colour.green, colour.blue)


def _pen(shape: Any, scale: float) -> QPen:
    if shape.strokeColor is None or not shape.strokeWidth:
        return QPen(Qt.PenStyle.NoPen)
    pen = QPen(_colour(shape.strokeColor), shape.strokeWidth * scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dash = getattr(shape, "strokeDashArray", None)
    if dash:
        pen.setDashPattern([part / shape.strokeWidth for part in dash])  # in widths of the pen
    return pen


def _brush(shape: Any) -> QBrush:
    fill = getattr(shape, "fillColor", None)
    return QBrush(Qt.BrushStyle.NoBrush) if fill is None else QBrush(_colour(fill))


def _paint_rect(painter: QPainter, shape: Any, place: _Place) -> None:
    corner = place.point(shape.x, shape.y + shape.height)
    painter.setPen(_pen(shape, place.scale))
    painter.setBrush(_brush(shape))
    painter.drawRect(
        QRectF(corner.x(), corner.y(), shape.width * place.scale, shape.height * place.scale)
    )


def _paint_line(painter: QPainter, shape: Any, place: _Place) -> None:
    painter.setPen(_pen(shape, place.scale))
    painter.drawLine(QLineF(place.point(shape.x1, shape.y1), place.point(shape.x2, shape.y2)))


def _paint_path(painter: QPainter, shape: Any, place: _Place) -> None:
    painter.setPen(_pen(shape, place.scale))
    flat = shape.points
    points = [place.point(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)]
    painter.drawPolyline(points)


def _paint_polygon(painter: QPainter, shape: Any, place: _Place) -> None:
    painter.setPen(_pen(shape, place.scale))
    painter.setBrush(_brush(shape))
    flat = shape.points
    painter.drawPolygon([place.point(x, y) for x, y in zip(flat[::2], flat[1::2], strict=True)])


def _paint_circle(painter: QPainter, shape: Any, place: _Place) -> None:
    painter.setPen(_pen(shape, place.scale))
    painter.setBrush(_brush(shape))
    radius = shape.r * place.scale
    painter.drawEllipse(place.point(shape.cx, shape.cy), radius, radius)


def _paint_text(painter: QPainter, shape: Any, place: _Place) -> None:
    pixels = shape.fontSize * place.scale
    whole = max(1, round(pixels))  # as Qt has it: it knows no other sizes
    font = _font(shape.fontName, whole)
    width = QFontMetricsF(font).horizontalAdvance(shape.text)
    start = {"start": 0.0, "middle": width / 2, "end": width}[shape.textAnchor]
    painter.save()
    painter.setFont(font)
    painter.setPen(_colour(shape.fillColor))
    # As in the brief: a label runs as its letters do, whichever way the window is read.
    painter.setLayoutDirection(_LEFTWARDS if shape.leftwards else _RIGHTWARDS)
    # Letters of a whole size would be up to a sixteenth wider than the room made for them.
    painter.translate(place.point(shape.x, shape.y))
    painter.scale(pixels / whole, pixels / whole)
    painter.drawText(QPointF(-start, 0.0), shape.text)
    painter.restore()


_PAINTERS: dict[str, Callable[[QPainter, Any, _Place], None]] = {
    "Rect": _paint_rect,
    "Line": _paint_line,
    "PolyLine": _paint_path,
    "Polygon": _paint_polygon,
    "Circle": _paint_circle,
    "String": _paint_text,
}
