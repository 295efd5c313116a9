"""What a composed brief says, read off its blocks."""

from collections.abc import Iterator
from typing import Any

import msgspec

from app.brief.blocks import Cell, Document, Heading, Paragraph, Table
from app.brief.compose.matter import CALCULATED
from db.model import Assessment
from db.model.rows import canonical


def texts(value: Any) -> Iterator[str]:
    """Every piece of text in a block or document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | list):
        for part in value:
            yield from texts(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from texts(getattr(value, name))


def said(value: Any) -> str:
    """All text of a block or document, piece by piece."""
    return "\n".join(texts(value))


def headings(document: Document, level: int | None = None) -> list[str]:
    """The headings of one level, or of all."""
    return [
        block.text
        for block in document.blocks
        if isinstance(block, Heading) and level in (None, block.level)
    ]


def body(document: Document) -> Document:
    """The document without its annexes."""
    blocks = document.blocks
    starts = [
        i for i, b in enumerate(blocks) if isinstance(b, Heading) and b.anchor.startswith("annex-")
    ]
    return msgspec.structs.replace(document, blocks=blocks[: starts[0]] if starts else blocks)


def section(document: Document, title: str) -> str:
    """What stands under a heading of level 2, down to the next."""
    kept: list[Any] = []
    inside = False
    for block in document.blocks:
        if isinstance(block, Heading) and block.level <= 2:
            inside = block.text == title or block.text.endswith(f": {title}")
        elif inside:
            kept.append(block)
    return said(kept)


def table(document: Document, caption: str) -> Table:
    """The one table under a caption."""
    (found,) = (b for b in document.blocks if isinstance(b, Table) and b.caption == caption)
    return found


def rows(document: Document, caption: str) -> list[list[str]]:
    """The texts of a table's cells."""
    return [[cell_text(cell) for cell in row] for row in table(document, caption).rows]


def cell_text(cell: Cell) -> str:
    """The text of one cell."""
    return "".join(run.text for run in cell.runs)


def is_generated(paragraph: Paragraph) -> bool:
    """Whether a paragraph carries the mark of the program's own words."""
    return any(run.text == CALCULATED and run.raised for run in paragraph.runs)


def changed(assessment: Assessment, **fields: Any) -> Assessment:
    """The assessment with other tables, or with changed fields of its decision or brief."""
    for name in ("decision", "brief"):
        if isinstance(fields.get(name), dict):
            fields[name] = msgspec.structs.replace(getattr(assessment, name), **fields[name])
    return canonical(msgspec.structs.replace(assessment, **fields))
