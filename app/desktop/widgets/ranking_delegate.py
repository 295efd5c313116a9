"""How one place of the ranking is drawn."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from app.desktop.look.theme import Theme, current_theme
from app.desktop.standing.breaches import Sign
from app.desktop.widgets.elided_text import fit_lines
from app.desktop.widgets.text import isolated

if TYPE_CHECKING:
    from app.desktop.standing.breaches import Flag
    from app.desktop.standing.live import Place

PLACE_ROLE = Qt.ItemDataRole.UserRole
FLAG_ROLE = Qt.ItemDataRole.UserRole + 1
"""The flag of an option that does not clearly keep every red line; None for the others."""
BAR_HEIGHT = 7.0
FULL = 100.0
PADDING = 6.0
FLAG_WIDTH = 9.0
FLAG_ROOM = FLAG_WIDTH + 5

START = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
END = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom


class RankingDelegate(QStyledItemDelegate):
    """Draws rank, name, change and total over a bar made of the contributions."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self.lines = 1
        """In how many lines a long name may be written."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        lines = 1
        if self.lines > 1:
            view: QAbstractItemView = self.parent()  # type: ignore[assignment]
            lines += self.is_long(index, option.font, view.viewport().width())
        return QSize(200, self.row_height(option.fontMetrics, lines))

    def row_height(self, metrics: QFontMetrics, lines: int) -> int:
        """The height of a row whose name has so many lines."""
        return lines * metrics.lineSpacing() + round(BAR_HEIGHT) + 11

    def is_long(self, index: QModelIndex, font: QFont, width: int) -> bool:
        """Whether a name needs more than a line in a row of a width, beside what stands there.

        A change stands there for a moment only and makes no row higher.
        """
        place: Place = index.data(PLACE_ROLE)
        bold = _bold(font.toString())
        flag = 0.0 if index.data(FLAG_ROLE) is None else FLAG_ROOM
        number = QFontMetricsF(bold).horizontalAdvance(_total(place)) + 6
        room = width - 2 - 2 * PADDING - flag - number - _rank_room(place, QFontMetricsF(font))
        name = QFontMetricsF(bold if place.rank == 1 else font)
        return name.horizontalAdvance(" ".join(place.name.split())) > round(room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex) -> None:
        place: Place = index.data(PLACE_ROLE)
        theme = current_theme()
        area = QRectF(option.rect).adjusted(1, 1, -1, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, area, option.state, theme)
        inner = area.adjusted(PADDING, 2, -PADDING, -4)
        line = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - BAR_HEIGHT - 2)
        bar = QRectF(inner.left(), inner.bottom() - BAR_HEIGHT, inner.width(), BAR_HEIGHT)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        painter.save()
        if mirrored:  # marks and bars run the other way; words are placed there, not turned round
            painter.translate(area.left() + area.right(), 0.0)
            painter.scale(-1.0, 1.0)
        flag: Flag | None = index.data(FLAG_ROLE)
        if flag is not None:
            high = option.fontMetrics.lineSpacing()
            top = line.bottom() - high * self._lines_in(line, option.font)
            spot = QRectF(line.right() - FLAG_WIDTH, top, FLAG_WIDTH, high)
            draw_sign(painter, spot, flag.sign, theme)
            line.setRight(line.right() - FLAG_ROOM)
        draw_bar(painter, bar, place, theme)
        painter.restore()
        words = Words(painter, area, mirrored=mirrored)
        self._draw_words(words, line, place, option.font, theme)
        painter.restore()

    def _draw_ground(
        self, painter: QPainter, area: QRectF, state: QStyle.StateFlag, theme: Theme
    ) -> None:
        if state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(area, 5, 5)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("focus"), 2))
            painter.drawRoundedRect(area, 5, 5)

    def _draw_words(
        self, words: Words, line: QRectF, place: Place, font: QFont, theme: Theme
    ) -> None:
        painter = words.painter
        bold, metrics = _bold(font.toString()), QFontMetricsF(font)
        lines, total = self._lines_in(line, font), _total(place)
        # Numbers stand beside the first line of a name.
        first = line.adjusted(0.0, 0.0, 0.0, (1 - lines) * metrics.lineSpacing())
        painter.setFont(bold)
        painter.setPen(theme.colour("text"))
        words.draw(first, END, total)
        right = line.right() - QFontMetricsF(bold).horizontalAdvance(total) - 6
        change = change_text(place)
        painter.setFont(font)
        if change:
            painter.setPen(theme.colour(_tone(place)))
            words.draw(_between(first, line.left(), right), END, change)
            right -= metrics.horizontalAdvance(change) + 6
        painter.setPen(theme.colour("muted"))
        words.draw(first, START, f"{place.rank}")
        left = line.left() + _rank_room(place, metrics)
        room = max(right - left, 20.0)
        painter.setPen(theme.colour("text"))
        name_font = bold if place.rank == 1 else font
        painter.setFont(name_font)
        shown = fit_lines(place.name, name_font, round(room), lines)
        name = "\n".join(isolated(part, place.name) for part in shown)
        beside = _between(first if len(shown) < lines else line, left, left + room)
        words.draw(beside, START, name)

    def _lines_in(self, line: QRectF, font: QFont) -> int:
        """How many lines of a name a row was made for, whatever stands beside it for a moment."""
        return min(self.lines, max(1, round(line.height() / QFontMetricsF(font).lineSpacing())))


class Words:
    """Draws words where they belong when the row is read from its own side."""

    def __init__(self, painter: QPainter, area: QRectF, *, mirrored: bool) -> None:
        self.painter = painter
        self._area = area
        self._mirrored = mirrored

    def draw(self, place: QRectF, side: Qt.AlignmentFlag, text: str) -> None:
        """Draw a text in a place that is given as if the row were read from the left."""
        if self._mirrored:
            left = self._area.left() + self._area.right() - place.right()
            place = QRectF(left, place.top(), place.width(), place.height())
        self.painter.drawText(place, side, text)


def draw_sign(painter: QPainter, area: QRectF, sign: Sign, theme: Theme) -> None:
    """Draw how an option stands to the red lines: a flag, an empty flag, or a question mark."""
    if sign is Sign.UNJUDGED:
        painter.setPen(theme.colour("muted"))
        painter.drawText(area.adjusted(-2, 0, 2, 0), Qt.AlignmentFlag.AlignCenter, sign.shown)
        return
    colour = theme.colour("bad" if sign is Sign.CROSSES else "warn")
    top, bottom = area.center().y() - 6.0, area.center().y() + 6.0
    left = area.left() + 1
    painter.setPen(QPen(colour, 1.5))
    painter.drawLine(QPointF(left, top), QPointF(left, bottom))
    cloth = QPolygonF(
        [QPointF(left, top), QPointF(area.right(), top + 3), QPointF(left, top + 6.5)]
    )
    if sign is Sign.CROSSES:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
    else:
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolygon(cloth)


def _between(line: QRectF, left: float, right: float) -> QRectF:
    return QRectF(left, line.top(), right - left, line.height())


def _total(place: Place) -> str:
    from app.wording.numbers import points

    return ("≈ " if place.provisional else "") + points(place.total)


def _rank_room(place: Place, metrics: QFontMetricsF) -> float:
    """What the number of a place takes, with the gap to the name."""
    return metrics.horizontalAdvance(max("00", f"{place.rank}", key=len)) + 5


def change_text(place: Place) -> str:
    """How the last change moved an option: places gained or lost, and points."""
    from app.wording.numbers import seems_nothing, signed

    arrow = "▲" if place.moved > 0 else "▼" if place.moved < 0 else ""
    if seems_nothing(place.delta):
        return arrow
    return f"{arrow}{signed(place.delta)}"


def _tone(place: Place) -> str:
    """Whether the change reads as good or bad; a place gained by another's loss is neither."""
    from app.wording.numbers import seems_nothing

    if seems_nothing(place.delta):
        return "muted"
    return "good" if place.delta > 0 else "bad"


