"""Each picture once: from a frozen specification to a drawing for page and screen.

Whoever shows a chart paints `draw(spec, theme, width)`: the same drawing on paper and on screen.
ReportLab is imported when the first chart is drawn, not before.
"""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

from app.charts.specs import (
    Chart,
    EffortPlot,
    HeatMap,
    LeadParts,
    Profile,
    RankAcceptability,
    Ranking,
    StableWeights,
    Tornado,
    WeightSensitivity,
    WeightTriangle,
    Worths,
)
from app.charts.style import Theme, make_theme

if TYPE_CHECKING:
    from app.charts.shapes import Drawing

__all__ = [
    "Chart",
    "EffortPlot",
    "HeatMap",
    "LeadParts",
    "Profile",
    "RankAcceptability",
    "Ranking",
    "StableWeights",
    "Theme",
    "Tornado",
    "WeightSensitivity",
    "WeightTriangle",
    "Worths",
    "draw",
    "make_theme",
]


_DRAWN_BY: dict[type, tuple[str, str]] = {
    EffortPlot: ("effort", "draw_effort"),
    HeatMap: ("heat_map", "draw_heat_map"),
    LeadParts: ("lead_parts", "draw_lead_parts"),
    Profile: ("profile", "draw_profile"),
    RankAcceptability: ("acceptability", "draw_acceptability"),
    Ranking: ("ranking", "draw_ranking"),
    StableWeights: ("stable_weights", "draw_stable_weights"),
    Tornado: ("tornado", "draw_tornado"),
    WeightSensitivity: ("sensitivity", "draw_sensitivity"),
    WeightTriangle: ("triangle", "draw_triangle"),
    Worths: ("worths", "draw_worths"),
}
"""The module and function that draw each kind of picture."""


def draw(spec: Chart, theme: Theme, width: float) -> "Drawing":
    """Return `spec` as a drawing `width` points wide (its height follows from its content).

    It holds only Rect, Line, PolyLine, Polygon, Circle and String shapes without transforms; fonts
    are the names in `theme`.
    """
    module, function = _DRAWN_BY[type(spec)]
    drawer: Callable[[Chart, Theme, float], Drawing] = getattr(
        import_module(f"app.charts.{module}"), function
    )
    return drawer(spec, theme, width)
