"""Each picture once: from a frozen specification to a drawing for page and screen.

Whoever shows a chart paints `draw(spec, theme, width)`: the same drawing on paper and on screen.
ReportLab is imported when the first chart is drawn, not before.
"""

from typing import TYPE_CHECKING

from app.charts.specs import (
    Chart,
    RankAcceptability,
    Ranking,
    StableWeights,
    Tornado,
    WeightSensitivity,
    WeightTriangle,
)
from app.charts.style import Theme, make_theme

if TYPE_CHECKING:
    from app.charts.shapes import Drawing

__all__ = [
    "Chart",
    "RankAcceptability",
    "Ranking",
    "StableWeights",
    "Theme",
    "Tornado",
    "WeightSensitivity",
    "WeightTriangle",
    "draw",
    "make_theme",
]


def draw(spec: Chart, theme: Theme, width: float) -> "Drawing":
    """Return `spec` as a drawing `width` points wide (its height follows from its content).

    It holds only Rect, Line, PolyLine, Polygon, Circle and String shapes without transforms; fonts
    are the names in `theme`.
    """
    if isinstance(spec, Ranking):
        from app.charts.ranking import draw_ranking

        return draw_ranking(spec, theme, width)
    if isinstance(spec, WeightSensitivity):
        from app.charts.sensitivity import draw_sensitivity

        return draw_sensitivity(spec, theme, width)
    if isinstance(spec, RankAcceptability):
        from app.charts.acceptability import draw_acceptability

        return draw_acceptability(spec, theme, width)
    if isinstance(spec, Tornado):
        from app.charts.tornado import draw_tornado

        return draw_tornado(spec, theme, width)
    if isinstance(spec, WeightTriangle):
        from app.charts.triangle import draw_triangle

        return draw_triangle(spec, theme, width)
    from app.charts.stable_weights import draw_stable_weights

    return draw_stable_weights(spec, theme, width)
