"""Pages of the brief, one below the other."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.desktop.widgets.reading_area import ReadingArea
from app.wording import _

GAP = 12


class PdfView(ReadingArea):
    """Shows pictures of pages and keeps the place while they are exchanged."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Preview of the brief"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._sheet = QWidget()
        self._column = QVBoxLayout(self._sheet)
        self._column.setContentsMargins(0, 0, 4, 0)
        self._column.setSpacing(GAP)
        self._column.addStretch(1)
        self._labels: list[QLabel] = []
        self.setWidget(self._sheet)

    @property
    def page_width(self) -> int:
        """How wide a page may be, in pixels of the device."""
        scrollbar = self.verticalScrollBar().sizeHint().width() + 6
        return max(200, round((self.width() - scrollbar) * self.devicePixelRatioF()))

    @property
    def page_count(self) -> int:
        """How many pages are on show."""
        return len(self._labels)

    def show_pages(self, pages: tuple[QImage, ...]) -> None:
        """Show these pages."""
        while len(self._labels) > len(pages):
            label = self._labels.pop()
            self._column.removeWidget(label)
            label.deleteLater()
        while len(self._labels) < len(pages):
            label = QLabel()
            label.setFrameShape(QLabel.Shape.Box)
            self._column.insertWidget(len(self._labels), label, 0, Qt.AlignmentFlag.AlignLeft)
            self._labels.append(label)
        for number, (label, image) in enumerate(zip(self._labels, pages, strict=True), start=1):
            image.setDevicePixelRatio(self.devicePixelRatioF())
            label.setPixmap(QPixmap.fromImage(image))
            label.setAccessibleName(
                _("Page {page} of {pages}").format(page=number, pages=len(pages))
            )
