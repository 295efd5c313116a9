"""The ranking: a bar for each option, made of what each criterion contributes to its total."""

from math import ceil

from app.charts.pen import Pen, shorten, wrap_label
from app.charts.saying import named, span_of
from app.charts.shapes import Drawing
from app.charts.specs import RankedBar, Ranking
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme, ink_on
from app.wording import _
from app.wording.numbers import points

_ROW, _LEAST_ROW, _BARS_HEIGHT = 22.0, 12.5, 540.0
_BAR_SHARE = 0.56  # of the row
_LEGEND_ROW = 13.0
_SWATCH = 11.0
_AXIS_ROOM = 30.0
_STEP = 25


def draw_ranking(spec: Ranking, theme: Theme, width: float) -> Drawing:
    """Return the ranking as a drawing `width` points wide; its height follows from the options."""
    probe = Pen(spec, theme, width, 1)
    legend = _place_legend(probe, spec)
    legend_height = (max((row for _x, row in legend), default=-1) + 1) * _LEGEND_ROW + 6
    # Many options stand closer together, so that the chart still fits on a page.
    row = min(_ROW, max(_LEAST_ROW, _BARS_HEIGHT / max(1, len(spec.bars))))
    height = legend_height + len(spec.bars) * row + _AXIS_ROOM
    pen = Pen(spec, theme, width, height)
    _draw_legend(pen, spec, legend, height)
    labels_end = _label_room(pen, spec)
    totals_room = max((_total_width(pen, bar) for bar in spec.bars), default=0.0)
    highest = max((max(bar.total, bar.high) for bar in spec.bars), default=0.0)
    top = min(100, _STEP * max(2, ceil(highest / _STEP)))
    plot = _Plot(labels_end, width - min(totals_room, width / 4) - 8, top, row)
    _draw_axis(pen, spec, plot, height - legend_height)
    for number, bar in enumerate(spec.bars):
        _draw_bar(pen, plot, bar, spec.parts, height - legend_height - (number + 1) * row)
    return pen.drawing


class _Plot:
    """Where the scale from 0 to `top` lies; it ends above the highest value, at most at 100."""

    def __init__(self, start: float, end: float, top: int, row: float) -> None:
        self.start, self.end, self.top, self.row = start, end, top, row
        self.bar = row * _BAR_SHARE

    def x(self, value: float) -> float:
        """Return the place of `value` on the scale."""
        return self.start + (self.end - self.start) * value / self.top


def _place_legend(pen: Pen, spec: Ranking) -> list[tuple[float, int]]:
    """Return the place and the row of each legend entry."""
    places = []
    x, row = 0.0, 0
    for name in spec.parts:
        needed = _SWATCH + 4 + pen.measure(_legend_name(pen, name), SMALL_SIZE)
        if x and x + needed > pen.width:
            x, row = 0.0, row + 1
        places.append((x, row))
        x += needed + 12
    return places


def _draw_legend(pen: Pen, spec: Ranking, places: list[tuple[float, int]], top: float) -> None:
    for number, (name, (x, row)) in enumerate(zip(spec.parts, places, strict=True)):
        y = top - (row + 1) * _LEGEND_ROW
        fill = _fill(pen, number)
        pen.bar(x, y, _SWATCH, _SWATCH, fill)
        centre = x + _SWATCH / 2
        pen.text(
            centre,
            y + 3,
            pen.number(number + 1),
            SMALL_SIZE - 1,
            colour=ink_on(fill),
            anchor="middle",
        )
        shown = _legend_name(pen, name)
        pen.text(x + _SWATCH + 4, y + 3, shown, SMALL_SIZE, colour=pen.theme.faint)


def _legend_name(pen: Pen, name: str) -> str:
    return shorten(pen, name, SMALL_SIZE, pen.width - _SWATCH - 4)


def _fill(pen: Pen, number: int) -> str:
    return pen.theme.fills[number % len(pen.theme.fills)]


