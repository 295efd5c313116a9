"""A heat map: numbers in shades, framed where they come first and ticked where they suffice."""

from app.charts.pen import Pen, shorten, wrap_label, write_label
from app.charts.shapes import Drawing
from app.charts.specs import HeatCell, HeatMap
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme, mix

_ROW, _WRAPPED_ROW, _LEAST_ROW, _ROWS_HEIGHT = 20.0, 24.0, 12.5, 500.0
_HEAD_LINE, _HEAD_LINES = 9.5, 5
_LABEL_SHARE = 0.3  # of the width, at most
_LEAST_LABEL_SHARE = 0.2  # where words over the columns need the room
_NARROWEST, _WIDEST = 34.0, 96.0
_LEGEND_ROOM = 18.0
_TICK = 10.5
"""Points that a tick takes after its number."""
_AIR = 9.0
"""Points beside what stands in a cell, both sides together."""
_BAND_GAP = 10.0
_DEEPEST = 0.55
"""How much of the way from paper to colour the deepest shade goes: text stays readable on it."""


def draw_heat_map(spec: HeatMap, theme: Theme, width: float) -> Drawing:
    """Return shaded numbers as a drawing `width` points wide.

    Columns that do not fit beside each other go on below, under the same rows.
    """
    probe = Pen(spec, theme, width, 1)
    plot = _Plot(probe, spec)
    heads = [plot.head_height(probe, spec, band) for band in plot.bands]
    body = plot.row * len(spec.rows)
    height = sum(head + body for head in heads) + _BAND_GAP * (len(heads) - 1) + _LEGEND_ROOM
    pen = Pen(spec, theme, width, height)
    top = height
    for band, head in zip(plot.bands, heads, strict=True):
        _draw_heads(pen, plot, spec, band, top - head)
        _draw_rows(pen, plot, spec, band, top - head)
        top -= head + body + _BAND_GAP
    legend = shorten(pen, spec.legend, SMALL_SIZE, width)
    pen.text(0, 4, legend, SMALL_SIZE, colour=theme.faint)
    return pen.drawing


class _Plot:
    """Where rows and columns lie, and which columns stand beside each other."""

    def __init__(self, pen: Pen, spec: HeatMap) -> None:
        widest = max((pen.measure(row, TEXT_SIZE) for row in spec.rows), default=0.0)
        self.start = min(widest, pen.width * _LABEL_SHARE) + 8
        count = max(len(spec.columns), 1)
        room = pen.width - self.start
        beside = min(count, max(1, int(room / max(_NARROWEST, _needed(pen, spec)))))
        rounds = -(-count // beside)
        beside = -(-count // rounds)  # so that no band is much shorter than the others
        self.bands = [
            range(first, min(first + beside, count))
            for first in range(0, len(spec.columns), beside)
        ]
        least = min(self.start, pen.width * _LEAST_LABEL_SHARE)
        self.start = max(least, min(self.start, pen.width - beside * _widest_word(pen, spec)))
        self.column = min((pen.width - self.start) / beside, _WIDEST)
        tall = _ROW if widest <= self.start - 8 else _WRAPPED_ROW
        self.row = min(tall, max(_LEAST_ROW, _ROWS_HEIGHT / max(1, len(spec.rows))))

    def x(self, place: int) -> float:
        """Return where a column begins, counted within its band."""
        return self.start + place * self.column

    def head(self, pen: Pen, name: str) -> list[str]:
        """Return the lines of a column's name."""
        return wrap_label(pen, name, SMALL_SIZE, self.column - 2, _HEAD_LINES)

    def head_height(self, pen: Pen, spec: HeatMap, band: range) -> float:
        """Return what the names over a band take."""
        lines = max((len(self.head(pen, spec.columns[column])) for column in band), default=1)
        return lines * _HEAD_LINE + 5


def _needed(pen: Pen, spec: HeatMap) -> float:
    """Return how wide the column of the longest number has to be."""
    longest = max(
        (len(cell.text) + 2 * cell.ticked for row in spec.cells for cell in row), default=0
    )
    widths = (
        pen.measure(cell.text, TEXT_SIZE, bold=cell.first) + (_TICK if cell.ticked else 0.0)
        for row in spec.cells
        for cell in row
        if len(cell.text) + 2 * cell.ticked >= longest - 2  # the others are narrower
    )
    return max(widths, default=0.0) + _AIR


def _widest_word(pen: Pen, spec: HeatMap) -> float:
    """Return how wide a column has to be for every word over it to be whole."""
    words = {word for column in spec.columns for word in column.split()}
    return max((pen.measure(word, SMALL_SIZE) for word in words), default=0.0) + 2.5


def _draw_heads(pen: Pen, plot: _Plot, spec: HeatMap, band: range, bottom: float) -> None:
    pen.text(0, bottom + 4, shorten(pen, spec.corner, SMALL_SIZE, plot.start - 6), SMALL_SIZE)
    for place, column in enumerate(band):
        lines = plot.head(pen, spec.columns[column])
        for number, line in enumerate(reversed(lines)):
            y = bottom + 4 + number * _HEAD_LINE
            pen.text(plot.x(place) + plot.column / 2, y, line, SMALL_SIZE, anchor="middle")


def _draw_rows(pen: Pen, plot: _Plot, spec: HeatMap, band: range, top: float) -> None:
    for number, name in enumerate(spec.rows):
        bottom = top - (number + 1) * plot.row
        lines = 2 if plot.row > 18 else 1
        write_label(pen, name, bottom + (plot.row - 1) / 2, plot.start - 8, lines)
        for place, column in enumerate(band):
            _draw_cell(pen, plot, spec.cells[number][column], plot.x(place), bottom)


def _draw_cell(pen: Pen, plot: _Plot, cell: HeatCell, x: float, bottom: float) -> None:
    theme, width, height = pen.theme, plot.column - 1, plot.row - 1
    if cell.shade is not None:
        strength = _DEEPEST * min(max(cell.shade, 0.0), 100.0) / 100
        pen.rect(x, bottom, width, height, mix(theme.paper, theme.fills[0], strength))
    middle = bottom + height / 2
    ticked = _TICK if cell.ticked else 0.0
    centre = x + (width - ticked) / 2
    pen.text(centre, middle - 3, cell.text, TEXT_SIZE, bold=cell.first, anchor="middle")
    pen.mark(x, bottom, width, height, cell.said or cell.text)
    if cell.ticked:
        half = pen.measure(cell.text, TEXT_SIZE, bold=cell.first) / 2
        pen.tick(centre + half + _TICK - 3.4, middle, theme.ink)
    if cell.first:
        pen.frame(x + 0.8, bottom + 0.8, width - 1.6, height - 1.6, theme.ink)
