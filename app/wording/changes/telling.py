"""The difference between two states, told at a length that can be read."""

from app.wording.language import _, ngettext
from db.model import Assessment

from .effects import effect_sentences
from .ledger import change_sentences

MOST = 200
"""So many changes are told; of the others how many there are."""


def tell_difference(
    before: Assessment, after: Assessment
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What going from one state to another does to the ranking, and what differs, in sentences."""
    said = change_sentences(before, after)
    if not said:
        return (_("Nothing differs."),), ()
    more = len(said) - MOST
    rest = ngettext("… and {count} more.", "… and {count} more.", more).format(count=more)
    return effect_sentences(before, after), (*said[:MOST], *((rest,) if more > 0 else ()))
