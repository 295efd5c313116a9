"""Embedding levels of a whole paragraph."""

from app.brief.pdf.bidi.classes import (
    ISOLATE_INITIATORS,
    REMOVED,
    classify,
    first_strong_level,
    match_isolates,
)
from app.brief.pdf.bidi.explicit import ExplicitPass, find_sequences
from app.brief.pdf.bidi.implicit import Sequence


def resolve(text: str, base: int | None = None) -> tuple[int, list[int | None]]:
    """Return the paragraph's level and each character's (None for characters never displayed).

    `text` is one paragraph without its separator. With `base` None the first strong character
    decides (P2, P3).
    """
    original = classify(text)
    isolates = match_isolates(original)
    if base is None:
        base = first_strong_level(original, 0, len(original)) or 0
    explicit = ExplicitPass(original, base, isolates)
    explicit.walk()
    kept, sequences = find_sequences(original, explicit.levels, isolates)
    position = {index: order for order, index in enumerate(kept)}
    levels: list[int | None] = [
        None if name in REMOVED else level
        for name, level in zip(original, explicit.levels, strict=True)
    ]
    for indexes in sequences:
        level = explicit.levels[indexes[0]]
        first, last = position[indexes[0]], position[indexes[-1]]
        before = explicit.levels[kept[first - 1]] if first else base
        # An isolate initiator that ends the sequence was never closed: the paragraph follows it.
        open_ended = last + 1 == len(kept) or original[indexes[-1]] in ISOLATE_INITIATORS
        after = base if open_ended else explicit.levels[kept[last + 1]]
        sequence = Sequence(
            "".join(text[index] for index in indexes),
            [original[index] for index in indexes],
            [explicit.classes[index] for index in indexes],
            "R" if max(level, before) % 2 else "L",
            "R" if max(level, after) % 2 else "L",
            level,
        )
        for index, resolved in zip(indexes, sequence.resolve(), strict=True):
            levels[index] = resolved
    return base, levels


def majority_level(text: str) -> int:
    """Return 1 when most strong characters of `text` run right to left, else 0.

    For text of unknown language the majority is a better guess than the first letter: a Dari
    sentence may begin with a Latin acronym.
    """
    classes = classify(text)
    rightwards = sum(name in ("R", "AL") for name in classes)
    return int(rightwards > classes.count("L"))
