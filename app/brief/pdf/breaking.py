"""Lines: where a shaped paragraph may be broken, and where it is at a given width."""

import unicodedata
from bisect import bisect_right
from itertools import pairwise
from typing import NamedTuple

from app.brief.pdf.shaping import ShapedText

_AFTER = frozenset("-\u2010\u2012\u2013\u2014/\u200b")
_TOLERANCE = 1e-6


class Line(NamedTuple):
    """A line's characters from `start` to `end`; `visible_end` leaves out the spaces that hang."""

    start: int
    end: int
    visible_end: int


def find_breaks(text: str, cluster_starts: list[bool]) -> list[int]:
    """Return the indexes at which a line may start, in order, the end of the text included.

    A line may end after a space and after hyphens, dashes and strokes that do not stand before a
    digit (so that "-5" and "2/3" hold together); never before a mark.
    """
    breaks = []
    for index in range(1, len(text)):
        before, after = text[index - 1], text[index]
        if before == " ":
            allowed = after != " "
        elif before in _AFTER:
            allowed = after != " " and after not in _AFTER and not after.isdigit()
        else:
            continue
        if allowed and cluster_starts[index] and unicodedata.category(after)[0] != "M":
            breaks.append(index)
    return [*breaks, len(text)]


def break_lines(shaped: ShapedText, width: float) -> list[Line]:
    """Break `shaped` into lines no wider than `width` points; each line takes what fits.

    A word wider than the line is broken between clusters.
    """
    text, offsets = shaped.text, shaped.offsets
    breaks = find_breaks(text, shaped.cluster_starts)
    ends = [_visible_end(text, index) for index in breaks]
    reaches = [offsets[end] for end in ends]
    lines: list[Line] = []
    start = 0
    while start < len(text):
        limit = offsets[start] + width + _TOLERANCE
        chosen = bisect_right(reaches, limit) - 1
        if chosen >= 0 and breaks[chosen] > start:
            end, visible = breaks[chosen], max(ends[chosen], start)
        else:
            end = visible = _break_word(shaped, start, limit)
        lines.append(Line(start, end, visible))
        start = end
    return lines or [Line(0, 0, 0)]


def widest_word(shaped: ShapedText) -> float:
    """Return the width in points that no line may fall below without breaking a word."""
    breaks = [0, *find_breaks(shaped.text, shaped.cluster_starts)]
    return max(
        (
            shaped.offsets[_visible_end(shaped.text, end)] - shaped.offsets[start]
            for start, end in pairwise(breaks)
        ),
        default=0.0,
    )


def _visible_end(text: str, end: int) -> int:
    if end < len(text) and unicodedata.category(text[end])[0] == "M":
        return end
    while end and text[end - 1] == " ":
        end -= 1
    return end


def _break_word(shaped: ShapedText, start: int, limit: float) -> int:
    """Return where to break a word that is wider than the line: the last cluster that fits."""
    end = max(start + 1, bisect_right(shaped.offsets, limit) - 1)
    while end > start + 1 and not _starts_cluster(shaped, end):
        end -= 1
    while end < len(shaped.text) and not _starts_cluster(shaped, end):
        end += 1
    return end


def _starts_cluster(shaped: ShapedText, index: int) -> bool:
    if index >= len(shaped.text):
        return True
    return shaped.cluster_starts[index] and unicodedata.category(shaped.text[index])[0] != "M"
