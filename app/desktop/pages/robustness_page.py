"""How firm the ranking is, what would change it, and what to find out next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from app.desktop.pages.layout import GAP, scrolling_layout
from app.desktop.pages.page import Page
from app.desktop.robustness.cards import (
    ChangeCard,
    FirstPlaceCard,
    LearningCard,
    ModelCard,
    QuestionCard,
    ScoresCard,
)
from app.desktop.robustness.examiner import Examiner
from app.desktop.robustness.veil import Veil
from app.desktop.widgets.spoken_label import SpokenLabel
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.analysis.outcome import Outcome
    from app.desktop.robustness.report import Report
    from app.desktop.workspace import Workspace
    from db.model import Assessment

SHOW_BUSY_AFTER_MS = 150
"""Work that is done sooner shows its result and no progress."""


class RobustnessPage(Page):
    """The answers to what an officer asks about a ranking, computed off the GUI thread."""

    step: ClassVar[str] = "robustness"
    shown = Signal()
    """All of a report is on the page."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace)
        self._outcome: Outcome | None = None
        self.report: Report | None = None
        self.examiner = Examiner(self)
        layout = scrolling_layout(self, self.title())
        self._verdict = PlainLabel(role="lead", wrap=True)
        layout.addWidget(self._verdict)
        layout.addWidget(self._make_empty())
        layout.addWidget(self._make_status())
        layout.addWidget(self._make_body())
        layout.addStretch(1)
        self._busy_timer = QTimer(self, singleShot=True, interval=SHOW_BUSY_AFTER_MS)
        self._waiting: list[Callable[[Report], None]] = []
        self._turn = QTimer(self, singleShot=True, interval=0)
        self._turn.timeout.connect(self._show_next)
        self._connect()

    def title(self) -> str:
        return _("Robustness")

    # --- making

    def _make_empty(self) -> QFrame:
        self._empty = QFrame()
        row = QHBoxLayout(self._empty)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button(_("Go to the options"), self._want_options))
        row.addWidget(button(_("Go to the criteria"), self._want_criteria))
        row.addStretch(1)
        self._empty.hide()
        return self._empty

    def _make_status(self) -> QWidget:
        self._status = QWidget()
        row = QHBoxLayout(self._status)
        row.setContentsMargins(0, 0, 0, 0)
        self._note = SpokenLabel(role="muted")
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setFixedWidth(140)
        self._progress.setAccessibleName(_("Progress of the analysis"))
        self._stop = button(_("Stop"), self.examiner.stop)
        self._again = button(_("Analyse again"), self._ask)
        row.addWidget(self._note, 1)
        for made in (self._progress, self._stop, self._again):
            made.hide()
            row.addWidget(made)
        return self._status

    def _make_body(self) -> QWidget:
        self.first_place, self.change, self.scores = FirstPlaceCard(), ChangeCard(), ScoresCard()
        self.methods = QuestionCard("methods", _("Do other methods agree?"))
        self.learning, self.model = LearningCard(), ModelCard()
        self._cards = (
            self.first_place,
            self.change,
            self.scores,
            self.methods,
            self.learning,
            self.model,
        )
        self._body = QWidget()
        column = QVBoxLayout(self._body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for made in self._cards:
            column.addWidget(made)
            made.place_wanted.connect(self._go)
        self._veil = Veil(self._body)
        self._body.hide()
        return self._body

    def _connect(self) -> None:
        examiner = self.examiner
        examiner.began.connect(self._busy_timer.start)
        examiner.progressed.connect(self._show_progress)
        examiner.reported.connect(self.show_report)
        examiner.stopped.connect(self._show_stopped)
        self._busy_timer.timeout.connect(self._show_busy)
        self.workspace.closed.connect(self._forget)

    # --- showing

    def show_value(self, assessment: Assessment, tables: frozenset[str] | None) -> None:
        from app.analysis.outcome import find_outcome
        from app.analysis.verdict import find_verdict
        from app.wording.verdicts import verdict_sentence

        self._outcome = find_outcome(assessment, before=self._outcome)
        ranked = self._outcome is not None
        self._empty.setVisible(not ranked)
        self._status.setVisible(ranked)
        if self._outcome is None:
            self._forget()
            self._verdict.setText(
                _("There is nothing to analyse yet: add at least one option and one criterion.")
            )
            return
        self._verdict.setText(verdict_sentence(self._outcome, find_verdict(self._outcome)))
        self._ask()

    def show_report(self, report: Report) -> None:
        """Show what an examination found: a card in each turn of the event loop."""
        self.report = report
        self._end_busy(report.note)
        self._veil.hide()
        shown = [made for made in self._cards if made.for_one_option or not report.alone]
        for made in self._cards:
            made.setVisible(made in shown)
        self._body.show()
        self._waiting = [step for made in shown for step in made.steps()]
        self._turn.start()

    def _show_next(self) -> None:
        if self.report is None:
            return
        self._waiting.pop(0)(self.report)
        if self._waiting:
            self._turn.start()
        else:
            self.shown.emit()

    def _ask(self) -> None:
        if self._outcome is not None:
            self._again.hide()
            self.examiner.ask(self._outcome)

    def _show_busy(self) -> None:
        if not self.examiner.busy:
            return
        stale = self.report is not None
        if stale:
            self._veil.draw_over()
        self._note.setText(
            _("Analysing. What stands below is from before the last change.")
            if stale
            else _("Analysing the ranking.")
        )
        self._progress.show()
        self._stop.show()
        self._again.hide()

    def _show_progress(self, part: float) -> None:
        self._progress.setValue(round(100 * part))

    def _show_stopped(self) -> None:
        self._end_busy(
            _("Stopped. What stands below is from before the last change.")
            if self.report is not None
            else _("Stopped. There is nothing to show yet.")
        )
        if self.report is not None:
            self._veil.draw_over()
        self._again.show()

    def _end_busy(self, note: str) -> None:
        self._busy_timer.stop()
        self._progress.hide()
        self._progress.setValue(0)
        self._stop.hide()
        self._again.hide()
        self._note.setText(note)

    def _forget(self) -> None:
        """Let go of the assessment, or of a ranking that is no more."""
        self.examiner.forget()
        self._turn.stop()
        self._end_busy("")
        self.report = self._outcome = None
        self._veil.hide()
        self._body.hide()

    # --- leading elsewhere

    def _go(self, place: Any) -> None:
        step, where = place
        if where is None:
            self.step_wanted.emit(step)
        else:
            self.place_wanted.emit(step, where)

    def _want_options(self) -> None:
        self.step_wanted.emit("options")

    def _want_criteria(self) -> None:
        self.step_wanted.emit("criteria")
