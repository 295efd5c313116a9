"""The ranking as picture and table, how it stands, and what would change it."""

from app.analysis.outcome import Outcome
from app.analysis.verdict import Verdict
from app.brief.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    ListBlock,
    Runs,
    Table,
    said,
    typed,
)
from app.charts.comparison_pictures import lead_picture, lead_text
from app.charts.pictures import ranking_parts, ranking_picture, ranking_text, weight_picture
from app.charts.robustness_pictures import (
    acceptability_picture,
    rank_text,
    score_range_picture,
    score_range_text,
)
from app.wording import _
from app.wording.numbers import points
from app.wording.robustness.methods import agreement_sentence, departure_sentences
from app.wording.robustness.names import part
from app.wording.robustness.score_moves import widest_bars
from app.wording.robustness.weightings import (
    any_weights_sentence,
    near_weights_sentence,
    simulation_note,
)
from app.wording.verdicts import flip_sentence, lead_reason_sentence, no_flip_sentence

from .matter import Matter, told
from .standing import Standing

MOST_FLIPS, FEW_FLIPS = 6, 2
"""More than these few tell a minister nothing: they are further away than the ones shown."""


def ranking(matter: Matter) -> list[Block]:
    """The options by value as stacked bars, and how the ranking stands."""
    if matter.outcome is None:
        return []
    why = "" if matter.verdict is None else lead_reason_sentence(matter.outcome, matter.verdict)
    stands = told(why, *_standing(matter), see=_detail(matter, "profile"))
    if not matter.in_full:
        return stands
    lead = _lead_picture(matter.outcome)
    return [*_picture(matter.outcome), *stands, *lead, *ranking_tables(matter)]


def ranking_detail(matter: Matter) -> list[Block]:
    """Annex of a memo: the ranking in figures, and every weight that would change it."""
    if matter.in_full or matter.outcome is None:
        return []
    pictured = [*_picture(matter.outcome), *ranking_tables(matter)]
    return [*pictured, *_all_flips(matter)]


def ranking_tables(matter: Matter) -> list[Block]:
    """What each part of the value tree contributes; how it stands to other weights and scores."""
    outcome, standing = matter.outcome, matter.standing
    if outcome is None:
        return []
    blocks: list[Block] = [_contributions(outcome)]
    if standing is None:
        return blocks
    blocks += [_acceptabilities(matter), *_ranks(outcome, standing), *_score_ranges(matter)]
    checks = agreement_sentence(outcome, standing.crosschecks)
    return [*blocks, *told(checks, *departure_sentences(outcome, standing.crosschecks))]


def _ranks(outcome: Outcome, standing: Standing) -> list[Block]:
    """How often each option takes each rank, as a picture."""
    found = standing.any_weights
    figure = Figure(
        acceptability_picture(outcome, found),
        alternative=rank_text(outcome, found),
        caption=_("How often each option takes each rank under any weights"),
    )
    return [figure]


def _score_ranges(matter: Matter) -> list[Block]:
    """What the ranges of the scores do, as a picture; nothing where no score has a range."""
    outcome, standing = matter.outcome, matter.standing
    assert outcome is not None
    assert standing is not None
    if not widest_bars(standing.moves, 1):
        return []
    figure = Figure(
        score_range_picture(outcome, standing.moves, standing.flips),
        alternative=score_range_text(outcome, standing.moves),
        caption=_("What each score's range does to its option's value"),
    )
    return [figure]


def what_would_change_it(matter: Matter) -> list[Block]:
    """The shares of weight at which another option takes the lead, nearest first."""
    verdict = matter.verdict
    if matter.outcome is None or verdict is None or not _has_one_leader(matter):
        return []
    if not verdict.flips:
        return told(no_flip_sentence(matter.assessment, verdict.leader))
    most = MOST_FLIPS if matter.in_full else FEW_FLIPS
    see = _detail(matter, "weight room")
    blocks = [*told(_flips_intro(verdict, most), see=see), ListBlock(_flips(matter, most))]
    return [*blocks, _nearest_flip_figure(matter.outcome, verdict)] if matter.in_full else blocks


def _detail(matter: Matter, in_full: str) -> Runs:
    """Where there is more: in the annex of this name in a report, which has no annex of ranking."""
    return matter.see(in_full if matter.in_full else "ranking")


