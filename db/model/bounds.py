"""How much one assessment can hold: far more than people weigh, and still answered in seconds."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final

from .assessment import Assessment
from .tables import tables

DEEPEST: Final = 20
"""Criteria from the top of the value tree to its lowest leaf."""

_ENTITIES: Final = 1_000
_RELATIONS: Final = 20_000
_OWN: Final = {
    "options": 200,
    "criteria": 200,
    "perspectives": 50,
    "scenarios": 50,
    "sources": 2_000,
    "extracts": 5_000,
    "scores": 50_000,
    "score_evidence": 50_000,
}


@cache
def most_rows() -> Mapping[str, int]:
    """The largest number of rows of every table; 1 where there is exactly one."""
    found = {
        table.name: 1 if table.single else _ENTITIES if table.ordered else _RELATIONS
        for table in tables().values()
    }
    return MappingProxyType(found | _OWN)


def crowding_problems(assessment: Assessment) -> Iterator[str]:
    """Sentences on every table that holds too much, and on a value tree that is too deep."""
    for name, most in most_rows().items():
        count = 1 if tables()[name].single else len(getattr(assessment, name))
        if count > most:
            yield crowded(name, count, most)
    depth = tree_depth(assessment)
    if depth > DEEPEST:
        yield f"The criteria stand {depth} levels deep; {DEEPEST} are the most."


def crowded(table: str, count: int, most: int) -> str:
    """The sentence on a table with too many rows."""
    return f"There are {count:,} rows of “{table}”; {most:,} are the most."


def tree_depth(assessment: Assessment) -> int:
    """How many criteria stand above each other at most; 0 without any, or where all are in circles.

    What is in a circle, or hangs from what is not there, counts for nothing; what has an id that
    another has too counts where it is met first.
    """
    below: dict[str | None, list[str]] = {}
    for row in assessment.criteria:
        below.setdefault(row.parent, []).append(row.id)
    depth, met, level = 0, set[str](), set(below.get(None, ()))
    while level:
        depth += 1
        met |= level
        level = {child for row_id in level for child in below.get(row_id, ())} - met
    return depth
