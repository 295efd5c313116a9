"""What changed since an earlier state, and which edits did it, in sentences."""

from collections.abc import Sequence

from app.analysis.attribution import Change
from app.analysis.edit_shares import Edit, EditShare, Turn
from app.analysis.effect import TELLING, find_change
from app.analysis.outcome import Outcome
from app.wording.language import _
from app.wording.lists import listed, option_names, series
from app.wording.numbers import points, signed

from .account import Part, Section

_MOST_PARTS = 3
_MOST_EDITS = 10


def changes_section(
    before: Outcome, after: Outcome, edits: Sequence[EditShare] | None, turn: Turn | None
) -> Section:
    """Each option's change and what made it, each edit's share, and the edit that turned it.

    edits: None where no history tells them apart.
    """
    parts = (
        Part(_("By scores and weights"), _value_sentences(before, after)),
        Part(_("By edits"), _edit_sentences(after, edits, turn)),
    )
    return Section("changes", _("What has changed since then?"), parts)


def _value_sentences(before: Outcome, after: Outcome) -> tuple[str, ...]:
    shared = set(before.problem.options) & set(after.problem.options)
    if not shared:
        return (_("The two rankings have no option in common."),)
    options, criteria, change = find_change(before, after)
    names = {row.id: row.name for outcome in (before, after) for row in outcome.assessment.criteria}
    columns = [names[key] for key in criteria]
    rows = sorted(range(len(options)), key=lambda i: -abs(float(change.total[i])))
    said = [
        _("{option} goes from {old} to {new}: {parts}.").format(
            option=option_names(after.assessment, (options[i],)),
            old=points(before.total(options[i])),
            new=points(after.total(options[i])),
            parts=listed(_parts(change, i, columns)),
        )
        for i in rows
        if _parts(change, i, columns)
    ]
    return tuple(said) or (_("No option's value has changed."),)


def _parts(change: Change, option: int, criteria: Sequence[str]) -> list[str]:
    """The greatest parts of one option's change, each with its points; the small ones joined."""
    found = [
        (float(value), by_weight, criterion)
        for by_weight, row in ((False, change.by_score), (True, change.by_weight))
        for value, criterion in zip(row[option].tolist(), criteria, strict=True)
    ]
    found.sort(key=lambda part: -abs(part[0]))
    telling = [part for part in found if abs(part[0]) >= TELLING][:_MOST_PARTS]
    weight, scores = (
        _("the weight of {criterion} ({points})"),
        _("the scores on {criterion} ({points})"),
    )
    said = [
        (weight if by_weight else scores).format(criterion=criterion, points=signed(value))
        for value, by_weight, criterion in telling
    ]
    rest = float(change.total[option]) - sum(value for value, _by, _criterion in telling)
    if said and abs(rest) >= TELLING:
        said.append(_("all else ({points})").format(points=signed(rest)))
    return said


def _edit_sentences(
    after: Outcome, edits: Sequence[EditShare] | None, turn: Turn | None
) -> tuple[str, ...]:
    said = []
    if edits is None:
        said.append(
            _("The history does not reach back to the earlier file, so no edit's share is known.")
        )
    for row in _greatest(edits or ()):
        moved = sorted(row.points.items(), key=lambda pair: -abs(pair[1]))[:_MOST_PARTS]
        parts = [
            _("{option} {points}").format(
                option=option_names(after.assessment, (option,)), points=signed(value)
            )
            for option, value in moved
            if abs(value) >= TELLING and option in after.assessment.option_by_id
        ]
        text = _("{edit} did this: {parts}.")
        said.append(text.format(edit=_name(row.edit), parts=series(parts)))
    if turn is not None:
        said.append(_turn_sentence(after, turn))
    elif edits:
        said.append(_("No edit on the way changed who is first."))
    return tuple(said)


def _greatest(edits: Sequence[EditShare]) -> list[EditShare]:
    """The edits that moved a value by something that is shown, at most ten, in their order."""
    size = {id(row): max(map(abs, row.points.values()), default=0.0) for row in edits}
    telling = [row for row in edits if size[id(row)] >= TELLING]
    kept = sorted(telling, key=lambda row: -size[id(row)])[:_MOST_EDITS]
    return [row for row in telling if any(row is other for other in kept)]


def _name(edit: Edit) -> str:
    return _("Edit {number} (“{label}”)").format(number=edit.number, label=edit.label)


def _turn_sentence(after: Outcome, turn: Turn) -> str:
    known = after.assessment.option_by_id
    old = [option for option in turn.before if option in known]
    new = [option for option in turn.after if option in known]
    if not old or not new:
        return _("{edit} changed who is first.").format(edit=_name(turn.edit))
    return _("{edit} changed who is first: from {old} to {new}.").format(
        edit=_name(turn.edit),
        old=option_names(after.assessment, old),
        new=option_names(after.assessment, new),
    )
