"""The few shapes that charts are made of, mirrored for readers of right-to-left scripts.

A drawing holds only `Rect`, `Line`, `PolyLine`, `Polygon`, `Circle` and `String`, each with plain
attributes and no transforms, so that a painter for paper or screen stays small.
"""

import unicodedata
from typing import Literal, NamedTuple

from reportlab.lib.colors import HexColor

from app.charts.shapes import Circle, Drawing, Line, Polygon, PolyLine, Rect, String
from app.charts.specs import Chart
from app.charts.style import TEXT_SIZE, Theme

Anchor = Literal["start", "middle", "end"]
_EDGE = 0.6
"""Points: how thick the edge of a pale bar is."""
_LINE = 9.4
"""Points from one line of a label to the next."""
_LEFTWARD_ARROW = "←"
_MIRRORED: dict[Anchor, Anchor] = {"start": "end", "middle": "middle", "end": "start"}


class Tip(NamedTuple):
    """A rectangle of a drawing, from its lower left, and what is said of what stands there.

    is_mark: whether the keyboard stops there; else it is only for somebody who points at it.
    """

    left: float
    bottom: float
    width: float
    height: float
    text: str
    is_mark: bool = False


class Pen:
    """Draws on one Drawing; `x` counts from the side where reading starts."""

    def __init__(self, spec: Chart, theme: Theme, width: float, height: float) -> None:
        """Start an empty drawing of `width` by `height` points for `spec`."""
        self.theme, self.width = theme, width
        self.rightwards, self._digits = spec.direction == "rtl", spec.digits
        self.drawing = Drawing(width, height)
        self.drawing.tips = []
        self._cut: dict[str, str] = {}

    def _x(self, x: float) -> float:
        return self.width - x if self.rightwards else x

    def rect(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a filled rectangle."""
        left = self._x(x) - (width if self.rightwards else 0.0)
        self.drawing.add(
            Rect(left, y, width, height, fillColor=HexColor(fill), strokeColor=None, strokeWidth=0)
        )

    def bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """Draw a rectangle that means something: one as pale as the ground gets an edge."""
        self.rect(x, y, width, height, fill)
        edge = self.theme.edge_of(fill)
        if edge is not None:
            drawn = self.drawing.contents[-1]
            drawn.strokeColor, drawn.strokeWidth = HexColor(edge), _EDGE

    def mark(self, x: float, y: float, width: float, height: float, *said: str) -> None:
        """Let a screen say something, line by line, of a mark that is drawn in a rectangle."""
        self.touch(x, y, width, height, "\n".join(filter(None, said)), is_mark=True)

    def touch(
        self, x: float, y: float, width: float, height: float, text: str, *, is_mark: bool = False
    ) -> None:
        """Let a screen say `text` where somebody points into a rectangle, if tips are wanted."""
        if not self.theme.with_tips:
            return
        left = self._x(x) - (width if self.rightwards else 0.0)
        self.drawing.tips.append(Tip(left, y, width, height, text, is_mark))

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

    def frame(
        self, x: float, y: float, width: float, height: float, colour: str, weight: float = 1.6
    ) -> None:
        """Draw the edge of a rectangle."""
        corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height), (x, y)]
        self.path(corners, colour, weight)

    def tick(self, x: float, y: float, colour: str) -> None:
        """Draw a tick around a point; it is no mirror image of itself in a mirrored chart."""
        turn = -1.0 if self.rightwards else 1.0
        steps = ((-3.2, 0.2), (-1.0, -2.4), (3.4, 2.8))
        self.path([(x + turn * across, y + up) for across, up in steps], colour, 1.4)

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
        """Write `text` on the baseline `y`; the shape says whether it runs `leftwards`.

        What was shortened is said in full where somebody points at it.
        """
        if self.theme.with_tips and text in self._cut:
            width = self.measure(text, size, bold=bold)
            start = x - {"start": 0.0, "middle": 0.5, "end": 1.0}[anchor] * width
            self.touch(start, y - size * 0.3, width, size * 1.2, self._cut[text])
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

    def remember(self, short: str, text: str) -> None:
        """Take note of what was shortened to `short`."""
        self._cut[short] = text

    def number(self, value: int) -> str:
        """Return a whole number in the chart's digits."""
        return "".join(self._digits[int(digit)] for digit in str(value))

    def measure(self, text: str, size: float, *, bold: bool = False) -> float:
        """Return the width of `text` in points."""
        return self.theme.measure(text, self.theme.bold_font if bold else self.theme.font, size)


def _runs_leftwards(text: str, *, mirrored: bool) -> bool:
    """Tell whether a label is read from the right.

    In a mirrored chart, whatever holds a letter of such a script is the chart's own phrase around
    foreign names, and so are two numbers with an arrow from one to the other; elsewhere most
    letters decide, for a name may begin with a foreign acronym.
    """
    if text.isascii():
        return False
    if mirrored and _LEFTWARD_ARROW in text:
        return True
    classes = [unicodedata.bidirectional(letter) for letter in text]
    count = sum(name in ("R", "AL") for name in classes)
    return count > (0 if mirrored else classes.count("L"))


def wrap_label(
    pen: Pen, text: str, size: float, width: float, lines: int, *, bold: bool = False
) -> list[str]:
    """Return `text` in at most `lines` lines of `width` points; what does not fit ends in "…"."""
    result: list[str] = []
    words = text.split()
    while words and len(result) < lines:
        line = words.pop(0)
        while words and pen.measure(f"{line} {words[0]}", size, bold=bold) <= width:
            line = f"{line} {words.pop(0)}"
        result.append(line)
    if words:
        result[-1] = f"{result[-1]} {words[0]}"
    shown = [shorten(pen, line, size, width, bold=bold) for line in result] or [""]
    if shown != result:
        for line in shown:
            pen.remember(line, text)
    return shown


def write_label(pen: Pen, text: str, middle: float, width: float, lines: int) -> None:
    """Write the name of a row at its beginning, in at most `lines` lines around a height."""
    shown = wrap_label(pen, text, TEXT_SIZE, width, lines)
    y = middle - 3 + (len(shown) - 1) * _LINE / 2
    for line in shown:
        pen.text(0, y, line, TEXT_SIZE)
        y -= _LINE


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
    short = text[:low].rstrip() + "…"
    pen.remember(short, text)
    return short