def draw_bar(painter: QPainter, bar: QRectF, place: Place, theme: Theme) -> None:
    """Draw the contributions in a row, in two tones that alternate, with a gap between them."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.fillRect(bar, theme.colour("sunken"))
    tones = _tones(theme.colours["accent"], theme.colours["surface"])[0 if place.rank == 1 else 1]
    scale = bar.width() / FULL
    left = bar.left()
    for number, part in enumerate(place.parts):
        width = max(part, 0.0) * scale
        if width >= 1.0:
            painter.fillRect(QRectF(left, bar.top(), width - 1.0, bar.height()), tones[number % 2])
        left += width
    if place.base is not None:
        painter.setPen(QPen(theme.colour("text"), 2.0))
        at = round(bar.left() + place.base * scale)
        painter.drawLine(at, round(bar.top()) - 2, at, round(bar.bottom()) + 1)
    if place.high > place.low:
        painter.setPen(QPen(theme.colour("text"), 1.4))
        middle = bar.center().y()
        low, high = bar.left() + place.low * scale, bar.left() + place.high * scale
        painter.drawLine(round(low), round(middle), round(high), round(middle))
        for end in (low, high):
            painter.drawLine(round(end), round(bar.top()), round(end), round(bar.bottom()))


@lru_cache(maxsize=4)
def _tones(accent: str, ground: str) -> tuple[tuple[QColor, QColor], tuple[QColor, QColor]]:
    """For the leader and for the others: two tones of the accent."""
    full, paper = QColor(accent), QColor(ground)
    return (
        (full, mixed(full, paper, 0.72)),
        (mixed(full, paper, 0.58), mixed(full, paper, 0.42)),
    )


def mixed(one: QColor, other: QColor, part: float) -> QColor:
    """A colour made of `part` of one and the rest of another."""
    rest = 1.0 - part
    return QColor.fromRgbF(
        one.redF() * part + other.redF() * rest,
        one.greenF() * part + other.greenF() * rest,
        one.blueF() * part + other.blueF() * rest,
    )


@lru_cache(maxsize=16)
def _bold(words: str) -> QFont:
    font = QFont()
    font.fromString(words)
    font.setBold(True)
    return font
