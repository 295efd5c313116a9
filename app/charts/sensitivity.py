"""One-way sensitivity: how each option's value moves with the weight of one criterion."""

from itertools import pairwise
from math import ceil, floor

from app.charts.pen import Pen, shorten
from app.charts.saying import named
from app.charts.shapes import Drawing
from app.charts.specs import WeightLine, WeightSensitivity
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme
from app.wording import _
from app.wording.numbers import percent, points

_LEAST_HEIGHT = 235.0
_TOP, _BOTTOM, _START = 38.0, 36.0, 26.0
_LABEL_GAP = 11.0
_LABEL_SHARE = 0.36  # of the width, at most
_PLACES = 40
"""In so many places along it a line says what it is."""
_DASHES: tuple[list[float] | None, ...] = (
    None,
    [6, 3],
    [2, 2],
    [8, 3, 2, 3],
    [4, 2],
    [1, 2],
    [10, 4],
    [6, 2, 1, 2, 1, 2],
)


def draw_sensitivity(spec: WeightSensitivity, theme: Theme, width: float) -> Drawing:
    """Return the sensitivity of the ranking as a drawing `width` points wide."""
    # Every line has its label at the end, so many lines need a higher chart.
    height = max(_LEAST_HEIGHT, len(spec.lines) * _LABEL_GAP + _TOP)
    pen = Pen(spec, theme, width, height)
    widest = max((_label_width(pen, line) for line in spec.lines), default=0.0)
    plot = _Plot(spec, width - min(widest + 12, width * _LABEL_SHARE), height)
    _draw_axes(pen, spec, plot)
    _draw_present(pen, spec, plot)
    for number, line in enumerate(spec.lines):
        colour = theme.strokes[number % len(theme.strokes)]
        # One further with every round, so that a colour that comes again has another dash.
        dash = _DASHES[(number + number // len(theme.strokes)) % len(_DASHES)]
        pen.line(
            (plot.x(0), plot.y(line.start)),
            (plot.x(1), plot.y(line.end)),
            colour,
            2.2 if line.leading else 1.2,
            dash,
        )
    _draw_crossovers(pen, spec, plot)
    _draw_labels(pen, spec, plot)
    if theme.with_tips:
        _say_along(pen, spec, plot)
    return pen.drawing


class _Plot:
    """Where shares of weight and values lie; the value axis covers what the lines need."""

    def __init__(self, spec: WeightSensitivity, end: float, height: float) -> None:
        values = [value for line in spec.lines for value in (line.start, line.end)] or [0.0, 100.0]
        self.low = min(90, max(0, 10 * floor(min(values) / 10)))
        self.high = min(100, max(10 * ceil(max(values) / 10), self.low + 10))
        self.end, self.height = end, height

    def x(self, share: float) -> float:
        """Return the place of a share of weight (0–1)."""
        return _START + (self.end - _START) * share

    def y(self, value: float) -> float:
        """Return the height of a value."""
        return _BOTTOM + (self.height - _TOP - _BOTTOM) * (value - self.low) / (
            self.high - self.low
        )


def _draw_axes(pen: Pen, spec: WeightSensitivity, plot: _Plot) -> None:
    faint = pen.theme.faint
    step = 10 if plot.high - plot.low <= 60 else 20
    for value in range(plot.low, plot.high + 1, step):
        y = plot.y(value)
        pen.line((_START, y), (plot.end, y), pen.theme.grid, 0.5)
        pen.text(_START - 5, y - 2.6, pen.number(value), SMALL_SIZE, colour=faint, anchor="end")
    for share, text in zip((0.0, 0.25, 0.5, 0.75, 1.0), spec.share_texts, strict=True):
        x = plot.x(share)
        pen.line((x, _BOTTOM), (x, _BOTTOM - 3), faint, 0.5)
        pen.text(x, _BOTTOM - 13, text, SMALL_SIZE, colour=faint, anchor="middle")
    middle = plot.x(0.5)
    pen.text(middle, 6, spec.x_axis, SMALL_SIZE, colour=faint, anchor="middle")
    pen.text(0, plot.height - 9, spec.y_axis, SMALL_SIZE, colour=faint)
    if spec.note:
        x = pen.measure(spec.y_axis, SMALL_SIZE) + 16
        note = shorten(pen, spec.note, SMALL_SIZE, plot.end - x)
        pen.text(x, plot.height - 9, note, SMALL_SIZE)


def _draw_present(pen: Pen, spec: WeightSensitivity, plot: _Plot) -> None:
    x = plot.x(spec.present)
    top = plot.height - _TOP + 4
    pen.line((x, _BOTTOM), (x, top), pen.theme.ink, 0.9, [1.5, 2])
    room = pen.measure(spec.present_text, SMALL_SIZE, bold=True)
    # The label stays over the plot however far the weight lies to one side.
    x = min(max(x, room / 2), plot.end - room / 2)
    pen.text(x, top + 3, spec.present_text, SMALL_SIZE, bold=True, anchor="middle")
    pen.mark(x - room / 2, top, room, 11, spec.x_axis, spec.present_text)


def _draw_crossovers(pen: Pen, spec: WeightSensitivity, plot: _Plot) -> None:
    for crossover in spec.crossovers:
        x, y = plot.x(crossover.share), plot.y(crossover.value)
        pen.dot(x, y, 3.2, pen.theme.paper, pen.theme.marker)
        pen.text(x, y + 8, crossover.text, SMALL_SIZE, bold=True, anchor="middle")
        if pen.theme.with_tips:
            value = named(_("Value"), points(crossover.value))
            said = (_("here the first place changes hands"), crossover.text, value)
            pen.mark(x - 5, y - 5, 10, 10, *said)


def _draw_labels(pen: Pen, spec: WeightSensitivity, plot: _Plot) -> None:
    room = pen.width - plot.end - 8
    heights = spread([plot.y(line.end) for line in spec.lines], _LABEL_GAP, plot.height - 12)
    for number, (line, y) in enumerate(zip(spec.lines, heights, strict=True)):
        colour = pen.theme.strokes[number % len(pen.theme.strokes)]
        end = plot.y(line.end)
        if abs(end - y) > 1:
            pen.line((plot.end, end), (plot.end + 6, y), colour, 0.6)
        _write_label(pen, line, plot.end + 8, y - 2.7, colour, room)
        if pen.theme.with_tips:
            pen.mark(plot.end + 6, y - 5, room + 2, 10, line.label, *_values_of(spec, line))


def _values_of(spec: WeightSensitivity, line: WeightLine) -> tuple[str, str, str]:
    """A line's value without weight, today, and with all of it."""
    now = line.start + (line.end - line.start) * spec.present
    return (
        named(spec.share_texts[0], points(line.start)),
        named(spec.present_text, points(now)),
        named(spec.share_texts[-1], points(line.end)),
    )


def _say_along(pen: Pen, spec: WeightSensitivity, plot: _Plot) -> None:
    """Let every line answer wherever it is pointed at."""
    step = (plot.x(1) - plot.x(0)) / _PLACES
    for line in spec.lines:
        for number in range(_PLACES):
            share = (number + 0.5) / _PLACES
            value = line.start + (line.end - line.start) * share
            said = f"{line.label}\n{named(percent(share, 0), points(value))}"
            pen.touch(plot.x(share) - step / 2, plot.y(value) - 3, step, 6, said)


def _label_size(line: WeightLine) -> float:
    return TEXT_SIZE - 0.5 if line.leading else SMALL_SIZE


def _label_width(pen: Pen, line: WeightLine) -> float:
    return pen.measure(line.label, _label_size(line), bold=line.leading)


def _write_label(pen: Pen, line: WeightLine, x: float, y: float, colour: str, room: float) -> None:
    size = _label_size(line)
    text = shorten(pen, line.label, size, room, bold=line.leading)
    pen.text(x, y, text, size, colour=colour, bold=line.leading)


def spread(heights: list[float], gap: float, top: float) -> list[float]:
    """Return `heights` moved apart to at least `gap`, in the same order, none above `top`.

    Labels are pushed up from the lowest, then down again from `top`.
    """
    order = sorted(range(len(heights)), key=lambda index: heights[index])
    placed = list(heights)
    for lower, upper in pairwise(order):
        placed[upper] = max(placed[upper], placed[lower] + gap)
    if order:
        placed[order[-1]] = min(placed[order[-1]], top)
    for lower, upper in pairwise(order[::-1]):
        placed[upper] = min(placed[upper], placed[lower] - gap)
    return placed
