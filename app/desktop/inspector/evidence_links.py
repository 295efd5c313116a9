"""The extracts linked to a score, and the choice of more."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.desktop.widgets.choice import Choice
from app.desktop.widgets.stops import lead_to
from app.desktop.widgets.text import PlainLabel, button
from app.desktop.widgets.wrapping_row import WrappingRow
from app.wording import _
from app.wording.terms import term
from db.model import Assessment, Extract, Stance

ROLE = Qt.ItemDataRole.UserRole


class Claim(NamedTuple):
    """An extract in words."""

    extract: str
    claim: str
    source: str


class Link(Protocol):
    """That an extract supports or contradicts something, whatever that is."""

    @property
    def extract(self) -> str:
        """The extract."""

    @property
    def stance(self) -> Stance:
        """Whether for or against."""


class LinkedExtract(QFrame):
    """One linked extract: what it says, where, and whether for or against."""

    stance_chosen = Signal(str, object)
    removed = Signal(str)

    def __init__(self, claim: Claim, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._extract = claim.extract
        self.stance = Choice(_("For or against the score: {claim}").format(claim=claim.claim))
        self.stance.show_choices(tuple((stance, term(stance)) for stance in Stance))
        self.stance.chosen.connect(self._announce_stance)
        remove = QPushButton(_("Remove"))
        remove.setProperty("role", "link")
        remove.setAccessibleName(_("Remove the link to: {claim}").format(claim=claim.claim))
        remove.clicked.connect(self._announce_removal)
        below = WrappingRow((8, 4))  # in large type the pane is too narrow for both
        below.add(self.stance)
        below.add(remove)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 6)
        column.setSpacing(3)
        column.addWidget(PlainLabel(claim.claim, wrap=True))
        column.addWidget(PlainLabel(claim.source, "muted", wrap=True))
        column.addWidget(below)

    def _announce_stance(self, stance: Stance) -> None:
        self.stance_chosen.emit(self._extract, stance)

    def _announce_removal(self) -> None:
        self.removed.emit(self._extract)


class EvidenceLinks(QWidget):
    """Lists the linked extracts; others are found by typing a word of them."""

    link_wanted = Signal(str, object)
    """An extract, and its stance."""
    unlink_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._claims: tuple[Claim, ...] = ()
        self._shown: tuple[tuple[Claim, Stance], ...] | None = None
        self._none = PlainLabel(role="muted", wrap=True)
        self._add = button(_("Link evidence …"), self._toggle)
        self._search = QLineEdit()
        self._search.setPlaceholderText(_("Find in the register"))
        self._search.setAccessibleName(_("Find an extract by its words or its source"))
        self._search.setClearButtonEnabled(True)
        self._found = QListWidget()
        self._found.setAccessibleName(_("Extracts to link; Enter links one"))
        self._found.setWordWrap(True)
        self._found.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._found.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._found.setMinimumHeight(160)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._rows)
        for widget in (self._none, self._add, self._search, self._found):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._search.textChanged.connect(self._offer)
        self._search.returnPressed.connect(self._link_first)
        self._found.itemActivated.connect(self._link)
        self._close()

    def show_links(self, assessment: Assessment, links: Sequence[Link]) -> None:
        """Show what is linked, and offer the rest of the register."""
        sources = {row.id: row.name for row in assessment.sources}
        claims = {row.id: _claim(row, sources[row.source]) for row in assessment.extracts}
        linked = tuple((claims[row.extract], row.stance) for row in links)
        taken = {row.extract for row in links}
        self._claims = tuple(claim for key, claim in claims.items() if key not in taken)
        self._none.setText(
            _("Nothing is linked.") if claims else _("There are no extracts in the register yet.")
        )
        self._none.setVisible(not linked)
        self._add.setEnabled(bool(self._claims))
        if linked != self._shown:
            self._shown = linked
            self._show_rows(linked)
        if not self._search.isHidden():
            self._offer(self._search.text())

    def _show_rows(self, linked: tuple[tuple[Claim, Stance], ...]) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for claim, stance in linked:
            row = LinkedExtract(claim)
            row.stance.show_choice(stance)
            row.stance_chosen.connect(self.link_wanted)
            row.removed.connect(self.unlink_wanted)
            self._rows.addWidget(row)
            lead_to(row, self._add)

    def _toggle(self) -> None:
        if self._search.isHidden():
            self._search.show()
            self._found.show()
            self._offer("")
            self._search.setFocus()
        else:
            self._close()

    def _close(self) -> None:
        self._search.hide()
        self._search.clear()
        self._found.hide()

    def _offer(self, words: str) -> None:
        wanted = words.casefold().split()
        self._found.clear()
        for claim in self._claims:
            text = f"{claim.claim}\n{claim.source}"
            if all(word in text.casefold() for word in wanted):
                item = QListWidgetItem(text, self._found)
                item.setData(ROLE, claim.extract)

    def _link_first(self) -> None:
        if self._found.count():
            self._link(self._found.item(0))

    def _link(self, item: QListWidgetItem) -> None:
        extract = item.data(ROLE)  # closing empties the list
        self._close()
        self._add.setFocus()
        self.link_wanted.emit(extract, Stance.SUPPORTS)


def _claim(row: Extract, source: str) -> Claim:
    where = f"{source}, {row.locator}" if row.locator else source
    return Claim(row.id, row.claim, where)
