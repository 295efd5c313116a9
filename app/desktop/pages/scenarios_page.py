"""Named futures: what the options are worth in them, and what they change."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from app.desktop.pages.assumptions import Assumptions
from app.desktop.pages.scenario_list import Scenarios
from app.desktop.pages.scenario_values import ScenarioValues
from app.desktop.pages.signposts import Signposts
from app.desktop.pages.tabbed_page import Tab, TabbedPage
from app.wording import _


class ScenariosPage(TabbedPage):
    """How the options bear what could happen."""

    step: ClassVar[str] = "scenarios"

    def title(self) -> str:
        return _("Scenarios")

    def hint(self) -> str:
        return _("What could happen, which scores would differ then, and which option bears it?")

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("values", _("Values and regret"), self._make_values),
            Tab("scenarios", _("Scenarios"), self._make_scenarios),
            Tab("assumptions", _("Assumptions"), self._make_assumptions),
            Tab("signposts", _("Signposts"), self._make_signposts),
        )

    def _make_values(self) -> QWidget:
        made = ScenarioValues()
        made.scenarios_wanted.connect(self._show_scenarios)
        made.first_name.named.connect(self._begin_with)
        return made

    def _make_scenarios(self) -> QWidget:
        return Scenarios(self.workspace)

    def _make_assumptions(self) -> QWidget:
        return Assumptions(self.workspace)

    def _make_signposts(self) -> QWidget:
        return Signposts(self.workspace)

    def _show_scenarios(self) -> None:
        self.show_tab("scenarios")

    def _begin_with(self, name: str) -> None:
        self.begin("scenarios", cast("ScenarioValues", self.tab("values")).first_name, name)
