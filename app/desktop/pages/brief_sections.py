"""Which sections the brief has, in what order, and with what words at their head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame

from app.desktop.pages.layout import card, labelled
from app.desktop.widgets.check_list import CheckList, Tick
from app.desktop.widgets.fields import ProseField
from app.desktop.widgets.record_list import KEY_ROLE
from app.desktop.widgets.text import PlainLabel, button
from app.desktop.widgets.wrapping_row import WrappingRow
from app.edits.brief_sections import arrange_sections, show_section, word_section
from app.wording import _
from db.model import Shown

if TYPE_CHECKING:
    from PySide6.QtWidgets import QListWidgetItem

    from app.desktop.workspace import Workspace
    from db.model import Assessment


class BriefSections:
    """A card with the sections of the kind of brief that is chosen."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._titles: dict[str, str] = {}
        self._names: tuple[str, ...] = ()
        self._name = ""
        self.frame, inside = card(_("Sections"))
        hint = _(
            "Ticked sections and annexes are printed, as far as there is anything to say in them."
        )
        inside.addWidget(PlainLabel(hint, "muted", wrap=True))
        self.list = CheckList(_("Sections of the brief"))
        self.list.ticked.connect(self._show_or_hide)
        self.list.currentItemChanged.connect(self._choose)
        inside.addWidget(self.list)
        row = WrappingRow((6, 4))
        self._up = button(_("Move up"), self._move_up)
        self._down = button(_("Move down"), self._move_down)
        row.add(self._up)
        row.add(self._down)
        inside.addWidget(row)
        self.words = ProseField(_("Your own words at the head of the section"), 2)
        self.words.committed.connect(self._word)
        labelled(inside, _("Your own words at the head of the chosen section"), self.words)

    def widget(self) -> QFrame:
        """The card."""
        return self.frame

    def show_value(self, assessment: Assessment) -> None:
        """Show the sections of the kind of brief that the settings say."""
        from app.brief.compose.lettering import annexes_of, is_wanted
        from app.brief.compose.sections import arrange, sections_of

        kind, rows = assessment.brief.kind, assessment.brief_sections
        sections = _titles([(row.name, row.title) for row in arrange(sections_of(kind), rows)])
        hidden = {row.id for row in rows if row.shown is Shown.NO}
        ticks = [Tick(name, title, name not in hidden) for name, title in sections.items()]
        for annex in annexes_of(kind):
            words = _("Annex: {title}").format(title=annex.title)
            ticks.append(Tick(annex.section, words, is_wanted(annex, kind, rows)))
        self._names = tuple(sections)
        self._titles = {tick.key: tick.words for tick in ticks}
        self.list.show_ticks(ticks)
        if self._name not in self._titles:
            self._name = next(iter(self._titles), "")
        self.list.setCurrentRow(list(self._titles).index(self._name) if self._name else -1)
        self._show_words(assessment)

    def _show_words(self, assessment: Assessment) -> None:
        rows = {row.id: row.text for row in assessment.brief_sections}
        self.words.show_text(rows.get(self._name, ""))
        at = self._names.index(self._name) if self._name in self._names else -1
        self._up.setEnabled(at > 0)
        self._down.setEnabled(0 <= at < len(self._names) - 1)
        self.words.setEnabled(at >= 0)  # annexes stand in one order, without words at their head

    def _choose(self, item: QListWidgetItem | None, _before: object) -> None:
        if item is not None and self._workspace.is_open:
            self.words.commit()
            self._name = item.data(KEY_ROLE)
            self._show_words(self._workspace.value)

    def _show_or_hide(self, name: str, ticked: bool) -> None:
        title = self._titles[name]
        label = _("Print the section “{section}”") if ticked else _("Leave out “{section}”")
        shown = Shown.YES if ticked else Shown.NO
        names = self._names if name in self._names else (name,)
        self._workspace.apply(label.format(section=title), show_section, names, name, shown)

    def _word(self, text: str) -> None:
        label = _("Words in “{section}”").format(section=self._titles[self._name])
        self._workspace.apply(label, word_section, self._names, self._name, text)

    def _move_up(self) -> None:
        self._move(-1)

    def _move_down(self) -> None:
        self._move(1)

    def _move(self, by: int) -> None:
        names = list(self._names)
        at = names.index(self._name)
        names.insert(at + by, names.pop(at))
        label = _("Move the section “{section}”").format(section=self._titles[self._name])
        self._workspace.apply(label, arrange_sections, names)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def _titles(sections: list[tuple[str, str]]) -> dict[str, str]:
    """What the sections are called; those without a heading of their own have a name here."""
    unheaded = {
        "address": _("Address"),
        "contents": _("Contents"),
        "question": _("The question"),
        "next-steps": _("Next steps"),
        "warning": _("Warning"),
        "sensitivity": _("What would change the ranking"),
        "benchmarks": _("Benchmarks and steps"),
        "signposts": _("What to watch"),
        "convention": _("How it was made"),
    }
    return {name: title or unheaded.get(name, name) for name, title in sections}
