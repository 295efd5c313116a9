"""What the window does beside itself, done once without showing it: for `counterpoise self-test`.

These are the parts that a package can lose without anybody noticing at the start: the process that
makes briefs, the printing of Qt and the pages of the handbook.
"""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from db.model import Assessment

_ENOUGH = 200
"""Dots across a page: a small picture is as good as a large one here."""


class Lacking(Exception):
    """What does not work; said in English, to whoever packs the program."""


def check(assessment: Assessment, today: datetime.date, folder: Path) -> int:
    """Make a brief in a process of its own, print it into a file, read the handbook; its pages.

    Raises:
        Lacking: one of these does not work.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    brief, pages = _make_brief(assessment, today)
    _print(brief, pages, folder / "printed.pdf")
    _read_handbook()
    return pages


def _make_brief(assessment: Assessment, today: datetime.date) -> tuple[bytes, int]:
    from app.desktop.briefing.orders import Order
    from app.desktop.briefing.process import BriefProcess

    workshop = BriefProcess()
    try:
        order = Order(assessment=assessment, today=today, width=_ENOUGH)
        made = workshop.make(order, lambda _done, _total: None)
    finally:
        workshop.stop()
    if not made.data.startswith(b"%PDF-") or not made.pages:
        raise Lacking("the process that makes briefs made none")
    return made.data, len(made.pages)


def _print(brief: bytes, pages: int, target: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
    from PySide6.QtWidgets import QApplication

    from app.desktop.briefing.printing import print_pages
    from app.desktop.starting.assembly import make_application

    application = QApplication.instance() or make_application()
    QPrinterInfo.availablePrinterNames()  # asks the system, which may have none
    printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    printed = print_pages(brief, printer)
    application.processEvents()
    if printed != pages or not target.read_bytes().startswith(b"%PDF-"):
        raise Lacking(f"{printed} of {pages} pages were printed")


def _read_handbook() -> None:
    from app.desktop.handbook.pages import CONTENTS, DOCS, handbook, links

    found = handbook()
    if CONTENTS not in found:
        raise Lacking("the handbook has no contents")
    for page in found.values():
        for _words, target, is_picture in links(page.text):
            if is_picture and not (DOCS / page.name).parent.joinpath(target).is_file():
                raise Lacking(f"the handbook lacks {target}")
