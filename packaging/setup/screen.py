"""Succeed if a window can be opened here: Qt connects to the display that the environment names.

Qt ends the process when it cannot connect, so this runs as a process of its own.
"""

import sys

from PySide6.QtGui import QGuiApplication

SCREENLESS = {"minimal", "minimalegl", "offscreen", "vnc"}

application = QGuiApplication(sys.argv)
sys.exit(application.platformName() in SCREENLESS or not application.screens())
