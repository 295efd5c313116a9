"""Which keys carry out which action: the table's, or others that the officer chose."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QKeySequence

from app.desktop.preferences.settings import read_text

GROUP = "shortcuts"
_SHIFTING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEYS = QKeySequence.StandardKey
_EDITING = (_KEYS.Copy, _KEYS.Cut, _KEYS.Paste, _KEYS.SelectAll)
_CLOSING = "Alt+F4"


class Shortcut(NamedTuple):
    """An action with its keys now and those of the table, in Qt's portable notation."""

    action: str
    text: str
    keys: str
    usual: str


def wear_shortcuts(settings: QSettings, actions: dict[str, QAction]) -> None:
    """Give actions the keys that were chosen for them."""
    settings.beginGroup(GROUP)
    chosen = settings.childKeys()
    settings.endGroup()
    for name in chosen:
        if name in actions:
            actions[name].setShortcut(QKeySequence(read_text(settings, f"{GROUP}/{name}", "")))


def keep_shortcuts(settings: QSettings, shortcuts: tuple[Shortcut, ...]) -> None:
    """Remember the keys that are not the usual ones."""
    settings.remove(GROUP)
    for shortcut in shortcuts:
        if shortcut.keys != shortcut.usual:
            settings.setValue(f"{GROUP}/{shortcut.action}", shortcut.keys)


def find_unfit(shortcuts: tuple[Shortcut, ...]) -> tuple[Shortcut, ...]:
    """Those whose keys are needed for typing, for editing a text or for closing a window."""
    return tuple(x for x in shortcuts if x.keys and x.keys != x.usual and _is_unfit(x.keys))


def _is_unfit(keys: str) -> bool:
    combination = QKeySequence(keys)[0]
    held = combination.keyboardModifiers() & ~_SHIFTING
    typed = not held and not Qt.Key.Key_F1 <= combination.key() <= Qt.Key.Key_F35
    editing = any(QKeySequence(keys) in QKeySequence.keyBindings(x) for x in _EDITING)
    return typed or editing or keys == _CLOSING


def find_clashes(shortcuts: tuple[Shortcut, ...]) -> tuple[tuple[Shortcut, Shortcut], ...]:
    """Pairs of actions that ask for the same keys."""
    seen: dict[str, Shortcut] = {}
    clashes = []
    for shortcut in shortcuts:
        if shortcut.keys and shortcut.keys in seen:
            clashes.append((seen[shortcut.keys], shortcut))
        seen.setdefault(shortcut.keys, shortcut)
    return tuple(clashes)
