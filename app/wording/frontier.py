"""What value costs, in sentences."""

from app.analysis.frontier import Frontier
from app.analysis.outcome import Outcome

from .language import _
from .numbers import points, score


def effort_text(outcome: Outcome, effort: float) -> str:
    """An effort with its unit, such as “12 million a year”."""
    unit = outcome.assessment.decision.effort_unit
    return _("{number} {unit}").format(number=score(effort), unit=unit) if unit else score(effort)


def frontier_sentences(
    outcome: Outcome, options: tuple[str, ...], found: Frontier
) -> tuple[str, ...]:
    """What each further point of value takes, and which options take more for no more value."""
    names = [outcome.assessment.option_by_id[key].name for key in options]
    said = []
    for step in found.steps:
        text = _(
            "{dearer} is worth {value} points more than {cheaper} and takes {effort} more: {price} "
            "for each point."
        )
        said.append(
            text.format(
                dearer=names[step.end],
                cheaper=names[step.start],
                value=points(step.value),
                effort=effort_text(outcome, float(f"{step.effort:.6g}")),
                price=effort_text(outcome, float(f"{step.price:.3g}")),
            )
        )
    for worse, better in found.beaten_by.items():
        text = _("{worse} takes as much as {better} or more, and is worth no more.")
        said.append(text.format(worse=names[worse], better=names[better]))
    return tuple(said)
