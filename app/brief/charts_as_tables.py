"""A figure's numbers as a table, for documents that hold no drawings."""

from app.brief.blocks import Cell, Column, Figure, Table, said
from app.charts.tables import as_table


def figure_in_words(figure: Figure) -> Table:
    """A figure's numbers under its caption, with the text that stands for it."""
    heads, rows = as_table(figure.chart)
    columns = (
        Column(heads[0], width=2.5),
        *(Column(head, align="end") for head in heads[1:]),
    )
    cells = tuple(
        (Cell((said(first),), header=True), *(Cell((said(text),)) for text in others))
        for first, *others in rows
    )
    return Table(columns, cells, caption=figure.caption, note=(said(figure.alternative),))
