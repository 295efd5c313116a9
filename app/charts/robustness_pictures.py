"""What each picture shows of an examination: the same for window, brief and exported file."""

from app.analysis.examination import Examination, Stretch
from app.analysis.information import Information
from app.analysis.outcome import Outcome
from app.analysis.score_flips import ScoreFlips
from app.analysis.smaa.indices import Acceptability
from app.analysis.tornado import Tornado as Moves
from app.analysis.triangle import Triangle
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import percent, points, signed
from app.wording.robustness.learning import gain_text, lessons
from app.wording.robustness.names import criterion_name, leader_of, option_name, part
from app.wording.robustness.score_moves import Cell, widest_bars

from .pictures import share_texts
from .specs import (
    Area,
    Corner,
    RankAcceptability,
    RankShares,
    StableWeights,
    Tornado,
    TornadoBar,
    WeightSpan,
    WeightTriangle,
    WorthBar,
    Worths,
)

MOST_OPTIONS = 20
"""With more options than this, the picture of ranks shows the best of them."""
MOST_BARS = 12
MOST_SPANS = 24


def acceptability_picture(outcome: Outcome, found: Acceptability) -> RankAcceptability:
    """How often each option takes each rank, the options in the order of the ranking."""
    order = [outcome.problem.options.index(option) for option in outcome.ranked]
    rows = tuple(
        RankShares(
            label=option_name(outcome, option),
            shares=tuple(found.rank[option].tolist()),
            first_text=percent(float(found.first[option])),
        )
        for option in order
    )
    note = _("The best {count} of {total} options")
    return RankAcceptability(
        rows=rows[:MOST_OPTIONS],
        others=rows[MOST_OPTIONS:],
        note=_counted(note, MOST_OPTIONS, len(rows)),
        head=_("first in"),
        axis=_("Share of weightings in which an option takes the rank numbered in the bar"),
        share_texts=share_texts(),
    )


def tornado_picture(examination: Examination) -> Tornado:
    """The scores whose range moves their option's value most."""
    found = examination.found
    return score_range_picture(examination.outcome, found.tornado, found.flips)


def score_range_picture(outcome: Outcome, found: Moves, flips: ScoreFlips) -> Tornado:
    """The same of a ranking of which only the score moves were looked for."""
    return Tornado(
        bars=tuple(
            _tornado_bar(outcome, found, flips, cell) for cell in widest_bars(found, MOST_BARS)
        ),
        axis=_("Change of the option's value when the score runs over its range, in points"),
        turn_text=_("here the first place changes hands"),
    )


def stable_weights_picture(examination: Examination) -> StableWeights:
    """For each criterion the shares within which the first place stays; the tightest if many."""
    return stretches_picture(examination.outcome, examination.stretches)


def stretches_picture(outcome: Outcome, rows: tuple[Stretch, ...]) -> StableWeights:
    """The same of a ranking of which only the weights were moved."""
    tightest = {row.node for row in sorted(rows, key=lambda row: row.room)[:MOST_SPANS]}
    spans = [(row.node in tightest, _span(outcome, row)) for row in rows]
    note = _("The tightest {count} of {total}")
    return StableWeights(
        spans=tuple(span for tight, span in spans if tight),
        others=tuple(span for tight, span in spans if not tight),
        note=_counted(note, MOST_SPANS, len(spans)),
        axis=_("Share of the weight; the dot is the present one"),
        share_texts=share_texts(),
    )


def _span(outcome: Outcome, row: Stretch) -> WeightSpan:
    return WeightSpan(
        label=outcome.assessment.criterion_by_id[row.node].name,
        low=row.low,
        high=row.high,
        present=row.present,
        text=_("{low} to {high}").format(low=percent(row.low), high=percent(row.high)),
    )


def _counted(note: str, most: int, total: int) -> str:
    """How many of all are drawn; nothing where all are."""
    return note.format(count=most, total=total) if total > most else ""


def worths_picture(outcome: Outcome, found: Information, most: int) -> Worths:
    """What is most worth finding out."""
    return Worths(
        bars=tuple(
            WorthBar(
                label=(
                    _("(its weight)")
                    if lesson.option is None
                    else option_name(outcome, lesson.option)
                ),
                sublabel=criterion_name(outcome, lesson.criterion),
                worth=lesson.gain,
                text=gain_text(lesson.gain),
                change_text=part(lesson.change),
            )
            for lesson in lessons(found, most)
        ),
        axis=_("What knowing it exactly would be worth on average, in points of value"),
    )


def worths_text(outcome: Outcome, found: Information, most: int) -> str:
    """What is most worth finding out as a text that stands for the picture."""
    told = worths_picture(outcome, found, most).bars
    text = _("{score} on {criterion} {worth}")
    said = (text.format(score=bar.label, criterion=bar.sublabel, worth=bar.text) for bar in told)
    return _("What knowing each exactly is worth on average: {list}.").format(list=series(said))


def triangle_picture(
    outcome: Outcome, found: Triangle, nodes: tuple[str, str, str]
) -> WeightTriangle:
    """Who leads as three branches share the weight that they have together."""
    names = outcome.assessment.criterion_by_id
    first, second, third = (
        Corner(
            names[node].name, _("now {share}").format(share=percent(outcome.problem.share_of(node)))
        )
        for node in nodes
    )
    largest = sorted(found.regions, key=lambda region: -region.area)
    present: tuple[float, float, float] = tuple(found.present.tolist())
    return WeightTriangle(
        corners=(first, second, third),
        areas=tuple(
            Area(
                label=option_name(outcome, region.option),
                text=_("first in {share}").format(share=percent(region.area)),
                outline=tuple(tuple(corner) for corner in region.corners.tolist()),
            )
            for region in largest
        ),
        present=present,
        present_text=_("the weights as they are"),
    )


def _tornado_bar(outcome: Outcome, found: Moves, flips: ScoreFlips, cell: Cell) -> TornadoBar:
    fall, rise = float(found.fall[cell]), float(found.rise[cell])
    option, criterion = cell
    turn = None
    if flips.possible[cell]:
        share = float(outcome.problem.shares[criterion])
        turn = float(flips.change[cell]) * share
    label = option_name(outcome, option)
    if option == leader_of(outcome):
        label = _("{option} (first)").format(option=label)
    return TornadoBar(
        label=label,
        sublabel=criterion_name(outcome, criterion),
        fall=fall,
        rise=rise,
        fall_text=signed(fall),
        rise_text=signed(rise),
        turn=turn,
        unseats=bool(found.unseats[cell]),
    )


def rank_text(outcome: Outcome, found: Acceptability) -> str:
    """How often each option comes first, as a text that stands for the picture of ranks."""
    said = (
        _("{option} {share}").format(
            option=option_name(outcome, i), share=percent(float(found.first[i]))
        )
        for i in (outcome.problem.options.index(option) for option in outcome.ranked)
    )
    return _("Share of weightings in which each option comes first: {list}.").format(
        list=series(said)
    )


def tornado_text(examination: Examination) -> str:
    """The tornado as a text that stands for its picture."""
    return score_range_text(examination.outcome, examination.found.tornado)


def score_range_text(outcome: Outcome, found: Moves) -> str:
    """The same of a ranking of which only the score moves were looked for."""
    said = (
        _("{option} on {criterion} from {fall} to {rise}").format(
            option=option_name(outcome, i),
            criterion=criterion_name(outcome, j),
            fall=points(float(found.fall[i, j])),
            rise=signed(float(found.rise[i, j])),
        )
        for i, j in widest_bars(found, MOST_BARS)
    )
    return _("Change of each option's value over the range of one score: {list}.").format(
        list=series(said)
    )
