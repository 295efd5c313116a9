"""The red team, unity among the actors, and what came of the decision, as sentences."""

from collections.abc import Sequence

from app.analysis.policy.calibration import Calibration, CalibrationRow
from app.analysis.policy.cohesion import CohesionView, is_derived
from app.analysis.policy.red_team import Lack, Missing
from db.model import Assessment, BriefState

from .dates import long_date
from .language import _, ngettext
from .numbers import percent, points
from .terms import term
from .waivers import advised_sentence

FEW = 20
"""Fewer settled futures than this say little about anybody's judgement."""


def red_team_sentences(assessment: Assessment, missing: Sequence[Missing]) -> tuple[str, ...]:
    """What is still to be written before the brief can be final."""
    return tuple(_missing(assessment, row) for row in missing)


def state_sentence(state: BriefState, missing: Sequence[Missing]) -> str:
    """Whether the brief is final, or could be."""
    if state is BriefState.FINAL:
        return _("The brief is marked final.")
    if any(row.blocks for row in missing):
        return _("The brief cannot be marked final yet.")
    return _("The brief can be marked final.")


def cohesion_sentences(
    assessment: Assessment, views: Sequence[CohesionView], option: str | None = None
) -> tuple[str, ...]:
    """Unity by hand beside the actors' views: of one option, and of all where the two are far.

    First of all, whether it is judged by hand or derived from the views. Empty without views.
    """
    if not views:
        return ()
    criterion = assessment.criterion_by_id[assessment.decision.cohesion or ""].name
    if is_derived(views):
        text = _(
            "{criterion} is derived from the actors' views: each option has the share of "
            "influence held by those who could accept it."
        )
        return (text.format(criterion=criterion),)
    text = _("{criterion} is judged by hand; what the actors' views say stands beside it.")
    shown = [row for row in views if row.option == option or row.far]
    return (text.format(criterion=criterion), *(_cohesion(assessment, row) for row in shown))


def outcome_sentences(assessment: Assessment) -> tuple[str, ...]:
    """What was decided and why, and what came of it; empty while nothing is decided."""
    decision = assessment.decision
    taken = assessment.option_by_id.get(decision.taken or "")
    said = []
    if taken is not None and decision.taken_on is not None:
        said.append(
            _("{option} was decided on {date}.").format(
                option=taken.name, date=long_date(decision.taken_on)
            )
        )
    elif taken is not None:
        said.append(_("{option} was decided.").format(option=taken.name))
    if decision.taken_because:
        said.append(_("Reason given: {text}").format(text=decision.taken_because))
    if decision.happened and decision.happened_by is not None:
        said.append(
            _("What happened by {date}: {text}").format(
                date=long_date(decision.happened_by), text=decision.happened
            )
        )
    elif decision.happened:
        said.append(_("What happened: {text}").format(text=decision.happened))
    return tuple(said)


def calibration_sentences(found: Calibration) -> tuple[str, ...]:
    """How the stated likelihoods fared: word by word, then over all."""
    over_all = ngettext(
        "Over {count} settled future the Brier score is {brier}: 0 is best, 0.25 is what always "
        "saying “even” earns.",
        "Over {count} settled futures the Brier score is {brier}: 0 is best, 0.25 is what always "
        "saying “even” earns.",
        found.count,
    ).format(count=found.count, brier=points(found.brier, 2))
    said = [*map(_calibration, found.rows), over_all]
    if found.count < FEW:
        said.append(
            _("So few futures say little about anybody's judgement; add those of other decisions.")
        )
    return tuple(said)


def _missing(assessment: Assessment, row: Missing) -> str:
    if row.lack is Lack.CASE_AGAINST:
        return _("Nobody has put the strongest case against the leading option yet.")
    if row.lack is Lack.PRE_MORTEM:
        return _("Nobody has told yet how the leading option might come to fail (pre-mortem).")
    if row.lack is Lack.CROSSING:
        return advised_sentence(assessment, row.about or "", row.option or "")
    name = next(dissent.name for dissent in assessment.dissents if dissent.id == row.about)
    return _("{name} is named as dissenting, without a word of theirs.").format(name=name)


def _cohesion(assessment: Assessment, row: CohesionView) -> str:
    values = {
        "criterion": assessment.criterion_by_id[assessment.decision.cohesion or ""].name,
        "option": assessment.option_by_id[row.option].name,
        "views": percent(row.from_views / 100.0, 0),
    }
    if row.by_hand is None:
        return _(
            "{criterion} of {option} is not judged yet; actors who hold {views} of the influence "
            "could accept it."
        ).format(**values)
    return _(
        "{criterion} of {option} is {hand} as judged by hand; actors who hold {views} of the "
        "influence could accept it."
    ).format(**values, hand=points(row.by_hand, 0))


def _calibration(row: CalibrationRow) -> str:
    return _(
        "“{word}” ({low}–{high}) was said of {stated} and came about in {happened} of them "
        "({share})."
    ).format(
        word=term(row.likelihood),
        low=percent(row.band.low, 0),
        high=percent(row.band.high, 0),
        stated=ngettext("{n} future", "{n} futures", row.stated).format(n=row.stated),
        happened=row.happened,
        share=percent(row.share, 0),
    )
