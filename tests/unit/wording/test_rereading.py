"""A minister is not to read yesterday's words beside today's ranking without anybody noticing."""

import msgspec
import pytest

from app.edits.decision import change_brief
from app.edits.scores import set_score
from app.wording.rereading import reread_sentences


def advising(case, text="Talk to them.", **fields):
    return change_brief(case, bottom_line=text, **fields)


def turned(case):
    """The case in which holding back leads."""
    for criterion in ("peace", "borders", "aid"):
        case = set_score(case, "me", "talk", criterion, 5.0)
    return case


def reread(now, then):
    return reread_sentences(now, {"bottom_line": then})


def test_words_written_when_another_option_led_are_named_with_both(case):
    then = advising(case, "Act at once.")
    (said,) = reread(turned(then), then)
    assert said.startswith("The bottom line was written when the brief advised: Talk.")
    assert "It now advises: Hold back." in said


def test_words_written_in_the_ranking_of_today_are_left_alone(case):
    then = advising(case, "Rather than Hold back, do something.")
    assert reread(set_score(then, "me", "talk", "aid", 81.0), then) == ()


def test_what_is_meant_so_is_said_by_choosing_the_option(case):
    then = advising(case)
    assert reread(turned(change_brief(then, recommended="talk")), then) == ()


def test_another_choice_of_the_option_advised_is_noticed_without_a_change_of_the_ranking(case):
    then = advising(case)
    (said,) = reread(change_brief(then, recommended="hold"), then)
    assert "It now advises: Hold back." in said


@pytest.mark.parametrize(
    ("text", "noticed"),
    [
        ("We should HOLD  BACK for now.", True),
        ("Hold back? No: talk.", False),
        ("Withhold backing.", False),
        ("Act at once.", False),
    ],
)
def test_where_nobody_knows_when_words_were_written_the_names_in_them_count(case, text, noticed):
    said = reread(advising(case, text), None)
    assert bool(said) is noticed
    if said:
        assert "names Hold back, but the brief advises: Talk." in said[0]


def test_the_recommendation_is_looked_at_too(case):
    then = change_brief(case, recommendation="Talk.")
    (said,) = reread_sentences(turned(then), {"recommendation": then, "bottom_line": then})
    assert said.startswith("The recommendation was written when")


def test_nothing_is_said_without_a_ranking_or_without_words(case):
    then = advising(case)
    unranked = msgspec.structs.replace(then, scores=(), weights=(), criteria=())
    assert reread(unranked, then) == ()
    assert reread(turned(case), case) == ()
