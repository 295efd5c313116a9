"""Views that differ from the advice, each in the words of whoever holds it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.pages.register import Register, Words
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.text import PlainLabel
from app.edits import records, texts
from app.wording import _
from db.model import Assessment, Dissent

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices


class Dissents(Register):
    """Who dissents, what they say, and which option they prefer."""

    table = "dissents"

    def words(self) -> Words:
        return Words(
            rows=_("Dissenting views"),
            new=_("Who dissents"),
            change=_("Change a dissent"),
            move=_("Order of the dissenting views"),
            remove=_("Remove a dissent"),
            invitation=_(
                "Somebody who would advise otherwise can say so here, in their own words. The "
                "brief prints it as it is written."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Who dissents")),
            Field("text", _("In their own words"), Kind.PROSE, lines=4),
            Field("prefers", _("Option they prefer"), Kind.CHOICE),
            Field("perspective", _("Their weights, if they are here"), Kind.CHOICE),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self.whose = PlainLabel(role="muted", wrap=True)
        sheet.addWidget(self.whose)

    def show_more(self, assessment: Assessment, row: Dissent) -> None:
        writer = self.workspace.author
        other = bool(writer) and writer.casefold() != row.name.casefold()
        text = _(
            "You are writing as {writer}. A dissent is best written by whoever holds it: share a "
            "copy with {name}, and merge what comes back."
        )
        self.whose.setText(text.format(writer=writer, name=row.name) if other else "")
        self.whose.setVisible(other)

    def line(self, assessment: Assessment, row: Dissent) -> ListRow:
        preferred = assessment.option_by_id.get(row.prefers or "")
        said = (
            _("prefers no option by name")
            if preferred is None
            else _("prefers {option}").format(option=preferred.name)
        )
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{row.text}")

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        options = ((row.id, row.name) for row in assessment.options)
        people = ((row.id, row.name) for row in assessment.perspectives)
        return {
            "prefers": ((None, _("none by name")), *options),
            "perspective": ((None, _("not in this assessment")), *people),
        }

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return records.add(assessment, "dissents", Dissent(id=key, name=texts.name(name)))
