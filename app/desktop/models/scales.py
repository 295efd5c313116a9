"""What a leaf's scale says about a number: its value and its words."""

from app.wording import _
from app.wording.numbers import score
from db.model import Assessment, Criterion, Level, ScaleKind


def value_points(assessment: Assessment, leaf: Criterion) -> tuple[list[float], list[float]]:
    """The corners of a leaf's value function: numbers on its scale, rising, and their values."""
    levels = assessment.levels_by_criterion.get(leaf.id, ())
    worth = {level.at: level.value for level in levels if level.value is not None}
    corners = sorted({**worth, leaf.worst: 0.0, leaf.best: 100.0}.items())
    return [at for at, _value in corners], [value for _at, value in corners]


def value_of(points: tuple[list[float], list[float]], number: float) -> float:
    """The value 0–100 of a number on a scale with these corners; beyond the ends, the end's."""
    numbers, values = points
    if number <= numbers[0]:
        return values[0]
    for left in range(len(numbers) - 1):
        if number <= numbers[left + 1]:
            way = (number - numbers[left]) / (numbers[left + 1] - numbers[left])
            return values[left] + way * (values[left + 1] - values[left])
    return values[-1]


def nearest_levels(assessment: Assessment, leaf: Criterion, number: float) -> tuple[Level, ...]:
    """The described level at a number, or else the nearest one below it and above it.

    None where only the ends are described: they are named wherever a score is shown.
    """
    described = [level for level in assessment.levels_by_criterion.get(leaf.id, ()) if level.words]
    if all(level.at in (leaf.worst, leaf.best) for level in described):
        return ()
    exact = tuple(level for level in described if level.at == number)
    if exact:
        return exact
    below = [level for level in described if level.at < number]
    above = [level for level in described if level.at > number]
    return (*below[-1:], *above[:1])


def scale_summary(leaf: Criterion) -> str:
    """A leaf's scale in a few words, for narrow places."""
    if leaf.scale is ScaleKind.NUMERIC:
        return (
            _("{worst} to {best} {unit}")
            .format(worst=score(leaf.worst), best=score(leaf.best), unit=leaf.unit)
            .strip()
        )
    return _("0–100, described") if leaf.scale is ScaleKind.CONSTRUCTED else _("0–100")
