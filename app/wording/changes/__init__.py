"""What differs between two states of an assessment, in sentences."""

from .effects import effect_sentences, standing_sentence, tell_effect
from .ledger import change_sentences, range_words
from .telling import tell_difference

__all__ = [
    "change_sentences",
    "effect_sentences",
    "range_words",
    "standing_sentence",
    "tell_difference",
    "tell_effect",
]
