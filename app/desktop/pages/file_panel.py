"""The health of the file: where it is, what it holds, and what was kept of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout

from app.desktop.files.state import Caution
from app.desktop.jobs import LatestJob
from app.desktop.pages.layout import card
from app.desktop.pages.tabbed_page import Overview
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.plain_table import PlainTable, TableRow
from app.desktop.widgets.text import PlainLabel, button
from app.edits.history import go_back
from app.wording import _
from app.wording.contests import moment
from app.wording.counts import open_conflicts
from app.wording.lists import in_a_row

if TYPE_CHECKING:
    from pathlib import Path

    from app.desktop.files.state import FileState
    from app.desktop.workspace import Workspace
    from db.document import Document
    from db.model import Assessment

MOST_KEPT = 8
GROUP, BREAK = 8, "\u200b"
"""A fingerprint may go on in a further line after so many digits; nothing is seen of that."""


class FilePanel(Overview):
    """Facts about the file, and the earlier versions that were kept of it."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        frame, inside = card(_("This file"))
        self._facts = QGridLayout()
        self._facts.setColumnStretch(1, 1)
        self._facts.setHorizontalSpacing(20)
        inside.addLayout(self._facts)
        self.allow = button(_("Write to this file"), workspace.allow_publishing)
        inside.addWidget(self.allow, 0, Qt.AlignmentFlag.AlignLeft)
        self._labels: dict[str, PlainLabel] = {}
        self._fingerprint = LatestJob(self)
        self._fingerprint.done.connect(self._say_fingerprint)
        self.column.addWidget(frame)
        self.column.addWidget(self._make_kept())
        self.column.addStretch(1)

    def _make_kept(self) -> QFrame:
        frame, inside = card(_("Earlier versions kept on this computer"))
        self._none = PlainLabel(role="muted", wrap=True)
        self.kept = PlainTable(_("Earlier versions"), (_("Displaced"), _("Size")), (3, 1))
        self.restore = button(_("Restore this earlier version"), self._restore)
        row = QHBoxLayout()
        row.addWidget(self.restore)
        row.addStretch(1)
        for widget in (self._none, self.kept):
            inside.addWidget(widget)
        inside.addLayout(row)
        return frame

    def show_value(self, assessment: Assessment) -> None:
        """Show the facts as they are now."""
        from db.errors import Trouble

        state = self._workspace.file_state
        self._say(
            _("Where it is"), _("not in a file yet") if state.path is None else str(state.path)
        )
        self._say(_("State"), state.sentence())
        self.allow.setVisible(state.caution is Caution.PASSING_PLACE)
        try:
            self._show_document(self._workspace.versions.document(), state)
        except Trouble as trouble:
            self._say(_("Trouble"), sentence_of(trouble))
        self._say(_("Marking"), assessment.decision.marking or _("none"))
        self._show_kept()

    def _show_document(self, document: Document, state: FileState) -> None:
        count = len(document.revisions)
        authors = sorted({session.author for session in document.sessions} - {""})
        last = document.revisions[-1].time if count else 0
        self._say(_("Changes"), _changes(count, last))
        self._say(_("Made by"), in_a_row(authors) or "–")
        self._say(_("Conflicts"), open_conflicts(state.conflicts))
        if _("Fingerprint") not in self._labels:
            self._say(_("Fingerprint"), "…")
        self._fingerprint.request(lambda: _fingerprint(document))
        self._say(_("Format"), self._workspace.versions.format)

    def _say_fingerprint(self, fingerprint: str) -> None:
        groups = (fingerprint[at : at + GROUP] for at in range(0, len(fingerprint), GROUP))
        self._say(_("Fingerprint"), BREAK.join(groups))

    def _say(self, name: str, words: str) -> None:
        if name not in self._labels:
            row = self._facts.rowCount()
            self._labels[name] = PlainLabel(wrap=True)
            self._labels[name].setAccessibleName(name)
            self._facts.addWidget(PlainLabel(name, "caption"), row, 0)
            self._facts.addWidget(self._labels[name], row, 1)
        self._labels[name].setText(words)

    def fact(self, name: str) -> str:
        """What the panel says under a name."""
        return self._labels[name].text().replace(BREAK, "")

    def _show_kept(self) -> None:
        versions = self._workspace.versions.kept()
        locale = QLocale()
        self.kept.show_rows(
            tuple(
                TableRow(
                    version.path,
                    (
                        moment(int(version.kept.timestamp())),
                        locale.formattedDataSize(_size(version.path)),
                    ),
                )
                for version in versions
            ),
            MOST_KEPT,
        )
        self._none.setText(
            _("A version is kept each time a later one takes its place.") if not versions else ""
        )
        for widget, shown in ((self._none, not versions), (self.kept, bool(versions))):
            widget.setVisible(shown)
        self.restore.setVisible(bool(versions))
        if versions and not self.kept.currentIndex().isValid():
            self.kept.setCurrentIndex(self.kept.model().index(0, 0))

    def _restore(self) -> None:
        """Make the chosen version the present state, as one step of undo."""
        from db.errors import Trouble

        at = self.kept.currentIndex().row()
        row = self.kept.rows[at]
        try:
            document = self._workspace.versions.read(self._workspace.versions.kept()[at].path)
        except Trouble as trouble:
            self._workspace.refused.emit(sentence_of(trouble))
            return
        label = _("Restore the version of {when}").format(when=row.cells[0])
        self._workspace.apply(label, go_back, document.assessment)


def _fingerprint(document: Document) -> str:
    from db.digest import content_digest

    return content_digest(document)


def _changes(count: int, last: int) -> str:
    if not count:
        return _("none yet")
    return _("{count}, the last {when}").format(count=count, when=moment(last) if last else "–")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # thinned out a moment ago
