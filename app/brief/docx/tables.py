"""Tables in Word's markup, with heading rows that are repeated."""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from app.brief import blocks

from . import words

_MEASURE = 162.0  # millimetres between the margins of A4; Letter is hardly wider
_LETTER, _PADDING = 2.4, 4.5  # of a heading in bold, so that no word of it is broken
_SIDES = {
    "start": None,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "end": WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_table(file: WordDocument, block: blocks.Table, *, rightwards: bool) -> None:
    """Add a table with its heading row."""
    weights = [column.width for column in block.columns]
    words_of = [column.header.split() for column in block.columns]
    least = [_LETTER * max(map(len, found), default=0) + _PADDING for found in words_of]
    table = _open(file, _share(weights, least), rightwards=rightwards)
    heads = _row(table)
    heads._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for place, column in zip(heads.cells, block.columns, strict=True):
        _fill(place, (blocks.said(column.header, bold=True),), column.align, rightwards=rightwards)
    for row in block.rows:
        cells = _row(table).cells
        at = 0
        for cell in row:
            place = cells[at]
            if cell.span > 1:
                place = place.merge(cells[at + cell.span - 1])
            align = cell.align or block.columns[at].align
            runs = tuple(_bold(run) for run in cell.runs) if cell.header else cell.runs
            _fill(place, runs, align, rightwards=rightwards)
            at += cell.span


def add_facts(file: WordDocument, block: blocks.KeyValues, *, rightwards: bool) -> None:
    """Add labelled facts as a table of two columns."""
    table = _open(file, _share((1.0, 4.6), (0.0, 0.0)), rightwards=rightwards)
    for label, runs in block.rows:
        first, second = _row(table).cells
        _fill(first, (blocks.said(label, bold=True),), "start", rightwards=rightwards)
        _fill(second, runs, "start", rightwards=rightwards)


def _share(weights: Sequence[float], least: Sequence[float]) -> list[float]:
    """Share the measure: each column what it needs, and of the rest its part by weight."""
    needed = sum(least)
    if needed >= _MEASURE:
        return [_MEASURE * width / needed for width in least]
    unit = (_MEASURE - needed) / sum(weights)
    return [start + unit * weight for start, weight in zip(least, weights, strict=True)]


def _open(file: WordDocument, widths: Sequence[float], *, rightwards: bool) -> WordTable:
    """Begin a table with columns of `widths` millimetres."""
    table: WordTable = file.add_table(rows=0, cols=len(widths))
    table.style = "Table Grid"
    table.autofit = False
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    if rightwards:
        table._tbl.tblPr.append(OxmlElement("w:bidiVisual"))
    return table


def _row(table: WordTable) -> _Row:
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # it carries no types
    return row


def _fill(place: _Cell, runs: blocks.Runs, align: blocks.Align, *, rightwards: bool) -> None:
    paragraph = place.paragraphs[0]
    words.set_direction(paragraph, rightwards=rightwards)
    words.add_runs(paragraph, runs, rightwards=rightwards)
    paragraph.alignment = _SIDES[align]


def _bold(run: blocks.Run) -> blocks.Run:
    return blocks.Run(run.text, bold=True, italic=run.italic, link=run.link, target=run.target)
