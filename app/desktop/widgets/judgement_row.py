"""What is judged of one option at a red line."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.widgets.choice import Choice
from app.desktop.widgets.fields import ProseField
from app.desktop.widgets.text import PlainLabel
from app.wording import _
from app.wording.terms import term
from db.model import Crossing, RedLineJudgement


class JudgementRow(QWidget):
    """A verdict on an option, and the reason for it."""

    verdict_chosen = Signal(str, object)
    """The option and the verdict; None when nothing is to be said."""
    reason_given = Signal(str, str)

    def __init__(self, option: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._option = option
        self.verdict = Choice(_("Does {option} cross the red line?").format(option=name))
        self.verdict.show_choices(
            ((None, _("not judged")), *((verdict, term(verdict)) for verdict in Crossing))
        )
        self.verdict.setMinimumContentsLength(8)
        self.reason = ProseField(_("Why, for {option}").format(option=name), 1)
        self.reason.setPlaceholderText(_("Why, in a sentence"))
        self.verdict.chosen.connect(self._announce_verdict)
        self.reason.committed.connect(self._announce_reason)
        row = QHBoxLayout()
        row.addWidget(self.verdict, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.reason, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(3)
        column.addWidget(PlainLabel(name, wrap=True))
        column.addLayout(row)

    def show_judgement(self, judgement: RedLineJudgement | None, *, anew: bool) -> None:
        """Show what is judged; `anew` when it is about another red line than before."""
        self.verdict.show_choice(None if judgement is None else judgement.verdict)
        reason = "" if judgement is None else judgement.reason
        self.reason.load_text(reason) if anew else self.reason.show_text(reason)
        self.reason.setEnabled(judgement is not None)

    def _announce_verdict(self, verdict: object) -> None:
        self.verdict_chosen.emit(self._option, verdict)

    def _announce_reason(self, reason: str) -> None:
        self.reason_given.emit(self._option, reason)
