"""The register of extracts: located claims, and what they bear on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout

from app.desktop.models.bearings import (
    SCORES,
    Bearing,
    bearings_of,
    count_bearings,
    linked,
    unlinked,
)
from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.widgets.bearing_list import BearingList
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import ListRow
from app.edits import EditRefused, evidence
from app.wording import _, ngettext
from app.wording.terms import term
from db.model import Assessment, Credibility, Extract, Stance

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices


class Extracts(Register):
    """Claims with their credibility, each judged apart from its source."""

    table = "extracts"
    first_field = "claim"

    def words(self) -> Words:
        return Words(
            rows=_("Extracts"),
            new=_("New extract"),
            change=_("Change an extract"),
            move=_("Order of the extracts"),
            remove=_("Remove an extract"),
            invitation=_(
                "An extract is one claim of a source, in your own words, with the place where it "
                "stands. It can support or contradict a score, a condition or anything else."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("claim", _("Claim, in your own words"), Kind.PROSE),
            Field("source", _("Source"), Kind.CHOICE),
            Field("locator", _("Where it stands"), hint=_("Page, paragraph or heading.")),
            Field(
                "credibility",
                _("Credibility of the claim, whatever its source (Admiralty system)"),
                Kind.CHOICE,
                choices=tuple((one, term(one)) for one in Credibility),
            ),
        )

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        frame, inside = card(_("Bears on"))
        self.bearings = BearingList()
        self.bearings.link_wanted.connect(self._link)
        self.bearings.stance_wanted.connect(self._set_stance)
        self.bearings.unlink_wanted.connect(self._unlink)
        inside.addWidget(self.bearings)
        sheet.addWidget(frame)

    def show_value(self, assessment: Assessment) -> None:
        self._sources = {row.id: row.name for row in assessment.sources}
        self._counts = count_bearings(assessment)
        super().show_value(assessment)
        self.invite(
            self.words().invitation
            if assessment.sources
            else _("Enter a source first, under Sources: a claim needs somebody who makes it.")
        )

    def rows(self, assessment: Assessment) -> Sequence[Extract]:
        return assessment.extracts

    def line(self, assessment: Assessment, row: Extract) -> ListRow:
        where = row.locator or self._sources[row.source]
        count = self._counts[row.id]
        links = ngettext("{count} link", "{count} links", count).format(count=count)
        said = _("credibility {credibility} · {links} · {where}").format(
            credibility=row.credibility.value, links=links, where=where
        )
        tip = f"{row.claim}\n{self._sources[row.source]}\n{term(row.credibility)}"
        return ListRow(row.id, f"{' '.join(row.claim.split())}\n{said}", tip)

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        return {"source": tuple((row.id, row.name) for row in assessment.sources)}

    def show_more(self, assessment: Assessment, row: Extract) -> None:
        self.bearings.show_bearings(assessment, bearings_of(assessment, row.id))

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        """A claim typed here comes from the source of the extract on show, or else the first."""
        shown = next((row.source for row in assessment.extracts if row.id == self.key), None)
        source = shown or next((row.id for row in assessment.sources), None)
        if source is None:
            raise EditRefused("Enter a source first: a claim needs somebody who makes it.")
        return evidence.add_extract(assessment, key, source, name)

    def changed(self, assessment: Assessment, key: str, **fields: Any) -> Assessment:
        return evidence.change_extract(assessment, key, **fields)

    def removed(self, assessment: Assessment, key: str) -> Assessment:
        return evidence.remove_extract(assessment, key)

    def _link(self, table: str, target: tuple[str, ...], stance: Stance) -> None:
        if table == SCORES:
            target = (self.workspace.value.decision.assessor or "", *target)
        self.workspace.apply(_("Link evidence"), linked, self.key, table, target, stance)

    def _set_stance(self, bearing: Bearing, stance: Stance) -> None:
        self.workspace.apply(
            _("For or against"), linked, self.key, bearing.table, bearing.target, stance
        )

    def _unlink(self, bearing: Bearing) -> None:
        self.workspace.apply(_("Remove a link"), unlinked, self.key, bearing.table, bearing.target)
