"""Whether there is room for what an edit adds: an assessment has bounds that all can rely on."""

from db.model import Assessment
from db.model.bounds import DEEPEST, most_rows, tree_depth

from .refusal import EditRefused


def with_room(after: Assessment, *names: str) -> Assessment:
    """The assessment after an edit that added to these tables.

    Raises `EditRefused` when one of them now holds more than it may, or the tree is too deep.
    """
    for name in names:
        most = most_rows()[name]
        if len(getattr(after, name)) > most:
            raise EditRefused(
                "There is no room for this: an assessment holds at most {limit} of its kind."
                " Remove some that are no longer needed first.",
                limit=most,
            )
    if "criteria" in names and tree_depth(after) > DEEPEST:
        raise EditRefused(
            "Criteria cannot stand more than {limit} levels deep. Put this one higher up.",
            limit=DEEPEST,
        )
    return after
