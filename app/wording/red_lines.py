"""Obligations outside the weights, and who crosses them, as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.analysis.policy.red_lines import Breach, Finding, leaders_without
from db.model import Assessment, RedLine, RedLineTest

from .language import _, ngettext
from .lists import option_names, series
from .numbers import points, score
from .waivers import choice_phrase

if TYPE_CHECKING:
    from app.analysis.outcome import Outcome


def breach_term(breach: Breach) -> str:
    """How an option stands to a red line, in a word or two."""
    return {
        Breach.CLEAR: _("clear"),
        Breach.MAY_CROSS: _("may cross"),
        Breach.CROSSES_MAY_NOT: _("crosses (within its range it may not)"),
        Breach.CROSSES: _("crosses"),
        Breach.UNKNOWN: _("unknown"),
    }[breach]


def breach_sentence(assessment: Assessment, finding: Finding) -> str:
    """How an option stands to a red line, and in which scenario if not in the present case."""
    line = _line(assessment, finding.red_line)
    judged = line.test is RedLineTest.JUDGED
    texts = {
        Breach.CLEAR: _("{option} keeps the red line “{line}”{where}."),
        Breach.CROSSES: _("{option} crosses the red line “{line}”{where}."),
        Breach.CROSSES_MAY_NOT: _(
            "{option} crosses the red line “{line}”{where}; the range of its score reaches back "
            "to the safe side."
        ),
        Breach.MAY_CROSS: _("{option} may cross the red line “{line}”{where}."),
        Breach.UNKNOWN: _(
            "Whether {option} crosses the red line “{line}”{where} is unknown: the judgement is "
            "missing."
        )
        if judged
        else _(
            "Whether {option} crosses the red line “{line}”{where} is unknown: the score is "
            "missing."
        ),
    }
    where = ""
    if finding.scenario is not None:
        from .futures import scenario_name  # and NumPy, which a mark in a list does without

        where = " " + _("in “{scenario}”").format(
            scenario=scenario_name(assessment, finding.scenario)
        )
    return texts[finding.breach].format(
        option=assessment.option_by_id[finding.option].name, line=line.name, where=where
    )


def crossed_sentence(assessment: Assessment, findings: Sequence[Finding], line: RedLine) -> str:
    """Who does not clearly keep a red line, and how, now or in a scenario; or that nobody does."""
    crossed = series(_crossing(assessment, row) for row in findings if row.red_line == line.id)
    return f"{crossed}." if crossed else _("None of the options.")


def untried_sentence(line: RedLine) -> str:
    """That nothing can be said of a red line yet, and what it waits for."""
    if line.test is RedLineTest.JUDGED:
        return _("Nobody has judged yet who crosses the red line “{line}”.").format(line=line.name)
    return _("No score says yet who crosses the red line “{line}”.").format(line=line.name)


def line_sentence(assessment: Assessment, line: RedLine) -> str:
    """How a red line is tested, who set it and who may waive it."""
    said = [_test(assessment, line)]
    if line.set_by:
        said.append(_("Set by: {who}.").format(who=line.set_by))
    if line.holder is not None:
        holder = assessment.perspective_by_id[line.holder].name
        said.append(_("It is the line of {who}.").format(who=holder))
    said.append(
        _("May be waived by: {who}.").format(who=line.waivable_by)
        if line.waivable_by
        else _("Nobody may waive it.")
    )
    return " ".join(said)


def clear_sentence(assessment: Assessment, option: str) -> str:
    """That an option keeps every red line in the present case and in every scenario."""
    name = assessment.option_by_id[option].name
    if assessment.scenarios:
        return _(
            "{option} keeps every red line, in the present case and in every scenario."
        ).format(option=name)
    return _("{option} keeps every red line.").format(option=name)


def nobody_sentence(assessment: Assessment) -> str:
    """That no option crosses any of the red lines."""
    return ngettext(
        "No option crosses the red line.",
        "No option crosses any of the {count} red lines.",
        len(assessment.red_lines),
    ).format(count=len(assessment.red_lines))


def without_sentence(outcome: Outcome, crossing: frozenset[str]) -> str:
    """Who leads when the options that cross a red line are left out; empty when none crosses."""
    if not crossing:
        return ""
    assessment = outcome.assessment
    dropped = option_names(assessment, (o for o in outcome.ranked if o in crossing))
    best = leaders_without(outcome, crossing)
    if not best:
        return _("Every option that is ranked crosses a red line.")
    if best == outcome.leaders:
        return _("With or without {dropped}, {leader} leads.").format(
            dropped=dropped, leader=option_names(assessment, best)
        )
    return _("Without {dropped}, {leader} would lead, with {points}.").format(
        dropped=dropped,
        leader=option_names(assessment, best),
        points=points(outcome.total(best[0])),
    )


def flag(assessment: Assessment, findings: Sequence[Finding], option: str) -> str:
    """The mark that an option carries wherever it is named in a list; empty when it is clear.

    It says how the option stands to the red lines and, where somebody chose, on what ground the
    option is kept.
    """
    own = [row for row in findings if row.option == option]
    now = [row for row in own if row.scenario is None]
    mark = _mark(own)
    chosen = choice_phrase(assessment, [row for row in now if row.breach in _SERIOUS] or own)
    if not mark or not chosen:
        return mark
    return _("{crosses}, {chosen}").format(crosses=mark, chosen=chosen)


_SERIOUS = (Breach.CROSSES, Breach.CROSSES_MAY_NOT)


def _mark(findings: Sequence[Finding]) -> str:
    """How one option stands to the red lines, by what is found of it."""
    base = {f.breach for f in findings if f.scenario is None}
    if not base.isdisjoint(_SERIOUS):
        return _("crosses a red line")
    if Breach.MAY_CROSS in base:
        return _("may cross a red line")
    if Breach.UNKNOWN in base:
        return _("not judged at every red line")
    elsewhere = {f.scenario for f in findings if f.breach in _SERIOUS}
    if not elsewhere:
        return ""
    return ngettext(
        "crosses a red line in {count} scenario",
        "crosses a red line in {count} scenarios",
        len(elsewhere),
    ).format(count=len(elsewhere))


def _crossing(assessment: Assessment, finding: Finding) -> str:
    """An option that does not clearly keep a line: how, and on what ground it is kept."""
    name = assessment.option_by_id[finding.option].name
    breach = breach_term(finding.breach)
    chosen = choice_phrase(assessment, [finding])
    if chosen:
        breach = _("{crosses}, {chosen}").format(crosses=breach, chosen=chosen)
    if finding.scenario is None:
        return _("{option}: {breach}").format(option=name, breach=breach)
    from .futures import scenario_name  # and NumPy, which a mark in a list does without

    return _("in “{scenario}” {option}: {breach}").format(
        scenario=scenario_name(assessment, finding.scenario), option=name, breach=breach
    )


def _test(assessment: Assessment, line: RedLine) -> str:
    if line.test is RedLineTest.RECOGNITION_WITHOUT_BENCHMARK:
        return _(
            "Full recognition crosses it, and staged recognition may, while no benchmark is met."
        )
    if line.test is RedLineTest.JUDGED or line.criterion is None or line.threshold is None:
        return _judged(assessment, line)
    criterion = assessment.criterion_by_id[line.criterion].name
    below = line.test is RedLineTest.SCORE_BELOW
    text = (
        _("Crossed by a score below {number} on {criterion}.")
        if below
        else _("Crossed by a score above {number} on {criterion}.")
    )
    return text.format(number=score(line.threshold), criterion=criterion)


def _judged(assessment: Assessment, line: RedLine) -> str:
    """How many options were judged at a red line, and whether with reasons."""
    options = {row.id for row in assessment.options if not row.screened_out}
    rows = [r for r in assessment.red_line_judgements if r.red_line == line.id]
    rows = [row for row in rows if row.option in options]
    if not rows:
        return _("To be judged for each option; none is judged yet.")
    if len(rows) < len(options):
        text = _("Options judged so far: {count} of {total}.")
        return text.format(count=len(rows), total=len(options))
    if all(row.reason for row in rows):
        return _("Judged for each option, with the reason.")
    return _("Judged for each option.")


def _line(assessment: Assessment, red_line: str) -> RedLine:
    return next(row for row in assessment.red_lines if row.id == red_line)
