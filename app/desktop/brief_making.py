"""The brief as PDF and as pictures of its pages; everything here may run on a worker thread."""

from __future__ import annotations

import datetime
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage

if TYPE_CHECKING:
    from db.model import Assessment


class Preview(NamedTuple):
    """Pictures of the pages, and the characters for which no typeface has a shape."""

    pages: tuple[QImage, ...]
    unknown: tuple[str, ...]


def make_brief(assessment: Assessment, today: datetime.date) -> bytes:
    """The brief as PDF."""
    from app.brief.compose import compose
    from app.brief.pdf import render

    return render(compose(assessment, today))


def make_preview(assessment: Assessment, today: datetime.date, width: int) -> Preview:
    """The brief's pages as pictures `width` pixels wide."""
    from app.brief.compose import compose
    from app.brief.pdf import missing_characters, render

    document = compose(assessment, today)
    return Preview(page_pictures(render(document), width), missing_characters(document))


def page_pictures(pdf: bytes, width: int) -> tuple[QImage, ...]:
    """The pages of a PDF document as pictures `width` pixels wide."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        pictures = []
        for page in document:
            bitmap = page.render(scale=width / page.get_width(), rev_byteorder=True)
            kind = QImage.Format.Format_RGBX8888 if bitmap.n_channels == 4 else _RGB
            view = QImage(bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride, kind)
            pictures.append(view.copy())  # the bytes end with this loop
            bitmap.close()
            page.close()
    finally:
        document.close()
    return tuple(pictures)


_RGB = QImage.Format.Format_RGB888


def write_whole(data: bytes, path: Path) -> Path:
    """Put whole bytes in a file: it is the old one or the new one, never half. Raises OSError."""
    handle, name = tempfile.mkstemp(prefix=".counterpoise-", dir=path.parent)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise
    return path
