"""A chart as a picture to be pasted or saved: PNG and SVG, dark on light for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.desktop.look.painter import BOLD, PLAIN, POINTS_PER_INCH, measure, paint_drawing
from app.desktop.widgets.clipboard import empty_data

if TYPE_CHECKING:
    from app.charts import Chart
    from app.charts.shapes import Drawing

PNG_SCALE = 3.0
"""Pixels a point: sharp enough for print."""
SVG_DPI = 96


def as_png(chart: Chart, width: float) -> bytes:
    """The chart as a PNG file; width: in points."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    as_image(chart, width).save(buffer, "PNG")
    return bytes(kept.data())


def as_image(chart: Chart, width: float) -> QImage:
    """The chart as an image; width: in points."""
    drawing = _draw(chart, width)
    size = QSize(round(drawing.width * PNG_SCALE), round(drawing.height * PNG_SCALE))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    paint_drawing(painter, drawing, PNG_SCALE)
    painter.end()
    return image


def as_svg(chart: Chart, width: float, title: str) -> bytes:
    """The chart as an SVG file with its alternative text; width: in points."""
    from PySide6.QtSvg import QSvgGenerator

    drawing = _draw(chart, width)
    scale = SVG_DPI / POINTS_PER_INCH
    size = QSize(round(drawing.width * scale), round(drawing.height * scale))
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(SVG_DPI)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setDescription(title)
    painter = QPainter(generator)
    paint_drawing(painter, drawing, scale)
    painter.end()
    return bytes(kept.data())


def as_clipboard(chart: Chart, width: float, title: str) -> QMimeData:
    """The chart for the clipboard: as an image, as SVG, and its alternative text."""
    data = empty_data()
    data.setImageData(as_image(chart, width))
    data.setData("image/svg+xml", QByteArray(as_svg(chart, width, title)))
    data.setText(title)
    return data


def _draw(chart: Chart, width: float) -> Drawing:
    from app.charts import draw, make_theme

    return draw(chart, make_theme(measure, PLAIN, BOLD, dark=False), width)
