"""Which single score would change the first place, and what is most worth finding out."""

from app.analysis.information import find_information
from app.analysis.robustness import LEARNING_SAMPLES, SPREAD
from app.analysis.score_flips import ScoreFlips
from app.analysis.smaa.interval_weights import spread_weights
from app.analysis.smaa.score_samples import vary
from app.brief.blocks import Block, Figure, ListBlock, said
from app.charts.flip_pictures import flip_picture
from app.charts.heat_pictures import heat_text
from app.charts.robustness_pictures import worths_picture, worths_text
from app.charts.specs import HeatMap
from app.wording import _
from app.wording.robustness.learning import lesson_sentence, lessons
from app.wording.robustness.score_moves import nearest_flips, score_flip_sentence

from .matter import Matter, told
from .standing import SEED

MOST_FLIPS, MOST_WORTHS, MOST_NAMED = 12, 12, 3
"""Options and criteria of the flip map, bars of what to find out, and what is said in words."""


def score_flips(matter: Matter) -> list[Block]:
    """Annex: for every score the one that changes the first place; nothing where none does."""
    outcome, standing = matter.outcome, matter.standing
    if outcome is None or standing is None:
        return []
    cells = nearest_flips(standing.flips, MOST_NAMED)
    if not cells:
        return []
    picture = flip_picture(outcome, standing.flips, MOST_FLIPS)
    figure = Figure(
        picture,
        alternative=heat_text(picture),
        caption=_("Each score now, and the score at which the first place changes"),
    )
    intro = _("What one score alone would have to be for the first place to change; the nearest:")
    nearest = tuple((said(score_flip_sentence(outcome, standing.flips, cell)),) for cell in cells)
    return [*told(intro), ListBlock(nearest), *told(_left_out(picture, standing.flips)), figure]


def worth_knowing(matter: Matter) -> list[Block]:
    """Annex: what knowing one score or weight exactly is worth; nothing where it is nothing."""
    outcome = matter.outcome
    if outcome is None or matter.standing is None:
        return []
    problem = outcome.problem
    found = find_information(
        vary("triangular", problem.low, problem.likely, problem.high),
        spread_weights(problem.shares, SPREAD),
        samples=LEARNING_SAMPLES,
        seed=SEED,
    )
    rows = lessons(found, found.scores_gain.size + found.weights_gain.size)
    if not rows:
        return []
    figure = Figure(
        worths_picture(outcome, found, MOST_WORTHS),
        alternative=worths_text(outcome, found, MOST_WORTHS),
        caption=_("What is most worth finding out"),
    )
    counted = _("The picture shows the {count} of {total} that are worth most.")
    total = len(rows)
    left_out = counted.format(count=MOST_WORTHS, total=total) if total > MOST_WORTHS else ""
    intro = _("What knowing one score or weight exactly would change; the most telling:")
    telling = tuple((said(lesson_sentence(outcome, row)),) for row in rows[:MOST_NAMED])
    return [*told(intro), ListBlock(telling), *told(left_out), figure]


def _left_out(picture: HeatMap, found: ScoreFlips) -> str:
    """How many options and criteria the flip map shows; nothing where it shows all."""
    options, criteria = found.change.shape
    shown = (len(picture.rows), len(picture.columns))
    if shown == (options, criteria):
        return ""
    text = _(
        "The map shows {options} of {all_options} options and {criteria} of {all_criteria} "
        "criteria: those nearest to a change."
    )
    return text.format(
        options=shown[0],
        all_options=options,
        criteria=shown[1],
        all_criteria=criteria,
    )
