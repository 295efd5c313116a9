"""What was chosen about options that cross a red line, as sentences."""

from collections.abc import Iterable

from app.analysis.policy.red_lines import Finding
from app.analysis.policy.waivers import Choice, choice_about, choice_at, waiver_of
from db.model import Assessment, Ground, RedLine, RedLineWaiver

from .dates import long_date
from .language import _
from .lists import listed


def choice_phrase(assessment: Assessment, findings: Iterable[Finding]) -> str:
    """What was chosen about the breaches of one option, in a word or two; empty for nothing."""
    found = tuple(findings)
    choice = choice_about(assessment, found)
    if choice is Choice.COMPARISON:
        return _("for comparison only")
    if choice is not Choice.WAIVED:
        return ""
    rows = (waiver_of(assessment, row.red_line, row.option) for row in found)
    names = dict.fromkeys(row.decided_by for row in rows if row is not None and row.decided_by)
    return _("waived by {who}").format(who=listed(list(names)))


def choice_sentence(assessment: Assessment, row: RedLineWaiver) -> str:
    """Who waived a line for an option, or that the option is kept for comparison; not why.

    Empty for a waiver that counts for nothing, since nobody may waive the line any more.
    """
    line = _line(assessment, row.red_line)
    values = {"option": assessment.option_by_id[row.option].name, "line": line.name}
    if row.ground is Ground.COMPARISON:
        return _(
            "{option} is kept at the red line “{line}” for comparison only; it is not to be "
            "advised."
        ).format(**values)
    if choice_at(assessment, row.red_line, row.option) is not Choice.WAIVED:
        return ""
    values["who"] = row.decided_by
    if row.decided_on is None:
        text = _("The red line “{line}” is waived for {option} by {who}.").format(**values)
    else:
        text = _("The red line “{line}” is waived for {option} by {who}, on {date}.").format(
            **values, date=long_date(row.decided_on)
        )
    if line.waivable_by.casefold() == row.decided_by.casefold():
        return text
    doubt = _("The line itself names {who} as who may waive it.").format(who=line.waivable_by)
    return f"{text} {doubt}"


def choice_sentences(assessment: Assessment, findings: Iterable[Finding]) -> tuple[str, ...]:
    """Every choice that bears on one of the breaches, each with the reason given for it."""
    reached = {(row.red_line, row.option) for row in findings}
    said = []
    for row in assessment.red_line_waivers:
        text = choice_sentence(assessment, row) if (row.red_line, row.option) in reached else ""
        if text and row.reason:
            text = " ".join((text, _("Reason given: {text}").format(text=row.reason)))
        said.append(text)
    return tuple(filter(None, said))


def undecided_sentence(assessment: Assessment, finding: Finding) -> str:
    """That nothing is chosen yet about an option that crosses a line, and what can be."""
    line = _line(assessment, finding.red_line)
    text = (
        _(
            "Nothing is chosen yet about {option}, which crosses the red line “{line}”: screen it "
            "out, keep it for comparison only, or record that {who} waives the line."
        )
        if line.waivable_by
        else _(
            "Nothing is chosen yet about {option}, which crosses the red line “{line}”: screen it "
            "out or keep it for comparison only. Nobody may waive the line."
        )
    )
    option = assessment.option_by_id[finding.option].name
    return text.format(option=option, line=line.name, who=line.waivable_by)


def advised_sentence(assessment: Assessment, red_line: str, option: str) -> str:
    """That the option advised crosses a line which nobody has waived, and what to do."""
    line = _line(assessment, red_line)
    text = (
        _(
            "The option advised, {option}, crosses the red line “{line}” without a waiver. Advise "
            "another option, or record that {who} waives the line."
        )
        if line.waivable_by
        else _(
            "The option advised, {option}, crosses the red line “{line}”, which nobody may waive. "
            "Advise another option, or change the line."
        )
    )
    name = assessment.option_by_id[option].name
    return text.format(option=name, line=line.name, who=line.waivable_by)


def _line(assessment: Assessment, red_line: str) -> RedLine:
    return next(row for row in assessment.red_lines if row.id == red_line)
