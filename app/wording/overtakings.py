"""Why options changed places, in sentences."""

from app.analysis.outcome import Outcome
from app.analysis.overtaking import Overtaking, find_overtakings

from .language import _, ngettext
from .lists import listed, option_names
from .numbers import points, signed

MOST_OVERTAKINGS = 12


def overtaking_sentences(was: Outcome, now: Outcome) -> tuple[str, ...]:
    """What made each option overtake another; then the ranks that options new or gone changed."""
    found = find_overtakings(was, now)
    said = [_overtaking(now, row) for row in found[:MOST_OVERTAKINGS]]
    if len(found) > MOST_OVERTAKINGS:
        rest = len(found) - MOST_OVERTAKINGS
        said.append(
            ngettext(
                "{count} more pair of options changed places.",
                "{count} more pairs of options changed places.",
                rest,
            ).format(count=rest)
        )
    new = [option for option in now.ranked if option not in was.problem.options]
    gone = [option for option in was.ranked if option not in now.problem.options]
    if new:
        text = ngettext(
            "{options} is new in the ranking.", "{options} are new in the ranking.", len(new)
        )
        said.append(text.format(options=option_names(now.assessment, new)))
    if gone:
        text = ngettext(
            "{options} is no longer ranked.", "{options} are no longer ranked.", len(gone)
        )
        said.append(text.format(options=option_names(was.assessment, gone)))
    return tuple(said)


def _overtaking(now: Outcome, row: Overtaking) -> str:
    names = now.assessment.option_by_id
    values = {
        "option": names[row.option].name,
        "passed": names[row.passed].name,
        "points": points(row.gained),
    }
    causes = listed([_cause(now, row, i) for i in range(len(row.causes))])
    if not causes:
        return _("{option} overtakes {passed}: it gains {points} points on it.").format(**values)
    return _(
        "{option} overtakes {passed}: it gains {points} points on it, above all by {causes}."
    ).format(**values, causes=causes)


def _cause(now: Outcome, row: Overtaking, number: int) -> str:
    cause = row.causes[number]
    criterion = now.assessment.criterion_by_id.get(cause.criterion)
    if criterion is None:
        return _("a criterion that is gone ({points})").format(points=signed(cause.points))
    text = (
        _("the weight of {criterion} ({points})")
        if cause.by_weight
        else _("the scores on {criterion} ({points})")
    )
    return text.format(criterion=criterion.name, points=signed(cause.points))
