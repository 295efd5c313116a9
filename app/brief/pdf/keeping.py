"""Keep headings and captions on the page of what they announce."""

from collections.abc import Iterable, Iterator
from typing import Protocol, runtime_checkable

from reportlab.platypus import CondPageBreak, Flowable


@runtime_checkable
class Announcing(Protocol):
    """A flowable that says whether it only announces what follows it."""

    announces: bool


@runtime_checkable
class Startable(Protocol):
    """A flowable that knows how much room its beginning needs."""

    def getSpaceBefore(self) -> float:  # noqa: N802  # named by ReportLab
        """Return the space above it in points."""

    def getSpaceAfter(self) -> float:  # noqa: N802  # named by ReportLab
        """Return the space below it in points."""

    def least_height(self, width: float) -> float:
        """Return the height in points below which it should not be begun."""


def keep_announcements(flowables: Iterable[Flowable], width: float) -> Iterator[Flowable]:
    """Yield `flowables` with a page break wherever a beginning would stand alone at a page's foot.

    ReportLab's own way (keep with next) would move a whole table to a new page for its caption.
    """
    pending: list[Flowable] = []
    for flowable in flowables:
        pending.append(flowable)
        if isinstance(flowable, Announcing) and flowable.announces:
            continue
        yield from _with_room(pending, width)
        pending = []
    yield from _with_room(pending, width)


def _with_room(group: list[Flowable], width: float) -> list[Flowable]:
    needed = above = 0.0
    for flowable in group:
        if isinstance(flowable, Startable):
            # Of the spaces between two flowables only the greater one is left.
            needed += max(above, flowable.getSpaceBefore()) + flowable.least_height(width)
            above = flowable.getSpaceAfter()
    return [CondPageBreak(needed), *group] if needed else group
