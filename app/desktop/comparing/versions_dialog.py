"""Two versions of an assessment side by side: rankings, weights, scores, and all else in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.comparing.rows import score_rows, weight_rows
from app.desktop.comparing.side import Side
from app.desktop.comparing.versions_list import VersionsList
from app.desktop.files.documents import assessments_filter, folder_of
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.clipboard import copy_table
from app.desktop.widgets.plain_table import PlainTable
from app.desktop.widgets.reading_area import ReadingArea
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.tabs import Tabs
from app.desktop.widgets.text import button
from app.wording import _
from app.wording.numbers import points

if TYPE_CHECKING:
    from app.desktop.comparing.versions_list import Key
    from app.desktop.workspace import Workspace
    from db.model import Assessment

SIZE = (1040, 720)
EDGE = 40


def show_versions(workspace: Workspace, window: QWidget, left: Key | None = None) -> None:
    """Open two versions side by side, or bring them to the front if they are open."""
    from db.errors import Trouble

    dialog = window.findChild(VersionsDialog)
    try:
        if dialog is None:
            dialog = VersionsDialog(workspace, window)
    except Trouble as trouble:
        workspace.refused.emit(sentence_of(trouble))
        return
    if left is not None:
        dialog.hold(left)
    dialog.show()
    dialog.activateWindow()


class VersionsDialog(QDialog):
    """Stands beside the work and follows it; nothing can be changed here."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._versions = VersionsList(workspace.versions.document())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Two versions side by side"))
        self.resize(*(min(a, b - EDGE) for a, b in zip(SIZE, parent.size().toTuple(), strict=True)))
        self.left, self.right = Side(_("Version on the one side")), Side(_("And on the other"))
        self.effect = Sentences("lead", bullets=False, spoken=True)
        self.problem = SpokenLabel(role="problem")
        self.problem.hide()
        self.weights = PlainTable(_("Weights that differ"), ("",) * 4, (4, 3, 3, 1))
        self.scores = PlainTable(_("Scores that differ"), ("",) * 4, (3, 3, 2, 2))
        self.words = Sentences()
        self.tabs = Tabs()
        self._lay_out()
        for side in (self.left, self.right):
            side.choice.chosen.connect(self._compare)
        workspace.changed.connect(self._follow)
        workspace.versions.renamed.connect(self._follow)
        workspace.closed.connect(self.close)
        self._offer()
        self.left.choice.show_choice(self._versions.usual)
        self.right.choice.show_choice(self._versions.head)
        self._compare()
        self.left.choice.setFocus()

    def hold(self, key: Key) -> None:
        """Show a version on the left, beside what holds now."""
        self._offer(key)
        self.left.choice.show_choice(key)
        self.right.choice.show_choice(self._versions.head)
        self._compare()

    def copy(self) -> None:
        """Put rankings, weights and scores on the clipboard, for spreadsheets and documents."""
        lines = [(_("Option"), *self._names()), *self._ranking_lines()]
        for table in (self.weights, self.scores):
            if table.rows:
                lines += [(), table.heads, *(row.cells for row in table.rows)]
        copy_table(lines)

    def ask_file(self) -> None:
        """Let the officer choose another file, such as a colleague's copy, to look at here."""
        folder, kind = str(folder_of(self._workspace)), assessments_filter()
        title = _("Hold another file beside this one")
        chosen, _kind = QFileDialog.getOpenFileName(self, title, folder, kind)
        if chosen:
            self.read(Path(chosen))

    def read(self, path: Path) -> None:
        """Hold a file beside what holds now; nothing of it is taken in."""
        from db.errors import Trouble

        self.problem.hide()
        try:
            self._versions.add(path, self._workspace.versions.read(path).assessment)
        except (Trouble, OSError) as trouble:
            self.problem.setText(sentence_of(trouble))
            self.problem.show()
            return
        self.hold(path)

    def _lay_out(self) -> None:
        rankings = QWidget()
        halves, choices, foot = QHBoxLayout(rankings), QHBoxLayout(), QHBoxLayout()
        halves.setContentsMargins(0, 0, 0, 0)
        for side in (self.left, self.right):
            choices.addWidget(side.choice, 1)
            halves.addWidget(side.ranking, 1)
        for content in (rankings, self.weights, self.scores, self._told()):
            self.tabs.add(content, "")
        self.tabs.setAccessibleName(_("What differs"))
        foot.addWidget(button(_("Another file…"), self.ask_file))
        foot.addStretch(1)
        foot.addWidget(button(_("Copy"), self.copy))
        done = button(_("Close"), self.close, "primary")
        done.setDefault(True)
        foot.addWidget(done)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 14)
        column.setSpacing(10)
        column.addLayout(choices)
        column.addWidget(self.problem)
        column.addWidget(self.effect)
        column.addWidget(self.tabs, 1)
        column.addLayout(foot)

    def _told(self) -> ReadingArea:
        """The room for all that differs in words."""
        sheet, area = QWidget(), ReadingArea()
        lines = QVBoxLayout(sheet)
        lines.setContentsMargins(0, 8, 0, 0)
        lines.addWidget(self.words)
        lines.addStretch(1)
        area.setWidget(sheet)
        area.setAccessibleName(_("All that differs, in words"))
        return area

    def _offer(self, wanted: Key | None = None) -> None:
        for side in (self.left, self.right):
            side.choice.show_choices(self._versions.choices(wanted))

    def _follow(self, _change: object = None) -> None:
        """Go on with what holds now; what was shown as it stays."""
        from db.errors import Trouble

        was = self._versions.head
        held = [side.choice.key for side in (self.left, self.right)]
        try:
            self._versions.follow(self._workspace.versions.document())
        except Trouble as trouble:
            self.problem.setText(sentence_of(trouble))
            self.problem.show()
            return
        self._offer()
        for side, key in zip((self.left, self.right), held, strict=True):
            side.choice.show_choice(self._versions.head if key == was else key)
        self._compare()

    def _compare(self, _key: object = None) -> None:
        from app.wording.changes import tell_difference

        before, after = self._state(self.left), self._state(self.right)
        outcome = self.left.show_version(before, None)
        self.right.show_version(after, outcome)
        effect, changes = tell_difference(before, after)
        self.effect.say(effect[:1])
        self.words.say((*effect[1:], *changes))
        names = self._names()
        self.weights.show_heads((_("Criterion"), *names, _("Change")))
        self.weights.show_rows(weight_rows(before, after))
        self.scores.show_heads((_("Option"), _("Criterion"), *names))
        self.scores.show_rows(score_rows(before, after))
        self._entitle(len(self.weights.rows), len(self.scores.rows))

    def _entitle(self, weights: int, scores: int) -> None:
        """Say in the titles how much differs."""
        titles = (
            _("Rankings"),
            _("Weights ({count})").format(count=weights),
            _("Scores ({count})").format(count=scores),
            _("All that differs, in words"),
        )
        for tab, title in zip(self.tabs.titles.titles, titles, strict=True):
            tab.setText(title)

    def _state(self, side: Side) -> Assessment:
        key = side.choice.key
        return self._versions.state(self._versions.head if key is None else key)

    def _names(self) -> tuple[str, str]:
        return self.left.choice.currentText(), self.right.choice.currentText()

    def _ranking_lines(self) -> list[tuple[str, ...]]:
        """A line for each option that either version ranks: its name and its total in each."""
        left, right = (
            {row.option: row for row in side.ranking.places} for side in (self.left, self.right)
        )
        return [
            (row.name, *(points(side[key].total) if key in side else "–" for side in (left, right)))
            for key, row in (right | left).items()
        ]
