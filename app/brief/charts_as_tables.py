"""A chart's numbers as a table, for documents that hold no drawings."""

from app.brief.blocks import Block, Cell, Column, Figure, Paragraph, Table, said
from app.charts.specs import Ranking, WeightSensitivity
from app.wording import _
from app.wording.numbers import points


def figure_in_words(figure: Figure) -> Block:
    """A figure's numbers under its caption; of other charts the text that stands for them."""
    chart = figure.chart
    if isinstance(chart, Ranking):
        return _ranking(figure, chart)
    if isinstance(chart, WeightSensitivity):
        return _sensitivity(figure, chart)
    return Paragraph((said(f"{figure.caption}: ", bold=True), said(figure.alternative)))


def _ranking(figure: Figure, chart: Ranking) -> Table:
    columns = (
        Column(_("Option"), width=2.5),
        *(Column(part, align="end") for part in chart.parts),
        Column(_("Value"), align="end"),
    )
    rows = tuple(
        (
            Cell((said(bar.label),), header=True),
            *(Cell((said(points(part)),)) for part in bar.parts),
            Cell((said(f"{bar.total_text} {bar.note}".strip(), bold=True),)),
        )
        for bar in chart.bars
    )
    return Table(columns, rows, caption=figure.caption, note=(said(figure.alternative),))


def _sensitivity(figure: Figure, chart: WeightSensitivity) -> Table:
    columns = (
        Column(_("Option"), width=2.5),
        Column(chart.share_texts[0], align="end"),
        Column(chart.share_texts[-1], align="end"),
    )
    rows = tuple(
        (
            Cell((said(line.label, bold=line.leading),), header=True),
            Cell((said(points(line.start)),)),
            Cell((said(points(line.end)),)),
        )
        for line in chart.lines
    )
    return Table(columns, rows, caption=figure.caption, note=(said(figure.alternative),))
