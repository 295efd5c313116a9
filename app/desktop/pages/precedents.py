"""Past cases: what was tried, by which mechanism, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.pages.conditions_there import ConditionsThere
from app.desktop.pages.evidence_card import EvidenceCard
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.stops import lead_to
from app.edits import precedents
from app.wording import _
from db.model import Assessment, Precedent

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices


class Precedents(Register):
    """Past cases with the mechanism that they tried."""

    table = "precedents"

    def words(self) -> Words:
        return Words(
            rows=_("Precedents"),
            new=_("New precedent"),
            change=_("Change a precedent"),
            move=_("Order of the precedents"),
            remove=_("Remove a precedent"),
            invitation=_(
                "A precedent is a past case in which the same was tried. It says what came of it "
                "and which conditions held there, for whoever asks whether this has ever worked."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Case")),
            Field("approach", _("What was tried"), Kind.PROSE),
            Field("mechanism", _("By which mechanism"), Kind.CHOICE),
            Field("outcome", _("What came of it"), Kind.PROSE),
            Field("locator", _("Where that is written")),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self.conditions = ConditionsThere(self.workspace)
        sheet.addWidget(self.conditions)
        self._evidence = EvidenceCard(self.workspace, "precedents")
        sheet.addWidget(self._evidence)

    def line(self, assessment: Assessment, row: Precedent) -> ListRow:
        names = {mechanism.id: mechanism.name for mechanism in assessment.mechanisms}
        said = names.get(row.mechanism or "", _("no mechanism named"))
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{row.outcome}")

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        named = ((row.id, row.name) for row in assessment.mechanisms)
        return {"mechanism": ((None, _("none of those listed")), *named)}

    def show_more(self, assessment: Assessment, row: Precedent) -> None:
        self.conditions.show_precedent(assessment, row)
        lead_to(self.conditions, self._evidence)
        self._evidence.show_row(assessment, row.id)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return precedents.add_precedent(assessment, key, name)
