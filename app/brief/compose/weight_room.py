"""How the first two differ by criterion, and how far weights may move before another is first."""

from app.analysis.content import heaviest
from app.analysis.examination import find_stretches
from app.analysis.outcome import Outcome
from app.analysis.triangle import find_triangle
from app.brief.blocks import Block, Figure
from app.charts.comparison_pictures import profile_picture, profile_text
from app.charts.robustness_pictures import stretches_picture, triangle_picture
from app.wording import _
from app.wording.reasons import reason_sentences
from app.wording.robustness.triangle import triangle_sentence
from app.wording.robustness.weight_moves import moves_sentence

from .matter import Matter, told

MOST_ROWS = 24
"""With more criteria than this, the profile shows those on which the two differ most."""
MOST_NAMED = 3


def profile(matter: Matter) -> list[Block]:
    """Annex: the first two options on every criterion; nothing where there is one of either."""
    outcome = _compared(matter)
    if outcome is None or len(outcome.problem.criteria) < 2:
        return []
    first, second = outcome.ranked[:2]
    total = len(outcome.problem.criteria)
    counted = _("The picture shows the {count} of {total} criteria on which they differ most.")
    left_out = counted.format(count=MOST_ROWS, total=total) if total > MOST_ROWS else ""
    figure = Figure(
        profile_picture(outcome, first, second, MOST_ROWS),
        alternative=profile_text(outcome, first, second),
        caption=_("The first two options by criterion"),
    )
    return [*told(*reason_sentences(outcome, first, second), left_out), figure]


def weight_room(matter: Matter) -> list[Block]:
    """Annex: how far each weight may move alone, and who leads as three branches share theirs."""
    outcome = _compared(matter)
    if outcome is None or len(outcome.problem.criteria) < 2:
        return []
    stretches = find_stretches(outcome)
    tightest = sorted(stretches, key=lambda row: row.room)[:MOST_NAMED]
    named = tuple(row for row in stretches if row in tightest)
    figure = Figure(
        stretches_picture(outcome, stretches),
        alternative=moves_sentence(outcome, stretches),
        caption=_("How far each weight can move before the first place changes"),
    )
    return [*told(moves_sentence(outcome, named)), figure, *_triangle(outcome)]


def _triangle(outcome: Outcome) -> list[Block]:
    """The three heaviest branches sharing their weight in all ways; nothing with fewer than three.

    Where one option leads in all of them, that is said and there is nothing to show.
    """
    problem = outcome.problem
    if len(problem.criteria) < 3:
        return []
    one, two, three = heaviest(outcome, 3)
    masks = [problem.below[problem.nodes.index(node)] for node in (one, two, three)]
    found = find_triangle(outcome.prepared, problem.shares, (masks[0], masks[1], masks[2]))
    sentence = triangle_sentence(outcome, found, (one, two, three))
    if len(found.regions) < 2:
        return told(sentence)
    figure = Figure(
        triangle_picture(outcome, found, (one, two, three)),
        alternative=sentence,
        caption=_("Who is first as the three heaviest branches share their weight otherwise"),
    )
    return [*told(sentence), figure]


def _compared(matter: Matter) -> Outcome | None:
    """The ranking, where there are two options to tell apart."""
    outcome = matter.outcome
    return None if outcome is None or len(outcome.problem.options) < 2 else outcome
