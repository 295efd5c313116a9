"""From an assessment and its results to the blocks of a brief."""

from .changes import compose_changes
from .composition import compose, compose_memo
from .missing import missing_parts, overlong_parts

__all__ = ["compose", "compose_changes", "compose_memo", "missing_parts", "overlong_parts"]
