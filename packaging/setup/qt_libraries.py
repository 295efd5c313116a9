"""Tell whether the system libraries that Qt needs are there.

Prints the first missing library, if any. Exit status: 0 everything a window needs, 3 enough to draw
without a screen but not to open a window, 4 not even that.
"""

import ctypes
import importlib.util
import platform
import sys
from pathlib import Path

COMPLETE, SCREENLESS, NOTHING = 0, 3, 4


def qt_folder() -> Path:
    """Return the folder of PySide6 without importing it."""
    found = importlib.util.find_spec("PySide6")
    if found is None or found.origin is None:
        raise ImportError("PySide6")
    return Path(found.origin).parent


def examine() -> tuple[int, str]:
    """Return the exit status and what is missing, in a few words."""
    try:
        from PySide6 import QtGui, QtWidgets  # noqa: F401  (loading them is the test)

        plugins = qt_folder() / "Qt" / "plugins" / "platforms"
        if platform.system() == "Linux":
            ctypes.CDLL(str(plugins / "libqoffscreen.so"))
    except (ImportError, OSError) as problem:
        return NOTHING, library_in(problem)
    try:
        if platform.system() == "Linux":
            ctypes.CDLL(str(plugins / "libqxcb.so"))
    except OSError as problem:
        return SCREENLESS, library_in(problem)
    return COMPLETE, ""


def library_in(problem: Exception) -> str:
    """Return the name of the library that the loader's message begins with."""
    return str(problem).partition(":")[0]


if __name__ == "__main__":
    status, missing = examine()
    if missing:
        print(missing)
    sys.exit(status)
