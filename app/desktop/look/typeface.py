"""The application's own typefaces, so that it looks the same on every desk."""

from functools import cache

from PySide6.QtGui import QFont, QFontDatabase

from app.desktop.look.resource import RESOURCES

FAMILIES = ["Noto Sans", "Vazirmatn"]
LATIN = ("NotoSans_400Regular.ttf", "NotoSans_700Bold.ttf")
ARABIC = ("Vazirmatn_400Regular.ttf", "Vazirmatn_700Bold.ttf")
POINTS = 10.0


def load_typefaces() -> QFont:
    """Load what the start page needs and return the application's font.

    Scripts that our typefaces lack fall to the system's.
    """
    _load(LATIN)
    font = QFont(FAMILIES)
    font.setPointSizeF(POINTS)
    return font


@cache
def load_other_scripts() -> None:
    """Load the typefaces that only the texts of an assessment may need."""
    _load(ARABIC)


def _load(names: tuple[str, ...]) -> None:
    for name in names:
        QFontDatabase.addApplicationFont(str(RESOURCES / "fonts" / name))
