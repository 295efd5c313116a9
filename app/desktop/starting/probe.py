"""Measure the start: when the window was first painted, and what had been loaded by then."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from app.desktop.window import MainWindow

VARIABLE = "COUNTERPOISE_PAINT_PROBE"


def watch_first_paint(window: MainWindow, painted: SignalInstance) -> None:
    """If the environment asks for it, note when `painted` is first emitted, and quit."""
    target = os.environ.get(VARIABLE)
    if target:
        painted.connect(_Probe(window, Path(target)).note)


class _Probe(QObject):
    def __init__(self, window: MainWindow, target: Path) -> None:
        super().__init__(window)
        self._window = window
        self._target = target

    def note(self) -> None:
        painted = time.monotonic_ns()
        import json

        loaded = sorted({name.partition(".")[0] for name in sys.modules})
        report = {"painted": painted, "waited": _waited(), "modules": loaded}
        self._target.write_text(json.dumps(report), "utf-8")
        self._window.close()


def _waited() -> int:
    """Nanoseconds that this thread was ready to run while the machine ran something else.

    Linux tells it; elsewhere 0.
    """
    try:
        return int(Path("/proc/self/schedstat").read_text("ascii").split()[1])
    except OSError:
        return 0
