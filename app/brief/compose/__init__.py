"""From an assessment and its results to the blocks of a brief."""

from .memo import compose_memo, missing_parts

__all__ = ["compose_memo", "missing_parts"]
