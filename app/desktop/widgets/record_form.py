"""A form for the fields of one thing, described as data."""

from __future__ import annotations

import enum
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice, Choices
from app.desktop.widgets.date_field import DateField
from app.desktop.widgets.fields import LineField, ProseField
from app.desktop.widgets.number_field import NumberField
from app.desktop.widgets.text import PlainLabel

Control = LineField | ProseField | DateField | NumberField | Choice


class Kind(enum.Enum):
    """What a field holds."""

    LINE = enum.auto()
    PROSE = enum.auto()
    DATE = enum.auto()
    NUMBER = enum.auto()
    CHOICE = enum.auto()


class Field(NamedTuple):
    """One field of the form: the row's field, what it is called, and how it is filled in."""

    name: str
    label: str
    kind: Kind = Kind.LINE
    hint: str = ""
    choices: Choices = ()
    beside: bool = False
    """Whether it stands on the right of the field before it instead of below."""
    lines: int = 2
    """How many lines of prose are in sight at least; three times as many at most."""


class RecordForm(QWidget):
    """Shows the fields of a row and announces what the user makes of them."""

    edited = Signal(str, object)
    """The name of a field, and its new content."""
    refused = Signal(str)

    def __init__(self, fields: tuple[Field, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = {field.name: field for field in fields}
        self._key: object = None
        self.controls: dict[str, Control] = {}
        self._labels: dict[str, tuple[QWidget, ...]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        row = QHBoxLayout()
        for field in fields:
            if not field.beside:
                row = QHBoxLayout()
                row.setSpacing(12)
                column.addLayout(row)
            row.addLayout(self._added(field), 1)

    def _added(self, field: Field) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(6)
        control = self._made(field)
        control.setObjectName(field.name)
        self.controls[field.name] = control
        caption = PlainLabel(field.label, "caption", wrap=True)
        caption.setBuddy(control)
        widgets: list[QWidget] = [caption, control]
        if field.hint:
            widgets.append(PlainLabel(field.hint, "muted", wrap=True))
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        self._labels[field.name] = tuple(widgets)
        if isinstance(control, DateField):  # it shows its sentence where there is one to say
            column.insertWidget(column.indexOf(control) + 1, control.problem)
        return column

    def _made(self, field: Field) -> Control:
        if field.kind is Kind.CHOICE:
            choice = Choice(field.label)
            choice.show_choices(field.choices)
            choice.chosen.connect(self._announce)
            return choice
        if field.kind is Kind.NUMBER:
            number = NumberField(field.label)
            number.committed.connect(self._announce)
            number.refused.connect(self.refused)
            return number
        if field.kind is Kind.DATE:
            day = DateField(field.label)
            day.day_committed.connect(self._announce)
            day.refused.connect(self.refused)
            return day
        if field.kind is Kind.LINE:
            text: LineField | ProseField = LineField(field.label)
        else:
            text = ProseField(field.label, field.lines)
        text.committed.connect(self._announce)
        return text

    def offer(self, name: str, choices: Choices) -> None:
        """Offer other choices in a field."""
        control = self.controls[name]
        assert isinstance(control, Choice)
        control.show_choices(choices)

    def show_field(self, name: str, *, shown: bool) -> None:
        """Show or hide a field with its label."""
        for widget in self._labels[name]:
            widget.setVisible(shown)

    def show_row(self, key: object, row: Any) -> None:
        """Show the fields of a row; texts that are being typed stay while the key is the same."""
        anew, self._key = key != self._key, key
        for name, control in self.controls.items():
            content = getattr(row, name)
            if isinstance(control, Choice):
                control.show_choice(content)
            elif isinstance(control, NumberField):
                control.load_number(content) if anew else control.show_number(content)
            elif isinstance(control, DateField):
                control.load_day(content) if anew else control.show_day(content)
            else:
                control.load_text(content) if anew else control.show_text(content)

    def begin_typing(self, name: str) -> None:
        """Put the cursor into a field and select what stands in it."""
        control = self.controls[name]
        control.setFocus()
        if isinstance(control, LineField | ProseField):
            control.selectAll()

    def _announce(self, content: object) -> None:
        self.edited.emit(self.sender().objectName(), content)
