"""The extracts that bear on a row of some table, below its form."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.desktop.inspector.evidence_links import EvidenceLinks
from app.desktop.widgets.text import PlainLabel
from app.edits.evidence import LINKS, link_extract, unlink_extract
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.workspace import Workspace
    from db.model import Assessment, Stance


class EvidenceCard(QFrame):
    """Shows and changes the links of one row; quiet while the register has no extracts."""

    def __init__(self, workspace: Workspace, table: str) -> None:
        super().__init__()
        self._workspace = workspace
        self._table = table
        self._key: str | None = None
        self.setProperty("role", "card")
        inside = QVBoxLayout(self)
        inside.setContentsMargins(16, 14, 16, 16)
        inside.setSpacing(8)
        inside.addWidget(PlainLabel(_("Evidence"), "heading"))
        self.links = EvidenceLinks()
        self.links.link_wanted.connect(self._link)
        self.links.unlink_wanted.connect(self._unlink)
        inside.addWidget(self.links)

    def show_row(self, assessment: Assessment, key: str) -> None:
        """Show what bears on a row."""
        self._key = key
        table, field = LINKS[self._table]
        found = tuple(row for row in getattr(assessment, table) if getattr(row, field) == key)
        self.links.show_links(assessment, found)
        self.setVisible(bool(assessment.extracts))

    def _link(self, extract: str, stance: Stance) -> None:
        self._workspace.apply(
            _("Link evidence"), link_extract, self._table, self._key, extract, stance
        )

    def _unlink(self, extract: str) -> None:
        self._workspace.apply(_("Remove a link"), unlink_extract, self._table, self._key, extract)
