"""Starting the desktop: whatever takes long happens beside or after the first paint."""

from __future__ import annotations

import gc
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from app.desktop.window import MainWindow


def run(file: str | Path | None = None) -> int:
    """Show the window, with a file open if one is given, until it is closed; the exit status."""
    # Our matrices are small: threads would cost half of numpy's loading time and gain nothing.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    # What is loaded now stays for good: looking it through for waste takes a tenth of the start.
    gc.disable()
    return _run_empty() if file is None else _run_with(Path(file))


def _run_empty() -> int:
    from app.desktop.starting.assembly import make_application, make_window
    from app.desktop.starting.probe import watch_first_paint

    application = make_application()
    window = make_window()
    watch_first_paint(window, window.painted)
    window.painted.connect(window.look_for_unfinished)
    window.painted.connect(lambda: _welcome(window))
    return _show(application, window)


def _welcome(window: MainWindow) -> None:
    from app.desktop.guidance.first_start import offer_tour

    offer_tour(window)


def _run_with(path: Path) -> int:
    """Let the gate read the file while Qt is loading, and paint the ranking first of all."""
    from app.desktop.workspace.early_reading import EarlyReading

    early = EarlyReading(path)
    from app.desktop.starting.assembly import make_application, make_window
    from app.desktop.starting.probe import watch_first_paint

    application = make_application()
    window = make_window()
    watch_first_paint(window, window.ranking_painted)
    if not window.commands.open(path, early):
        window.painted.connect(window.look_for_unfinished)
    return _show(application, window)


def _show(application: QApplication, window: MainWindow) -> int:
    from app.desktop.starting.warming import take_short_turns, warm_up
    from app.desktop.telling.bug_report import BugDesk

    BugDesk().install()
    take_short_turns()
    window.painted.connect(settle_waste)
    window.ranking_painted.connect(warm_up)
    window.show()
    return application.exec()


def settle_waste() -> None:
    """Look for waste from now on, and never again through what is loaded by now."""
    gc.freeze()
    gc.enable()
