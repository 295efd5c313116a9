"""Merging two copies of an assessment, without clocks and without losing a change."""

from .conflicts import Conflict, Side, decides, settle, with_affirmations
from .merging import Merge, merge, merged_document, open_conflicts

__all__ = [
    "Conflict",
    "Merge",
    "Side",
    "decides",
    "merge",
    "merged_document",
    "open_conflicts",
    "settle",
    "with_affirmations",
]
