"""What to find out next: a bar for each thing, as long as knowing it is worth on average."""

from app.charts.pen import Pen, shorten
from app.charts.shapes import Drawing
from app.charts.specs import WorthBar, Worths
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme

_ROW, _BAR, _FOOT = 27.0, 13.0, 18.0
_LABEL_SHARE = 0.42  # of the width, at most


def draw_worths(spec: Worths, theme: Theme, width: float) -> Drawing:
    """Return what is worth knowing as a drawing `width` points wide."""
    height = len(spec.bars) * _ROW + _FOOT
    pen = Pen(spec, theme, width, height)
    plot = _Plot(pen, spec)
    for number, bar in enumerate(spec.bars):
        _draw_bar(pen, plot, bar, height - (number + 1) * _ROW)
    pen.line((plot.start, _FOOT), (plot.start, height), theme.ink, 0.9)
    axis = shorten(pen, spec.axis, SMALL_SIZE, width)
    pen.text(0, 4, axis, SMALL_SIZE, colour=theme.faint)
    return pen.drawing


class _Plot:
    """Where a worth lies; the longest bar reaches to its text."""

    def __init__(self, pen: Pen, spec: Worths) -> None:
        names = [pen.measure(bar.label, TEXT_SIZE) for bar in spec.bars]
        names += [pen.measure(bar.sublabel, SMALL_SIZE) for bar in spec.bars]
        self.label_room = min(max(names, default=0.0), pen.width * _LABEL_SHARE)
        self.start = self.label_room + 8
        text = max((pen.measure(bar.text, SMALL_SIZE) for bar in spec.bars), default=0.0)
        self.end = pen.width - min(text, pen.width / 3) - 6
        self.most = max((bar.worth for bar in spec.bars), default=0.0) or 1.0

    def x(self, worth: float) -> float:
        """Return the place of a worth."""
        return self.start + (self.end - self.start) * worth / self.most


def _draw_bar(pen: Pen, plot: _Plot, bar: WorthBar, bottom: float) -> None:
    middle = bottom + _ROW / 2
    name = shorten(pen, bar.label, TEXT_SIZE, plot.label_room)
    pen.text(0, middle + 1.5, name, TEXT_SIZE)
    below = shorten(pen, bar.sublabel, SMALL_SIZE, plot.label_room)
    pen.text(0, middle - 8, below, SMALL_SIZE, colour=pen.theme.faint)
    length = max(plot.x(bar.worth) - plot.start, 0.6)
    pen.bar(plot.start, middle - _BAR / 2, length, _BAR, pen.theme.fills[0])
    room = pen.width - plot.start - length - 4
    pen.text(
        plot.start + length + 4, middle - 2.7, shorten(pen, bar.text, SMALL_SIZE, room), SMALL_SIZE
    )
    said = (bar.label, bar.sublabel, bar.text)
    pen.mark(plot.start, bottom + 2, length + room, _ROW - 4, *said)
