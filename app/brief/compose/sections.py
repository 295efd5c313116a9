"""The sections of each kind of brief, and the officer's choice and order of them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.brief.blocks import Block, Heading
from app.wording import _
from db.model import BriefKind, BriefSection, Shown

from . import (
    actors,
    advice,
    benchmarks,
    comparison,
    evidence,
    frame,
    making,
    note,
    options,
    risks,
    weights,
)
from .matter import Matter, typed_paragraphs


@dataclass(frozen=True)
class Section:
    """A part of a brief; `name` is the id of the officer's row for it.

    A section without a title stands under the one before it.
    """

    name: str
    title: str
    compose: Callable[[Matter], list[Block]]


def sections_of(kind: BriefKind) -> tuple[Section, ...]:
    """The sections of a kind of brief in their usual order."""
    return _note() if kind is BriefKind.NOTE else _memo(in_full=kind is BriefKind.REPORT)


def compose_sections(matter: Matter) -> list[Block]:
    """The blocks of the body: what is shown, in the officer's order, each with their own text.

    A section of which there is nothing to say is left out, heading and all.
    """
    rows = {row.id: row for row in matter.assessment.brief_sections}
    numbered = matter.kind is not BriefKind.NOTE
    blocks: list[Block] = []
    for section in arrange(sections_of(matter.kind), matter.assessment.brief_sections):
        row = rows.get(section.name)
        if row is not None and row.shown is Shown.NO:
            continue
        own = [] if row is None else typed_paragraphs(row.text, numbered=numbered)
        content = [*own, *section.compose(matter)]
        if content and section.title:
            blocks.append(Heading(2, section.title, anchor=f"section-{section.name}"))
        blocks += content
    return blocks


def arrange(sections: Sequence[Section], rows: Sequence[BriefSection]) -> tuple[Section, ...]:
    """The sections in order: those with a row change places among themselves as the rows say."""
    by_name = {section.name: section for section in sections}
    chosen = iter([by_name[row.id] for row in rows if row.id in by_name])
    named = {row.id for row in rows}
    return tuple(next(chosen) if section.name in named else section for section in sections)


def _memo(*, in_full: bool) -> tuple[Section, ...]:
    # A memo saves the room of some headings: these sections go on with the one before them.
    changes = _("What would change the ranking") if in_full else ""
    steps = _("Benchmarks and steps") if in_full else ""
    warning = Section("warning", "", frame.warning)
    watch = _("What to watch") if in_full else ""
    return (
        Section("address", "", frame.address),
        Section("contents", "", frame.contents),
        *([warning] if in_full else []),
        Section("issue", _("Issue"), advice.issue),
        Section("recommendation", _("Recommendation"), advice.recommendation),
        Section("decision-taken", _("Decision taken"), advice.decision_taken),
        Section("background", _("Background"), frame.background),
        Section("criteria", _("Criteria and weights"), weights.criteria_and_weights),
        Section("options", _("Options"), options.options),
        Section("comparison", _("Comparison"), comparison.ranking),
        Section("sensitivity", changes, comparison.what_would_change_it),
        Section("risks", _("Risks and conditions"), risks.risks),
        Section("benchmarks", steps, benchmarks.benchmarks),
        Section("views", _("Views of those concerned"), actors.views),
        Section("implications", _("Implications"), options.implications),
        Section("next-steps", _("Next steps"), advice.next_steps),
        Section("signposts", watch, benchmarks.signposts),
        Section("handling", _("Handling and communications"), frame.nothing),
        Section("evidence", _("What the advice rests on"), evidence.evidence),
        Section("clearances", _("Clearances and contact"), frame.nothing),
        Section("convention", "", making.convention),
        *([] if in_full else [warning]),
    )


def _note() -> tuple[Section, ...]:
    return (
        Section("address", "", frame.address),
        Section("question", "", note.question),
        Section("issue", _("Bottom line"), note.bottom_line),
        Section("recommendation", _("Recommendation"), note.recommendation),
        Section("decision-taken", _("Decision taken"), note.decision_taken),
        Section("next-steps", "", note.next_steps),
        Section("comparison", _("The ranking"), note.ranking),
        Section("sensitivity", "", note.what_would_change_it),
        Section("convention", "", making.convention),
        Section("warning", "", frame.warning),
    )
