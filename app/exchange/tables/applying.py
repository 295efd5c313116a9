"""A table put into an assessment, through the same edits that an officer makes."""

from collections.abc import Iterator
from dataclasses import dataclass

from app.edits import EditRefused
from app.edits.criteria import add_criterion, change_criterion
from app.edits.options import add_option, change_option
from app.edits.scales import set_scale
from app.edits.scores import Entry, set_scores
from app.edits.start import new_assessment
from app.edits.weights import change_elicitation, set_swings
from app.wording import _, refusal
from db.model import (
    Assessment,
    Criterion,
    Elicitation,
    InvalidAssessment,
    ScaleKind,
    check,
    new_id,
)
from db.model.tree import children, is_leaf, leaves

from .refused import TableRefused
from .table import DecisionTable, TableCriterion


@dataclass(frozen=True, slots=True)
class Applied:
    """The assessment with the table in it, and sentences on what of the table is not."""

    assessment: Assessment
    remarks: tuple[str, ...] = ()


def make_assessment(table: DecisionTable, title: str, assessor: str, source: str) -> Applied:
    """A new assessment that says what the table says.

    source: what the table is called, for the reason of its weights. Raises `TableRefused`.
    """
    try:
        return put_table(new_assessment(title, assessor), table, source)
    except EditRefused as refused:
        raise TableRefused(refusal(refused)) from refused


def put_table(assessment: Assessment, table: DecisionTable, source: str) -> Applied:
    """The assessment with the table's options, criteria, scores and weights.

    What is there already is known by its name: it keeps its scale and everything the table does
    not speak of, and its scores by the assessor of record become those of the table. The weights
    are taken only where the table weighs every criterion. Raises `TableRefused`, with the cell
    where one is to blame, and then nothing has changed.
    """
    try:
        applied = _put(assessment, table, source)
        check(applied.assessment)
    except EditRefused as refused:
        raise TableRefused(refusal(refused)) from refused
    except InvalidAssessment as invalid:
        raise TableRefused(str(invalid)) from invalid
    return applied


def _put(assessment: Assessment, table: DecisionTable, source: str) -> Applied:
    assessor = assessment.decision.assessor
    if assessor is None:
        raise TableRefused(_("There is no assessor of record whose scores these could be."))
    assessment, options = _with_options(assessment, table)
    assessment, criteria = _with_criteria(assessment, table)
    assessment = set_scores(
        assessment, assessor, _entries(assessment, table, options, criteria, assessor)
    )
    weights = {criteria[c.column]: c.weight for c in table.criteria if c.weight is not None}
    if not weights:
        return Applied(assessment)
    if {leaf.id for leaf in leaves(assessment)} - set(weights) and assessment.weights:
        sentence = _("The weights were not taken: the table does not weigh every criterion.")
        return Applied(assessment, (sentence,))
    assessment = set_swings(assessment, assessor, weights)
    reason = _("Taken from {source}.").format(source=source)
    return Applied(change_elicitation(assessment, assessor, Elicitation.DIRECT, reason=reason))


def _with_options(
    assessment: Assessment, table: DecisionTable
) -> tuple[Assessment, dict[int, str]]:
    """The assessment with all options, and their ids by the rows of the table."""
    known = {_likeness(row.name): row.id for row in assessment.options}
    ids: dict[int, str] = {}
    for option in table.options:
        key = known.get(_likeness(option.name))
        if key is None:
            key = new_id()
            assessment = add_option(assessment, key, option.name)
            assessment = change_option(
                assessment, key, code=option.code, description=option.description
            )
        ids[option.row] = key
    return assessment, ids


def _with_criteria(
    assessment: Assessment, table: DecisionTable
) -> tuple[Assessment, dict[int, str]]:
    """The assessment with all criteria, and their ids by the columns of the table."""
    ids: dict[int, str] = {}
    for criterion in table.criteria:
        found = _find_leaf(assessment, criterion)
        if found is None:
            assessment, ids[criterion.column] = _added(assessment, criterion)
        else:
            ids[criterion.column] = found.id
    return assessment, ids


def _find_leaf(assessment: Assessment, wanted: TableCriterion) -> Criterion | None:
    """The one leaf of this name; of several the one on the same branch."""
    same = [row for row in leaves(assessment) if _likeness(row.name) == _likeness(wanted.name)]
    if len(same) < 2:
        placed = not same or not wanted.branches or same[0].parent is None
        return same[0] if same and (placed or _on_branch(assessment, same[0], wanted)) else None
    return next((row for row in same if _on_branch(assessment, row, wanted)), None)


def _on_branch(assessment: Assessment, row: Criterion, wanted: TableCriterion) -> bool:
    parent = None if row.parent is None else assessment.criterion_by_id[row.parent]
    above = wanted.branches[-1] if wanted.branches else ""
    return _likeness(above) == _likeness("" if parent is None else parent.name)


def _added(assessment: Assessment, criterion: TableCriterion) -> tuple[Assessment, str]:
    parent: str | None = None
    for branch in criterion.branches:
        below = children(assessment, parent)
        found = next((r.id for r in below if _likeness(r.name) == _likeness(branch)), None)
        if found is None:
            found = new_id()
            assessment = add_criterion(assessment, found, branch, parent)
        parent = found
    key, scale = new_id(), criterion.scale
    assessment = add_criterion(assessment, key, criterion.name, parent)
    if criterion.description:
        assessment = change_criterion(assessment, key, description=criterion.description)
    return (
        set_scale(assessment, key, scale.kind, scale.unit, scale.worst, scale.best),
        key,
    )


def _entries(
    assessment: Assessment,
    table: DecisionTable,
    options: dict[int, str],
    criteria: dict[int, str],
    assessor: str,
) -> Iterator[Entry]:
    """The scores that differ from those there are."""
    for (row, column), number in table.scores.items():
        option, criterion = options[row], criteria[column]
        leaf = assessment.criterion_by_id[criterion]
        if not is_leaf(assessment, criterion):
            raise TableRefused(_("“{name}” is a branch in the assessment.").format(name=leaf.name))
        if leaf.scale is not ScaleKind.NUMERIC and not 0.0 <= number <= 100.0:
            sentence = _("{cell}: {number:.10g} lies outside the scale of “{name}” (0 to 100).")
            cell = table.names[row, column]
            raise TableRefused(sentence.format(cell=cell, number=number, name=leaf.name))
        known = assessment.score_by_key.get((assessor, option, criterion))
        if known is None or known.likely != number:
            yield Entry(option=option, criterion=criterion, likely=number)


def _likeness(name: str) -> str:
    return " ".join(name.casefold().split())
