"""Tables in Word's markup, with heading rows that are repeated."""

from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.table import Table as WordTable
from docx.table import _Cell, _Row

from app.brief import blocks

from . import words

_SIDES = {
    "start": None,
    "centre": WD_ALIGN_PARAGRAPH.CENTER,
    "end": WD_ALIGN_PARAGRAPH.RIGHT,
}


def add_table(file: WordDocument, block: blocks.Table, *, rightwards: bool) -> None:
    """Add a table with its heading row."""
    table = _open(file, len(block.columns), rightwards=rightwards)
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
    table = _open(file, 2, rightwards=rightwards)
    for label, runs in block.rows:
        first, second = _row(table).cells
        _fill(first, (blocks.said(label, bold=True),), "start", rightwards=rightwards)
        _fill(second, runs, "start", rightwards=rightwards)


def _open(file: WordDocument, columns: int, *, rightwards: bool) -> WordTable:
    table: WordTable = file.add_table(rows=0, cols=columns)
    table.style = "Table Grid"
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
