"""The icon in the forms that desktops want, drawn from its SVG."""

import io
import os
from pathlib import Path

from contents import ROOT

DRAWING = ROOT / "resources" / "icons" / "counterpoise.svg"
DOCUMENT = ROOT / "packaging" / "linux" / "assessment.svg"
SIZES = (16, 24, 32, 48, 64, 128, 256)


def write_for_programs(folder: Path) -> None:
    """Write counterpoise.ico (Windows) and counterpoise.icns (macOS)."""
    from PIL import Image

    folder.mkdir(parents=True, exist_ok=True)
    picture = Image.open(io.BytesIO(png(DRAWING, 256)))
    picture.save(folder / "counterpoise.ico", sizes=[(size, size) for size in SIZES])
    picture.save(folder / "counterpoise.icns")


def png(drawing: Path, size: int) -> bytes:
    """An SVG drawn at a size in pixels, as PNG."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QBuffer, QByteArray, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter)
    painter.end()
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(kept.data())
