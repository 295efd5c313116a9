"""The brief's pages as pictures, and its bytes as a file; all of it may run on a worker thread."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QImage

from app.desktop.briefing.bitmaps import draw_pages
from app.wording import _

if TYPE_CHECKING:
    from app.desktop.briefing.orders import Bitmap, Made


class Preview(NamedTuple):
    """Pictures of the pages, and the characters for which no typeface has a shape."""

    pages: tuple[QImage, ...]
    unknown: tuple[str, ...]


def preview_of(made: Made) -> Preview:
    """A brief that was made, as it is shown."""
    return Preview(tuple(_picture(page) for page in made.pages), made.unknown)


def page_pictures(pdf: bytes, width: int) -> tuple[QImage, ...]:
    """The pages of a PDF document as pictures `width` pixels wide."""
    return tuple(_picture(page) for page, _count in draw_pages(pdf, width))


def _picture(page: Bitmap) -> QImage:
    kind = QImage.Format.Format_RGBX8888 if page.channels == 4 else QImage.Format.Format_RGB888
    return QImage(page.data, page.width, page.height, page.stride, kind).copy()


def write_whole(data: bytes, path: Path) -> Path:
    """Put whole bytes in a file: it is the old one or the new one, never half. Raises OSError.

    A link is followed; a device, a pipe or a folder is never replaced.
    """
    path = path.resolve()
    if path.exists() and not path.is_file():
        raise OSError(errno.EEXIST, _("it is a folder or a device"), str(path))
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
