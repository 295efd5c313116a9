"""Value against effort: every option as a mark, the efficient ones joined by a line."""

from math import floor, log10

from app.charts.pen import Pen, shorten
from app.charts.saying import named
from app.charts.shapes import Drawing
from app.charts.specs import EffortMark, EffortPlot
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme
from app.wording import _

_HEIGHT, _TOP, _AXIS_ROOM, _SCALE_ROOM = 250.0, 22.0, 34.0, 26.0
_MARK, _HIGHEST = 4.2, 100.0
_LABEL_WIDTH = 150.0
LEAST_SPAN = 1e-12
"""Efforts nearer together than this are one: no tick could tell them apart."""


def draw_effort(spec: EffortPlot, theme: Theme, width: float) -> Drawing:
    """Return value against effort as a drawing `width` points wide."""
    pen = Pen(spec, theme, width, _HEIGHT)
    plot = _Plot(width, spec.marks)
    _draw_axes(pen, spec, plot)
    efficient = [mark for mark in spec.marks if mark.efficient]
    ends = [(plot.x(mark.effort), plot.y(mark.value)) for mark in efficient]
    if len(ends) > 1:
        pen.path(ends, theme.strokes[0], 1.6)
    for mark in spec.marks:
        _draw_mark(pen, plot, mark)
        _say(pen, plot, mark)
    _draw_labels(pen, plot, spec.marks)
    return pen.drawing


class _Plot:
    """Where effort and value lie; nought is on the axis of effort."""

    def __init__(self, width: float, marks: tuple[EffortMark, ...]) -> None:
        efforts = [mark.effort for mark in marks]
        self.low, self.high = min(0.0, *efforts, 0.0), max(0.0, *efforts, 0.0)
        if self.high - self.low < LEAST_SPAN:
            self.high = self.low + 1.0
        self.step = _step(self.high - self.low)
        self.start, self.end = _SCALE_ROOM, width - 24.0

    def x(self, effort: float) -> float:
        """Return the place of an effort."""
        return self.start + (self.end - self.start) * (effort - self.low) / (self.high - self.low)

    def y(self, value: float) -> float:
        """Return the place of a value, 0-100."""
        return _AXIS_ROOM + (_HEIGHT - _TOP - _AXIS_ROOM) * value / _HIGHEST

    def ticks(self) -> list[float]:
        """Return round efforts within the axis."""
        first = floor(self.low / self.step) * self.step
        count = floor((self.high - first) / self.step + 1e-9)
        found = [first + n * self.step for n in range(count + 1)]
        return [tick for tick in found if tick >= self.low - 1e-12]


def _step(span: float) -> float:
    """Return a round distance of ticks: 1, 2 or 5 times a power of ten, some five over the span."""
    power = 10.0 ** floor(log10(span / 5))
    return next((power * step for step in (1, 2, 5) if span / (power * step) <= 6), power * 10)


def _draw_axes(pen: Pen, spec: EffortPlot, plot: _Plot) -> None:
    faint, grid = pen.theme.faint, pen.theme.grid
    for value in (0, 25, 50, 75, 100):
        y = plot.y(value)
        pen.line((plot.start, y), (plot.end, y), grid, 0.5)
        pen.text(plot.start - 5, y - 2.5, pen.number(value), SMALL_SIZE, colour=faint, anchor="end")
    for tick in plot.ticks():
        x = plot.x(tick)
        pen.line((x, _AXIS_ROOM), (x, _AXIS_ROOM - 3), grid, 0.8)
        pen.text(x, _AXIS_ROOM - 12, f"{tick:.10g}", SMALL_SIZE, colour=faint, anchor="middle")
    title = shorten(pen, spec.x_axis, SMALL_SIZE, pen.width)
    pen.text((plot.start + plot.end) / 2, 4, title, SMALL_SIZE, colour=faint, anchor="middle")
    pen.text(
        0, _HEIGHT - 10, shorten(pen, spec.y_axis, SMALL_SIZE, pen.width), SMALL_SIZE, colour=faint
    )


def _draw_mark(pen: Pen, plot: _Plot, mark: EffortMark) -> None:
    """A full disc for what nothing beats, a hollow square for the rest: shape, not colour alone."""
    x, y = plot.x(mark.effort), plot.y(mark.value)
    if mark.efficient:
        pen.dot(x, y, _MARK, pen.theme.fills[0], pen.theme.ink)
    else:
        reach = _MARK - 0.4
        corners = [(x - reach, y - reach), (x + reach, y - reach)]
        corners += [(x + reach, y + reach), (x - reach, y + reach)]
        pen.polygon(corners, pen.theme.paper, pen.theme.ink)


def _say(pen: Pen, plot: _Plot, mark: EffortMark) -> None:
    left, bottom = plot.x(mark.effort) - _MARK - 2, plot.y(mark.value) - _MARK - 2
    side = 2 * _MARK + 4
    effort, value = named(_("Effort"), mark.effort_text), named(_("Value"), mark.value_text)
    pen.mark(left, bottom, side, side, mark.label, effort, value)


_Box = tuple[float, float, float, float]
"""Left, bottom, right and top."""


def _draw_labels(pen: Pen, plot: _Plot, marks: tuple[EffortMark, ...]) -> None:
    """Write each name beside its mark, where neither another mark nor another name stands."""
    taken = [_around(plot.x(mark.effort), plot.y(mark.value)) for mark in marks]
    # The dearest have least room, at the edge: they choose first.
    for mark in sorted(marks, key=lambda mark: (not mark.efficient, -mark.effort)):
        x, y = plot.x(mark.effort), plot.y(mark.value)
        text = shorten(pen, mark.label, TEXT_SIZE, _LABEL_WIDTH, bold=mark.efficient)
        width = pen.measure(text, TEXT_SIZE, bold=mark.efficient)
        sides = _ABOVE if mark.efficient else _BESIDE
        places = [_place(x, y, width, side) for side in sides]
        inside = [box for box in places if box[0] >= plot.start and box[2] <= pen.width]
        inside = inside or places[:1]
        free = [box for box in inside if not any(_meet(box, other) for other in taken)]
        box = (free or inside)[0]
        taken.append(box)
        pen.text(box[0], box[1] + 2.5, text, TEXT_SIZE, bold=mark.efficient)


_BESIDE = ((1, 0), (-1, 0), (0, -1), (1, -1), (-1, -1), (0, 1), (1, 1), (-1, 1), (0, -2), (0, 2))
"""Where a name may stand, seen from its mark: beside it, above or below it, or aslant."""
_ABOVE = ((-1, 1), (0, 1), (1, 1), (-1, 0), (0, 2), *_BESIDE)
"""The same for efficient options: nothing is dearer and better, so that the line is below."""


def _place(x: float, y: float, width: float, side: tuple[int, int]) -> _Box:
    across, up = side
    reach = _MARK + 4
    left = x + reach if across > 0 else x - reach - width if across < 0 else x - width / 2
    bottom = y - TEXT_SIZE / 2 + up * (TEXT_SIZE + 3)
    return left, bottom, left + width, bottom + TEXT_SIZE


def _around(x: float, y: float) -> _Box:
    return x - _MARK, y - _MARK, x + _MARK, y + _MARK


def _meet(one: _Box, other: _Box) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart
