"""The brief: to whom, in what words, how it looks, and into which file."""

from __future__ import annotations

import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QStandardPaths, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QVBoxLayout

from app.desktop.brief_making import Preview, make_brief, make_preview, write_whole
from app.desktop.jobs import LatestJob
from app.desktop.pages.brief_form import BriefForm
from app.desktop.pages.layout import page_layout
from app.desktop.pages.page import Page
from app.desktop.telling.trouble import sentence_of
from app.desktop.widgets.pdf_view import PdfView
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment

PREVIEW_AFTER_MS = 150


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
        self._assessment: Assessment | None = None
        self._drawing = LatestJob(self)
        self._drawing.done.connect(self._show_preview)
        self._drawing.failed.connect(self._show_trouble)
        self._writing = LatestJob(self)
        self._writing.done.connect(self._note_written)
        self._writing.failed.connect(self._show_trouble)
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._draw)
        workspace.closed.connect(self._stop)
        layout = page_layout(self, self.title())
        layout.addLayout(self._export_row())
        row = QHBoxLayout()
        row.setSpacing(18)
        layout.addLayout(row, 1)
        self._form = BriefForm(workspace)
        row.addWidget(self._form, 5)
        row.addLayout(self._preview_column(), 6)

    def title(self) -> str:
        return _("Brief")

    def _export_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._export = button(_("Export as PDF…"), self.export, "primary")
        self._open = button(_("Open it"), self._open_written)
        self._folder = button(_("Show its folder"), self._open_folder)
        self._progress = QProgressBar()
        self._progress.setRange(0, 0)
        self._progress.setFixedWidth(120)
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(_("Writing the brief"))
        self._said = PlainLabel(role="muted", wrap=True)
        row.addWidget(self._export)
        row.addWidget(self._progress)
        row.addWidget(self._said, 1)
        row.addWidget(self._open)
        row.addWidget(self._folder)
        for made in (self._open, self._folder, self._progress):
            made.hide()
        return row

    def _preview_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self._lacking = PlainLabel(role="muted", wrap=True)
        self.view = PdfView()
        self._waiting = PlainLabel(_("Drawing the pages …"), "muted")
        column.addWidget(self._lacking)
        column.addWidget(self._waiting)
        column.addWidget(self.view, 1)
        return column

    # --- showing

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        from app.brief.compose import missing_parts

        self._assessment = assessment
        self._form.show_value(assessment, anew=tables is None)
        lacking = "; ".join(missing_parts(assessment))
        text = (
            _("Still empty: {parts}.").format(parts=lacking)
            if lacking
            else _("Nothing is missing.")
        )
        self._lacking.setText(text)
        self._timer.start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._assessment is not None:
            self._timer.start()

    def _draw(self) -> None:
        if self._assessment is not None:
            self._drawing.request(
                partial(make_preview, self._assessment, _today(), self.view.page_width)
            )

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
        self._drawing.abandon()
        self._writing.abandon()
        self._assessment = None
        self._note_idle("")
        self._open.hide()
        self._folder.hide()

    # --- exporting

    def export(self) -> None:
        """Ask for a file and write the brief to it."""
        self.commit_pending()
        folder = self.workspace.path.parent if self.workspace.path else _documents()
        from app.brief.clean import file_name

        name = file_name(self.workspace.value.decision.title)
        chosen, _kind = QFileDialog.getSaveFileName(
            self, _("Export the brief"), str(folder / f"{name}.pdf"), _("PDF documents (*.pdf)")
        )
        if chosen:
            self.export_to(Path(chosen if chosen.lower().endswith(".pdf") else f"{chosen}.pdf"))

    def export_to(self, path: Path) -> None:
        """Write the brief to a file, off the GUI thread."""
        self.commit_pending()
        self._export.setEnabled(False)
        self._progress.show()
        self._said.setText(_("Writing {file} …").format(file=path.name))
        self._writing.request(partial(_write_brief, self.workspace.value, _today(), path))

    def _note_written(self, path: Path) -> None:
        self._written = path
        self._note_idle(_("The brief is in {file}.").format(file=path.name))
        self._open.show()
        self._folder.show()
        self.exported.emit(path)

    def _show_trouble(self, error: Exception) -> None:
        self._note_idle(sentence_of(error))

    def _note_idle(self, said: str) -> None:
        self._progress.hide()
        self._export.setEnabled(True)
        self._said.setText(said)

    def _open_written(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written)))

    def _open_folder(self) -> None:
        if self._written is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written.parent)))


def _write_brief(assessment: Assessment, today: datetime.date, path: Path) -> Path:
    return write_whole(make_brief(assessment, today), path)


def _today() -> datetime.date:
    return datetime.datetime.now().astimezone().date()


def _documents() -> Path:
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(place))
