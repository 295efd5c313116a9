"""Merging two copies of an assessment, without clocks and without losing a change."""

from .conflicts import Conflict, Side, settle
from .merging import Merge, merge, merged_document, open_conflicts

__all__ = [
    "Conflict",
    "Merge",
    "Side",
    "merge",
    "merged_document",
    "open_conflicts",
    "settle",
]
