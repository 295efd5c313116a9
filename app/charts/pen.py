"""The few shapes that charts are made of, mirrored for readers of right-to-left scripts.

A drawing holds only `Rect`, `Line`, `PolyLine`, `Polygon`, `Circle` and `String`, each with plain
attributes and no transforms, so that a painter for paper or screen stays small.
"""

import unicodedata
from typing import Literal

from reportlab.lib.colors import HexColor

from app.charts.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from app.charts.specs import Chart
from app.charts.style import Theme

Anchor = Literal["start", "middle", "end"]
_MIRRORED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


class Pen:
    """Draws on one Drawing; `x` counts from the side where reading starts."""

    def __init__(self, spec: Chart, theme: Theme, width: float, height: float) -> None:
        """Start an empty drawing of `width` by `height` points for `spec`."""
        self.theme, self.width = theme, width
        self.rightwards, self._digits = spec.direction == "rtl", spec.digits
        self.drawing = Drawing(width, height)

    def _x(self, x: float) -> float:
        return self.width - x if self.rightwards else x

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a filled rectangle."""
        left = self._x(x) - (width if self.rightwards else 0.0)
        self.drawing.add(
            Rect(left, y, width, height, fillColor=HexColor(fill), strokeColor=None, strokeWidth=0)
        )

    def line(
        self,
        start: tuple[float, float],
        end: tuple[float, float],
        colour: str,
        weight: float,
        dash: list[float] | None = None,
    ) -> None:
        """Draw a straight line."""
        self.drawing.add(
            Line(
                self._x(start[0]),
                start[1],
                self._x(end[0]),
                end[1],
                strokeColor=HexColor(colour),
                strokeWidth=weight,
                strokeDashArray=dash,
            )
        )

    def path(self, points: list[tuple[float, float]], colour: str, weight: float) -> None:
        """Draw a line through `points`."""
        flat = [value for x, y in points for value in (self._x(x), y)]
        self.drawing.add(PolyLine(flat, strokeColor=HexColor(colour), strokeWidth=weight))

    def polygon(self, points: list[tuple[float, float]], fill: str, edge: str) -> None:
        """Draw a filled polygon through `points` with a thin edge."""
        flat = [value for x, y in points for value in (self._x(x), y)]
        colours = {"fillColor": HexColor(fill), "strokeColor": HexColor(edge)}
        self.drawing.add(Polygon(flat, strokeWidth=0.8, **colours))

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str) -> None:
        """Draw a small disc with an edge."""
        self.drawing.add(
            Circle(
                self._x(x),
                y,
                radius,
                fillColor=HexColor(fill),
                strokeColor=HexColor(edge),
                strokeWidth=1.2,
            )
        )

    def text(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        *,
        colour: str = "",
        bold: bool = False,
        anchor: Anchor = "start",
    ) -> None:
        """Write `text` on the baseline `y`; the shape says whether it runs `leftwards`."""
        self.drawing.add(
            String(
                self._x(x),
                y,
                text,
                fontName=self.theme.bold_font if bold else self.theme.font,
                fontSize=size,
                fillColor=HexColor(colour or self.theme.ink),
                textAnchor=_MIRRORED[anchor] if self.rightwards else anchor,
                leftwards=_runs_leftwards(text, mirrored=self.rightwards),
            )
        )

    def number(self, value: int) -> str:
        """Return a whole number in the chart's digits."""
        return "".join(self._digits[int(digit)] for digit in str(value))

    def measure(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of `text` in points."""
        return self.theme.measure(text, self.theme.bold_font if bold else self.theme.font, size)


def _runs_leftwards(text: str, *, mirrored: bool) -> bool:
    """Tell whether a label is read from the right.

    In a mirrored chart, whatever holds a letter of such a script is the chart's own phrase around
    foreign names; elsewhere most letters decide, for a name may begin with a foreign acronym.
    """
    if text.isascii():
        return False
    classes = [unicodedata.bidirectional(letter) for letter in text]
    count = sum(name in ("R", "AL") for name in classes)
    return count > (0 if mirrored else classes.count("L"))


def wrap_label(pen: Pen, text: str, size: float, width: float, lines: int) -> list[str]:
    """Return `text` in at most `lines` lines of `width` points; what does not fit ends in "…"."""
    result: list[str] = []
    words = text.split()
    while words and len(result) < lines:
        line = words.pop(0)
        while words and pen.measure(f"{line} {words[0]}", size) <= width:
            line = f"{line} {words.pop(0)}"
        result.append(line)
    if words:
        result[-1] = f"{result[-1]} {words[0]}"
    return [shorten(pen, line, size, width) for line in result] or [""]


def shorten(pen: Pen, text: str, size: float, width: float, *, bold: bool = False) -> str:
    """Return `text`, or as much of it as fits into `width` with "…" after it."""
    if pen.measure(text, size, bold=bold) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if pen.measure(text[:middle].rstrip() + "…", size, bold=bold) <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"
