"""Scales and swings said in words."""

from db.model import Assessment, Criterion, ScaleKind

from .language import _
from .numbers import score


def end_words(assessment: Assessment, leaf: Criterion) -> tuple[str, str]:
    """What the worst and the best on a leaf's scale mean."""
    words = {
        level.at: " ".join(level.words.split())
        for level in assessment.levels_by_criterion.get(leaf.id, ())
    }
    return (
        words.get(leaf.worst) or _number_words(leaf, leaf.worst, _("the worst (0)")),
        words.get(leaf.best) or _number_words(leaf, leaf.best, _("the best (100)")),
    )


def swing_sentence(assessment: Assessment, leaf: Criterion) -> str:
    """The change whose worth a swing weight states: “from … to …”."""
    worst, best = end_words(assessment, leaf)
    return _("from “{worst}” to “{best}”").format(worst=worst, best=best)


def _number_words(leaf: Criterion, number: float, otherwise: str) -> str:
    if leaf.scale is ScaleKind.NUMERIC:
        return f"{score(number)} {leaf.unit}".strip()
    return otherwise
