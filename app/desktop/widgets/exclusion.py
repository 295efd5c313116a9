"""The choice to take an option that crosses a red line out of the ranking."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice, Choices
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _


class Exclusion(QWidget):
    """Offers the options that cross a line; hidden while none does."""

    wanted = Signal(str)
    """An option that shall be screened out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.option = Choice(_("Option that crosses the red line"))
        self.option.setMinimumContentsLength(12)
        self.screen_out = button(_("Screen it out"), self._announce)
        row = QHBoxLayout()
        row.addWidget(self.option, 1)
        row.addWidget(self.screen_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(6)
        hint = _(
            "An option that crosses stays in the ranking with its mark, unless you screen it out; "
            "the brief prints the reason, and the Options page takes it back."
        )
        column.addWidget(PlainLabel(hint, "muted", wrap=True))
        column.addLayout(row)

    def offer(self, options: Choices) -> None:
        """Offer these options."""
        self.option.show_choices(options)
        if self.option.key is None and options:
            self.option.show_choice(options[0][0])
        self.setVisible(bool(options))

    def _announce(self) -> None:
        if self.option.key is not None:
            self.wanted.emit(str(self.option.key))
