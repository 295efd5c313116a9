"""Examines rankings on a thread: the latest request wins, and equal content is examined once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.jobs import LatestJob

if TYPE_CHECKING:
    from app.analysis.content import Content
    from app.analysis.outcome import Outcome
    from app.desktop.robustness.report import Report

LOOK_EVERY_MS = 60


class _Run:
    """One examination: whether it shall stop, and how far it is (0 to 1)."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.stop = Event()
        self.progress = 0.0

    def watch(self, done: int, total: int) -> bool:
        """Note how far the work is; whether to go on."""
        self.progress = done / max(1, total)
        return not self.stop.is_set()


class Examiner(QObject):
    """Makes reports on rankings off the GUI thread."""

    began = Signal()
    progressed = Signal(float)
    """How far the present examination is, 0 to 1."""
    reported = Signal(object)
    """A `Report` on the ranking that was last asked about."""
    stopped = Signal()
    """The user stopped the examination; there is no report."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._job = LatestJob(self)
        self._run: _Run | None = None
        self._outcome: Outcome | None = None
        self._known: Report | None = None
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self._look)
        self._job.done.connect(self._report)
        self._job.failed.connect(self._fail)

    @property
    def busy(self) -> bool:
        """Whether a report is on its way."""
        return self._run is not None

    def ask(self, outcome: Outcome) -> None:
        """Report on a ranking; whatever is being examined and has other content is dropped."""
        from app.analysis.content import content_of

        content = content_of(outcome)
        self._outcome = outcome
        run, known = self._run, self._known
        if run is not None and run.content == content and not run.stop.is_set():
            return  # the names of the day are put in when it is done
        if run is not None:
            run.stop.set()
        if known is not None and known.content == content:
            self._begin(content, partial(_reword, known, outcome))
        else:
            self._begin(content, None)

    def stop(self) -> None:
        """Drop the present examination."""
        if self._run is not None:
            self._run.stop.set()

    def forget(self) -> None:
        """Let go of the assessment, which has been closed."""
        self.stop()
        self._job.abandon()
        self._timer.stop()
        self._run = self._outcome = self._known = None

    def _begin(self, content: Content, work: Callable[[], Report] | None) -> None:
        run = self._run = _Run(content)
        assert self._outcome is not None
        self._job.request(work or partial(_examine, self._outcome, run))
        self._timer.start()
        self.began.emit()

    def _look(self) -> None:
        if self._run is not None:
            self.progressed.emit(self._run.progress)

    def _report(self, report: Report) -> None:
        self._end()
        self._known = report
        outcome = self._outcome
        if outcome is not None and outcome.assessment is not report.examination.outcome.assessment:
            self.ask(outcome)  # something that is no part of the content has changed meanwhile
            return
        self.reported.emit(report)

    def _fail(self, error: Exception) -> None:
        from app.analysis.watch import Cancelled

        self._end()
        if not isinstance(error, Cancelled):
            raise error
        self.stopped.emit()

    def _end(self) -> None:
        self._timer.stop()
        self._run = None


def _examine(outcome: Outcome, run: _Run) -> Report:
    from app.analysis.examination import examine
    from app.desktop.robustness.report import make_report

    return make_report(examine(outcome, watch=run.watch))


def _reword(known: Report, outcome: Outcome) -> Report:
    from app.desktop.robustness.report import make_report

    return make_report(replace(known.examination, outcome=outcome))
