"""The strongest case against the advice, dissent, and later what came of the decision."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from app.desktop.pages.dissents import Dissents
from app.desktop.pages.outcome_review import OutcomeReview
from app.desktop.pages.red_team import RedTeam
from app.desktop.pages.tabbed_page import Tab, TabbedPage
from app.wording import _


class ChallengePage(TabbedPage):
    """What speaks against the advice before the decision, and what came of it after."""

    step: ClassVar[str] = "challenge"

    def title(self) -> str:
        return _("Challenge")

    def hint(self) -> str:
        return _("Put the advice to the test before somebody else does.")

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("red_team", _("Case against"), self._make_red_team),
            Tab("dissent", _("Dissent"), self._make_dissent),
            Tab("outcome", _("What came of it"), self._make_outcome),
        )

    def go_to(self, place: object) -> None:
        """Show a tab; of the dissents, one: the id of the tab and a key, which may be empty."""
        tab, key = cast("tuple[str, str]", place)
        self.show_tab(tab)
        if key:
            cast("Dissents", self.tab(tab)).choose(key)

    def _make_red_team(self) -> QWidget:
        return RedTeam(self.workspace)

    def _make_dissent(self) -> QWidget:
        return Dissents(self.workspace)

    def _make_outcome(self) -> QWidget:
        return OutcomeReview(self.workspace)
