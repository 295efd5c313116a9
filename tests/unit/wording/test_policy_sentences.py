"""Sentences of the policy layer say what the data say, and the opposite when it is turned."""

import dataclasses
import datetime
import re

import msgspec
import numpy as np
import pytest

from app.analysis.outcome import find_outcome
from app.analysis.policy.actors import CommonPosition, find_actors
from app.analysis.policy.findings import find_policy
from app.analysis.policy.red_lines import Breach, Finding
from app.analysis.policy.vulnerabilities import find_vulnerabilities
from app.exchange.samples import read_sample
from app.wording import actors, conditions, coverage, futures, policy, red_lines
from app.wording.lists import listed
from db.model import (
    Assumption,
    AssumptionBreak,
    Crossing,
    Elicitation,
    Holds,
    Likelihood,
    Met,
    OptionAssumption,
    RedLine,
    RedLineJudgement,
    Reliability,
    Signpost,
)
from db.model.rows import canonical

SAMPLE = read_sample()
LIKELIHOOD = re.compile(
    r"\b(un)?likely\b|\bprobabl\w*|\bimprobabl\w*|\bchances?\b|\bodds\b|\bcertain(ly)?\b|\bremote\b",
    re.IGNORECASE,
)


def change(assessment, table, chosen, **fields):
    """The assessment with fields of the chosen rows of a table changed."""
    rows = tuple(
        msgspec.structs.replace(row, **fields) if chosen(row) else row
        for row in getattr(assessment, table)
    )
    return canonical(msgspec.structs.replace(assessment, **{table: rows}))


def everything(assessment, option="CM"):
    """Every sentence that the policy layer says of an assessment."""
    outcome = find_outcome(assessment)
    found = find_policy(assessment, outcome)
    return (
        *policy.actor_sentences(assessment, found, option),
        *policy.scenario_sentences(assessment, found, option),
        *policy.vulnerability_sentences(assessment),
        *policy.condition_sentences(assessment, found),
        *policy.red_line_sentences(assessment, found, outcome),
        *policy.coverage_sentences(assessment, found, outcome, option),
    )


@pytest.mark.parametrize("option", ["CM", "NR", "UR", "HP"])
def test_sentences_are_whole_and_use_no_word_of_likelihood(option):
    said = everything(SAMPLE, option)
    assert len(said) > 25
    for sentence in said:
        assert sentence.endswith(".")
        assert sentence[0].isupper() or sentence[0].isdigit()
        assert "  " not in sentence
        assert "{" not in sentence
        assert not LIKELIHOOD.search(sentence), sentence
        assert "confidence" not in sentence


def test_likelihoods_of_scenarios_never_share_a_sentence_with_confidence():
    stated = change(SAMPLE, "scenarios", lambda r: r.id, likelihood=Likelihood.UNLIKELY)
    said = everything(stated)
    (expected,) = (sentence for sentence in said if "mean value" in sentence)
    assert "Conditional membership has the greatest mean value, 51.3" in expected
    assert not any("confidence" in sentence for sentence in said)


def test_lists_are_joined_as_people_say_them():
    assert [listed(names) for names in ((), ("A",), ("A", "B"), ("A", "B", "C"))] == [
        "",
        "A",
        "A and B",
        "A, B and C",
    ]


def test_an_option_that_some_refuse_names_both_sides_and_what_would_bring_them_in():
    found = find_policy(SAMPLE, find_outcome(SAMPLE))
    said = policy.actor_sentences(SAMPLE, found, "RE")
    (acceptance,) = (sentence for sentence in said if "is acceptable to" in sentence)
    assert acceptance == (
        "Regional engagement without recognition is acceptable to Russia; China; Neighbours "
        "(Pakistan, Iran, Central Asia); not to United States and EU; Afghan rights activists, "
        "women above all; UN agencies in the country."
    )
    lacking = [sentence for sentence in said if " lacks " in sentence]
    assert len(lacking) == 3
    assert lacking[0].startswith(
        "Regional engagement without recognition lacks 1.1 points of value to be acceptable to "
        "United States and EU"
    )
    unloved = policy.actor_sentences(SAMPLE, found, "SP")
    assert "Tightened pressure is acceptable to none of the 6 actors." in unloved


def test_weights_are_called_assumed_only_where_they_are():
    found = find_policy(SAMPLE, None)
    assert actors.assumed_weights_sentence(SAMPLE, found.actors).startswith("The actors' weights")
    one = change(SAMPLE, "perspectives", lambda r: r.id != "china", elicitation=Elicitation.SWING)
    table = find_policy(one, None).actors
    assert actors.assumed_weights_sentence(one, table).startswith("The weights of China are")
    none = change(SAMPLE, "perspectives", lambda r: r.id, elicitation=Elicitation.SWING)
    assert actors.assumed_weights_sentence(none, find_policy(none, None).actors) == ""


