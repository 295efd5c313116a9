"""Whether a decision is about recognising a government or a state at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.model import Recognition, RedLineTest

if TYPE_CHECKING:
    from db.model import Assessment


def bears_on_recognition(assessment: Assessment) -> bool:
    """Whether any option confers recognition, or a red line asks who does."""
    return any(row.recognition is not Recognition.NONE for row in assessment.options) or any(
        row.test is RedLineTest.RECOGNITION_WITHOUT_BENCHMARK for row in assessment.red_lines
    )
