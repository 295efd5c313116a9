"""A list of sentences, each after a bullet and with its later lines under its first."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.desktop.widgets.sentences import BULLET
from app.desktop.widgets.text import PlainLabel


class Bullets(QWidget):
    """Shows a few sentences; hidden while there are none."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: list[tuple[PlainLabel, PlainLabel]] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is shown."""
        return tuple(label.text() for _bullet, label in self._rows if not label.isHidden())

    def say(self, sentences: Sequence[str]) -> None:
        """Show these sentences."""
        while len(self._rows) < len(sentences):
            self._add_row()
        for number, (bullet, label) in enumerate(self._rows):
            label.setText(sentences[number] if number < len(sentences) else "")
            bullet.setVisible(number < len(sentences))
            label.setVisible(number < len(sentences))
        self.setVisible(bool(sentences))

    def _add_row(self) -> None:
        bullet, label = PlainLabel(BULLET), PlainLabel(wrap=True)
        at = len(self._rows)
        self._grid.addWidget(bullet, at, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label, at, 1)
        self._rows.append((bullet, label))
