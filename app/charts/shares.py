"""A scale of shares from none to all, with rows of bars beside their labels."""

from collections.abc import Sequence

from app.charts.pen import Pen, shorten, wrap_label
from app.charts.style import SMALL_SIZE, TEXT_SIZE

ROW, LEAST_ROW, BARS_HEIGHT = 25.0, 12.5, 540.0
AXIS_ROOM = 32.0
_BAR_SHARE = 0.6  # of the row
_LABEL_SHARE = 0.34  # of the width, at most


def row_height(rows: int) -> float:
    """Return the height of each of so many rows: many stand closer, to fit on a page."""
    return min(ROW, max(LEAST_ROW, BARS_HEIGHT / max(1, rows)))


class SharePlot:
    """Where shares of 0 to 1 lie between the labels and what is printed after the bars."""

    def __init__(self, pen: Pen, labels: Sequence[str], texts: Sequence[str], row: float) -> None:
        """Leave room for `labels` before and `texts` after rows of height `row`."""
        widest = max((pen.measure(label, TEXT_SIZE) for label in labels), default=0.0)
        after = max((pen.measure(text, TEXT_SIZE, bold=True) for text in texts), default=0.0)
        self.start = min(widest, pen.width * _LABEL_SHARE) + 8
        self.end = pen.width - min(after, pen.width / 4) - 8
        self.row, self.bar = row, row * _BAR_SHARE

    def x(self, share: float) -> float:
        """Return the place of a share."""
        return self.start + (self.end - self.start) * share

    def base(self, bottom: float) -> float:
        """Return the lower edge of the bar in a row."""
        return bottom + (self.row - self.bar) / 2

    def draw_axis(self, pen: Pen, texts: tuple[str, ...], title: str, top: float) -> None:
        """Draw the grid up to `top`, its ticks and the title below."""
        for number, text in enumerate(texts):
            x = self.x(number / (len(texts) - 1))
            pen.line((x, AXIS_ROOM), (x, top), pen.theme.grid, 0.5)
            pen.text(x, AXIS_ROOM - 11, text, SMALL_SIZE, colour=pen.theme.faint, anchor="middle")
        shown = shorten(pen, title, SMALL_SIZE, pen.width)
        room = pen.measure(shown, SMALL_SIZE)
        middle = min(max(self.x(0.5), room / 2), pen.width - room / 2)
        pen.text(middle, 4, shown, SMALL_SIZE, colour=pen.theme.faint, anchor="middle")

    def draw_label(self, pen: Pen, label: str, bottom: float) -> None:
        """Write a row's label before its bar, in two lines where the row is high enough."""
        lines = wrap_label(pen, label, TEXT_SIZE, self.start - 8, 2 if self.row > 20 else 1)
        y = bottom + self.row / 2 - 3 + 5 * (len(lines) - 1)
        for line in lines:
            pen.text(self.start - 6, y, line, TEXT_SIZE, anchor="end")
            y -= 10
