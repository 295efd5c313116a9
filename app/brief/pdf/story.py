"""From blocks to what ReportLab lays out, with the structure made in reading order on the way."""

from collections.abc import Callable, Iterator
from functools import singledispatchmethod

from reportlab.platypus import CondPageBreak, Flowable, Spacer

from app.brief import blocks
from app.brief.clean import shortened, visible_text
from app.brief.pdf import styles
from app.brief.pdf.boxes import BlankLines, Box, TickBoxes
from app.brief.pdf.contents import ContentsLine
from app.brief.pdf.figures import ChartFlow, draw_chart
from app.brief.pdf.keeping import keep_announcements
from app.brief.pdf.structure import Element
from app.brief.pdf.tables import TableBuilder
from app.brief.pdf.text import Mark, Text
from app.brief.pdf.typesetting import Typesetter, Voice

Watch = Callable[[int, int], None]
"""Told how many blocks of how many are set; what it raises ends the work."""
_MOSTLY_EMPTY = 0.7  # of a page: where so much is left, no new one is begun
_LONGEST_OPENING = 250  # characters; what is longer stands for itself
_LONGEST_BOOKMARK = 300  # characters


class Story:
    """Turns the blocks of one document into flowables, one after the other."""

    def __init__(self, setter: Typesetter, width: float, watch: Watch | None = None) -> None:
        """Build for a column `width` points wide; `watch` is told block by block."""
        self._watch = watch or (lambda _done, _total: None)
        self.setter, self.width = setter, width
        self.document = setter.document
        self.accent = styles.readable_accent(self.document.accent)
        self._paragraph_number = 0
        self._outline_level = -1
        self._headings = 0
        numbered = any(isinstance(b, blocks.Paragraph) and b.numbered for b in self.document.blocks)
        # Lists hang under the text of numbered paragraphs, not under their numbers.
        self._list_indent = styles.NUMBER_INDENT if numbered else 0.0
        self._tables = TableBuilder(setter, width, self.accent)

    def flowables(self) -> Iterator[Flowable]:
        """Yield the flowables of the whole document, each made when its turn comes."""
        yield Spacer(0, 0)  # so that an empty document is a page too
        yield from keep_announcements(self._build_all(), self.width)

    def _build_all(self) -> Iterator[Flowable]:
        total = len(self.document.blocks)
        for number, block in enumerate(self.document.blocks, start=1):
            self._watch(number - 1, total)
            built = list(self.build(block))
            following = self.document.blocks[number : number + 1]
            last = built[-1] if built else None
            if isinstance(last, Text) and any(_introduces(block, after) for after in following):
                last.announces = True
            yield from built
        self._watch(total, total)

    @property
    def _root(self) -> Element:
        return self.setter.tree.root

    def _open(self, tag: str, voice: Voice, parent: Element | None = None) -> Element:
        """Add an element that states the voice of its block where it differs."""
        return (parent or self._root).add(
            tag, language=voice.own_language, attributes=voice.attributes()
        )

    @singledispatchmethod
    def build(self, block: blocks.Block) -> Iterator[Flowable]:
        """Yield the flowables of one block."""
        raise TypeError(f"no rendering for {type(block).__name__}")

    @build.register
    def _(self, block: blocks.Heading) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language, block.direction)
        level = min(4, max(1, block.level))
        anchor = block.anchor or heading_anchor(self._headings)
        self._headings += 1
        style = styles.heading_style(level, self.accent)
        element = self._open(f"H{level}", voice)
        text = visible_text(block.text)
        shaped = self.setter.shape((blocks.Run(text),), style, voice)
        # A bookmark may be only one level deeper than the one before it.
        self._outline_level = min(level - 1, self._outline_level + 1)
        outline = (self._outline_level, shortened(text, _LONGEST_BOOKMARK))
        yield Text(shaped, style, element, anchor=anchor, outline=outline)

    @build.register
    def _(self, block: blocks.Paragraph) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language, block.direction)
        style = styles.PARAGRAPHS[block.style]
        element = self._open("P", voice)
        style = styles.numbered(style) if block.numbered else style
        text = self.setter.text(block.runs, style, element, voice, anchor=block.anchor)
        if block.numbered:
            self._paragraph_number += 1
            number = self.setter.digits(self._paragraph_number)
            # A number is read the way that its paragraph runs, which may be against the document.
            beside = self.setter.voice(block.language, "rtl" if text.shaped.base else "ltr")
            text.mark = Mark(self.setter.say(f"{number}. ", style, beside), None, 0.0)
        yield text

    @build.register
    def _(self, block: blocks.ListBlock) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language, block.direction)
        numbering = "Decimal" if block.ordered else "Disc"
        whole = self._root.add(
            "L",
            language=voice.own_language,
            attributes={"O": "/List", "ListNumbering": f"/{numbering}"},
        )
        for number, runs in enumerate(block.items, start=1):
            item = whole.add("LI")
            label = f"{self.setter.digits(number)}. " if block.ordered else "\u2022 "
            shaped = self.setter.say(label, styles.LIST_ITEM, voice)
            indent = self._list_indent + max(styles.LIST_INDENT, shaped.width + 2)
            style = styles.indented(styles.LIST_ITEM, indent)
            mark = Mark(shaped, item.add("Lbl"), self._list_indent)
            yield self.setter.text(runs, style, item.add("LBody"), voice, mark)
        yield Spacer(1, 4)

    @build.register
    def _(self, block: blocks.Table) -> Iterator[Flowable]:
        return self._tables.build(block)

    @build.register
    def _(self, block: blocks.KeyValues) -> Iterator[Flowable]:
        return self._tables.build_facts(block)

    @build.register
    def _(self, block: blocks.Figure) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language)
        group = self._open("Div", voice)
        if block.caption:
            caption = (blocks.Run(block.caption),)
            element = group.add("Caption")
            yield self.setter.text(caption, styles.CAPTION, element, voice, anchor=block.anchor)
        figure = group.append(
            Element("Figure", alternative=shortened(visible_text(block.alternative)))
        )
        drawing = draw_chart(block.chart, self.setter, self.width)
        yield ChartFlow(drawing, figure, self.setter, "" if block.caption else block.anchor)
        yield Spacer(1, 8)

    @build.register
    def _(self, block: blocks.Note) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language, block.direction)
        identifier = f"note-{sum(e.tag == 'Note' for e in self._root.elements()) + 1}"
        note = self._root.append(
            Element("Note", identifier=identifier, language=voice.own_language)
        )
        label = self.setter.say(f"{block.label} ", styles.NOTE, voice)
        style = styles.indented(styles.NOTE, label.width + 2)
        mark = Mark(label, note.add("Lbl"), style.indent - label.width - 2)
        yield self.setter.text(block.runs, style, note.add("P"), voice, mark, block.anchor)

    @build.register
    def _(self, block: blocks.Callout) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language, block.direction)
        group = self._open("Div", voice)
        texts = []
        if block.title:
            title = (blocks.Run(block.title),)
            style = styles.coloured(styles.BOX_TITLE, self.accent)
            texts.append(self.setter.text(title, style, group.add("P"), voice))
        texts += [
            self.setter.text(runs, styles.BOX_TEXT, group.add("P"), voice)
            for runs in block.paragraphs
        ]
        fill = styles.tint(block.tone, 0.28)
        bar = self.accent if block.tone == "accent" else styles.INK
        yield Box(texts, fill, bar, rightwards=bool(voice.base))

    @build.register
    def _(self, block: blocks.Choices) -> Iterator[Flowable]:
        voice = self.setter.voice(block.language, block.direction)
        rightwards = bool(voice.base)
        whole = self._open("L", voice)
        choices = []
        for option in block.options:
            body = whole.add("LI").add("LBody")
            label = self.setter.say_within(option, styles.CHOICE, voice, self.width - 40)
            choices.append((label, body))
        if choices:
            yield TickBoxes(choices, rightwards=rightwards)
        room = self.width / max(1, len(block.fields)) * 0.6
        fields = [
            (self.setter.say_within(label, styles.CHOICE, voice, room), self._open("P", voice))
            for label in block.fields
        ]
        if fields:
            yield BlankLines(fields, rightwards=rightwards)

    @build.register
    def _(self, block: blocks.Contents) -> Iterator[Flowable]:
        voice = self.setter.voice()
        whole = self._root.add("TOC")
        if block.title:
            title = (blocks.Run(block.title),)
            style = styles.heading_style(2, self.accent)
            yield self.setter.text(title, style, whole.add("Caption"), voice)
        headings = [b for b in self.document.blocks if isinstance(b, blocks.Heading)]
        for number, heading in enumerate(headings):
            if 2 <= heading.level <= block.depth:
                anchor = heading.anchor or heading_anchor(number)
                item = whole.add("TOCI").add("Reference")
                yield ContentsLine(heading, anchor, item, self.setter)
        yield Spacer(1, 10)

    @build.register
    def _(self, _block: blocks.PageBreak) -> Iterator[Flowable]:
        yield CondPageBreak(_MOSTLY_EMPTY * self.setter.page_height)


def _introduces(block: blocks.Block, after: blocks.Block) -> bool:
    """Tell whether a block belongs over the next: what is agreed to, or a short opening."""
    if isinstance(after, blocks.Choices):
        return True
    opened = isinstance(after, blocks.ListBlock | blocks.Figure | blocks.Table)
    if not isinstance(block, blocks.Paragraph) or not opened:
        return False
    return sum(len(run.text) for run in block.runs) <= _LONGEST_OPENING


def heading_anchor(number: int) -> str:
    """Return the anchor of a heading that was given none, by its place among the headings."""
    return f"heading-{number}"


def find_anchors(document: blocks.Document) -> set[str]:
    """Return every anchor of `document` to which a link may lead."""
    named = {getattr(block, "anchor", "") for block in document.blocks} - {""}
    headings = sum(isinstance(block, blocks.Heading) for block in document.blocks)
    return named | {heading_anchor(number) for number in range(headings)}
