"""How two options do on every criterion: two marks a row, on the band that all options span."""

from app.charts.pen import Pen, shorten, write_label
from app.charts.saying import span_of
from app.charts.shapes import Drawing
from app.charts.specs import Profile, ProfileRow
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme
from app.wording.numbers import points

_ROW, _WRAPPED_ROW, _TOP, _AXIS_ROOM = 19.0, 25.0, 22.0, 32.0
_KEY_LINE = 13.0
_BAND, _MARK = 7.0, 4.2
_LABEL_SHARE = 0.4  # of the width, at most
_HIGHEST = 100.0


def draw_profile(spec: Profile, theme: Theme, width: float) -> Drawing:
    """Return two options' values on every criterion as a drawing `width` points wide."""
    plot = _Plot(Pen(spec, theme, width, 1), spec)
    height = plot.top + len(spec.rows) * plot.row + _AXIS_ROOM
    pen = Pen(spec, theme, width, height)
    _draw_axis(pen, spec, plot, height)
    _draw_key(pen, plot, height)
    for number, row in enumerate(spec.rows):
        middle = height - plot.top - number * plot.row - plot.row / 2
        _draw_row(pen, plot, row, middle)
        _say(pen, spec, plot, row, middle)
    return pen.drawing


class _Plot:
    """Where values lie, and the key above them in as many lines as it needs."""

    def __init__(self, pen: Pen, spec: Profile) -> None:
        widest = max((pen.measure(row.label, TEXT_SIZE) for row in spec.rows), default=0.0)
        self.label_room = min(widest, pen.width * _LABEL_SHARE)
        self.lines = 1 if widest <= self.label_room else 2
        self.row = _ROW if self.lines == 1 else _WRAPPED_ROW
        self.start, self.end = self.label_room + 14, pen.width - 10
        self.key = _place_key(pen, (spec.first, spec.second, spec.range_text))
        self.top = _TOP + self.key[-1][2] * _KEY_LINE

    def x(self, value: float) -> float:
        """Return the place of a value, 0-100."""
        return self.start + (self.end - self.start) * value / _HIGHEST


def _draw_axis(pen: Pen, spec: Profile, plot: _Plot, height: float) -> None:
    faint = pen.theme.faint
    for value in (0, 25, 50, 75, 100):
        x = plot.x(value)
        pen.line((x, _AXIS_ROOM), (x, height - plot.top), pen.theme.grid, 0.5)
        text = pen.number(value)
        pen.text(x, _AXIS_ROOM - 11, text, SMALL_SIZE, colour=faint, anchor="middle")
    title = shorten(pen, spec.axis, SMALL_SIZE, pen.width)
    room = pen.measure(title, SMALL_SIZE)
    middle = min(max((plot.start + plot.end) / 2, room / 2), pen.width - room / 2)
    pen.text(middle, 4, title, SMALL_SIZE, colour=faint, anchor="middle")


def _place_key(pen: Pen, texts: tuple[str, ...]) -> list[tuple[str, float, int]]:
    """Return what explains the marks: its words, where they begin, and in which line."""
    places: list[tuple[str, float, int]] = []
    x, line = 0.0, 0
    for words in texts:
        text = shorten(pen, words, SMALL_SIZE, pen.width - 18)
        needed = 18 + pen.measure(text, SMALL_SIZE)
        if x and x + needed > pen.width:
            x, line = 0.0, line + 1
        places.append((text, x, line))
        x += needed + 14
    return places


def _draw_key(pen: Pen, plot: _Plot, height: float) -> None:
    for number, (text, x, line) in enumerate(plot.key):
        base = height - 11 - line * _KEY_LINE
        if number == 2:
            pen.bar(x, base - 0.5, 14, _BAND, pen.theme.grid)
        else:
            _draw_mark(pen, x + 7, base + 3, is_first=number == 0)
        pen.text(x + 18, base, text, SMALL_SIZE)


def _draw_row(pen: Pen, plot: _Plot, row: ProfileRow, middle: float) -> None:
    theme = pen.theme
    write_label(pen, row.label, middle, plot.label_room, plot.lines)
    if row.high > row.low:
        band = plot.x(row.high) - plot.x(row.low)
        pen.bar(plot.x(row.low), middle - _BAND / 2, band, _BAND, theme.grid)
    low, high = sorted((plot.x(row.first), plot.x(row.second)))
    pen.line((low, middle), (high, middle), theme.ink, 1.0)
    _draw_mark(pen, plot.x(row.second), middle, is_first=False)
    _draw_mark(pen, plot.x(row.first), middle, is_first=True)


def _say(pen: Pen, spec: Profile, plot: _Plot, row: ProfileRow, middle: float) -> None:
    bottom, height = middle - plot.row / 2, plot.row
    for option, value in ((spec.first, row.first), (spec.second, row.second)):
        left = plot.x(value) - _MARK - 1
        pen.mark(left, bottom, 2 * _MARK + 2, height, row.label, option, points(value))
    low, high = plot.x(row.low), plot.x(row.high)
    span = span_of(row.low, row.high)
    pen.mark(low, bottom, max(high - low, 1.0), height, row.label, spec.range_text, span)


def _draw_mark(pen: Pen, x: float, y: float, *, is_first: bool) -> None:
    """The first is a full disc, the second a hollow square: they differ without colour too."""
    if is_first:
        pen.dot(x, y, _MARK, pen.theme.fills[0], pen.theme.ink)
    else:
        reach = _MARK - 0.4
        corners = [(x - reach, y - reach), (x + reach, y - reach)]
        corners += [(x + reach, y + reach), (x - reach, y + reach)]
        pen.polygon(corners, pen.theme.paper, pen.theme.ink)
