"""What to find out next, the most telling first; a row leads to the score or the weights."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.desktop.widgets.picture_actions import PictureActions
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.value_grid import PAPER_WIDTH
from app.wording import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from app.charts.specs import Worths

TALLEST = 8


class LessonTable(PlainTable):
    """The list, which is copied and saved as a picture of what each thing is worth."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("What to find out next, the most telling first"),
            (_("Score of"), _("On"), _("Changes the choice over"), _("Worth on average")),
            (4, 4, 4, 3),
            parent,
        )
        self._worths: Worths | None = None
        self.pictured = PictureActions(self)

    def show_lessons(self, rows: Sequence[TableRow], worths: Worths) -> None:
        """Show other things to find out."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._worths = replace(worths, direction="rtl" if mirrored else "ltr")
        self.show_rows(rows, TALLEST)

    @property
    def chart(self) -> Worths | None:
        """The same as a picture, for paper and slides."""
        return self._worths if self.rows else None

    @property
    def title(self) -> str:
        """What the table is called."""
        return self.accessibleName()

    @property
    def in_words(self) -> str:
        """Every row as a sentence."""
        return "\n".join(row.said for row in self.rows)

    @property
    def picture_width(self) -> float:
        """As wide as the text of a brief, in points."""
        return PAPER_WIDTH
