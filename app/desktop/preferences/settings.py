"""What the application remembers about its window, apart from any assessment."""

from pathlib import Path

from PySide6.QtCore import QByteArray, QSettings, QStandardPaths

from app.wording.numbers import USUAL_DIGITS

ORGANISATION = "Counterpoise"
APPLICATION = "counterpoise"
RECENT_LIMIT = 10
USUAL_SIZE = 100
SIZES = (90, 100, 110, 125, 150, 175, 200)
"""Sizes of the type, in per cent of the usual one."""

DIGITS = (0, 1, 2, 3)
"""Decimal places of values and shares."""


def open_settings(home: Path | None = None) -> QSettings:
    """The settings file in `home`, or (None) where the platform wants it."""
    place = QStandardPaths.StandardLocation.AppConfigLocation
    folder = home or Path(QStandardPaths.writableLocation(place))
    return QSettings(str(folder / "counterpoise.ini"), QSettings.Format.IniFormat)


def data_folder() -> Path:
    """The private folder of the application, where working copies are kept."""
    place = QStandardPaths.StandardLocation.AppLocalDataLocation
    return Path(QStandardPaths.writableLocation(place))


def read_bytes(settings: QSettings, key: str) -> QByteArray:
    """A remembered window state; empty when there is none or it is not one."""
    value = settings.value(key)
    return value if isinstance(value, QByteArray) else QByteArray()


def read_text(settings: QSettings, key: str, default: str) -> str:
    """A remembered word."""
    value = settings.value(key, default)
    return value if isinstance(value, str) else default


def read_digits(settings: QSettings) -> int:
    """How many decimal places values and shares are shown with."""
    stated = _read_number(settings, "digits", USUAL_DIGITS)
    return int(stated) if stated in {str(digits) for digits in DIGITS} else USUAL_DIGITS


def read_size(settings: QSettings) -> int:
    """The size of the type in per cent; the usual one where nothing sensible is set."""
    stated = _read_number(settings, "size", USUAL_SIZE)
    number = int(stated) if stated.isdecimal() else USUAL_SIZE
    return number if number in SIZES else USUAL_SIZE


def _read_number(settings: QSettings, key: str, usual: int) -> str:
    """A remembered number: a number until the settings are read from their file, then its text."""
    return str(settings.value(key, usual))
