"""The tornado: which score's range moves its option's value most."""

from math import ceil, floor

from app.charts.pen import Pen, shorten
from app.charts.shapes import Drawing
from app.charts.specs import Tornado, TornadoBar
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme
from app.wording import _
from app.wording.numbers import signed

_ROW, _TOP, _AXIS_ROOM = 27.0, 16.0, 32.0
_BAR = 13.0
_GAP = 4.0
_LABEL_SHARE = 0.38  # of the width, at most
_TEXT_ROOM = 30.0  # beside the bars, for their printed ends


def draw_tornado(spec: Tornado, theme: Theme, width: float) -> Drawing:
    """Return the widest effects of score ranges as a drawing `width` points wide."""
    height = _TOP + len(spec.bars) * _ROW + _AXIS_ROOM
    pen = Pen(spec, theme, width, height)
    plot = _Plot(pen, spec)
    _draw_axis(pen, spec, plot, height)
    for number, bar in enumerate(spec.bars):
        bottom = height - _TOP - (number + 1) * _ROW
        _draw_bar(pen, plot, bar, bottom)
        _say(pen, spec, plot, bar, bottom)
    _draw_key(pen, spec, height)
    return pen.drawing


class _Plot:
    """Where points of value lie; the axis covers the bars and whole steps."""

    def __init__(self, pen: Pen, spec: Tornado) -> None:
        names = [pen.measure(bar.label, TEXT_SIZE, bold=bar.unseats) for bar in spec.bars]
        names += [pen.measure(bar.sublabel, SMALL_SIZE) for bar in spec.bars]
        widest = max(names, default=0.0)
        self.label_room = min(widest, pen.width * _LABEL_SHARE)
        least = min((bar.fall for bar in spec.bars), default=0.0)
        most = max((bar.rise for bar in spec.bars), default=0.0)
        self.step = _step(max(most - least, 0.1))
        self.low = floor(least / self.step) * self.step
        self.high = max(ceil(most / self.step) * self.step, self.low + self.step)
        self.start = self.label_room + 8 + _TEXT_ROOM
        self.end = pen.width - _TEXT_ROOM

    def x(self, points: float) -> float:
        """Return the place of a change of value."""
        return self.start + (self.end - self.start) * (points - self.low) / (self.high - self.low)

    def covers(self, points: float) -> bool:
        """Tell whether a change of value lies on the axis."""
        return self.low <= points <= self.high


def _step(span: float) -> int:
    """Return the distance of the ticks: whole points, some six over the span."""
    return next((step for step in (1, 2, 5, 10) if span / step <= 8), 20)


def _draw_axis(pen: Pen, spec: Tornado, plot: _Plot, height: float) -> None:
    faint = pen.theme.faint
    for value in range(round(plot.low), round(plot.high) + 1, plot.step):
        x = plot.x(value)
        colour, weight = (pen.theme.ink, 0.9) if value == 0 else (pen.theme.grid, 0.5)
        pen.line((x, _AXIS_ROOM), (x, height - _TOP), colour, weight)
        sign = "−" if value < 0 else "+" if value > 0 else ""
        text = f"{sign}{pen.number(abs(value))}"
        pen.text(x, _AXIS_ROOM - 11, text, SMALL_SIZE, colour=faint, anchor="middle")
    title = shorten(pen, spec.axis, SMALL_SIZE, pen.width)
    room = pen.measure(title, SMALL_SIZE)
    middle = min(max((plot.start + plot.end) / 2, room / 2), pen.width - room / 2)
    pen.text(middle, 4, title, SMALL_SIZE, colour=faint, anchor="middle")


def _draw_bar(pen: Pen, plot: _Plot, bar: TornadoBar, bottom: float) -> None:
    theme, middle = pen.theme, bottom + _ROW / 2
    base = middle - _BAR / 2
    name = shorten(pen, bar.label, TEXT_SIZE, plot.label_room, bold=bar.unseats)
    pen.text(0, middle + 1.5, name, TEXT_SIZE, bold=bar.unseats)
    below = shorten(pen, bar.sublabel, SMALL_SIZE, plot.label_room)
    pen.text(0, middle - 8, below, SMALL_SIZE, colour=theme.faint)
    zero = plot.x(0)
    fills = (theme.fills[1], theme.fills[0])
    for (low, high), fill in zip(((bar.fall, 0.0), (0.0, bar.rise)), fills, strict=True):
        if high > low:
            pen.bar(plot.x(low), base, plot.x(high) - plot.x(low), _BAR, fill)
    pen.line((zero, bottom), (zero, bottom + _ROW), theme.ink, 0.9)
    if bar.fall < 0:
        x = plot.x(bar.fall) - _beside(pen, plot, bar.fall_text, bar.fall, bar.turn)
        pen.text(x, middle - 2.7, bar.fall_text, SMALL_SIZE, anchor="end")
    if bar.rise > 0:
        x = plot.x(bar.rise) + _beside(pen, plot, bar.rise_text, bar.rise, bar.turn)
        pen.text(x, middle - 2.7, bar.rise_text, SMALL_SIZE)
    if bar.turn is not None and plot.covers(bar.turn):
        _draw_turn(pen, plot.x(bar.turn), base)


def _beside(pen: Pen, plot: _Plot, text: str, end: float, turn: float | None) -> float:
    """Return how far beyond the end of a bar its text begins: beyond a mark that stands there."""
    if turn is None or not plot.covers(turn) or (turn > 0) != (end > 0) or abs(turn) < abs(end):
        return _GAP
    away = abs(plot.x(turn) - plot.x(end))
    return away + _GAP if away < pen.measure(text, SMALL_SIZE) + 2 * _GAP else _GAP


def _say(pen: Pen, spec: Tornado, plot: _Plot, bar: TornadoBar, bottom: float) -> None:
    left, right = plot.x(bar.fall) - _TEXT_ROOM, plot.x(bar.rise) + _TEXT_ROOM
    moves = _("{low} to {high}").format(low=bar.fall_text, high=bar.rise_text)
    pen.mark(left, bottom + 2, right - left, _ROW - 4, bar.label, bar.sublabel, moves)
    if bar.turn is not None and plot.covers(bar.turn):
        said = (bar.label, bar.sublabel, spec.turn_text, signed(bar.turn))
        pen.mark(plot.x(bar.turn) - 4, bottom + 2, 8, _ROW - 4, *said)


def _draw_turn(pen: Pen, x: float, base: float) -> None:
    # Ground on both sides keeps the mark apart from any fill.
    pen.line((x, base - 4), (x, base + _BAR + 4), pen.theme.paper, 4.2)
    pen.line((x, base - 4), (x, base + _BAR + 4), pen.theme.marker, 1.8)


def _draw_key(pen: Pen, spec: Tornado, height: float) -> None:
    if not any(bar.turn is not None for bar in spec.bars):
        return
    text = shorten(pen, spec.turn_text, SMALL_SIZE, pen.width - 12)
    pen.text(pen.width, height - 9, text, SMALL_SIZE, colour=pen.theme.faint, anchor="end")
    x = pen.width - pen.measure(text, SMALL_SIZE) - 6
    pen.line((x, height - 11), (x, height - 2), pen.theme.marker, 1.8)
