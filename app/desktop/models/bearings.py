"""What an extract bears on, as one list whatever it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from app.desktop.widgets.choice import Choices
from app.edits.evidence import LINKS, link_extract, unlink_extract
from app.edits.scores import link_evidence, unlink_evidence
from app.wording import _
from db.model import Assessment, Stance
from db.model.tree import leaves

SCORES = "scores"


class Bearing(NamedTuple):
    """One link of an extract: to a row of a table, or to a score (assessor, option, criterion)."""

    table: str
    target: tuple[str, ...]
    words: str
    stance: Stance


def kind_words() -> dict[str, str]:
    """What an extract can bear on, by table."""
    return {
        SCORES: _("Score"),
        "options": _("Option"),
        "conditions": _("Condition"),
        "benchmarks": _("Benchmark"),
        "perspectives": _("Actor or assessor"),
        "scenarios": _("Scenario"),
        "red_lines": _("Red line"),
        "precedents": _("Precedent"),
    }


def bearings_of(assessment: Assessment, extract: str) -> tuple[Bearing, ...]:
    """Everything that an extract bears on."""
    return tuple(_score_bearings(assessment, extract)) + tuple(
        Bearing(table, (target,), name, row.stance)
        for table, (links, field) in LINKS.items()
        for row in getattr(assessment, links)
        if row.extract == extract
        for target in (getattr(row, field),)
        for name in (_name(assessment, table, target),)
    )


def count_bearings(assessment: Assessment) -> Counter[str]:
    """How many things each extract bears on."""
    tables = ("score_evidence", *(links for links, _field in LINKS.values()))
    return Counter(row.extract for table in tables for row in getattr(assessment, table))


def targets(assessment: Assessment, table: str) -> Choices:
    """What of a kind there is to bear on; for scores, the options."""
    rows = assessment.options if table == SCORES else getattr(assessment, table)
    return tuple((row.id, row.name) for row in rows)


def criteria(assessment: Assessment) -> Choices:
    """The criteria on which scores stand."""
    return tuple((row.id, row.name) for row in leaves(assessment))


def linked(
    assessment: Assessment, extract: str, table: str, target: tuple[str, ...], stance: Stance
) -> Assessment:
    """The assessment with an extract that bears on something."""
    if table == SCORES:
        assessor, option, criterion = target
        return link_evidence(assessment, assessor, option, criterion, extract, stance)
    return link_extract(assessment, table, target[0], extract, stance)


def unlinked(
    assessment: Assessment, extract: str, table: str, target: tuple[str, ...]
) -> Assessment:
    """The assessment with an extract that bears on something no more."""
    if table == SCORES:
        assessor, option, criterion = target
        return unlink_evidence(assessment, assessor, option, criterion, extract)
    return unlink_extract(assessment, table, target[0], extract)


def _score_bearings(assessment: Assessment, extract: str) -> Iterator[Bearing]:
    of_record = assessment.decision.assessor
    for row in assessment.score_evidence:
        if row.extract != extract:
            continue
        words = _("{option} on {criterion}").format(
            option=assessment.option_by_id[row.option].name,
            criterion=assessment.criterion_by_id[row.criterion].name,
        )
        if row.assessor != of_record:
            who = assessment.perspective_by_id[row.assessor].name
            words = _("{score}, by {assessor}").format(score=words, assessor=who)
        yield Bearing(SCORES, (row.assessor, row.option, row.criterion), words, row.stance)


def _name(assessment: Assessment, table: str, key: str) -> str:
    return next(row.name for row in getattr(assessment, table) if row.id == key)
