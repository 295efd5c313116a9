"""What must hold for a mechanism to reach its aim, and whether it does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.models.bearings import criteria
from app.desktop.pages.evidence_card import EvidenceCard
from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.check_list import CheckList, Tick
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.edits import EditRefused, mechanisms
from app.wording import _
from app.wording.terms import term
from db.model import Assessment, Condition, Holds

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices


class Conditions(Register):
    """Conditions with their rating, its reason, and the options to which they do not apply."""

    table = "conditions"

    def words(self) -> Words:
        return Words(
            rows=_("Conditions"),
            new=_("New condition"),
            change=_("Change a condition"),
            move=_("Order of the conditions"),
            remove=_("Remove a condition"),
            invitation=_(
                "A condition is something that must hold for a mechanism to reach its aim, such "
                "as “the partners agree”. Rated, it shows whether an option can work at all."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        ratings = tuple((rating, term(rating)) for rating in Holds)
        return (
            Field("name", _("Condition")),
            Field("mechanism", _("Mechanism that needs it"), Kind.CHOICE),
            Field("aim", _("Towards which aim"), Kind.CHOICE, beside=True),
            Field("rating", _("Does it hold?"), Kind.CHOICE, choices=ratings),
            Field("reason", _("Why it is rated so"), Kind.PROSE),
            Field("locator", _("Where that is written")),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self._exempt, inside = card(_("Does not apply to"))
        self.exempt = CheckList(_("Options to which the condition does not apply"))
        self.exempt.ticked.connect(self._set_exempt)
        inside.addWidget(self.exempt)
        sheet.addWidget(self._exempt)
        self._evidence = EvidenceCard(self.workspace, "conditions")
        sheet.addWidget(self._evidence)

    def show_value(self, assessment: Assessment) -> None:
        self._mechanisms = {row.id: row.name for row in assessment.mechanisms}
        super().show_value(assessment)

    def line(self, assessment: Assessment, row: Condition) -> ListRow:
        said = _("{rating} · {mechanism}").format(
            rating=term(row.rating), mechanism=self._mechanisms[row.mechanism]
        )
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{row.reason}")

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        return {"mechanism": tuple(self._mechanisms.items()), "aim": criteria(assessment)}

    def show_more(self, assessment: Assessment, row: Condition) -> None:
        users = {
            use.option
            for use in assessment.option_mechanisms
            if (use.mechanism, use.aim) == (row.mechanism, row.aim)
        }
        freed = {x.option for x in assessment.condition_exemptions if x.condition == row.id}
        self.exempt.show_ticks(
            [
                Tick(option.id, option.name, option.id in freed)
                for option in assessment.options
                if option.id in users
            ]
        )
        self._exempt.setVisible(bool(users))
        self._evidence.show_row(assessment, row.id)

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        """A new condition belongs where the one on show does, or else to the first mechanism."""
        shown = next((row for row in assessment.conditions if row.id == self.key), None)
        if shown is None:
            shown = next(iter(assessment.option_mechanisms), None)
        if shown is None:
            raise EditRefused("Say first by which mechanism an option works, and towards what.")
        return mechanisms.add_condition(assessment, key, name, shown.mechanism, shown.aim)

    def changed(self, assessment: Assessment, key: str, **fields: Any) -> Assessment:
        return mechanisms.change_condition(assessment, key, **fields)

    def _set_exempt(self, option: str, checked: bool) -> None:
        verb = mechanisms.exempt if checked else mechanisms.stop_exempting
        if not self.workspace.apply(_("To whom a condition applies"), verb, option, self.key):
            self.show_value(self.workspace.value)
