"""Where a criterion goes when it is moved by keyboard, and what goes when it is removed."""

from typing import NamedTuple

from app.edits.criteria import remove_criterion
from app.wording import _, ngettext
from app.wording.lists import in_a_row
from db.model import Assessment
from db.model.tables import tables
from db.model.tree import children, walk


class Move(NamedTuple):
    """A new place: the parent (None: the top) and the position among its children."""

    parent: str | None
    at: int


def move_up(assessment: Assessment, key: str) -> Move | None:
    """One place earlier among its siblings; from the first on to the end of the group before."""
    parent, at = move_place(assessment, key)
    return Move(parent, at - 1) if at > 0 else _beyond(assessment, parent, -1)


def move_down(assessment: Assessment, key: str) -> Move | None:
    """One place later among its siblings; from the last on to the start of the next group."""
    parent, at = move_place(assessment, key)
    last = len(children(assessment, parent)) - 1
    return Move(parent, at + 1) if at < last else _beyond(assessment, parent, 1)


def _beyond(assessment: Assessment, parent: str | None, way: int) -> Move | None:
    """Out of a branch that ends here: into the one beside it, or between the two.

    None at the top, and where there is nothing further that way.
    """
    if parent is None:
        return None
    above, at = move_place(assessment, parent)
    siblings = children(assessment, above)
    if not 0 <= at + way < len(siblings):
        return None
    beside = siblings[at + way].id
    inside = children(assessment, beside)
    if not inside:
        return Move(above, at + 1 if way > 0 else at)
    return Move(beside, 0 if way > 0 else len(inside))


def indent(assessment: Assessment, key: str) -> Move | None:
    """Below the sibling before it, if there is one."""
    parent, at = move_place(assessment, key)
    if at == 0:
        return None
    above = children(assessment, parent)[at - 1]
    return Move(above.id, len(children(assessment, above.id)))


def outdent(assessment: Assessment, key: str) -> Move | None:
    """Beside its branch, after it, unless it stands at the top."""
    parent, _at = move_place(assessment, key)
    if parent is None:
        return None
    above, at = move_place(assessment, parent)
    return Move(above, at + 1)


def free_name(assessment: Assessment, parent: str | None) -> str:
    """A name for a new criterion that none of its siblings has."""
    taken = {row.name.casefold() for row in children(assessment, parent)}
    name, number = _("New criterion"), 2
    while name.casefold() in taken:
        name = _("New criterion {number}").format(number=number)
        number += 1
    return name


def loss_sentence(assessment: Assessment, key: str) -> str:
    """What goes when a criterion is removed; empty when only the criterion itself does."""
    after = remove_criterion(assessment, key)
    lost = {
        name: len(getattr(assessment, name)) - len(getattr(after, name))
        for name, table in tables().items()
        if not table.single
    }
    below = sum(1 for _row in walk(assessment, key))
    scores, weights = lost.pop("scores"), lost.pop("weights")
    for told in ("criteria", "levels", "score_evidence"):
        lost.pop(told)
    others = sum(lost.values())
    parts = [
        text.format(count=count)
        for text, count in (
            (ngettext("{count} criterion below it", "{count} criteria below it", below), below),
            (ngettext("{count} score", "{count} scores", scores), scores),
            (ngettext("{count} weight", "{count} weights", weights), weights),
            (
                ngettext("{count} other entry about it", "{count} other entries about it", others),
                others,
            ),
        )
        if count
    ]
    if not parts:
        return ""
    return _("Removing “{name}” also removes {parts}.").format(
        name=assessment.criterion_by_id[key].name, parts=in_a_row(parts)
    )


def move_place(assessment: Assessment, key: str) -> Move:
    """Where a criterion stands now."""
    parent = assessment.criterion_by_id[key].parent
    siblings = [row.id for row in children(assessment, parent)]
    return Move(parent, siblings.index(key))
