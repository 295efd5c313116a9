"""Colours by meaning, read from a file, and how they reach Qt."""

from __future__ import annotations

from functools import cache
from string import Template
from typing import NamedTuple

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication, QWidget

from app.desktop.look.resource import RESOURCES
from app.desktop.preferences.settings import USUAL_SIZE

SYSTEM, LIGHT, DARK = "system", "light", "dark"
CONTRAST = "_contrast"
"""What the names of the themes end in that are worn where the system asks for high contrast."""
APPEARANCE = "appearance"
THEMES = RESOURCES / "themes"


class Theme(NamedTuple):
    """The colours of one appearance; `colour("accent")` and its like give them to painters."""

    name: str
    colours: dict[str, str]

    @property
    def dark(self) -> bool:
        """Whether light text stands on a dark ground."""
        return self.base == DARK

    @property
    def base(self) -> str:
        """The theme of which this one is, or has, the icons: light or dark."""
        return self.name.removesuffix(CONTRAST)

    def colour(self, meaning: str) -> QColor:
        """The colour for a meaning."""
        return QColor(self.colours[meaning])


@cache
def read_theme(name: str) -> Theme:
    """The theme with this name."""
    # Our files are lines of `name = "value"`: the first paint does not wait for a full reader.
    lines = (THEMES / f"{name}.toml").read_text("utf-8").splitlines()
    pairs = (line.split(" = ") for line in lines if " = " in line and not line.startswith("#"))
    colours = {key: value.strip('"') for key, value in pairs}
    return Theme(colours.pop("name"), colours)


def palette_of(theme: Theme) -> QPalette:
    """The palette for what Qt draws by itself."""
    palette = QPalette()
    roles = {
        QPalette.ColorRole.Window: "window",
        QPalette.ColorRole.WindowText: "text",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "window",
        QPalette.ColorRole.Text: "text",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "text",
        QPalette.ColorRole.BrightText: "bad",
        QPalette.ColorRole.Highlight: "accent",
        QPalette.ColorRole.HighlightedText: "accent_text",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.ToolTipText: "text",
        QPalette.ColorRole.PlaceholderText: "muted",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.Mid: "line",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, meaning in roles.items():
        palette.setColor(role, theme.colour(meaning))
    disabled = QPalette.ColorGroup.Disabled
    for role in (
        QPalette.ColorRole.Text,
        QPalette.ColorRole.ButtonText,
        QPalette.ColorRole.WindowText,
    ):
        palette.setColor(disabled, role, theme.colour("muted"))
    return palette


def style_sheet(theme: Theme, size: int = USUAL_SIZE) -> str:
    """The style sheet in the theme's colours; size: of the type, in per cent of the usual."""
    text = (THEMES / "window.qss").read_text("utf-8")
    if size != USUAL_SIZE:
        import re

        text = re.sub(r"(\d+)pt", lambda found: f"{int(found[1]) * size / USUAL_SIZE:g}pt", text)
    icons = (RESOURCES / "icons").as_posix()
    return Template(text).substitute(theme.colours, name=theme.base, icons=icons)


class Appearance(QObject):
    """The theme in use: the user's choice, or whatever the system shows."""

    changed = Signal(object)
    """Other colours are to be worn."""
    resized = Signal()
    """Another size of type is to be worn."""

    def __init__(self, application: QApplication, choice: str, size: int = USUAL_SIZE) -> None:
        super().__init__(application)
        self.setObjectName(APPEARANCE)
        self._application = application
        self._choice = choice
        self._size = USUAL_SIZE
        self._usual_points = application.font().pointSizeF()
        self._hints = application.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)
        self.theme = self._chosen()
        if size != USUAL_SIZE:
            self._take_size(size)
        self._put_on()

    @property
    def choice(self) -> str:
        """What the user chose: system, light or dark."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Change the user's choice."""
        self._choice = choice
        self._follow()

    @property
    def size(self) -> int:
        """The size of the type, in per cent of the usual one."""
        return self._size

    def choose_size(self, size: int) -> None:
        """Change the size of the type."""
        if size != self._size:
            self._take_size(size)
            self._put_on()
            self.resized.emit()

    def _take_size(self, size: int) -> None:
        self._size = size
        font = self._application.font()
        font.setPointSizeF(self._usual_points * size / USUAL_SIZE)
        self._application.setFont(font)

    def _chosen(self) -> Theme:
        dark = self._hints.colorScheme() is Qt.ColorScheme.Dark
        base = self._choice if self._choice in (LIGHT, DARK) else (DARK if dark else LIGHT)
        return read_theme(f"{base}{CONTRAST}" if asks_for_contrast(self._hints) else base)

    def _follow(self) -> None:
        theme = self._chosen()
        if theme != self.theme:
            self.theme = theme
            self._put_on()
            self.changed.emit(theme)

    def dress(self, part: QWidget) -> None:
        """Put the colours on a part of a window and on all that is in it.

        Qt gives a sheet of the application to each widget once for every widget around it: a
        change would take ten times as long.
        """
        part.setStyleSheet(self._sheet)

    def _put_on(self) -> None:
        self._sheet = style_sheet(self.theme, self._size)
        self._application.setPalette(palette_of(self.theme))


def asks_for_contrast(hints: QStyleHints) -> bool:
    """Whether the system shows everything in high contrast."""
    return hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast


def current_theme() -> Theme:
    """The theme in use by the running application (light when nothing chose one)."""
    application = QApplication.instance()
    appearance = application.findChild(Appearance, APPEARANCE) if application else None
    return appearance.theme if appearance is not None else read_theme(LIGHT)
