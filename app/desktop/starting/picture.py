"""A picture of the window with a file open, for places without a screen.

`python -m app.desktop.starting.picture FILE OUT.png` draws it without showing anything, and
touches neither the file nor anybody's settings.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

USAGE = "usage: python -m app.desktop.starting.picture FILE OUT.png"
SIZE = (1280, 800)
SETTLED_MS = 400
"""By then everything that follows the first paint has been painted too."""


def main(arguments: list[str]) -> int:
    """Draw the window with FILE open and write the picture; the exit status."""
    if len(arguments) != 2:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The offscreen platform remarks on every window that has a smallest size.
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false")
    with tempfile.TemporaryDirectory() as home:
        trouble = _draw(Path(arguments[0]), arguments[1], Path(home))
    if trouble:
        sys.stderr.write(f"{trouble}\n")
    return 1 if trouble else 0


def _draw(file: Path, target: str, home: Path) -> str:
    """Write the picture; returns what went wrong, if anything did."""
    from PySide6.QtCore import QEventLoop, QTimer

    from app.desktop.starting.assembly import make_application, make_window

    application = make_application()
    window = make_window(home)
    window.resize(*SIZE)
    window.show()
    if not window.commands.open(file):
        return window.notices.text
    window.notices.clear()
    window.show_step("results")
    settled = QEventLoop()
    QTimer.singleShot(SETTLED_MS, settled.quit)
    settled.exec()
    written = window.grab().save(target)
    window.close()
    application.processEvents()
    return "" if written else f"{target} could not be written."


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
