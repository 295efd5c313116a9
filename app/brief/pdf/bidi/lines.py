"""Levels and visual order within one line (rules L1 and L2)."""

from app.brief.pdf.bidi.classes import ISOLATE_INITIATORS, REMOVED, classify


def level_line(text: str, levels: list[int | None], base: int) -> list[int]:
    """Return the final levels of one line: trailing white space falls back to `base` (L1).

    `text` and `levels` are those of the line; characters never displayed get a neighbour's level.
    """
    result = list(levels)
    trailing = True
    classes = classify(text)
    for index in range(len(classes) - 1, -1, -1):
        name = classes[index]
        if name in ("B", "S"):
            result[index], trailing = base, True
        elif name == "WS" or name in ISOLATE_INITIATORS or name == "PDI":
            if trailing:
                result[index] = base
        elif name not in REMOVED:
            trailing = False
    filled: list[int] = []
    for level in result:
        filled.append(level if level is not None else (filled[-1] if filled else base))
    return filled


def order(levels: list[int]) -> list[int]:
    """Return the indexes of `levels` from left to right (L2)."""
    indexes = list(range(len(levels)))
    odd = [level for level in levels if level % 2]
    if not odd:
        return indexes
    for threshold in range(max(levels), min(odd) - 1, -1):
        start = 0
        while start < len(indexes):
            end = start
            while end < len(indexes) and levels[indexes[end]] >= threshold:
                end += 1
            indexes[start:end] = indexes[start:end][::-1]
            start = max(end, start + 1)
    return indexes
