"""The application's own typefaces, so that it looks the same on every desk."""

from PySide6.QtGui import QFont, QFontDatabase

from app.desktop.resource import RESOURCES

FAMILIES = ["Noto Sans", "Vazirmatn"]
FILES = (
    "NotoSans_400Regular.ttf",
    "NotoSans_700Bold.ttf",
    "Vazirmatn_400Regular.ttf",
    "Vazirmatn_700Bold.ttf",
)
POINTS = 10.0


def load_typefaces() -> QFont:
    """Load the typefaces and return the application's font; unknown scripts fall to the system."""
    for name in FILES:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
    font = QFont(FAMILIES)
    font.setPointSizeF(POINTS)
    return font
