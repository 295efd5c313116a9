"""What can be found by name: a place in the window for everything an assessment names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from app.desktop.steps import STEPS, step_title
from app.wording import _
from app.wording.dates import long_date
from db.model import Assessment, PerspectiveKind
from db.model.tree import walk


class Place(NamedTuple):
    """Something with a name, and where it is.

    kind: what it is, in a word; detail: what else helps to tell it from others; step: the page it
    is on; target: what that page's `go_to` takes, None for the page itself.
    """

    kind: str
    name: str
    detail: str
    step: str
    target: object = None


def named_places(assessment: Assessment) -> tuple[Place, ...]:
    """Every place that has a name, in the order of the steps."""
    return (
        *_steps(),
        *_fields(assessment),
        *_options(assessment),
        *_criteria(assessment),
        *_evidence(assessment),
        *_people(assessment),
        *_policy(assessment),
    )


def _steps() -> Iterator[Place]:
    for spec in STEPS:
        yield Place(_("step"), step_title(spec.id), "", spec.id)


def _fields(assessment: Assessment) -> Iterator[Place]:
    """What officers look for under other words than those that stand beside it."""
    day = assessment.brief.decide_by
    by = _("decision needed by") if day is None else long_date(day)
    yield Place(_("field"), _("Deadline"), by, "decision", "deadline")
    chosen = assessment.option_by_id.get(assessment.decision.baseline or "")
    compared = _("the option that others are compared with") if chosen is None else chosen.name
    yield Place(_("field"), _("Baseline"), compared, "decision", "baseline")
    about = _("whether the decision is about it")
    name = _("Recognition of a government or a state")
    yield Place(_("field"), name, about, "decision", "recognition")


def _options(assessment: Assessment) -> Iterator[Place]:
    for row in assessment.options:
        yield Place(_("option"), row.name, row.code, "options", row.id)


def _criteria(assessment: Assessment) -> Iterator[Place]:
    for _depth, row in walk(assessment):
        branch = assessment.criterion_by_id[row.parent].name if row.parent else ""
        detail = " · ".join(part for part in (row.code, branch) if part)
        yield Place(_("criterion"), row.name, detail, "criteria", row.id)


def _evidence(assessment: Assessment) -> Iterator[Place]:
    names = {row.id: row.name for row in assessment.sources}
    for source in assessment.sources:
        detail = " ".join(part for part in (source.authors, source.year) if part)
        yield Place(_("source"), source.name, detail, "evidence", ("sources", source.id))
    for extract in assessment.extracts:
        claim = " ".join(extract.claim.split())
        target = ("extracts", extract.id)
        yield Place(_("extract"), claim, names[extract.source], "evidence", target)


def _people(assessment: Assessment) -> Iterator[Place]:
    for row in assessment.perspectives:
        if row.kind is PerspectiveKind.ACTOR:
            yield Place(_("actor"), row.name, "", "actors", ("actors", row.id))
        else:
            yield Place(_("assessor"), row.name, _("weights"), "weights", row.id)


def _policy(assessment: Assessment) -> Iterator[Place]:
    for kind, step, table in (
        (_("scenario"), "scenarios", "scenarios"),
        (_("assumption"), "scenarios", "assumptions"),
        (_("signpost"), "scenarios", "signposts"),
        (_("red line"), "conditions", "red_lines"),
        (_("benchmark"), "conditions", "benchmarks"),
        (_("condition"), "conditions", "conditions"),
        (_("mechanism"), "conditions", "mechanisms"),
        (_("precedent"), "conditions", "precedents"),
    ):
        for row in getattr(assessment, table):
            yield Place(kind, row.name, "", step, (table, row.id))
    for stage in assessment.stages:
        option = assessment.option_by_id[stage.option].name
        yield Place(_("step of an option"), stage.name, option, "conditions", ("steps", stage.id))
    for dissent in assessment.dissents:
        yield Place(_("dissent"), dissent.name, "", "challenge", ("dissent", dissent.id))
