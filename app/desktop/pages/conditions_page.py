"""What must hold for an option to work, what it waits for, and what it must not cross."""

from __future__ import annotations

from typing import ClassVar, cast

from PySide6.QtWidgets import QWidget

from app.desktop.pages.benchmark_list import Benchmarks
from app.desktop.pages.condition_list import Conditions
from app.desktop.pages.conditions_overview import ConditionsOverview
from app.desktop.pages.mechanism_list import Mechanisms
from app.desktop.pages.option_cases import OptionCases
from app.desktop.pages.precedents import Precedents
from app.desktop.pages.red_line_list import RedLines
from app.desktop.pages.stage_list import Stages
from app.desktop.pages.tabbed_page import Tab, TabbedPage
from app.wording import _


class ConditionsPage(TabbedPage):
    """Mechanisms, conditions, benchmarks, steps, red lines and precedents."""

    step: ClassVar[str] = "conditions"

    def title(self) -> str:
        return _("Conditions and red lines")

    def hint(self) -> str:
        return _(
            "How is each option meant to work, what must hold for that, and what must it never "
            "cross? None of this is weighed."
        )

    def tabs(self) -> tuple[Tab, ...]:
        return (
            Tab("overview", _("Overview"), self._make_overview),
            Tab("red_lines", _("Red lines"), self._make_red_lines),
            Tab("options", _("By option"), self._make_options),
            Tab("mechanisms", _("Mechanisms"), self._make_mechanisms),
            Tab("conditions", _("Conditions"), self._make_conditions),
            Tab("benchmarks", _("Benchmarks"), self._make_benchmarks),
            Tab("steps", _("Steps"), self._make_steps),
            Tab("precedents", _("Precedents"), self._make_precedents),
        )

    def go_to(self, place: object) -> None:
        """Show a red line by its id, or a row of any tab."""
        if isinstance(place, tuple):
            super().go_to(place)
        else:
            self.show_red_line(str(place))

    def show_red_line(self, line: str) -> None:
        """Show a red line."""
        self.show_tab("red_lines")
        cast("RedLines", self.tab("red_lines")).choose(line)

    def _make_overview(self) -> QWidget:
        made = ConditionsOverview()
        made.line_wanted.connect(self.show_red_line)
        made.option_wanted.connect(self._want_options)
        made.first_name.named.connect(self._begin_with)
        return made

    def _make_options(self) -> QWidget:
        return OptionCases(self.workspace)

    def _make_mechanisms(self) -> QWidget:
        return Mechanisms(self.workspace)

    def _make_conditions(self) -> QWidget:
        return Conditions(self.workspace)

    def _make_benchmarks(self) -> QWidget:
        return Benchmarks(self.workspace)

    def _make_steps(self) -> QWidget:
        return Stages(self.workspace)

    def _make_red_lines(self) -> QWidget:
        return RedLines(self.workspace)

    def _make_precedents(self) -> QWidget:
        return Precedents(self.workspace)

    def _begin_with(self, name: str) -> None:
        overview = cast("ConditionsOverview", self.tab("overview"))
        self.begin("red_lines", overview.first_name, name)

    def _want_options(self, option: str | None) -> None:
        self.show_tab("options")
        if option is not None:
            cast("OptionCases", self.tab("options")).choose(option)
