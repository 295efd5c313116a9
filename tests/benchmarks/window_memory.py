"""A window in a process of its own, and what memory it holds when it has settled.

`python -m tests.benchmarks.window_memory bare|start|sample|pages`: a window of Qt's alone, ours
with nothing open, with the worked example, and with every page of it shown. Prints the memory of
the process that is its own (not shared with others), in bytes.
"""

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

KINDS = ("bare", "start", "sample", "pages")
SETTLE_MS = 1_500


def main() -> int:
    """Show the window, let it settle, and print."""
    kind = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        kept = _bare() if kind == "bare" else _ours(kind, Path(folder))
        print(_own_memory())
        kept.close()
    return 0


def _bare() -> QMainWindow:
    application = QApplication(sys.argv)
    window = QMainWindow()
    window.resize(1280, 800)
    window.show()
    _rest()
    assert application is not None
    return window


def _ours(kind: str, folder: Path) -> QMainWindow:
    from app.desktop.starting.assembly import make_application, make_window
    from app.desktop.starting.warming import warm_up
    from tests.desktop.sample import read_sample

    make_application()
    window = make_window(folder)
    window.resize(1280, 800)
    window.show()
    if kind != "start":
        window.workspace.new(read_sample())
        warm_up().join()
    if kind == "pages":
        from app.desktop.steps import STEPS

        for spec in STEPS:
            window.show_step(spec.id)
            _rest()
    _rest()
    return window


def _rest() -> None:
    loop = QEventLoop()
    QTimer.singleShot(SETTLE_MS, loop.quit)
    loop.exec()


def _own_memory() -> int:
    """Bytes that only this process holds: its private pages, clean and dirty."""
    told = Path("/proc/self/smaps_rollup").read_text("ascii").splitlines()
    lines = (line.split() for line in told if line.startswith("Private_"))
    return sum(int(number) for _name, number, _unit in lines) * 1024


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
