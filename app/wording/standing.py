"""How firmly a ranking stands against other weights, other scores and other methods, in sentences.

A rank acceptability is a share of weightings. It says nothing about how an option will fare.
"""

from collections.abc import Sequence

import numpy as np

from app.analysis.crosschecks.agreement import CrossCheck
from app.analysis.outcome import Outcome
from app.analysis.smaa.indices import Acceptability

from .language import _, ngettext
from .lists import listed
from .numbers import percent, points


def any_weights_sentence(outcome: Outcome, found: Acceptability) -> str:
    """In which share of all weightings each of the nearest contenders comes first."""
    order = np.argsort(-found.rank[:, 0], kind="stable")[:2]
    first, *second = (_share(outcome, found, int(i)) for i in order if found.rank[int(i), 0] > 0)
    if not second:
        text = _("Over all conceivable weightings {first}.")
        return text.format(first=first)
    text = _("Over all conceivable weightings {first}, {second}.")
    return text.format(first=first, second=second[0])


def near_weights_sentence(outcome: Outcome, found: Acceptability, spread: float) -> str:
    """In which share of the weightings near the stated ones the leader comes first."""
    leader = outcome.problem.options.index(outcome.ranked[0])
    return _(
        "With each weight within {spread} of what was stated, {part}. Shares of weightings are no "
        "forecasts."
    ).format(spread=percent(spread, 0), part=_share(outcome, found, leader))


def crosscheck_sentence(found: Sequence[CrossCheck]) -> str:
    """Whether other methods put the same option first; empty where none was asked."""
    if not found:
        return ""
    same = [row for row in found if row.same_winner]
    names = listed([method_name(row.method) for row in found])
    if len(same) == len(found):
        return _("Other methods put the same option first: {methods}.").format(methods=names)
    if not same:
        return _("Other methods put another option first: {methods}.").format(methods=names)
    return ngettext(
        "Of {total} other methods {count} puts the same option first ({same}), and {others} "
        "another.",
        "Of {total} other methods {count} put the same option first ({same}), and {others} "
        "another.",
        len(same),
    ).format(
        total=len(found),
        count=len(same),
        same=listed([method_name(row.method) for row in same]),
        others=listed([method_name(row.method) for row in found if not row.same_winner]),
    )


def crosscheck_count_sentence(found: Sequence[CrossCheck]) -> str:
    """How many other methods put the same option first; empty where none was asked."""
    if not found:
        return ""
    count = sum(row.same_winner for row in found)
    return ngettext(
        "Of {total} other methods {count} puts the same option first.",
        "Of {total} other methods {count} put the same option first.",
        count,
    ).format(total=len(found), count=count)


def method_name(method: str) -> str:
    """The name of a method of ranking."""
    return {
        "weighted_product": _("weighted product"),
        "topsis": "TOPSIS",
        "vikor": "VIKOR",
        "promethee": "PROMETHEE",
    }[method]


def acceptability(share: float, error: float) -> str:
    """A share of weightings with its standard error, such as “41.3% (±0.2)”."""
    return _("{share} (±{error})").format(share=percent(share), error=points(error * 100, 1))


def _share(outcome: Outcome, found: Acceptability, option: int) -> str:
    return _("{option} comes first in {share}").format(
        option=outcome.assessment.option_by_id[outcome.problem.options[option]].name,
        share=acceptability(float(found.rank[option, 0]), float(found.rank_error[option, 0])),
    )
