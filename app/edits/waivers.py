"""Edits of the choice to keep an option in the ranking although it crosses a red line."""

import datetime

from db.model import Assessment, Ground, RedLine, RedLineWaiver

from . import records, relations, texts
from .refusal import EditRefused


def waive(
    assessment: Assessment,
    red_line: str,
    option: str,
    by: str,
    reason: str,
    on: datetime.date | None = None,
) -> Assessment:
    """Record that somebody waived a red line for one option, and why.

    Raises `EditRefused` for a line that nobody may waive, for an option that is screened out, and
    where nobody or no reason is named.
    """
    line = _line(assessment, red_line, option)
    if not line.waivable_by:
        raise EditRefused(
            "Nobody may waive “{line}”. Screen the option out, keep it for comparison only, or say "
            "at the red line who may waive it.",
            line=line.name,
        )
    if not texts.line(by):
        raise EditRefused("Say who waived “{line}”.", line=line.name)
    if not texts.prose(reason):
        raise EditRefused(
            "Say why “{line}” is waived; the brief prints the reason.", line=line.name
        )
    row = RedLineWaiver(
        red_line=red_line,
        option=option,
        ground=Ground.WAIVED,
        decided_by=by,
        decided_on=on,
        reason=reason,
    )
    return relations.state(assessment, "red_line_waivers", row)


def keep_for_comparison(
    assessment: Assessment, red_line: str, option: str, reason: str = ""
) -> Assessment:
    """Keep an option in the ranking to be compared with, and not to be advised.

    Raises `EditRefused` for an option that is screened out.
    """
    _line(assessment, red_line, option)
    row = RedLineWaiver(red_line=red_line, option=option, ground=Ground.COMPARISON, reason=reason)
    return relations.state(assessment, "red_line_waivers", row)


def take_back(assessment: Assessment, red_line: str, option: str) -> Assessment:
    """Choose nothing about an option at a red line any more."""
    return relations.withdraw(assessment, "red_line_waivers", (red_line, option))


def refuse_lost_waivers(assessment: Assessment, line: RedLine) -> None:
    """Raise `EditRefused` where nobody may waive a red line that is waived for an option."""
    if line.waivable_by:
        return
    for row in assessment.red_line_waivers:
        if row.red_line == line.id and row.ground is Ground.WAIVED:
            raise EditRefused(
                "“{line}” is waived for “{option}”. Take that back first.",
                line=line.name,
                option=assessment.option_by_id[row.option].name,
            )


def _line(assessment: Assessment, red_line: str, option: str) -> RedLine:
    """The red line, once the option is found to be in the ranking."""
    line: RedLine = records.find(assessment, "red_lines", red_line)
    chosen = records.find(assessment, "options", option)
    if chosen.screened_out:
        raise EditRefused(
            "“{option}” is screened out. Take it back among the options first.", option=chosen.name
        )
    return line
