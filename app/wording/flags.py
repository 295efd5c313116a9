"""The mark of every option that does not clearly keep the red lines."""

from app.analysis.policy.red_lines import find_breaches, tried
from db.model import Assessment

from .red_lines import flag


def flags_of(assessment: Assessment) -> dict[str, str]:
    """The options that do not clearly keep every red line, with the words to mark them by."""
    findings = tried(assessment, find_breaches(assessment))
    marks = {
        row.id: flag(assessment, findings, row.id)
        for row in assessment.options
        if not row.screened_out
    }
    return {option: words for option, words in marks.items() if words}
