"""The view of a page: it shows files of the handbook and nothing else, whatever it is asked."""

from __future__ import annotations

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QImage, QTextCursor, QTextDocument
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.desktop.handbook.pages import DOCS, SCHEME, anchor, handbook, shown_text
from app.wording import _

MARGIN = 18


class Reader(QTextBrowser):
    """Shows pages and follows links between them; no other text ever comes in here."""

    page_shown = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenExternalLinks(False)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # the pages are in English
        self.setAccessibleName(_("Page of the handbook"))
        self.document().setDocumentMargin(MARGIN)
        self.sourceChanged.connect(self._arrive)

    @property
    def page(self) -> str:
        """The name of the page on show."""
        return self.source().path().lstrip("/")

    def show_page(self, name: str) -> None:
        """Show a page of the handbook; "name.md#heading" goes to a heading of it."""
        self.setSource(QUrl(f"{SCHEME}:/{name}"))

    def find_word(self, word: str) -> None:
        """Mark the first place at which a word stands."""
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.find(word)

    def loadResource(self, kind: int, name: QUrl) -> object:
        """Give what belongs to the handbook: a page, or a picture as wide as there is room."""
        place = name.path().lstrip("/")
        if name.scheme() != SCHEME:
            return None
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._picture(place)
        page = handbook().get(place)
        return shown_text(page) if page is not None else None

    def _picture(self, place: str) -> QImage | None:
        path = (DOCS / place).resolve()
        if not path.is_relative_to(DOCS / "pictures"):
            return None
        picture = QImage(str(path))
        room = max(self.viewport().width() - 3 * MARGIN, 200)
        smooth = Qt.TransformationMode.SmoothTransformation
        return picture if picture.width() <= room else picture.scaledToWidth(room, smooth)

    def _arrive(self, address: QUrl) -> None:
        if address.hasFragment():
            self._go_to_heading(address.fragment())
        self.page_shown.emit(address.path().lstrip("/"))  # it is the source only in a moment

    def _go_to_heading(self, wanted: str) -> None:
        block = self.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() and anchor(block.text()) == wanted:
                top = self.document().documentLayout().blockBoundingRect(block).top()
                self.verticalScrollBar().setValue(int(top) - MARGIN)
                return
            block = block.next()
