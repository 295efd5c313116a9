"""Conditions held against past cases, and the choices at red lines."""

import datetime

import msgspec
import pytest

from app.analysis.outcome import find_outcome
from app.analysis.policy.conditions import cases_of_all, find_cases
from app.analysis.policy.findings import find_policy
from app.analysis.policy.precedents import Standing, compare_cases, stand_against
from app.analysis.policy.red_lines import find_breaches
from app.analysis.policy.red_team import Lack, ready_to_be_final
from app.analysis.policy.waivers import Choice, choice_about, choice_at, undecided, unwaived
from app.edits import decision, mechanisms, precedents, records, red_lines, waivers
from app.exchange.samples import read_sample
from app.wording import policy
from app.wording import precedents as words
from app.wording import waivers as choice_words
from db.model import Holds, PrecedentCondition

SAMPLE = read_sample()


def comparison(assessment, option, mechanism):
    found = compare_cases(assessment, find_cases(assessment, option))
    return next(row for row in found if row.mechanism == mechanism)


def test_each_condition_stands_beside_what_is_stated_of_every_past_case():
    found = comparison(SAMPLE, "NR", "isolation")
    assert [row.id for row in found.precedents] == [
        "south-africa",
        "chile-yugoslavia",
        "taliban-first",
    ]
    ratings = {
        before.condition.id: [None if row is None else row.rating for _, row in before.cases]
        for before in found.conditions
    }
    assert ratings == {
        "iso-agreement": [Holds.PARTLY, None, Holds.UNKNOWN],
        "iso-image": [None, None, None],
        "iso-society": [Holds.PARTLY, None, None],
    }
    assert found.stated
    assert not comparison(SAMPLE, "NR", "legitimacy").stated


def test_mechanisms_that_nobody_tried_before_compare_nothing():
    assert {row.mechanism for row in compare_cases(SAMPLE, cases_of_all(SAMPLE))} == {
        "isolation",
        "legitimacy",
        "socialisation",
    }
    bare = msgspec.structs.replace(SAMPLE, precedents=(), precedent_conditions=())
    assert compare_cases(bare, cases_of_all(bare)) == ()


def test_a_condition_from_which_the_option_is_exempt_is_not_compared():
    exempt = mechanisms.exempt(SAMPLE, "NR", "iso-society")
    found = comparison(exempt, "NR", "isolation")
    assert [row.condition.id for row in found.conditions] == ["iso-agreement", "iso-image"]
    assert len(comparison(exempt, "SP", "isolation").conditions) == 3


def test_what_is_stated_under_another_mechanism_does_not_count():
    moved = records.change(SAMPLE, "precedents", "south-africa", mechanism="socialisation")
    found = comparison(moved, "CM", "socialisation")
    assert [row.id for row in found.precedents] == ["south-africa", "china-1971"]
    assert found.conditions[0].stated == 0
    assert found.conditions[1].stated == 1


@pytest.mark.parametrize(
    ("here", "there", "standing"),
    [
        (Holds.FAILS, Holds.HOLDS, Standing.WORSE),
        (Holds.PARTLY, Holds.PARTLY, Standing.ALIKE),
        (Holds.HOLDS, Holds.PARTLY, Standing.BETTER),
        (Holds.UNKNOWN, Holds.HOLDS, Standing.UNTOLD),
        (Holds.HOLDS, Holds.UNKNOWN, Standing.UNTOLD),
        (Holds.HOLDS, None, Standing.UNTOLD),
    ],
)
def test_a_condition_stands_better_or_worse_than_before(here, there, standing):
    condition = msgspec.structs.replace(SAMPLE.conditions[0], rating=here)
    row = None
    if there is not None:
        row = PrecedentCondition(precedent="x", condition=condition.id, rating=there)
    assert stand_against(condition, row) is standing


def test_the_sentence_counts_past_cases_and_turns_with_them():
    found = comparison(SAMPLE, "NR", "isolation")
    said = words.comparison_sentences(SAMPLE, [found, comparison(SAMPLE, "SP", "isolation")])
    assert len(said) == 2  # two options rest on the same conditions, which are told once
    assert said[0] == (
        "In 3 precedents of “Coercion by isolation” the condition “The states that matter share "
        "one idea of rights and of their weight, and keep to it” partly held in 1 (South Africa "
        "under apartheid), is unknown for 1 (The Taliban's first rule) and is not stated for 1; "
        "here it partly holds."
    )
    assert said[1] == (
        "In 3 precedents of “Coercion by isolation” the condition “Society can press the rulers "
        "from within” partly held in 1 (South Africa under apartheid) and is not stated for 2; "
        "here it fails."
    )
    turned = SAMPLE
    for key in ("south-africa", "chile-yugoslavia"):
        turned = precedents.rate_condition(turned, key, "iso-society", Holds.HOLDS)
    turned = mechanisms.change_condition(turned, "iso-society", rating=Holds.HOLDS)
    said = words.comparison_sentences(turned, [comparison(turned, "NR", "isolation")])
    assert said[1].endswith(
        "held in 2 (South Africa under apartheid; Chile, Yugoslavia) and is not stated for 1; "
        "here it holds."
    )


