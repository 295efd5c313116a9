"""A chart as a picture to be pasted or saved: PNG and SVG, dark on light for paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QPainter

from app.desktop.look.painter import BOLD, PLAIN, measure, paint_drawing
from app.desktop.widgets.clipboard import empty_data

if TYPE_CHECKING:
    from app.charts import Chart
    from app.charts.captions import Caption
    from app.charts.shapes import Drawing

PNG_SCALE = 3.0
"""Pixels a point: sharp enough for print."""
MARGIN = 6.0
"""Points of white around an image, so that nothing touches the page that it is pasted into."""


def as_png(chart: Chart, width: float, caption: Caption) -> bytes:
    """The chart as a PNG file; width: in points."""
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    as_image(chart, width, caption).save(buffer, "PNG")
    return bytes(kept.data())


def as_image(chart: Chart, width: float, caption: Caption) -> QImage:
    """The chart as an image; width: in points."""
    drawing, sides = _draw(chart, width, caption), 2 * MARGIN
    wide, high = drawing.width + sides, drawing.height + sides
    image = QImage(
        QSize(round(wide * PNG_SCALE), round(high * PNG_SCALE)), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.translate(MARGIN * PNG_SCALE, MARGIN * PNG_SCALE)
    paint_drawing(painter, drawing, PNG_SCALE)
    painter.end()
    return image


def as_svg(chart: Chart, width: float, caption: Caption, text: str) -> bytes:
    """The chart as an SVG file; `text` stands for it where it is not seen; width: in points."""
    from app.charts.svg import write_svg

    return write_svg(_draw(chart, width, caption), text, BOLD)


def as_clipboard(chart: Chart, width: float, caption: Caption, text: str) -> QMimeData:
    """The chart for the clipboard: as an image, as SVG, and its alternative text."""
    data = empty_data()
    data.setImageData(as_image(chart, width, caption))
    data.setData("image/svg+xml", QByteArray(as_svg(chart, width, caption, text)))
    data.setText(text)
    return data


def _draw(chart: Chart, width: float, caption: Caption) -> Drawing:
    from app.charts import make_theme
    from app.charts.captions import draw_captioned

    return draw_captioned(chart, make_theme(measure, PLAIN, BOLD, dark=False), width, caption)
