"""The evidence: sources, extracts, and what the scores rest on."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from app.desktop.pages.competing_view import CompetingView
from app.desktop.pages.coverage_view import CoverageView
from app.desktop.pages.extracts import Extracts
from app.desktop.pages.sources import Sources
from app.desktop.pages.tabbed_page import Tab, TabbedPage
from app.wording import _


class EvidencePage(TabbedPage):
    """A register of sources and extracts, and two ways of asking what they are worth."""

    step: ClassVar[str] = "evidence"

    def title(self) -> str:
        return _("Evidence")

    def hint(self) -> str:
        return _(
            "Who says so, and where? Grade sources and claims apart, and link each claim to what "
            "it supports or contradicts."
        )

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("sources", _("Sources"), self._make_sources),
            Tab("extracts", _("Extracts"), self._make_extracts),
            Tab("coverage", _("What scores rest on"), self._make_coverage),
            Tab("competing", _("What tells options apart"), self._make_competing),
        )

    def show_extract(self, extract: str) -> None:
        """Show an extract."""
        self.show_tab("extracts")
        cast("Extracts", self.tab("extracts")).choose(extract)

    def _make_sources(self) -> QWidget:
        made = Sources(self.workspace)
        made.extract_wanted.connect(self.show_extract)
        return made

    def _make_extracts(self) -> QWidget:
        return Extracts(self.workspace)

    def _make_coverage(self) -> QWidget:
        made = CoverageView(self.workspace)
        made.score_wanted.connect(self._want_score)
        made.register_wanted.connect(self._want_register)
        return made

    def _make_competing(self) -> QWidget:
        made = CompetingView()
        made.register_wanted.connect(self._want_register)
        return made

    def _want_score(self, cell: tuple[str, str]) -> None:
        self.place_wanted.emit("scores", cell)

    def _want_register(self) -> None:
        self.show_tab("sources")
