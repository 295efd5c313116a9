"""The least that PySide6 can show, and when: the reference of every first paint."""

import json
import os
import sys
import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow


class BareWindow(QMainWindow):
    """An empty window that reports its first paint and quits."""

    painted = False

    def paintEvent(self, event):
        """Paint, and report once this paint is complete."""
        super().paintEvent(event)
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, report)


def report():
    """Write the moment and the loaded modules where the environment says."""
    said = {"painted": time.monotonic_ns(), "waited": waited(), "modules": sorted(sys.modules)}
    with open(os.environ["COUNTERPOISE_PAINT_PROBE"], "w", encoding="utf-8") as file:  # noqa: PTH123  (pathlib would be one more import to time)
        json.dump(said, file)
    QApplication.quit()


def waited():
    """Nanoseconds that the machine ran something else meanwhile, as far as the system tells."""
    try:
        with open("/proc/self/schedstat", encoding="ascii") as told:  # noqa: PTH123  (as above)
            return int(told.read().split()[1])
    except OSError:
        return 0


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = BareWindow()
    window.resize(1100, 700)
    window.show()
    sys.exit(application.exec())
