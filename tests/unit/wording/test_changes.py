"""The change ledger: one true sentence for each thing that two states do not share."""

import datetime

import msgspec
import pytest
from hypothesis import given

from app.analysis.outcome import find_outcome
from app.edits.criteria import remove_criterion
from app.edits.decision import change_decision
from app.edits.options import add_option, move_option, remove_option, rename_option, screen_out
from app.edits.scores import annotate_score, clear_scores, set_score
from app.edits.weights import set_swing, set_swings
from app.exchange.samples import read_sample
from app.wording import speaking
from app.wording.changes import change_sentences, effect_sentences, standing_sentence
from app.wording.changes.nouns import column_noun, table_noun
from app.wording.changes.rows import changed_rows
from app.wording.changes.values import quoted
from db.model import Confidence
from db.model.tables import tables
from tests.strategies import assessments


def only(before, after):
    (sentence,) = change_sentences(before, after)
    return sentence


def test_nothing_is_said_of_equal_states(case):
    assert change_sentences(case, case) == ()


def test_a_score_is_told_with_its_range(case):
    after = set_score(case, "me", "hold", "borders", 70, 50, 90)

    assert only(case, after) == "Borders of Hold back: 60 (50–70) → 70 (50–90)."


def test_a_score_that_comes_and_one_that_goes(case):
    gone = clear_scores(case, "me", [("hold", "peace")])

    assert "Peace of Hold back: " in only(case, gone)
    assert "20" in only(case, gone)
    assert "20" in only(gone, case)


def test_what_is_said_about_a_score_is_told_with_it(case):
    after = annotate_score(case, "me", "hold", "peace", rationale="x" * 200)
    after = annotate_score(after, "me", "hold", "peace", confidence=Confidence.LOW)

    assert only(case, after) == ("Peace of Hold back: rationale rewritten; confidence now low.")


def test_somebody_elses_score_names_the_judge(case):
    other = set_score(case, "me", "hold", "peace", 30)
    case, other = (change_decision(a, assessor=None) for a in (case, other))

    assert only(case, other) == "Peace of Hold back, judged by Me: 20 → 30."


def test_a_weight_is_told_as_a_share(case):
    after = set_swings(case, "me", {"peace": 100, "borders": 100, "aid": 50})

    assert only(case, after) == "The weight of Borders rose from 25.0% to 40.0%."


def test_a_new_reference_does_not_blame_the_other_weights(case):
    after = set_swings(case, "me", {"peace": 100, "borders": 50, "aid": 200})

    assert only(case, after) == "The weight of Aid rose from 25.0% to 57.1%."


def test_scaling_all_weights_changes_no_share(case):
    halved = tuple(msgspec.structs.replace(row, swing=row.swing / 2) for row in case.weights)
    after = msgspec.structs.replace(case, weights=halved)

    assert only(case, after) == "All weights were scaled alike; no share changed."


def test_a_weight_changed_by_hand_tells_that_it_is_judged_directly_now(case):
    way, moved = change_sentences(case, set_swing(case, "me", "aid", 80))

    assert "weight of Aid" in moved
    assert "swing weights" in way
    assert "judged directly" in way


def test_an_actors_weight_names_the_actor(case):
    after = set_swings(case, "them", {"aid": 100})

    assert only(case, after) == "For Them, the weight of Aid is now 100.0%."


def test_an_option_that_comes(case):
    assert only(case, add_option(case, "new", "Wait")) == "Option “Wait” was added."


def test_what_went_with_an_option_is_counted_not_listed(case):
    said = change_sentences(case, remove_option(case, "talk"))

    assert said[0] == "Option “Talk” was removed."
    assert said[1] == "4 entries went with what they belonged to."
    assert len(said) == 2


def test_what_goes_with_a_criterion_is_not_told_as_a_change_of_weight(case):
    said = change_sentences(case, remove_criterion(case, "aid"))

    assert said[0] == "Criterion “Aid” was removed."
    assert not any("weight of" in sentence for sentence in said)


def test_a_new_name_and_a_reason_for_screening_out(case):
    after = screen_out(rename_option(case, "hold", "Wait"), "hold", "Too slow.")

    assert only(case, after) == (
        "Option “Hold back”: renamed “Wait”; reason for screening out now “Too slow.”."
    )


def test_another_order_is_told(case):
    assert only(case, move_option(case, "talk", 0)) == "Option: the order was changed."


