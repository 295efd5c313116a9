"""A watchdog over the GUI thread: when it did not answer for a while, and where it was then."""

from __future__ import annotations

import sys
import threading
import time
import traceback
from pathlib import Path
from typing import NamedTuple, Self

from PySide6.QtCore import QObject, QTimer

from tests.benchmarks.launch import ROOT
from tests.benchmarks.own_time import waited_for_a_core

LIMIT = 0.1
"""Seconds after which an officer notices that the window does not answer."""
BEAT_MS = 5
LOOK_EVERY = 0.01


class Block(NamedTuple):
    """Seconds without an answer, what was being done, and where the thread was when seen.

    worked: seconds that the thread itself computed meanwhile; the rest it waited.
    """

    seconds: float
    worked: float
    act: str
    where: str


class Watchdog(QObject):
    """Notes each stretch of more than `LIMIT` in which the event loop did not come round.

    Time in which the machine ran something else instead of us (Linux tells it) is not counted.
    """

    def __init__(self) -> None:
        super().__init__()
        self.blocks: list[Block] = []
        self.act = ""
        self._seen = ""
        self._thread = threading.main_thread().ident
        self._last, self._waited = time.monotonic(), waited_for_a_core()
        self._worked = time.thread_time()
        self._beat = QTimer(self, interval=BEAT_MS)
        self._beat.timeout.connect(self._answer)
        self._watching = threading.Event()
        self._looker = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> Self:
        self._last, self._waited = time.monotonic(), waited_for_a_core()
        self._beat.start()
        self._watching.set()
        self._looker.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._watching.clear()
        self._looker.join()
        self._beat.stop()

    def _answer(self) -> None:
        now, waited, worked = time.monotonic(), waited_for_a_core(), time.thread_time()
        seconds = now - self._last - (waited - self._waited)
        if seconds > LIMIT:
            self.blocks.append(Block(seconds, worked - self._worked, self.act, self._seen))
        self._last, self._waited, self._worked, self._seen = now, waited, worked, ""

    def _look(self) -> None:
        while self._watching.is_set():
            time.sleep(LOOK_EVERY)
            if time.monotonic() - self._last > LIMIT / 2 and not self._seen:
                self._seen = _place(sys._current_frames().get(self._thread))


def _place(frame: object) -> str:
    """The innermost lines of our own that a thread is in."""
    if frame is None:
        return ""
    lines = traceback.extract_stack(frame)
    own = [line for line in lines if Path(line.filename).is_relative_to(ROOT / "app")]
    return " < ".join(f"{Path(line.filename).name}:{line.lineno}" for line in reversed(own[-4:]))
