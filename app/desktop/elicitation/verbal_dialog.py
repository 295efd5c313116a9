"""Weights from words: how strongly one would welcome each change, after MACBETH."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.desktop.elicitation.case import Case, Leaf
from app.desktop.elicitation.dialog import ElicitationDialog
from app.desktop.jobs import LatestJob
from app.desktop.pages.layout import card
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.text import PlainLabel, button
from app.wording import _
from app.wording.lists import series
from db.model import Elicitation

if TYPE_CHECKING:
    from collections.abc import Hashable

    from app.analysis.arrays import FloatArray
    from app.analysis.elicitation.verbal import Difference, VerbalScale

CHOICE_WIDTH = 250


def category_words() -> tuple[str, ...]:
    """The words for a difference in attractiveness, from none to extreme (Bana e Costa)."""
    return (
        _("not at all"),
        _("very weakly"),
        _("weakly"),
        _("moderately"),
        _("strongly"),
        _("very strongly"),
        _("extremely"),
    )


class VerbalDialog(ElicitationDialog):
    """Asks for words instead of numbers; says which words contradict each other."""

    kind: ClassVar[Elicitation] = Elicitation.VERBAL

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(case, parent)
        self._scale: VerbalScale | None = None
        self._job = LatestJob(QCoreApplication.instance())
        self._job.done.connect(self._take)
        self.alone = [self._alone_choice(leaf) for leaf in case.leaves]
        self.between = [
            self._between_choice(one, other)
            for one, other in zip(case.leaves, case.leaves[1:], strict=False)
        ]
        self.body.addWidget(self._make_doubt())
        self._lay_out_questions()
        self.finished.connect(self._leave)
        self.follow()

    def title(self) -> str:
        return _("Weigh by words")

    def hint(self) -> str:
        return _(
            "Say in words how much you would welcome each change. Where that is not enough to "
            "tell two of them apart, say how much more one is worth to you than the other."
        )

    def shares(self) -> FloatArray | None:
        scale = self._scale
        if self._job.busy or scale is None or not scale.consistent or not scale.values.any():
            return None
        return scale.as_shares(len(self.case.leaves))

    def status(self) -> str:
        if any(choice.key is None for choice in self.alone):
            return _("Say of every change how much you would welcome it.")
        if self._job.busy:
            return _("Working out the weights …")
        if self._scale is not None and self._scale.consistent and not self._scale.values.any():
            return _("At least one change must be worth something.")
        return ""

    def summary(self) -> str:
        told = series(
            self._words_of(choice) for choice in self.alone if isinstance(choice.key, int)
        )
        said = _("Judged in words (MACBETH), how welcome each change is: {list}.").format(list=told)
        compared = series(self._words_of(c) for c in self.between if c.key is not None)
        if compared:
            said += " " + _("Compared: {list}.").format(list=compared)
        return said

    def stops(self) -> list[QWidget]:
        return [*self.alone, *self.between]

    # --- asking

    def _alone_choice(self, leaf: Leaf) -> Choice:
        choice = Choice(_("How welcome {name} is").format(name=leaf.name))
        choice.show_choices(tuple(enumerate(category_words())))
        choice.show_choice(None)
        choice.setPlaceholderText(_("choose"))
        choice.chosen.connect(self._hear)
        choice.setFixedWidth(CHOICE_WIDTH)
        return choice

    def _between_choice(self, one: Leaf, other: Leaf) -> Choice:
        names = _("{first} against {second}").format(first=one.name, second=other.name)
        choice = Choice(names)
        offers: list[tuple[Hashable, str]] = [(None, _("not compared"))]
        offers.append(((1, 0), _("both are worth the same")))
        offers += [
            ((sign, category), _compared(one, other, sign, category))
            for sign in (1, -1)
            for category in range(1, len(category_words()))
        ]
        choice.show_choices(tuple(offers))
        choice.show_choice(None)
        choice.chosen.connect(self._hear)
        return choice

    def _lay_out_questions(self) -> None:
        frame, inside = card(_("How much would you welcome each change by itself?"))
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        for row, (leaf, choice) in enumerate(zip(self.case.leaves, self.alone, strict=True)):
            told = QVBoxLayout()
            told.setSpacing(0)
            told.addWidget(PlainLabel(leaf.name, "strong", wrap=True))
            told.addWidget(PlainLabel(leaf.words, "muted", wrap=True))
            grid.addLayout(told, row, 0)
            grid.addWidget(choice, row, 1)
        inside.addLayout(grid)
        self.body.addWidget(frame)
        frame, inside = card(
            _("How much more is one worth than the other? (as far as you can say)")
        )
        for choice in self.between:
            inside.addWidget(PlainLabel(choice.accessibleName(), wrap=True))
            inside.addWidget(choice)
        self.body.addWidget(frame)

    def _make_doubt(self) -> QFrame:
        self._doubt = QFrame()
        self._doubt.setProperty("role", "notice")
        self._doubt_words = PlainLabel(wrap=True)
        row = QHBoxLayout(self._doubt)
        row.addWidget(self._doubt_words, 1)
        row.addWidget(button(_("Show it"), self.show_conflict))
        self._doubt.hide()
        return self._doubt

    # --- working out

    def _hear(self, _key: object) -> None:
        from app.analysis.elicitation.verbal import fit_scale

        self._scale = None
        if all(choice.key is not None for choice in self.alone):
            things = len(self.case.leaves) + 1
            self._job.request(partial(fit_scale, things, self.judgements()))
        self.follow()

    def judgements(self) -> list[Difference]:
        """What has been said, in numbers: the last thing is the change that changes nothing."""
        return [given for given, _choice in self._given()]

    def _given(self) -> list[tuple[Difference, Choice]]:
        from app.analysis.elicitation.verbal import Difference

        nothing = len(self.case.leaves)
        given = [
            (Difference(number, nothing, choice.key), choice)
            for number, choice in enumerate(self.alone)
            if isinstance(choice.key, int)
        ]
        for number, choice in enumerate(self.between):
            if isinstance(choice.key, tuple):
                sign, category = choice.key
                pair = (number, number + 1) if sign > 0 else (number + 1, number)
                given.append((Difference(*pair, category), choice))
        return given

    def _take(self, scale: VerbalScale) -> None:
        self._scale = scale
        self._doubt.setVisible(not scale.consistent)
        if not scale.consistent:
            told = series(self._words_of(choice) for choice in self._conflicting())
            text = _("These judgements contradict each other: {list}. Change one of them.")
            self._doubt_words.setText(text.format(list=told))
        self.follow()

    def _words_of(self, choice: Choice) -> str:
        # Worded anew: the record may be in another language than the dialog.
        if choice in self.between and isinstance(choice.key, tuple):
            at = self.between.index(choice)
            return _compared(*self.case.leaves[at : at + 2], *choice.key)
        assert isinstance(choice.key, int)
        leaf = self.case.leaves[self.alone.index(choice)]
        return _("{name}: {words}").format(name=leaf.name, words=category_words()[choice.key])

    def _conflicting(self) -> list[Choice]:
        conflicts = self._scale.conflicts if self._scale is not None else ()
        return [choice for given, choice in self._given() if given in conflicts]

    def show_conflict(self) -> None:
        """Go to a judgement that contradicts others."""
        found = self._conflicting()
        if found:
            found[-1].setFocus()

    def _leave(self, _result: int) -> None:
        # The thread is not waited for: whoever closes the dialog has other things to do.
        self._job.done.disconnect(self._take)
        if self._job.busy:
            self._job.done.connect(self._job.deleteLater)
        else:
            self._job.deleteLater()


def _compared(one: Leaf, other: Leaf, sign: int, category: int) -> str:
    if not category:
        return _("both are worth the same")
    better, worse = (one, other) if sign > 0 else (other, one)
    return _("{better} is worth more than {worse}: {words}").format(
        better=better.name, worse=worse.name, words=category_words()[category]
    )
