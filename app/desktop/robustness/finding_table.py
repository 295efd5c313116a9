"""What the model checks found, with the remedies; a row leads to the place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView, QWidget

from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.wording import _

TALLEST = 380
_ROOM = 10


class FindingTable(PlainTable):
    """Findings and remedies in as many lines as they need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("What the checks found, and what to do about it"),
            (_("What was found"), _("What to do about it")),
            (1, 1),
            parent,
        )
        self._fitted_for = 0
        self.setWordWrap(True)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)

    def show_rows(self, rows: Sequence[TableRow], tallest: int | None = None) -> None:
        super().show_rows(rows)
        self._fit()

    def resizeEvent(self, event: object) -> None:
        super().resizeEvent(event)
        if self.viewport().width() != self._fitted_for:
            self._fit()

    def _fit(self) -> None:
        """Make every row as tall as its texts, and the table as its rows, up to a limit."""
        self._fitted_for = self.viewport().width()
        width = self._fitted_for // 2 - 12
        if width <= 0:
            return
        metrics, flags = self.fontMetrics(), Qt.TextFlag.TextWordWrap.value
        height = 0
        for number, row in enumerate(self.rows):
            tallest = max(
                metrics.boundingRect(0, 0, width, 10_000, flags, text).height()
                for text in row.cells
            )
            self.setRowHeight(number, tallest + _ROOM)
            height += tallest + _ROOM
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(min(height, TALLEST) + head + 4)
