"""Reading a file while the window is still being made."""

from __future__ import annotations

from threading import Thread
from typing import TYPE_CHECKING

from db import gate
from db.errors import Trouble

if TYPE_CHECKING:
    from pathlib import Path

    from db.gate import Reading


class EarlyReading:
    """Sends a file through the gate on a thread; the gate's work is done by its own process."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._reading: Reading | None = None
        self._trouble: Trouble | None = None
        self._thread = Thread(target=self._read, daemon=True)
        self._thread.start()

    def result(self) -> Reading:
        """What the gate made of the file. Raises `db.errors.Trouble`."""
        self._thread.join()
        if self._trouble is not None:
            raise self._trouble
        if self._reading is None:
            return gate.read(self._path)  # fails again where it failed, on this thread
        return self._reading

    def _read(self) -> None:
        try:
            self._reading = gate.read(self._path)
        except Trouble as trouble:
            self._trouble = trouble
