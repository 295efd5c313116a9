"""The picture that stands for the application."""

from PySide6.QtGui import QIcon

from app.desktop.look.resource import RESOURCES


def emblem() -> QIcon:
    """It, as windows wear it."""
    return QIcon(str(RESOURCES / "icons" / "counterpoise-64.png"))
