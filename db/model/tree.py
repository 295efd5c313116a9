"""Walking the value tree."""

from collections.abc import Iterator

from .assessment import Assessment
from .criteria import Criterion


def children(assessment: Assessment, parent: str | None) -> tuple[Criterion, ...]:
    """The criteria directly below `parent` (None: at the top), in order."""
    return tuple(row for row in assessment.criteria if row.parent == parent)


def is_leaf(assessment: Assessment, criterion: str) -> bool:
    """Whether nothing stands below the criterion, so that it is scored itself."""
    return not any(row.parent == criterion for row in assessment.criteria)


def walk(assessment: Assessment, parent: str | None = None) -> Iterator[tuple[int, Criterion]]:
    """Depth and criterion of everything below `parent`, each branch before what is below it."""
    below: dict[str | None, list[Criterion]] = {}
    for row in assessment.criteria:
        below.setdefault(row.parent, []).append(row)
    stack = [(0, row) for row in reversed(below.get(parent, []))]
    while stack:
        depth, row = stack.pop()
        yield depth, row
        stack.extend((depth + 1, child) for child in reversed(below.get(row.id, [])))


def leaves(assessment: Assessment, below: str | None = None) -> tuple[Criterion, ...]:
    """The leaves below a criterion (None: all), in the order of the tree.

    A leaf counts as being below itself.
    """
    parents = {row.parent for row in assessment.criteria}
    if below is not None and below not in parents:
        return (assessment.criterion_by_id[below],)
    return tuple(row for _, row in walk(assessment, below) if row.id not in parents)


def ancestors(assessment: Assessment, criterion: str) -> tuple[Criterion, ...]:
    """The branches above a criterion, the nearest first."""
    found: list[Criterion] = []
    parent = assessment.criterion_by_id[criterion].parent
    while parent is not None:
        row = assessment.criterion_by_id[parent]
        found.append(row)
        parent = row.parent
    return tuple(found)
