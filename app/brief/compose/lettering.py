"""The annexes that a brief has, and the letters that they get."""

import string
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.brief.blocks import Block, Heading, PageBreak
from app.wording import _
from db.model import BriefKind, BriefSection, Shown

from . import (
    actors,
    annexes,
    benchmarks,
    comparison,
    conditions,
    evidence,
    futures,
    making,
    options,
    precedents,
    reasons,
    red_lines,
    risks,
    weight_room,
    weights,
    what_to_learn,
)
from .matter import Matter, anchor


@dataclass(frozen=True)
class Annex:
    """A long table or list, kept out of the body; `name` is what sections refer to.

    Those that go `further` stand in a report, and elsewhere where the officer asks for them.
    """

    name: str
    title: str
    compose: Callable[[Matter], list[Block]]
    further: bool = False

    @property
    def section(self) -> str:
        """The id of the officer's row for it."""
        return "annex-" + self.name.replace(" ", "-")


def letter_annexes(matter: Matter) -> tuple[Matter, list[Block]]:
    """The matter with the letters of those annexes that have content, and their blocks."""
    letters: dict[str, str] = {}
    blocks: list[Block] = []
    for annex in annexes_of(matter.kind):
        if not is_wanted(annex, matter.kind, matter.assessment.brief_sections):
            continue
        content = annex.compose(matter)
        if content:
            letter = string.ascii_uppercase[len(letters)]
            letters[annex.name] = letter
            title = _("Annex {letter}: {title}").format(letter=letter, title=annex.title)
            if len(letters) == 1:
                blocks.append(PageBreak())
            blocks += [Heading(2, title, anchor=anchor(annex.name)), *content]
    return replace(matter, annexes=letters), blocks


def is_wanted(annex: Annex, kind: BriefKind, rows: Sequence[BriefSection]) -> bool:
    """Whether an annex stands in a brief: as the officer chose, or as is usual."""
    usual = Shown.NO if annex.further and kind is not BriefKind.REPORT else Shown.YES
    return {row.id: row.shown for row in rows}.get(annex.section, usual) is Shown.YES


def annexes_of(kind: BriefKind) -> tuple[Annex, ...]:
    """The annexes of a kind of brief in order; a note has none."""
    if kind is BriefKind.NOTE:
        return ()
    return (
        Annex("options", _("Options"), options.descriptions),
        Annex("ranking", _("The ranking in figures"), comparison.ranking_detail),
        Annex("profile", _("The first two by criterion"), weight_room.profile, further=True),
        Annex("weight room", _("How far weights may move"), weight_room.weight_room, further=True),
        Annex("criteria", _("The swings behind the weights"), weights.weight_table),
        Annex("scores", _("Scores as values"), annexes.score_matrix),
        Annex(
            "flips",
            _("Scores that would change the first place"),
            what_to_learn.score_flips,
            further=True,
        ),
        Annex("learning", _("What to find out next"), what_to_learn.worth_knowing, further=True),
        Annex("against", _("What speaks against the advice"), risks.case_against),
        Annex("scenarios", _("Scenarios"), futures.scenario_values),
        Annex("regrets", _("What there is to regret"), futures.regrets, further=True),
        Annex("actors", _("Actors"), actors.actor_values),
        Annex("conditions", _("Conditions of every option"), conditions.all_conditions),
        Annex("benchmarks", _("Benchmarks"), benchmarks.benchmark_table),
        Annex("signposts", _("What to watch"), benchmarks.signpost_annex),
        Annex("red lines", _("Red lines"), red_lines.judgements),
        Annex("precedents", _("Precedents"), precedents.precedents),
        Annex("rationales", _("Why each score is what it is"), reasons.rationales),
        Annex("coverage", _("Evidence coverage"), evidence.coverage_table),
        Annex("sources", _("Sources"), annexes.sources),
        Annex("making", _("How to make this brief again"), making.reproduction),
    )
