"""Merging two copies of an assessment, without clocks and without losing a change."""

from .conflicts import Conflict, Side, Standing, after_edit, settle, with_affirmations
from .merging import Merge, merge, merged_document, standing

__all__ = [
    "Conflict",
    "Merge",
    "Side",
    "Standing",
    "after_edit",
    "merge",
    "merged_document",
    "settle",
    "standing",
    "with_affirmations",
]
