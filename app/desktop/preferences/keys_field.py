"""A field that takes whatever keys are pressed in it, and can be left and emptied by keys alone."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QKeySequenceEdit, QLineEdit, QWidget

from app.desktop.look.speech import Speech
from app.wording import _

Key, Modifier = Qt.Key, Qt.KeyboardModifier
_WALKING = (Key.Key_Tab, Key.Key_Backtab)
_DIALOGS = (Key.Key_Escape, Key.Key_Return, Key.Key_Enter)
_EMPTYING = (Key.Key_Backspace, Key.Key_Delete)
_HELD = (Key.Key_Shift, Key.Key_Control, Key.Key_Alt, Key.Key_AltGr, Key.Key_Meta)


class KeysField(QKeySequenceEdit):
    """One combination of keys. By itself Tab walks on, Escape and Enter are the dialog's."""

    def __init__(self, action: str, keys: str, parent: QWidget | None = None) -> None:
        super().__init__(QKeySequence(keys), parent)
        self.setMaximumSequenceLength(1)
        self.setClearButtonEnabled(True)
        self._speech = Speech(self)
        name = _("Keys for: {action}").format(action=action)
        for each in (self, *self.findChildren(QLineEdit)):
            each.setAccessibleName(name)
        self._describe()
        self.keySequenceChanged.connect(self._tell)

    @property
    def words(self) -> str:
        """The keys as this system writes them."""
        native = self.keySequence().toString(QKeySequence.SequenceFormat.NativeText)
        return native or _("no keys")

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() in _HELD:  # Qt would empty the field, before it is known what follows
                return True
            held = event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
            if event.key() in _WALKING and not held:
                backwards = bool(event.modifiers() & Modifier.ShiftModifier)
                return self.focusNextPrevChild(event.key() == Key.Key_Tab and not backwards)
            if event.key() in _DIALOGS and not event.modifiers() & ~Modifier.KeypadModifier:
                event.ignore()
                return False
            if event.key() in _EMPTYING and not event.modifiers():
                self.clear()
                return True
        return super().event(event)

    def _describe(self) -> None:
        self.setAccessibleDescription(self.words)

    def _tell(self) -> None:
        self._describe()
        self._speech.say(self.words)
