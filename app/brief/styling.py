"""Give a composed document the looks of a house, whatever it will be rendered to."""

from functools import singledispatch
from typing import Any

from msgspec import structs

from app.brief.blocks import (
    Block,
    Callout,
    Document,
    Figure,
    ListBlock,
    Paragraph,
    Runs,
    Table,
    said,
)
from app.brief.house import ReadStyle


def styled(document: Document, read: ReadStyle | None) -> Document:
    """Return `document` as the house wants it; None leaves it as it is.

    The style's fingerprint joins the keywords, so that the brief can be made again from them.
    """
    if read is None:
        return document
    style = read.style
    changed: dict[str, Any] = {"logo": read.logo, "letterhead": style.letterhead}
    if style.accent is not None:
        changed["accent"] = style.accent
    if style.paper is not None:
        changed["page_size"] = style.paper
    parts = [document.keywords, f"style:{read.fingerprint}" if read.fingerprint else ""]
    changed["keywords"] = "; ".join(part for part in parts if part)
    if style.portion_marks and document.marking:
        mark = f"({style.portions.get(document.marking, document.marking)})\u00a0"
        changed["blocks"] = tuple(_marked(block, mark) for block in document.blocks)
    return structs.replace(document, **changed)


@singledispatch
def _marked(block: Block, _mark: str) -> Block:
    """Return a block with its portion marked; headings and labelled facts stand under the page's.

    The marks are the program's words: they follow the brief's marking.
    """
    return block


@_marked.register
def _(block: Paragraph, mark: str) -> Block:
    return structs.replace(block, runs=_before(block.runs, mark))


@_marked.register
def _(block: ListBlock, mark: str) -> Block:
    return structs.replace(block, items=tuple(_before(runs, mark) for runs in block.items))


@_marked.register
def _(block: Callout, mark: str) -> Block:
    paragraphs = tuple(_before(runs, mark) for runs in block.paragraphs)
    return structs.replace(block, paragraphs=paragraphs)


@_marked.register(Table)
@_marked.register(Figure)
def _(block: Table | Figure, mark: str) -> Block:
    return structs.replace(block, caption=mark + block.caption) if block.caption else block


def _before(runs: Runs, mark: str) -> Runs:
    return (said(mark), *runs)
