"""The frame that all pages share: a heading, a line about what to do here, and the content."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.desktop.widgets.text import PlainLabel

MARGIN = 24
GAP = 14
READABLE_WIDTH = 860


def page_layout(page: QWidget, title: str, hint: str = "") -> QVBoxLayout:
    """Put heading and hint on a page and return the layout for its content."""
    layout = QVBoxLayout(page)
    layout.setContentsMargins(MARGIN, 18, MARGIN, 18)
    layout.setSpacing(GAP)
    _head(layout, title, hint)
    return layout


def scrolling_layout(page: QWidget, title: str, hint: str = "") -> QVBoxLayout:
    """The same for content that may be taller than the window."""
    area = QScrollArea(page)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    sheet = QWidget()
    row = QHBoxLayout(sheet)
    row.setContentsMargins(0, 0, 0, 0)
    content = QWidget()
    content.setMaximumWidth(READABLE_WIDTH + 2 * MARGIN)
    row.addWidget(content, 1)
    row.addStretch(0)
    area.setWidget(sheet)
    return page_layout(content, title, hint)


def card(heading: str = "") -> tuple[QFrame, QVBoxLayout]:
    """A framed group with an optional heading, and the layout inside it."""
    frame = QFrame()
    frame.setProperty("role", "card")
    frame.setProperty("heading", heading)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(16, 14, 16, 16)
    layout.setSpacing(8)
    if heading:
        layout.addWidget(PlainLabel(heading, "heading", wrap=True))
    return frame, layout


def labelled(layout: QVBoxLayout, label: str, field: QWidget, hint: str = "") -> None:
    """Put a field under its label, with an optional hint below."""
    caption = PlainLabel(label, "caption", wrap=True)
    caption.setBuddy(field)
    layout.addWidget(caption)
    layout.addWidget(field)
    if hint:
        layout.addWidget(PlainLabel(hint, "muted", wrap=True))


def _head(layout: QVBoxLayout, title: str, hint: str) -> None:
    layout.addWidget(PlainLabel(title, "title", wrap=True))
    if hint:
        layout.addWidget(PlainLabel(hint, "muted", wrap=True))
