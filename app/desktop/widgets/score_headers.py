"""Headers of the score matrix: leaves grouped under their branches, and options."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.desktop.look.theme import current_theme
from app.desktop.models.score_grid import Group, ScoreGrid
from app.desktop.models.scores_model import ScoresModel
from db.model import Criterion

from .elided_text import draw_lines, fit_lines

_PAD = 6
_LEAF_LINES = 3
_GROUP_LINES, _GROUP_SCALE = 2, 0.9
_OPTION_LINES = 2
_TOP_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class BranchHeader(QHeaderView):
    """The names of the leaves, with the branch above those that belong together."""

    def __init__(self, model: ScoresModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setHighlightSections(True)
        self.setSectionsClickable(True)

    def sizeHint(self) -> QSize:
        line = self.fontMetrics().lineSpacing()
        grid = self._model.grid
        grouped = grid is not None and any(group.title for group in grid.groups)
        height = _LEAF_LINES * line + 2 * _PAD + (_GROUP_LINES * line + 2 * _PAD if grouped else 0)
        return QSize(super().sizeHint().width(), height)

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        grid = self._model.grid
        if grid is None or not rect.isValid():
            return
        theme = current_theme()
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.colour("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        names = QRect(rect)
        group = _group_of(grid, section)
        if any(other.title for other in grid.groups):
            names.setTop(rect.top() + _GROUP_LINES * self.fontMetrics().lineSpacing() + 2 * _PAD)
        if group is not None and group.title:
            self._draw_group(painter, rect, names.top(), group)
        if self._is_current(section):
            painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, theme.colour("focus"))
        painter.setPen(theme.colour("text"))
        draw_lines(
            painter,
            names.adjusted(_PAD // 2, 2, -_PAD // 2, -5),
            self._leaf_name(grid.leaves[section], names.width() - _PAD),
            Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom,
            _LEAF_LINES,
        )
        painter.restore()

    def _leaf_name(self, leaf: Criterion, width: int) -> str:
        """The name, or the short form where the name would be cut."""
        shown = fit_lines(leaf.name, self.font(), width, _LEAF_LINES)
        is_cut = any(line.endswith("…") for line in shown)
        return leaf.code if leaf.code and is_cut else leaf.name

    def _draw_group(self, painter: QPainter, rect: QRect, bottom: int, group: Group) -> None:
        """The part of the branch's name that falls on this section."""
        ends = (group.first, group.last)
        left = min(self.sectionViewportPosition(end) for end in ends)
        right = max(self.sectionViewportPosition(end) + self.sectionSize(end) for end in ends)
        whole = QRect(left, rect.top(), right - left, bottom - rect.top())
        # A branch wider than the window keeps its name in sight while one scrolls along it.
        seen = whole.intersected(QRect(0, rect.top(), self.viewport().width(), whole.height()))
        theme = current_theme()
        painter.fillRect(whole.adjusted(2, 3, -3, -3), theme.colour("accent_soft"))
        painter.setPen(theme.colour("text"))
        painter.save()
        font = self.font()
        font.setPointSizeF(font.pointSizeF() * _GROUP_SCALE)
        painter.setFont(font)
        inner = seen.adjusted(_PAD // 2 + 2, 3, -_PAD // 2 - 2, -3)
        draw_lines(painter, inner, group.title, _TOP_LEFT, _GROUP_LINES)
        painter.restore()

    def _is_current(self, section: int) -> bool:
        selection = self.selectionModel()
        return bool(selection) and selection.currentIndex().column() == section


class OptionHeader(QHeaderView):
    """The names of the options; one that is screened out is struck through."""

    def __init__(self, model: ScoresModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self._model = model
        self._width = 220
        self.setSectionsClickable(True)
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setDefaultSectionSize(_OPTION_LINES * self.fontMetrics().lineSpacing() + 2 * _PAD)

    def set_width(self, width: int) -> None:
        """Take so many pixels for the names."""
        if width != self._width:
            self._width = width
            self.updateGeometry()
            self.geometriesChanged.emit()

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        grid = self._model.grid
        if grid is None or not rect.isValid():
            return
        theme = current_theme()
        option = grid.options[section]
        selection = self.selectionModel()
        is_current = bool(selection) and selection.currentIndex().row() == section
        painter.save()
        painter.setClipRect(rect)
        painter.fillRect(rect, theme.colour("window"))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if is_current:
            forwards = self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            edge = rect.right() - 2 if forwards else rect.left()
            painter.fillRect(edge, rect.top(), 3, rect.height(), theme.colour("focus"))
        font = painter.font()
        font.setStrikeOut(bool(option.screened_out))
        painter.setFont(font)
        painter.setPen(theme.colour("muted" if option.screened_out else "text"))
        inner = rect.adjusted(_PAD, 2, -_PAD, -2)
        draw_lines(painter, inner, option.name, _TOP_LEFT, _OPTION_LINES)
        painter.restore()


def _group_of(grid: ScoreGrid, section: int) -> Group | None:
    for group in grid.groups:
        if group.first <= section <= group.last:
            return group
    return None
