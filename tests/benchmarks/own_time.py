"""Time that an act took of its own, apart from what a busy machine gave to others meanwhile."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable


class Taken(NamedTuple):
    """Seconds that an act on the main thread took.

    answered: until it was done, without the time in which the thread was ready to run and the
    machine ran something else (Linux tells it); worked: in which the thread itself computed.
    """

    answered: float
    worked: float


def take_time(act: Callable[[], object]) -> Taken:
    """Run an act on the main thread and tell how long it took."""
    began, waited, worked = time.monotonic(), waited_for_a_core(), time.thread_time()
    act()
    ended, working = time.monotonic(), time.thread_time()
    return Taken(ended - began - (waited_for_a_core() - waited), working - worked)


def waited_for_a_core() -> float:
    """Seconds that the main thread was ready to run and did not, as far as the system tells."""
    try:
        told = Path("/proc/self/schedstat").read_text("ascii")
    except OSError:
        return 0.0
    return int(told.split()[1]) / 1e9