def test_regret_follows_the_scores():
    worse = change(SAMPLE, "scores", lambda r: r.option == "CM", low=None, likely=0.0, high=None)
    worse = msgspec.structs.replace(worse, score_changes=())
    said = " ".join(everything(worse))
    assert "Regional engagement without recognition has no regret" in said
    assert "Conditional membership leads in none of the 6 scenarios." in said
    assert "Conditional membership is at worst 47.5 below the best" in said


def test_an_option_that_is_best_in_every_scenario_has_no_regret():
    matter = find_policy(SAMPLE, find_outcome(SAMPLE))
    table = dataclasses.replace(
        matter.scenarios, worst_regret=np.zeros(len(matter.scenarios.options))
    )

    said = futures.regret_sentence(SAMPLE, table)

    assert "the best in every scenario" in said
    assert "0.0 below" not in said


@pytest.mark.parametrize(
    ("rating", "words"),
    [
        (Holds.HOLDS, "rests on 3 conditions: all hold."),
        (Holds.FAILS, "rests on 3 conditions: all fail."),
        (Holds.UNKNOWN, "rests on 3 conditions: 3 are unknown."),
    ],
)
def test_the_case_for_an_option_follows_its_ratings(rating, words):
    turned = change(SAMPLE, "conditions", lambda r: r.mechanism == "isolation", rating=rating)
    found = find_policy(turned, None)
    case = next(c for c in found.cases if (c.option, c.mechanism) == ("NR", "isolation"))
    assert conditions.case_sentence(turned, case).endswith(words)


def test_a_mechanism_without_conditions_says_so():
    bare = msgspec.structs.replace(SAMPLE, conditions=(), condition_exemptions=())
    (case,) = (c for c in find_policy(bare, None).cases if c.option == "CM")
    assert conditions.case_sentence(bare, case).endswith("names no condition yet.")


def test_benchmarks_are_counted_as_they_stand():
    met = change(SAMPLE, "benchmarks", lambda r: r.id == "un-law", status=Met.MET)
    assert "1 is met, 2 are not met and 3 are unknown" in conditions.benchmark_sentence(met, "CM")
    assert conditions.benchmark_sentence(met, "NR") == ""


def test_overdue_reviews_are_named_with_their_day():
    late = change(
        SAMPLE, "benchmarks", lambda r: r.id == "un-law", review_on=datetime.date(2026, 2, 1)
    )
    row = next(row for row in late.benchmarks if row.id == "un-law")
    assert conditions.overdue_sentence([row]) == (
        "A review of a benchmark is overdue: “Progress in the rule of law kept” on 1 February 2026."
    )
    assert conditions.overdue_sentence([]) == ""


@pytest.mark.parametrize("breach", list(Breach))
@pytest.mark.parametrize("scenario", [None, "returns"])
def test_every_breach_has_its_sentence(breach, scenario):
    sentence = red_lines.breach_sentence(SAMPLE, Finding("no-burden", "NR", scenario, breach))
    assert "“No measure whose burden falls on civilians' basic needs”" in sentence
    assert ("in “Mass returns”" in sentence) == (scenario is not None)
    assert red_lines.breach_term(breach)


def test_a_line_says_its_test_who_set_it_and_who_may_waive_it():
    burden = next(row for row in SAMPLE.red_lines if row.id == "no-burden")
    assert red_lines.line_sentence(SAMPLE, burden) == (
        "Crossed by a score below 15 on Needs and protection. Set by: The minister. May be waived "
        "by: The minister."
    )
    theirs = RedLine(id="x", name="Theirs", holder="russia")
    assert red_lines.line_sentence(SAMPLE, theirs) == (
        "To be judged for each option; none is judged yet. It is the line of Russia. Nobody may "
        "waive it."
    )


def test_a_line_that_is_judged_says_of_how_many_options_and_whether_with_reasons():
    line = RedLine(id="x", name="Theirs")
    options = [row.id for row in SAMPLE.options if not row.screened_out]

    def said(judged, reason=""):
        rows = tuple(
            RedLineJudgement(red_line="x", option=key, verdict=Crossing.CLEAR, reason=reason)
            for key in judged
        )
        case = msgspec.structs.replace(SAMPLE, red_lines=(line,), red_line_judgements=rows)
        return red_lines.line_sentence(case, line)

    assert said(options[:2]).startswith(f"Options judged so far: 2 of {len(options)}.")
    assert said(options).startswith("Judged for each option. ")
    assert said(options, "As it is.").startswith("Judged for each option, with the reason.")


