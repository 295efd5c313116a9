"""From table blocks to grids: cells shaped, columns measured, wide tables cut into panels."""

from collections.abc import Iterator

from msgspec import structs
from reportlab.platypus import Flowable, Spacer

from app.brief.blocks import Align, Cell, Column, KeyValues, Run, Table
from app.brief.pdf import styles
from app.brief.pdf.breaking import widest_word
from app.brief.pdf.grid import Grid, GridCell, GridRow, share_width
from app.brief.pdf.panels import cut_into_panels
from app.brief.pdf.structure import Element
from app.brief.pdf.styles import CELL_SIDE, TextStyle
from app.brief.pdf.text import Text
from app.brief.pdf.typesetting import Typesetter, Voice

_DENSE_FROM = 7  # columns; wider tables are set smaller
_LEAST_COLUMN = 26.0
_LEVEL_INDENT = 9.0
_MOST_FOR_A_WORD = 110.0
_HEADING_FILL = "#eef1f5"
_FACT_SHARES = (1.0, 4.6)


class TableBuilder:
    """Builds the tables of one document."""

    def __init__(self, setter: Typesetter, width: float, accent: str) -> None:
        """Build for a column `width` points wide."""
        self.setter, self.width, self.accent = setter, width, accent

    def build(self, block: Table) -> Iterator[Flowable]:
        """Yield a table with its caption and note, in as many panels as the page needs."""
        voice = self.setter.voice(block.language, block.direction)
        heading = _cell_styles(len(block.columns))[1]
        panels = cut_into_panels(block, self._least_widths(block, heading, voice), self.width)
        for number, panel in enumerate(panels):
            caption = block.caption
            if caption and number:
                caption = f"{caption} {self.setter.document.continued}"
            anchor = "" if number else block.anchor
            yield from self._build_panel(structs.replace(panel, caption=caption), anchor, voice)
        if block.note:
            element = self.setter.tree.root.add("P", language=voice.own_language)
            yield self.setter.text(block.note, styles.NOTE, element, voice)
        yield Spacer(1, 4)

    def build_facts(self, block: KeyValues) -> Iterator[Flowable]:
        """Yield labelled facts as a table whose first column heads the rows."""
        voice = self.setter.voice(block.language, block.direction)
        table = self._open_table(voice)
        body = []
        for label, runs in block.rows:
            row = table.add("TR")
            heading = self._cell(_header(label), row, 0, "start", styles.CELL_HEADING, voice)
            fact = self._cell(Cell(runs), row, 1, "start", styles.CELL, voice)
            body.append(GridRow([heading, fact]))
        labels = [widest_word(row.cells[0].text.shaped) + 2 * CELL_SIDE + 0.5 for row in body]
        least = [max(labels, default=0.0), 0.0]
        widths = share_width(_FACT_SHARES, least, self.width)
        yield Grid([], body, widths, rightwards=bool(voice.base), accent=self.accent, after=12)

    def _least_widths(self, block: Table, heading: TextStyle, voice: Voice) -> list[float]:
        """Return the least width of each column by its heading, and by its cells for the first."""
        words = [widest_word(self.setter.say(c.header, heading, voice)) for c in block.columns]
        first = [self.setter.shape(row[0].runs, heading, voice) for row in block.rows if row]
        words[0] = max([words[0], *(widest_word(shaped) for shaped in first)])
        return [max(_LEAST_COLUMN, min(word + 2 * CELL_SIDE, _MOST_FOR_A_WORD)) for word in words]

    def _open_table(self, voice: Voice) -> Element:
        return self.setter.tree.root.add(
            "Table", language=voice.own_language, attributes=voice.attributes()
        )

    def _build_panel(self, block: Table, anchor: str, voice: Voice) -> Iterator[Flowable]:
        table = self._open_table(voice)
        if block.caption:
            caption = (Run(block.caption),)
            element = table.add("Caption")
            yield self.setter.text(caption, styles.CAPTION, element, voice, anchor=anchor)
        cell_style, heading_style = _cell_styles(len(block.columns))
        header = []
        if any(column.header for column in block.columns):
            row = table.add("TR")
            cells = [
                self._heading(column, row, index, heading_style, voice)
                for index, column in enumerate(block.columns)
            ]
            header.append(GridRow(cells))
        body = [self._row(cells, block, table, cell_style, voice) for cells in block.rows]
        widths = self._widths(block, [*header, *body])
        yield Grid(
            header,
            body,
            widths,
            rightwards=bool(voice.base),
            accent=self.accent,
            anchor="" if block.caption else anchor,
        )

    def _heading(
        self, column: Column, row: Element, index: int, style: TextStyle, voice: Voice
    ) -> GridCell:
        element = row.add("TH", attributes={"O": "/Table", "Scope": "/Column"})
        aligned = styles.aligned(style, column.align)
        text = self.setter.text((Run(column.header),), aligned, element, voice)
        return GridCell(text, index, 1, _HEADING_FILL)

    def _row(
        self,
        cells: tuple[Cell, ...],
        block: Table,
        table: Element,
        style: TextStyle,
        voice: Voice,
    ) -> GridRow:
        row = table.add("TR")
        built, column = [], 0
        for cell in cells:
            align = cell.align or block.columns[column].align
            built.append(self._cell(cell, row, column, align, style, voice))
            column += cell.span
        if column != len(block.columns):
            raise ValueError(f"a row covers {column} of {len(block.columns)} columns")
        announces = len(cells) == 1 and cells[0].header and cells[0].span > 1
        return GridRow(built, announces=announces)

    def _cell(
        self, cell: Cell, row: Element, column: int, align: Align, style: TextStyle, voice: Voice
    ) -> GridCell:
        attributes: dict[str, object] = {"O": "/Table"}
        if cell.header:
            attributes["Scope"] = "/Row"
        if cell.span > 1:
            attributes["ColSpan"] = cell.span
        element = row.add(
            "TH" if cell.header else "TD", attributes=attributes if len(attributes) > 1 else None
        )
        if cell.header:
            style = structs.replace(style, bold=True)
        shaped = self.setter.shape(cell.runs, style, voice)
        style = styles.indented(style, cell.level * _LEVEL_INDENT)
        aligned = styles.aligned(style, _seen(align, shaped.base, voice.base))
        text = Text(shaped, aligned, element)
        fill = styles.tint(cell.tone, cell.shade) if cell.shade > 0 else ""
        return GridCell(text, column, cell.span, fill)

    def _widths(self, block: Table, rows: list[GridRow]) -> list[float]:
        least = [_LEAST_COLUMN] * len(block.columns)
        for row in rows:
            for cell in row.cells:
                if cell.span == 1:
                    needed = (
                        widest_word(cell.text.shaped) + cell.text.style.indent + 2 * CELL_SIDE + 0.5
                    )
                    least[cell.column] = max(least[cell.column], needed)
        # One endless word must not starve the other columns.
        cap = self.width / max(2.0, len(least) / 2)
        least = [min(width, cap) for width in least]
        return share_width([column.width for column in block.columns], least, self.width)


def _header(label: str) -> Cell:
    return Cell((Run(label),), header=True)


def _cell_styles(columns: int) -> tuple[TextStyle, TextStyle]:
    if columns >= _DENSE_FROM:
        return styles.SMALL_CELL, styles.SMALL_CELL_HEADING
    return styles.CELL, styles.CELL_HEADING


def _seen(align: Align, text_base: int, table_base: int) -> Align:
    """Return `align` for a text that may run against its table: sides are the table's."""
    if text_base == table_base or align == "centre":
        return align
    return "end" if align == "start" else "start"
