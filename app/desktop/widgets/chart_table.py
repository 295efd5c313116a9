"""A chart as the table of its numbers: to be read by ear, or copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.charts.tables import as_table
from app.desktop.widgets.clipboard import copy_table
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

if TYPE_CHECKING:
    from app.charts import Chart

SIZE = (760, 420)
FIRST_SHARE, OTHER_SHARE = 3, 1


class ChartTableDialog(QDialog):
    """Shows what a chart says, row by row, beside the work; it is never in the way."""

    def __init__(self, chart: Chart, alternative: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("The numbers of the picture"))
        self.resize(*SIZE)
        self.shown = as_table(chart)
        shares = (FIRST_SHARE, *[OTHER_SHARE] * (len(self.shown.heads) - 1))
        self.table = PlainTable(self.windowTitle(), self.shown.heads, shares)
        self.table.show_rows([TableRow(n, row) for n, row in enumerate(self.shown.rows)])
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Copy the table"), self.copy))
        done = button(_("Close"), self.close, "primary")
        done.setDefault(True)
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addWidget(PlainLabel(alternative, wrap=True))
        column.addWidget(self.table, 1)
        column.addLayout(foot)
        self.table.setFocus()

    def copy(self) -> None:
        """Put the table on the clipboard, for spreadsheets and documents."""
        copy_table((self.shown.heads, *self.shown.rows))
