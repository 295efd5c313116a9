"""The dialog in which the settings are changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.desktop.look.theme import DARK, LIGHT, SYSTEM
from app.desktop.preferences.preferences import NAMED, NOT_AT_ALL, UNNAMED, Preferences
from app.desktop.preferences.settings import DIGITS, SIZES
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.full_width_area import FullWidthArea
from app.desktop.widgets.marking_field import OWN, markings
from app.desktop.widgets.screen_room import highest
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.language import DOMAIN, FOLDER, LANGUAGES
from app.wording.numbers import percent, points
from db.model import LINE_LIMIT, NAME_LIMIT

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices

WIDTH = 560


class SettingsDialog(QDialog):
    """Takes preferences and returns others."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before = preferences
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Settings"))
        self._make_fields(preferences)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 16, 16)
        column.addWidget(PlainLabel(_("Settings"), "title"))
        self._area = self._make_sheet()
        column.addWidget(self._area, 1)
        column.addLayout(self._make_foot())

    def showEvent(self, event: QShowEvent) -> None:
        """As large as it wants to be, as far as the screen has room for it."""
        super().showEvent(event)
        if not event.spontaneous():
            room = self.screen().availableGeometry().size()
            wanted = self.sizeHint().expandedTo(QSize(WIDTH, 0))
            self.resize(wanted.boundedTo(QSize(room.width(), highest(self))))
            column = self.layout()
            assert column is not None
            column.activate()  # which breaks lines, and may take more than was thought
            hidden = self._area.verticalScrollBar().maximum()
            self.resize(self.width(), min(self.height() + hidden, highest(self)))

    def _make_sheet(self) -> FullWidthArea:
        """The fields, which can be scrolled where the type is large and the screen small."""
        sheet = QWidget()
        form = QFormLayout(sheet)
        form.setContentsMargins(0, 0, 8, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self._fill(form)
        return FullWidthArea(sheet)

    def _make_fields(self, preferences: Preferences) -> None:
        self.theme = self._choice(_("Colours"), _themes(), preferences.theme)
        self.size = self._choice(_("Size of the type"), _sizes(), preferences.size)
        self.language = self._choice(_("Language"), _languages(), preferences.language)
        self.digits = self._choice(_("Decimal places"), _digits(), preferences.digits)
        self.author = self._line(_("Your name"), preferences.author, NAME_LIMIT)
        self.organisation = self._line(_("Organisation"), preferences.organisation, LINE_LIMIT)
        own = preferences.marking_scheme == OWN
        chosen = OWN if own else preferences.marking
        self.marking = self._choice(_("Marking"), markings(_("none")), chosen)
        words = preferences.marking if own else ""
        self.own_marking = self._line(_("Marking in our own words"), words, LINE_LIMIT)
        self.own_marking.setEnabled(own)
        self.marking.chosen.connect(self._allow_own)
        self.presence = self._choice(_("Others with the same file"), _heard(), preferences.presence)

    def _fill(self, form: QFormLayout) -> None:
        self._add(
            form, _("How the window looks"), (self.theme, self.size, self.digits, self.language)
        )
        note = _("Another language is spoken from the next start on.")
        form.addRow(PlainLabel(note, "muted", wrap=True))
        fields = (self.author, self.organisation, self.marking, self.own_marking)
        self._add(form, _("For new assessments"), fields)
        note = _("Your name stands beside every change that you make. Nothing is sent anywhere.")
        form.addRow(PlainLabel(note, "muted", wrap=True))
        self._add(form, _("Working with others"), (self.presence,))

    def preferences(self) -> Preferences:
        """What is set in the dialog."""
        own = " ".join(self.own_marking.text().split())
        return Preferences(
            theme=str(self.theme.key),
            language=str(self.language.key),
            size=int(str(self.size.key)),
            digits=int(str(self.digits.key)),
            author=" ".join(self.author.text().split()) or self._before.author,
            organisation=" ".join(self.organisation.text().split()),
            marking=own if self.marking.key == OWN else str(self.marking.key),
            marking_scheme=OWN if self.marking.key == OWN and own else "",
            presence=str(self.presence.key),
            house_style=self._before.house_style,
        )

    def _allow_own(self, key: object) -> None:
        self.own_marking.setEnabled(key == OWN)

    def _make_foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(button(_("Cancel"), self.reject))
        keep = button(_("Keep"), self.accept, "primary")
        keep.setDefault(True)
        foot.addWidget(keep)
        return foot

    def _add(self, form: QFormLayout, heading: str, fields: tuple[QWidget, ...]) -> None:
        form.addRow(PlainLabel(heading, "heading"))
        for field in fields:
            caption = PlainLabel(field.accessibleName())
            caption.setBuddy(field)
            form.addRow(caption, field)

    def _choice(self, name: str, choices: Choices, key: object) -> Choice:
        made = Choice(name)
        made.show_choices(choices)
        offered = [key for key, _words in choices]
        made.show_choice(key if key in offered else offered[0])
        return made

    def _line(self, name: str, text: str, limit: int) -> QLineEdit:
        made = QLineEdit(text)
        made.setAccessibleName(name)
        made.setMaxLength(limit)
        return made


def _themes() -> Choices:
    return (
        (SYSTEM, _("as the system shows them")),
        (LIGHT, _("light")),
        (DARK, _("dark")),
    )


def _sizes() -> Choices:
    return tuple((size, percent(size / 100, 0)) for size in SIZES)


def _digits() -> Choices:
    return tuple((digits, points(53.6472, digits)) for digits in DIGITS)


def _languages() -> Choices:
    spoken = tuple(
        (code, name)
        for code, name in LANGUAGES.items()
        if code == "en" or (FOLDER / code / "LC_MESSAGES" / f"{DOMAIN}.po").exists()
    )
    return (("", _("as the system speaks")), *spoken)


def _heard() -> Choices:
    return (
        (NAMED, _("hear that I have it open")),
        (UNNAMED, _("hear that somebody has it open")),
        (NOT_AT_ALL, _("hear nothing")),
    )
