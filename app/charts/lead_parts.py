"""Where a lead comes from: bars to one side for what speaks for it, to the other against it."""

from math import ceil

from app.charts.pen import Anchor, Pen, shorten, wrap_label, write_label
from app.charts.shapes import Drawing
from app.charts.specs import GapBar, LeadParts
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme

_ROW, _WRAPPED_ROW, _TOP, _AXIS_ROOM, _BAR = 19.0, 25.0, 22.0, 32.0, 11.0
_HEAD_LINE = 10.5
_LABEL_SHARE = 0.36  # of the width, at most
_TEXT_ROOM = 34.0  # beside the bars, for their printed points


def draw_lead_parts(spec: LeadParts, theme: Theme, width: float) -> Drawing:
    """Return the parts of a lead as a drawing `width` points wide."""
    plot = _Plot(Pen(spec, theme, width, 1), spec)
    height = plot.top + len(spec.bars) * plot.row + _AXIS_ROOM
    pen = Pen(spec, theme, width, height)
    _draw_axis(pen, spec, plot, height)
    _draw_heads(pen, plot, height)
    for number, bar in enumerate(spec.bars):
        bottom = height - plot.top - (number + 1) * plot.row
        _draw_bar(pen, plot, bar, bottom)
        _say(pen, spec, plot, bar, bottom)
    return pen.drawing


class _Plot:
    """Where points lie; nought is in the middle, so that both sides are read alike."""

    def __init__(self, pen: Pen, spec: LeadParts) -> None:
        widest = max((pen.measure(bar.label, TEXT_SIZE) for bar in spec.bars), default=0.0)
        self.label_room = min(widest, pen.width * _LABEL_SHARE)
        self.lines = 1 if widest <= self.label_room else 2
        self.row = _ROW if self.lines == 1 else _WRAPPED_ROW
        self.start = self.label_room + 8 + _TEXT_ROOM
        self.end = pen.width - _TEXT_ROOM
        most = max((abs(bar.points) for bar in spec.bars), default=0.0)
        self.step = next((step for step in (1, 2, 5, 10) if most / step <= 4), 20)
        self.reach = max(ceil(most / self.step) * self.step, self.step)
        self.heads = self._heads(pen, spec)
        self.top = _TOP + (max(map(len, self.heads)) - 1) * _HEAD_LINE

    def _heads(self, pen: Pen, spec: LeadParts) -> tuple[list[str], list[str]]:
        """Return the lines of what stands over the two sides, each as wide as its side."""
        sides = ((spec.second, self.x(0) - 6), (spec.first, pen.width - self.x(0) - 6))
        second, first = (
            wrap_label(pen, text, TEXT_SIZE, room, 2, bold=True) for text, room in sides
        )
        return second, first

    def x(self, points: float) -> float:
        """Return the place of a number of points."""
        return self.start + (self.end - self.start) * (points + self.reach) / (2 * self.reach)


def _draw_axis(pen: Pen, spec: LeadParts, plot: _Plot, height: float) -> None:
    faint = pen.theme.faint
    for points in range(-plot.reach, plot.reach + 1, plot.step):
        colour, weight = (pen.theme.ink, 0.9) if points == 0 else (pen.theme.grid, 0.5)
        pen.line((plot.x(points), _AXIS_ROOM), (plot.x(points), height - plot.top), colour, weight)
        text = pen.number(abs(points))
        pen.text(plot.x(points), _AXIS_ROOM - 11, text, SMALL_SIZE, colour=faint, anchor="middle")
    title = shorten(pen, spec.axis, SMALL_SIZE, pen.width)
    room = pen.measure(title, SMALL_SIZE)
    middle = min(max(plot.x(0), room / 2), pen.width - room / 2)
    pen.text(middle, 4, title, SMALL_SIZE, colour=faint, anchor="middle")


def _draw_heads(pen: Pen, plot: _Plot, height: float) -> None:
    """Name the option that each side speaks for, away from the middle."""
    anchors: tuple[Anchor, Anchor] = ("end", "start")
    for lines, away, anchor in zip(plot.heads, (-6, 6), anchors, strict=True):
        y = height - plot.top + 10 + (len(lines) - 1) * _HEAD_LINE
        for line in lines:
            pen.text(plot.x(0) + away, y, line, TEXT_SIZE, bold=True, anchor=anchor)
            y -= _HEAD_LINE


def _draw_bar(pen: Pen, plot: _Plot, bar: GapBar, bottom: float) -> None:
    theme, base = pen.theme, bottom + (plot.row - _BAR) / 2
    write_label(pen, bar.label, bottom + plot.row / 2, plot.label_room, plot.lines)
    zero, end = plot.x(0), plot.x(bar.points)
    if bar.points > 0:
        pen.bar(zero, base, end - zero, _BAR, theme.fills[0])
        pen.text(end + 4, base + 2, bar.text, SMALL_SIZE)
    elif bar.points < 0:
        pen.bar(end, base, zero - end, _BAR, theme.fills[1])
        pen.text(end - 4, base + 2, bar.text, SMALL_SIZE, anchor="end")
    else:
        pen.text(zero + 4, base + 2, bar.text, SMALL_SIZE, colour=theme.faint)
    pen.line((zero, bottom), (zero, bottom + plot.row), theme.ink, 0.9)


def _say(pen: Pen, spec: LeadParts, plot: _Plot, bar: GapBar, bottom: float) -> None:
    left, right = sorted((plot.x(0), plot.x(bar.points)))
    left -= _TEXT_ROOM if bar.points < 0 else 0.0
    right += _TEXT_ROOM if bar.points >= 0 else 0.0
    side = spec.first if bar.points > 0 else spec.second if bar.points < 0 else ""
    pen.mark(left, bottom, right - left, plot.row, bar.label, bar.text, side)
