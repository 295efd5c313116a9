"""Text in a small space: as many lines as fit, the rest shortened with dots."""

from functools import lru_cache
from itertools import pairwise

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption

from .text import isolated


def draw_lines(
    painter: QPainter, rect: QRect, text: str, alignment: Qt.AlignmentFlag, lines: int
) -> None:
    """Draw a text in at most so many lines within a rectangle, in the painter's font and pen."""
    shown = fit_lines(text, painter.font(), rect.width(), lines)
    write_lines(painter, rect, shown, text, alignment)


def write_lines(
    painter: QPainter,
    rect: QRect,
    lines: tuple[str, ...],
    whole: str,
    alignment: Qt.AlignmentFlag,
) -> None:
    """Draw lines that fit, each in the direction of the whole text that they come from."""
    flags = alignment | Qt.TextFlag.TextDontClip
    painter.drawText(QRectF(rect), flags, "\n".join(isolated(line, whole) for line in lines))


def shorten_name(name: str, metrics: QFontMetrics, width: float) -> str:
    """A name on one line of a width in pixels; what does not fit ends in dots, at its own end."""
    dotted = metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(round(width), 0))
    return isolated(dotted, name)


def fit_lines(text: str, font: QFont, width: int, lines: int) -> tuple[str, ...]:
    """A text in at most so many lines of a width in pixels; what does not fit ends in dots."""
    return _fit(text, font.toString(), width, lines)


@lru_cache(maxsize=4096)
def _fit(text: str, font_words: str, width: int, lines: int) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_words)
    flat = " ".join(text.split())
    layout = QTextLayout(flat, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    starts: list[int] = []
    layout.beginLayout()
    while len(starts) < lines and (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 1))
        starts.append(line.textStart())
    layout.endLayout()
    if not starts:
        return ()
    parts = [flat[a:b].strip() for a, b in pairwise([*starts, len(flat)])]
    metrics = QFontMetrics(font)
    parts[-1] = flat[starts[-1] :]
    return tuple(metrics.elidedText(p, Qt.TextElideMode.ElideRight, width) for p in parts)
