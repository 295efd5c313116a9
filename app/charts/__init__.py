"""Each picture once: from a frozen specification to a drawing for page and screen.

Whoever shows a chart paints `draw(spec, theme, width)`: the same drawing on paper and on screen.
ReportLab is imported when the first chart is drawn, not before.
"""

from typing import TYPE_CHECKING

from app.charts.specs import Chart, Ranking, WeightSensitivity
from app.charts.style import Theme, make_theme

if TYPE_CHECKING:
    from app.charts.shapes import Drawing

__all__ = ["Chart", "Ranking", "Theme", "WeightSensitivity", "draw", "make_theme"]


def draw(spec: Chart, theme: Theme, width: float) -> "Drawing":
    """Return `spec` as a drawing `width` points wide (its height follows from its content).

    It holds only Rect, Line, PolyLine, Circle and String shapes without transforms; fonts are the
    names in `theme`.
    """
    from app.charts.ranking import draw_ranking
    from app.charts.sensitivity import draw_sensitivity

    if isinstance(spec, Ranking):
        return draw_ranking(spec, theme, width)
    return draw_sensitivity(spec, theme, width)
