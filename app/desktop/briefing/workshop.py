"""The process that makes briefs: one order after the other, until nobody asks any more."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final

import msgspec

from app.desktop.briefing.bitmaps import draw_pages
from app.desktop.briefing.orders import Bitmap, Failed, Made, Order, Said, Step, put, take

if TYPE_CHECKING:
    from app.brief.blocks import Document

Tell = Callable[[int, int], None]

LESS_URGENT: Final = 5
"""How much the window goes before the brief where both want the same core."""
SET, OF = 3, 4
"""Composing and setting are taken for three quarters of the work, the pictures for the last."""


def main() -> None:
    """Answer orders from the standard input on the standard output."""
    if hasattr(os, "nice"):
        os.nice(LESS_URGENT)
    orders, answers = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever prints must not speak in between
    try:
        while (data := take(orders)) is not None:
            order = msgspec.msgpack.decode(data, type=Order)
            put(answers, _answer(order, lambda done, total: put(answers, Step(done, total))))
    except BrokenPipeError:
        os._exit(0)  # the window is gone, and nothing of what is half said matters to anybody


def _answer(order: Order, tell: Tell) -> Said:
    try:
        return make(order, tell)
    except BrokenPipeError:
        raise
    except Exception:  # noqa: BLE001  (told to the window, which reports it)
        return Failed(traceback.format_exc())


def make(order: Order, tell: Tell) -> Made:
    """Make a brief, telling how far it is."""
    from app.brief.compose import compose
    from app.brief.styling import styled
    from app.cli.brief_sources import origin_of

    composed = compose(order.assessment, order.today, None, origin_of(order.assessment))
    document = styled(composed, order.style)
    tell(1, OF)
    data, unknown = _written(document, order)
    tell(SET, OF)
    if not order.width:
        return Made(data=data, unknown=unknown)
    pages: list[Bitmap] = []
    for page, count in draw_pages(data, order.width):
        pages.append(page)
        tell(SET * count + len(pages), OF * count)
    return Made(data=data, pages=tuple(pages), unknown=unknown)


def _written(document: Document, order: Order) -> tuple[bytes, tuple[str, ...]]:
    if order.form == "docx":
        from app.brief.docx import write_docx

        return write_docx(document), ()
    if order.form == "md":
        from app.brief.markdown import write_markdown

        return write_markdown(document).encode(), ()
    from app.brief.pdf import missing_characters, render

    attachment = None
    if order.attached:
        from app.cli.brief_sources import shared_copy

        attachment = shared_copy(order.assessment, Path(order.attached))
    return render(document, attachment), tuple(missing_characters(document))