def test_an_order_in_which_all_options_are_level_gives_no_answer():
    level = CommonPosition(
        options=("BR", "CM"),
        least=np.array([0.2, 0.4]),
        nash=np.array([0.1, 0.2]),
        rank_sums=np.array([3.0, 3.0]),
    )
    said = " ".join(actors.common_sentences(SAMPLE, level))
    assert "By the sum of ranks (Borda) all options are level, which gives no answer." in said
    assert "it would be" not in said


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1.0, "in the same order."),
        (0.8, "in much the same order (Kendall's W 0.80 of 1)."),
        (0.4, "agree in part"),
        (0.2, "agree little"),
        (0.0, "have nothing in common (Kendall's W 0.00 of 1)."),
    ],
)
def test_how_far_actors_agree_is_said_in_words(number, words):
    table = find_actors(SAMPLE)
    assert words in actors.agreement_sentence(dataclasses.replace(table, concordance=number))


def test_options_are_flagged_for_the_worst_that_they_do():
    found = find_policy(SAMPLE, find_outcome(SAMPLE)).breaches
    flags = {
        option: red_lines.flag(SAMPLE, found, option) for option in ("CM", "NR", "SP", "BR", "UR")
    }
    assert flags == {
        "CM": "",
        "NR": "crosses a red line in 1 scenario",
        "SP": "crosses a red line, for comparison only",
        "BR": "may cross a red line",
        "UR": "crosses a red line, for comparison only",
    }
    without = msgspec.structs.replace(SAMPLE, red_line_waivers=())
    assert red_lines.flag(without, found, "UR") == "crosses a red line"


def test_a_leader_that_crosses_a_line_is_not_the_leader_without_it():
    outcome = find_outcome(SAMPLE)
    assert red_lines.without_sentence(outcome, frozenset({"CM"})) == (
        "Without Conditional membership, Regional engagement without recognition would lead, "
        "with 47.5."
    )
    assert red_lines.without_sentence(outcome, frozenset()) == ""
    every = frozenset(outcome.problem.options)
    assert red_lines.without_sentence(outcome, every).startswith("Every option")


def test_where_nobody_crosses_it_is_said():
    calm = msgspec.structs.replace(
        SAMPLE, red_lines=tuple(r for r in SAMPLE.red_lines if r.id == "no-return")
    )
    found = find_policy(calm, find_outcome(calm))
    assert policy.red_line_sentences(calm, found, None) == ("No option crosses the red line.",)


@pytest.mark.parametrize(
    ("share", "begins"),
    [
        (1.0, "Every point"),
        (0.0, "Conditional membership’s lead over Regional"),
        (0.5, "50% of the points"),
    ],
)
def test_all_and_none_are_said_as_such(share, begins):
    assert coverage.lead_sentence(SAMPLE, "CM", "RE", share).startswith(begins)


def test_weak_scores_follow_the_grade_of_their_source():
    better = change(SAMPLE, "sources", lambda r: r.id == "MJPS", reliability=Reliability.B)
    found = find_policy(better, None).coverage
    assert coverage.weak_sentence(better, found) == ""


def test_a_broken_assumption_makes_a_statement_of_vulnerability():
    rested = msgspec.structs.replace(
        SAMPLE,
        assumptions=(Assumption(id="united", name="Partners stay united"),),
        option_assumptions=(OptionAssumption(option="NR", assumption="united"),),
        assumption_breaks=(AssumptionBreak(scenario="ranks-break", assumption="united"),),
    )
    assert [(v.option, v.scenario) for v in find_vulnerabilities(rested)] == [("NR", "ranks-break")]
    assert policy.vulnerability_sentences(rested) == (
        (
            "Non-recognition, minimal engagement fails where “Ranks break” comes about: it rests "
            "on the assumption “Partners stay united”."
        ),
    )
    assert policy.vulnerability_sentences(rested, "CM") == ()
    unbroken = msgspec.structs.replace(rested, assumption_breaks=())
    assert policy.vulnerability_sentences(unbroken) == ()


def test_a_signpost_says_what_to_watch_and_when_to_reopen():
    row = Signpost(
        id="s",
        name="A state sends an ambassador",
        scenario="ranks-break",
        reopen_if="two states recognise the authorities",
        review_on=datetime.date(2026, 6, 1),
    )
    assert futures.signpost_sentence(SAMPLE, row) == (
        "Watch for: A state sends an ambassador. It would point to “Ranks break”. Reopens the "
        "decision: two states recognise the authorities. To be reviewed on 1 June 2026."
    )


def test_past_cases_of_a_mechanism_are_named_beside_what_it_needs():
    assert conditions.precedents_sentence(SAMPLE, "isolation").startswith(
        "Past cases that relied on “Coercion by isolation”: South Africa under apartheid; Chile"
    )
    assert conditions.precedents_sentence(SAMPLE, "protection") == ""