def _picture(outcome: Outcome) -> list[Block]:
    intro = _(
        "Each option is worth the weighted sum of its values on the criteria, from 0 (the worst "
        "on everything) to 100 (the best on everything)."
    )
    figure = Figure(
        ranking_picture(outcome),
        alternative=ranking_text(outcome),
        caption=_("Value of each option and what it is made of"),
    )
    return [figure, *told(intro)]


def _lead_picture(outcome: Outcome) -> list[Block]:
    """What speaks for the first option and what for the second; nothing while they are level."""
    if len(outcome.ranked) < 2 or len(outcome.leaders) != 1:
        return []
    first, second = outcome.ranked[:2]
    figure = Figure(
        lead_picture(outcome, first, second),
        alternative=lead_text(outcome, first, second),
        caption=_("Where the lead comes from"),
    )
    return [figure]


def _has_one_leader(matter: Matter) -> bool:
    verdict, outcome = matter.verdict, matter.outcome
    return (
        verdict is not None
        and verdict.runner_up is not None
        and outcome is not None
        and len(outcome.leaders) == 1
    )


def _standing(matter: Matter) -> list[str]:
    outcome, standing = matter.outcome, matter.standing
    if outcome is None or standing is None:
        return []
    return [
        any_weights_sentence(outcome, standing.any_weights),
        near_weights_sentence(outcome, standing.near_weights),
    ]


def _all_flips(matter: Matter) -> list[Block]:
    verdict = matter.verdict
    if matter.outcome is None or verdict is None or not _has_one_leader(matter):
        return []
    if not verdict.flips:
        return []
    figure = _nearest_flip_figure(matter.outcome, verdict)
    if len(verdict.flips) <= FEW_FLIPS:
        return [figure]
    count = len(verdict.flips)
    intro = _("With all other weights kept in proportion to one another:")
    return [*told(intro), ListBlock(_flips(matter, count)), figure]


def _flips_intro(verdict: Verdict, most: int) -> str:
    total = len(verdict.flips)
    if total > most:
        text = _("One weight alone can change who leads in {total} ways; the nearest {count}:")
        return text.format(count=most, total=total)
    return _("What one weight alone can change, the others keeping their proportions:")


def _flips(matter: Matter, most: int) -> tuple[Runs, ...]:
    verdict = matter.verdict
    assert verdict is not None
    return tuple(
        (said(flip_sentence(matter.assessment, verdict.leader, flip)),)
        for flip in verdict.flips[:most]
    )


def _nearest_flip_figure(outcome: Outcome, verdict: Verdict) -> Figure:
    flip = verdict.flips[0]
    criterion = outcome.assessment.criterion_by_id[flip.node].name
    return Figure(
        weight_picture(outcome, flip.node),
        alternative=flip_sentence(outcome.assessment, verdict.leader, flip),
        caption=_("Values as the weight of {criterion} changes").format(criterion=criterion),
    )


def _contributions(outcome: Outcome) -> Table:
    parts = ranking_parts(outcome)
    names = outcome.assessment.criterion_by_id
    columns = (
        Column(_("Option"), width=2.6),
        *(Column(names[part].code or names[part].name, align="end") for part in parts),
        Column(_("Value"), align="end"),
    )
    rows = tuple(
        (
            Cell((typed(outcome.assessment.option_by_id[option].name),), header=True),
            *(Cell((said(points(outcome.contribution(option, part))),)) for part in parts),
            Cell((said(points(outcome.total(option)), bold=True),)),
        )
        for option in outcome.ranked
    )
    return Table(columns, rows, caption=_("What each value is made of, in points"))


def _acceptabilities(matter: Matter) -> Table:
    outcome, standing = matter.outcome, matter.standing
    assert outcome is not None
    assert standing is not None
    columns = (
        Column(_("Option"), width=2.6),
        Column(_("First under any weights"), align="end", width=1.5),
        Column(_("First near the stated weights"), align="end", width=1.5),
    )
    rows = []
    for option in outcome.ranked:
        i = outcome.problem.options.index(option)
        shares = (
            part(float(found.rank[i, 0]), float(found.rank_error[i, 0]))
            for found in (standing.any_weights, standing.near_weights)
        )
        name = Cell((typed(outcome.assessment.option_by_id[option].name),), header=True)
        rows.append((name, *(Cell((said(share),)) for share in shares)))
    note = simulation_note(standing.any_weights)
    caption = _("How often each option comes first")
    return Table(columns, tuple(rows), caption=caption, note=(said(note),))
