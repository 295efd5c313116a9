"""What a slide is, and how what there is to say is dealt out to slides."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from app.wording import _

if TYPE_CHECKING:
    from app.charts import Chart

PARTS = ("question", "lead", "changes", "lines", "actors", "futures", "against", "advice")
"""The order of a meeting: what is asked, what it comes to, what speaks against it, what to do."""
MOST_LETTERS = 900
"""So much is read from afar on one slide."""
POINT_LETTERS = 40
"""What the air around a point takes, counted in letters."""
MOST_OF_A_POINT = 600
_SENTENCE_END = re.compile(r"(?<=[.!?؟。…])\s+")


class Point(NamedTuple):
    """A few sentences, with what they are about before them in bold, if anything."""

    text: str
    name: str = ""

    @property
    def whole(self) -> str:
        """The point in one line."""
        return f"{self.name}  {self.text}".strip()


class Slide(NamedTuple):
    """One picture with a sentence or two, or a few points; `part` is one of the meeting's parts."""

    part: str
    heading: str
    points: tuple[Point, ...]
    chart: Chart | None = None
    alternative: str = ""

    @property
    def words(self) -> str:
        """All that the slide says beside its picture."""
        return "\n".join(point.whole for point in self.points)


def picture_slide(
    part: str, heading: str, chart: Chart, alternative: str, sentences: Iterable[str]
) -> Slide:
    """A picture of what can be read from afar, and what it comes to."""
    from app.desktop.presenting.sight import seen_from_afar

    seen, note = seen_from_afar(chart)
    points = tuple(Point(sentence) for sentence in (*sentences, note) if sentence)
    return Slide(part, heading, points, seen, alternative)


def word_slides(part: str, heading: str, points: Iterable[Point]) -> tuple[Slide, ...]:
    """Points dealt out to as many slides as they take to be read from afar; none for nothing."""
    heaps = list(_deal(shorten(point) for point in points if point.whole))
    if len(heaps) == 1:
        return (Slide(part, heading, heaps[0]),)
    numbered = _("{heading} ({number} of {count})")
    return tuple(
        Slide(part, numbered.format(heading=heading, number=i, count=len(heaps)), heap)
        for i, heap in enumerate(heaps, start=1)
    )


def shorten(point: Point) -> Point:
    """A point of no more letters than are read: whole sentences while there are any, then dots."""
    text = " ".join(point.text.split())
    if len(text) <= MOST_OF_A_POINT:
        return point._replace(text=text)
    kept = first_sentences(text, MOST_OF_A_POINT - 2)
    return point._replace(text=f"{kept or text[: MOST_OF_A_POINT - 2].rsplit(' ', 1)[0]} …")


def first_sentences(text: str, most: int) -> str:
    """As many whole sentences as so many letters hold; empty where the first is longer."""
    kept = ""
    for sentence in _SENTENCE_END.split(" ".join(text.split())):
        if len(kept) + len(sentence) >= most:
            break
        kept = f"{kept} {sentence}".strip()
    return kept


def insert(slides: tuple[Slide, ...], later: tuple[Slide, ...]) -> tuple[Slide, ...]:
    """Slides with others that were ready later, each part of the meeting in its place."""
    return tuple(sorted((*slides, *later), key=lambda slide: PARTS.index(slide.part)))


def _deal(points: Iterable[Point]) -> Iterator[tuple[Point, ...]]:
    heap: list[Point] = []
    letters = 0
    for point in points:
        size = len(point.whole) + POINT_LETTERS
        if heap and letters + size > MOST_LETTERS:
            yield tuple(heap)
            heap, letters = [], 0
        heap.append(point)
        letters += size
    if heap:
        yield tuple(heap)
