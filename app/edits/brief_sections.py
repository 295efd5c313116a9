"""Edits of which sections a brief has, in what order, and with what words of the officer's own."""

from collections.abc import Sequence

import msgspec

from db.model import Assessment, BriefSection, Shown

from . import records


def arrange_sections(assessment: Assessment, names: Sequence[str]) -> Assessment:
    """Put sections into this order; those of other kinds of brief keep theirs, behind them."""
    known = {row.id: row for row in assessment.brief_sections}
    rows = [known.get(name) or BriefSection(id=name) for name in names]
    others = [row for row in assessment.brief_sections if row.id not in names]
    arranged = (*rows, *others)
    if arranged == assessment.brief_sections:
        return assessment
    return msgspec.structs.replace(assessment, brief_sections=arranged)


def show_section(
    assessment: Assessment, names: Sequence[str], name: str, shown: Shown
) -> Assessment:
    """Put a section into the brief or leave it out; `names`: the sections in their order now."""
    return _change(assessment, names, name, shown=shown)


def word_section(assessment: Assessment, names: Sequence[str], name: str, text: str) -> Assessment:
    """Say something in one's own words at the head of a section."""
    return _change(assessment, names, name, text=text)


def _change(
    assessment: Assessment, names: Sequence[str], name: str, **fields: object
) -> Assessment:
    return records.change(arrange_sections(assessment, names), "brief_sections", name, **fields)
