"""Showing where in a window a text stands, with the words that were looked for selected."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from app.desktop.finding.matching import find_passage

MARGIN = 24
"""So many pixels of its surroundings are seen with a field."""

Field = QLineEdit | QPlainTextEdit


def show_passage(place: QWidget, words: str, typed: str, name: str = "") -> bool:
    """Select what was typed in the field of a place that shows these words; False if none does.

    Where several fields do, the one called `name` is meant.
    """
    found = [field for field in _fields(place) if _says(field) == _flat(words)]
    if not found:
        return False
    field = next((one for one in found if one.objectName() == name), found[0])
    field.setFocus(Qt.FocusReason.OtherFocusReason)
    _select(field, typed)
    # In a moment, when a page that has just been filled has its places.
    QTimer.singleShot(0, field, partial(_bring_into_sight, field))
    return True


def _fields(place: QWidget) -> Iterator[Field]:
    for kind in (QPlainTextEdit, QLineEdit):
        for field in place.findChildren(kind):
            if field.isVisibleTo(place):
                yield field


def _text_of(field: Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _says(field: Field) -> str:
    return _flat(_text_of(field))


def _flat(text: str) -> str:
    return " ".join(text.split())


def _select(field: Field, typed: str) -> None:
    found = find_passage(_text_of(field), typed)
    if found is None:
        return
    # Qt counts a letter beyond the first 65,536 of Unicode twice.
    start, end = (_length(_text_of(field)[:at]) for at in found)
    if isinstance(field, QLineEdit):
        field.setSelection(start, end - start)
        return
    cursor = field.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    field.setTextCursor(cursor)
    field.ensureCursorVisible()


def _length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def _bring_into_sight(field: Field) -> None:
    """Scroll whatever the field stands in so far that the selected words are seen."""
    rect = field.cursorRect()
    above = field.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea) and above.widget() is not None:
            at = field.mapTo(above.widget(), rect.center())
            above.ensureVisible(at.x(), at.y(), MARGIN, MARGIN + rect.height())
        above = above.parentWidget()
