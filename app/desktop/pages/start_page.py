"""What is shown while nothing is open: how to begin and where one left off."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel, button, plain_caption, plain_tip, set_role
from app.wording import _, ngettext

if TYPE_CHECKING:
    import datetime

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from app.desktop.workspace import Unfinished
    from app.desktop.workspace.leftovers import Unreadable

SHOWN = 6


class StartPage(QWidget):
    """Begin, try the example, open, or go on."""

    new_requested = Signal()
    template_requested = Signal()
    open_requested = Signal()
    example_requested = Signal()
    file_chosen = Signal(object)
    unfinished_chosen = Signal(object)
    unfinished_dropped = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("start")
        self._recent: list[Path] = []
        self.recent_buttons: list[QPushButton] = []
        self._left: list[Unfinished] = []
        self.main_button: QPushButton
        """The one that most people want: it is blue, and has the focus at first."""
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addStretch(2)
        column.addWidget(PlainLabel("Counterpoise", "title"))
        column.addWidget(
            PlainLabel(
                _("Weigh policy options, see what would change the ranking, hand over a brief."),
                "lead",
                wrap=True,
            )
        )
        column.addSpacing(10)
        column.addWidget(self._beginnings())
        column.addSpacing(14)
        self._unfinished_area = QVBoxLayout()
        column.addLayout(self._unfinished_area)
        self._unreadable_area = QVBoxLayout()
        column.addLayout(self._unreadable_area)
        self._recent_area = QVBoxLayout()
        self._recent_area.setSpacing(0)
        column.addLayout(self._recent_area)
        column.addStretch(3)
        hint = _("You can also drop a file onto this window. Nothing leaves this computer.")
        column.addWidget(PlainLabel(hint, "muted", wrap=True))
        column.addSpacing(20)
        row = QHBoxLayout(self)
        row.addStretch(1)
        row.addLayout(column, 6)
        row.addStretch(1)

    def _beginnings(self) -> QWidget:
        area = QWidget()
        row = QHBoxLayout(area)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        self.example_button = button(
            _("Open the worked example"), self.example_requested.emit, "primary"
        )
        self.new_button = button(_("New assessment"), self.new_requested.emit)
        self.template_button = button(_("New from a template…"), self.template_requested.emit)
        self.open_button = button(_("Open a file…"), self.open_requested.emit)
        for made in (
            self.example_button,
            self.new_button,
            self.template_button,
            self.open_button,
        ):
            made.setMinimumHeight(36)
            row.addWidget(made)
        row.addStretch(1)
        self.main_button = self.example_button
        return area

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.main_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as the space bar does."""
        pressed = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(
            pressed, QPushButton
        ):
            pressed.animateClick()
        else:
            super().keyPressEvent(event)

    def show_recent(self, paths: tuple[Path, ...]) -> None:
        """Offer the files opened lately."""
        _empty(self._recent_area)
        self._recent = list(paths[:SHOWN])
        if self._recent:
            self._recent_area.addWidget(PlainLabel(_("Opened lately"), "caption"))
        self.recent_buttons = []
        for number, path in enumerate(self._recent):
            self._recent_area.addWidget(self._recent_row(number, path))

    def _recent_row(self, number: int, path: Path) -> QWidget:
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        made = button(plain_caption(path.name), self._choose_recent, "flush_link")
        made.setToolTip(plain_tip(str(path)))
        made.setAccessibleName(_("Open {file}").format(file=path.name))
        made.setProperty("number", number)
        row.addWidget(made)
        row.addWidget(PlainLabel(_folder_in_words(path.parent), "muted"), 1)
        self.recent_buttons.append(made)
        return line

    def show_unfinished(self, left: tuple[Unfinished, ...]) -> None:
        """Offer work that is in no officer's file yet."""
        had_focus = self.main_button.hasFocus()
        _empty(self._unfinished_area)
        self._left = list(left[:SHOWN])
        self.main_button = self.example_button
        set_role(self.example_button, "" if self._left else "primary")
        if self._left:
            self._list_unfinished()
        if had_focus:
            self.main_button.setFocus()

    def _list_unfinished(self) -> None:
        self._unfinished_area.addWidget(PlainLabel(_("Work kept on this computer"), "caption"))
        for number, item in enumerate(self._left):
            self._unfinished_area.addWidget(self._unfinished_row(number, item))
        self._unfinished_area.addSpacing(10)

    def show_unreadable(self, left: tuple[Unreadable, ...]) -> None:
        """Say which work on this computer cannot be opened, and why; nothing of it is deleted."""
        _empty(self._unreadable_area)
        if not left:
            return
        heading = PlainLabel(_("Work on this computer that cannot be opened"), "caption")
        self._unreadable_area.addWidget(heading)
        for item in left[:SHOWN]:
            text = _("Last changed {when}. {reason}").format(
                when=_moment(item.changed), reason=item.reason
            )
            label = PlainLabel(text, "muted", wrap=True)
            label.setToolTip(plain_tip(str(item.path)))
            self._unreadable_area.addWidget(label)
        more = len(left) - SHOWN
        if more > 0:
            text = ngettext("… and {count} more.", "… and {count} more.", more)
            self._unreadable_area.addWidget(PlainLabel(text.format(count=more), "muted"))
        self._unreadable_area.addSpacing(10)

    def _unfinished_row(self, number: int, item: Unfinished) -> QFrame:
        frame = QFrame()
        frame.setProperty("role", "card")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 8, 10, 8)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = self._title_of(item)
        words.addWidget(PlainLabel(title, "strong", wrap=True))
        words.addWidget(PlainLabel(_left_in_words(item), "muted", wrap=True))
        row.addLayout(words, 1)
        for caption, run, role in (
            (_("Continue"), self._choose_unfinished, "" if number else "primary"),
            (_("Delete…"), self._drop_unfinished, "link"),
        ):
            made = button(caption, run, role)
            if role == "primary":
                self.main_button = made
            made.setProperty("number", number)
            made.setAccessibleName(f"{caption}: {title}")
            row.addWidget(made)
        return frame

    def _title_of(self, item: Unfinished) -> str:
        """The decision's title, with what tells it apart where another has the same."""
        if sum(other.title == item.title for other in self._left) < 2:
            return item.title
        apart = _moment(item.changed) if item.source is None else item.source.name
        return _("{title} ({mark})").format(title=item.title, mark=apart)

    def _choose_recent(self) -> None:
        self.file_chosen.emit(self._recent[self.sender().property("number")])

    def _choose_unfinished(self) -> None:
        self.unfinished_chosen.emit(self._left[self.sender().property("number")])

    def _drop_unfinished(self) -> None:
        self.unfinished_dropped.emit(self._left[self.sender().property("number")])


def _folder_in_words(folder: Path) -> str:
    """A folder as it is said briefly, from the user's own one where it lies there."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except ValueError:
        return str(folder)


def _moment(when: datetime.datetime) -> str:
    """A point in time on the reader's clock, in words: numbers alone change places in Arabic."""
    from app.wording.dates import long_date

    here = when.astimezone()
    return _("{date}, {time}").format(date=long_date(here.date()), time=f"{here:%H:%M}")


def _left_in_words(item: Unfinished) -> str:
    when = _moment(item.changed)
    if item.source is None:
        return _("Not in a file of its own yet. Last changed {when}.").format(when=when)
    text = ngettext(
        "{count} change has not reached {file}. Last changed {when}.",
        "{count} changes have not reached {file}. Last changed {when}.",
        item.unpublished,
    )
    return text.format(count=item.unpublished, file=item.source.name, when=when)


def _empty(layout: QVBoxLayout) -> None:
    """Take everything out of a layout."""
    while layout.count():
        item = layout.takeAt(0)
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
