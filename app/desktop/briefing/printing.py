"""The brief on paper: its pages as pictures at the printer's own resolution."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QRect, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter

from app.desktop.brief_making import page_pictures
from app.wording import _
from db.model import Paper

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

FINEST = 300
"""Dots an inch; more makes large pictures and no better letters."""
_SIZES = {Paper.A4: QPageSize.PageSizeId.A4, Paper.LETTER: QPageSize.PageSizeId.Letter}


def ask_printer(title: str, paper: Paper, parent: QWidget) -> QPrinter | None:
    """Let the officer choose a printer and pages; None when they think better of it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    printer.setPageSize(QPageSize(_SIZES[paper]))
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(_("Print the brief"))
    chosen = dialog.exec() == QPrintDialog.DialogCode.Accepted
    dialog.deleteLater()
    return printer if chosen else None


def print_pages(pdf: bytes, printer: QPrinter) -> int:
    """Print the chosen pages of a PDF; how many went to the printer."""
    printer.setResolution(min(printer.resolution(), FINEST))
    printer.setFullPage(True)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    whole = printer.paperRect(QPrinter.Unit.DevicePixel).toRect()
    pages = page_pictures(pdf, whole.width())
    first, last = printer.fromPage() or 1, printer.toPage() or len(pages)
    chosen = pages[first - 1 : last]
    painter = QPainter(printer)
    try:
        for number, picture in enumerate(chosen):
            if number:
                printer.newPage()
            size = picture.size().scaled(whole.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(QRect(0, 0, size.width(), size.height()), picture)
    finally:
        painter.end()
    return len(chosen)
