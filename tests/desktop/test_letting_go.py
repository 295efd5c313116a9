"""What was opened and closed again is gone: widgets, documents and memory."""

import gc
import tracemalloc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialog

from app.desktop.steps import STEPS

ROUNDS = 4
DIALOGS = ("settings", "shortcuts", "share", "help", "handbook", "palette", "find")
SPARE = 300_000
"""Bytes that a few rounds may leave in caches that have a bound."""


@pytest.fixture(autouse=True)
def only_what_is_made_here():
    """Spare what earlier tests left the search for garbage, which is all the time this takes."""
    gc.collect()
    gc.freeze()


def settle():
    """Let Qt delete what is to be deleted later, and Python what nothing holds."""
    for _ in range(3):
        QApplication.processEvents()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def open_and_close(window, path):
    window.commands.open(path)
    for step in ("decision", "scores", "weights", "results"):
        window.show_step(step)
    window.actions_by_id["close"].trigger()
    settle()


def show_and_leave(window, action):
    window.actions_by_id[action].trigger()
    QApplication.processEvents()
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    settle()


def test_opening_and_closing_returns_widgets_and_memory(window, sample_file):
    for _ in range(2):
        open_and_close(window, sample_file)  # what is made once for good
    widgets = len(QApplication.allWidgets())
    tracemalloc.start()
    try:
        before = tracemalloc.get_traced_memory()[0]
        for _ in range(ROUNDS):
            open_and_close(window, sample_file)
        after = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()

    assert len(QApplication.allWidgets()) == widgets
    assert after - before < SPARE


def test_dialogs_are_gone_when_they_are_left(sample_window):
    for step in STEPS[:3]:
        sample_window.show_step(step.id)
    for action in DIALOGS:
        show_and_leave(sample_window, action)
        widgets = len(QApplication.allWidgets())
        for _ in range(ROUNDS):
            show_and_leave(sample_window, action)
        assert len(QApplication.allWidgets()) <= widgets, action
