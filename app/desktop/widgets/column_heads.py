"""Names over narrow columns: how wide the columns are, and how small the names are written."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from PySide6.QtGui import QFont, QFontMetrics

from .elided_text import fit_lines

SCALES = (1.0, 0.9, 0.8, 0.7, 0.6)
"""Sizes of type that heads may have, of the usual one; those of large type may be smaller yet."""
SMALLEST = 8.0
"""In points: nothing is written smaller than that."""
HEAD_PAD = 6
"""Pixels that a head leaves free at its sides, together."""


class Heads(NamedTuple):
    """The lines of every head and the size in which all of them are written."""

    lines: tuple[tuple[str, ...], ...]
    scale: float

    @property
    def tallest(self) -> int:
        """How many lines the longest head has."""
        return max((len(head) for head in self.lines), default=1)


def fit_heads(
    names: tuple[str, ...],
    codes: tuple[str, ...],
    font: QFont,
    widths: tuple[int, ...],
    lines: int,
) -> Heads:
    """Every name as it is written over its column, in as large a type as lets all of them fit.

    Where that needs it, the short forms in `codes` (empty for none) stand for names that would be
    cut; what does not fit even so ends in dots.
    """
    return _fit(names, codes, font.toString(), widths, lines)


@lru_cache(maxsize=64)
def _fit(
    names: tuple[str, ...],
    codes: tuple[str, ...],
    font_words: str,
    widths: tuple[int, ...],
    lines: int,
) -> Heads:
    fallbacks = (("",) * len(names), codes)
    tried = Heads((), 1.0)
    for fallback in fallbacks:
        for scale in scales_of(font_words):
            font = scaled(font_words, scale)
            tried = Heads(
                tuple(
                    _head(name, code, font, width - HEAD_PAD, lines)
                    for name, code, width in zip(names, fallback, widths, strict=True)
                ),
                scale,
            )
            if not any(_is_cut(head) for head in tried.lines):
                return tried
    return tried


def _head(name: str, code: str, font: QFont, width: int, lines: int) -> tuple[str, ...]:
    head = fit_lines(name, font, width, lines)
    return fit_lines(code, font, width, lines) if code and _is_cut(head) else head


def _is_cut(head: tuple[str, ...]) -> bool:
    return any(line.endswith("…") for line in head)


def widths_for_words(names: Sequence[str], font: QFont) -> list[int]:
    """The widths that columns need so that no word over them has to be cut."""
    metrics = QFontMetrics(font)
    return [
        max((metrics.horizontalAdvance(word) for word in _pieces(name)), default=0) + HEAD_PAD + 2
        for name in names
    ]


def _pieces(name: str) -> list[str]:
    """The parts of a name that stay on one line."""
    return name.replace("-", "- ").split()


def share_columns(needs: Sequence[int], room: int, narrowest: int, widest: int) -> list[int]:
    """Widths that use all the room, as alike as the needs allow.

    Where not all needs can be met, each column has its share of them, and none less than it must.
    """
    count = len(needs)
    if count * narrowest >= room:
        return [narrowest] * count
    wanted = [max(need, narrowest) for need in needs]
    if sum(wanted) > room:
        part = (room - count * narrowest) / (sum(wanted) - count * narrowest)
        wanted = [narrowest + int((want - narrowest) * part) for want in wanted]
    widths, left, columns = [0] * count, room, count
    for column in sorted(range(count), key=lambda column: -wanted[column]):
        widths[column] = max(wanted[column], min(left // columns, widest))
        left -= widths[column]
        columns -= 1
    return widths


def smallest(font: QFont) -> QFont:
    """A font as small as heads in it may be."""
    words = font.toString()
    return scaled(words, scales_of(words)[-1])


@lru_cache(maxsize=16)
def scales_of(font_words: str) -> tuple[float, ...]:
    """The sizes that heads in a font may have."""
    usual = scaled(font_words, 1.0).pointSizeF()
    return tuple(scale for scale in SCALES if usual * scale >= SMALLEST) or SCALES[:1]


def scaled(font_words: str, scale: float) -> QFont:
    """A font in another size, the caller's own."""
    return QFont(_scaled(font_words, scale))


@lru_cache(maxsize=16)
def _scaled(font_words: str, scale: float) -> QFont:
    font = QFont()
    font.fromString(font_words)
    font.setPointSizeF(font.pointSizeF() * scale)
    return font
