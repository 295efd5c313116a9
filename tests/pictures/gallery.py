"""The pictures of one language at one scale, drawn by the real window off the screen."""

import sys
import tempfile
import threading
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.look.theme import Appearance
from app.desktop.preferences.settings import open_settings
from app.desktop.starting.assembly import make_application, make_window
from app.desktop.steps import STEPS
from app.desktop.window import MainWindow
from tests.pictures.cases import CASES

LONGEST_WAIT = 60.0
"""Seconds until a page is drawn as it is, finished or not."""
SOON_MS = 400
"""What is to happen within so many milliseconds belongs to a page that is being drawn."""


def main(arguments: list[str]) -> int:
    """Draw LANGUAGE FOLDER CASES THEMES STEPS SIZE TYPE (commas between; no STEPS for all)."""
    language, folder, cases, themes, steps, size, type_size = arguments
    application = make_application()
    with tempfile.TemporaryDirectory() as home:
        settings = open_settings(Path(home))
        settings.setValue("language", language)
        settings.setValue("size", type_size)
        window = make_window(Path(home))
        window.resize(*(int(side) for side in size.split("x")))
        window.show()
        for theme in themes.split(","):
            _wear(application, theme)
            for case in cases.split(","):
                _draw(window, case, steps.split(",") if steps else [], Path(folder) / case / theme)
            window.workspace.close()
            _keep(window, Path(folder) / "start" / theme / "start.png")
        window.close()
        settle(application)
    return 0


def _wear(application: QApplication, theme: str) -> None:
    appearance = application.findChild(Appearance)
    assert appearance is not None
    appearance.choose(theme)


def _draw(window: MainWindow, case: str, steps: list[str], folder: Path) -> None:
    window.workspace.new(CASES[case]())
    window.notices.dismiss()
    for step in STEPS:
        if not steps or step.id in steps:
            window.show_step(step.id)
            _keep(window, folder / f"{step.id}.png")


def _keep(window: MainWindow, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    settle(application)
    assert window.grab().save(str(path)), path
    sys.stdout.write(f"{path}\n")


def settle(application: QCoreApplication) -> None:
    """Let everything that is under way come to its end and be painted."""
    quiet, until = 0, time.monotonic() + LONGEST_WAIT
    while quiet < 5 and time.monotonic() < until:
        time.sleep(0.03)
        application.processEvents()
        application.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        quiet = 0 if _is_busy(application) else quiet + 1


def _is_busy(application: QCoreApplication) -> bool:
    """Whether a thread works, or something waits for its turn in a moment."""
    if threading.active_count() > 1:
        return True
    windows = QApplication.topLevelWidgets() if isinstance(application, QApplication) else []
    timers = (timer for window in windows for timer in window.findChildren(QTimer))
    return any(t.isActive() and t.isSingleShot() and t.interval() <= SOON_MS for t in timers)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
