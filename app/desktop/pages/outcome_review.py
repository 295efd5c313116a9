"""What was decided, what came of it, and how stated likelihoods fared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from app.desktop.pages.decision_form import DecisionForm
from app.desktop.pages.layout import card
from app.desktop.widgets.choice import Choice
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.sentences import Sentences
from app.desktop.widgets.text import PlainLabel
from app.edits import records
from app.wording import _
from app.wording.terms import term
from db.model import Happened

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment

COLUMNS = (5, 3, 3)


class OutcomeReview(DecisionForm):
    """The decision as it was taken, and each scenario as it came about or did not."""

    def __init__(self, workspace: Workspace) -> None:
        fields = (
            Field("taken", _("What was decided"), Kind.CHOICE),
            Field("taken_on", _("On"), Kind.DATE, beside=True),
            Field("taken_because", _("Why"), Kind.PROSE, lines=3),
            Field("happened", _("What happened then"), Kind.PROSE, lines=3),
            Field("happened_by", _("As seen on"), Kind.DATE),
        )
        guidance = _("Fill this in when it is known, so that judgements can be learned from.")
        super().__init__(workspace, guidance, _("What came of the decision"), fields)
        self._futures, inside = card(_("Which scenarios came about"))
        self.answers: dict[str, Choice] = {}
        self._shape: tuple[tuple[str, str, str], ...] = ()
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 0, 0)
        for column, share in enumerate(COLUMNS):
            self._grid.setColumnStretch(column, share)
        self.calibration = Sentences()
        inside.addWidget(self._rows)
        inside.addWidget(self.calibration)
        self.add_card(self._futures)
        self.column.addStretch(1)

    def show_value(self, assessment: Assessment) -> None:
        from app.analysis.policy.calibration import find_calibration
        from app.wording.review import calibration_sentences

        options = ((row.id, row.name) for row in assessment.options)
        self.form.offer("taken", ((None, _("not decided yet")), *options))
        super().show_value(assessment)
        self._arrange(assessment)
        for row in assessment.scenarios:
            self.answers[row.id].show_choice(row.happened)
        self._futures.setVisible(bool(assessment.scenarios))
        found = find_calibration([assessment])
        self.calibration.say(() if found is None else calibration_sentences(found))

    def _arrange(self, assessment: Assessment) -> None:
        """Make the rows anew if there are other scenarios than before."""
        shape = tuple(
            (row.id, row.name, "" if row.likelihood is None else term(row.likelihood))
            for row in assessment.scenarios
        )
        if shape == self._shape:
            return
        self._shape = shape
        while (item := self._grid.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self.answers = {}
        for number, (key, name, likelihood) in enumerate(shape):
            choice = Choice(_("Whether “{scenario}” came about").format(scenario=name))
            choice.show_choices(
                (
                    (None, _("not known yet")),
                    *((answer, term(answer)) for answer in Happened),
                )
            )
            choice.setObjectName(key)
            choice.chosen.connect(self._settle)
            self.answers[key] = choice
            self._grid.addWidget(PlainLabel(name, wrap=True), number, 0)
            self._grid.addWidget(PlainLabel(likelihood, "muted", wrap=True), number, 1)
            self._grid.addWidget(choice, number, 2)

    def _settle(self, answer: Happened | None) -> None:
        key = self.sender().objectName()
        label = _("Whether a scenario came about")
        self.workspace.apply(label, records.change, "scenarios", key, happened=answer)