def _label_room(pen: Pen, spec: Ranking) -> float:
    widest = max((pen.measure(bar.label, TEXT_SIZE) for bar in spec.bars), default=0.0)
    return min(widest, pen.width * 0.3) + 8


def _total_width(pen: Pen, bar: RankedBar) -> float:
    note = pen.measure(f" {bar.note}", SMALL_SIZE) if bar.note else 0.0
    return pen.measure(bar.total_text, TEXT_SIZE, bold=True) + note


def _draw_axis(pen: Pen, spec: Ranking, plot: _Plot, top: float) -> None:
    for value in range(0, plot.top + 1, _STEP):
        x = plot.x(value)
        pen.line((x, _AXIS_ROOM), (x, top), pen.theme.grid, 0.5)
        pen.text(
            x,
            _AXIS_ROOM - 11,
            pen.number(value),
            SMALL_SIZE,
            colour=pen.theme.faint,
            anchor="middle",
        )
    middle = (plot.start + plot.end) / 2
    pen.text(middle, 4, spec.axis, SMALL_SIZE, colour=pen.theme.faint, anchor="middle")


def _draw_bar(pen: Pen, plot: _Plot, bar: RankedBar, names: tuple[str, ...], bottom: float) -> None:
    base = bottom + (plot.row - plot.bar) / 2
    _draw_label(pen, plot, bar, base + plot.bar / 2)
    reached = 0.0
    for number, part in enumerate(bar.parts):
        start, end = plot.x(reached), plot.x(reached + part)
        reached += part
        if end - start < 0.05:
            continue
        # A hair of ground keeps neighbours apart without relying on their colours.
        pen.bar(start, base, max(end - start - 0.6, 0.3), plot.bar, _fill(pen, number))
        if pen.theme.with_tips:
            said = (bar.label, names[number], points(part))
            pen.mark(start, base, end - start, plot.bar, *said)
        numeral = pen.number(number + 1)
        if pen.measure(numeral, SMALL_SIZE) + 2 < end - start:
            pen.text(
                (start + end) / 2,
                base + plot.bar / 2 - 2.6,
                numeral,
                SMALL_SIZE,
                colour=ink_on(_fill(pen, number)),
                anchor="middle",
            )
    after = plot.x(max(bar.total, bar.high)) + 5
    if bar.high > bar.low:
        _draw_interval(pen, plot, bar, base - 3)
    pen.text(after, base + plot.bar / 2 - 3, bar.total_text, TEXT_SIZE, bold=True)
    if pen.theme.with_tips:
        total = f"{bar.total_text} {bar.note}".rstrip()
        span = span_of(bar.low, bar.high) if bar.high > bar.low else ""
        room = _total_width(pen, bar)
        pen.mark(after, base, room, plot.bar, bar.label, named(_("Value"), total), span)
    if bar.note:
        after += pen.measure(f"{bar.total_text} ", TEXT_SIZE, bold=True)
        pen.text(after, base + plot.bar / 2 - 3, bar.note, SMALL_SIZE, colour=pen.theme.faint)


def _draw_label(pen: Pen, plot: _Plot, bar: RankedBar, middle: float) -> None:
    lines = wrap_label(pen, bar.label, TEXT_SIZE, plot.start - 8, 2 if plot.row > 20 else 1)
    y = middle - 3 + (len(lines) - 1) * 5
    for line in lines:
        pen.text(plot.start - 6, y, line, TEXT_SIZE, anchor="end")
        y -= 10


def _draw_interval(pen: Pen, plot: _Plot, bar: RankedBar, y: float) -> None:
    low, high = plot.x(bar.low), plot.x(bar.high)
    pen.line((low, y), (high, y), pen.theme.ink, 1.0)
    for x in (low, high):
        pen.line((x, y - 2.5), (x, y + 2.5), pen.theme.ink, 1.0)
