"""Previews and documents of the brief, made in their own process and told of on the GUI thread."""

from __future__ import annotations

import datetime
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from app.desktop.brief_making import preview_of, write_whole
from app.desktop.briefing.orders import Order
from app.desktop.briefing.process import BriefProcess, Interrupted
from app.desktop.jobs import LatestJob

if TYPE_CHECKING:
    from pathlib import Path

    from app.brief.house import ReadStyle
    from app.desktop.briefing.orders import Form, Made
    from db.model import Assessment


class BriefDesk(QObject):
    """Takes orders for briefs; a later preview takes the place of one that waits."""

    previewed = Signal(object)
    """A `Preview`."""
    progressed = Signal(float)
    """How far the document is, 0 to 1."""
    made = Signal(object)
    """The bytes of a document that was wanted for printing."""
    written = Signal(object)
    """The path of a document."""
    failed = Signal(object)
    """Why something could not be made or written."""
    stopped = Signal()
    """The document was given up."""
    _heard = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style: ReadStyle | None = None
        """How the house wants its briefs to look."""
        self._process = BriefProcess()
        self._previews, self._documents = LatestJob(self), LatestJob(self)
        self._previews.done.connect(self.previewed)
        self._previews.failed.connect(self._fail_quietly)
        self._documents.done.connect(self._hand_over)
        self._documents.failed.connect(self._fail)
        self._heard.connect(self._progress, Qt.ConnectionType.QueuedConnection)
        self.destroyed.connect(self._process.stop)

    @property
    def busy(self) -> bool:
        """Whether a document is being made."""
        return self._documents.busy

    @property
    def drawing(self) -> bool:
        """Whether a preview is being made."""
        return self._previews.busy

    def preview(self, assessment: Assessment, width: int) -> None:
        """Draw the pages, `width` pixels wide."""
        order = self._order(assessment, width=width)
        make = self._process.make
        self._previews.request(lambda: preview_of(make(order, _listen_to_nothing)))

    def write(
        self, assessment: Assessment, path: Path, form: Form = "pdf", attached: str = ""
    ) -> None:
        """Write the brief to a file, with the assessment in it under a name, if one is given."""
        order = self._order(assessment, form=form, attached=attached)
        self._documents.request(partial(self._write, order, path))

    def make(self, assessment: Assessment) -> None:
        """Make the PDF without writing it anywhere."""
        order = self._order(assessment)
        self._documents.request(lambda: self._make(order).data)

    def stop(self) -> None:
        """Give up the document that is being made."""
        if self.busy:
            self._documents.abandon()
            self._process.stop()
            self.stopped.emit()

    def drop_preview(self) -> None:
        """Draw no preview any more: nobody looks at it."""
        self._previews.abandon()

    def close(self) -> None:
        """Let go of everything: the assessment has been closed."""
        self._previews.abandon()
        self._documents.abandon()
        self._process.stop()

    def _order(
        self, assessment: Assessment, *, width: int = 0, form: Form = "pdf", attached: str = ""
    ) -> Order:
        return Order(
            assessment=assessment,
            today=today(),
            form=form,
            width=width,
            attached=attached,
            style=self.style,
        )

    def _make(self, order: Order) -> Made:
        return self._process.make(order, self._heard.emit)

    def _write(self, order: Order, path: Path) -> Path:
        return write_whole(self._make(order).data, path)

    def _hand_over(self, result: object) -> None:
        (self.made if isinstance(result, bytes) else self.written).emit(result)

    def _progress(self, done: int, total: int) -> None:
        if self.busy:
            self.progressed.emit(done / total)

    def _fail(self, error: Exception) -> None:
        if isinstance(error, Interrupted):
            self.stopped.emit()
        else:
            self.failed.emit(error)

    def _fail_quietly(self, error: Exception) -> None:
        if not isinstance(error, Interrupted):  # a document was given up and the preview with it
            self.failed.emit(error)


def today() -> datetime.date:
    """The desk's own day."""
    return datetime.datetime.now().astimezone().date()


def _listen_to_nothing(_done: int, _total: int) -> None:
    """Previews appear by themselves."""
