"""The dialog in which an officer chooses a kind of decision to start from."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.text import PlainLabel, button, plain_caption
from app.exchange.templates import Template, list_templates
from app.wording import _

SIZE = (620, 560)
INDENT = 30
"""So far in stands a template's line, under its title beside the mark."""


class TemplateDialog(QDialog):
    """Shows every template with what it is for; returns the name of the chosen one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._templates = list_templates()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("New from a template"))
        self.resize(*SIZE)
        self._group = QButtonGroup(self)
        self.start_button = button(_("Begin"), self.accept, "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 16)
        column.setSpacing(10)
        column.addWidget(PlainLabel(_("New from a template"), "title"))
        hint = _(
            "A template brings a question, options, criteria with described scales, actors, "
            "scenarios, conditions and red lines. Nothing is scored; change whatever does not fit."
        )
        column.addWidget(PlainLabel(hint, "muted", wrap=True))
        column.addWidget(self._choices(), 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(button(_("Cancel"), self.reject))
        row.addWidget(self.start_button)
        column.addLayout(row)
        self.start_button.setDefault(True)
        self._group.button(0).setChecked(True)
        self._group.button(0).setFocus()

    @property
    def chosen(self) -> str:
        """The name of the chosen template."""
        return self._templates[self._group.checkedId()].name

    def choose(self, name: str) -> None:
        """Choose for the officer, as if they had clicked."""
        at = [template.name for template in self._templates].index(name)
        self._group.button(at).click()

    def _choices(self) -> FullWidthArea:
        sheet = QWidget()
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(2)
        for number, template in enumerate(self._templates):
            self._add(column, number, template)
        column.addStretch(1)
        return FullWidthArea(sheet)

    def _add(self, column: QVBoxLayout, number: int, template: Template) -> None:
        radio = QRadioButton(plain_caption(template.title))
        radio.setAccessibleName(template.title)
        radio.setAccessibleDescription(template.line)
        self._group.addButton(radio, number)
        line = PlainLabel(template.line, "muted", wrap=True)
        line.setContentsMargins(INDENT, 0, 0, 6)
        column.addWidget(radio)
        column.addWidget(line)
