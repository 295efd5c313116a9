"""How wide the columns of a table of texts are, and in how many lines their heads are written."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QHeaderView, QTableView

from .column_heads import scaled
from .elided_text import fit_lines

MOST_LINES = 3
"""So many lines a head may have."""
HEAD_SIDES = 18
"""Pixels beside the words of a head, as the style sheet has them, and a little air."""
_ROUNDS = 40
_BREAKS = re.compile(r"[ \t\n]+|(?<=-)")


def share_width(
    whole: int, needs: Sequence[int], least: Sequence[int], shares: Sequence[float]
) -> list[int]:
    """Widths that fill `whole` pixels.

    Where there is room every column has what it needs, and the rest goes by shares; where there is
    not, those that need less than their share have it, the others take their shares of the rest,
    and none is narrower than `least` as long as that can be.
    """
    wanted = [max(pair) for pair in zip(needs, least, strict=True)]
    if sum(least) > whole:
        widths = [part * whole // sum(least) for part in least]
    elif sum(wanted) > whole:
        widths = _clamped(whole, shares, least, wanted)
    else:
        widths = _clamped(whole, shares, wanted, None)
    widths[-1] += whole - sum(widths)
    return widths


def _clamped(
    whole: int, shares: Sequence[float], lowest: Sequence[int], highest: Sequence[int] | None
) -> list[int]:
    """Shares of a whole within bounds, found by halving."""

    def at(size: float) -> list[int]:
        widths = [max(int(size * share), low) for share, low in zip(shares, lowest, strict=True)]
        if highest is None:
            return widths
        return [min(width, high) for width, high in zip(widths, highest, strict=True)]

    low, high = 0.0, whole / min(shares)
    for _round in range(_ROUNDS):
        middle = (low + high) / 2
        low, high = (low, middle) if sum(at(middle)) > whole else (middle, high)
    return at(low)


def head_font(header: QHeaderView) -> QFont:
    """The bold font in which the style sheet has heads written."""
    font = scaled(header.font().toString(), 1.0)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def least_widths(heads: Sequence[str], font: QFont) -> list[int]:
    """The widths at which no word of any head is cut."""
    metrics = QFontMetrics(font)
    return [widest_word(head, metrics) + HEAD_SIDES for head in heads]


def widest_word(text: str, metrics: QFontMetrics) -> int:
    """The width of the widest part of a text that no line break goes through."""
    return max((metrics.horizontalAdvance(part) for part in _BREAKS.split(text)), default=0)


def whole_widths(heads: Sequence[str], font: QFont) -> list[int]:
    """The widths at which every head stands on one line."""
    metrics = QFontMetrics(font)
    return [metrics.horizontalAdvance(head) + HEAD_SIDES for head in heads]


def in_lines(heads: Sequence[str], font: QFont, widths: Sequence[int]) -> tuple[str, ...]:
    """Every head in as many lines as its column makes of it."""
    return tuple(
        "\n".join(fit_lines(head, font, width - HEAD_SIDES + 2, MOST_LINES))
        for head, width in zip(heads, widths, strict=True)
    )


def stand_under_heads(table: QTableView) -> None:
    """Let the cells begin where their heads do, from whichever side the window is read."""
    side = "right" if table.layoutDirection() == Qt.LayoutDirection.RightToLeft else "left"
    table.setStyleSheet(f"QTableView::item {{ padding-{side}: 4px; }}")
