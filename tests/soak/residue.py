"""What a process holds at a moment: objects of Qt, Python objects of our own, memory."""

from __future__ import annotations

import gc
from collections import Counter
from pathlib import Path
from statistics import linear_regression
from typing import NamedTuple, Self

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import getCppPointer

OURS = ("app.", "db.")


class Residue(NamedTuple):
    """How many objects there are, by the names of their classes."""

    qt: Counter[str]
    ours: Counter[str]

    @classmethod
    def now(cls) -> Self:
        """Count what is there at this moment."""
        return cls(_count_qt(), _count_ours())

    def __sub__(self, before: Self) -> Self:
        return type(self)(self.qt - before.qt, self.ours - before.ours)


def settle() -> None:
    """Let Qt delete what is to be deleted later, and Python what nothing holds."""
    for _ in range(3):
        pass_on()
        gc.collect()


def pass_on() -> None:
    """Let the window do what is due, and Qt delete what is to be deleted later."""
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def slope(numbers: list[int]) -> float:
    """By how much numbers grow from one to the next, as the straight line through them says."""
    return linear_regression(range(len(numbers)), numbers).slope if len(numbers) > 1 else 0.0


def resident_kilobytes() -> int:
    """The memory of this process that is in use."""
    told = Path("/proc/self/status").read_text("ascii")
    return int(told.partition("VmRSS:")[2].split()[0])


def _count_qt() -> Counter[str]:
    """The objects of all windows and of the application, dialogs among them."""
    found: Counter[str] = Counter()
    waiting: list[QObject] = [QApplication.instance(), *QApplication.topLevelWidgets()]
    seen: set[int] = set()
    while waiting:
        here = waiting.pop()
        place = getCppPointer(here)[0]
        if place not in seen:
            seen.add(place)
            found[here.metaObject().className()] += 1
            waiting += here.children()
    return found


def _count_ours() -> Counter[str]:
    kinds = (type(held) for held in gc.get_objects())
    return Counter(
        f"{kind.__module__}.{kind.__qualname__}"
        for kind in kinds
        if str(kind.__module__).startswith(OURS)
    )
