"""The revisions of the assessment: what each changed, and the way back to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.desktop.pages.layout import card
from app.desktop.telling.messages import desk
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.line_splitter import LineSplitter
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.reading_area import ReadingArea
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button
from app.desktop.widgets.wrapping_row import WrappingRow
from app.edits.history import go_back
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.document import Document, Revision
    from db.model import Assessment

CHANGE, SINCE = "change", "since"
BEGINNING = 0
BESIDE_LINE = 8
"""So many pixels are between each half and the line that parts them."""


class PastChanges(QWidget):
    """The changes, the latest first, and what the chosen one did."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self._document: Document | None = None
        self._main: frozenset[int] = frozenset()
        self.number = BEGINNING
        headers = (_("When"), _("Who"), _("What"))
        self.table = PlainTable(_("Changes, the latest first"), headers, (6, 4, 8))
        self.table.selectionModel().currentRowChanged.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(12)
        self.named_only = QCheckBox(_("Named versions only"))
        self.named_only.toggled.connect(self._show_chosen_rows)
        column.addWidget(self.named_only)
        halves = LineSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        for number, (half, share) in enumerate(((self.table, 3), (self._make_details(), 2))):
            place = QWidget()
            inside = QVBoxLayout(place)
            inside.setContentsMargins(0, BESIDE_LINE * number, 0, BESIDE_LINE * (1 - number))
            inside.addWidget(half)
            halves.addWidget(place)
            halves.setStretchFactor(number, share)
        column.addWidget(halves, 1)

    def _make_details(self) -> QWidget:
        frame, inside = card()
        row = QHBoxLayout()
        self.heading = PlainLabel(role="heading", wrap=True)
        self.compare = Choice(_("What to compare"))
        self.compare.setMinimumContentsLength(22)
        self._offer_comparisons(())
        self.compare.show_choice(CHANGE)
        self.compare.chosen.connect(self._show_details)
        row.addWidget(self.heading, 1)
        row.addWidget(self.compare)
        inside.addLayout(row)
        self.effect = Sentences("lead", bullets=False)
        self.changes = Sentences()
        sheet = QWidget()
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.effect)
        lines.addWidget(self.changes)
        lines.addStretch(1)
        area = ReadingArea()
        area.setWidget(sheet)
        for surface in (area.viewport(), sheet):
            surface.setAutoFillBackground(False)  # the card shows through
        area.setAccessibleName(_("What was changed"))
        inside.addWidget(area, 1)
        inside.addWidget(self._make_foot())
        return frame

    def _make_foot(self) -> WrappingRow:
        self.back = button(_("Go back to the state after this change"), self._go_back)
        self.name = button(_("Name this version…"), self._ask_name)
        self.beside = button(_("Side by side with now…"), self._hold_beside)
        foot = WrappingRow((6, 4))
        foot.add(self.back)
        foot.add(self.beside)
        foot.add(self.name)
        return foot

    def show_value(self, assessment: Assessment) -> None:
        """Show the history as it is now; what was chosen stays chosen while it can."""
        from db.errors import Trouble
        from db.revisions import main_line

        try:
            document = self._workspace.versions.document()
        except Trouble as trouble:
            self.heading.setText(sentence_of(trouble))
            return
        latest = self._document is None or self.number == self._document.head
        self._document = document
        self._main = frozenset(row.number for row in main_line(document)) | {BEGINNING}
        shown = document.revisions
        if self.named_only.isChecked():
            shown = tuple(row for row in shown if row.name)
        self.table.show_rows(_rows(document, shown, self._main))
        self._offer_comparisons(
            tuple(row for row in document.revisions if row.name and row.number in self._main)
        )
        if self.compare.key is None:
            self.compare.show_choice(CHANGE)
        if latest:
            self.number = document.head
        self._mark_current()
        self._show_details()

    def _offer_comparisons(self, named: tuple[Revision, ...]) -> None:
        """Offer what the chosen state can be held against."""
        against = _("Beside “{name}”")
        self.compare.show_choices(
            (
                (CHANGE, _("What this change did")),
                (SINCE, _("What has changed since")),
                *((row.number, against.format(name=row.name)) for row in reversed(named)),
            )
        )

    def _mark_current(self) -> None:
        keys = [row.key for row in self.table.rows]
        at = keys.index(self.number) if self.number in keys else 0
        self.table.setCurrentIndex(self.table.model().index(at, 0))

    def _choose(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and self._document is not None:
            number = self.table.rows[current.row()].key
            if number != self.number:
                self.number = int(str(number))
                self._show_details()

    def _show_details(self, _key: object = None) -> None:
        document = self._document
        if document is None:
            return
        revision = next((row for row in document.revisions if row.number == self.number), None)
        self.heading.setText(_("As it began") if revision is None else _title(revision))
        there = self.number in self._main
        self.back.setEnabled(there and self.number != document.head)
        self.beside.setEnabled(there and self.number != document.head)
        self.name.setEnabled(revision is not None)
        self.name.setText(
            _("Rename this version…")
            if revision is not None and revision.name
            else _("Name this version…")
        )
        self.compare.setEnabled(there)
        if not there:
            self.effect.say((_("This came with a merge, which tells what it did here."),))
            self.changes.say(())
            return
        before, after = self._states(document, revision)
        from app.wording.changes import tell_difference

        effect, changes = tell_difference(before, after)
        self.effect.say(effect)
        self.changes.say(changes)

    def _states(
        self, document: Document, revision: Revision | None
    ) -> tuple[Assessment, Assessment]:
        from db.revisions import state_at

        chosen = state_at(document, self.number)
        if isinstance(self.compare.key, int):
            other = state_at(document, self.compare.key)
            return (other, chosen) if self.compare.key <= self.number else (chosen, other)
        if self.compare.key == SINCE:
            return chosen, document.assessment
        if revision is None:
            return chosen, chosen
        return state_at(document, revision.parent or BEGINNING), chosen

    def _hold_beside(self) -> None:
        """Show the chosen state beside what holds now, in a window of its own."""
        from app.desktop.comparing.versions_dialog import show_versions

        show_versions(self._workspace, self.window(), self.number)

    def _ask_name(self) -> None:
        """Let the officer call the chosen state something, such as “as sent to the minister”."""
        from db.errors import Trouble

        document = self._document
        known = {} if document is None else {row.number: row.name for row in document.revisions}
        text = _("What shall this version be called? Such as: as sent to the minister.")
        name = desk().ask_line(self, _("Name this version"), text, known.get(self.number, ""))
        if name is None:
            return
        try:
            self._workspace.versions.name(self.number, " ".join(name.split()))
        except Trouble as trouble:
            self._workspace.refused.emit(sentence_of(trouble))

    def _show_chosen_rows(self, _checked: object) -> None:
        if self._workspace.is_open:
            self.show_value(self._workspace.value)

    def _go_back(self) -> None:
        from db.revisions import state_at

        if self._document is None:
            return
        state = state_at(self._document, self.number)
        label = _("Go back to: {label}").format(label=self.heading.text())
        when = self._when()
        if self._workspace.apply(label[:200], go_back, state):
            self.number = self._workspace.versions.document().head
            self.show_value(self._workspace.value)
            self._workspace.versions.went_back.emit(when)

    def _when(self) -> str:
        """When the chosen state was made; empty for the beginning."""
        revisions = () if self._document is None else self._document.revisions
        times = [row.time for row in revisions if row.number == self.number and row.time]
        return _moment(times[0]) if times else ""


def _rows(
    document: Document, shown: tuple[Revision, ...], main: frozenset[int]
) -> tuple[TableRow, ...]:
    authors = {session.id: session.author for session in document.sessions}
    rows = [
        TableRow(
            row.number,
            (
                _moment(row.time),
                authors.get(row.session, "") or "–",
                _title(row) if row.number in main else f"↳ {_title(row)}",
            ),
        )
        for row in reversed(shown)
    ]
    return (*rows, TableRow(BEGINNING, ("", "", _("As it began"))))


def _title(revision: Revision) -> str:
    from db.revisions import settles

    label = revision.label or _("Change")
    if settles(revision):
        label = _("{label}: what was decided").format(label=label)
    if revision.undoes is not None:
        label = _("{label} (taken back or made again)").format(label=label)
    return f"{revision.name} – {label}" if revision.name else label


def _moment(seconds: int) -> str:
    from app.wording.contests import moment

    return moment(seconds) if seconds else "–"
