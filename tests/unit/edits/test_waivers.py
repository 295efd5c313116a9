"""Edits of the choice to keep an option at a red line that it crosses."""

import datetime

import pytest

from app.edits import EditRefused, options, records, red_lines, waivers
from db.model import Ground
from tests.unit.edits.policy_case import policy_case

DAY = datetime.date(2026, 3, 1)


@pytest.fixture
def case():
    return red_lines.change_red_line(policy_case(), "harm", waivable_by="Cabinet")


def test_a_waiver_is_kept_with_who_gave_it_when_and_why(case):
    waived = waivers.waive(case, "harm", "talk", " Cabinet ", "It saves more. ", DAY)
    (row,) = waived.red_line_waivers
    assert (row.ground, row.decided_by, row.decided_on, row.reason) == (
        Ground.WAIVED,
        "Cabinet",
        DAY,
        "It saves more.",
    )
    assert waivers.take_back(waived, "harm", "talk") == case


def test_the_other_choice_takes_the_place_of_the_one_before(case):
    waived = waivers.waive(case, "harm", "talk", "Cabinet", "It saves more.")
    kept = waivers.keep_for_comparison(waived, "harm", "talk", "To show its price.")
    (row,) = kept.red_line_waivers
    assert (row.ground, row.decided_by) == (Ground.COMPARISON, "")


def test_a_line_that_nobody_may_waive_is_not_waived_but_can_be_compared_with():
    strict = policy_case()
    with pytest.raises(EditRefused, match="Nobody may waive .* Screen the option out"):
        waivers.waive(strict, "harm", "talk", "Cabinet", "It saves more.")
    assert waivers.keep_for_comparison(strict, "harm", "talk").red_line_waivers


@pytest.mark.parametrize(("by", "reason"), [(" ", "It saves more."), ("Cabinet", "\u200b ")])
def test_a_waiver_names_somebody_and_a_reason(case, by, reason):
    with pytest.raises(EditRefused, match="^Say "):
        waivers.waive(case, "harm", "talk", by, reason)


def test_an_option_that_is_screened_out_is_not_kept(case):
    out = options.screen_out(case, "talk", "It harms.")
    with pytest.raises(EditRefused, match="is screened out"):
        waivers.waive(out, "harm", "talk", "Cabinet", "It saves more.")
    with pytest.raises(EditRefused, match="is screened out"):
        waivers.keep_for_comparison(out, "harm", "talk")


def test_a_waived_line_keeps_somebody_who_may_waive_it(case):
    waived = waivers.waive(case, "harm", "talk", "Cabinet", "It saves more.")
    with pytest.raises(EditRefused, match="is waived for"):
        red_lines.change_red_line(waived, "harm", waivable_by=" ")
    other = red_lines.change_red_line(waived, "harm", waivable_by="Parliament")
    assert other.red_line_waivers == waived.red_line_waivers
    compared = waivers.keep_for_comparison(case, "harm", "talk")
    assert not red_lines.change_red_line(compared, "harm", waivable_by="").red_lines[0].waivable_by


def test_what_is_gone_takes_its_choices_along(case):
    waived = waivers.waive(case, "harm", "talk", "Cabinet", "It saves more.")
    assert records.remove(waived, "red_lines", "harm").red_line_waivers == ()
