"""What must hold for the options to work: short for the one advised, in full in an annex."""

from collections.abc import Iterable

from app.brief.blocks import (
    Block,
    Cell,
    Column,
    ListBlock,
    Table,
    said,
    typed,
)
from app.wording import _
from app.wording.conditions import (
    case_sentence,
    failing_sentence,
    unreached_sentence,
)
from db.model import Condition

from .matter import Matter, told
from .places import located
from .precedents import before, precedents_of, rated


def conditions(matter: Matter) -> list[Block]:
    """The conditions of the option advised, with precedents of its mechanisms."""
    option = matter.recommended
    cases = [
        case for case in matter.policy.cases if option is not None and case.option == option.id
    ]
    if not cases:
        return []
    see = matter.see("conditions")
    blocks: list[Block] = []
    for i, case in enumerate(cases):
        blocks += told(case_sentence(matter.assessment, case), see=see if i == 0 else ())
    rows = tuple(_row(row) for case in cases for row in case.conditions)
    if rows and matter.in_full:
        blocks.append(_table(rows, _("Conditions of the option advised")))
    elif not matter.in_full:
        blocks += told(failing_sentence(case for case in cases))
    blocks += told(
        *(
            unreached_sentence(matter.assessment, found)
            for found in matter.policy.unreached
            if option is not None and found.option == option.id
        )
    )
    return blocks + (precedents_of(matter, cases) if matter.in_full else [])


def all_conditions(matter: Matter) -> list[Block]:
    """Annex: the finding on every option's mechanisms, and each mechanism's conditions once."""
    cases = matter.policy.cases
    if not cases:
        return []
    findings = tuple((said(case_sentence(matter.assessment, case)),) for case in cases)
    beside = tuple(
        (said(unreached_sentence(matter.assessment, found)),) for found in matter.policy.unreached
    )
    blocks: list[Block] = [ListBlock(findings)]
    if beside:
        intro = _("High values that no mechanism explains:")
        blocks += [*told(intro), ListBlock(beside)]
    blocks += before(matter, cases)
    used = {condition.id for case in cases for condition in case.conditions}
    rows: list[tuple[Cell, ...]] = []
    for mechanism in matter.assessment.mechanisms:
        below = [
            row
            for row in matter.assessment.conditions
            if row.mechanism == mechanism.id and row.id in used
        ]
        if below:
            rows.append((Cell((typed(mechanism.name),), header=True, span=3),))
            rows += [_row(row, level=1) for row in below]
    return [*blocks, _table(rows, _("Conditions by mechanism"))] if rows else blocks


def _row(row: Condition, level: int = 0) -> tuple[Cell, Cell, Cell]:
    reason = located(row.reason, row.locator)
    return (
        Cell((typed(row.name),), header=True, level=level),
        rated(row.rating),
        Cell((typed(reason),) if reason else ()),
    )


def _table(rows: Iterable[tuple[Cell, ...]], caption: str) -> Table:
    columns = (
        Column(_("Condition"), width=2),
        Column(_("Rating"), width=0.9),
        Column(_("Reason"), width=4),
    )
    return Table(columns, tuple(rows), caption=caption)
