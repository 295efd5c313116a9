"""Where to see what a picture has no room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.desktop.widgets.text import PlainLabel
from app.wording import _

if TYPE_CHECKING:
    from app.charts.specs import RankAcceptability, StableWeights, WeightSensitivity


class ChartRest(PlainLabel):
    """Stands under a picture that draws some of many rows, and is hidden under any other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        said = _("All of them stand in the table of its numbers: press Enter on the picture.")
        super().__init__(said, "muted", wrap=True, parent=parent)
        self.hide()

    def stand_under(self, chart: RankAcceptability | StableWeights | WeightSensitivity) -> None:
        """Be there if the picture leaves something out."""
        self.setVisible(bool(chart.others))
