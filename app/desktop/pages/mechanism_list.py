"""Ways in which options are meant to work."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.desktop.widgets.sentences import Sentences
from app.edits import mechanisms
from app.wording import _, ngettext
from app.wording.terms import term
from db.model import Assessment, Mechanism


class Mechanisms(Register):
    """Mechanisms with who uses them, what they need and what became of them before."""

    table = "mechanisms"

    def words(self) -> Words:
        return Words(
            rows=_("Mechanisms"),
            new=_("New mechanism"),
            change=_("Change a mechanism"),
            move=_("Order of the mechanisms"),
            remove=_("Remove a mechanism"),
            invitation=_(
                "A mechanism is a way in which an option is meant to work, such as coercion by "
                "isolation, persuasion or inducement. What it needs can then be said and rated."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Name")),
            Field("description", _("How it is meant to work"), Kind.PROSE),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        self._uses, self._needs, self._before = Sentences(), Sentences(), Sentences()
        self._cards = []
        for heading, said in (
            (_("Options that rely on it"), self._uses),
            (_("What it needs"), self._needs),
            (_("What became of it before"), self._before),
        ):
            frame, inside = card(heading)
            inside.addWidget(said)
            sheet.addWidget(frame)
            self._cards.append((frame, said))

    def line(self, assessment: Assessment, row: Mechanism) -> ListRow:
        count = len({x.option for x in assessment.option_mechanisms if x.mechanism == row.id})
        said = ngettext("{count} option", "{count} options", count).format(count=count)
        return ListRow(row.id, f"{row.name}\n{said}", f"{row.name}\n{row.description}")

    def show_more(self, assessment: Assessment, row: Mechanism) -> None:
        towards = _("{option}, towards {aim}")
        self._uses.say(
            [
                towards.format(
                    option=assessment.option_by_id[use.option].name,
                    aim=assessment.criterion_by_id[use.aim].name,
                )
                for use in assessment.option_mechanisms
                if use.mechanism == row.id
            ]
        )
        self._needs.say(
            [
                _("{condition}: {rating}").format(condition=need.name, rating=term(need.rating))
                for need in assessment.conditions
                if need.mechanism == row.id
            ]
        )
        self._before.say(
            [
                _("{case}: {outcome}").format(case=past.name, outcome=past.outcome or "–")
                for past in assessment.precedents
                if past.mechanism == row.id
            ]
        )
        for frame, said in self._cards:
            frame.setVisible(bool(said.text()))

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return mechanisms.add_mechanism(assessment, key, name)
