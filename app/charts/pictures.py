"""What each picture shows of an outcome: the same for window, brief and exported file."""

from itertools import pairwise

from app.analysis.flips import Flip, find_flips, weight_line
from app.analysis.outcome import Outcome
from app.wording import _
from app.wording.lists import series
from app.wording.numbers import percent, points
from db.model.tree import children

from .specs import Crossover, RankedBar, Ranking, WeightLine, WeightSensitivity

MOST_PARTS = 6
"""With more criteria than this, bars are stacked by objective."""
MOST_LINES = 14
"""With more options than this, lines are drawn for those that matter most."""


def ranking_parts(outcome: Outcome) -> tuple[str, ...]:
    """Ids of the criteria by which the bars of a ranking are stacked, in order of the tree."""
    leaves = outcome.problem.criteria
    tops = tuple(row.id for row in children(outcome.assessment, None))
    return leaves if len(leaves) <= MOST_PARTS or len(tops) < 2 else tops


def ranking_picture(outcome: Outcome) -> Ranking:
    """The options, best first, each as the contributions that make up its value."""
    parts = ranking_parts(outcome)
    names = outcome.assessment.criterion_by_id
    return Ranking(
        bars=tuple(_bar(outcome, option, parts) for option in outcome.ranked),
        parts=tuple(names[part].name for part in parts),
        axis=_("Value (0–100)"),
    )


def weight_picture(outcome: Outcome, node: str) -> WeightSensitivity:
    """Every option's value as one criterion's share of the weight runs from none to all."""
    line = weight_line(outcome, node)
    names = outcome.assessment.option_by_id
    crossings = line.crossovers
    at_top = [i for i in range(len(crossings.share)) if crossings.at_top[i]]
    criterion = outcome.assessment.criterion_by_id[node].name
    lines = {
        option: WeightLine(
            label=names[option].name,
            start=float(line.at_zero[i]),
            end=float(line.at_one[i]),
            leading=i in line.leaders,
        )
        for i, option in enumerate(outcome.problem.options)
    }
    told = _worth_drawing(outcome, lines, [0.0, *crossings.share[at_top].tolist(), 1.0])
    note = _("{count} of {total} options: those that lead somewhere, and the best")
    return WeightSensitivity(
        lines=tuple(lines[option] for option in outcome.problem.options if option in told),
        others=tuple(lines[option] for option in outcome.ranked if option not in told),
        note=note.format(count=len(told), total=len(lines)) if len(told) < len(lines) else "",
        crossovers=tuple(
            Crossover(
                share=float(crossings.share[i]),
                value=float(crossings.total[i]),
                text=percent(float(crossings.share[i])),
            )
            for i in at_top
        ),
        present=line.share,
        present_text=_("now {share}").format(share=percent(line.share)),
        x_axis=_("Share of the weight on {criterion}").format(criterion=criterion),
        y_axis=_("Value (0–100)"),
        share_texts=share_texts(),
    )


def _worth_drawing(outcome: Outcome, lines: dict[str, WeightLine], turns: list[float]) -> set[str]:
    """Every option that leads somewhere, and the best of the others while there is room.

    turns: the shares of weight, in their order, between which the first place stays.
    """

    def value(option: str, share: float) -> float:
        return lines[option].start + (lines[option].end - lines[option].start) * share

    middles = [(low + high) / 2 for low, high in pairwise(turns)]
    told = {max(lines, key=lambda option: value(option, share)) for share in middles}
    told |= {option for option, line in lines.items() if line.leading}
    others = [option for option in outcome.ranked if option not in told]
    return told | set(others[: max(0, MOST_LINES - len(told))])


def share_texts() -> tuple[str, str, str, str, str]:
    """The ticks of a scale of shares, from none to all."""
    none, quarter, half, most, every = (percent(share / 4, 0) for share in range(5))
    return none, quarter, half, most, every


def nearest_flip(outcome: Outcome) -> Flip | None:
    """The flip that needs the smallest move, which is the one most worth a picture."""
    flips = find_flips(outcome)
    return flips[0] if flips else None


def ranking_text(outcome: Outcome) -> str:
    """The ranking as a text that stands for its picture."""
    names = outcome.assessment.option_by_id
    said = (
        _("{option} {value}").format(option=names[o].name, value=points(outcome.total(o)))
        for o in outcome.ranked
    )
    return _("Values of the options, best first: {list}.").format(list=series(said))


def _bar(outcome: Outcome, option: str, parts: tuple[str, ...]) -> RankedBar:
    low, high = outcome.interval(option)
    total = outcome.total(option)
    return RankedBar(
        label=outcome.assessment.option_by_id[option].name,
        parts=tuple(outcome.contribution(option, part) for part in parts),
        total=total,
        total_text=points(total),
        low=low,
        high=high,
        note=_("provisional") if low != high else "",
    )
