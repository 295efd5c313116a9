"""One pair of hands in a process of its own: `python -m tests.soak.monkey_run SEED ACTS DIARY`.

Every act is in the diary before it is done, so that a crash of the whole process tells what led
there. The process ends with 1 when anything erred, and by a signal when the window crashed.
"""

import faulthandler
import sys
import tempfile
import traceback
from collections import deque
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType, qInstallMessageHandler

from app.desktop.starting.assembly import make_application, make_window
from app.desktop.telling import messages
from db import gate
from tests.desktop.monkey import REMEMBERED, AnyAnswer, Monkey
from tests.desktop.sample import sample_bytes

HARMLESS = ("This plugin does not support",)
"""What the platform without a screen remarks."""


class Diary(deque):
    """The last acts, each on the disk before it is done."""

    def __init__(self, path: Path) -> None:
        super().__init__(maxlen=REMEMBERED)
        self._file = path.open("w", encoding="utf-8")

    def append(self, act: str) -> None:
        """Write an act down."""
        super().append(act)
        self._file.write(f"{act}\n")
        self._file.flush()


def run(seed: int, acts: int, diary: Path) -> list[str]:
    """Let the hands do so many things to the worked example; what went wrong."""
    wrong: list[str] = []
    _listen(wrong)
    make_application()
    with tempfile.TemporaryDirectory(prefix="counterpoise-monkey-") as folder:
        window = make_window(Path(folder) / "home")
        window.resize(1280, 720)
        window.show()
        files = [Path(folder) / "one.poise", Path(folder) / "other.poise"]
        for file in files:
            file.write_bytes(sample_bytes())
        window.commands.open(files[0])
        hands = Monkey(window, files, seed)
        hands.done = Diary(diary)
        with pytest.MonkeyPatch.context() as patch:
            hands.takes_over(patch)
            messages.use_desk(AnyAnswer(hands.chance))
            for _number in range(acts):
                hands.act()
                if wrong:
                    break
            window.workspace.close()
            window.close()
        for file in files:
            gate.read(file)
    return wrong


def _listen(wrong: list[str]) -> None:
    """Take note of errors and of what Qt warns of."""

    def note(kind, error, trace) -> None:
        wrong.append("".join(traceback.format_exception(kind, error, trace)))

    def hear(kind: QtMsgType, _context: object, text: str) -> None:
        if kind is not QtMsgType.QtDebugMsg and not text.startswith(HARMLESS):
            wrong.append(f"Qt: {text}")

    sys.excepthook = note
    qInstallMessageHandler(hear)


def main() -> int:
    """Run as the command line asks; 1 when something was wrong."""
    faulthandler.enable()
    seed, acts, diary = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    wrong = run(seed, acts, diary)
    for text in wrong:
        print(text, file=sys.stderr)
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
