"""The neutral document: what a brief says, before anything decides how it looks.

Composition builds a `Document` of these frozen values; the PDF, DOCX and Markdown writers read it.
All text is plain text: no field is ever parsed as markup. Text that the program made and text
that an officer typed are told apart (`Run.typed`).
"""

from datetime import datetime
from typing import Literal

from msgspec import Struct

from app.charts.specs import Chart

Align = Literal["start", "centre", "end"]
Direction = Literal["ltr", "rtl"]
PageSize = Literal["A4", "Letter"]
ParagraphStyle = Literal["body", "lead", "small", "quote"]
Tone = Literal["neutral", "good", "bad", "accent"]


class Run(Struct, frozen=True):
    """A stretch of plain text in one style.

    `link` is a web or mail address (http, https, mailto; anything else is printed as plain text),
    `target` the anchor of a block of the same document. `language` (BCP 47) is given when it is not
    the document's. `typed` says that a person wrote the text; such a run is isolated from the
    direction of the sentence around it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    target: str = ""
    language: str = ""
    typed: bool = False
    raised: bool = False


Runs = tuple[Run, ...]


class Heading(Struct, frozen=True, tag=True):
    """A heading of level 1 (the document's title) to 4; `anchor` makes it a link target."""

    level: int
    text: str
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None


class Paragraph(Struct, frozen=True, tag=True):
    """A paragraph; numbered ones are counted 1, 2, 3 … through the whole document."""

    runs: Runs
    numbered: bool = False
    style: ParagraphStyle = "body"
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None


class ListBlock(Struct, frozen=True, tag=True):
    """A bulleted or numbered list; each item is one paragraph of runs."""

    items: tuple[Runs, ...]
    ordered: bool = False
    language: str = ""
    direction: Direction | None = None


class Column(Struct, frozen=True):
    """A table column: its heading, the side its cells lean to, its width relative to the others."""

    header: str
    align: Align = "start"
    width: float = 1.0


class Cell(Struct, frozen=True):
    """A table cell. `header` makes it the heading of its row (or of a group of rows when it spans).

    `shade` from 0 to 1 is the strength of a tint in `tone`; it repeats what the text says and never
    carries a meaning alone. `span` counts the columns covered, `level` the steps by which the text
    is set in, for rows that are parts of the row above.
    """

    runs: Runs = ()
    header: bool = False
    shade: float = 0.0
    tone: Tone = "neutral"
    span: int = 1
    align: Align | None = None
    level: int = 0


class Table(Struct, frozen=True, tag=True):
    """A table; its heading row is repeated on every page it runs over.

    The spans of each row add up to the number of columns. `language` and `direction` hold for the
    whole table; cells are read in logical order in either direction.
    """

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    note: Runs = ()
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None


class KeyValues(Struct, frozen=True, tag=True):
    """Labelled facts, such as To, From, Subject and Date: a table whose first column heads rows."""

    rows: tuple[tuple[str, Runs], ...]
    language: str = ""
    direction: Direction | None = None


class Figure(Struct, frozen=True, tag=True):
    """A chart with its caption and the text that stands for it when it cannot be seen."""

    chart: Chart
    alternative: str
    caption: str = ""
    anchor: str = ""
    language: str = ""


class Note(Struct, frozen=True, tag=True):
    """A note with its label, printed where it stands; a raised run targets its anchor."""

    label: str
    runs: Runs
    anchor: str = ""
    language: str = ""
    direction: Direction | None = None


class Callout(Struct, frozen=True, tag=True):
    """A framed box, such as the bottom line: a short title and a few paragraphs."""

    title: str
    paragraphs: tuple[Runs, ...]
    tone: Tone = "accent"
    language: str = ""
    direction: Direction | None = None


class Choices(Struct, frozen=True, tag=True):
    """Boxes to tick by hand (Agree, Do not agree, Discuss) and lines to fill (Signature, Date)."""

    options: tuple[str, ...]
    fields: tuple[str, ...] = ()
    language: str = ""
    direction: Direction | None = None


class Contents(Struct, frozen=True, tag=True):
    """A table of contents made of the headings of levels 2 to `depth`, with page numbers."""

    title: str
    depth: int = 2


class PageBreak(Struct, frozen=True, tag=True):
    """The next block starts a new page, unless hardly anything stands on this one."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | KeyValues
    | Figure
    | Note
    | Callout
    | Choices
    | Contents
    | PageBreak
)


class Logo(Struct, frozen=True):
    """A house's picture: rows of red, green and blue bytes, and the words that stand for it."""

    width: int
    height: int
    pixels: bytes
    text: str


class Document(Struct, frozen=True):
    """A whole document with what its frame and its metadata need.

    `date` is taken from the content (never the clock) and in UTC, so that equal documents give
    equal bytes. `marking` stands in the header and footer of every page. `page_label` is filled
    with `page` and `pages`, `continued` is added to the caption of a table that had to be cut into
    panels. `digits` are the ten digits in which the renderer writes its own numbers (of pages and
    paragraphs).
    """

    title: str
    blocks: tuple[Block, ...]
    date: datetime
    subject: str = ""
    author: str = ""
    keywords: str = ""
    language: str = "en-GB"
    direction: Direction = "ltr"
    marking: str = ""
    identifier: str = ""
    header: str = ""
    footer: str = ""
    letterhead: tuple[str, ...] = ()
    logo: Logo | None = None
    accent: str = "#1f3a5f"
    page_size: PageSize = "A4"
    page_label: str = "Page {page} of {pages}"
    continued: str = "(continued)"
    digits: str = "0123456789"


class Attachment(Struct, frozen=True):
    """A file that travels inside the PDF; its bytes are the program's own work."""

    name: str
    data: bytes
    mime: str
    description: str


def said(text: str, *, bold: bool = False, italic: bool = False) -> Run:
    """Return a run of the program's own words."""
    return Run(text, bold=bold, italic=italic)


def typed(text: str, *, bold: bool = False, italic: bool = False, language: str = "") -> Run:
    """Return a run of somebody's own words, kept apart from the sentence it stands in."""
    return Run(text, bold=bold, italic=italic, language=language, typed=True)
