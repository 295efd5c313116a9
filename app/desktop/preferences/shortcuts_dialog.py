"""The list of all keys, in which they can be changed."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.desktop.preferences.keys_field import KeysField
from app.desktop.preferences.shortcuts import Shortcut, find_clashes, find_unfit
from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

SIZE = (560, 620)
_FIELD_WIDTH = 170


class ShortcutsDialog(QDialog):
    """Takes shortcuts and returns others; two actions never get the same keys."""

    def __init__(self, shortcuts: tuple[Shortcut, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shortcuts = shortcuts
        self.fields: dict[str, KeysField] = {}
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keyboard shortcuts"))
        self.resize(*SIZE)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 16, 16)
        column.addWidget(PlainLabel(_("Keyboard shortcuts"), "title"))
        hint = _("Choose a field and press the new keys; Backspace or the cross clears them.")
        column.addWidget(PlainLabel(hint, "muted", wrap=True))
        column.addWidget(self._make_list(), 1)
        self.problem = SpokenLabel(role="problem")
        column.addWidget(self.problem)
        foot = QHBoxLayout()
        usual = button(_("All as usual"), self._reset)
        usual.setAutoDefault(False)
        foot.addWidget(usual)
        foot.addStretch(1)
        foot.addWidget(button(_("Cancel"), self.reject))
        self.keep_button = button(_("Keep"), self.accept, "primary")
        self.keep_button.setDefault(True)
        foot.addWidget(self.keep_button)
        column.addLayout(foot)
        self._check()
        self.keep_button.setFocus()  # no key is taken before a field is chosen

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """The shortcuts as they stand in the dialog."""
        portable = QKeySequence.SequenceFormat.PortableText
        return tuple(
            row._replace(keys=self.fields[row.action].keySequence().toString(portable))
            for row in self._shortcuts
        )

    def _make_list(self) -> FullWidthArea:
        sheet = QWidget()
        grid = QGridLayout(sheet)
        grid.setContentsMargins(0, 0, 10, 0)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for number, row in enumerate(self._shortcuts):
            field = KeysField(row.text, row.keys)
            field.setMinimumWidth(_FIELD_WIDTH)
            field.keySequenceChanged.connect(self._check)
            self.fields[row.action] = field
            grid.addWidget(PlainLabel(row.text), number, 0)
            grid.addWidget(field, number, 1)
        return FullWidthArea(sheet)

    def _reset(self) -> None:
        for row in self._shortcuts:
            self.fields[row.action].setKeySequence(QKeySequence(row.usual))

    def _check(self, _keys: object = None) -> None:
        text = _("“{one}” and “{other}” cannot both have {keys}.")
        said = [
            text.format(one=one.text, other=other.text, keys=one.keys)
            for one, other in find_clashes(self.shortcuts())
        ]
        text = _("“{action}” cannot have {keys}: typing or the system needs these keys.")
        said += [text.format(action=x.text, keys=x.keys) for x in find_unfit(self.shortcuts())]
        self.problem.setText("\n".join(said))
        self.problem.setVisible(bool(said))
        self.keep_button.setEnabled(not said)
