"""Stable weights: how far each criterion's share may move before the first place changes."""

from app.charts.pen import Pen, shorten
from app.charts.shapes import Drawing
from app.charts.shares import AXIS_ROOM, SharePlot, row_height
from app.charts.specs import StableWeights, WeightSpan
from app.charts.style import SMALL_SIZE, Theme
from app.wording import _
from app.wording.numbers import percent

_TOP, _NOTED = 4.0, 16.0
"""Points above the bars, without and with a note."""


def draw_stable_weights(spec: StableWeights, theme: Theme, width: float) -> Drawing:
    """Return the stable share of every weight as a drawing `width` points wide."""
    row = row_height(len(spec.spans))
    top = _NOTED if spec.note else _TOP
    height = top + len(spec.spans) * row + AXIS_ROOM
    pen = Pen(spec, theme, width, height)
    labels, texts = [span.label for span in spec.spans], [span.text for span in spec.spans]
    plot = SharePlot(pen, labels, texts, row)
    plot.draw_axis(pen, spec.share_texts, spec.axis, height - top)
    if spec.note:
        pen.text(0, height - 9, shorten(pen, spec.note, SMALL_SIZE, width), SMALL_SIZE)
    for number, span in enumerate(spec.spans):
        _draw_span(pen, plot, span, height - top - (number + 1) * row)
    return pen.drawing


def _draw_span(pen: Pen, plot: SharePlot, span: WeightSpan, bottom: float) -> None:
    theme, base, middle = pen.theme, plot.base(bottom), bottom + plot.row / 2
    plot.draw_label(pen, span.label, bottom)
    pen.rect(plot.x(0), middle - 0.7, plot.x(1) - plot.x(0), 1.4, theme.grid)
    low, high = plot.x(span.low), plot.x(span.high)
    pen.bar(low, base, max(high - low, 0.5), plot.bar, theme.fills[4])
    # An end inside the scale is where another option takes over; the ends of the scale are not.
    for share in (span.low, span.high):
        if 0.0 < share < 1.0:
            x = plot.x(share)
            pen.line((x, base - 2), (x, base + plot.bar + 2), theme.ink, 1.2)
    pen.dot(plot.x(span.present), middle, 3.4, theme.paper, theme.marker)
    pen.text(pen.width, middle - 2.7, span.text, SMALL_SIZE, anchor="end")
    now = plot.x(span.present)
    left, right = min(low, now - 4), max(high, now + 4)
    present = _("now {share}").format(share=percent(span.present))
    pen.mark(left, base - 2, right - left, plot.bar + 4, span.label, present, span.text)
