"""Headers of the score matrix: leaves grouped under their branches, and options."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from app.desktop.look.theme import current_theme
from app.desktop.models.score_grid import Group, ScoreGrid
from app.desktop.models.scores_model import ScoresModel

from .column_heads import (
    HEAD_PAD,
    Heads,
    fit_heads,
    scaled,
    share_columns,
    smallest,
    widths_for_words,
)
from .elided_text import draw_lines, write_lines

NARROWEST, WIDEST = 58, 150
"""How wide a column of scores may be."""
_PAD = 6
_LEAF_LINES = 4
_GROUP_LINES, _GROUP_SCALE = 2, 0.9
_GROUP_SIDES = 13
"""What a band leaves free beside its name."""
_OPTION_LINES = 2
_BOTTOM = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom
_TOP_LEFT = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter


class BranchHeader(QHeaderView):
    """The names of the leaves, with the branch above those that belong together."""

    def __init__(self, model: ScoresModel, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setHighlightSections(True)
        self.setSectionsClickable(True)
        self.setMinimumSectionSize(NARROWEST)  # Qt's own grows with the type: columns would not fit

    def sizeHint(self) -> QSize:
        names = self._heads()
        line = QFontMetrics(self._head_font(names.scale)).lineSpacing()
        height = names.tallest * line + _PAD + 3
        return QSize(super().sizeHint().width(), height + self._groups_height())

    def share_width(self, room: int) -> None:
        """Let the columns take so many pixels together, wide enough for their longest words."""
        grid = self._model.grid
        if grid is None or not grid.leaves:
            return
        needs = widths_for_words([leaf.name for leaf in grid.leaves], smallest(self.font()))
        font = smallest(self._group_font())
        for group in grid.groups:
            # The name of a branch has the room of all that is under it.
            whole = widths_for_words([group.title], font)[0] + _GROUP_SIDES
            count = group.last - group.first + 1
            for column in range(group.first, group.last + 1):
                needs[column] = max(needs[column], -(-whole // count))
        shared = share_columns(needs, room, NARROWEST, WIDEST)
        self.setDefaultSectionSize(min(shared))
        for column, width in enumerate(shared):
            self.resizeSection(column, width)

    def _heads(self) -> Heads:
        grid = self._model.grid
        leaves = () if grid is None else grid.leaves
        return fit_heads(
            tuple(leaf.name for leaf in leaves),
            tuple(leaf.code for leaf in leaves),
            self.font(),
            tuple(self.sectionSize(column) for column in range(len(leaves))),
            _LEAF_LINES,
        )

    def _head_font(self, scale: float) -> QFont:
        return scaled(self.font().toString(), scale)

    def _group_heads(self) -> Heads:
        """The names of the branches as they stand over their columns."""
        groups = () if self._model.grid is None else self._model.grid.groups
        widths = (
            sum(self.sectionSize(n) for n in range(group.first, group.last + 1)) for group in groups
        )
        titles = tuple(group.title for group in groups)
        rooms = tuple(width - _GROUP_SIDES + HEAD_PAD for width in widths)
        return fit_heads(titles, ("",) * len(titles), self._group_font(), rooms, _GROUP_LINES)

    def _group_font(self, scale: float = 1.0) -> QFont:
        return scaled(self.font().toString(), _GROUP_SCALE * scale)

    def _groups_height(self) -> int:
        """How much the names of the branches take: as many lines as the longest needs."""
        grid = self._model.grid
        if grid is None or not any(group.title for group in grid.groups):
            return 0
        heads = self._group_heads()
        return heads.tallest * QFontMetrics(self._group_font(heads.scale)).lineSpacing() + 2 * _PAD

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
        names.setTop(rect.top() + self._groups_height())
        group = _group_of(grid, section)
        if group is not None and group.title:
            self._draw_group(painter, rect, names.top(), group)
        if self._is_current(section):
            painter.fillRect(rect.left(), rect.bottom() - 2, rect.width(), 3, theme.colour("focus"))
        self._draw_head(painter, names.adjusted(HEAD_PAD // 2, 2, -HEAD_PAD // 2, -5), section)
        painter.restore()

    def _draw_head(self, painter: QPainter, room: QRect, section: int) -> None:
        heads, grid = self._heads(), self._model.grid
        name = "" if grid is None else grid.leaves[section].name
        painter.setPen(current_theme().colour("text"))
        painter.setFont(self._head_font(heads.scale))
        write_lines(painter, room, heads.lines[section], name, _BOTTOM)

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
        painter.setFont(self._group_font(self._group_heads().scale))
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
        self.setDefaultSectionSize(self._heights()[1])

    def _heights(self) -> tuple[int, int]:
        """The least and the usual height of a row, which holds a name of two lines."""
        lines = _OPTION_LINES * self.fontMetrics().lineSpacing()
        return lines + _PAD - 2, lines + 2 * _PAD

    def share_height(self, room: int) -> int:
        """Let the rows stand a little closer where all come in sight by that; what they take."""
        least, usual = self._heights()
        count = max(self.count(), 1)
        height = room // count if least * count <= room < usual * count else usual
        if height != self.defaultSectionSize():
            self.setDefaultSectionSize(height)
        return height * self.count()

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
