"""What is said of red team, unity, outcome and calibration."""

import datetime

import msgspec

from app.analysis.outcome import find_outcome
from app.analysis.policy.calibration import find_calibration
from app.analysis.policy.cohesion import find_cohesion
from app.analysis.policy.red_team import ready_to_be_final
from app.edits.decision import change_decision
from app.exchange.samples import read_sample
from app.wording import review
from db.model import Confidence, Dissent, Happened, Likelihood

SAMPLE = read_sample()


def test_what_the_red_team_owes_is_said():
    bare = change_decision(SAMPLE, strongest_case_against="", pre_mortem="")
    silent = msgspec.structs.replace(bare, dissents=(Dissent(id="d", name="Legal service"),))
    assert review.red_team_sentences(silent, ready_to_be_final(silent)) == (
        "Nobody has put the strongest case against the leading option yet.",
        "Nobody has told yet how the leading option might come to fail (pre-mortem).",
        "Legal service is named as dissenting, without a word of theirs.",
    )


def test_unity_is_said_of_the_option_asked_for_and_wherever_the_two_are_far_apart():
    views = find_cohesion(find_outcome(SAMPLE))
    said = review.cohesion_sentences(SAMPLE, views, "RE")
    assert said[0] == (
        "Unity among partners and neighbours is judged by hand; what the actors' views say stands "
        "beside it."
    )
    assert said[3] == (
        "Unity among partners and neighbours of Regional engagement without recognition is 48 as "
        "judged by hand; actors who hold 50% of the influence could accept it."
    )
    assert len(said) == 2 + sum(row.far for row in views)
    unjudged = [msgspec.structs.replace(SAMPLE, scores=())]
    (first, *_) = find_cohesion(find_outcome(unjudged[0]))
    assert "is not judged yet" in review.cohesion_sentences(SAMPLE, [first], first.option)[1]


def test_an_outcome_is_told_as_far_as_it_goes():
    assert review.outcome_sentences(SAMPLE) == ()
    told = change_decision(
        SAMPLE,
        taken="RE",
        taken_on=datetime.date(2025, 5, 2),
        taken_because="No votes for seats.",
        happened="Two meetings were held.",
    )
    assert review.outcome_sentences(told) == (
        "Regional engagement without recognition was decided on 2 May 2025.",
        "Reason given: No votes for seats.",
        "What happened: Two meetings were held.",
    )
    dated = change_decision(told, taken_on=None, happened_by=datetime.date(2026, 1, 1))
    assert review.outcome_sentences(dated)[0].endswith("was decided.")
    assert "by 1 January 2026: Two" in review.outcome_sentences(dated)[2]


def test_calibration_is_told_word_by_word_and_never_with_a_confidence():
    scenarios = tuple(
        msgspec.structs.replace(row, likelihood=Likelihood.LIKELY, happened=happened)
        for row, happened in zip(
            SAMPLE.scenarios, [Happened.YES, Happened.NO, Happened.YES], strict=False
        )
    )
    told = msgspec.structs.replace(SAMPLE, scenarios=(*scenarios, *SAMPLE.scenarios[3:]))
    said = review.calibration_sentences(find_calibration([told]))
    assert said[0] == (
        "“likely” (55%–80%) was said of 3 futures and came about in 2 of them (67%)."
    )
    assert said[1].startswith("Over 3 settled futures the Brier score is 0.22:")
    assert "add those of other decisions" in said[2]
    assert len(review.calibration_sentences(find_calibration([told] * 7))) == 2
    assert not any(word.value in sentence.split() for word in Confidence for sentence in said)
