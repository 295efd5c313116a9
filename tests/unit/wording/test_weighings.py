"""What is said of how weights were found follows the weights that are kept."""

import datetime

import pytest

from app.edits import weights
from app.wording import speaking
from app.wording.weighings import origin_sentence, weights_sentence
from db.model import Elicitation

DAY = datetime.date(2026, 3, 1)


def asked(case, raw=None, kind=Elicitation.SWING):
    raw = raw or {"peace": 100.0, "borders": 50.0, "aid": 25.0}
    return weights.adopt_elicited(case, "me", raw, kind, "", DAY)


def test_weights_found_by_asking_name_the_way_and_the_day(case):
    said = origin_sentence(asked(case), "me")
    assert said == "How the weights were found: swing weights, on 1 March 2026."


def test_a_weight_changed_by_hand_since_is_said(case):
    changed = weights.set_swing(asked(case), "me", "aid", 80.0)
    said = origin_sentence(changed, "me")
    assert "found by asking on 1 March 2026" in said
    assert "changed by hand since" in said


def test_weights_typed_by_hand_are_called_judged_directly(case):
    typed = weights.set_swing(case, "me", "aid", 80.0)
    said = origin_sentence(typed, "me")
    assert said == "The weights were judged directly, each beside the others."


def test_what_the_weights_say_follows_a_change(case):
    found = asked(case)
    said = weights_sentence(found, "me")
    assert said.endswith("Beside it: Borders 50; Aid 25.")
    changed = weights.set_swing(found, "me", "aid", 80.0)
    assert weights_sentence(changed, "me").endswith("Beside it: Aid 80; Borders 50.")


def test_what_the_weights_say_is_said_in_the_language_of_the_brief(case):
    english = weights_sentence(asked(case), "me")
    with speaking("fr"):
        french = weights_sentence(asked(case), "me") + origin_sentence(asked(case), "me")
    assert "Borders" in french
    assert english.split()[0] not in french
    assert "Beside" not in french


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ({"peace": 11.0, "borders": 5.0, "aid": 2.0}, "Centre of all weights"),
        ({"peace": 3.0, "borders": 2.0, "aid": 1.0}, "even steps"),
    ],
)
def test_an_order_names_the_rule_that_gave_the_weights(case, raw, words):
    said = weights_sentence(asked(case, raw, Elicitation.RANKS), "me")
    assert said.startswith("Order of importance: Peace > Borders > Aid.")
    assert words in said


def test_an_order_whose_weights_no_rule_gave_names_none(case):
    raw = {"peace": 100.0, "borders": 99.0, "aid": 1.0}
    said = weights_sentence(asked(case, raw, Elicitation.RANKS), "me")
    assert said == "Order of importance: Peace > Borders > Aid."


def test_equal_weights_are_called_so(case):
    equal = weights.set_equal(case, "me")
    assert weights_sentence(equal, "me") == "All criteria were given the same weight."


def test_of_no_weights_nothing_is_said(case):
    assert weights_sentence(weights.set_swings(case, "me", {}), "me") == ""
