"""The reference for the brief: its words and charts by ReportLab alone, untagged."""

import io
from collections.abc import Callable
from html import escape
from typing import Any

from reportlab.graphics.renderPDF import GraphicsFlowable
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Table

from app.brief import blocks
from app.charts import draw, make_theme

_STYLES = getSampleStyleSheet()
_THEME = make_theme(stringWidth, "Helvetica", "Helvetica-Bold")
_WIDTH = 450.0


def render_untagged(document: blocks.Document) -> bytes:
    """Return the document's words, tables and charts as the plainest PDF that ReportLab makes."""
    story = [flowable for block in document.blocks for flowable in _flow(block)]
    file = io.BytesIO()
    SimpleDocTemplate(file).build(story)
    return file.getvalue()


def _text(runs: blocks.Runs, style: str = "BodyText") -> Paragraph:
    return Paragraph(escape("".join(run.text for run in runs)), _STYLES[style])


def _words(text: str, style: str = "BodyText") -> Paragraph:
    return Paragraph(escape(text), _STYLES[style])


def _flow(block: blocks.Block) -> list[Flowable]:
    maker: Callable[[Any], list[Flowable]] = _MAKERS.get(type(block), lambda _block: [])
    return maker(block)


def _table(block: blocks.Table) -> list[Flowable]:
    count = len(block.columns)
    rows: list[list[object]] = [[_words(column.header) for column in block.columns]]
    for cells in block.rows:
        row: list[object] = []
        for cell in cells:
            row += [_text(cell.runs), *[""] * (cell.span - 1)]
        rows.append(row)
    total = sum(column.width for column in block.columns)
    widths = [_WIDTH * column.width / total for column in block.columns]
    table = Table(rows, colWidths=widths if count else None, repeatRows=1)
    return [_words(block.caption), table]


def _facts(block: blocks.KeyValues) -> list[Flowable]:
    return [Table([[_words(label), _text(runs)] for label, runs in block.rows])]


def _figure(block: blocks.Figure) -> list[Flowable]:
    return [_words(block.caption), GraphicsFlowable(draw(block.chart, _THEME, _WIDTH))]


_MAKERS: dict[type, Callable[[Any], list[Flowable]]] = {
    blocks.Heading: lambda b: [_words(b.text, f"Heading{b.level}")],
    blocks.Paragraph: lambda b: [_text(b.runs)],
    blocks.ListBlock: lambda b: [_text(item) for item in b.items],
    blocks.Callout: lambda b: [_words(b.title), *(_text(runs) for runs in b.paragraphs)],
    blocks.Choices: lambda b: [_words(" ".join(b.options + b.fields))],
    blocks.Note: lambda b: [_text(b.runs)],
    blocks.Table: _table,
    blocks.KeyValues: _facts,
    blocks.Figure: _figure,
    blocks.PageBreak: lambda _b: [PageBreak()],
}