def test_what_is_taken_away_is_told_with_what_it_was(case):
    before = change_decision(case, baseline="hold")

    assert only(before, case) == "Decision: baseline removed (was “Hold back”)."


def test_the_decision_names_what_it_points_at(case):
    after = change_decision(case, baseline="hold", taken_on=datetime.date(2026, 3, 1))

    assert only(case, after) == (
        "Decision: baseline now “Hold back”; date of the decision now 1 March 2026."
    )


def test_every_table_and_every_column_has_a_name():
    for table in tables().values():
        assert not table_noun(table.name).startswith("Entry in")
        for column in table.columns:
            assert column_noun(column.name) != "", column.name


def test_what_is_not_known_is_named_as_it_is():
    assert table_noun("omens") == "Entry in “omens”"
    assert column_noun("last_seen") == "last seen"


def test_a_long_text_is_cut_in_a_sentence():
    assert len(quoted("word " * 100)) <= 62
    assert quoted("two\nlines") == "“two lines”"


@given(assessments(), assessments())
def test_any_two_states_can_be_told_apart_in_sentences(before, after):
    said = change_sentences(before, after)

    differs = any(getattr(before, name) != getattr(after, name) for name in tables())
    assert bool(said) == differs
    assert all(sentence.strip() for sentence in said)


SAMPLE = read_sample()
FILLED = [t.name for t in tables().values() if not t.single and getattr(SAMPLE, t.name)]


@pytest.mark.parametrize("table", FILLED)
def test_a_row_of_any_table_that_goes_is_told(table):
    after = msgspec.structs.replace(SAMPLE, **{table: getattr(SAMPLE, table)[1:]})

    assert change_sentences(SAMPLE, after)
    assert len(list(changed_rows(SAMPLE, after))) == 1


def test_the_lead_that_shrinks_is_told(case):
    after = set_score(case, "me", "hold", "peace", 50)

    assert effect_sentences(case, after) == ("Talk stays first; its lead goes from 32.5 to 17.5.",)


def test_the_first_place_that_changes_is_told_with_what_did_it(case):
    after = set_score(case, "me", "talk", "peace", 0)

    first, cause = effect_sentences(case, after)
    assert first.startswith("The first place goes from Talk to Hold back.")
    assert "2.5 ahead of Talk" in first
    assert cause == "What did it: the scores on Peace (+35.0)."


def test_a_weight_that_changes_the_first_place_is_named(case):
    after = set_swings(case, "me", {"peace": 0, "borders": 100, "aid": 0})

    said = " ".join(effect_sentences(case, after))
    assert "The first place goes from Talk to Hold back." in said
    assert "the weight of Borders" in said


def test_a_weight_that_was_changed_is_named_alone_and_the_others_make_room(case):
    after = set_swing(case, "me", "borders", 2000)

    said = " ".join(effect_sentences(case, after))
    assert "What did it: the weight of Borders, the others making room (+" in said
    assert "Peace" not in said


def test_a_change_that_moves_nothing_says_so(case):
    assert effect_sentences(case, rename_option(case, "hold", "Wait")) == (
        "The ranking does not change.",
    )


def test_a_ranking_that_ends_and_one_that_begins(case):
    empty = change_decision(case, assessor=None)

    assert effect_sentences(case, empty) == ("There is no ranking any more.",)
    assert effect_sentences(empty, case) == (
        "There is a ranking now: Talk is first with 65.0, 32.5 ahead of Hold back.",
    )
    assert effect_sentences(empty, empty) == ()
    assert standing_sentence(find_outcome(empty)) == ""


def test_a_tie_is_told(case):
    after = set_score(case, "me", "hold", "peace", 85)

    assert "tie" in " ".join(effect_sentences(case, after))


@given(assessments(), assessments())
def test_the_effect_of_any_change_can_be_told(before, after):
    for sentence in effect_sentences(before, after):
        assert sentence


def test_languages_are_told_by_their_names(case):
    after = msgspec.structs.replace(case, brief=msgspec.structs.replace(case.brief, language="fr"))

    assert "English" in only(case, after)
    assert "Français" in only(case, after)


def test_names_stand_in_the_quotation_marks_of_the_language(case):
    after = rename_option(case, "hold", "Wait")
    with speaking("fr"):
        said = only(case, after)
    assert "«\u00a0Wait\u00a0»" in said
    assert "“" not in said
