"""The actors: whose view is modelled, and what they would accept."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from app.desktop.pages.evidence_card import EvidenceCard
from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.text import PlainLabel, button
from app.edits import actors, perspectives
from app.wording import _
from app.wording.numbers import score
from app.wording.terms import term
from db.model import Assessment, Elicitation, Perspective, PerspectiveKind


class Actors(Register):
    """States and groups with their influence, their thresholds and their reasons."""

    table = "perspectives"
    weights_wanted = Signal(str)
    """An actor whose weights shall be shown."""

    def words(self) -> Words:
        return Words(
            rows=_("Actors"),
            new=_("New actor"),
            change=_("Change an actor"),
            move=_("Order of the actors"),
            remove=_("Remove an actor"),
            invitation=_(
                "An actor is a state or group whose weights differ from yours. The scores stay "
                "the same; you see what each would put first, and what all could live with. Type "
                "a name on the left to begin."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Name")),
            Field("description", _("Who this is"), Kind.PROSE),
            Field("reason", _("Why it weighs as it does"), Kind.PROSE),
            Field("locator", _("Where that is written")),
            Field(
                "elicitation",
                _("How the weights were found"),
                Kind.CHOICE,
                choices=tuple((kind, term(kind)) for kind in Elicitation),
            ),
            Field("elicited_on", _("When"), Kind.DATE, beside=True),
            Field(
                "accepts_from",
                _("Accepts an option worth at least"),
                Kind.NUMBER,
                _("Of 100, by the actor's own weights."),
            ),
            Field(
                "accepts_within",
                _("… or one so close to its best"),
                Kind.NUMBER,
                _("In points of value."),
                beside=True,
            ),
            Field(
                "influence",
                _("Influence"),
                Kind.NUMBER,
                _("For the record; it decides nothing by itself. 1 is usual."),
            ),
        )

    def head_sheet(self, sheet: QVBoxLayout) -> None:
        frame, inside = card(_("Weights"))
        self._weights = PlainLabel(role="muted", wrap=True)
        row = QHBoxLayout()
        self.to_weights = button("", self._want_weights)
        self.start = button(_("Start from the desk's weights"), self._weigh_like_the_desk)
        row.addWidget(self.to_weights)
        row.addWidget(self.start)
        row.addStretch(1)
        inside.addWidget(self._weights)
        inside.addLayout(row)
        sheet.addWidget(frame)

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self._evidence = EvidenceCard(self.workspace, "perspectives")
        sheet.addWidget(self._evidence)

    def rows(self, assessment: Assessment) -> Sequence[Perspective]:
        return [row for row in assessment.perspectives if row.kind is PerspectiveKind.ACTOR]

    def line(self, assessment: Assessment, row: Perspective) -> ListRow:
        said = _("accepts from {value}, influence {influence}").format(
            value=score(row.accepts_from), influence=score(row.influence)
        )
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{row.reason}")

    def show_more(self, assessment: Assessment, row: Perspective) -> None:
        weighted = any(w.perspective == row.id and w.swing for w in assessment.weights)
        self._weights.setText(
            ""
            if weighted
            else _("No weights yet, so the actor has no view. Give some, or start from the desk's.")
        )
        self._weights.setVisible(not weighted)
        self.to_weights.setText(_("Show the weights") if weighted else _("Give it weights…"))
        self.start.setVisible(not weighted)
        self._evidence.show_row(assessment, row.id)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return actors.add_actor(assessment, key, name)

    def changed(self, assessment: Assessment, key: str, **fields: Any) -> Assessment:
        return perspectives.change_perspective(assessment, key, **fields)

    def removed(self, assessment: Assessment, key: str) -> Assessment:
        return perspectives.remove_perspective(assessment, key)

    def _want_weights(self) -> None:
        if self.key is not None:
            self.weights_wanted.emit(self.key)

    def _weigh_like_the_desk(self) -> None:
        desk = self.workspace.value.decision.assessor
        self.workspace.apply(_("Start from the desk's weights"), actors.weigh_like, self.key, desk)
