"""What the options are judged by, what each criterion weighs, and who said so."""

from app.brief.blocks import Block, Cell, Column, Paragraph, Runs, Table, said, typed
from app.wording import _
from app.wording.lists import in_a_row, series
from app.wording.numbers import percent
from app.wording.scales import swing_sentence
from app.wording.unnamed import is_unnamed
from app.wording.weighings import origin_sentence, weights_sentence
from db.model import Criterion
from db.model.tree import children, is_leaf, leaves, walk

from .matter import Matter, marked, told, typed_paragraphs


def criteria_and_weights(matter: Matter) -> list[Block]:
    """Who said what the criteria weigh, and each objective's share with what is below it."""
    if not matter.assessment.criteria:
        return []
    blocks = _provenance(matter)
    if matter.outcome is not None:
        shares = series(_objective(matter, row) for row in children(matter.assessment, None))
        weights = _("The weights: {shares}.").format(shares=shares)
        blocks += told(weights, see=matter.see("criteria"))
    return blocks


def weight_table(matter: Matter) -> list[Block]:
    """Annex: the value tree with the swing of each leaf in words and its share of the weight."""
    assessment = matter.assessment
    rows = [_row(matter, depth, row) for depth, row in walk(assessment)]
    columns = (
        Column(_("Criterion"), width=2),
        Column(_("The change that its weight is worth"), width=4),
        Column(_("Weight"), align="end", width=0.8),
    )
    if not rows:
        return []
    said_before = [] if matter.in_full else _account(matter)
    return [*said_before, Table(columns, tuple(rows), caption=_("Criteria and their weights"))]


def _objective(matter: Matter, row: Criterion) -> str:
    """A criterion's share and, in brackets, the shares of the leaves below it if several."""
    assert matter.outcome is not None
    share_of = matter.outcome.problem.share_of
    text = f"{row.name} {percent(share_of(row.id))}"
    below = leaves(matter.assessment, row.id)
    if len(below) < 2 or not matter.in_full:
        return text
    return f"{text} ({in_a_row(f'{leaf.name} {percent(share_of(leaf.id))}' for leaf in below)})"


def _row(matter: Matter, depth: int, row: Criterion) -> tuple[Cell, Cell, Cell]:
    leaf = is_leaf(matter.assessment, row.id)
    share = "" if matter.outcome is None else percent(matter.outcome.problem.share_of(row.id))
    indent = "\u2003" * depth
    swing = swing_sentence(matter.assessment, row) if leaf else ""
    return (
        Cell((said(indent), typed(row.name, bold=not leaf)), header=True),
        Cell((said(swing),) if swing else ()),
        Cell((said(share, bold=not leaf),)),
    )


def _provenance(matter: Matter) -> list[Block]:
    decision = matter.assessment.decision
    if decision.assessor is None:
        return []
    judge = matter.assessment.perspective_by_id[decision.assessor]
    whose: Runs = (
        said(_("Scores and weights are the judgements of") + " "),
        typed(judge.name),
        said(". "),
    )
    how = origin_sentence(matter.assessment, judge.id)
    meaning = _("A weight is the worth of moving a criterion from its worst to its best.")
    runs: Runs = (*(() if is_unnamed(judge.name) else whose), said(f"{how} {meaning}"))
    account = _account(matter) if matter.in_full else []
    return [Paragraph(marked(runs), numbered=True), *account]


def _account(matter: Matter) -> list[Block]:
    """What the weights say of themselves, in the language of the brief; then the judge's reason."""
    assessor = matter.assessment.decision.assessor
    if assessor is None:
        return []
    judge = matter.assessment.perspective_by_id[assessor]
    told_by_weights = told(weights_sentence(matter.assessment, assessor))
    return [*told_by_weights, *typed_paragraphs(judge.reason)]
