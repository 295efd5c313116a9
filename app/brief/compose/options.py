"""The options, the baseline among them, and those screened out with the reason."""

from app.brief.blocks import Block, Cell, Column, Heading, Paragraph, Runs, Table, said, typed
from app.wording import _
from app.wording.red_lines import flag
from db.model import Option

from .matter import Matter


def options(matter: Matter) -> list[Block]:
    """What each option is, in a table; then what was screened out and why."""
    ranked = [row for row in matter.assessment.options if not row.screened_out]
    out = [row for row in matter.assessment.options if row.screened_out]
    if not ranked and not out:
        return []
    blocks: list[Block] = [Heading(2, _("Options"))]
    if ranked:
        blocks.append(
            Table(
                columns=(Column(_("Option"), width=1.2), Column(_("What it is"), width=3)),
                rows=tuple(_row(matter, row) for row in ranked),
                caption=_("The options weighed"),
            )
        )
    blocks.extend(Paragraph(_screened_out(row), numbered=True) for row in out)
    return blocks


def _row(matter: Matter, option: Option) -> tuple[Cell, Cell]:
    name: Runs = (typed(option.name, bold=True),)
    if option.code:
        name += (said(" ("), typed(option.code), said(")"))
    mark = flag(matter.policy.breaches, option.id)
    if mark:
        name += (said(f" – {mark}", italic=True),)
    if matter.assessment.decision.baseline == option.id:
        name += (said(" – " + _("baseline")),)
    return Cell(name, header=True), Cell((typed(option.description),) if option.description else ())


def _screened_out(option: Option) -> Runs:
    return (
        said(_("Screened out:") + " ", bold=True),
        typed(option.name),
        said(". "),
        typed(option.screened_out),
    )
