"""The mark that an option carries wherever it is named, when it crosses a red line."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.model import Assessment


def flags_of(assessment: Assessment) -> dict[str, str]:
    """The options that do not clearly keep every red line, with the words to mark them by.

    Empty while there are no red lines, without looking any further.
    """
    if not assessment.red_lines:
        return {}
    from app.wording import flags

    return flags.flags_of(assessment)
