"""Why options changed places, in sentences."""

from app.analysis.outcome import Outcome
from app.analysis.overtaking import Overtaking, find_overtakings

from .changes.effects import cause_words
from .language import _, ngettext
from .lists import listed, option_names
from .numbers import points

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
    criteria = {known.id: known.name for known in now.assessment.criteria}
    causes = listed([cause_words(cause, criteria) for cause in row.causes])
    if not causes:
        return _("{option} overtakes {passed}: it gains {points} points on it.").format(**values)
    return _(
        "{option} overtakes {passed}: it gains {points} points on it, above all by {causes}."
    ).format(**values, causes=causes)
