"""A picture of the window with a file open, for places without a screen.

`python -m app.desktop.picture FILE OUT.png` draws it without showing anything.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

USAGE = "usage: python -m app.desktop.picture FILE OUT.png"
ATTEMPTS = 40


def main(arguments: list[str]) -> int:
    """Draw the window with FILE open and write the picture; the exit status."""
    if len(arguments) != 2:
        sys.stderr.write(f"{USAGE}\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from app.desktop.assembly import make_application, make_window

    application = make_application()
    window = make_window()
    window.resize(1280, 800)
    window.show()
    if not window.commands.open(Path(arguments[0])):
        sys.stderr.write(f"{window.notices.text}\n")
        return 1
    window.show_step("results")
    for _attempt in range(ATTEMPTS):
        application.processEvents()
    written = window.grab().save(arguments[1])
    window.close()
    if not written:
        sys.stderr.write(f"{arguments[1]} could not be written.\n")
    return 0 if written else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
