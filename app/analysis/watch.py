"""How a long analysis says how far it is, and is told to stop."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Watch: TypeAlias = Callable[[int, int], bool]
"""Called with work done and work in all; returns False to stop the analysis."""


class Cancelled(Exception):
    """The watcher stopped the analysis; there is no result and nothing is left running."""


_STEPS = 1000


def portion(watch: Watch | None, turn: int, turns: int) -> Watch | None:
    """Return a watch for one of several pieces of work of equal length, counted from 0.

    `watch` hears the progress of all of them together, in thousandths.
    """
    if watch is None:
        return None

    def hear(done: int, total: int) -> bool:
        return watch(int(_STEPS * (turn + done / max(1, total)) / turns), _STEPS)

    return hear


def report(watch: Watch | None, done: int, total: int) -> None:
    """Tell `watch`, if there is one, how far the work is; raise Cancelled if it says stop."""
    if watch is not None and not watch(done, total):
        raise Cancelled
