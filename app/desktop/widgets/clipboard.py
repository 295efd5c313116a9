"""What is put on the clipboard: data that outlives the program's own objects, and tables."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QStandardItemModel

from app.wording.numbers import MINUS

Lines = Sequence[Sequence[str]]


def empty_data() -> QMimeData:
    """Data for the clipboard, to be filled.

    One that Python made crashes the process if it is still on the clipboard when it ends.
    """
    model = QStandardItemModel(1, 1)
    data = model.mimeData([model.index(0, 0)])
    for kind in data.formats():
        data.removeFormat(kind)
    return data


def table_data(lines: Lines) -> QMimeData:
    """Lines of cells as text with tabs, for spreadsheets, and as a table, for documents."""
    data = empty_data()
    data.setText("\n".join("\t".join(" ".join(cell.split()) for cell in line) for line in lines))
    data.setData("text/html", QByteArray(_as_html(lines).encode()))
    return data


def copy_table(lines: Lines) -> None:
    """Put what is read as a table on the clipboard, with the minus that spreadsheets know."""
    plain = [[cell.replace(MINUS, "-") for cell in line] for line in lines]
    QGuiApplication.clipboard().setMimeData(table_data(plain))


def _as_html(lines: Lines) -> str:
    rows = ("".join(f"<td>{escape(cell)}</td>" for cell in line) for line in lines)
    body = "".join(f"<tr>{row}</tr>" for row in rows)
    return f'<meta charset="utf-8"><table>{body}</table>'
