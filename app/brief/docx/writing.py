"""From a document to the bytes of a DOCX file."""

from functools import singledispatchmethod
from io import BytesIO

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_BREAK
from docx.shared import Length, Mm
from docx.text.paragraph import Paragraph

from app.brief import blocks
from app.brief.charts_as_tables import figure_in_words
from app.brief.clean import clean
from app.wording import speaking

from . import furniture, tables, words
from .packing import repack

_PAGES: dict[blocks.PageSize, tuple[Length, Length]] = {
    "A4": (Mm(210), Mm(297)),
    "Letter": (Mm(215.9), Mm(279.4)),
}


def write_docx(document: blocks.Document) -> bytes:
    """Return `document` as DOCX; equal documents give equal bytes.

    The officers' text is plain text in it as everywhere; links lead only to web and mail addresses
    and to places in the document.
    """
    with speaking(document.language):
        return _Writer(document).write()


class _Writer:
    """Writes the blocks of one document one after the other."""

    def __init__(self, document: blocks.Document) -> None:
        self.document = document
        self.rightwards = document.direction == "rtl"
        self.file = docx.Document()
        self.anchors: dict[str, str] = {}
        furniture.describe(self.file, document)

    def write(self) -> bytes:
        """Return the bytes of the file."""
        section = self.file.sections[0]
        section.orientation = WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = _PAGES[self.document.page_size]
        section.left_margin = section.right_margin = Mm(24)
        furniture.mark_pages(section, self.document)
        for block in self.document.blocks:
            self.put(block)
        file = BytesIO()
        self.file.save(file)
        return repack(file.getvalue())

    def paragraph(self, runs: blocks.Runs, style: str, anchor: str = "") -> Paragraph:
        """Add a paragraph of runs in a style of Word's own."""
        paragraph = self.file.add_paragraph(style=style)
        words.set_direction(paragraph, rightwards=self.rightwards)
        words.set_bookmark(paragraph, anchor, len(self.anchors))
        if anchor:
            self.anchors[anchor] = anchor
        words.add_runs(paragraph, runs, rightwards=self.rightwards)
        return paragraph

    @singledispatchmethod
    def put(self, block: blocks.Block) -> None:
        """Add one block to the file."""
        raise TypeError(f"no Word form for {type(block).__name__}")

    @put.register
    def _(self, block: blocks.Heading) -> None:
        level = min(4, max(1, block.level))
        self.paragraph((blocks.Run(block.text),), f"Heading {level}", block.anchor)

    @put.register
    def _(self, block: blocks.Paragraph) -> None:
        style = {"quote": "Quote", "lead": "Intense Quote"}.get(block.style, "Normal")
        self.paragraph(block.runs, "List Number" if block.numbered else style, block.anchor)

    @put.register
    def _(self, block: blocks.ListBlock) -> None:
        for number, runs in enumerate(block.items, start=1):
            if block.ordered:
                # Word's own numbers belong to the numbered paragraphs.
                self.paragraph((blocks.said(f"{number}. "), *runs), "List Continue 2")
            else:
                self.paragraph(runs, "List Bullet")

    @put.register
    def _(self, block: blocks.Table) -> None:
        if block.caption:
            self.paragraph((blocks.said(block.caption),), "Caption", block.anchor)
        tables.add_table(self.file, block, rightwards=self.rightwards)
        self.paragraph(block.note, "Normal")

    @put.register
    def _(self, block: blocks.KeyValues) -> None:
        tables.add_facts(self.file, block, rightwards=self.rightwards)
        self.paragraph((), "Normal")

    @put.register
    def _(self, block: blocks.Figure) -> None:
        self.put(figure_in_words(block))

    @put.register
    def _(self, block: blocks.Note) -> None:
        self.paragraph((blocks.said(f"{block.label} "), *block.runs), "Normal", block.anchor)

    @put.register
    def _(self, block: blocks.Callout) -> None:
        if block.title:
            self.paragraph((blocks.said(block.title, bold=True),), "Normal")
        for runs in block.paragraphs:
            self.paragraph(runs, "Quote")

    @put.register
    def _(self, block: blocks.Choices) -> None:
        if block.options:
            boxes = "    ".join(f"☐ {clean(option)}" for option in block.options)
            self.paragraph((blocks.said(boxes),), "Normal")
        if block.fields:
            lines = "    ".join(f"{clean(field)}: ____________________" for field in block.fields)
            self.paragraph((blocks.said(lines),), "Normal")

    @put.register
    def _(self, block: blocks.Contents) -> None:
        furniture.add_contents(self.paragraph((), "Normal"), block.depth)

    @put.register
    def _(self, _block: blocks.PageBreak) -> None:
        self.paragraph((), "Normal").add_run().add_break(WD_BREAK.PAGE)
