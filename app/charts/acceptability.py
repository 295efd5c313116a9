"""Rank acceptability: for each option a bar of all weightings, cut by the rank it takes."""

from app.charts.pen import Pen, shorten
from app.charts.shapes import Drawing
from app.charts.shares import AXIS_ROOM, SharePlot, row_height
from app.charts.specs import RankAcceptability, RankShares
from app.charts.style import SMALL_SIZE, TEXT_SIZE, Theme, ink_on, mix
from app.wording import _
from app.wording.numbers import percent

_TOP = 16.0
_PALEST = 0.88  # of the ground, in the last rank
_HAIR = 0.6


def draw_acceptability(spec: RankAcceptability, theme: Theme, width: float) -> Drawing:
    """Return how often each option takes each rank as a drawing `width` points wide."""
    row = row_height(len(spec.rows))
    height = _TOP + len(spec.rows) * row + AXIS_ROOM
    pen = Pen(spec, theme, width, height)
    texts = [*(line.first_text for line in spec.rows), spec.head]
    plot = SharePlot(pen, [line.label for line in spec.rows], texts, row)
    plot.draw_axis(pen, spec.share_texts, spec.axis, height - _TOP)
    if spec.note:
        pen.text(0, height - 9, shorten(pen, spec.note, SMALL_SIZE, width * 0.7), SMALL_SIZE)
    pen.text(width, height - 9, spec.head, SMALL_SIZE, colour=theme.faint, anchor="end")
    ranks = max((len(line.shares) for line in spec.rows), default=0)
    shades = rank_shades(theme, ranks)
    for number, line in enumerate(spec.rows):
        _draw_row(pen, plot, line, shades, height - _TOP - (number + 1) * row)
    return pen.drawing


def rank_shades(theme: Theme, ranks: int) -> tuple[str, ...]:
    """Return a fill for every rank, paling evenly from the first to the last."""
    steps = max(1, ranks - 1)
    return tuple(mix(theme.fills[0], theme.paper, _PALEST * k / steps) for k in range(ranks))


def _draw_row(
    pen: Pen, plot: SharePlot, line: RankShares, shades: tuple[str, ...], bottom: float
) -> None:
    base = plot.base(bottom)
    plot.draw_label(pen, line.label, bottom)
    reached = 0.0
    for rank, share in enumerate(line.shares):
        start, end = plot.x(reached), plot.x(reached + share)
        reached += share
        if end - start < 0.1:
            continue
        pen.rect(start, base, max(end - start - _HAIR, 0.1), plot.bar, shades[rank])
        if pen.theme.with_tips:
            ranked = _("Rank {number}").format(number=rank + 1)
            pen.mark(start, base, end - start, plot.bar, line.label, ranked, percent(share))
        name = pen.number(rank + 1)
        if pen.measure(name, SMALL_SIZE) + 3 < end - start:
            pen.text(
                (start + end - _HAIR) / 2,
                base + plot.bar / 2 - 2.6,
                name,
                SMALL_SIZE,
                colour=ink_on(shades[rank]),
                anchor="middle",
            )
    # One edge around all ranks: the last of them are as pale as the ground.
    whole, edge = plot.x(reached) - plot.x(0.0), pen.theme.edge_of(pen.theme.paper)
    pen.frame(plot.x(0.0), base, whole, plot.bar, edge or pen.theme.ink, _HAIR)
    pen.text(
        pen.width, base + plot.bar / 2 - 3, line.first_text, TEXT_SIZE, bold=True, anchor="end"
    )
