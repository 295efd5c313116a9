"""The window's end of the process that makes briefs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Lock
from typing import Final

import msgspec

from app.desktop.briefing.orders import Failed, Made, Order, Said, Step, put, take

WORKSHOP_ARGUMENT: Final = "--make-briefs"
"""What a packed application is started with to be the workshop; its entry point looks for it."""

_PROGRAM: Final = (
    "import sys; sys.path.insert(0, sys.argv[1]);"
    " from app.desktop.briefing.workshop import main; main()"
)
_KEPT: Final = ("SYSTEMROOT", "PATH", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


class Interrupted(Exception):
    """The brief was given up before it was made."""


class BriefProcess:
    """Starts when it is first asked and stays for the next order; calls wait for one another."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = Lock()
        self._stops = 0

    def make(self, order: Order, tell: Callable[[int, int], object]) -> Made:
        """Have a brief made; `tell` hears how far it is. To be called on a worker thread.

        Raises Interrupted when `stop` was called meanwhile.
        """
        stops = self._stops
        with self._one_at_a_time:
            if stops != self._stops:
                raise Interrupted  # nobody waits for it any more
            process = self._started()
            try:
                assert process.stdin is not None
                put(process.stdin, order)
                return self._listen(process, tell)
            except OSError as error:
                raise Interrupted from error
            finally:
                if process.poll() is not None:
                    _close(process)

    def stop(self) -> None:
        """End the process, and whatever it is making."""
        self._stops += 1
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.wait()
            with self._one_at_a_time:  # whoever has it sees the end of the process at once
                _close(process)

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self._process = subprocess.Popen(
                _command(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env={
                    "OPENBLAS_NUM_THREADS": "1",
                    **{name: os.environ[name] for name in _KEPT if name in os.environ},
                },
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
            )
        return self._process

    def _listen(self, process: subprocess.Popen[bytes], tell: Callable[[int, int], object]) -> Made:
        assert process.stdout is not None
        while (data := take(process.stdout)) is not None:
            match msgspec.msgpack.decode(data, type=Said):
                case Step(done, total):
                    tell(done, total)
                case Failed(told):
                    raise RuntimeError(told)
                case Made() as made:
                    return made
        raise Interrupted


def _close(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with suppress(OSError):  # what was not sent is not wanted any more
                pipe.close()


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKSHOP_ARGUMENT]
    return [sys.executable, "-I", "-c", _PROGRAM, str(Path(__file__).parents[3])]
