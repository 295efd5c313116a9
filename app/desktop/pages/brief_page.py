"""The brief: to whom, in what words, how it looks, and into which file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.desktop.briefing.desk import BriefDesk
from app.desktop.files.documents import folder_of
from app.desktop.pages.brief_form import BriefForm
from app.desktop.pages.layout import page_layout
from app.desktop.pages.page import Page
from app.desktop.pages.reread_label import RereadLabel
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.pdf_view import PdfView
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.lists import series
from db.model import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from app.desktop.brief_making import Preview
    from app.desktop.briefing.orders import Form
    from app.desktop.workspace import Workspace
    from db.model import Assessment

PREVIEW_AFTER_MS = 150
FINE = 1000
"""Steps of the progress bar."""


class BriefPage(Page):
    """Settings on the left, the pages as they will be printed on the right."""

    step: ClassVar[str] = "brief"
    exported = Signal(object)
    """The brief has been written to this path."""
    previewed = Signal()
    """The preview shows the brief as it is now."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._written: Path | None = None
        self._printer: QPrinter | None = None
        self._assessment: Assessment | None = None
        self.desk = BriefDesk(self)
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        layout = page_layout(self, self.title())
        layout.addLayout(self._export_row())
        row = QHBoxLayout()
        row.setSpacing(18)
        layout.addLayout(row, 1)
        self._form = BriefForm(workspace)
        row.addWidget(self._form, 1)
        row.addLayout(self._preview_column(), 1)
        self._connect()

    def title(self) -> str:
        return _("Brief")

    def first_control(self) -> QWidget | None:
        """The bottom line: the settings above it have something chosen already."""
        return self._form.first_field

    def _connect(self) -> None:
        self._timer.timeout.connect(self._draw)
        self._form.house_style.changed.connect(self._take_style)
        self._form.filled.connect(self._follow_typing)
        self.workspace.closed.connect(self._stop)
        self.desk.previewed.connect(self._show_preview)
        self.desk.progressed.connect(self._show_progress)
        self.desk.written.connect(self._note_written)
        self.desk.made.connect(self._print_made)
        self.desk.failed.connect(self._show_trouble)
        self.desk.stopped.connect(self._note_stopped)

    def _export_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._export = button(_("Export…"), self.export, "primary")
        self._print = button(_("Print…"), self.print_it)
        self._open = button(_("Open it"), self._open_written)
        self._folder = button(_("Open the folder"), self._open_folder)
        self._cancel = button(_("Stop"), self.desk.stop)
        self._progress = QProgressBar()
        self._progress.setRange(0, FINE)
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Writing the brief"))
        self._said = SpokenLabel(role="muted")
        for made in (self._export, self._print, self._progress, self._cancel):
            row.addWidget(made)
        row.addWidget(self._said, 1)
        row.addWidget(self._open)
        row.addWidget(self._folder)
        for made in (self._open, self._folder, self._progress, self._cancel):
            made.hide()
        return row

    def _preview_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self._lacking = PlainLabel(role="muted", wrap=True)
        self._reread = RereadLabel(self.workspace)
        self.view = PdfView()
        self._waiting = PlainLabel(_("Drawing the pages …"), "muted")
        column.addWidget(self._lacking)
        column.addWidget(self._reread)
        column.addWidget(self._waiting)
        column.addWidget(self.view, 1)
        return column

    # --- showing

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        self._assessment = assessment
        self._form.show_value(assessment, anew=tables is None)
        self._say_lacking(self._form.drafted(assessment))
        self._timer.start()

    def _follow_typing(self) -> None:
        """Count a field as soon as something stands in it."""
        if self.workspace.is_open and self.isVisible():
            drafted = self._form.drafted(self.workspace.value)
            self._say_lacking(drafted)
            self.drafted.emit(drafted)

    def _say_lacking(self, assessment: Assessment) -> None:
        from app.analysis.outcome import find_outcome
        from app.brief.gaps import empty_fields

        empty = empty_fields(assessment)
        said = [_("Still empty: {parts}.").format(parts=series(empty))] if empty else []
        if find_outcome(assessment) is None:
            said.append(_("There is no ranking yet: it takes options, criteria and scores."))
        self._lacking.setText(" ".join(said) or _("Nothing is missing."))
        self._reread.show_value(assessment)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._assessment is not None:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._timer.isActive() or self.desk.drawing:
            self._timer.start()  # drawn when the page is shown again
            self.desk.drop_preview()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._form.house_style.read_again()

    def _take_style(self) -> None:
        self.desk.style = self._form.house_style.style_read
        self._timer.start()

    def _draw(self) -> None:
        ready = not self._form.house_style.busy  # else it is drawn as soon as the style is there
        if self._assessment is not None and self.isVisible() and ready:
            self.desk.preview(self._assessment, self.view.page_width)

    def _show_preview(self, preview: Preview) -> None:
        self._waiting.hide()
        self.view.show_pages(preview.pages)
        if preview.unknown:
            text = _("No typeface has these characters, shown as boxes: {characters}")
            self._said.setText(text.format(characters=" ".join(preview.unknown)))
        self.previewed.emit()

    def _stop(self) -> None:
        """Let go of the assessment, which has been closed."""
        self._timer.stop()
        self._reread.forget()
        self.desk.close()
        self.view.show_pages(())  # another assessment never stands over this one's pages
        self._waiting.show()
        self._assessment = self._printer = None
        self._note_idle("")
        self._open.hide()
        self._folder.hide()

    # --- exporting

    def export(self) -> None:
        """Ask for a file and write the brief to it."""
        self.commit_pending()
        folder = folder_of(self.workspace)
        from app.brief.clean import file_name

        name = file_name(self.workspace.value.decision.title)
        kinds = {_("PDF document (*.pdf)"): "", **_other_kinds()}
        chosen, kind = QFileDialog.getSaveFileName(
            self, _("Export the brief"), str(folder / f"{name}.pdf"), ";;".join(kinds)
        )
        if chosen:
            wanted = kinds.get(kind, "")
            path = Path(chosen)
            if wanted and wanted != _ATTACHED:
                path = path.with_suffix(wanted)
            elif path.suffix.lower() not in _FORMS:
                path = path.with_name(f"{path.name}.pdf")
            self.export_to(path, attach=wanted == _ATTACHED)

    def export_to(self, path: Path, *, attach: bool = False) -> None:
        """Write the brief to a file, of the kind that its name says, off the GUI thread."""
        self.commit_pending()
        self._form.house_style.settle()
        self._begin(_("Writing {file} …").format(file=path.name))
        attached = path.name if attach else ""
        self.desk.write(self.workspace.value, path, _FORMS[path.suffix.lower()], attached)

    def print_it(self) -> None:
        """Ask for a printer and print the brief."""
        from app.desktop.briefing.printing import ask_printer

        self.commit_pending()
        self._form.house_style.settle()
        value, style = self.workspace.value, self.desk.style
        usual = None if style is None else style.style.paper
        paper = Paper(usual.lower()) if usual else value.brief.paper
        self._printer = ask_printer(value.decision.title, paper, self)
        if self._printer is not None:
            self._begin(_("Preparing the pages …"))
            self.desk.make(value)

    def _print_made(self, pdf: bytes) -> None:
        from app.desktop.briefing.printing import print_pages

        printer, self._printer = self._printer, None
        if printer is not None:
            count = print_pages(pdf, printer)
            self._note_idle(_("Pages sent to the printer: {count}.").format(count=count))

    def _begin(self, said: str) -> None:
        self._progress.setValue(0)
        self._set_busy(busy=True)
        self._said.setText(said)

    def _show_progress(self, part: float) -> None:
        self._progress.setValue(round(part * FINE))

    def _note_written(self, path: Path) -> None:
        self._written = path
        self._note_idle(_("The brief is in {file}.").format(file=path.name))
        self._open.show()
        self._folder.show()
        self.exported.emit(path)

    def _note_stopped(self) -> None:
        self._note_idle(_("Stopped. Nothing was written."))
        self._timer.start()  # the preview was stopped with it

    def _show_trouble(self, error: Exception) -> None:
        self._note_idle(sentence_of(error))

    def _note_idle(self, said: str) -> None:
        self._set_busy(busy=False)
        self._said.setText(said)

    def _set_busy(self, *, busy: bool) -> None:
        self._progress.setVisible(busy)
        self._cancel.setVisible(busy)
        self._export.setEnabled(not busy)
        self._print.setEnabled(not busy)

    def _open_written(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


_FORMS: dict[str, Form] = {".pdf": "pdf", ".docx": "docx", ".md": "md"}
_ATTACHED = "attached"


def _other_kinds() -> dict[str, str]:
    return {
        _("PDF with the assessment inside (*.pdf)"): _ATTACHED,
        _("Word document (*.docx)"): ".docx",
        _("Plain text, Markdown (*.md)"): ".md",
    }
