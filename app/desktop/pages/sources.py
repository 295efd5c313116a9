"""The register of sources."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout

from app.desktop.pages.layout import card
from app.desktop.pages.register import Register, Words
from app.desktop.pages.source_exchange import SourceExchange
from app.desktop.widgets.fields import LineField
from app.desktop.widgets.record_form import Field, Kind
from app.desktop.widgets.record_list import KEY_ROLE, WIDTH, ListRow
from app.desktop.widgets.text import PlainLabel, isolated, plain_tip
from app.edits import evidence
from app.wording import _, ngettext
from app.wording.lists import in_a_row
from app.wording.terms import term
from db.model import Assessment, Reliability, Source, SourceKind, new_id

if TYPE_CHECKING:
    from app.desktop.widgets.choice import Choices

CLAIMS_HEIGHT = 190


class Sources(Register):
    """Documents with their grades, and the claims that are taken from each."""

    table = "sources"
    extract_wanted = Signal(str)
    """An extract that shall be shown."""

    def words(self) -> Words:
        return Words(
            rows=_("Sources"),
            new=_("New source"),
            change=_("Change a source"),
            move=_("Order of the sources"),
            remove=_("Remove a source"),
            invitation=_(
                "A register of sources lets a reader check what the scores rest on, and tells you "
                "which of them rest on little. Type the title of a document on the left to begin."
            ),
        )

    def fields(self) -> tuple[Field, ...]:
        return (
            Field("name", _("Title")),
            Field("authors", _("Authors")),
            Field("year", _("Year")),
            Field("kind", _("Kind"), Kind.CHOICE, "", _choices(SourceKind), beside=True),
            Field(
                "reliability",
                _("Reliability of the source (Admiralty system)"),
                Kind.CHOICE,
                choices=_choices(Reliability),
            ),
            Field("published", _("Where it was published")),
            Field("link", _("Link or DOI")),
            Field("read_on", _("Read on"), Kind.DATE, beside=True),
            Field("cited_in", _("Quoted from, if you have not read it"), Kind.CHOICE),
            Field("cited_at", _("Where it is cited there")),
            Field("note", _("Note"), Kind.PROSE),
        )

    def fill_side(self, side: QVBoxLayout) -> None:
        self.exchange = SourceExchange(self.workspace)
        self.exchange.setMaximumWidth(WIDTH)
        side.addWidget(self.exchange)

    def show_value(self, assessment: Assessment) -> None:
        super().show_value(assessment)
        self.exchange.show_value(assessment)

    def fill_sheet(self, sheet: QVBoxLayout) -> None:
        frame, inside = card(_("What it says"))
        self.new_claim = LineField(_("New extract"), _("A claim in your own words, then Enter"))
        self.new_claim.committed.connect(self._add_claim)
        self._claims = QListWidget()
        self._claims.setAccessibleName(_("Extracts of this source; Enter shows one"))
        self._claims.setUniformItemSizes(True)
        self._claims.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._claims.setMaximumHeight(CLAIMS_HEIGHT)
        self._claims.itemActivated.connect(self._want)
        self._claims.itemClicked.connect(self._want)
        self._cited = PlainLabel(role="muted", wrap=True)
        inside.addWidget(self.new_claim)
        inside.addWidget(self._claims)
        inside.addWidget(self._cited)
        sheet.addWidget(frame)

    def line(self, assessment: Assessment, row: Source) -> ListRow:
        facts = (row.reliability.value, isolated(row.year), term(row.kind))
        said = " · ".join(filter(None, facts))
        return ListRow(row.id, f"{row.name}\n{said}", _tip(row))

    def offers(self, assessment: Assessment, key: str) -> dict[str, Choices]:
        others = ((row.id, row.name) for row in assessment.sources if row.id != key)
        return {"cited_in": ((None, _("nothing: it was read")), *others)}

    def show_more(self, assessment: Assessment, row: Source) -> None:
        self.form.show_field("cited_at", shown=row.cited_in is not None)
        self._claims.clear()
        for extract in assessment.extracts:
            if extract.source == row.id:
                item = QListWidgetItem(" ".join(extract.claim.split()), self._claims)
                item.setData(KEY_ROLE, extract.id)
                item.setToolTip(plain_tip(extract.claim))
        self._claims.setVisible(bool(self._claims.count()))
        through = [other.name for other in assessment.sources if other.cited_in == row.id]
        count = len(through)
        text = ngettext(
            "{count} other source is known only through this one.",
            "{count} other sources are known only through this one.",
            count,
        )
        self._cited.setText(text.format(count=count))
        self._cited.setToolTip(plain_tip("\n".join(through)))
        self._cited.setVisible(bool(through))

    def added(self, assessment: Assessment, key: str, name: str) -> Assessment:
        return evidence.add_source(assessment, key, name)

    def changed(self, assessment: Assessment, key: str, **fields: Any) -> Assessment:
        return evidence.change_source(assessment, key, **fields)

    def removed(self, assessment: Assessment, key: str) -> Assessment:
        return evidence.remove_source(assessment, key)

    def _add_claim(self, claim: str) -> None:
        key = new_id()
        if self.workspace.apply(_("New extract"), evidence.add_extract, key, self.key, claim):
            self.new_claim.load_text("")

    def _want(self, item: QListWidgetItem) -> None:
        self.extract_wanted.emit(item.data(KEY_ROLE))


def _choices(kind: type[SourceKind | Reliability]) -> Choices:
    return tuple((one, term(one)) for one in kind)


def _tip(row: Source) -> str:
    who = in_a_row(filter(None, (row.authors, row.year, row.published)))
    return "\n".join(filter(None, (row.name, who, term(row.reliability))))
