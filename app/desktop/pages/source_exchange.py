"""The register of sources to and from reference managers."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.desktop.brief_making import write_whole
from app.desktop.files.documents import folder_of
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import button
from app.desktop.widgets.wrapping_row import WrappingRow
from app.edits import evidence
from app.wording import _, ngettext

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment

REMARKS = 3
"""So many of a reader's remarks are shown; of the rest only how many there are."""


class SourceExchange(QWidget):
    """Takes documents in from BibTeX, RIS and CSL-JSON, and gives the register out as such."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__()
        self._workspace = workspace
        self.take_in = button(_("Import…"), self._ask_source)
        self.take_in.setToolTip(_("Take documents in from BibTeX, RIS or CSL-JSON"))
        self.take_in.setAccessibleName(_("Import sources from a reference manager"))
        self.give_out = button(_("Export…"), self._ask_target)
        self.give_out.setToolTip(_("Write the register as BibTeX, RIS or CSL-JSON"))
        self.give_out.setAccessibleName(_("Export the sources for a reference manager"))
        self.said = Sentences("muted", bullets=False)
        row = WrappingRow((4, 4))
        row.add(self.take_in)
        row.add(self.give_out)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(row)
        column.addWidget(self.said)

    def show_value(self, assessment: Assessment) -> None:
        """Offer what can be done with the register."""
        self.give_out.setEnabled(bool(assessment.sources))

    def read(self, path: Path) -> None:
        """Enter a file's documents into the register, as one step."""
        from app.exchange.bibliography import (
            SIZE_LIMIT,
            BibliographyRefused,
            format_of,
            read_bibliography,
        )
        from app.wording.register import entered_sentence

        form = format_of(path.name)
        if form is None:
            self._refuse(_("The ending of {file} stands for no known format: {formats}."), path)
            return
        try:
            with path.open("rb") as file:
                found = read_bibliography(file.read(SIZE_LIMIT + 1), form.name)
        except BibliographyRefused as refused:
            self._workspace.refused.emit(str(refused))
            return
        except OSError as error:
            self._workspace.refused.emit(sentence_of(error))
            return
        before = len(self._workspace.value.sources)
        label = _("Sources from {file}").format(file=path.name)
        self._workspace.apply(label, evidence.add_sources, found.sources)
        added = len(self._workspace.value.sources) - before
        self.said.say((entered_sentence(added, len(found.sources)), *_few(found.remarks)))

    def write(self, path: Path) -> None:
        """Write the register to a file, in the format that its ending stands for."""
        from app.exchange.bibliography import format_of, write_bibliography

        form = format_of(path.name)
        if form is None:
            self._refuse(_("The ending of {file} stands for no known format: {formats}."), path)
            return
        try:
            write_whole(write_bibliography(self._workspace.value.sources, form.name), path)
        except OSError as error:
            self._workspace.refused.emit(sentence_of(error))
            return
        self.said.say((_("The sources are in {file}.").format(file=path.name),))

    def _refuse(self, text: str, path: Path) -> None:
        from app.exchange.bibliography import FORMATS

        endings = ", ".join(ending for form in FORMATS for ending in form.endings)
        self._workspace.refused.emit(text.format(file=path.name, formats=endings))

    def _ask_source(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Import sources"), str(self._folder()), _patterns(together=True)
        )
        if chosen:
            self.read(Path(chosen))

    def _ask_target(self) -> None:
        from app.brief.clean import file_name

        name = file_name(self._workspace.value.decision.title)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Export the sources"), str(self._folder() / f"{name}.bib"), _patterns()
        )
        if chosen:
            self.write(Path(chosen))

    def _folder(self) -> Path:
        return folder_of(self._workspace)


def _patterns(*, together: bool = False) -> str:
    """Which files are bibliographies, for a file dialog."""
    from app.exchange.bibliography import FORMATS

    each = [f"{form.title} ({' '.join(f'*{end}' for end in form.endings)})" for form in FORMATS]
    if together:
        every = " ".join(f"*{end}" for form in FORMATS for end in form.endings)
        each.insert(0, _("Bibliographies ({patterns})").format(patterns=every))
    return ";;".join(each)


def _few(remarks: tuple[str, ...]) -> tuple[str, ...]:
    more = len(remarks) - REMARKS
    if more <= 0:
        return remarks
    text = ngettext("… and {count} more remark.", "… and {count} more remarks.", more)
    return (*remarks[:REMARKS], text.format(count=more))
