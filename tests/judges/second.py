"""The second opinion: page-validation, stricter than the first in places, and without Java."""

from pathlib import Path

import page


def failures(path: Path, profile: str) -> list[str]:
    """Return every rule of `profile` ("ua1", "2a", "3a") that a file breaks."""
    result = page.validate_pdf(str(path), profile=profile)
    if result.is_compliant:
        return []
    return [f"{profile} {row.rule_id}: {row.message}" for row in result.failures] or [profile]
