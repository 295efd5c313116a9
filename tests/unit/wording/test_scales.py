"""Swings in words."""

from app.edits import criteria, scales
from app.wording.scales import swing_sentence
from db.model import ScaleKind


def sentence(case, leaf):
    return swing_sentence(case, case.criterion_by_id[leaf])


def test_a_swing_is_said_in_the_words_of_its_ends(case):
    assert sentence(case, "peace") == "from “War” to “Peace”"


def test_ends_without_words_are_the_worst_and_the_best(case):
    assert sentence(case, "aid") == "from “the worst (0)” to “the best (100)”"


def test_a_numeric_scale_is_said_with_its_unit_in_its_own_direction(case):
    case = criteria.add_criterion(case, "cost", "Cost")
    case = scales.set_scale(case, "cost", ScaleKind.NUMERIC, "m€", 900.0, 0.5)
    assert sentence(case, "cost") == "from “900 m€” to “0.5 m€”"
    described = scales.set_level(case, "cost", 900.0, "Ruinous")
    assert sentence(described, "cost") == "from “Ruinous” to “0.5 m€”"


def test_words_of_several_lines_are_said_on_one(case):
    case = scales.set_level(case, "peace", 0.0, "War\n\nwithout end")
    assert sentence(case, "peace") == "from “War without end” to “Peace”"


def test_braces_in_the_words_of_a_level_are_text(case):
    case = scales.set_level(case, "peace", 0.0, "{best} %s")
    assert sentence(case, "peace") == "from “{best} %s” to “Peace”"
