"""Qt calls leave Python's count of references to None alone (PySide6 6.12.0 does not)."""

import sys

from PySide6.QtCore import QObject

CALLS = 1000


def test_qt_calls_that_return_nothing_take_no_reference_to_none():
    thing = QObject()
    thing.setObjectName("before")
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        thing.setObjectName("again")
    assert sys.getrefcount(None) > before - CALLS // 10
