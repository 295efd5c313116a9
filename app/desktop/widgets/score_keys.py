"""What the keys ask of the score matrix while no score is being typed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

Key = Qt.Key
Control = Qt.KeyboardModifier.ControlModifier
Shift = Qt.KeyboardModifier.ShiftModifier

_STANDARD = {
    "copy": QKeySequence.StandardKey.Copy,
    "cut": QKeySequence.StandardKey.Cut,
    "paste": QKeySequence.StandardKey.Paste,
}
_WITH: dict[tuple[int, Qt.KeyboardModifier], str] = {
    (Key.Key_D, Control): "fill_down",
    (Key.Key_R, Control): "fill_across",
    (Key.Key_Space, Control): "choose_column",
    (Key.Key_Space, Shift): "choose_row",
}
# Delete by its own key alone: among its standard keys X11 has Ctrl+D, which fills down here.
_PLAIN: dict[int, str] = {
    Key.Key_Delete: "clear",
    Key.Key_Backspace: "clear",
    Key.Key_Escape: "give_up",
}
_LEADING: frozenset[int] = frozenset(
    {
        Key.Key_Up,
        Key.Key_Down,
        Key.Key_Left,
        Key.Key_Right,
        Key.Key_Home,
        Key.Key_End,
        Key.Key_PageUp,
        Key.Key_PageDown,
    }
)


def wish_of(event: QKeyEvent) -> str:
    """What a key asks of the selected scores; empty when it asks for nothing."""
    for wish, key in _STANDARD.items():
        if event.matches(key):
            return wish
    pressed = event.key(), event.modifiers()
    return _WITH.get(pressed) or _PLAIN.get(event.key(), "")


def leaps(event: QKeyEvent) -> bool:
    """Whether a key leads further than to the next cell."""
    return event.key() in _LEADING and bool(event.modifiers() & Control)
