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
    from app.analysis.policy.red_lines import find_breaches, tried
    from app.wording.red_lines import flag

    findings = tried(assessment, find_breaches(assessment))
    marks = {
        row.id: flag(assessment, findings, row.id)
        for row in assessment.options
        if not row.screened_out
    }
    return {option: words for option, words in marks.items() if words}