def test_where_nothing_is_stated_the_past_cases_are_only_named():
    findings = find_policy(SAMPLE, find_outcome(SAMPLE))
    said = policy.condition_sentences(SAMPLE, findings)
    assert any(s.startswith("Past cases that relied on “Legitimacy withheld”") for s in said)
    assert not any(s.startswith("Past cases that relied on “Coercion by isol") for s in said)
    assert "What came of Chile, Yugoslavia: Counted as successes, for which RA25 gives no" in (
        " ".join(said)
    )


# --- choices at red lines


def test_the_choice_is_the_one_that_counts():
    line = "no-free-recognition"
    assert choice_at(SAMPLE, line, "UR") is Choice.COMPARISON
    assert choice_at(SAMPLE, line, "BR") is Choice.OPEN
    waived = waivers.waive(SAMPLE, line, "UR", "Cabinet", "Peace first.")
    assert choice_at(waived, line, "UR") is Choice.WAIVED
    lines = tuple(msgspec.structs.replace(row, waivable_by="") for row in waived.red_lines)
    void = msgspec.structs.replace(waived, red_lines=lines)
    assert choice_at(void, line, "UR") is Choice.OPEN
    (row,) = (x for x in void.red_line_waivers if x.option == "UR")
    assert choice_words.choice_sentence(void, row) == ""


def test_of_several_lines_the_gravest_choice_speaks():
    crossing = red_lines.change_red_line(SAMPLE, "no-burden", threshold=45.0)  # human of UR is 40
    found = [row for row in find_breaches(crossing) if (row.option, row.scenario) == ("UR", None)]
    assert {row.red_line for row in found} == {"no-free-recognition", "no-burden"}
    assert choice_about(crossing, found) is Choice.OPEN
    waived = waivers.waive(crossing, "no-burden", "UR", "The minister", "It is short.")
    assert choice_about(waived, found) is Choice.COMPARISON
    both = waivers.waive(waived, "no-free-recognition", "UR", "Cabinet", "Peace first.")
    assert choice_about(both, found) is Choice.WAIVED
    assert choice_words.choice_phrase(both, found) == "waived by Cabinet and The minister"
    assert choice_about(both, ()) is None


def test_what_nobody_chose_yet_is_told_with_the_ways_out():
    bare = msgspec.structs.replace(SAMPLE, red_line_waivers=())
    found = undecided(bare, find_breaches(bare))
    assert {(row.red_line, row.option) for row in found} == {
        ("no-free-recognition", "UR"),
        ("no-burden", "SP"),
    }
    assert undecided(SAMPLE, find_breaches(SAMPLE)) == ()
    said = choice_words.undecided_sentence(bare, found[0])
    assert said.endswith("or record that Cabinet waives the line.")
    strict = red_lines.change_red_line(bare, "no-free-recognition", waivable_by="")
    assert choice_words.undecided_sentence(strict, found[0]).endswith("Nobody may waive the line.")


def test_a_waiver_by_somebody_else_than_the_line_names_is_told_so():
    waived = waivers.waive(
        SAMPLE, "no-free-recognition", "UR", "The desk", "Peace.", datetime.date(2026, 3, 1)
    )
    (said,) = (
        s for s in choice_words.choice_sentences(waived, find_breaches(waived)) if "is waived" in s
    )
    assert "by The desk, on 1 March 2026. The line itself names Cabinet as who may waive" in said
    assert said.endswith("Reason given: Peace.")


def test_advice_that_crosses_a_line_is_final_only_with_a_waiver():
    advised = decision.change_brief(SAMPLE, recommended="UR")
    (missing,) = ready_to_be_final(advised)
    assert (missing.lack, missing.about, missing.option) == (
        Lack.CROSSING,
        "no-free-recognition",
        "UR",
    )
    assert missing.blocks
    assert unwaived(advised, "CM") == ()
    waived = waivers.waive(advised, "no-free-recognition", "UR", "Cabinet", "Peace first.")
    assert ready_to_be_final(waived) == ()
    assert not unwaived(decision.change_brief(SAMPLE, recommended="BR"), "BR")  # it only may cross


def test_without_a_recommendation_the_leader_is_the_one_advised():
    led = red_lines.change_red_line(SAMPLE, "no-burden", threshold=60.0)  # human of CM is 52
    led = decision.change_brief(led, recommended=None)
    assert [(row.lack, row.option) for row in ready_to_be_final(led)] == [(Lack.CROSSING, "CM")]
