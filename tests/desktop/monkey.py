"""Hands that do anything: clicks, keys, pastes, steps and commands in no order at all."""

import random
from collections import deque
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QMenu,
    QMessageBox,
    QWidget,
)

from app.desktop.steps import STEPS
from app.desktop.telling.messages import Answer

Key = Qt.Key
KEYS = (
    Key.Key_Tab,
    Key.Key_Backtab,
    Key.Key_Return,
    Key.Key_Escape,
    Key.Key_Delete,
    Key.Key_F2,
    Key.Key_Up,
    Key.Key_Down,
    Key.Key_Left,
    Key.Key_Right,
    Key.Key_Space,
    Key.Key_Insert,
    Key.Key_A,
    Key.Key_5,
)
COMMANDS = (Key.Key_Z, Key.Key_V, Key.Key_C, Key.Key_A, Key.Key_N, Key.Key_D, Key.Key_1, Key.Key_5)
TEXTS = (
    "",
    "abc",
    "-3",
    "1e400",
    "50,5",
    "x" * 300,
    "a\tb\nc\td\n1\t2\t3",
    "\u202eevil",
    "<b>x</b>",
    "=1+1",
    "{name} %s",
    "مرحبا",
    "100",
    "0",
)
LEAVING = frozenset({"quit", "settings", "shortcuts", "present"})
REMEMBERED = 30


class AnyAnswer:
    """Stands at the message desk and answers at random."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance

    def inform(self, parent, title, text):
        """Say nothing."""

    def report_error(self, parent, title, text, details):
        raise AssertionError(f"{text}\n{details}")

    def ask(self, parent, title, text, yes, no=""):
        return self._chance.choice(list(Answer))

    def ask_line(self, parent, title, text, known=""):
        return self._chance.choice([None, "", "A name"])

    ask_password = ask_line


class Monkey:
    """Acts on whatever is on show; `done` holds the last acts, for the report of a failure."""

    def __init__(self, window, files, seed) -> None:
        self.window = window
        self.chance = random.Random(seed)
        self.done: deque[str] = deque(maxlen=REMEMBERED)
        self._files = files

    def takes_over(self, monkeypatch) -> None:
        """Let no dialog of the system wait for anybody."""
        target = self._files[0].with_name("written")

        def chosen(*_arguments, **_more):
            name = self.chance.choice(["", str(target), *map(str, self._files)])
            return name, ""

        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, staticmethod(chosen))
        for kind in (QMenu, QMessageBox):
            monkeypatch.setattr(kind, "exec", lambda *_arguments: None)
        refused = QDialog.DialogCode.Rejected  # a printer is nothing to play with
        monkeypatch.setattr(QPrintDialog, "exec", lambda *_arguments: refused)

    def act(self) -> None:
        """Do one thing."""
        QApplication.processEvents()
        popup = QApplication.activePopupWidget()
        if popup is not None and self.chance.random() < 0.5:
            popup.close()
        modal = QApplication.activeModalWidget()
        if modal is not None and self.chance.random() < 0.2:
            modal.close()
        top = QApplication.activeModalWidget() or self.window
        acts = (self._click, self._press, self._command, self._paste, self._choose, self._slide)
        moves = (self._go, self._trigger, self._open, self._arrive_late)
        if top is not self.window or not self.window.workspace.is_open:
            moves = moves[:3] if top is self.window else ()
        weights = (6, 6, 3, 2, 4, 1, *(3, 2, 0.3, 3)[: len(moves)])
        self.chance.choices((*acts, *moves), weights)[0](top)

    def _note(self, what: str, widget: QWidget | None = None) -> None:
        who = "" if widget is None else f" {type(widget).__name__} {widget.accessibleName()[:30]}"
        self.done.append(what + who)

    def _any(self, top: QWidget, kind: type = QWidget) -> QWidget | None:
        shown = [row for row in top.findChildren(kind) if row.isVisible() and row.isEnabled()]
        return self.chance.choice(shown) if shown else None

    def _click(self, top: QWidget) -> None:
        widget = self._any(top) or top
        double = self.chance.random() < 0.15
        self._note("double click" if double else "click", widget)
        place = QPoint(
            self.chance.randrange(max(1, widget.width())),
            self.chance.randrange(max(1, widget.height())),
        )
        click = QTest.mouseDClick if double else QTest.mouseClick
        click(widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)

    def _press(self, top: QWidget) -> None:
        key = self.chance.choice(KEYS)
        widget = QApplication.focusWidget() or self._any(top) or top
        self._note(f"press {key.name}", widget)
        QTest.keyClick(widget, key)

    def _command(self, top: QWidget) -> None:
        key = self.chance.choice(COMMANDS)
        self._note(f"press Ctrl and {key.name}")
        QTest.keyClick(QApplication.focusWidget() or top, key, Qt.KeyboardModifier.ControlModifier)

    def _paste(self, top: QWidget) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(TEXTS))
        widget = QApplication.focusWidget() or top
        self._note("paste", widget)
        QTest.keyClick(widget, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(widget, self.chance.choice([Key.Key_Return, Key.Key_Tab, Key.Key_Escape]))

    def _choose(self, top: QWidget) -> None:
        box = self._any(top, QComboBox)
        if box is not None and box.count():
            self._note("choose", box)
            box.setCurrentIndex(self.chance.randrange(box.count()))
            box.activated.emit(box.currentIndex())

    def _arrive_late(self, _top: QWidget) -> None:
        """Choose in a list whose page is out of sight, as when it was left open or asked before."""
        box = self.chance.choice(self.window.findChildren(QComboBox))
        if box.count() and box.isEnabled():
            self._note("choose late", box)
            box.activated.emit(self.chance.randrange(box.count()))

    def _slide(self, top: QWidget) -> None:
        slider = self._any(top, QAbstractSlider)
        if slider is not None:
            self._note("slide", slider)
            slider.setValue(self.chance.randint(slider.minimum(), slider.maximum()))

    def _go(self, _top: QWidget) -> None:
        step = self.chance.choice(STEPS).id
        self._note(f"go to {step}")
        self.window.show_step(step)

    def _trigger(self, _top: QWidget) -> None:
        action = self.chance.choice(list(self.window.actions_by_id.values()))
        if action.isEnabled() and action.objectName() not in LEAVING:
            self._note(f"do {action.objectName()}")
            action.trigger()

    def _open(self, _top: QWidget) -> None:
        path: Path = self.chance.choice(self._files)
        self._note(f"open {path.name}")
        self.window.commands.open(path)
