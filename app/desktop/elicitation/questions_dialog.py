"""Weights from a few questions, each the one that tells most, until nothing can change."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.analysis.admissible import (
    Admissible,
    NoAdmissibleWeights,
    admit_all,
    admit_both,
    admit_ratio,
    find_interior,
)
from app.analysis.elicitation.questions import NextStep, Question, answer, find_next_step
from app.analysis.watch import Cancelled
from app.desktop.elicitation.case import Case
from app.desktop.elicitation.dialog import ElicitationDialog
from app.desktop.jobs import LatestJob
from app.desktop.pages.layout import card
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _, ngettext
from app.wording.lists import series
from app.wording.numbers import score
from db.model import Elicitation

if TYPE_CHECKING:
    from app.analysis.arrays import FloatArray
    from app.analysis.watch import Watch

ABOUT = 1.2
"""Swings whose ratio is within this factor of what was asked are about the same."""
_YES, _NO, _SAME = "yes", "no", "same"


class Told(NamedTuple):
    """A question, what was answered, and what was admissible before."""

    question: Question
    said: str
    before: Admissible


class QuestionsDialog(ElicitationDialog):
    """Asks which of two changes is worth more until the first place is beyond doubt."""

    kind: ClassVar[Elicitation] = Elicitation.TRADE_OFF

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        assert case.prepared is not None
        self.told: list[Told] = []
        self.admissible = admit_all(len(case.leaves))
        self.question: Question | None = None
        self.winner: int | None = None
        self._ended = False
        self._stop = Event()
        self._job = LatestJob(QCoreApplication.instance())
        self._job.done.connect(self._ask)
        self._job.failed.connect(self._fail)
        self._lay_out_question()
        self.finished.connect(self._leave)
        self._look_ahead()

    def title(self) -> str:
        return _("Weigh by questions")

    def hint(self) -> str:
        return _(
            "Each question is the one whose answer tells most about which option is first. The "
            "questions end when no weights that agree with your answers change the first place."
        )

    def shares(self) -> FloatArray | None:
        return find_interior(self.admissible).shares if self.told else None

    def status(self) -> str:
        if self._job.busy:
            return _("Looking for the question that tells most …")
        if self.winner is not None:
            name = self.case.options[self.winner].name
            return _(
                "Settled: no admissible weight changes the winner any more. {name} is first."
            ).format(name=name)
        if self._ended:
            return _("No further comparison can tell more.")
        return ""

    def summary(self) -> str:
        count = len(self.told)
        lead = ngettext("{count} question was answered", "{count} questions were answered", count)
        listed = series(self._told_words(told) for told in self.told)
        said = f"{lead.format(count=count)}: {listed}."
        return f"{said} {self.status()}".strip()

    def has_answers(self) -> bool:
        return bool(self.told)

    def go_back(self) -> None:
        """Take back the last answer."""
        if self.told:
            self.admissible = self.told.pop().before
            self._look_ahead()

    def give(self, said: str) -> None:
        """Answer the question on show: yes, no or about the same."""
        question = self.question
        if question is None:
            return
        narrowed = _admit(self.admissible, question, said)
        try:
            find_interior(narrowed)
        except NoAdmissibleWeights:
            self.state.setText(_("That contradicts the answers before. Answer otherwise."))
            return
        self.told.append(Told(question, said, self.admissible))
        self.admissible = narrowed
        self._look_ahead()

    # --- asking

    def _look_ahead(self) -> None:
        self.question, self.winner, self._ended = None, None, False
        self._stop.set()  # an answer overtakes the search for the question before
        self._stop = Event()
        self._job.request(
            partial(find_next_step, self.case.prepared, self.admissible, watch=_until(self._stop))
        )
        self._show()

    def _ask(self, step: NextStep) -> None:
        self.winner, self._ended = step.certain_winner, step.question is None
        self.question = None if step.question is None else _turned(step.question)
        self._show()
        if self.question is not None:
            self.buttons[_YES].setFocus()
        elif self.shares() is not None:
            self.accept_button.setFocus()

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            raise error

    def _leave(self, _result: int) -> None:
        # The thread is not waited for: whoever closes the dialog has other things to do.
        self._stop.set()
        self._job.done.disconnect(self._ask)
        self._job.failed.disconnect(self._fail)
        if self._job.busy:
            self._job.done.connect(self._job.deleteLater)
            self._job.failed.connect(self._job.deleteLater)
        else:
            self._job.deleteLater()

    # --- showing

    def _lay_out_question(self) -> None:
        self._frame, inside = card()
        self.words = PlainLabel(role="lead", wrap=True)
        inside.addWidget(self.words)
        self.buttons: dict[str, QPushButton] = {}
        row = QHBoxLayout()
        for said, run in ((_YES, self._yes), (_NO, self._no), (_SAME, self._same)):
            self.buttons[said] = button("", run)  # with nothing to type, Enter presses it
            row.addWidget(self.buttons[said])
        row.addStretch(1)
        inside.addLayout(row)
        self.history = Sentences("muted")
        self.body.addWidget(self._frame)
        self.body.addWidget(self.history)
        self.back_button.setText(_("Take back the last answer"))

    def _show(self) -> None:
        self.back_button.setVisible(bool(self.told))
        self._frame.setVisible(self.question is not None)
        if self.question is not None:
            self._show_question(self.question)
        self.history.say([self._told_words(told) for told in self.told])
        self.follow()

    def _show_question(self, question: Question) -> None:
        first, second = self.case.leaves[question.first], self.case.leaves[question.second]
        if _is_one(question.ratio):
            text = _("Which change would you rather have?\n\nA: {a} {a_words}\n\nB: {b} {b_words}")
            captions = (_("&A"), _("&B"), _("About the &same"))
        else:
            text = _(
                "Is change A worth more than {times} times change B?\n\nA: {a} {a_words}\n\n"
                "B: {b} {b_words}"
            )
            captions = (_("&Yes, more"), _("&No, less"), _("&About as much"))
        said = text.format(
            a=first.name,
            a_words=first.words,
            b=second.name,
            b_words=second.words,
            times=_times(question.ratio),
        )
        self.words.setText(said)
        for made, caption in zip(self.buttons.values(), captions, strict=True):
            made.setText(caption)
            made.setAccessibleDescription(said)

    def _told_words(self, told: Told) -> str:
        first = self.case.leaves[told.question.first].name
        second = self.case.leaves[told.question.second].name
        one = _is_one(told.question.ratio)
        texts = {
            (_YES, True): _("{first} is worth more than {second}"),
            (_NO, True): _("{second} is worth more than {first}"),
            (_SAME, True): _("{first} and {second} are worth about the same"),
            (_YES, False): _("{first} is worth more than {times} times {second}"),
            (_NO, False): _("{first} is worth less than {times} times {second}"),
            (_SAME, False): _("{first} is worth about {times} times {second}"),
        }
        times = _times(told.question.ratio)
        return texts[told.said, one].format(first=first, second=second, times=times)

    def _yes(self) -> None:
        self.give(_YES)

    def _no(self) -> None:
        self.give(_NO)

    def _same(self) -> None:
        self.give(_SAME)


def _admit(admissible: Admissible, question: Question, said: str) -> Admissible:
    if said != _SAME:
        return answer(admissible, question, yes=said == _YES)
    low, high = question.ratio / ABOUT, question.ratio * ABOUT
    told = admit_ratio(admissible.criteria, question.first, question.second, low, high)
    return admit_both(admissible, told)


def _turned(question: Question) -> Question:
    """The same question in such a way that its ratio is 1 or more."""
    if question.ratio >= 1.0:
        return question
    return replace(
        question,
        first=question.second,
        second=question.first,
        ratio=1.0 / question.ratio,
        likely_yes=1.0 - question.likely_yes,
    )


def _is_one(ratio: float) -> bool:
    return abs(ratio - 1.0) < 0.005


def _times(ratio: float) -> str:
    return score(float(f"{ratio:.3g}"))


def _until(stop: Event) -> Watch:
    """What lets work go on until it is told to stop."""
    return lambda _done, _total: not stop.is_set()
