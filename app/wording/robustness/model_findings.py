"""Signs that the model may not say what was meant, each with what to do about it."""

from app.analysis.content import top_branches
from app.analysis.model_checks import Check, Finding
from app.analysis.outcome import Outcome
from app.wording.language import _, ngettext
from app.wording.lists import listed
from app.wording.numbers import points

from .names import criterion_name, option_name

_NAMED = 3


def finding_sentence(outcome: Outcome, found: Finding) -> str:
    """What was found, and where."""
    options = [option_name(outcome, i) for i in found.options]
    criteria = [criterion_name(outcome, j) for j in found.criteria]
    tops = top_branches(outcome)
    branches = [outcome.assessment.criterion_by_id[tops[k]].name for k in found.nodes]
    texts = {
        Check.MISSING_SCORES: ngettext(
            "{options} has no score on {criteria}.",
            "{options} has no score on {count} criteria: {criteria}.",
            len(criteria),
        ),
        Check.NOT_DISCRIMINATING: _("All options score the same on {criteria}."),
        Check.DOMINATED: _("{first} is nowhere better than {rest}, and somewhere worse."),
        Check.DOUBLE_COUNTING: _(
            "Options score nearly alike on {criteria} (correlation {measure}): one thing may count "
            "twice."
        ),
        Check.SPLITTING: _(
            "The weight of {branches} follows the number of criteria below each: splitting may "
            "have set it."
        ),
        Check.EQUAL_WEIGHTS: _("All criteria have nearly the same weight."),
        Check.RANGE_INSENSITIVE: _(
            "{criteria} weighs much, but the options lie within {measure} points of each other on "
            "it."
        ),
        Check.HALO: _(
            "All criteria rank the options nearly alike (concordance {measure}): one impression "
            "may have set them all."
        ),
        Check.OUT_OF_ORDER: _("{first} was called more important than {rest}, but weighs less."),
        Check.WITHOUT_WEIGHT: _("{criteria} has no weight and counts nothing."),
    }
    digits = 1 if found.check is Check.RANGE_INSENSITIVE else 2
    both = options or criteria
    return texts[found.check].format(
        options=listed(options),
        criteria=_some(criteria),
        count=len(criteria),
        branches=_some(branches),
        first="".join(both[:1]),
        rest=listed(both[1:]),
        measure=points(found.measure, digits),
    )


def remedy_sentence(found: Finding) -> str:
    """What to do about a finding."""
    return {
        Check.MISSING_SCORES: _("Score it; until then it counts as anything from worst to best."),
        Check.NOT_DISCRIMINATING: _(
            "Look whether its scale is fine enough, or leave the criterion out of this decision."
        ),
        Check.DOMINATED: _(
            "Screen it out with a reason, or look for a merit that no criterion holds yet."
        ),
        Check.DOUBLE_COUNTING: _(
            "Ask whether the two measure one thing; if so, merge them or share one weight."
        ),
        Check.SPLITTING: _("Weigh the branches against each other first, then what is below each."),
        Check.EQUAL_WEIGHTS: _("Ask for each swing anew: would you really want them equally much?"),
        Check.RANGE_INSENSITIVE: _(
            "Ask for its swing anew, or draw its scale closer to what the options can reach."
        ),
        Check.HALO: _("Score criterion by criterion over all options, not option by option."),
        Check.OUT_OF_ORDER: _("Change the weight or the stated order."),
        Check.WITHOUT_WEIGHT: _("Give it a weight, or leave it out."),
    }[found.check]


def no_finding_sentence() -> str:
    """That none of the checks found anything."""
    return _(
        "No check found anything amiss: no missing scores, no double counting, no dominated "
        "option, no weight that looks like a habit."
    )


def _some(names: list[str]) -> str:
    if len(names) <= _NAMED:
        return listed(names)
    more = _("{count} more").format(count=len(names) - _NAMED)
    return listed([*names[:_NAMED], more])
